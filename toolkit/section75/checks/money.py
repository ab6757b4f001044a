"""Money beside the pool: payments go the way that their power allows, grants cover what is passed on, VAT fits."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from section75.checks.case import Case
from section75.findings import WARNING, Remark
from section75.language import british
from section75.law.bodies import on_council_side
from section75.model.operations import Grant, Payment, Supply
from section75.model.walk import every


def money(case: Case) -> Iterator[Remark]:
    """`payment-direction`, `grant-passed-on` and `vat-regime`."""
    councils: set[str] = {party.id for party in case.agreement.parties if on_council_side(party.kind)}
    for payment in every(Payment, case.agreement):
        yield from _payment(payment, councils)
    for grant in every(Grant, case.agreement):
        yield from _grant(grant)
    for supply in every(Supply, case.agreement):
        yield from _supply(supply, councils)


def _payment(payment: Payment, councils: set[str]) -> Iterator[Remark]:
    """Section 76: a council pays an NHS body. Section 256: an NHS body pays a council (2006 Act)."""
    if payment.payer == payment.payee:
        yield Remark("payment-direction", "a party pays itself", payment.id, at="payee", hint="name two parties")
        return
    pays = payment.payer in councils
    if pays != (payment.power == "section-76"):
        right = "section-76" if pays else "section-256"
        who = "a council" if pays else "an NHS body"
        message = f"{who} pays here, which {payment.power.replace('-', ' ')} does not allow"
        yield Remark("payment-direction", message, payment.id, at="power", hint=f"{right}, or change payer and payee")


def _grant(grant: Grant) -> Iterator[Remark]:
    passed = sum((part.amount for part in grant.passed_on), Decimal(0))
    if grant.amount is not None and passed > grant.amount:
        message = f"{british.pounds(passed)} is passed on of a grant of {british.pounds(grant.amount)}"
        yield Remark("grant-passed-on", message, grant.id, at="passed_on", hint="correct one of the amounts")


def _supply(supply: Supply, councils: set[str]) -> Iterator[Remark]:
    """Section 33 of the Value Added Tax Act 1994 is for councils, section 41 for NHS bodies, as the ones supplied."""
    if supply.supplier == supply.customer:
        yield Remark("vat-regime", "a party supplies itself", supply.id, at="customer", hint="name two parties")
        return
    buys = supply.customer in councils
    wrong = {"section-33": not buys, "section-41": buys}.get(supply.regime, False)
    if wrong:
        who = "a council" if buys else "an NHS body"
        message = f"{who} is supplied, to which {supply.regime.replace('-', ' ')} does not apply"
        hint = "section-33 is for councils and section-41 for NHS bodies; ask the VAT adviser"
        yield Remark("vat-regime", message, supply.id, at="regime", hint=hint, severity=WARNING)
