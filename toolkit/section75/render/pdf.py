"""Word to PDF by LibreOffice, headless, over UNO, with the page of every heading read back.

The contents list is filled from those pages by us, not by LibreOffice's own update of indexes, which loses the tabs
between number and heading and leaves out headings whose style Word counts as built in (seen in 7.4).
LibreOffice's own Python runs a small script of ours (`office.py`), since UNO is not on PyPI.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
from importlib.resources import as_file, files
from pathlib import Path

from section75.errors import ProgramError
from section75.value import dataclass

SOFFICE = ("soffice", "libreoffice")
PLACES = (
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    "C:/Program Files/LibreOffice/program/soffice.exe",
)
PYTHONS = ("program/python.exe", "Resources/python", "program/python")
"""LibreOffice's own Python, below its folder, where it brings one."""
LONGEST = 300
"""Seconds after which LibreOffice is given up; 500 pages take about 30."""


@dataclass(frozen=True, slots=True)
class Laid:
    """A document as laid out on pages."""

    pdf: bytes
    pages: dict[str, int]
    """The page of each bookmark asked for."""


def find_office() -> Path | None:
    """LibreOffice's program, or None where it is not installed."""
    found = next((path for name in SOFFICE if (path := shutil.which(name))), None)
    if found:
        return Path(found)
    return next((Path(place) for place in PLACES if Path(place).is_file()), None)


def lay_out(docx: bytes, bookmarks: tuple[str, ...] = ()) -> Laid:
    """The PDF of a Word file as it stands, and the pages of the bookmarks.

    Raises `ProgramError` where LibreOffice is missing or fails.
    """
    office = find_office()
    if office is None:
        raise ProgramError("LibreOffice is needed for PDF and is not installed", "install it from libreoffice.org")
    with tempfile.TemporaryDirectory(prefix="s75-") as folder:
        work = Path(folder)
        (work / "in.docx").write_bytes(docx)
        (work / "bookmarks.json").write_text(json.dumps(bookmarks), encoding="utf-8")
        with as_file(files(__package__).joinpath("office.py")) as script:
            command = [_python(office), str(script), str(office), str(work)]
            _run(command, work)
        pages = json.loads((work / "pages.json").read_text(encoding="utf-8"))
        return Laid(
            (work / "out.pdf").read_bytes(),
            {name: int(page) for name, page in pages.items()},
        )


def _run(command: list[str], work: Path) -> None:
    # LibreOffice's Python must not see our own packages; fixed language and time zone keep its output the same.
    kept = {k: v for k, v in os.environ.items() if not k.startswith("PYTHON") and k != "VIRTUAL_ENV"}
    environment = {**kept, "LC_ALL": "C.UTF-8", "TZ": "UTC"}
    try:
        done = subprocess.run(  # noqa: S603 -- a fixed program with our own arguments
            command, env=environment, capture_output=True, text=True, timeout=LONGEST, check=False
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise ProgramError(
            f"LibreOffice did not finish: {error}", "close other LibreOffice windows and retry"
        ) from error
    if done.returncode != 0 or not (work / "out.pdf").is_file():
        last = (done.stderr.strip().splitlines() or ["it gave no reason"])[-1]
        raise ProgramError(f"LibreOffice could not lay the document out: {last}", "install python3-uno, and retry")


def _python(office: Path) -> str:
    """A Python that can import uno: LibreOffice's own, else the system's."""
    home = office.resolve().parent.parent
    own = next((home / name for name in PYTHONS if (home / name).is_file()), None)
    if own:
        return str(own)
    return next((path for name in ("/usr/bin/python3",) if (path := shutil.which(name))), sys.executable)
