"""What the project holds passes its own checks, prints, and opens; Coventry says what the law and the review ask."""

from __future__ import annotations

import re
import subprocess

import pytest

from section75.compose import compose
from section75.document import Execution, Paragraph, Style, words_of
from section75.drafting import departures_of, model_digest
from section75.judging.agreement import judge
from section75.load import load_agreement, read_file
from section75.model import SCHEDULE_KINDS, Clause
from section75.model.walk import every
from section75.render.pdf import lay_out
from section75.render.word.names import bookmark
from section75.tree import DiskTree
from tests.support.agreements import each_agreement, shipped
from tests.support.laws import england
from tests.support.ooxml import faults, word_schema
from tests.support.printing import ROOT, TEMPLATE, quiet, word
from tests.support.programs import need, shared_schemas

LIBRARY = ROOT / "schedules"
MODELS = sorted((ROOT / "agreements").glob("model-*"))


@pytest.fixture(scope="module")
def coventry():
    return shipped("coventry-cwpt/2018")


@pytest.fixture(scope="module")
def printed_lines(coventry):
    blocks = compose(coventry.required()).blocks
    return [words_of(block.runs) for block in blocks if isinstance(block, Paragraph)]


@pytest.mark.parametrize("name", each_agreement("coventry-cwpt/2018", "example/2025"))
def test_every_agreement_is_without_findings_and_prints_validly(name):
    loaded = shipped(name)
    assert judge(loaded, england()).findings == ()
    assert faults(word(loaded), word_schema(shared_schemas())) == []
    assert word(loaded) == word(loaded)


def test_the_library_has_a_model_of_every_kind_and_each_is_sound():
    kinds = set()
    for path in sorted(LIBRARY.glob("*.yaml")):
        source, findings = read_file(DiskTree(LIBRARY), path.name, tuple(SCHEDULE_KINDS))
        assert not findings, findings
        assert source.data["id"] == path.stem
        kinds.add(source.data["kind"])
    assert kinds == set(SCHEDULE_KINDS)


@pytest.mark.parametrize("folder", MODELS, ids=lambda folder: folder.name)
def test_a_model_is_in_step_with_the_library(folder):
    """Each of its schedules is the library's, word for word and row for row."""
    for source in (each for each in shipped(folder).places.files if each.path.startswith("schedules/")):
        model, _ = read_file(DiskTree(LIBRARY), f"{source.data['from']['id']}.yaml", tuple(SCHEDULE_KINDS))
        assert source.data["from"]["digest"] == model_digest(model)
        assert departures_of(model, source) == ()


@pytest.mark.parametrize("folder", MODELS, ids=lambda folder: folder.name)
def test_every_clause_of_a_model_that_the_law_asks_for_says_so(folder):
    """The lists of regulations 7(3) and 8(2), and what stands before them, are each answered somewhere."""
    text = "".join(path.read_text("utf-8") for path in folder.rglob("*.yaml"))
    common = {f"ST-{n:02}" for n in (3, 4, 5, 10, 11, 12, 13, 14, 15, 25)}
    own = {"ST-16", "ST-20", "ST-21", "ST-22"} if "fund" in folder.name else {"ST-17", "ST-19", "ST-23"}
    assert common | own <= set(re.findall(r"ST-\d\d", text))


def test_the_broken_draft_has_twenty_different_mistakes():
    findings = judge(load_agreement(DiskTree(ROOT / "docs" / "broken-draft"))).findings
    assert len({f.code for f in findings}) >= 20
    assert all(f.hints and f.place.line > 0 for f in findings)


@pytest.mark.slow
def test_libreoffice_opens_coventry_with_every_heading_on_its_page(coventry, tmp_path):
    need("libreoffice")
    pdftotext = need("pdftotext")
    from section75.printing.drafts import Wanted, printed

    made = printed(coventry, judge(coventry), {".docx", ".pdf"}, TEMPLATE, "t", Wanted(), quiet)
    (tmp_path / "a.pdf").write_bytes(made[".pdf"])
    text = subprocess.run(
        [pdftotext, "-layout", str(tmp_path / "a.pdf"), "-"], capture_output=True, text=True, check=True
    ).stdout
    pages = text.split("\f")
    listed = re.findall(r"^(Schedule \d+|\d+) +(\S.*?)\.{3,} ?(\d+)$", "\n".join(pages[1:4]), re.MULTILINE)
    assert len(listed) == 50 + 18
    for number, title, page in listed:
        assert re.search(rf"^ *{number} +{re.escape(title)}", pages[int(page) - 1], re.MULTILINE), (number, title, page)
    assert "Page 2 of" in pages[1]
    laid = lay_out(made[".docx"], tuple(bookmark(s.id) for s in coventry.required().schedules))
    assert sorted(laid.pages.values()) == list(laid.pages.values())


