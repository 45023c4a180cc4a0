"""What the words around a figure say of it: its name, period and stage; whether it is an amount, a share, a change or a rate done."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import lru_cache

from ziping.prose.figures import LABEL, Kind, Mention
from ziping.prose.sentences import Sentence, Text

__all__ = ["FUND_NAMES", "Role", "Said", "WITHIN", "alike", "bare", "measure", "names_agree", "plain_name", "read_sentence", "twin_lead", "within"]


class Role(StrEnum):
    """What a figure is in its sentence."""

    AMOUNT = "amount"
    SHARE = "share"  # 占…的 p%
    CHANGE = "change"  # 比…增加 d, 增长 p%
    DONE = "done"  # 完成…的 p%, 执行率 p%
    OTHER = "other"  # a rate or plain number that names no partner


@dataclass(frozen=True, slots=True, eq=False)  # each is itself: two equal sayings are two
class Said:
    """A figure as its sentence puts it.

    name: the noun it measures, bare of year, stage and verbs; of: the base a share, change or completion names ("" none);
    direction: +1 增, −1 减, 0 not a change; year: 2019 … or −1 for 上年, 0 for 本年, None unsaid; stage: budget | executed | "".
    marker: the word that opens a list before it (其中, 包括 …); breaks: the strongest mark before it: "" , ; or a bracket.
    """

    mention: Mention
    role: Role
    lead: str
    name: str = ""
    of: str = ""
    direction: int = 0
    year: int | None = None
    stage: str = ""
    marker: str = ""
    explicit: bool = False  # the amount right before is the base: 完成预算数100万元的90%
    serial: int = 0  # place in a bare list `a、b、c`, from 0
    noun: str = ""  # what stands right behind it: 23个[数量指标], 5万元[等]

    @property
    def price(self) -> bool:
        """Whether it is an amount for each: 每生每年500元, 人均1.2万元."""
        return bool(_EACH.search(self.lead[-10:]))

    @property
    def source(self) -> bool:
        """Whether something is taken out of it: 从奖励资金300万元中分配."""
        return self.noun.startswith("中") and bool(_SOURCE.search(self.lead))

    @property
    def earned(self) -> bool:
        """Whether it is points earned: 得9分, not [满分]10分."""
        return self.mention.kind is Kind.SCORE and bool(_EARNED.search(self.lead))

    @property
    def amount(self) -> bool:
        return self.role is Role.AMOUNT


_EACH = re.compile(r"每[^,，;；:：。、()]{1,8}$|[人户村生次月日年车辆台亩件]均|单价|单位(?:面积|成本)|平均")
_SOURCE = re.compile(r"(?:从|由|在)[^,，;；。]{0,24}$")
_EARNED = re.compile(r"(?:得分|得|自评|评分|总分)(?:为|是|了|:)?$")
_UP = "延长|调增|增加|增长|增收|增支|超收|增|上升|提高|提升|上涨|上浮|超支|超出|扩大|多支出|多"
_DOWN = "缩短|调减|减少|下降|减收|减支|短收|降低|减|压减|压缩|缩减|缩小|下浮|下调|节约|节省|节支|回落|降|少支出|少"
_TAIL = r"(?:了|额|额度|数额|金额|幅度|幅|率|比例|比率|支出|收入|经费|资金|数|为|是|达|达到|约|近|各|分别|:|\s)*"
_CHANGED = re.compile(rf"(?:(?P<up>{_UP})|(?P<down>{_DOWN})){_TAIL}$")
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
_REMARK = re.compile(r"(?<![率度])\((?:包括|含|不含)[^()]*\)")  # 本级资金(包括结转)20万元
_SERIES = ("、", ",", "，", "和", "及", "与")
_OF_IT = re.compile(r"的(?:比例|比重)?(?:为|是|达|达到|约)?")
_AIMED = re.compile(r"(?:占|完成)[^,，;；。]{0,8}(?:任务|目标|预算|计划)(?:数|额)?(?:的)?$")  # 占全年任务数90万元87.1%: the 的 is left out
_OF_VERB = re.compile(r"完成|占|为|达到")
_BARE_HEAD = re.compile(r"(?:本年度?|今年|当年度?|本期|全年|年度|共|实际|净|各|分别|均|相应|累计|总体|整体|年|度|中|其中|则|又|再|也|为|有|\d+\.)*")
_MARKER = re.compile(
    r"其中|主要包括|主要用于|主要是|主要为|主要系|主要有|主要来源于|主要构成为|具体是|具体为|分别为|分别是|分别用于|包括|包含|分为|构成为|组成为|用于|即|(?:来源|构成|组成)(?:为|是)?(?=:)|资金来源[为是](?!(?:中央|上级|财政|专项|自筹|其他)?资金?[,，])|分[两二三四五六七八九十\d]{1,2}(?:批|次|期|笔)(?:下达|拨付|安排|支付|到位)?(?=:)"
    r"|按[^,，;；:]{1,16}(?:区分|划分|分类|分|来看)|分[^,，;；:0-9]{1,10}(?:来看|看|情况是)"
)
WITHIN = "中"  # the marker of a list whose whole is named: 基本支出中,工资600万元
_WITHIN = re.compile(r"[。;；,，\s]*(?P<whole>[^,，;；:：。]{2,40}(?:支出|收入|经费|资金|额|费|资产|总量|规模|预算|余额|拨款)(?:决算数?|预算数?)?)(?:\([^()]{1,4}\))?当?中[,，:：]?(?![央心小学介间期级等])")
_PERIOD = re.compile(r"^(?:上半年|下半年|[一二三四]季度|前\d{1,2}个月|本年度?|全年|当年|\d{1,2}[-—至]\d{1,2}月)[,，]")
_CLAUSES, _PHRASES, _COMMAS = re.compile("[;；。:：]"), re.compile("[,，;；。:：]"), re.compile("[,，]")
_OWN_USE, _USED = re.compile(r"[^\s,，、;；:：。()\d]{2}$"), re.compile(r"[^,，、;；:：]+的[^,，、;；:：的]{0,6}(?:经费|资金|支出|部分|费用|投入)(?:为|是|共)?")
_WEAK = ("用于", "即", "主要用于", "主要是")
_LEVEL = re.compile(r"(?:与|和|同|较|比)(?:上年|去年|(?:19|20)\d\d年)[^,，;；]{0,8}(?:持平|相同|一致|无变化|无增减)")
_LAST = re.compile(r"上一?年|去年|前年|上一年度|同期|年初(?!预算|安排|批复|部门|计划|下达|财政)")
_AGAINST = re.compile(r"[,，;；]?(?:比|较|与|同|相比)[^,，;；]*|[,，(](?:上年|去年)(?:同期)?(?:数|的|为)*")  # a base stands aside from what is told
_CARRIED = re.compile(r"(?:上年|年初|以前年度)(?:度)?(?=结转|结余)")  # what was left of last year is money of this year
_THIS = re.compile(r"本年|当年|今年|本年度|年末|全年|期末")
_YEAR = re.compile(r"((?:19|20)\d\d)\s?(?:年|财年)")
# 预算 here names a kind of money, not a stage.
FUND_NAMES = re.compile(
    r"一般公共预算(?!数)|一般预算(?=收入|支出)|公共财政预算(?!数)|政府性基金预算|国有资本经营预算|社会保险基金预算|预算单位|预算内|预算外|部门预算单位|预算稳定调节基金|预算周转金|预算管理|预算绩效"
    r"|年初预算外|财政预算拨款|预算拨款|财政预算(?=收入|支出|总)|预算(?=执行(?:数|额|金额|审计|监督))|转移支付"
)
_BUDGET = re.compile(r"(?<!完成)(?:任务数|绩效目标|年度目标|目标任务)|预算|批复|安排|下达|(?:^|资金|预算|下达|追加|计划|经费|支出)指标|计划|核定|应到位|申请|申报|(?<!结构)调整|概算|投资额")
_EXECUTED = re.compile(r"决算|支出|执行|实际|使用|完成|支付|拨付|开支|发生|实到|已到位|到位资金|中标|成交")
_TRIM = re.compile(
    r"^(?:全部|所有|其中|主要|包括|包含|用于|分别为|分别是|以及|和|与|及|或|如|即|是|为|的|按|共|实际|另有|另外|另|等|由|则|\d|年度|年|全年|本年度|本年|当年|"
    r"我[局办院校镇乡县市区州省所委会队站馆处部]|我单位|本单位|本部门|我中心|本中心|单位|部门|全[国省市县区州镇乡旗]|[\s“”\"'《》.、:)(;；,，])+"
)
_TRIM_END = re.compile(
    r"(?:累计完成|完成|共计|合计|合计为|总计为|累计|共|约|为|是|达到|达|(?<![审会统设合])计|有|数为|数是|金额为|金额|支付|安排|的|近|各|分别|预算数|决算数|预算|决算|数额|数|[\s“”\"':.(、])+$"
)
_LINKED = re.compile(r"[为有共是:\s]+$")
_NOUN = re.compile(r"[^\s\d,，、;；:：。()]{0,24}")
_BARE_STAGE = ("", "支出", "实际支出", "决算支出", "执行", "收入")
_NOISE = re.compile(r"[“”\"'\s《》的]|\([^()]*\)|(?:19|20)\d\d年(?:度|末|初|底)?|(?:本|当|上)年度?|今年|全年|年度|年初")


def read_sentence(text: Text, sentence: Sentence) -> list[Said]:
    """Every figure of the sentence with what is said of it, in order; worked out once."""
    if sentence.said is None:
        sentence.said = _said(text, sentence)
    return sentence.said


def _said(text: Text, sentence: Sentence) -> list[Said]:
    said: list[Said] = []
    for mention in sentence.mentions:
        start = said[-1].mention.end if said else sentence.start
        lead = text.text[max(start, mention.start - 160) : mention.start]
        lead = _OPTION.sub(r"\1", "".join(lead.split()))
        lead = LABEL.sub("", _REMARK.sub("", _ASIDE.sub("", lead)))
        one = _read(mention, lead, said)
        if one.amount:
            one = replace(one, noun=_NOUN.match(text.text, mention.end)[0])  # type: ignore[index]
        if one.amount and mention.kind is not Kind.COUNT and said and not one.marker and said[-1].mention.kind is Kind.COUNT and said[-1].noun and said[-1].marker and not said[-1].mention.loose and lead.startswith(said[-1].noun):
            one = replace(one, marker=_marker(said[-1].lead + lead))  # 其中,甲、乙等8项任务资金a
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
    return replace(amount, role=Role.CHANGE, direction=direction, name=_name(moved["name"]), stage="") if same else amount


def _read(mention: Mention, lead: str, said: list[Said]) -> Said:
    if said and lead.strip() in _SERIES and said[-1].mention.kind is mention.kind:
        return replace(said[-1], mention=mention, lead=lead, marker="", serial=said[-1].serial + 1)
    clause = _CLAUSES.split(lead)[-1]
    marker = _marker(lead)
    base = {"mention": mention, "lead": lead, "marker": marker}
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
    if mention.kind in (Kind.RATE, Kind.STEPS, Kind.MONEY, Kind.COUNT):
        change = _change(mention, clause, said)
        if change is not None:
            direction, of, name = change
            return Said(role=Role.CHANGE, of=of, direction=direction, name=name, **base)  # type: ignore[arg-type]
    if mention.kind in (Kind.RATE, Kind.STEPS):
        return Said(role=Role.OTHER, **base)  # type: ignore[arg-type]
    tail = _PHRASES.split(lead)[-1] or lead
    name = _name(tail) or (_name(lead) if not said else "")
    stage = _stage(tail) or _stage(lead) or _list_stage(mention, lead, said)
    if said and stage == "executed" and said[-1].amount and said[-1].stage == "budget" and name in _BARE_STAGE and said[-1].mention.kind is mention.kind and said[-1].mention.depth == mention.depth:
        name = said[-1].name  # 甲支出预算a,支出决算b
    return Said(role=Role.AMOUNT, name=name, year=_year(mention.kind, lead, said), stage=stage, **base)  # type: ignore[arg-type]


def _marker(lead: str) -> str:
    """The word that opens a list of figures right here; a list of mere words (包括工资、奖金;) opens none."""
    for match in reversed(list(_MARKER.finditer(lead))):
        rest = _PERIOD.sub("", lead[match.end() :].lstrip(" :：,，("))
        if match[0] == "用于" and _OWN_USE.search(lead[: match.start()]) and _USED.fullmatch(rest):
            continue  # 服务收入用于教育的经费3万元
        if re.search(r"[;；,，]", rest) or (match[0] in _WEAK and lead[match.end() : match.end() + 1] != ":" and lead.lstrip().startswith(("、", ",", "，", ";", "；")) and match.start() < 3):
            continue
        return match[0]
    if within(lead):
        return WITHIN
    return ":" if lead[:1] in (":", "：") and not re.search(r"[;；,，:：]", lead[1:]) else ""


def within(lead: str) -> str:
    """The whole that the words before the first of its parts name: [基本支出]中,工资600万元; "" where they name none."""
    named = _WITHIN.match(lead)
    return bare(named["whole"]) if named and not re.search("[,，;；]", lead[named.end() :]) else ""


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
        return direction, base["of"], _name(head[: base.start()]) if base.start() < len(head) else ""
    if len(tail) > 1 and (compared := _COMPARISON.fullmatch(tail[-2])):  # 与上年相比,支出减少d
        return direction, compared["of"], _name(head)
    if "同比" in head or rate:
        own = head.partition("同比")[0] if "同比" in head else ""
        return direction, "同期", "" if _BARE_HEAD.fullmatch(own) else _name(own)
    if said and said[-1].role is Role.CHANGE and len(head) <= 8:
        return direction, "", "" if _BARE_HEAD.fullmatch(head) else _name(head)
    if mention.kind is Kind.RATE:
        return direction, "", _name(head)
    if not _BARE_HEAD.fullmatch(head):  # 绿化提升80万元 is an amount
        return (direction, "", _name(head)) if _MOVED.search(last) else None
    return direction, "", ""


def alike(one: Said, other: Said) -> bool:
    """Whether two figures are of one kind and measure: 万元 and 元, never 人 and 户."""
    return one.mention.kind is other.mention.kind and one.mention.figure.unit.base == other.mention.figure.unit.base


def measure(one: Said) -> str:
    """The last two characters of what an amount is called: 在校[学生]8790人."""
    return _LINKED.sub("", one.lead)[-2:]


def twin_lead(said: Sequence[Said], at: int) -> str:
    """What stands before a figure; before the second measure of one thing (新增12户36人) what stands before the first."""
    one = said[at]
    twin = at and len(one.lead) <= 1 and not one.serial and said[at - 1].mention.figure.unit.base != one.mention.figure.unit.base
    return said[at - 1].lead if twin else one.lead


def _name(words: str) -> str:
    for mark in _MARKER.finditer(words):
        if mark.end() < len(words) - 1:
            words_after = words[mark.end() :]
            return _name(words_after)
    words = re.split(r"[,，;；:：、]", _TRIM_END.sub("", words))[-1]
    return bare(words)


def bare(words: str) -> str:
    """A noun without its year, its quotes and brackets, and the verbs around it."""
    words = _NOISE.sub("", words)
    words = _TRIM.sub("", words)
    return _TRIM_END.sub("", words)


def _year(kind: Kind, lead: str, said: list[Said]) -> int | None:
    lead = _CARRIED.sub("", _LEVEL.sub("", re.split("[;；]", lead)[-1]))
    years = _YEAR.findall(lead)
    if years:
        return int(years[-1])
    if _LAST.search(lead):
        return -1
    if _THIS.search(lead):
        return 0
    return next((one.year for one in reversed(said) if one.amount and one.mention.kind is kind and not _AGAINST.fullmatch(one.lead)), None)


def _stage(words: str) -> str:
    if "预算" in words or "转移支付" in words:
        words = FUND_NAMES.sub("", words)
    executed = max((m.end() for m in _EXECUTED.finditer(words)), default=-1)
    budget = max((m.end() for m in _BUDGET.finditer(words)), default=-1)
    if executed < 0 and budget < 0:
        return ""
    if "决算" in words:
        return "executed"
    return "budget" if budget >= 0 and "实际" not in words else "executed"


def _list_stage(mention: Mention, lead: str, said: list[Said]) -> str:
    """In a list of budgeted amounts the next one is budgeted too, though only the first may say so."""
    listed = bool(said) and said[-1].amount and said[-1].stage == "budget" and mention.kind is Kind.MONEY is said[-1].mention.kind
    return "budget" if listed and len(lead) <= 24 and (lead[:1] in ("", "、", ",", "，", ";", "；") or "其中" in lead) else ""


_SYNONYMS = (("公共财政预算", "一般公共预算"), ("一般一般", "一般"), ("总收入", "收入"), ("总支出", "支出"), ("收入合计", "收入"), ("支出合计", "支出"), ("收入总额", "收入"), ("支出总额", "支出"), ("经费支出", "经费"), ("合计", ""), ("总额", ""), ("总计", ""), ("总数", ""), ("总量", ""), ("总规模", "规模"), ("部门整体", ""), ("整体", ""))
_JOINED = re.compile(r"(?<=置)[及和与、](?=运)|(?<=行)[及和与、]?(?=维护)")
_ONE_THING = (("费用", "费"), ("经费", "费"), ("费支出", "费"), ("运维", "运行维护"), ("运行费", "运行维护费"), ("公车", "公务用车"), ("公务车", "公务用车"))


@lru_cache(maxsize=4096)
def plain_name(name: str) -> str:
    """The name with one word for what is written in several ways: 公车运维费 and 公务用车运行维护费 are one."""
    for long, short in (*_SYNONYMS, *_ONE_THING):
        name = name.replace(long, short)
    return _JOINED.sub("", name).removesuffix("总").removesuffix("预算").removesuffix("决算") or name


def names_agree(named: str, name: str) -> bool:
    """Whether the words of a base (`总收入`) name the amount (`收入总额`)."""
    named, name = plain_name(named), plain_name(name)
    if named == name:
        return bool(name)
    short, long = sorted((named, name), key=len)
    denied = long.removesuffix(short)[-1:] in ("非", "不", "未", "无")  # 寄宿生 and 非寄宿生
    return not denied and ((len(named) >= 3 and name.endswith(named)) or (len(name) >= 4 and named.endswith(name)))
