"""Bands of shared risk: they follow one another without a gap, and each is borne whole."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from section75.checks.case import Case
from section75.findings import Remark
from section75.language import british
from section75.model.operations import Band, Share
from section75.model.walk import every

CODE = "risk-bands"
WHOLE = Decimal(100)


def bands(case: Case) -> Iterator[Remark]:
    """`risk-bands`: bands that overlap or leave a gap, and portions that do not come to 100 per cent."""
    for share in every(Share, case.agreement):
        reached: Decimal | None = Decimal(0)
        for index, band in enumerate(share.bands):
            yield from _portions(share, index, band)
            yield from _follows(share, index, band, reached)
            reached = band.up_to
        if share.bands and reached is not None and share.limit is None:
            said = f"nothing says who bears what is above {british.number(reached)} per cent"
            hint = "leave up_to out of the last band, or give a limit"
            yield Remark(CODE, said, share.id, at=f"bands.{len(share.bands) - 1}", hint=hint)


def _portions(share: Share, index: int, band: Band) -> Iterator[Remark]:
    at = f"bands.{index}.portions"
    total = sum((portion.per_cent for portion in band.portions), Decimal(0))
    if total != WHOLE:
        said = f"the portions of the band come to {british.number(total)} per cent, not 100"
        yield Remark(CODE, said, share.id, at=at, hint="correct one of them")
    named = [portion.party for portion in band.portions]
    if len(set(named)) != len(named):
        yield Remark(CODE, "a party stands twice in a band", share.id, at=at, hint="give its portion once")


def _follows(share: Share, index: int, band: Band, reached: Decimal | None) -> Iterator[Remark]:
    at = f"bands.{index}"
    if band.up_to is not None and band.up_to <= band.above:
        said = f"the band ends at {british.number(band.up_to)} per cent, where it has not begun"
        yield Remark(CODE, said, share.id, at=at, hint="correct above or up_to")
    if reached is None:
        said = "a band follows one that has no end"
        yield Remark(CODE, said, share.id, at=at, hint="give up_to to the band before it")
    elif band.above != reached:
        kind = "overlap" if band.above < reached else "leave a gap"
        said = f"the bands {kind} between {british.number(min(band.above, reached))} and "
        said += f"{british.number(max(band.above, reached))} per cent"
        yield Remark(CODE, said, share.id, at=at, hint=f"begin this band above {british.number(reached)}")
