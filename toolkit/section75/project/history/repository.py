"""Git, asked about one repository: only commands that read objects, whatever its configuration or a hook says.

GitPython finds the repository and asks it. It is imported late: it fails at import where git is not installed. Only
commands that read objects are asked, never one that reads the index or the work tree (`status`, `diff`, `show`), since
those run programs that a repository's own configuration names.
"""

from __future__ import annotations

import os
import re
import shutil
import tempfile
from collections.abc import Mapping
from configparser import Error as ConfigurationError
from pathlib import Path
from typing import TYPE_CHECKING

from section75.errors import MissingError, ProgramError
from section75.tree import LARGEST_FILE
from section75.value import dataclass

if TYPE_CHECKING:
    from git import Git

AT_ONCE = 64_000_000
"""Bytes that are read from git in one question and kept."""
MOST_CONFLICTS = 127
"""Up to this status `git merge-file` counts conflicts; above it, it failed."""
WATCHLESS = ("-c", "core.fsmonitor=")
"""Some commands that read objects look at the index too, for which git would start the program that this names."""
OBJECT = re.compile(r"[0-9a-f]{40,64}\Z")
DAMAGE = re.compile("corrupt|header for|inflate|mismatch|damage|unable to (?:read|parse|stream|unpack)|does not match")
"""What git says of an object that is there and cannot be read."""
LOST = re.compile(f"{DAMAGE.pattern}|promisor|missing|could not fetch")
"""What it says of one that ought to be there."""
PLAIN = {
    "GIT_ALTERNATE_OBJECT_DIRECTORIES": "", "GIT_NAMESPACE": "", "GIT_REPLACE_REF_BASE": "refs/replace/",
    "GIT_NO_REPLACE_OBJECTS": "1", "GIT_CONFIG_COUNT": "0", "GIT_CONFIG_PARAMETERS": "", "GIT_PREFIX": "",
    "GIT_LITERAL_PATHSPECS": "1", "GIT_GLOB_PATHSPECS": "0", "GIT_NOGLOB_PATHSPECS": "0", "GIT_ICASE_PATHSPECS": "0",
    "GIT_OPTIONAL_LOCKS": "0", "GIT_TERMINAL_PROMPT": "0", "GIT_NO_LAZY_FETCH": "1", "GIT_ALLOW_PROTOCOL": "none",
}  # fmt: skip
"""Variables that would change what git answers, set to what changes nothing. The last two keep git from fetching what a
partial clone left out, for which it may run programs that its settings name; git before 2.45 knows only the last."""


class GitRefusedError(Exception):
    """Git could not answer; its words are the message."""


class NoRepositoryError(MissingError):
    """There is no repository here at all, rather than one that cannot be read."""


@dataclass(frozen=True)
class Repository:
    """Git, asked from a folder about one repository, whatever the variables of a hook say."""

    git: Git
    command: tuple[str, ...]
    """The program and the repository that it is to read."""
    environment: Mapping[str, str]

    def ask(self, *arguments: str, given: bytes = b"") -> bytes:
        """What a git command answers. Raises `GitRefusedError` where it fails."""
        return self.told(*arguments, given=given)[0]

    def told(self, *arguments: str, given: bytes = b"") -> tuple[bytes, str]:
        """The same, with what git warns of."""
        with tempfile.TemporaryFile() as stream:
            stream.write(given)
            stream.seek(0)
            return _answer(self.git, [*self.command, *arguments], self.environment, stream.fileno())

    def status(self, *arguments: str) -> int:
        """The status with which a git command ends. Raises `GitRefusedError` where it cannot do what it is asked."""
        status, _, refusal = self.git.execute(
            [*self.command, *arguments], env=self.environment, with_exceptions=False, with_extended_output=True
        )
        if status < 0 or status > MOST_CONFLICTS:
            raise GitRefusedError(str(refusal).strip())
        return int(status)

    def blob(self, name: str) -> bytes | None:
        """The bytes of an object; None where it is too large for a file of an agreement."""
        if int(self.ask("cat-file", "-s", name)) > LARGEST_FILE:
            return None
        return self.ask("cat-file", "blob", name)

    def contents(self, objects: list[str]) -> dict[str, bytes]:
        """The bytes of objects by their names, in two questions; without those that are missing or too large."""
        wanted, room = [], AT_ONCE
        try:
            for name, size in self.sizes(objects).items():
                if size <= min(room, LARGEST_FILE):
                    wanted.append(name)
                    room -= size
            answer = self.ask("cat-file", "--batch", given="".join(f"{name}\n" for name in wanted).encode())
        except GitRefusedError:
            return {}
        made, at = {}, 0
        for name in wanted:
            end = answer.index(b"\n", at)
            size = int(answer[at:end].rsplit(b" ", 1)[1])
            made[name] = answer[end + 1 : end + 1 + size]
            at = end + 1 + size + 1
        return made

    def sizes(self, names: list[str]) -> dict[str, int]:
        """The bytes that each object has, by its name in full, in the order asked; without those that are missing."""
        answer = self.ask("cat-file", "--batch-check", given="".join(f"{name}\n" for name in names).encode())
        found = (line.split() for line in answer.splitlines())
        return {parts[0].decode(): int(parts[2]) for parts in found if len(parts) == 3 and parts[1] == b"blob"}


