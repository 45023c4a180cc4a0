"""What holds for every standard, target and actual, whatever they say."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from standards import rows_defaults, rows_ladders, rows_published, rows_words
from ziping.standards import NotScorable, score, understand

STANDARDS = sorted({row[0] for module in (rows_ladders, rows_words, rows_published) for name in dir(module) if name.isupper() for row in getattr(module, name)})
ACTUALS = sorted({str(row[2]) for row in rows_defaults.REACHED + rows_defaults.QUALITY + rows_defaults.DEADLINES})
TARGETS = sorted({str(row[1]) for row in rows_defaults.REACHED + rows_defaults.QUALITY + rows_defaults.DEADLINES})
PIECES = ["≥", "≤", "90%", "100%", "5分", "得", "扣", "满分", "每", "低于", "超过", "1个百分点", "（含）", "-", "；", "，", "。", "以上", "不得分", "按比例", "计分", "完成", "未", "的",
          "扣完为止", "最多扣", "①", "一项", "发现", "其间", "目标值", "其他", "（", "）", "×", "分值", "得分=", "率", "酌情", "无", "0", "%", "\n", "1.", "不足", "再得", "分别", "/"]  # fmt: skip

percentages = st.decimals(min_value=0, max_value=200, places=2)
texts = st.one_of(st.text(max_size=40), st.lists(st.sampled_from(PIECES), max_size=14).map("".join), st.sampled_from(STANDARDS))
cells = st.one_of(st.none(), st.text(max_size=12), st.sampled_from(ACTUALS + TARGETS), st.integers(-10, 300), st.decimals(allow_nan=False, allow_infinity=False, places=2), percentages.map("{}%".format))


@settings(max_examples=400, deadline=None)
@given(standard=texts, points=st.sampled_from([2, 4, 5, 10, "5", Decimal("7.5")]), target=cells, actual=cells)
def test_any_text_gives_points_within_the_full_points_or_a_refusal(standard: str, points: object, target: object, actual: object) -> None:
    result, said = None, ""
    try:
        result = score(points, target, actual, standard)  # type: ignore[arg-type]
    except NotScorable as refusal:
        said = str(refusal)
    if result is not None:
        said = result.explanation
        assert 0 <= result.points <= result.full
        assert result.points == result.points.quantize(Decimal("0.01"))
    assert said.endswith("。") or (not said and result is None)


@settings(max_examples=300, deadline=None)
@given(standard=texts)
def test_a_rendering_means_the_same(standard: str) -> None:
    try:
        rule = understand(standard)
    except NotScorable:
        return  # most texts are no rule; every third is drawn from the standards of the tables
    assert understand(rule.render()) == rule


def points_of(standard: str, full: int, target: object, actual: str) -> Decimal | None:
    try:
        result = score(full, target, actual, standard)  # type: ignore[arg-type]
    except NotScorable:
        return None
    return None if result is None else result.points


RISING = [
    ("100%计满分，每低于5%扣2分，扣完为止", 6, ""),
    ("≥95%得满分，每降低1个百分点扣0.2分，低于80%不得分", 5, ""),
    ("90%（含）以上计6分；80%（含）–90%计4分；70%（含）–80%计2分；低于70%计0分", 6, ""),
    ("≥90%满分，低于60%不得分，其间按比例", 10, ""),
    ("得分=资金到位率×分值", 4, ""),
    ("按完成比例计分，低于60%不得分", 4, "100%"),
    ("完成目标值得满分，每低于目标值1个百分点扣0.5分，扣完为止", 5, "≥100%"),
    ("达到80%得3分，每提高1个百分点加0.2分，加满为止；低于80%不得分", 5, ""),
    (None, 10, "≥95%"),
]
FALLING = [
    ("≤100%计5分，每超过1个百分点扣0.5分，扣完为止", 5, ""),
    ("变动率≤0得满分，＞0每超过一个百分点扣0.5分", 4, ""),
    ("=0计5分；0–10%（含）计4分；10–20%（含）计3分；20–30%（含）计2分；大于30%不得分", 5, ""),
    ("≤5%得满分；5%＜结余率≤10%得3分；10%＜结余率≤20%得1分；＞20%不得分", 5, ""),
    (None, 10, "≤100%"),
]


@pytest.mark.parametrize(("rule", "sign"), [(row, 1) for row in RISING] + [(row, -1) for row in FALLING])
@settings(max_examples=60, deadline=None)
@given(a=percentages, b=percentages)
def test_points_move_one_way_with_the_actual(rule: tuple[str, int, str], sign: int, a: Decimal, b: Decimal) -> None:
    standard, full, target = rule
    low, high = points_of(standard, full, target, f"{min(a, b)}%"), points_of(standard, full, target, f"{max(a, b)}%")
    assume(low is not None and high is not None)
    assert (high - low) * sign >= 0  # type: ignore[operator]


WIDE = str.maketrans("0123456789.,%:;()<>=", "０１２３４５６７８９．，％：；（）＜＞＝")


@settings(max_examples=150, deadline=None)
@given(standard=st.sampled_from(STANDARDS), actual=percentages)
def test_full_width_and_half_width_agree(standard: str, actual: Decimal) -> None:
    narrow = points_of(standard, 5, "≥90%", f"{actual}%")
    assert narrow == points_of(standard.translate(WIDE), 5, "≥90%".translate(WIDE), f"{actual}%".translate(WIDE))


@settings(max_examples=150, deadline=None)
@given(amount=st.decimals(min_value=1, max_value=300, places=2), standard=st.sampled_from([None, "成本≤90万元得满分，每超1万元扣0.5分，扣完为止", "得分=实际完成值/目标值×分值"]))
def test_the_same_amount_in_another_unit_earns_the_same(amount: Decimal, standard: str | None) -> None:
    in_wan = points_of(standard, 8, "≤90万元", f"{amount}万元")  # type: ignore[arg-type]
    assert in_wan == points_of(standard, 8, "≤900000元", f"{amount * 10000}元")  # type: ignore[arg-type]
    assert in_wan == points_of(standard, 8, "≤90万元", f"{amount.scaleb(-4)}亿元")  # type: ignore[arg-type]


@settings(max_examples=100, deadline=None)
@given(ratio=st.decimals(min_value=0, max_value=1, places=4))
def test_a_percentage_cell_reads_like_its_text(ratio: Decimal) -> None:
    standard = "100%计满分，每低于5%扣2分，扣完为止"
    assert score(6, None, ratio, standard).points == score(6, None, f"{ratio * 100}%", standard).points  # type: ignore[union-attr]
