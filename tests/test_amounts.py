"""Figures, units and the one tolerance; the first table is the published semantics of rounding-tolerant sums."""

from __future__ import annotations

from decimal import Decimal

import pytest

from ziping.amounts import (
    PERCENT,
    PLAIN,
    WAN_YUAN,
    YUAN,
    Figure,
    Relation,
    change,
    foots,
    from_float,
    half_up,
    ratio,
    read_figure,
    show_percent,
    typed_number,
    unit_named,
)  # fmt: skip


def wan(*values: str) -> list[Figure]:
    return [read_figure(v + "万元") for v in values]


FOOTINGS = [
    ("parts that add up exactly agree", "57.6", ["12.1", "45.5"], "equal", True),
    ("one unit of the last place agrees within three roundings", "57.6", ["12.1", "45.4"], "equal", True),
    ("two units of the last place do not", "57.7", ["12.1", "45.4"], "equal", False),
    ("a total with more decimals is bound by the parts' rounding", "57.6", ["12.14", "45.44"], "equal", True),
    ("touching ends count", "100.01", ["33.33", "33.33", "33.33"], "equal", True),
    ("just beyond touching does not", "100.02", ["33.33", "33.33", "33.33"], "equal", False),
    ("a whole number stands for half a unit either side", "969", ["969.0004"], "equal", True),
    ("half a unit above is the limit", "969", ["969.5"], "equal", True),
    ("just above half a unit is beyond it", "969", ["969.56"], "equal", False),
    ("zero brings no slack of its own", "478.24", ["478.24", "0"], "equal", True),
    ("zero cannot excuse a difference", "478.25", ["478.23", "0"], "equal", False),
    ("of which: less than the total is fine", "18.76", ["5.35", "2.08"], "at_most", True),
    ("of which: the total itself is the limit", "18.76", ["16.68", "2.08"], "at_most", True),
    ("of which: rounding at the limit", "18.76", ["16.69", "2.08"], "at_most", True),
    ("of which: more than rounding allows", "18.76", ["16.70", "2.08"], "at_most", False),
]


@pytest.mark.parametrize(("total", "parts", "relation", "holds"), [row[1:] for row in FOOTINGS], ids=[row[0] for row in FOOTINGS])
def test_footing(total: str, parts: list[str], relation: str, holds: bool) -> None:
    footing = foots(wan(total)[0], wan(*parts), Relation(relation))
    assert footing is not None
    assert footing.holds is holds


def test_yuan_and_counts_foot_exactly() -> None:
    parts = [read_figure("39547778.6元"), read_figure("5601676.82元")]
    assert foots(read_figure("45149455.42元"), parts).exact
    assert not foots(read_figure("45149455.41元"), parts).holds


def test_without_parts_nothing_is_evaluated() -> None:
    assert foots(Figure(Decimal(5)), []) is None


def test_a_negative_part_makes_at_most_unevaluable() -> None:
    assert foots(Figure(Decimal(5)), [Figure(Decimal(-1))], Relation.AT_MOST) is None


RATES = [
    ("two decimals, rounded right", "86.67%", "13", "15", True),
    ("two decimals, one unit off", "86.68%", "13", "15", False),
    ("whole percent over a hair", "100%", "76216768.37", "76214727.86", True),
    ("whole percent over half a percent", "100%", "100.6", "100", False),
    ("whole percent at half a percent", "100%", "100.5", "100", True),
]


@pytest.mark.parametrize(("stated", "part", "whole", "holds"), [row[1:] for row in RATES], ids=[row[0] for row in RATES])
def test_a_stated_rate_against_its_ratio(stated: str, part: str, whole: str, holds: bool) -> None:
    computed = ratio(Figure(Decimal(part), YUAN), Figure(Decimal(whole), YUAN))
    assert foots(read_figure(stated), [computed]).holds is holds


def test_the_slack_of_a_ratio_covers_its_ends() -> None:
    computed = ratio(*wan("1.0", "3.0"))
    assert computed.value == Decimal(1) / Decimal(3) or abs(computed.value * 3 - 1) < Decimal("1e-50")
    assert computed.value + computed.slack >= Decimal("1.05") / Decimal("2.95")


def test_a_rate_over_zero_is_no_rate() -> None:
    assert ratio(*wan("5", "0")) is None
    assert change(*wan("5", "0")) is None


READ = [
    ("403.00", "403.00", "", 2), ("4.49亿元", "4.49", "亿元", 2), ("14,450,884.41元", "14450884.41", "元", 2), ("８６．６７％", "86.67", "%", 2),
    ("-3.5", "-3.5", "", 1), ("15名", "15", "人", 0), ("65.2万宗", "65.2", "万宗", 1), ("100百分比", "100", "%", 0), ("￥12.5元", "12.5", "元", 1),
]  # fmt: skip


@pytest.mark.parametrize(("text", "value", "unit", "decimals"), READ, ids=[row[0] for row in READ])
def test_reading_a_figure(text: str, value: str, unit: str, decimals: int) -> None:
    assert read_figure(text) == Figure(Decimal(value), unit_named(unit), decimals)


@pytest.mark.parametrize("text", ["≥95%", "7*24", "约500万元", "1,23", "一百", "", "12-13", "3.5.2"])
def test_what_is_not_one_figure_is_none(text: str) -> None:
    assert read_figure(text) is None


def test_a_printed_unit_wins_over_the_caption() -> None:
    assert read_figure("12元", WAN_YUAN).unit == YUAN
    assert read_figure("12", WAN_YUAN).unit == WAN_YUAN


def test_conversion_brings_the_rounding_along() -> None:
    yuan = read_figure("1.05万元").to(YUAN)
    assert (yuan.value, yuan.decimals) == (Decimal(10500), -2)
    assert yuan.quantity == read_figure("1.05万元").quantity
    with pytest.raises(ValueError, match="convertible"):
        yuan.to(PERCENT)


@pytest.mark.parametrize(("value", "places", "shown"), [("2.345", 2, "2.35"), ("2.3449", 2, "2.34"), ("-0.5", 0, "-1"), ("1.005", 2, "1.01")])
def test_half_up(value: str, places: int, shown: str) -> None:
    assert str(half_up(Decimal(value), places)) == shown


def test_floats_arrive_as_a_spreadsheet_shows_them() -> None:
    assert from_float(0.1) == Decimal("0.1")
    assert str(from_float(2.0)) == "2"
    assert str(from_float(0.1 + 0.2)) == "0.3"
    with pytest.raises(ValueError, match="not a number"):
        from_float(float("nan"))


def test_percent_and_plain_units() -> None:
    assert show_percent(Decimal("0.866666")) == "86.67%"
    assert unit_named("") == PLAIN
    assert unit_named("（万元）") == WAN_YUAN
    assert unit_named("个百分点").shift == 0


# a text, and the number that a cell holds for it (None: the text itself)
WRITTEN = [
    ("a number", "1,234.50", "1234.50"), ("a percentage is its ratio", "86.67%", "0.8667"), ("a full-width percentage", "８６％", "0.86"), ("nought", "0", "0"),
    ("less than one", "0.5", "0.5"), ("an amount in a unit of its own", "5000元", None), ("… of a larger one", "0.5亿元", None), ("people", "15人", None),
    ("a telephone", "073183640000", None), ("words", "1-6月", None),
]


@pytest.mark.parametrize(("text", "number"), [row[1:] for row in WRITTEN], ids=[row[0] for row in WRITTEN])
def test_what_is_written_into_a_cell_keeps_its_unit_and_its_noughts(text: str, number: str | None) -> None:
    assert typed_number(text) == (None if number is None else Decimal(number))
