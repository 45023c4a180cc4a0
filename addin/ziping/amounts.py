"""Figures as public bodies print them: exact decimals with a unit and the decimals shown, and the one tolerance.

Floor 1: the standard library alone. Nothing here knows a form, a sentence or a rule of scoring, and no float ever enters.

What is exact and what is rounded: counts (人, 个, 项), points, weights, scores and amounts in 元 are exact. Amounts in 千元, 万元 or
亿元, counts in 万, rates and shares are rounded: a figure shown with d decimals stands for the closed interval of half a unit in
its last place (the semantics of XBRL Calculations 1.1, round to nearest). Zero is a fact, not a rounding, and is exact.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import ROUND_HALF_UP, Context, Decimal
from enum import Enum
from functools import lru_cache
from typing import NamedTuple

__all__ = [
    "COUNT", "FOLDED", "Figure", "Footing", "NUMBER", "PERCENT", "PLAIN", "POINTS", "Quantity", "Relation", "Unit", "WAN_YUAN", "YUAN",
    "change", "decimals_of", "fold", "foots", "from_float", "half_place", "half_up", "last_place", "ratio", "read_figure", "read_number",
    "show", "show_percent", "typed_number", "unit_named",
]

ZERO = Decimal(0)
made = tuple.__new__  # what the constructor of a named tuple calls, for those made by the hundred: the way to it takes longer than the making
EXACT = Context(prec=400, rounding=ROUND_HALF_UP)
_sum = EXACT.add
_set = object.__setattr__


class Relation(Enum):
    """How parts stand to their total: 合计 is EQUAL, 其中 is AT_MOST (of which, not necessarily all)."""

    EQUAL = "equal"
    AT_MOST = "at_most"


class Unit(NamedTuple):
    """A unit as printed: `base` is what is measured, one unit is 10**shift of it (万元: base 元, shift 4; %: base "", shift -2)."""

    text: str
    base: str
    shift: int = 0

    @property
    def rounded(self) -> bool:
        """Whether figures in this unit are rounded figures; see the module's page."""
        return self.shift != 0

    def __str__(self) -> str:
        return self.text


PLAIN = Unit("", "")
YUAN = Unit("元", "元")
WAN_YUAN = Unit("万元", "元", 4)
PERCENT = Unit("%", "", -2)
POINTS = Unit("分", "分")
COUNT = Unit("个", "个")
_USUAL = {unit: unit for unit in (YUAN, WAN_YUAN, PERCENT, POINTS, COUNT)}

_SCALES = {"": 0, "百": 2, "千": 3, "万": 4, "十万": 5, "百万": 6, "千万": 7, "亿": 8, "十亿": 9, "百亿": 10, "千亿": 11, "万亿": 12}
_SAME = {"名": "人", "位": "人", "人民币": "元", "圆": "元", "块": "元", "日": "天", "工作日": "天", "h": "小时", "H": "小时"}
_PERCENTS = frozenset({"%", "百分比", "百分之"})
_UNIT = re.compile(r"(万亿|千亿|百亿|十亿|亿|千万|百万|十万|万|千|百)?(\S*)")


@lru_cache(maxsize=512)
def unit_named(text: str) -> Unit:
    """The unit a word names: 万元, 亿元, %, 人, 万宗, 百分比, 天 … An unknown word is a unit of its own (`台套` measures 台套)."""
    word = fold(text).strip().strip("()（）[]").strip()
    word = word.removeprefix("人民币").strip() or word
    if word in _PERCENTS:
        return PERCENT
    if word == "‰":
        return Unit(word, "", -3)
    if not word:
        return PLAIN
    scale, base = _UNIT.fullmatch(word).groups() if _UNIT.fullmatch(word) else ("", word)  # type: ignore[union-attr]
    if scale and base.startswith("分"):  # 百分点, 千分之: not a hundred of 分
        scale, base = "", word
    base = _SAME.get(base, base)
    unit = Unit((scale or "") + base, base, _SCALES[scale or ""])
    return _USUAL.get(unit, unit)


# ---------------------------------------------------------------------------------------------------------------
# Text to numbers and back

_WIDE = "０１２３４５６７８９．，％﹪＋－（）：；＝＞＜／＊～　\u00a0"
FOLDED = tuple(zip(_WIDE, "0123456789.,%%+-():;=></*~  ", strict=True))  # what `fold` makes of what
_FOLD = str.maketrans(dict(FOLDED))
NUMBER = re.compile(r"(?:\d{1,3}(?:,\d{3})+(?!,?\d)|\d+)(?:\.\d+)?|\.\d+")
_FIGURE = re.compile(r"\s*([+\-−－]?)\s*(?:[¥￥])?\s*(" + NUMBER.pattern + r")\s*(\S*)\s*")


def fold(text: str) -> str:
    """Full-width digits, signs and blanks as ASCII, one character for one character (positions stay)."""
    return text.translate(_FOLD)


