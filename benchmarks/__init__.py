"""Whole processes timed against peers in the same run; see `python -m benchmarks`."""
