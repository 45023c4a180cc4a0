"""Formulas told otherwise than as 得分=…, put so: 得分系数=…，得分=权重×系数; letters that stand for figures; one way for positive indicators and another for negative; 按60分乘以…占…的比例."""

from __future__ import annotations

import re
from decimal import Decimal

from ziping.standards.clauses.edges import BETWEEN_BARS
from ziping.standards.clauses.phrases import CONDITIONAL, DANGER, TURNS
from ziping.standards.clauses.sections import gives, limits
from ziping.standards.words.desirable import LACKING, better_when_higher
from ziping.standards.words.spelling import told_number
from ziping.standards.words.vocabulary import Pattern, Turns, reworded

__all__ = ["bracketed_formula", "coefficients", "either_way", "letters_told", "plainly_reckoned"]

_RATE = r"[^=,;。:\d()/*+\n-]{1,24}?(?:率|比例|比重|占比|满意度)"
_SIDES = r"[^=,;。:\d()/*+\n-]{2,30}/[^=,;。:\d()/*+\n-]{2,30}"
_OF_A_WHOLE = r"(?:按照?|根据|以)?(?:(?:达到?|符合|满足)[^=,;。:\d未不没无的]{2,12}的)?(?P<name>[^=,;。:\d()/*+\n-]{0,24}(?P<of>面积|长度|里程|户数|人数|个数|座数|处数|数量)占[^=,;。:\d()/*+\n-]{0,12}(?:总|全部)[^=,;。:\d()/*+\n-]{0,6}?(?P=of)的?(?:比例|比重|比率))(?:(?:进行)?(?:赋分|计分|评分|打分|得分)[,;。:])?"
_WORKED = r"(?:计算(?:方法|公式|方式)|公式)(?:为|如下)?:?"

_DONE_RATE = r"(?:预算|资金|项目|任务|目标|指标|工作|计划|年度|全年|实际)*(?:执行|完成|支出|支付|到位|拨付|达标|达成|实现)(?:率|比例|进度)"
_ALL_POINTS = r"(?:满分)?\d+(?:\.\d+)?分?|分值|指标分值|权重|满分"
_NO_MORE_THAN = r"(?:[,;。](?:得分)?(?:最高|最多)?(?:得分)?(?:不得?超过|不得突破|不能超过)(?:该|本)?(?:项)?(?:指标)?(?:分值|满分|权重)(?:上限|总额)?)?[。;]?$"

_LESSER = r"[^(),;。\d]{2,30}"
_DONE_OF_PLANNED = Pattern(r"(?:全年|年度|实际)*(?:完成|实际)(?:完成)?(?:任务)?(?:值|数|量|数量)/(?:全年|年度|年初|预期)*(?:目标|计划|指标|任务|预期)(?:任务|完成)*(?:值|数|量|数量)")

_ITS_GOAL = r"(?:年度|年初|全年|预期|绩效|设定)*(?:目标|指标)值"
_ITS_ACTUAL = r"(?:全年|年度)?(?:实际完成值|实际值|完成值)"
_ALL_OF_IT = r"(?:分值|满分|指标分值|权重|\d+(?:\.\d+)?分?)"
_FROM_NONE = rf"\(?\({_ITS_ACTUAL}-(?P<none>\d+(?:\.\d+)?)%\)/\({_ITS_GOAL}-(?P=none)%\)\)?"
_TO_ITS_GOAL = (
    rf"^(?:(?:{_ITS_ACTUAL})?(?:达到|完成|≥|不低于|达到或超过){_ITS_GOAL}的?,?得(?:满分|(?P<whole>\d+(?:\.\d+)?)分)[,;。\n])?"
    rf"(?:(?:{_ITS_ACTUAL})?(?:未(?:达到?|完成)|低于|<|小于){_ITS_GOAL}(?:,?[但且]?(?:高于|不低于|大于|>|≥|达到)(?P<start>\d+(?:\.\d+)?)%(?:\(含\))?(?:及?以上)?)?的?,?)?"
    rf"(?:按)?得分=(?:(?P<before>{_ALL_OF_IT})\*{_FROM_NONE}|{_FROM_NONE.replace('none', 'from')}\*(?P<behind>{_ALL_OF_IT}))(?:计分|计算)?"
    rf"(?:[,;。\n](?:{_ITS_ACTUAL})?(?:低于|不足|小于|<|≤|不高于)(?P<end>\d+(?:\.\d+)?)%(?:\(含\))?(?:及?以下)?的?,?(?:本项)?不得分)?[。;]?$"
)

