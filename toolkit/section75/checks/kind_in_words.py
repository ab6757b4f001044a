"""What the words say that a party is, held against its kind."""

from __future__ import annotations

import re
from collections.abc import Iterator

from section75.checks.case import Case
from section75.findings import Remark

BODIES = (
    (re.compile(r"(?:National Health Service|NHS) foundation trust\b", re.IGNORECASE), "nhs-foundation-trust"),
    (re.compile(r"(?:National Health Service|NHS) trust\b", re.IGNORECASE), "nhs-trust"),
    (re.compile(r"integrated care board\b", re.IGNORECASE), "integrated-care-board"),
    (re.compile(r"clinical commissioning group\b", re.IGNORECASE), "clinical-commissioning-group"),
    (re.compile(r"primary care trust\b", re.IGNORECASE), "primary-care-trust"),
    (re.compile(r"local authority\b", re.IGNORECASE), "council"),
)
"""What a body is called, and the kind that it then is; the first that fits counts."""


def kind_in_words(case: Case) -> Iterator[Remark]:
    """`kind-in-words`: "The Trust is an NHS trust" of a party of another kind. National Health Service Act 2006,
    sections 25 and 30, tell trusts from foundation trusts; regulations 7(2) and 9(2) ask consent of the first alone.
    """
    for party in case.agreement.parties:
        label = party.label.removeprefix("the ")
        said = re.compile(rf"\b[Tt]he {re.escape(label)} is an? (?:[\w-]+ ){{0,2}}?(?P<body>[^.,;]{{0,80}})")
        for leaf in case.prose:
            found = said.search(leaf.value) if label in leaf.value else None
            kind = next((kind for body, kind in BODIES if found and body.match(found["body"].strip())), "")
            if found and kind and kind != party.kind:
                message = f'"{found.group().strip()[:80]}", but its kind is {party.kind}'
                hint = "correct the words, or the kind of the party; the law differs between them"
                yield Remark("kind-in-words", message, leaf.owner, at=leaf.path, needle=found.group()[:30], hint=hint)
