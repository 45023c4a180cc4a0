"""A datum is one and the same however it was made, and is never changed."""

from __future__ import annotations

import copy
import pickle
from dataclasses import FrozenInstanceError, fields, replace

import pytest

from ziping.amounts import WAN_YUAN, read_figure
from ziping.evaluation import Datum, Place, datum_of

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
    assert [getattr(made, field.name) for field in fields(Datum)][: len(values)] == list(values)
    assert pickle.loads(pickle.dumps(made)) == copy.copy(made) == own  # noqa: S301 - our own
    assert replace(made, label="总分") == replace(own, label="总分")


@pytest.mark.parametrize("make", [datum_of, Datum])
def test_no_field_of_a_datum_can_be_set(make) -> None:  # noqa: ANN001
    made = make(*MADE[1])
    for field in fields(Datum):
        with pytest.raises(FrozenInstanceError):
            setattr(made, field.name, None)
