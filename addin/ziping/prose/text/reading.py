"""What the words around a figure say of it: its name, period and stage; whether it is an amount, a share, a change or a rate done."""

from __future__ import annotations

import re
from dataclasses import replace

from ziping.prose.text.figures import LABEL, Kind, Mention
from ziping.prose.text.markers import marker, named
from ziping.prose.text.naming import bare
from ziping.prose.text.said import Role, Said
from ziping.prose.text.sentences import Sentence, Text
from ziping.prose.text.stages import list_stage, stage_of, year_of

__all__ = ["read_sentence"]

_UP = "延长|调增|增加|增长|增收|增支|超收|增|上升|提高|提升|上涨|上浮|超支|超出|扩大|多支出|多"
_DOWN = "缩短|调减|减少|下降|减收|减支|短收|降低|减|压减|压缩|缩减|缩小|下浮|下调|节约|节省|节支|回落|降|少支出|少"
_TAIL = r"(?:了|额|额度|数额|金额|幅度|幅|率|比例|比率|支出|收入|经费|资金|数|为|是|达|达到|约|近|各|分别|:|\s)*"
_CHANGED = re.compile(rf"(?:(?P<up>{_UP})|(?P<down>{_DOWN})){_TAIL}$")
_LED_TO = re.compile(rf"[,，]?(?:再|又|进一步)?(?:{_UP}|{_DOWN})为")  # 由8起下降为5起: what it came to, neither a change nor an amount beside its base
_MOVED = re.compile(r"(?:增加|增长|增收|增支|减少|减收|减支|下降)了?$")  # after a noun too: 接待费减少3万元
_RATE_OF_CHANGE = re.compile(r"(?:变动率|增减率|增长率|增幅|变动幅度|增减幅度|增减变动|变化率|同比|环比)(?:为|是|达|达到|:|\s)*$")
_SHARE = re.compile(
    r"(?:占|占据|占到)(?P<of>[^占,，;；:]{0,40}?)(?:的)?(?:比重|比例|比率|比|百分比|份额|权重)?(?:分别|各)?(?:约|近|仅|只|为|是|达|达到|:|\s)*$"
)
_SHARE_NOUN = re.compile(r"(?:占比|所占比例|所占比重|比重|比例)(?:分别|各)?(?:约|近|仅|只|为|是|达|达到|:|\s)*$")
_DONE_OF = re.compile(r"(?:完成|为|达|达到|占(?=[^,，;；:]{0,12}(?:任务|目标|(?:年初|全年|年度|调整)预算(?:数|安排数?)?的?(?:比例)?(?:为|达|达到|\s)*$)))(?P<of>[^,，;；:]{0,18}?(?:预算|计划|任务|指标|目标)(?:数|总额|安排数?|额)?)的?(?:比例)?(?:为|达|达到|\s)*$")
_DONE_RATE = re.compile(
    r"(?P<of>(?:预算|支出|资金|经费|决算|收入)?(?:执行|完成|支出|使用|支付|到位|控制|实现|采购执行|拨付|支付|办结|回复|完成进度)(?:进度|率|比例))"
    r"(?:\([^()]{0,12}\))?(?:为|是|达|达到|仅|约|:|\s)*$"
)
_BASE = re.compile(
    r"(?:相比|相较于?|较之|较|比照|(?<!同)比|对比|与|同(?!比|期)|和|跟)(?P<of>[^,，;；:]{1,30}?)(?:相比较?|相较|对比|比较|比)?[,，\s]*"
    r"(?:总体|整体|同比|实际|共|支出|收入|金额|收、支总计|各|均|略有|略|有所|净|只|仅)*$"
)
_COMPARED = re.compile(r"年|期|月|季|天|周|预算|计划|目标|任务|指标|标准|水平|数|额|平均|支出|收入|[前后]$|比")
_COMPARISON = re.compile(r"[。\s]*(?:与|和|同|较|比|对比|相较)(?P<of>[^,，]{1,24}?)(?:相比较?|相较|比较|对比)?")  # a clause of its own
_ASIDE = re.compile(r"^\([^()]*\)")  # a remark on the figure before
_OPTION = re.compile(r"(?<![增加减少降长])\((增加|减少|增长|下降|增|减)\)(?=[幅率额]?(?:为|:)?$)")  # 较上年(减少)16万元: chosen from a form
_EACH_BEFORE = re.compile(r"(?P<each>[,，、;；。]?[人户村亩车件场次生]均[^,，、;；。()]{0,8})\([^()]*$")
_REMARK = re.compile(r"(?<![率度])\((?:包括|含|不含)[^()]*\)")  # 本级资金(包括结转)20万元
_SERIES = ("、", ",", "，", "和", "及", "与")
_OF_IT = re.compile(r"的(?:比例|比重)?(?:为|是|达|达到|约)?")
_AIMED = re.compile(r"(?:占|完成)[^,，;；。]{0,8}(?:任务|目标|预算|计划)(?:数|额)?(?:的)?$")  # 占全年任务数90万元87.1%: the 的 is left out
_OF_VERB = re.compile(r"完成|占|为|达到")
_BARE_HEAD = re.compile(r"(?:相比较?|相较|对比|比较|本年度?|今年|当年度?|本期|全年|年度|共|实际|净|各|分别|均|相应|累计|总体|整体|年|度|中|其中|则|又|再|也|为|有|\d+\.)*")
_CLAUSES, _PHRASES, _COMMAS = re.compile("[;；。:：]"), re.compile("[,，;；。:：]"), re.compile("[,，]")
BEHIND = 120  # characters
PEEK = 4  # characters of the next sentence
_NOUN = re.compile(r"[^\s\d,，、;；:：。()]{0,24}")
_BARE_STAGE = ("", "支出", "实际支出", "决算支出", "执行", "收入")


