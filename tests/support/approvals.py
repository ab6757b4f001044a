"""The small agreement with three bodies that have to approve it, and their decisions."""

from __future__ import annotations

from pathlib import Path

from section75.cli import run

NAME = "newtown/2018"
FOLDER = Path("agreements/newtown/2018")
DAY = "2018-03-06"
REQUIRED = """approvals:
  - {id: ap-scrutiny, body: Scrutiny Committee, party: council, effect: note}
  - {id: ap-cabinet, body: Cabinet, party: council, effect: approve, after: [ap-scrutiny]}
  - {id: ap-board, body: Board of the Trust, party: trust, effect: approve, delegable: false, source: Standing orders}
"""


def requiring_approvals() -> None:
    """Say in the small agreement which bodies have to approve it. The command stands in its project."""
    main = FOLDER / "agreement.yaml"
    main.write_text(main.read_text() + REQUIRED)


def approved(which: str, *more: str, on: str = DAY) -> int:
    """The exit code of a decision on one of them."""
    return run(["approve", NAME, which, "--reference", "Minute 42", "--date", on, "--yes", *more])


def all_approved(*cabinet: str) -> None:
    """All decide on the text as it stands."""
    for which, more in (("ap-scrutiny", ()), ("ap-cabinet", cabinet), ("ap-board", ())):
        assert approved(which, *more) == 0


def edited(old: str, new: str, path: str = "agreement.yaml") -> None:
    """Put other words where the old ones stand, once."""
    text = (FOLDER / path).read_text()
    assert text.count(old) == 1
    (FOLDER / path).write_text(text.replace(old, new))