def open_repository(here: Path) -> Repository:
    """Git for the repository around a folder. Raises `MissingError` for none, or for one that may not be read."""
    program = shutil.which("git")
    # Where a file called git stands in the current folder, Windows would find that one first; it is never run.
    # GitPython runs git once when it is imported, so this comes before.
    if program is None or not Path(program).is_absolute():
        raise ProgramError("git is needed to read a revision and is not installed", "install it from git-scm.com")
    try:
        import git  # noqa: PLC0415 -- fails where git does not run
    except ImportError as error:
        raise ProgramError("git is needed to read a revision and does not run", "try `git --version`") from error
    try:
        # The folder is given, so GIT_DIR is not read; what else GitPython reads of a hook's variables is not used.
        with git.Repo(here, search_parent_directories=True, expand_vars=False) as found:
            folder, work_tree = Path(found.git_dir).resolve(), found.working_tree_dir
    except (git.InvalidGitRepositoryError, git.NoSuchPathError) as error:
        misled = [name for name in ("GIT_COMMON_DIR", "GIT_OBJECT_DIRECTORY") if name in os.environ]
        hint = f"unset {' and '.join(misled)} first" if misled else "stand in the repository, or name a folder"
        raise NoRepositoryError(f"{here} is in no git repository", hint) from error
    except (git.GitError, OSError, ValueError, ConfigurationError) as error:
        raise MissingError(f"the git repository around {here} cannot be read", "try `git status` there") from error
    asked = git.Git(here)
    if "GIT_DIR" not in os.environ:
        _trusted(asked, program, here)
    where = (f"--git-dir={folder}", f"--work-tree={work_tree or folder}")
    return Repository(asked, (program, *WATCHLESS, *where), _environment(folder))


def _trusted(asked: Git, program: str, here: Path) -> None:
    """Let git look for the repository itself, since it refuses one of another owner only then."""
    try:
        _answer(asked, [program, "rev-parse", "--git-dir"], PLAIN)
    except GitRefusedError as error:
        if "safe.directory" in str(error):
            message = f"the git repository around {here} belongs to another user"
            hint = "`git status` there tells you how to say that you trust it"
            raise MissingError(message, hint) from error
        raise MissingError(f"git cannot read the repository around {here}: {reason(error)}") from error


def _environment(folder: Path) -> dict[str, str]:
    """What overrides the variables by which git tells a hook which repository it serves, for one repository."""
    linked = folder / "commondir"
    common = (folder / linked.read_text(encoding="utf-8").rstrip("\r\n")).resolve() if linked.is_file() else folder
    return {
        **PLAIN,
        "GIT_INDEX_FILE": str(folder / "index"),
        "GIT_OBJECT_DIRECTORY": str(common / "objects"),
        "GIT_COMMON_DIR": str(common),
        "GIT_GRAFT_FILE": str(common / "info" / "grafts"),
        "GIT_SHALLOW_FILE": str(common / "shallow"),
    }


def _answer(
    asked: Git, command: list[str], environment: Mapping[str, str], stream: int | None = None
) -> tuple[bytes, str]:
    """What a command writes, and what it warns of. Raises `GitRefusedError` where it fails or cannot be started."""
    try:
        status, answer, refusal = asked.execute(
            command, istream=stream, env=environment, with_exceptions=False, with_extended_output=True,
            stdout_as_string=False, strip_newline_in_stdout=False,
        )  # fmt: skip
    except (OSError, ValueError) as error:
        raise GitRefusedError(str(error)) from error
    if status:
        raise GitRefusedError(refusal.strip())
    return answer, refusal.strip()


def object_named(repository: Repository, name: str) -> tuple[str, str]:
    """The name in full of what a revision names, and what git warns of.

    Raises `GitRefusedError` where it names nothing, or several things.
    """
    answer, warning = repository.told("rev-parse", "--verify", name)
    found = answer.decode().strip()
    if not OBJECT.match(found):
        raise GitRefusedError(f"{name} is not one object")
    return found, warning


def unreadable(what: str, error: GitRefusedError) -> MissingError:
    """Why something of a commit cannot be read: git's store is damaged, or this copy was made without it."""
    if DAMAGE.search(str(error)):
        message = f"{what} cannot be read: the git repository is damaged: {reason(error)}"
        return MissingError(message, "`git fsck` lists the damage; take a fresh copy of the repository")
    message = f"{what} is not in this copy of the repository"
    return MissingError(message, "fetch it with `git fetch --refetch --no-filter`, or take a full copy")


def reason(error: GitRefusedError) -> str:
    """Why git refused, in its own words, on one line."""
    return str(error).partition("\n")[0].removeprefix("fatal: ").removeprefix("error: ") or "git gives no reason"
