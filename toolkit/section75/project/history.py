"""An agreement as it stood at a revision, read from git's object store: no checkout, no hook, no work tree.

The only room that knows git. GitPython finds the repository and asks it. It is imported late: it fails at import where
git is not installed. Only commands that read objects are asked, never one that reads the index or the work tree
(`status`, `diff`, `show`), since those run programs that a repository's own configuration names.
"""

from __future__ import annotations

import os
import re
import shutil
import tempfile
from collections.abc import Iterator, Mapping
from configparser import Error as ConfigurationError
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from section75.errors import MissingError, ProgramError
from section75.tree import LARGEST_FILE, YAML, inner_path
from section75.value import dataclass

if TYPE_CHECKING:
    from git import Git

LINK, FOLDER, SUBMODULE = "120000", "040000", "160000"
"""Modes in a commit. A symbolic link is a blob whose content is a path."""
LONGEST_NAME = 1_000
"""Characters of a revision."""
AT_ONCE = 64_000_000
"""Bytes that are read from git in one question and kept."""
OBJECT = re.compile(r"[0-9a-f]{40,64}\Z")
ENTRY = re.compile(r"(?P<mode>\d+) (?P<kind>\w+) (?P<object>\w+)\t(?P<path>.*)\Z", re.DOTALL)
"""A line of `git ls-tree`."""
NAMED = re.compile(r"(?P<revision>:/[^:]+|(?!:/)(?:\{[^{}]*\}|[^:{])*):(?P<path>.*)\Z", re.DOTALL)
"""`REV:PATH`; a revision may hold colons in braces, as in `HEAD@{10:30}`, and `:/words` begins with one."""
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


@dataclass(frozen=True)
class Blob:
    """A file in a commit."""

    object: str
    """Its name in git's object store."""
    is_link: bool


@dataclass(frozen=True)
class RevisionTree:
    """A folder in a commit."""

    repository: Repository
    blobs: Mapping[str, Blob]
    """Every file below the folder, by its path from there."""
    shown: str
    """As the reader named it, e.g. HEAD~3:agreements/coventry-cwpt/2018."""
    notes: tuple[str, ...] = ()
    """What git warns of, such as a log that does not go back as far as was asked."""

    def read(self, path: str) -> bytes:
        """The bytes of a file in the commit. Raises `MissingError` where it is not there or cannot be read."""
        blob = self.blobs.get(inner_path(path))
        if blob is None:
            raise MissingError(f"{self.label(path)} cannot be read: no such file in that revision")
        if blob.is_link:
            raise MissingError(f"{self.label(path)} is not a file", "a link in a commit is not followed")
        known = self._contents.get(blob.object)
        if known is not None:
            return known
        try:
            content = self.repository.blob(blob.object)
        except GitRefusedError as error:
            raise _unreadable(self.label(path), error) from error
        if content is None:
            raise MissingError(f"{self.label(path)} is too large for an agreement", "check that it is the right file")
        return content

    def exists(self, path: str) -> bool:
        """Whether the commit has such a file."""
        blob = self.blobs.get(inner_path(path))
        return blob is not None and not blob.is_link

    def below(self, folder: str) -> tuple[str, ...]:
        """The YAML files below a folder of the commit."""
        start = f"{inner_path(folder)}/"
        return tuple(path for path in self._files() if path.startswith(start))

    def unread(self) -> tuple[str, ...]:
        """Files such as schedule.yml: a commit is read as it is, and nobody could rename them in it."""
        return ()

    def label(self, path: str) -> str:
        """Revision, folder and file."""
        return f"{self.shown.rstrip('/')}/{path}"

    def _files(self) -> list[str]:
        return sorted(path for path, blob in self.blobs.items() if path.endswith(YAML) and not blob.is_link)

    @cached_property
    def _contents(self) -> dict[str, bytes]:
        """What an agreement is read from, by the names of the objects; what git cannot give is left out."""
        return self.repository.contents(list(dict.fromkeys(self.blobs[path].object for path in self._files())))


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


class GitRefusedError(Exception):
    """Git could not answer; its words are the message."""


class NoRepositoryError(MissingError):
    """There is no repository here at all, rather than one that cannot be read."""


def revision_tree(name: str, here: Path) -> RevisionTree:
    """The folder that `REV:PATH` names, PATH counted from the top of the repository.

    Raises `MissingError` for a revision or a folder that is not there, and `ProgramError` where git is not installed.
    """
    revision, path = _named(name)
    inside = inner_path(path) if path.strip("./") else ""
    repository = _repository(here)
    try:
        named, warning = _object(repository, revision)
        commit, _ = _object(repository, f"{named}^{{commit}}")
    except GitRefusedError as error:
        if LOST.search(str(error)):
            raise _unreadable(f"the revision {revision}", error) from error
        raise MissingError(f"there is no revision {revision}", _revision_hint(repository, revision)) from error
    try:
        folder = _folder(repository, commit, inside)
        if folder is None:
            raise MissingError(f"{revision} holds no {path}", "name the folder from the top of the repository")
        mode, tree = folder
        if mode == SUBMODULE:
            raise MissingError(f"{path} is a submodule in {revision}", "name the revision from inside that repository")
        if mode != FOLDER:
            raise MissingError(f"{path} is a file in {revision}", "name the folder that holds agreement.yaml")
        blobs = _blobs(repository, tree)
    except GitRefusedError as error:
        raise _unreadable(f"{path or 'the top folder'} in {revision}", error) from error
    notes = (f"git says of {revision}: {warning.removeprefix('warning: ')}",) if "only goes back" in warning else ()
    return RevisionTree(repository, blobs, name, notes)


