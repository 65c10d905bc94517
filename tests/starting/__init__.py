"""Tests of an office that begins."""
