"""Reading two versions and comparing them, for the commands that show the difference."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from section75.cli.terminal import Terminal
from section75.compare import Comparison, compare
from section75.compare.departures import Departure, departures
from section75.compare.registers import register_departures
from section75.compose import compose
from section75.errors import SourceError
from section75.judging.agreement import judge
from section75.load import Loaded, load_agreement
from section75.numbering import number
from section75.project.places import agreement_folder, disk_tree
from section75.tree import SourceTree


@dataclass(frozen=True)
class Both:
    """Two versions, compared."""

    old: Loaded
    new: Loaded
    comparison: Comparison
    registers: bool
    """Whether both sides have their risk registers; a Word file carries none."""

    @cached_property
    def departures(self) -> tuple[Departure, ...]:
        """The changes as a list for people; worked out only where they are asked for."""
        names = (number(loaded.required()).in_words() for loaded in (self.old, self.new))
        registers = register_departures(self.old.risks, self.new.risks) if self.registers else ()
        return (*departures(self.comparison, *names), *registers)


def read_both(old: str, new: str, terminal: Terminal) -> Both:
    """Read, judge and compare two versions. Raises `SourceError` where an error stands in one of them."""
    before, after = (_sound(name, terminal) for name in (old, new))
    terminal.step("Comparing")
    comparison = compare(compose(before.required()), compose(after.required()))
    if not any(block.old and block.new for block in comparison.blocks if block.new and block.new.id):
        terminal.error("these two have no clause in common; they are compared all the same\n")
    return Both(before, after, comparison, not (_is_print(old) or _is_print(new)))


def _sound(name: str, terminal: Terminal) -> Loaded:
    terminal.step(f"Reading {name}")
    if _is_print(name):
        return _carried(Path(name), terminal)
    loaded = load_agreement(_tree(name))
    judgement = judge(loaded)
    errors = tuple(finding for finding in judgement.findings if finding.is_error)
    if errors:
        raise SourceError(f"{name} cannot be compared", errors)
    return loaded


def _is_print(name: str) -> bool:
    return name.lower().endswith(".docx") and Path(name).is_file()


def _carried(path: Path, terminal: Terminal) -> Loaded:
    """What a Word file printed here carries. Its findings were judged when it was printed."""
    from section75.printing.carried import read_carrying  # noqa: PLC0415 -- Word is read only where it is wanted

    carried = read_carrying(path, path.as_posix())
    loaded = load_agreement(carried.tree())
    proof = carried.proof()
    if not proof.holds:
        terminal.error(f"{path} was changed after it was printed; what is compared is its source: {proof.fault}\n")
    return loaded


def _tree(name: str) -> SourceTree:
    """A folder, in full or as below agreements/; else a revision as git writes it. An existing path wins."""
    here = Path.cwd()
    drive = len(name) > 1 and name[1] == ":" and name[0].isalpha()
    if ":" in name and not drive and not Path(name).exists():
        from section75.project.history import revision_tree  # noqa: PLC0415 -- git is read only where it is wanted

        return revision_tree(name, here)
    return disk_tree(agreement_folder(name, here), here)
