"""The worksheet functions as a cell calls them: blanks, numbers as text, refusals; and their agreement with the one description."""

from __future__ import annotations

import inspect
from decimal import Decimal

import pytest

from ziping import surface
from ziping.functions import FUNCTIONS
from ziping.standards import FormRules, NotScorable

D = Decimal

CASES = [
    ("a target reached earns all points", "PERF_SCORE", (10, "≥95%", "95%"), D(10)),
    ("a target just missed earns its share", "PERF_SCORE", (10, "≥95", "93"), D("9.79")),
    ("a number in the cell is a number", "PERF_SCORE", (D(10), D(50), D(50)), D(10)),
    ("blank points leave the score blank", "PERF_SCORE", (None, "≥95", "93"), ""),
    ("a blank actual leaves the score blank", "PERF_SCORE", (10, "≥95", ""), ""),
    ("a blank target without a standard leaves it blank", "PERF_SCORE", (10, None, "93"), ""),
    ("a blank target with a standard is scored", "PERF_SCORE", (5, None, "102%", "≤100%计5分，每超过1个百分点扣0.5分，扣完为止"), D(4)),
    ("a rate", "PERF_RATE", (D("949.97"), D("478.24")), D("1.986387587822")),
    ("a rate over zero is blank", "PERF_RATE", (D(5), D(0)), ""),
    ("a rate over a blank is blank", "PERF_RATE", (D(5), None), ""),
    ("a rate of nothing executed yet is blank", "PERF_RATE", ("", D(5)), ""),
    ("a rate of zero is zero", "PERF_RATE", (0, 5), D(0)),
    ("numbers as text count", "PERF_RATE", ("403.00", "403"), D(1)),
    ("amounts with their scales are as well", "PERF_RATE", ("20万", "0.005亿"), D("0.4")),
    ("percentages and plain numbers are of one measure", "PERF_RATE", ("40%", D("0.5")), D("0.8")),
    ("amounts with their units are of one measure", "PERF_RATE", ("291.2万元", "3200000元"), D("0.91")),
    ("a change", "PERF_CHANGE", (D("1112.50"), D("779.60")), D("0.427013853258")),
    ("a change from zero is blank", "PERF_CHANGE", (D(5), 0), ""),
    ("execution earns its share", "PERF_EXEC_SCORE", (D("93.5"), D(100)), D("9.35")),
    ("execution at the budget earns all", "PERF_EXEC_SCORE", (D(100), D(100), 20), D(20)),
    ("execution above the budget earns no more", "PERF_EXEC_SCORE", (D(177), D(100)), D(10)),
    ("half a cent is rounded up", "PERF_EXEC_SCORE", (D("86.65"), D(100), D("1")), D("0.87")),
    ("a total", "PERF_TOTAL", (((D(15),), (D(19),), (D(5),)),), D(39)),
    ("points may say so", "PERF_TOTAL", ((("15分",), (D(5),)),), D(20)),
    ("a total with a score missing is blank", "PERF_TOTAL", (((D(15),), (None,)),), ""),
    ("a heading row without points is no missing score", "PERF_TOTAL", (((None,), (D(15),)), ((None,), (D(15),))), D(15)),
    ("a row with points and no score is a missing score", "PERF_TOTAL", (((None,), (D(15),)), ((D(5),), (D(15),))), ""),
    ("ninety is excellent", "PERF_GRADE", (D(90),), "优"),
    ("just below ninety is good", "PERF_GRADE", (D("89.99"),), "良"),
    ("sixty is fair", "PERF_GRADE", (D(60),), "中"),
    ("below sixty is poor", "PERF_GRADE", (D("59.99"),), "差"),
    ("no total, no grade", "PERF_GRADE", (None,), ""),
    ("a total that foots", "PERF_FOOTS", (D("478.24"), ((D("43.64"), D("403"), D("28"), D("3.6")),)), True),
    ("a total that does not says by how much", "PERF_FOOTS", (D("949.97"), (D("979.97"), D(0))), "合计 949.97 比分项之和 979.97 少 30.00"),
    ("of which: less is fine", "PERF_FOOTS", (D(18), (D(5), D(2)), "其中"), True),
    ("of which: more is not", "PERF_FOOTS", (D(6), (D(5), D(2)), "其中"), "合计 6 比分项之和 7 少 1"),
    ("nothing to compare is blank", "PERF_FOOTS", (None, (D(5),)), ""),
    ("an empty text is blank", "PERF_TEXT", ("  ",), ""),
    ("nothing to explain is blank", "PERF_EXPLAIN", (None, None, None), ""),
]  # fmt: skip


