"""The document-control sheet in words for a board: versions, approvals, executions, what is open, the digest."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from section75.document import Control
from section75.findings import Finding
from section75.language.british import day
from section75.load import RECORDS, RISKS_FILE, Loaded
from section75.model import Agreement
from section75.model.agreement import FAR_OFF
from section75.signoff import Coverage, changed_lines, coverage, digests, executions

if TYPE_CHECKING:
    from section75.judging.agreement import Judgement
    from section75.render.word.source import Source


def control_sheet(loaded: Loaded, judgement: Judgement, source: Source) -> Control:
    """What stands on the sheet of a draft. It does not depend on the day, so a print is the same on every day."""
    agreement = loaded.required()
    return Control(
        versions=tuple((v.version, day(v.date), v.by, v.summary) for v in agreement.versions),
        digest=source.digest,
        scheme=source.scheme,
        outstanding=tuple((_where(finding), finding.message) for finding in judgement.findings),
        to_settle=tuple((each.owner or "Nobody named", each.question) for each in agreement.open_questions),
        accepted=tuple((f"{_where(found)}: {found.message}", entry.reason) for found, entry in judgement.accepted),
        approvals=tuple(_approvals(loaded, agreement)),
        signed=tuple(_signed(loaded, agreement)),
    )


def _where(finding: Finding) -> str:
    """The clause or schedule of a finding, or which of the files it is in."""
    if finding.cited:
        return finding.cited[0].upper() + finding.cited[1:]
    if f"/{RECORDS}/" in f"/{finding.place.path}":
        return "The records"
    return "The risk register" if finding.place.path.endswith(RISKS_FILE) else "The agreement"


def _approvals(loaded: Loaded, agreement: Agreement) -> Iterator[tuple[str, str]]:
    if not agreement.approvals:
        return
    made = digests(loaded.data, agreement)
    names = loaded.numbers.in_words()
    for each in coverage(agreement, loaded.approvals, made, FAR_OFF):
        became = f": {'; '.join(changed_lines(each.changed, names))}" if each.changed else ""
        yield each.required.body, f"{_decided(each)}{each.standing}{became}"


def _decided(each: Coverage) -> str:
    if each.approval is None:
        return ""
    decided = f"{day(each.approval.on)}, {each.approval.reference}"
    within = f"; its delegate on {day(each.within.on)}, {each.within.reference}" if each.within else ""
    return f"{decided}{within}; "


def _signed(loaded: Loaded, agreement: Agreement) -> Iterator[tuple[str, str]]:
    for nth, each in enumerate(executions(agreement, loaded.executed, FAR_OFF)):
        if nth == 0:
            yield "The agreement", f"executed on {day(each.dated)}"
            continue
        what = "Deed of variation" if each.form == "deed" else "Variation agreement"
        changed = f": {'; '.join(each.provisions)}" if each.provisions else ""
        yield what, f"executed on {day(each.dated)}, with effect from {day(each.effective or each.dated)}{changed}"
