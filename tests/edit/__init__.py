"""Tests of the edits of YAML text."""
