"""The status of an item by its tests and by what people added: data decides, words only show where to read."""

from __future__ import annotations

from collections.abc import Sequence

from section75.model import Item
from section75.reviews.outcome import Outcome, Result, Status


def verdict(outcomes: Sequence[Outcome], item: Item, made: Result) -> Status:
    """The status before the action plan and the response are looked at.

    A test by words alone never gives "met" or "not met". A confirmation that stands takes the place of such tests, and
    of no other: what data shows, no person can confirm away.
    """
    if outcomes and all(outcome.holds is None and not outcome.is_later for outcome in outcomes):
        return Status.NOT_APPLICABLE
    if any(outcome.holds is False and not outcome.by_words for outcome in outcomes):
        return Status.PARTLY if any(outcome.holds for outcome in outcomes) else Status.FAILED
    words = [] if made.is_confirmed else [outcome for outcome in outcomes if outcome.by_words]
    wrong = _against(words)
    if wrong:
        return wrong
    if item.evidence and not _shown(made):
        return Status.EVIDENCE
    if any(outcome.holds for outcome in words):
        return Status.WORDS
    return Status.PROMISED if any(outcome.is_later for outcome in outcomes) else Status.MET


def _shown(made: Result) -> bool:
    """Whether a person showed what has to be shown: a record that names the item, or an answer that names records."""
    response = made.response
    return bool(made.records) or bool(response and response.answer == "met" and response.records)


def _against(words: Sequence[Outcome]) -> Status | None:
    """What tests by words say against an item, if they do."""
    if any(outcome.is_denied for outcome in words):
        return Status.DENIED
    return Status.NOT_FOUND if any(outcome.holds is False for outcome in words) else None
