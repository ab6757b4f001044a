"""Models, copies of them, new agreements and renewals, wherever one stands."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

import section75
from section75.errors import MissingError, OutputError, Section75Error, UsageError
from section75.project.beginning import id_of
from section75.project.catalogues import read_catalogues
from section75.project.library import models
from tests.support.printing import ROOT, TEMPLATE
from tests.support.repositories import INSIDE, NAME, git, repository_in


@pytest.fixture
def project(tmp_path):
    """A project opened from elsewhere: nothing may depend on the current folder."""
    return section75.open_project(repository_in(tmp_path))


def test_a_folder_that_is_not_there_cannot_be_opened(tmp_path):
    with pytest.raises(MissingError, match="there is no folder"):
        section75.open_project(tmp_path / "nowhere")


def test_a_project_is_found_from_below(project):
    below = section75.open_project(project.here / INSIDE / "schedules")
    assert below.root == project.here
    assert below.agreements() == (NAME,)
    assert below.version(NAME).folder == project.here / INSIDE


def test_an_agreement_is_begun_from_a_model(project):
    answers = section75.Answers(title="Falls", start=date(2027, 4, 1), months=24)
    made = project.new("newtown/2027", "pooled-fund", answers)
    term = made.loaded.required().term
    assert (made.name, term.start, term.end) == ("newtown/2027", "2027-04-01", "2029-03-31")
    assert made.folder == project.here / "agreements" / "newtown" / "2027"
    assert (project.here / ".section75" / "schema" / "agreement.json").is_file()
    with pytest.raises(OutputError, match="exists already"):
        project.new("newtown/2027", "pooled-fund", answers)


@pytest.mark.parametrize("name", ["newtown", "Newtown/2027", "../x/y", "9/2027", "a" * 31 + "/2027"])
def test_a_name_that_cannot_be_writes_nothing(project, name):
    with pytest.raises(UsageError):
        project.renew(NAME, name)
    assert project.agreements() == (NAME,)


def test_the_id_is_the_name_with_hyphens():
    assert id_of("newtown-nhs/2027") == "newtown-nhs-2027"


def test_a_model_that_is_not_there_is_told_with_those_that_are(project):
    assert "pooled-fund" in models(project.here)
    with pytest.raises(MissingError, match="there is no model nothing") as told:
        project.new("newtown/2027", "nothing", section75.Answers())
    assert "pooled-fund" in told.value.hint


def test_a_copy_whose_model_is_gone_is_noted(project):
    path = project.here / INSIDE / "schedules" / "finance.yaml"
    text = path.read_text()
    path.write_text(text + "from:\n  id: gone\n  digest: " + "a" * 64 + "\n")
    made = project.drift(NAME)
    assert made.found == ()
    assert made.notes == ("schedules/finance.yaml: the library has no gone any more",)


def test_a_copy_drifts_and_is_not_updated_over_uncommitted_changes(project):
    made = project.new("newtown/2027", "pooled-fund", section75.Answers(start=date(2027, 4, 1)))
    copy = next(copy for copy in project.drift(made).found if "heading:" in copy.ours.text)
    assert not copy.is_behind
    path = made.path_of(copy.ours.path)
    path.write_text(path.read_text().replace("heading: ", "heading: Other ", 1))
    drifted = project.drift("newtown/2027", str(copy.ours.data["id"])).found[0]
    assert [departure.now[:5] for departure in drifted.drifted] == ["Other"]
    with pytest.raises(OutputError, match="not committed"):
        project.update(made, drifted)
    git(project.here, "add", "-A")
    git(project.here, "commit", "-qm", "new")
    assert project.update(made, drifted) is None


def test_a_catalogue_that_is_not_there_is_told_with_those_that_are(project):
    with pytest.raises(MissingError, match="there is no catalogue nothing") as told:
        read_catalogues(["nothing"], project.here)
    assert "regulations-2000" in told.value.hint


def test_a_broken_catalogue_hides_no_other(project):
    (project.here / "reviews").mkdir()
    (project.here / "reviews" / "ours.yaml").write_text("format: 1\nid: ours\n")
    made = read_catalogues((), project.here)
    assert {finding.place.path for finding in made.broken} == {"reviews/ours.yaml"}
    assert "regulations-2000" in {each.catalogue.id for each in made.read}
    report = project.review(NAME, on=date(2018, 6, 1))
    assert set(made.broken) <= set(report.examined.findings)


def test_a_review_and_its_plan(project):
    report = project.review(NAME, on=date(2018, 6, 1), catalogues=["regulations-2000"])
    assert report.examined.review.outstanding
    with pytest.raises(OutputError, match="not committed"):
        project.plan(NAME, report)
    git(project.here, "commit", "-qam", "edited")
    made = project.plan(NAME, report)
    assert set(made.plan.added) == {result.item.id for result in report.examined.review.outstanding}
    assert made.path in {source.path for source in project.version(NAME).loaded.places.files}


def test_prints_and_registers_are_bytes_and_nothing_is_written(project):
    before = sorted(project.here.rglob("*"))
    assert project.render(NAME, ".html").startswith(b"<!DOCTYPE html>")
    assert project.risks(NAME, ".xlsx")[:2] == project.risks(NAME, ".docx")[:2] == b"PK"
    with pytest.raises(UsageError, match="no kind of file"):
        project.render(NAME, ".odt")
    with pytest.raises(UsageError, match="no kind of file"):
        project.risks(NAME, ".pdf")
    assert sorted(project.here.rglob("*")) == before


def test_a_redline_proves_itself_and_one_that_cannot_is_not_handed_over(project, monkeypatch):
    revision = f"HEAD:{INSIDE}"
    made = project.redline(revision, NAME, author="A", on=date(2020, 11, 2))
    assert made[:2] == b"PK"
    assert made == project.redline(revision, NAME, author="A", on=date(2020, 11, 2))
    from section75.printing import redline

    monkeypatch.setattr(redline, "write_redline", lambda comparison, *more: _without_changes(project))
    with pytest.raises(Section75Error, match="does not prove itself"):
        project.redline(revision, NAME, author="A", on=date(2020, 11, 2))


def _without_changes(project):
    return project.render(NAME, ".docx", section75.Wanted(pages=False, carry_source=False))


def test_the_thread_is_followed_both_ways(project):
    made = project.trace(NAME, on=date(2018, 6, 1))
    start = made.thread.node("ST-23")
    assert start is not None
    assert made.thread.up(start)


def test_what_the_package_carries_is_there_outside_any_project(tmp_path):
    nowhere = section75.open_project(tmp_path)
    assert nowhere.root == ROOT
    assert "coventry-cwpt/2018" in nowhere.agreements()


def test_the_agreements_stand_side_by_side(project):
    project.new("newtown/2027", "pooled-fund", section75.Answers(start=date(2027, 4, 1)))
    (project.here / "agreements" / "broken").mkdir()
    (project.here / "agreements" / "broken" / "agreement.yaml").write_text("format: 1\n")
    made = project.portfolio(on=date(2020, 4, 1))
    assert [(entry.name, entry.days_left) for entry in made.entries] == [(NAME, 364), ("newtown/2027", 3651)]
    assert made.unread == ("broken",)


def test_a_word_file_is_held_against_what_it_carries(project):
    (project.here / "sent.docx").write_bytes(project.render(NAME, ".docx", section75.Wanted(pages=False)))
    carried = project.carried("sent.docx")
    assert project.verify("sent.docx").holds
    assert carried.source.id == "newtown-2018"
    with pytest.raises(MissingError, match=r"nowhere.docx cannot be read"):
        project.carried("nowhere.docx")


def test_a_template_is_looked_for_from_the_folder_that_was_opened(project):
    (project.here / "ours.docx").write_bytes(TEMPLATE)
    how = section75.Wanted(pages=False)
    assert project.render(NAME, ".docx", how, Path("ours.docx"))[:2] == b"PK"
    with pytest.raises(MissingError, match=r"the template theirs.docx cannot be read"):
        project.render(NAME, ".docx", how, Path("theirs.docx"))
