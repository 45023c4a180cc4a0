"""Counts told in a short sentence: 3项符合，1项不符合; 有1例虚列支出 where the standard counts 例 without saying of what."""

from __future__ import annotations

import re
from decimal import Decimal

from ziping.standards.rule import Count
from ziping.standards.spelling import told_number
from ziping.standards.vocabulary import Pattern

__all__ = ["both_told", "fault_named", "of_the_pair"]

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


_DONE = "公开|报送|上报|提交|公示|完成|编报|批复|下达|拨付|申报|备案|验收"
_PAIR = Pattern(rf"^(?P<a>[^、,;。\d]{{2,12}}?)[、和与](?P<b>[^、,;。\d]{{2,12}}?)(?:均|都|全部)(?P<when>(?:在|于)?[^,;。、]{{2,16}}?(?:内|前)|按期|按时|及时|如期)?(?:进行|予以)?(?P<does>{_DONE})的?,?得(?P<whole>\d+(?:\.\d+)?)分")
_LATE = r"超期|逾期|未(?:按期|按时|及时)"
_STATED = Pattern(r"[,;。]")


def of_the_pair(effect: Count, text: str, source: str) -> Decimal | None:
    """预算按期公开，决算超期公开, where 预算、决算均按期公开 is asked for and each that is late costs some: how many are; None where one of the two is not told."""
    pair = _PAIR.match(source)
    if pair is None or effect.gain or effect.lack or effect.size != 1:
        return None
    does, timed = pair["does"], pair["when"] is not None
    if effect.what.removesuffix(does) not in (("超期", "逾期", "未按期", "未按时", "未及时") if timed else ("未",)):
        return None
    kept = re.compile(rf"(?:已|均|都|全部)*{r'(?:按期|按时|及时|如期)' if timed else ''}{does}")
    missed = re.compile(rf"(?:均|都)?(?:{_LATE})(?:{does})?" if timed else rf"(?:均|都)?未{does}")
    lead = pair["a"].removesuffix("预算") if pair["a"].endswith("预算") and pair["b"] == "决算" else ""
    names = [{pair["a"], pair["a"].removeprefix(lead)}, {pair["b"], lead + pair["b"]}]
    told: dict[int, bool] = {}
    for piece in filter(None, _STATED.split(text)):
        both = _BOTH_OF_THEM.match(piece)
        named = [0, 1] if both is not None and (both["a"] is None or both["a"] in names[0] and both["b"] in names[1]) else [i for i, each in enumerate(names) if any(piece.startswith(n) for n in each)]
        rests = [piece[both.end("who") :]] if len(named) == 2 else [piece.removeprefix(n) for i in named for n in sorted(names[i], key=len, reverse=True) if piece.startswith(n)][:1]  # type: ignore[union-attr]
        good = bool(rests) and kept.fullmatch(rests[0]) is not None
        if not good and not (rests and missed.fullmatch(rests[0])) or any(i in told for i in named):
            return None
        told |= dict.fromkeys(named, good)
    if len(told) < 2 or not any(told.values()) and effect.per.value * 2 != Decimal(pair["whole"]):
        return None  # what 其中一项 costs says nothing of both
    return Decimal(sum(not good for good in told.values()))


_BOTH_OF_THEM = Pattern(r"(?P<who>(?P<a>[^、,;。均都未]{2,12})[、和与](?P<b>[^、,;。均都未]{2,12}?)|两项|二者|两者|)(?=均|都)")
