import os
import sys
import time

import pytest

from section75.aside import aside

splits = pytest.mark.skipif(
    sys.platform in ("win32", "darwin") or len(os.sched_getaffinity(0)) < 2,
    reason="this machine does it in one process",
)


def test_work_is_done_and_handed_over():
    here = {"clauses": 12}
    with aside(lambda: {**here, "pages": 60}) as made:
        assert made() == {"clauses": 12, "pages": 60}


@splits
def test_it_is_done_in_another_process_while_this_one_goes_on(tmp_path):
    begun = tmp_path / "begun"

    def work():
        begun.write_text("yes")
        return os.getpid()

    with aside(work) as made:
        until = time.monotonic() + 20
        while not begun.exists() and time.monotonic() < until:
            time.sleep(0.01)
        assert begun.exists()
        assert made() != os.getpid()


def test_an_error_is_raised_as_if_nothing_had_been_aside():
    def work():
        raise ValueError("a clause is missing")

    with aside(work) as made, pytest.raises(ValueError, match="a clause is missing"):
        made()


def test_what_cannot_be_handed_over_is_made_here():
    with aside(lambda: lambda: "clause 12") as made:
        assert made()() == "clause 12"


@splits
def test_work_that_nobody_waits_for_is_stopped(tmp_path):
    ended = tmp_path / "ended"

    def work():
        time.sleep(1)
        ended.write_text("yes")

    with aside(work):
        pass
    time.sleep(1.5)
    assert not ended.exists()


def test_one_processor_does_it_when_it_is_waited_for(monkeypatch):
    monkeypatch.setattr("os.sched_getaffinity", lambda _: {0}, raising=False)
    with aside(os.getpid) as made:
        assert made() == os.getpid()
