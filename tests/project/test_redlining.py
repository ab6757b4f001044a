"""A redline is handed over only where both versions are sound and both halves of its proof hold."""

from __future__ import annotations

import pytest

from section75.errors import Section75Error, SourceError
from section75.load import Loaded
from section75.printing.redline import redline
from section75.project.compared import compared
from section75.project.redlining import RedlineWanted, redlined
from section75.project.versions import Version
from section75.render.word import write_word
from tests.support.agreements import changed, loaded
from tests.support.printing import TEMPLATE
from tests.support.redlines import PLAIN, WHO

MAIN = "agreement.yaml"
QUARTERLY, MONTHLY = "meet quarterly under", "meet monthly under"
BROKEN = {
    "composed": ("end: 2021-03-31", "end: 2017-03-31", "dates-out-of-order"),
    "not composed": ("(#board-meetings)", "(#board-meting)", "broken-reference"),
}
"""Errors: one of a version that can be compared all the same, and one of a version that cannot."""
WANTED = RedlineWanted(WHO, TEMPLATE, "agreement.docx")


def named(name: str, read: Loaded) -> Version:
    return Version(name, read)


@pytest.fixture(params=["aside", "in turn"])
def way(request, monkeypatch):
    """With some of the work aside, where this machine can, and with all of it in turn."""
    if request.param == "in turn":
        monkeypatch.setattr("section75.aside._can_split", lambda: False)


@pytest.mark.usefixtures("way")
def test_both_ways_give_the_same_bytes_and_what_is_to_be_told():
    before, after = named("before", loaded()), named("after", loaded(changed(MAIN, QUARTERLY, MONTHLY)))
    made = redlined(before, after, WANTED)
    both = compared(before, after)
    assert made.written == redline(both.comparison, both.redline_print(), WHO, TEMPLATE, "agreement.docx")
    assert made.notes == both.notes


@pytest.mark.usefixtures("way")
@pytest.mark.parametrize(("old", "new", "code"), BROKEN.values(), ids=BROKEN)
@pytest.mark.parametrize("first", [True, False], ids=["old version", "new version"])
def test_a_version_with_an_error_is_refused_with_the_error(old, new, code, first):
    sound, broken = named("sound", loaded()), named("broken", loaded(changed(MAIN, old, new)))
    with pytest.raises(SourceError, match="broken cannot be compared") as refused:
        redlined(*((broken, sound) if first else (sound, broken)), WANTED)
    assert code in [finding.code for finding in refused.value.findings]


@pytest.mark.usefixtures("way")
@pytest.mark.parametrize(("side", "done"), [("old", "accepting"), ("new", "rejecting")])
def test_a_file_that_gives_only_one_of_the_prints_is_not_handed_over(monkeypatch, side, done):
    """A file without any change in it settles to one print both ways."""
    before, after = named("before", loaded()), named("after", loaded(changed(MAIN, QUARTERLY, MONTHLY)))
    document = getattr(compared(before, after).comparison, side)
    print_of_one_side = write_word(document, TEMPLATE, "agreement.docx", PLAIN)
    monkeypatch.setattr("section75.printing.redline.write_redline", lambda *given: print_of_one_side)
    with pytest.raises(Section75Error, match=f"does not prove itself and is not handed over: {done} all"):
        redlined(before, after, WANTED)