def read_sentence(text: Text, sentence: Sentence) -> list[Said]:
    """Every figure of the sentence with what is said of it, in order; worked out once."""
    if sentence.said is None:
        sentence.said = _said(text, sentence)
    return sentence.said


def _said(text: Text, sentence: Sentence) -> list[Said]:
    said: list[Said] = []
    peek = text.text[sentence.end : sentence.end + PEEK].partition("\n")[0]
    stops = [*(one.start for one in sentence.mentions[1:]), sentence.end + len(peek)]
    for mention, stop in zip(sentence.mentions, stops, strict=False):
        start = said[-1].mention.end if said else sentence.start
        lead = text.text[max(start, mention.start - 160) : mention.start]
        lead = _OPTION.sub(r"\1", "".join(lead.split()))
        lead = LABEL.sub("", _REMARK.sub("", _ASIDE.sub("", lead)))
        if lead[:1] == ")" and said and mention.depth < said[-1].mention.depth and (each := _EACH_BEFORE.search(said[-1].lead)) is not None:
            lead = each["each"] + lead[1:]  # 人均公用经费(按在职35人)2.32万元
        one = _read(mention, lead, said)
        noun = _NOUN.match(text.text, mention.end)[0] if one.amount else one.noun  # type: ignore[index]
        one = replace(one, noun=noun, behind="".join(text.text[mention.end : min(stop, mention.end + BEHIND)].split()))
        if one.amount and mention.kind is not Kind.COUNT and said and not one.marker and said[-1].mention.kind is Kind.COUNT and said[-1].noun and said[-1].marker and not said[-1].mention.loose and lead.startswith(said[-1].noun):
            one = replace(one, marker=marker(said[-1].lead + lead))  # 其中,甲、乙等8项任务资金a
        if one.amount and not one.marker and said and said[-1].mention.kind is Kind.COUNT and said[-1].noun and lead.startswith(said[-1].noun + ":"):
            one = replace(one, marker=":")  # 分配到3个市:甲市a、…
        if one.amount and mention.kind is Kind.MONEY and len(lead) <= 1 and not one.marker and said and said[-1].marker and said[-1].mention.kind is Kind.COUNT and not one.serial:
            one = replace(one, marker=said[-1].marker)  # 用于:计算机28台15万元
        if said and one.role is Role.CHANGE and one.mention.kind is Kind.RATE:
            said[-1] = _moved(said[-1], one)
        said.append(one)
    return said


_MOVED_BY = re.compile(rf"(?P<name>[^,，;；:：、]*?)(?:净)?(?:{_UP}|{_DOWN})(?:了|额|数)?(?:为)?$")
_BY = re.compile(rf"[,，、]?(?:同比|幅度)?(?:(?P<up>{_UP})|(?P<down>{_DOWN}))(?:率|幅度)?了?(?:为|达)?")


def _moved(amount: Said, rate: Said) -> Said:
    """`接待费减少d,下降p%`: the rate right behind tells that the amount is one of change."""
    by, moved = _BY.fullmatch(rate.lead), _MOVED_BY.search(amount.lead)
    if not amount.amount or not by or not moved or not moved["name"] or amount.serial:
        return amount
    direction = 1 if by["up"] else -1
    same = re.search(rf"(?:{_UP if direction > 0 else _DOWN})(?:了|额|数)?(?:为)?$", amount.lead)
    return replace(amount, role=Role.CHANGE, direction=direction, name=named(moved["name"]), stage="") if same else amount


