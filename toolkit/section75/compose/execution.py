"""How each party executes, as an illustration: the words of attestation are our own."""

from __future__ import annotations

from collections.abc import Iterator

from section75.compose.phrases import composed
from section75.document import BLANK, SEALED, WITNESS, Block, Execution, Origin, Paragraph, Run, Style, Value
from section75.language import british
from section75.model import Agreement, Executed, ExecutedBlock
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


def execution_blocks(agreement: Agreement, executed: Executed | None = None) -> Iterator[Block]:
    """A block for each party, in the order given; of a conformed copy with who executed it, in which office."""
    execution = agreement.execution
    done: dict[str, ExecutedBlock] = {str(each.block): each for each in executed.blocks} if executed else {}
    for block in execution.blocks if execution else ():
        party = agreement.party(block.party)
        if execution and party:
            made = _block(block, party, deed=execution.form == "deed")
            yield from _completed(made, done[block.id]) if block.id in done else (made,)


def _completed(block: Execution, done: ExecutedBlock) -> Iterator[Paragraph]:
    """What a conformed copy says in place of the lines to sign on."""
    number = f" {SEALED}: {done.seal_number}." if done.seal_number else ""
    said = composed(f"{'; '.join(done.by)}. Date: {british.day(done.on)}.{number}")
    yield Paragraph(Style.CLAUSE_TEXT, block.said[0], block.id, keep_next=True, origin=Origin(block.id, "said"))
    yield Paragraph(Style.CLAUSE_TEXT, (said,), origin=Origin(block.id, "by"))


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
