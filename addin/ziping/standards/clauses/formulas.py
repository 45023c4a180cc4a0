"""Formula sentences: 得分=资金到位率×分值 is a rule, 资金到位率=（实际到位资金/计划投入资金）×100% a definition that changes no points."""

from __future__ import annotations

import re
from decimal import Decimal

from ziping.standards.clauses.divisors import of_others
from ziping.standards.clauses.hundredths import MARKS
from ziping.standards.clauses.rule import Amount, Award, Ratio, Scaled
from ziping.standards.words.cursor import Cursor
from ziping.standards.words.desirable import AMISS, BREACHES, DENYING, LAPSES, LOSSES, costs_more, worse_when_higher
from ziping.standards.words.vocabulary import Pattern

__all__ = ["read_definition", "read_formula"]

_FULL = Pattern(
    r"(?:该|本|此|其)?(?:三级|二级)?(?:项|指标)?(?:的)?(?:标准|权重|满|总|应得|基本|赋予|所赋|对应|设定)?(?:分值?|分数|权重|赋分|满分值?|权重分值?|标准分值?|指标分值?|指标权重|指标标准分|满分|值权重|分值权重)"
)
_SCORE = Pattern(r"(?:满意|[^=*/;。,不未无扣得计满分减]){0,20}(?:得分值?|评分|分数|(?<=[额数量率度])分值)")
_CAPPED = Pattern(r"\((?:[^()\d=]{0,12}率)?(?:超过|大于|高于)100%(?:的)?,?(?:以|按|按照)100%(?:计算|计|算)?\)")
_AT_MOST = Pattern(r"\((?:最高)?(?:得分)?(?:不超过|不得超过|最高得|最高|以)(?:满分|分值|该项分值|指标分值)(?:为限)?\)$|\((?:结果)?(?:四舍五入)?(?:,)?保留(?:小数点后)?[两2]位小数\)$")
_BY_RATE = Pattern(r"(?:按照|按|依据|根据)([^=*/;。,()\d]{1,16}(?:率|比例))(?:计算得分|计算分值|计分|得分|给分|计算|评分|折算得分|赋分)")
_PUT_RIGHT = Pattern(r"^(?!.*[与和])[^\W\d]{0,8}(?:整改|销号|化解|处置|办理|整治)完成率$")  # of so many, which is all of them
_DONE = Pattern(r"(?:实际)?完成(?:值|数|数量|量|情况)|(?:实际|已)?完成的?(?:年度|绩效|预期|设定的?|既定)?(?:目标|指标|任务|计划|工作|工作任务)(?:项|个|件)?(?:数|数量|总数)|(?:实际)?(?:达成|实现)(?:目标)?(?:值|数|数量)|实际(?:值|完成值|完成数|完成量|数)|实际(?:成本|支出|支出数|满意度|支出金额|投资)|(?:实际|全年|年度)*(?:执行|支出|支付)数|实际(?:目标)?完成率|年度实际完成值|全年完成值|全年实际完成值|实际完成指标值|实际完成任务数")
_GOAL = Pattern(r"(?:年度|年初|预期|计划|绩效|全年|设定的?|既定|下达的?)?(?:目标|指标|计划|预期|任务|设定)(?:值|数|数量|完成值|完成数|量|目标值|任务数|任务|任务量)?|(?:目标|计划|预期|绩效目标|年度目标)完成率|计划完成(?:值|数|量)?|年度计划数|(?:全年|年度|年初)*预算(?:安排)?数")
_OF_GOAL = Pattern(r"[^\W\d]{0,20}(?:目标|计划)(?:任务)?(?:值|数|量|额|金额|任务数)?")
_ACTUALLY, _PLANNED = Pattern(r"^(?:全年|年度|本年度?)?(?:实际完成的?|实际|已经|已|实有|现有|实)"), Pattern(r"^(?:全年|年度|本年度?)?(?:计划完成的?|应完成的?|计划|设计|应|目标|预计|预期|规定|核定的?|核准的?|批复的?|批准的?)")
_SHARE = Pattern(r"([\d.]+)%")
_NAME = Pattern(r"[^=;。,*/()]{1,30}")


