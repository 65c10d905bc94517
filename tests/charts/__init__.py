"""What the charts draw, held by golden files and by properties."""
