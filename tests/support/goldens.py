"""The goldens: what they are, how they are read, and the command that renews them.

    make goldens                        show what differs, ask, and write
    make goldens ONLY="moved contents"  some of them, by name
    python -m tests.support.goldens --yes

Word files are kept as trees of text (see nodes.py), the small agreement as the words of its pages. The pages of commands
(see commands.py), named s75-VERB here, are renewed with them.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from difflib import unified_diff
from pathlib import Path

from section75.compose import compose
from tests.support.agreements import loaded
from tests.support.commands import PAGES, played
from tests.support.nodes import difference, parsed, shown
from tests.support.reading import told
from tests.support.specimens import SPECIMENS, Specimen

FOLDER = Path(__file__).parents[1] / "golden"
LARGEST = 20 * 1024
"""Bytes of one golden: more is not read in a review."""


@dataclass(frozen=True)
class Golden:
    """One file, and how to make it afresh."""

    name: str
    path: Path
    made: Callable[[], str]
    compare: Callable[[str, str], str]
    """What differs between the text kept and the text made, as a unified diff; "" where nothing does."""

    def kept(self) -> str:
        """The text on disk; "" where there is none yet."""
        return self.path.read_text("utf-8") if self.path.is_file() else ""

    def difference(self) -> str:
        """What differs between what is kept and what is made now."""
        return self.compare(self.kept(), self.made())


def goldens() -> tuple[Golden, ...]:
    """Every golden of the project."""
    pages = Golden("base", FOLDER / "base.txt", lambda: told(compose(loaded().required())), _by_line)
    return (pages, *(_of_word(specimen) for specimen in SPECIMENS))


def command_pages() -> tuple[Golden, ...]:
    """Every page of commands; what is kept of it and still true, such as a cut output, stays."""
    return tuple(_of_page(path) for path in sorted(PAGES.glob("*.md")))


def _of_page(path: Path) -> Golden:
    def made() -> str:
        with tempfile.TemporaryDirectory() as folder:
            return played(path.read_text("utf-8"), Path(folder))

    return Golden(f"s75-{path.stem}", path, made, _by_line)


def _of_word(specimen: Specimen) -> Golden:
    path = FOLDER / "word" / f"{specimen.name}.txt"
    return Golden(specimen.name, path, lambda: f"# {specimen.shows}\n\n{shown(specimen.draw())}", _by_tree)


def _by_line(kept: str, made: str) -> str:
    lines = (text.splitlines(keepends=True) for text in (kept, made))
    return "".join(unified_diff(*lines, "kept", "now"))


def _by_tree(kept: str, made: str) -> str:
    said = [text.partition("\n")[0] for text in (kept, made)]
    return difference(parsed(kept), parsed(made)) or ("" if said[0] == said[1] else f"- {said[0]}\n+ {said[1]}\n")


def strays() -> list[Path]:
    """Files in the folder of goldens that nothing makes any more."""
    known = {golden.path for golden in goldens()}
    return sorted(path for path in FOLDER.rglob("*.txt") if path not in known)


def main(arguments: Sequence[str] | None = None) -> int:
    """Show each difference, then write if told to. 0 where all is written or nothing differs, else 1."""
    parser = argparse.ArgumentParser(
        prog="make goldens", description="Show what differs in the goldens, and renew them."
    )
    parser.add_argument("names", nargs="*", help="goldens by name; all if none is named")
    parser.add_argument("--yes", action="store_true", help="write without asking")
    options = parser.parse_args(arguments)
    every = {golden.name: golden for golden in (*goldens(), *command_pages())}
    unknown = sorted(set(options.names) - set(every))
    if unknown:
        parser.error(f"no golden is named {', '.join(unknown)}; known: {', '.join(every)}")
    chosen = [every[name] for name in options.names] or list(every.values())
    changed = [golden for golden in chosen if _show(golden)]
    gone = strays() if not options.names else []
    for path in gone:
        say(f"{path.name}: nothing makes it any more")
    if not changed and not gone:
        say("Every golden is as it should be.")
        return 0
    if not options.yes and not _agreed(len(changed) + len(gone)):
        say("Nothing is written.")
        return 1
    for golden in changed:
        golden.path.parent.mkdir(parents=True, exist_ok=True)
        golden.path.write_text(golden.made(), "utf-8")
    for path in gone:
        path.unlink()
    say(f"{len(changed)} written, {len(gone)} removed. Open one of each kind in Word or LibreOffice, then commit.")
    return 0


def say(words: str) -> None:
    """A line for the person at the terminal."""
    sys.stdout.write(f"{words}\n")


def _show(golden: Golden) -> bool:
    said = golden.difference()
    if said:
        say(f"{golden.name}:\n{said}")
    return bool(said)


def _agreed(count: int) -> bool:
    return sys.stdin.isatty() and input(f"Write {count}? [y/N] ").strip().lower() in ("y", "yes")


if __name__ == "__main__":
    sys.exit(main())
