"""The same id given to two things."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from section75.checks.case import Case
from section75.findings import Remark


def duplicate_id(case: Case) -> Iterator[Remark]:
    """`duplicate-id`: each id can be used once in an agreement and its register."""
    for identity, count in Counter(case.ids).items():
        for occurrence in range(1, count):
            message = f'the id "{identity}" is already used'
            hint = "give this one another id; ids are permanent, so leave the older one as it is"
            yield Remark("duplicate-id", message, identity, at="id", hint=hint, occurrence=occurrence)
