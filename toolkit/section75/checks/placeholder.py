"""Words left over from drafting, such as TBC."""

from __future__ import annotations

from collections.abc import Iterator

from section75.checks.case import Case
from section75.findings import WARNING, Remark
from section75.language.blanks import blank
from section75.model.units import Day, Id, Ref


def placeholder(case: Case) -> Iterator[Remark]:
    """`placeholder`: words left over from drafting, in the agreement or its risk register."""
    questions = {question.id for question in case.agreement.to_settle}
    for leaf in case.leaves:
        if (
            not isinstance(leaf.value, str)
            or leaf.unit in (Id, Ref, Day)
            or leaf.path.startswith(("notes", "accepted"))
            or leaf.owner in questions
        ):
            continue
        match = blank(leaf.value)
        if match:
            message = f'"{match.group()[:60]}" is left over from drafting'
            yield Remark(
                "placeholder",
                message,
                leaf.owner,
                at=leaf.path,
                needle=match.group(),
                hint="fill it in or remove it",
                severity=WARNING,
            )
