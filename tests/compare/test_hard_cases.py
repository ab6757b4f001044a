"""Pages in tests/compare/hard-cases: what changed, what a reader is told, and a redline that proves itself."""

from __future__ import annotations

import re
from io import BytesIO
from pathlib import Path

import pytest

from section75.compose import compose
from section75.judging.agreement import judge
from section75.load import Loaded
from section75.project.compared import compared
from section75.project.versions import Version
from section75.reports.departures import as_text
from tests.support.agreements import loaded, overlaid
from tests.support.office import difference, settled
from tests.support.ooxml import faults, word_schema
from tests.support.programs import independent_judge, need, shared_schemas
from tests.support.redlines import proved, redlined

PAGES = sorted((Path(__file__).parent / "hard-cases").glob("*.md"))
PAGE = re.compile(
    r"Before, in `(?P<path>[^`]+)`:\n\n```yaml\n(?P<old>.*?)```\n\nAfter:\n\n```yaml\n(?P<new>.*?)```\n\n"
    r"What `s75 diff` says:\n\n```text\n(?P<said>.*?)```\n",
    re.DOTALL,
)


LIMITS = {("move-with-edit", "rejected"), ("re-nest", "rejected")}
"""What LibreOffice 7.4 does not undo: the mark of a paragraph that moved and was edited, and a change of level."""


def pair(page: Path) -> tuple[Loaded, Loaded, str]:
    """Both versions of a page, and what a reader is told."""
    match = PAGE.search(page.read_text("utf-8"))
    assert match, f"{page.name} has not the form of a hard case"
    old, new = (loaded(overlaid(match["path"], match[side])) for side in ("old", "new"))
    return old, new, match["said"]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_a_hard_case_is_told_as_its_page_says(page):
    old, new, said = pair(page)
    for side in (old, new):
        assert not judge(side).has_errors, judge(side).findings
    assert as_text(compared(Version("old", old), Version("new", new)).departures) == said


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_a_hard_case_proves_itself(page):
    old, new, _ = pair(page)
    made = redlined(compose(old.required()), compose(new.required()))
    assert not proved(*made)
    assert faults(made[0], word_schema(shared_schemas())) == []
    found = independent_judge()(*map(BytesIO, made), styles=True)
    assert (found["accept"], found["reject"], found["lint"]) == ("exact", "exact", {}), found


@pytest.mark.slow
def test_libreoffice_accepts_and_rejects_to_the_same_texts(tmp_path):
    """An office program that knows nothing of ours settles every change of every hard case."""
    need("libreoffice")
    files = {}
    for page in PAGES:
        old, new, _ = pair(page)
        for name, raw in zip(
            ("redline", "old", "new"), redlined(*(compose(s.required()) for s in (old, new))), strict=True
        ):
            files[f"{page.stem}.{name}"] = raw
    texts = settled(files, tmp_path)
    wrong = [
        (page.stem, done, *difference(texts[f"{page.stem}.redline"][done], texts[f"{page.stem}.{other}"]["as it is"]))
        for page in PAGES
        for done, other in (("accepted", "new"), ("rejected", "old"))
        if (page.stem, done) not in LIMITS
        and texts[f"{page.stem}.redline"][done] != texts[f"{page.stem}.{other}"]["as it is"]
    ]
    assert not wrong, "\n".join(map(repr, wrong))
