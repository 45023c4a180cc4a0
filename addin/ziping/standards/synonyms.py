"""One word for what clerks say in many: the verbs of giving and taking points, their fillers, full marks and none, how far points are taken, the words that open a condition.

A standard is put in these words before anything else reads it. No word that tells a condition is touched, and none that leaves something to a person.
"""

from __future__ import annotations

from functools import lru_cache

from ziping.standards.vocabulary import Pattern

__all__ = ["answer", "canonical", "one_denial", "set_apart"]

_POINTS = r"\d+(?:\.\d+)?分(?![钟之类别析数值])"
_NO_EDGE = r"(?![^,;。\n]{0,4}?(?:以上|以下|以内|之间|\((?:不?含|未写))|(?:[-~至到*/+=]|及以|或以))"
_ITS = r"(?:该|本|此)(?:项指标|指标|子项|项)(?:的)?"
_ALL = r"(?:全部|所有|相应|标准|权重)?(?:分[值数]?|满分|得分|总分|权重分?|标准分值?)"
_ENDS = r"(?=[,;。)\n]|$)"
_SO = r"(?:相应|予以|给予|给|(?<!否)则|即|(?<![响适相对供反顺呼])应当?|将|(?<!平)均|也|可以?|一律|直接)"
_OPENS = r"(?:^|(?<=[,;。:\n]))"
_DONE, _EFFECT = r"[^,;。\n]{2,30}?", r"(?:的,?|,|(?<=[^\W\d]))(?:得|扣|不得分|按)"
_GIVES = r"(?:得计|给予|赋予|记得|可得|可计|可记|(?<![取获赢所应难值获])得|(?<!(?<!符)合)(?<![设统共累总会审预估小])计得?|(?<![登标书笔])记|(?<![供补发配送])给|(?<!所)赋|(?<![测考自参初综民互总他复点])评)"

_IN_POINTS = Pattern(r"\d分")

_SAID = (
    # -- points taken
    (Pattern(rf"(?<![不各酌])(?:{_ITS}|{_SO})*(?<![折代克])扣(?:减|除|掉|去|罚|分)?(?:{_ITS})?(?:分值|得分)?(?={_POINTS})"), "扣"),
    (Pattern(rf"各扣(?:减|除|掉|去|罚|分)(?={_POINTS})"), "各扣"),
    (Pattern(rf"(?<![核递加])减(?:去|扣|掉)(?={_POINTS})|(?<=[,;的次个处项起例件人户份条天多]){_SO}?减(?={_POINTS})"), "扣"),
    (Pattern(rf"(?<![\d本])(?:最多|至多|最高|以|至|直至|直到)?(?:将)?(?:{_ITS}|其|相应)*{_ALL}?(?:的)?扣(?:减|除|分)?(?:完|光|满|尽|至|到)(?:{_ITS}|其)?(?:{_ALL})?(?:0|零)?分?(?:为?止|即止|为[此限零0])"), "扣完为止"),
    (Pattern(rf"(?<=[,;。(\n])(?:最多|至多)(?:只)?扣(?:完|至|到)(?:{_ITS}|其)?(?:{_ALL}|[0零]分?){_ENDS}"), "扣完为止"),
    (Pattern(rf"(?<=[,;。(\n])(?:累计|合计|总)?扣分(?:累计|合计|总数)?(?:最多|以)?不(?:得|能|应)?(?:超过|高于|大于)(?:{_ITS}|其)?{_ALL}(?:为限)?{_ENDS}"), "扣完为止"),
    (Pattern(rf"(?<=[,;。(\n])(?:{_ITS})?最低(?:得|计|为|扣至)*[0零]分{_ENDS}"), "扣完为止"),
    # -- points given
    (Pattern(rf"(?:(?<=[^\W\d]){_ITS})?(?:{_SO}|的(?=可))*{_GIVES}(?:分)?(?:为|:|=)?(?={_POINTS}{_NO_EDGE})"), "得"),
    (Pattern(rf"(?<![按照以共总])(?:{_SO})*{_GIVES}(?:{_ITS})?(?:满分|全分|(?:指标|分值)?(?:分值)?的?(?:满分|100%)(?:的?分值)?|标准分|全部分值?){_ENDS}"), "得满分"),
    (Pattern(rf"(?<![低扣减至到])(?:{_SO})*(?:{_GIVES}分?为?[0零]分?|为[0零]分|零分){_ENDS}"), "不得分"),
    (Pattern(r"不(?:予|予以|给予|能|再)?(?:得|计|记|给|赋|评|打)分值?(?=[,;。)\n的]|$)"), "不得分"),
    (Pattern(rf"(?<=[^\W\d_])(?={_ITS}(?:则|即|均|也)?(?:不得分|得满分))(?<![则即均也])"), ","),
    (Pattern(r"(?<![取获赢所应难值])(得|扣)(\d+(?:\.\d+)?)(?=[,;。)\n]|$)"), lambda match: match[0] + "分" if match[2][0] != "0" or _IN_POINTS.search(match.string) else match[0]),  # 扣0.1 where nothing says 分 may be a share
    # -- what opens a condition, and what closes it
    (Pattern(r"(?:如果|[若如凡])(?=(?:有|发现|出现|发生|存在|查出)[一1]([处例起次项个件条户人])[^,;。\n]{0,20}?,?扣\d)(?![\s\S]*[2-9二两三四五]\1)"), "每"),
    (Pattern(rf"{_OPENS}(?:凡是?|若是|如果是?|若(?!干)|倘若|假如|一旦|如(?![期实何下因遇上同需果]))(?=[^\W\d])"), ""),
    (Pattern(rf"{_OPENS}(?:对于|对(?=未|不|无)|存在(?=未|无)|有(?=未))(?={_DONE}{_EFFECT})(?![^,;。\n]*(?:进行|予以|加以|给予))"), ""),
    (Pattern(r"(?:一?经)?(?:查实|核实|查证属实|核查属实)(?:的)?,?(?=每[\d一]?[处例起次项个件条户人])"), ""),
    (Pattern(r"(?<=[^\W\d_])(?:的时候|的情况下?|情况下|的话)(?=,?(?:扣|得(?:\d|满分)|不得分))"), "的"),
    (Pattern(r"(?<=[^\W\d_])(?<![按及准临小实定届同平当])时(?=,(?:扣|得(?:\d|满分)|不得分))"), "的"),
    # -- signs, and points that end a clause
    (Pattern(r"。[;。,]+"), "。"),
    (Pattern(r";[;,]+"), ";"),
    (Pattern(r",{2,}"), ","),
    (Pattern(r"[,;。\n]+$"), "。"),
    (Pattern(r"\[(?![≥≤<>]?-?[\d.]+[%‰]?[,~至-]|[^\[\]]*[*/])([^\[\]()]{1,40})\]"), r"(\1)"),
    (Pattern(r"((?:得|扣|加)\d+(?:\.\d+)?分)(?=[一-鿿])(?![的者以及或并且和与至为计则之处后起封内外上下左止钟类别析值数]|每[^\W\d](?:[,;。]|$))"), r"\1,"),
    (Pattern(r"(?<=\d分)(?=每(?!天|年|月|季|次)|否则|未|没有|最多|最高|其他|其余|出现|发现|发生)"), ","),
    (Pattern(r"(?<=满分)(?=每|否则|未|没有|最多|其他|出现|发现|发生)"), ","),
)  # fmt: skip


