"""Schedules put in and taken out, ids named otherwise: everything that names them follows, or nothing changes."""

from __future__ import annotations

import shutil

import pytest

from section75.errors import MissingError, UsageError
from section75.project.editing import add, remove, rename
from section75.project.versions import version_in_folder
from tests.support.agreements import BASE, ROOT

NAME = "newtown/2018"


@pytest.fixture
def here(tmp_path):
    """A project that holds the small agreement and the library."""
    shutil.copytree(BASE, tmp_path / "agreements" / NAME)
    shutil.copytree(ROOT / "schedules", tmp_path / "schedules")
    return tmp_path


def files(here) -> dict[str, bytes]:
    folder = here / "agreements" / NAME
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*.yaml"))}


def read(here):
    return version_in_folder(NAME, here)


@pytest.mark.parametrize(
    ("old", "new"),
    [("trust", "partner"), ("board", "strategic-group"), ("finance", "money-all"), ("adults-reviewed", "reviewed"),
     ("board-duty", "duty"), ("act-system", "act-other"), ("posts", "posts-table"), ("seat-director", "seat-one")],
)  # fmt: skip
def test_an_id_is_named_otherwise_everywhere_and_back_again(here, old, new):
    before, findings = files(here), read(here).judgement.findings
    rename(read(here), old, new)
    found = read(here)
    assert found.judgement.findings == findings == ()
    assert not found.loaded.places.all_of(old)
    rename(found, new, old)
    assert files(here) == before


def test_questions_look_ups_and_accepted_findings_follow(here):
    path = here / "agreements" / NAME / "agreement.yaml"
    path.write_text(
        path.read_text("utf-8")
        + 'to_settle: [{id: q-one, places: [trust.name, trust], question: "Who?"}]\n'
        + "accepted: [{code: placeholder, place: trust, reason: kind of trust}]\n",
        "utf-8",
    )
    rename(read(here), "trust", "partner")
    text = path.read_text("utf-8")
    assert "places: [partner.name, partner]" in text
    assert "place: partner, reason: kind of trust" in text
    assert "kind: nhs-trust" in text


@pytest.mark.parametrize(("old", "new", "error"), [
    ("nothing", "x-y", MissingError), ("trust", "council", UsageError), ("trust", "The Trust", UsageError),
    ("trust", "a" * 40, UsageError), ("trust", "board-meets", UsageError),
])  # fmt: skip
def test_what_cannot_be_renamed_changes_nothing(here, old, new, error):
    before = files(here)
    with pytest.raises(error):
        rename(read(here), old, new)
    assert files(here) == before


def test_a_schedule_of_the_library_is_put_in_with_its_origin_a_question_and_ids_of_its_own(here):
    made = add(read(here), "safeguarding", here)
    assert made.path == "schedules/05-safeguarding.yaml"
    found = read(here)
    schedule = found.loaded.required().schedules[-1]
    assert schedule.id == "safeguarding"
    assert any(q.places == ("safeguarding",) for q in found.loaded.required().open_questions)
    assert "duplicate-id" not in {finding.code for finding in found.judgement.findings}
    again = add(found, "safeguarding", here, "children")
    assert again.fresh["safeguarding"] == "children"
    assert "duplicate-id" not in {finding.code for finding in read(here).judgement.findings}
    from section75.project.library import copies

    assert {copy.ours.data["id"]: len(copy.drifted) for copy in copies(read(here), here).found}["safeguarding"] == 0


def test_a_schedule_that_is_there_is_not_put_in_again(here):
    before = files(here)
    with pytest.raises(UsageError, match="already"):
        add(read(here), "finance", here)
    with pytest.raises(MissingError, match="the library has no schedule"):
        add(read(here), "../finance", here)
    assert files(here) == before


def test_a_schedule_that_is_taken_out_is_kept_beside(here):
    before = files(here)
    add(read(here), "risk-share", here)
    kept = remove(read(here), "risk-share")
    assert kept == "removed/05-risk-share.yaml"
    after = files(here)
    assert after.pop(kept)
    assert {path: content.rstrip() for path, content in after.items()}.keys() == before.keys()
    assert not read(here).judgement.findings
    add(read(here), "risk-share", here)
    assert remove(read(here), "risk-share") == "removed/05-risk-share-again.yaml"


def test_what_something_else_speaks_of_is_not_removed(here):
    before = files(here)
    for identity in ("governance", "trust", "fn-assessment", "adults-reviewed", "board-duty"):
        with pytest.raises(UsageError, match="still speaks of it") as caught:
            remove(read(here), identity)
        assert "change these first" in caught.value.hint
    with pytest.raises(MissingError):
        remove(read(here), "newtown-2018")
    assert files(here) == before


def test_a_clause_is_taken_out_with_its_questions(here):
    path = here / "agreements" / NAME / "agreement.yaml"
    path.write_text(
        path.read_text("utf-8") + 'to_settle: [{id: q-one, places: [board-again], question: "Why?"}]\n', "utf-8"
    )
    remove(read(here), "board-again")
    found = read(here).loaded.required()
    assert found.to_settle == ()
    assert "board-again" not in path.read_text("utf-8")
    remove(read(here), "posts-worker")
    assert "posts-worker" not in (here / "agreements" / NAME / "schedules" / "finance.yaml").read_text("utf-8")
