"""The screen. One file a panel; app.py assembles them. Handlers are thin: read the widgets, ask restoration.lab, hand back."""
