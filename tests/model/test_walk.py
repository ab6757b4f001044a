"""The one walk over everything that has an id: nothing left out, in printed order, each with what holds it."""

from __future__ import annotations

import pytest

from section75.compose import compose
from section75.document import Execution, Paragraph
from section75.load import load_agreement
from section75.model import Agreement, Clause, Definition, Schedule
from section75.model.table import Column
from section75.model.walk import every, lists, walk
from section75.outline.units import outline
from section75.tree import DiskTree
from tests.support.printing import ROOT

NAMES = ("example/2025", "coventry-cwpt/2018", "kent-kmpt/2012", "model-pooled-fund")
LOADED = {name: load_agreement(DiskTree(ROOT / "agreements" / name)) for name in NAMES}


def agreement(name: str) -> Agreement:
    return LOADED[name].required()


@pytest.mark.parametrize("name", NAMES)
def test_the_walk_finds_what_the_outlines_of_the_files_find(name):
    walked = sorted((thing.value.id, thing.list) for thing in walk(agreement(name)) if thing.list != "schedules")
    outlined = []
    for source in LOADED[name].data:
        units = outline(source)
        outlined += [(unit.id, unit.list[-1] if unit.list else "") for unit in units.values() if unit.list]
    outlined.append((agreement(name).id, ""))
    assert walked == sorted(outlined)


@pytest.mark.parametrize("name", NAMES)
def test_the_walk_goes_in_printed_order(name):
    found = agreement(name)
    # Tables are left out, for they print where a paragraph asks for them; so are definitions.
    asked = {definition.id for definition in every(Definition, found)}
    position = {thing.value.id: at for at, thing in enumerate(walk(found)) if thing.value.id not in asked}
    blocks = [block.id for block in compose(found).blocks if isinstance(block, Paragraph | Execution)]
    printed = [position[identity] for identity in blocks if identity in position]
    assert printed == sorted(printed)


def test_the_tables_of_a_schedule_print_before_its_appendices():
    for schedule in every(Schedule, agreement("coventry-cwpt/2018")):
        names = [name for name, _ in lists(schedule)]
        after = names[names.index("appendices") :] if "appendices" in names else ["appendices"]
        assert after == ["appendices"]


@pytest.mark.parametrize("name", NAMES)
def test_each_thing_stands_in_the_list_of_what_holds_it(name):
    for thing in walk(agreement(name)):
        if thing.list:
            assert thing.value in dict(lists(thing.holders[-1]))[thing.list]
            assert thing.holders[0] is agreement(name)
        else:
            assert thing.value is agreement(name)


def test_a_thing_names_the_nearest_of_what_holds_it():
    found = agreement("example/2025")
    for thing in walk(found):
        schedule = thing.within(Schedule)
        inside = any(thing.value is inner.value for each in found.schedules for inner in walk(each))
        assert (schedule is not None) == (inside and thing.list != "schedules")
        if isinstance(thing.value, Column):
            assert thing.list == "columns"


def test_every_gives_one_kind_also_of_a_part():
    found = agreement("example/2025")
    top = found.clauses[0]
    assert next(every(Clause, top)) is top
    assert list(every(Clause, top))[1:] == [inner for below in top.clauses for inner in every(Clause, below)]
    assert list(every(Schedule, found)) == list(found.schedules)
