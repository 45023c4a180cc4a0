"""The tables of rows run: right points where there is one answer, the named refusal where there is none."""

from __future__ import annotations

import re
from decimal import Decimal, InvalidOperation

import pytest

from standards import rows_bare, rows_defaults, rows_taken_amiss, rows_units
from standards.tables import TABLES
from ziping.standards import NotScorable, Rule, score, understand

ROWS = [pytest.param(*row, id=f"{table}-{row[0]} | {row[3]}") for table, rows in TABLES.items() for row in rows]
DEFAULTS = [pytest.param(*row, id=f"{row[1]} | {row[2]}") for row in rows_defaults.REACHED + rows_defaults.DIRECTIONS + rows_defaults.QUALITY + rows_defaults.DEADLINES + rows_units.METHODS + rows_bare.WITHOUT_STANDARD + rows_taken_amiss.WITHOUT_STANDARD]
STANDARDS = sorted({row[0] for rows in TABLES.values() for row in rows})


def outcome(points: object, target: object, actual: object, standard: object = None) -> Decimal | str:
    try:
        result = score(points, target, actual, standard)  # type: ignore[arg-type]
    except NotScorable as refusal:
        return str(refusal)
    assert result is not None
    assert result.explanation.endswith("。")
    assert result.explanation.count("。") == 1
    assert 0 <= result.points <= result.full
    return result.points


def agrees(got: Decimal | str, expected: str) -> bool:
    try:
        return got == Decimal(expected)
    except InvalidOperation:
        return isinstance(got, str) and expected in got


@pytest.mark.parametrize(("standard", "points", "target", "actual", "expected"), ROWS)
def test_a_standard_gives_the_points_that_it_says(standard: str, points: object, target: object, actual: object, expected: str) -> None:
    got = outcome(points, target, actual, standard)
    assert agrees(got, expected), f"expected {expected}, got {got}"


@pytest.mark.parametrize(("points", "target", "actual", "expected"), DEFAULTS)
def test_without_a_standard_the_general_rules_hold(points: object, target: object, actual: object, expected: str) -> None:
    got = outcome(points, target, actual)
    assert agrees(got, expected), f"expected {expected}, got {got}"


@pytest.mark.parametrize(("points", "target", "actual"), rows_defaults.BLANK)
def test_a_blank_cell_is_not_zero(points: object, target: object, actual: object) -> None:
    assert score(points, target, actual) is None  # type: ignore[arg-type]


def understood(standard: str) -> Rule | str:
    try:
        return understand(standard)
    except NotScorable as refusal:
        return str(refusal)


@pytest.mark.parametrize("standard", STANDARDS)
def test_the_rendering_reads_back_as_the_same_rule_or_the_refusal_says_why(standard: str) -> None:
    rule = understood(standard)
    if isinstance(rule, str):
        assert re.search(r"评分标准.*请.*。$", rule)
    else:
        assert rule.render().startswith("理解为：")
        assert understand(rule.render()) == rule


def test_there_are_enough_rows() -> None:
    assert sum(map(len, TABLES.values())) + len(DEFAULTS) >= 200
