"""Risk scores that contradict each other."""

from __future__ import annotations

from collections.abc import Iterator

from section75.checks.case import Case
from section75.findings import WARNING, Remark


def scores(case: Case) -> Iterator[Remark]:
    """`risk-scores`: a current score above the inherent one, or a target above the current one."""
    for risk in case.risks.risks if case.risks else ():
        for low, high, name, said in (
            (risk.current, risk.inherent, "current", "controls cannot make a risk greater than it is without them"),
            (risk.target, risk.current, "target", "the target cannot be above the current score"),
        ):
            if low.value > high.value:
                message = f"the {name} score of {low.value} is above {high.value}: {said}"
                yield Remark("risk-scores", message, risk.id, at=name, hint="check both scores", severity=WARNING)
