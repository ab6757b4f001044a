"""What a clone has to know so that git shows and merges clauses: settings of its own, and attributes for all.

Only the clone's own settings are read and written, never those of a person or a machine.
"""

from __future__ import annotations

import shlex
import tempfile
from collections.abc import Iterator
from pathlib import Path

from section75.errors import MissingError, OutputError
from section75.project.attributes import ATTRIBUTES, LINES
from section75.project.history.repository import GitRefusedError, Repository, open_repository, reason
from section75.value import dataclass

SECTIONS = ("diff.s75", "merge.s75")
HEADER = r"^\[.*$"
"""The lines that git shows above a change: those of a clause with its id."""


@dataclass(frozen=True)
class Found:
    """One thing that the doctor looked at."""

    is_well: bool
    said: str
    """What is so."""
    do: str = ""
    """What to do, where it is not well."""


def wanted(command: str) -> dict[str, str]:
    """The settings of a clone, by name; `command` is what starts the tool."""
    return {
        "diff.s75.textconv": f"{command} git textconv",
        "diff.s75.xfuncname": HEADER,
        "merge.s75.name": "clause by clause",
        "merge.s75.driver": f"{command} git merge-driver %O %A %B %P",
    }


def install(root: Path, command: str) -> tuple[str, ...]:
    """Register the drivers in the clone around a project, and put the attributes into its folder; gives what was done.

    Raises `MissingError` where there is no repository, and `OutputError` where something cannot be written.
    """
    repository = open_repository(root)
    for name, value in wanted(command).items():
        _set(repository, name, value)
    done = ["registered in this clone: how git shows and merges files of an agreement"]
    path = root / ATTRIBUTES
    missing = [line for line in LINES if line not in _lines(path)]
    if missing:
        _append(path, missing)
        done.append(f"added to {ATTRIBUTES}, to be committed for all: {'; '.join(missing)}")
    return tuple(done)


def uninstall(root: Path) -> tuple[str, ...]:
    """Take the settings of the clone away again. The attributes stay: they are everybody's.

    Raises `MissingError` where there is no repository.
    """
    repository = open_repository(root)
    for section in SECTIONS:
        if _section(repository, section):
            _ask(repository, "config", "--local", "--remove-section", section)
    return ("taken out of this clone: how git shows and merges files of an agreement",)


def examined(root: Path, command: str, branch: str = "HEAD") -> Iterator[Found]:
    """Whether the drivers bind in the clone around a project, on a branch, and if not, why.

    Raises `MissingError` where there is no repository or no such branch.
    """
    repository = open_repository(root)
    if _value(repository, "core.bare") == "true":
        yield Found(
            False, "the repository is bare: nothing is checked out, so no driver runs here", "merge in a clone of it"
        )
        return
    yield from _settings(repository, command)
    yield from _attributes(repository, root, branch)
    said = "hosts merge on their web page without any driver"
    yield Found(True, said, "run `s75 merge` in CI, which gives the same answer")


def _settings(repository: Repository, command: str) -> Iterator[Found]:
    for name, value in wanted(command).items():
        if not name.endswith(("textconv", "driver")):
            continue
        now = _value(repository, name)
        if now is None:
            yield Found(False, f"{name} is not registered in this clone", "s75 git install")
        elif now != value:
            yield Found(False, f"{name} starts another copy of the tool: {now}", "s75 git install")
        elif not Path(shlex.split(now)[0]).exists():
            yield Found(False, f"{name} starts a program that is gone: {now}", "s75 git install")
        else:
            yield Found(True, f"{name} is registered")


def _attributes(repository: Repository, root: Path, branch: str) -> Iterator[Found]:
    here = [line for line in LINES if line not in _lines(root / ATTRIBUTES)]
    if here:
        yield Found(
            False, f"{ATTRIBUTES} in the project's folder does not name the files", "s75 git install, then commit"
        )
    else:
        yield Found(True, f"{ATTRIBUTES} names the files")
    if branch.startswith("-"):
        raise MissingError(f"{branch!r} is no branch", "a branch does not begin with a hyphen")
    try:
        commit = _ask(repository, "rev-parse", "--verify", f"{branch}^{{commit}}")
    except MissingError as error:
        raise MissingError(f"there is no branch {branch}", "`git branch` lists them") from error
    inside = _ask(repository, "rev-parse", "--show-prefix") if root else ""
    try:
        then = (
            repository.ask("cat-file", "blob", f"{commit}:{inside}{ATTRIBUTES}").decode(errors="replace").splitlines()
        )
    except GitRefusedError:
        then = []
    if any(line not in then for line in LINES):
        what = f"{branch} is older than {ATTRIBUTES}: a merge while it is checked out goes line by line"
        yield Found(False, what, f"bring {ATTRIBUTES} onto it first, or use `s75 merge`")
    else:
        yield Found(True, f"{branch} has it too")


def merged_text(ours: Path, base: Path, theirs: Path, folder: Path) -> tuple[bytes, int]:
    """Git's own merge of three files, with its conflict marks, and how many conflicts there are.

    Raises `MissingError` where git cannot do it.
    """
    repository = open_repository(folder)
    names = [part for label in ("ours", "base", "theirs") for part in ("-L", label)]
    with tempfile.TemporaryDirectory() as place:
        copy = Path(place) / "ours"
        copy.write_bytes(ours.read_bytes())
        status = repository.status("merge-file", *names, str(copy), str(base.resolve()), str(theirs.resolve()))
        return copy.read_bytes(), status


def _set(repository: Repository, name: str, value: str) -> None:
    try:
        repository.ask("config", "--local", "--replace-all", name, value)
    except GitRefusedError as error:
        raise OutputError(
            f"the settings of the clone cannot be written: {reason(error)}", "close what holds them"
        ) from error


def _value(repository: Repository, name: str) -> str | None:
    try:
        return repository.ask("config", "--local", "--get", name).decode(errors="replace").rstrip("\n")
    except GitRefusedError:
        return None


def _section(repository: Repository, section: str) -> bool:
    try:
        return bool(repository.ask("config", "--local", "--get-regexp", f"^{section}\\."))
    except GitRefusedError:
        return False


def _ask(repository: Repository, *arguments: str) -> str:
    try:
        return repository.ask(*arguments).decode(errors="replace").strip()
    except GitRefusedError as error:
        raise MissingError(f"git cannot say: {reason(error)}", "try `git status`") from error


def _lines(path: Path) -> list[str]:
    return path.read_text("utf-8", errors="replace").splitlines() if path.is_file() else []


def _append(path: Path, lines: list[str]) -> None:
    text = path.read_text("utf-8", errors="replace") if path.is_file() else ""
    apart = "" if not text or text.endswith("\n") else "\n"
    try:
        path.write_text(text + apart + "".join(f"{line}\n" for line in lines), "utf-8", newline="\n")
    except OSError as error:
        raise OutputError(f"{path} cannot be written: {error.strerror}", "make it writable") from error
