"""Look-ups such as `{{ term.end }}` that name nothing in the agreement."""

from __future__ import annotations

from collections.abc import Iterator

from section75.checks.case import Case
from section75.errors import MissingError
from section75.findings import Remark
from section75.language import text
from section75.lookups import look_up


def unknown_look_up(case: Case) -> Iterator[Remark]:
    """`unknown-look-up`: every look-up that has no value."""
    for leaf in case.prose:
        if "{{" not in leaf.value:
            continue
        for run in text.parse(leaf.value).runs:
            inside = run.words if isinstance(run, text.Reference) else (run,)
            for part in inside:
                if isinstance(part, text.LookUp):
                    yield from _tried(case, part.path, leaf.owner, leaf.path)


def _tried(case: Case, path: str, owner: str, field: str) -> Iterator[Remark]:
    try:
        look_up(case.agreement, path)
    except MissingError as error:
        yield Remark("unknown-look-up", str(error), owner, at=field, needle=path, hint=error.hint)
