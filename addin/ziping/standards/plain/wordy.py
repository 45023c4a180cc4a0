"""Words of a standard that give and take no points of their own, taken out before it is read: 未完成任务的，扣分 before the steps that say how much, （三项累加） behind its points, 涉及的，… after what holds where there is nothing of it."""

from __future__ import annotations

import re
from decimal import Decimal

from ziping.standards.words.vocabulary import Pattern, Turns, reworded

__all__ = ["HIGHEST", "IN_WHOLE_PERCENT", "only_where_there_is", "unsaid"]

_MISSED = r"(?:未|没有|未能)(?:完成|达到|达成|实现|达标)(?:年度|全年|预期|计划|绩效)*(?:目标|任务|指标|计划)?(?:值|数|要求)?的?"
IN_WHOLE_PERCENT = r"\((?:完成)?百分比保留(?:到|至)?整数\)"  # behind a proportion
_PAPERS = "(?:申报表|审批表|登记表|记录|文件|资料|报告|合同|台账|凭证|方案|材料|协议|批复|清单|图纸|证书)"
_TURNS: Turns = (
    (Pattern(r"(?<=分)[,;。]?\((?P<none>(?:无|没有|未设|不涉及)[^,;。()\d未不没无得扣]{2,10}?)的(?:[^,;。()\d未不没无得扣的]{2,12}?(?:单位|基地|部门|项目|学校|医院|机构|企业|乡镇|县区))?,?(?:此处|此项|该项|本项)?(?:不失分|不扣分|不丢分)\)(?=[。;]?$)"), r";\g<none>的,不扣分"),  # 得1分（无协同单位的基地，此处不失分）
    (Pattern(r"[,;。]?\([^()\d]{0,16}(?:不(?:能|得|可|予|再)?重复(?:统计|计数|计次|填报|使用)|只(?:能)?统计[1一]次)\)(?=[。;\n]?$)"), ""),  # （同一场次不能重复统计）: how they are counted, not what each costs
    (Pattern(r"(?<=的),?(?:[本该此]项)?不扣分[,、]?(?:即|计|按)?(?=得满分)"), ","),  # 无此项目的，本项不扣分得满分: the same twice
    (Pattern(r"(?<=[^\W\d])\(每[天日周]\d+个?(?:时次|小时|班次|班|次)\)(?=(?:未|不|没有)(?:发生|出现))"), ""),  # 全年定时（每天8个时次）不发生缺测: when it is looked at
    (Pattern(r"(?<=的),?(?:实行|施行)?一票否决制?,(?=不得分)"), ","),  # 存在不合格品的实行一票否决，本指标不得分: the same twice
    (Pattern(r"(?<=分),(?:达不到|未达到)(?:要求|标准)?的?,?扣分(?=[。;]?$)"), ""),  # ≥80%得25分，达不到扣分: how much, nobody says
    (Pattern(r"[,;]?\((?:只|仅|任)?(?:能)?(?:选|取|得)其中(?:的)?一项(?:得分)?\)|[,;]?\((?:以上)?[一二两三四五六七八九十\d]+项(?:得分)?累(?:加|计)(?:得分|计分)?\)(?=[。;\n]?$)"), ""),  # （只选其中一项）, （三项累加）
    (Pattern(rf"(?:^|(?<=[,;。\n]))({_MISSED},?)(?:则|应|予以|相应)?扣分,(?=每)"), ""),  # 未完成任务的，扣分，每少1户扣0.5分
    (Pattern(r"^(?:具备|符合|满足|达到)[一1]个?(?:得分|评分|评价)?(?:要素|要点|条件|项)的?,?([^\W\d]{1,6}值)(?:加|计|得)\d+(?:\.\d+)?[;。](?=\1)"), ""),  # how the figure that is scored is come by
    (Pattern(r"(?:^|(?<=[,;。\n]))([^\W\d,;。=得扣未不没]{0,16}(?:率|比例|进度))(?:在|为|低于|小于|不足|[<≤])*(\d+(?:\.\d+)?%)(?:以下|及以下|以内)?的?,?(?:视为|视同|定为|评为|认定为)[^\W\d,;。]{0,12}不(?:合格|达标|及格)(?=[,;。\n]|$)"), r"\1<\2,由填报人计分"),  # 完成率在80%以下的，评为不合格: what that earns nobody says
    (Pattern(r"^[^,;。\d未不没无]{0,12}(?:因[^,;。\d]{2,16}?)?(?:引发|造成|导致|发生|出现)([^,;。\d未不没无]{2,10}(?:火灾|事故|疫情|灾害|案件|事件))的?,(?:单[起次]|一[起次])[^,;。\d]{2,12}(?:达到?|超过|≥)?\d+(?:\.\d+)?[^\W\d]{1,3}?(?:及?以上)?的?,?扣\d+(?:\.\d+)?分(?:,扣完为止)?[。;]?$"), r"发生\1的,由填报人计分"),  # 引发森林火灾的，单起受害面积30亩以上的扣10分: of a number of them nobody knows how large they were
    (Pattern(r"\(\d+(?:\.\d+)?分\*\d+(?:项|个|次|处|起|例|件|人|户|家|份|条|篇|期|场|天|月|村)\)"), ""),  # 签订责任书（2分×4项）: what comes to the full points
    (Pattern(r"(?<![^\W\d])超额(?=完成[^,;。\d]{0,6}>\d)"), ""),  # 超额完成任务>100%
    (Pattern(r",属于[^,;。\d]{2,10}(?:偏低|偏高|不合理|不准确)的?,(?=扣)"), ","),  # 超过指标值30%以上的，属于指标值偏低，扣…
    (Pattern(r"(?<=[,;。])其余(?=(?:达到|完成)[^,;。\d]{2,8}的?,?得)"), ""),  # …扣2分；其余达到指标值的得满分
    (Pattern(rf"((?:^|(?<=[,;。:\n]))(?!做|有|建|制|编|提|形成|按|及时|完善|严格|签|填|[未不无没])[^\W\d,;。、]{{2,8}}{_PAPERS}),(?=(?:[^\W\d,;。、]{{2,8}}{_PAPERS},)*[^\W\d,;。、]{{0,10}}{_PAPERS}(?:齐全|齐备|完整|完备))"), r"\1、"),  # 实施方案，监理合同，移交清单齐全: one list
    (Pattern(r"(?<!\d)(\d{1,2})\*(\d{1,2}小时)"), r"\1X\2"),  # 7×24小时 is a name
    (Pattern(rf"(按照?(?:实际)?完成比例\*(?:\d+(?:\.\d+)?分?|分值|满分)(?:计算得分|计分|计算|得分)){IN_WHOLE_PERCENT}"), r"\1"),  # which is done where it is worked out
    (Pattern(r"((?:^|(?<=[;。\n]))(?:[当本]年度?)?(?:无|没有|不涉及|未安排)[^,;。\d未不]{2,16}?的)(?:区县|县区|市县|县市区|地区|乡镇|街道|企业|学校)(?=,?(?:得\d|得满分|按满分))"), r"\1"),  # 无建设任务的区县得3分
    (Pattern(r"(?:如|如果|若)?([^\W\d]{2,8})(?:计划|预算)(?:数|金额)?(?:为|等于)0,?(?:且|并且|同时)(?:实际)?(?:也|亦)?(?:没有|无|未发生|未)([^\W\d]{1,6})(?:的|时)?,(?=(?:按|得|计))"), r"没有\1预算的,"),  # 如采购预算为0，且实际也没有采购的，按满分计算
)  # fmt: skip
_OCCASION = Pattern(r"(?:无|没有|不涉及|未发生|未涉及)([^,;。\d]{0,10})(?:的|的单位|的部门),?(?=[^;。]*[;。])")
_WHERE_THERE_IS = Pattern(r"(?<=[;。\n])(?:涉及|有|发生)([^,;。\d]{0,10}?)(?:的|的单位|的部门),")


