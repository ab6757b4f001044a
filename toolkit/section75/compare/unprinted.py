"""What two versions say without printing it, and what their front sheets show: no redline tracks either."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields

from section75.compare import words
from section75.compare.departure import FRONT, Departure
from section75.compare.kind import Kind, Kinds, of_substance
from section75.compare.marked import Comparison, MarkedRuns, Verdict
from section75.document import Document, Execution, Front, Paragraph, Runs, Table, Text, Value
from section75.language.british import choice, day
from section75.model import Agreement
from section75.model.leaves import Leaf, leaves
from section75.model.units import Day, Ref

ON_THE_FRONT = "on the front sheet and in the headers; not tracked"
UNPRINTED = "data that does not print; not tracked"
SHOWN = {"illustrative": "illustrative notice", "edition": "edition", "parties": "names of the parties"}
TERM = "agreement.term"
"""What stands for an id where a change is of the term."""
COUNTED = ("type", "exercised_by", "on_behalf_of", "participants")
"""Fields of an arrangement: rules and review items go by them."""


def front_departures(old: Front, new: Front) -> Iterator[Departure]:
    """What the front sheet and the headers show; a redline shows them as they are now."""
    for each in fields(Front):
        was, now = (_shown(getattr(front, each.name)) for front in (old, new))
        if was != now:
            runs = words.marked((Text(was),), (Text(now),))
            where = f"Front sheet: {SHOWN.get(each.name, each.name)}"
            kinds: Kinds = (Kind.PARTY,) if each.name == "parties" else _by_words(runs)
            yield Departure(FRONT, where, was, now, (Verdict.EDITED,), kinds, runs, note=ON_THE_FRONT)


def _shown(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    shown = getattr(value, "shown", None)
    return "; ".join(value) if isinstance(value, tuple) else str(shown if shown is not None else value)


def _by_words(runs: MarkedRuns) -> Kinds:
    from section75.compare.kinds import kinds_of  # noqa: PLC0415 -- many patterns, which a redline seldom wants

    return of_substance(kinds_of(runs))


def _kinds(path: str, runs: MarkedRuns) -> Kinds:
    if path.startswith("term."):
        return _by_words(runs)
    return (Kind.PARTY,) if path == "kind" else (Kind.PARTY, Kind.FUNCTION)


def unprinted_departures(
    old: Agreement, new: Agreement, comparison: Comparison, names: Mapping[str, str]
) -> tuple[Departure, ...]:
    """The kinds of the parties and schedules, the arrangements, and of the term what no clause looks up."""
    before, after = ({(leaf.owner, leaf.path): leaf for leaf in _counted(side)} for side in (old, new))
    shown = {f"term.{path.partition('.')[2]}" for path in _looked_up(comparison) if path.startswith("term.")}
    both = _held(old) & _held(new)
    found = []
    for key in dict.fromkeys((*after, *before)):
        owner, path = key
        was, now = (_said(side[key], names) if key in side else "" for side in (before, after))
        if was == now or path in shown or (path == "kind" and owner not in both):
            continue
        verdict = Verdict.EDITED if key in before and key in after else Verdict.ADDED if now else Verdict.REMOVED
        runs = words.marked((Text(was),) if was else (), (Text(now),) if now else ())
        where = _where(owner, path, names)
        found.append(Departure(owner, where, was, now, (verdict,), _kinds(path, runs), runs, note=UNPRINTED))
    return tuple(found)


def _held(agreement: Agreement) -> set[str]:
    """Ids of the parties and schedules."""
    return {party.id for party in agreement.parties} | {schedule.id for schedule in agreement.schedules}


def _counted(agreement: Agreement) -> Iterator[Leaf]:
    for party in agreement.parties:
        yield Leaf(party.id, "kind", None, party.kind)
    for schedule in agreement.schedules:
        yield Leaf(schedule.id, "kind", None, schedule.kind)
    for arrangement in agreement.arrangements:
        yield from (leaf for leaf in leaves(arrangement) if leaf.path in COUNTED)
    for leaf in leaves(agreement.term):
        if leaf.path != "id":
            yield Leaf(leaf.owner or TERM, f"term.{leaf.path}", leaf.unit, leaf.value)


def _said(leaf: Leaf, names: Mapping[str, str]) -> str:
    if leaf.unit is Day:
        return day(leaf.value)
    if leaf.unit is Ref:
        return names.get(leaf.value, str(leaf.value))
    return choice(leaf.value) if isinstance(leaf.value, str) else str(leaf.value)


def _where(owner: str, path: str, names: Mapping[str, str]) -> str:
    field = path.removeprefix("term.").replace("_", " ").replace(".", " ")
    if path.startswith("term."):
        return f"Term: {field}" if owner == TERM else f"Extension {owner}: {field}"
    if path in COUNTED:
        return f"Arrangement {owner}: {field}"
    named = names.get(owner, owner)
    return f"{named[:1].upper()}{named[1:]}: {field}"


def _looked_up(comparison: Comparison) -> set[str]:
    return {run.path for side in (comparison.old, comparison.new) for run in _runs(side) if isinstance(run, Value)}


def _runs(document: Document) -> Iterator[object]:
    for block in document.blocks:
        for runs in _texts(block):
            yield from runs


def _texts(block: object) -> Iterator[Runs]:
    if isinstance(block, Paragraph):
        yield block.runs
    elif isinstance(block, Table):
        yield block.caption
        yield from (line.runs for row in block.rows for cell in row.cells for line in cell)
    elif isinstance(block, Execution):
        yield from block.said
