"""`s75 list`: the agreements of the project."""

from __future__ import annotations

import argparse
from pathlib import Path

from section75 import british
from section75.cli.terminal import Terminal
from section75.load import load_agreement
from section75.projects import disk_tree, find_project, short_name


def describe(parser: argparse.ArgumentParser) -> None:
    """Say what the command takes."""
    parser.description = "List the agreements below agreements/, with version, term and parties."
    parser.epilog = "an example:\n  s75 list"


def run(options: argparse.Namespace, terminal: Terminal) -> int:  # noqa: ARG001 -- every verb takes the same
    """Print one block of lines for each agreement."""
    here = Path.cwd()
    project = find_project(here)
    folders = list(project.agreements())
    for folder in folders:
        terminal.step(f"Reading {folder.name}")
        agreement = load_agreement(disk_tree(folder, here)).agreement
        terminal.clear()
        terminal.say(f"{short_name(folder, project)}\n")
        if agreement is None:
            terminal.say("    cannot be read; see `s75 validate`\n")
            continue
        term = f"{british.day(agreement.term.start)} to {british.day(agreement.term.end)}"
        terminal.say(f"    {agreement.title}, version {agreement.version}, {term}\n")
        terminal.say(f"    {'; '.join(party.name for party in agreement.parties)}\n")
    if not folders:
        terminal.say("no agreements yet; start one with `s75 new NAME`\n")
    return 0
