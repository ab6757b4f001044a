"""One group under two names, so that a minute cites a body that does not exist."""

from __future__ import annotations

import re
from collections.abc import Iterator

from section75.checks.case import Case
from section75.findings import WARNING, Remark
from section75.language.british import CAPITALISED
from section75.model import Definition
from section75.model.rows import Group, Meeting
from section75.model.walk import every

LAST = "Group|Board|Committee|Panel|Forum|Meeting"
NAME = re.compile(rf"\b{CAPITALISED}(?:(?: and| of| for)? {CAPITALISED})* (?:{LAST})\b")
FIELDS = ("text", "closing", "meaning", "purpose", "provision")
POSSESSIVE = re.compile(r"['\u2019]s?$")
"""The Trust's Quality Group is not the same as that of the Council."""
OPENINGS = ("The ", "A ", "An ", "Each ", "Every ")


def names(case: Case) -> Iterator[Remark]:
    """`name-varies`: a group called by a name that is almost its own."""
    groups = [group.name for group in every(Group, case.agreement)]
    if not groups:
        return
    known = {*groups, *(definition.term for definition in every(Definition, case.agreement))}
    known |= {meeting.name for meeting in every(Meeting, case.agreement)}
    known |= set(case.agreement.terms_allowed)
    seen: set[str] = set()
    for leaf in case.prose:
        if leaf.path.split(".")[0] not in FIELDS or not re.search(LAST, leaf.value):
            continue
        for match in NAME.finditer(leaf.value):
            name = match.group()
            for opening in OPENINGS:
                name = name.removeprefix(opening)
            near = next((group for group in groups if name not in known and _nearly(name, group)), None)
            if near and name not in seen:
                seen.add(name)
                message = f'"{name}" is almost the name of the {near}'
                hint = "use the exact name, or list this one under terms_allowed"
                yield Remark("name-varies", message, leaf.owner, at=leaf.path, needle=name, hint=hint, severity=WARNING)


def _nearly(name: str, group: str) -> bool:
    """Whether one word of several differs, or some between the first and the last are left out."""
    said, meant = name.split(), group.split()
    if POSSESSIVE.search(said[0]):
        return False
    if min(len(said), len(meant)) < 2 or said[-1] != meant[-1]:
        return False
    if len(said) == len(meant) > 3:
        return sum(a != b for a, b in zip(said, meant, strict=True)) == 1
    left = iter(meant)
    return 2 < len(said) < len(meant) and said[0] == meant[0] and all(word in left for word in said)
