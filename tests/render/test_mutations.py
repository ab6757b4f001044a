"""The tests of what is drawn and said are worth their name: each fault put in on purpose turns one of them red."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

import section75
from tests.support.mutations import MUTATIONS, Mutation, applied, read
from tests.support.printing import ROOT

SOURCE = Path(section75.__file__).parent
USED = sorted({test for mutation in MUTATIONS for test in mutation.tests})


@pytest.fixture(scope="module")
def package(tmp_path_factory) -> Path:
    """A copy of the toolkit, with the compiled files beside it, so that only what is changed is compiled again."""
    copy = tmp_path_factory.mktemp("mutated") / "section75"
    shutil.copytree(SOURCE, copy)
    return copy


def outcome(package: Path, tests: Sequence[str]) -> subprocess.CompletedProcess[str]:
    """The tests, run on the copy until one fails."""
    environment = {
        **os.environ,
        "PYTHONPATH": str(package.parent),
        "PYTHONDONTWRITEBYTECODE": "1",
        "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1",
    }
    command = [sys.executable, "-m", "pytest", "-x", "-q", "--tb=line", "-p", "no:cacheprovider", *tests]
    return subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)


@pytest.mark.slow
def test_the_copy_is_what_is_tested_and_passes_as_it_is(package):
    where = "import section75; print(section75.__file__)"
    done = subprocess.run(
        [sys.executable, "-c", where],
        env={**os.environ, "PYTHONPATH": str(package.parent)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert Path(done.stdout.strip()).parent == package
    clean = outcome(package, USED)
    assert clean.returncode == 0, clean.stdout


@pytest.mark.slow
@pytest.mark.parametrize("mutation", MUTATIONS, ids=lambda mutation: mutation.name)
def test_a_fault_is_noticed(mutation: Mutation, package):
    with applied(mutation, package):
        done = outcome(package, mutation.tests)
    # 1: a test failed. Anything else, such as a package that cannot be imported, notices nothing.
    assert done.returncode == 1, f"{mutation.name}: no test notices\n{done.stdout[-2000:]}{done.stderr[-2000:]}"


@pytest.mark.parametrize("mutation", MUTATIONS, ids=lambda mutation: mutation.name)
def test_a_fault_can_be_put_in_and_its_tests_are_there(mutation):
    assert read(mutation, SOURCE)
    assert [test for test in mutation.tests if not (ROOT / test).is_file()] == []


@pytest.mark.parametrize("room", ["render/word", "reports/text.py", "reports/nowhere.py"])
def test_a_fault_that_cannot_be_put_in_is_told(room):
    gone = Mutation("gone", room, (("<w:nowhere/>", ""),), ())
    with pytest.raises(LookupError, match="no longer applies"):
        read(gone, SOURCE)


def test_names_are_given_once():
    assert len({mutation.name for mutation in MUTATIONS}) == len(MUTATIONS)
