"""One file an exhibit: the computation behind one thing to see, without widgets."""
