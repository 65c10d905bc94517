"""The built example in a real browser."""
