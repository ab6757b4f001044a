"""What a review says to people: in brief on a terminal, in full for a board."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date

from section75.drafting.action_plan import proposed
from section75.language import british
from section75.page import (
    Block,
    Bullets,
    Cell,
    Column,
    Entries,
    Entry,
    Heading,
    Page,
    Phrase,
    Phrases,
    Prose,
    Table,
    Tone,
    cell,
    phrases,
)
from section75.reports.findings import findings_listed
from section75.reports.review_data import (
    COLUMNS,
    MOST,
    RENEWED,
    Report,
    answer,
    as_github,
    as_json,
    counted,
    renewal_line,
    status_words,
    summary_line,
)
from section75.reports.sarif import as_sarif
from section75.reports.writers import Content
from section75.reviews import FAILING, Renewal, Result, Status

COUNTED = (Status.MET, Status.PROMISED, Status.OVERDUE, Status.PARTLY, Status.FAILED, Status.EVIDENCE, Status.ANSWERED)
MEANINGS = (
    "Met: the tests hold and, where a person has to show something, it was shown. Promised: the agreement says it, and "
    "it is not due yet, or the action plan still has to do it. Overdue: an action that should do it is past its date. "
    "Partly met: some of what is asked "
    "holds. Not met: a test fails. Needs evidence: the tests hold, and somebody has still to show it. Answered: the "
    "parties did not accept it, with a reason, or deferred it to a day. What a review only asks to consider is listed "
    "last and binds nobody."
)
ITEMS = (
    Column("Item", 16),
    Column("What is asked", 38),
    Column("Status", 13),
    Column("What is wanting, and what to do", 41),
    Column("See", 22),
    Column("Answer", 15),
)
CLOSED = (Column("Item", 16), Column("What is asked", 56), Column("Before", 13), Column("Now", 13), Column("See", 48))
ACTIONS = (Column("Action", 73), Column("Owner", 35), Column("Due", 20), Column("Answers", 18))


def review_report(report: Report) -> Content:
    """A review in every form."""
    data = {
        "json": lambda: as_json(report),
        "github": lambda: as_github(report),
        "sarif": lambda: as_sarif(report),
    }
    return Content(lambda form: _brief(report) if form == "text" else _page(report), data)


def _brief(report: Report) -> Page:
    """What is outstanding, one entry each, then how many items came out how."""
    review = report.examined.review
    blocks: list[Block] = [findings_listed(report.examined.findings)]
    if report.renewal:
        blocks += _renewed(report, report.renewal)
    else:
        blocks.append(_entries(report, report.listed))
    blocks += [_short_counts(report), Prose(phrases(summary_line(review.results)))]
    return Page(tuple(blocks))


def _renewed(report: Report, renewal: Renewal) -> Iterator[Block]:
    for name in RENEWED:
        results = getattr(renewal, name)
        yield Prose(phrases(f"{_capital(name)}: {len(results)}"))
        yield _entries(report, results)
    yield Prose(phrases(renewal_line(renewal)))


def _entries(report: Report, results: Sequence[Result]) -> Entries:
    return Entries("items", tuple(Entry(_head(report, result), tuple(_details(report, result))) for result in results))


def _head(report: Report, result: Result) -> Phrases:
    item = result.item
    return phrases(f"{item.id}  ", _status(report, result), f"  [{item.strength}, {item.theme}]  {item.says}")


def _details(report: Report, result: Result) -> Iterator[Phrases]:
    kind = "wanting" if result.outstanding else "note"
    yield from (phrases(f"{kind}: {words}") for words in result.wanting)
    yield from (phrases(f"do: {words}") for words in result.advice)
    if result.where:
        kind = "met by" if result.status is Status.MET else "see"
        yield phrases(f"{kind}: {'; '.join(report.named(result))}")
    if result.response:
        yield phrases(f"answer: {answer(result)}")


def _status(report: Report, result: Result) -> Phrase:
    """The status in words, in the tone of how grave it is."""
    grave = result.status in FAILING and result.item.strength == "statutory"
    tone = Tone.BAD if grave else Tone.WARNING if result.outstanding else Tone.GOOD
    return Phrase(status_words(report, result), tone=tone)


def _short_counts(report: Report) -> Table:
    """How many of each strength came out how; what never occurs has no column."""
    rows = counted(report.examined.review.applicable, "strength")
    shown = [status for status in COLUMNS if any(counts[status] for _, counts in rows)]
    columns = (Column("", 3), *(Column(status, 1, numeric=True) for status in shown))
    cells = tuple((cell(name), *(cell(str(counts[s] or "-")) for s in shown)) for name, counts in rows)
    return Table("By strength", columns, cells, empty="")


def _page(report: Report) -> Page:
    review, renewal = report.examined.review, report.renewal
    blocks: list[Block] = [Prose(phrases(f"As at {british.day(report.date)}. {summary_line(review.results)}."))]
    if renewal:
        blocks.append(Prose(phrases(f"Compared with the agreement that it renews: {renewal_line(renewal)}.")))
    blocks += [*_gone_through(report), Prose(phrases(MEANINGS))]
    blocks += [*_counts(report, "Summary by strength", "strength"), *_counts(report, "Summary by theme", "theme")]
    heading = "Items" if report.everything else "What is outstanding"
    blocks += _items(report, heading, report.listed, "Nothing is outstanding.")
    blocks += _plan(report)
    if renewal:
        blocks += _items(report, "What the renewal opened", renewal.opened, "Nothing was opened.")
        blocks += _moved(report, "What the renewal closed", renewal, renewal.closed, "Nothing was closed.")
        blocks += _moved(report, "What the renewal promises", renewal, renewal.promised, "Nothing is only promised.")
    if report.examined.findings:
        blocks += [
            Heading("What is wrong with catalogues, answers and records"),
            findings_listed(report.examined.findings),
        ]
    agreement = report.examined.subject.agreement
    return Page(tuple(blocks), "What reviews and the law ask for", report.title, agreement.illustrative)


def _gone_through(report: Report) -> tuple[Block, ...]:
    titles = tuple(phrases(f"{title} ({name})") for name, title in report.catalogues)
    listed = Bullets(titles) if titles else Prose(phrases("No catalogue addresses this partnership."))
    return Heading("What was gone through"), listed


def _counts(report: Report, heading: str, by: str) -> tuple[Block, ...]:
    columns = (Column(by.capitalize(), 50), *(Column(_capital(each), 16, numeric=True) for each in (*COUNTED, "all")))
    rows = tuple(_count(name, counts) for name, counts in counted(report.examined.review.applicable, by))
    return Heading(heading), Table(heading, columns, rows)


def _count(name: str, counts: Counter[Status]) -> tuple[Cell, ...]:
    shown = [counts[status] for status in COUNTED]
    return (cell(_capital(name)), *(cell(str(number)) for number in (*shown, sum(shown))))


def _items(report: Report, heading: str, results: Sequence[Result], empty: str) -> tuple[Block, ...]:
    rows = tuple(
        (
            *_asked(result),
            ((_status(report, result),),),
            cell([_sentence(words) for words in (*result.wanting, *result.advice)] or "Nothing."),
            cell(_see(report, result)),
            cell(answer(result) or "None yet"),
        )
        for result in results
    )
    return Heading(heading), Table(heading, ITEMS, rows, empty)


def _moved(report: Report, heading: str, renewal: Renewal, results: Sequence[Result], empty: str) -> tuple[Block, ...]:
    """What a renewal closed or promises, in brief: what each was, what it is, and where."""
    rows = tuple(
        (
            *_asked(result),
            cell(renewal.moved(result)),
            cell(str(result.status)),
            cell("; ".join(_see(report, result))),
        )
        for result in results
    )
    return Heading(heading), Table(heading, CLOSED, rows, empty)


def _plan(report: Report) -> tuple[Block, ...]:
    review, agreement = report.examined.review, report.examined.subject.agreement
    rows = tuple(
        tuple(map(cell, (each.action, each.owner or "to be named", british.day(each.due), ", ".join(each.items))))
        for each in proposed(review, agreement, date.fromisoformat(report.date))
    )
    return Heading("Action plan"), Table("Action plan", ACTIONS, rows, "No action is needed.")


def _asked(result: Result) -> tuple[Cell, Cell]:
    item = result.item
    return cell((item.id, item.strength)), cell((str(item.says), f"Source: {item.source}"))


def _see(report: Report, result: Result) -> list[str]:
    """The first places where an item is met or concerned."""
    return [report.cited.get(identity) or f"record {identity}" for identity in result.where[:MOST]] or ["-"]


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def _sentence(words: str) -> str:
    return _capital(words).rstrip(".") + "."
