"""Dates that cannot all be right: an end before a start, a gap between two terms, a review after the end."""

from __future__ import annotations

from collections.abc import Iterator

from section75.checks.case import Case
from section75.findings import WARNING, Remark
from section75.language.british import day
from section75.language.months import follows
from section75.model import Agreement
from section75.model.schedules import InformationSharingSchedule

CODE = "dates-out-of-order"
GAP = "gap-between-periods"


def dates(case: Case) -> Iterator[Remark]:
    """`dates-out-of-order` and `gap-between-periods`."""
    agreement = case.agreement
    yield from _term(agreement)
    yield from _extensions(agreement)
    for index, (before, after) in enumerate(zip(agreement.versions, agreement.versions[1:], strict=False), 1):
        if after.date < before.date:
            message = f"version {after.version} is dated before version {before.version}"
            yield Remark(CODE, message, agreement.id, at=f"versions.{index}.date", hint="check both dates")
    for schedule in agreement.schedules:
        if isinstance(schedule, InformationSharingSchedule):
            for sharing in schedule.agreements:
                if sharing.review_due and sharing.review_due < agreement.term.start:
                    message = f"the review is due on {day(sharing.review_due)}, before the term begins"
                    yield Remark(CODE, message, sharing.id, at="review_due", hint="give the date of the next review")
    yield from _register(case)


def _term(agreement: Agreement) -> Iterator[Remark]:
    term, owner = agreement.term, agreement.id
    yield from _open_ended(agreement)
    if term.end and term.end <= term.start:
        message = f"the term ends on {day(term.end)} but begins on {day(term.start)}"
        yield Remark(CODE, message, owner, at="term.end", hint="correct one of the two")
    elif term.review_due and not term.start <= term.review_due <= term.last_day:
        message = f"the review is due on {day(term.review_due)}, outside the term"
        yield Remark(CODE, message, owner, at="term.review_due", hint="give a day within the term")
    if term.rollover_months and not term.rollover_notice_months:
        message = "the term goes on by itself, and nothing says by when a party gives notice against it"
        yield Remark(CODE, message, owner, at="term.rollover_months", hint="give rollover_notice_months")
    if term.previous_end:
        hint = "the new term begins on the day after the old one ends"
        if term.previous_end >= term.start:
            message = f"the previous agreement ends on {day(term.previous_end)}, when this one has begun"
            yield Remark(CODE, message, owner, at="term.previous_end", hint=hint)
        elif not follows(term.previous_end, term.start):
            message = f"no agreement covers the days between {day(term.previous_end)} and {day(term.start)}"
            yield Remark(GAP, message, owner, at="term.previous_end", hint=hint)


def _open_ended(agreement: Agreement) -> Iterator[Remark]:
    """`open-term`: a term ends on a day, or it is open-ended and ends by notice."""
    term, said, hint = agreement.term, "", ""
    if not term.end and not term.open_ended:
        said = "the term has no last day"
        hint = "give end; or open_ended: true, where it runs until a party gives notice"
    elif term.end and term.open_ended:
        said, hint = "the term is open-ended, and a last day is given", "leave out one of the two"
    elif term.open_ended and term.rollover_months:
        said, hint = "a term that is open-ended has nothing to go on from", "leave rollover_months out"
    elif term.open_ended and not term.notice_months:
        said, hint = "the term is open-ended, and nothing says how it ends", "give notice_months"
    if said:
        yield Remark("open-term", said, agreement.id, at="term", hint=hint)


def _extensions(agreement: Agreement) -> Iterator[Remark]:
    if not agreement.term.end:
        return
    previous = agreement.term.end
    for extension in agreement.term.extensions:
        if extension.end <= extension.start or extension.start <= previous:
            said = f"the extension from {day(extension.start)} to {day(extension.end)}"
            message = f"{said} does not follow the period that it extends"
            yield Remark(CODE, message, extension.id, at="start", hint=f"that period ends on {day(previous)}")
        elif not follows(previous, extension.start):
            message = f"no agreement covers the days between {day(previous)} and {day(extension.start)}"
            yield Remark(
                GAP,
                message,
                extension.id,
                at="start",
                hint="an extension begins on the day after the period that it extends ends",
            )
        previous = extension.end


def _register(case: Case) -> Iterator[Remark]:
    register = case.risks
    if register is None or not register.reviewed:
        return
    if register.review_due and register.review_due < register.reviewed:
        message = "the next review of the register is due before the last one"
        yield Remark(CODE, message, register.id, at="review_due", hint="give the date of the next review")
    for risk in register.risks:
        if risk.review_date < register.reviewed and risk.movement != "closed":
            message = f"the risk was due for review on {day(risk.review_date)}, before the register was last reviewed"
            yield Remark(CODE, message, risk.id, at="review_date", hint="give its next review", severity=WARNING)
