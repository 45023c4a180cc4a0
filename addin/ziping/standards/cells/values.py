"""Targets (指标值) and actuals (完成值) as cells give them: numbers with comparators and units, ranges, dates, words.

`read_target` and `read_actual` never guess: a text that is no number, range or date stays a text. Comparators follow 民法典 第一千二百五十九条:
以上, 以下, 以内 include the number; 不满, 超过, 以外 do not.
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache

from ziping.amounts import PERCENT, PLAIN, Unit, read_figure, show, unit_named
from ziping.standards.refusal import NotScorable
from ziping.standards.words.records import Record
from ziping.standards.words.spelling import squeeze, told_number
from ziping.standards.words.synonyms import answer
from ziping.standards.words.tokens import WORKDAY, Token, tokens
from ziping.standards.words.vocabulary import Pattern

__all__ = ["Value", "as_the_standard_has_it", "read_actual", "read_cell", "read_target", "shown", "stated_name"]


class Value(Record):
    """A cell's content.

    kind: `number` (low is the number, relation one of "" ≥ ≤ > < =), `range` (low to high, both included), `date` (day is (year, month, day)
    with None for what is not written, relation ≤ for a deadline), `pattern` (7*24: round the clock), `text`. text: as typed, squeezed. bare: a number that came without a unit.
    """

    __slots__ = ("kind", "text", "relation", "low", "high", "unit", "day")
    defaults = {"relation": "", "low": Decimal(0), "high": Decimal(0), "unit": PLAIN, "day": None}
    kind: str
    text: str
    relation: str
    low: Decimal
    high: Decimal
    unit: Unit
    day: tuple[int | None, int, int | None] | None

    @property
    def bare(self) -> bool:
        return not self.unit.text


def shown(value: Decimal, unit: Unit = PLAIN) -> str:
    """A number as a person writes it, with its unit: 90%, 4.5万元, 0."""
    text = show(value)
    return (text.rstrip("0").rstrip(".") if "." in text else text) + unit.text


Cell = str | Decimal | int | None


def read_cell(cell: Cell) -> str:
    """A cell's content as squeezed text, "" when blank."""
    if cell is None:
        return ""
    if cell is True or cell is False:
        return "是" if cell else "否"
    if isinstance(cell, str):
        return squeeze(cell)
    if isinstance(cell, Decimal):
        if not cell.is_finite():
            raise NotScorable(f"单元格中的数字{cell}无法计算，请改正。")
        return shown(cell)
    if isinstance(cell, int):
        return shown(Decimal(cell))
    raise TypeError(f"a cell gives text or an exact number, not {type(cell).__name__}")


# ---------------------------------------------------------------------------------------------------------------
# Dates

_DATE = Pattern(
    r"(?:于|在|截至|截止|截止到|截至到|不晚于|不迟于)?(?:(\d{4})[年./-])?(\d{1,2})(?:月份?|[./-](?=\d))(?:(\d{1,2})[日号]?|(底|末|底之前|月底))?(?:(?:之)?(前|底前|末前|以前|之前|内|(?:已|全部|已全部)?完成|(?:前|底前|以前|之前|已|底|内)(?:完成|报送|上报|提交|完工|竣工|开工|办结|拨付|下达|公开|交付|建成|验收|投产|投用|通车|发放|印发|支付|公示|备案|完成验收|竣工验收|投入使用|上交|上缴|申报|缴纳|到位)))?"
)
_YEAR_END = Pattern(r"(?:于|在)?(?:(\d{4})年(?:度)?|当年|本年|年)?(?:年)?(?:底|末|内)(?:之)?(?:前)?(?:完成(?:竣工验收|验收|竣工|建设|招标|采购|支付|拨付|发放|任务)?|竣工|完工|开工|投入使用|通车|交付使用|建成)?")


_AT_THE_LATEST = ("不晚于", "不迟于", "最迟")


def _looks_like_a_date(text: str) -> bool:
    """Whether a text begins as dates do and has a month, or enough signs between its numbers."""
    begins = text[:1].isdecimal() or text.startswith(("于", "在", "截", "不"))
    return begins and ("月" in text or "年" in text or "/" in text or "-" in text or text.count(".") > 1)


