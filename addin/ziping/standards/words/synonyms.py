"""One word for what clerks say in many: the words of points (see `giving`), the words that open a condition, denials, signs.

A standard is put in these words before anything else reads it. No word that tells a condition is touched, and none that leaves something to a person.
"""

from __future__ import annotations

import re
from functools import lru_cache

from ziping.standards.words.giving import plainly_given
from ziping.standards.words.vocabulary import Pattern, reworded

__all__ = ["answer", "canonical", "set_apart"]

_OPENS = r"(?:^|(?<=[,;。:\n]))"
_DONE, _EFFECT = r"[^,;。\n]{2,30}?", r"(?:的,?|,|(?<=[^\W\d]))(?:得|扣|不得分|按)"


_ALL_OR = Pattern(r"^(?:(?:要|应|须)?(?:确保|保证))?(?P<asks>[^;。\n①-⑳]{4,120}?)(?:\((?P<here>\d+(?:\.\d+)?分)\))?[,;。]?否则(?:的话)?,?(?P<rest>(?:该项|本项|此项)?不得分|按完成比例计分)(?:\((?P<points>\d+(?:\.\d+)?分)\))?[。;]?$")
_SCORED = Pattern(r"分(?:[,;)]|$)|扣|满分|[得加]\d|每|是否|否则|除[^,]*外|酌|=|其中|原则上|(?:不[得能准应可]|禁|杜绝|避免)(?!少|低|高|大|小|多|迟|晚|早|长|短|超过?\d)")
_FAILS = Pattern(r"(?:未|没有)(?!发生|出现|发现|超|突破|受|被|造成)")  # 未按时完成，否则不得分: a slip, of which nobody knows what was meant
_MUST_NOT = Pattern(r"^(?:不[得能准应可](?!少|低|高|大|小|多|迟|晚|早|长|短|超过?\d)|不(?=发生|出现))")  # 不得超预算，否则…: who did not earns them


def _or_else(match: re.Match[str]) -> str:
    """完成率达80%以上，否则不得分（6分）: what is asked for earns the points, and they are printed last or nowhere."""
    asks = _MUST_NOT.sub("未", match["asks"].rstrip(","))
    points = match["here"] or match["points"]
    if _SCORED.search(asks) or _FAILS.match(match["asks"]) or (match["rest"][0] == "按" and not (points and _FIGURE.search(asks))) or match["here"] and match["points"]:
        return match[0]
    return f"{asks.removesuffix('的')}得{points or '满分'},否则{match['rest']}"


_FIGURE = Pattern(r"\d(?:%|[^\W\d]{1,2})(?:及?以上)(?:\((?:含|包括)[^()\d]+\))?$|(?:不少于|不低于|达到?)\d+(?:\.\d+)?(?:%|[^\W\d]{1,2})$")
_SAID = (
    (_ALL_OR, _or_else),
    # -- what opens a condition, and what closes it
    (Pattern(r"(?:如果|[若如凡])(?=(?:有|发现|出现|发生|存在|查出)[一1]([处例起次项个件条户人])[^,;。\n]{0,20}?,?扣\d)(?![\s\S]*[2-9二两三四五]\1)"), "每"),
    (Pattern(rf"{_OPENS}(?:凡是?|若是|如果是?|若(?!干)|倘若|假如|一旦|如(?![期实何下因遇上同需果]))(?=[^\W\d][^;。\n]*?(?:[得扣加]\d|满分|不得分|按))"), ""),
    (Pattern(rf"{_OPENS}(?:对于|对(?=未|不|无)|存在(?=未|无)|有(?=未))(?={_DONE}{_EFFECT})(?![^,;。\n]*(?:进行|予以|加以|给予))"), ""),
    (Pattern(r"(?<=[,;。\n])有(?=[1一]([处例起次项个件条户人])(?:未|不)[^,;。\n]{1,12}?,?扣\d)(?![\s\S]*[2-9二两三四五]\1)"), "每有"),
    (Pattern(r"(?:一?经)?(?:查实|核实|查证属实|核查属实)(?:的)?,?(?=每[\d一]?[处例起次项个件条户人])"), ""),
    (Pattern(r"(?<=[^\W\d_])(?:的时候|的情况下?|情况下|的话)(?=,?(?:扣|得(?:\d|满分)|不得分))"), "的"),
    (Pattern(r"(?<=[^\W\d_])(?<![按及准临小实定届同平当])时(?=,(?:扣|得(?:\d|满分)|不得分))"), "的"),
    (Pattern(r"((?:未|没有)(?:开展|组织|实施|完成|落实))(?:这|该|此|上述)项?(?:工作|任务|活动)(?=的)"), r"\1"),
    (Pattern(r"应([^\W\d]{2,4}?)(?:而|但)?(未|没有)\1(?=的|,|得|扣|不得分)"), r"\2\1"),  # 应评估未评估的
    # -- signs, and points that end a clause
    (Pattern(r"\[(?![≥≤<>]?-?[\d.]+[%‰]?[,~至-]|[^\[\]]*[*/])([^\[\]()]{1,40})\]"), r"(\1)"),
    (Pattern(r"((?:得|扣|加)\d+(?:\.\d+)?分)(?=[一-鿿])(?![的者以及或并且和与至为计则之处后起封内外上下左止钟类别析值数]|每[^\W\d](?:[,;。]|$))"), r"\1,"),
    (Pattern(r"(?<=\d分|满分)(?=每(?!天|年|月|季|次)|否则|未|没有|最多|最高|其他|其余|出现|发现|发生)"), ","),
)  # fmt: skip


