"""Acts of a normal week at the command line, over a committed office."""
