"""A standard as understood: arms of guard and effect, and how a person reads them.

Everything is frozen and comparable. `render` writes the rule in the same language that the grammar reads: understanding the rendering
gives an equal rule.
"""

from __future__ import annotations

from decimal import Decimal

from ziping.amounts import EXACT, PERCENT, PLAIN, Unit
from ziping.standards.cells.values import shown
from ziping.standards.cells.verbatim import printed
from ziping.standards.words.records import Record

__all__ = [
    "Absent", "Amount", "Arm", "Award", "Band", "Choice", "Count", "EITHER", "Else", "FULL", "IN_PARTS", "Judged", "Left", "Linear", "Met", "Part", "Ratio", "Relative", "Rule", "Scaled", "Span", "Steps", "WRITTEN", "Word", "ZERO", "rounded_up",
]  # fmt: skip


class Amount(Record):
    """An amount of points: so many, or a share of the indicator's points (value ÷ parts)."""

    __slots__ = ("value", "share", "parts")
    defaults = {"share": False, "parts": Decimal(1)}
    value: Decimal
    share: bool
    parts: Decimal

    def of(self, full: Decimal) -> Decimal:
        if not self.share:
            return self.value
        return EXACT.divide(EXACT.multiply(full, self.value), self.parts) if self.parts != 1 else EXACT.multiply(full, self.value)

    def __str__(self) -> str:
        if not self.share:
            return f"{shown(self.value)}分"
        if self.parts != 1:
            return f"{shown(self.value)}/{shown(self.parts)}分值"
        return "满分" if self.value == 1 else f"分值的{shown(self.value.scaleb(2))}%"


class Left(Record):
    """What is left of the full points once an amount is taken off: where a band that costs points ends, and steps go on from there."""

    __slots__ = ("off",)
    off: Amount

    def of(self, full: Decimal) -> Decimal:
        return max(Decimal(0), full - self.off.of(full))


WRITTEN = "完成值/指标值"
EITHER = "B/A或A/B"  # as the target is a lower or an upper limit
FULL = Amount(Decimal(1), True)
ZERO = Amount(Decimal(0))


# ---------------------------------------------------------------------------------------------------------------
# Guards


class Span(Record):
    """Numbers from low to high in the rule's unit; None for no bound. An edge that is neither included nor excluded is None: two arms claim it."""

    __slots__ = ("low", "high", "low_in", "high_in")
    defaults = {"low": None, "high": None, "low_in": True, "high_in": True}
    low: Decimal | None
    high: Decimal | None
    low_in: bool | None
    high_in: bool | None

    def holds(self, x: Decimal) -> bool:
        """Whether x lies inside; an edge of unsettled ownership counts as inside (see `unsettled`)."""
        if self.low is not None and (x < self.low or (x == self.low and self.low_in is False)):
            return False
        return not (self.high is not None and (x > self.high or (x == self.high and self.high_in is False)))

    def unsettled(self, x: Decimal) -> bool:
        return (x == self.low and self.low_in is None) or (x == self.high and self.high_in is None)

    def text(self, unit: Unit) -> str:
        low = "" if self.low is None else shown(self.low, unit)
        high = "" if self.high is None else shown(self.high, unit)
        if self.low is None and self.high is None:
            return "其他"
        if self.low is None:
            return {True: f"≤{high}", False: f"<{high}", None: f"{high}(未写是否含)以下"}[self.high_in]
        if self.high is None:
            return {True: f"≥{low}", False: f">{low}", None: f"{low}(未写是否含)以上"}[self.low_in]
        if self.low == self.high:
            return f"={low}"
        mark = {True: "(含)", False: "(不含)", None: "(未写是否含)"}
        return f"{low}{mark[self.low_in]}至{high}{mark[self.high_in]}"


class Relative(Record):
    """The actual compared with its target by a sign."""

    __slots__ = ("sign",)
    sign: str

    def text(self) -> str:
        return {"≥": "不低于", "≤": "不高于", ">": "高于", "<": "低于", "=": "等于"}[self.sign] + "指标值"


class Met(Record):
    """The target is reached, or not."""

    __slots__ = ("yes",)
    yes: bool

    def text(self) -> str:
        return "达到指标值" if self.yes else "未达到指标值"


class Word(Record):
    """The actual says this, in these words."""

    __slots__ = ("phrase",)
    phrase: str

    def text(self) -> str:
        return self.phrase


class Absent(Record):
    """There is nothing to evaluate (没有政府采购项目的)."""

    __slots__ = ("phrase",)
    phrase: str

    def text(self) -> str:
        return self.phrase


