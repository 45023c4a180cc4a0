"""What a standard announces before its rule and which gives no points itself: what is looked at (…的5项指标，每完成1项得2分), by what one is ranked, of what grades tell (…的相符性，相符程度高：4分)."""

from __future__ import annotations

import re
from decimal import Decimal

from ziping.standards.clauses.phrases import FAULTS
from ziping.standards.words.spelling import told_number
from ziping.standards.words.vocabulary import Pattern, Turns, reworded

__all__ = ["unannounced"]

_MEASURES = "项|个|次|处|起|例|件|人|户|家|份|条|篇|期|场|天|月|村"
_EVIDENCE = r"(?:相关|有关|项目|佐证|档案|原始|工作|财务|业务|管理)*(?:资料|材料|台账|档案|记录|文件|凭证|报表|账簿|账册|合同)"
_BEFORE: Turns = (
    (Pattern(rf"(?:^|(?<=[;。\n]))(?:(?:查|查看|查阅|核查|抽查|审阅|翻阅|调阅){_EVIDENCE}(?:[、和及]{_EVIDENCE})*)[,;。\n](?=每(?:低|少|超|高|延|逾|差|降))"), ""),  # 查资料。每低1个百分点扣0.5分: what it is told by
    (Pattern(rf"(?:^|(?<=[;。\n]))(?:每[一1]?个?|[一1]个)(?:乡镇|乡|镇|街道|县区?|村|社区|学校|单位)(?:随机)?(?:摸排|抽查|抽取|走访|查看|检查|选取|调查)(?:\d+|[一二两三四五六七八九十]+)个?(?:{_MEASURES}),(?:每[一1]?个?(?:乡镇|村|社区|学校|单位)(?:随机)?(?:摸排|抽查|抽取|走访|查看|检查|选取|调查)?(?:\d+|[一二两三四五六七八九十]+)(?:{_MEASURES}),)*(?=(?:发现)?(?:每有?|有)?(?:发现)?[1一](?:{_MEASURES})(?:不|未|没有))"), ""),  # 一个乡镇摸排两个村，每个村5户，每一户不符合扣…
    (Pattern(rf"(?:^|(?<=[;。\n]))[^,;。]{{4,40}}?分别(?:不少于|不低于|至少)\d+(?:{_MEASURES})(?:、\d+(?:{_MEASURES}))+,(?=每少1)"), ""),  # 新建、改建项目分别不少于5个、2个，每少1个扣0.5分
    (Pattern(r"(?:^|(?<=[;。\n]))(?![^,;。]*(?:[未不如若除仅]|其中|的,))[^,;。\d得扣计]{4,24},(?=[^,;。\d]{2,10}率(?:低于|不足|<)\d+(?:\.\d+)?%的?,?扣)"), ""),  # 领导包抓矛盾纠纷，调处率低于85%扣1分
    (Pattern(r"每月[^,;。\d]{2,24}(?:报表|统计表|台账|信息),(?=(?:满分\d+(?:\.\d+)?分,)?每少报)"), ""),  # 每月上报台账，每少报1个月…
    (Pattern(r"^[^,;。:\d()]{2,14}(?:率|比例|比率|数|量)(?:\(\d+(?:\.\d+)?分\))?:(?=未(?:完成|达到)[^,;。\d]{0,8}(?:目标|任务|指标)[^,;。\d]{0,4},?每)"), ""),  # 优良天数比率：未完成年度目标的，每差…
    (Pattern(r"(?:^|(?<=[,;。:\n/]))20\d\d年度?(?=[^\W\d]{2,16}(?:达到|不低于|不少于|不超过|不高于|高于|低于|完成|为|在|[≥≤<>=])\d)"), ""),  # 2023年培训人数达到100人
    (Pattern(r"(?:^|(?<=[;。\n:]))(?:对|有效|促进|推动|保障|改善|提升|提高|带动|增强|缓解|解决)[^,;。\d]{2,24},(?=([^\W\d,;。]{2,4})(?:显著|明显|良好|突出)(?:的)?,?(?:得|计|\d)[^;。]*\1(?:较|一般|不))"), ""),  # 有效改善出行条件，成效显著得5分，成效一般得3分
    (Pattern(r"^[^,;。\d]{2,16}共(?:\d|[一二三四五六七八九十])+个?(?:评价|得分|评分)?(?:要点|要素|条件|方面|内容),(?=每)"), ""),  # 使用合规性共5个要点，每符合1个得…
    (Pattern(r"^(?![^,;。]*(?:按[时期]|及时|如期|准时|按要求|按规定|合格|达标|质|验收|且|并|或))[^,;。:\d扣得未不没无每如若]{4,40}(?:工作|任务|项目|目标|计划)的?[,:](?:本项)?满分(?:值)?(?:为|是)?(?P<full>\d+(?:\.\d+)?)分[。;\n](?=[^;。]*?(?:得分?为?(?P=full)分|得满分))(?!.*满分)"), r"满分\g<full>分。"),  # 按计划完成编制工作，满分为60分。完成编制计划，得分为60分；…: a heading
    (Pattern(r"^按照?[一二三四五]个?档次?(?:进行)?(?:评分|计分|打分|赋分):"), ""),  # 按照三档评分：
    (Pattern(r"查[看阅验]?(?:相关)?(?:文件|资料|档案|台账),?(?=(?:未|没有|无)[^,;。\d]{2,12}扣)"), ""),  # 查看文件，未建立扣1分
    (Pattern(r"(?:^|(?<=[;。\n]))查(?:看|阅)?(?![处办封获实明])[^,;。\d]{2,20}(?:情况|资料|记录|台账|凭证|报表),(?=[^\W\d得计扣加每][^,;。]{2,}?(?:得|扣))"), ""),  # 查阅相关资料，齐全得2分
)  # fmt: skip
_HEADED = Pattern(r"^(?:同时|均|全部)?(?:满足|符合|具备)(?:以下|下列|如下)(?:全部|所有)?(?:[一二三四五六\d]?[项个条]?)?(?:条件|要求|要点|内容|标准)(?:的)?,?得满分[:,]\n?(?=①|\(1\)|1[.、])")
_EACH_LACKING = Pattern(r"(?<=[。;\n])(?=每?(?:有)?(?:缺少?|缺失|少|[1一]项不|不符合|不满足))")


