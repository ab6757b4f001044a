"""A field that names something of another kind than it should: a party where a group is due."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from section75.checks.case import Case
from section75.findings import Remark

MOST = 10
"""Of the ids that a hint offers."""


def wrong_target(case: Case) -> Iterator[Remark]:
    """Fields that name an id of another kind than their schema says, and arrangements of a party with itself."""
    things = case.pointing.things
    for pointer in case.pointing.pointers:
        found = things.get(pointer.target, ())
        if found and not set(found) & set(pointer.wanted):
            message = f'"{pointer.target}" is {_article(found[0])}, not {_either(pointer.wanted)}'
            choices = sorted(target for target, nouns in things.items() if set(nouns) & set(pointer.wanted))
            hint = _hint(choices, pointer.wanted)
            yield Remark("wrong-target", message, pointer.owner, at=pointer.path, hint=hint)
    for arrangement in case.agreement.arrangements:
        if arrangement.exercised_by == arrangement.on_behalf_of:
            message = "a party cannot exercise functions on behalf of itself"
            yield Remark("wrong-target", message, arrangement.id, at="on_behalf_of", hint="name the other party")


def _hint(choices: Sequence[str], wanted: Sequence[str]) -> str:
    if not choices:
        return f"there is no {wanted[0]} yet; add one first"
    if len(choices) > MOST:
        return f"name {_either(wanted)}, for example {choices[0]}"
    return "one of: " + ", ".join(choices)


def _either(nouns: Sequence[str]) -> str:
    """`a party`; `a clause, a schedule or a row`."""
    said = [_article(noun) for noun in nouns]
    return said[0] if len(said) == 1 else ", ".join(said[:-1]) + " or " + said[-1]


def _article(noun: str) -> str:
    return f"{'an' if noun[0] in 'aeiou' else 'a'} {noun}"
