"""A signature beside a decision counts for exactly that decision, by a key that counted on its day."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from section75.cli import run
from tests.support.approvals import DAY, FOLDER, NAME, approved, requiring_approvals
from tests.support.programs import need

RECORD = FOLDER / "records/approvals/ap-scrutiny-2018-03-06.yaml"
SIGNATURE = RECORD.with_name(f"{RECORD.name}.sig")
WHO = "scrutiny@newtown.example"


def keygen(*arguments: str, given: bytes = b"") -> None:
    subprocess.run([need("ssh-keygen"), *arguments], input=given, check=True, capture_output=True)


def trusted(rest: str = 'namespaces="approval@section75"', who: str = WHO, key: str = "key") -> None:
    """Say in the project whose key it is."""
    with Path("signers").open("a") as signers:
        signers.write(f"{who} {rest} {Path(f'{key}.pub').read_text()}")


@pytest.fixture
def project(project):
    """The small agreement and a key."""
    requiring_approvals()
    keygen("-q", "-t", "ed25519", "-N", "", "-C", "", "-f", "key")
    return project


def standing(capsys) -> dict[str, str]:
    """How the first approval stands, who signed it, and what is said of signatures that do not hold."""
    capsys.readouterr()
    run(["approve", NAME, "--date", DAY, "--format", "json"])
    said = json.loads(capsys.readouterr().out)
    first = said["approvals"][0]
    return {
        "stands": first["standing"],
        "by": first["signed_by"],
        "broken": " ".join(said["broken_signatures"].values()),
    }


def test_a_signed_decision_says_whose_key_it_was(project, capsys):
    trusted()
    assert approved("ap-scrutiny", "--sign", "key") == 0
    assert SIGNATURE.read_text().startswith("-----BEGIN SSH SIGNATURE-----")
    assert standing(capsys) == {"stands": "covered", "by": WHO, "broken": ""}
    assert run(["approve", NAME, "--date", DAY]) == 1
    assert f"signed by {WHO}" in capsys.readouterr().out


def test_a_decision_without_a_signature_counts_as_before(project, capsys):
    assert approved("ap-scrutiny") == 0
    assert standing(capsys) == {"stands": "covered", "by": "", "broken": ""}


def test_a_record_that_was_altered_after_it_was_signed_counts_for_nothing(project, capsys):
    trusted()
    assert approved("ap-scrutiny", "--sign", "key") == 0
    RECORD.write_text(RECORD.read_text().replace("Minute 42", "Minute 43"))
    assert standing(capsys) == {
        "stands": "not approved yet",
        "by": "",
        "broken": "it is not of this record, or not of a decision",
    }


def test_a_signature_of_another_record_does_not_hold(project, capsys):
    trusted()
    assert approved("ap-scrutiny", "--sign", "key") == 0
    assert approved("ap-cabinet") == 0
    other = FOLDER / "records/approvals/ap-cabinet-2018-03-06.yaml"
    other.with_name(f"{other.name}.sig").write_bytes(SIGNATURE.read_bytes())
    assert "not of this record" in standing(capsys)["broken"]


def test_a_signature_made_for_another_purpose_does_not_hold(project, capsys):
    trusted("")
    assert approved("ap-scrutiny") == 0
    keygen("-Y", "sign", "-f", "key", "-n", "git", str(RECORD))
    assert standing(capsys)["stands"] == "not approved yet"


@pytest.mark.parametrize(
    ("until", "stands"),
    [("20180305", "not approved yet"), ("20180401", "covered")],
    ids=["expired on that day", "of a person who left since"],
)
def test_a_key_counts_as_it_did_on_the_day(project, capsys, until, stands):
    trusted(f'valid-before="{until}"')
    assert approved("ap-scrutiny", "--sign", "key") == 0
    assert standing(capsys)["stands"] == stands


def test_a_key_that_nobody_has_does_not_hold(project, capsys):
    assert approved("ap-scrutiny", "--sign", "key") == 0
    assert "no file signers" in standing(capsys)["broken"]
    keygen("-q", "-t", "ed25519", "-N", "", "-f", "other")
    trusted(key="other")
    assert "nobody in signers had this key" in standing(capsys)["broken"]


@pytest.mark.parametrize(
    "content", [b"", b"nonsense", b"-----BEGIN SSH SIGNATURE-----\nAAAA\n-----END SSH SIGNATURE-----\n"]
)
def test_what_is_no_signature_does_not_hold(project, capsys, content):
    trusted()
    assert approved("ap-scrutiny") == 0
    SIGNATURE.write_bytes(content)
    assert standing(capsys)["stands"] == "not approved yet"


def test_nothing_is_recorded_that_cannot_be_signed(project, capsys):
    assert approved("ap-scrutiny", "--sign", "no-key") == 1
    assert "there is no key" in capsys.readouterr().err
    Path("broken").write_text("no key at all\n")
    assert approved("ap-scrutiny", "--sign", "broken") == 1
    assert "the record was not signed" in capsys.readouterr().err
    assert not RECORD.exists()


def test_a_name_of_a_signer_moves_no_cursor(project, capsys):
    trusted(who="\x1b[2Jcabinet")
    assert approved("ap-scrutiny", "--sign", "key") == 0
    capsys.readouterr()
    run(["approve", NAME, "--date", DAY])
    assert "\x1b" not in capsys.readouterr().out


def test_a_signature_that_does_not_hold_stops_the_engrossment(project, capsys):
    trusted()
    for which in ("ap-scrutiny", "ap-cabinet", "ap-board"):
        assert approved(which, "--sign", "key") == 0
    assert run(["render", NAME, "--final", "-o", "a.html", "--date", DAY]) == 0
    RECORD.write_text(RECORD.read_text().replace("Minute 42", "Minute 43"))
    assert run(["render", NAME, "--final", "-o", "b.html", "--date", DAY]) == 1
    assert "Scrutiny Committee" in capsys.readouterr().err


def test_verifying_an_agreement_tells_a_signature_that_does_not_hold(project, capsys):
    trusted()
    assert approved("ap-scrutiny", "--sign", "key") == 0
    assert run(["verify", NAME, "--date", DAY]) == 0
    RECORD.write_text(RECORD.read_text().replace("Minute 42", "Minute 43"))
    capsys.readouterr()
    assert run(["verify", NAME, "--date", DAY]) == 1
    said = capsys.readouterr().out
    assert "the signature of given-ap-scrutiny-2018-03-06 does not hold" in said
    assert "approved by" not in said


def test_a_print_is_not_authentic_by_a_signature_that_does_not_hold(project, capsys):
    trusted()
    assert approved("ap-scrutiny", "--sign", "key") == 0
    assert run(["render", NAME, "--quick", "-o", "a.docx"]) == 0
    assert run(["verify", "a.docx", "--against", NAME, "--date", DAY]) == 0
    RECORD.write_text(RECORD.read_text().replace("Minute 42", "Minute 43"))
    assert run(["verify", "a.docx", "--against", NAME, "--date", DAY]) == 1
