"""Three versions of a file brought together: changes of theirs, and conflicts as data."""

from __future__ import annotations

from random import Random
from typing import Any

import pytest

from section75.errors import Section75Error
from section75.merge import Kind, merged
from section75.merge.words import combined
from section75.outline.changes import FieldSet, UnitAdded, UnitMoved, UnitRemoved, applied
from section75.outline.plain import plain_copy, same
from section75.outline.units import outline
from tests.support.random_edits import changes, data

BASE = {
    "id": "file",
    "title": "A title",
    "term": {"start": "2018-04-01", "end": "2020-03-31"},
    "tags": ["a", "b"],
    "clauses": [
        {"id": "a", "text": "One. Two. Three."},
        {"id": "b", "text": "Bee", "clauses": [{"id": "b1", "text": "One"}, {"id": "b2", "text": "Two"}]},
        {"id": "c", "text": "Sea"},
        {"id": "d", "text": "Dee"},
    ],
}


def edit(**how: Any) -> dict[str, Any]:
    """The base with units or values changed: `a={...}` updates a unit, `order=` the clauses, `top=` the file."""
    made = plain_copy(BASE)
    units = {unit.name: unit.node for unit in outline(made).values()}
    for name, value in how.items():
        if name == "order":
            made["clauses"] = [units.get(each, {"id": each, "text": "New"}) for each in value]
        elif name == "top":
            made.update(value)
        else:
            units[name].update(value)
    return made


def merge(ours: Any, theirs: Any, base: Any = BASE):
    made = merged(outline(base), outline(ours), outline(theirs))
    return applied(ours, made.changes), [(conflict.kind, conflict.unit) for conflict in made.conflicts]


@pytest.mark.parametrize(
    ("ours", "theirs", "expected"),
    [
        ({}, {"a": {"text": "New"}}, {"a": {"text": "New"}}),
        ({"a": {"text": "New"}}, {}, {"a": {"text": "New"}}),
        ({"a": {"text": "New"}}, {"a": {"text": "New"}}, {"a": {"text": "New"}}),
        ({"a": {"text": "New"}}, {"c": {"text": "Old"}}, {"a": {"text": "New"}, "c": {"text": "Old"}}),
        ({"a": {"note": "x"}}, {"a": {"text": "New"}}, {"a": {"text": "New", "note": "x"}}),
        ({"top": {"term": {"start": "2019-01-01", "end": "2020-03-31"}}},
         {"top": {"term": {"start": "2018-04-01", "end": "2021-03-31", "by": True}}},
         {"top": {"term": {"start": "2019-01-01", "end": "2021-03-31", "by": True}}}),
        ({"order": "acd"}, {"order": "acd"}, {"order": "acd"}),
        ({}, {"order": "acd"}, {"order": "acd"}),
        ({}, {"order": "axcd"}, {"order": "axcd"}),
        ({}, {"order": "xabcdy"}, {"order": "xabcdy"}),
        ({"order": "axbcd"}, {"order": "aybcd"}, {"order": "axybcd"}),
        ({"order": "axbcd"}, {"order": "axbcd"}, {"order": "axbcd"}),
        ({}, {"order": "abdc"}, {"order": "abdc"}),
        ({"order": "abdc"}, {"order": "abdc"}, {"order": "abdc"}),
        ({"order": "abdc"}, {"order": "abxdc"}, {"order": "abxdc"}),
        ({"c": {"text": "Edited"}}, {"order": "acbd"}, {"order": "acbd", "c": {"text": "Edited"}}),
        ({"order": "abd"}, {"a": {"text": "New"}}, {"order": "abd", "a": {"text": "New"}}),
        ({"a": {"text": "One. Two.\nThree."}}, {"a": {"text": "Other words"}}, {"a": {"text": "Other words"}}),
        ({"a": {"text": "Other words"}}, {"a": {"text": "One. Two.\nThree."}}, {"a": {"text": "Other words"}}),
        ({"a": {"text": "Once. Two. Three."}}, {"a": {"text": "One. Two. Thrice."}},
         {"a": {"text": "Once. Two. Thrice."}}),
        ({}, {"top": {"tags": []}}, {}),
    ],
)  # fmt: skip
def test_what_only_one_side_changed_is_merged(ours, theirs, expected):
    after, conflicts = merge(edit(**ours), edit(**theirs))
    wanted = edit(**expected)
    if theirs == {"top": {"tags": []}}:
        del wanted["tags"]
    assert conflicts == []
    assert same(after, wanted)


