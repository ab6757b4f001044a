"""What a verb that takes many agreements asks for. What then goes through them is read only where it is wanted."""

from __future__ import annotations

import argparse


def add_many(parser: argparse.ArgumentParser) -> None:
    """Take --shard, --jobs and --no-cache."""
    parser.add_argument("--shard", metavar="N/COUNT", help="one part of the agreements, split by name, e.g. 3/8")
    add_jobs(parser)
    add_memory(parser)


def add_jobs(parser: argparse.ArgumentParser) -> None:
    """Take --jobs."""
    parser.add_argument("--jobs", type=int, metavar="N", help="processes to use; as many as processors if not given")


def add_memory(parser: argparse.ArgumentParser) -> None:
    """Take --no-cache."""
    parser.add_argument("--no-cache", action="store_true", help="remember nothing, and use nothing remembered")
