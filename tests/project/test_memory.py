"""What is remembered between runs never says anything that a fresh run would not say."""

from __future__ import annotations

import os
import random
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from section75.project import asking, fingerprint, many
from section75.project.asking import JUDGE, LIST, REVIEW, Question
from section75.project.memory import ENTRY, OFF, WHERE, memory_folder, open_memory
from section75.reports.sweep import Answer
from tests.support.printing import ROOT

OWN = (ROOT / "tests" / "support" / "own.yaml").read_text("utf-8")
DAY = "2019-06-30"


@pytest.fixture
def project(project):
    """The small agreement with a record, in a project with a catalogue of its own."""
    (project / "reviews").mkdir()
    (project / "reviews" / "own.yaml").write_text(OWN)
    record = project / "agreements/newtown/2018/records/reviews/first.yaml"
    record.parent.mkdir(parents=True)
    record.write_text("format: 1\nid: rv-first\nkind: review\non: 2019-03-01\ntitle: The first review\n")
    return project


@pytest.fixture
def memory(tmp_path_factory):
    return open_memory(tmp_path_factory.mktemp("memory") / "inner")


def question(kind: str, project: Path) -> Question:
    return Question(kind, project, "" if kind == JUDGE else DAY)


def asked(kind: str, project: Path, memory=None, **other) -> tuple[Answer, ...]:
    """The answers for every agreement of a project."""
    wanted = replace(question(kind, project), **other)
    return many.answers(wanted, many.agreements_named((), project), memory=memory)


def not_asked(monkeypatch) -> None:
    """From here on nothing may be worked out anew."""

    def fail(*_):
        raise AssertionError("worked out anew")

    monkeypatch.setattr(many, "answered", fail)


def entries(memory) -> list[Path]:
    return sorted(memory.folder.glob(f"*{ENTRY}"))


KINDS = [JUDGE, REVIEW, LIST]


@pytest.mark.parametrize("kind", KINDS)
def test_what_has_not_changed_is_not_asked_again_and_says_the_same(kind, project, memory, monkeypatch):
    first = asked(kind, project, memory)
    assert not first[0].wrong
    not_asked(monkeypatch)
    again = asked(kind, project, memory)
    assert again == first


@pytest.mark.parametrize("kind", KINDS)
def test_a_change_in_any_file_is_seen(kind, project, memory):
    asked(kind, project, memory)
    known = {path.read_bytes() for path in entries(memory)}
    files = [path for path in (project / "agreements").rglob("*") if path.is_file()]
    files += [project / "reviews" / "own.yaml"] if kind == REVIEW else []
    chance = random.Random(75)
    for path in files:
        was = path.read_bytes()
        for _ in range(3):
            at = chance.randrange(len(was))
            changed = bytes([was[at] ^ 1])
            path.write_bytes(was[:at] + changed + was[at + 1 :])
            assert asked(kind, project, memory) == asked(kind, project), path
        path.write_bytes(was)
        assert asked(kind, project, memory) == asked(kind, project)
    assert len(entries(memory)) > len(known)


def test_a_fault_put_in_is_found_although_the_sound_file_is_remembered(project, memory):
    assert asked(JUDGE, project, memory)[0].data["findings"] == []
    path = project / "agreements/newtown/2018/agreement.yaml"
    times = path.stat()
    sound = path.read_text()
    path.write_text(sound.replace("(#board-meetings)", "(#board-meetinsg)"))
    os.utime(path, ns=(times.st_atime_ns, times.st_mtime_ns))
    assert [each["code"] for each in asked(JUDGE, project, memory)[0].data["findings"]] == ["broken-reference"]
    path.write_text(sound)
    assert asked(JUDGE, project, memory)[0].data["findings"] == []


