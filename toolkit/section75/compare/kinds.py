"""What an edit is about: money, a date, a party, an obligation ... or only administrative.

A readable table of rules, first match wins. Whatever touches one of the named kinds is never called administrative;
what is called so only *appears* administrative, and a person decides.
"""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from enum import StrEnum

from section75.compare.marked import MarkedRuns
from section75.document import Mark, Reference, words_of


class Kind(StrEnum):
    """The kind of an edit."""

    MONEY = "money"
    PERIOD = "date or period"
    OBLIGATION = "obligation"
    LIABILITY = "liability"
    TERM = "term"
    FUNCTION = "function"
    PARTY = "party or role"
    GOVERNANCE = "governance"
    OTHER = "other"
    ADMINISTRATIVE = "appears administrative"


def _rule(words: str, signs: str = "(?!)") -> re.Pattern[str]:
    """Whole words in any case, or signs that are no words."""
    return re.compile(rf"{signs}|\b(?:{words})\b", re.IGNORECASE)


RULES: tuple[tuple[Kind, re.Pattern[str]], ...] = (
    (Kind.MONEY, _rule(r"pounds?|pay\w*|paid|charg\w*|costs?|budgets?|contributions?|VAT|fund\w*", r"\u00a3[0-9.,]*")),
    (
        Kind.PERIOD,
        _rule(
            # No May: it is more often a power than a month, and a date has figures besides.
            "days?|weeks?|months?|years?|quarters?|annual(?:ly)?|monthly|weekly|quarterly|immediately|forthwith|"
            "January|February|March|April|June|July|August|September|October|November|December",
            "[0-9]+",
        ),
    ),
    (
        Kind.OBLIGATION,
        _rule("shall|must|may|will|should|not|no|never|only|unless|except|all|any|each|both|either|neither|and|or"),
    ),
    (Kind.LIABILITY, _rule(r"liab\w*|indemni\w*|insur\w*|losses|damages|negligen\w*|breach\w*|default\w*")),
    (Kind.TERM, _rule(r"terminat\w*|expir\w*|extend\w*|extension\w*|commenc\w*|renew\w*|term|notice")),
    (Kind.FUNCTION, _rule(r"functions?|delegat\w*|assess\w*|safeguard\w*|AMHPs?|eligib\w*|exclud\w*|retain\w*")),
    (
        Kind.PARTY,
        _rule(
            r"council|trust|party|parties|CCG|managers?|directors?|officers?|\w*workers?|practitioners?|staff|employ\w*"
        ),
    ),
    (Kind.GOVERNANCE, _rule(r"board|groups?|committee|quorum|chairs?|members?|meets?|reports?|review\w*|minutes")),
)
"""Kinds of substance in the order in which they are tried."""
CITED = re.compile(
    r"\b(?:[Cc]lauses?|[Pp]aragraphs?|Schedule|Part|Table|row|Appendix|[Rr]ecital|[Ss]ections?|[Rr]egulations?)"
    r" [0-9A-Z(][\w.()]*"
    r"|\b(?:Act|Regulations|Order) [12][0-9]{3}\b"
)
"""References and statutes: their figures are neither money nor dates."""
SHORT = 3
"""Letters up to which a word has no misspelling: it is another word."""
ALIKE = 0.75
"""Likeness of two words from which one counts as a spelling of the other."""


def kind_of(runs: MarkedRuns) -> Kind:
    """The kind of the edits in a paragraph. A reference pointed at something else is never administrative."""
    gone = " ".join(_words(runs, Mark.REMOVED))
    come = " ".join(_words(runs, Mark.ADDED))
    kind = kind_of_words(gone, come)
    turned = _targets(runs, Mark.REMOVED) != _targets(runs, Mark.ADDED)
    return Kind.OTHER if turned and kind is Kind.ADMINISTRATIVE else kind


def _targets(runs: MarkedRuns, mark: Mark) -> list[str]:
    return [run.run.target for run in runs if run.mark is mark and isinstance(run.run, Reference)]


def kind_of_words(gone: str, come: str) -> Kind:
    """The kind of an edit that takes some words out and puts others in."""
    gone, come = CITED.sub(" ", gone), CITED.sub(" ", come)
    for kind, rule in RULES:
        if sorted(rule.findall(gone.lower())) != sorted(rule.findall(come.lower())):
            return kind
    before, after = _bare(gone), _bare(come)
    if before == after or (len(before) == len(after) and all(map(_spelling, before, after))):
        return Kind.ADMINISTRATIVE
    return Kind.OTHER


def _words(runs: MarkedRuns, mark: Mark) -> list[str]:
    return [words_of((run.run,)) for run in runs if run.mark is mark]


def _bare(text: str) -> list[str]:
    """Words without case and punctuation, hyphens counting as spaces."""
    return re.sub(r"[^\w\s]", " ", text.casefold()).split()


def _spelling(before: str, after: str) -> bool:
    return before == after or (len(before) > SHORT and SequenceMatcher(None, before, after).ratio() >= ALIKE)
