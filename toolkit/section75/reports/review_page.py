"""What a review says to a board: first what is unlawful, overdue or to be decided, then who has to do what."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date

from section75.drafting.action_plan import Proposed, proposed
from section75.language import british
from section75.page import Block, Bullets, Cell, Column, Heading, Page, Phrase, Phrases, Prose, Table, cell, phrases
from section75.reports.findings import findings_listed
from section75.reports.review_brief import TONES, brief
from section75.reports.review_data import (
    COUNTED,
    MOST,
    RENEWED,
    Report,
    answer,
    as_github,
    as_json,
    renewal_line,
    status_words,
)
from section75.reports.sarif import as_sarif
from section75.reports.writers import Content
from section75.reviews import Renewal, Result, Status
from section75.reviews.rating import ABOUT, Rating, rated, rating

SCHEDULE = re.compile(r"Schedule \d+$")
RATINGS = (Rating.RED, Rating.AMBER, Rating.GREEN)
MEANINGS = {
    Status.MET: "data shows it, or a person confirmed it against exact words that have not changed since",
    Status.WORDS: "words for it were found; a person has to read and confirm them",
    Status.PROMISED: "the agreement says it, and it is not due yet or an action is still open",
    Status.OVERDUE: "an action that should have done it is past its date",
    Status.PARTLY: "data shows that some of it is so and some is not",
    Status.FAILED: "data shows that it is not so",
    Status.DENIED: "the sentence that was found denies or excepts it",
    Status.NOT_FOUND: "no words for it were found; it may be said in other words",
    Status.EVIDENCE: "somebody has still to show it",
    Status.ANSWERED: "the parties declined it with a reason, or put it off to a day",
}
GRAVE = (
    Column("", 6),
    Column("Item", 16),
    Column("What is asked", 58),
    Column("Status", 20),
    Column("What is missing", 55),
)
STANDING = (
    Column("", 16),
    Column("Law", 10, numeric=True),
    Column("Reviews", 12, numeric=True),
    Column("All", 10, numeric=True),
    Column("Of these", 98),
)
TODO = (Column("Owner", 34), Column("Item", 18), Column("What to do", 80), Column("Status", 24), Column("By", 22))
READ = (Column("Where", 24), Column("Read, for the items in brackets", 116))
MEANT = (Column("Status", 22), Column("What it means", 118))
LATER = (Column("Item", 16), Column("What is still to come", 84), Column("See", 40))
ITEMS = (
    Column("Item", 16),
    Column("What is asked", 50),
    Column("Status", 18),
    Column("What is missing, or why it does not apply", 50),
    Column("See", 26),
)


def review_report(report: Report) -> Content:
    """A review in every form."""
    data = {
        "json": lambda: as_json(report),
        "github": lambda: as_github(report),
        "sarif": lambda: as_sarif(report),
    }
    return Content(lambda form: brief(report) if form == "text" else _page(report), data)


def _page(report: Report) -> Page:
    blocks: list[Block] = [*_first(report), *_todo(report), *_to_read(report), *_later(report)]
    if report.renewal:
        blocks += _renewed(report, report.renewal)
    if report.everything:
        blocks += _items(report)
    blocks += [*_gone_through(report), *_meanings()]
    if report.examined.findings:
        blocks += [
            Heading("What is wrong with catalogues, answers and records"),
            findings_listed(report.examined.findings),
        ]
    agreement = report.examined.subject.agreement
    return Page(tuple(blocks), "What reviews and the law ask for", report.title, agreement.illustrative)


def _first(report: Report) -> Iterator[Block]:
    """Page one: what is grave, what is to be decided, and how everything stands."""
    results = report.examined.review.applicable
    counts = Counter(map(rating, results))
    lights = ", ".join(f"{counts[each]} {each.name.lower()} ({each})" for each in RATINGS)
    yield Prose(phrases(f"As at {british.day(report.date)}, {len(results)} items apply: {lights}."))
    if report.renewal:
        yield Prose(phrases(f"Against the agreement that it renews: {renewal_line(report.renewal)}."))
    yield from _grave(report, [result for result in results if rating(result) is Rating.RED])
    yield Heading("To be decided")
    yield Bullets(tuple(_decisions(results)) or (phrases("Nothing."),))
    yield from _standing(report, results)


def _grave(report: Report, grave: Sequence[Result]) -> Iterator[Block]:
    yield Heading("Unlawful, overdue or shown not to be so")
    rows = tuple(
        (
            _light(result),
            cell((result.item.id, result.item.strength)),
            cell(str(result.item.says)),
            cell(status_words(report, result)),
            cell(_sentence(next(iter(result.wanting), "")) if result.wanting else "-"),
        )
        for result in _by_gravity(grave)
        if result.status is not Status.OVERDUE
    )
    late = [result.item.id for result in grave if result.status is Status.OVERDUE]
    if late:
        yield Prose(phrases(Phrase(f"{len(late)} overdue: {', '.join(late)}.", tone=TONES[Rating.RED])))
    yield Table("Unlawful, or shown not to be so", GRAVE, rows, "Nothing else." if late else "Nothing.")


def _by_gravity(results: Sequence[Result]) -> list[Result]:
    return sorted(results, key=lambda result: result.item.strength != "statutory")


def _decisions(results: Sequence[Result]) -> Iterator[Phrases]:
    """What only people can settle, each with the items that wait for it."""
    unanswered = [r for r in results if r.status in (Status.FAILED, Status.PARTLY) and r.response is None]
    for said, chosen in (
        (
            "Accept, decline with a reason, or put off to a day: ",
            [r for r in unanswered if r.item.strength != "statutory"],
        ),
        ("Read words that seem to say otherwise: ", [r for r in results if r.status is Status.DENIED]),
        ("Say where it stands, or that it is not there: ", [r for r in results if r.status is Status.NOT_FOUND]),
        ("Show what was done: ", [r for r in results if r.status is Status.EVIDENCE]),
        ("Look again at words that have changed since they were confirmed: ", [r for r in results if r.stale]),
    ):
        if chosen:
            yield phrases(said, ", ".join(result.item.id for result in chosen), ".")


def _standing(report: Report, results: Sequence[Result]) -> Iterator[Block]:
    """How many items are red, amber and green, and how many were before."""
    renewal = report.renewal
    strengths = {result.item.id: result.item.strength for result in report.examined.review.results}
    before = Counter(rated(status, strengths[item]) for item, status in renewal.before.items()) if renewal else None
    yield Heading("How everything stands")
    columns = (*STANDING[:4], *((Column("Before", 12, numeric=True),) if before else ()), STANDING[4])
    rows = tuple(_stands(each, [r for r in results if rating(r) is each], before) for each in RATINGS)
    yield Table("How everything stands", columns, rows)
    yield Prose(phrases("; ".join(f"{each} {each.name.lower()}: {about}" for each, about in ABOUT.items()) + "."))


def _stands(each: Rating, found: Sequence[Result], before: Counter[Rating] | None) -> tuple[Cell, ...]:
    law = sum(result.item.strength == "statutory" for result in found)
    counts = Counter(result.status for result in found)
    said = ", ".join(f"{counts[status]} {status}" for status in COUNTED if counts[status]) or "none"
    then = (cell(str(before[each])),) if before else ()
    light = (phrases(Phrase(f"{each} {each.name.lower()}", bold=True, tone=TONES[each])),)
    return (light, cell(str(law)), cell(str(len(found) - law)), cell(str(len(found))), *then, cell(said))


def _todo(report: Report) -> Iterator[Block]:
    """Everything that is outstanding by owner, each with one sentence of what to do."""
    review, agreement = report.examined.review, report.examined.subject.agreement
    results = {result.item.id: result for result in review.results}
    actions = proposed(review, agreement, date.fromisoformat(report.date))
    order = sorted(
        actions, key=lambda action: (action.owner.casefold() or "~", rating(results[action.items[0]]).name != "RED")
    )
    yield Heading("Who has to do what")
    yield Table(
        "Who has to do what", TODO, tuple(_action(report, each, results) for each in order), "Nothing is outstanding."
    )


def _action(report: Report, action: Proposed, results: dict[str, Result]) -> tuple[Cell, ...]:
    result = results[action.items[0]]
    item = cell((f"{rating(result)} {result.item.id}", result.item.strength))
    said = answer(result)
    what = cell((action.action, *((f"Answered: {said}.",) if said else ())))
    return (
        cell(action.owner or "To be named"),
        item,
        what,
        cell(status_words(report, result)),
        cell(british.day(action.due)),
    )


def _to_read(report: Report) -> Iterator[Block]:
    """The words that wait to be read, place by place, so that each clause is read once."""
    waiting = [r for r in report.examined.review.applicable if r.status is Status.WORDS]
    places: dict[str, list[str]] = {}
    for result in waiting:
        place = next(iter((*result.proposed, *result.where)), "")
        places.setdefault(place, []).append(result.item.id)
    yield Heading("Words to be read and confirmed")
    yield Prose(phrases("Whoever has read a clause confirms the item with `s75 confirm`; until then it is not met."))
    rows = tuple((cell(where), cell("; ".join(said))) for where, said in _by_part(report, places))
    yield Table("Words to be read and confirmed", READ, rows, "Nothing.")


def _by_part(report: Report, places: dict[str, list[str]]) -> Iterator[tuple[str, list[str]]]:
    """Each schedule, and the clauses before them, with what is to be read there, in printed order."""
    position = {identity: index for index, identity in enumerate(report.cited)}
    parts: dict[str, list[str]] = {}
    for place in sorted(places, key=lambda place: position.get(place, len(position))):
        cited = _cited(report, place)
        schedule = SCHEDULE.search(cited)
        here = cited[: schedule.start()].removesuffix(" of ") if schedule else cited
        parts.setdefault(schedule[0] if schedule else "The agreement", []).append(
            f"{here or 'the whole'} ({', '.join(places[place])})"
        )
    yield from parts.items()


def _later(report: Report) -> Iterator[Block]:
    promised = [r for r in report.examined.review.applicable if r.status in (Status.PROMISED, Status.OVERDUE)]
    rows = tuple(
        (
            cell(result.item.id),
            cell(_sentence(result.wanting[-1]) if result.wanting else "-"),
            cell(_see(report, result)[0]),
        )
        for result in promised
    )
    yield Heading("What is promised and still to be done")
    yield Table("What is promised and still to be done", LATER, rows, "Nothing.")


def _renewed(report: Report, renewal: Renewal) -> Iterator[Block]:
    """What became of each item, by its id; what is met now with the place that shows it."""
    yield Heading("What became of each item since the agreement that it renews")
    for name, words in RENEWED.items():
        found = getattr(renewal, name)
        listed = ", ".join(result.item.id for result in found) or "none"
        yield Prose(phrases(Phrase(f"{_capital(words)} ({len(found)}): ", bold=True), f"{listed}."))
    if renewal.silent:
        said = f"The old agreement says nothing of {renewal.silent} items. It is a reconstruction, so the real one may."
        yield Prose(phrases(said))
    if renewal.closed:
        rows = tuple((cell(r.item.id), cell(str(r.item.says)), cell(_see(report, r)[0])) for r in renewal.closed)
        yield Table("What is met now", (*LATER[:1], Column("What is asked", 84), Column("Met by", 40)), rows)


def _items(report: Report) -> Iterator[Block]:
    rows = tuple(
        (
            cell((f"{rating(result)} {result.item.id}".strip(), result.item.strength)),
            cell((str(result.item.says), f"Source: {result.item.source}")),
            cell(status_words(report, result)),
            cell([_sentence(words) for words in (*result.wanting, *result.advice)] or "-"),
            cell(_see(report, result)),
        )
        for result in report.listed
    )
    yield Heading("Every item")
    yield Table("Every item", ITEMS, rows, "None.")


def _meanings() -> Iterator[Block]:
    yield Heading("What the words mean")
    rows = tuple((cell(_capital(status)), cell(_sentence(meaning))) for status, meaning in MEANINGS.items())
    yield Table("What the words mean", MEANT, rows)


def _gone_through(report: Report) -> Iterator[Block]:
    titles = tuple(phrases(f"{title} ({name})") for name, title in report.catalogues)
    yield Heading("What was gone through")
    yield Bullets(titles) if titles else Prose(phrases("No catalogue addresses this partnership."))


def _light(result: Result) -> Cell:
    found = rating(result)
    return (phrases(Phrase(str(found), bold=True, tone=TONES[found])),)


def _see(report: Report, result: Result) -> list[str]:
    """The first places where an item is met or concerned."""
    return [_cited(report, identity) for identity in result.where[:MOST]] or ["-"]


def _cited(report: Report, identity: str) -> str:
    return report.cited.get(identity) or (f"record {identity}" if identity else "-")


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def _sentence(words: str) -> str:
    return _capital(words).rstrip(".") + "."
