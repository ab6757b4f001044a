"""What many tests stand on: the small agreement in a project, and in a repository."""

from __future__ import annotations

import gc
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from section75.project.memory import OFF
from tests.support.agreements import BASE
from tests.support.repositories import INSIDE, repository_in

gc.set_threshold(50_000, 20, 50)
"""Agreements stay in memory once they are loaded. Going through them all for rubbish after every few hundred objects
is a quarter of the time of the tests.
"""


@pytest.fixture(autouse=True, scope="session")
def _nothing_remembered() -> Iterator[None]:
    """The command remembers nothing from one test to another."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(OFF, "1")
        yield


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project that holds the small agreement as newtown/2018. The command stands in it."""
    shutil.copytree(BASE, tmp_path / INSIDE)
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def folder(project: Path) -> Path:
    """The folder of the small agreement in such a project."""
    return project / INSIDE


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository with the small agreement in one commit, and an edit that is not committed. The command stands in it."""
    monkeypatch.chdir(tmp_path)
    return repository_in(tmp_path)
