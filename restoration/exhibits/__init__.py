"""The computation behind one thing to see, one file an exhibit. No widgets here; restoration.lab offers it, restoration.ui draws it."""
