"""The bodies that may make an arrangement, by kind and by date (SI 2000/617, regulation 3, as amended)."""

from __future__ import annotations

from section75.language import british
from section75.law.bodies import COUNCIL, existed, joins_both
from section75.reviews.outcome import Outcome
from section75.reviews.predicates.predicate import Predicate, plain
from section75.reviews.subject import Subject


def _both(subject: Subject) -> Outcome:
    parties = sorted(subject.agreement.parties, key=lambda party: party.kind != COUNCIL)
    met = joins_both([party.kind for party in parties])
    said = "" if met else "an arrangement needs at least one NHS body and one council"
    return Outcome(met, tuple(party.id for party in parties), said)


def _living(subject: Subject) -> Outcome:
    start = subject.agreement.term.start
    wrong = [party for party in subject.agreement.parties if not existed(party.kind, start)]
    said = "; ".join(
        f"{party.name} is a {party.kind.replace('-', ' ')}, which did not exist on {british.day(start)}"
        for party in wrong
    )
    return Outcome(not wrong, tuple(p.id for p in wrong or subject.agreement.parties), said)


PARTIES = Predicate("parties", "At least one NHS body and one council are parties.", "nothing", plain(_both))
PARTIES_IN_TIME = Predicate(
    "parties-in-time", "Each party is of a kind that existed when the term began.", "nothing", plain(_living)
)
