"""How many months the term runs."""

from __future__ import annotations

from section75.language.months import length
from section75.reviews.outcome import Outcome
from section75.reviews.predicates.predicate import Predicate, Run
from section75.reviews.predicates.values import Values
from section75.reviews.subject import Subject


def _prepare(values: Values) -> Run:
    months = values.number("months", absent=0)
    least, most = values.number("least", absent=months), values.number("most", absent=months)
    if not (least or most):
        raise KeyError("months")

    def run(subject: Subject) -> Outcome:
        term = subject.agreement.term
        found = length(term.start, term.end) if term.end else None
        if found is not None and least <= found and (not most or found <= most):
            return Outcome(True, (subject.agreement.id,))
        wanted = f"{least}" if least == most else f"{least} to {most}" if most else f"{least} or more"
        runs = found or ("no fixed number of" if term.open_ended else "no whole number of")
        return Outcome(False, (), f"the term is of {runs} months, not {wanted}")

    return run


TERM_LENGTH = Predicate("term-length", "The term runs for so many months.", "months; or least and most", _prepare)
