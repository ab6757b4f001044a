"""An agreement in which a clause each cites everything that can be cited, so that a redline has every reference."""

from __future__ import annotations

import copy
from typing import Any

from section75.document import Document, Table
from tests.support.random_pairs import document

Data = list[Any]


def citing(data: Data) -> Document:
    """The Document of an agreement's data with a last clause that cites all the rest, one thing in each sub-clause."""
    data = copy.deepcopy(data)
    cited = [{"id": f"citing-{name}"[:60], "text": f"See [](#{name}) at any time."} for name in names(document(data))]
    data[0]["clauses"].append({"id": "citing", "text": "The following apply:", "clauses": cited})
    return document(data)


def names(of: Document) -> list[str]:
    """The ids of everything that can be cited; those of the toolkit itself, which have a dot, cannot."""
    found = []
    for block in of.blocks:
        rows = block.rows if isinstance(block, Table) else ()
        found += [each.id for each in (block, *rows) if each.id and "." not in each.id]
    return found
