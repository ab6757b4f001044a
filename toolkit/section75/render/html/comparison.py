"""The comparison as one accessible web page: summary, a table of departures, and the words inline."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from section75.compare import Comparison, Mark, MarkedRuns
from section75.compare.departures import Departure
from section75.compare.extent import Extent
from section75.document import words_of
from section75.render.html.page import END, beginning, notice
from section75.render.html.words import escaped

STYLE = """
body { max-width: 72rem; }
del { color: #8b1a1a; background: #fdecea; text-decoration: line-through; }
ins { color: #0b5d1e; background: #e6f4ea; text-decoration: underline; }
.sr { position: absolute; left: -100rem; }
td.said { min-width: 16rem; }
section:focus { outline: 3px solid var(--navy); outline-offset: .5rem; }
.steps { color: var(--soft); }
.steps a { display: inline-block; min-height: 1.5rem; margin-left: 1rem; }
"""


def write_comparison(
    comparison: Comparison, found: Sequence[Departure], extents: Sequence[Extent], names: tuple[str, str]
) -> str:
    """The page as text. What went is struck through and what came underlined, and both say so to a screen reader."""
    return "".join(_page(comparison, found, extents, names))


def _page(
    comparison: Comparison, found: Sequence[Departure], extents: Sequence[Extent], names: tuple[str, str]
) -> Iterator[str]:
    title = f"Changes to {comparison.new.front.title}"
    yield beginning(title, STYLE, ("comparison.main", "Skip to the changes"))
    yield "<header>\n" + notice(comparison.new.front.illustrative or comparison.old.front.illustrative)
    yield (
        f"<h1>{escaped(title)}</h1>\n<p>From {escaped(names[0])} to {escaped(names[1])}.</p>\n</header>\n"
        '<main id="comparison.main" tabindex="-1">\n'
    )
    yield from _summary(found)
    if found:
        yield from _schedules(extents)
        yield from _table(found)
        yield from _words(found)
    yield f"</main>\n{END}"


def _summary(found: Sequence[Departure]) -> Iterator[str]:
    counts = Counter(departure.kind for departure in found)
    yield f"<h2>Summary</h2>\n<p>{len(found)} changes.</p>\n"
    if not found:
        return
    yield '<div class="wide" role="region" aria-label="Changes by kind" tabindex="0">\n<table><thead><tr>'
    yield '<th scope="col">Kind</th><th scope="col" class="numeric">Changes</th></tr></thead><tbody>\n'
    for kind, count in counts.most_common():
        yield f'<tr><th scope="row">{escaped(kind)}</th><td class="numeric">{count}</td></tr>\n'
    yield "</tbody></table>\n</div>\n"


def _schedules(extents: Sequence[Extent]) -> Iterator[str]:
    yield "<h2>Schedule by schedule</h2>\n"
    yield '<div class="wide" role="region" aria-label="Schedule by schedule" tabindex="0">\n<table><thead><tr>'
    yield '<th scope="col">Part</th><th scope="col" class="numeric">The same</th>'
    yield '<th scope="col" class="numeric">Paragraphs and rows</th></tr></thead><tbody>\n'
    for extent in extents:
        same = f"only in the {extent.only_in}" if extent.only_in else str(extent.same)
        yield f'<tr><th scope="row">{escaped(extent.title)}</th><td class="numeric">{same}</td>'
        yield f'<td class="numeric">{extent.total}</td></tr>\n'
    yield "</tbody></table>\n</div>\n"


def _table(found: Sequence[Departure]) -> Iterator[str]:
    yield "<h2>Departures</h2>\n"
    yield '<div class="wide" role="region" aria-label="Every departure" tabindex="0">\n<table>\n<thead><tr>'
    headings = ("Where", "What became of it", "Kind", "Was", "Now")
    yield "".join(f'<th scope="col">{name}</th>' for name in headings)
    yield "</tr></thead>\n<tbody>\n"
    for number, departure in enumerate(found, 1):
        yield (
            f'<tr><th scope="row"><a href="#change.{number}">{escaped(departure.where)}</a></th>'
            f"<td>{_became(departure)}</td><td>{escaped(departure.kind)}</td>"
            f'<td class="said">{escaped(departure.was)}</td><td class="said">{escaped(departure.now)}</td></tr>\n'
        )
    yield "</tbody></table>\n</div>\n"


def _became(departure: Departure) -> str:
    like = f" (paired by likeness, {departure.likeness:.0%})" if departure.likeness else ""
    return escaped(", ".join(departure.verdicts)) + like


def _words(found: Sequence[Departure]) -> Iterator[str]:
    """Each change with its words inline, and links by which a keyboard walks from one to the next."""
    yield "<h2>The words</h2>\n"
    for number, departure in enumerate(found, 1):
        steps = []
        if number > 1:
            steps.append(f'<a href="#change.{number - 1}">Previous<span class="sr"> change</span></a>')
        if number < len(found):
            steps.append(f'<a href="#change.{number + 1}">Next<span class="sr"> change</span></a>')
        yield (
            f'<section id="change.{number}" tabindex="-1" aria-labelledby="name.{number}">'
            f'<h3 id="name.{number}">{number}. {escaped(departure.where)}</h3>'
            f'<p class="steps">{_became(departure)}; {escaped(departure.kind)} {" ".join(steps)}</p>'
            f'<p class="change">{_inline(departure.runs)}</p></section>\n'
        )


def _inline(runs: MarkedRuns) -> str:
    parts = []
    for run in runs:
        words = escaped(words_of((run.run,)))
        if run.mark is Mark.REMOVED:
            parts.append(f'<del><span class="sr">removed: </span>{words}</del>')
        elif run.mark is Mark.ADDED:
            parts.append(f'<ins><span class="sr">added: </span>{words}</ins>')
        else:
            parts.append(words)
    return "".join(parts)
