"""Whether a number can be one of occurrences, and what it leaves of a target of so many."""

from __future__ import annotations

from decimal import Decimal

from ziping.amounts import Unit
from ziping.standards.cells.conversion import COUNTED, convertible, rescaled
from ziping.standards.cells.values import Value
from ziping.standards.clauses.phrases import FOUGHT
from ziping.standards.clauses.rule import Count
from ziping.standards.refusal import NotScorable, quoted
from ziping.standards.words.records import Record
from ziping.standards.words.vocabulary import Pattern

__all__ = ["NOT_HELD", "Counted", "against_target", "did_many", "missing_of", "plausible", "unnamed"]

_HAPPENED, _CLAUSES = Pattern(r"发生|出现|存在|[未不没]"), Pattern(r"[,;。\n]")
_IN_A_YEAR = {"季度": 4, "月": 12}
_EACH_OF_THEM = Pattern(r"[各每]个?(?:季度|月)")
_SEEN = Pattern(r"(?:共|共计|累计|全年|合计)*(?:发现|出现|发生|存在|有)(?:\d+|[一二两三四五六七八九十]+)[^\W\d]{1,2}")
_DID_MANY, _NOT_DONE = Pattern(r"(?:已经?|共计?|累计|实际|全年|合计)*完成了?(?=\d)"), Pattern(r"(?:未|没有|尚未)(?:全部|全面)?完成的?")
_LIKE_A_RATE = 50  # a bare number from here on is hardly one of occurrences
_DENIED = Pattern(r"[未不没无]")
_OFTEN = Pattern(r"每(?:半?年|季|月|周|旬)")
NOT_HELD = Pattern(r"(?:未|没有)(?:开展|召开|组织|举办|举行)")


class Counted(Record):
    """A count as the standard defines it, and the cell that says how many; text: the cell's words; alone: whether the standard counts nothing else; full: the points of a standard that speaks of reaching the target, else None."""

    __slots__ = ("effect", "target", "actual", "text", "measure", "source", "alone", "full")
    effect: Count
    target: Value | None
    actual: Value
    text: str
    measure: Unit
    source: str
    alone: bool
    full: Decimal | None

    def aims(self) -> bool:
        """Whether the target is so many, of which some may be missing."""
        return self.target is not None and self.target.kind == "number" and self.target.low > 0


def unnamed(said: Counted) -> str:
    """The words of the cell behind the name of what is counted: 3处 of 漏报3处."""
    what = said.effect.what
    return said.text.removeprefix(what[:2]) if what[:1] in ("漏", "错") and len(what) > 3 and not said.text.startswith(what) else said.text.removeprefix(what)


def plausible(said: Counted, number: Decimal | None) -> Decimal:
    """The number as one of occurrences; NotScorable where it is none, or may be the number of what was done."""
    effect, target, actual = said.effect, said.target, said.actual
    against = effect.lack == "少" and said.aims() and target.relation not in ("≤", "<")  # type: ignore[union-attr]
    if number is not None and actual.bare and number >= _LIKE_A_RATE and not against:
        raise NotScorable(f"评分标准“{effect.text()}”按次数计分，完成值{quoted(actual.text)}没有写单位，不像次数，请写明如“2{effect.each()}”。")
    if number is not None and number and not effect.lack and effect.what.startswith("少") and "少" not in actual.text and _OFTEN.search(said.source):
        raise NotScorable(f"评分标准“{effect.text()}”按缺少的个数计分，完成值{quoted(actual.text)}可能是完成数，请写明如“少1{effect.each()}”。")
    if number is None and actual.kind == "number" and actual.unit.text in COUNTED and not effect.gain:
        raise NotScorable(f"评分标准“{effect.text()}”按{effect.measure}计数，完成值{quoted(actual.text)}的单位不同，不知道是不是所计的事项，请写明如“2{effect.each()}”。")
    if number is None or number < 0 or not (number == number.to_integral_value() or effect.lack == "少"):
        raise NotScorable(f"评分标准“{effect.text()}”按次数计分，完成值{quoted(actual.text)}没有写明次数，请填写如“0”或“2{effect.each()}”。")
    if number and not effect.gain and not _HAPPENED.search(actual.text) and any(FOUGHT.match(clause) for clause in _CLAUSES.split(said.source)):
        raise NotScorable(f"评分标准要求查处，完成值{quoted(actual.text)}可能是查处的个数，也可能是发生的个数，请写明如“发生2{effect.each()}”。")
    if number > _IN_A_YEAR.get(effect.measure.removeprefix("个"), number) and _EACH_OF_THEM.search(said.source):
        raise NotScorable(f"评分标准“{effect.text()}”所说的{effect.measure}一年中没有{quoted(actual.text)}这么多，请核对完成值。")
    if effect.lack and said.aims() and target.relation in ("≤", "<") and actual.kind == "number" and not unnamed(said).startswith(("少", "缺")):  # type: ignore[union-attr]
        raise NotScorable(f"指标值{quoted(target.text)}与评分标准的方向相反，请核对指标值或标准。")  # type: ignore[union-attr]
    return number


