"""Hostile inputs tried in another process, which is ended where it takes too long; and what is wrong with each result."""

from __future__ import annotations

import json
import select
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[3]
PATIENCE = 120
"""Seconds after which a command hangs. It is asked of a machine that does other work too."""
PROCESSOR = 20
"""Seconds of work that no input may cost."""
MEMORY = 500
"""Megabytes that no input may take."""


class Watched:
    """A process that tries one input after another."""

    def __init__(self) -> None:
        self._process: subprocess.Popen[str] | None = None

    def tried(self, kind: str, seed: int, number: int) -> dict[str, Any]:
        """What came of an input; `{"code": "hangs"}` where it did not end, or ended the process."""
        if self._process is None:
            self._process = subprocess.Popen(
                [sys.executable, "-m", "tests.support.hostile.worker"],
                cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
            )  # fmt: skip
        stdin, stdout = self._process.stdin, self._process.stdout
        assert stdin and stdout
        stdin.write(f"{kind} {seed} {number}\n")
        stdin.flush()
        ready, _, _ = select.select([stdout], [], [], PATIENCE)
        line = stdout.readline() if ready else ""
        if not line:
            self.close()
            return {"code": "hangs or ends the process"}
        return dict(json.loads(line))

    def close(self) -> None:
        """End the process."""
        if self._process:
            self._process.kill()
            self._process.communicate()
            self._process = None


def faults(result: dict[str, Any]) -> Iterator[str]:
    """What is wrong with a result."""
    code, err = result["code"], result.get("err", "")
    if code not in (0, 1, 2):
        yield f"exit code {code}: {result.get('log', '')}"
        return
    if "Traceback" in err or "bug of ours" in err:
        yield "a traceback"
    if any((ord(c) < 32 and c != "\n") or 127 <= ord(c) < 160 for c in err + result["out"]):
        yield "a control character reaches the terminal"
    if code and not err and not result["out"]:
        yield "no reason is told"
    if err.count("\ns75: ") + err.startswith("s75: ") > 1 and "error:" not in err:
        yield "more than one reason is told"
    if len(err) > 20_000 or max(map(len, err.split("\n")), default=0) > 2_000:
        yield "the reason is too long to read"
    if result["changed"]:
        yield f"written: {result['changed'][:5]}"
    if result["marker"]:
        yield "a program that the repository names was run"
    if result["seconds"] > PROCESSOR:
        yield f"{result['seconds']} seconds"
    if result["megabytes"] > MEMORY:
        yield f"{result['megabytes']} MB"
