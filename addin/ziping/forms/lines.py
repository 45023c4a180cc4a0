"""Lines of money: what a line is called and which of `Fund` it is, its unit, its rate."""

from __future__ import annotations

import re
from functools import lru_cache

from ziping.amounts import PERCENT, Figure, Unit
from ziping.evaluation import Datum, Fund
from ziping.forms.bands import Band
from ziping.forms.headings import MONEY, Role, money_unit, squeezed
from ziping.forms.layout import Layout

FIELDS = {
    Role.INITIAL: "initial", Role.ADJUSTED: "adjusted", Role.BUDGET: "adjusted", Role.EXECUTED: "executed", Role.FORECAST: "expected",
    Role.RATE: "rate", Role.POINTS: "points", Role.SCORE: "score",
}  # fmt: skip
_ROLES = (
    (Fund.CARRYOVER, re.compile(r"结转|结余")),
    (Fund.BASIC, re.compile(r"基本支出")),
    (Fund.PROJECT, re.compile(r"项目支出")),
    (Fund.TOTAL, re.compile(r"资金总额|^总额$|^合计$|^总计$|预算总额|资金合计|支出合计|支出总额|^总数$|总预算|资金总计|^年度资金$|资金总量")),
    (Fund.FISCAL, re.compile(r"^(?:其中)?:?(?:当年|本年|本年度|年度|年初)?(?:一般公共预算|财政)(?:财政)?(?:拨款|资金|补助)|财政拨款")),
    (Fund.OTHER, re.compile(r"其[他它](?:资金|收入|来源)|^其[他它]$")),
)
_NOT_FISCAL = re.compile(r"非财政|专户")
_BEFORE_NAME = re.compile(r"^(?:其中[-:,，]?|[(]?[\d一二三四五六七八九十]{1,2}[)、.．,](?!\d)|[①-⑳])+")


@lru_cache(maxsize=4096)
def plain_label(label: str) -> str:
    """A line's name: `资金来源：（1）财政拨款` → 财政拨款, `其中：当年财政拨款` → 当年财政拨款, `年度资金总额：` → 年度资金总额."""
    words = squeezed(label).strip(":")
    head, _, tail = words.rpartition(":")
    words = tail if head and tail else words
    return _BEFORE_NAME.sub("", words) or words


def fund_role(label: str, known: set[Fund]) -> Fund | None:
    """Which of `Fund` a line's words name; each at most once in a block, for a second one is a part of something else."""
    role = _role_named(plain_label(label))
    return None if role in known else role


@lru_cache(maxsize=4096)
def _role_named(words: str) -> Fund | None:
    for role, pattern in _ROLES:
        if pattern.search(words) and not (role is Fund.FISCAL and _NOT_FISCAL.search(words)):
            return role
    return None


def unit_near(layout: Layout, band: Band) -> Unit | None:
    """The unit that the block's side heading or one of its headings prints."""
    for row in range(band.row, min(band.bottom + 2, layout.last_row)):
        for column in range(min(layout.columns, 3)):
            found = money_unit(layout.seen(row, column))
            if found:
                return found
    return next((found for found in (money_unit(head.text) for head in band.heads if head.role in MONEY) if found), None)


def as_rate(rate: Datum | None, executed: Datum | None, budget: Datum | None) -> Datum | None:
    """A rate typed as a plain number is a ratio or a percentage: whichever lies nearer to executed ÷ budget, else by its size."""
    if rate is None or rate.figure is None or rate.figure.unit.text == "%":
        return rate
    value = rate.figure.value
    percent = value > 2
    if executed and budget and executed.value is not None and budget.value and value:
        true = executed.value / budget.value
        percent = abs(value / 100 - true) < abs(value - true)
    if not percent:
        return rate
    return Datum(rate.text, Figure(value, PERCENT, rate.figure.decimals), rate.place, rate.formula, rate.error, rate.label)
