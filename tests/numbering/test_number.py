"""A number as a value: how it is written, which comes first, and what a held list does with what is put in."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from section75.model import Agreement, Clause
from section75.numbering import Number, Position, number
from section75.numbering.held import between
from section75.numbering.labels import Form, letters, roman
from section75.numbering.rising import heaviest_rising, longest_rising
from tests.support.agreements import loaded


def agreement(*clauses: Clause) -> Agreement:
    """The small agreement with these clauses and nothing else that counts."""
    return replace(loaded().required(), clauses=clauses, schedules=(), recitals=())


def listed(ids: str, **below: str) -> Agreement:
    """First-level clauses by id; `below` gives the sub-clauses of each."""
    return agreement(*(Clause(key, clauses=tuple(map(Clause, below.get(key, "").split()))) for key in ids.split()))


def told(ids: str, *executed: str) -> str:
    """The numbers of a list of clauses, after each executed version in turn held its own."""
    held = None
    for version in executed:
        held = number(listed(version), held)
    return " ".join(number(listed(ids), held)[key].full for key in ids.split())


def test_counts_are_written_as_word_writes_them():
    assert [letters(n) for n in (1, 26, 27, 28, 53)] == ["a", "z", "aa", "bb", "aaa"]
    assert [roman(n) for n in (1, 4, 9, 14, 40)] == ["i", "iv", "ix", "xiv", "xl"]


def test_a_number_shows_its_own_level_and_is_cited_with_those_above():
    deep = Number.of(12, 3, 1, 2, 1)
    assert (deep.label, deep.full) == ("(A)", "12.3(a)(ii)(A)")
    assert (Number.of(12, 3).label, Number.of(12, 3).full) == ("12.3", "12.3")
    under = Number((Position(14, (1,)), Position(2, (1,)), Position(1, (1,)), Position(1, (1,))))
    assert (under.label, under.full) == ("(ia)", "14A.2A(aa)(ia)")


@pytest.mark.parametrize(
    ("place", "decimal", "lower", "roman", "upper"),
    [
        (Position(2), "2", "b", "ii", "B"),
        (Position(2, (1,)), "2A", "ba", "iia", "BA"),
        (Position(0, (2,)), "B1", "zb", "bi", "ZB"),
        (Position(0, (0, 1)), "ZA1", "zza", "zai", "ZZA"),
        (Position(14, (26,)), "14Z", "nz", "xivz", "NZ"),
        (Position(14, (27,)), "14Z1", "nz1", "xivz1", "NZ1"),
    ],
)
def test_what_was_put_in_bears_a_letter_in_every_form(place, decimal, lower, roman, upper):
    assert [place.written(form) for form in Form] == [decimal, lower, roman, upper]


def test_numbers_sort_as_they_stand():
    places = [(0, (1,)), (1, ()), (1, (0, 1)), (1, (1,)), (1, (1, 0, 1)), (1, (1, 1)), (1, (2,))]
    numbers = [Number((Position(*place),)) for place in places] + [Number((Position(1, (2,)), Position(1)))]
    assert [n.full for n in numbers] == ["A1", "1", "1ZA", "1A", "1AZA", "1AA", "1B", "1B.1"]
    assert sorted([*numbers[4:], *numbers[:4]]) == numbers


@pytest.mark.parametrize(
    ("before", "after", "found"),
    [
        ((14, ()), (15, ()), "14A 14B 14C"),
        ((14, (1,)), (15, ()), "14B 14C 14D"),
        ((14, ()), (14, (1,)), "14ZA 14ZB 14ZC"),
        ((14, (1,)), (14, (2,)), "14AA 14AB 14AC"),
        ((14, (1,)), (14, (1, 1)), "14AZA 14AZB 14AZC"),
        ((14, ()), (14, (0, 1)), "14ZZA 14ZZB 14ZZC"),
        ((0, ()), (1, ()), "A1 B1 C1"),
        ((0, ()), (0, (1,)), "ZA1 ZB1 ZC1"),
    ],
)
def test_there_is_always_a_place_between_two(before, after, found):
    places = between(Position(*before), Position(*after))
    three = [next(places) for _ in range(3)]
    assert " ".join(place.written(Form.DECIMAL) for place in three) == found
    assert Position(*before) < three[0] < three[1] < three[2] < Position(*after)


@pytest.mark.parametrize(
    ("ids", "executed", "numbers"),
    [
        ("a b c", ["a b c"], "1 2 3"),
        ("a x b y z c", ["a b c"], "1 1A 2 2A 2B 3"),
        ("x a b", ["a b"], "A1 1 2"),
        ("a b x y", ["a b"], "1 2 3 4"),
        ("a c", ["a b c"], "1 3"),
        ("a x c", ["a b c"], "1 1A 3"),
        ("a b x", ["a b c"], "1 2 4"),
        ("a y x b", ["a b", "a x b"], "1 1ZA 1A 2"),
        ("a x w y b", ["a b", "a x y b"], "1 1A 1AA 1B 2"),
        ("a y b", ["a b", "a x b", "a b"], "1 1B 2"),
        ("c a b", ["a b c"], "A1 1 2"),
        ("a x", ["a b", "a"], "1 3"),
        ("a b c", ["a b c", "a c"], "1 1A 3"),
    ],
    ids=["nothing new", "between", "before the first", "after the last", "a gap", "in a gap", "never used again",
         "before a letter", "between letters", "a letter never used again", "moved", "used long ago", "taken out and put back"],
)  # fmt: skip
def test_what_was_executed_keeps_its_number(ids, executed, numbers):
    assert told(ids, *executed) == numbers


def test_each_level_is_held_by_itself():
    held = number(listed("a b", a="p q", b="r"))
    now = number(listed("a x b", a="p n q", x="s t", b="k r l"), held)
    assert {key: now[key].full for key in ("n", "q", "x", "s", "t", "b", "k", "r", "l")} == {
        "n": "1.1A", "q": "1.2", "x": "1A", "s": "1A.1", "t": "1A.2", "b": "2", "k": "2.A1", "r": "2.1", "l": "2.2",
    }  # fmt: skip


def test_what_moves_to_another_list_is_new_there_and_its_number_stays_free():
    held = number(listed("a b", a="p q", b="r"))
    now = number(listed("a b", a="q", b="p r"), held)
    assert (now["p"].full, now["q"].full) == ("2.A1", "1.2")
    later = number(listed("a b", a="n q", b="p r"), now)
    assert later["n"].full == "1.A1"


def test_a_letter_that_reads_like_a_number_of_a_long_list_is_passed_over():
    def deep(ids: list[str]) -> Agreement:
        return agreement(Clause("c", clauses=(Clause("s", clauses=tuple(map(Clause, ids))),)))

    ids = [f"i{n}" for n in range(1, 28)]
    held = number(deep(ids))
    assert held["i27"].label == "(aa)"
    now = number(deep(["i1", "new", *ids[1:]]), held)
    assert now["new"].label == "(ab)"


def test_recitals_schedules_tables_and_rows_are_held_too():
    old = loaded().required()
    first, second = old.schedules[1:3]
    new = replace(old, schedules=(old.schedules[0], replace(second, id="put-in"), first, *old.schedules[2:]))
    new = replace(new, recitals=(replace(old.recitals[0], id="why"), *old.recitals))
    held = number(old)
    now = number(new, held)
    assert (now["put-in"].label, now["why"].label) == ("Schedule 1A", "(ZA)")
    assert [now[s.id].label for s in old.schedules] == [held[s.id].label for s in old.schedules]
    rows = [key for key, entry in held.entries.items() if entry.noun in ("row", "Table")]
    assert rows
    assert [now[key].full for key in rows] == [held[key].full for key in rows]


def test_nothing_is_held_where_nothing_was_executed():
    old = loaded().required()
    assert number(old).spent == {}
    assert {key: e.full for key, e in number(old, number(old)).entries.items()} == {
        key: e.full for key, e in number(old).entries.items()
    }


def test_the_longest_series_that_rises():
    assert longest_rising([3, 1, 2, 5, 4, 6]) in ([1, 2, 4, 5], [1, 2, 3, 5])
    assert longest_rising([]) == []
    assert longest_rising([2, 2]) == [1]


def test_one_heavy_value_outweighs_three_light_ones():
    assert heaviest_rising([4, 1, 2, 3], [10, 3, 3, 3]) == [0]
    assert heaviest_rising([4, 1, 2, 3], [8, 3, 3, 3]) == [1, 2, 3]
    assert heaviest_rising([], []) == []


@given(st.lists(st.tuples(st.integers(0, 12), st.integers(1, 9)), max_size=9, unique_by=lambda pair: pair[0]))
def test_the_heaviest_series_that_rises_is_the_heaviest_of_all(pairs):
    values, weights = [value for value, _ in pairs], [weight for _, weight in pairs]
    series = heaviest_rising(values, weights)
    assert all(values[left] < values[right] for left, right in pairwise(series))
    rising = (
        chosen
        for size in range(len(values) + 1)
        for chosen in combinations(range(len(values)), size)
        if all(values[left] < values[right] for left, right in pairwise(chosen))
    )
    assert sum(weights[index] for index in series) == max(sum(weights[i] for i in chosen) for chosen in rising)
