"""An execution is recorded of the exact text that all approved, and its dated copy is printed of that text only."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from section75.cli import run
from section75.load import load_agreement
from section75.render.package import read_parts, write_parts
from section75.signoff import State, coverage, digests, last_executed, state
from section75.tree import DiskTree
from tests.support.approvals import DAY, FOLDER, NAME, REQUIRED, all_approved, edited, requiring_approvals

SIGNED = "2018-03-28"
RECORD = FOLDER / "records/executions/executed-2018-03-28.yaml"
BLOCKS = ("sealed-by-council=Authorised Officer", "sealed-by-trust=Chair", "sealed-by-trust=Director")


@pytest.fixture
def project(project):
    """The small agreement, which three bodies have to approve."""
    requiring_approvals()
    return project


def executed(*more: str, dated: str = SIGNED, blocks: tuple[str, ...] = BLOCKS, on: str = SIGNED) -> int:
    by = [word for block in blocks for word in ("--by", block)]
    return run(["execute", NAME, "--dated", dated, *by, *more, "--date", on])


def conformed(name: str = "c.html") -> int:
    return run(["render", NAME, "--conformed", "-o", name, "--date", SIGNED])


def state_on(day: str) -> State:
    loaded = load_agreement(DiskTree(FOLDER))
    agreement = loaded.required()
    found = coverage(agreement, loaded.approvals, digests(loaded.data, agreement), day)
    return state(agreement, found, loaded.executed, day)


def test_what_was_executed_is_recorded_and_printed_with_its_date_and_offices(project, capsys):
    all_approved()
    assert executed("--seal", "sealed-by-council=1482", "--on", "sealed-by-trust=2018-03-27") == 0
    loaded = load_agreement(DiskTree(FOLDER))
    (record,) = loaded.executed
    assert record.digest == digests(loaded.data, loaded.required()).whole
    assert [(str(b.block), b.by, b.on, b.seal_number) for b in record.blocks] == [
        ("sealed-by-council", ("Authorised Officer",), "2018-03-28", "1482"),
        ("sealed-by-trust", ("Chair", "Director"), "2018-03-27", ""),
    ]
    assert {str(n.unit): n.number for n in record.numbers}["board-duty"] == loaded.numbers["board-duty"].full
    assert conformed() == 0
    page = Path("c.html").read_text("utf-8")
    assert "<strong>CONFORMED COPY</strong>" in page
    assert "This Agreement is dated 28 March 2018" in page
    assert "Authorised Officer. Date: 28 March 2018. Number in the register of seals: 1482." in page
    assert "Chair; Director. Date: 27 March 2018." in page
    assert "Draft" not in page
    assert "_____" not in page


@pytest.mark.parametrize("edition", [["--final"], ["--conformed"]])
def test_a_print_that_is_no_draft_is_found_whole_by_whoever_verifies_it(project, capsys, edition):
    all_approved()
    assert executed() == 0
    assert run(["render", NAME, *edition, "--quick", "-o", "a.docx", "--date", SIGNED]) == 0
    assert run(["verify", "a.docx"]) == 0, capsys.readouterr()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ({"blocks": BLOCKS[:1]}, "nobody is said to have executed sealed-by-trust"),
        ({"blocks": (*BLOCKS, "seald-by-trust=Chair")}, "there is no execution block seald-by-trust"),
        ({"blocks": ("sealed-by-council",)}, "--by takes a block and a value"),
        ({"blocks": (*BLOCKS, "../up=Chair")}, "there is no execution block ../up"),
        ({"dated": "2018-03-29"}, "29 March 2018 is in the future"),
        ({"dated": "2018-03-05"}, "before the last approval of 6 March 2018"),
        ({"dated": "the spring"}, "the spring"),
    ],
)  # fmt: skip
def test_what_cannot_be_is_refused_and_nothing_is_written(project, capsys, arguments, said):
    all_approved()
    capsys.readouterr()
    assert executed(**arguments) == 2
    assert said in capsys.readouterr().err
    assert not RECORD.parent.exists()


@pytest.mark.parametrize(
    ("more", "said"),
    [
        (["--seal", "seald-by-trust=7"], "there is no execution block seald-by-trust"),
        (["--on", "seald-by-trust=2018-03-28"], "there is no execution block seald-by-trust"),
        (["--counterparts", "0"], "the execution cannot be written"),
    ],
)
def test_what_is_said_of_no_block_is_never_left_out_in_silence(project, capsys, more, said):
    all_approved()
    capsys.readouterr()
    assert executed(*more) != 0
    assert said in capsys.readouterr().err
    assert not RECORD.exists()


def test_only_a_text_that_all_approved_is_executed(project, capsys):
    assert executed() == 1
    assert "the execution was not recorded: Scrutiny Committee: not approved yet" in capsys.readouterr().err
    all_approved()
    edited("It shall keep a record.", "It shall keep a full record.")
    assert executed() == 1
    assert "no longer covered" in capsys.readouterr().err
    assert not RECORD.parent.exists()


def test_an_edit_after_the_execution_is_named_and_no_dated_copy_is_printed(project, capsys):
    all_approved()
    assert executed() == 0
    edited("It shall keep a record.", "It shall keep a full record.")
    capsys.readouterr()
    assert run(["validate", NAME]) == 1
    assert (
        "warning[changed-since-executed] the files no longer say what was executed on 28 March 2018: clause 2 has changed"
        in capsys.readouterr().out
    )
    assert conformed() == 1
    said = capsys.readouterr().err
    assert "the files have changed since the execution: clause 2 has changed" in said
    assert "deed of variation" in said
    assert not Path("c.html").exists()


def test_there_is_no_dated_copy_of_what_nobody_executed(project, capsys):
    all_approved()
    assert conformed() == 1
    assert "no execution is recorded" in capsys.readouterr().err


def test_an_office_is_words_and_nothing_that_runs(project, capsys):
    all_approved()
    assert executed(blocks=("sealed-by-council=<script>{{ 7 * 7 }}</script>", *BLOCKS[1:])) == 0
    assert conformed() == 0
    page = Path("c.html").read_text("utf-8")
    assert "&lt;script&gt;{{ 7 * 7 }}" in page
    assert "<script>" not in page
    assert run(["render", NAME, "--conformed", "--quick", "-o", "c.docx", "--date", SIGNED]) == 0
    assert run(["verify", "c.docx"]) == 0


@pytest.mark.parametrize("hidden", ["\x1b[2J", "\u202e"])
def test_an_office_with_letters_that_nobody_sees_is_refused(project, capsys, hidden):
    all_approved()
    assert executed(blocks=(f"sealed-by-council=Officer{hidden}", *BLOCKS[1:])) != 0
    assert hidden not in capsys.readouterr().err
    assert not RECORD.exists()


def test_an_execution_is_recorded_once(project, capsys):
    all_approved()
    assert executed() == 0
    before = RECORD.read_bytes()
    assert executed("--counterparts", "2") == 1
    assert "the execution of this text is recorded already, of 28 March 2018" in capsys.readouterr().err
    assert RECORD.read_bytes() == before


def test_a_late_signature_is_told(project, capsys):
    all_approved()
    assert executed(dated="2018-04-09", on="2018-04-10") == 0
    assert "it is dated 9 April 2018, after the term began on 1 April 2018" in capsys.readouterr().err


def test_an_execution_of_another_agreement_counts_for_nothing(project, capsys):
    all_approved()
    assert executed() == 0
    RECORD.write_text(RECORD.read_text().replace("agreement: newtown-2018", "agreement: oldtown-2018"))
    capsys.readouterr()
    assert conformed() == 1
    assert "no execution is recorded" in capsys.readouterr().err


def test_the_state_of_an_agreement_follows_what_was_done(project, capsys):
    assert state_on(DAY) is State.DRAFT
    run(["approve", NAME, "ap-scrutiny", "--reference", "M", "--date", DAY, "--yes"])
    assert state_on(DAY) is State.IN_APPROVAL
    for which in ("ap-cabinet", "ap-board"):
        run(["approve", NAME, which, "--reference", "M", "--date", DAY, "--yes"])
    assert state_on(DAY) is State.APPROVED
    assert executed() == 0
    assert state_on("2018-03-27") is State.APPROVED
    capsys.readouterr()
    assert run(["list", "--format", "json", "--date", "2018-04-01"]) == 0
    (listed,) = json.loads(capsys.readouterr().out)["agreements"]
    assert listed["state"] == "in force"
    assert state_on(SIGNED) is State.EXECUTED
    assert state_on("2018-04-01") is State.IN_FORCE
    assert state_on("2021-04-01") is State.EXPIRED
    edited("It shall keep a record.", "It shall keep a full record.")
    assert state_on("2018-04-01") is State.IN_FORCE
    loaded = load_agreement(DiskTree(FOLDER))
    assert last_executed(loaded.required(), loaded.executed, "2018-03-27") is None


def test_an_agreement_that_lists_no_approvals_is_not_called_a_draft(project):
    edited(REQUIRED, "")
    assert state_on(DAY) is State.UNRECORDED


def test_an_agreement_runs_on_by_its_extension(project):
    edited(
        "end: 2021-03-31,",
        "end: 2021-03-31, extensions: [{id: ext-one, start: 2021-04-01, end: 2022-03-31, reason: More time.}],",
    )
    all_approved()
    assert executed() == 0
    assert state_on("2021-04-01") is State.EXTENDED
    assert state_on("2022-04-01") is State.EXPIRED


AUDIT = """  - {id: audit, heading: Audit, text: The accounts are audited each year.}
  - id: oversight