_WORDINGS: Turns = (
    (Pattern(_TO_ITS_GOAL), lambda said: _to_its_goal(said)),  # 达到目标值得满分，未达到的，得分=(实际值-60%)/(目标值-60%)×分值，低于60%不得分: what stands beside the formula is where its ends lie
    (Pattern(rf"^(?:该项|本项|该|本)?(?:指标)?得分=(?:min|MIN|Min)\((?:(?P<rate>{_LESSER}),(?:1|100%)|(?:1|100%),(?P<other>{_LESSER}))\)(?=\*(?:(?:该|本)?(?:项|指标)?(?:分值|权重|满分)|\d+(?:\.\d+)?分?)[。;]?$)"), lambda said: _no_more_than_all(said)),  # min(实际值/目标值,1)×分值: no more than all the points, as always
    (Pattern(rf"^(?:该项|本项|该|本)?(?:指标)?(?:得分[=:]?|分值(?=\([^()]*\d))\((?:(?P<worth>{_ALL_POINTS})\*(?P<rate>{_DONE_RATE})|(?P<first>{_DONE_RATE})\*(?P<last>{_ALL_POINTS}))\)(?={_NO_MORE_THAN})"), lambda said: f"得分={said['rate'] or said['first']}*{(said['worth'] or said['last']).removeprefix('满分') or '分值'}"),  # 得分（20分*执行率）, 得分=（执行率×分值）
    (Pattern(r"(?<=得分=)[(\[]1-(?:\||(?:ABS|abs)\()\(?(?P<one>[^\W\d]{2,14})-(?P<other>[^\W\d]{2,14})\)?[|)]/(?P<goal>[^\W\d]{2,14})(?:\*100%)?[)\]]\*(?=分值|\d)"), lambda said: f"(1-{BETWEEN_BARS})*" if _APART.fullmatch(f"{said['one']}-{said['other']}") and said["goal"] in (said["one"], said["other"]) and _PLANNED.fullmatch(said["goal"]) else said[0]),  # 得分=（1-|决算数-预算数|÷预算数）×分值
    (Pattern(r"([二三四五六七八九十])分之([一二三四五六七八九])(?=的?(?:该项|本项|该|本|相应)?的?(?:权重|分值|满分|标准分))"), lambda match: f"{told_number(match[2])}/{told_number(match[1])}"),  # 扣三分之一权重分
    (Pattern(rf"(?:^|(?<=[;。\n])){_WORKED}\(?({_SIDES})\)?(\*100%?)[,;。\n]+(?:得分值?|评分)=(?=(?:\d+(?:\.\d+)?\*)?({_RATE})(?:\(|\*|[,;。\n]|$))"), lambda said: f"{said[3]}={said[1]}{said[2]}。得分=" if not _LACKING.search(said[1]) else said[0]),  # 计算方法：完成面积/计划面积×100。得分=完成率×20: the rate that is scored is the one that is worked out
    (Pattern(rf"(?:^|(?<=[;。\n]))({_RATE})\((?:{_WORKED})?\(?({_SIDES})\)?(\*100%?)\)\((\d+(?:\.\d+)?)分\)[,;。:\n]*(?:得分值?|评分)=(?=\1\*\4(?:分|[,;。\n]|$))"), r"\1=\2\3。满分\4分。得分="),  # 种植率（计算方法：…/…×100）（30分）得分=种植率×30
    (Pattern(r"[得计记]([一二三四五六七八九1-9])成(?:分值?)?(?=[,;。\n]|$)"), lambda match: f"得分值的{told_number(match[1]) * 10}%"),  # 计8成分
    (Pattern(r"^(?:根据|按照?|以)[^,;。\d]{0,6}任务数,?(?:算出|计算|折算|核算)?出?每(?:[人例名]的?平均分(?:数|值)?,(?:每)?[缺少][1一][人例名]的?,?扣减?[1一]?[人例名]?|([户件个项家])的?平均分(?:数|值)?,(?:每)?[缺少][1一]\1的?,?扣减?[1一]?\1?)的?平均分(?:数|值)?[。;]?$"), "得分=完成数/任务数*分值"),  # 根据任务数算出每例平均分，缺1例扣1例平均分
    (Pattern(r"^(?:[^,;。\d]{0,6}?(?:按照?|以))?(\d+(?:\.\d+)?)分\*([^,;。\d*/]{2,20}?)占([^,;。\d*/]{2,16}?)的?(?:比例|比重|比率|比)(?:计算|计分|得分|计算得分)*[。;]?$"), r"得分=\2/\3*\1"),  # 按照60分乘以完成投资占年度计划的比
    (Pattern(r"(?:计算方法)?(?:以|按)(?:该|其)?(?:比例|比重|比率)(?:值|数)?\*(\d+(?:\.\d+)?)(?:直接)?(?:计算)?(?:得分|计分)"), r"得分=该比例*\1"),  # 以比例值乘以8直接得分: eight points for the whole of it
    (Pattern(r"得分=\(1-(\d+)\*([^()*,;。]{2,40}[率例])\)\*分值(?:[,;。](?:其中[:,]?)?(?:若|如果?)?\2(?:>|≥|大于|超过)(\d+(?:\.\d+)?)(%?)的?,?不得分)?"), lambda said: _from_none(said)),  # 得分=（1-10×调剂率）×分值: all the points at nothing, none at 10%
    (Pattern(r"按照?(?:实际|当年)?(?:(下降|降低|减少|压减|增长|提高|提升|增加|上升)(?:幅度|率|比例|数|值)|(?P<short>[降增涨升]幅))/(\d+(?:\.\d+)?(?:%|个百分点))\*(?:(\d+(?:\.\d+)?)分|分值|满分)(?:计算得分|计算|计分|得分)?(?=[,;。\n]|$)"), lambda said: _of_the_threshold(said)),  # 下降不足3%的按实际下降幅度/3%×2分计分
    (Pattern(r"(?<=[;。,])(?:超过|高于|超出)(?:目标值?)?的,按目标(?P<what>[^\W\d]{0,4})/实际(?P=what)\*(?:(\d+(?:\.\d+)?)分|分值|满分)(?:计分|计算|得分|计算得分)?(?=[;。,]|$)"), lambda said: f"高于目标值的,得分=目标值/完成值*{f'{said[2]}分' if said[2] else '分值'}"),  # 超过的，按目标时长÷实际时长×10分计分
    (Pattern(r"(?:^|(?<=[;。\n]))[^,;。\d\n]{0,18}?在目标(?:时长|时间|值|数)(?:以|之)?内(?=的?,?得[^;。]*[;。]高于目标值的,得分=)"), "不高于目标值"),
    (Pattern(r"(?<=[;。,\n])未(?:完成|达到?)(?:年度|预期)*(?:目标|指标|任务|计划)*值?的,((?:任务|实际)*完成(?:率|比例)[^,;。]*\d%[^,;。]*按(?:实际)?完成(?:率|比例))(?:\*分值)?(?=计分|计算|得分)"), r"\1"),  # 未完成的，完成率60%以上按完成率×分值计分: its rates say as much
    (Pattern(r"(?<=[;。,\n])(?:在|处于|介于|大于|高于)?(?P<low>\d+(?:\.\d+)?)%(?:\(不?含\))?(?:[和与至到、-]|~|,?(?:且|并)?(?:小于|低于))(?P<high>\d+(?:\.\d+)?)%(?:\(不?含\))?(?:之间|以?内)?的?,?(?:按)?得分=(?:(?P<before>\d+(?:\.\d+)?|分值|满分)分?\*)?\((?P<from>(?:\d+(?:\.\d+)?%-)?)(?P<name>[^-+*/()=,;。\d]{2,20})(?P<less>(?:-\d+(?:\.\d+)?%)?)\)/(?:\((?P<span>\d+(?:\.\d+)?%-\d+(?:\.\d+)?%)\)|(?P<width>\d+(?:\.\d+)?)%)(?:\*(?P<behind>\d+(?:\.\d+)?|分值|满分)分?)?(?:计分|计算)?(?=[;。,\n]|$)"), lambda said: _between_two(said)),  # 在5%和20%之间的，得分=（20%-结转结余率）÷15%×5
    (Pattern(rf"^{_OF_A_WHOLE}(?P<low>≤|<|低于|不足|小于)(?P<n>\d+(?:\.\d+)?%)(?P<also>\(含\)|\(不含\))?的?,?不得分[,;](?:(?:高于|超过|大于|>|≥|达到)(?P=n)(?:\(含\)|\(不含\))?|(?P=n)(?:\(含\)|及)?以上(?:\(含\))?)的?(?:部分)?,?按?(?:照)?(?:线性|直线)?(?:内插|插值)(?:法)?(?:计算)?(?:赋分|计分|得分|评分|打分)[。;]?$"), r"\g<name>≤\g<n>不得分,\g<n>-100%按线性内插赋分,100%得满分"),  # 按达标长度占总长度的比例赋分，≤90%的不得分，高于90%的按线性内插: a share of a whole ends at 100%
    (Pattern(r"(?:^|(?<=[,;。\n]))(?:以|按|用)?([^=,;。:\d()/*+\n-]{2,20}?(?:率|比例|比值|满意度))\*(\d+(?:\.\d+)?)分?(?:得出|计算出|即为|为|等于|得)(?:该|本|此)?(?:项|指标)?(?:最[后终])?(?:的)?(?:得分|分数|分值)(?=[,;。\n]|$)"), lambda said: f"得分={said[1]}*{said[2]}" if better_when_higher(said[1]) or _POLLED.search(said[1]) else said[0]),  # 测评率乘以12得出分数: of what is better the more of it there is
    (Pattern(r"(?<=得分=)(?:民主)?测评(?:比值|比率|得分率|率)(?=\*\d+[,;。\n](?:若|如果?)?满意度(?:低于|小于|不足|<|≤)\d)"), "满意度"),  # what is measured by it, as the next sentence calls it
    (Pattern(r"(?<=得分=)([^=,;。:\d()/*+\n-]{2,12})比值(?=\*\d)"), r"\1比率"),
    (Pattern(r"^[^,;。\d得扣]{4,60}(?:测评|评议|评价|考核)的?分值为(\d+(?:\.\d+)?)分,(?=得分=[^,;。]*\*\1(?!\d))"), r"满分\1分,"),
    (Pattern(r"^(?:1[.、])?(?:所有|全部)(?:部门预算安排的)?项目(?:均|都|全部)按(?:计划时间|时|期)完成的?,?(?:得(?P<first>\d+(?:\.\d+)?)分|\((?P<worth>\d+(?:\.\d+)?)分\))[,;。\n](?:2[.、])?(?:有)?部分项目未按(?:计划时间|时|期)完成的,(?:则)?(?:(?:本|该)?(?:项)?指标)?得分=(?P<done>已?完成项目数)/(?P<planned>计划完成项目总?数)\*(?P<points>\d+(?:\.\d+)?)分?[。;]?$"), lambda said: f"得分={said['done']}占{said['planned']}的比例*{said['points']}分" if said["points"] == (said["first"] or said["worth"]) else said[0]),  # 部分项目未按期完成的，得分=已完成项目数/计划完成项目总数×6分: all of them earn as much either way
    (Pattern(r"^[^,;。\d]{0,6}(?:完成率|执行率|到位率)?[>超大][过于]?100%(?:的)?(?:以)?按100%(?:计|计算),(?=得分=)"), ""),
)  # fmt: skip


