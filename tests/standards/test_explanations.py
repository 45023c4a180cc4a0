"""The sentence that explains a score never states arithmetic that does not hold."""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Decimal

import pytest

from standards.test_rows import ROWS
from ziping.standards import NotScorable, score

_SIGNS = {"＋": "+", "+": "+", "－": "-", "−": "-", "×": "*", "÷": "/", "（": "(", "）": ")"}
_SUM = re.compile(r"([（）\d.%＋+－−×÷]*[＋+－−×÷][（）\d.%＋+－−×÷]*)＝([\d.]+)分")


def value(sum_: str) -> Decimal:
    """A printed sum worked out exactly."""
    figures = re.sub(r"([\d.]+)(%?)", lambda m: f"(Decimal('{m[1]}')/{100 if m[2] else 1})", sum_)
    return eval("".join(_SIGNS.get(c, c) for c in figures), {"Decimal": Decimal})  # noqa: S307 - digits and signs only


@pytest.mark.parametrize(("printed", "holds"), [("5－5.5＝0分", False), ("8＋2.5＝10分", False), ("10×（85%÷90%）＝9.44分", True), ("10－1.5＝8.5分", True)])
def test_the_reader_of_sums_tells_true_from_false(printed: str, holds: bool) -> None:
    sum_, said = _SUM.findall(printed)[0]
    assert (value(sum_).quantize(Decimal("0.01"), ROUND_HALF_UP) == Decimal(said)) is holds


@pytest.mark.parametrize(("standard", "points", "target", "actual", "_expected"), ROWS)
def test_every_sum_in_an_explanation_holds_and_a_refusal_is_one_sentence(standard: str, points: object, target: object, actual: object, _expected: str) -> None:
    try:
        said = score(points, target, actual, standard).explanation  # type: ignore[arg-type, union-attr]
    except NotScorable as refusal:
        said = str(refusal)
    assert said.endswith("。")
    assert re.sub("“[^”]*”", "", said).count("。") == 1
    for sum_, result in _SUM.findall(said):
        # a rate in the sum may itself be shown rounded to four places
        assert abs(value(sum_) - Decimal(result)) <= Decimal("0.0051"), said


BESIDE = [
    ("a number above the threshold", "完成率低于90%的扣2分；资料缺漏的扣1分。", "93%", True),
    ("a number below the threshold", "完成率低于90%的扣2分；资料缺漏的扣1分。", "88%", True),
    ("a standard of numbers alone", "完成率低于90%的扣2分，低于80%的扣4分。", "93%", False),
]


@pytest.mark.parametrize(("standard", "actual", "beside"), [row[1:] for row in BESIDE], ids=[row[0] for row in BESIDE])
def test_what_takes_points_off_and_no_number_tells_is_said(standard: str, actual: str, beside: bool) -> None:
    said = score("5", None, actual, standard).explanation  # type: ignore[union-attr]
    assert ("“资料缺漏的，扣1分”不由数值判断，请填报人核对" in said) is beside
