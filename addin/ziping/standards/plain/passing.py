"""Words in passing, put away before a standard is read: how it is scored in a word (按实现程度计分，), what a breach is deemed to be (视为不一致，), whom an exception excuses, whom the rule is for (山区：), what a rank of nothing earns.

What an exception says is left to the officer: an actual that pleads one is in words that no rule reads, and `excepted` names it beside the points.
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache

from ziping.standards.words.vocabulary import Pattern, Turns, reworded

__all__ = ["each_month", "excepted", "in_passing", "left_out", "overshot"]

_CAUSE = r"(?:[^,;。\d()]{2,20}(?:原因|因素|情形|情况|要求|事由)|不可抗力)"
_EXCEPT = Pattern(rf"^除[^,;。\d()]{{2,30}}(?:增支|专项|资金|支出|项目|经费)(?:的|以|之)?外,(?=[^,;。\d]{{2,16}}率[≤<不控])|(?<=[,;。\n])(?:除因?|非因?|排除){_CAUSE}(?:影响|造成|导致)*(?:的|以|之)?外?,|(?<=[,;。\n])(?:无正当理由|无故|无客观原因)(?=[^,;。]{{0,16}}(?:的,?)?每)")
_LEAVES_OUT = r"(?:除外|不计入|不计算在内|不(?:纳入|列入)(?:统计|计算|考核|评价)(?:范围)?|不在此列)"
_LEFT_OUT = Pattern(
    rf"(?<=[,;。\n])但?(?:因|由于)[^,;。\d()]{{2,60}}?的[^,;。\d()]{{0,10}}{_LEAVES_OUT}(?:[。;]|$)|\((?:但?(?:因|由于)[^;。\d()]{{2,60}}|[^;。\d()]{{0,30}}{_CAUSE}[^,;。\d()]{{0,12}}){_LEAVES_OUT}\)"
    r"|(?<=(?P<thing>[^\W\d]{2}))\([^,;。\d()率酌视情]{1,10}(?P=thing)除外\)(?=[^,;。\d()得扣]{2,20}[率例][≥≤<>=达为在不])|(?<=站)\([^\W\d酌视情特个部可经因须应不未非]{2,3}除外\)(?=[^,;。\d()得扣]{2,20}[率例][≥≤<>=达为在不])"  # 站点（甲站除外）到报率≥95%
    rf"|(?<=[;。\n])[^,;。\d()]{{0,30}}{_CAUSE}[^,;。\d()]{{0,12}}的[^,;。\d()]{{0,10}}{_LEAVES_OUT}(?:[。;]|$)"
)  # 因落实国家政策而产生的调整除外: what a plain figure leaves out the officer looks at
_OVERSHOT = Pattern(
    r"(?<=[;。,\n])(?:如果?|若|对于?)?(?:实际)?(?:全年|年度)?完成值(?:明显|大幅|远)?(?:高于|超过|超出)(?:年度|年初|预期)*(?:指标|目标)值(?:较多|过多|很多|较大|过高|较高)?的?,"
    r"(?:(?!得\d|得满|得分)[^;。\d])*(?:偏低|较低|过低)(?:(?!得\d|得满|得分)[^;。\d])*(?:调减|扣减|核减|减少|调整)[^;。\d]{0,8}(?:分值?|分数|得分)(?:[;。]|$)"
)
_SCALE = r"(?:实现程度|完成程度|完成时间进度|完成进度|时间进度|落实程度|完成质量|完成时间|实际完成|具体情况|完成情况和程度)"
_MONTH = r"(?:上年|去年|当年|本年|次年|\d{4}年)?(?:1[0-2]|[1-9])月(?:\d{1,2}[日号])?"
_PLACE = r"[^\W\d未不没无得扣如若且并经和与及]{0,8}?(?:站|系统|平台|管网|设备|项目|工程|辖区内?)"
_COURSE = r"在?(?:项目|工程)?(?:建设|施工|运行|实施|会商|值班|作业|生产|管护)(?:过程)?(?:[中上]|期间)"
_WRONG = r"(?:事故|事件|现象|故障|差错|缺测|漏测|错报|漏报|投诉|纠纷|上访|案件|火灾|污染|泄[漏露]|中断)"
_TURNS: Turns = (
    (Pattern(rf"\((?:(?:每[天日]|全天)[1-9]\d?个?(?:时次|小时|时段)|(?:考[核评]|统计|评价|计算|评估)(?:时段|周期|期间|时间段|年度|区间)(?:为|是|:|自){_MONTH}[至到~-]{_MONTH})\)"), ""),  # 定时（每天24个时次）不发生缺测, （考核时段为上年10月至当年9月）: when it is looked at
    (Pattern(r"(?<=分)\(以每?个?(?:自然)?(?:月|季度?|年度?)为(?:一个)?(?:考核|统计|计算|评价)?周期\)"), ""),  # 每增加1件扣1分（以每月为一个周期）
    (Pattern(rf"(?:^|(?<=[;。\n]))(?P<where>(?:{_PLACE})?(?:{_COURSE})?(?:全年|年内|年度内?|本年度?|当年)?(?:定时)?)不(?=(?:发生|出现)[^,;。\d未不没无得扣且并和与及、]{{0,16}}?{_WRONG}的?,?得)"), r"\g<where>未"),  # 不发生缺测得1分
    (Pattern(r"(?<=达到)(?:年均|每年|累计)?\d+(?:\.\d+)?%(?:及?以上)?的?(?=[^\W\d]{2,10}(?:目标|任务)(?:[,;。得]|$))"), lambda said: _of_the_goal(said)),  # 达到年均20%以上的进度目标, and 未达到年均20%以上的进度目标: the number is the goal's
    (Pattern(r"^通过(?:实施|开展|落实|推进)[^,;。\d未不没无]{2,20},(?=(?:完成|达到|实现)[^,;。\d]{2,24}(?:目标|任务|指标|计划))"), ""),  # 通过实施补贴，完成预期目标得10分
    (Pattern(r"(?:^|(?<=[;。\n]))(?:[^,;。:\d扣得加、]{1,4}、)*[^,;。\d扣得加不未没无]{2,24}?(?:查处|巡查|检查|抽查|督查|暗访|走访|督导|验收)[^,;。\d扣得加不未没无]{0,12}时,(?=[^,;。\d扣得]{2,20}(?:未|不|没有)[^,;。\d扣得]{2,16}的?,?每(?:发现)?[1一]?次扣)"), ""),  # 巡查组检查时，干部未到现场的，每次扣3分: on which occasion
    (Pattern(r"(?:^|(?<=[,;。\n]))(?:在)?(?:目视|可视|视线)范围(?:以|之)?内,?(?=(?:有|存在|发现)[^,;。\d扣得未不没无]{2,48}的?,?每(?:发现)?[1一])"), ""),  # 目视范围内有积水的，每发现一处扣…: where one looked
    (Pattern(r"(?<=分)[,;。](?:未|没有)(?:按规定|按要求|完成|落实|达到要求)的,?每项(?:相应|对应)?(?:扣(?:除|减)?|减)(?:相应|对应)?分(?:值|数)?(?=[。;]?$)"), ""),  # 公示的得5分，配套的得4分，未按规定的每项相应扣分
    (Pattern(r"(?<=的)(?:,?(?:该|本)项)?,?(?:不得分,?(?:并|且|另)?|(?=倒扣))倒扣\d+(?:\.\d+)?分(?=[,;。\n]|$)"), ",由填报人计分"),  # 发生较大事故的不得分，倒扣10分: below nothing
    (Pattern(r"^(?:通过)?(?:项目|工程|政策|系统)?(?:实施|建成|运行|完工|竣工|投入使用|投产)(?:完成)?(?:以|之)?后,(?=[^,;。]{2,20}?(?:[≥≤<>=]|为|达到|不低于|不少于|不超过|不高于|提高|提升|下降|降低|减少)?\d)"), ""),  # 项目实施后，事故为0
    (Pattern(r"(?<=超过计划时间的),(?:应|将)?(?:按照?|根据|依据)超(?:出|过)?计划(?:完成)?时间占计划(?:完成)?时间的?(?:百分比|比例|比率)(?:进行)?扣分[,;。\n]+(?:实际完成(?:情况|时间)?)?(?:与计划)?(?:时间)?每相差(?=\d+(?:\.\d+)?%)"), ",每超过"),
    (Pattern(rf"(?:^|(?<=[,;。\n]))(?:应|将)?(?:按照?|根据|依据)(?:项目|任务|指标|工作|目标|其)*{_SCALE}(?:进行)?(?:计分|评分|打分|赋分|得分|给分)[,。](?:其中[:,])?(?=[^\n]*\d)"), ""),
    (Pattern(r"(?<=的),?(?:一律|均|则)?(?:视为|视同|视作|认定为)[^,;。\d得扣]{0,16}?((?:不|未)[^,;。\d得扣不未]{2,4})?,(?=(不得分|扣\d+(?:\.\d+)?分)(?=[,;。]|$))"), lambda deemed: f",{deemed[2]};{deemed[1]}的," if deemed[1] else ","),
    (Pattern(r"^[^,;。\d扣得]{4,30}(?:率|度|比例|情况),(?=满分\d+(?:\.\d+)?分,)"), ""),
    (Pattern(r"(?:^|(?<=[,;。\n]))以[^,;。\d]{4,24}(?:比重|比例|比率|情况)作为(?:评分|计分|评价)(?:标准|依据),"), ""),
    (Pattern(r"[,;。]最高分(?:为|是)?得?(\d+(?:\.\d+)?)分(?:[,;。]最低分(?:为|是)?(?:0分?|零分|不得分))?(?=[。;]?$)"), r",满分\1分"),
    (Pattern(r"(?<=[。\n])(?:[本该此](?:项|指标|观测点|考核点|评分点|考评点)+的?)(?:分值|得分|分数)?最[高多](?:分值?|得分|得)?(?:为|是)?(\d+(?:\.\d+)?)分[。;]?$"), lambda most: most[0] if _ADDS_UP.search(most.string) else f"满分{most[1]}分"),  # 本观测点分值最高8分
    (Pattern(r"(?:^|(?<=[;。\n]))[^,;。\d]{0,8}(增幅|增长率|增速)(达到|高于|不低于|超过)[^,;。\d]{2,30}?\1的?,?(得满分|得\d+(?:\.\d+)?分)[,;]低于(?:该|上述)?\1的?,?(?=按比例)"), lambda said: f"{'高于' if said[2] in ('高于', '超过') else '不低于'}指标值的,{said[3]},低于指标值的,"),
    (Pattern(r"(?:^|(?<=[,;。\n]))按照?[^,;。\d扣得]{4,24}(?:比例|比重|占比|得分)(?:折算|计算|大小|高低)?(?:进行)?(?:排序|排名)?,(?=[^,;。\d]{0,4}排名(?:前|第))"), ""),
    (Pattern(r"(指标|任务|目标|内容)的?(?:完成|实现|落实)情况(?=,(?:按[^,;。\d]{2,8}计分,)?每(?:完成|实现|落实|达到))"), r"\1"),
    (Pattern(r"^(?:(?:[^,;。:\d、]{1,6}、)*[^,;。:\d、]{1,6}(?:地区|区域|片区|地带|类县|流域)):(?=[^:]*\d[^:]*$)"), ""),
    (Pattern(r"(?<=分)[,;。](?:占比|比例|比率|数量|完成数|得分|完成率)为(?:0|零)的?,?不得分(?=[。;]?$)"), ""),
    (Pattern(r"(?<=[,;。\n指标务容])[,。]?按(?:实际)?完成比例计分[,。](?:其中[:,])?(?=(?:[^,;。\n每]*分[,、])*每(?:完成|实现|达到|做到)(?:其中)?[1一]?(?:项|条|个)(?:得|取得|获得))"), ","),
    (Pattern(r"每(?:滞留|积压|沉淀|占压|搁置)(?:资金)?(?=(?:\d+(?:\.\d+)?|[一二两三四五六七八九十半])个?(?:工作日|月|天|日|周|季度))"), "每延迟"),
    (Pattern(r"(?<=[,;。\n])(?:滞留|积压|沉淀|拖欠)[^,;。\d]{0,8}资金的?,(?=每延迟)"), ""),
    (Pattern(r"(?<=分)[,;。](?:有|每有)[一1](?:项|条|个)(?:不符合|未达到|不满足|达不到)(?:要求|标准)?的?,?扣(?:除|减)?(?:相应|对应|该项|该条)的?分(?:值|数)?(?=[。;]?$)"), ""),
    (Pattern(r"(?:(?<=分)|(?<=分[数值]))[,;。](?:未完成|未实现|未达到|未达标)(?:的)?(?:项目?|指标)(?:的)?(?:不得分|扣(?:除|减)(?:该项|相应)(?:的)?分(?:值|数))(?=[。;]?$)"), ""),
    (Pattern(r"(?:^|(?<=[,;。\n]))(?:每|任)?(?:完成|实现|达到|满足|符合)(?:其中)?[1一](?:项|条|个)的?,?(?:即)?(?:取得|获得|得到?)(?:该|相应|对应)(?:项|条)?的?分(?:数|值)(?=[,;。\n]|$)"), "\0"),
)  # fmt: skip
_ADDS_UP = Pattern(r"每|级|奖|表彰|荣誉|[1一]个?[次项篇件场期条人处]|加\d|再|另|累|各得|分别|比例|公式|=")  # where so many points at most are an end of what is added up
_FIGURE = Pattern(r"\d+(?:\.\d+)?%")


def _of_the_goal(said: re.Match[str]) -> str:
    """Nothing, where the number is printed with the goal alone, once as reached and once as not; as it stands elsewhere."""
    whole, number = said.string, said[0]
    alone = whole.count(number) == whole.count(f"达到{number}") == len(_FIGURE.findall(whole))
    return "" if alone and f"未达到{number}" in whole else number


_LOOKED_AT = Pattern(r"^(?:考[查核察]|评价|衡量)[^,;。\d扣得]{0,16}的?(?:\d|[一二两三四五六七八九])(?:项|个)[^,;。\d扣得]{2,16}(?:的?(?:完成|实现)情况)?[,。:](?:其中[:,]?)?")
_NAMED_PARTS = Pattern(r"([^,;。、\d]{2,30}?)(\d+(?:\.\d+)?)分(?=[,;、。]|$)")


_EACH_MONTH = Pattern(r"^(?:得|满分|共|总分|基本分)(?P<full>\d+(?:\.\d+)?)分,(?:其中)?每(?P<due>月|季度)(?:为|得|计|占)?(?P<each>\d+(?:\.\d+)?)分[,;](?=(?:每)?(?:迟报|迟交|晚报|逾期|延迟|推迟|超期|滞后)[^,;。\d]{0,4}(?:[1一]|每)?个?(?:工作日|天|日)的?,?扣)")


_OF_THE_MONTH = Pattern(r",扣完(?:当月|当季度?|该月|本月|每月)(?:的)?(?:分值|得分|分数|分)?为止(?=[。;]?$)")


@lru_cache(maxsize=2048)
def each_month(source: str) -> Decimal | None:
    """得36分，每月为3分，迟报一天扣0.5分: more than these cannot be taken off for one month; None where nothing of the kind is said, or twelve of them are not all."""
    said = _EACH_MONTH.match(source)
    return Decimal(said["each"]) if said is not None and Decimal(said["each"]) * (12 if said["due"] == "月" else 4) == Decimal(said["full"]) else None


def in_passing(source: str) -> str:
    """The standard without them."""
    source = _OF_THE_MONTH.sub("", _EACH_MONTH.sub(r"满分\g<full>分,", source)) if each_month(source) is not None else source
    source = _no_more_than_full(reworded(_LEFT_OUT.sub("", _OVERSHOT.sub("", _EXCEPT.sub("", source))), _TURNS))
    return _each_its_own(source) if "\0" in source else source


_MORE_IN_PROPORTION = Pattern(r"(?<=[,;。\n])(?:对于?)?超额完成(?:年度)?(?:目标|任务|计划|指标)?(?:任务)?(?:的部分|部分|的)?,?(?:则)?按(?:相应|同等)?比例加分[,;。]?(?=$|[^\W\d])")
_POINTS = Pattern(r"得(\d+(?:\.\d+)?)分|得满分")


def _no_more_than_full(source: str) -> str:
    """完成任务得10分，超额完成的按比例加分: ten are the full points, above which nothing is earned; as it stands where it is not one number."""
    earned = _POINTS.findall(source)
    if len(earned) != 1 or not _MORE_IN_PROPORTION.search(source):
        return source
    return f"{f'满分{earned[0]}分。' if earned[0] else ''}{_MORE_IN_PROPORTION.sub('', source)}"


def _each_its_own(source: str) -> str:
    """产能5分、产值5分，完成1项取得该项分数: each of them earns its own."""
    said = re.sub(r"[,;。]?\0[,;。]?", "", source)
    said = _LOOKED_AT.sub("", said)
    parts = list(_NAMED_PARTS.finditer(said))
    if len(parts) < 2 or re.sub(r"[,;、。\n]", "", _NAMED_PARTS.sub("", said)):
        return source.replace("\0", "每完成1项得该项分数")
    return ";".join(f"{part[1]}得{part[2]}分" for part in parts)


def excepted(source: str) -> str:
    """The exception that the standard makes, as it is printed; empty where it makes none."""
    found = _EXCEPT.search(source)
    return found[0].strip(",") if found is not None else left_out(source)


@lru_cache(maxsize=2048)
def left_out(source: str) -> str:
    """The clause that leaves some of what is measured out of the figure; empty where there is none."""
    found = _LEFT_OUT.search(source)
    return found[0].strip(",;。()") if found is not None else ""


@lru_cache(maxsize=2048)
def overshot(source: str) -> str:
    """The clause that lets the officer take points off an actual far above a target set too low; empty where there is none."""
    found = _OVERSHOT.search(source)
    return found[0].strip(";。") if found is not None else ""