def test_a_file_more_is_seen(project, memory):
    asked(JUDGE, project, memory)
    (project / "agreements/newtown/2018/records/reviews/second.yaml").write_text("format: 1\n")
    assert asked(JUDGE, project, memory)[0].data["findings"]


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("harm", ["flip", "cut", "empty", "other", "words"])
def test_a_damaged_or_forged_entry_is_not_read(kind, harm, project, memory):
    path = project / "agreements/newtown/2018/agreement.yaml"
    sound = path.read_text()
    asked(kind, project, memory)
    clean = entries(memory)[0].read_bytes()
    path.write_text(sound.replace("(#board-meetings)", "(#board-meetinsg)"))
    truth = asked(kind, project)
    asked(kind, project, memory)
    chance = random.Random(7)
    for entry in entries(memory):
        was = entry.read_bytes()
        at = chance.randrange(len(was))
        harmed = {
            "flip": was[:at] + bytes([was[at] ^ 4]) + was[at + 1 :],
            "cut": was[: len(was) // 2],
            "empty": b"",
            "other": clean,
            "words": b'{"findings": [], "accepted": [], "errors": 0, "warnings": 0}',
        }[harm]
        entry.write_bytes(harmed)
        assert asked(kind, project, memory) == truth
        entry.write_bytes(was)


def test_an_entry_sealed_elsewhere_is_not_read(project, memory, tmp_path):
    other = open_memory(tmp_path / "other")
    asked(JUDGE, project, other)
    for entry in entries(other):
        other.keep(entry.stem, {"findings": [], "accepted": [], "errors": 0, "warnings": 0})
        shutil.copy(entry, memory.folder)
        assert memory.recall(entry.stem) is None
        assert other.recall(entry.stem) is not None


def test_a_rule_or_a_schema_that_changed_is_seen(tmp_path, monkeypatch):
    package = tmp_path / "section75"
    (package / "checks").mkdir(parents=True)
    (package / "schema").mkdir()
    for name in ("checks/dates.py", "schema/clause.json"):
        (package / name).write_text("a")
    monkeypatch.setattr(fingerprint, "files", lambda _: package)
    seen = {fingerprint.toolkit_digest()}
    for name in ("checks/dates.py", "schema/clause.json", "checks/new.py"):
        (package / name).write_text("b")
        seen.add(fingerprint.toolkit_digest())
    monkeypatch.setattr(fingerprint, "__version__", "9")
    seen.add(fingerprint.toolkit_digest())
    assert len(seen) == 5


def test_another_toolkit_asks_again(project, memory, monkeypatch):
    asked(JUDGE, project, memory)
    monkeypatch.setattr(many, "toolkit_digest", lambda: "another")
    not_asked(monkeypatch)
    with pytest.raises(AssertionError, match="worked out anew"):
        asked(JUDGE, project, memory)


def test_a_toolkit_that_changes_meanwhile_remembers_nothing(project, memory, monkeypatch):
    digests = iter(["before", "after"])
    monkeypatch.setattr(many, "toolkit_digest", lambda: next(digests))
    asked(JUDGE, project, memory)
    assert entries(memory) == []


@pytest.mark.parametrize("kind", [REVIEW, LIST])
def test_another_day_is_another_answer(kind, project, memory):
    early, late = (asked(kind, project, memory, date=day) for day in ("2018-06-30", "2020-12-31"))
    assert early == asked(kind, project, date="2018-06-30")
    assert late == asked(kind, project, date="2020-12-31")
    assert early != late


def test_a_catalogue_asked_for_by_name_is_another_question(project, memory):
    asked(REVIEW, project, memory)
    named = asked(REVIEW, project, memory, catalogues=("own",))
    assert named == asked(REVIEW, project, catalogues=("own",))


def test_what_is_written_while_it_is_read_is_not_remembered(project, memory, monkeypatch):
    path = project / "agreements/newtown/2018/agreement.yaml"
    sound = path.read_bytes()

    def and_back(asking_for, named):
        """Somebody saves a fault, and takes it back at once; the reader saw either."""
        path.write_bytes(sound + b"# and\n")
        made = asking.answered(asking_for, named)
        path.write_bytes(sound)
        return made

    monkeypatch.setattr(many, "answered", and_back)
    asked(JUDGE, project, memory)
    assert entries(memory) == []


def test_a_folder_with_a_link_in_it_is_never_remembered(project, memory):
    inside = project / "agreements/newtown/2018"
    (inside / "schedules" / "linked.yaml").symlink_to(next((inside / "schedules").glob("*.yaml")))
    asked(JUDGE, project, memory)
    assert entries(memory) == []


def test_a_missing_folder_has_no_fingerprint(tmp_path):
    assert fingerprint.fingerprint(tmp_path / "nowhere") is None


def test_the_oldest_entries_go_where_there_are_too_many(memory, monkeypatch):
    monkeypatch.setattr("section75.project.memory.MOST_BYTES", 200)
    for number in range(6):
        memory.keep(f"{number}" * 64, {"words": f"some words {number}"})
        entry = memory.folder / f"{str(number) * 64}{ENTRY}"
        os.utime(entry, ns=(number, number))
    memory.tidy()
    left = [path.stem[0] for path in entries(memory)]
    assert left == [str(number) for number in range(6 - len(left), 6)]
    assert 0 < len(left) < 6


def test_too_much_is_neither_kept_nor_read(memory, monkeypatch):
    memory.keep("a" * 64, {"words": "x" * 1000})
    monkeypatch.setattr("section75.project.memory.LARGEST_RESULT", 500)
    assert memory.recall("a" * 64) is None
    memory.keep("b" * 64, {"words": "x" * 1000})
    assert [path.stem[0] for path in entries(memory)] == ["a"]


def test_a_place_that_cannot_be_written_to_is_left_alone(project, tmp_path):
    (tmp_path / "file").write_text("no folder")
    assert open_memory(tmp_path / "file") is None
    assert open_memory(tmp_path / "file" / "below") is None
    assert open_memory(None) is None


@pytest.mark.skipif(os.name == "nt", reason="POSIX permissions")
def test_a_folder_that_others_may_write_to_is_not_used(tmp_path):
    shared = tmp_path / "shared"
    shared.mkdir()
    shared.chmod(0o777)
    assert open_memory(shared) is None
    assert list(shared.iterdir()) == []


def test_where_results_are_remembered():
    assert memory_folder({WHERE: "/a", OFF: "1"}) is None
    assert memory_folder({WHERE: "/a", OFF: "0"}) == Path("/a")
    assert memory_folder({}) is None
