"""Many agreements at once: in order, each for itself, split over machines and joined again."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from section75.cli import run
from section75.project import asking
from section75.project.asking import JUDGE, Question
from section75.project.many import Shard, agreements_named, answers, shard_of
from section75.project.memory import OFF, WHERE
from tests.support.agreements import BASE
from tests.support.printing import ROOT

OWN = (ROOT / "tests" / "support" / "own.yaml").read_text("utf-8")
DAY = ["--date", "2019-06-30"]
NAMES = ["alder/2018", "birch/2018", "elder/2018", "fir/2018"]
BROKEN = "(#board-meetinsg)"


@pytest.fixture
def portfolio(tmp_path, monkeypatch):
    """Four copies of the small agreement, the second with a broken reference, and a catalogue."""
    for name in NAMES:
        copied(tmp_path, name)
    (tmp_path / "reviews").mkdir()
    (tmp_path / "reviews" / "own.yaml").write_text(OWN)
    replaced(tmp_path, "birch/2018", "(#board-meetings)", BROKEN)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def copied(root: Path, name: str) -> None:
    shutil.copytree(BASE, root / "agreements" / name)


def replaced(root: Path, name: str, old: str, new: str) -> None:
    path = root / "agreements" / name / "agreement.yaml"
    path.write_text(path.read_text().replace(old, new))


def unreadable(root: Path, name: str) -> None:
    (root / "agreements" / name / "agreement.yaml").write_text("id: [")


def said(capsys, *arguments: str) -> tuple[int, str]:
    capsys.readouterr()
    code = run(list(arguments))
    return code, capsys.readouterr().out


def data(capsys, *arguments: str) -> dict:
    return json.loads(said(capsys, *arguments, "--format", "json")[1])


def test_findings_come_in_the_order_given(portfolio, capsys):
    replaced(portfolio, "alder/2018", "(#board-meetings)", BROKEN)
    made = data(capsys, "validate", "birch/2018", "elder/2018", "agreements/alder/2018", "birch/2018")
    assert [each["agreement"] for each in made["agreements"]] == ["birch/2018", "elder/2018", "alder/2018"]
    assert list(dict.fromkeys(each["agreement"] for each in made["findings"])) == ["birch/2018", "alder/2018"]
    assert made["errors"] == len(made["findings"])


def test_several_say_what_each_says_alone(portfolio, capsys):
    alone = [said(capsys, "validate", name, "--format", "github")[1] for name in NAMES]
    assert said(capsys, "validate", "--format", "github") == (1, "".join(alone))
    reviewed = [data(capsys, "check", name, *DAY) for name in NAMES if name != "birch/2018"]
    together = data(capsys, "check", *[name for name in NAMES if name != "birch/2018"], *DAY)["agreements"]
    assert [{key: each[key] for key in one} for one, each in zip(reviewed, together, strict=True)] == reviewed


def test_one_that_is_not_there_does_not_stop_the_others(portfolio, capsys):
    code, text = said(capsys, "validate", "alder/2018", "elm/2018", "elder/2018")
    assert code == 1
    assert "not looked at  elm/2018: there is no agreement elm/2018" in text
    assert "2 of 3 agreements were looked at" in text


def test_one_that_cannot_be_read_does_not_stop_the_others(portfolio, capsys):
    unreadable(portfolio, "elder/2018")
    code, text = said(capsys, "check", *DAY)
    assert code == 1
    assert "not looked at  elder/2018: the agreement cannot be read" in text
    assert "agreements/elder/2018/agreement.yaml:1:" in text
    assert all(name in text for name in NAMES)
    code, text = said(capsys, "list", "alder/2018", "elm/2018", *DAY)
    assert code == 1
    assert "alder/2018" in text
    assert "elm/2018  cannot be read" in text


def test_a_fault_of_ours_over_one_does_not_hide_the_others(portfolio, capsys, monkeypatch):
    real = asking._ANSWERS[JUDGE]

    def strange(question, found):
        if found.name == "elder/2018":
            raise ZeroDivisionError("a rule broke")
        return real(question, found)

    monkeypatch.setitem(asking._ANSWERS, JUDGE, strange)
    assert run(["validate"]) == 3
    told = capsys.readouterr()
    assert "birch/2018" in told.out
    assert "3 of 4 agreements were looked at" in told.out
    assert "a bug of ours" in told.err
    log = Path(told.err.split("log ")[1].strip())
    assert "a rule broke" in log.read_text()
    log.unlink()


def test_exit_codes_are_the_worst_of_all(portfolio, capsys):
    assert said(capsys, "validate", "alder/2018", "elder/2018")[0] == 0
    assert said(capsys, "validate", "alder/2018", "birch/2018")[0] == 1
    each = [said(capsys, "check", name, "--fail-on", "recommended", *DAY)[0] for name in ("alder/2018", "elder/2018")]
    assert said(capsys, "check", "alder/2018", "elder/2018", "--fail-on", "recommended", *DAY)[0] == max(each)
    assert said(capsys, "check", "alder/2018", "elder/2018", "--fail-on", "never", *DAY)[0] == 0


@pytest.mark.parametrize("form", ["text", "markdown", "html"])
def test_every_form_names_every_agreement(form, portfolio, capsys):
    for verb in (["check", *DAY], ["validate"]):
        text = said(capsys, *verb, "--format", form)[1]
        assert form == "text" or all(name in text for name in NAMES)


def test_nothing_is_remembered_where_nothing_is_to_be(portfolio, monkeypatch, tmp_path, capsys):
    monkeypatch.setenv(WHERE, str(tmp_path / "memory"))
    said(capsys, "validate")
    monkeypatch.delenv(OFF)
    said(capsys, "validate", "--no-cache")
    assert not (tmp_path / "memory").exists()
    first = said(capsys, "validate")
    assert len(list((tmp_path / "memory").iterdir())) == 5
    assert said(capsys, "validate") == first


def test_a_shard_holds_each_name_once_and_whatever_else_there_is():
    names = [f"council-{number}/2025" for number in range(306)]
    parts = [[name for name in names if Shard(index, 8).holds(name)] for index in range(1, 9)]
    assert sorted(name for part in parts for name in part) == sorted(names)
    assert all(20 <= len(part) <= 60 for part in parts)
    assert str(shard_of("3/8")) == "3/8"


@pytest.mark.parametrize("given", ["0/2", "3/2", "1", "/", "1/", "a/b", "1/0", "1.0/2", "1/2/3", "²/3"])
def test_what_is_no_shard_is_refused(given, portfolio, capsys):
    assert run(["validate", "--shard", given]) == 2
    assert "is not a shard" in capsys.readouterr().err


@pytest.fixture(params=["validate", "check"])
def parts(request, portfolio, capsys):
    """The verb, and the JSON of two shards and of one run over all, as files."""
    options = [request.param, *(DAY if request.param == "check" else [])]
    unreadable(portfolio, "fir/2018")
    for index in (1, 2):
        run([*options, "--shard", f"{index}/2", "-o", f"{index}.json"])
    run([*options, "-o", "whole.json"])
    held = [json.loads(Path(f"{index}.json").read_text()) for index in (1, 2)]
    assert all(each["agreements"] for each in held)
    return options


@pytest.mark.parametrize("ending", ["json", "html", "md", "docx", "txt"])
def test_two_shards_joined_say_what_one_run_says(ending, parts, capsys):
    assert run([*parts, "-o", f"whole.{ending}"]) == run(["report", "--join", "2.json", "1.json", "-o", f"a.{ending}"])
    assert Path(f"a.{ending}").read_bytes() == Path(f"whole.{ending}").read_bytes()


def test_a_shard_that_is_missing_is_said_first(parts, capsys):
    code, text = said(capsys, "report", "--join", "1.json", "--format", "markdown")
    assert code == 1
    missing = [name for name in NAMES if name not in str(json.loads(Path("1.json").read_text())["agreements"])]
    line = next(line for line in text.splitlines() if "missing" in line)
    assert "shard 2/2 is missing" in line.replace("\\", "")
    assert all(name in line for name in missing)
    made = data(capsys, "report", "--join", "1.json")
    assert "shard 2/2 is missing" in made["notes"][0]


def test_a_clean_shard_alone_does_not_pass_for_the_whole(parts, capsys):
    for path in (Path("1.json"), Path("2.json")):
        held = json.loads(path.read_text())
        if "birch" not in str(held["agreements"]) and not held["unread"]:
            assert run(["report", "--join", str(path), "--fail-on", "never"]) == 1


def test_two_that_overlap_are_said(parts, capsys):
    code, text = said(capsys, "report", "--join", "1.json", "2.json", "1.json")
    assert code == 1
    assert "shard 1/2 was given 2 times" in text
    code, text = said(capsys, "report", "--join", "whole.json", "2.json")
    assert code == 1
    assert "looked at more than once" in text


def test_what_does_not_belong_together_is_refused(parts, capsys):
    whole = json.loads(Path("2.json").read_text())
    for field, value, words in (
        ("date", "2020-01-01", "the same day"),
        ("tool", "9.9", "the same version of s75"),
        ("catalogues", ["own", "other"], "the same choice of catalogues"),
        ("portfolio", [*NAMES, "elm/2018"], "the same portfolio"),
    ):
        Path("b.json").write_text(json.dumps({**whole, field: value}))
        assert run(["report", "--join", "1.json", "b.json"]) == 2
        assert words in capsys.readouterr().err


def test_two_that_contradict_each_other_are_refused(parts, capsys):
    held = json.loads(Path("whole.json").read_text())
    said_of = held["agreements"][0]
    said_of["title" if "title" in said_of else "errors"] = "another" if "title" in said_of else 99
    Path("b.json").write_text(json.dumps(held))
    assert run(["report", "--join", "whole.json", "b.json"]) == 1
    assert "says something else about" in capsys.readouterr().err


@pytest.mark.parametrize(
    "text", ["", "[]", "{}", "3", '{"format": 2}', "[" * 100_000, '{"format": 1, "verb": "check"}', "\x00"]
)
def test_what_is_no_report_is_refused(text, parts, capsys):
    Path("b.json").write_text(text)
    assert run(["report", "--join", "b.json"]) == 1
    assert "is not a report that can be joined" in capsys.readouterr().err


def test_any_value_out_of_place_is_refused_in_one_line(parts, capsys):
    """Each value of the JSON replaced by one of another type: never a traceback."""
    held = json.loads(Path("whole.json").read_text())
    held["agreements"] = held["agreements"][:1]
    for path in list(paths(held)):
        for strange in (None, 7, "x", [1], {"a": 1}):
            Path("b.json").write_text(json.dumps(put(held, path, strange)))
            for form in ("text", "json"):
                assert run(["report", "--join", "b.json", "--format", form]) in (0, 1, 2), (path, strange)
    capsys.readouterr()


def paths(node, base=()):
    for key, value in node.items() if isinstance(node, dict) else enumerate(node[:1]):
        yield (*base, key)
        if isinstance(value, (dict, list)):
            yield from paths(value, (*base, key))


def put(node, path, value):
    copy = json.loads(json.dumps(node))
    inner = copy
    for key in path[:-1]:
        inner = inner[key]
    inner[path[-1]] = value
    return copy


def test_a_file_that_is_not_there_is_told(parts, capsys):
    assert run(["report", "--join", "nowhere.json"]) == 1
    assert "nowhere.json cannot be read" in capsys.readouterr().err


@pytest.mark.slow
def test_several_processes_say_what_one_says(portfolio):
    for number in range(8):
        copied(portfolio, f"elm-{number}/2018")
    named = agreements_named((), portfolio)
    question = Question(JUDGE, portfolio)
    assert answers(question, named, jobs=2) == answers(question, named, jobs=1)
    assert [answer.name for answer in answers(question, named, jobs=2)] == [each.name for each in named]


@pytest.mark.slow
@pytest.mark.skipif(os.name == "nt", reason="Windows interrupts otherwise")
@pytest.mark.parametrize("later", [0, 0.3, 0.6], ids=["as-they-start", "soon-after", "at-work"])
def test_an_interruption_ends_all_processes_in_one_line(portfolio, later):
    for number in range(200):
        copied(portfolio, f"elm-{number}/2018")
    command = [sys.executable, "-m", "section75", "validate", "--no-cache", "--jobs", "2"]
    started = subprocess.Popen(
        command, cwd=portfolio, start_new_session=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    while len(processes_of(started.pid)) < 3 and started.poll() is None:
        time.sleep(0.01)
    time.sleep(later)
    os.killpg(started.pid, signal.SIGINT)
    out, error = started.communicate(timeout=60)
    assert (started.returncode, out, error) == (130, "", "s75: interrupted; nothing was written\n")
    deadline = time.monotonic() + 20
    while time.monotonic() < deadline and alive(started.pid):
        time.sleep(0.1)
    assert not alive(started.pid)


def processes_of(group: int) -> list[str]:
    """The ids of the processes of a group."""
    listed = subprocess.run(["ps", "-A", "-o", "pgid=,pid="], check=True, capture_output=True, text=True).stdout
    return [pid for owner, pid in (line.split() for line in listed.splitlines()) if owner == str(group)]


def alive(group: int) -> bool:
    try:
        os.killpg(group, 0)
    except ProcessLookupError:
        return False
    return True
