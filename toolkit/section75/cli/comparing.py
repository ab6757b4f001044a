"""Options of the commands that compare two versions."""

from __future__ import annotations

import argparse


def add_its_source(parser: argparse.ArgumentParser) -> None:
    """Take --its-source."""
    words = "where a Word file was changed after it was printed, compare the agreement that it carries"
    parser.add_argument("--its-source", action="store_true", help=words)


def add_left_out(parser: argparse.ArgumentParser) -> None:
    """Take --only and --no-risks."""
    parser.add_argument("--only", choices=("substance",), help="list only changes that do not appear administrative")
    parser.add_argument("--no-risks", action="store_true", help="do not list changes of the risk register")
