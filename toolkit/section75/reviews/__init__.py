"""Checks an agreement, and what was done under it, against what reviews and the law ask for.

Pure: the day is passed in, catalogues and records are values. `judging` reads them and finds the places.
"""

from section75.reviews.judge_items import Asked, applies_to, reviewed
from section75.reviews.outcome import FAILING, OUTSTANDING, STRENGTHS, Fault, Result, Review, Status, strongest_first
from section75.reviews.renewal import Renewal, renewal
from section75.reviews.subject import Subject

__all__ = [
    "FAILING",
    "OUTSTANDING",
    "STRENGTHS",
    "Asked",
    "Fault",
    "Renewal",
    "Result",
    "Review",
    "Status",
    "Subject",
    "applies_to",
    "renewal",
    "reviewed",
    "strongest_first",
]