def read_number(text: str) -> Decimal | None:
    """`1,234.50`, `１２.５`, `-3` as an exact decimal; None when the text is not just a number."""
    text = fold(text).strip().replace("−", "-")
    match = re.fullmatch(r"([+-]?)(" + NUMBER.pattern + ")", text)
    return Decimal(match[1] + match[2].replace(",", "")) if match else None


def decimals_of(value: Decimal) -> int:
    """Digits behind the point as written (12.50 has 2)."""
    return len(format(value, "f").partition(".")[2])


def half_up(value: Decimal, places: int) -> Decimal:
    """四舍五入, away from zero at the half: 2.345 → 2.35, −0.5 → −1."""
    return value.quantize(_power(1, -places), ROUND_HALF_UP, EXACT)


@lru_cache(maxsize=256)
def _power(digit: int, exponent: int) -> Decimal:
    """digit × 10**exponent, written with that exponent."""
    return Decimal(digit).scaleb(exponent, EXACT)


def last_place(decimals: int | None, shift: int = 0) -> Decimal:
    """One in the last place that so many decimals print, in the base unit of one that is 10**shift of it: 0.01 of 12.50."""
    return _power(1, shift - (decimals or 0))


def half_place(decimals: int | None, shift: int = 0) -> Decimal:
    """What a figure printed with so many decimals may have lost by rounding, whatever its unit; see `Figure.quantity` for those that were rounded for certain."""
    return _power(5, shift - (decimals or 0) - 1)


def read_figure(text: str, unit: Unit = PLAIN) -> Figure | None:
    """`403.00`, `4.49亿元`, `14,450,884.41元`, `86.67%` as a figure; a unit printed in the text wins over the given one.

    None when anything but one number and its unit stands there (`≥95%`, `7*24`, `约500万元`).
    """
    match = _FIGURE.fullmatch(fold(text))
    if not match:
        return None
    sign, digits, word = match.groups()
    if word and not re.fullmatch(r"[%‰]|[^\W\d_]+", word):
        return None
    value = Decimal(digits.replace(",", ""))
    value = -value if sign and sign != "+" else value
    return Figure(value, unit_named(word) if word else unit, decimals_of(value))


def typed_number(text: str) -> Decimal | None:
    """The number that a cell holds where this text is written into it, a percentage as its ratio.

    None where it must stay a text: an amount with a unit of its own (`5000元` in a column of 万元), digits that begin with a nought (a telephone).
    """
    figure = read_figure(text)
    if figure is None or figure.unit not in (PLAIN, PERCENT) or re.match(r"0\d", fold(text)):
        return None
    return figure.value.scaleb(-2) if figure.unit == PERCENT else figure.value


# ---------------------------------------------------------------------------------------------------------------
# Figures


class Quantity(NamedTuple):
    """A value in its base unit (元, 人, 1 for rates) and how far the truth may lie from it, either side, ends included."""

    value: Decimal
    slack: Decimal = ZERO

    def __neg__(self) -> Quantity:
        return Quantity(-self.value, self.slack)


class Figure:
    """A printed figure: `value` in `unit`, shown with `decimals` decimals (None: exact, whatever the unit). Frozen, and equal by these three.

    Written out, because scoring one cell in a fresh interpreter must not wait for `dataclasses` and what it imports.
    """

    __slots__ = ("value", "unit", "decimals", "_quantity")
    __match_args__ = ("value", "unit", "decimals")
    value: Decimal
    unit: Unit
    decimals: int | None

    def __init__(self, value: Decimal, unit: Unit = PLAIN, decimals: int | None = None) -> None:
        _set(self, "value", value)
        _set(self, "unit", unit)
        _set(self, "decimals", decimals)
        _set(self, "_quantity", None)

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(f"{name}: a figure is frozen")

    def __eq__(self, other: object) -> bool:
        return other.__class__ is Figure and (self.value, self.unit, self.decimals) == (other.value, other.unit, other.decimals)  # type: ignore[attr-defined]

    def __hash__(self) -> int:
        return hash((self.value, self.unit, self.decimals))

    def __repr__(self) -> str:
        return f"Figure({self.value!r}, {self.unit!r}, {self.decimals!r})"

    def __reduce__(self) -> tuple[object, ...]:
        return Figure, (self.value, self.unit, self.decimals)

    def but(self, **changes: object) -> Figure:
        """The same with some of the three changed."""
        return Figure(**{"value": self.value, "unit": self.unit, "decimals": self.decimals} | changes)  # type: ignore[arg-type]

    @property
    def quantity(self) -> Quantity:
        """The figure in its base unit with the slack of its rounding; worked out once, for a figure stands in many relations."""
        known = self._quantity
        if known is None:
            value, shift, decimals = self.value, self.unit.shift, self.decimals
            if shift:
                value = value.scaleb(shift, EXACT)
            rounded = value and decimals is not None and (shift or decimals < 0)
            known = made(Quantity, (value, half_place(decimals, shift) if rounded else ZERO))  # type: ignore[operator]
            _set(self, "_quantity", known)
        return known

    def to(self, unit: Unit) -> Figure:
        """The same figure in another unit of the same base; ValueError for another base.

        Its rounding comes along: 1.05万元 is 10500元 with decimals −2, that is, good to a hundred yuan.
        """
        if unit.base != self.unit.base:
            raise ValueError(f"{self.unit.text!r} is not convertible to {unit.text!r}")
        shift = self.unit.shift - unit.shift
        decimals = None if self.decimals is None else self.decimals - shift
        value = self.value.scaleb(shift, EXACT)
        if value.as_tuple().exponent > 0:  # type: ignore[operator]
            value = value.quantize(Decimal(1), context=EXACT)
        return Figure(value, unit, decimals)

    def __neg__(self) -> Figure:
        return Figure(-self.value, self.unit, self.decimals)

    def __str__(self) -> str:
        return show(self.value, self.decimals) + self.unit.text