@pytest.mark.parametrize(("name", "arguments", "expected"), [row[1:] for row in CASES], ids=[row[0] for row in CASES])
def test_what_a_cell_shows(name: str, arguments: tuple, expected: object) -> None:
    assert FUNCTIONS[name](*arguments) == expected


REFUSED = [
    ("a judgement word", "PERF_SCORE", (5, "完成", "完成", "视情况酌情扣分"), "酌情"),
    ("words where a number belongs", "PERF_RATE", ("约五百", D(5)), "执行数"),
    ("a truth value where a number belongs", "PERF_RATE", (True, D(5)), "逻辑值"),
    ("a scale in one of two amounts", "PERF_RATE", ("20万", D(50)), "执行数“20万”，预算数“50”的计量单位"),
    ("a scale in one of two amounts of the execution", "PERF_EXEC_SCORE", ("20万", D(50)), "计量单位"),
    ("a scale in one of the parts", "PERF_FOOTS", (D(20), ["20万"]), "计量单位"),
    ("a unit in one of two amounts", "PERF_RATE", ("291.2万元", D(320)), "执行数“291.2万元”，预算数“320”的计量单位"),
    ("a unit in one of two amounts of a change", "PERF_CHANGE", (D(320), "291.2万元"), "计量单位"),
    ("a unit in one of two amounts of the execution", "PERF_EXEC_SCORE", ("291.2万元", D(320)), "计量单位"),
    ("a unit in one part of a total", "PERF_FOOTS", (D(50), ("20万元", D(30))), "分项“20万元”的计量单位"),
    ("a rate where points belong", "PERF_TOTAL", ((("15%",), (D(5),)),), "得分应为分数"),
    ("an amount where a total score belongs", "PERF_GRADE", ("95万元",), "总分应为分数"),
    ("an unknown scheme", "PERF_TOTAL", ((D(5),), None, None, "no-such"), "no-such"),
    ("an unknown relation", "PERF_FOOTS", (D(5), (D(5),), "大概"), "大概"),
]


@pytest.mark.parametrize(("name", "arguments", "words"), [row[1:] for row in REFUSED], ids=[row[0] for row in REFUSED])
def test_what_cannot_be_computed_is_refused_with_a_reason(name: str, arguments: tuple, words: str) -> None:
    with pytest.raises(NotScorable, match=words):
        FUNCTIONS[name](*arguments)


def test_an_explanation_never_raises() -> None:
    assert "酌情" in FUNCTIONS["PERF_EXPLAIN"](5, "完成", "完成", "视情况酌情扣分")


def test_the_description_and_the_code_agree() -> None:
    assert [f.name for f in surface.FUNCTIONS] == list(FUNCTIONS)
    for described in surface.FUNCTIONS:
        parameters = list(inspect.signature(FUNCTIONS[described.name]).parameters.values())
        assert [p.name for p in parameters] == [a.name for a in described.arguments]
        assert [p.default is not inspect.Parameter.empty for p in parameters] == [a.optional for a in described.arguments]


def test_names_commands_and_keytips_are_unique() -> None:
    assert len({f.name for f in surface.FUNCTIONS}) == len(surface.FUNCTIONS)
    assert len({b.command for b in surface.BUTTONS}) == len(surface.BUTTONS)
    assert len({b.keytip for b in surface.BUTTONS}) == len(surface.BUTTONS)
    assert {b.group for b in surface.BUTTONS} == set(surface.GROUPS)
    assert surface.function("PERF_RATE").label == "执行率"
    with pytest.raises(KeyError):
        surface.button("no-such")


def test_a_score_that_does_not_apply_drops_out_only_where_the_scheme_rescales(monkeypatch: pytest.MonkeyPatch) -> None:
    scores, points = ((D(45),), ("不适用",), (D(36),)), ((D(50),), (D(10),), (D(40),))
    with pytest.raises(NotScorable, match="不适用"):
        FUNCTIONS["PERF_TOTAL"](scores, points)
    monkeypatch.setattr("ziping.functions._rules", lambda _: FormRules(rescale=True))
    assert FUNCTIONS["PERF_TOTAL"](scores, points, None, "any") == D(90)
