"""What Calc hands over, and what the pure functions make of it."""

from __future__ import annotations

import pytest

from ziping.calc.cells import compute
from ziping.refusal import Refusal

COMPUTED = {
    "a rate as numbers told as texts": ("PERF_RATE", ("90", "120"), 0.75),
    "15 digits are enough": ("PERF_RATE", ("0.3", "0.30000000000000004"), 1.0),
    "an exponent": ("PERF_RATE", ("1E+20", "2E+20"), 0.5),
    "a blank budget": ("PERF_RATE", ("90", ""), ""),
    "a zero budget": ("PERF_RATE", ("90", "0"), ""),
    "points of a ratio": ("PERF_SCORE", ("10", "≥95%", "90%"), 9.47),
    "an actual of zero": ("PERF_SCORE", ("10", "≥95%", "0"), 0.0),
    "a blank actual is no zero": ("PERF_SCORE", ("10", "≥95%", ""), ""),
    "a blank standard that Calc tells as zero": ("PERF_SCORE", ("10", "≥95%", "90%", 0.0), 9.47),
    "an omitted standard": ("PERF_SCORE", ("10", "≥95%", "90%", None), 9.47),
    "a total of a range": ("PERF_TOTAL", (((1.5,), (2.5,)), None, None, None), 4.0),
    "a total with a blank cell": ("PERF_TOTAL", (((1.5,), ("",)), None, None, None), ""),
    "a total with a zero": ("PERF_TOTAL", (((1.5,), (0.0,)), None, None, None), 1.5),
    "a doubtful rate that does not matter": ("PERF_TOTAL", (((1.5,), (2.5,)), None, 0.0, None), 4.0),
    "footing": ("PERF_FOOTS", ("3", ((1.0, 2.0),), None), 1.0),
    "footing that fails": ("PERF_FOOTS", ("4", ((1.0, 2.0),), None), "合计 4 比分项之和 3 多 1"),
    "a grade": ("PERF_GRADE", ("91", None), "优"),
    "execution points, ten unless given": ("PERF_EXEC_SCORE", ("1", "2", None), 5.0),
}


@pytest.mark.parametrize(("name", "arguments", "expected"), COMPUTED.values(), ids=COMPUTED.keys())
def test_what_calc_hands_over_is_computed(name: str, arguments: tuple, expected: object) -> None:
    assert compute(name, *arguments) == expected


REFUSED = {
    "points that are no number": ("PERF_SCORE", ("十", "≥95%", "90%", None), "分值"),
    "points of the execution rate that may be blank or zero": ("PERF_EXEC_SCORE", ("1", "2", 0.0), "分值为零或空白"),
    "a relation that is not known": ("PERF_FOOTS", ("3", ((1.0,),), "大于"), "关系"),
    "a scheme that is not known": ("PERF_GRADE", ("91", "nowhere-2020"), "nowhere-2020"),
}


@pytest.mark.parametrize(("name", "arguments", "said"), REFUSED.values(), ids=REFUSED.keys())
def test_what_cannot_be_decided_is_refused(name: str, arguments: tuple, said: str) -> None:
    with pytest.raises(Refusal, match=said):
        compute(name, *arguments)
