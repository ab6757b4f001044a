"""What can be wrong with an agreement that its schemas allow: one rule in each file, all in one ordered table.

A rule is a pure function from a `Case` to remarks. It cannot reach the disk, git, Word or the clock.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from section75.checks.bands import bands
from section75.checks.broken_reference import broken_reference
from section75.checks.case import Case
from section75.checks.clause_form import clause_form
from section75.checks.completeness import completeness
from section75.checks.dates import dates
from section75.checks.definitions import definitions
from section75.checks.direction import direction
from section75.checks.duplicate_id import duplicate_id
from section75.checks.exclusions import exclusions
from section75.checks.figures import figures
from section75.checks.indicators import indicators
from section75.checks.kind_in_words import kind_in_words
from section75.checks.law_in_force import law_in_force
from section75.checks.money import money
from section75.checks.names import names
from section75.checks.parties import parties
from section75.checks.pasted_marks import pasted_marks
from section75.checks.pence import pence
from section75.checks.placeholder import placeholder
from section75.checks.plain_words import plain_words
from section75.checks.pool import pool
from section75.checks.questions import questions
from section75.checks.reported import reported
from section75.checks.scores import scores
from section75.checks.staff import staff
from section75.checks.stale_date import stale_date
from section75.checks.term import term
from section75.checks.totals import totals
from section75.checks.undefined_term import undefined_term
from section75.checks.unknown_look_up import unknown_look_up
from section75.checks.unmentioned_schedule import unmentioned_schedule
from section75.checks.unprintable_text import unprintable_text
from section75.checks.wide_table import wide_table
from section75.checks.work_plan import work_plan
from section75.checks.wrong_target import wrong_target
from section75.findings import Remark
from section75.value import dataclass


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule, and the codes of the findings that it may give."""

    judge: Callable[[Case], Iterable[Remark]]
    codes: tuple[str, ...]


RULES: tuple[Rule, ...] = (
    Rule(broken_reference, ("broken-reference", "not-a-reference")),
    Rule(wrong_target, ("wrong-target",)),
    Rule(unknown_look_up, ("unknown-look-up",)),
    Rule(unprintable_text, ("markdown-list", "markdown-not-printed", "not-a-look-up", "not-a-reference")),
    Rule(duplicate_id, ("duplicate-id",)),
    Rule(clause_form, ("unknown-table", "empty-clause", "too-many-levels", "no-heading")),
    Rule(undefined_term, ("undefined-term",)),
    Rule(definitions, ("defined-twice", "definition-order", "unused-definition", "term-capitals")),
    Rule(names, ("name-varies",)),
    Rule(totals, ("wrong-cell", "wrong-total", "uneven-row", "off-scale")),
    Rule(pence, ("fraction-of-penny",)),
    Rule(wide_table, ("too-many-columns", "narrow-columns")),
    Rule(reported, ("uneven-row", "wrong-total")),
    Rule(figures, ("wrong-figure",)),
    Rule(indicators, ("missing-target", "unit-of-name", "missed-target")),
    Rule(dates, ("dates-out-of-order", "gap-between-periods", "open-term")),
    Rule(term, ("years-of-term", "term-in-words")),
    Rule(stale_date, ("stale-date",)),
    Rule(law_in_force, ("law-gone", "law-going", "law-not-yet", "law-renamed")),
    Rule(placeholder, ("placeholder",)),
    Rule(questions, ("question-nowhere",)),
    Rule(pasted_marks, ("typed-mark", "quoted-whole")),
    Rule(plain_words, ("typed-number", "said-twice")),
    Rule(work_plan, ("same-reference", "rated-twice", "no-rating")),
    Rule(scores, ("risk-scores",)),
    Rule(parties, ("party-kind", "arrangement-parties", "execution-incomplete", "execution-form")),
    Rule(kind_in_words, ("kind-in-words",)),
    Rule(direction, ("function-direction",)),
    Rule(exclusions, ("excluded-function", "not-excluded-by-law")),
    Rule(pool, ("below-minimum", "wrong-total", "condition-open", "risk-share-contradicted", "scheme-fund")),
    Rule(money, ("payment-direction", "grant-passed-on", "vat-regime")),
    Rule(staff, ("staff-transfer",)),
    Rule(unmentioned_schedule, ("unmentioned-schedule",)),
    Rule(bands, ("risk-bands",)),
    Rule(completeness, ("no-lead-officer",)),
)
"""Every rule, in the order in which their codes are explained."""

__all__ = ["RULES", "Case", "Rule", "run_checks"]


def run_checks(case: Case) -> tuple[Remark, ...]:
    """The remarks of every rule about an agreement and its risk register."""
    return tuple(remark for rule in RULES for remark in rule.judge(case))
