"""What readers learn of people."""
