"""What is made at a stroke is what its constructor makes, and as frozen."""

from __future__ import annotations

import copy
import pickle
from dataclasses import FrozenInstanceError, dataclass, field, fields, replace
from decimal import Decimal

import pytest

from ziping.amounts import WAN_YUAN, Figure, read_figure
from ziping.evaluation import Datum, Level, Place
from ziping.forms.strokes import at_a_stroke, datum_of, figure_of, level_of

FIGURE = read_figure("12.50", WAN_YUAN)
MADE = [
    ("", None, None, None, None, ""),
    ("12.50", FIGURE, Place("表", "B2"), "=SUM(C2:D2)", None, "基本支出/预算数", True),
    ("#REF!", None, Place("表", "B3"), None, "#REF!", "得分"),
]  # fmt: skip


@pytest.mark.parametrize("values", MADE, ids=["blank", "a figure", "an error"])
def test_a_datum_made_at_a_stroke_is_the_one_that_its_constructor_makes(values: tuple) -> None:
    made, own = datum_of(*values), Datum(*values)
    assert type(made) is Datum
    assert made == own
    assert hash(made) == hash(own)
    assert [getattr(made, each.name) for each in fields(Datum)][: len(values)] == list(values)
    assert pickle.loads(pickle.dumps(made)) == copy.copy(made) == own  # noqa: S301 - our own
    assert replace(made, label="总分") == replace(own, label="总分")


@pytest.mark.parametrize("make", [datum_of, Datum])
def test_no_field_of_a_datum_can_be_set(make) -> None:  # noqa: ANN001
    made = make(*MADE[1])
    for each in fields(Datum):
        with pytest.raises(FrozenInstanceError):
            setattr(made, each.name, None)


@pytest.mark.parametrize(("make", "kind", "values"), [
    (figure_of, Figure, (Decimal("12.5"), WAN_YUAN, 2)), (figure_of, Figure, (Decimal("12.5"),)), (level_of, Level, ()), (level_of, Level, ("产出指标", None, Place("表", "A5"), "产出指标（50分）")),
])  # fmt: skip
def test_so_are_figures_and_levels(make, kind: type, values: tuple) -> None:  # noqa: ANN001
    assert type(make(*values)) is kind
    assert make(*values) == kind(*values)
    with pytest.raises(AttributeError):
        setattr(make(*values), kind.__slots__[0], None)  # type: ignore[attr-defined]


@dataclass(frozen=True, slots=True)
class Counted:
    parts: list[int] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Checked:
    value: int

    def __post_init__(self) -> None:
        assert self.value > 0


@dataclass(frozen=True, slots=True)
class Working:
    value: int
    times: int = field(default=1, init=False)


@pytest.mark.parametrize("kind", [Counted, Checked, Working])
def test_what_is_more_than_its_fields_is_not_made_at_a_stroke(kind: type) -> None:
    with pytest.raises(TypeError, match=kind.__name__):
        at_a_stroke(kind)
