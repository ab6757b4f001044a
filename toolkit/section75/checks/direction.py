"""Functions that go both ways: whose each one is, and who exercises it, held against the arrangements."""

from __future__ import annotations

from collections.abc import Iterator

from section75.checks.case import Case
from section75.findings import Remark
from section75.law.arrangements import POOLED_FUND
from section75.model.rows import DelegatedFunction
from section75.model.walk import every

CODE = "function-direction"


def direction(case: Case) -> Iterator[Remark]:
    """`function-direction`: regulations 8 and 9 are two arrangements, and each function belongs to one of them."""
    made = {
        (arrangement.on_behalf_of, arrangement.exercised_by)
        for arrangement in case.agreement.arrangements
        if arrangement.type != POOLED_FUND
    }
    for function in every(DelegatedFunction, case.agreement):
        if bool(function.of) != bool(function.exercised_by):
            field = "exercised_by" if function.of else "of"
            said = f"the function says {'whose it is' if function.of else 'who exercises it'}, and not the other"
            yield Remark(CODE, said, function.id, hint=f"give {field} too")
        elif function.of and function.of == function.exercised_by:
            said = "a party does not exercise its own function on behalf of itself"
            yield Remark(CODE, said, function.id, at="exercised_by", hint="name the other party")
        elif function.of and made and (function.of, function.exercised_by) not in made:
            said = f"no arrangement lets {function.exercised_by} exercise functions of {function.of}"
            yield Remark(CODE, said, function.id, at="of", hint="add the arrangement, or correct the parties")
        elif not function.of and len(made) > 1:
            said = (
                "the agreement has arrangements in both directions, and the function does not say which it belongs to"
            )
            yield Remark(CODE, said, function.id, at="function", hint="give of and exercised_by")
