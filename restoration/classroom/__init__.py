"""A class: a teacher opens it, students join by a code, and the teacher sees who is where and what was answered. No web, no screen.

store.py keeps it, reports.py says what a student may tell, answers.py counts it, limits.py holds back who guesses, rules.py is the door.
"""
