import os
import signal
import sys
import time

import pytest

from section75.aside import aside

splits = pytest.mark.skipif(
    sys.platform in ("win32", "darwin") or len(os.sched_getaffinity(0)) < 2,
    reason="this machine does it in one process",
)


def wait_for(file):
    """Until a file has been written, or for 20 seconds."""
    until = time.monotonic() + 20
    while not (file.exists() and file.read_text()) and time.monotonic() < until:
        time.sleep(0.01)
    assert file.exists()


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
        wait_for(begun)
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
    begun = tmp_path / "begun"

    def work():
        begun.write_text(str(os.getpid()))
        time.sleep(600)

    with aside(work):
        wait_for(begun)
    with pytest.raises(ProcessLookupError):
        os.kill(int(begun.read_text()), 0)


@splits
def test_an_interruption_while_it_is_waited_for_is_told_and_stops_it(tmp_path):
    begun = tmp_path / "begun"
    here = os.getpid()

    def work():
        begun.write_text(str(os.getpid()))
        os.kill(here, signal.SIGINT)
        time.sleep(600)

    with pytest.raises(KeyboardInterrupt), aside(work) as made:
        made()
    with pytest.raises(ProcessLookupError):
        os.kill(int(begun.read_text()), 0)


@splits
@pytest.mark.parametrize("written", [b"", b"\x80\x05half of"])
def test_what_did_not_come_over_whole_is_made_here(monkeypatch, written):
    """A process that is stopped, for want of memory for example, may have written a part."""
    here = os.getpid()

    def stopped(work, writing):
        os.write(writing, written)
        os.kill(os.getpid(), signal.SIGKILL)

    monkeypatch.setattr("section75.aside._work", stopped)
    with aside(os.getpid) as made:
        assert made() == here


def test_one_processor_does_it_when_it_is_waited_for(monkeypatch):
    monkeypatch.setattr("os.sched_getaffinity", lambda _: {0}, raising=False)
    with aside(os.getpid) as made:
        assert made() == os.getpid()
