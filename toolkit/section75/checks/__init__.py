"""What can be wrong with an agreement that its schemas allow: one rule a file, all of them in one ordered table.

A rule is a pure function from a `Case` to remarks. It cannot reach the disk, git, Word or the clock.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from section75.checks.broken_reference import broken_reference
from section75.checks.case import Case
from section75.checks.clause_form import clause_form
from section75.checks.completeness import completeness
from section75.checks.dates import dates
from section75.checks.definitions import definitions
from section75.checks.duplicate_id import duplicate_id
from section75.checks.exclusions import exclusions
from section75.checks.figures import figures
from section75.checks.indicators import indicators
from section75.checks.names import names
from section75.checks.parties import parties
from section75.checks.placeholder import placeholder
from section75.checks.plain_words import plain_words
from section75.checks.pool import pool
from section75.checks.reported import reported
from section75.checks.scores import scores
from section75.checks.totals import totals
from section75.checks.undefined_term import undefined_term
from section75.checks.unknown_look_up import unknown_look_up
from section75.checks.unprintable_text import unprintable_text
from section75.checks.work_plan import work_plan
from section75.checks.wrong_target import wrong_target
from section75.findings import Remark

Rule = Callable[[Case], Iterable[Remark]]

RULES: tuple[Rule, ...] = (
    broken_reference,
    wrong_target,
    unknown_look_up,
    unprintable_text,
    duplicate_id,
    clause_form,
    undefined_term,
    definitions,
    names,
    totals,
    reported,
    figures,
    indicators,
    dates,
    placeholder,
    plain_words,
    work_plan,
    scores,
    parties,
    exclusions,
    pool,
    completeness,
)
"""Every rule, in the order in which their codes are explained."""

__all__ = ["RULES", "Case", "run_checks"]


def run_checks(case: Case) -> tuple[Remark, ...]:
    """Everything that the rules have to say about an agreement and its risk register."""
    return tuple(remark for rule in RULES for remark in rule(case))
