"""A field that names something of another kind than it should: a party where a group is due."""

from __future__ import annotations

from collections.abc import Iterator

from section75.checks.case import Case
from section75.findings import Remark
from section75.model.schedules import Schedule
from section75.numbering.tables import data_lists

TARGETS = {
    "party": "party",
    "exercised_by": "party",
    "on_behalf_of": "party",
    "led_by": "party",
    "line_management": "party",
    "policy_owner": "party",
    "reporting_party": "party",
    "recipient": "party",
    "origin": "party",
    "owner": "party",
    "reports_to": "groups",
    "fits_in": "groups",
    "reported_to": "groups",
    "proxy_for": "members",
    "services": "services",
    "indicators": "indicators",
    "functions": "delegated",
    "agreement": "agreements",
}
"""Each field that names an id, and the list in which that id must stand."""

WORDS = {
    "party": "a party",
    "groups": "a group",
    "members": "a member of a group",
    "services": "a service",
    "indicators": "an indicator",
    "delegated": "a delegated function",
    "agreements": "an information sharing agreement",
}


def wrong_target(case: Case) -> Iterator[Remark]:
    """Fields that name an id of the wrong kind, and arrangements of a party with itself."""
    kinds = dict(_kinds(case))
    for leaf in case.references:
        field = leaf.path.split(".")[0]
        wanted = TARGETS.get(field)
        if wanted and leaf.value in kinds and kinds[leaf.value] != wanted:
            message = f'"{leaf.value}" is not {WORDS[wanted]}'
            choices = sorted(target for target, kind in kinds.items() if kind == wanted)
            hint = "one of: " + ", ".join(choices[:10]) if choices else f"there is no list of {wanted} yet"
            yield Remark("wrong-target", message, leaf.owner, at=leaf.path, hint=hint)
    for arrangement in case.agreement.arrangements:
        if arrangement.exercised_by == arrangement.on_behalf_of:
            message = "a party cannot exercise functions on behalf of itself"
            yield Remark("wrong-target", message, arrangement.id, at="on_behalf_of", hint="name the other party")


def _kinds(case: Case) -> Iterator[tuple[str, str]]:
    """The list in which every id stands; "" for whatever stands in none."""
    yield from ((identity, "") for identity in case.ids)
    yield from ((party.id, "party") for party in case.agreement.parties)
    for schedule in case.agreement.schedules:
        yield from _rows(schedule)


def _rows(schedule: Schedule) -> Iterator[tuple[str, str]]:
    for name, rows in data_lists(schedule):
        for row in rows:
            yield row.id, name
            for inner, below in data_lists(row):
                yield from ((item.id, inner) for item in below)