def against_target(said: Counted, number: Decimal) -> Decimal:
    """The number itself, or what it leaves of a target of so many; NotScorable where it may be either."""
    effect, target, actual, measure = said.effect, said.target, said.actual, said.measure
    if not effect.gain and said.aims() and actual.kind == "number" and effect.what.startswith("超"):
        raise NotScorable(f"指标值为{quoted(target.text)}，完成值{quoted(actual.text)}可能是总数，也可能是{effect.what}的个数，请写明如“{effect.what}1{effect.each()}”。")  # type: ignore[union-attr]
    if effect.gain or target is None or not said.aims() or target.relation in ("≤", "<"):
        return number
    if effect.lack == "少" and _SEEN.fullmatch(said.text):
        raise NotScorable(f"指标值为{quoted(target.text)}，完成值{quoted(actual.text)}可能是完成数，也可能是缺少的个数，请写明如“缺1{effect.each()}”。")
    if effect.lack == "少" and actual.kind == "number":
        return max(Decimal(0), missing_of(effect, measure, target, actual))
    if actual.kind == "number" and (actual.bare or actual.unit.base == measure.base or actual.unit.text in COUNTED or actual.unit == target.unit) and (actual.unit == target.unit or target.bare or target.unit.text in COUNTED or target.unit.base == measure.base):
        if did_many(said) and (target.bare or target.unit == actual.unit):
            return max(Decimal(0), target.low - actual.low)  # 完成4处 of 6处, where those 未完成 are counted
        if NOT_HELD.fullmatch(effect.what) and (target.bare or target.unit == actual.unit):
            return max(Decimal(0), target.low - actual.low)  # 3次 of 4次, where 未开展 are counted
        if _mostly_done(said):
            return max(Decimal(0), target.low - actual.low)
        raise NotScorable(f"指标值为{quoted(target.text)}，完成值{quoted(actual.text)}可能是完成数，也可能是评分标准所说的扣分次数，请写明如“缺1{effect.each()}”。")
    return number


def did_many(said: Counted) -> bool:
    """完成4处, where those 未完成 are counted; not where those are that were not done in time or as asked, of which some may be among the four."""
    return _DID_MANY.match(said.text) is not None and _NOT_DONE.fullmatch(said.effect.what) is not None


def _mostly_done(said: Counted) -> bool:
    """44次 of 52次, where reaching the target earns everything and each that is missing takes points off: so many missing would cost more than there is, and be more than half of all."""
    effect, target, actual = said.effect, said.target, said.actual
    undone = effect.lack or _DENIED.match(effect.what)
    return bool(undone and said.full and target.unit == actual.unit and target.low < actual.low * 2 and actual.low * effect.per.of(said.full) > said.full * effect.size)  # type: ignore[union-attr]


def missing_of(effect: Count, measure: Unit, target: Value, actual: Value) -> Decimal:
    """How much of the target is not there, in the measure of the standard."""
    if all(v.bare or convertible(v.unit, measure) is not None for v in (target, actual)) and not (target.bare and actual.bare and measure.shift):
        goal = rescaled(target, measure, "指标值", effect.size)
        return goal - rescaled(actual, measure, "完成值", goal)
    if target.unit == actual.unit and not actual.unit.shift or target.bare and not actual.unit.shift or actual.bare and not target.unit.shift:
        return target.low - actual.low
    raise NotScorable(f"指标值{quoted(target.text)}、完成值{quoted(actual.text)}与评分标准“{effect.text()}”的单位不一致，无法确定缺少多少，请改为相同的单位。")