def _clause(cursor: Cursor) -> int:
    """The index where the clause ends: a separator, or a comma outside brackets."""
    at, depth = cursor.at, 0
    while at < len(cursor.tokens):
        kind = cursor.tokens[at].kind
        if kind in ("OPEN", "OPENSQ"):
            depth += 1
        elif kind in ("CLOSE", "CLOSESQ"):
            depth -= 1
            if depth < 0:
                break
        elif kind == "SEP" or (kind == "COMMA" and depth <= 0):
            break
        at += 1
    return at


_SCORED_AS = Pattern(r"\(\d+(?:\.\d+)?分\)$")
_DEFINED = Pattern(r"[^()=;。,]{2,20}率\(?\((?:计算(?:方法|公式|方式)[:为]?)?[^()*]+/[^()*]+\)?(?:\*100%?)?\)?")


def read_definition(cursor: Cursor) -> bool:
    """`名称=…/…×100%` at the cursor: passed over. A left side that is the score is a rule, not a definition."""
    end = _clause(cursor)
    text = cursor.slice(cursor.at, end)
    name, equals, body = text.partition("=")
    if not equals and _DEFINED.fullmatch(text):
        cursor.at = end
        return True
    if not equals or _SCORE.fullmatch(name) or not name or _RATE_WORTH.fullmatch(text) or not re.search(r"[/*÷]|占|除以|与.*(?:之比|的比[率例值])", body) or re.match(r"[\d.]+%?$", body):
        return False
    if _SCORED_AS.search(name) and re.search(r"\*\d+(?:\.\d+)?分?$", body) and not body.endswith(("*100", "*100%")):
        return False  # 完成率（5分）=完成数/计划数×5
    if re.search(r"[≥≤<>]|扣(?!除[^,;。=/]{2,20}[后之]的?)|(?<![取获所])得|满分|计\d|分值|每", text) or len(name) > 40 or re.search(r"得分|评分|分数", name):
        return False
    cursor.at = end
    return True


def read_formula(cursor: Cursor) -> Ratio | Scaled | Award | None:
    """`得分=资金到位率×分值`, `得分=(实际完成值/目标值)×指标分值`, `得分=(1-结转结余率)×分值`, `按资金到位率×分值计分`."""
    start = cursor.at
    if cursor.kind() == "ELSE":
        return None
    end = _clause(cursor)
    text = _CAPPED.sub("", _AT_MOST.sub("", cursor.slice(cursor.at, end)))
    match = _BY_RATE.fullmatch(text)
    if match and (_PUT_RIGHT.search(match[1]) or not re.search("完成|与|目标|指标|计划", match[1])) and match[1] not in ("比例", "相应比例", "同比例", "实际比例", "对应比例"):
        cursor.at = end
        return Ratio("value", match[1])
    name, equals, body = re.sub(r"^(?:按照|按|则)(?=得分=)", "", text).partition("=")
    name = "得分" if equals and _SCORED_AS.search(name) and re.search(r"\*\d+(?:\.\d+)?分?$", body) else name
    if equals and _SCORE.fullmatch(body.rstrip("。")) and "*" in name:
        name, body = "得分", name  # 完成率×分值=得分
    if equals and (worth := _RATE_WORTH.fullmatch(text.rstrip("。"))):
        cursor.at = end
        return Ratio("value", worth[1]).but(amount=Amount(Decimal(worth[2])))  # 支付率=支付数/预算数×100%×5分
    if equals and not (name == "分值" or _SCORE.fullmatch(name) or name in ("计分公式:得分", "公式:得分", "计算公式:得分", "计算得分")):
        return None
    if not equals and _CASE.match(text):
        return None
    if not equals:
        head = re.match(r"(?:按照|按(?![时期])|以|用|根据|依据)?(?:得分为|得分:|得分|计)?", text)
        body = text[head.end() :]  # type: ignore[union-attr]
        body = re.sub(r"(?:计算得分|计算|计分|记分|赋分|给分|评分|得分|计|记)$", "", body)
        if "*" not in body:
            body = _TAKEN_OF.sub(r"\1/\2", body)
            if (of := _WITH.fullmatch(body)) and head.group():  # type: ignore[union-attr]
                cursor.at = end
                return Scaled(of[1], Decimal(0), Decimal(of[2]))  # 按完成率与95%的比例得分
            share = _rate(body) if "/" in body and head.group() and len(_split(body, "/")) == 2 else None  # type: ignore[union-attr]
            if share is None or share.of != "completion":
                return None
            cursor.at = end  # 按完成值/指标值的比例计分
            return share
    else:
        body = re.sub(r"(?<=[分值])(?:计算|计分|计)$", "", body)
    ratio = _product(body.rstrip("。")) or (_worked_out(name, body) if equals else None)
    if ratio is None or isinstance(ratio, Ratio) and ratio.of == "completion" and costs_more(name):
        cursor.at = start
        return None
    cursor.at = end
    return ratio


