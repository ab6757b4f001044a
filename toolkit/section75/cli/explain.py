"""`s75 explain`: what a finding means and how to mend it."""

from __future__ import annotations

import argparse

from section75.cli.terminal import Terminal
from section75.explanations import codes, explain


def describe(parser: argparse.ArgumentParser) -> None:
    """Say what the command takes."""
    parser.description = "Say what a finding means, why it matters and how to mend it, with a bad and a good example."
    parser.epilog = "an example:\n  s75 explain broken-reference\n\nWithout a code, every code is listed."
    parser.add_argument("code", nargs="?", metavar="CODE", help="the code in square brackets")


def run(options: argparse.Namespace, terminal: Terminal) -> int:
    """Print the explanation, or every code."""
    terminal.say(explain(options.code).rstrip() + "\n" if options.code else "\n".join(codes()) + "\n")
    return 0
