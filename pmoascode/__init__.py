"""A programme management office kept as text in git: checked, judged, published."""

__version__ = "0.1.0"
