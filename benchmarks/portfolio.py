"""A portfolio of 306 agreements, two terms of 153 councils: checked by every rule and every catalogue, cold and warm."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from itertools import cycle
from pathlib import Path

from benchmarks.timing import Measured, measured

COUNCILS, TERMS = 153, ("2024", "2027")
DATE = ["--date", "2026-11-26"]
HEAD = "| of 306 agreements | seconds, nothing remembered | MB | seconds, nothing changed | MB |\n|---|---|---|---|---|"


def portfolio(s75: list[str]) -> Iterator[str]:
    """A row for each verb. The agreements are those of this project, copied in turn; `s75` is the command."""
    with tempfile.TemporaryDirectory() as folder:
        project = Path(folder)
        found = sorted(path.parent for path in Path("agreements").glob("**/agreement.yaml"))
        names = [f"council-{number}/{term}" for number in range(COUNCILS) for term in TERMS]
        for name, source in zip(names, cycle(found), strict=False):
            shutil.copytree(source, project / "agreements" / name)
        yield HEAD
        for verb, more in (("validate", []), ("check", [*DATE, "--fail-on", "never"]), ("list", DATE)):
            runs = _runs([*s75, verb, *more], project, Path(folder) / f"memory-{verb}")
            yield "| {} | {:.1f} | {:.0f} | {:.1f} | {:.0f} |".format(
                verb, *(x for run in runs for x in (run.seconds, run.megabytes))
            )


def _runs(command: list[str], project: Path, memory: Path) -> tuple[Measured, Measured]:
    """The first run, and a second after which nothing has changed."""
    where = {"S75_CACHE": str(memory)}
    return measured(command, 1, project, where), measured(command, 3, project, where)
