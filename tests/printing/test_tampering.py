"""Whatever changes what a reader sees of a print or a redline is seen by whoever verifies it, and unchanged saves pass."""

from __future__ import annotations

import os
from functools import cache
from pathlib import Path

import pytest

from section75.errors import Section75Error
from section75.printing.carried import Carried
from section75.printing.verified import verified
from section75.project.redlining import RedlineWanted, redlined
from section75.project.versions import Version
from section75.render.package import read_parts, write_parts
from section75.render.word.opened import open_word
from section75.render.word.source import read_carried
from tests.support.agreements import changed, loaded, shipped
from tests.support.held import told
from tests.support.office import saved_again
from tests.support.printing import TEMPLATE, word
from tests.support.programs import need
from tests.support.redlines import WHO
from tests.support.tamperings import altered, tamperings

EACH = int(os.environ.get("S75_TAMPERINGS", "2"))
"""Alterations of each kind in one run; a slow run tries more."""
SAVED = ("coventry-cwpt/2018", "kent-kmpt/2012", "example/2025", "model-pooled-fund")


@cache
def print_():
    return read_parts(word(loaded(), pages=False), "print")


@cache
def redline():
    later = loaded(changed("agreement.yaml", "meet quarterly under", "meet monthly under"))
    versions = Version("old", loaded()), Version("new", later)
    return read_parts(redlined(*versions, RedlineWanted(WHO, TEMPLATE, "agreement.docx")).written, "redline")


def faults(parts) -> tuple[str, ...]:
    """What is found; what cannot be read at all is found too."""
    try:
        packed = read_parts(write_parts(parts), "sent.docx")
        return verified(Carried("sent.docx", packed, read_carried(packed, "sent.docx")), TEMPLATE).faults
    except Section75Error as error:
        return (str(error),)


def test_what_nobody_altered_holds():
    assert faults(print_()) == ()
    assert faults(redline()) == ()


@pytest.mark.parametrize("kind", tamperings())
def test_an_altered_print_is_found_out(kind):
    tried = [made for seed in range(EACH) if (made := altered(print_(), kind, seed))]
    assert tried, "the print has no place for it"
    for made in tried:
        assert faults(made), kind


@pytest.mark.parametrize("kind", tamperings())
def test_an_altered_redline_is_found_out(kind):
    for made in (altered(redline(), kind, seed) for seed in range(EACH)):
        assert made is None or faults(made), kind


@pytest.mark.slow
@pytest.mark.parametrize("kind", tamperings())
def test_an_altered_print_of_a_long_agreement_is_found_out(kind):
    parts = read_parts(word(shipped("kent-kmpt/2012"), pages=False), "print")
    for seed in (100, 101):
        made = altered(parts, kind, seed)
        assert made is None or faults(made), (kind, seed)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (
            "meet quarterly under ",
            "meet yearly under ",
            "clause 2.1(a): “(a) meet yearly under paragraph 1 of Part A of",
        ),
        ("It shall keep a record.", "It shall keep no record.", "the closing words of clause 2.1: “It shall keep no"),
        (">Management<", ">Managers<", "Table 1 of Schedule 3: “Managers” should be “Management”"),
    ],
)
def test_a_difference_is_told_with_its_clause(old, new, said):
    text = print_()["word/document.xml"].decode()
    assert text.count(old) == 1
    (found,) = faults({**print_(), "word/document.xml": text.replace(old, new).encode()})
    assert found.startswith(said)


def test_every_difference_is_told():
    text = print_()["word/document.xml"].decode()
    for old, new in (("meet quarterly under ", "meet yearly under "), ("It shall keep a record.", "It keeps nothing.")):
        text = text.replace(old, new)
    assert len(faults({**print_(), "word/document.xml": text.encode()})) == 2


def test_a_redline_without_its_certificate_is_no_print():
    part = "customXml/item75.xml"
    carried = redline()[part].decode()
    start, end = carried.index("<certificate"), carried.index("</certificate>") + len("</certificate>")
    assert any(
        "tracked change" in each for each in faults({**redline(), part: (carried[:start] + carried[end:]).encode()})
    )


def test_an_altered_frame_that_was_noted_anew_is_consistent_and_no_more():
    """What a file says of itself can be altered with it: that is why "authentic" needs a digest got in another way."""
    part = "customXml/item75.xml"
    carried = print_()[part].decode().replace('frame="', 'frame="0')
    assert any("front sheet" in each for each in faults({**print_(), part: carried.encode()}))


@pytest.mark.slow
def test_what_libreoffice_saved_unchanged_passes_and_an_edit_in_it_is_told(tmp_path):
    """Agreements of every kind, drafts with a control sheet and without, and one whose numbers are held."""
    need("libreoffice")
    files = {name.replace("/", "-"): word(shipped(name)) for name in SAVED}
    files |= {"plain": word(loaded(), pages=False, circulate=True), "small": word(loaded(), pages=False)}
    held = told(Path(__file__).parents[1] / "numbering" / "held-cases" / "schedules.md")[0][-1]
    files["held"] = word(held, pages=False)
    for name, raw in saved_again(files, tmp_path).items():
        parts = open_word(raw, name)
        assert verified(Carried(name, parts, read_carried(parts, name)), TEMPLATE).faults == (), name
        text = parts["word/document.xml"].decode()
        edited = {**parts, "word/document.xml": text.replace(" shall ", " may ", 1).encode()}
        (found,) = verified(Carried(name, edited, read_carried(edited, name)), TEMPLATE).faults
        assert " may " in found


def test_a_redline_with_a_change_more_or_less_is_told_though_it_settles_alike():
    """A tracked change of nothing settles to the same words."""
    empty = b'<w:ins w:id="1" w:author="A" w:date="2018-01-01T00:00:00Z"></w:ins></w:p>'
    main = redline()["word/document.xml"]
    at = main.index(b"</w:p>", main.index(b"Agreed terms"))
    made = {**redline(), "word/document.xml": main[:at] + empty + main[at + len(b"</w:p>") :]}
    (found,) = faults(made)
    assert "tracked changes and was printed with" in found


def test_whatever_stands_in_the_body_is_told_with_where_it_stands():
    for kind in ("row_hidden", "row_low", "tab", "footnote", "chunk"):
        for seed in range(8):
            for parts in (print_(), redline()):
                made = altered(parts, kind, seed)
                assert made is None or all(": " in each for each in faults(made)), (kind, seed)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("<w:r><w:t>It shall keep a record.", "<w:r><w:rPr><w:vanish/></w:rPr><w:t>It shall keep a record.", "the closing words of clause 2.1: formatting that no print has (vanish)"),
        (" REF _s75_board_meetings ", " REF _s75_appeals ", "clause 2.1(a): a reference in"),
    ],
)  # fmt: skip
def test_what_is_hidden_or_led_astray_is_told_with_its_clause(old, new, said):
    text = print_()["word/document.xml"].decode()
    assert old in text
    (found, *_) = faults({**print_(), "word/document.xml": text.replace(old, new, 1).encode()})
    assert found.startswith(said)
