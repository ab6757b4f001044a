"""The command `s75`. Asking for the version reads nothing else."""

from __future__ import annotations

import gc
import sys
from contextlib import suppress

from section75 import __version__


def main() -> int:
    """Run the command with the arguments of the process; gives its exit code."""
    if sys.argv[1:] in (["--version"], ["-V"]):
        with suppress(OSError, AttributeError):  # a closed or full standard output is told by the command below
            sys.stdout.write(f"s75 {__version__}\n")
            sys.stdout.flush()
            return 0
    # One command builds one agreement and ends: collecting garbage would only cost time.
    gc.disable()
    from section75.cli import run  # noqa: PLC0415 -- the rest of the toolkit is read only where it is wanted

    return run(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