_PLANNED_AS = r"(?:年初|年度|全年|调整|预期|绩效|设定)*(?:预算|计划|目标|指标|概算|批复)(?:安排|完成|支出|收入|资金|投资|总?成本)?(?:数|值|额|金额|量)?"
_DONE_AS = r"(?:全年|年度|本年|实际|部门|项目|支出|收入)*(?:决算|执行|支出|支付|完成|实际|结算)(?:支出|收入|执行|完成|资金|总?成本)?(?:数|值|额|金额|量)?"
_PLANNED, _APART = Pattern(_PLANNED_AS), Pattern(rf"{_DONE_AS}-{_PLANNED_AS}|{_PLANNED_AS}-{_DONE_AS}")
_POLLED = Pattern(r"^[^\W\d未不没无非超逾欠缺误错漏差]{0,6}(?:测评|测评合格|评议|评价)(?:率|比例|比值)$")
_LACKING = Pattern(rf"[{LACKING}]|投诉|流失")


def plainly_reckoned(source: str) -> str:
    """The standard with its formula as one."""
    source = reworded(source, _WORDINGS)
    line = _LINE.search(source)
    if line is None or (plain := _on_the_line(line)) == line[0]:
        return source
    return f"{source[: line.start()]}{plain}{_HIGHEST.sub('', source[line.end() :])}"


