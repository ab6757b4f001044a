"""Prints tables of times, memory and ratios. `python -m benchmarks [--runs N]`; `python -m benchmarks minimality`;
`python -m benchmarks portfolio`."""

from __future__ import annotations

import argparse
import sys
import tempfile
import zipfile
from pathlib import Path

from benchmarks.generate import generate
from benchmarks.minimality import minimality
from benchmarks.past import past
from benchmarks.portfolio import portfolio
from benchmarks.redlines import redlines
from benchmarks.timing import Line, measured

PYTHON = sys.executable
S75 = [PYTHON, "-m", "section75"]
PEERS = [PYTHON, "-m", "benchmarks.peers"]
NAMED = [word for path in sorted(Path("reviews").glob("*.yaml")) for word in ("--catalogue", path.stem)]
"""Every catalogue by its name, so that every item applies."""
SIZES = (100, 500)
TIMES = "| what | seconds | MB | peer | seconds | MB | ratio |\n|---|---|---|---|---|---|---|"
WORTH = (
    "| redline by | pages | accepted is the new | rejected is the old | tracked characters | over the least "
    "| moves as pairs |\n|---|---|---|---|---|---|---|"
)


def prints(work: Path, source: str, pages: int, runs: int) -> list[Line]:
    """Rendering and validating, beside a python-docx script and a bare loader."""
    lines = str(work / f"p{pages}.txt")
    measured([*PEERS, "lines", source, lines], 1)
    script = measured([*PEERS, "script", lines, str(work / "peer.docx")], runs)
    loader = measured([*PEERS, "load", source], runs)
    word = measured([*S75, "render", source, "--quick", "-o", str(work / "o.docx")], runs)
    type_over(work / "o.docx", work / "copy.docx")
    returned = measured([*S75, "import", str(work / "copy.docx")], runs)
    web = measured([*S75, "render", source, "-o", str(work / "o.html")], runs)
    check = measured([*S75, "validate", source], runs)
    reviewed = measured([*S75, "check", source], runs)
    by_name = measured([*S75, "check", source, *NAMED], runs)
    return [
        Line(f"render, {pages} pages", word, "python-docx add_paragraph", script),
        Line(f"render to HTML, {pages} pages", web, "python-docx add_paragraph", script),
        Line(f"validate, {pages} pages", check, "ruamel C loader", loader, "times its time"),
        Line(f"check, {pages} pages", reviewed, "our validate", check, "times its time"),
        Line(f"check, all items, {pages} pages", by_name, "our validate", check, "times its time"),
        Line(f"import of an edited copy, {pages} pages", returned, "our render", word, "times its time"),
    ]


def type_over(sent: Path, copy: Path) -> None:
    """A copy of a Word file in which somebody typed another word over every tenth "shall"."""
    with zipfile.ZipFile(sent) as read, zipfile.ZipFile(copy, "w", zipfile.ZIP_DEFLATED) as written:
        for name in read.namelist():
            content = read.read(name)
            if name == "word/document.xml":
                words = content.decode("utf-8").split(" shall ")
                joins = (" must " if at % 10 == 0 else " shall " for at in range(len(words)))
                content = "".join(f"{each}{join}" for each, join in zip(words[:-1], joins, strict=False)).encode()
                content += words[-1].encode()
            written.writestr(name, content)


def main() -> None:
    """Measure everything and print both tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("what", nargs="?", choices=("all", "minimality", "past", "portfolio"), default="all")
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--pairs", type=int, default=100, help="random pairs for minimality")
    options = parser.parse_args()
    runs = options.runs
    if options.what == "minimality":
        print("\n".join(minimality(options.pairs)))
        return
    if options.what == "portfolio":
        print("\n".join(portfolio(S75)))
        return
    if options.what == "past":
        with tempfile.TemporaryDirectory() as folder:
            print("\n".join([TIMES, *map(str, past(Path(folder), runs))]))
        return
    times, worth = [], []
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        for pages in SIZES:
            source = str(work / f"p{pages}")
            generate(Path(source), pages)
            times += prints(work, source, pages, runs)
            compared, judged = redlines(work, source, pages, PYTHON, runs)
            times += compared
            worth += judged
        times += past(work, runs)
        version, nothing = measured([*S75, "--version"], runs * 4), measured([PYTHON, "-c", "pass"], runs * 4)
        times.append(Line("--version", version, "python -c pass", nothing, "times its time"))
    print("\n".join([TIMES, *map(str, times), "", WORTH, *worth]))


main()
