"""Words with capitals like a defined term that nothing defines.

A warning, for it rests on likeness: names of posts, bodies, Acts and places have capitals too. Those that the agreement
names itself (parties, groups, services, posts in its tables), those listed under `terms_allowed` and those that end or
begin like the name of a post, a body or an Act are passed over. Headings and tables are not read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from section75.checks.case import Case
from section75.findings import WARNING, Remark
from section75.language import text
from section75.language.british import CAPITALISED
from section75.law.names import NAMES_OF_BODIES
from section75.model import Definition
from section75.model.leaves import Leaf
from section75.model.walk import every

PHRASE = re.compile(rf"\b{CAPITALISED}(?:(?: (?:of|and|for|the|to|in))? {CAPITALISED}| [0-9]{{4}}\b(?= Act))*")
BEFORE_CAPITAL = re.compile(r"(?:^|[.;:?!]\s|[\u201c\"(\[]\s*)$")
NEAR = 12
"""Characters before a word in which the end of a sentence is looked for."""
FIELDS = ("text", "closing", "meaning")
STATUTE = re.compile(
    r"\b[A-Z][A-Za-z',-]{1,40}(?: (?:of|and|for|the|to|in|[A-Z(][A-Za-z',()-]{0,40})){0,20}?"
    r"(?: \(No\. \d+\))? (?:Act|Regulations|Order|Rules) [12][0-9]{3}\b"
)
"""An Act or instrument by its whole title, e.g. Contracts (Rights of Third Parties) Act 1999. Bounded, so that words
without end cost no more than others."""
INSTRUMENTS = (" Act ", " Regulations ", " Order ", " Rules ")
"""Every such title holds one of these; looking for them first is many times faster than the pattern."""
BLANK = re.compile(r"\s")
BODIES = frozenset({"HM Revenue and Customs", "HM Treasury", "NHS Resolution", "NHS Pension Scheme", "Caldicott",
                    "General Data Protection Regulation", "Care Quality Commission"})  # fmt: skip

SINGLE = frozenset({
    "I", "A", "Act", "Acts", "Schedule", "Schedules", "Part", "Parts", "Appendix", "Table", "Tables", "Party",
    "Parties", "Regulation", "Regulations", "Article", "Parliament", "Court", "Courts", "England", "Wales",
    "English", "European", "Union", "Crown", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday",
    "Sunday", "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November", "December", "NHS", "GP", "GPs", "Secretary", "State", "Minister", "Ombudsman", "Healthwatch",
    "Chair", "Christmas", "Good", "Easter",
})  # fmt: skip
ENDS = (
    "Act", "Acts", "Regulations", "Order", "Rules", "Directive", "Convention", "Council", "NHS Trust",
    "NHS Foundation Trust", "Clinical Commissioning Group", "Integrated Care Board", "Primary Care Trust",
    "Safeguarding Adults Board", "Safeguarding Children Board",
)  # fmt: skip
"""How the names of enactments, councils and NHS bodies end. Posts, boards, reports and years are defined, or listed."""
NAMING = ("name", "role", "title", "label", "topic", "lead", "owner", "chair", "responsible", "accountable_manager",
          "lead_officer", "audience", "led_by", "authority", "statute", "source", "recording_system",
          "notices_to", "attested_by", "address")  # fmt: skip


MOST_WORDS = 20
"""Words of the longest name."""
JOINTS = (" of ", " and ", " for ", " the ", " to ", " in ", " ")
POSSESSIVE = re.compile(r"(?:'s|\u2019s|'|\u2019)$")
LONGEST = 60
"""Characters of the longest defined term."""
PLACEHOLDERS = frozenset({"TBC", "TBA", "TBD", "XX", "XXX", "TODO"})
"""The rule on placeholders finds these."""


def undefined_term(case: Case) -> Iterator[Remark]:
    """`undefined-term`: each unknown word or phrase with capitals, once, where it first appears."""
    known = _known(case)
    numbered = [term for term in known if any(map(str.isdigit, term)) and len(term) < LONGEST]
    reported: set[str] = set()
    answers: dict[str, bool] = {}
    for leaf in case.prose:
        if leaf.path.split(".")[0] not in FIELDS:
            continue
        for phrase, whole in _phrases(leaf, numbered):
            if phrase in reported or phrase in PLACEHOLDERS or _accounted(phrase, known, answers) or whole in known:
                continue
            reported.add(phrase)
            message = f'"{phrase}" has the capitals of a defined term, but is not defined'
            yield Remark(
                "undefined-term",
                message,
                leaf.owner,
                at=leaf.path,
                needle=phrase,
                hint="define it, write it in small letters, or list it under terms_allowed",
                severity=WARNING,
            )


def _phrases(leaf: Leaf, numbered: list[str]) -> Iterator[tuple[str, str]]:
    """Phrases with capitals inside a sentence, and the whole of each: the first word of a sentence is left out of its
    phrase. `numbered` are known terms that have figures in them, which are passed over.
    """
    for paragraph in text.parse(leaf.value).paragraphs:
        words = "".join(run.text if isinstance(run, text.Words) else " # " for run in paragraph)
        words = BLANK.sub(" ", words)
        if any(map(words.__contains__, INSTRUMENTS)):
            words = STATUTE.sub("#", words)
        for term in numbered:
            words = words.replace(term, "#")
        for match in PHRASE.finditer(words):
            phrase = whole = match.group()
            if BEFORE_CAPITAL.search(words, max(0, match.start() - NEAR), match.start()):
                phrase = phrase.partition(" ")[2]
            phrase = re.sub(r"^(?:of|and|for|the|to|in) ", "", phrase)
            if phrase and phrase[0].isupper():
                yield phrase, whole


def _known(case: Case) -> set[str]:
    agreement = case.agreement
    names = {name for d in every(Definition, agreement) for name in _forms(d)}
    names |= {party.label.removeprefix("the ") for party in agreement.parties}
    names |= {*agreement.terms_allowed, *BODIES}
    names |= {word.strip(",.") for party in agreement.parties for word in f"{party.name} {party.address}".split()}
    names |= {leaf.value for leaf in case.leaves if isinstance(leaf.value, str) and leaf.path.split(".")[-1] in NAMING}
    names |= {leaf.value for leaf in case.leaves if leaf.path.startswith("attested_by")}
    return names


def _forms(definition: Definition) -> Iterator[str]:
    term = definition.term
    yield term
    yield term + "s"
    yield term.removesuffix("s")
    if term.endswith("y"):
        yield term[:-1] + "ies"


def _accounted(phrase: str, known: set[str], answers: dict[str, bool]) -> bool:
    """Whether a phrase is known, or can be split into parts that are. Each phrase is answered once and kept."""
    if phrase not in answers:
        answers[phrase] = _is_name(phrase, known) or any(
            _accounted(head, known, answers) and _accounted(tail, known, answers) for head, tail in _splits(phrase)
        )
    return answers[phrase]


def _is_name(phrase: str, known: set[str]) -> bool:
    bare = POSSESSIVE.sub("", phrase)
    if bare in known or bare in SINGLE or (bare.isupper() and len(bare) == 1):
        return True
    if " " not in bare:
        return False
    return bare in NAMES_OF_BODIES or bare.endswith(ENDS) or any(bare in name for name in known if " " in name)


def _splits(phrase: str) -> Iterator[tuple[str, str]]:
    """Every way to part a phrase in two at a joint. More words than any name has are not parted."""
    bare = POSSESSIVE.sub("", phrase)
    if bare.count(" ") >= MOST_WORDS:
        return
    for joint in JOINTS:
        head, found, tail = bare.partition(joint)
        while found:
            yield head, tail
            more, found, tail = tail.partition(joint)
            head = f"{head}{joint}{more}"
