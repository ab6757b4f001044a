"""Which paragraph marks carry an insertion.

Words put in at the end of a clause, and a new clause after it, are one insertion that runs over the mark between
them. So the mark of the edited clause is the one put in, and that of the last new clause is plain: LibreOffice, which
takes an insertion for one range, otherwise joins the clause with what follows on rejection (seen in 7.4).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from section75.compare import Mark, MarkedBlock
from section75.document import Paragraph

Properties = Callable[[Paragraph], tuple[str, str]]
"""The style and list of a paragraph: a mark that is shifted must not change them."""


def shifted(blocks: Sequence[MarkedBlock], properties: Properties) -> tuple[frozenset[int], frozenset[int]]:
    """Positions of the edited paragraphs whose mark is put in, and of the new ones whose mark is plain."""
    put_in, plain = set(), set()
    for position, block in enumerate(blocks):
        if not _ends_in_insertion(block):
            continue
        last = _last_added(blocks, position + 1)
        if last > position and _same_form(block, blocks[last], properties):
            put_in.add(position)
            plain.add(last)
    return frozenset(put_in), frozenset(plain)


def _last_added(blocks: Sequence[MarkedBlock], start: int) -> int:
    """The last of the new paragraphs that stand together from a position on; the one before it where there is none."""
    at = start
    while at < len(blocks) and blocks[at].old is None and not blocks[at].move and isinstance(blocks[at].new, Paragraph):
        at += 1
    return at - 1


def _ends_in_insertion(block: MarkedBlock) -> bool:
    if not block.runs or block.runs[-1].mark is not Mark.ADDED or block.move:
        return False
    return isinstance(block.old, Paragraph) and isinstance(block.new, Paragraph)


def _same_form(block: MarkedBlock, last: MarkedBlock, properties: Properties) -> bool:
    forms = {properties(side) for side in (block.old, block.new, last.new) if isinstance(side, Paragraph)}
    return len(forms) == 1