@pytest.mark.slow
def test_libreoffice_works_out_the_numbers_that_we_print(coventry, tmp_path):
    """The list numbers and cross-references that a word processor computes are the ones that we write."""
    office = need("libreoffice")
    (tmp_path / "a.docx").write_bytes(word(coventry, circulate=True))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    subprocess.run(
        [office, "--headless", profile, "--convert-to", "txt:Text (encoded):UTF8", "a.docx"],
        cwd=tmp_path,
        check=True,
        capture_output=True,
        timeout=120,
    )
    lines = [line.strip() for line in (tmp_path / "a.txt").read_text("utf-8-sig").splitlines()]
    for block in compose(coventry.required()).blocks:
        if isinstance(block, Paragraph) and block.label:
            said = words_of(block.runs)
            assert any(line.startswith(block.label.shown) and line.endswith(said) for line in lines), (
                block.id,
                block.label.shown,
                said,
            )


def test_corporate_names_are_the_same_everywhere(coventry, printed_lines):
    agreement = coventry.required()
    text = "\n".join(printed_lines)
    executed = " ".join(words_of(r) for b in compose(agreement).blocks if isinstance(b, Execution) for r in b.said)
    for party in agreement.parties:
        assert text.count(f"{party.name} of {party.address}") == 1
        assert f"to {party.name}, {party.address}" in text
        assert party.name in executed


def test_each_letter_of_regulation_8_2_is_answered(coventry):
    agreement = coventry.required()
    answered = {a for clause in every(Clause, agreement) for a in clause.answers}
    answered |= {a for recital in agreement.recitals for a in recital.answers}
    # (a) to (i): aims, payments, functions, persons and services, resources, duration, monitoring, charging, information.
    assert {"ST-10", "ST-11", "ST-12", "ST-13", "ST-14", "ST-15", "ST-17", "ST-18", "ST-19"} <= answered
    # Powers, improvement, consultation, exclusions, reports, liability, staff and AMHPs.
    assert {"ST-03", "ST-04", "ST-05", "ST-07", "ST-23", "ST-25", "ST-28", "ST-29"} <= answered


def test_the_review_keeps_its_schedule_numbers(coventry):
    titles = [schedule.title for schedule in coventry.required().schedules]
    assert len(titles) == 18
    assert titles[:4] == [
        "Aims and outcomes",
        "Strategic governance",
        "Integrated service and clinical governance",
        "The Integrated Mental Health Service",
    ]
    assert titles[15] == "Information and monitoring"


def test_it_follows_the_review(coventry):
    agreement = coventry.required()
    by_id = {schedule.id: schedule for schedule in agreement.schedules}
    board = next(g for g in by_id["strategic-governance"].groups if g.id == "sg-board")
    standing = {member.role: member.standing for member in board.members}
    assert board.frequency == "quarterly"
    assert (
        standing["Principal Social Worker"] == standing["Associate Director of Operations for Acute Services"] == "full"
    )
    assert next(m for m in board.members if m.standing == "proxy").proxy_for == "sg-seat-doo"
    assert len(by_id["hr-protocols"].protocols) > 20
    indicators = by_id["information-and-monitoring"].indicators
    sets = {
        name: sum(i.set == name and not i.id.startswith("im-outcome") for i in indicators)
        for name in {i.set for i in indicators}
    }
    assert sets | {"mental-health-act": 0} == {
        "ascof": 5,
        "local": 5,
        "delayed-transfers": 5,
        "care-act": 7,
        "safeguarding": 5,
        "hr": 6,
        "mental-health-act": 0,
    }
    assert all(schedule.lead_officer for schedule in agreement.schedules)
    assert len(coventry.risks.risks) >= 10


def test_sections_114_and_115_are_excluded_and_nothing_is_pooled(coventry, printed_lines):
    agreement = coventry.required()
    functions = next(s for s in agreement.schedules if s.id == "functions")
    excluded = " ".join(f.statute for f in functions.legally_excluded)
    assert "section 114" in excluded
    assert "section 115" in excluded
    assert not any("114" in f.statute or "115" in f.statute for f in functions.delegated)
    text = " ".join(printed_lines).lower()
    assert "pool" not in text
    finance = next(s for s in agreement.schedules if s.id == "finance")
    assert finance.basis == "aligned"
    assert len(finance.years) == 3


def test_no_law_of_another_time(printed_lines):
    text = " ".join(printed_lines)
    for later in (
        "Integrated Care Board",
        "integrated care board",
        "Health and Care Act 2022",
        "Data Protection Act 2018",
        "Liberty Protection",
        "Procurement Act 2023",
        "UK GDPR",
        "Primary Care Trust",
    ):
        assert later not in text
    years = {int(year) for year in re.findall(r"(?:Act|Regulations|Order) (\d{4})", text)}
    assert max(years) <= 2018


def test_the_term_is_of_one_piece(coventry, printed_lines):
    term = coventry.required().term
    text = " ".join(printed_lines)
    assert "takes effect on 1 April 2018 and continues until 31 March 2021, a term of 36 months" in text
    assert f"not less than {term.notice_months} months\u2019 notice" in text
    assert f"by not more than {term.extension_option_months} months" in text


def test_tables_of_contents_headings_and_clauses_have_no_empty_words(coventry):
    for block in compose(coventry.required()).blocks:
        if isinstance(block, Paragraph) and block.style is not Style.CLAUSE:
            assert words_of(block.runs).strip(), block
