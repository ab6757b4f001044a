"""An NHS trust pools, or lets a council exercise its functions, only with the consent of its commissioners."""

from __future__ import annotations

from section75.language.patterns import pattern
from section75.law.arrangements import NEEDS_CONSENT
from section75.law.bodies import CARE_TRUST, NHS_TRUST
from section75.reviews.outcome import Outcome
from section75.reviews.predicates.predicate import Predicate, plain
from section75.reviews.subject import Subject

CONSENT = pattern("(?i)consent")


def _run(subject: Subject) -> Outcome:
    trusts = {party.id for party in subject.agreement.parties if party.kind in (NHS_TRUST, CARE_TRUST)}
    needed = [
        arrangement
        for arrangement in subject.agreement.arrangements
        if arrangement.type in NEEDS_CONSENT and trusts & set(arrangement.parties)
    ]
    if not needed:
        return Outcome(None, (), "no NHS trust pools money or lets a council exercise its functions")
    given = [r.id for r in subject.done if r.kind == "decision" and CONSENT(f"{r.title} {r.decision}")]
    return Outcome(bool(given), tuple(given), "" if given else "no consent of a commissioning body is recorded")


CONSENTS = Predicate(
    "consents",
    "Commissioners consent if an NHS trust pools money or lets a council exercise its functions.",
    "nothing",
    plain(_run),
)