_AT_FIRST = Pattern(r"^(?:[本当]年度?|年度内?)?(?:涉及|有|安排了?)(?P<what>[^,;。\d未不没无有]{2,14}?)(?:的|的单位|的部门),(?=[^,;。]{0,24}?(?:率|比例|占比)[^,;。]*\d[^;。]*[;。])")
_NONE_BEHIND = Pattern(r"(?<=[;。\n])(?:[本当]年度?|年度内?)?(?:无|没有|未安排|不涉及|未涉及)(?P<what>[^,;。\d]{2,14}?)(?:的|的单位|的部门),?(?:[本该]项(?:指标)?)?,?(?:得满分|不扣分)[。;]?$")


def only_where_there_is(source: str) -> str:
    """The words by which a rate is told only of what there is, "" where it is told of everything: a bare 0 may say that there was nothing of it."""
    return source[: len(source) - len(left)].rstrip(",") if (left := _where_there_is(source)) != source else ""


def _where_there_is(source: str) -> str:
    """有采购预算的，采购执行率每低于100%1个百分点扣0.1分；无采购预算的，得满分: a rate is told where there is one."""
    first, none = _AT_FIRST.match(source), _NONE_BEHIND.search(source)
    return source[first.end() :] if first is not None and none is not None and first["what"] == none["what"] else source