def _read(mention: Mention, lead: str, said: list[Said]) -> Said:
    if said and lead.strip() in _SERIES and said[-1].mention.kind is mention.kind:
        return replace(said[-1], mention=mention, lead=lead, marker="", serial=said[-1].serial + 1)
    clause = _CLAUSES.split(lead)[-1]
    base = {"mention": mention, "lead": lead, "marker": marker(lead)}
    if mention.kind is Kind.RATE:
        if said and said[-1].amount and (_OF_IT.fullmatch(lead) or not lead and _AIMED.search(said[-1].lead)) and (verb := _OF_VERB.search(said[-1].lead)):
            role = Role.SHARE if verb[0] == "占" else Role.DONE
            return Said(role=role, of="", explicit=True, **base)  # type: ignore[arg-type]
        if lead == "(" and said and said[-1].role is Role.CHANGE and said[-1].mention.kind in (Kind.MONEY, Kind.COUNT):
            return Said(role=Role.CHANGE, direction=said[-1].direction, **base)  # type: ignore[arg-type]  # 减少18万元(65%)
        if (done := _DONE_OF.search(clause)) and not clause.rstrip().endswith("比"):
            return Said(role=Role.DONE, of=done["of"], **base)  # type: ignore[arg-type]
        if share := _SHARE.search(clause) or _SHARE_NOUN.search(clause):
            of = share.groupdict().get("of") or ""
            return Said(role=Role.SHARE, of=bare(of) or of, **base)  # type: ignore[arg-type]
        if done := _DONE_RATE.search(clause):
            return Said(role=Role.DONE, of=done["of"], **base)  # type: ignore[arg-type]
    if mention.kind in (Kind.MONEY, Kind.COUNT) and said and said[-1].mention.figure.unit == mention.figure.unit and _LED_TO.fullmatch(clause):
        return Said(role=Role.OTHER, **base)  # type: ignore[arg-type]
    if mention.kind in (Kind.RATE, Kind.STEPS, Kind.MONEY, Kind.COUNT):
        change = _change(mention, clause, said)
        if change is not None:
            direction, of, name = change
            return Said(role=Role.CHANGE, of=of, direction=direction, name=name, **base)  # type: ignore[arg-type]
    if mention.kind in (Kind.RATE, Kind.STEPS):
        return Said(role=Role.OTHER, **base)  # type: ignore[arg-type]
    tail = _PHRASES.split(lead)[-1] or lead
    name = named(tail) or (named(lead) if not said else "")
    stage = stage_of(tail) or stage_of(lead) or list_stage(mention, lead, said)
    if said and stage == "executed" and said[-1].amount and said[-1].stage == "budget" and name in _BARE_STAGE and said[-1].mention.kind is mention.kind and said[-1].mention.depth == mention.depth:
        name = said[-1].name  # 甲支出预算a,支出决算b
    return Said(role=Role.AMOUNT, name=name, year=year_of(mention.kind, lead, said), stage=stage, **base)  # type: ignore[arg-type]


def _base(head: str) -> re.Match[str] | None:
    """What the words compare with: [比]上年, [与]预算相比; not 改善[与]能力提升, which names a thing."""
    base = _BASE.search(head)
    if base and base[0][0] in "与和跟" and (inner := re.search("[较比]", base["of"])) and (other := _BASE.search(head, base.start("of") + inner.start())):
        base = other  # 商品[和]服务支出[较]上年
    return None if base and base[0][0] in "与和跟" and not re.search("[相对]比|比较|相较", base[0]) and not _COMPARED.search(base["of"]) else base


def _change(mention: Mention, clause: str, said: list[Said]) -> tuple[int, str, str] | None:
    """(direction, base named, own noun) when the words right before the figure say that something rose or fell by it."""
    tail = _COMMAS.split(clause)
    last = tail[-1]
    found = _CHANGED.search(last)
    rate = _RATE_OF_CHANGE.search(last) if mention.kind is Kind.RATE else None
    if not found and not rate:
        return None
    at = (found or rate).start()  # type: ignore[union-attr]
    head = last[:at]
    direction = 0 if not found else 1 if found["up"] else -1
    if direction and "增减" in last[max(0, at - 1) : at + 3]:
        direction = 0
    base = _base(head) or (_base(tail[-2] + "," + head) if len(tail) > 1 else None)
    if base:
        return direction, base["of"], named(head[: base.start()]) if base.start() < len(head) else ""
    if len(tail) > 1 and (compared := _COMPARISON.fullmatch(tail[-2])):  # 与上年相比,支出减少d
        return direction, compared["of"], named(head)
    if "同比" in head or rate:
        own = head.partition("同比")[0] if "同比" in head else ""
        return direction, "同期", "" if _BARE_HEAD.fullmatch(own) else named(own)
    if said and said[-1].role is Role.CHANGE and len(head) <= 8:
        return direction, "", "" if _BARE_HEAD.fullmatch(head) else named(head)
    if mention.kind is Kind.RATE:
        return direction, "", "" if _BARE_HEAD.fullmatch(head) else named(head)
    if not _BARE_HEAD.fullmatch(head):  # 绿化提升80万元 is an amount
        return (direction, "", named(head)) if _MOVED.search(last) else None
    return direction, "", ""


