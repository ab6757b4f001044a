"""Merging a file and a whole agreement; conflicts left, told and decided; a clone set up and looked at."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from section75.cli import run
from section75.errors import Section75Error
from section75.load.merged import merged_file
from section75.merge import merged_lines
from section75.project.history import examined, install, uninstall
from section75.project.merging.file import kind_at, sourced
from section75.project.places import LIBRARY
from tests.support.agreements import BASE, ROOT
from tests.support.repositories import INSIDE, NAME, git

COMMAND = f'"{Path(sys.executable).as_posix()}" -m section75'
MAIN = f"{INSIDE}/agreement.yaml"
FILE = """format: 1
id: rules
kind: general
title: Rules
clauses:
  # the first
  - id: rule-one
    heading: One
    text: |
      It is so.
      It stays so.
  - id: rule-two
    heading: Two
    text: It is other.
  - id: rule-three
    heading: Three
    text: It is the last.
"""


def merged(ours: str, theirs: str, base: str = FILE):
    return merged_file(*(sourced(text.encode(), "schedules/rules.yaml") for text in (base, ours, theirs)))


def edited(*pairs: tuple[str, str], text: str = FILE) -> str:
    for old, new in pairs:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    return text


def moved(text: str, identity: str, after: str) -> str:
    """The text with a first-level clause after another."""
    parts = text.split("  - id: ")
    clause = next(part for part in parts if part.startswith(f"{identity}\n"))
    parts.remove(clause)
    at = next(index for index, part in enumerate(parts) if part.startswith(f"{after}\n"))
    return "  - id: ".join([*parts[: at + 1], clause, *parts[at + 1 :]])


@pytest.mark.parametrize(
    ("ours", "theirs", "expected"),
    [
        ([("It is so.", "It is thus.")], [("It is the last.", "It ends.")], [("It is so.", "It is thus."), ("It is the last.", "It ends.")]),
        ([("It is so.", "It is thus.")], [("It stays so.", "It stays thus.")], None),
        ([("# the first", "# first")], [("It is other.", "It differs.  # new")], [("# the first", "# first"), ("It is other.", "It differs.  # new")]),
        ([("It is other.", "It differs.")], [("It is other.", "It differs.")], [("It is other.", "It differs.")]),
    ],
    ids=["clauses", "sentences", "comments", "the same"],
)  # fmt: skip
def test_edits_that_do_not_meet_merge(ours, theirs, expected):
    made = merged(edited(*ours), edited(*theirs))
    assert made.conflicts == ()
    both = expected if expected is not None else [*ours, *theirs]
    assert made.content.decode() == edited(*both)
    assert made.is_apart is (expected is not None and ours != theirs)


def test_a_move_here_and_an_edit_there_merge():
    ours = moved(FILE, "rule-three", "rule-one")
    theirs = edited(("It is the last.", "It is the very last."))
    for made in (merged(ours, theirs), merged(theirs, ours)):
        assert made.conflicts == ()
        assert made.content.decode() == edited(("It is the last.", "It is the very last."), text=ours)


def test_a_conflict_leaves_ours_and_notes_theirs(tmp_path, monkeypatch, capsys):
    made = merged(edited(("It is other.", "It differs.")), edited(("It is other.", "It is the same.")))
    assert [(each.unit, each.path) for each in made.conflicts] == [("rule-two", ("text",))]
    text = made.content.decode()
    assert text.startswith(edited(("It is other.", "It differs.")))
    assert "  - at: rule-two.text\n" in text and "    theirs: It is the same.\n" in text
    with pytest.raises(Section75Error, match="conflicts of an earlier merge"):
        merged_file(*(sourced(each, "x.yaml") for each in (FILE.encode(), made.content, FILE.encode())))


def test_a_comment_that_finds_no_place_is_not_lost():
    ours = edited(
        ("    heading: Two\n    text: It is other.\n", "    heading: Two\n    text: It differs.\n"),
        ("# the first", "# number one"),
    )
    theirs = edited(("  # the first\n", "  # the very first\n"), ("It is other.", "It is the same one."))
    made = merged(ours, theirs)
    assert "the very first" in made.content.decode()
    assert made.conflicts


@pytest.mark.parametrize(
    ("base", "ours", "theirs", "expected"),
    [
        ("a\nb\nc\n", "a\nx\nc\n", "a\nb\nc\ny\n", "a\nx\nc\ny\n"),
        ("a\nb\nc\n", "x\nb\nc\n", "a\ny\nc\n", "x\ny\nc\n"),
        ("a\nb\nc\n", "x\nb\nc\n", "a\nnew\nb\nc\n", None),
        ("a\nb\nc\n", "x\ny\nc\n", "a\nz\nc\n", None),
        ("a\nb\n", "a\nb\n", "", ""),
        ("a\n", "a\nx\n", "a\nx\n", "a\nx\n"),
        ("", "a\n", "b\n", None),
    ],
)
def test_lines_merge_where_they_do_not_touch(base, ours, theirs, expected):
    assert merged_lines(base, ours, theirs) == expected


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("agreements/a/2020/agreement.yaml", "agreement"),
        ("agreements/a/2020/risks.yaml", "risks"),
        ("agreements/a/2020/records/approvals/x.yaml", "approval"),
        ("agreements/a/2020/records/returns/x.yaml", "record"),
        ("agreements/a/2020/schedules/x.yaml", "general"),
        ("reviews/x.yaml", "catalogue"),
    ],
)
def test_a_file_is_known_by_its_path(path, kind):
    data = sourced(b"kind: general\n" if "schedules" in path else b"format: 1\n", path).data
    assert kind_at(path, data) == kind


@pytest.fixture
def clone(tmp_path, monkeypatch):
    """A clone that holds the small agreement on the branch `main`, with the driver registered."""
    shutil.copytree(BASE, tmp_path / INSIDE)
    git(tmp_path, "init", "-q", "-b", "main")
    install(tmp_path, COMMAND)
    commit(tmp_path, "base")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def commit(folder: Path, words: str) -> None:
    git(folder, "add", "-A")
    git(folder, "commit", "-qm", words)


def change(path: str, old: str, new: str) -> None:
    file = Path(path)
    text = file.read_text("utf-8")
    assert text.count(old) == 1, old
    file.write_text(text.replace(old, new), "utf-8")


def branched(folder: Path, name: str, *changes: tuple[str, str, str]) -> None:
    git(folder, "checkout", "-q", "-b", name, "main")
    for each in changes:
        change(*each)
    commit(folder, name)


BOARD = (MAIN, "keep a record", "keep a full record")


def test_git_merges_by_the_driver_and_leaves_what_resolve_decides(clone, capsys):
    branched(clone, "theirs", (MAIN, "keep a record", "keep records"))
    branched(clone, "ours", BOARD)
    with pytest.raises(subprocess.CalledProcessError):
        git(clone, "merge", "theirs")
    assert "<<<<" not in Path(MAIN).read_text("utf-8")
    assert run(["validate", NAME]) == 1
    assert "merge-conflict" in capsys.readouterr().out
    assert run(["resolve", NAME]) == 1
    shown = capsys.readouterr().out
    place = shown.split(": ")[1].split("\n")[0]
    assert "full record" in shown and "keep records" in shown
    assert run(["resolve", NAME, place, "--words", "The Board shall keep a book."]) == 0
    assert "conflicts" not in Path(MAIN).read_text("utf-8")
    assert "keep a book" in Path(MAIN).read_text("utf-8")
    run(["validate", NAME])
    assert "merge-conflict" not in capsys.readouterr().out
    commit(clone, "merged")


@pytest.mark.parametrize(
    ("side", "words"), [("ours", "full record"), ("theirs", "keep records"), ("base", "keep a record")]
)
def test_a_side_is_taken(clone, side, words):
    branched(clone, "theirs", (MAIN, "keep a record", "keep records"))
    branched(clone, "ours", BOARD)
    with pytest.raises(subprocess.CalledProcessError):
        git(clone, "merge", "theirs")
    assert run(["resolve", NAME, "--take", side]) == 0
    assert words in Path(MAIN).read_text("utf-8")


@pytest.mark.parametrize("side", ["ours", "theirs"])
def test_what_one_took_out_and_the_other_changed_is_decided(side):
    """Each side of it, from the conflict to the file."""
    gone = FILE.replace("  - id: rule-two\n    heading: Two\n    text: It is other.\n", "")
    from section75.load.conflicts import standing, taken
    from section75.load.proved import spliced
    from section75.outline.changes import FieldRemoved
    from section75.outline.units import outline

    for ours, theirs, has_it in (
        (gone, edited(("other", "new")), side == "theirs"),
        (edited(("other", "new")), gone, side == "ours"),
    ):
        source = sourced(merged(ours, theirs).content, "schedules/rules.yaml")
        conflict = next(standing(source.data))
        changes = (*taken(conflict, side, outline(source.data)), FieldRemoved("", ("conflicts",)))
        after = spliced(source, changes).decode()
        assert ("It is new." in after) is has_it
        assert "conflicts" not in after


def test_a_file_that_is_broken_on_one_side_is_left_to_git(clone, capsys):
    branched(clone, "theirs", (MAIN, "keep a record", "keep records"))
    branched(clone, "ours", (MAIN, "title: ", "title: ["))
    git(clone, "merge", "--no-edit", "theirs")
    assert "keep records" in Path(MAIN).read_text("utf-8")
    git(clone, "reset", "-q", "--hard", "HEAD~1")
    change(MAIN, "keep a record", "keep a book")
    commit(clone, "more")
    with pytest.raises(subprocess.CalledProcessError):
        git(clone, "merge", "theirs")
    text = Path(MAIN).read_text("utf-8")
    assert "<<<<<<< ours" in text and ">>>>>>> theirs" in text


def test_a_driver_that_is_killed_leaves_the_three_files(clone):
    for name, words in (("b", FILE), ("o", edited(("other", "x"))), ("t", edited(("other", "y")))):
        Path(name).write_text(words)
    process = subprocess.Popen([sys.executable, "-m", "section75", "git", "merge-driver", "b", "o", "t", "x.yaml"])
    process.kill()
    process.wait()
    assert [Path(name).read_text() for name in "bot"] == [FILE, edited(("other", "x")), edited(("other", "y"))]


def test_a_record_of_a_decision_is_never_merged():
    base = "format: 1\nid: given-ap-cabinet\nrequires: ap-cabinet\non: 2018-03-06\nreference: Minute 42\n"
    sides = (base, base.replace("Minute 42", "Minute 43"), base.replace("2018-03-06", "2018-03-07"))
    name = "agreements/a/2018/records/approvals/x.yaml"
    made = merged_file(*(sourced(text.encode(), name) for text in sides))
    assert [str(each.kind) for each in made.conflicts] == [
        "both changed the record of a decision, which is never merged"
    ]
    assert made.content.decode().startswith(sides[1])
    assert merged_file(*(sourced(text.encode(), name) for text in (base, base, sides[2]))).conflicts == ()


def test_line_ends_of_windows_do_not_make_a_conflict():
    made = merged(edited(("It is so.", "It is thus.")).replace("\n", "\r\n"), edited(("It is the last.", "It ends.")))
    assert made.conflicts == ()
    assert made.content.decode() == edited(("It is so.", "It is thus."), ("It is the last.", "It ends.")).replace(
        "\n", "\r\n"
    )


def test_a_clone_is_set_up_looked_at_and_cleared(tmp_path, monkeypatch, capsys):
    shutil.copytree(BASE, tmp_path / INSIDE)
    git(tmp_path, "init", "-q", "-b", "main")
    commit(tmp_path, "base")
    monkeypatch.chdir(tmp_path)
    assert run(["git", "doctor"]) == 1
    assert capsys.readouterr().out.count("not well") == 4
    assert run(["git", "install"]) == 0
    assert run(["git", "install"]) == 0
    assert Path(".gitattributes").read_text().count("diff=s75") == 2
    assert run(["git", "doctor"]) == 1
    assert "older than .gitattributes" in capsys.readouterr().out
    commit(tmp_path, "attributes")
    assert run(["git", "doctor"]) == 0
    git(tmp_path, "branch", "old", "HEAD~1")
    assert run(["git", "doctor", "--branch", "old"]) == 1
    assert run(["git", "doctor", "--branch=-x"]) == 1
    assert run(["git", "uninstall"]) == 0
    assert run(["git", "uninstall"]) == 0
    assert [each.is_well for each in examined(tmp_path, COMMAND)][:2] == [False, False]
    uninstall(tmp_path)


def test_the_settings_of_others_are_neither_read_nor_written(tmp_path, monkeypatch):
    home = tmp_path / "home"
    home.mkdir()
    (home / ".gitconfig").write_text('[merge "s75"]\n\tdriver = elsewhere\n')
    monkeypatch.setenv("HOME", str(home))
    folder = tmp_path / "clone"
    shutil.copytree(BASE, folder / INSIDE)
    git(folder, "init", "-q")
    assert not any(each.is_well for each in list(examined_or_none(folder))[:2])
    install(folder, COMMAND)
    assert (home / ".gitconfig").read_text().count("elsewhere") == 1


def examined_or_none(folder: Path):
    commit(folder, "base")
    return examined(folder, COMMAND)


def test_nothing_can_be_set_up_where_there_is_no_repository(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "agreements").mkdir()
    assert run(["git", "install"]) == 1
    assert "is in no git repository" in capsys.readouterr().err


def test_a_bare_repository_is_told(tmp_path):
    git(tmp_path, "init", "-q", "--bare")
    assert [each.is_well for each in examined(tmp_path, COMMAND)] == [False]


def test_git_shows_clauses(clone):
    change(MAIN, "keep a record", "keep a full record")
    shown = subprocess.run(["git", "diff"], cwd=clone, capture_output=True, text=True, check=True).stdout
    assert "@@ [" in shown or "\n [" in shown
    assert "keep a full record" in shown and "text:" not in shown
    Path(MAIN).write_text("a: [\n")
    shown = subprocess.run(["git", "diff"], cwd=clone, capture_output=True, text=True, check=True).stdout
    assert "+a: [" in shown


def whole(clone: Path, capsys, *arguments: str, base: str = "main") -> tuple[int, dict]:
    code = run(["merge", f"{base}:{INSIDE}", f"ours:{INSIDE}", f"theirs:{INSIDE}", "--format", "json", *arguments])
    return code, json.loads(capsys.readouterr().out)


GOVERNANCE = f"{INSIDE}/schedules/governance.yaml"
FINANCE = f"{INSIDE}/schedules/finance.yaml"


def labels(found: dict) -> dict[str, str]:
    return {
        each["path"]: each["label"]
        for each in found["files"]
        if each["label"] not in ("unchanged", "changed on one side")
    }


def test_the_verb_merges_a_whole_agreement(clone, capsys):
    branched(clone, "theirs", (GOVERNANCE, "quarterly", "monthly"))
    branched(clone, "ours", BOARD)
    code, found = whole(clone, capsys, "-o", "out")
    assert (code, labels(found)) == (0, {})
    assert "monthly" in Path("out/schedules/governance.yaml").read_text("utf-8")
    assert "full record" in Path("out/agreement.yaml").read_text("utf-8")
    code, _ = (
        whole(clone, capsys, "-o", "out") if False else (run(["merge", *("main", "ours", "theirs"), "-o", "out"]), None)
    )
    assert code == 1


def test_a_reference_to_what_the_other_side_removed_is_to_be_read(clone, capsys):
    text = Path(MAIN).read_text("utf-8")
    from section75.load.proved import spliced
    from section75.outline.changes import FieldSet, UnitRemoved
    from section75.outline.units import outline

    source = sourced(text.encode(), MAIN)
    schedule = sourced(Path(FINANCE).read_bytes(), FINANCE)
    clause = next(u for u in outline(schedule.data).values() if u.list[-1:] == ("clauses",))
    gone = next(u for u in outline(schedule.data).values() if u.list[-1:] == ("contributions",))
    git(clone, "checkout", "-q", "-b", "theirs", "main")
    Path(FINANCE).write_bytes(spliced(schedule, [UnitRemoved(gone.name)]))
    commit(clone, "theirs")
    git(clone, "checkout", "-q", "-b", "ours", "main")
    where = next(u for u in outline(source.data).values() if ("text",) in u.fields and u.list[-1:] == ("clauses",))
    words = f"{where.fields['text',].strip()} See [](#{gone.name})."
    Path(MAIN).write_bytes(spliced(source, [FieldSet(where.name, ("text",), words)]))
    commit(clone, "ours")
    code, found = whole(clone, capsys)
    assert code == 1 and clause
    assert labels(found)["agreement.yaml"] == "to be read"
    said = " ".join(why for each in found["files"] for why in each["why"])
    assert gone.name in said


def test_a_clause_that_went_to_another_file_keeps_what_the_other_branch_did_to_it(clone, capsys):
    shutil.rmtree(clone / INSIDE)
    shutil.copytree(ROOT / "agreements/coventry-cwpt/2018", clone / INSIDE)
    commit(clone, "real")
    source, target = (
        f"{INSIDE}/schedules/{name}.yaml" for name in ("14-systems-and-recording", "15-complaints-and-transfer")
    )
    git(clone, "checkout", "-q", "-b", "ours", "main")
    change(source, "at least six months beforehand", "at least nine months beforehand")
    commit(clone, "edited")
    git(clone, "checkout", "-q", "-b", "theirs", "main")
    text = Path(source).read_text("utf-8")
    clause = text[text.index("  - id: sy-change\n") : text.index("tables:\n")]
    Path(source).write_text(text.replace(clause, ""), "utf-8")
    inner = "".join(f"    {line}" for line in clause.splitlines(keepends=True))
    change(target, "  - id: ct-transfer-part\n", f"{inner}  - id: ct-transfer-part\n")
    commit(clone, "moved")
    code, found = whole(clone, capsys, "-o", "out")
    assert (code, set(labels(found).values())) == (0, {"proven"})
    assert "nine months beforehand" in Path("out/schedules/15-complaints-and-transfer.yaml").read_text("utf-8")
    assert "sy-change\n" not in Path("out/schedules/14-systems-and-recording.yaml").read_text("utf-8")
    git(clone, "checkout", "-q", "-b", "third", "main")
    other = f"{INSIDE}/schedules/12-finance.yaml"
    Path(source).write_text(text.replace(clause, ""), "utf-8")
    change(other, "  - id: fi-control-part\n", f"{inner}  - id: fi-control-part\n")
    commit(clone, "moved elsewhere")
    code = run(["merge", f"main:{INSIDE}", f"third:{INSIDE}", f"theirs:{INSIDE}"])
    assert code == 1
    assert "ours moved it to schedules/12-finance.yaml, theirs to schedules/15" in capsys.readouterr().out


def test_an_id_minted_twice_is_told(clone, capsys):
    new = "\n  - id: minted\n    heading: New\n    text: {words}\n"
    for name, path, words in (("theirs", GOVERNANCE, "One."), ("ours", FINANCE, "Two.")):
        git(clone, "checkout", "-q", "-b", name, "main")
        text = Path(path).read_text("utf-8")
        list_of = "\nclauses:\n" if "\nclauses:\n" in text else "    clauses:\n"
        inner = (
            new.format(words=words) if list_of.startswith("\n") else new.format(words=words).replace("\n  ", "\n      ")
        )
        Path(path).write_text(text.replace(list_of, list_of[:-1] + inner, 1), "utf-8")
        assert "minted" in Path(path).read_text("utf-8")
        commit(clone, name)
    code, found = whole(clone, capsys)
    assert code == 1
    assert any("minted" in why for each in found["files"] for why in each["why"])


def test_what_cannot_be_merged_is_wrong_usage(clone, capsys):
    assert run(["merge", "a.docx", "b", "c"]) == 2
    assert run(["merge", "-x", "b", "c"]) == 2 if _exits(["merge", "-x", "b", "c"]) else True
    assert run(["merge", f"nothing:{INSIDE}", f"main:{INSIDE}", f"main:{INSIDE}"]) == 1
    assert "there is no revision nothing" in capsys.readouterr().err


def _exits(arguments: list[str]) -> bool:
    try:
        run(arguments)
    except SystemExit:
        return False
    return True


def test_the_library_is_merged_too(clone):
    assert f"{LIBRARY}/*.yaml diff=s75 merge=s75" in Path(".gitattributes").read_text()
