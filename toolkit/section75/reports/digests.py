"""The digests of an agreement: of the whole, of each schedule, and of whatever is asked for by its id."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence

from section75.page import Column, Page, Prose, Table, cell, phrases
from section75.reports.writers import Content
from section75.value import dataclass

COLUMNS = (Column("What", 5), Column("Id", 3), Column("Digest", 6))


@dataclass(frozen=True, slots=True)
class Line:
    """One digest."""

    what: str
    """How it is cited, or "the whole agreement"."""
    id: str
    digest: str


def lines(
    agreement: str, whole: str, units: Mapping[str, str], wanted: Sequence[str], cited: Mapping[str, str]
) -> tuple[Line, ...]:
    """The digest of the whole, then those of what is wanted, by id. `agreement` is the id of the agreement."""
    first = Line("the whole agreement", agreement, whole)
    return (first, *(Line(cited.get(identity, identity), identity, units[identity]) for identity in wanted))


def digests_report(found: Sequence[Line], scheme: str, version: str) -> Content:
    """The digests in every form."""

    def page(form: str) -> Page:
        said = Prose(phrases(f"{scheme}, version {version}"))
        rows = tuple((cell(each.what), cell(each.id), cell(each.digest)) for each in found)
        table = Table("Digests", COLUMNS, rows)
        return Page((said, table)) if form == "text" else Page((said, table), "Digests")

    return Content(page, {"json": lambda: digests_json(found, scheme, version)})


def digests_json(found: Sequence[Line], scheme: str, version: str) -> str:
    """The same as one JSON object."""
    listed = [{"id": each.id, "cited": each.what, "digest": each.digest} for each in found]
    data = {"format": 1, "scheme": scheme, "version": version, "digests": listed}
    return json.dumps(data, indent=2, ensure_ascii=False) + "\n"