_ANSWERED = (
    (Pattern(r"(?<=[^\W\d])[。;,!]+$"), ""),
    (Pattern(r"^实际(?=\d)"), ""),
    (Pattern(r"^(\d+(?:项|个|处|条))(?:均|都|全部)(?=(?:不|未)(?:符合|满足|达到|达标))"), r"\1"),
    (Pattern(r"(^|[均都])已经(?=[^\W\d]{2})"), r"\1已"),
    (Pattern(r"^(?:(?:均|都|从)?(未发生|未出现|未发现|没有)|(无))过?(?:此类|该类|这类|上述|类似)(?:情况|情形|问题|现象|行为|事件)$"), r"\1\2"),
    (Pattern(r"^(?:均|都|从)?(未发生|未出现|未发现)过?$"), r"\1"),
    (Pattern(r"^(?:全都?|(?:每|各|所有)(?:一)?项(?:全部|都|均)|都)已?(符合|满足)(?:要求|条件|标准)?$"), r"均\1"),
)  # fmt: skip


@lru_cache(maxsize=4096)
def answer(text: str) -> str:
    """A squeezed actual in the words that the readers know: 均未发生过此类情况 is 未发生, 已经完成。 is 已完成."""
    return reworded(_one_denial(text), _ANSWERED)


_MARK = r"(?:\(\d{1,2}\)|\d{1,2}[、)]|\d{1,2}\.(?!\d)|[①-⑨]|\([一二三四五六七八九]\))"
_ALONE = Pattern(rf"^{_MARK}(?![\s\S]*(?:\([\d.]+分\)|[①-⑨]|\([\d一二三四五六七八九]{{1,2}}\)|[;。\n,:]{_MARK}))")  # 1. where nothing counts on
_DOES = (  # what is done, with what it is done to; not what may be the name of a thing (没有公示栏, 没有实施方案)
    "按|及时|准时|如期|足额|单独|专账核算|全部|达到|达标|完成|建立|制定|制订|开展|编制|编报|提供|设立|设置|签订|报送|上报|提交|形成|进行|配备|印发|明确|履行|实行|列入|纳入|成立|出台|取得|开工|竣工|完工|到位|拨付|发生|出现|发现|造成|做到|通过|符合|满足|建成|经(?!费|济|验)|将|向|在规定|超|"
    "(?:公开|公示|组织|执行|实施|反馈|整改|配套|发放|支付|归档|参加|分解|安排|召开|落实)(?!机构|架构|体系|记录|资料|方案|制度|机制|台账|凭证|依据|标准|渠道|栏|牌|手续|程序|文件|措施|资金|设施|政策|主体|细则|办法|计划|清单|目录|意见|领导|情况)"
)
_UNMET = Pattern(r"达不到(?=(?:规定|相关|上述|(?:合同|协议)(?:或其[他它]约定|约定)?|约定)?(?:要求|标准|目标|指标|条件)|的?,?扣\d)|不达(?=(?:规定|相关|上述)?(?:要求|目标|条件)|标准)")
_NOT_ALL = Pattern(r"(?<=[^\W\d])不全(?=[,;。、的扣得)]|$)")
_SET_UP = Pattern(r"(?<=[未已])设(?![立置有定施计备岗])(?=[^\W\d]{0,8}(?:栏|橱窗|专账|专户|专柜|专岗|专人|窗口|展板|标牌|标识牌|公示牌|机构|站点?|岗位?)(?:[,;。的得扣]|不得分|$))")  # 未设宣传栏
_DENIES = Pattern(rf"(?:尚|并|仍|还)未|未能(?!源)|未予以?(?=[^\W\d]{{2}})|(?<![淹沉埋出])没有?(?={_DOES})")


@lru_cache(maxsize=4096)
def _one_denial(text: str) -> str:
    """没有建立, 尚未建立 and 未能建立 are 未建立, 不全 is 不齐全, 达不到要求 未达到要求."""
    if "未" in text or "没" in text:
        text = _DENIES.sub("未", text)
    if "不" in text:
        text = _NOT_ALL.sub("不齐全", _UNMET.sub("未达到", text))
    return _SET_UP.sub("设立", text) if "设" in text else text


_BLANK = Pattern(r"(?:(?<=[\d０-９]分)|(?<=满分)(?![ \t\u3000\xa0]*[\d.]+[ \t\u3000\xa0]*分)|(?<=不得分)|(?<=零分)|(?<=为止))[ \t\u3000\xa0]+(?=[^\W_]|[(（≥≤<>])(?![以及的或者钟时]|[(（]不?含)")





def set_apart(text: str) -> str:
    """A blank behind points ends a clause: 优得5分 良得3分."""
    return _BLANK.sub(",", text)


@lru_cache(maxsize=2048)
def canonical(text: str) -> str:
    """A squeezed standard in the words that the grammar reads."""
    return reworded(plainly_given(_one_denial(_ALONE.sub("", text))), _SAID)
