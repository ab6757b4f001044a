"""The digest: what prints is in, whatever else is out."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from section75.errors import MissingError
from section75.signoff import (
    CarriedError,
    Digests,
    digests,
    printed_source,
    restored,
    schedule_digest,
    source_and_digest,
    structure,
    whole_digest,
)
from section75.signoff.digest import canonical
from section75.tree import MemoryTree
from tests.support.agreements import base_files, changed, loaded


def made(tree=None) -> Digests:
    agreement = loaded(tree)
    return digests(agreement.data, agreement.required())


def whole(tree=None) -> str:
    return made(tree).whole


def test_a_canonical_form_of_rfc_8785():
    assert canonical({"b": "\u20ac\n\x0f", "a": ['"', True]}) == '{"a":["\\"",true],"b":"\u20ac\\n\\u000f"}'


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        ("agreement.yaml", "title: Partnership", "notes: private\ntitle: Partnership"),
        ("agreement.yaml", "id: board-reports, ", "id: board-reports, answers: [ST-17], notes: x, "),
        ("agreement.yaml", "summary: First draft", "summary: Another draft"),
        ("agreement.yaml", "  - id: oversight", "  # a comment\n  - id: oversight"),
        ("agreement.yaml", '"The Strategic Board shall, until {{ term.end }}:"', '|\n          The Strategic Board shall,\n          until {{ term.end }}:'),
        ("schedules/governance.yaml", "lead_officer:", "last_reviewed: 2018-01-01\nlead_officer:"),
        ("schedules/finance.yaml", "amounts: [1200.50, 1250]", "amounts: [1200.5, 1250.00]"),
        ("risks.yaml", "Late data", "Very late data"),
    ],
)  # fmt: skip
def test_what_does_not_print_changes_nothing(path, old, new):
    assert whole(changed(path, old, new)) == whole()


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        ("agreement.yaml", "keep a record", "keep records"),
        ("agreement.yaml", "id: board-meets", "id: board-sits"),
        ("agreement.yaml", "Town Hall", "City Hall"),
        ("agreement.yaml", "end: 2021-03-31", "end: 2021-03-30"),
        ("schedules/finance.yaml", "800, 800", "800, 801"),
        ("schedules/governance.yaml", "lead_officer: Head", "lead_officer: Deputy Head"),
        ("schedules/performance.yaml", "target: 85", "target: 86"),
        ("agreement.yaml", "  - schedules/functions.yaml\n", ""),
    ],
)
def test_what_prints_changes_the_digest(path, old, new):
    assert whole(changed(path, old, new)) != whole()


def moved(tree) -> set[str]:
    """The units whose digest another version changes."""
    before, after = made().units, made(tree).units
    return {name for name in before | after if before.get(name) != after.get(name)}


def test_each_unit_has_its_own_and_counts_what_stands_inside_it():
    assert moved(changed("agreement.yaml", "It shall keep a record.", "It shall not.")) == {"oversight", "board-duty"}
    assert moved(changed("schedules/finance.yaml", "800, 800", "800, 801")) == {"finance", "trust-share"}
    assert moved(changed("schedules/finance.yaml", "[Manager, 1]", "[Manager, 2]")) == {
        "finance",
        "posts",
        "posts-manager",
    }
    assert moved(changed("schedules/governance.yaml", "role: Deputy Director", "role: Deputy")) == {
        "governance", "board", "seat-deputy"
    }  # fmt: skip
    assert moved(changed("agreement.yaml", "Town Hall", "City Hall")) == {"council"}
    assert moved(changed("agreement.yaml", "means this document", "means this deed")) == {"def-agreement"}
    assert moved(changed("agreement.yaml", "attested_by: [Chair, Director]", "attested_by: [Chair]")) == {
        "sealed-by-trust", "agreement.execution"
    }  # fmt: skip


def test_a_new_value_changes_every_clause_that_prints_it_and_nothing_else():
    assert moved(changed("agreement.yaml", "end: 2021-03-31", "end: 2021-03-30")) == {
        "agreement.term", "oversight", "board-duty"
    }  # fmt: skip


def test_a_look_up_and_the_words_that_it_gives_have_one_digest():
    for words in ("31 March 2021", "{{term.end}}"):
        assert moved(changed("agreement.yaml", "{{ term.end }}", words)) == set()
    assert moved(changed("agreement.yaml", "{{ term.end }}", "2021-03-31")) == {"oversight", "board-duty"}


@pytest.mark.parametrize("title", ["a *b*", "a \\{{ term.end }}", "a_b_", "[a](#b)", "{{ term.end }}"])
def test_what_a_look_up_gives_is_never_taken_for_markdown(title):
    """The same signs typed in the clause would print otherwise, or give a finding."""
    files = base_files()
    files["agreement.yaml"] = str(files["agreement.yaml"]).replace(
        "title: Partnership agreement for the Newtown community service", f"title: '{title}'"
    )
    looked_up, typed = (
        {**files, "agreement.yaml": str(files["agreement.yaml"]).replace("until {{ term.end }}", words)}
        for words in ("under {{ title }}", f"under {title}".replace("\\", "\\\\"))
    )
    assert made(MemoryTree(looked_up)).units["board-duty"] != made(MemoryTree(typed)).units["board-duty"]


def test_a_look_up_that_leads_nowhere_has_no_digest():
    with pytest.raises(MissingError):
        made(changed("agreement.yaml", "{{ term.end }}", "{{ term.finish }}"))


def test_a_schedule_that_stands_alone_counts_its_look_ups_as_written():
    data = next(data for data in loaded().data if data["id"] == "finance")
    assert schedule_digest(data) == made().units["finance"]
    other = {**data, "overspend": "Until {{ term.end }}."}
    assert len({schedule_digest(data), schedule_digest(other)}) == 2


def test_what_is_carried_gives_the_same_agreement_again():
    data = loaded().data
    again = loaded(MemoryTree(restored(printed_source(data), structure(data))))
    assert digests(again.data, again.required()) == made()
    assert [party.kind for party in again.required().parties] == ["council", "nhs-trust"]


def test_what_is_not_carried_is_not_guessed():
    data = loaded().data
    for missing in ("parties.trust.kind", "schedules.finance.kind"):
        beside = json.loads(structure(data))
        del beside[missing]
        with pytest.raises(CarriedError):
            restored(printed_source(data), json.dumps(beside))


@given(st.randoms())
@settings(deadline=None)
def test_the_order_of_names_in_a_file_makes_no_difference(chance):
    from tests.support.agreements import _parts

    parts = [text for _, text in _parts(str(base_files()["agreement.yaml"]))]
    chance.shuffle(parts)
    shuffled = {**base_files(), "agreement.yaml": "".join(parts)}
    assert whole(MemoryTree(shuffled)) == whole()


def test_source_and_digest_together_are_those_of_each_alone():
    made = loaded()
    assert source_and_digest(made.data, made.required()) == (
        printed_source(made.data),
        whole_digest(made.data, made.required()),
    )
    assert "{{" in printed_source(made.data), "the case is worth nothing without a look-up"
