"""What an edit is said to be about, and that nothing of substance is called administrative."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from section75.compare.kinds import Kind, counted, kinds_of, kinds_of_words
from section75.compare.rules import RULES
from section75.compare.targets import Targets
from section75.compare.vocabulary import vocabulary, vocabulary_of
from section75.compare.words import marked
from section75.document import Live, Reference, Text
from section75.language.spellings import SPELLINGS, spelled
from tests.support.agreements import loaded

PAGES = sorted((Path(__file__).parent / "kinds").glob("*.md"))
ADMINISTRATIVE = (Kind.ADMINISTRATIVE,)
ROW = re.compile(r"^\|(?P<was>.*?)\|(?P<now>.*?)\|(?P<kinds>[^|]*)\|$", re.MULTILINE)
TERMS = re.compile(r"^(?P<what>Terms|Names): (?P<listed>.*)\.$", re.MULTILINE)


def rows(page: Path) -> list[tuple[str, str, str, str]]:
    """The edits of a page: its name, was, now, kinds. A cell in backquotes is taken as it stands, spaces included."""
    cells = [[cell.strip() for cell in row.groups()] for row in ROW.finditer(page.read_text("utf-8"))]
    return [(page.stem, *(cell.strip("`") for cell in row)) for row in cells[2:]]


def known(page: Path):
    """The terms and names that a page says its agreement has."""
    listed = {m["what"]: m["listed"].split("; ") for m in TERMS.finditer(page.read_text("utf-8"))}
    return vocabulary(listed.get("Terms", ()), listed.get("Names", ()))


EDITS = [edit for page in PAGES for edit in rows(page)]
KNOWN = {page.stem: known(page) for page in PAGES}


@pytest.mark.parametrize(("page", "was", "now", "kinds"), EDITS)
def test_an_edit_is_of_the_kinds_that_its_page_says(page, was, now, kinds):
    assert ", ".join(kinds_of_words(was, now, KNOWN[page])) == kinds


@pytest.mark.parametrize(("page", "was", "now", "kinds"), EDITS)
def test_the_marks_of_an_edit_give_the_same_verdict(page, was, now, kinds):
    """Told by its marked words, an edit may be of fewer kinds; administrative it is by both ways or by neither."""
    found = kinds_of(marked((Text(was),), (Text(now),)), KNOWN[page])
    assert (found == ADMINISTRATIVE) == (kinds == Kind.ADMINISTRATIVE)


def test_the_pages_are_many_and_of_every_kind():
    assert len(EDITS) >= 150
    assert len({(was, now) for _, was, now, _ in EDITS}) == len(EDITS)
    assert {kind for *_, kinds in EDITS for kind in kinds.split(", ")} == set(Kind)


@pytest.mark.parametrize(
    ("rule", "was", "now"), [(rule, was, now) for rule in RULES for was, now in rule.examples], ids=str
)
def test_every_rule_finds_its_examples(rule, was, now):
    assert rule.kind in kinds_of_words(was, now)
    assert rule.kind in kinds_of_words(now, was)


def test_every_rule_has_examples():
    assert [rule.looks_for for rule in RULES if not rule.examples] == []


PIECES = (
    "the Council shall pay", "\u00a35,000", "within ten Working Days", "(if any)", "of clause 3", "one year's", "85%",
    "31 March 2018", "the Care Act 2014", "Pooled Fund", "long-term", "co-operate", "at least", "'staff'", "2018/19",
)  # fmt: skip
OWN = vocabulary(["Pooled Fund", "Working Day"], ["the Council"])
LETTERS = st.text("abeilnorst ABEN09\u00a3%<>+.,()'\"-/", max_size=24)
QUIET = re.compile(r"[\s\"\u201c\u201d'\u2018\u2019\u2010-\u2014-]+")


def bare(text: str) -> list[str]:
    """Words and signs without what the closed list lets pass."""
    return [spelled(word) for word in re.findall(r"[^\W_]+|[^\s\w]", QUIET.sub(" ", text).casefold())]


@given(LETTERS, LETTERS)
def test_whatever_differs_outside_the_closed_list_is_of_substance(was, now):
    if bare(was) != bare(now):
        assert Kind.ADMINISTRATIVE not in kinds_of_words(was, now)
        assert Kind.ADMINISTRATIVE not in kinds_of(marked((Text(was),), (Text(now),)))


@given(
    st.lists(st.sampled_from(PIECES), max_size=12),
    st.integers(0, 120),
    st.sampled_from("abxyz0159.,;:%<>+=()[]/&*#\u00a3"),
)
def test_one_character_more_is_never_administrative(words, place, more):
    was = " ".join(words)
    now = was[:place] + more + was[place:]
    marks = marked((Text(was),), (Text(now),))
    for kinds in (kinds_of_words(was, now, OWN), kinds_of_words(now, was, OWN), kinds_of(marks, OWN)):
        assert Kind.ADMINISTRATIVE not in kinds
        assert kinds == tuple(kind for kind in Kind if kind in kinds)
        assert kinds == (Kind.OTHER,) or Kind.OTHER not in kinds


@given(st.lists(st.sampled_from(["organise", "co-operate", '"Fund"', "long-term", "the Parties' duty"]), min_size=1))
def test_the_closed_list_alone_is_administrative(words):
    was = " ".join(words)
    now = was.replace("ise", "ize").replace("co-op", "coop").replace('"F', "\u201cF").replace('d"', "d\u201d")
    now = now.replace("long-", "long ").replace("s' ", "s\u2019 ") + "  "
    assert kinds_of_words(was, now) == ADMINISTRATIVE


def test_a_spelling_leads_to_one_form_and_never_to_another_word():
    assert [word for word in SPELLINGS if spelled(word) in SPELLINGS] == []
    assert not {"enquiry", "inquiry", "meter", "prize", "advize", "dependant"} & {*SPELLINGS, *SPELLINGS.values()}


def live(target: str, number: str) -> Reference:
    return Reference(target, ("clause ", Live(target, number, "full")))


def test_a_reference_that_follows_its_target_is_administrative_and_another_target_is_not():
    was, moved, other = (Text("See "), live("pay", "3.1")), (Text("See "), live("pay", "4.1")), live("notice", "3.1")
    assert kinds_of(marked(was, moved, Targets(frozenset({"pay"})))) == ADMINISTRATIVE
    assert kinds_of(marked(was, (Text("See "), other))) == (Kind.REFERENCE,)
    assert kinds_of(marked(was, (Text("See clause 3.1"),))) == (Kind.REFERENCE,)


def test_emphasis_alone_is_not_on_the_closed_list():
    assert kinds_of(marked((Text("the fund"),), (Text("the fund", bold=True),))) == (Kind.OTHER,)


def test_the_words_of_an_agreement_are_its_terms_its_parties_and_its_groups():
    own = vocabulary_of(loaded().required())
    names = {name.written: name.kind for found in own.by_first.values() for name in found}
    assert names["Agreement"] is Kind.DEFINED
    for named in ("Newtown", "Council", "Strategic Board", "Board", "Director of Adult Services", "Director"):
        assert names[named] is Kind.PARTY, named
    assert not {"Services", "Partnership", "Performance"} & {*names}
    assert kinds_of_words("the Strategic Board", "the strategic board", own) == (Kind.PARTY, Kind.GOVERNANCE)
    assert kinds_of_words("this Agreement", "this agreement", own) == (Kind.DEFINED,)
    assert kinds_of_words("the Secretary", "the secretary", own) == (Kind.PARTY,)


def test_a_change_of_two_kinds_counts_under_both():
    found = [(Kind.MONEY, Kind.PERIOD), (Kind.PERIOD,), ADMINISTRATIVE]
    assert counted(found) == [(Kind.MONEY, 1), (Kind.PERIOD, 2), (Kind.ADMINISTRATIVE, 1)]


@pytest.mark.parametrize(
    "piece", ["twenty-", "1 to ", "one two and ", "clause 1, ", "a-", "'a ", "Act 2014 ", "(", "< "]
)
def test_a_long_run_of_one_thing_is_judged_like_a_short_one(piece):
    """Thousands of times over; a rule that goes back over what it has read would never come to an end here."""
    assert Kind.ADMINISTRATIVE not in kinds_of_words(f"x {piece * 4000}", f"y {piece * 4000}z")
