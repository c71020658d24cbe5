"""The RNN's page: networks with a memory."""
