"""A figure as its sentence puts it, and when two such figures are of one measure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from ziping.prose.text.figures import Kind, Mention

__all__ = ["Role", "Said", "alike", "measure", "other_side", "twin_lead"]

_EACH = re.compile(r"每[^,，;；:：。、()]{1,8}$|[人户村生次月日年车辆台亩件]均|单价|单位(?:面积|成本)|平均")
_SOURCE = re.compile(r"(?:从|由|在)[^,，;；。]{0,24}$")
_EARNED = re.compile(r"(?:得分|得|自评|评分|总分)(?:为|是|了|:)?$")
_LINKED = re.compile(r"[为有共是:\s]+$")


class Role(StrEnum):
    """What a figure is in its sentence."""

    AMOUNT = "amount"
    SHARE = "share"  # 占…的 p%
    CHANGE = "change"  # 比…增加 d, 增长 p%
    DONE = "done"  # 完成…的 p%, 执行率 p%
    OTHER = "other"  # a rate or plain number that names no partner


@dataclass(frozen=True, slots=True, eq=False)  # each is itself: two equal sayings are two
class Said:
    """A figure as its sentence puts it.

    name: the noun it measures, bare of year, stage and verbs; of: the base a share, change or completion names ("" none);
    direction: +1 增, −1 减, 0 not a change; year: 2019 … or −1 for 上年, 0 for 本年, None unsaid; stage: budget | executed | "".
    marker: the word that opens a list before it (其中, 包括 …); breaks: the strongest mark before it: "" , ; or a bracket.
    """

    mention: Mention
    role: Role
    lead: str
    name: str = ""
    of: str = ""
    direction: int = 0
    year: int | None = None
    stage: str = ""
    marker: str = ""
    explicit: bool = False  # the amount right before is the base: 完成预算数100万元的90%
    serial: int = 0  # place in a bare list `a、b、c`, from 0
    noun: str = ""  # what stands right behind it: 23个[数量指标], 5万元[等]
    behind: str = ""  # all that stands behind it, up to the next figure or what the next sentence begins with

    @property
    def price(self) -> bool:
        """Whether it is an amount for each: 每生每年500元, 人均1.2万元."""
        return bool(_EACH.search(self.lead[-10:]))

    @property
    def source(self) -> bool:
        """Whether something is taken out of it: 从奖励资金300万元中分配."""
        return self.noun.startswith("中") and bool(_SOURCE.search(self.lead))

    @property
    def earned(self) -> bool:
        """Whether it is points earned: 得9分, not [满分]10分."""
        return self.mention.kind is Kind.SCORE and bool(_EARNED.search(self.lead))

    @property
    def amount(self) -> bool:
        return self.role is Role.AMOUNT


def alike(one: Said, other: Said) -> bool:
    """Whether two figures are of one kind and measure: 万元 and 元, never 人 and 户."""
    return one.mention.kind is other.mention.kind and one.mention.figure.unit.base == other.mention.figure.unit.base


def measure(one: Said) -> str:
    """The last two characters of what an amount is called: 在校[学生]8790人."""
    return _LINKED.sub("", one.lead)[-2:]


def twin_lead(said: Sequence[Said], at: int) -> str:
    """What stands before a figure; before the second measure of one thing (新增12户36人) what stands before the first."""
    one = said[at]
    twin = at and len(one.lead) <= 1 and not one.serial and said[at - 1].mention.figure.unit.base != one.mention.figure.unit.base
    return said[at - 1].lead if twin else one.lead


_SIDES = re.compile("收入|支出")


def other_side(one: Said, other: Said) -> bool:
    """Whether one is called income and the other spending, the totals of which are alike in most bodies."""
    sides = [found[-1] if (found := _SIDES.findall(each.name or each.lead)) else "" for each in (one, other)]
    return all(sides) and sides[0] != sides[1]
