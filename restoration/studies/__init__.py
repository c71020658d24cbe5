"""Measurements on the shipped weights that take too long to make while somebody waits: made once by a script, stored, read by the screen.

    python -m restoration.studies blocks

A study is a module with NAME and make(), which measures and stores; what it stores stands in assets/studies, with the checksums of the
weights it was made from (see store.py).
"""
