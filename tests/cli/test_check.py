"""What reviews and the law ask for, from the command: reports, exit codes, answers, renewals, action plans, bad input."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from jsonschema.validators import validator_for

from section75.cli import run
from section75.language.text import plain
from section75.load import load_agreement
from section75.tree import DiskTree
from tests.support.ooxml import faults, word_schema
from tests.support.printing import ROOT
from tests.support.programs import shared_schemas
from tests.support.repositories import git

OWN = (ROOT / "tests" / "support" / "own.yaml").read_text("utf-8")
DAY = ["--date", "2019-06-30"]
NAME = "newtown/2018"


@pytest.fixture
def project(project):
    """The small agreement in a project that has one small catalogue of its own."""
    (project / "reviews").mkdir()
    (project / "reviews" / "own.yaml").write_text(OWN)
    return project


def put(name: str, text: str) -> None:
    path = Path("agreements/newtown/2018/records") / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)


def answered(item: str, answer: str, more: str = "") -> None:
    put(
        f"responses/{item.lower()}.yaml",
        f"format: 1\nid: rs-{item.lower()}\nitem: {item}\nanswer: {answer}\ndecided_by: Strategic Board\n"
        f"decided_on: 2018-05-01\n{more}",
    )


def checked(capsys, *options: str) -> dict:
    capsys.readouterr()
    run(["check", NAME, "--catalogue", "own", "--format", "json", *DAY, *options])
    return json.loads(capsys.readouterr().out)


def statuses(capsys, *options: str) -> dict[str, str]:
    return {item["id"]: item["status"] for item in checked(capsys, *options)["items"]}


def test_each_item_comes_out_and_the_places_are_named(project, capsys):
    assert run(["check", NAME, "--catalogue", "own", "--all", *DAY]) == 1
    said = capsys.readouterr().out
    assert "OW-1  words found  [recommended, Governance]  The board is described." in said
    assert "OW-2  not found" in said
    assert "OW-3  not met  [statutory" in said
    assert "    read: the definition of “Strategic Board” (#def-strategic-board); clause 2.1(a) (#board-meets);" in said
    assert said.endswith("3 items: 1 words found, 1 not met, 1 not found\n")


@pytest.mark.parametrize(("fail_on", "code"), [("statutory", 1), ("recommended", 1), ("never", 0)])
def test_what_fails_the_build(project, capsys, fail_on, code):
    assert run(["check", NAME, "--catalogue", "own", "--fail-on", fail_on, *DAY]) == code


@pytest.mark.parametrize(
    ("strength", "fail_on", "code"),
    [
        ("statutory", "statutory", 1),
        ("required", "statutory", 0),
        ("required", "recommended", 1),
        ("recommended", "recommended", 1),
        ("decided", "recommended", 0),
        ("found", "recommended", 0),
        ("consider", "recommended", 0),
    ],
)
def test_a_strength_fails_where_it_is_asked_to(project, capsys, strength, fail_on, code):
    text = OWN.split("items:")[0] + (
        f"items:\n  - {{id: OW-2, strength: {strength}, theme: T, says: Something., source: s, "
        "tests: [{predicate: says, with: {words: crisis team}}]}\n"
    )
    Path("reviews/own.yaml").write_text(text)
    assert run(["check", NAME, "--catalogue", "own", "--fail-on", fail_on, *DAY]) == code


def test_answers_change_what_is_outstanding_and_never_what_fails(project, capsys):
    answered("OW-2", "not-accepted", "reason: The service has none.\n")
    answered("OW-3", "deferred", "owner: Head of Finance\ndue: 2019-12-31\n")
    assert statuses(capsys) == {"OW-1": "words found", "OW-2": "answered", "OW-3": "answered"}
    assert run(["check", NAME, "--catalogue", "own", "--fail-on", "recommended", *DAY]) == 0
    answered("OW-2", "met")
    assert statuses(capsys)["OW-2"] == "not found"
    assert [f["code"] for f in checked(capsys)["findings"]] == ["met-but-fails"]


def test_a_person_shows_what_no_machine_can(project, capsys):
    text = OWN.split("items:")[0] + (
        "items:\n  - {id: OW-1, strength: recommended, theme: T, says: Morale is good., source: s, "
        "evidence: A survey of staff}\n"
    )
    Path("reviews/own.yaml").write_text(text)
    assert statuses(capsys) == {"OW-1": "needs evidence"}
    put("surveys/one.yaml", "format: 1\nid: rc-survey\nkind: survey\ntitle: Staff\non: 2018-09-01\nitems: [OW-1]\n")
    assert statuses(capsys) == {"OW-1": "met"}
    put("surveys/one.yaml", "format: 1\nid: rc-survey\nkind: survey\ntitle: Staff\non: 2020-09-01\nitems: [OW-1]\n")
    assert statuses(capsys) == {"OW-1": "needs evidence"}


def test_a_catalogue_addresses_a_partnership_unless_it_is_named(project, capsys):
    Path("reviews/own.yaml").write_text(OWN.replace("items:", "partnerships: [oldtown]\nitems:"))
    run(["check", NAME, "--format", "json", *DAY])
    assert "own" not in json.loads(capsys.readouterr().out)["catalogues"]
    assert statuses(capsys)["OW-1"] == "words found"


def test_sarif_is_valid_by_its_schema(project, capsys):
    run(["check", NAME, "--catalogue", "own", "--format", "sarif", *DAY])
    log = json.loads(capsys.readouterr().out)
    schema = json.loads((ROOT / "tests" / "data" / "sarif-2.1.0.json").read_text("utf-8"))
    assert list(validator_for(schema, default=None)(schema).iter_errors(log)) == []
    results = log["runs"][0]["results"]
    assert [(r["ruleId"], r["level"]) for r in results] == [("OW-3", "error"), ("OW-2", "warning")]
    place = results[0]["locations"][0]["physicalLocation"]
    assert Path(place["artifactLocation"]["uri"]).is_file()


def test_annotations_name_the_file_and_the_line(project, capsys):
    run(["check", NAME, "--catalogue", "own", "--format", "github", *DAY])
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].startswith("::error file=agreements/newtown/2018/")
    assert "title=OW-3::" in lines[0]


def test_markdown_holds_nothing_that_runs(project, capsys):
    Path("reviews/own.yaml").write_text(OWN.replace("There is a crisis team.", "<script>x</script> | *b* {{ y }}"))
    run(["check", NAME, "--catalogue", "own", "--format", "markdown", *DAY])
    said = capsys.readouterr().out
    assert "<script>" not in said
    assert "&lt;script&gt;" in said
    assert "## How everything stands" in said


def test_the_json_meets_its_schema(project, capsys):
    from section75.schema import schema_of

    data = checked(capsys)
    assert list(Draft202012Validator(schema_of("review")).iter_errors(data)) == []


@pytest.mark.parametrize("ending", [".docx", ".html", ".md", ".json", ".sarif", ".txt"])
def test_every_form_can_be_written_to_a_file_and_is_the_same_twice(project, capsys, ending):
    for name in ("a", "b"):
        run(["check", NAME, "--catalogue", "own", "-o", name + ending, *DAY])
    assert Path("a" + ending).read_bytes() == Path("b" + ending).read_bytes() != b""


def test_the_word_report_says_it_all(project, capsys):
    from docx import Document

    answered("OW-2", "not-accepted", 'reason: "A & B <none> {{ 7*7 }}"\n')
    run(["check", NAME, "--catalogue", "own", "-o", "a.docx", *DAY])
    document = Document("a.docx")
    text = "\n".join(p.text for p in document.paragraphs)
    cells = "\n".join(cell.text for table in document.tables for row in table.rows for cell in row.cells)
    assert "As at 30 June 2019, 3 items apply: 1 red (\u25b2 R), 2 amber (\u25c6 A), 0 green (\u25cf G)." in text
    assert "Our own review" in text
    assert "OW-3" in cells
    assert "{{" not in cells.replace("{{ 7*7 }}", "")
    assert "49" not in cells


def test_the_word_report_of_a_renewal_is_valid_word(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(ROOT)
    schema, made = word_schema(shared_schemas()), tmp_path / "review.docx"
    compared = ["--compare", "coventry-cwpt/2014", "--date", "2018-03-31", "--fail-on", "never"]
    assert run(["check", "coventry-cwpt/2018", *compared, "-o", str(made)]) == 0
    assert faults(made.read_bytes(), schema) == []


def test_a_renewal_says_what_it_closed_opened_and_left(project, capsys):
    new = project / "agreements" / "newtown" / "2021"
    shutil.copytree(project / "agreements" / "newtown" / "2018", new)
    clause = "      - {id: crisis, text: There is a crisis team.}\n      - {id: board-again,"
    text = (new / "agreement.yaml").read_text().replace("      - {id: board-again,", clause)
    (new / "agreement.yaml").write_text(text.replace("id: newtown-2018", "id: newtown-2021"))
    arguments = ["check", "newtown/2021", "--catalogue", "own", "--compare", NAME, *DAY]
    run([*arguments, "--format", "json"])
    assert json.loads(capsys.readouterr().out)["renewal"] == {
        "closed": [],
        "worded": ["OW-2"],
        "promised": [],
        "opened": [],
        "newly": [],
        "left": ["OW-3"],
    }
    run(arguments)
    assert "0 closed, 1 to be read, 0 promised, 0 opened, 0 newly applicable, 1 left" in capsys.readouterr().out
    run(["check", NAME, "--catalogue", "own", "--compare", "newtown/2021", "--format", "json", *DAY])
    assert json.loads(capsys.readouterr().out)["renewal"] == {
        "closed": [],
        "worded": [],
        "promised": [],
        "opened": ["OW-2"],
        "newly": [],
        "left": ["OW-3"],
    }


PLAN = Path("agreements/newtown/2018/schedules/05-action-plan.yaml")


def planned(*options: str) -> int:
    return run(["check", NAME, "--catalogue", "own", "--action-plan", *DAY, *options])


def test_what_is_outstanding_becomes_a_schedule_that_validates_and_prints(project, capsys):
    before = Path("agreements/newtown/2018/agreement.yaml").read_text()
    assert planned() == 0
    after = Path("agreements/newtown/2018/agreement.yaml").read_text()
    assert after == before.replace(
        "  - schedules/functions.yaml\n", "  - schedules/functions.yaml\n  - schedules/05-action-plan.yaml\n"
    )
    schedule = load_agreement(DiskTree(Path("agreements/newtown/2018"))).required().schedules[-1]
    assert [(a.items, a.status) for a in schedule.actions] == [(("OW-3",), "open"), (("OW-2",), "open")]
    assert schedule.actions[0].due == "2019-09-29"
    assert schedule.monitored_by == "board"
    assert run(["validate", NAME]) == 0
    assert run(["render", NAME, "--quick", "-o", "a.docx"]) == 0


@pytest.mark.parametrize(
    "advice",
    [
        "Give the field `no_target` a reason.",
        "Say *who* and **when**, and a_b_c.",
        "Fill in {{ term.end }}, {% if %} and {# this #}.",
        "- Name the lead.",
        "# Name the lead.",
        "1. Name the lead.",
        'Cite [the board](#board) or ![x](y), \\n: say so, yes, it\'s "so"',
    ],
)
def test_advice_goes_into_the_plan_in_the_same_words(project, capsys, advice):
    own = OWN.replace("{predicate: pool-manager}", f"{{predicate: pool-manager, otherwise: {json.dumps(advice)}}}")
    Path("reviews/own.yaml").write_text(own)
    assert planned() == 0
    schedule = load_agreement(DiskTree(Path("agreements/newtown/2018"))).required().schedules[-1]
    assert plain(schedule.actions[0].action) == advice
    assert run(["validate", NAME]) == 0
    assert run(["render", NAME, "--quick", "-o", "a.docx"]) == 0
    # A row added to a plan that is there says the same.
    PLAN.write_text(PLAN.read_text().replace("items: [OW-3]", "items: [OW-9]"))
    assert planned() == 0
    schedule = load_agreement(DiskTree(Path("agreements/newtown/2018"))).required().schedules[-1]
    assert plain(schedule.actions[-1].action) == advice


def test_a_plan_is_not_written_where_the_agreement_cannot_list_it(project, capsys):
    main = Path("agreements/newtown/2018/agreement.yaml")
    main.write_text(main.read_text().replace("schedules:\n", "schedules:  # in order\n").replace("\n", "\r"))
    before = main.read_bytes()
    assert planned() == 1
    assert not PLAN.exists()
    assert main.read_bytes() == before


def test_a_plan_run_again_keeps_what_people_wrote(project, capsys):
    planned()
    text = PLAN.read_text()
    written = text.replace("owner: Head of Partnerships", "owner: Solicitor", 1)
    written = written.replace("items: [OW-3]}", "items: [OW-3]}  # settled by the board")
    written = written.replace("status: open", 'status: in-progress, remark: "Begun, with care"', 1)
    PLAN.write_text(written + "# a comment at the end\n")
    kept = PLAN.read_text()
    assert planned() == 0
    assert PLAN.read_text() == kept
    # One item more is outstanding, and another is met.
    Path("reviews/own.yaml").write_text(
        OWN.replace("words: crisis team", "words: board").replace("words: board}}]", "words: helicopter}}]", 1)
    )
    assert planned() == 0
    said = capsys.readouterr().out
    assert "added: OW-1" in said
    assert "the agreement says it now; mark it done once it is: ap-ow-2" in said
    after = PLAN.read_text()
    assert "status: done" not in after
    assert 'remark: "Begun, with care"' in after
    assert "# a comment at the end" in after
    assert "# settled by the board" in after
    assert "id: ap-ow-1" in after
    assert run(["validate", NAME]) == 0


def test_a_plan_with_changes_that_are_not_committed_is_left_alone(project, capsys):
    git(project, "init", "-q")
    git(project, "add", "-A")
    git(project, "commit", "-qm", "state")
    assert planned() == 0
    before = PLAN.read_bytes()
    Path("reviews/own.yaml").write_text(OWN.replace("words: board", "words: helicopter"))
    assert planned() == 1
    assert "not committed" in capsys.readouterr().err
    assert PLAN.read_bytes() == before
    assert planned("--force") == 0
    assert b"OW-1" in PLAN.read_bytes()


BROKEN = """format: 1
id: own
title: Our own review
source: Internal audit
items:
  - {id: OW-1, strength: recommended, theme: T, says: One., source: s, tests: [{predicate: sayz}]}
  - {id: OW-1, strength: recommended, theme: T, says: Two., source: s, tests: [{schema: {type: nonsense}}]}
  - {id: OW-3, strength: recommended, theme: T, says: Three., source: s, tests: [{some: {of: clauses, like: {pattern: "(?=a)b"}}}]}
  - {id: OW-4, strength: recommended, theme: T, says: Four., source: s, tests: [{predicate: says, with: {}}]}
  - {id: OW-5, strength: recommended, theme: T, says: Five., source: s, tests: [{predicate: says, with: {words: a, wordz: b}}]}
  - {id: OW-6, strength: recommended, theme: T, says: Six., source: s, tests: [{}]}
  - {id: OW-7, strength: recommended, theme: T, says: Seven., source: s}
  - {id: OW-8, strength: recommended, theme: T, says: Eight., source: s, tests: [{schema: {$ref: "file:///etc/passwd"}}]}
  - {id: OW-9, strength: recommended, theme: T, says: Nine., source: s, tests: [{predicate: says, with: {words: board}}]}