def _headed(source: str) -> str:
    """同时满足以下条件得满分：①…；②…。缺一项扣1分: all of what is listed earns everything."""
    rest = _HEADED.sub("", source)
    if rest == source:
        return source
    listed, *deduction = _EACH_LACKING.split(rest, maxsplit=1)
    return f"{listed.rstrip('。;')}。全部满足得满分" + (f",{deduction[0]}" if deduction else "。")


_OF_THESE = r"[^,;。\d扣得不未没无每]{0,10}"
_SO_MUCH_EACH = r"每(?:完成|实现|达成|达到|做到|开展|组织|举办|召开|报送|上报|建成|实施|办结)(?:其中)?[1一]?(?P<one>项|个|条|次|场|期|份|篇|处|件)(?P<what>[^,;。\d扣得不未没无每]{0,6})得(?P<each>\d+(?:\.\d+)?)分"
_LOOKED_AT = Pattern(
    rf"^(?:(?:(?:考查|考核|评价|考察|衡量|检查)?[^,;。\d扣得不未没无]{{2,24}}?的?|共[有设]?|设有?|包[括含])(?P<n>\d|[一二两三四五六七八九十])(?P<of>项|个|条){_OF_THESE}(?:指标|任务|内容|工作|目标|措施|要点)"
    rf"|[^,;。\d扣得不未没无每]{{0,20}}(?:共|共有|共计|计划)(?:开展|组织|举办|完成|实施|安排|召开|报送)?(?P<many>\d{{1,3}}|[一二两三四五六七八九十])(?P<of_them>项|个|条|次|场|期|份|篇|处|件)(?P<noun>{_OF_THESE})),(?={_SO_MUCH_EACH})"
)
_THAT_ONE = Pattern(r"(?<=分)[,;](?:未|没有)(?:完成|实现|达成|达到|做到)(?:的)?(?:项目?|指标)?(?:的)?不得分(?=[。;]?$)")


def unannounced(source: str) -> str:
    """The standard without what it announces."""
    return _graded(_RANKED.sub("", _by_the_piece(_headed(reworded(source, _BEFORE)))))


def _by_the_piece(source: str) -> str:
    """考查……的5项指标，每完成1项得2分，未完成项不得分: so much for each, and for all of them the full points."""
    looked = _LOOKED_AT.match(source)
    if looked is None or (looked["of"] or looked["of_them"]) != looked["one"] or looked["what"] not in looked[0] or FAULTS.search(looked[0]):
        return source
    number = told_number(looked["n"] or looked["many"])
    named = looked["noun"] if looked["noun"] and not looked["what"] else ""  # 共4次培训，每开展1次: 开展1次培训
    source = source[: looked.end("one")] + named + source[looked.end("one") :]
    return f"满分{number * Decimal(looked['each'])}分。{_THAT_ONE.sub('', source[looked.end() :])}"  # type: ignore[operator]


_RANKED = Pattern(r"^按照?(?!.{0,12}(?:全|同|组|类|区域|系统))[^,;。\d]{2,10}?(?:高低|大小|多少)?(?:进行)?(?:排名|排序|排位)(?:情况)?(?:计分|赋分|得分|评分)?,(?=(?:排名)?(?:前|第)[\d一二三四五六七八九十])")
_ABOUT = Pattern(r"^[^,;。:\d]{2,30}[^\W\d](?:性|程度|情况|水平|效果|度)[,:](?=((?:[^,;。:\d]{2,10}[:]?\d+(?:\.\d+)?分[,;。]?){2,})$)")
_GRADES = Pattern(r"([^,;。:\d]{2,10}?):?\d+(?:\.\d+)?分")
_CONDITION = Pattern(r"[未不无没]|且|并|健全$|完善$|合理$")


def _graded(source: str) -> str:
    """与规划的相符性，相符程度高：4分，基本相符：2分，不相符：0分: of what the grades tell; grades that share none of its words may be a second condition."""
    about = _ABOUT.match(source)
    if about is None or _CONDITION.search(about[0]):
        return source
    grades = [match[1] for match in _GRADES.finditer(about[1])]
    root = re.sub(r"(?:性|程度|情况|水平|效果|度)[,:]$", "", about[0])[-2:]
    return source[about.end() :] if all(root in grade for grade in grades) else source
