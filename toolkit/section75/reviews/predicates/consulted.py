"""Those affected were consulted jointly before the term began, or need not be (regulation 4(2) and (2A))."""

from __future__ import annotations

from section75.language.patterns import pattern
from section75.law.consultation import exemption_covers_all, exemption_possible
from section75.reviews.outcome import Outcome
from section75.reviews.predicates.predicate import Predicate, Run, missing_of
from section75.reviews.predicates.values import Values
from section75.reviews.subject import Subject

EXEMPTION = pattern(r"(?i)regulation 4\(2A\)|223GA")
CLAIM = pattern(
    r"(?is)\b(?:unnecessary|not\s+(?:needed|necessary|required)|no\s+consultation|exempt\w*|dispens\w+|rel(?:y|ies|ied)\s+on)\b"
)
"""Words by which the parties claim that they need not consult."""
DENIAL = pattern(r"(?is)\b(?:not|neither\b.*|nor)\s+rel(?:y|ies|ied)\s+on\b|\bnot\s+exempt")
JOINTLY = pattern(r"(?i)\b(?:the|both|all|all the) parties\b|\bjoint")
CARE_TRUST = pattern(r"(?is)\bcare\s+trust\b.*\bconsult|\bconsult\w*\b.*\bcare\s+trust\b")
"""The other limb of regulation 4(2A): those affected were consulted when a Care Trust was designated."""


def _prepare(values: Values) -> Run:
    groups = values.patterns("groups", absent=())
    exempt, claimed, jointly = (values.flag(name) for name in ("exempt", "claimed", "jointly"))

    def run(subject: Subject) -> Outcome:
        start = subject.agreement.term.start
        named = (_claims(subject) if claimed else _names(subject)) if exempt else ()
        if named:
            return Outcome(True, named, by_words=True)
        held = [r for r in subject.done if r.kind == "consultation" and r.on <= start]
        if not held:
            return Outcome(False, (), "no consultation before the term is recorded")
        present: set[str] = {party for record in held for party in record.parties}
        absent = [party.name for party in subject.agreement.parties if party.id not in present]
        if jointly and absent and not any(JOINTLY(record.by) for record in held):
            return Outcome(False, tuple(r.id for r in held), f"no record shows that {' or '.join(absent)} took part")
        asked = [who for record in held for who in record.consulted]
        missing = [words for words, matches in groups.items() if not any(map(matches, asked))]
        where = tuple(record.id for record in held)
        said = f"no record shows that they were asked: {missing_of(missing, len(groups))}" if missing else ""
        return Outcome(not missing, where, said, by_words=bool(missing))

    return run


def _names(subject: Subject) -> tuple[str, ...]:
    """The words that name the Better Care Fund exemption, in an agreement that has a pooled fund."""
    if not exemption_possible(subject.agreement.term.start, _types(subject)):
        return ()
    return tuple(words.id for words in subject.words if EXEMPTION(words.text))


def _claims(subject: Subject) -> tuple[str, ...]:
    """The words that claim an exemption; that of the Better Care Fund covers a pooled fund and nothing else."""
    funds = exemption_covers_all(subject.agreement.term.start, _types(subject))
    named = [words for words in subject.words if EXEMPTION(words.text) and not DENIAL(words.text)]
    return tuple(words.id for words in named if CARE_TRUST(words.text) or (funds and CLAIM(words.text)))


def _types(subject: Subject) -> set[str]:
    return {arrangement.type for arrangement in subject.agreement.arrangements}


CONSULTED = Predicate(
    "consulted",
    "Those affected were consulted before the term began.",
    "groups, a list of patterns; exempt, true where the law may make it unnecessary, and claimed, true where the "
    "parties then have to say so; jointly, true where each party has to have taken part",
    _prepare,
)
