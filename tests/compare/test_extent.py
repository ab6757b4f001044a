"""How alike two versions are, schedule by schedule."""

from __future__ import annotations

import json

import pytest

from section75.cli import run
from section75.compare import compare
from section75.compare.departures import departures
from section75.compare.extent import extents
from section75.compose import compose
from section75.load import load_agreement
from section75.tree import MemoryTree
from tests.support.agreements import base_files, changed


def between(old: MemoryTree, new: MemoryTree):
    sides = (compose(load_agreement(tree).required()) for tree in (old, new))
    return {extent.title: extent for extent in extents(compare(*sides))}


def test_a_version_is_the_same_as_itself():
    found = between(MemoryTree(base_files()), MemoryTree(base_files()))
    assert next(iter(found)) == "The agreement"
    assert list(found)[-1] == "Execution"
    assert all(extent.same == extent.total > 0 and not extent.only_in for extent in found.values())


def test_an_edited_row_counts_once_in_its_schedule_and_nowhere_else():
    same = between(MemoryTree(base_files()), MemoryTree(base_files()))
    found = between(MemoryTree(base_files()), changed("schedules/finance.yaml", "Social care staff", "All staff"))
    assert {title for title in found if found[title] != same[title]} == {"Schedule 3: Finance"}
    before, after = same["Schedule 3: Finance"], found["Schedule 3: Finance"]
    assert (after.same, after.total) == (before.same - 1, before.total)


@pytest.mark.parametrize(("turned", "only_in"), [(False, "old"), (True, "new")])
def test_a_schedule_that_stands_on_one_side_says_so(turned, only_in):
    less = changed("agreement.yaml", "  - schedules/finance.yaml\n", "")
    sides = (MemoryTree(base_files()), less)
    found = between(*(reversed(sides) if turned else sides))
    assert {title: extent.only_in for title, extent in found.items() if extent.only_in} == {
        "Schedule 3: Finance": only_in
    }


def test_warwickshire_is_similar_to_coventry_and_not_the_same(capsys):
    """The review of 2017 says so of the schedules of the two (section 9, line 741)."""
    assert run(["diff", "coventry-cwpt/2018", "warwickshire-cwpt/2018", "--format", "json"]) == 1
    data = json.loads(capsys.readouterr().out)
    schedules = [each for each in data["schedules"] if each["id"]]
    assert sum(each["same"] for each in schedules) > 0.7 * sum(each["total"] for each in schedules)
    assert sum(each["same"] < each["total"] for each in schedules) > 5
    by_id = {each["id"]: each for each in schedules}
    for differing in ("safeguarding", "amhp-interface", "hr-protocols", "mental-health-service"):
        assert by_id[differing]["same"] < by_id[differing]["total"]
    assert run(["diff", "coventry-cwpt/2018", "warwickshire-cwpt/2018", "--stat"]) == 1
    lines = capsys.readouterr().out.splitlines()
    finance = by_id["finance"]
    assert f"  Schedule 12: Finance{finance['same']:>41} of {finance['total']} the same" in lines


def test_what_was_taken_out_counts_in_the_schedule_in_which_it_stood():
    """Also where a schedule that moved now stands right after it."""
    files = base_files()
    paths = [f"  - schedules/{name}.yaml\n" for name in ("governance", "performance", "finance", "functions")]
    old = str(files["agreement.yaml"])
    assert "".join(paths) in old
    files["agreement.yaml"] = old.replace("".join(paths), "".join((paths[0], paths[3], paths[1], paths[2])))
    last = "      - {id: tor-last, text: The board shall publish its minutes.}\n"
    before = {**base_files(), "schedules/governance.yaml": str(files["schedules/governance.yaml"]) + last}
    comparison = compare(*(compose(load_agreement(MemoryTree(side)).required()) for side in (before, files)))
    found = {departure.id: departure for departure in departures(comparison, {}, {})}
    assert found["tor-last"].schedule == "governance"
    assert found["functions"].schedule == "functions"


def test_an_execution_stands_in_no_schedule():
    other = changed("agreement.yaml", "attested_by: [Authorised Officer]", "attested_by: [Mayor]")
    comparison = compare(*(compose(load_agreement(tree).required()) for tree in (MemoryTree(base_files()), other)))
    assert [departure.schedule for departure in departures(comparison, {}, {})] == [""]