"""


def test_one_broken_item_never_hides_another(project, capsys):
    Path("reviews/own.yaml").write_text(BROKEN)
    assert run(["check", NAME, "--catalogue", "own", "--all", *DAY]) == 1
    said = capsys.readouterr().out
    for line, column, code in ((6, 92, "unknown-predicate"), (7, 10, "duplicate-item"), (7, 96, "bad-test")):
        assert f"reviews/own.yaml:{line}:{column}: error[{code}] " in said
    assert said.count("[bad-test]") == 7
    assert "OW-9  words found" in said
    assert "root:" not in said


def test_a_broken_test_is_found_in_an_item_that_does_not_apply(project, capsys):
    broken = OWN.replace("title:", "partnerships: [newtown]\ntitle:", 1).replace(
        "predicate: says", "predicate: sayz", 1
    )
    Path("reviews/own.yaml").write_text(broken.replace("strength:", "applies: {start_from: 2099-04-01}, strength:"))
    run(["check", NAME, *DAY])
    assert "[unknown-predicate]" in capsys.readouterr().out
    Path("reviews/own.yaml").write_text(broken.replace("[newtown]", "[oldtown]"))
    run(["check", NAME, *DAY])
    assert "[unknown-predicate]" not in capsys.readouterr().out


def test_a_pattern_without_end_ends(project):
    """In a process of its own: an engine that tries every way to match would never come back."""
    Path("reviews/own.yaml").write_text(OWN.replace("words: crisis team", 'words: "^(a+)+$|(x*)*y"'))
    text = Path("agreements/newtown/2018/agreement.yaml").read_text()
    text = text.replace("It shall keep a record.", f"It shall keep {'a' * 20000} {'x' * 20000}.")
    Path("agreements/newtown/2018/agreement.yaml").write_text(text)
    command = [sys.executable, "-m", "section75", "check", NAME, "--catalogue", "own", "--all", *DAY]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", timeout=300, check=False)
    assert "OW-2  words found" in done.stdout


@pytest.mark.slow
def test_ten_thousand_items_are_gone_through(project, capsys):
    head = OWN.split("items:")[0]
    items = "".join(
        f"  - {{id: OW-{n}, strength: consider, theme: T, says: Item {n}., source: s, "
        f"tests: [{{some: {{of: clauses, like: {{properties: {{id: {{const: c{n}}}}}}}}}}}]}}\n"
        for n in range(10_000)
    )
    Path("reviews/own.yaml").write_text(f"{head}items:\n{items}")
    assert run(["check", NAME, "--catalogue", "own", *DAY]) == 0
    assert "10000 items: 10000 not met" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (["check", NAME, "newtown/2018", "oldtown/2018", "--compare", NAME], 2, "--compare is for one agreement"),
        (["check", NAME, "--shard", "3/2"], 2, "3/2 is not a shard"),
        (["check", NAME, "oldtown/2018", "--jobs", "0"], 2, "0 processes cannot be"),
        (["check", NAME, "--catalogue", "nothing"], 1, "there is no catalogue nothing"),
        (["check", NAME, "--catalogue", "../own"], 1, "there is no catalogue"),
        (["check", NAME, "-o", "a.xlsx"], 2, "no ending that is known"),
        (["check", NAME, "--date", "31/12/2018"], 2, "is not a date"),
        (["check", NAME, "--date", "9999-12-31"], 2, "outside the years"),
        (["check", NAME, "-o", "a.md", "--format", "json"], 2, "is not json"),
        (["check", "oldtown/2018"], 1, "there is no agreement"),
        (["check", NAME, "--compare", "oldtown/2018"], 1, "there is no agreement"),
    ],
)
def test_what_cannot_be_is_told(project, capsys, arguments, code, words):
    assert run(arguments) == code
    assert words in capsys.readouterr().err


def test_a_record_that_cannot_be_read_is_a_finding_at_its_place(project, capsys):
    put("meetings/one.yaml", "format: 1\nid: rc-one\nkind: meeting\ntitle: Board\non: 2018-02-31\n")
    put("audits/two.yaml", "format: 1\nid: rc-two\nkind: meeting\ntitle: Board\non: 2018-07-01\n")
    put("responses/three.yaml", "- x\n")
    assert run(["check", NAME, "--catalogue", "own", *DAY]) == 1
    said = capsys.readouterr().out
    for name, code in (("meetings/one.yaml:5:5", "bad-date"), ("audits/two.yaml:3:7", "record-folder")):
        assert f"records/{name}" in said
        assert f"[{code}]" in said
    assert "records/responses/three.yaml:1:1" in said


@pytest.mark.parametrize("year", ["9999", "0001", "0218"])
def test_a_year_in_which_no_agreement_lies_is_a_finding(project, capsys, year):
    source = Path("agreements/newtown/2018/agreement.yaml")
    source.write_text(source.read_text().replace("previous_end: 2018", f"previous_end: {year}"))
    put("meetings/one.yaml", f"format: 1\nid: rc-one\nkind: meeting\ntitle: Board\non: {year}-12-31\n")
    assert run(["check", NAME, *DAY]) == 1
    said = capsys.readouterr()
    assert f"lies outside the years 1900 to 2199: {year}-03-31" in said.out + said.err
    assert "records/meetings/one.yaml:5:5" in said.out + said.err


def test_what_is_only_planned_shows_nothing(project, capsys):
    catalogue = OWN.split("items:")[0] + (
        "items:\n  - {id: OW-1, strength: required, theme: T, says: The board agreed., source: s,"
        " tests: [{predicate: approved, with: {bodies: [board], before: 2199-01-01}}]}\n"
    )
    Path("reviews/own.yaml").write_text(catalogue.replace("2199-01-01", '"2199-01-01"'))
    decided = "format: 1\nid: rc-one\nkind: decision\ntitle: Approval\nby: The board\non: "
    put("decisions/one.yaml", decided + "2019-07-01\n")
    run(["check", NAME, "--catalogue", "own", "--all", *DAY])
    assert "OW-1  not met" in capsys.readouterr().out
    put("decisions/one.yaml", decided + "2019-06-30\n")
    run(["check", NAME, "--catalogue", "own", "--all", *DAY])
    assert "OW-1  met" in capsys.readouterr().out


def test_the_lists_and_predicates_are_told(project, capsys):
    assert run(["check", NAME, "--lists"]) == 0
    said = capsys.readouterr().out
    assert "indicators  (1)" in said
    assert "members  (2)" in said
    assert run(["check", "--predicates"]) == 0
    assert "recorded\n" in capsys.readouterr().out


GUIDE = (ROOT / "docs" / "officers-guide.md").read_text("utf-8")


def from_guide(first_line: str) -> str:
    """The block of the officer's guide that begins so."""
    return next(block for block in re.findall(r"```yaml\n(.*?)```", GUIDE, re.DOTALL) if first_line in block)