def show(value: Decimal, decimals: int | None = None) -> str:
    """A decimal without exponent, rounded half-up to the decimals where they are given: `1112.50`."""
    if decimals is not None:
        value = half_up(value, decimals)
    return format(value, "f")


def show_percent(value: Decimal, decimals: int = 2) -> str:
    """A ratio as a percentage, half-up: Decimal("0.8667") → `86.67%`."""
    return show(value.scaleb(2, EXACT), decimals) + "%"


# ---------------------------------------------------------------------------------------------------------------
# Arithmetic with rounded figures, and the one tolerance


def ratio(part: Figure | Quantity, whole: Figure | Quantity) -> Quantity | None:
    """part ÷ whole with the widest deviation that the roundings of both allow; None over a zero denominator (never 100%)."""
    top, top_slack = part.quantity if part.__class__ is Figure else part  # type: ignore[union-attr, misc]
    bottom, bottom_slack = whole.quantity if whole.__class__ is Figure else whole  # type: ignore[union-attr, misc]
    if not bottom:
        return None
    value, size = EXACT.divide(top, bottom), EXACT.abs(bottom)
    if not top_slack and not bottom_slack:
        return made(Quantity, (value, ZERO))
    if size <= bottom_slack:
        return None
    # The farther end lies over the smallest denominator: (t + δt) / (b − δb) − t / b = (δt + δb·t/b) / (b − δb).
    far = EXACT.fma(bottom_slack, EXACT.abs(value), top_slack)
    return Quantity(value, EXACT.divide(far, EXACT.subtract(size, bottom_slack)))


def change(current: Figure | Quantity, previous: Figure | Quantity) -> Quantity | None:
    """(current − previous) ÷ previous; None over a zero base."""
    quotient = ratio(current, previous)
    return None if quotient is None else Quantity(quotient.value - 1, quotient.slack)


class Footing(NamedTuple):
    """The verdict of `foots`, in base units: what the parts give, what is stated, by how much they differ, what rounding allows."""

    holds: bool
    expected: Decimal
    actual: Decimal
    tolerance: Decimal

    @property
    def difference(self) -> Decimal:
        """stated − computed; positive: the stated total is too high."""
        return self.actual - self.expected

    @property
    def exact(self) -> bool:
        """Whether they agree without any rounding."""
        return self.holds and self.expected == self.actual


def foots(total: Figure | Quantity, parts: Iterable[Figure | Quantity], relation: Relation = Relation.EQUAL) -> Footing | None:
    """Does the total agree with its parts, as far as the shown decimals can tell? The only tolerance in the project.

    EQUAL (合计): the interval of the sum and the interval of the total share a point, closed ends included:
    |T − Σ| ≤ slack(T) + Σ slack. AT_MOST (其中): Σ − T ≤ the same; only for parts that cannot be negative.
    None ("not evaluated", never "passed") when there is no part, or for AT_MOST when a part is negative.
    A part may be negated (`-depreciation`) for differences, or be a `ratio` for rates: `foots(stated_rate, [ratio(a, b)])`.
    """
    stated, tolerance = total.quantity if total.__class__ is Figure else total  # type: ignore[union-attr, misc]
    of_which, sum_ = relation is Relation.AT_MOST, None
    for part in parts:
        value, slack = part.quantity if part.__class__ is Figure else part  # type: ignore[union-attr, misc]
        if of_which and value < 0:
            return None
        sum_ = _sum(ZERO if sum_ is None else sum_, value)
        if slack:
            tolerance = _sum(tolerance, slack)
    if sum_ is None:
        return None
    excess = EXACT.subtract(sum_, stated)
    return made(Footing, ((excess if of_which else EXACT.abs(excess)) <= tolerance, sum_, stated, tolerance))


def from_float(number: float) -> Decimal:
    """A host's float by the fifteen digits that a spreadsheet keeps, as a person reads it in the cell: 0.1 + 0.2 → Decimal("0.3"), 2.0 → Decimal("2").

    ValueError for infinities and NaN.
    """
    value = Decimal(repr(float(format(number, ".15g"))))
    if not value.is_finite():
        raise ValueError(f"not a number: {number!r}")
    return value.quantize(Decimal(1), context=EXACT) if value == value.to_integral_value() else value
