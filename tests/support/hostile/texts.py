"""What a hostile file or argument may hold."""

from __future__ import annotations

from random import Random

SIGNS = [
    "\x00", "\x07", "\x1b[2J", "\x7f", "\x85", "\u2028", "\u2029", "\u202e", "\u200b", "\ufeff", "\ufffe", "\ufdd0", "\ufdd1",
    "\ufdd2", "\ue075", "\U000e0041", "\udcff", "\r", "\n", "\t", "\U0001f600", "é", "¤", "{{", "}}", "{%", "%}", "{#", "#}",
    "[](#", "](", "*", "**", "_", "`", "~~~", "\\", "\\{{", "<", ">", "&", "|", "'", '"', ":", ": ", "- ", "? ", "#", " #", "!",
    "!!python/object:os.system", "&a ", "*a", "%", "@", "---", "...", "::error::", "=cmd()", "../", "//", "C:", "$HOME", "~",
    "0x1f", "1e400", "-", "--", "NaN", "null", "true", "yes", "12:30", "1_000", "9" * 400, "2018-02-31", "0000-00-00",
    "99999-01-01",
]  # fmt: skip
PIECES = ["A B ", "Schedule 1 ", "{{ term.end }} ", "[](#governance) ", "a.b ", "(", ")", "[", "]", "{", "£1,000 ", "\n\n", "  \n",
          "> ", "1. ", "2018-19 ", "TBC ", "the Act 1999 ", "Aa of ", "x" * 50 + " ", "'", "“"]  # fmt: skip


def long(rng: Random) -> str:
    """One piece, many times."""
    return rng.choice(PIECES + SIGNS) * rng.choice([300, 3_000, 30_000])


def odd(rng: Random) -> str:
    """A short text with odd signs among ordinary words."""
    words = ["The", "Council", "pays", *rng.choices(SIGNS, k=rng.randint(1, 4)), *rng.choices(PIECES, k=2)]
    rng.shuffle(words)
    return rng.choice(["", " "]).join(words)


def text(rng: Random) -> str:
    """Either."""
    return long(rng) if rng.random() < 0.15 else odd(rng)
