"""Names that Word sees: bookmarks and styles."""

from __future__ import annotations

from hashlib import sha256

from section75.document import Style

BOOKMARK = "_s75_"
"""A bookmark whose name begins with an underscore is hidden in Word's list."""
MOVED = "_o"
"""Ends the bookmark of a moved thing where it stood, so that both sides of a move can be pointed at."""
LONGEST = 40
"""Characters in the name of a bookmark (ECMA-376 part 1, 17.13.6.2; Word refuses more)."""

LEVELLED = {
    Style.CLAUSE: "Clause",
    Style.CLAUSE_TEXT: "Clause text",
    Style.PARAGRAPH: "Paragraph",
    Style.PARAGRAPH_TEXT: "Paragraph text",
}
DEEPEST = 5
"""Levels that have a style of their own."""


def bookmark(identity: str) -> str:
    """The bookmark of an id: `payment-trigger` is `_s75_payment_trigger`.

    The list `members` of a row prints as a table whose id joins the two with a dot; too long a name is cut and told
    apart by a digest.
    """
    name = BOOKMARK + identity.replace("-", "_").replace(".", "__")
    if len(name) <= LONGEST:
        return name
    return f"{name[: LONGEST - 9]}_{sha256(identity.encode()).hexdigest()[:8]}"


def style_name(style: Style, level: int) -> str:
    """The style as an officer sees it in Word, e.g. "Clause 2" for 1.1."""
    if style in LEVELLED:
        return f"{LEVELLED[style]} {min(level, DEEPEST - 1) + 1}"
    return style.value


TABLE_STYLE = "Section 75 table"
TABLE_TEXT = "Table text"
TABLE_HEADING = "Table heading"
TABLE_LABEL = "Table label"
"""Character style of the small label before a line in a cell."""
EXECUTION_TEXT = "Execution text"
NOTICE = "Illustrative notice"
CONTENTS = ("toc 1", "toc 2")
"""Character style of a reference."""

NEEDED = (
    *(style.value for style in Style if style not in LEVELLED),
    *(f"{name} {level}" for name in LEVELLED.values() for level in range(1, DEEPEST + 1)),
    TABLE_STYLE,
    TABLE_TEXT,
    TABLE_HEADING,
    TABLE_LABEL,
    EXECUTION_TEXT,
    NOTICE,
    *CONTENTS,
)
"""Every style that a template must have; an officer changes how they look, not their names."""
