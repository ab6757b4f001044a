"""What is wrong with the approvals and executions that are recorded beside an agreement."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from section75.findings import Remark, Severity
from section75.language import british
from section75.load import Loaded
from section75.model import Agreement, Executed
from section75.model.agreement import FAR_OFF
from section75.signoff import changed_lines, changes, digests, executions, parts

WARNING = Severity.WARNING


def signed(loaded: Loaded) -> Iterator[Remark]:
    """Remarks on approvals and executions. Raises `SourceError` where the agreement could not be built."""
    agreement = loaded.required()
    yield from _elsewhere(loaded, agreement)
    done = executions(agreement, loaded.executed, FAR_OFF)
    if done:
        yield from _changed(loaded, agreement, done[-1])
        yield from _late(agreement.term.start, "the term began", done[0])
        yield from _by_another(agreement, done[-1])
    for deed in done[1:]:
        yield from _late(deed.effective or deed.dated, "it took effect", deed)


def _elsewhere(loaded: Loaded, agreement: Agreement) -> Iterator[Remark]:
    known: set[str] = {required.id for required in agreement.approvals}
    of = [(str(each.id), each.agreement) for each in loaded.approvals]
    of += [(str(each.id), each.agreement) for each in loaded.executed]
    for record, other in of:
        if other != agreement.id:
            message = f"this is of {other}, not of {agreement.id}, and counts for nothing here"
            hint = "move it to the folder of that agreement, or take it away"
            yield Remark("signed-elsewhere", message, record, at="agreement", hint=hint, severity=WARNING)
    for approval in loaded.approvals:
        if approval.agreement == agreement.id and approval.requires not in known:
            message = f"the agreement requires no approval {approval.requires}, so this decision counts for nothing"
            hint = "correct the name, or list the approval in agreement.yaml"
            yield Remark("signed-elsewhere", message, approval.id, at="requires", hint=hint, severity=WARNING)


def _changed(loaded: Loaded, agreement: Agreement, last: Executed) -> Iterator[Remark]:
    made = digests(loaded.data, agreement)
    if made.whole == last.digest:
        return
    then = {str(each.unit): each.digest for each in last.units}
    became = changed_lines(changes(then, parts(agreement, made)), loaded.numbers.in_words())
    message = f"the files no longer say what was executed on {british.day(last.dated)}: {'; '.join(became)}"
    hint = "what was executed is changed by a deed of variation alone; AGREEMENT@executed names it"
    yield Remark("changed-since-executed", message, last.id, at="digest", hint=hint, severity=WARNING)


def _late(start: str, began: str, last: Executed) -> Iterator[Remark]:
    if last.dated > start:
        message = f"it was executed on {british.day(last.dated)}, after {began} on {british.day(start)}"
        hint = "take advice on what was done in between, and accept this finding with the reason"
        yield Remark("signed-late", message, last.id, at="dated", hint=hint, severity=WARNING)


def _by_another(agreement: Agreement, last: Executed) -> Iterator[Remark]:
    named = {str(block.id): block.attested_by for block in agreement.execution.blocks} if agreement.execution else {}
    for block in last.blocks:
        offices = named.get(str(block.block), ())
        strange = [office for office in block.by if office not in offices]
        if strange:
            wanted = " and ".join(offices) or "nobody"
            message = f"{strange[0]} executed {block.block}, for which the agreement names {wanted}"
            hint = "correct the record, or show by what authority this office signed and accept this finding"
            said = Remark("signed-by-another", message, last.id, at="blocks", hint=hint, severity=WARNING)
            yield replace(said, needle=strange[0])