"""


def test_what_is_put_in_after_the_execution_gets_a_letter_in_every_print(project, capsys):
    all_approved()
    assert executed() == 0
    edited("  - id: oversight\n", AUDIT)
    assert run(["render", NAME, "--quick", "-o", "a.docx", "--date", SIGNED]) == 0
    assert run(["render", NAME, "-o", "a.html", "--date", SIGNED]) == 0
    page = Path("a.html").read_text("utf-8")
    assert ">1A<" in page
    assert ">2.2<" in page
    capsys.readouterr()
    assert run(["verify", "a.docx"]) == 0
    assert "it keeps the numbers of what was executed" in capsys.readouterr().out
    assert run(["diff", "a.docx", NAME]) == 0, capsys.readouterr().out


def test_a_word_file_does_not_carry_the_working_notes_of_a_record(project):
    all_approved()
    assert executed() == 0
    RECORD.write_text(RECORD.read_text() + "notes: The chair was late.\n")
    for edition in ([], ["--conformed"]):
        assert run(["render", NAME, *edition, "--quick", "-o", "c.docx", "--date", SIGNED]) == 0
        carried = read_parts(Path("c.docx").read_bytes(), "c.docx")["customXml/item75.xml"]
        assert b"Authorised Officer" in carried
        assert b"chair was late" not in carried


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (r'"place": "1"', r'"place": "7"', "changed after it was printed"),
        (r'"place": "1"', r'"place": "one"', "altered"),
        (r"<executed conformed=\"\">\[", '<executed conformed="">[[],', "altered"),
        (r"<executed conformed=\"\">\[", '<executed conformed="">{', "altered"),
        (r"<executed.*</executed>", "", "changed after it was printed"),
        (r'conformed=""', r'conformed="executed-2017"', "of another text"),
    ],
)
def test_held_numbers_that_were_altered_in_a_word_file_are_seen(project, capsys, old, new, said):
    all_approved()
    assert executed() == 0
    edited("  - id: oversight\n", AUDIT)
    assert run(["render", NAME, "--quick", "-o", "a.docx", "--date", SIGNED]) == 0
    parts = read_parts(Path("a.docx").read_bytes(), "a.docx")
    carried = parts["customXml/item75.xml"].decode().replace("&quot;", '"')
    altered, count = re.subn(old, new, carried, count=1)
    assert count == 1
    Path("b.docx").write_bytes(write_parts({**parts, "customXml/item75.xml": altered.encode()}))
    capsys.readouterr()
    assert run(["verify", "b.docx"]) == 1
    assert said in capsys.readouterr().err


def test_authentic_is_what_a_record_is_of(project, capsys):
    run(["approve", NAME, "ap-scrutiny", "--reference", "Minute 1", "--date", DAY, "--yes"])
    run(["approve", NAME, "ap-cabinet", "--reference", "Minute 42", "--date", DAY, "--yes"])
    run(["approve", NAME, "ap-board", "--reference", "Minute 3", "--date", DAY, "--yes"])
    assert executed() == 0
    assert run(["render", NAME, "--conformed", "--quick", "-o", "c.docx", "--date", SIGNED]) == 0
    capsys.readouterr()
    assert run(["verify", "c.docx", "--against", NAME, "--date", SIGNED]) == 0
    said = capsys.readouterr().out
    assert f"authentic by the records of {NAME}:\n  executed on 28 March 2018\n" in said
    assert "  approved by Cabinet on 6 March 2018, Minute 42\n" in said
    assert run(["verify", "c.docx", "--against", NAME, "--date", "2018-03-05"]) == 1
    edited("It shall keep a record.", "It shall keep records.")
    assert run(["render", NAME, "--quick", "-o", "d.docx"]) == 0
    capsys.readouterr()
    assert run(["verify", "d.docx", "--against", NAME]) == 1
    told = capsys.readouterr()
    assert "is consistent with digest" in told.out
    assert "nothing shows that it is authentic" in told.err


def test_a_record_replayed_from_another_agreement_makes_nothing_authentic(project, capsys):
    all_approved()
    assert executed() == 0
    assert run(["render", NAME, "--quick", "-o", "c.docx", "--date", SIGNED]) == 0
    for path in (FOLDER / "records").rglob("*.yaml"):
        path.write_text(path.read_text().replace("agreement: newtown-2018", "agreement: oldtown-2018"))
    capsys.readouterr()
    assert run(["verify", "c.docx", "--against", NAME]) == 1
    assert "nothing shows that it is authentic" in capsys.readouterr().err


def test_an_agreement_says_which_records_are_of_its_files(project, capsys):
    capsys.readouterr()
    assert run(["verify", NAME, "--date", SIGNED]) == 1
    assert "no record is of this text" in capsys.readouterr().out
    all_approved()
    assert executed() == 0
    capsys.readouterr()
    assert run(["verify", NAME, "--date", SIGNED]) == 0
    said = capsys.readouterr().out
    assert "newtown-2018, version 0.1, digest " in said
    assert "  executed on 28 March 2018\n" in said
    assert "  approved by Cabinet on 6 March 2018, Minute 42\n" in said
    assert run(["verify", NAME, "--expect", "0" * 12]) == 1
    edited("It shall keep a record.", "It shall keep records.")
    assert run(["verify", NAME, "--date", SIGNED]) == 1