def test_a_unit_moves_into_another():
    theirs = edit(order="abd")
    theirs["clauses"][1]["clauses"].insert(1, {"id": "c", "text": "Sea"})
    after, conflicts = merge(edit(c={"text": "Edited"}), theirs)
    assert conflicts == []
    assert [unit["id"] for unit in after["clauses"][1]["clauses"]] == ["b1", "c", "b2"]
    assert after["clauses"][1]["clauses"][1]["text"] == "Edited"


def test_a_unit_that_left_what_was_removed_stays():
    theirs = edit(order="acd")
    theirs["clauses"].append({"id": "b1", "text": "One"})
    after, conflicts = merge(BASE, theirs)
    assert conflicts == []
    assert same(after, theirs)


def test_a_new_unit_takes_what_it_holds_with_it():
    theirs = edit(order="abxd")
    theirs["clauses"][2]["clauses"] = [{"id": "x1"}, {"id": "c", "text": "Sea"}, {"id": "x2"}]
    after, conflicts = merge(BASE, theirs)
    assert conflicts == []
    assert same(after, theirs)


TWICE = [{"id": "a", "text": "x"}, {"id": "a", "text": "y"}]


@pytest.mark.parametrize(
    ("ours", "theirs", "conflict"),
    [
        ({"a": {"text": "Mine"}}, {"a": {"text": "Yours"}}, (Kind.BOTH_CHANGED, "a")),
        ({"a": {"note": "Mine"}}, {"a": {"note": "Yours"}}, (Kind.BOTH_CHANGED, "a")),
        ({"top": {"tags": ["a", "c"]}}, {"top": {"tags": ["d", "b"]}}, (Kind.BOTH_CHANGED, "")),
        ({"order": "bcd"}, {"a": {"text": "Yours"}}, (Kind.REMOVED_HERE, "a")),
        ({"a": {"text": "Mine"}}, {"order": "bcd"}, (Kind.REMOVED_THERE, "a")),
        ({"b1": {"text": "Mine"}}, {"order": "acd"}, (Kind.REMOVED_THERE, "b")),
        ({"b1": {"clauses": [{"id": "n"}]}}, {"order": "acd"}, (Kind.REMOVED_THERE, "b")),
        ({"order": "acd"}, {"b": {"clauses": [*BASE["clauses"][1]["clauses"], {"id": "n"}]}}, (Kind.NO_PLACE, "n")),
        ({"order": "dabc"}, {"order": "adbc"}, (Kind.MOVED_TWICE, "d")),
        ({"order": "xabcd"}, {"order": "abcdx"}, None),
        ({"order": "xabcd", "a": {"note": "n"}}, {"order": "abcdx", "top": {"rows": [{"id": "r"}]}}, None),
        ({"a": {"clauses": [{"id": "n", "text": "1"}]}}, {"a": {"clauses": [{"id": "n", "text": "2"}]}},
         (Kind.ADDED_TWICE, "n")),
        ({"a": {"clauses": [{"id": "n"}]}}, {"c": {"clauses": [{"id": "n"}]}}, (Kind.ADDED_TWICE, "n")),
        ({}, {"d": {"clauses": TWICE}}, (Kind.ID_TWICE, "a#2")),
        ({}, {"top": {"clauses": ["no", "units"]}}, (Kind.BOTH_CHANGED, "")),
    ],
)  # fmt: skip
def test_what_cannot_be_merged_stays_ours_and_is_named(ours, theirs, conflict):
    mine = edit(**ours)
    after, conflicts = merge(mine, edit(**theirs))
    if conflict is None:
        assert conflicts == []
        return
    assert conflict in conflicts
    if conflict[0] is not Kind.ID_TWICE:
        assert same(after, mine)


