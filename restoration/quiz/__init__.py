"""Learning by predicting: what a student guesses before a repair (guess.py), and two questions made of the repair itself (run.py).

Plain values in, sentences in both languages out (words.py).
"""
