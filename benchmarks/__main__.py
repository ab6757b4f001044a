"""Prints a table of times, memory and ratios. `python -m benchmarks [--runs N]`."""

from __future__ import annotations

import argparse
import os
import shutil
import statistics
import sys
import tempfile
import time
from importlib.util import find_spec
from pathlib import Path

from benchmarks.generate import generate, generate_edited

PYTHON = sys.executable
SIZES = (100, 500)


def measured(command: list[str], runs: int) -> tuple[float, float]:
    """Median seconds of whole processes, and the peak memory of the largest in megabytes."""
    seconds, peak = [], 0.0
    for _ in range(runs):
        started = time.perf_counter()
        process = os.posix_spawn(command[0], command, {**os.environ, "NO_COLOR": "1"}, file_actions=_silent())
        _, status, usage = os.wait4(process, 0)
        seconds.append(time.perf_counter() - started)
        peak = max(peak, usage.ru_maxrss / 1024)
        if os.waitstatus_to_exitcode(status) not in (0, 1):
            raise SystemExit(f"failed: {' '.join(command)}")
    return statistics.median(seconds), peak


def _silent() -> list[tuple[int, int, str, int, int]]:
    return [(os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0)]


def redlines(work: Path, source: str, pages: int, s75: list[str], peers: list[str], runs: int) -> list[tuple]:
    """Our redline, from YAML to proof, beside engines that compare the two printed files."""
    edited, base = str(work / f"e{pages}"), str(work / f"r{pages}")
    generate_edited(Path(edited), pages)
    measured([*peers, "prints", source, edited, base], 1)
    files = [f"{base}-old.docx", f"{base}-new.docx", f"{base}-peer.docx"]
    ours = measured([*s75, "redline", source, edited, "-o", f"{base}.docx"], runs)
    rows = []
    trackdiff = shutil.which("docx-trackdiff", path=str(Path(PYTHON).parent)) or shutil.which("docx-trackdiff")
    for name, command in (
        ("docxodus", [*peers, "docxodus", *files] if find_spec("python_redlines") else None),
        ("docx-trackdiff", [trackdiff, *files] if trackdiff else None),
    ):
        if command is None:
            print(f"{name} is not installed; `pip install .[bench]`", file=sys.stderr)
            continue
        theirs = measured(command, min(runs, 3))
        rows.append((f"redline, {pages} pages", ours, name, theirs, theirs[0] / ours[0], "faster"))
    return rows


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=5)
    runs = parser.parse_args().runs
    s75 = [PYTHON, "-m", "section75"]
    rows = []
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        for pages in SIZES:
            source = str(work / f"p{pages}")
            generate(Path(source), pages)
            lines, out = str(work / f"p{pages}.txt"), str(work / f"p{pages}.docx")
            peers = [PYTHON, "-m", "benchmarks.peers"]
            measured([*peers, "lines", source, lines], 1)
            ours = measured([*s75, "render", source, "--quick", "-o", out], runs)
            theirs = measured([*peers, "script", lines, str(work / "peer.docx")], runs)
            rows.append(
                (f"render, {pages} pages", ours, "python-docx add_paragraph", theirs, theirs[0] / ours[0], "faster")
            )
            web = measured([*s75, "render", source, "-o", str(work / "o.html")], runs)
            rows.append(
                (
                    f"render to HTML, {pages} pages",
                    web,
                    "python-docx add_paragraph",
                    theirs,
                    theirs[0] / web[0],
                    "faster",
                )
            )
            check = measured([*s75, "validate", source], runs)
            loader = measured([*peers, "load", source], runs)
            rows.append(
                (f"validate, {pages} pages", check, "ruamel C loader", loader, check[0] / loader[0], "times its time")
            )
            rows += redlines(work, source, pages, s75, peers, runs)
        version = measured([*s75, "--version"], runs * 4)
        nothing = measured([PYTHON, "-c", "pass"], runs * 4)
        rows.append(("--version", version, "python -c pass", nothing, version[0] / nothing[0], "times its time"))
    print("| what | seconds | MB | peer | seconds | MB | ratio |\n|---|---|---|---|---|---|---|")
    for what, (s, mb), peer, (ps, pmb), ratio, word in rows:
        print(f"| {what} | {s:.3f} | {mb:.0f} | {peer} | {ps:.3f} | {pmb:.0f} | {ratio:.1f} {word} |")


main()