_CASE = Pattern(r"未|没有|达不到|低于|不足|不到|超过|高于")  # 未达到的按健康管理率/85%*10计算: a case, whose formula is behind it
_OWN_RATE = Pattern(r"([^=]{2,20}(?:率|度|比例))得分")
_RATE_WORTH = Pattern(r"([^=]{2,20}(?:率|比例))=\(?[^\d/*=()]+/[^\d/*=+()]+\)?\*100%\*(\d+(?:\.\d+)?)分")
_WORKED_OUT = Pattern(r"\([^\d/*=]+\)/[^\d/*=+]+\*100%\*(\d+(?:\.\d+)?)分?")


def _worked_out(name: str, body: str) -> Ratio | None:
    """满意度得分=(满意人数+基本满意人数)/调查人数×100%×10: how the rate that is scored is worked out."""
    said, formula = _OWN_RATE.fullmatch(name), _WORKED_OUT.fullmatch(body.rstrip("。"))
    return Ratio("value", said[1]).but(amount=Amount(Decimal(formula[1]))) if said and formula else None


_PART = Pattern(r"0\.\d+|[1-9]\d?(?:\.\d+)?%")


def _product(body: str) -> Ratio | Scaled | Award | None:
    factors = _split(body, "*")
    parts = [f for f in factors if _PART.fullmatch(f)]
    if len(parts) == 1 and len(factors) > 2:  # 完成率*50*0.8
        whole = _product("*".join(f for f in factors if f is not parts[0]))
        part = Decimal(parts[0].removesuffix("%")).scaleb(-2 if parts[0].endswith("%") else 0)
        return whole.but(part=part) if isinstance(whole, Ratio) else None
    if len(factors) == 2 and factors[1] in (factors[0] + "权重", factors[0] + "分值"):
        return _rate(factors[0])  # 执行率*执行率权重
    full = [f for f in factors if _FULL.fullmatch(_bare(f))]
    hundred = [f for f in factors if f in ("100%", "(100%)")]
    rest = [f for f in factors if f not in full and f not in hundred]
    if len(full) != 1:
        if full or len(rest) != 2:
            return None
        number = [f for f in rest if re.fullmatch(r"\d+(?:\.\d+)?分?", f)]
        if len(number) != 1:
            return None
        other = next(f for f in rest if f not in number)
        rate = Ratio("value", other) if _VALUE_ITSELF.fullmatch(other) else _rate(other) or _scaled(other)
        return rate.but(amount=Amount(Decimal(number[0].removesuffix("分")))) if rate is not None else None
    if len(rest) == 1:
        if match := _SHARE.fullmatch(rest[0]):
            return Award(Amount(Decimal(match[1]).scaleb(-2), True))  # 得分=分值*50%
        return _rate(rest[0]) or _scaled(rest[0])
    return None


_VALUE_ITSELF = Pattern(r"(?:该|本)?(?:指标)?(?:全年|年度)?实际完成值")
_SCALED = Pattern(r"\(([^-+()]{1,40})([-+])([\d.]+)%\)/\(([\d.]+%|1)([-+])([\d.]+)%\)")
_TO_THE_GOAL = Pattern(r"\(实际值-([\d.]+)%\)/\(目标值-\1%\)")
_FROM = Pattern(r"\(([^-()]{1,20})-([\d.]+)%\)/([\d.]+)%")
_LEFT_OF = Pattern(r"(?:1|100%)-\(?(?P<name>[^-+()/*=\d]{1,40})/(?P<of>[\d.]+)%\)?")
_SHORT_OF = Pattern(r"\((?P<at>[\d.]+)%-(?P<name>[^-+()/*=\d]{1,40})\)/(?P<of>[\d.]+)%")
_PARTLY = Pattern(r"([^-()/*=\d]{0,20}(?:率|比例|比重|占比|百分比|进度|满意度|程度|覆盖面)|实际值|完成值|实际完成值|" + MARKS + r")/([\d.]+)%")


