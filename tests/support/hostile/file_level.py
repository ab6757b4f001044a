"""Files that are none, lead elsewhere, or have names that lead astray."""

from __future__ import annotations

import contextlib
import os
import shutil
from collections.abc import Callable
from pathlib import Path
from random import Random

from tests.support.hostile.case import INSIDE, Case, command

PLACES = [
    f"{INSIDE}/agreement.yaml", f"{INSIDE}/agreement.yaml", f"{INSIDE}/risks.yaml", f"{INSIDE}/schedules/finance.yaml",
    f"{INSIDE}/schedules", f"{INSIDE}/records/meetings/m.yaml", f"{INSIDE}/records", INSIDE, "agreements/other/2020",
    "agreements/other/agreement.yaml", "reviews/mine.yaml", "reviews", "schedules", "schedules/governance.yaml", "templates",
    "templates/agreement.docx", "templates/report.docx", "agreements", "out.html", "out.docx", ".s75", f"{INSIDE}/schedules/link.yaml",
]  # fmt: skip


def file_case(rng: Random) -> Case:
    """A project in which something stands that is no ordinary file."""
    arguments, writes = command(rng)
    spoil = [_spoiling(rng) for _ in range(rng.choice([1, 1, 2]))]
    if rng.random() < 0.1:
        arguments, writes = ["validate", str(rng.choice(NAMES))], ()
    return Case(arguments, spoil, writes)


NAMES = ["agreements/" + "x" * 300 + "/2018", "x/" * 2_500, "a\udcff/2018", ".", "..", "/", "/dev/null", "/dev/zero", "agreements",
         f"{INSIDE}/agreement.yaml/", f"{INSIDE}/risks.yaml", "agreements/other/2020", "~", "$HOME", "a\nb", "\x1b[2J"]  # fmt: skip


def _spoiling(rng: Random) -> Callable[[Path], object]:
    place, way = rng.choice(PLACES), rng.choice(WAYS)

    def spoil(project: Path) -> None:
        target = project / place
        # Two of them may be in each other's way.
        with contextlib.suppress(OSError):
            target.parent.mkdir(parents=True, exist_ok=True)
            if target.is_symlink() or target.is_file():
                target.unlink()
            elif target.is_dir():
                shutil.rmtree(target)
            way(target)

    return spoil


def _beside(target: Path) -> None:
    (target.parent / os.fsdecode(b"\xff\xfe.yaml")).write_text("format: 1\n")


def _long(target: Path) -> None:
    (target.parent / ("x" * 250 + ".yaml")).write_text("format: 1\n")


def _deep(target: Path) -> None:
    """A path of several thousand characters, made step by step."""
    target.mkdir(parents=True)
    here = os.open(target, os.O_RDONLY)
    for _ in range(20):
        os.mkdir("x" * 200, dir_fd=here)
        below = os.open("x" * 200, os.O_RDONLY, dir_fd=here)
        os.close(here)
        here = below
    os.close(os.open("agreement.yaml", os.O_CREAT | os.O_WRONLY, dir_fd=here))
    os.close(here)


def _sparse(target: Path) -> None:
    with target.open("wb") as file:
        file.truncate(5_000_000_000)


def _closed(target: Path) -> None:
    target.write_text("format: 1\n")
    target.chmod(0)


def _circle(target: Path) -> None:
    target.mkdir(parents=True)
    (target / "agreement.yaml").symlink_to("agreement.yaml")
    (target / "down").symlink_to(target)


WAYS: list[Callable[[Path], object]] = [
    lambda target: target.symlink_to(target.name),
    lambda target: target.symlink_to("/etc/passwd"),
    lambda target: target.symlink_to("/dev/zero"),
    lambda target: target.symlink_to("/dev/full"),
    lambda target: target.symlink_to("/"),
    lambda target: target.symlink_to("../../.."),
    lambda target: target.symlink_to("nowhere"),
    os.mkfifo,
    os.mkdir,
    lambda target: (target.mkdir(), (target / "agreement.yaml").mkdir()),
    lambda target: (target.mkdir(), (target / "x.yaml").mkdir()),
    lambda target: (target.mkdir(), os.mkfifo(target / "x.yaml")),
    lambda target: target.write_bytes(b""),
    lambda target: target.write_bytes(b"\x00" * 1_000),
    lambda target: target.write_text("[a, b]"),
    lambda target: target.write_text("format: 1\nid: x\n"),
    _beside,
    _long,
    _deep,
    _sparse,
    _closed,
    _circle,
]
