"""Points in a straight line from what earns nothing to all of it: of a share of something no more than the whole can be, so that the other end need not be printed."""

from __future__ import annotations

import re

from ziping.standards.words.vocabulary import Pattern

__all__ = ["up_to_all"]

_SHARE = r"(?P<share>[^,;。:\d]{2,30}占[^,;。:\d]{2,24}的(?:比例|比重|比率))"
_UP_TO_ALL = Pattern(
    rf"^(?:有[^,;。:\d有无]{{2,12}},)?按照?{_SHARE}(?:进行)?(?:赋分|计分|得分|评分|计算得分)[,;。](?:比例)?(?P<sign>≤|<|低于|不高于)(?P<low>\d+(?:\.\d+)?)%(?:的|时)?,?不得分[,;。]"
    r"(?:比例)?(?:>|≥|高于|超过|大于|不低于|达到)(?P<from>\d+(?:\.\d+)?)%(?:的|时)?,?按照?(?:线性|直线)(?:内插法?|插值法?|插值)(?:进行)?(?:赋分|计分|得分|计算得分|计算)[。;]?$"
)
_OTHER_THAN_MORE = Pattern(r"[未不没无]|超标|逾期|投诉|事故|闲置|亏损|损失|流失|成本|费用|差错|问题|计划|任务|目标|预算|上年|去年|同期")  # the less the better, or no part of the other


_AS_ASKED = Pattern(r"^(?:达到|符合)[^,;。的]{2,10}(?:标准|要求)的")  # 达到防洪标准的: no number to be reached


def up_to_all(source: str) -> str:
    """按达标长度占总长度的比例赋分。低于（含）90%不得分，高于90%的按线性内插赋分: all the points at 100%; as it stands where the less of it may be the better, or the two ends are not one."""
    return _UP_TO_ALL.sub(_ended, source)


def _ended(said: re.Match[str]) -> str:
    if said["low"] != said["from"] or _OTHER_THAN_MORE.search(said["share"]):
        return said[0]
    share = _AS_ASKED.sub("达标", said["share"])
    return f"{share}≤{said['low']}%,不得分;{said['low']}%-100%的,按线性内插计分;100%得满分"
