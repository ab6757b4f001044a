"""That an agreement was executed, as a file: when, by whom, and in exactly which text."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from section75.load.emit import named
from section75.model import ExecutedBlock, HeldNumber
from section75.value import dataclass

KIND = "executed"


@dataclass(frozen=True, slots=True)
class Executing:
    """What was executed, as whoever records it says."""

    dated: str
    """The date of the agreement, year-month-day."""
    blocks: tuple[ExecutedBlock, ...]
    counterparts: int = 1
    effective: str = ""
    """For a deed of variation: from when, year-month-day; "" for from its own date."""


@dataclass(frozen=True, slots=True)
class Text:
    """The text that was executed."""

    agreement: str
    version: str
    form: str
    digest: str
    parts: Mapping[str, str]
    numbers: tuple[HeldNumber, ...]
    varies: str = ""
    """For a deed of variation: id of the record of the execution of the agreement."""
    provisions: tuple[str, ...] = ()
    """For a deed of variation: what it changes, as it is cited."""


def execution_file(made: Executing, text: Text) -> bytes:
    """The file that records an execution."""
    data: dict[str, Any] = {"format": 1, "id": named_on(made.dated, text.varies), "agreement": text.agreement}
    data |= {"version": text.version, "dated": made.dated, "form": text.form, "digest": text.digest}
    data["blocks"] = [_block(each) for each in made.blocks]
    data |= {"counterparts": made.counterparts} if made.counterparts != 1 else {}
    if text.varies:
        data |= {"varies": text.varies, "effective": made.effective or made.dated, "provisions": list(text.provisions)}
    data["units"] = [{"unit": unit, "digest": digest} for unit, digest in text.parts.items()]
    data["numbers"] = [{name: said for name, said in asdict(each).items() if said} for each in text.numbers]
    lines = [line for name, value in data.items() for line in named(name, value, 0)]
    return "\n".join((f"# yaml-language-server: $schema=../{KIND}.json", *lines, "")).encode()


def named_on(dated: str, varies: str) -> str:
    """The id of a record, and the name of its file: of an agreement, or of a deed that varies one."""
    return f"{'varied' if varies else 'executed'}-{dated}"


def _block(block: ExecutedBlock) -> Mapping[str, Any]:
    said: dict[str, Any] = {"block": str(block.block), "by": list(block.by), "on": block.on}
    return said | ({"seal_number": block.seal_number} if block.seal_number else {})
