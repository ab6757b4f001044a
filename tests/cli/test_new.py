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
