"""What a template prints: figures as shown, and the arithmetic and wording over them.

Everything is computed with `amounts` and rounded half-up only when it is printed. A gap among the arguments is the result.
"""

from __future__ import annotations

import re
from decimal import Decimal

from ziping.amounts import PERCENT, PLAIN, WAN_YUAN, YUAN, Figure, Unit, change, decimals_of, half_up, ratio, unit_named
from ziping.reports.catalogue import Gap, Notes

YI_YUAN = unit_named("亿元")


class Shown:
    """A figure under its name, printed with unit and decimals as in its cell: `1487.51万元`. Comparisons are exact, across units."""

    __slots__ = ("_name", "_notes", "figure")

    def __init__(self, figure: Figure, name: str, notes: Notes) -> None:
        self.figure, self._name, self._notes = figure, name, notes

    def __str__(self) -> str:
        return str(self.figure)

    def __bool__(self) -> bool:
        return bool(self.figure.value)

    def _against(self, other: object) -> tuple[Decimal, Decimal] | None:
        if isinstance(other, Shown):
            mine, its = self.figure, other.figure
            if mine.unit.base == its.unit.base:
                return mine.quantity.value, its.quantity.value
            return None
        if isinstance(other, int | Decimal):
            return self.figure.value, Decimal(other)
        return None

    def __eq__(self, other: object) -> bool:
        pair = self._against(other)
        return pair is not None and pair[0] == pair[1]

    def __lt__(self, other: object) -> bool:
        pair = self._against(other)
        return pair is not None and pair[0] < pair[1]

    def __le__(self, other: object) -> bool:
        pair = self._against(other)
        return pair is not None and pair[0] <= pair[1]

    def __gt__(self, other: object) -> bool:
        pair = self._against(other)
        return pair is not None and pair[0] > pair[1]

    def __ge__(self, other: object) -> bool:
        pair = self._against(other)
        return pair is not None and pair[0] >= pair[1]

    def __hash__(self) -> int:
        return hash(self.figure)

    def derived(self, figure: Figure, name: str = "") -> Shown:
        return Shown(figure, name or self._name, self._notes)

    def gap(self, code: str, *others: Shown) -> Gap:
        return Gap(self._notes, code, "、".join(dict.fromkeys([self._name, *(o._name for o in others)])))


# Around the unit of a figure just printed, until it is known what the text goes on with; see `settle`.
UNIT_OPEN, UNIT_CLOSE = "\ue020", "\ue021"
_UNIT = re.compile(f"{UNIT_OPEN}([^{UNIT_CLOSE}]*){UNIT_CLOSE}(?=((?:<(?!/w:p>)[^>]*>)*)(.{{0,2}}))")


def printed(value: Shown) -> str:
    """A figure with its unit marked for `settle`."""
    unit = value.figure.unit.text
    return f"{unitless(value)}{UNIT_OPEN}{unit}{UNIT_CLOSE}" if unit else str(value)


def settle(text: str) -> str:
    """Take out the marks; where the text goes on with the unit itself (`{{ 自评得分 }}分`, 15人名), the figure's own is left out."""
    return _UNIT.sub(lambda m: "" if goes_on(unit_named(m[1]), m[3]) else m[1], text)


def goes_on(unit: Unit, text: str) -> bool:
    """Whether a text begins with a word for the unit."""
    return any(len(text) >= length and not text[:length].isspace() and unit_named(text[:length]) == unit for length in (2, 1))


class Words(str):
    """Text of a cell; never taken for the name of a figure."""

    __slots__ = ()


Value = Shown | Gap


def places(figure: Figure) -> int:
    """The decimals a figure is printed with."""
    return decimals_of(figure.value) if figure.decimals is None else max(0, figure.decimals)


def convert(value: Value, unit: str, decimals: int | None = None) -> Value:
    """In another unit: exact in 元, two decimals in 万元 and 亿元 unless said otherwise; as it is when it already is in that unit."""
    if isinstance(value, Gap):
        return value
    target = {"万元": WAN_YUAN, "亿元": YI_YUAN, "元": YUAN}[unit]
    if value.figure.unit == target:
        return value if decimals is None else rounded(value, decimals)
    try:
        figure = value.figure.to(target)
    except ValueError:
        return value.gap("REPORT-UNITS")
    if decimals is None and target != YUAN:
        decimals = 2
    return value.derived(figure.but(decimals=decimals))


