"""Small documents and comparisons, each of which shows one thing that the toolkit draws in Word."""

from tests.support.specimens.prints import PARTS, PRINTS
from tests.support.specimens.redlines import REDLINES, SUMMARY
from tests.support.specimens.specimen import Specimen

__all__ = ["SPECIMENS", "Specimen"]

SPECIMENS = (*PRINTS, *PARTS, *REDLINES, SUMMARY)
"""For each golden in tests/golden/word what a reader should see in it, and how it is drawn."""
