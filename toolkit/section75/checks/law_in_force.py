"""Enactments, bodies, returns and programmes that an agreement names, held against when they are in force."""

from __future__ import annotations

from collections.abc import Iterator

from section75.checks.case import Case
from section75.findings import WARNING, Remark, Severity
from section75.language.british import day
from section75.law.mentions import Mention, mentions, named_in
from section75.model import LawEntry, Term
from section75.model.leaves import Leaf
from section75.model.units import Day, Id, Ref

NOT_PRINTED = ("notes", "provenance", "accepted", "terms_allowed", "versions", "renews")
CHECK_IT = "; this entry is not confirmed, so have it checked"


def law_in_force(case: Case) -> Iterator[Remark]:
    """`law-gone`, `law-going`, `law-not-yet` and `law-renamed`, for the whole of the term.

    A sentence that says itself that something is abolished, repealed or the predecessor of something is passed over.
    """
    if not case.law:
        return
    asked = {question.id for question in case.agreement.to_settle}
    leaves = [leaf for leaf in case.leaves if _is_read(leaf) and leaf.owner not in asked]
    texts = [" ".join(leaf.value.split()) for leaf in leaves]
    names = {entry.id: entry for entry in case.law}
    for position, entries in sorted(named_in(texts, case.law).items()):
        for mention in mentions(texts[position], entries):
            remark = None if mention.is_past else _judged(mention, case.agreement.term, leaves[position], names)
            if remark:
                yield remark


def _is_read(leaf: Leaf) -> bool:
    return isinstance(leaf.value, str) and leaf.unit not in (Id, Ref, Day) and not leaf.path.startswith(NOT_PRINTED)


def _judged(mention: Mention, term: Term, leaf: Leaf, names: dict[str, LawEntry]) -> Remark | None:
    entry, start, end = mention.entry, term.start, term.last_day
    if entry.not_in_force and entry.known <= start:
        return _remark("law-not-yet", f"{mention.words}: this is not in force", mention, leaf, names, WARNING)
    if entry.to and entry.to < start:
        code = "law-renamed" if entry.renamed else "law-gone"
        severity = WARNING if entry.renamed else Severity.ERROR
        said = "has another name since" if entry.renamed else "ended on"
        return _remark(code, f"{mention.words}: this {said} {day(entry.to)}", mention, leaf, names, severity)
    if entry.to and entry.to < end and entry.known <= start and not mention.is_ending:
        said = f"{mention.words}: this ends on {day(entry.to)}, during the term"
        return _remark("law-going", said, mention, leaf, names, WARNING)
    if entry.from_ and entry.from_ > start and entry.known <= start:
        said = f"{mention.words}: this is in force only from {day(entry.from_)}, after the term begins"
        return _remark("law-not-yet", said, mention, leaf, names, WARNING)
    return None


def _remark(
    code: str, message: str, mention: Mention, leaf: Leaf, names: dict[str, LawEntry], severity: Severity
) -> Remark:
    entry = mention.entry
    after = ", ".join(names[each].name for each in entry.followed_by if each in names)
    advice = entry.do or (f"after it: {after}" if after else "bring the words up to date")
    unsure = CHECK_IT if entry.confirmed == "unconfirmed" else ""
    hint = f"{advice.rstrip('.')} ({entry.source}{unsure})"
    return Remark(code, message, leaf.owner, at=leaf.path, needle=mention.words, hint=hint, severity=severity)
