"""The bodies that may make an arrangement, by kind and by date (SI 2000/617, regulation 3, as amended)."""

from __future__ import annotations

from section75.language import british
from section75.reviews.outcome import Outcome
from section75.reviews.predicates.predicate import Predicate, plain
from section75.reviews.subject import Subject

COUNCIL = "council"
LIVED: dict[str, tuple[str, str]] = {
    "primary-care-trust": ("", "2013-03-31"),
    "clinical-commissioning-group": ("2013-04-01", "2022-06-30"),
    "integrated-care-board": ("2022-07-01", ""),
    "nhs-england": ("2013-04-01", ""),
}
"""First and last day on which a body of each kind could enter an arrangement. Trusts always could. SI 2012/3094;
SI 2022/634."""


def _both(subject: Subject) -> Outcome:
    councils = [party.id for party in subject.agreement.parties if party.kind == COUNCIL]
    others = [party.id for party in subject.agreement.parties if party.kind != COUNCIL]
    said = "" if councils and others else "an arrangement joins at least one NHS body and one council"
    return Outcome(bool(councils and others), (*councils, *others), said)


def _living(subject: Subject) -> Outcome:
    start = subject.agreement.term.start
    wrong = []
    for party in subject.agreement.parties:
        first, last = LIVED.get(party.kind, ("", ""))
        if start < first or (last and start > last):
            wrong.append(party)
    said = "; ".join(
        f"{party.name} is a {party.kind.replace('-', ' ')}, which did not exist on {british.day(start)}"
        for party in wrong
    )
    return Outcome(not wrong, tuple(p.id for p in wrong or subject.agreement.parties), said)


PARTIES = Predicate("parties", "At least one NHS body and one council are parties.", "nothing", plain(_both))
PARTIES_IN_TIME = Predicate(
    "parties-in-time", "Each party is of a kind that existed when the term began.", "nothing", plain(_living)
)