def _no_more_than_all(said: re.Match[str]) -> str:
    """The quotient of what was done and what was planned, or a rate that is better when higher; as it stands where more is worse, or nobody knows."""
    rate = said["rate"] or said["other"]
    return f"得分=({rate})" if _DONE_OF_PLANNED.fullmatch(rate) or better_when_higher(rate) else said[0]


_LINE = Pattern(rf"(?<=得分=)(?:(?P<times>\d+(?:\.\d+)?)\*(?P<rate>{_RATE})|(?P<before>{_RATE})\*(?P<after>\d+(?:\.\d+)?))(?P<sign>[-+])(?P<apart>\d+(?:\.\d+)?)(?:分)?(?=[,;。\n]|$)")
_HIGHEST = Pattern(r"[,;。\n](?:最高|最多|满分|上限)(?:得分|分)?(?:值)?(?:为|是|得|不超过|:)?(\d+(?:\.\d+)?)分(?=[,;。\n]|$)")


def _on_the_line(said: re.Match[str]) -> str:
    """得分=70×达标率-63: from nothing at 90% to seven points at 100%, as the standard states or the line shows; the rate counts as a part of one, or in hundredths where only that leads to what is stated."""
    times, rate = Decimal(said["times"] or said["after"]), said["rate"] or said["before"]
    apart = Decimal(said["apart"]) * (1 if said["sign"] == "+" else -1)
    stated = {Decimal(points) for points in _HIGHEST.findall(said.string)}
    ways = [way for way in (times, times * 100) if way + apart > 0 and way and (not stated or stated == {way + apart})]
    if not ways or len(ways) > 1 and stated:
        return said[0]
    none = -apart / ways[0] * 100
    if none != none.quantize(Decimal("0.0001")):
        return said[0]
    off = f"{'+' if none < 0 else '-'}{abs(none).normalize():f}%"
    return f"({rate}{off})/(100%{off})*{ways[0] + apart:f}"




