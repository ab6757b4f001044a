"""What the exit code of the command means."""

CLEAN = 0
"""Nothing was found, or what was asked for was done."""
FOUND = 1
"""Findings, differences, or an expected failure."""
USAGE = 2
"""Wrong usage."""
BUG = 3
"""A bug of ours; a log was written."""
INTERRUPTED = 130
"""Somebody pressed Ctrl-C."""
