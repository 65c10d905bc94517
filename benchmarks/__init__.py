"""Benchmarks: our work beside a named peer's on the same input, as a ratio from one run."""
