"""References, in words or in a field, to something that does not exist."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import get_close_matches

from section75.checks.case import Case
from section75.findings import Remark
from section75.language import text
from section75.model.leaves import Leaf

TYPED = re.compile(r"\]\s{0,9}\(\s{0,9}#|(?<![\w&/\\])#([a-z][a-z0-9-]*[a-z0-9])")
"""An id behind a #; the beginning of a reference, right or wrong, is passed over."""


def broken_reference(case: Case) -> Iterator[Remark]:
    """`broken-reference`: `[](#id)` to what has no printed number, and fields such as `reports_to` to nothing.

    `not-a-reference`: an id behind a # that is no reference.
    """
    known = set(case.ids)
    for leaf in case.prose:
        if "#" in leaf.value:
            yield from _typed(leaf, known)
        for run in text.parse(leaf.value).runs:
            if isinstance(run, text.Reference) and run.target not in case.numbers:
                yield _broken(run.target, known, leaf, needle=f"(#{run.target})")
    for leaf in case.references:
        if leaf.value not in known:
            yield _broken(leaf.value, known, leaf)


def _typed(leaf: Leaf, known: set[str]) -> Iterator[Remark]:
    r"""The id of something behind a # in the words, which would print as it is typed; with \# it is meant so."""
    for match in TYPED.finditer(leaf.value):
        if match[1] in known:
            message, hint = f"{match.group()} is not a reference", f"write [](#{match[1]})"
            yield Remark("not-a-reference", message, leaf.owner, at=leaf.path, needle=match.group(), hint=hint)


def _broken(target: str, known: set[str], leaf: Leaf, needle: str = "") -> Remark:
    if target in known:
        message = f'"{target}" has no printed number to refer to'
        hint = "refer to the clause, row or schedule that you mean"
    else:
        message = f'there is no "{target[:60]}" to refer to'
        near = get_close_matches(target, known, 1)
        hint = f'did you mean "{near[0]}"?' if near else "name the id of a clause, schedule, row or definition"
    return Remark("broken-reference", message, leaf.owner, at=leaf.path, needle=needle, hint=hint)
