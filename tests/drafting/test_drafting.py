"""New agreements: from the library with its origin, and renewed with the term moved on."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from section75.cli import run
from section75.drafting import proposal
from section75.drafting.renewal import moved_on
from section75.load import load_agreement, read_file
from section75.load.emit import flow
from section75.load.reader import read_source
from section75.model import SCHEDULE_KINDS, Day, Extension, Id, Prose, Term
from section75.tree import DiskTree, MemoryTree


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        ("2018-04-01", "2021-03-31", ("2021-04-01", "2024-03-31")),
        ("2018-04-01", "2019-02-28", ("2019-03-01", "2020-01-31")),
        ("2018-04-01", "2020-02-29", ("2020-03-01", "2022-01-31")),
        ("2018-04-16", "2018-07-15", ("2018-07-16", "2018-10-15")),
        ("2018-04-10", "2018-04-20", ("2018-04-21", "2018-05-01")),
    ],
)
def test_a_term_is_moved_on_by_its_own_length(start, end, expected):
    assert moved_on(Term(Day(start), Day(end)))[:2] == expected


def test_a_term_that_was_extended_is_moved_on_from_the_last_day():
    extension = Extension(Id("x"), Day("2021-04-01"), Day("2022-03-31"), Prose("to review"))
    term = Term(Day("2018-04-01"), Day("2021-03-31"), extensions=(extension,))
    assert moved_on(term) == ("2022-04-01", "2025-03-31", "2022-03-31")


def test_a_renewal_keeps_the_text_and_drops_the_records(project, capsys):
    old = project / "agreements" / "newtown" / "2018"
    (old / "records").mkdir()
    (old / "records" / "approval.yaml").write_text("format: 1\n")
    assert run(["new", "newtown/2021", "--from", "newtown/2018"]) == 0
    new = project / "agreements" / "newtown" / "2021"
    assert not (new / "records").exists()
    agreement = load_agreement(DiskTree(new)).required()
    assert (agreement.id, agreement.version, agreement.versions) == ("newtown-2021", "0.1", ())
    assert (agreement.term.start, agreement.term.end, agreement.term.previous_end) == (
        "2021-04-01",
        "2024-03-31",
        "2021-03-31",
    )
    assert agreement.term.review_due == "2022-03-31"
    before = load_agreement(DiskTree(old)).required()
    moved = {"years": ("2021-22", "2022-23")}
    kept = tuple(replace(each, **moved) if hasattr(each, "years") else each for each in before.schedules)
    assert (agreement.clauses, agreement.schedules) == (before.clauses, kept)
    assert run(["validate", "newtown/2021"]) == 0


FILLED = ["--title", "The community service", "--council", "Newtown Council", "--council-address", "Town Hall"]
FILLED += ["--nhs-body", "Newtown NHS", "--nhs-address", "Trust House", "--start", "2028-07-01", "--months", "24"]


@pytest.mark.parametrize("model", ["integrated-provision", "pooled-fund"])
def test_a_draft_from_a_model_validates_and_prints_at_once(model, tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    assert run(["new", "newtown/2028", "--model", model, *FILLED]) == 0
    assert run(["validate", "newtown/2028"]) == 0
    assert run(["render", "newtown/2028", "--quick", "-o", "a.docx", "-o", "a.html"]) == 0
    agreement = load_agreement(DiskTree(tmp_path / "agreements" / "newtown" / "2028")).required()
    assert (agreement.id, agreement.title, agreement.illustrative) == ("newtown-2028", "The community service", False)
    assert (agreement.term.start, agreement.term.end) == ("2028-07-01", "2030-06-30")
    assert agreement.term.review_due == "2029-06-30"
    assert [party.name for party in agreement.parties] == ["Newtown Council", "Newtown NHS"]
    # Dates and financial years of the schedules moved with the term.
    text = "".join(path.read_text("utf-8") for path in (tmp_path / "agreements").rglob("*.yaml"))
    assert "2027-28" not in text
    assert "2028-29" in text


def test_what_is_not_told_is_left_to_be_filled_in(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    assert run(["new", "newtown/2028"]) == 0
    assert run(["validate", "newtown/2028"]) == 1
    said = capsys.readouterr().out
    assert "[insert name of the Council]" in said
    assert "error" not in said


@pytest.mark.parametrize(
    ("options", "code", "words"),
    [
        (["--model", "nothing"], 1, "there is no model nothing"),
        (["--model", "../coventry-cwpt/2018"], 1, "there is no model"),
        (["--start", "1 April"], 2, "is not a date"),
        (["--months", "0"], 2, "cannot be"),
        (["--start", "9999-12-01"], 2, "outside the years"),
        (["--start", "2199-12-01"], 1, "2199"),
        (["--start", "20270401"], 2, "is not a date"),
        (["--title", 'A "quoted": <b>{{ x }}'], 0, ""),
    ],
)
def test_what_cannot_be_is_told(tmp_path, monkeypatch, capsys, options, code, words):
    monkeypatch.chdir(tmp_path)
    assert run(["new", "newtown/2028", *options]) == code
    assert words in capsys.readouterr().err
    assert (tmp_path / "agreements").exists() == (code == 0)


def test_a_first_draft_comes_from_the_library_with_its_origin(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    assert run(["new", "oldtown/2027"]) == 0
    result = load_agreement(DiskTree(tmp_path / "agreements" / "oldtown" / "2027"))
    assert [f for f in result.findings if f.is_error] == []
    assert all(len(s.from_.digest) == 64 for s in result.required().schedules)
    first = (tmp_path / "agreements" / "oldtown" / "2027" / "schedules" / "01-aims-and-outcomes.yaml").read_text()
    pointed = first.splitlines()[0].split("$schema=")[1]
    assert (tmp_path / "agreements" / "oldtown" / "2027" / "schedules" / pointed).resolve().is_file()


def test_nothing_is_ever_overwritten(project, capsys):
    before = {p: p.read_bytes() for p in project.rglob("*.yaml")}
    assert run(["new", "newtown/2018", "--from", "newtown/2018"]) == 1
    assert "never overwritten" in capsys.readouterr().err
    assert {p: p.read_bytes() for p in project.rglob("*.yaml")} == before


@pytest.mark.parametrize("name", ["newtown", "../x/y", "A/b", "a/" + "b" * 40, "1/2", "a//b", "a/b/../c", "-x/y"])
def test_a_name_that_cannot_be_one_is_wrong_usage(project, capsys, name):
    try:
        code = run(["new", name])
    except SystemExit as ending:
        code = ending.code
    assert code == 2
    assert [p.name for p in Path("agreements").iterdir()] == ["newtown"]


def test_what_the_package_carries_is_found_from_any_project(project, capsys):
    assert run(["new", "newtown/2030", "--from", "coventry-cwpt/2018"]) == 0
    assert load_agreement(DiskTree(project / "agreements" / "newtown" / "2030")).required().id == "newtown-2030"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("version:", "version: >-\n  1.0\nnotes: was"),
        ("version:", "notes: it ends in a comma,\nreference: S75/1\nversion:"),
        ("title:", "# it ends in a comma,\n\nreference: S75/1\ntitle:"),
        ("title:", "reference:\n  S75/1\ntitle:"),
    ],
)
def test_a_renewal_of_a_file_written_otherwise_reads_the_same(project, old, new):
    main = project / "agreements" / "newtown" / "2018" / "agreement.yaml"
    text = main.read_text("utf-8")
    assert text.count(f"\n{old}") == 1
    main.write_text(text.replace(f"\n{old}", f"\n{new}"), "utf-8")
    before = load_agreement(DiskTree(main.parent)).required()
    assert run(["new", "newtown/2021", "--from", "newtown/2018"]) == 0
    after = load_agreement(DiskTree(project / "agreements" / "newtown" / "2021")).required()
    assert (after.version, after.reference, after.title) == ("0.1", "", before.title)
    assert after.clauses == before.clauses
    written = (project / "agreements" / "newtown" / "2021" / "agreement.yaml").read_text("utf-8")
    assert ("it ends in a comma," in new) == ("it ends in a comma,\n" in written)


def test_a_renewal_drops_extensions_from_a_term_in_braces(project):
    main = project / "agreements" / "newtown" / "2018" / "agreement.yaml"
    text = main.read_text("utf-8")
    data = read_source("a", "a", text.encode())[0].data
    extension = "extensions: [{id: ext-a, start: 2021-04-01, end: 2022-03-31, reason: to review}]"
    rest = ", ".join(f"{key}: {flow(value)}" for key, value in data["term"].items() if key not in ("start", "end"))
    start, end = text.index("\nterm:"), text.index("\n", text.index("\nterm:") + 1)
    while text[end + 1] == " ":
        end = text.index("\n", end + 1)
    written = f"\nterm: {{start: 2018-04-01, end: 2021-03-31, {extension}, {rest}}}"
    main.write_text(text[:start] + written + text[end:], "utf-8")
    assert load_agreement(DiskTree(main.parent)).required().term.extensions
    assert run(["new", "newtown/2022", "--from", "newtown/2018"]) == 0
    term = load_agreement(DiskTree(project / "agreements" / "newtown" / "2022")).required().term
    assert (term.start, term.end, term.extensions) == ("2022-04-01", "2025-03-31", ())


def test_answers_of_any_kind_stand_as_they_were_given(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    names = ["Ends in a comma,", 'A: "b" # c', "0b12", "[x], {y}", "no", "- a"]
    for index, name in enumerate(names):
        folder = f"newtown/{2028 + index}"
        assert run(["new", folder, "--title", name, "--council", name]) == 0
        data = read_source("a", "a", (tmp_path / "agreements" / folder / "agreement.yaml").read_bytes())[0].data
        assert (data["title"], data["parties"][0]["name"]) == (name, name)


def test_a_digest_that_looks_like_a_binary_number_is_written_so_that_it_can_be_read():
    """One in 256 begins with 0b; without quotation marks the loader refuses it as ambiguous."""
    digest = "0b54ac79" * 8
    text = 'format: 1\nid: a\nkind: general\ntitle: A\nfrom: {id: a, digest: "00"}\nclauses:\n  - {id: b, text: B.}\n'
    kinds = tuple(SCHEDULE_KINDS)
    ours, _ = read_file(MemoryTree({"a.yaml": text}), "a.yaml", kinds)
    made = proposal(ours, ours, ours, digest)
    again, findings = read_file(MemoryTree({"a.yaml": made.content}), "a.yaml", kinds)
    assert not findings
    assert again.data["from"] == {"id": "a", "digest": digest}
