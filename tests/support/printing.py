"""Printing in tests: without pages, so that no program is needed."""

from __future__ import annotations

from pathlib import Path

from section75.judging.agreement import judge
from section75.load import Loaded
from section75.printing.drafts import Wanted, printed

ROOT = Path(__file__).parents[2]
TEMPLATE = (ROOT / "templates" / "agreement.docx").read_bytes()


def quiet(_doing: str, slow: bool = False) -> None:
    """Progress that nobody watches."""


def word(loaded: Loaded, template: bytes = TEMPLATE, **wanted: object) -> bytes:
    how = Wanted(**{"pages": False, **wanted})
    return printed(loaded, judge(loaded), {".docx"}, template, "agreement.docx", how, quiet)[".docx"]


def html(loaded: Loaded, **wanted: object) -> str:
    return printed(loaded, judge(loaded), {".html"}, TEMPLATE, "agreement.docx", Wanted(**wanted), quiet)[
        ".html"
    ].decode()