def _of_the_threshold(said: re.Match[str]) -> str:
    """In proportion, where what it is divided by is what earns the same points in full."""
    way = said[1] or _WAYS_OF[said["short"]]
    whole = re.search(rf"(?:{way})(?:率|幅度)?(?:达到?|≥|不低于)?{re.escape(said[3])}(?:\(含\))?(?:及?以上|及其以上)?的?,?[得计](?:(\d+(?:\.\d+)?)分|满分)", said.string)
    return "按比例计分" if whole is not None and (whole[1] is None or said[4] is None or Decimal(whole[1]) == Decimal(said[4])) else said[0]


def _to_its_goal(said: re.Match[str]) -> str:
    """The formula alone; as it stands where its points are not those that are earned by reaching the target, or nothing is earned below another number."""
    none, worth = said["none"] or said["from"], said["before"] or said["behind"]
    worth = worth.removesuffix("分") if worth[0].isdecimal() else ""
    if worth and said["whole"] and Decimal(worth) != Decimal(said["whole"]) or any(said[end] and Decimal(said[end]) != Decimal(none) for end in ("start", "end")):
        return said[0]
    points = worth or said["whole"] or ""
    return f"得分=(实际值-{none}%)/(目标值-{none}%)*{f'{points}分' if points else '分值'}"


_UPWARD, _DOWNWARD = r"(?:≥|不低于|达到|大于等于|>|高于|大于)", r"(?:≤|不高于|不超过|小于等于|<|低于|小于)"