def _scaled(text: str) -> Scaled | None:
    match = _PARTLY.fullmatch(_bare(text))
    if match:
        return Scaled(match[1], Decimal(0), Decimal(match[2])) if Decimal(match[2]) > 0 else None
    if (from_low := _FROM.fullmatch(_bare(text))) and Decimal(from_low[3]) > 0:
        low = Decimal(from_low[2])
        return Scaled(from_low[1], low, low + Decimal(from_low[3]))  # (执行率-50%)/50%: all the points at 100%
    if (left := _LEFT_OF.fullmatch(_bare(text)) or _SHORT_OF.fullmatch(_bare(text))) and _LEAVES.search(left["name"]) and (left["of"] == left["at"] if "at" in left.groupdict() else True) and Decimal(left["of"]) > 0:
        return Scaled(left["name"], Decimal(left["of"]), Decimal(0))  # 1-投诉率/5%, (5%-投诉率)/5%: nothing at 5%, everything at none
    if goal := _TO_THE_GOAL.fullmatch(_bare(text)):
        return Scaled("实际值", Decimal(goal[1]), None)
    match = _SCALED.fullmatch(_bare(text))
    if not match or match.group(2, 3) != match.group(5, 6):
        return None
    low, high = Decimal(match[3]) * (1 if match[2] == "-" else -1), Decimal(100) if match[4] == "1" else Decimal(match[4].removesuffix("%"))
    return Scaled(match[1], low, high) if low != high and high in (0, 100) or low < high else None


# The letters of the national form: A the year's target, B the actual; either way round as the target is a lower or an upper limit.
_LETTERS = ("B/A", "B/A或A/B", "A/B或B/A", "B/A(或A/B)", "A/B(或B/A)")


_TAKEN_OF = Pattern(r"^((?:项目)?(?:实际|完成)[^\W\d]{1,14})[占与]((?:计划|应|目标|年度|指标)[^\W\d]{0,14})的(?:比例|比重|比率|比值|百分比)(?:计算)?$")
_WITH = Pattern(r"([^\W\d]{0,12}(?:率|比例|满意度|程度))[与占]([1-9]\d*(?:\.\d+)?)%的(?:比例|比值|比率)")
_SHARE_OF = Pattern(r"[^=;。,*/()+\d-]{2,30}占[^=;。,*/()+\d-]{2,30}的(?:比例|比重|百分比)")
_OF_THEM = Pattern(r"(?<=[^率比])的(?:比值|比率|比例|百分比)$|之比$")  # 完成量/目标任务的比值


_SUM = Pattern(r"(?!.*(?:上年|去年|同期|计划|目标|(?<!对)应|完成))[^=;。,*/()+\d-]{0,24}(?:[数额量分]|资金|经费|支出|收入|面积|里程)")


_OF_ALL = Pattern(r"^(?:按[时期]|及时)?完成的?|^(?:在岗|到岗|配备|配置)的?|总(?=数)")
_ALL_OF_THEM = Pattern(r"(?:全部|所有|总)的?([^\W\d]{2,})")
_HEADS = Pattern(r"[^\W\d]{2,12}(?:人数|户数|家数|份数|件数|次数|个数)")
_ASKED = Pattern(r"调查|抽查|受访|参评|测评|总|全部|受理|检查|应")


_LEAVES = Pattern(r"(?:[率比例]|比重|幅度|绝对值|(?:偏离|偏差|误差|差异|变动|波动|离散)(?:程度|度)?)$")


_HELD_TO = Pattern(r"限[制定额]|上限|控制")


