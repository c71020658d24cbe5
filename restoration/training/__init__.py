"""Training: data, recipes, and the one loop. `python -m restoration.training --help`"""
