"""A version by its name: a folder, a revision, a Word file; judged when asked, and refused with every error."""

from __future__ import annotations

import pytest

import section75
from section75.errors import AlteredError, MissingError, SourceError, UsageError
from section75.project.compared import compared, compared_by_name
from section75.project.versions import Version, sound, version, version_in_folder
from section75.render.package import read_parts, write_parts
from tests.support.agreements import loaded, overlaid
from tests.support.repositories import INSIDE, NAME, repository_in


@pytest.fixture
def here(tmp_path):
    """A project in git. The tests stand elsewhere: nothing may depend on the current folder."""
    return repository_in(tmp_path)


@pytest.fixture
def printed(here):
    """A Word file of the agreement, in the project."""
    how = section75.Wanted(pages=False)
    (here / "sent.docx").write_bytes(section75.open_project(here).render(NAME, ".docx", how))
    return here


@pytest.mark.parametrize("name", [NAME, INSIDE, f"{INSIDE}/agreement.yaml"])
def test_a_folder_by_any_of_its_names(here, name):
    found = version(name, here)
    assert found.folder == here / INSIDE
    assert {path.name for path in found.sources} >= {"agreement.yaml", "risks.yaml"}
    assert found.loaded.places.files[0].label == f"{INSIDE}/agreement.yaml"
    assert not found.judgement.findings
    assert version_in_folder(name, here) == found


def test_a_revision_has_no_folder_and_cannot_be_edited(here):
    found = version(f"HEAD:{INSIDE}", here)
    assert (found.folder, found.sources) == (None, ())
    assert found.loaded.risks
    with pytest.raises(UsageError, match="not a folder and cannot be edited"):
        found.path_of("agreement.yaml")
    with pytest.raises(MissingError, match="there is no agreement HEAD:"):
        version_in_folder(f"HEAD:{INSIDE}", here)


def test_an_existing_path_wins_over_a_revision(here):
    (here / "HEAD:agreements").mkdir()
    (here / "HEAD:agreements" / "agreement.yaml").write_bytes((here / INSIDE / "agreement.yaml").read_bytes())
    assert version("HEAD:agreements", here).folder == here / "HEAD:agreements"


def test_a_word_file_carries_what_prints_and_no_more(printed):
    found = version("sent.docx", printed)
    assert found.is_print
    assert found.notes == ()
    assert found.loaded.required().id == version(NAME, printed).loaded.required().id
    with pytest.raises(MissingError, match=r"sent.docx has no risks.yaml"):
        _ = found.risks


def test_a_word_file_that_was_changed_is_refused_unless_its_source_is_asked_for(printed):
    path = printed / "sent.docx"
    parts = read_parts(path.read_bytes(), "x")
    assert b"keep records" in parts["word/document.xml"]
    parts["word/document.xml"] = parts["word/document.xml"].replace(b"keep records", b"burn records")
    path.write_bytes(write_parts(parts))
    with pytest.raises(AlteredError, match="burn records") as refused:
        compared_by_name("sent.docx", NAME, printed)
    assert "--its-source" in refused.value.hint
    both = compared_by_name("sent.docx", NAME, printed, its_source=True)
    assert [note for note in both.notes if note.startswith("sent.docx was changed after it was printed")]


def test_registers_are_compared_only_where_both_sides_have_theirs(printed):
    path = printed / INSIDE / "risks.yaml"
    path.write_text(path.read_text().replace("title: Late data", "title: Very late data"))
    from_git = compared_by_name(f"HEAD:{INSIDE}", NAME, printed)
    assert "risks" in {departure.schedule for departure in from_git.departures}
    from_word = compared_by_name("sent.docx", NAME, printed)
    assert "risks" not in {departure.schedule for departure in from_word.departures}


def test_two_strangers_are_compared_with_a_note():
    strange = """\
recitals:
  - {id: savannah, text: Zebras live on grass.}
definitions:
  - {id: def-zebra, term: Zebra, meaning: means a striped animal.}
clauses:
  - {id: zebra, heading: Zebra, text: Striped animals graze together.}
schedules: []
parties:
  - {id: north, name: North Council, kind: council, address: North Hall, label: the North, notices_to: Clerk}
  - {id: south, name: South Trust, kind: nhs-trust, address: South Hall, label: the South, notices_to: Clerk}
execution:
  form: deed
  blocks:
    - {id: by-north, party: north, method: common-seal, attested_by: [Officer]}
    - {id: by-south, party: south, method: common-seal, attested_by: [Chair]}
"""
    ours, theirs = Version("ours", loaded()), Version("theirs", loaded(overlaid("agreement.yaml", strange)))
    assert compared(ours, theirs).notes == ("these two have no clause in common; they are compared all the same",)
    assert compared(ours, ours).notes == ()


def test_a_version_with_errors_is_refused_with_every_one_of_them(here):
    path = here / INSIDE / "agreement.yaml"
    path.write_text(path.read_text().replace("(#board-meetings)", "(#board-meting)"))
    found = version(NAME, here)
    assert found.judgement.has_errors
    with pytest.raises(SourceError, match="nothing was printed") as refused:
        sound(found, "nothing was printed")
    assert [finding.code for finding in refused.value.findings] == ["broken-reference"]
    with pytest.raises(SourceError, match=f"{NAME} cannot be compared"):
        compared_by_name(f"HEAD:{INSIDE}", NAME, here)


def test_each_step_is_told(here):
    told: list[str] = []
    compared_by_name(f"HEAD:{INSIDE}", NAME, here, lambda doing, slow=False: told.append(doing))
    revision = f"HEAD:{INSIDE}"
    assert told == [f"Reading {revision}", f"Checking {revision}", f"Reading {NAME}", f"Checking {NAME}", "Comparing"]


def test_judging_waits_until_it_is_asked_for(here, monkeypatch):
    asked = []
    monkeypatch.setattr("section75.judging.agreement.judge", lambda loaded, law: asked.append(loaded))
    found = version(NAME, here)
    assert asked == []
    assert [found.judgement, found.judgement] == [None, None]
    assert asked == [found.loaded]
