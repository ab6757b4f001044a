"""Agreements of about so many pages, with the mix of clauses, references and schedules of a real one; and an edited version."""

from __future__ import annotations

import random
from dataclasses import dataclass, replace
from pathlib import Path

CLAUSES_PER_PAGE = 2.35
"""First-level clauses of this form that fill a page, as LibreOffice lays them out."""
PER_SCHEDULE = 40
EDITED, ADDED, REMOVED, MOVED = 0.10, 0.03, 0.03, 0.02
"""Shares of clauses that an edited version changes."""
WORDS = [
    "the",
    "board",
    "shall",
    "consider",
    "each",
    "quarter",
    "how",
    "the",
    "delegated",
    "functions",
    "are",
    "exercised",
    "and",
    "whether",
    "the",
    "needs",
    "of",
    "service",
    "users",
    "and",
    "carers",
    "are",
    "met",
    "by",
    "the",
    "staff",
    "whom",
    "the",
    "parties",
    "make",
    "available",
    "under",
    "this",
    "agreement",
    "and",
    "its",
    "schedules",
]
HEAD = """format: 1
id: generated
title: A generated agreement
version: "0.1"
parties:
  - {id: council, name: Newtown Borough Council, kind: council, address: Town Hall, label: the Council}
  - {id: trust, name: Newtown Partnership NHS Trust, kind: nhs-trust, address: Trust House, label: the Trust}
arrangements:
  - {id: lead-provision, type: nhs-exercises-council-functions, exercised_by: trust, on_behalf_of: council}
term: {start: 2018-04-01, end: 2021-03-31}
clauses:
"""


@dataclass(frozen=True)
class Clause:
    """What one generated clause says."""

    id: str
    target: str
    heading: str
    texts: tuple[str, ...]


def generate(folder: Path, pages: int) -> int:
    """Write an agreement of about that many pages; gives the number of its paragraphs."""
    lists = _lists(pages)
    _write(folder, lists)
    return sum(map(len, lists)) * 7


def generate_edited(folder: Path, pages: int) -> None:
    """Write the same agreement after edits, additions, removals and moves."""
    chance = random.Random(57)
    lists = _lists(pages)
    cited = {clause.target for clauses in lists for clause in clauses}
    for clauses in lists:
        for index, clause in enumerate(clauses):
            if chance.random() < EDITED:
                clauses[index] = _reworded(clause, chance)
        for _ in range(round(len(clauses) * REMOVED)):
            free = [c for c in clauses if c.id not in cited]
            if free:
                clauses.remove(chance.choice(free))
        for _ in range(round(len(clauses) * MOVED)):
            moved = clauses.pop(chance.randrange(len(clauses)))
            clauses.insert(chance.randrange(len(clauses) + 1), moved)
        for n in range(round(len(clauses) * ADDED)):
            model = chance.choice(clauses)
            clauses.insert(chance.randrange(len(clauses)), _reworded(replace(model, id=f"{model.id}-n{n}"), chance))
    _write(folder, lists)


def _lists(pages: int) -> list[list[Clause]]:
    chance = random.Random(75)
    count = round(pages * CLAUSES_PER_PAGE)
    half = count // 2
    sizes = [half, *(min(PER_SCHEDULE, count - start) for start in range(half, count, PER_SCHEDULE))]
    return [[_clause(chance, f"s{i}-" if i else "", n) for n in range(size)] for i, size in enumerate(sizes)]


def _clause(chance: random.Random, prefix: str, number: int) -> Clause:
    lengths = (48, 14, 16, 12, 44, 40)
    texts = tuple(" ".join(chance.choice(WORDS) for _ in range(length)) for length in lengths)
    heading = " ".join(chance.choice(WORDS) for _ in range(3))
    return Clause(f"{prefix}c{number}", f"{prefix}c{chance.randrange(number + 1)}", heading, texts)


def _reworded(clause: Clause, chance: random.Random) -> Clause:
    """A few words of one of its paragraphs replaced."""
    which = chance.randrange(len(clause.texts))
    words = clause.texts[which].split()
    for _ in range(3):
        words[chance.randrange(len(words))] = chance.choice(("monthly", "promptly", "in writing", "the trust"))
    texts = list(clause.texts)
    texts[which] = " ".join(words)
    return replace(clause, texts=tuple(texts))


def _write(folder: Path, lists: list[list[Clause]]) -> None:
    (folder / "schedules").mkdir(parents=True)
    main = HEAD + "".join(map(_yaml, lists[0])) + "schedules:\n"
    for index, clauses in enumerate(lists[1:], 1):
        name = f"schedules/s{index}.yaml"
        main += f"  - {name}\n"
        head = f"format: 1\nid: sched-{index}\nkind: general\ntitle: Schedule number {index}\nlead_officer: Head of Service\n"
        (folder / name).write_text(head + "clauses:\n" + "".join(map(_yaml, clauses)), "utf-8")
    (folder / "agreement.yaml").write_text(main, "utf-8")


def _yaml(clause: Clause) -> str:
    i, (a, b, c, d, e, f) = clause.id, clause.texts
    return (
        f"  - id: {i}\n    heading: Clause {i} {clause.heading}\n    clauses:\n"
        f"      - id: {i}-a\n        text: |\n          In the case of {i} {a},\n"
        f"          and [](#{clause.target}) applies:\n        clauses:\n"
        f"          - {{id: {i}-b, text: {b};}}\n          - {{id: {i}-c, text: {c}; and}}\n"
        f"          - {{id: {i}-d, text: {d}.}}\n"
        f"      - {{id: {i}-e, text: In {i} {e}.}}\n      - {{id: {i}-f, text: Under {i} {f}.}}\n"
    )
