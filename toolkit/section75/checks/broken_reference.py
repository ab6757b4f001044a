"""References, in words or in a field, to something that does not exist."""

from __future__ import annotations

import re
from collections.abc import Iterator, Set
from difflib import get_close_matches

from section75.checks.case import Case
from section75.findings import Remark
from section75.language import text
from section75.model.leaves import Leaf

MOST = 10
"""Of the ids that a hint offers."""
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
                yield _broken(run.target, known, leaf, case, needle=f"(#{run.target})")
    wanted = {(pointer.owner, pointer.path): pointer.wanted for pointer in case.pointing.pointers}
    for leaf in case.references:
        if leaf.value not in known:
            yield _broken(leaf.value, known, leaf, case, wanted=wanted.get((leaf.owner, leaf.path), ()))


def _choices(fitting: Set[str], wanted: tuple[str, ...]) -> str:
    if wanted and 0 < len(fitting) <= MOST:
        return f"name the id of a {wanted[0]}, one of: {', '.join(sorted(fitting))}"
    return f"name the id of a {' or a '.join(wanted or ('clause', 'schedule', 'row', 'definition'))}"


def _typed(leaf: Leaf, known: set[str]) -> Iterator[Remark]:
    r"""The id of something behind a # in the words, which would print as it is typed; with \# it is meant so."""
    for match in TYPED.finditer(leaf.value):
        if match[1] in known:
            message, hint = f"{match.group()} is not a reference", f"write [](#{match[1]})"
            yield Remark("not-a-reference", message, leaf.owner, at=leaf.path, needle=match.group(), hint=hint)


def _broken(
    target: str, known: set[str], leaf: Leaf, case: Case, needle: str = "", wanted: tuple[str, ...] = ()
) -> Remark:
    if target in known:
        message = f'"{target}" has no printed number to refer to'
        hint = "refer to the clause, row or schedule that you mean"
    elif target in case.unlisted:
        message = f'"{target}" is in {case.unlisted[target]}, which is not listed'
        hint = "put the file into the list under schedules"
    else:
        message = f'there is no "{target[:60]}" to refer to'
        fitting = {name for name, nouns in case.pointing.things.items() if set(nouns) & set(wanted)}
        near = get_close_matches(target, fitting or known, 1)
        hint = f'did you mean "{near[0]}"?' if near else _choices(fitting, wanted)
    return Remark("broken-reference", message, leaf.owner, at=leaf.path, needle=needle, hint=hint)
