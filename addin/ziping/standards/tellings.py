"""Counts told in a short sentence: 3项符合，1项不符合; 有1例虚列支出 where the standard counts 例 without saying of what."""

from __future__ import annotations

from decimal import Decimal

from ziping.standards.rule import Count
from ziping.standards.spelling import told_number
from ziping.standards.vocabulary import Pattern

__all__ = ["both_told", "fault_named"]

_N = r"(\d+|[一二两三四五六七八九十]+)"
_BOTH = Pattern(_N + r"([^\W\d]{1,2}?)(符合|满足|达到|达标|合格|具备)(?:要求|标准|条件|规定)?[,，;；、]" + _N + r"\2[不未]\3(?:要求|标准|条件|规定)?")
_COUNTED = Pattern(r"(?:[不未]|没有)?(?:符合|满足|达到|达标|合格|具备)(?:要求|标准|条件|规定)?的?|")
_HAD = Pattern(r"(?:发现|出现|存在|发生|有)" + _N + r"([^\W\d]{1,2}?)((?:虚列|挪用|截留|套取|超标准|超范围|白条|违规|违反)[^\W\d]{2,10})")
_MENDED = Pattern(r"整改|纠正|改正|追回|退回")


def both_told(effect: Count, text: str, source: str) -> Decimal | None:
    """The number that is met, where each of these earns some, or the one that is not, where each costs some: both are told, in one measure."""
    said = _BOTH.fullmatch(text)
    if said is None or said[2] != effect.measure or said[3] not in source or _COUNTED.fullmatch(effect.what) is None or effect.lack:
        return None
    if not effect.gain and not effect.what.startswith(("不", "未", "没")):
        return None
    return told_number(said[1] if effect.gain else said[4])


def fault_named(effect: Count, text: str, alone: bool) -> Decimal | None:
    """A number of faults of one name, where the standard takes points off for each of the measure and for nothing else; not of those that were mended."""
    said = _HAD.fullmatch(text)
    if said is None or effect.gain or effect.lack or effect.what or not alone or said[2] != effect.measure or _MENDED.search(said[3]):
        return None
    return told_number(said[1])