class Else(Record):
    """Whatever no other arm covers."""

    __slots__ = ()
    def text(self) -> str:
        return "其他"


# ---------------------------------------------------------------------------------------------------------------
# Effects


class Award(Record):
    __slots__ = ("amount",)
    amount: Amount

    def text(self) -> str:
        return f"得{self.amount}"


class Part(Record):
    """Points for one condition among several that add up; `nested` presupposes the one before (建立制度得2分，健全再得2分)."""

    __slots__ = ("amount", "nested")
    defaults = {"nested": False}
    amount: Amount
    nested: bool

    def text(self) -> str:
        return f"{'再' if self.nested else ''}得{self.amount}"


class Band(Record):
    """The officer picks a value between two shares of the points; the middle unless reached."""

    __slots__ = ("high", "low")
    high: Decimal
    low: Decimal

    def text(self) -> str:
        return f"按分值的{shown(self.high.scaleb(2))}%-{shown(self.low.scaleb(2))}%计分"


class Choice(Record):
    """From so many points to so many, as the officer judges (得1.9-1分)."""

    __slots__ = ("high", "low")
    high: Amount
    low: Amount

    def text(self) -> str:
        return f"得{shown(self.high.value)}-{shown(self.low.value)}分"


class Judged(Record):
    """Whatever the officer finds (否则酌情扣分)."""

    __slots__ = ()

    def text(self) -> str:
        return "由填报人计分"


class Steps(Record):
    """Points off (or on, `gain`) for every full `size` beyond the base, counted from `start`.

    side: +1 above, −1 below, 0 either way; base None: the target; unit of size: `unit`. up: an incomplete step counts as one, or as its part (IN_PARTS).
    cap: at most so much off (on); floor: never fewer points than that. late: counted from a deadline. percent: the target is the base and the
    sentence says 1%, not 百分点, which may also be a hundredth of the target.
    """

    __slots__ = ("side", "size", "unit", "per", "base", "start", "gain", "up", "cap", "floor", "late", "percent")
    defaults = {"percent": False, "base": None, "start": FULL, "gain": False, "up": False, "cap": None, "floor": None, "late": False}
    side: int
    size: Decimal
    unit: Unit
    per: Amount
    base: Decimal | None
    start: Amount | Left
    gain: bool
    up: bool | str
    cap: Amount | None
    floor: Amount | None
    late: bool
    percent: bool

    def text(self) -> str:
        verb = "延迟" if self.late else {1: "超过", -1: "低于", 0: "偏离"}[self.side]
        unit = "个百分点" if self.unit == PERCENT and not self.percent else self.unit.text
        unit = "个月" if unit == "月" else unit  # 1月 is a month of the year
        return f"每{verb}{shown(self.size)}{unit}{'加' if self.gain else '再扣' if isinstance(self.start, Left) else '扣'}{self.per}{_limits(self)}{rounded_up(self, unit)}"


class Count(Record):
    """Points off (or on) for every `size` occurrences; the actual gives their number. up: an incomplete `size` counts as one."""

    __slots__ = ("what", "size", "measure", "per", "gain", "cap", "floor", "lack", "up")
    defaults = {"gain": False, "cap": None, "floor": None, "lack": "", "up": False}
    what: str
    size: Decimal
    measure: str
    per: Amount
    gain: bool
    cap: Amount | None
    floor: Amount | None
    lack: str
    up: bool

    def text(self) -> str:
        verb = "" if self.gain else self.lack or "发现"
        return f"每{verb}{shown(self.size)}{self.measure}{self.what}{'得' if self.gain else '扣'}{self.per}{_limits(self)}{rounded_up(self, self.measure)}"

    def each(self) -> str:
        """What so many are told in: 2个季度, for 2季度 is the second."""
        return "个" + self.measure if self.measure in ("季度", "月") else self.measure


class Ratio(Record):
    """Points in proportion (`taking`: taken off in proportion; `part`: and of that so much, as ×80% of a missed target): of `completion` (actual to target), the `inverse` (target to actual, for upper limits), of the `value` itself (a rate), of the `rest` (1 − the rate), or `unsaid`: between two bounds, not said of what."""

    __slots__ = ("of", "name", "amount", "taking", "part")
    defaults = {"name": "", "amount": FULL, "taking": False, "part": Decimal(1)}
    of: str
    name: str
    amount: Amount
    taking: bool
    part: Decimal

    def text(self) -> str:
        full = ("分值" if self.amount == FULL else str(self.amount)) + ("" if self.part == 1 else f"*{shown(self.part.scaleb(2))}%")
        if self.of == "unsaid":
            return "按比例扣分" if self.taking else "按比例计分"
        if self.of == "completion":
            if self.taking:
                return "按完成比例扣分"
            return "按完成比例计分" if self.amount == FULL and not self.name and self.part == 1 else f"得分={self.name or WRITTEN}*{full}"
        if self.of == "inverse":
            return f"得分=指标值/完成值*{full}"
        return f"得分={self.name}*{full}" if self.of == "value" else f"得分=(1-{self.name})*{full}"


