"""Pages that need no lab: plain HTML, served beside Gradio's, light enough for a class at once, and fit to be printed.

A page is a template in this folder, drawn by layout.render, and a route in routes.py. Its words stand in a *text.py of ui like all others;
in a template, `say("key", name=value)` says them in the page's language. Everything that is put in is escaped.
"""

WAYS = ("course", "teach")  # plain pages that every page of the app leads to: their paths, and keys after way_ in ui/text.py
