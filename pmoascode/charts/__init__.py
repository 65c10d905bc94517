"""Charts as inline SVG: frozen rows and numbers in, finished markup out, no script."""
