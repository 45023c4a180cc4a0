"""The same quantity stated twice: with different digits, or with the same digits in another unit (元 beside 万元)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from ziping.amounts import foots
from ziping.prose.judging.before import Before
from ziping.prose.judging.claims import Claim, ClaimKind, Verdict, shown, verdict_of
from ziping.prose.judging.slips import one_slip, significant
from ziping.prose.text.figures import Kind, Mention
from ziping.prose.text.said import Said

__all__ = ["Memory"]

_DIGITS = 4  # significant digits from which a repeated figure is no accident
_UNIT_DIGITS, _NAMED_DIGITS = 6, 4
_OF_MONEY = re.compile(r"资金|支出|经费|收入|补助|补贴|发放|拨付|金额|其中|[\d\W]")
_TIMES = 100  # times the next amount of the text
_TELLING = re.compile(r"收入|支出|经费|费|资产|资金|预算|拨款|原值|净值|结余|结转|采购")


class Memory:
    """What was said in the text so far; `claims` compares the restatements."""

    def __init__(self) -> None:
        self.first: dict[tuple[str, int, str], Mention] = {}
        self.digits: dict[tuple[int, ...], Said] = {}
        self.found: list[Claim] = []
        self.amounts: list[Said] = []

    def add(self, said: Sequence[Said], before: Before) -> None:
        """Take the amounts of a sentence."""
        for one, after in zip(said, (*said[1:], None), strict=True):
            mention = one.mention
            if mention.kind is not Kind.MONEY or mention.loose or not mention.figure.value:
                continue
            self._unit(one)
            if not one.price:
                self.amounts.append(one)
            year = before.year_of(one) or before.year
            rowed = one.serial or after is not None and after.serial  # 各季度分别为a、b: one name for several
            if one.amount and not rowed and year and len(one.name) >= 4 and _TELLING.search(one.name) and significant(mention.figure) >= _DIGITS:
                key = (one.name, year, one.stage)
                known = self.first.setdefault(key, mention)
                if known is not mention:
                    self.found.extend(_compare(one.name, known, mention))

    def claims(self) -> list[Claim]:
        return [*self.found, *self._beyond_all()]

    def _beyond_all(self) -> Iterator[Claim]:
        """One amount far above all others of the text, of which one is just its number in 元: 3162500万元 beside 316.25万元."""
        values = sorted({abs(one.mention.figure.quantity.value) for one in self.amounts})[-2:]
        if len(values) < 2 or values[1] < _TIMES * values[0]:
            return
        most = next(one for one in self.amounts if abs(one.mention.figure.quantity.value) == values[1])
        value, told = most.mention.figure.value, (one for one in self.amounts if significant(one.mention.figure) >= _DIGITS and _one_thing(one, most))
        known = next((one.mention for one in told if one.mention.figure.quantity.value == value), None)
        if known is not None and most.mention.figure.unit.shift:
            yield _unlike(known, most.mention, f"前文为{shown(known)}，即{value}元")

    def _unit(self, one: Said) -> None:
        """The same digits in another unit; few of them are an accident unless one name is given to both."""
        mention, digits = one.mention, one.mention.figure.value.normalize().as_tuple()
        if len(digits.digits) < _NAMED_DIGITS:
            return
        key = (*digits.digits, int(digits.exponent))
        first = self.digits.setdefault(key, one)
        known = first.mention
        if first is one or known.figure.unit.base != mention.figure.unit.base or known.figure.unit.shift == mention.figure.unit.shift:
            return
        if len(digits.digits) < _UNIT_DIGITS and not (len(first.name) >= 4 and first.name in re.sub(r"[^\u4e00-\u9fff]", "", one.lead)):
            return
        self.found.append(_unlike(known, mention))


def _one_thing(one: Said, other: Said) -> bool:
    """Whether two names share a word besides those of money: 技能提升[培训], 支出[培训]资金."""
    names = (_OF_MONEY.sub(" ", each.lead[-12:]) for each in (one, other))
    pairs = [{a + b for a, b in pairwise(name) if "\u4e00" <= a <= "\u9fff" >= b >= "\u4e00"} for name in names]
    return bool(pairs[0] & pairs[1])


def _unlike(known: Mention, mention: Mention, told: str = "") -> Claim:
    words = f"{told or f'同一数字前文写作{shown(known)}'}，此处写作{shown(mention)}，单位不同，请核对单位。"
    return Claim(ClaimKind.UNIT, "", mention.start, mention.end, (known, mention), shown(mention), shown(known), Verdict.FAILS, words)


def _compare(name: str, known: Mention, mention: Mention) -> Iterator[Claim]:
    if known.figure.unit.base != mention.figure.unit.base:
        return
    footing = foots(mention.figure, [known.figure])
    if footing is None:
        return
    if not footing.holds and not one_slip(known.figure, mention.figure):
        return
    verdict = verdict_of(footing.holds)
    words = f"“{name}”前文为{shown(known)}，此处为{shown(mention)}，" + ("前后一致。" if footing.holds else "前后不一致，请核对。")
    yield Claim(ClaimKind.REPEAT, "", mention.start, mention.end, (known, mention), shown(mention), shown(known), verdict, words)
