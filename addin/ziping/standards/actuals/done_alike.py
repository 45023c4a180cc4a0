"""Lists of things to each of which the same was to be done (预算公开得1分，决算公开得1分，绩效目标随同预算公开得1分): what an actual says of all of them, of all but one, of so many.

Only things known by name count: what stands between a thing and its verb may say how, where or when it was to be done, and such a list is left to the other
readers. With what else a thing was made public is no matter unless the actual speaks of it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from ziping.standards.clauses.awards import Off
from ziping.standards.clauses.rule import Arm, Word
from ziping.standards.refusal import NotScorable, quoted
from ziping.standards.words.spelling import told_number
from ziping.standards.words.vocabulary import Pattern

__all__ = ["EVERYTHING", "done_alike"]

EVERYTHING = "均符合"
_BESIDE = r"随同?(?:部门|本级|单位|年度)?(?:预算|决算|预决算)"
_NOUNS = (
    "预算|决算|预决算|绩效目标|自评报告|绩效自评|绩效自评报告|评价报告|评价结果|绩效评价报告|绩效评价结果|绩效报告|报告|工作报告|总结报告|报表|方案|实施方案|工作方案|制度|管理制度|管理办法|办法|台账|档案|计划|工作计划"
    "|年度计划|总结|工作总结|预案|应急预案|规划|标准|清单|目录|名单|合同|项目|工程|道路|桥梁|泵站|水闸|设备|物资|资金|补助|补贴|补助资金|建设资金|工资|津贴|奖金|工程款|问题|隐患|(?:国家|省|市|县|区|镇|乡|村)级"
)
_THING = Pattern(rf"(?:单位|部门|本级|本单位|本部门|年度|项目)?(?:{_NOUNS})已?")  # what it was done to, and nothing of how
_N = r"[\d两二三四五六七八九]"


def done_alike(did: str, arms: Sequence[Arm], text: str) -> tuple[list[Arm], str] | None:
    """The conditions without what each was done with, and the actual in the words of lists: 其余均已公开 as 其余均符合, 除自评报告外均已公开, 3项已公开，1项未公开; None where not each of the conditions is a thing of which that was done."""
    things = [re.sub(rf"{_BESIDE}$", "", arm.guard.phrase.removeprefix("已").removesuffix(did)) for arm in arms]  # type: ignore[union-attr]
    alike = all(arm.guard.phrase.endswith(did) and _THING.fullmatch(thing) for arm, thing in zip(arms, things, strict=True))  # type: ignore[union-attr]
    if not alike or len(set(things)) < len(things) or any(isinstance(arm.effect, Off) or not arm.effect.amount.value for arm in arms):  # type: ignore[union-attr]
        return None
    if "随" in text:  # with another thing, it may be, than the standard says
        return None
    done = rf"(?:按(?:规定|要求))?{did}"
    if re.fullmatch(rf"(?:以上|各项|所有|{_N}项)?已?(?:均|都|全部)已?{done}", text):
        text = EVERYTHING
    text = re.sub(rf"^除(?P<thing>[^\W\d未不没无]{{2,12}}?)(?:以|之)?外,?(?:其余|其他|其它)?(?P<many>各项|{_N}项)?(?:均|都|全部)已?{done}$", rf"\g<thing>未{did},其余\g<many>均符合", text)
    text = re.sub(rf"(?<=[,;])(?:其余|其他|其它)(?P<many>各项|{_N}项)?(?:均|都|全部)?已?{done}$", r"其余\g<many>均符合", text)
    both = re.fullmatch(rf"({_N})项已?{done}[,;]({_N})项未{done}", text)
    if both is not None and sum(told_number(many) or 0 for many in both.groups()) != len(arms):
        raise NotScorable(f"完成值{quoted(text)}一共说了{sum(told_number(many) or 0 for many in both.groups())}项，评分标准有{len(arms)}项，没有说明哪几项满足，请逐项写明。")
    text = re.sub(rf"(?:^|(?<=[,;]))(?P<many>{_N}项)(?P<no>未)?(?:已)?{done}(?=[,;]|$)", lambda said: f"{said['many']}{'不' if said['no'] else ''}符合", text)
    text = re.sub(rf"(?:^|(?<=[,;]))(?P<things>[^\W\d未不没无已均都]{{2,10}}(?:、[^\W\d未不没无已均都]{{2,10}})+)(?:(?:均|都|全部)?已?|(?P<no>(?:均|都)未)){done}(?=[,;]|$)", lambda said: ",".join(f"{thing}{'未' if said['no'] else ''}{did}" for thing in said["things"].split("、")), text)  # of 绩效目标、自评报告未公开 nobody knows how far the denial reaches
    return [arm.but(guard=Word(thing + did)) for arm, thing in zip(arms, things, strict=True)], text
