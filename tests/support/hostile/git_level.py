"""Revisions that are none, and repositories that are damaged or name programs."""

from __future__ import annotations

from pathlib import Path
from random import Random

from tests.support.hostile.case import INSIDE, NAME, Case
from tests.support.hostile.texts import odd

REVISIONS = ["HEAD", "HEAD~1", "HEAD^2", "HEAD@{1}", "HEAD@{yesterday}", "HEAD@{-1}", "@{-1}", "@{u}", "@", "", ":/one", "HEAD^{/one}",
             "HEAD^{}", "HEAD^{tree}", "HEAD^{blob}", "HEAD:agreements", "main..HEAD", "^HEAD", "-x", "--all", "--output=out.txt",
             "HEAD@{1 minute ago}", "x" * 5_000, "HEAD\n", "HEAD\x00", "\udcff", "0" * 40, "deadbeef", "refs/heads/*", "HEAD~9999999999",
             "HEAD" + "^" * 3_000, "HEAD^{/(((((a*)*)*)*)*b}", "stash@{0}", "FETCH_HEAD", "HEAD@{9999999999}", ":0", ":/", "{", "}", "HEAD^{"]  # fmt: skip
PATHS = [
    INSIDE,
    INSIDE,
    INSIDE,
    "",
    ".",
    "agreements",
    f"{INSIDE}/agreement.yaml",
    "../x",
    "/",
    "x" * 4_000,
    "a\\b",
    "a\nb",
    ":(top)",
    "*",
]
SETTINGS = ["core.fsmonitor", "core.hooksPath", "core.sshCommand", "core.pager", "diff.external", "filter.evil.clean", "filter.evil.smudge",
            "filter.evil.process", "gpg.program", "credential.helper", "alias.rev-parse", "alias.cat-file", "alias.ls-tree",
            "core.alternateRefsCommand", "core.editor", "core.worktree", "core.bare", "core.repositoryFormatVersion",
            "extensions.partialClone", "include.path", "core.attributesFile", "core.excludesFile", "remote.origin.uploadpack"]  # fmt: skip


def git_case(rng: Random) -> Case:
    """Two versions compared, one of them at a revision."""
    revision, path = rng.choice([*REVISIONS, odd(rng)]), rng.choice(PATHS)
    old = f"{revision}:{path}"
    arguments = rng.choice(
        [["diff", "--", old, NAME], ["diff", "--stat", "--", NAME, old], ["diff", "--", old, f"HEAD:{INSIDE}"],
         ["drift", NAME, "--update", "governance"], ["validate", "--", old]]
    )  # fmt: skip
    seed = rng.random()

    def spoil(project: Path) -> None:
        local = Random(seed)
        for _ in range(local.choice([0, 0, 1, 2])):
            local.choice((_setting, _object, _part))(project / ".git", local)

    return Case(arguments, [spoil], (INSIDE,) if "--update" in arguments else (), in_git=True)


def _setting(folder: Path, rng: Random) -> None:
    program = folder.parent.parent / "program"
    section, _, name = rng.choice(SETTINGS).rpartition(".")
    first, _, second = section.partition(".")
    title = f'{first} "{second}"' if second else first
    with (folder / "config").open("a") as file:
        file.write(f"[{title}]\n\t{name} = {rng.choice([str(program), f'!{program}', 'true', '1', ''])}\n")
    (folder / "info").mkdir(exist_ok=True)
    (folder / "info" / "attributes").write_text("* filter=evil diff=evil\n")


def _object(folder: Path, rng: Random) -> None:
    files = sorted(path for path in (folder / "objects").rglob("*") if path.is_file())
    if files:
        path = rng.choice(files)
        path.chmod(0o644)
        _spoiled(path, rng)


def _part(folder: Path, rng: Random) -> None:
    path = folder / rng.choice(
        ["HEAD", "config", "index", "packed-refs", "shallow", "commondir", "refs/heads/main", "objects/info/alternates"]
    )
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(path.read_bytes() if path.is_file() else b"")
    _spoiled(path, rng)


def _spoiled(path: Path, rng: Random) -> None:
    raw = path.read_bytes()
    at = rng.randrange(len(raw) + 1)
    match rng.randrange(5):
        case 0:
            path.unlink()
        case 1:
            path.write_bytes(raw[:at])
        case 2:
            path.write_bytes(raw[:at] + bytes(rng.choices(range(256), k=3)) + raw[at + 1 :])
        case 3:
            path.write_bytes(b"")
        case _:
            path.write_bytes(bytes(rng.choices(range(256), k=200)))
