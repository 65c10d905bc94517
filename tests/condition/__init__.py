"""Tests of what is said of a set-up."""
