"""An agreement of about so many pages, with the mix of clauses, references and schedules of a real one."""

from __future__ import annotations

import random
from pathlib import Path

CLAUSES_PER_PAGE = 2.35
"""First-level clauses of this form that fill a page, as LibreOffice lays them out."""
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


def generate(folder: Path, pages: int) -> int:
    """Write an agreement of about that many pages; gives the number of its paragraphs."""
    chance = random.Random(75)
    clauses = round(pages * CLAUSES_PER_PAGE)
    half = clauses // 2
    folder.mkdir(parents=True)
    (folder / "schedules").mkdir()
    main = HEAD + "".join(_clause(chance, f"c{n}", n, "") for n in range(half))
    names = []
    per_schedule = 40
    for index, start in enumerate(range(half, clauses, per_schedule), 1):
        count = min(per_schedule, clauses - start)
        name = f"schedules/s{index}.yaml"
        names.append(name)
        head = f"format: 1\nid: sched-{index}\nkind: general\ntitle: Schedule number {index}\nlead_officer: Head of Service\n"
        body = "".join(_clause(chance, f"s{index}-c{n}", n, f"s{index}-") for n in range(count))
        (folder / name).write_text(head + "clauses:\n" + body, "utf-8")
    main += "schedules:\n" + "".join(f"  - {name}\n" for name in names)
    (folder / "agreement.yaml").write_text(main, "utf-8")
    return clauses * 7


def _clause(chance: random.Random, identity: str, number: int, prefix: str) -> str:
    def words(count: int) -> str:
        return " ".join(chance.choice(WORDS) for _ in range(count))

    target = f"{prefix}c{chance.randrange(number + 1)}"
    return (
        f"  - id: {identity}\n    heading: Clause {number} {words(3)}\n    clauses:\n"
        f"      - id: {identity}-a\n        text: |\n          In the case of clause {number} {words(28)}\n"
        f"          {words(20)}, and [](#{target}) applies:\n        clauses:\n"
        f"          - {{id: {identity}-b, text: {words(14)};}}\n"
        f"          - {{id: {identity}-c, text: {words(16)}; and}}\n"
        f"          - {{id: {identity}-d, text: {words(12)}.}}\n"
        f"      - {{id: {identity}-e, text: In {number} {words(44)}.}}\n"
        f"      - {{id: {identity}-f, text: Under {number} {words(40)}.}}\n"
    )
