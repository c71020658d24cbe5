"""The RNN's page."""
