"""Loading and judging in one: every finding about an agreement, each at its place, accepted ones apart."""

from __future__ import annotations

from dataclasses import replace

from section75.checks import Case, run_checks
from section75.findings import Finding, Place, Remark, has_errors, in_order
from section75.judging.accepted import covers, unused
from section75.judging.once import once
from section75.judging.shown import shown
from section75.judging.signed import signed
from section75.load import Loaded
from section75.model import Accepted, LawEntry
from section75.schema import pointing
from section75.value import dataclass

OF_LAW = "law-"
"""How the codes of findings about the law begin."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """What is wrong with an agreement, and what was accepted."""

    findings: tuple[Finding, ...]
    accepted: tuple[tuple[Finding, Accepted], ...] = ()
    unsettled: int = 0
    """Questions that nobody has decided yet."""

    @property
    def has_errors(self) -> bool:
        """Whether anything stops it from being printed."""
        return has_errors(self.findings)


def judge(loaded: Loaded, law: tuple[LawEntry, ...] = ()) -> Judgement:
    """Everything that reading, the schemas and the rules find, with the law that it is held against.

    Rules run only on what could be built.
    """
    if loaded.agreement is None:
        return Judgement(shown(loaded.findings, loaded))
    remarks = (*run_checks(case_of(loaded, law)), *signed(loaded))
    placed = in_order((*loaded.findings, *(remark.placed(_place(loaded, remark)) for remark in remarks)))
    found = shown((_with_first(finding, loaded) for finding in once(placed)), loaded)
    # What was not asked cannot be said to occur no longer.
    entries = [entry for entry in loaded.agreement.accepted if law or not entry.code.startswith(OF_LAW)]
    idle = [unused(loaded, entry) for entry in entries if not any(covers(entry, finding) for finding in found)]
    covered = {finding: entry for finding in found for entry in reversed(entries) if covers(entry, finding)}
    standing = [finding for finding in found if finding not in covered]
    unsettled = len(loaded.agreement.open_questions)
    return Judgement(in_order((*standing, *shown(idle, loaded))), tuple(covered.items()), unsettled)


def _with_first(finding: Finding, loaded: Loaded) -> Finding:
    """An id that is used again is told with the place where it is used first."""
    if finding.code != "duplicate-id":
        return finding
    first = loaded.places.all_of(finding.owner)[0]
    return replace(finding, hints=(f"it is used first at {first}", *finding.hints))


def case_of(loaded: Loaded, law: tuple[LawEntry, ...] = ()) -> Case:
    """What the rules are given. Raises `SourceError` where the agreement could not be built."""
    return Case(loaded.required(), pointing(loaded.by_kind), loaded.numbers, loaded.risks, loaded.unlisted, law)


def _place(loaded: Loaded, remark: Remark) -> Place:
    if remark.occurrence:
        places = loaded.places.all_of(remark.owner)
        return places[min(remark.occurrence, len(places) - 1)]
    return loaded.places.find(remark.owner, remark.at, remark.needle)
