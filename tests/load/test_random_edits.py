"""Random edits of real and made-up files: what was meant, every other byte kept, or refused with a reason."""

from __future__ import annotations

import os
import re
from collections import Counter
from functools import cache
from random import Random

import pytest

from section75.errors import Section75Error
from section75.load.layout import value_end
from section75.load.proved import spliced
from section75.load.reader import read_source
from section75.load.source import SourceFile
from section75.outline.changes import Change, UnitAdded, UnitMoved, UnitRemoved, applied
from section75.outline.plain import same
from section75.outline.units import WHOLE, below, outline
from tests.support.printing import ROOT
from tests.support.random_edits import Writer, changes, data

MANY = int(os.environ.get("S75_RANDOM_EDITS", "0"))
FEW = 400
FILES = sorted(path for folder in ("agreements", "schedules", "reviews") for path in (ROOT / folder).rglob("*.yaml"))
COMMENT = re.compile(r"# (above|beside|below) ([a-z0-9-]+)")
MOST_REFUSED = 0.04
REASONS = {"", "this cannot be edited by machine: its comments cannot go with it"}
"""Why an edit may be refused; the proof that follows an edit is to find nothing."""


@cache
def real(index: int) -> bytes:
    return FILES[index].read_bytes()


def read(raw: bytes) -> SourceFile:
    source, findings = read_source("x.yaml", "x.yaml", raw)
    assert not findings, (findings, raw.decode())
    return source


def made_up(random: Random) -> bytes:
    """A real file, or one in random styles; some with other line ends, a byte-order mark or no last line break."""
    if random.random() < 0.35:
        # Small files for the most part: a large one takes long to read.
        index = random.randrange(len(FILES))
        raw = real(index) if FILES[index].stat().st_size < 12_000 or random.random() < 0.05 else None
    else:
        raw = None
    text = raw.decode() if raw else Writer(random, random.choice([0, 0.3, 0.8])).file(data(random))
    if random.random() < 0.15:
        text = text.replace("\n", "\r\n")
    if random.random() < 0.1:
        text = text.rstrip("\r\n")
    return (b"\xef\xbb\xbf" if random.random() < 0.1 else b"") + text.encode()


def touched(before, made: list[Change]) -> set[str]:
    """The units whose text may change: those that changes name, with all that hold them."""
    names: set[str] = set()
    now = before
    for change in made:
        for units in (outline(now), outline(applied(now, [change]))):
            name = change.parent if isinstance(change, UnitAdded) else change.unit
            named = [name, change.parent] if isinstance(change, UnitMoved) else [name]
            if isinstance(change, UnitMoved | UnitRemoved) and name in units:
                named += below(units, name)
            for each in named:
                names |= holders(units, each)
        now = applied(now, [change])
    return names | {WHOLE}


def holders(units, name: str) -> set[str]:
    """A unit with all that hold it."""
    names: set[str] = set()
    while name in units and name != WHOLE:
        names.add(name)
        name = units[name].parent
    return names


def written(source: SourceFile) -> dict[str, str]:
    """The text of every unit that has its id to itself."""
    found = {}
    units = outline(source.data)
    ids = Counter(unit.id for unit in units.values())
    for unit in units.values():
        if unit.name != WHOLE and ids[unit.id] == 1:
            holder = source.data
            for key in unit.keys[:-1]:
                holder = holder[key]
            start, _ = holder.spans[unit.keys[-1]]
            found[unit.name] = source.text[start : value_end(source, holder, unit.keys[-1])]
    return found


def attached(text: str) -> dict[tuple[str, str], str]:
    """Each comment that names its unit, and the line to which it belongs."""
    found = {}
    lines = text.splitlines()
    for index, line in enumerate(lines):
        for match in COMMENT.finditer(line):
            if match[1] == "above":
                below_it = (each for each in lines[index + 1 :] if each.strip() and not each.lstrip().startswith("#"))
                found[match[1], match[2]] = next(below_it, "")
            elif match[1] == "beside":
                found[match[1], match[2]] = line
    return found


def try_one(seed: int) -> str:
    """One random edit; gives the reason where it was refused, and fails where what comes out is not what was meant."""
    random = Random(seed)
    raw = made_up(random)
    source = read(raw)
    made = changes(random, source.data, random.choice([1, 1, 1, 2, 3, 5]))
    meant = applied(source.data, made)
    try:
        after = spliced(source, made)
    except Section75Error as error:
        return re.sub(r"^[^ ]*:\d+:\d+: ", "", str(error))
    again = read(after)
    assert same(again.data, meant), (seed, made)
    assert again.byte_order_mark == source.byte_order_mark
    assert "\r\n" in again.text or "\r" not in again.text
    may = touched(source.data, made)
    was, now = written(source), written(again)
    for name, text in was.items():
        assert name in may or now[name] == text, (seed, made, name)
    for (place, name), line in attached(again.text).items():
        assert name in now or place == "below", (seed, made, place, name)
        assert re.search(rf"\bid: ['\"]?{name}\b", line), (seed, made, place, name, line)
    lost = attached(source.text).keys() - attached(again.text).keys()
    assert {name for _, name in lost} <= gone(source.data, made), (seed, made, lost)
    return ""


def gone(before, made: list[Change]) -> set[str]:
    """Units that were taken out, or stood in a value that was replaced, at some time."""
    names: set[str] = set()
    now = before
    for change in made:
        after = applied(now, [change])
        names |= outline(now).keys() - outline(after).keys()
        now = after
    return names


def tried(seeds: range) -> Counter[str]:
    return Counter(try_one(seed) for seed in seeds)


def test_a_random_edit_is_as_meant_or_refused():
    refused = tried(range(FEW))
    assert refused.keys() <= REASONS
    assert 1 - refused[""] / FEW <= MOST_REFUSED, refused.most_common()


@pytest.mark.slow
@pytest.mark.skipif(not MANY, reason="S75_RANDOM_EDITS gives the number of edits")
def test_many_random_edits_are_as_meant_or_refused():
    refused = tried(range(FEW, FEW + MANY))
    assert refused.keys() <= REASONS
    assert 1 - refused[""] / MANY <= MOST_REFUSED, refused.most_common()
