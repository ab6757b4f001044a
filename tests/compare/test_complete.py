"""Whatever a redline marks is listed, and whatever is listed as tracked is marked: over random edits of all kinds."""

from __future__ import annotations

import os
import random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from section75.compare import compare
from section75.compare.departures import Departure, departures
from section75.compare.places import Part, Place, marked_places
from tests.support.marked_in_word import marked_in_word
from tests.support.random_pairs import document, edited

PAIRS = int(os.environ.get("S75_LISTED_PAIRS", "40"))
"""Random pairs in one run; a slow run asks for 1,000."""


def edited_in_all_ways(chance: random.Random, edits: int):
    """The small agreement after random edits of clauses, and of everything else that prints."""
    data = edited(chance, edits)
    for count in range(edits):
        _edit(chance, data, f"x{count}")
    return data


def _edit(chance: random.Random, data, fresh: str) -> None:
    main, table = data[0], data[3]["tables"][0]
    match chance.randrange(16):
        case 0:
            table["title"] = chance.choice(["Posts", "Posts held", "*Posts*", "All posts"])
        case 1:
            table["columns"][chance.randrange(len(table["columns"]))]["heading"] = chance.choice(
                ["Post", "Grade", "WTE"]
            )
        case 2:
            table["columns"].append({"id": f"col-{fresh}", "heading": f"Column {fresh}"})
            for row in table["rows"]:
                row["cells"].append(f"{fresh} of {row['id']}")
        case 3:
            chance.choice(main["execution"]["blocks"])["attested_by"] = chance.choice(
                [["Chair"], ["Chief Executive"], ["Director", "Secretary"]]
            )
        case 4:
            chance.choice(main["execution"]["blocks"])["method"] = "authorised-signatories"
        case 5:
            schedules = data[1:]
            chance.shuffle(schedules)
            data[1:] = sorted(schedules, key=lambda schedule: schedule["id"] == fresh)
            _finance_first(data)
        case 6:
            chance.shuffle(table["rows"])
        case 7:
            chance.choice(table["rows"])["cells"][0] = f"Worker {fresh}"
        case 8:
            _clause(chance, data)["text"] = f"This is **{fresh}** in bold."
        case 9:
            clause = _clause(chance, data)
            text = clause.get("text", "")
            if text and "*" not in text and "](#" not in text and "{{" not in text:
                clause["text"] = f"**{text}**" if chance.random() < 0.5 else f"*{text}*"
        case 10:
            schedule = {"format": 1, "id": f"new-{fresh}", "kind": "general", "title": f"Schedule {fresh}"}
            data.append(
                {**schedule, "clauses": [{"id": f"np-{fresh}", "heading": "New", "text": "Words.", "clauses": []}]}
            )
        case 11:
            main["title"] = f"Agreement {fresh}"
        case 12:
            row = chance.choice(table["rows"])
            row["id"] = f"row-{fresh}"
        case 13:
            indicator = next(file for file in data if file["id"] == "performance")["indicators"][0]
            indicator[chance.choice(["target", "name", "definition"])] = (
                chance.choice([48, 90]) if False else f"{fresh}"
            )
            indicator["target"] = chance.choice([48, 78, 90])
        case 14:
            shares = next(file for file in data if file["id"] == "finance")["contributions"]
            chance.choice(shares)["amounts"][chance.randrange(2)] = chance.choice([0, 120000, 5])
        case 15:
            main["parties"][0]["kind"] = "nhs-trust"


def _finance_first(data) -> None:
    """The other edits look for the table of posts at one place."""
    finance = next(file for file in data[1:] if file["id"] == "finance")
    data.remove(finance)
    data.insert(3, finance)


def _clause(chance: random.Random, data):
    clauses = [clause for file in data for clause in file.get("clauses", ())]
    return chance.choice([clause for clause in clauses if clause.get("text")] or [{"text": ""}])


def compared(seed: int, before: int, after: int):
    chance = random.Random(seed)
    old, new = (document(edited_in_all_ways(chance, edits)) for edits in (before, after))
    return compare(old, new)


def listed(found: tuple[Departure, ...]) -> set[Place]:
    return {place for departure in found for place in departure.places}


def in_word(places: set[Place], comparison) -> set[tuple[int, str]]:
    """Places by what Word can show: a block, a caption, a row."""
    whole = {place.block for place in places if place.part in (Part.WHOLE, Part.WORDS, Part.FORM)}
    found = {(at, "") for at in whole}
    for place in places:
        if place.block not in whole and not (comparison.blocks[place.block].move):
            found.add((place.block, "caption" if place.part is Part.CAPTION else f"{place.part} {place.nth}"))
    return found


def check(seed: int, before: int, after: int) -> None:
    comparison = compared(seed, before, after)
    found = departures(comparison, {}, {})
    places = set(marked_places(comparison))
    assert listed(found) == places
    assert in_word(places, comparison) == marked_in_word(comparison)
    assert all(departure.was != departure.now for departure in found if departure.verdicts == ("edited",))


@settings(max_examples=PAIRS, deadline=None, suppress_health_check=[HealthCheck.too_slow], print_blob=False)
@given(seed=st.integers(0, 10**9), before=st.integers(0, 4), after=st.integers(0, 8))
def test_what_is_marked_is_listed_and_what_is_listed_is_marked(seed, before, after):
    check(seed, before, after)


@pytest.mark.slow
def test_the_same_over_many_pairs():
    for seed in range(int(os.environ.get("S75_LISTED_PAIRS_SLOW", "200"))):
        check(seed, seed % 5, seed % 9)
