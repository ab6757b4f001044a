"""`s75 schema`: the JSON Schema of a kind of file, in one piece."""

from __future__ import annotations

import argparse
import json

from section75.cli.terminal import Terminal
from section75.errors import UsageError
from section75.schema import KINDS, OUTPUTS, SHARED, bundle, schema_of


def describe(parser: argparse.ArgumentParser) -> None:
    """Say what the command takes."""
    parser.description = (
        "Print the JSON Schema of a kind of file, complete in itself for any validator, or list the kinds."
    )
    parser.epilog = "an example:\n  s75 schema governance > governance.json"
    parser.add_argument("kind", nargs="?", metavar="KIND", help="e.g. agreement, governance, finance, risks")


def run(options: argparse.Namespace, terminal: Terminal) -> int:
    """Print the schema, or the kinds with what each is for."""
    if options.kind is None:
        kinds = (*KINDS, *OUTPUTS)
        width = max(map(len, kinds))
        terminal.say("".join(f"{kind:{width}}  {schema_of(kind)['description']}\n" for kind in kinds))
        return 0
    if options.kind not in (*KINDS, *SHARED, *OUTPUTS):
        raise UsageError(f"there is no kind {options.kind}", "one of: " + ", ".join((*KINDS, *OUTPUTS)))
    terminal.say(json.dumps(bundle(options.kind), ensure_ascii=False, indent=2) + "\n")
    return 0
