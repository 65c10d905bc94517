"""Tests of the hand-written pages: what they tell to type works, and says what they show."""
