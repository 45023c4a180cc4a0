"""Sentences of scoring tables as tokens: numbers with units, comparators, words of giving and taking points, connectors.

The lexicon is data, the scanner is one loop. Words that only look like a comparator or a numeral (计划, 统计, 一般, 第三方) are in the
lexicon as plain text, so that longest match keeps them whole. Everything the lexicon does not know is TEXT.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache

from ziping.amounts import NUMBER, PERCENT, Unit, unit_named
from ziping.standards.words.lexicon import MEASURES, TABLE
from ziping.standards.words.spelling import numeral, told_number
from ziping.standards.words.vocabulary import Pattern

__all__ = ["Token", "WORKDAY", "tokens"]


class Token:
    """kind, value (what the kind's docstring in LEXICON says), unit for numbers, and the text it was read from."""

    __slots__ = ("kind", "start", "text", "unit", "value")

    def __init__(self, kind: str, text: str, value: object = None, unit: Unit | None = None, start: int = 0) -> None:
        self.kind, self.text, self.value, self.unit, self.start = kind, text, value, unit, start

    def __repr__(self) -> str:
        return f"{self.kind}:{self.text}"


def _widths() -> dict[str, tuple[int, ...]]:
    """How long the words are that begin with each sign, longest first."""
    found: dict[str, set[int]] = {}
    for word in TABLE:
        found.setdefault(word[0], set()).add(len(word))
    return {first: tuple(sorted(lengths, reverse=True)) for first, lengths in found.items()}


_POINT = r"个?百分点|个点(?!位)|pct|点(?=[扣减加,;。)）得的，]|的扣|$)"
_AWARD = (
    r"(?:再|各|可|均|都|只|也|另|则|即|仅|分别|相应|共|能|方可|予以|给予|按)*(?:得分为|得分|计分为|计分|记分为|记分|赋分|评分为|给分|自评得分|得|计|记|赋予|赋|给予|给|评|打|算)(?:为|:|=|到)?"
    r"(?=满分|基[本础]分\d|全分|全部分|全额分|零分|\d|[一二两三四五六七八九十零半]分|百分之|(?:该|本|此|其)?(?:项|指标)?(?:总|标准|权重|基本|基础|所赋|应得|赋予)?(?:的)?(?:全部)?分(?:[值数]|(?=[,;。)]|$))|(?:该|本|此|其)(?:项|指标|项指标)的?\d+(?:\.\d+)?%的?(?:分|权重)|权重|指标分|一半|半数)"
)


_NUMERAL = Pattern(r"(?<![第统唯专单同惟逐])(?!一半)([一二两三四五六七八九十百半零]+(?:点[一二三四五六七八九]+)?)(?=(?:[至到~-][一二两三四五六七八九十]+)?(?:个?百分点|个点|" + "|".join(sorted(MEASURES, key=len, reverse=True)) + r")|分(?=[,;。)为]|$))")
_NUM = Pattern(NUMBER.pattern)
# 每组织1次 names no 组, 每单位 no 单
_LEADS = {"组": "织建", "单": "位", "部": "门分", "处": "罚理室", "人": "员均", "级": "别", "步": "骤", "村": "民", "班": "子", "站": "点", "户": "籍", "家": "庭", "期": "间末", "日": "常", "根": "据", "样": "本", "节": "约", "口": "径", "门": "类", "条": "件款", "具": "体备有"}
_MEASURE = Pattern("(?:十万|百万|千万|万|亿)?(?:" + "|".join(m + (f"(?![{_LEADS[m]}])" if m in _LEADS else "") for m in sorted(MEASURES, key=len, reverse=True)) + r")|(?:十万|百万|千万|万|亿|(?<=\d\d\d))单位(?=及?以[上下内]|[的得扣加每,;。()、]|$)")  # 3万单位 of blood: a measure behind great numbers alone
_SYMBOLIC = Pattern(r"(?:[uμm]g/(?:m[3³]|[lL])|[kK][wW][hH]|km2?|dB|㎡|m[²³])(?![a-zA-Z\d])")
_TWIN = Pattern(r"\((?:套|台|件|个|座|次|名|处|户|家)\)")
_PER_UNIT = Pattern(r"/(?:百万|十万|百|千|万|亿)?(?:" + "|".join(sorted(MEASURES, key=len, reverse=True)) + r"|㎡|m[²³23]|平米|立方|升(?![级至到高温幅值])|学?生|床|师)(?:[*/](?:年|月|天|次))?(?![\d*/])")
_EACH_NOUN = Pattern(r"每(?:亩|公顷|户|人|头|吨)(?=(?:增产|增收|产量|产值|节水|收入|纯收入)(?:[≥≤<>]|不低|不少|不高|不超|达到?\d))|每(?:人|天|亩|户|平方米|公里|吨|件|套|台)(?=不超过|不高于|控制在|≤)|每(?:人|户|生|床|亩)(?:每(?:学年|学期|年|月|天|日|次))?(?=不低于|不少于|不超过|不高于|控制在|[≥≤<>=])|每(?:半年|年|季度?|月|周|天|日)(?=[≥≤<>])|每(?:十万|百万|[万千百])(?:常住|户籍)?(?:人口|人|名|户|平方公里)(?=[^\d扣减加得,])|每(?:" + "|".join(sorted(MEASURES, key=len, reverse=True)) + r")(?:建设|采购|运行|维护|改造|施工|种植|养护|购置|治理|修复)?(?=平均|拥有|成本|费用|造价|单价|支出|补助|补贴|投入|价格|金额|经费|标准)")
_RANK = Pattern(r"(第|前)(\d{1,3}|[一二三四五六七八九十]{1,3})(?:名次?|位(?!数)|(?=[-~至到]第?(?:\d{1,3}|[一二三四五六七八九十]{1,3})(?:名|位(?!数)))|(?<=(?:排名|位列|名列|位居)[第前][一二三四五六七八九十\d])(?=[得的,;。为]))")
_RANKED = Pattern(r"排名|位次|名次|(?:第|前)(?:\d{1,3}|[一二三四五六七八九十]{1,3})名")
_OFTEN_ENOUGH = Pattern(r"每(?:年度?|半年|季度?|月|周)(?=[^,;。扣得加减\d一二两三四]{0,8}[\d一二两三四]+[次场期项]以上)|每(?:年度?|半年|季度?|月|周)(?=[^,;。扣得加减\d一二三]{0,20}(?:不少于|不低于|至少|不得少于)\d)|每(?:年度?|半年|季度?|月|周)(?=[^,;。扣得加减\d]{0,20}(?:不少于|不低于|至少|不得少于)[一二两三])|每(?:年度?|半年|季度?|月|周)(?=[^,;。扣得加减\d]{0,14}至少[^,;。扣得加减\d]{1,6}[一二两三1-9]次)|(?<=至少)每(?:年度?|半年|季度?|月|周)(?=[^,;。扣得加减\d]{0,14}[一二两三1-9]次)|每(?:年度?|半年|季度?|月|周|日|天)(?=[^,;。扣得加减\d一二两三四]{0,12}[一二两三四1-9][次场期项][^,;。扣得加减每]{0,8}[,;。](?!得|计|加|扣))|每年(?=\d{1,2}月)")
_PERIOD = Pattern(r"每(?:月|季|半?年|周)度?(?=[^\W\d扣得加减少缺低高超未不]{2,14}(?:率|比例)(?:[≥≤<>=达为\d]|不低|不高|不少|不超|低于|高于|在))|每(?:月|季度?|周)\d{1,2}[日号](?:[之以]?前)(?![^,;。]*[未不没无])|每(?:月|季|半?年|周|日)(?=度?[按及均都完足定准发开进组召举报至不]|上报|上传|提交|度?结束|度?终了|度?末|度?初|度?底)")
_HOTLINE = Pattern(r"\d{1,2}X\d{1,2}小时|\d{3,5}(?=(?:政务|市民|服务|便民|扶贫|监督|投诉|举报|咨询|救助|维权)*(?:热线|平台|电话|工单|接处警|接警|报警|指挥|急救|举报))")
_NAME_OF_RATE = Pattern(
    r"\d+(?:\.\d+)?(?:个?工作日|分钟|个?小时|日|天|周岁|岁|月份?|年|公里|[万亿]?元(?=(?:及|\(含\))?以[上下](?:的|项目|企业|工程|合同|采购|村|农户|合作社|单位|设备)(?![^,;。]{0,16}(?:[且并或、和与及]|同时))))(?:[以之]?内|\(含\)以[上下]|[以之][上下前后]|及以[上下])?(?![底末初前内])[^\d,;。:()得扣每≥≤><=]{2,16}?(?:率|比例|比率|占比|覆盖面|满意度|进度)(?=[≥≤><=]|(?:不(?:低|少|小|高|大|超)|大于|小于|高于|低于|达|为|在|超过|等于|控制)|[,;。]?(?:得|\d)|每)"
)
_WHOSE_SUM = Pattern(r"(?:^|[,;。:\n])(?:(?:村级|村|农村|农民|家庭|企业)?(?:集体)?(?:经济|经营)?年?(?:纯|经营)?收入(?<!^收入)(?<![,;。:\n]收入)|[亩户人]均(?:投入|投资|收入|产值)|单[笔项个]|年(?:产值|销售额))$")  # of whom the sum tells which they are; 筹集资金50万元以上 is a condition of its own
_AGED = Pattern(r"\d{1,2}[-~至到]\d{1,2}(?:周?岁|年级|月龄)(?:以[上下])?(?=[^\W\d得扣,]{1,16}(?:率|比例|占比|人数)(?:[≥≤<>=达为\d]|不低|不少|不高|不超|控制))|[一二两三四五六七八九十]{1,2}(?:类|大类)[^\d,;。:()得扣每≥≤><=]{2,12}(?:率|比例)(?=[≥≤><=达为\d]|不低|不少|不高|不超|控制)|\d+周?岁(?:及|\(含\))?以[上下](?=的?[^\W\d得扣,]{1,12}(?:≥|≤|占|达|不低|不少|率|比))|\d+周?岁(?:及)?以[上下]的?(?=不低于|不少于|占|达到|[≥≤<>=])|(?<=[笔项户处无有])(?:\d|[一二两三四五])年(?:及)?以上的?(?=挂账|往来|应[收付]|[暂预][收付]|欠款|借款|未(?:清理|核销|处理))|[一二三四]级(?:及?以上)?(?=(?:医疗|安全|责任|生产)*事故|医院|等保)")
_AND_BETTER = Pattern(r"(?:(?:比较|基本|较|非常)?满意|合格|良好|优良|优秀|及格|达标|中等|较好)(?:及|或|和|\(含\))?以上(?=的?(?:等次|等级|人数|评价|档次)?的?(?:所?占)?(?:比例|占比|比率|比重|率))")
_OF_MANY = Pattern(r"/(10万|十万|万|千)(?![元人亩吨件个户\d*])")  # 孕产妇死亡率≤10/10万
_SCALE_ALONE = Pattern(r"([万亿])(?=[-~至到]\d+(?:\.\d+)?\1)")
_PERCENTAGE = Pattern(r"[%％]|百分比|‰")
_POINTS_UNIT = Pattern(_POINT)
_SCORE = Pattern(r"分(?![钟之类别析配布工期管公解值数])")
_SHARE_WORDS = Pattern(r"百分之([一二两三四五六七八九十百零]+(?:点[一二三四五六七八九]+)?|" + NUMBER.pattern + ")")
_LINEAR = Pattern(r"(?:按照?|采用|用|以)?(?:线性|直线|区间|比例)*(?:内插|插值)(?:法|方法)?")
_AWARDS = Pattern(_AWARD)
_SCORED = Pattern(r"[\d.]+分?(?:\((?:不?含|未写是否含)\))?(?:及|或)?以[上下]|[\d.]+分?\((?:不?含|未写是否含)\)[-~至]")  # 调查得分90分以上: a condition
_LESS_DONE = Pattern(r"少(?!于|报|填|数|有|年|儿|量)[^\W\d一二两三四五六七八九十]{2}(?=[一二两三1-9](?:次|场|期|篇|份|项|户|条|件)[^,;。]{0,6}(?:的)?,?扣)")
_IN_SHARE = Pattern(r"按照?(?:实际|已)?(?:整改|办结|验收|达标|检查|拨付|支付|发放|兑付|缴纳|配套|覆盖|报送|开工|竣工|落实|签订|公示|培训|配备|安装|建成|拆除|治理)(?:数量|情况|家数|户数|人数|面积|金额|个数)?(?:的)?(?:占比|比例|比率)(?=得分|计分|扣分|给分|计算|赋分|折算)|按照?(?:实际)?完成[^\W\d按率比占]{2,14}?的?(?:百分比|比例|比率)(?:比例)?(?=得分|计分|给分|计算|赋分|折算)|按照?实际[^\W\d占比率]{2,8}占比(?=得分|计分|计算|赋分)|按照?实际(?:完成)?[^\W\d]{1,6}占(?:目标|计划|指标)[^\W\d]{0,6}?(?:的)?(?:比例|比重|比率)(?=得分|计分|计算|赋分)")
_ENDS = {"能": frozenset("职功性技智节机产动效热电阳潜核"), "可": frozenset("许认"), "共": frozenset("公"), "都": frozenset("首"), "则": frozenset("规原细准")}  # 具有相应职能得1分
_AWARD_STARTS = frozenset("再各可均都只也另则即仅分相共能方予给按得计记赋自评打算")
_AMOUNT = Pattern(r"满分|全|零分|[\d.]+%?的?(?:分|标准|权重|指标)|[一二两三四五六七八九十半]分|(?:该|本|此|其)?(?:项|指标)?(?:总|标准|权重)?分[值数]?(?:[,;。]|的[\d一百]|$)")
_ENUM = Pattern(r"[①-⑳]|[⑴-⒇]|\(?[\d]{1,2}[)](?!以)|\([一二三四五六七八九十]{1,3}\)|\d{1,2}[.、](?!\d)|[一二三四五六七八九十]{1,2}、|(?:一|二|三|四|五|六)是|[A-Za-z][.、)](?=[^\d])")
_NUMERIC = frozenset("0123456789一二两三四五六七八九十半")
_NUMERALS = frozenset("一二两三四五六七八九十百半零")
_SCALES, _PERCENTS, _POINT_STARTS, _SYMBOL_STARTS = frozenset("万亿"), frozenset("%％百‰"), frozenset("个百p点"), frozenset("uμmkKd㎡")  # a pattern is tried only where it can begin
_AWARDING, _TIMING, _AGEING, _CALLING = frozenset("得计记赋给评打算"), frozenset("日钟时天岁月年里元"), frozenset("岁级龄类"), frozenset("X线台话单警挥救报")  # and only in a text with one of its signs
_RATES = ("率", "比例", "占比", "覆盖面", "满意度", "进度")
_WIDTHS = _widths()
_OFTEN = frozenset(["年", "月", "季度", "周", "日"])
_SYMBOLS = {";": "SEP", "。": "SEP", "\n": "SEP", "!": "SEP", ",": "COMMA", "、": "PAUSE", "-": "DASH", "~": "DASH", "*": "TIMES", "/": "OVER", "+": "PLUS", "±": "EITHERWAY", "(": "OPEN", ")": "CLOSE", "[": "OPENSQ", "]": "CLOSESQ", ":": "COLON"}
_AFTER_NUMBER = ("NUM", "INCL", "EXCL", "EITHER")


WORKDAY = Unit("工作日", "工作日")  # a working day is no calendar day


def _unit_at(text: str, at: int) -> tuple[Unit | None, int]:
    """The unit that follows a number, and where it ends."""
    c = text[at : at + 1]
    if c == "/" and (match := _OF_MANY.match(text, at)):
        return unit_named("/10万" if match[1] == "十万" else match[0]), match.end()
    if c in _SCALES and (match := _SCALE_ALONE.match(text, at)):
        return None, match.end()  # 4万-5万人次: the second number says of what
    if c in _PERCENTS and (match := _PERCENTAGE.match(text, at)):
        return (unit_named("‰") if match[0] == "‰" else PERCENT), match.end()
    if c in _POINT_STARTS and (match := _POINTS_UNIT.match(text, at)):
        return unit_named("百分点"), match.end()
    if c == "名" and text[at : at + 2] not in ("名单", "名称") and _RANKED.search(text):
        return unit_named("名次"), at + (2 if text[at : at + 2] == "名次" else 1)
    if text[at : at + 1] == "位" and "排名" in text:
        return unit_named("名次"), at + 1
    if match := _MEASURE.match(text, at):
        if text.startswith("/", match.end()) and (each := _PER_UNIT.match(text, match.end())):
            return unit_named(match[0] + each[0]), each.end()  # 元/亩
        word, end = match[0], match.end()
        if text.startswith("(", end) and (twin := _TWIN.match(text, end)):
            end = twin.end()  # 100台(套)
        if word in ("工作日", "个工作日"):
            return WORKDAY, end
        return unit_named(word[1:] if word in ("个月", "个小时", "个季度", "个名次") else word), end
    if c in _SYMBOL_STARTS and (match := _SYMBOLIC.match(text, at)):
        return unit_named(match[0]), match.end()
    if match := _SCORE.match(text, at):
        return unit_named("分"), match.end()
    return None, at


def _scan(text: str) -> Iterator[Token]:
    at, last = 0, "SEP"
    marks = _numbered(text)
    plain = -1  # where a run of unknown characters began
    size = len(text)
    signs = set(text)
    awards, timed, ages, calls = (not few.isdisjoint(signs) for few in (_AWARDING, _TIMING, _AGEING, _CALLING))
    rates = timed and any(word in text for word in _RATES)
    deducts, compares, interpolates, above = "扣" in signs, "比" in signs, "插" in signs, "以上" in text
    ages = ages or (above and "年" in signs)  # 两年以上的挂账

    def found(kind: str, end: int, value: object = None, unit: Unit | None = None) -> Iterator[Token]:
        nonlocal at, last, plain
        if plain >= 0:
            yield Token("TEXT", text[plain:at], start=plain)
            plain = -1
        yield Token(kind, text[at:end], value, unit, at)
        last, at = kind, end

    while at < size:
        c = text[at]
        fresh = plain < 0
        if at in marks:
            yield from found("ENUM", marks[at], text[at : marks[at]])
            continue
        if fresh and (last in ("SEP", "COMMA", "COLON") or (last == "CLOSE" and (c in "BCDEFG②③④⑤⑥⑦⑧"))) and (match := _ENUM.match(text, at)):
            yield from found("ENUM", match.end(), match[0])
            continue
        if c == "每" and (match := _PERIOD.match(text, at)):
            plain = at if plain < 0 else plain  # 每月按时发放: no step
            at = match.end()
            continue
        if c == "每" and (match := _OFTEN_ENOUGH.match(text, at)):
            plain = at if plain < 0 else plain  # 每年带队检查不少于2次: no step
            at = match.end()
            continue
        if c == "每" and (match := _EACH_NOUN.match(text, at)):
            plain = at if plain < 0 else plain  # 每人次成本: a name
            at = match.end()
            continue
        if c == "零" and fresh and (last in ("CMP", "REACH") or text[at - 1 : at] == "为") and text[at + 1 : at + 2] in ",;。得的计不则":
            yield from found("NUM", at + 1, Decimal(0))
            continue
        if last == "EVERY" and fresh and (unit_end := _unit_at(text, at))[1] > at and (text[at : unit_end[1]] not in _OFTEN or text[unit_end[1] : unit_end[1] + 1] == "扣"):
            yield from found("NUM", unit_end[1], Decimal(1), unit_end[0])  # 每项, 每个百分点
            continue
        if c == "-" and text[at + 1 : at + 2].isdecimal() and (not fresh or last not in (*_AFTER_NUMBER, "CLOSE", "CLOSESQ")):
            match = _NUM.match(text, at + 1)
            unit, end = _unit_at(text, match.end())  # type: ignore[union-attr]
            yield from found("NUM", end, -Decimal(match[0].replace(",", "")), unit)  # type: ignore[index]
            continue
        if c in "第前" and (match := _RANK.match(text, at)) and (rank := told_number(match[2])):
            if c == "前":
                yield from found("CMP", at + 1, "≤")
            else:
                at += 1
                if plain >= 0:
                    yield Token("TEXT", text[plain : at - 1], start=plain)
                    plain = -1
            yield from found("NUM", match.end(), rank, unit_named("名次"))
            continue
        if c.isascii() and c.isdecimal() and not fresh and text[at - 1].isascii() and text[at - 1].isalpha() and (match := _NUM.match(text, at)):
            at = match.end()  # PM2.5: a name
            continue
        if rates and c.isascii() and c.isdecimal() and last not in ("CMP", "REACH", "EVERY", "DASH") and (match := _NAME_OF_RATE.match(text, at)) and ("元" not in match[0] or _WHOSE_SUM.search(text, 0, at)):
            plain, at = at if fresh else plain, match.end()  # 5分钟内到达现场率: a name
            continue
        if ages and c in _NUMERIC and last not in ("EVERY", "DASH") and (match := _AGED.match(text, at)):
            plain, at = at if fresh else plain, match.end()  # 35岁及以下干部: a name
            continue
        if above and c in "比基较非满合良优及达中" and (match := _AND_BETTER.match(text, at)):
            plain, at = at if fresh else plain, match.end()  # 满意及以上比例: a name
            continue
        if calls and c.isascii() and c.isdecimal() and (fresh or text[at + 1 : at + 2].isdecimal() or "X" in text[at : at + 3]) and (match := _HOTLINE.match(text, at)):
            plain, at = at if fresh else plain, match.end()  # 12345热线, 7×24小时: a name
            continue
        if (c.isascii() and c.isdecimal()) and (match := _NUM.match(text, at)):
            unit, end = _unit_at(text, match.end())
            yield from found("NUM", end, Decimal(match[0].replace(",", "")), unit)
            continue
        if c == "百" and (match := _SHARE_WORDS.match(text, at)):
            number = numeral(match[1]) if not match[1][0].isdecimal() else Decimal(match[1])
            if number is not None:
                yield from found("NUM", match.end(), number, PERCENT)
                continue
        if awards and c in _AWARD_STARTS and (fresh or c not in "算打评给赋记") and not (c in _ENDS and text[at - 1 : at] in _ENDS[c]) and (match := _AWARDS.match(text, at)) and not _formula(text, match) and not _SCORED.match(text, match.end()) and not _longer_plain(text, at, match.end()):
            yield from found("AWARD", match.end())
            continue
        if interpolates and c in "按采用以线直区比内插" and (match := _LINEAR.match(text, at)):
            yield from found("LINEAR", match.end())
            continue
        if deducts and c == "少" and fresh and (match := _LESS_DONE.match(text, at)):
            yield from found("DOWN", match.end())
            continue
        if compares and c == "按" and (match := _IN_SHARE.match(text, at)):
            yield from found("RATIO", match.end())
            continue
        for width in _WIDTHS.get(c, ()):
            if at + width > size:
                continue
            entry = TABLE.get(text[at : at + width])
            if entry and entry[0] == "UNTIL" and text[at : at + width] in ("扣完", "扣满") and text[at + width : at + width + 1] in ("", ",", ";", "。", ")"):
                entry = ("ZERO", None)
                break
            if entry and _fits(entry[0], text, at, at + width, last if fresh else "TEXT"):
                break
        else:
            entry, width = None, 0
        if entry is None and c in _NUMERALS and (match := _NUMERAL.match(text, at)) and (number := numeral(match[1])) is not None:
            unit, end = _unit_at(text, match.end())
            yield from found("NUM", end, number, unit)
            continue
        if entry is not None:
            if entry[0] == "TEXT":
                if plain < 0:
                    plain = at
                at += width
                continue
            yield from found(entry[0], at + width, entry[1])
            continue
        if c in "至到" and fresh and last in (*_AFTER_NUMBER, "CLOSE") and text[at + 1 : at + 2] and (text[at + 1].isdecimal() or text[at + 1] in "百-" or (text[at + 1] in "一二两三四五六七八九十" and last == "NUM")):
            yield from found("DASH", at + 1)
            continue
        if c in _SYMBOLS:
            yield from found(_SYMBOLS[c], at + 1)
            continue
        if plain < 0:
            plain = at
        at += 1
    if plain >= 0:
        yield Token("TEXT", text[plain:at], start=plain)


_COUNTING = Pattern(r"(?:^|(?<=[;。\n,:]))(\d{1,2})[.、)]")


def _numbered(text: str) -> dict[int, int]:
    """Where `1.`, `2.` … count clauses: start → end. A decimal (1.5分) does not count on from the one before."""
    found: dict[int, int] = {}
    wanted = 1
    for match in _COUNTING.finditer(text):
        if int(match[1]) == wanted:
            found[match.start(1)] = match.end()
            wanted += 1
    return found if len(found) > 1 else {}


def _formula(text: str, award: re.Match[str]) -> bool:
    """得分＝分值×完成率 is a formula, 得分：5分 an award."""
    return award[0][-1] in "=:为" and not _AMOUNT.match(text, award.end())


def _longer_plain(text: str, at: int, end: int) -> bool:
    """Whether an ordinary word begins here and reaches beyond the verb that was seen (计分 in 计划分)."""
    return any(text[at : at + width] in TABLE and TABLE[text[at : at + width]][0] == "TEXT" for width in range(end - at + 1, end - at + 4))


def _fits(kind: str, text: str, at: int, end: int, last: str) -> bool:
    """Short words mean something only where something follows or precedes: 内 after a number, 扣 before one."""
    after = text[end : end + 1]
    if kind == "UNTIL":
        return after.isdecimal()
    if kind == "ZERO" and text[at:end] == "无分":
        return after in (*",;。)、\n", "")  # 无分工
    if kind in ("DEDUCT", "ADD"):
        if text[at:end].endswith("分") and after in ("值", "数"):
            return False
        return after.isdecimal() or after in "一二两三四五六七八九十半完" or text.startswith(("该", "本", "分值", "权重", "其", "相应", "满分", "全", "总分", "百分之", "指标"), end) or kind == "DEDUCT" and end - at > 1 or text[at:end] == "扣"
    if kind == "SIDE" and text[at : at + 3] in ("内设机", "内设科", "内设处", "内设部"):
        return False  # 1个内设机构
    if kind == "SIDE":
        return last in _AFTER_NUMBER + ("CLOSE", "TEXT") if text[at:end] not in ("内", "以外", "之外", "以后", "及以后", "之后", "开外") else (text[at - 1] in "名位次" or text[at:end] in ("内", "以外", "之外")) and last in _AFTER_NUMBER
    if kind in ("UP", "DOWN", "LATE", "BOTH") and end - at == 1 or (kind in ("CMP", "REACH") and text[at:end] in ("超", "达")):
        return after in _NUMERIC or after in "的于百" and after != "" or last == "EVERY"
    if kind in ("INCL", "EXCL"):
        return last in (*_AFTER_NUMBER, "OPEN", "SIDE", "BETWEEN") or text[at] == "(" or (last in ("COMMA", "PAUSE") and "(" in text[max(0, at - 12) : at] and text[end : end + 1].isdecimal())
    if kind == "BETWEEN":
        return last in (*_AFTER_NUMBER, "CLOSE", "CLOSESQ", "SIDE")
    if kind == "GLUE" and text[at:end] == "可":
        return after in "得计加按视给扣适"
    if kind == "GLUE" and text[at:end] == "以":
        return False
    if kind == "REACH" and text[at:end] in ("为", "在"):
        return after.isdecimal() or after == "百" or (after == "-" and text[end + 1 : end + 2].isdecimal())
    if kind == "JUDGE" and text[at:end] in ("合理确定", "自行确定"):
        return _OF_POINTS.match(text, end) is not None
    if kind == "JUDGE" and text[at:end].startswith("综合"):
        return _A_FIGURE.match(text, end) is None
    if kind == "OCCUR" and text[at:end] == "有":
        return last in ("SEP", "COMMA", "EVERY", "ENUM", "COLON") or text[:at].endswith("其中")
    return True


_OF_POINTS = Pattern(r"(?:该项|指标|相应|最终|具体|对应|其|的|实际)*(?:得分|分[值数]|扣分|计分|评分|赋分|打分|权重|档|等[级次]|分|[,;。)]|$)")  # 合理确定方式 is no judgement of the points


_A_FIGURE = Pattern(r"(?:结果|得分|分数|成绩|等次|等级)?(?:达到?|不?低于|不?高于|不少于|不足|[≥≤<>=]|为|在)\d|\d+(?:\.\d+)?分?(?:\(不?含\)|\(未写是否含\))?(?:及?以[上下]|[-~至])|每[低高差少]|(?:结果|等次|等级)?(?:达到?|被?评定为|被?评为|为|是)(?:[甲乙丙丁一二三四]等|[一二三四]级|优秀?|良好?|中等|(?:不|基本)?合格|差)(?![^\W\d的得])")  # 综合评分达60分, 综合评定达甲等: what somebody else gave


@lru_cache(maxsize=1024)
def tokens(text: str) -> tuple[Token, ...]:
    """The tokens of a text that `squeeze` has been through."""
    return tuple(_scan(text))