def _date(text: str) -> Value | None:
    if text.startswith(_AT_THE_LATEST) and (by := _date(text[2 if text.startswith("最迟") else 3 :])) is not None and by.kind == "date":
        return by.but(text=text, relation="≤")
    if _looks_like_a_date(text) and (match := _DATE.fullmatch(text)):
        if "月" not in text and not match[1]:
            return None
        year, month, day = (int(g) if g else None for g in match.group(1, 2, 3))
        if not 1 <= month <= 12 or (day and not 1 <= day <= 31):  # type: ignore[operator]
            return None
        tail = (match[4] or "") + (match[5] or "")
        return Value("date", text, "≤" if "前" in tail or "内" in tail or "底" in tail or "末" in tail or text.startswith(("不晚于", "不迟于")) else "", day=(year, month, day))  # type: ignore[arg-type]
    if ("底" in text or "末" in text or "内" in text) and (match := _YEAR_END.fullmatch(text)) and text not in ("内", "底", "末", "底前", "末前"):
        return Value("date", text, "≤", day=(int(match[1]) if match[1] else None, 12, 31))
    return None


# ---------------------------------------------------------------------------------------------------------------
# Numbers

_COUNTS = Pattern(r"[\d一二两三四五六七八九十百半零每凡]")
_DONE = Pattern(r"^(?:实际|已|共|共计|合计|累计|全年|本年|当年|年度|完成|达成|为|是|:|=|有|数量|达到了)+(?=[\d.-]|百分之)")


def _numeric(text: str) -> Value | None:
    """A number with comparator and unit, or a range; whatever else stands in the text must be a name before it."""
    if not _COUNTS.search(text):
        return None  # no sign of a number: the words need not be looked at
    got = [t for t in tokens(text) if t.kind not in ("GLUE", "PART")]
    if got and got[-1].kind == "SEP":
        got.pop()
    if not got or sum(t.kind == "NUM" for t in got) not in (1, 2):
        return None
    relation, at = "", 0
    if got[0].kind == "TEXT" and len(got) > 1 and got[1].kind in ("CMP", "REACH") and got[0].text != "控制":
        at = 1
    if at < len(got) and got[at].kind in ("CMP", "REACH"):
        relation, at = str(got[at].value), at + 1
    if at >= len(got) or got[at].kind != "NUM":
        return None
    first, at = got[at], at + 1
    unit, at = _unit(first, got, at)
    rest = got[at:]
    if not rest:
        return Value("number", text, relation, first.value, unit=unit)  # type: ignore[arg-type]
    if rest[0].kind == "INCL":
        rest = rest[1:]
        if not rest:
            return None
    if len(rest) == 1 and rest[0].kind == "SIDE":
        return _sided(text, relation, first, unit, rest[0])
    if rest[0].kind == "DASH" and len(rest) >= 2 and rest[1].kind == "NUM" and not relation:
        second = rest[1]
        other, end = _unit(second, rest, 2)
        tail = rest[end:]
        if tail and not (len(tail) == 1 and tail[0].kind == "BETWEEN"):
            return None
        if unit.text and other.text and unit != other:
            return None
        if first.value > second.value:  # type: ignore[operator]
            return None
        return Value("range", text, "", first.value, second.value, other if other.text else unit)  # type: ignore[arg-type]
    return None


def _sided(text: str, relation: str, first: Token, unit: Unit, side: Token) -> Value | None:
    sign = ">" if side.text in ("以外", "之外", "开外", "以后", "之后") else {">": "≥", "<": "≤"}.get(str(side.value), str(side.value))
    if not relation or relation == sign or (relation == "≥" and sign == "≥"):
        return Value("number", text, sign, first.value, unit=unit)  # type: ignore[arg-type]
    if relation in (">", "<") and sign[0] == ("≥" if relation == ">" else "≤"):
        return Value("number", text, relation, first.value, unit=unit)  # type: ignore[arg-type]
    return None


def _unit(number: Token, got: list[Token], at: int) -> tuple[Unit, int]:
    """The unit of a number: what the scanner saw, else the word after it when the number and that word are all there is."""
    if number.unit is not None:
        unit = PERCENT if number.unit.text == "百分比" else number.unit
        if at < len(got) and got[at].kind == "TEXT" and _WORD.fullmatch(got[at].text) and unit.text not in ("%", "‰", "百分点") and at == len(got) - 1:
            whole = number.text.lstrip("-0123456789.,") + got[at].text
            return unit_named(whole), at + 1
        return unit, at
    if at < len(got) and got[at].kind == "TEXT" and _WORD.fullmatch(got[at].text):
        return unit_named(got[at].text), at + 1
    return PLAIN, at


