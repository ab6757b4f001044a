"""Whether a sentence denies what it seems to say: "shall not arrange", "no information is shared", "save where".

Only a warning that somebody has to read the sentence. It knows the words that deny and except, and no grammar.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

DENYING = re.compile(
    r"(?i)\b(?:no|not|never|nobody|no-one|none (?:of|is|are|shall|has|have)|nothing|nowhere|neither|nor|cannot"
    r"|refus\w+|declin\w+|exempt\w*|except(?:ing|ed)?|with the exception|excluding|excludes|save|unless"
    r"|without (?:any|an?)|instead of|rather than|ceases?|waived?|abolish\w*|undecided|TB[ACD]"
    r"|(?:is|are|be) (?:optional|voluntary)|to be (?:agreed|confirmed|decided|determined|developed|settled))\b"
)
"""Words that deny, except, or leave open."""
HARMLESS = re.compile(
    r"(?i)\b(?:no|not|nobody|nothing|neither)\b[^.;]*\b(?:unless|until|before|without)\b[^.;]*"
    r"|\b(?:no|not) (?:later|less|more|fewer|earlier|longer|sooner|only|other|further|limited to|merely|just)\b"
    r"|\bnot (?:be )?unreasonably\b|\bor not\b|\bwhether or not\b|\bwhy\b[^,;.]*|\bor (?:the )?reasons? (?:why )?not\b"
    r"|\bwithout (?:an? |any )?(?:undue |unreasonable |formal |further )?"
    r"(?:delay|variation|notice|charge|prejudice|limitation)\b"
    r"|\b(?:if|where|when|so that|in order that|until|although|though|unless the context)\b[^,;.]*"
    r"|, (?:and|but) (?:do|does|shall|will|is|are) not\b[^,;.]*|, and not otherwise\b"
    r"|\b(?:which|who|that) (?:is|are|was|were|does|do|has|have|cannot|could|did) not\b[^,;.]*|\bthat cannot\b[^,;.]*"
    r"|\bsav(?:e|es|ed) (?:time|money|lives)\b"
)
"""Turns of phrase in which such words deny nothing of what the sentence is about."""
NEGATIVE = re.compile(
    r"(?:^|[^\w\\])(?:no|not|never|nobody|none|nothing|neither|nor|cannot|without|except|save|unless|other than"
    r"|outside)\b"
)
"""The same words, where a pattern itself looks for them."""
SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-Z\[(\"'\u201c])|\n+")


def looks_for_denial(pattern: str) -> bool:
    """Whether a pattern is itself written to find words that deny, as in "shall not affect"."""
    return NEGATIVE.search(pattern.replace(r"\b", " ").replace("(?i)", "")) is not None


def denied(text: str, matches: Callable[[str], bool]) -> bool:
    """Whether a text that matches denies it in every sentence that does.

    Where no sentence matches alone, the match runs over several, and the whole text is one sentence.
    """
    found = [sentence for sentence in sentences(text) if matches(sentence)] or [text]
    return all(denies(sentence) for sentence in found)


def denies(sentence: str) -> bool:
    """Whether a sentence holds a word that denies or excepts, other than in a harmless turn of phrase."""
    return DENYING.search(HARMLESS.sub(" ", sentence)) is not None


def sentences(text: str) -> Iterator[str]:
    """The sentences of a text."""
    return (sentence for sentence in SENTENCE.split(text) if sentence)