def _between_two(said: re.Match[str]) -> str:
    """In proportion between the two numbers, where the one earns all of these points and the other none by the words before; as it stands elsewhere."""
    falls, points = bool(said["from"]), said["before"] or said["behind"] or ""
    if falls == bool(said["less"]) or bool(said["before"]) == bool(said["behind"]):
        return said[0]
    best, none = (said["low"], said["high"]) if falls else (said["high"], said["low"])
    top, bottom = (Decimal(end.rstrip("%")) for end in said["span"].split("-")) if said["span"] else (Decimal(said["width"]), Decimal(0))
    if Decimal((said["from"] or said["less"]).strip("-%")) != Decimal(none) or not top - bottom == Decimal(said["high"]) - Decimal(said["low"]) > 0:
        return said[0]
    name, before = re.escape(said["name"]), said.string[: said.start()]
    whole = re.search(rf"(?:^|[;。,\n])(?:{name})?{_DOWNWARD if falls else _UPWARD}{re.escape(best)}%(?:\(含\))?的?,?(?:{f'得{points}分|' if points[0].isdecimal() else ''}得满分)", before)
    nothing = re.search(rf"(?:^|[;。,\n])(?:{name})?{_UPWARD if falls else _DOWNWARD}{re.escape(none)}%(?:\(含\))?的?,?(?:不得分|得0分)", before)
    return f"在{said['low']}%和{said['high']}%之间的,按线性插值法计分" if whole and nothing else said[0]


_WAYS_OF = {"降幅": "下降|降低|减少", "增幅": "增长|增加|提高|上升", "涨幅": "上涨|上升", "升幅": "上升|提升"}


def _from_none(said: re.Match[str]) -> str:
    ends = Decimal(100) / int(said[1])
    if ends != ends.quantize(Decimal("0.01")) or (said[3] and Decimal(said[3]) * (1 if said[4] else 100) != ends):
        return said[0]
    return f"得分=({said[2]}-{ends.normalize():f}%)/(0%-{ends.normalize():f}%)*分值"


_NATURE = Pattern(r"(?:^|(?<=[;。\n]))指标性质为(?:[≥≤]|=)的,")
_COEFFICIENT = Pattern(r"((?:得分)?系数)=([^;。,\n=]+/[^;。,\n=]+?)(?:,?\(?(?:最高|最大)?(?:为|不超过|不得超过)(?:100%|1)\)?)?(?=[;。,\n]|$)")
_TIMES_IT = Pattern(r"[;。,\n](?:该|本)?(?:项)?(?:指标)?得分=(?:(?:该|本)?(?:项)?(?:指标)?(?:权重|分值|满分)\*(?:得分)?系数|(?:得分)?系数\*(?:该|本)?(?:项)?(?:指标)?(?:权重|分值|满分))(?=[;。\n]|$)")


_FACTOR = r"(?:对应|相应)?的?(?:得分|计分|评分|赋分|折算)?系数"
_OF_POINTS = r"(?:(?:该|本)?(?:项)?(?:指标)?(?:标准|权重)?(?:权重|分值|满分|标准分)|(?P<{}>\d+(?:\.\d+)?)分?)"
_ITS_FACTOR = Pattern(rf"(?:^|(?<=[;。,\n]))(?:(?:该|本|此)?项?(?:指标)?(?:最终|实际)?得分=|按照?|以)(?:{_OF_POINTS.format('one')}\*{_FACTOR}|{_FACTOR}\*{_OF_POINTS.format('two')})(?:计算得分|计算|计分)?(?:[;。,:\n]+(?:其中[,:]?)?|$)")
_GIVEN_FACTOR = Pattern(rf"(?<=[^;。,:\n])(?:的|时)?,?(?:则|其)?{_FACTOR}(?:取值?为?|为|是|=|:|按|计为?)?(?P<n>1(?:\.0+)?|0(?:\.\d+)?|\d{{1,3}}%)(?:计算|计)?(?=[,;。\n]|$)")


_FACTORS_BELOW = Pattern(rf"(?:^|(?<=[;。,\n])){_FACTOR}(?:的)?(?:确定|取值|计算)?(?:标准|方法|规则|办法|方式)?(?:如下|为)?:")


