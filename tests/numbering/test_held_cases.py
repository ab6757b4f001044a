"""Pages in tests/numbering/held-cases: what was executed, what the files say now, and the numbers that print."""

from __future__ import annotations

from pathlib import Path

import pytest

from section75.document import Document, Paragraph, words_of
from section75.judging.agreement import judge
from section75.load import load_agreement
from section75.numbering import held_numbers
from section75.render.word import write_word
from section75.tree import MemoryTree
from tests.support.held import composed, files_of, record, told
from tests.support.office import settled
from tests.support.printing import TEMPLATE
from tests.support.programs import need
from tests.support.redlines import PLAIN, proved, redlined

PAGES = sorted((Path(__file__).parent / "held-cases").glob("*.md"))


def listing(document: Document) -> str:
    """Everything that is numbered, with its number, as the document shows it."""
    labelled = (b for b in document.blocks if isinstance(b, Paragraph) and b.label)
    return "\n".join(f"{b.label.shown} {words_of(b.runs)}".rstrip() for b in labelled if b.label)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_numbers_are_those_a_solicitor_would_give(page):
    versions, said = told(page)
    now = versions[-1]
    assert not [finding for finding in now.findings if finding.is_error], now.findings
    assert not judge(now).has_errors, judge(now).findings
    assert f"\n{said}\n" in f"\n{listing(composed(now))}\n"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_an_execution_alone_changes_no_number(page):
    """What is recorded prints the same before and after, but for what an earlier version held."""
    executed = told(page)[0][0]
    again = load_agreement(
        MemoryTree({**files_of(executed), "records/executions/e.yaml": record(executed, "2018-03-28")})
    )
    assert again.executed
    assert composed(again) == composed(executed)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_word_counts_so_and_a_redline_from_what_was_executed_proves_itself(page):
    versions, _ = told(page)
    before, now = (composed(each) for each in versions[-2:])
    redline, *prints = redlined(before, now)
    assert not proved(redline, *prints)


@pytest.mark.slow
def test_libreoffice_shows_the_same_numbers(tmp_path):
    need("libreoffice")
    documents = {page.stem: composed(told(page)[0][-1]) for page in PAGES}
    texts = settled({name: write_word(each, TEMPLATE, "t", PLAIN) for name, each in documents.items()}, tmp_path)
    for name, document in documents.items():
        shown = texts[name]["as it is"]
        wrong = [line for line in listing(document).split("\n") if line not in shown]
        assert not wrong, (name, wrong)


def test_the_record_of_another_agreement_holds_nothing():
    versions, _ = told(next(page for page in PAGES if page.stem == "between"))
    now = versions[-1]
    files = {
        path: str(text).replace("agreement: newtown-2018", "agreement: old-2018")
        for path, text in files_of(now).items()
    }
    apart = load_agreement(MemoryTree(dict(files)))
    assert apart.executed
    assert (now.numbers["audit"].full, apart.numbers["audit"].full) == ("2A", "3")


def test_a_record_keeps_no_number_of_what_is_not_used():
    versions, _ = told(next(page for page in PAGES if page.stem == "gone"))
    assert "2" not in [each.number for each in held_numbers(versions[-1].numbers) if each.noun == "clause"]
