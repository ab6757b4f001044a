"""Classes made by `section75.value` behave as those that the library makes."""

import copy
import dataclasses
import pickle

import pytest

from section75.value import dataclass


@dataclass(frozen=True, slots=True)
class Sum:
    """Pounds, and what for."""

    pounds: int
    fund: str = "pooled"
    note: str = dataclasses.field(default="", compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Dated(Sum):
    year: int
    lines: list = dataclasses.field(default_factory=list)


@dataclass(frozen=True)
class Checked:
    pounds: int

    def __post_init__(self):
        if self.pounds < 0:
            raise ValueError("below nothing")


def test_it_is_made_shown_compared_and_replaced():
    made = Sum(5)
    assert repr(made) == "Sum(pounds=5, fund='pooled', note='')"
    assert made == Sum(5, note="other")
    assert hash(made) == hash(Sum(5, note="other"))
    assert made != Sum(6)
    assert made != Dated(5, year=2025)
    assert dataclasses.replace(made, pounds=7) == Sum(7)
    assert dataclasses.asdict(Dated(1, year=2)) == {"pounds": 1, "fund": "pooled", "note": "", "year": 2, "lines": []}
    assert Sum.__match_args__ == ("pounds", "fund", "note")


def test_equality_comes_before_anything_else_is_asked():
    @dataclass(frozen=True)
    class Late:
        pounds: int = 1

    one, other = object.__new__(Late), object.__new__(Late)
    object.__setattr__(one, "pounds", 1)
    object.__setattr__(other, "pounds", 1)
    assert one == other
    assert not hasattr(Late(), "__slots__")


@pytest.mark.parametrize("made", [Sum(5, "section 256"), Checked(3), Sum(1, note="kept")])
def test_it_is_frozen_and_survives_copies(made):
    with pytest.raises(dataclasses.FrozenInstanceError):
        made.pounds = 6
    with pytest.raises(dataclasses.FrozenInstanceError):
        del made.pounds
    for again in (copy.deepcopy(made), pickle.loads(pickle.dumps(made))):
        assert again == made
        assert repr(again) == repr(made)


def test_what_a_class_checks_is_checked():
    with pytest.raises(ValueError, match="below nothing"):
        Checked(-1)
    with pytest.raises(TypeError, match="pounds"):
        Sum()
