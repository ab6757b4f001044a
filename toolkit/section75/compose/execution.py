"""How each party executes, as an illustration: the words of attestation are our own."""

from __future__ import annotations

from collections.abc import Iterator

from section75.compose.phrases import composed
from section75.document import BLANK, SEALED, WITNESS, Execution, Run, Value
from section75.model import Agreement
from section75.model.agreement import ExecutionBlock, Party

SEAL = "common-seal"
SAID: dict[str, tuple[str, str]] = {
    SEAL: ("The common seal of ", " was affixed to this {document} in the presence of:"),
    "authorised-signatories": ("{executed} on behalf of ", " by its authorised signatories:"),
    "two-directors": ("{executed} by ", " acting by two directors:"),
    "attorney": ("{executed} by an attorney for ", f" under a power of attorney dated {BLANK}:"),
    "signature": ("Signed for and on behalf of ", " by:"),
}
"""What is said before and after the name of the party, by method."""


def execution_blocks(agreement: Agreement) -> Iterator[Execution]:
    """A block for each party, in the order given."""
    execution = agreement.execution
    for block in execution.blocks if execution else ():
        party = agreement.party(block.party)
        if execution and party:
            yield _block(block, party, deed=execution.form == "deed")


def _block(block: ExecutionBlock, party: Party, deed: bool) -> Execution:
    words = {"document": "deed", "executed": "Executed as a deed"} if deed else AGREEMENT
    before, after = (part.format_map(words) for part in SAID[block.method])
    first: tuple[Run, ...] = (
        composed(before),
        Value(f"parties.{party.id}.name", party.name, bold=True),
        composed(after),
    )
    sealed = block.method == SEAL
    said = (first, (composed(f"{SEALED}: {BLANK}"),)) if sealed else (first,)
    signed = (*block.attested_by, WITNESS) if block.witnessed else block.attested_by
    return Execution(block.id, party.label, said, signed, sealed)


AGREEMENT = {"document": "Agreement", "executed": "Signed"}
"""What stands in those words where the agreement is not a deed."""