_LABEL = Pattern(r"^(?:评分|计分|得分|赋分|打分|评价|扣分|考核)(?:标准|规则|细则|办法|方法|依据)(?:为|如下)?:\n?(?![\s\S]*(?:来源|定义|解释|说明|公式|要求|内容|资料|方法|标准|规则|细则|办法|要点|依据|注|备注):)")
_ANSWERED = (
    (Pattern(r"(?<=[^\W\d])[。;,!]+$"), ""),
    (Pattern(r"^实际(?=\d)"), ""),
    (Pattern(r"(^|[均都])已经(?=[^\W\d]{2})"), r"\1已"),
    (Pattern(r"^(?:(?:均|都|从)?(未发生|未出现|未发现|没有)|(无))过?(?:此类|该类|这类|上述|类似)(?:情况|情形|问题|现象|行为|事件)$"), r"\1\2"),
    (Pattern(r"^(?:均|都|从)?(未发生|未出现|未发现)过?$"), r"\1"),
    (Pattern(r"^(?:全都?|(?:每|各|所有)(?:一)?项(?:全部|都|均)|都)已?(符合|满足)(?:要求|条件|标准)?$"), r"均\1"),
)  # fmt: skip


@lru_cache(maxsize=4096)
def answer(text: str) -> str:
    """A squeezed actual in the words that the readers know: 均未发生过此类情况 is 未发生, 已经完成。 is 已完成."""
    text = one_denial(text)
    for said, plain in _ANSWERED:
        text = said.sub(plain, text)
    return text


_MARK = r"(?:\(\d{1,2}\)|\d{1,2}[、)]|\d{1,2}\.(?!\d)|[①-⑨]|\([一二三四五六七八九]\))"
_ALONE = Pattern(rf"^{_MARK}(?![\s\S]*(?:\([\d.]+分\)|[①-⑨]|\([\d一二三四五六七八九]{{1,2}}\)|[;。\n,:]{_MARK}))")  # 1. where nothing counts on
_DOES = (
    "按|及时|准时|如期|足额|单独|专账|全部|统一|达到|达标|完成|建立|制定|制订|公开|公示|开展|编制|编报|落实|提供|设立|设置|签订|报送|上报|提交|组织|执行|形成|进行|配备|印发|明确|履行|实行|实施|列入|纳入|召开|成立|出台|参加|取得|"
    "开工|竣工|完工|到位|拨付|发放|支付|整改(?!措施|方案|台账)|归档|发生|出现|发现|造成|做到|通过|符合|满足|建成|健全|经(?!费|济)|对|将|向|在规定|反馈|分解|安排|配套|超"
)
_DENIES = Pattern(rf"(?:尚|并|仍|还)未|未能(?!源)|未予以?(?=[^\W\d]{{2}})|(?<![淹沉埋出])没有?(?={_DOES})")


@lru_cache(maxsize=4096)
def one_denial(text: str) -> str:
    """没有建立, 尚未建立 and 未能建立 are 未建立."""
    return _DENIES.sub("未", text) if "未" in text or "没" in text else text


_BLANK = Pattern(r"(?:(?<=[\d０-９]分)|(?<=满分)|(?<=不得分)|(?<=零分)|(?<=为止))[ \t\u3000\xa0]+(?=[^\W_]|[(（≥≤<>])(?![以及的或者钟时]|[(（]不?含)")

_STOP = Pattern(r"(?<=[)）%])\.[ \u3000\xa0]+(?=[^\W\d])")


def set_apart(text: str) -> str:
    """A blank behind points ends a clause: 优得5分 良得3分."""
    return _BLANK.sub(",", _STOP.sub("。", text))


@lru_cache(maxsize=2048)
def canonical(text: str) -> str:
    """A squeezed standard in the words that the grammar reads."""
    text = one_denial(_ALONE.sub("", _LABEL.sub("", text)))
    for said, plain in _SAID:
        text = said.sub(plain, text)
    return text
