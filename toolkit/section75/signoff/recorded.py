"""What is recorded of a text: which bodies approved exactly it, and whether it was executed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from section75.language import british
from section75.model import Agreement, Approval, Executed


def decisions_on(
    digest: str, agreement: Agreement, approvals: Sequence[Approval], executed: Sequence[Executed], today: str
) -> tuple[str, ...]:
    """Everything recorded by a day, year-month-day, of the text with a digest, each in words: "executed on 1 May 2025".

    Records of another agreement count for nothing.
    """
    return tuple(_decisions(digest, agreement, approvals, executed, today))


def _decisions(
    digest: str, agreement: Agreement, approvals: Sequence[Approval], executed: Sequence[Executed], today: str
) -> Iterator[str]:
    bodies: dict[str, str] = {str(required.id): required.body for required in agreement.approvals}
    for each in sorted(executed, key=lambda record: record.dated):
        if each.digest == digest and each.agreement == agreement.id and each.dated <= today:
            yield f"executed on {british.day(each.dated)}"
    for approval in sorted(approvals, key=lambda record: record.on):
        known = approval.agreement == agreement.id and str(approval.requires) in bodies
        if approval.digest == digest and known and approval.on <= today:
            yield f"approved by {bodies[str(approval.requires)]} on {british.day(approval.on)}, {approval.reference}"