_WORD = Pattern(r"(?![^\W\d_]*(?:[未不没无待已预拟约近余的]|左右|上下|多$|一半|目标|计划|概算|同比)|[多来几])[^\W\d_]{1,6}[²³23]?")
_VAGUE = Pattern(r"[未不没无待已预拟约近余的]|一半|目标|计划|概算|同比|左右|上下|^[多来几]|多$")  # 100余人, 0.5左右, 2项未完成: no unit


_SIDED = Pattern(r"([\d.,]+[^\W\d]{1,4}?[²³]?)(及?以上|及?以下|以内|之内)")
_WITHIN_TIME = Pattern(r"个?(工作日|小时|分钟|天|日|月|年|周|季度)(?:以|之)?内")
_LONGEST = 80  # a longer cell is a paragraph, no figure
_ROUND_THE_CLOCK = Pattern(r"(?:24(?:小时|h|H)?[*x×X]7(?:天|日)?|7(?:天|日)?[*x×X]24(?:小时|h|H)?|全天候|7(?:天|日)[*x×X]?24小时(?:/天)?|每天24小时每周7天|每周7天每天24小时)(?:服务|运行|响应|不间断|值守|在线|正常|稳定)*")


@lru_cache(maxsize=4096)
def _read(text: str) -> Value:
    if len(text) > _LONGEST:
        return Value("text", text)
    if ("月" in text or "年" in text or "/" in text) and (found := _date(text)) is not None:
        return found
    if (sided := _SIDED.fullmatch(text)) and (end := read_figure(sided[1])) is not None and end.unit.text and not _VAGUE.search(end.unit.text):
        return _read(sided[1]).but(text=text, relation="≥" if "上" in sided[2] else "≤")  # 48.2万亩以上
    figure = read_figure(text)
    if figure is not None and not _VAGUE.search(figure.unit.text):
        word = figure.unit.text
        if (within := _WITHIN_TIME.fullmatch(word)) is not None:
            return Value("number", text, "≤", figure.value, unit=WORKDAY if "工作日" in word else unit_named(within[1]))  # 3个月内
        unit = PERCENT if word == "百分比" else WORKDAY if text.endswith("工作日") else unit_named(word[1:]) if word in ("个月", "个小时", "个季度") else figure.unit
        return Value("number", text, "", figure.value, unit=unit)
    if ("24" in text or "全天候" in text) and _ROUND_THE_CLOCK.fullmatch(text):
        return Value("pattern", text)
    plain = text if _TWICE_SAID.isdisjoint(text) else _COMPOUND.sub(_in_the_smaller, text)
    found = _date(text) or _numeric(plain) or _numeric(_DONE.sub("", plain))
    if found is None:
        for suffix in ("以上完成", "完成"):
            if text.endswith(suffix) and (found := _numeric(text.removesuffix("完成"))):
                break
    if found is None:
        return Value("text", text)
    return found if found.text == text else Value(found.kind, text, found.relation, found.low, found.high, found.unit, found.day)


# 3小时10分钟, 2年3个月: one number said in two units, the second no more than one of the first.
_COMPOUND = Pattern(r"(?<!\d)(\d{1,3})(小时|年|公里|千米|吨)(?:零|又)?(\d+)(分钟|分|个月|米|公斤|千克)(?!钟|\d)")
_TWICE_SAID = frozenset("时年里米吨")
_IN_ONE = {("小时", "分钟"): 60, ("年", "个月"): 12, ("公里", "米"): 1000, ("千米", "米"): 1000, ("吨", "公斤"): 1000, ("吨", "千克"): 1000}


def _in_the_smaller(said: re.Match[str]) -> str:
    unit = "分钟" if said[4] == "分" else said[4]
    times = _IN_ONE.get((said[2], unit))
    return said[0] if times is None or int(said[3]) >= times else f"{int(said[1]) * times + int(said[3])}{unit}"


def as_the_standard_has_it(target: Value | None, standard: str) -> Value | None:
    """≤300万元（上年数） as words, where the standard holds the actual against this year's budget, plan or establishment: the cell says that it is not that."""
    if target is None or not standard or target.kind != "number" or target.text[-1] != ")" or not _OF_LAST_YEAR.search(target.text):
        return target
    return target if _MEANS_LAST_YEAR.search(standard) and not _MEANS_ANOTHER.search(standard) else Value("text", target.text)