HIGHEST = Pattern(r"[,;。\n]?\(?(?:按照?|以|就)最?高(?:不就低|的)?(?:级别|等级|层级|档次|奖项|荣誉|奖次|级|档|分)?(?:计分|计算|计|得分|赋分)?[,、]?(?:不(?:重复|累计|叠加)(?:计分|计算|得分|加分|计)?)?\)?[。;]?$")
_OF_LEVELS = Pattern(r"(?:^|[,;。\n])[^,;。\d]{0,8}?(?:国家|部|省|市|县|区|特等|[一二三]等)(?:级|奖)[^,;。\d]{0,12}?(?:得|,)?(\d+(?:\.\d+)?)分")
_SUMS = Pattern(r"[每各扣另加再累]|满分|[,;。\n](?:且|并)|\d(?:次|项|个|人)")


def _highest_alone(source: str) -> str:
    """国家级得6分，省级得4分，按最高级别计分，不重复计分: one of several levels earns its points, as it would without these words."""
    tail = HIGHEST.search(source)
    plain = source[: tail.start()] if tail is not None else ""
    levels = _OF_LEVELS.findall(plain)
    if len(levels) < 2 or _SUMS.search(plain):
        return source
    return f"满分{max(levels, key=Decimal)}分。{plain}"


_UNDONE_BUT = Pattern(r"(?<=[;。\n])(?:未|没有|未能)完成(?P<what>[^,;。:\d未不没无]{0,12}?)的?,(?=(?P<rate>完成(?:数量?|率|比例|量)?)(?:达到?|在|为)?[1-9]\d(?:\.\d+)?%(?:\(含\))?(?:及?以上|[-~至到]\d+(?:\.\d+)?%)(?:\(含[^()]*\))?的?,?得(?:分?为?)?\d)")


def _how_much_of_it(source: str) -> str:
    """完成编制计划得60分；未完成编制，完成数量80%以上得50分: the figure says itself that not all was done; as it stands where the whole of it is not what is set before."""
    undone = _UNDONE_BUT.search(source)
    if undone is None or len(_UNDONE_BUT.findall(source)) > 1:
        return source
    done = re.search(rf"(?:^|(?<=[;。\n]))(?:全部)?完成{undone['what']}[^,;。\d未不没无且并]{{0,8}}?的?,?得(?:满分|分?为?\d+(?:\.\d+)?分)[;。\n]$", source[: undone.start()])
    return source if done is None else source[: undone.start()] + source[undone.end() :]


def unsaid(source: str) -> str:
    """The source without them."""
    source = _how_much_of_it(_where_there_is(_highest_alone(reworded(source, _TURNS))))
    if (absent := _OCCASION.search(source)) and (there := _WHERE_THERE_IS.search(source, absent.end())) and there[1] in absent[1]:
        source = source[: there.start()] + source[there.end() :]
    return source
