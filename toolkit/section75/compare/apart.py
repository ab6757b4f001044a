"""What references point at, and whether a redline draws it apart from where it stood in the old version."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from section75.compare import table_pairing
from section75.compare.block_pairing import Pairs
from section75.compare.signatures import same_form
from section75.compare.table_pairing import TablePairs
from section75.compare.targets import Targets
from section75.document import Block, Execution, Table


def targets_of(old: Sequence[Block], new: Sequence[Block], pairs: Pairs, within: Mapping[int, TablePairs]) -> Targets:
    """What a redline shows twice, and what has another id: of paragraphs, tables, rows and execution blocks.

    `within` has the pairs of rows and columns of each table in both versions, by its old position.
    """
    ids: list[tuple[str, str]] = []
    twice: set[str] = set()
    for i, j in pairs.partner.items():
        before, after, found, moved = old[i], new[j], within.get(i), i not in pairs.stationary
        ids.append((before.id, after.id))
        if moved or _executed_anew(before, after):
            twice |= {before.id, after.id}
        if found and isinstance(before, Table) and isinstance(after, Table):
            ids += [(before.rows[a].id, after.rows[b].id) for a, b in found.rows.items()]
            twice |= set(table_pairing.struck(before, after, found, moved))
    named_now, kept = set(_named(new)), {was for was, now in ids if now}
    # An id that something else bears now: what points at it points at another thing.
    twice |= {identity for identity in _named(old) if identity in named_now and identity not in kept}
    renamed = {was: now for was, now in ids if was and now and was != now}
    return Targets(frozenset(twice - {""}), renamed)


def _executed_anew(old: Block, new: Block) -> bool:
    """Whether an execution block is taken out and put in whole."""
    if not isinstance(old, Execution) or not isinstance(new, Execution):
        return False
    return old != new and not same_form(old, new)


def _named(blocks: Sequence[Block]) -> Iterator[str]:
    """The ids of all blocks and rows that have one."""
    for block in blocks:
        rows = block.rows if isinstance(block, Table) else ()
        yield from (each.id for each in (block, *rows) if each.id)
