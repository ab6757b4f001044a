"""Every extension is recorded with its reason and approval, follows on, and is short."""

from __future__ import annotations

from collections.abc import Iterator

from section75.language.months import follows, length
from section75.model import Extension
from section75.reviews.outcome import Outcome
from section75.reviews.predicates.predicate import Predicate, Run
from section75.reviews.predicates.values import Values
from section75.reviews.subject import Subject


def _prepare(values: Values) -> Run:
    most = values.number("most", absent=12)
    needed = values.flag("needed")

    def run(subject: Subject) -> Outcome:
        term = subject.agreement.term
        if not term.extensions:
            return Outcome(False if needed else None, (), "no extension is recorded")
        faults = list(_faults(term.end, term.extensions, most))
        return Outcome(not faults, tuple(extension.id for extension in term.extensions), "; ".join(faults))

    return run


def _faults(end: str, extensions: tuple[Extension, ...], most: int) -> Iterator[str]:
    for extension in extensions:
        if not extension.approved_by:
            yield f"{extension.id} does not say who approved it"
        if not follows(end, extension.start):
            yield f"{extension.id} does not follow the period that it extends"
        months = length(extension.start, extension.end)
        if months is None or months > most:
            yield f"{extension.id} is longer than {most} months"
        end = extension.end


EXTENSIONS = Predicate(
    "extensions",
    "Extensions are recorded with reason and approval, follow on, and are short.",
    "most, in months (12 where absent); needed, true where there has to be one",
    _prepare,
)
