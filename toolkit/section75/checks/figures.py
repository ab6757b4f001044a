"""Figures stated in words, checked against the figures that they follow from."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from decimal import Decimal

from section75.checks.case import Case
from section75.findings import Remark
from section75.language import british
from section75.model import Agreement
from section75.model.rows import Figure
from section75.model.walk import every
from section75.value import dataclass

CODE = "wrong-figure"
Value = Decimal | str
HALF = Decimal("0.5")
ROUNDED = ("mean", "share", "change")
"""Rules whose result a source rounds to the digits that it states."""
FIELDS = ("value", "on", "stated")
"""The fields that an id alone can mean, in this order."""


def figures(case: Case) -> Iterator[Remark]:
    """`wrong-figure`: a figure that does not follow from the figures that it names."""
    values: dict[tuple[str, str], Value] = {}
    for leaf in case.leaves:
        if isinstance(leaf.value, Decimal | str):
            values.setdefault((leaf.owner, leaf.path), leaf.value)
    for figure in every(Figure, case.agreement):
        yield from _judged(figure, case.agreement, values)


def _judged(figure: Figure, agreement: Agreement, values: Mapping[tuple[str, str], Value]) -> Iterator[Remark]:
    stated: Value | None = figure.on or figure.value
    if stated is None or (figure.on and figure.value is not None):
        hint = "give its value, or the date under on"
        yield Remark(CODE, "a figure needs either a value or a date", figure.id, hint=hint)
        return
    if bool(figure.rule) != bool(figure.of):
        hint = "give both, or neither"
        yield Remark(CODE, "a rule and the figures that it works on go together", figure.id, hint=hint)
        return
    found = []
    for index, path in enumerate(figure.of):
        value = _find(path, agreement, values)
        if value is None or isinstance(value, Decimal) is not isinstance(stated, Decimal):
            hint = "give the id of a figure, or an id and a field, e.g. fi-con-council.amounts.0"
            yield Remark(CODE, f'"{path}" is not a figure of that type', figure.id, at=f"of.{index}", hint=hint)
            return
        found.append(value)
    if figure.rule:
        yield from _compared(figure, stated, found)


def _find(path: str, agreement: Agreement, values: Mapping[tuple[str, str], Value]) -> Value | None:
    owner, _, field = path.partition(".")
    if field:
        return values.get((owner, field), values.get((agreement.id, path)))
    return next((values[owner, name] for name in FIELDS if (owner, name) in values), None)


def _compared(figure: Figure, stated: Value, found: Sequence[Value]) -> Iterator[Remark]:
    if isinstance(stated, Decimal):
        numbers = [value for value in found if isinstance(value, Decimal)]
        yield from _numbers(figure, stated, numbers)
        return
    days = [str(value) for value in found]
    holds = DATES.get(figure.rule)
    if holds is None or not all(holds(stated, day) for day in days):
        others = " and ".join(british.day(day) for day in days)
        message = f"{british.day(stated)} is stated, but it should be {SAID.get(figure.rule, figure.rule)} {others}"
        yield Remark(CODE, message, figure.id, at="on", hint="correct one of the dates, or choose the rule that fits")


def _numbers(figure: Figure, stated: Decimal, numbers: Sequence[Decimal]) -> Iterator[Remark]:
    rule = NUMBERS.get(figure.rule)
    if rule is None or not rule.fits(numbers):
        message = f"the rule {figure.rule} cannot be applied to these figures"
        yield Remark(CODE, message, figure.id, at="rule", hint="see `s75 explain wrong-figure`")
        return
    expected = list(numbers) if figure.rule == "same" else [rule.result(numbers)]
    wrong = next((value for value in expected if abs(value - stated) > _tolerance(figure, stated)), None)
    if wrong is not None:
        written = british.quantity(wrong.quantize(Decimal("0.01")).normalize() + 0, figure.unit)
        other = "it should be the same as" if figure.rule == "same" else f"the {figure.rule} of its figures is"
        message = f"{british.quantity(stated, figure.unit)} is stated, but {other} {written}"
        hint = "correct one of the figures, or declare a rounding difference under tolerance"
        yield Remark(CODE, message, figure.id, at="value", hint=hint)


def _tolerance(figure: Figure, stated: Decimal) -> Decimal:
    """The declared tolerance; if none is declared, half of the last digit where a source rounds."""
    if figure.tolerance is not None:
        return figure.tolerance
    exponent = stated.as_tuple().exponent
    return HALF.scaleb(int(exponent)) if figure.rule in ROUNDED else Decimal(0)


@dataclass(frozen=True, slots=True)
class NumberRule:
    """How a number follows from others."""

    result: Callable[[Sequence[Decimal]], Decimal]
    least: int = 1
    """How many numbers it needs."""
    divides: bool = False
    """Whether it divides by the second, which then cannot be nought."""

    def fits(self, numbers: Sequence[Decimal]) -> bool:
        """Whether it can be applied to these numbers."""
        return len(numbers) >= self.least and not (self.divides and not numbers[1])


NUMBERS = {
    "sum": NumberRule(lambda n: sum(n, Decimal(0))),
    "difference": NumberRule(lambda n: n[0] - sum(n[1:], Decimal(0)), least=2),
    "mean": NumberRule(lambda n: sum(n, Decimal(0)) / len(n)),
    "share": NumberRule(lambda n: 100 * n[0] / n[1], least=2, divides=True),
    "change": NumberRule(lambda n: 100 * (n[0] - n[1]) / n[1], least=2, divides=True),
    "same": NumberRule(lambda n: n[0]),
}
"""Each rule for numbers."""
SAID = {"same": "the same as", "not-after": "not after"}
DATES: dict[str, Callable[[str, str], bool]] = {
    "same": lambda stated, other: stated == other,
    "after": lambda stated, other: stated > other,
    "not-after": lambda stated, other: stated <= other,
}
"""Each rule for dates."""