def _factors_given(source: str) -> str:
    """完成率100%系数为1，90%-100%系数为0.8…；得分=分值×系数: what share of the points each band earns; as it stands where the points are multiplied by anything else."""
    formula = _ITS_FACTOR.search(source) if source.count("系数") > 2 else None
    if formula is None:
        return source
    worth = formula["one"] or formula["two"]
    rest = _FACTORS_BELOW.sub("", source[: formula.start()] + source[formula.end() :])
    if not _one_ladder(rest):
        return source
    earned = _GIVEN_FACTOR.sub(lambda said: f",{_share_earned(said['n'], worth)}", rest)
    return source if "系数" in earned or "=" in earned else earned


_SEPARATORS, _A_NUMBER, _ELSE = Pattern(r"[,;。:\n]"), Pattern(r"\d"), Pattern(r"其[余他它]|否则|以下|其它情[况形]")


def _one_ladder(rest: str) -> bool:
    """Whether the factors are of one thing: each another, from the one end to the other, and nothing beside them that has none."""
    pieces = [piece for piece in _SEPARATORS.split(rest) if piece]
    bare = [at for at, piece in enumerate(pieces) if "系数" not in piece]
    if any(at + 1 >= len(pieces) or not _BARE_FACTOR.match(pieces[at + 1]) for at in bare):
        return False
    given = list(_GIVEN_FACTOR.finditer(rest))
    shares = [Decimal(said["n"].removesuffix("%")) * (1 if said["n"].endswith("%") else 100) for said in given]
    told = [_FACTOR_BEHIND.sub("", piece) for piece in pieces if not _BARE_FACTOR.match(piece)]
    numbered = [_A_NUMBER.search(piece) is not None for piece in told]
    if any(numbered) and not all(yes or _ELSE.match(piece) for yes, piece in zip(numbered, told, strict=True)):
        return False
    return len(shares) == len(told) and len(set(shares)) == len(shares) and (shares == sorted(shares) or shares == sorted(shares, reverse=True))


_BARE_FACTOR, _FACTOR_BEHIND = Pattern(rf"(?:则|其)?{_FACTOR}"), Pattern(rf"(?:的|时)?(?:则|其)?{_FACTOR}.*$")


def _share_earned(factor: str, worth: str | None) -> str:
    share = Decimal(factor.removesuffix("%")) * (1 if factor.endswith("%") else 100)
    if not share:
        return "不得分"
    return f"得{Decimal(worth) * share / 100:f}分" if worth else f"得分值的{share.normalize():f}%"


def coefficients(source: str) -> str:
    """得分系数=完成值/指标值，最高为100%；指标得分=指标权重×得分系数: the quotient times the points, which end at the full ones."""
    source = _factors_given(source)
    if not _COEFFICIENT.search(source):
        return _NATURE.sub("", source)
    return _COEFFICIENT.sub(r"得分=\2*分值", _TIMES_IT.sub("", _NATURE.sub("", source)))


_SPOKEN = Pattern(r"([^()=\d]{4,})\(((?:[^()=,;。]{0,8})得分=.+)\)[。;]?")


def bracketed_formula(source: str) -> str:
    """到位资金占计划资金的比例（得分=资金到位率×分值）: the words before say what the rate is, the bracket how it is scored."""
    match = _SPOKEN.fullmatch(source)
    if match is None or match[2].count("(") != match[2].count(")") or "=" in match[2].partition("=")[2] or not _RATED.search(match[1]):
        return source
    return source if gives(match[1]) or limits(match[1]) or DANGER.search(match[1]) or TURNS.search(match[1]) or CONDITIONAL.search(match[1]) else match[2]


_RATED = Pattern(r"(?:比例|比率|比重|占比|百分比|率|程度|之比)$")


_ACTUAL, _GOAL = r"(?:全年|年度)?(?:实际)?(?:完成)?值(?:\(B\))?|B", r"(?:年初|年度|预期)?(?:目标|指标)值(?:\(A\))?|A"
_WORTH = r"(?:该|本)?(?:项)?(?:指标)?(?:的)?(?:分值|权重分?|满分)"
_SAID = r"(?:的)?,?(?:则)?(?:得分)?(?:计算)?(?:方法|公式)?(?:应)?(?:用|为|=|:)?"
_KIND = r"(?:定量指标)?(?:若|如|当)?(?:定量指标)?(?:为|是)?"
_SIGN = r"(?:指标|目标)(?:值|性质|符号|方向)?(?:的?符号)?(?:为|是)"


