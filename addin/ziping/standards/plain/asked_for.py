"""What is asked for before the rule that costs it: demands in a row and 全部符合得5分，1项不符扣2分; a demand and its denial (依据充分，…，依据不充分的不得分); 少补一例扣… and 未达到的每一项扣… put as steps of each."""

from __future__ import annotations

import re

from ziping.standards.clauses.phrases import DANGER, FAULTS
from ziping.standards.sayings.statements import polarity
from ziping.standards.words.vocabulary import Pattern, Turns, in_order, reworded

__all__ = ["asked_for"]

_N = r"\d+(?:\.\d+)?"
_PIECES = "项|个|处|次|条|件|例|户|人|份"
_UNMET = r"(?:不符合?|未达到|不满足|未满足|达不到|未做到|不达标)(?:规定|相关|有关|上述|以上)?(?:要求|标准|条件)?"
_TURNS: Turns = (
    (Pattern(rf"(?<=[的,])(?<!分的)(?<!分,)按({_N})分(?:计分|计算|计|给分|记分)(?=[,;。]|$)"), r"得\1分"),
    (Pattern(r"(?:直至|直到)(?:将该项)?扣(?:为|到|至)?(?:零分|0分?|不得分)(?:为止)?(?=[。;]?$)"), "扣完为止"),
    (Pattern(r"(符合|满足|达到|做到)(?:全部|所有)(?:以上|上述)?[\d三四五六七八九](?:项|个|条)(?:指标|条件|要求|内容|标准)?(?=的?,?得\d)"), r"全部\1"),
    (Pattern(rf"(?<=[,;。\n])({_UNMET})的?,?每[1一]?(项|个|处|次|条|件)(?=扣\d)"), r"每有一\2\1"),
    (Pattern(rf"(?:^|(?<=[,;。\n]))(少|漏|错)([补发保录登评付核算兑救享]|享受|发放|补助|兑付)[1一]({_PIECES})(?=的?,?扣\d)(?![\s\S]*[2-9二两三四五]\3)"), r"每\1\g<2>一\3"),
    (Pattern(rf"(?:^|(?<=[;。\n]))((?:[^\W\d不未没无的]{{2,10}}、)+[^\W\d不未没无的]{{2,14}})的?,(?:经)?(?:查实|发现|出现|查出)[1一]({_PIECES}|起|笔)的?,?(?=扣\d)"), r"每发现1\2\1"),  # 缓发、挪用补助金，发现一例扣2分
    (Pattern(r"(?:^|(?<=[,;。\n]))(?:按照?|在)[^,;。\d]{2,12}的?前提下,?(?=[^,;。]*(?:应[^,;。\d]尽|做到|确保|全部))"), ""),
    (Pattern(rf"(?<=[^\W\d])(?<![数率量])[。;]({_N})分(?=[。;]?$)"), r",得\1分"),
    (Pattern(rf"[^,;。()\d]{{4,20}}?的?\((浮动|偏差|相差|误差|波动)({_N}%(?:以内|之内|内))\)[,;]?(?:得|\()({_N})分\)?"), r"\1率在\2得\3分"),
    (Pattern(rf"(?<=[,;。\n])(?:浮动|偏差|相差|误差|波动){_N}%(?:以后|以上|以外|之外|之后),?每(?:超过?|增加|高|多)(?={_N}%)"), "每超过"),
)  # fmt: skip


def asked_for(source: str) -> str:
    """The standard with what it asks for in the words of its rule."""
    return _demand_and_denial(_all_of_them(reworded(source, _TURNS)))


_ALL = Pattern(
    rf"^(?P<asked>[^\d]{{8,}}?)[。;\n](?:以上|上述)?(?:各项|[三四五六]项|所有)?(?:要求|条件)?(?P<all>(?:全部|均|都)(?:符合|满足|达到|做到|具备)(?:规定|相关)?(?:要求|标准|条件)?)的?,?得?(?P<whole>{_N})分[,;。]"
    rf"(?:每|其中)?(?:有)?[1一](?P<piece>项|个|处|条)(?P<unmet>{_UNMET})的?,?扣(?P<each>{_N})分(?P<rest>(?:[,;。]扣完为止)?[。;]?)$"
)
_GIVES = Pattern(r"[得扣]|满分|否则|[①-⑳]")


def _all_of_them(source: str) -> str:
    """配置按预算执行；处置按程序审批。全部符合5分，1项不符扣2分: the demands are what 全部 means."""
    match = _ALL.match(source)
    if match is None or _GIVES.search(match["asked"]) or DANGER.search(match["asked"]):
        return source
    return f"{match['all']}得{match['whole']}分,每有1{match['piece']}{match['unmet']}扣{match['each']}分{match['rest']}"


_DENIAL = Pattern(r"^(?P<asked>[^\d;。\n:得扣]{4,}?),(?P<fault>[^,;。\d:得扣]{0,10}(?:不|未|没有)[^,;。\d:得扣不未没]{2,10}?)的?,?(?:此项|该项|本项)?不得分[。;]?$")


def _demand_and_denial(source: str) -> str:
    """依据充分，要有文件支撑，依据不充分的，不得分: what is asked for earns everything, its denial nothing."""
    match = _DENIAL.match(source)
    if match is None or re.search(r"[不未没无]|如|若|因|是否|[^\W\d]的$", match["asked"]) or FAULTS.search(match["asked"]):
        return source
    content, yes = polarity(match["fault"])
    if yes is not False or len(content) < 4 or not any(in_order(content, asked) for asked in match["asked"].split(",")):
        return source
    asked = re.sub(r"(?:^|(?<=,))(?:要|应当?|须|需要?|必须)(?=[^\W\d]{2})", "", match["asked"])
    return f"{asked}得满分,{match['fault']}不得分"
