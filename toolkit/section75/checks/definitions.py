"""Defined terms: each is used, defined once, in alphabetical order, and written with the same capitals."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from section75.checks.case import Case
from section75.findings import WARNING, Remark
from section75.language import text
from section75.model import Definition
from section75.model.walk import every


def definitions(case: Case) -> Iterator[Remark]:
    """`unused-definition`, `defined-twice`, `definition-order` and `term-capitals`."""
    yield from _twice(case)
    yield from _order(case.agreement.definitions)
    for schedule in case.agreement.schedules:
        yield from _order(schedule.definitions)
    yield from _unused(case)
    yield from _capitals(case)


def _twice(case: Case) -> Iterator[Remark]:
    seen: dict[str, str] = {}
    for definition in every(Definition, case.agreement):
        key = definition.term.casefold()
        if key in seen:
            hint = f"keep one; the other is {seen[key]}"
            yield Remark("defined-twice", f"{definition.term} is defined twice", definition.id, at="term", hint=hint)
        seen.setdefault(key, definition.id)


def _sort_key(term: str) -> str:
    """For alphabetical order: capitals, hyphens and apostrophes make no difference, figures come first."""
    return re.sub(r"[-'\u2019]", "", term).casefold()


def _order(listed: tuple[Definition, ...]) -> Iterator[Remark]:
    for before, after in pairwise(listed):
        if _sort_key(after.term) < _sort_key(before.term):
            message = f"{after.term} comes after {before.term}, out of alphabetical order"
            yield Remark("definition-order", message, after.id, at="term", hint="move it up", severity=WARNING)


def _unused(case: Case) -> Iterator[Remark]:
    for definition in every(Definition, case.agreement):
        stem = re.escape(definition.term.removesuffix("s"))
        pattern = re.compile(rf"\b{stem}(?:s|es|\u2019s|'s)?\b")
        used = any(
            definition.term.removesuffix("s") in leaf.value and pattern.search(text.plain(leaf.value))
            for leaf in case.prose
            if leaf.owner != definition.id
        )
        if not used and not any(definition.id in leaf.value for leaf in case.prose):
            message = f"{definition.term} is defined but not used"
            hint = "remove the definition, or use the term"
            yield Remark("unused-definition", message, definition.id, at="term", hint=hint, severity=WARNING)


def _capitals(case: Case) -> Iterator[Remark]:
    """Terms of several words that a clause writes with fewer capitals, so that the meaning is in doubt."""
    terms = [d.term for d in every(Definition, case.agreement) if " " in d.term and not d.term.isupper()]
    if not terms:
        return
    pattern = re.compile(r"\b(?:" + "|".join(re.escape(term) for term in terms) + r")\b", re.IGNORECASE)
    exact = {term.casefold(): term for term in terms}
    for leaf in case.prose:
        if leaf.path.split(".")[0] not in ("text", "closing", "meaning"):
            continue
        for match in pattern.finditer(leaf.value):
            term = exact[match.group().casefold()]
            if match.group() != term and not match.group().isupper() and not _begins(leaf.value, match.start()):
                message = f'"{match.group()}" is written without the capitals of the defined term {term}'
                yield Remark(
                    "term-capitals",
                    message,
                    leaf.owner,
                    at=leaf.path,
                    needle=match.group(),
                    hint=f"write {term} if the defined thing is meant",
                    severity=WARNING,
                )


def _begins(words: str, at: int) -> bool:
    """Whether a sentence begins here, so that it would have a capital anyway."""
    return not words[:at].strip() or words[:at].rstrip().endswith((".", ":"))