def _way(kind: str, top: str, bottom: str) -> str:
    """正向指标（即目标值为≥X），得分=权重*B/A, with the formula after the bracket or in it."""
    quotient = rf"\(?(?:{top})/(?:{bottom})\)?"
    product = rf"(?:{_WORTH}\*{quotient}|{quotient}\*{_WORTH})"
    return rf"{_KIND}(?:{kind})(?:(?:\([^()]*\))?{_SAID}{product}|\([^()=]*,得分={product}\))"


_WAYS = Pattern(_way(rf"正向指标|{_SIGN}(?:≥|>)", _ACTUAL, _GOAL) + r"(?:,(?:得分)?(?:最高)?(?:不得?能?超过|以)(?:该|本)?(?:项)?(?:指标)?(?:权重|分值|满分)(?:上限)?(?:为限)?)?[;,。]" + _way(rf"(?:反向|负向|逆向)指标|{_SIGN}(?:≤|<)", _GOAL, _ACTUAL))


def _one_way(kind: str, sign: str, top: str, bottom: str) -> Pattern:
    """正向指标（即目标值为≥X，得分=权重*B/A）, and not a word of the other way."""
    quotient = rf"\(?(?:{top})/(?:{bottom})\)?"
    return Pattern(rf"(?:^|(?<=[;。\n])){_KIND}(?:{kind})指标\((?:即|指)?(?:年初|年度)?(?:目标|指标)值(?:为|是)?[{sign}][A-Zx*×某]{{0,2}}(?:的)?,(?:则)?得分=(?:{_WORTH}\*{quotient}|{quotient}\*{_WORTH})\)")


_UPWARD_ONLY, _DOWNWARD_ONLY = _one_way("正向", "≥>", _ACTUAL, _GOAL), _one_way("[反负逆]向", "≤<", _GOAL, _ACTUAL)
_BOTH_NAMED = Pattern(r"正向[\s\S]*[反负逆]向|[反负逆]向[\s\S]*正向")


def either_way(source: str) -> str:
    """正向指标…实际值/目标值…，反向指标…目标值/实际值…: in proportion, whichever way the target looks; the one way of a standard that names no other."""
    source = _WAYS.sub("得分=B/A或A/B*分值", source, count=1)
    if "向指标" not in source or _BOTH_NAMED.search(source):
        return source
    return _DOWNWARD_ONLY.sub("得分=目标值/完成值*分值", _UPWARD_ONLY.sub("得分=完成值/目标值*分值", source, count=1), count=1)


_IS = r"(?:为|是|是指|指|表示|代表|:)"
_MEANT = Pattern(rf"[,;。]?\(?(?:其中|注|说明)?[:,]?([AB]){_IS}([^,;。()AB]{{2,12}})[,;、]([AB]){_IS}([^,;。()AB]{{2,12}})\)?(?=[,;。\n]|$)")
_NAMED = ((Pattern(r"(?:年初|年度|全年|预期|绩效|计划|设定)*(?:目标|指标|计划)(?:完成)?(?:值|数)"), "目标值"), (Pattern(r"(?:全年|年度|年底|本年)*(?:实际)?(?:完成|实际)(?:情况|任务)?(?:值|数)"), "完成值"))


def letters_told(source: str) -> str:
    """得分=分值*B/A（A为目标值，B为完成值）: the words put in the place of their letters; as it stands where they mean something else."""
    match = _MEANT.search(source)
    if match is None or match[1] == match[3]:
        return source
    meant = {letter: next((word for form, word in _NAMED if form.fullmatch(said)), "") for letter, said in ((match[1], match[2]), (match[3], match[4]))}
    rest = source[: match.start()] + source[match.end() :]
    if set(meant.values()) != {"目标值", "完成值"} or not re.search(r"(?<![A-Za-z])[AB]/[AB](?![A-Za-z])", rest):
        return source
    told = re.sub(r"(?<![A-Za-z])[AB](?![A-Za-z])", lambda letter: meant[letter[0]], rest)
    return told if "完成值/目标值" in told or _DOWNWARD_ONLY.search(told) and not _BOTH_NAMED.search(told) else source
