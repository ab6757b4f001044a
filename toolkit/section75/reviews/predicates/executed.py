"""The agreement is in writing, in a named version, with a place for each party to execute it."""

from __future__ import annotations

from section75.reviews.outcome import Outcome
from section75.reviews.predicates.predicate import Predicate, plain
from section75.reviews.subject import Subject


def _run(subject: Subject) -> Outcome:
    agreement = subject.agreement
    blocks: dict[str, str] = {}
    if agreement.execution:
        blocks = {block.party: block.id for block in agreement.execution.blocks}
    missing = [party.name for party in agreement.parties if party.id not in blocks]
    said = f"no execution block for {' or '.join(missing)}" if missing else ""
    return Outcome(not missing and bool(agreement.version), tuple(blocks.values()), said)


EXECUTED = Predicate("executed", "There is a version, and an execution block for each party.", "nothing", plain(_run))
