"""A rate held against an average that neither cell gives (通过率不低于全国平均水平得4分；每低1个百分点扣0.5分；低于5个百分点以上不得分): how far below it is what is measured, and an actual tells that in words.

A bare rate tells nothing of an average, and an average of another place or thing is another one.
"""

from __future__ import annotations

import re

from ziping.standards.refusal import NotScorable, quoted
from ziping.standards.words.vocabulary import Pattern, in_order

__all__ = ["BELOW", "below_average", "short_of_average"]

BELOW = "平均水平落差"
_MEAN = r"[^,;。\d扣得≥≤每低于高]{0,28}平均[^,;。\d扣得≥≤每低于高的]{0,14}?"
_POINTS = r"(?P<{0}>\d+(?:\.\d+)?)个?百分点"
_BY_STEPS = Pattern(
    rf"^[^,;。:\d≥≤未不没无]{{0,40}}?(?:≥|不低于|高于或等于|达到或(?:超过|高于)|达到)(?P<mean>{_MEAN})(?:及?以上)?的?,?得(?P<whole>满分|\d+(?:\.\d+)?分)[,;。]"
    rf"(?:(?:低于|未达到)(?P<case>{_MEAN})?的?,?)?每(?:低于|降低|下降|低|少|差)(?P<each>{_MEAN})?{_POINTS.format('size')}的?,?扣(?P<off>\d+(?:\.\d+)?)分"
    rf"(?:[,;。](?:低于|比)(?P<end>{_MEAN})?低?{_POINTS.format('far')}(?P<mark>\(含\)以上|及以上|以上)的?,?不得分)?(?:[,;。]扣完为止)?[。;]?$"
)
_OF_OTHERS = Pattern(r"同类|同级|同行业|行业|[一二三]级|上年|去年|院校|医院|学校|企业|国家|部门")  # whose average it is: not to be left out
_LEVEL = Pattern(r"(?:水平|值|数)$")


def _asked(source: str) -> re.Match[str] | None:
    """The clauses, where each speaks of one average."""
    said = _BY_STEPS.match(source) if "平均" in source and "百分点" in source else None
    return said if said is not None and all(said[name] is None or _is(said[name], said["mean"]) for name in ("case", "each", "end")) else None


def _is(told: str, mean: str) -> bool:
    """全国平均, 全国平均水平 of 近三年全国考核平均通过率: whose it is and of what, in fewer words."""
    whose, _, what = told.partition("平均")
    asked, _, of = mean.partition("平均")
    return in_order(whose, asked) and set(_OF_OTHERS.findall(asked)) <= set(_OF_OTHERS.findall(whose)) and (what == of or not _LEVEL.sub("", what))


def below_average(source: str) -> str:
    """The standard as one of how far below the average."""
    said = _asked(source)
    if said is None:
        return source
    end = f";{BELOW}{said['far']}%{said['mark']}不得分" if said["far"] else ""
    return f"{BELOW}≤0%得{said['whole']};每超过{said['size']}%扣{said['off']}分{end}"


_SHORT = Pattern(r"(?P<than>低于|比|较)(?P<mean>[^,;。\d低高]{0,28}平均[^,;。\d低高]{0,14}?)(?P<low>低)?了?(?P<far>\d+(?:\.\d+)?)个?百分点")
_REACHED = Pattern(r"(?:不低于|高于|超过|达到|等于)(?P<mean>[^,;。\d低高]{0,28}平均[^,;。\d低高]{0,14}?)(?:\d+(?:\.\d+)?个?百分点)?|(?:比|较)(?P<over>[^,;。\d低高]{0,28}平均[^,;。\d低高]{0,14}?)高(?:\d+(?:\.\d+)?个?百分点)?|与(?P<even>[^,;。\d低高]{0,28}平均[^,;。\d低高]{0,14}?)持平")


def short_of_average(source: str, text: str) -> str:
    """2% of 低于全国平均2个百分点, 0% of 高于全国平均水平; as it stands where the standard asks for no average; NotScorable where nothing is told of it, or another one."""
    asked = _asked(source)
    if asked is None:
        return text
    said = text.rstrip("。;")
    if (short := _SHORT.fullmatch(said)) is not None and (short["than"] == "低于") == (short["low"] is None) and _is(short["mean"], asked["mean"]):
        return f"{short['far']}%"
    reached = _REACHED.fullmatch(said)
    if reached is None or not _is(reached["mean"] or reached["over"] or reached["even"], asked["mean"]):
        raise NotScorable(f"评分标准与{quoted(asked['mean'])}比较，完成值{quoted(text)}没有写明比它低多少，请写明如“低于{asked['mean']}2个百分点”。")
    return "0%"