def earlier_versions(path: Path) -> Iterator[bytes]:
    """The bytes that a file had, newest first, as far back as its repository goes; nothing where there is none.

    Raises `ProgramError` where git is not installed.
    """
    file = path.resolve()
    try:
        repository = _repository(file.parent)
        commits = repository.ask("rev-list", "HEAD", "--", file.name).decode().split()
    except (MissingError, GitRefusedError):
        return
    for commit in commits:
        try:
            content = repository.blob(f"{commit}:./{file.name}")
        except GitRefusedError:
            continue
        if content is not None:
            yield content


def earlier_trees(folder: Path) -> Iterator[RevisionTree]:
    """A folder as it was in every commit that changed it, newest first; nothing where there is no repository.

    Raises `ProgramError` where git is not installed.
    """
    place = folder.resolve()
    try:
        repository = _repository(place)
        commits = repository.ask("rev-list", "--full-history", "HEAD", "--", ".").decode().split()
    except (MissingError, GitRefusedError):
        return
    seen: set[str] = set()
    for commit in commits:
        try:
            tree, _ = _object(repository, f"{commit}:./")
            blobs = {} if tree in seen else _blobs(repository, tree)
        except GitRefusedError:
            continue
        if blobs:
            seen.add(tree)
            yield RevisionTree(repository, blobs, f"{commit[:10]}:{folder.name}")


def has_unsaved_changes(path: Path) -> bool:
    """Whether a file differs from the last commit, so that an edit could not be told from what was there.

    The bytes are compared here, but for line ends, and not by `git status`, which would run the filters of the
    repository. False outside a repository; true where the repository cannot tell. Raises `ProgramError` where there
    is one and git is not installed.
    """
    file = path.resolve()
    if not any((folder / ".git").exists() for folder in file.parents):
        return False
    try:
        committed = _repository(file.parent).blob(f"HEAD:./{file.name}")
        return committed is None or _lines(committed) != _lines(file.read_bytes())
    except NoRepositoryError:
        return False
    except (MissingError, GitRefusedError, OSError):
        return True


def _lines(content: bytes) -> bytes:
    return content.replace(b"\r\n", b"\n")


def _named(name: str) -> tuple[str, str]:
    """The revision and the path in `REV:PATH`. Raises `MissingError` for what git is not to be asked about."""
    parts = NAMED.match(name)
    revision, path = (parts["revision"] or "HEAD", parts["path"]) if parts else ("", "")
    if not parts or len(name) > LONGEST_NAME:
        raise MissingError(f"{name!r} names no revision and folder", "write REVISION:FOLDER, as in HEAD~1:agreements/x")
    if revision.startswith("-") or not revision.isprintable():
        raise MissingError(f"{revision!r} is no revision", "a revision does not begin with a hyphen")
    return revision, path


def _repository(here: Path) -> Repository:
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
    return Repository(asked, (program, *where), _environment(folder))


def _trusted(asked: Git, program: str, here: Path) -> None:
    """Let git look for the repository itself, since it refuses one of another owner only then."""
    try:
        _answer(asked, [program, "rev-parse", "--git-dir"], PLAIN)
    except GitRefusedError as error:
        if "safe.directory" in str(error):
            message = f"the git repository around {here} belongs to another user"
            hint = "`git status` there tells you how to say that you trust it"
            raise MissingError(message, hint) from error
        raise MissingError(f"git cannot read the repository around {here}: {_reason(error)}") from error


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


def _object(repository: Repository, name: str) -> tuple[str, str]:
    """The name in full of what a revision names, and what git warns of.

    Raises `GitRefusedError` where it names nothing, or several things.
    """
    answer, warning = repository.told("rev-parse", "--verify", name)
    found = answer.decode().strip()
    if not OBJECT.match(found):
        raise GitRefusedError(f"{name} is not one object")
    return found, warning


def _folder(repository: Repository, commit: str, inside: str) -> tuple[str, str] | None:
    """The mode and the name of what stands at a path of a commit; None where nothing does."""
    if not inside:
        return FOLDER, f"{commit}^{{tree}}"
    line = os.fsdecode(repository.ask("ls-tree", "-z", "--full-tree", commit, "--", inside)).partition("\0")[0]
    entry = ENTRY.match(line)
    return (entry["mode"], entry["object"]) if entry else None


def _blobs(repository: Repository, folder: str) -> dict[str, Blob]:
    lines = os.fsdecode(repository.ask("ls-tree", "-r", "-z", "--full-tree", folder)).split("\0")
    entries = (ENTRY.match(line) for line in lines)
    return {
        entry["path"]: Blob(entry["object"], entry["mode"] == LINK)
        for entry in entries
        if entry and entry["kind"] == "blob"
    }


def _unreadable(what: str, error: GitRefusedError) -> MissingError:
    """Why something of a commit cannot be read: git's store is damaged, or this copy was made without it."""
    if DAMAGE.search(str(error)):
        message = f"{what} cannot be read: the git repository is damaged: {_reason(error)}"
        return MissingError(message, "`git fsck` lists the damage; take a fresh copy of the repository")
    message = f"{what} is not in this copy of the repository"
    return MissingError(message, "fetch it with `git fetch --refetch --no-filter`, or take a full copy")


def _reason(error: GitRefusedError) -> str:
    return str(error).partition("\n")[0].removeprefix("fatal: ").removeprefix("error: ") or "git gives no reason"


def _revision_hint(repository: Repository, revision: str) -> str:
    if "@{" in revision:
        return "git has no record in this copy of what it was then; see `git reflog`, or name a commit"
    try:
        shallow = repository.ask("rev-parse", "--is-shallow-repository").strip() == b"true"
    except GitRefusedError as error:
        return f"git says of the repository: {_reason(error)}"
    if shallow:
        return "this copy of the repository is shallow; fetch more of it with `git fetch --unshallow`"
    return "see `git log` for what there is"
