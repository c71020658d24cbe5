"""The class on the screen: what its pages and the lab ask of the server (web.py), the two plain pages (pages.py, drawn by templates in
ui/pages), and the strip that a student sees in the lab (strip.py, student.js). What a class is stands in restoration/classroom."""
