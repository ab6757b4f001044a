"""Names and addresses of parties as `s75 new` takes them: by side, or by the id of each party."""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Iterator, Sequence

from section75.cli.typed import one_line
from section75.errors import UsageError
from section75.law.bodies import COUNCIL
from section75.model import Party

Given = dict[str, str]
"""What was given, by the id of the party."""


def given_parties(options: argparse.Namespace, parties: Sequence[Party]) -> tuple[Given, Given]:
    """The names and the addresses that the options give.

    Raises `UsageError` where an option names no party, or a side of which there are several parties.
    """
    names = dict(_by_side(parties, options.council, options.nhs_body, ("--council", "--nhs-body", "--name")))
    sides = ("--council-address", "--nhs-address", "--address")
    addresses = dict(_by_side(parties, options.council_address, options.nhs_address, sides))
    names.update(_by_id(parties, options.names, "--name"))
    addresses.update(_by_id(parties, options.addresses, "--address"))
    return names, addresses


def _by_side(
    parties: Sequence[Party], council: str | None, nhs: str | None, options: tuple[str, str, str]
) -> Iterator[tuple[str, str]]:
    for option, given, is_council in ((options[0], council, True), (options[1], nhs, False)):
        side = [party.id for party in parties if (party.kind == COUNCIL) is is_council]
        if not given:
            continue
        if len(side) != 1:
            said = f"{option} does not say which of the parties is meant: {', '.join(side)}"
            raise UsageError(said, f"name each by its id, e.g. {options[2]} {side[0]}=...")
        yield side[0], given


def _by_id(parties: Sequence[Party], given: Iterable[str], option: str) -> Iterator[tuple[str, str]]:
    known = [party.id for party in parties]
    for each in given:
        identity, separator, words = each.partition("=")
        if not separator or identity not in known or not words.strip():
            said = f"{option} {each} does not name a party"
            raise UsageError(said, f"write {option} PARTY=WORDS; the parties are {', '.join(known)}")
        yield identity, one_line(option, words)
