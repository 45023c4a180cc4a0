"""Rules of the whole form: totals, caps, over-achievement, rescaling, weights, grades."""

from __future__ import annotations

from decimal import Decimal

import pytest

from ziping.standards import FormRules, NotScorable, grade, over_achieved, total

PLATFORM = FormRules.from_mapping({
    "caps": [{"below": "80%", "cap": 89}, {"below": "70%", "cap": 79}, {"below": "60%", "cap": 69}, {"below": "50%", "cap": 59}],
    "over": {"ratio": "130%", "points": 2, "limit": 5},
})  # fmt: skip

TOTALS = [
    ("the plain sum", FormRules(), [10, Decimal("80.5")], None, None, (), "90.50", ""),
    ("a rate at the cap's edge is not capped", PLATFORM, [95], None, Decimal("0.80"), (), "95", ""),
    ("a rate just below is capped", PLATFORM, [95], None, Decimal("0.7999"), (), "89", "最高89分"),
    ("at 70%", PLATFORM, [95], None, Decimal("0.70"), (), "89", "最高89分"),
    ("below 70%", PLATFORM, [95], None, Decimal("0.6999"), (), "79", "最高79分"),
    ("below 60%", PLATFORM, [95], None, Decimal("0.59"), (), "69", "最高69分"),
    ("below 50%", PLATFORM, [95], None, Decimal("0.49"), (), "59", "最高59分"),
    ("a total under the cap stays", PLATFORM, [85], None, Decimal("0.75"), (), "85", ""),
    ("one indicator far above its target", PLATFORM, [95], None, Decimal(1), ("培训人数",), "93", "培训人数"),
    ("deductions are limited together", PLATFORM, [95], None, Decimal(1), ("甲", "乙", "丙"), "90", "扣5分"),
    ("deduction first, then the cap", PLATFORM, [90], None, Decimal("0.75"), ("甲",), "88", "扣2分"),
    ("rescaling", FormRules(rescale=True), [45, 40, "不适用"], [50, 40, 10], None, (), "94.44", "折算为94.44分"),
    ("not applicable without rescaling", FormRules(), [45, 40, "不适用"], [50, 40, 10], None, (), "85", "没有规定折算"),
    ("weights", FormRules(weighted=True), [100, 90, 80], [50, 30, 20], None, (), "93", "按权重"),
    ("more than the form's points is said", FormRules(), [60, 46], None, None, (), "106", "超过整表满分100分"),
]


@pytest.mark.parametrize(("name", "rules", "scores", "points", "rate", "over", "expected", "said"), TOTALS, ids=[row[0] for row in TOTALS])
def test_the_total_follows_the_rules_of_the_form(name, rules, scores, points, rate, over, expected, said) -> None:  # noqa: ANN001, ARG001
    result = total(scores, points, rate, rules, over)
    assert result.points == Decimal(expected)
    assert said in "".join(result.applied)
    assert bool(said) == bool(result.applied)


GRADES = [("100", "优"), ("90", "优"), ("89.99", "良"), ("80", "良"), ("79.99", "中"), ("60", "中"), ("59.99", "差"), ("0", "差")]


@pytest.mark.parametrize(("points", "expected"), GRADES)
def test_the_lower_end_of_a_grade_belongs_to_it(points: str, expected: str) -> None:
    assert grade(Decimal(points)) == expected


REFUSED = [
    ("caps without a rate", lambda: total([90], rules=PLATFORM), "执行率"),
    ("a rate that lacks its percent sign", lambda: total([90], rate=Decimal(85), rules=PLATFORM), "百分号"),
    ("rescaling without points", lambda: total([90, "不适用"], rules=FormRules(rescale=True)), "分值"),
    ("nothing applicable", lambda: total(["不适用"], [100], rules=FormRules(rescale=True)), "不适用"),
    ("a total above full has no grade", lambda: grade(Decimal(106)), "0到100"),
    ("a negative total has no grade", lambda: grade(Decimal(-1)), "0到100"),
]


@pytest.mark.parametrize(("name", "call", "said"), REFUSED, ids=[row[0] for row in REFUSED])
def test_what_a_rule_needs_must_be_there(name, call, said) -> None:  # noqa: ANN001, ARG001
    with pytest.raises(NotScorable, match=said):
        call()


MAPPINGS = [
    ({"fulll": 100}, "fulll"),
    ({"caps": [{"below": "80%", "cap": 89, "x": 1}]}, "caps.*'x'"),
    ({"caps": [{"below": "80%"}]}, "caps.*'cap'"),
    ({"over": {"points": 2}}, "over.*'ratio'"),
    ({"full": 99.5}, "full"),
    ({"full": "many"}, "full"),
    ({"rescale": "yes"}, "rescale"),
    ({"grades": {"优": 90, "良": 80}}, "begin at 0"),
    ({"grades": {"优": 90, "良": 90, "差": 0}}, "same total"),
    ({"over_ratio": "130%"}, "over_ratio"),
]


@pytest.mark.parametrize(("mapping", "said"), MAPPINGS, ids=[next(iter(m)) + str(i) for i, (m, _) in enumerate(MAPPINGS)])
def test_a_table_of_rules_names_the_wrong_key(mapping: dict, said: str) -> None:
    with pytest.raises(ValueError, match=said):
        FormRules.from_mapping(mapping)


def test_a_table_of_rules_loads() -> None:
    rules = FormRules.from_mapping({"full": 100, "grades": {"优": 90, "良": 75, "差": 0}, "execution_points": 20, "weighted": True, "rescale": True, "source": "通知"})
    assert rules.execution_points == 20
    assert grade(75, rules) == "良"
    assert grade(Decimal("74.99"), rules) == "差"
    assert PLATFORM.caps[0] == (Decimal("0.5"), Decimal(59))


OVER = [("50个", "65个", True), ("50个", "64.9个", False), ("≥50个", "80", True), ("≤50个", "80个", False), ("50个", "很多", False), ("", "80个", False), ("50个", "80天", False)]


@pytest.mark.parametrize(("target", "actual", "expected"), OVER)
def test_thirty_per_cent_above_a_target_is_far_above(target: str, actual: str, expected: bool) -> None:
    assert over_achieved(target, actual, PLATFORM) is expected
    assert over_achieved(target, actual) is False