_CALLED = Pattern(r"(?P<name>[^\W\d未不没无]{4,20}?)(?:为|是|:)?(?P<number>\d[\d.]*(?:[^\W\d]{1,4}|%))")
_AGAINST_IT = Pattern(r"(?P<how>等于|不大于|不高于|不超过|不低于|不小于|不少于|大于等于|小于等于|[≥≤<>]|低于|高于|大于|小于|超过)(?P<what>[^\W\d,;。扣得不未]{4,24}?)(?=[的者]?[,;。\n得扣不]|$)")
_EACH_BEYOND = Pattern(r"(?P<each>每(?:超过?|超出|高于?|高出|低于?|少于|多于))(?P<what>[^\W\d,;。扣得不未]{4,24}?)(?=\d|[一1])")


def by_its_name(target: Value | None, standard: str) -> tuple[Value | None, str]:
    """市级部门人员平均年龄42岁 as 42岁, and the standard with this number in the place of the name, where just that is what the standard holds the actual against."""
    called = _CALLED.fullmatch(target.text) if target is not None and target.kind == "text" and standard else None
    if called is None or {said["what"] for said in _AGAINST_IT.finditer(standard)} != {called["name"]}:
        return target, standard
    number = _read(called["number"])
    if number.kind != "number" or number.relation:
        return target, standard
    standard = _EACH_BEYOND.sub(lambda said: said["each"] if called["name"].endswith(said["what"]) else said[0], standard)  # 每超平均年龄1岁
    return number.but(text=target.text), _AGAINST_IT.sub(lambda said: said["how"] + called["number"], standard)  # type: ignore[union-attr]


def read_target(cell: Cell) -> Value | None:
    """A target; None when blank."""
    text = read_cell(cell)
    if not text:
        return None
    found = _read(text)
    if found.kind == "text" and text[0] == "不" and (last := _LAST_YEARS.fullmatch(text)) and (number := _read(last[2])).kind == "number":
        return number.but(text=text, relation="≥" if last[1] in ("不低于", "不少于") else "≤")  # 不低于上年（1200万元）
    if found.kind == "text" and text[0] in "≤≥<>不" and (noted := _OF_LAST_YEAR.search(text)) is not None and (number := _read(text[: noted.start()])).kind == "number" and number.relation:
        return number.but(text=text)  # ≤300万元（上年数）
    if found.kind == "text" and text[0] in "计预批概合核目" and (named := _NAMED_GOAL.match(text)) and (number := _read(text[named.end() :])).kind == "number" and not number.relation:
        return number.but(text=text)  # 计划成本230万元
    return found


_LAST_YEARS = Pattern(r"(不低于|不少于|不超过|不高于)(?:上年|去年)(?:度|同期)?[^()\d]{0,6}\((\d[\d.]*[^\W\d]{1,6})\)")
_OF_LAST_YEAR = Pattern(r"\((?:即)?(?:上年度?|去年|上年同期)(?:实际|完成|决算)?(?:数|值|水平|金额|实绩)\)$")
_MEANS_LAST_YEAR, _MEANS_ANOTHER = Pattern(r"上年|去年|上一年|同期|(?:目标|指标)值"), Pattern(r"预算|概算|计划|任务|编制|核定|批复|下达")
_NAMED_GOAL = Pattern(r"(?:计划|预算|批复|概算|合同|核定|目标)(?:成本|投资|支出|金额|总额|数额|额|价|面积|规模|人数|数量)(?:为|:)?(?=\d[\d.]*[^\W\d]{1,4}$)")


# 满意度达95%, 完成率为80%: what was reached is the actual itself; a name that denies or falls, a plan, another year or another's figure is not.
_STATED = Pattern(
    r"^(?:实际|已|共|共计|合计|累计|全年|本年度?|当年|年度|年末|总体|综合|整体|仅|只)*([^\W\d未不无没降减负逾超]{0,14}?(?:率|度|比例?|比重|占比|数|量|额|分|费用?|成本|支出|收入|产值|投资|面积|里程|时间|天数|次|人次|价|值|规模|标准|浓度|水平|指数|增幅|增速))?"
    r"(?:实际|已|均|都|全部|完成)*(?:达到了?|达至|达成|达|实现|为|是|完成了|(?<=[率度例重比]))(?=[\d.]+[^\W\d]{0,3}%?$)"
)
_STATES = frozenset("达现为是完率度例重比")  # of which it needs one
_NOT_NOW = Pattern(r"预[计期估]|[可能](?:达|实现|完成)|计划(?!完成率|执行率|完成情况)|拟|有待|个别|少数|多数|应(?!急|收|付|对|用)|目标(?!任务)(?!完成)|指标值|力争|争取|[有可]望|[上去往前]年|上一年|同期|季度|半年|月|截[至止]|全国|全省|全市|全县|全区|平均|行业|最[高低]|其中|部分|基本|要求|规定|原|合同|中标|设计|开工|控制价|预算成本|立项|签约|申报")