def test_a_catalogue_written_by_following_the_guide_works(tmp_path, monkeypatch, capsys):
    """Word by word: the agreement of the guide, its catalogue, and its command."""
    monkeypatch.chdir(tmp_path)
    assert run(["new", "newtown-nhs/2027", "--council", "Newtown Council", "--start", "2027-04-01"]) == 0
    (tmp_path / "reviews").mkdir()
    (tmp_path / "reviews" / "internal-audit-2027.yaml").write_text(from_guide("id: internal-audit-2027"))
    command = "check newtown-nhs/2027 --catalogue internal-audit-2027"
    assert f"s75 {command}" in GUIDE
    capsys.readouterr()
    run([*command.split(), "--all", "--date", "2027-12-01"])
    said = capsys.readouterr().out
    assert "warning[" not in said
    assert "error[" not in said
    assert re.findall(r"^(IA-0\d)  (.+?)  \[", said, re.MULTILINE) == [
        ("IA-02", "not met"),
        ("IA-01", "not found"),
        ("IA-03", "needs evidence"),
    ]


def test_the_record_and_the_response_of_the_guide_are_sound(tmp_path):
    from section75.load import read_file
    from section75.tree import MemoryTree

    for first, kind in (("kind: report", "record"), ("answer: deferred", "response")):
        _, findings = read_file(MemoryTree({"a.yaml": from_guide(first)}), "a.yaml", (kind,))
        assert findings == []
