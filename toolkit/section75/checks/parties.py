"""Who may make an agreement under section 75, and whether each party executes it once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from section75.checks.case import Case
from section75.findings import Remark
from section75.law.arrangements import ARRANGEMENT_TYPES, POOLED_FUND, wrong_way_round
from section75.law.bodies import joins_both
from section75.model import Agreement, Arrangement
from section75.model.agreement import ExecutionBlock


def parties(case: Case) -> Iterator[Remark]:
    """`party-kind` (NHS Act 2006 s75(1); SI 2000/617 regulations 4, 8 and 9), and how the parties execute."""
    agreement = case.agreement
    kinds: dict[str, str] = {party.id: party.kind for party in agreement.parties}
    if not joins_both(kinds.values()):
        message = "an agreement under section 75 needs at least one NHS body and one council"
        hint = "give each party its kind; see regulation 3 of SI 2000/617"
        yield Remark("party-kind", message, agreement.parties[0].id, at="kind", hint=hint)
    for arrangement in agreement.arrangements:
        yield from _arrangement(arrangement, kinds)
    yield from _execution(agreement)


def _arrangement(arrangement: Arrangement, kinds: dict[str, str]) -> Iterator[Remark]:
    if arrangement.type != POOLED_FUND and not arrangement.on_behalf_of:
        message = "the arrangement does not say whose functions they are"
        hint = "name the party under on_behalf_of"
        yield Remark("arrangement-parties", message, arrangement.id, hint=hint)
    if len(arrangement.parties) < 2 and arrangement.type == POOLED_FUND:
        message = "a fund is pooled by two parties at least"
        yield Remark("arrangement-parties", message, arrangement.id, hint="name all of them under participants")
    if arrangement.participants and arrangement.exercised_by not in arrangement.participants:
        message = "the host of the fund is not among those who pay into it"
        hint = "add it to the participants, or name another host"
        yield Remark("arrangement-parties", message, arrangement.id, at="participants", hint=hint)
    by, of = kinds.get(arrangement.exercised_by), kinds.get(arrangement.on_behalf_of)
    if by and of and wrong_way_round(arrangement.type, by, of):
        message = "the two parties are the wrong way round for this type of arrangement"
        regulation = ARRANGEMENT_TYPES[arrangement.type].regulation
        hint = f"see regulation {regulation} of SI 2000/617; change the type, or swap the parties"
        yield Remark("party-kind", message, arrangement.id, at="type", hint=hint)


def _execution(agreement: Agreement) -> Iterator[Remark]:
    if agreement.execution is None:
        return
    blocks: Counter[str] = Counter(block.party for block in agreement.execution.blocks)
    for party in agreement.parties:
        if blocks[party.id] != 1:
            count = "no execution block" if not blocks[party.id] else f"{blocks[party.id]} execution blocks"
            hint = "give each party one block under execution"
            yield Remark("execution-incomplete", f"{party.name} has {count}", agreement.id, at="execution", hint=hint)
    for block in agreement.execution.blocks:
        said, hint = _form(block, deed=agreement.execution.form == "deed")
        if said:
            yield Remark("execution-form", said, block.id, at="method", hint=hint)


def _form(block: ExecutionBlock, deed: bool) -> tuple[str, str]:
    """What is wrong with how a party executes, and what to do; nothing where the form and the method agree.

    A seal makes a document a deed. An attorney's deed is signed before a witness who attests the signature (Law of
    Property (Miscellaneous Provisions) Act 1989, section 1(3)), and one signature alone executes none.
    """
    if block.method == "common-seal" and not deed:
        return "a document under hand is not sealed", "set the form to deed, or have the party sign"
    if deed and block.method == "signature":
        return "one signature does not execute a deed", "choose another method, or set the form to under-hand"
    if deed and block.method == "attorney" and not block.witnessed:
        return "a deed that an attorney signs needs a witness", "add `witnessed: true` to the block"
    count = len(block.attested_by)
    if block.method == "two-directors" and count != 2:
        return f"two directors sign, and attested_by names {count}", "name the two roles under attested_by"
    return "", ""