def test_a_conflict_says_what_each_side_has():
    conflict = merged(outline(BASE), outline(edit(a={"note": "Mine"})), outline(edit(a={"note": "Yours"}))).conflicts[0]
    assert (conflict.path, conflict.base, conflict.ours, conflict.theirs) == (("note",), None, "Mine", "Yours")


def test_changes_are_data():
    theirs = edit(order="acxd", a={"text": "New"})
    made = merged(outline(BASE), outline(BASE), outline(theirs)).changes
    assert made == (
        FieldSet("a", ("text",), "New"),
        UnitAdded("", ("clauses",), "c", {"id": "x", "text": "New"}),
        UnitRemoved("b"),
    )
    assert merged(outline(BASE), outline(BASE), outline(edit(order="dabc"))).changes == (
        UnitMoved("d", "", ("clauses",), ""),
    )


@pytest.mark.parametrize("seed", range(150))
def test_what_only_theirs_changed_becomes_theirs(seed):
    """With ours as the base was, the merge gives theirs; with theirs as the base was, ours; with both alike, nothing."""
    random = Random(seed)
    base = data(random)
    theirs = applied(base, changes(random, base, random.randint(1, 6)))
    made = merged(outline(base), outline(base), outline(theirs))
    if made.conflicts:
        assert {conflict.kind for conflict in made.conflicts} <= {Kind.BOTH_CHANGED, Kind.ID_TWICE}
        return
    assert tidy(applied(base, made.changes)) == tidy(theirs)
    assert merged(outline(base), outline(theirs), outline(base)).changes == ()
    assert merged(outline(base), outline(theirs), outline(theirs)) == type(made)((), ())


@pytest.mark.parametrize("seed", range(150))
def test_a_random_merge_never_fails_and_never_loses_ours(seed):
    random = Random(seed)
    base = data(random)
    ours, theirs = (applied(base, changes(random, base, random.randint(1, 6))) for _ in range(2))
    made = merged(outline(base), outline(ours), outline(theirs))
    after = outline(applied(ours, made.changes))
    was, there = outline(base), outline(theirs)
    for name in outline(ours):
        if name not in was:
            assert name in after
        elif name not in after:
            assert name not in there
    for name in there:
        told = {conflict.unit for conflict in made.conflicts}
        assert (
            name in after or name in was or name in told or there[name].parent in told | (there.keys() - after.keys())
        )


def tidy(node: Any) -> Any:
    """Data without the breaks of lines in its words, which a merge leaves as they were."""
    if isinstance(node, dict):
        return {key: tidy(value) for key, value in node.items()}
    if isinstance(node, list):
        return [tidy(item) for item in node]
    return " ".join(node.split()) if isinstance(node, str) else node


@pytest.mark.parametrize(
    ("base", "ours", "theirs", "both"),
    [
        ("One. Two. Three.", "Once. Two. Three.", "One. Two. Thrice.", "Once. Two. Thrice."),
        ("One. Two. Three.", "One. Two. Three. Four.", "None. Two. Three.", "None. Two. Three. Four."),
        ("One. Two. Three.", "Two. Three.", "One. Two. Three. Four.", "Two. Three. Four."),
        ("One.\nTwo.\nThree.\n", "One. Two. Thrice.\n", "Once.\nTwo.\nThree.\n", "Once.\nTwo. Thrice.\n"),
        ("A.\n\nB.\n\nC.\n", "A1.\n\nB.\n\nC.\n", "A.\n\nB.\n\nC1.\n", "A1.\n\nB.\n\nC1.\n"),
        ("One. Two.", "Once. Two.", "One. Twice.", "Once. Twice."),
        ("One. Two.", "One. Mine. Two.", "One. Yours. Two.", None),
        ("One word here", "Two word here", "One word there", None),
    ],
)
def test_sentences_that_do_not_touch_are_merged(base, ours, theirs, both):
    assert combined(base, ours, theirs) == both


def test_a_change_that_cannot_be_made_is_an_error():
    with pytest.raises(Section75Error):
        applied(BASE, [UnitMoved("b", "b1", ("clauses",), "")])