def rounded(value: Value, decimals: int) -> Value:
    return value if isinstance(value, Gap) else value.derived(value.figure.but(decimals=decimals))


def trimmed(value: Value) -> Value:
    """As printed, without zeros at the end of the decimals: 969.00 → 969."""
    if isinstance(value, Gap):
        return value
    printed = half_up(value.figure.value, places(value.figure)).normalize()
    return rounded(value, decimals_of(printed))


def unitless(value: Value) -> Value:
    if isinstance(value, Gap):
        return value
    return value.derived(Figure(half_up(value.figure.value, places(value.figure)), PLAIN, places(value.figure)))


def magnitude(value: Value) -> Value:
    return value if isinstance(value, Gap) else value.derived(value.figure.but(value=abs(value.figure.value)))


def add(first: Value, *others: Value, sign: int = 1) -> Value:
    """first + others (or − with sign −1) in the first one's unit, with the most decimals that any of them shows."""
    values = (first, *others)
    for value in values:
        if isinstance(value, Gap):
            return value
    unit = first.figure.unit
    total, decimals = first.figure.value, places(first.figure)
    for other in others:
        try:
            figure = other.figure.to(unit)
        except ValueError:
            return first.gap("REPORT-UNITS", other)
        total += sign * figure.value
        decimals = max(decimals, places(other.figure) if other.figure.unit == unit else decimals_of(figure.value.normalize()))
    return first.derived(Figure(total, unit, decimals))


def share(part: Value, whole: Value, decimals: int = 2) -> Value:
    """part ÷ whole as a percentage; a gap over a zero whole, never 100%."""
    for value in (part, whole):
        if isinstance(value, Gap):
            return value
    if part.figure.unit.base != whole.figure.unit.base:
        return part.gap("REPORT-UNITS", whole)
    quotient = ratio(part.figure, whole.figure)
    if quotient is None:
        return whole.gap("REPORT-ZERO-BASE")
    return part.derived(Figure(quotient.value.scaleb(2), PERCENT, decimals))


def growth(current: Value, previous: Value, decimals: int = 2) -> Value:
    """(current − previous) ÷ previous as a signed percentage; a gap over a zero base."""
    for value in (current, previous):
        if isinstance(value, Gap):
            return value
    if current.figure.unit.base != previous.figure.unit.base:
        return current.gap("REPORT-UNITS", previous)
    quotient = change(current.figure, previous.figure)
    if quotient is None:
        return previous.gap("REPORT-ZERO-BASE")
    return current.derived(Figure(quotient.value.scaleb(2), PERCENT, decimals))


def change_words(current: Value, previous: Value, base: str = "上年", rate: bool = True) -> str | Gap:
    """增加375.01万元，增长33.71% / 减少…，下降… / 与上年持平; without the rate where the base is zero."""
    difference = add(current, previous, sign=-1)
    if isinstance(difference, Gap):
        return difference
    if not difference:
        return f"与{base}持平"
    if current.figure.unit == PERCENT:  # two rates differ by points, not by per cent
        return f"{'提高' if difference > 0 else '下降'}{unitless(magnitude(difference))}个百分点"
    verb, rises = ("增加", "增长") if difference > 0 else ("减少", "下降")
    words = f"{verb}{magnitude(difference)}"
    if rate and previous:
        words += f"，{rises}{magnitude(growth(current, previous))}"
    return words


def saving_words(budget: Value, executed: Value) -> str | Gap:
    """节约1.05万元 / 超支1.05万元 / 与预算持平."""
    difference = add(budget, executed, sign=-1)
    if isinstance(difference, Gap):
        return difference
    if not difference:
        return "与预算持平"
    return f"{'节约' if difference > 0 else '超支'}{magnitude(difference)}"

