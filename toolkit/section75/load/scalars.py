"""What a plain scalar means: text, a decimal, true or false. Nothing else is guessed.

YAML would read 010 as eight, `no` as false and 1_000 as a thousand. A lawyer would not: each of these is a finding.
"""

from __future__ import annotations

import re
from decimal import Decimal

NUMBER = re.compile(r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?\Z")
TREACHEROUS = re.compile(
    r"""(?x:
      [-+]?0[0-9]+(\.[0-9]*)?            # 010: octal in one reader, ten in the next
    | [-+]?0[xob][0-9A-Fa-f_]+           # 0x1F
    | [-+]?[0-9][0-9,]*_[0-9_,]*(\.[0-9_]*)?   # 1_000
    | [-+]?[0-9]{1,3}(,[0-9]{3})+(\.[0-9]+)?   # 1,000
    | [-+]?([0-9]+\.?[0-9]*|\.[0-9]+)[eE][-+]?[0-9]+   # 1e3
    | \+[0-9.]+ | -?\.[0-9]+ | -?[0-9]+\.   # +5, .5, 5.
    | [-+]?\.(inf|Inf|INF) | \.(nan|NaN|NAN)
    | [-+]?[0-9]+(:[0-5]?[0-9])+(\.[0-9]*)?    # 12:30, sixty to the base
    | y|Y|yes|Yes|YES|n|N|no|No|NO|on|On|ON|off|Off|OFF|True|TRUE|False|FALSE
    )\Z"""
)
FIRST = frozenset("0123456789+-.yYnNoOtTfF~")
WORDS: dict[str, bool] = {"true": True, "false": False}


def plain(text: str) -> str | Decimal | bool | None:
    """The value of a scalar written without quotation marks; None where it is empty."""
    if not text or text in ("~", "null"):
        return None
    if text[0] in FIRST:
        if text in WORDS:
            return WORDS[text]
        if NUMBER.match(text):
            return Decimal(text)
    return text


def is_treacherous(text: str) -> bool:
    """Whether readers of YAML disagree about what this scalar means."""
    return text[:1] in FIRST and TREACHEROUS.match(text) is not None
