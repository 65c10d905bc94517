"""Measures: figures that follow from the records of one revision and a day."""
