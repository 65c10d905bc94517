"""Records in and out of the formats of other programs, one module a format."""
