"""A claim: an arithmetic statement of the text, recomputed from its own figures."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum

from ziping.amounts import COUNT, PERCENT, YUAN, Figure, Quantity, Unit, half_place, half_up, last_place, read_figure, show, show_percent
from ziping.prose.text.figures import Kind, Mention

__all__ = ["Claim", "ClaimKind", "Verdict", "claim", "in_unit", "in_yuan", "last_digit", "number_claim", "recomputed", "rounded_in_yuan", "settled", "shown", "verdict_of"]


class Verdict(StrEnum):
    """holds: recomputes within rounding; fails: the sentence leaves no other reading and it does not; unsure: anything else."""

    HOLDS = "holds"
    FAILS = "fails"
    UNSURE = "unsure"


class ClaimKind(StrEnum):
    """The families of claims, and what each states."""

    SUM = "sum"  # 合计 = 各部分之和
    PARTS = "parts"  # 部分不超过合计
    SHARE = "share"  # 占比 = 部分 ÷ 合计
    SHARES = "shares"  # 各项占比之和 = 100%
    CHANGE = "change"  # 增减额, 增减率
    RATE = "rate"  # 执行率、完成率 = 完成数 ÷ 预算数
    FORMULA = "formula"  # 写出的算式
    BALANCE = "balance"  # 期初 ± 增减 = 期末, 原值 − 折旧 = 净值, 收支平衡
    COUNT = "count"  # 列举的个数
    REPEAT = "repeat"  # 同一数据前后一致
    UNIT = "unit"  # 同一数据单位一致
    SCORE = "score"  # 得分与等级
    ORDER = "order"  # a ≤ b


@dataclass(frozen=True, slots=True)
class Claim:
    """One claim with its verdict.

    quote = text[start:end] of the original; figures: what takes part, the stated one last; stated, recomputed: as printed, with
    units ("" where nothing can be recomputed); explanation: one Chinese sentence; whole: the parts are all there are by what they are called.
    """

    kind: ClaimKind
    quote: str
    start: int
    end: int
    figures: tuple[Mention, ...]
    stated: str
    recomputed: str
    verdict: Verdict
    explanation: str
    whole: bool = False

    def as_json(self) -> dict[str, str | int]:
        """The JSON of one claim; positions count characters of the text."""
        return {
            "kind": str(self.kind),
            "quote": self.quote,
            "start": self.start,
            "end": self.end,
            "stated": self.stated,
            "recomputed": self.recomputed,
            "verdict": str(self.verdict),
            "explanation": self.explanation,
        }


def settled(judged: Iterable[Claim]) -> set[Mention]:
    """The figures that claims state and are sure of: nothing more is to be said of them."""
    return {claim.figures[-1] for claim in judged if claim.verdict is not Verdict.UNSURE}


def shown(mention: Mention | Figure) -> str:
    """The figure as printed, with its unit."""
    return str(mention.figure if isinstance(mention, Mention) else mention)


def in_unit(value: Decimal, like: Mention, extra: int = 0) -> str:
    """A value of the base unit as a text in the unit and with the decimals of another figure (`extra`: how many more)."""
    unit: Unit = like.figure.unit
    if like.kind is Kind.RATE and unit.text == "%":
        return show_percent(value, max(2, (like.figure.decimals or 0) + extra))
    scaled = value.scaleb(-unit.shift)
    places = max((like.figure.decimals or 0) + extra, 0)
    text = show(scaled, places)
    return text + unit.text


def verdict_of(holds: bool, certain: bool = True) -> Verdict:
    """holds when it recomputes; fails only when it does not and the reading is certain."""
    return Verdict.HOLDS if holds else Verdict.FAILS if certain else Verdict.UNSURE


FEN = 2  # decimals of an amount in 元 that nothing is lost of
_LAST_DIGIT = (ClaimKind.SHARE, ClaimKind.RATE, ClaimKind.CHANGE)


def in_yuan(like: Mention) -> Mention:
    """A figure of money as it would stand in 元."""
    return replace(like, figure=like.figure.but(unit=YUAN))


def last_digit(made: Claim, true: Quantity, hundred: bool = False) -> Claim:
    """A percentage cut off instead of rounded, one of amounts printed in whole 元, or a share moved by one in its last digit so that all add up to 100%, is nobody's error for certain.

    hundred: the share is one of several that do add up to 100%: it may have been moved after it was rounded.
    """
    figure = made.figures[-1].figure
    against = true.value < 0 < figure.value  # a fall called a rise
    if made.verdict is not Verdict.FAILS or figure.unit != PERCENT or made.kind not in _LAST_DIGIT or against:
        return made
    unit = last_place(figure.decimals, figure.unit.shift)
    off = abs(true.value) - abs(figure.quantity.value)
    low, high = (-true.slack, unit) if made.kind is not ClaimKind.SHARE else (unit * -3 / 2, unit * 3 / 2) if hundred else (-unit, unit)
    spared = low <= off < high or _rounded_before(figure, true) or abs(off) <= figure.quantity.slack + true.slack + _lost_in_yuan(made, true)
    return replace(made, verdict=Verdict.UNSURE) if spared else made


def _lost_in_yuan(made: Claim, true: Quantity) -> Decimal:
    """How far a rate may lie from the truth because its amounts in 元 were rounded to the last digit shown: averages printed as 6497元 and 5612元."""
    amounts = [one.figure for one in made.figures[:-1] if one.kind is Kind.MONEY]
    lost = sum((half_place(one.decimals) for one in amounts if one.unit == YUAN), Decimal(0))
    most = max((abs(one.quantity.value) for one in amounts), default=Decimal(0))
    return lost * max(Decimal(1), abs(true.value)) ** 2 / most if most else Decimal(0)


def rounded_in_yuan(made: Claim) -> Claim:
    """The claim, unsure where amounts in 元 that were printed without 分 may have lost by rounding all that it fails by: 1220.21元 and 1534.3元 of 2754.6元."""
    stated, due = made.figures[-1], read_figure(made.recomputed)
    if made.verdict is not Verdict.FAILS or due is None or due.unit != YUAN or any(one.figure.unit != YUAN for one in made.figures) or shown(stated) != made.stated:
        return made
    lost = sum((half_place(one.figure.decimals) for one in made.figures if (one.figure.decimals or 0) < FEN), Decimal(0))
    lost += half_place(due.decimals) if (due.decimals or 0) < FEN else 0
    return replace(made, verdict=Verdict.UNSURE) if abs(due.value - stated.figure.value) <= lost and lost else made


def _rounded_before(figure: Figure, true: Quantity) -> bool:
    """Whether a percentage was rounded twice: 1.546% by 1.55% to 1.6%; 2.5895% to 2.6%, printed 2.60%, which loses next to nothing."""
    value, decimals, rate = abs(figure.value), figure.decimals or 0, abs(true.value) * 100
    if half_up(half_up(rate, decimals + 1), decimals) == value:
        return True
    places = -int(value.normalize().as_tuple().exponent)  # type: ignore[arg-type]
    near = abs(rate - value) < Decimal(15).scaleb(-1 - decimals)
    return near and 0 < places < decimals and half_up(rate, places) == value


def claim(kind: ClaimKind, figures: list[Mention], verdict: Verdict, stated: str, recomputed: str, explanation: str) -> Claim:
    """A claim over these figures, the quote still to be cut from the original text."""
    start, end = min(m.start for m in figures), max(m.end for m in figures)
    return Claim(kind, "", start, end, tuple(figures), stated, recomputed, verdict, explanation)


def number_claim(text: str, span: tuple[int, int], figure: tuple[int, int], stated: int, listed: int, by: str, lead: str, certain: bool = True) -> Claim:
    """How many things a text says there are against how many it lists, counted by this measure. span: where the claim stands; figure: where its number and measure do."""
    (start, end), told = figure, text[slice(*figure)]
    words = f"{lead}{listed}{by}，与文中“{told}”" + ("相符。" if stated == listed else "不符，请核对。")
    mention = Mention(start, end, Figure(Decimal(stated), COUNT, 0), Kind.COUNT)
    return Claim(ClaimKind.COUNT, "", *span, (mention,), told, f"{listed}{by}", verdict_of(stated == listed, certain), words)


def recomputed(kind: ClaimKind, figures: Sequence[Mention], verdict: Verdict, worked: str, sum_: str, stated: str = "") -> Claim:
    """The last figure (`stated`: as printed, where its unit is not enough) against what the others give: the sum written out, then whether the text agrees."""
    stated = stated or shown(figures[-1])
    words = f"{sum_}，" + (f"与文中{stated}相符。" if verdict is Verdict.HOLDS else f"文中为{stated}，请核对。")
    return claim(kind, list(figures), verdict, stated, worked, words)
