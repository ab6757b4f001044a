"""The digest: what prints is in, whatever else is out."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from section75.schema import SHARED, schema_of
from section75.signoff import digest_of, digests, printed_source
from section75.signoff.digest import canonical
from section75.tree import MemoryTree
from tests.support.agreements import base_files, changed, loaded

SHARED_SCHEMAS = {f"{name}.json": schema_of(name) for name in SHARED}


def files(tree=None):
    return [(data, schema_of(data.get("kind", "agreement"))) for data in loaded(tree).data]


def whole(tree=None) -> str:
    return digests(files(tree), SHARED_SCHEMAS).whole


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


def test_each_clause_and_schedule_has_its_own():
    before = digests(files(), SHARED_SCHEMAS)
    after = digests(files(changed("agreement.yaml", "It shall keep a record.", "It shall not.")), SHARED_SCHEMAS)
    changed_clauses = {c for c in before.clauses if before.clauses[c] != after.clauses[c]}
    assert changed_clauses == {"oversight", "board-duty"}
    assert before.schedules == after.schedules


def test_the_whole_is_the_digest_of_the_source_that_is_carried():
    assert digest_of(printed_source(files(), SHARED_SCHEMAS)) == whole()


@given(st.randoms())
@settings(deadline=None)
def test_the_order_of_names_in_a_file_makes_no_difference(chance):
    from tests.support.agreements import _parts

    parts = [text for _, text in _parts(str(base_files()["agreement.yaml"]))]
    chance.shuffle(parts)
    shuffled = {**base_files(), "agreement.yaml": "".join(parts)}
    assert whole(MemoryTree(shuffled)) == whole()
