"""Starting an agreement at the terminal."""

from __future__ import annotations

import sys

from section75.cli import run


def test_at_the_terminal_a_date_that_cannot_be_read_is_asked_for_again(project, capsys, monkeypatch):
    answers = iter(
        ["Care in Newtown", "Newtown Council", "Town Hall", "Newtown Trust", "Park", "1 April 2027", "2027-04-01"]
    )
    asked = []
    for stream in (sys.stdin, sys.stdout):
        monkeypatch.setattr(stream, "isatty", lambda: True)
    monkeypatch.setattr("builtins.input", lambda question: (asked.append(question), next(answers))[1])
    assert run(["new", "newtown-b/2027"]) == 0
    assert "1 April 2027 is not a date" in capsys.readouterr().err
    assert [question.startswith("First day of the term") for question in asked[-2:]] == [True, True]
    assert "start: 2027-04-01" in (project / "agreements/newtown-b/2027/agreement.yaml").read_text("utf-8")


def test_a_renewal_honours_every_option_or_refuses_it(project, capsys):
    made = ["new", "newtown/2027", "--from", "newtown/2018", "--start", "2027-04-01", "--months", "24"]
    assert run([*made, "--title", "Care again", "--council", "Newtown Unitary", "--nhs-address", "New Street"]) == 0
    text = (project / "agreements/newtown/2027/agreement.yaml").read_text("utf-8")
    assert all(words in text for words in ("Care again", "Newtown Unitary", "New Street", "2027-04-01", "2029-03-31"))
    schedule = (project / "agreements/newtown/2027/schedules/finance.yaml").read_text("utf-8")
    assert '"2027-28"' in schedule and '"2028-29"' in schedule
    capsys.readouterr()
    assert run(["new", "newtown/2030", "--from", "newtown/2018", "--nhs-kind", "nhs-foundation-trust"]) == 2
    assert "a renewal keeps the kinds of its parties" in capsys.readouterr().err
    assert run(["new", "newtown/2030", "--from", "newtown/2018", "--months", "0"]) == 2
    assert run(["new", "newtown/2030", "--from", "newtown/2018", "--start", "1 April"]) == 2
    assert not (project / "agreements/newtown/2030").exists()
