"""The table of rules by which an edit is said to be about money, an obligation, a party ...

A rule sees the words, figures and phrases that an edit takes out or puts in. Its examples run as tests.
"""

from __future__ import annotations

import re
from functools import lru_cache

from section75.compare.kind import Kind
from section75.language.quantities import Quantity
from section75.value import dataclass


@dataclass(frozen=True)
class Rule:
    """One row of the table."""

    kind: Kind
    looks_for: str
    """In words, for a reader."""
    examples: tuple[tuple[str, str], ...]
    """Words before and after an edit of this kind."""
    words: str = ""
    """Whole words, by a regular expression for their small letters."""
    cased: bool = False
    """Whether the words count only in small letters: with a capital they are part of a name."""
    phrases: tuple[str, ...] = ()
    """Words that count together."""
    quantities: tuple[Quantity, ...] = ()
    """Figures and typed references."""
    exchanged: bool = False
    """Whether the words count only where one takes another's place, or where nothing else comes or goes."""


RULES: tuple[Rule, ...] = (
    Rule(
        Kind.MONEY,
        "an amount in pounds",
        (("\u00a3500,000", "\u00a35,000,000"), ("\u00a31.000", "\u00a31,000"), ("\u00a35 million", "\u00a35 billion")),
        quantities=(Quantity.MONEY,),
    ),
    Rule(
        Kind.MONEY,
        "paying, charging, costs, budgets and tax",
        (("shall pay quarterly", "shall contribute quarterly"), ("cost", "value"), ("paid", "unpaid")),
        words=r"pounds?|pence|pay\w*|paid|unpaid|repa(y\w*|id)|prepa(y\w*|id)|charg\w*|surcharg\w*|costs?|price\w*|"
        r"fees?|tariff\w*|budget\w*|contribut\w*|reimburs\w*|refund\w*|recharg\w*|invoic\w*|vat|tax\w*|interest|"
        r"(over|under)spen[dt]\w*|spend\w*|spent|expenditure|expens\w*|surplus\w*|deficits?|savings?|grants?|"
        r"million|billion|financ\w*|values?|money|free",
    ),
    Rule(
        Kind.MONEY,
        "amounts before or after deductions",
        (("net of VAT", "gross of VAT"), ("the net cost", "the gross cost")),
        phrases=("net of", "gross of", "net cost", "gross cost", "net budget", "gross budget", "net expenditure",
                 "gross expenditure", "net contribution", "gross contribution"),
    ),
    Rule(
        Kind.MONEY,
        "funding; not a Fund that is part of a name",
        (("is funded by both", "is run by both"), ("funds", "staff")),
        words=r"fund(s|ed|ing)?",
        cased=True,
    ),
    Rule(
        Kind.OBLIGATION,
        "what must, may or must not be done",
        (
            ("shall", "may"), ("can", "cannot"), ("is entitled to", "is obliged to"), ("payable", "not payable"),
            ("(not) payable", "not payable"), ("Nothing done", "Anything done"),
        ),
        words=r"shall|must|may|will|should|would|can|cannot|could|might|ought|not?|non|nor|never|none|nothing|anything|"
        r"everything|nobody|anybody|without|entitle[ds]?|entitlement\w*|obliged|obligat\w*|dut(y|ies)|bound|binding|"
        r"requir\w*|permit\w*|prohibit\w*|forbid\w*|allow\w*|refus\w*|waive\w*|mandatory|optional|voluntary|"
        r"voluntarily|discretion\w*|undertake\w*|ensure\w*|procure|comply|complie[ds]|complian\w*|responsib\w*|"
        r"accountab\w*|consent\w*|approv\w*|agree[ds]?|endeavour\w*|efforts|lawful\w*|unlawful\w*|enforceable|"
        r"unenforceable|irrevocabl[ey]|revocabl[ey]|\w+n't",
    ),
    Rule(
        Kind.OBLIGATION,
        "exceptions, conditions and limits",
        (
            ("in all cases", "in all cases save for emergencies"), ("under clause 4", "subject to clause 4"),
            ("limited", "unlimited"), ("inclusive", "exclusive"), ("jointly", "severally"), ("up to", "at least"),
            ("reasonable endeavours", "best endeavours"), ("unanimous", "majority"), ("maximum", "minimum"),
        ),
        words=r"unless|except\w*|save|subject|notwithstanding|prejudice|provided|if|whether|only|sole|solely|"
        r"exclusiv\w*|inclusiv\w*|includ\w*|exclud\w*|exclusion\w*|limit\w*|unlimited|reasonabl[ey]|unreasonabl[ey]|"
        r"best|absolute\w*|joint|jointly|several|severally|severable|unanimous\w*|unanimity|majority|net|gross|"
        r"conditional\w*|unconditional\w*|minimum|maximum|least|most|more|less|fewer|over|under|above|below|"
        r"exceed\w*|material|materially|immaterial|significant|entirely|partly|wholly|fully|directly|indirectly",
    ),
    Rule(
        Kind.OBLIGATION,
        "words that count together",
        (("reasonable steps", "all reasonable endeavours"), ("as it thinks fit", "as it sees fit")),
        phrases=(
            "subject to", "without prejudice", "save for", "save that", "other than", "so far as", "as far as",
            "provided that", "all reasonable endeavours", "reasonable endeavours", "best endeavours",
            "absolute discretion", "thinks fit", "no later than", "not less than", "up to", "at least", "at most",
            "in writing", "good faith",
        ),
    ),
    Rule(
        Kind.OBLIGATION,
        "and, or, all, any, to, from: one for another, or alone",
        (("the Council and the Trust", "the Council or the Trust"), ("all losses", "any losses"), ("any", "")),
        words=r"and|or|all|any|each|both|either|neither|every|some|to|from|with|by|for",
        exchanged=True,
    ),
    Rule(
        Kind.LIABILITY,
        "who answers for loss, and insurance",
        (("indemnify the Trust", "hold the Trust harmless"), ("is insured", "is covered"),
         ("fault", "gross negligence")),
        phrases=("gross negligence",),
        words=r"liab\w*|indemni\w*|insur\w*|uninsured|loss|losses|damages?|negligen\w*|breach\w*|default\w*|claims?|"
        r"compensat\w*|fault|risks?|warrant\w*|guarantee\w*|fraud\w*|wilful\w*|consequential|harmless",
    ),
    Rule(
        Kind.PARTY,
        "bodies, posts and people who act",
        (("the Council", "the Trust"), ("by a social worker", "by a nurse"), ("the Director", "the Finance Lead")),
        words=r"councils?|trusts?|party|parties|partners?|ccgs?|icbs?|nhs|authorit(y|ies)|commissioners?|providers?|"
        r"contractors?|hosts?|managers?|directors?|officers?|executives?|secretar(y|ies)|leads?|solicitors?|"
        r"treasurers?|auditors?|\w*workers?|practitioners?|professionals?|nurses?|doctors?|gps?|therapists?|"
        r"psychologists?|consultants?|guardians?|staff|employ\w*|signator(y|ies)|caretakers?|ombudsman|minister|"
        r"department|amhps?",
    ),
    Rule(
        Kind.FUNCTION,
        "functions, delegation, eligibility",
        (("is to be read as a delegation", "is to be read as a gift"), ("eligible needs", "all needs")),
        words=r"functions?|delegat\w*|assess\w*|reassess\w*|safeguard\w*|eligib\w*|ineligib\w*|retain\w*|"
        r"discharg\w*|detain\w*|detention|guardianship|powers?",
    ),
    Rule(
        Kind.PERIOD,
        "a date, a time or a period",
        (("within ten Working Days", "within five Working Days"), ("31 March 2018", "31 March 2019"),
         ("2018/2019", "2019/2018"), ("6 months", "-6 months"), ("2018-04-01", "2018-10-01")),
        quantities=(Quantity.DATE, Quantity.PERIOD),
    ),
    Rule(
        Kind.PERIOD,
        "when and how often",
        (("quarterly", "monthly"), ("promptly", "immediately"), ("before the meeting", "after the meeting")),
        # No May: it is more often a power than a month, and a date has figures besides.
        words=r"minutes?|hours?|hourly|days?|daily|weeks?|weekly|fortnight\w*|months?|monthly|quarters?|quarterly|years?|"
        r"yearly|annual\w*|annum|biennial\w*|\w*monthly|once|twice|immediate\w*|forthwith|prompt\w*|soon|"
        r"practicable|delay\w*|before|after|until|during|while|whilst|when|whenever|dates?|dated|times?|deadline|"
        r"anniversar\w*|earl(y|ier|iest)|lat(e|er|est)|within|always|sometimes|occasional\w*|regular\w*|frequen\w*|"
        r"simultaneous\w*|past|future|previous\w*|next|last|january|february|march|april|june|july|august|september|"
        r"october|november|december|monday|tuesday|wednesday|thursday|friday|saturday|sunday|noon|midnight|"
        r"retrospective\w*|prospective\w*",
    ),
    Rule(
        Kind.ENDING,
        "how long the agreement runs and how it ends",
        (("terminate", "suspend"), ("is extended", "is renewed"), ("on notice", "on request")),
        words=r"terminat\w*|expir\w*|exten[ds]\w*|extension\w*|commenc\w*|renew\w*|term|notices?|suspend\w*|"
        r"suspension\w*|surviv\w*|end(s|ed|ing)?|start(s|ed|ing)?|begin\w*|duration|withdraw\w*",
    ),
    Rule(
        Kind.REFERENCE,
        "a clause, a Schedule, an Act, typed or live",
        (("clause 12", "Schedule 3"), ("section 75", "section 76"), ("the Care Act 2014", "the Health Act 1999")),
        quantities=(Quantity.REFERENCE,),
        words=r"clauses?|paragraphs?|schedules?|appendi(x|ces)|annex(es)?|recitals?|sections?|regulations?|acts?|"
        r"herein|hereof|hereunder|above-mentioned",
    ),
    Rule(
        Kind.PERCENTAGE,
        "a percentage",
        (("85%", "90%"), ("85%", "85"), ("> 5%", "< 5%"), ("five per cent", "six per cent")),
        words=r"percent\w*|cent",
        quantities=(Quantity.PERCENTAGE,),
    ),
    Rule(
        Kind.NUMBER,
        "a count or another figure, and the signs before it",
        (("three members", "four members"), ("10 > 5", "10 < 5"), ("12.5 WTE", "12,5 WTE"), ("half", "a third")),
        words=r"\w*[0-9]\w*|twice|double[ds]?|treble|half|halve[ds]?|third|wte|fte|nil|zero|increas\w*|decreas\w*|ris(e|es|ing)|fall\w*|"
        r"reduc\w*|higher|lower|highest|lowest",
        quantities=(Quantity.NUMBER,),
    ),
    Rule(
        Kind.GOVERNANCE,
        "boards, meetings, reports and reviews",
        (("a quorum of members", "a gathering of delegates"), ("shall report", "shall write")),
        words=r"boards?|groups?|committees?|sub-?committees?|quor\w+|casting|chairs?|chaired|chairing|vice|members?|"
        r"membership|meets?|meetings?|reports?|reported|reporting|review\w*|audit\w*|inspect\w*|monitor\w*|"
        r"consult\w*|vot(e|es|ed|ing)|dispute\w*|escalat\w*|decid\w*|decision\w*",
    ),
)  # fmt: skip
"""Every rule. An edit is of the kinds of all rules that find a difference in it; terms and names come on top."""
OF_QUANTITY = {quantity: frozenset({rule.kind}) for rule in RULES for quantity in rule.quantities}
"""The kind of each sort of figure."""
PHRASES = {phrase: frozenset({rule.kind}) for rule in RULES for phrase in rule.phrases}
"""The kind of each phrase, in small letters."""
_WORDS = tuple((rule, re.compile(rule.words)) for rule in RULES if rule.words and not rule.exchanged)
_EXCHANGED = re.compile("|".join(rule.words for rule in RULES if rule.exchanged))


@lru_cache(maxsize=65536)
def kinds_of_word(word: str) -> frozenset[Kind]:
    """The kinds of which a word speaks, whatever stands around it."""
    small = word.lower().replace("\u2019", "'").removesuffix("'s")
    return frozenset(
        rule.kind for rule, pattern in _WORDS if pattern.fullmatch(word.removesuffix("'s") if rule.cased else small)
    )


@lru_cache(maxsize=4096)
def is_exchanged(word: str) -> bool:
    """Whether a word counts only where another of its sort takes its place."""
    return _EXCHANGED.fullmatch(word.lower()) is not None