class Scaled(Record):
    """得分=(满意度-60%)/(85%-60%)*分值: from nothing at `low` to all the points, `amount`, at `high`; None for the target, wherever it lies."""

    __slots__ = ("name", "low", "high", "amount")
    defaults = {"amount": FULL}
    name: str
    low: Decimal
    high: Decimal | None
    amount: Amount

    def text(self) -> str:
        low, high = f"{'+' if self.low < 0 else '-'}{shown(abs(self.low), PERCENT)}", "目标值" if self.high is None else shown(self.high, PERCENT)
        full = "分值" if self.amount == FULL else str(self.amount)
        if self.high == 0 and self.low > 0:
            return f"得分=(1-{self.name}/{shown(self.low, PERCENT)})*{full}"
        return f"得分=({self.name}{low})/({high}{low})*{full}" if self.low else f"得分={self.name}/{high}*{full}"


class Linear(Record):
    """Between two arms, in proportion from the one's points to the other's."""

    __slots__ = ("low", "high")
    low: Amount
    high: Amount

    def text(self) -> str:
        return "其间按比例计分"


Guard = Span | Relative | Met | Word | Absent | Else
Effect = Award | Part | Band | Choice | Judged | Steps | Count | Ratio | Linear | Scaled


def _limits(effect: Steps | Count) -> str:
    text = "" if effect.cap is None else f"，最多{'加' if effect.gain else '扣'}{effect.cap}"
    if effect.floor is not None:
        return text + f"，最低得{effect.floor}"
    return text if effect.gain else text + "，扣完为止"


IN_PARTS = "in parts"  # 不足1个百分点按比例扣分


def rounded_up(effect: Steps | Count, unit: str) -> str:
    if effect.up == IN_PARTS:
        return f"，不足{shown(effect.size)}{unit}按比例{'加' if effect.gain else '扣'}分"
    return f"，不足{shown(effect.size)}{unit}按{shown(effect.size)}{unit}计" if effect.up else ""


class Arm(Record):
    __slots__ = ("guard", "effect")
    guard: Guard
    effect: Effect

    def text(self, unit: Unit, subject: str) -> str:
        effect = self.effect.text()
        if isinstance(self.effect, Linear) or (isinstance(self.effect, Ratio | Count | Scaled) and isinstance(self.guard, Else)):
            return effect
        guard = self.guard.text(unit) if isinstance(self.guard, Span) else self.guard.text()
        if isinstance(self.guard, Span):
            guard = subject + guard
        return f"{guard}的，{effect}" if isinstance(self.effect, Steps | Ratio | Count | Band | Scaled) or not isinstance(self.effect, Award | Part | Choice | Judged) else f"{guard}{effect}"


class Rule(Record):
    """What was understood. stated: the full points that the sentence itself names; unit: of the numbers in spans; subject: the rate's name as printed; source: the sentence itself; asides: circumstances in words that no number can tell; demanded: the number that the sentence only asks for, and whether more is better."""

    __slots__ = ("arms", "unit", "subject", "stated", "source", "asides", "demanded")
    defaults = {"unit": PLAIN, "subject": "", "stated": None, "source": "", "asides": (), "demanded": None}
    silent = frozenset({"source", "asides", "demanded"})
    arms: tuple[Arm, ...]
    unit: Unit
    subject: str
    stated: Decimal | None
    source: str
    asides: tuple[str, ...]
    demanded: tuple[Decimal, bool] | None

    def render(self) -> str:
        """`理解为：…`: the rule in canonical words, which read back as the same rule."""
        return printed("理解为：" + self.words())

    def words(self) -> str:
        first = next((i for i, arm in enumerate(self.arms) if isinstance(arm.guard, Span)), -1)
        head = "" if self.stated is None else f"满分{shown(self.stated)}分；"
        return head + "；".join(arm.text(self.unit, self.subject if i == first else "") for i, arm in enumerate(self.arms))
