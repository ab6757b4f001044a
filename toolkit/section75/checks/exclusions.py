"""Functions that the law excludes from section 75, and those wrongly listed as excluded: see `law.functions`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from section75.checks.case import Case
from section75.findings import WARNING, Remark
from section75.law.bodies import on_council_side
from section75.law.functions import charging, forbidden
from section75.model.schedules import FunctionsSchedule

OF_NHS_BODIES = re.compile(r"\bregulation 5\(a\)")
"""Services of an NHS body that the Regulations exclude themselves."""


def exclusions(case: Case) -> Iterator[Remark]:
    """`excluded-function` for what is delegated but excluded; `not-excluded-by-law` for the reverse."""
    bodies: set[str] = {party.id for party in case.agreement.parties if not on_council_side(party.kind)}
    for schedule in case.agreement.schedules:
        if not isinstance(schedule, FunctionsSchedule):
            continue
        for delegated in schedule.delegated:
            if delegated.of in bodies:
                continue  # a function of an NHS body: regulation 6 is about councils
            if forbidden(delegated.statute, case.agreement.term.start):
                message = f"{delegated.statute} cannot be arranged under section 75"
                hint = "list it under legally_excluded; see regulation 6(a) of SI 2000/617"
                yield Remark("excluded-function", message, delegated.id, at="statute", hint=hint)
        for excluded in schedule.legally_excluded:
            if not (
                forbidden(excluded.statute, case.agreement.term.start)
                or charging(excluded.statute)
                or OF_NHS_BODIES.search(excluded.statute)
            ):
                message = f"the law does not exclude {excluded.statute}"
                hint = "if the council chose to keep it, list it under locally_retained"
                yield Remark("not-excluded-by-law", message, excluded.id, at="statute", hint=hint, severity=WARNING)