_NOTED = Pattern(r"([\d.,]+[^\W\d]{0,3}%?)\((?![^()]*(?:[缺少未不无没超扣含除降减预估约拟待暂争应]|其中|兼职|废弃|停用|停运|闲置|租|借|报废|损坏|临时|目标|计划|上年|去年))[^()≥≤<>%]{2,30}\)")  # 93.2%（发放问卷200份）
_NOT_HERE = Pattern(r"部分|半年|季度|月|截[至止]|平均|同期|在建|正在|跨年|合同|立项|申报|中标|复检|\d{4}年|年初|全[国省市县区]")
_PLACED = Pattern(r"((?:在?全[国省市县区系]|[省市县区]|本|系统|地区|同类|各|单位|部门|内|中|的|排名?|名次|位次|位|居|名|列|获|取得|综合|总分?|考核|考评|测评|评比|评价|得分|成绩|结果|年度|全年|为|在|是|达到?|满意度|绩效|目标|第三方)*)第(\d{1,3}|[一二三四五六七八九十]{1,3})(?:名次?|位)?")


_AND_MORE = Pattern(r"(?:实际|已|共|共计|累计|合计|全年)*(?:完成|开展|举办|组织|培训|达到?)?了?([1-9]\d*0)[余多](万?[^\W\d余多]{1,4})")
_LEAD = Pattern(r"[^\d≥≤<>=]*")
_NOT_SO = Pattern(r"其中|正在|同时|但|避免|防止|取消|扣除|疑似|申报|待(?!业)|约(?!谈)|近(?!视)|非(?!税|公)")
_AMONG = Pattern(r"全[国省市县区]|行业")


_HEADED = Pattern(r"(?:实际|全年|年度)*(?:完成值|实际值|完成情况|完成数)[:为是]?(?=\d)|(?:实际)?完成(?:时间|日期)[:为是]?(?=\d{4}年|\d{1,2}月)|已(?:全部)?[于在](?=(?:\d{4}年)?\d{1,2}月\d{1,2}[日号](?:全部)?完成$)")


def stated_name(text: str) -> str:
    """What an actual says that it is a figure of: 满意度 of 满意度为95%."""
    said = _STATED.match(text)
    return said[1] or "" if said else ""


def read_actual(cell: Cell) -> Value | None:
    """An actual; None when blank."""
    text = answer(read_cell(cell))
    return _actual(text) if text else None


@lru_cache(maxsize=4096)
def _actual(text: str) -> Value:
    if text == "零":
        return Value("number", text)
    if text[0] in "其正同但避防取扣疑申待约近非" and _NOT_SO.match(text):
        return Value("text", text)
    if text[-1] == ")" and (noted := _NOTED.fullmatch(text)) and not _NOT_HERE.search(text[len(noted[1]):]) and (stated := _actual(noted[1])).kind == "number":
        return Value("number", text, stated.relation, stated.low, unit=stated.unit)
    if "第" in text and "倒数" not in text and (rank := _PLACED.fullmatch(text)) and not _NOT_NOW.search(_AMONG.sub("", rank[1])):
        return Value("number", text, "", told_number(rank[2]) or Decimal(0), unit=unit_named("名次"))
    if not text[0].isdecimal() and not _STATES.isdisjoint(text) and (said := _STATED.match(text)) and not _NOT_NOW.search(said[1] or "") and (stated := _read(text[said.end() :])).kind == "number" and not stated.relation:
        return Value("number", text, "", stated.low, unit=stated.unit)
    if text[0] in "实全年完已" and (headed := _HEADED.match(text)) and (told := _read(text[headed.end() :])).kind in ("number", "date") and not told.relation:
        return told.but(text=text)  # 实际完成值：92%, 已于2023年5月20日完成
    if ("余" in text or "多" in text) and (more := _AND_MORE.fullmatch(text)) is not None and (stated := _read(more[1] + more[2])).kind == "number" and not stated.bare:
        return stated.but(text=text, relation=">")  # 30余次
    found = _read(text)
    if found.relation and found.kind == "number" and (lead := _LEAD.match(text)[0]) and _NOT_NOW.search(lead):  # type: ignore[index]
        return Value("text", text)  # 预计达到96%
    return found
