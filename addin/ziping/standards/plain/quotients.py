"""Quotients of figures that a formula writes out, named as one rate: 调剂金额/预算数 is 调剂金额占预算数的比例."""

from __future__ import annotations

import re

from ziping.standards.words.desirable import AMISS
from ziping.standards.words.vocabulary import Pattern

__all__ = ["SUM", "adds_up", "core", "one_rate"]

SUM = r"[^=,;。:\d()/*+\n≥≤<>-]{2,24}?"
_OF_TWO = Pattern(rf"(?<=得分=)\(?\((?P<one>{SUM})\+(?P<two>{SUM})\)/(?P<whole>{SUM})(?:\*100%)?(?:\)(?=\*))?(?=\*(?:\d|分值|满分))")  # (已认领数+无需认领数)/应认领数×5
_GOOD = Pattern(r"(?<![未不没无难])(?:已|完成|办结|办理|到位|合格|达标|通过|落实|整改|解决|化解|回收|利用|支付|支出|拨付|使用|执行|满意|优秀|良好|认领|受理|答复|回复|参加|覆盖|建成|发放|签约|就业|巩固|录用|按[时期]|及时|提前)")
_ADDED_TO_IT = Pattern(r"无需|不需|免|转出|转办|移交|上年|结转")
_BAD = Pattern(rf"未|没有|不(?!需)|[{AMISS}误缺退亏违死伤病损废闲空]|投诉|上访|事故")  # by their signs: what a sum adds up bears short names; of 无需 and 差额 nothing is bad

_LESS_SO_MUCH = Pattern(rf"(?:指标)?得分=\(1-(?:\d+\*)?({SUM})/({SUM})\)\*分值")
_LEFT_OUT = Pattern(r"对应(?:部分|项目?|指标)?|该部分|该项|其|的|(?:总额|金额|数额|总数|个数|人数|户数|件数|数量|数|额|个)$|^(?:年度|全年|本年度?|当年|实际|已|共|项目|部门|单位)+")


def one_rate(source: str) -> str:
    """得分=(1-10*调剂金额/预算数)*分值: the quotient of two figures is one rate."""
    source = _OF_TWO.sub(lambda said: f"{said['one']}与{said['two']}占{said['whole']}的比例" if len({core(said[side]) for side in ("one", "two", "whole")}) == len(said.groups()) and adds_up(said) else said[0], source)
    found = _LESS_SO_MUCH.search(source)
    return source if found is None else source.replace(found[0], found[0].removeprefix("指标")).replace(f"{found[1]}/{found[2]}", f"{found[1]}占{found[2]}的比例")


def adds_up(said: re.Match[str]) -> bool:
    """Whether more of the sum is better: of 差错数+遗漏数 less is, and of 未办结数+转出数 nobody knows."""
    one, two = said["one"], said["two"]
    good = [_GOOD.search(name) is not None and not _BAD.search(name) for name in (one, two)]
    return any(good) and all(fine or (_ADDED_TO_IT.search(name) and not _BAD.search(name)) for fine, name in zip(good, (one, two), strict=True))


def core(name: str) -> str:
    """The name of a figure without the words that any figure may bear: 对应部分的金额 is the figure itself."""
    while (plain := _LEFT_OUT.sub("", name)) != name:
        name = plain
    return name