def _rate(text: str) -> Ratio | None:
    text = _bare(text)
    text = text if _SHARE_OF.fullmatch(text) else _OF_THEM.sub("", text)
    parts = _split(text, "/")
    if text in _LETTERS:
        return Ratio("completion", text)
    if len(parts) == 2:
        top, bottom = (_bare(p) for p in parts)
        bottom = bottom.removesuffix("*100%")
        if _LESS.search(top) and _LESS.search(bottom):
            return None  # (实际值-60%)/(目标值-60%): no quotient of the two
        if not (_NAME.fullmatch(top) and _NAME.fullmatch(bottom)):
            return None
        if worse_when_higher(top) or costs_more(top) and not ("发现问题" in top and "发现问题" in bottom) or _HELD_TO.search(bottom):
            return None  # 未完成数/计划数, 实际成本/计划成本: the less the better
        if _DONE.fullmatch(top) and _GOAL.fullmatch(bottom):
            return Ratio("completion", f"{top}/{bottom}")
        if _ACTUALLY.match(top) and _PLANNED.match(bottom) and _same(_OF_ALL.sub("", _ACTUALLY.sub("", top)), _OF_ALL.sub("", _PLANNED.sub("", bottom))):
            return Ratio("completion", f"{top}/{bottom}")  # 实际培训人数/计划培训人数
        if _planned_for(top, bottom):
            return Ratio("completion", f"{top}/{bottom}")  # 完成座数/计划座数
        if re.fullmatch(r"\d+(?:\.\d+)?\w{0,3}", bottom) and (_DONE.fullmatch(top) or _ACTUALLY.match(top)):
            return Ratio("completion", f"{top}/{bottom}")  # 实际人数/100, beside a threshold of 100
        if _OF_GOAL.fullmatch(bottom) and not _OF_GOAL.search(top) and not of_others(top, bottom) and "=" not in top:
            return Ratio("completion", f"{top}/{bottom}")  # 新引进项目个数/时序目标任务
        if _DONE_OF.fullmatch(top) and _GIVEN_OUT.fullmatch(bottom):
            return Ratio("value", f"{top}/{bottom}")  # 重点工作实际完成数/交办数: where the cells tell a rate, it is the quotient
        if _GOAL.fullmatch(top) and _DONE.fullmatch(bottom):
            return Ratio("inverse", f"{top}/{bottom}")
        if _ILL_DONE.search(top):
            return None  # 达到预警的项目个数/纳入监控的项目个数: the fewer the better
        if (every := _ALL_OF_THEM.fullmatch(bottom)) and top.endswith(every[1]) and top != every[1]:
            return Ratio("value", f"{top}/{bottom}")  # 达到预期值的指标个数/全部指标个数
        if _of_those_due(top, bottom) or _of_those_there(top, bottom) or _good_among(top, bottom):
            return Ratio("value", f"{top}/{bottom}")  # 按时办结数/应办结数
        if _HEADS.fullmatch(top) and _HEADS.fullmatch(bottom) and _ASKED.search(bottom):
            return Ratio("value", f"{top}/{bottom}")  # 满意人数/调查人数
        if _SUM.fullmatch(top) and _SUM.fullmatch(bottom) and top != bottom:
            return Ratio("value", f"{top}占{bottom}的比例")  # 考核得分/总分
        return None
    if _SHARE_OF.fullmatch(text):
        return Ratio("value", text)  # 开展自评的项目数占应开展项目数的比例
    one, dash, name = text.partition("-")
    if dash and one in ("1", "100%") and _LEAVES.search(name) and _NAME.fullmatch(name):
        return Ratio("rest", name)
    if dash or not _NAME.fullmatch(text) or re.search(r"\d|[+\[\]]", text):
        return None
    if not re.search(r"(?:率|比例|比率|程度|百分比|满意度|进度|完成比|(?<![温浓高长厚宽深速年季制月湿])度)$", text):
        return None
    return Ratio("value", text)


_LESS = Pattern(r"[-+]")
_IN_TIME = Pattern(r"^(?:已|实际)?(?:按[时期]|及时|如期|准时|已|实际)(?=[^\W\d]{2})|(?<=[^\W\d])(?:按[时期]|及时|如期|准时|已|实际)(?=[^\W\d]{2})")


def _of_those_due(done: str, due: str) -> bool:
    """一般案件按时结案数 of 一般案件应结案数: those of which as much is asked."""
    return "应" in due and done.endswith("数") and _IN_TIME.sub("", done) == due.replace("应", "", 1) and _ILL.search(done) is None


def _planned_for(done: str, planned: str) -> bool:
    """完成座数 of 计划座数, 改造户数 of 计划改造户数: the plan names what is counted, and what is done to it or not."""
    said, aim = _DOES.match(done), _AIMED_AT.match(planned)
    if said is None or aim is None or _ILL.search(done + planned):
        return False
    counted = planned[aim.end() :]
    return _COUNTS.search(counted) is not None and counted in (done, done[said.end() :], done.removeprefix("已"))


