"""Ties (勾稽): cells that must agree, and the verdict on them.

A tie says that a total agrees with its parts, or, with a single part, that two cells say the same. The verdict is that of
`amounts.foots`; this module adds what blanks, texts and differing units mean. Blank is not zero: a blank total or a tie without
parts is not evaluated, and a blank part under a total that the others do not reach is the concern of a check of its own.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from decimal import ROUND_UP, Decimal
from typing import Any

from ziping.amounts import EXACT, PERCENT, PLAIN, Figure, Footing, Quantity, Relation, Unit, decimals_of, foots, half_place, show
from ziping.checks.catalogue import PASSED, Event, Failed, Passed, Unknown, spelled
from ziping.checks.once import once
from ziping.evaluation import Datum, Place

DASHES = frozenset({"", "-", "--", "—", "——", "－", "/", "／", "\\", "无", "不适用"})


@dataclass(eq=False)
class Tie:
    """total against parts; `minus` parts count negatively. label: the total's words where its Datum carries none.

    Read only, like all that is made here by the hundred; it is not frozen because a frozen one takes three times as long to make.
    """

    total: Datum | None
    parts: tuple[Datum, ...]
    label: str
    minus: tuple[Datum, ...] = ()
    relation: Relation = Relation.EQUAL
    names: tuple[str, ...] = ()  # of the parts, then of the minus parts

    @property
    def terms(self) -> tuple[Datum, ...]:
        return self.parts + self.minus if self.minus else self.parts

    @property
    def unfigured(self) -> list[Datum]:
        """The terms that are no figures: blanks, and what does not belong there."""
        return [part for part in self.terms if part.figure is None]

    @property
    def needs(self) -> tuple[Datum | None, ...]:
        """The cells that it cannot do without: the total, and the terms once that is there."""
        return self.terms if self.total is not None and self.total.figure is not None else (self.total,)

    @once
    def problem(self) -> str:
        """Why the tie cannot be evaluated, "" when it can."""
        total, terms = self.total, self.terms
        if total is None or total.figure is None:
            return f"{self.label}空白" if empty(total) else f"{self.label}不是数字"
        bases = [part.figure.unit.base for part in terms if part.figure is not None]
        if not bases:
            return f"{self.label}没有可以核对的数"
        if len(bases) < len(terms) and not all(map(empty, self.unfigured)):
            return f"{self.label}的分项里有不是数字的内容"
        if bases.count(total.figure.unit.base) < len(bases):
            return f"{self.label}的计量单位不同，不能相加"
        return ""

    @once
    def footing(self) -> Footing | None:
        """What `foots` says of the figures that are there."""
        if self.total is None or self.total.figure is None:
            return None
        parts: list[Figure | Quantity] = [part.figure for part in self.parts if part.figure is not None]
        if self.minus:
            parts += [-part.figure.quantity for part in self.minus if part.figure is not None]
        return foots(self.total.figure, parts, self.relation)


def empty(datum: Datum | None) -> bool:
    """Nothing is stated: no cell, a blank one, or a dash."""
    return datum is None or (datum.figure is None and datum.error is None and datum.text.strip() in DASHES)


def no_result(place: Place | None) -> str:
    """Why nothing that needs a cell is evaluated whose formula the file holds no result of."""
    return f"{f'《{place.sheet}》{place.cell}的' if place is not None else ''}公式没有结果，须在 Excel 或 WPS 中打开，重新计算后保存"


def told(datum: Datum | None) -> str:
    """What a cell says, for a sentence: its text, its figure, its error value, or 空白."""
    if datum is None:
        return "空白"
    return datum.text.strip() or (str(datum.figure) if datum.figure else "") or datum.error or "空白"


def unfilled(datum: Datum | None) -> str:
    """A cell that states nothing, for a sentence: that it is blank, or which sign or word stands there instead of a figure or text."""
    words = datum.text.strip() if datum is not None else ""
    return f"{_STANDS}“{words}”" if words else _BLANK


_STANDS, _BLANK = "填的是", "空白"


def unfilled_all(told: Iterable[str]) -> str:
    """Several of them together: 空白或填的是“无”、“—”."""
    kinds = dict.fromkeys(told)
    words = "、".join(kind.removeprefix(_STANDS) for kind in kinds if kind != _BLANK)
    return "或".join([_BLANK] * (_BLANK in kinds) + [_STANDS + words] * bool(words))


def places(*data: Datum | None) -> tuple[Place, ...]:
    """The cells of these, without those that have none, each once."""
    return tuple(dict.fromkeys([d.place for d in data if d is not None and d.place is not None]))


def named(datum: Datum | None, fallback: str) -> str:
    return datum.label if datum is not None and datum.label else fallback


def verdict(tie: Tie) -> Event | None:
    """Passed, Failed or Unknown for one tie; None where the form has no such total."""
    if tie.total is None:
        return None
    if tie.problem:
        return Unknown(tie.problem, tie.total.place, tie.needs)
    footing = tie.footing
    if footing is None:
        return Unknown(f"{tie.label}的分项里有负数，“其中”关系不能核对", tie.total.place)
    if footing.holds:
        return Passed((tie.total, *tie.terms)) if tie.relation is Relation.EQUAL else PASSED
    if any(map(empty, tie.parts if footing.difference > 0 else tie.minus)):  # which the blank could make up
        return Unknown(f"{tie.label}有空白的分项", tie.total.place, tie.terms)
    return failure(tie, footing)


def failure(tie: Tie, footing: Footing) -> Failed:
    """The failed tie in the unit of its total, with the sum written out."""
    total = tie.total
    figure: Figure = total.figure  # type: ignore[union-attr, assignment] - there is a footing, so there is a figure
    return compared(
        total.place, named(total, tie.label), footing, figure.unit, decimals_of(figure.value),  # type: ignore[union-attr]
        bound="" if tie.relation is Relation.EQUAL else "≥", related=places(*tie.terms), args={"parts": written_out(tie)},
        rests_on=places(total, *(term for term in tie.terms if term.figure is not None)),
    )


def compared(place: Place | None, label: str, footing: Footing, unit: Unit, least: int = 0, **further: Any) -> Failed:
    """A footing that does not hold, in the given unit with at least that many decimals shown; `further` fields of the `Failed`."""
    expected, actual, difference, tolerance = (
        value.scaleb(-unit.shift) for value in (footing.expected, footing.actual, footing.difference, footing.tolerance)
    )
    shown = percent if unit == PERCENT else plain
    return Failed(
        place=place, label=label, expected=expected, actual=actual, difference=difference, tolerance=tolerance,
        shown_expected=shown(expected, least), shown_actual=shown(actual, least), shown_difference=signed(shown(abs(difference), least), difference),
        shown_tolerance=shown(readable(tolerance, least), least) if tolerance else ("0.00%" if unit == PERCENT else "0"), unit="" if unit == PERCENT else unit.text,
        **further)


def readable(tolerance: Decimal, least: int) -> Decimal:
    """A tolerance with one decimal more than the figure, three at least, rounded up: what is shown allows no less than what was allowed."""
    return tolerance.quantize(Decimal(1).scaleb(-max(least, 2) - 1), ROUND_UP, EXACT)


def plain(value: Decimal, least: int = 0) -> str:
    """An exact decimal, its superfluous zeros cut off behind the given number of decimals: 979.9700 → 979.97."""
    whole, _, digits = show(value).partition(".")
    if len(digits) > 6:
        whole, _, digits = show(value, 6).partition(".")
    digits = digits.rstrip("0").ljust(least, "0")
    return f"{whole}.{digits}" if digits else whole


def percent(value: Decimal, least: int = 2) -> str:
    """A number of hundredths as text, two decimals at least and four at most: 90.616784 → 90.62%."""
    return show(value, min(max(least, 2), 4)) + "%"


def signed(shown: str, difference: Decimal) -> str:
    return ("-" if difference < 0 else "+") + shown


def written_out(tie: Tie) -> str:
    """The sum as a person writes it: 业务工作专项 979.97 + 运行维护专项 0."""
    words = []
    names = tie.names or ("",) * len(tie.terms)
    for index, (part, name) in enumerate(zip(tie.terms, names, strict=True)):
        if part.figure is None:
            continue
        sign = "-" if index >= len(tie.parts) else "+"
        total = tie.total.figure.unit if tie.total and tie.total.figure else PLAIN
        unit = part.figure.unit.text if part.figure.unit != total else ""
        words.append(f"{sign} {name} {spelled(plain(part.figure.value, decimals_of(part.figure.value)), part.figure.unit.text)}{unit}".replace("  ", " "))
    if len(words) > 6:
        words = [*words[:5], f"+ …（共 {len(words)} 项）"]
    return " ".join(words).removeprefix("+ ").strip()


# ---------------------------------------------------------------------------------------------------------------
# Two cells that say the same

SAME = "{where}应与{other}的 {expected} 一致，实填 {actual}，{difference}"
TIES = "表间勾稽：同一个数在各表中一致，项目支出等于各项目之和"


def same(total: Datum | None, part: Datum | None, label: str, other: str, relation: Relation = Relation.EQUAL) -> Iterator[Tie]:
    """Two cells that say the same; nothing where one of the forms has no such cell."""
    if total is not None and part is not None:
        yield Tie(total, (part,), label, relation=relation, names=(other,))


def verdicts(items: Iterable[Tie | Unknown]) -> Iterator[Event]:
    """The verdict of each tie; what could not even be tied is open."""
    for item in items:
        event = item if isinstance(item, Unknown) else verdict(item)
        if event is not None:
            yield event


def judged(ties: Iterable[Tie | Unknown]) -> Iterator[Event]:
    """The verdicts, with the other cell named in the sentence."""
    for each in ties:
        event = each if isinstance(each, Unknown) else verdict(each)
        if isinstance(event, Failed) and isinstance(each, Tie):
            event.args["other"] = each.names[0] if len(each.names) == 1 else "、".join(each.names)
        if event is not None:
            yield event


def turned(failed: Failed, part: Datum, label: str, whole: str) -> Failed:
    """A failed "at most" told from the part's side: the part is too large, not the total too small."""
    return replace(
        failed, place=part.place, label=part.label or label, expected=failed.actual, actual=failed.expected, difference=-failed.difference,  # type: ignore[operator]
        shown_expected=failed.shown_actual, shown_actual=failed.shown_expected, shown_difference="+" + failed.shown_difference[1:], bound="≤",
        related=tuple(place for place in (failed.place,) if place is not None), args={"total": f"“{whole}”"})


# ---------------------------------------------------------------------------------------------------------------
# Rates


def rate_readings(figure: Figure) -> tuple[Quantity, ...]:
    """What a figure in a rate's cell may mean, likeliest first: 86.67% and 86.67 are one thing, and so are 0.8667 and 86.67%.

    A plain number carries the rounding of its shown decimals either way; a whole one read as a ratio is exact (1 is 100%).
    """
    if figure.unit.base == "" and figure.unit.shift:
        return (figure.quantity,)
    as_percent = Figure(figure.value, PERCENT, figure.decimals).quantity
    if not figure.decimals:
        as_ratio = Quantity(figure.value)
    else:
        as_ratio = Quantity(figure.value, half_place(figure.decimals))
    return (as_ratio, as_percent) if abs(figure.value) <= 5 else (as_percent, as_ratio)


def rate_footing(stated: Figure, expected: Quantity) -> Footing:
    """The stated rate against the computed one: the reading that holds, else the likeliest."""
    likeliest = None
    for reading in rate_readings(stated):
        footing = foots(reading, (expected,))
        if footing.holds:  # type: ignore[union-attr]
            return footing  # type: ignore[return-value]
        likeliest = likeliest or footing
    return likeliest  # type: ignore[return-value]

