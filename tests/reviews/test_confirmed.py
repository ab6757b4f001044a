"""A person confirms exact words: met until one of them changes, and then it is said which to look at again."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from section75.cli import run
from section75.cli.terminal import Terminal
from section75.project.places import carried_root
from tests.support.agreements import ROOT

DAY = ["--date", "2019-06-30"]
NAME = "newtown/2018"
ROLE = "Head of Partnerships"
FOLDER = Path("agreements/newtown/2018")
READ = (
    "recital-power",
    "def-agreement",
    "def-strategic-board",
    "words-used",
    "board-again",
    "board-meets",
    "board-reports",
    "governance",
    "performance",
    "finance",
)
"""One thing for each item."""
WORDS = (
    "board", "meet", "record", "council", "trust", "agreement", "party", "services", "functions", "term"
)  # fmt: skip


@pytest.fixture
def project(project):
    """The small agreement, and a catalogue of ten items that words are found for and one that data decides."""
    items = [
        f'  - {{id: OW-{n}, strength: statutory, theme: T, says: "It speaks of {word}.", source: s, '
        f"tests: [{{predicate: says, with: {{words: '(?i){word}'}}}}]}}"
        for n, word in enumerate(WORDS, 1)
    ]
    items.append(
        "  - {id: OW-11, strength: statutory, theme: T, says: A pool manager., source: s, "
        "tests: [{predicate: pool-manager}]}"
    )
    items.append(
        "  - {id: OW-12, strength: statutory, theme: T, says: Later., source: s, evidence: X, "
        "applies: {start_from: 2030-01-01}}"
    )
    (project / "reviews").mkdir()
    head = "format: 1\nid: own\ntitle: Our own review\nsource: Internal audit\nitems:\n"
    (project / "reviews" / "own.yaml").write_text(head + "\n".join(items) + "\n")
    return project


def confirmed(item: str, *at: str, by: str = ROLE, more: tuple[str, ...] = ()) -> int:
    given = ["--at", *at] if at else []
    return run(["confirm", item, NAME, "--catalogue", "own", *given, "--by", by, *DAY, *more])


def statuses(capsys) -> dict[str, str]:
    capsys.readouterr()
    run(["check", NAME, "--catalogue", "own", "--all", *DAY])
    said = capsys.readouterr().out
    return dict(re.findall(r"^(OW-\d+)  (.+?)  \[", said, re.MULTILINE))


def test_ten_items_are_confirmed_one_clause_is_edited_and_that_one_is_told(project, capsys):
    main = FOLDER / "agreement.yaml"
    for number, unit in enumerate(READ, 1):
        assert confirmed(f"OW-{number}", unit) == 0, unit
    assert {statuses(capsys)[f"OW-{number}"] for number in range(1, 11)} == {"met"}
    text = main.read_text()
    main.write_text(text.replace("does not limit what", "limits what"))
    now = statuses(capsys)
    assert now["OW-5"] == "words found"
    assert {now[f"OW-{number}"] for number in range(1, 11) if number != 5} == {"met"}
    run(["check", NAME, "--catalogue", "own", *DAY])
    said = capsys.readouterr().out
    assert said.count("[confirmation-stale]") == 1
    assert f'by words of "{READ[4]}", which has changed since' in said
    run(["check", NAME, "--catalogue", "own", "--all", *DAY])
    assert "to be looked at again: confirmed by the Head of Partnerships on 30 June 2019" in capsys.readouterr().out


def test_the_words_then_and_now_are_shown(project, capsys, monkeypatch):
    assert confirmed("OW-1", "board-duty") == 0
    main = FOLDER / "agreement.yaml"
    main.write_text(main.read_text().replace("It shall keep a record.", "It shall keep no record."))
    asked: list[str] = []
    monkeypatch.setattr(Terminal, "is_attended", property(lambda _: True))
    monkeypatch.setattr("builtins.input", lambda question: asked.append(question) or "q")
    capsys.readouterr()
    assert run(["confirm", NAME, "--catalogue", "own", "--by", ROLE, *DAY]) == 1
    said = " ".join(capsys.readouterr().out.split())
    assert "When it was confirmed, clause 2.1 said:" in said
    assert "It shall keep a record." in said
    assert "It now says:" in said
    assert "It shall keep no record." in said
    assert len(asked) == 1


def test_a_whole_list_is_worked_through_and_each_yes_is_a_file(project, capsys, monkeypatch):
    replies = iter(["y", "n", "perhaps", "y", "q"])
    monkeypatch.setattr(Terminal, "is_attended", property(lambda _: True))
    monkeypatch.setattr("builtins.input", lambda _: next(replies))
    assert run(["confirm", NAME, "--catalogue", "own", "--by", ROLE, *DAY]) == 1
    said, error = capsys.readouterr()
    assert "perhaps is no answer" in error
    assert [path.name for path in sorted((FOLDER / "records/confirmations").iterdir())] == [
        "ow-1-2019-06-30.yaml",
        "ow-3-2019-06-30.yaml",
    ]
    assert "8 items of newtown/2018 still to be read and confirmed" in said


def test_where_nobody_sits_at_the_terminal_the_list_is_told(project, capsys):
    assert run(["confirm", NAME, "--catalogue", "own", *DAY]) == 1
    assert "10 items of newtown/2018 still to be read and confirmed" in capsys.readouterr().out
    assert not (FOLDER / "records").exists()


@pytest.mark.parametrize(
    ("item", "at", "by", "more", "said"),
    [
        ("OW-99", ["board-duty"], ROLE, (), "no catalogue in use holds OW-99"),
        ("OW-12", ["board-duty"], ROLE, (), "OW-12 does not apply"),
        ("OW-11", ["board-duty"], ROLE, (), "OW-11 is not met"),
        ("OW-1", ["board-dutty"], ROLE, (), "nothing that prints has the id board-dutty"),
        ("OW-1", ["../../etc/passwd"], ROLE, (), "nothing that prints has the id"),
        ("OW-1", ["board-duty"], "Director of Trains", (), 'nobody in the agreement is called "Director of Trains"'),
        ("OW-1", [], ROLE, (), "no clause is named"),
        ("../OW-1", ["board-duty"], ROLE, (), "no catalogue in use holds ../OW-1"),
    ],
)
def test_what_cannot_be_confirmed_is_refused_and_nothing_is_written(project, capsys, item, at, by, more, said):
    assert confirmed(item, *at, by=by, more=more) != 0
    assert said in capsys.readouterr().err
    assert not (FOLDER / "records").exists()


@pytest.mark.parametrize(
    "arguments",
    [
        ["confirm", "ST-22", "example/2025", "--at", "audit-fund", "--by", "Pool Manager"],
        ["todo", "model-pooled-fund", "--settle", "settle-contributions"],
        ["check", "example/2025", "--action-plan"],
    ],
    ids=lambda arguments: arguments[0],
)
@pytest.mark.skipif(carried_root() != ROOT, reason="the tool stands apart from what it carries")
def test_what_comes_with_the_tool_is_never_written(tmp_path, monkeypatch, capsys, arguments):
    before = {path: path.read_bytes() for path in (ROOT / "agreements").rglob("*.yaml")}
    monkeypatch.chdir(tmp_path)
    assert run([*arguments, "--date", "2026-11-26"]) == 2
    assert "comes with the tool and cannot be edited" in capsys.readouterr().err
    assert {path: path.read_bytes() for path in (ROOT / "agreements").rglob("*.yaml")} == before


def test_before_the_first_version_nobody_can_have_read_it(project, capsys):
    arguments = ["confirm", "OW-1", NAME, "--catalogue", "own", "--at", "board-duty", "--by", ROLE]
    assert run([*arguments, "--date", "2017-01-01"]) == 2
    assert "the first version of the agreement is of 8 January 2018" in capsys.readouterr().err


def test_a_second_on_one_day_is_refused_and_the_first_is_kept(project, capsys):
    assert confirmed("OW-1", "board-duty") == 0
    path = FOLDER / "records/confirmations/ow-1-2019-06-30.yaml"
    before = path.read_bytes()
    assert confirmed("OW-1", "board-meets") == 1
    assert "was confirmed on 30 June 2019 already" in capsys.readouterr().err
    assert path.read_bytes() == before


def test_a_clause_that_is_gone_leaves_the_item_to_be_looked_at_again(project, capsys):
    assert confirmed("OW-1", "board-again") == 0
    main = FOLDER / "agreement.yaml"
    text = main.read_text()
    line = next(line for line in text.splitlines(keepends=True) if "id: board-again," in line)
    main.write_text(text.replace(line, ""))
    assert statuses(capsys)["OW-1"] == "words found"
    run(["check", NAME, "--catalogue", "own", *DAY])
    assert 'by words of "board-again", which is gone' in capsys.readouterr().out


def test_a_renewal_carries_confirmations_and_says_which_still_stand(project, capsys):
    assert confirmed("OW-1", "board-duty") == 0
    assert confirmed("OW-2", "def-agreement") == 0
    capsys.readouterr()
    assert run(["new", "newtown/2021", "--from", NAME]) == 0
    said = capsys.readouterr()
    assert "2 confirmations carried over, of which 1 still stands" in said.out + said.err
    assert (project / "agreements/newtown/2021/records/confirmations/ow-1-2019-06-30.yaml").is_file()


def test_an_item_is_not_met_while_data_fails_however_often_it_is_confirmed(project, capsys):
    assert confirmed("OW-1", "board-duty") == 0
    path = FOLDER / "records/confirmations/ow-1-2019-06-30.yaml"
    path.write_text(path.read_text().replace("OW-1", "OW-11"))
    run(["check", NAME, "--catalogue", "own", *DAY])
    said = capsys.readouterr().out
    assert "[met-but-fails] OW-11 is confirmed, but the data of the agreement shows that it is not met" in said
    assert statuses(capsys)["OW-11"] == "not met"


def test_words_that_turn_the_direction_of_writing_are_refused(project, capsys):
    assert confirmed("OW-1", "board-duty", more=("--note", "so \u202e it is")) == 1
    assert "the confirmation cannot be written" in capsys.readouterr().err
    assert not (FOLDER / "records").exists()


def test_hostile_words_in_a_confirmation_are_data(project, capsys):
    note = '<script>x</script> {{ 7*7 }} =cmd() "quoted": [x'
    assert confirmed("OW-1", "board-duty", more=("--note", note)) == 0
    assert statuses(capsys)["OW-1"] == "met"
    run(["check", NAME, "--catalogue", "own", "--all", "-o", "a.html", *DAY])
    assert "<script>x" not in Path("a.html").read_text()
