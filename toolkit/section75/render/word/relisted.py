"""Lists whose schedule or Part has another id, counted as the same list."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from section75.compare import Comparison, MarkedBlock
from section75.document import Block, Paragraph


def relisted(comparison: Comparison) -> Sequence[MarkedBlock]:
    """The blocks of a comparison, their old sides counted in the lists of the new version where only an id changed.

    Lists are numbered by id. Without this each paragraph of a Part that has another id would be tracked as changing
    its list. Where two old lists would become one, none is changed.
    """
    lists = {block.label.list for block in comparison.old.blocks if isinstance(block, Paragraph) and block.label}
    now = {name: comparison.targets.renamed.get(name, name) for name in lists}
    if len(set(now.values())) < len(now) or all(name == there for name, there in now.items()):
        return comparison.blocks
    return [replace(block, old=_in_list(block.old, now)) for block in comparison.blocks]


def _in_list(block: Block | None, now: Mapping[str, str]) -> Block | None:
    if not isinstance(block, Paragraph) or block.label is None:
        return block
    return replace(block, label=replace(block.label, list=now[block.label.list]))