_DOES = Pattern(r"(?:全年|年度|本年度?|当年)?(?:已|累计)?(?:完成|建成|竣工|实施|新建|改造|治理|修复|加固|维修|开工|安装|种植|培训|验收|交付|投放|开展|举办|采购|购置|检查|巡查|监测|走访|演练|发放|救助|慰问|服务|培育|修缮|铺设|更换|清理|整治|栽植)的?")
_AIMED_AT = Pattern(r"(?:全年|年度|本年度?|当年)?(?:计划|目标|任务|下达|预期|应)(?:的)?(?:任务)?")
_COUNTS = Pattern(r"(?:[座个件户处台套次场项条村人株间所辆份批眼栋盏家]数|人次|数量|面积|里程|长度|公里数|亩数|规模)$")
_WELL = Pattern(rf"(?:按[时期]|及时|如期|已|实际)?(?:(?:达到|达成|实现|通过)[^\W\d{DENYING}{AMISS}]{{0,8}}?(?:目标|标准|要求|合格|优良|达标|预期|验收|评审|审核|效益|设计能力|产出)|(?:完成|符合|公开|开展|编报|落实|整改|办结|执行|合格|达标)[^\W\d{DENYING}{AMISS}]{{0,16}}?)的?")
_ASKED_OF = Pattern(r"(?:纳入[^\W\d未不没无非]{2,14}(?:管理|范围|评价|考核|监控|计划)|(?:本年度?|年度|全年|当年)?(?:实施|安排|批复|下达|申报|实有))的?")


def _of_those_there(done: str, there: str) -> bool:
    """达到目标的项目个数 of 纳入绩效管理的项目个数: of the same things, those that did well and those of which it is asked."""
    noun = _SAME_THINGS.search(f"{done}/{there}")
    return noun is not None and _WELL.fullmatch(done.removesuffix(noun[1])) is not None and _ASKED_OF.fullmatch(there.removesuffix(noun[1])) is not None


_GOOD = Pattern(r"合格|达标|优良|优秀|完好|通过|满意|及格|成活")
_THEIR_NUMBER = Pattern(r"(?:抽[检查测样]|检[测验查]|监测|验收|测评|考核|评审|检疫|体检|栽植|种植|调查|参训|考试|巡查|送检)[^\W\d未不没无非]{0,8}?(?:批次|数量?|[个件户项人家份株]数|人次|次数|面积)")


def _good_among(done: str, there: str) -> bool:
    """抽检合格批次 of 抽检批次: those of the ones looked at that are as they should be."""
    said = _GOOD.search(done)
    return said is not None and _THEIR_NUMBER.fullmatch(there) is not None and done[: said.start()] + done[said.end() :].removeprefix("的") == there and _ILL.search(done) is None


_SAME_THINGS = Pattern(r"(?<=的)([^\W\d的]{1,10}(?:[个件户项人家份]数|数量|数))/[^/]*的\1$")
_ILL_DONE = Pattern(rf"{LAPSES}|{BREACHES}|{LOSSES}")
_ILL = Pattern(rf"[{DENYING}{AMISS}]")  # 误, 差, 退 and 缺 too, but what is due or planned bears them: 误工补贴人数, 出差人次, 退役军人, 缺口
_DONE_OF = Pattern(r"[^\W\d未不没无]{0,10}(?<!及时)(?<!按[期时])(?:实际)?(?:完成|办结|落实)(?:任务|工作|事项)?(?:数量?|件数|项数|个数)")
_GIVEN_OUT = Pattern(r"[^\W\d未不没无]{0,8}(?:交办|下达|部署|安排|布置|分配)的?(?:任务|工作|事项)?总?(?:数量?|件数|项数|个数)")
_HOW_MANY = Pattern(r"人次|人数|次数|户数|件数|场次|场数|数量|面积|里程|天数")


def _same(done: str, planned: str) -> bool:
    """实际培训人次 and 目标人次: the second need not name again what is counted."""
    return done == planned or bool(_HOW_MANY.fullmatch(planned)) and done.endswith(planned)


def _bare(text: str) -> str:
    while text.startswith("(") and text.endswith(")") and _depths(text[1:-1]):
        text = text[1:-1]
    return text


def _depths(text: str) -> bool:
    depth = 0
    for c in text:
        depth += (c == "(") - (c == ")")
        if depth < 0:
            return False
    return depth == 0


def _split(text: str, sign: str) -> list[str]:
    """The text cut at a sign outside brackets."""
    parts, depth, last = [], 0, 0
    for at, c in enumerate(text):
        depth += (c in "([") - (c in ")]")
        if c == sign and depth == 0:
            parts.append(text[last:at])
            last = at + 1
    return [*parts, text[last:]]
