"""Words that cannot print as they are: Markdown lists, headings, links, and template code."""

from __future__ import annotations

from collections.abc import Iterator

from section75.checks.case import Case
from section75.findings import Remark
from section75.language import text


def unprintable_text(case: Case) -> Iterator[Remark]:
    """`markdown-list`, `markdown-not-printed` and `not-a-look-up`, as found when the words were read."""
    for leaf in case.prose:
        for problem in text.parse(leaf.value).problems:
            hint = problem.hint
            yield Remark(problem.code, problem.message, leaf.owner, at=leaf.path, needle=problem.needle, hint=hint)
