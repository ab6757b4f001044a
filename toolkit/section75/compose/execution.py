"""How each party executes, as an illustration: the words of attestation are our own."""

from __future__ import annotations

from collections.abc import Iterator

from section75.compose.phrases import composed
from section75.document import Execution, Value
from section75.model import Agreement
from section75.model.agreement import ExecutionBlock, Party


def execution_blocks(agreement: Agreement) -> Iterator[Execution]:
    """A block for each party, in the order given."""
    execution = agreement.execution
    for block in execution.blocks if execution else ():
        party = agreement.party(block.party)
        if execution and party:
            yield _block(block, party, deed=execution.form == "deed")


def _block(block: ExecutionBlock, party: Party, deed: bool) -> Execution:
    name = Value(f"parties.{party.id}.name", party.name, bold=True)
    if block.method == "common-seal":
        act = "was affixed to this deed" if deed else "was affixed to this Agreement"
        said = ((composed("The common seal of "), name, composed(f" {act} in the presence of:")),)
    else:
        act = "Executed as a deed on behalf of " if deed else "Signed on behalf of "
        said = ((composed(act), name, composed(" by its authorised signatories:")),)
    return Execution(block.id, party.label, said, block.attested_by)
