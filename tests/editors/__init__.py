"""What editors are given, and what an editor makes of it."""
