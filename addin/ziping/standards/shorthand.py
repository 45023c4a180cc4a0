"""Turns of phrase put plainly: what a standard says shorter, or otherwise, than in the words that the grammar reads (每增（减）1%加（减）2分, 计8成分, 每迟到位一个月). How a rule is laid out is the matter of `layouts`."""

from __future__ import annotations

import re
from decimal import Decimal

from ziping.standards.spelling import numeral
from ziping.standards.vocabulary import Pattern, reworded

__all__ = ["amount_set", "both_ways", "coefficients", "either_of_two", "falling", "multiples", "nothing_planned", "plainly_put", "shares_multiplied", "tenths"]

_KIND = Pattern(r"(?:^|(?<=[;。\n]))指标性质为(?:[≥≤]|=)的,")
_COEFFICIENT = Pattern(r"((?:得分)?系数)=([^;。,\n=]+/[^;。,\n=]+?)(?:,?\(?(?:最高|最大)?(?:为|不超过|不得超过)(?:100%|1)\)?)?(?=[;。,\n]|$)")
_TIMES_IT = Pattern(r"[;。,\n](?:该|本)?(?:项)?(?:指标)?得分=(?:(?:该|本)?(?:项)?(?:指标)?(?:权重|分值|满分)\*(?:得分)?系数|(?:得分)?系数\*(?:该|本)?(?:项)?(?:指标)?(?:权重|分值|满分))(?=[;。\n]|$)")


def coefficients(source: str) -> str:
    """得分系数=完成值/指标值，最高为100%；指标得分=指标权重×得分系数: the quotient times the points, which end at the full ones."""
    if not _COEFFICIENT.search(source):
        return _KIND.sub("", source)
    return _COEFFICIENT.sub(r"得分=\2*分值", _TIMES_IT.sub("", _KIND.sub("", source)))


_TENTHS = Pattern(r"[得计记]([一二三四五六七八九1-9])成(?:分值?)?(?=[,;。\n]|$)")


def tenths(source: str) -> str:
    """计8成分: 80% of the points."""
    return _TENTHS.sub(lambda match: f"得分值的{(numeral(match[1]) if not match[1].isdecimal() else int(match[1])) * 10}%", source)  # type: ignore[operator]


_PURPOSE = Pattern(r"(?:^|(?<=[;。\n:]))(?:对|有效|促进|推动|保障|改善|提升|提高|带动|增强|缓解|解决)[^,;。\d]{2,24},(?=([^\W\d,;。]{2,4})(?:显著|明显|良好|突出)(?:的)?,?(?:得|计|\d)[^;。]*\1(?:较|一般|不))")
_PAPERS = "(?:申报表|审批表|登记表|记录|文件|资料|报告|合同|台账|凭证|方案|材料|协议|批复|清单|图纸|证书)"
_SAID_SO = (
    (Pattern(r"([^\W\d未不无没]{0,8}?)((?:无|未|没有)[^,;。、\d得扣]{2,8}(?:、(?:无|未|没有)[^,;。、\d得扣]{2,8})+?)的?,?分别扣(\d+(?:\.\d+)?分)(?=[,;。\n]|$)"), lambda match: ";".join(f"{match[1]}{each}扣{match[3]}" for each in match[2].removesuffix("的").split("、"))),
    (Pattern(r"(?<=[,;。\n])未(?:能)?(?:全部|足额|全额)[^\W\d]{2}的?,(?=按[^,;。\d]{0,12}(?:率|比例|占比)(?:得|计|折|赋))"), "未达到的,"),
    (Pattern(r"完成率每低于100%(?=[一1]个百分点)"), "每低于100%"),
    (Pattern(r"(?:^|(?<=[;。\n]))[^,;。\d]{2,16}较(?:目标|指标|计划)值每超(?=\d)(?=[^;。]*[,;]未超(?:过|出)?(?:的)?得满分)"), "每超过目标值"),
    (Pattern(r"(?<=符合)计(?=\d|满分|零分)"), "得"),  # 均符合计2分 is no 合计
    (Pattern(r"未在(?:\d+|[一二两三四五六七八九十]+)个?(?:工作日|日|天|小时)内(?=[^,;。\d]{2,16}的,每)"), "未按时"),
    (Pattern(r"(?:[^,;。()\d]{0,12}\d*个?子项)?(?:是否完成)?\(?全部完成得(\d+(?:\.\d+)?分),每个(子项|分项)(\d+(?:\.\d+)?分)(?:,未完成的\2不得分)?\)?(?=[。;]|$)"), r"每完成1个\2得\3,满分\1"),
    (Pattern(r"(?:^|(?<=[;。\n]))每?具备一个(?:得分)?要素,?业绩值加\d+(?:\.\d+)?[;。,]"), ""),
    (Pattern(r"(?<=[,;。])(?:没有|未)完成的扣分,(?=每)"), ""),
    (Pattern(r"\(包括(\d+(?:\.\d+)?%?)\)"), r"(含\1)"),
    (Pattern(r"(?:高于|超过)上年度?[^,;。\d]{0,10}?(?:决算|支出|预算|执行|实际)数的?(\d+(?:\.\d+)?%)以内"), r"较上年增长0%(不含)-\1"),
    (Pattern(r"(?:高于|超过)上年度?[^,;。\d]{0,10}?(?:决算|支出|预算|执行|实际)数的?(?=[1-4]?\d(?:\.\d+)?%\(含)"), "较上年增长≥"),
    (Pattern(r"(?<=[数额值支出费])([≤≥])(?=(?:年初|年度|本年)?(?:预算|计划|批复|核定|目标)[^\W\d]{0,12}的?,?得)"), lambda match: "不高于" if match[1] == "≤" else "不低于"),
    (Pattern(r"(?<=较上年增长)(≥.+?)(?:高于|超过|增长)(\d+(?:\.\d+)?%)以内"), r"\g<1>0%(不含)-\2"),
    (Pattern(r"(?:累计)?扣分(?:以)?(\d+(?:\.\d+)?分)为限"), r"最多扣\1"),
    (Pattern(r"(?:超过|超出|超)(计划[^,;。\d]{0,2}(?:时间|工期|投资|成本|数)|预算[数额]?|概算)的,?(?:根据|按照?)(?:超(?:出|过)?\1?(?:部分)?(?:的?部分)?|超时|超期|超支)占(?:计划[^,;。\d]{0,4}(?:时间|工期|投资|成本|数)|预算[数额]?|概算)的(?:百分比|比例|比率)(?:进行)?(?:扣分)?,每(?:相差|差|超过?|增加|高出)?(?=\d+(?:\.\d+)?%的?,?扣)"), r"每超过\1"),
    (Pattern(r"(?<=[,;。\n])(延迟|推迟|逾期|延期|滞后|超期)[^,;。\d不未没无]{0,6}?的?,?按(天|日|周|月)(?:计算)?扣(?=\d)"), r"每\g<1>1\2扣"),  # 逾期拨付的按天扣0.1分
    (Pattern(r"按照?(?:规定|要求)?(?:的)?时间(?:要求|节点)?(?=及时|按时)"), ""),
    (_PURPOSE, ""),
    (Pattern(r"(?:^|(?<=[,;。:\n/]))20\d\d年度?(?=[^\W\d]{2,16}(?:达到|不低于|不少于|不超过|不高于|高于|低于|完成|为|在|[≥≤<>=])\d)"), ""),  # 2023年培训人数达到100人
    (Pattern(r"([^,;。=\n]{2,16}率)=\(?[^=,;。()]*/[^=,;。()]*\)?\*100%(?=[≤≥<>]|小于|大于|不[高低大小超]|等于|达到)"), r"\1"),
    (Pattern(r",属于[^,;。\d]{2,10}(?:偏低|偏高|不合理|不准确)的?,(?=扣)"), ","),
    (Pattern(r"(?<=[,;。])其余(?=(?:达到|完成)[^,;。\d]{2,8}的?,?得)"), ""),
    (Pattern(rf"((?:^|(?<=[,;。:\n]))(?!做|有|建|制|编|提|形成|按|及时|完善|严格|签|填|[未不无没])[^\W\d,;。、]{{2,8}}{_PAPERS}),(?=(?:[^\W\d,;。、]{{2,8}}{_PAPERS},)*[^\W\d,;。、]{{0,10}}{_PAPERS}(?:齐全|齐备|完整|完备))"), r"\1、"),
    (Pattern(r"(?:^|(?<=[;。\n]))[^,;。]{0,24}?未(?:达到|完成)(?:年度|预期|绩效)*(?:目标|指标)(?:任务)?值?的,按[^,;。]{0,24}(?:差距|差额|差值)[^,;。]{0,6}扣分,每差"), "未达到目标值的,每偏离"),
    (Pattern(r"(?:^|(?<=[;。\n]))[^,;。\d]{2,16}(?:率|比例|比率|比重|度)(未(?:完成|达到)(?:年度|全年|预期)*(?:目标|任务)(?:任务|值)?的,)(?=每)"), r"\1"),
    (Pattern(r"(?<=[,;])1(个|项|次|处|家)([^\d,;。()扣]{0,6})(\d+(?:\.\d+)?分)(?=,(?:满分|最高|最多)\d)"), r"每\1\2得\3"),
    (Pattern(r"按照?完成[^,;。\d]{2,12}的(?:百分比(?:比例)?|比例)(?=赋分|计分|得分)"), "按完成比例"),
    (Pattern(r"(?<!\d)(\d{1,2})\*(\d{1,2}小时)"), r"\1X\2"),  # 7×24小时 is a name
    (Pattern(r"每(?:迟|晚)(到位|拨付|下达|发放|支付|报送|上报|提交|公开|开工|完工|完成|办结)(\d+|[一二两三四五六七八九十])个?(工作日|天|日|周|月|季度)"), r"每推迟\2\3"),
    (Pattern(r"每(?:多|超额|超|额外)(?:完成|实施|开展|举办|组织|建成|新增)(?=(?:\d|[一二两三四五六七八九十])+[^,;。扣]{0,4}加)"), "每超过"),
    (Pattern(r"^[^,;。\d]{0,6}(?:完成率|执行率|到位率)?[>超大][过于]?100%(?:的)?(?:以)?按100%(?:计|计算),(?=得分=)"), ""),
    (Pattern(r"^[^,;。\d]{2,16}共(?:\d|[一二三四五六七八九十])+个?(?:评价|得分|评分)?(?:要点|要素|条件|方面|内容),(?=每)"), ""),
    (Pattern(r"^按照?[一二三四五]个?档次?(?:进行)?(?:评分|计分|打分|赋分):"), ""),
    (Pattern(r"(?<=[,;。\n])有(?:缺项|缺失|遗漏|缺漏)的,(?=每缺)"), ""),
    (Pattern(r"以(\d+%)以下\(含\)为标准,?(?=计|得)"), r"≤\1,"),
    (Pattern(r"(?:^|(?<=[;。\n]))[^,;。\d]{0,6}未按(?:计划|规定|要求|合同)?(?:的)?(?:时间|期限|工期|进度)完成的,(?=每(?:延期|推迟|延迟|逾期))"), ""),
    (Pattern(r"(?:^|(?<=[;。\n]))查(?:看|阅)?(?![处办封获实明])[^,;。\d]{2,20}(?:情况|资料|记录|台账|凭证|报表),(?=[^\W\d得计扣加每][^,;。]{2,}?(?:得|扣))"), ""),
    (Pattern(r"((?:未|没有)(?:开展|组织|实施|完成|落实))(?:这|该|此|上述)项?(?:工作|任务|活动)(?=的)"), r"\1"),
    (Pattern(r"(?:^|(?<=[,;。\n]))(?!以上|上述|其中|如|若)([^\W\d,;。每]{2,40}?)有[一1](项|个|处|次|户|人|份|件)((?:不|未|没有)[^,;。\d得扣]{1,10}?)的?,?扣(?=\d)"), r"每有1\2\1\3扣"),
    (Pattern(r"(?<=[,;。\n])(?:有)?[一1](项|个|次|人|辆)(超(?:预算|标准?|支|编|概算|计划))的?,?扣(?=\d)"), r"每有1\1\2扣"),
    (Pattern(r"应([^\W\d]{2,4}?)(?:而|但)?(未|没有)\1(?=的|,|得|扣|不得分)"), r"\2\1"),
    (Pattern(r"每个?(子项|分项|子项目|单项|项目|任务)(\d+(?:\.\d+)?分),未完成(?:的\1|\1的|的)不得分"), r"每完成1个\1得\2"),
    (Pattern(r"(?:^|(?<=[;。\n]))[^\W\d,;。]{2,20}全部完成(?:的)?,?得(\d+(?:\.\d+)?)分,(?=每完成1个(?:子项|分项|子项目|单项|项目|任务)得)"), r"满分\1分,"),
    (Pattern(r"(?:^|(?<=[;。\n]))[^,;。\d]{0,8}超出?过?(?:编制?数?|核定编制数?)的,(?=每超)"), ""),
)
_OCCASION = Pattern(r"(?:无|没有|不涉及|未发生|未涉及)([^,;。\d]{0,10})(?:的|的单位|的部门),?(?=[^;。]*[;。])")
_WHERE_THERE_IS = Pattern(r"(?<=[;。\n])(?:涉及|有|发生)([^,;。\d]{0,10}?)(?:的|的单位|的部门),")
_OFF_BY = Pattern(r"(?<=[;。\n])未(?:达到|完成)(?:的|目标值的|指标值的),偏离度(?:在|为)?(?P<bands>\d[^;。]*)")


def plainly_put(source: str) -> str:
    """每迟到位一个月 is 每推迟1个月, 每多完成1项 每超过1项, what an indicator without occasion leaves (涉及的，…) the rule itself."""
    source = reworded(source, _SAID_SO)
    if (absent := _OCCASION.search(source)) and (there := _WHERE_THERE_IS.search(source, absent.end())) and there[1] in absent[1]:
        source = source[: there.start()] + source[there.end() :]
    return _OFF_BY.sub(lambda match: ",".join(f"低于目标值{band}" if band[:1].isdecimal() else band for band in match["bands"].split(",")), source)


_NOTHING_PLANNED = Pattern(r"(?:如|如果|若)?([^\W\d]{2,8})(?:计划|预算)(?:数|金额)?(?:为|等于)0,?(?:且|并且|同时)(?:实际)?(?:也|亦)?(?:没有|无|未发生|未)([^\W\d]{1,6})(?:的|时)?,(?=(?:按|得|计))")


def nothing_planned(source: str) -> str:
    """如采购预算为0，且实际也没有采购的，按满分计算: nothing was planned and nothing done."""
    return _NOTHING_PLANNED.sub(r"没有\1预算的,", source)


_BOTH = Pattern(r"每([^,;。()\d]{0,4})\(([^,;。()\d]{1,4})\)([^,;。()]*?)(加|扣|减)\((加|扣|减)\)(\d+(?:\.\d+)?分)")


def both_ways(source: str) -> str:
    """每增（减）1个百分点加（减）5分: up and down in two clauses."""
    return _BOTH.sub(lambda m: f"每{m[1]}{m[3]}{m[4]}{m[6]},每{m[2]}{m[3]}{'扣' if m[5] == '减' else m[5]}{m[6]}", source)


_EITHER = Pattern(r"每([^,;。()\d]{0,6}?[一1](?:项|处|个|种|次|件|条|份|人|户)[^,;。()扣得\d]{0,6}?)或者?(?:每)?((?:少|缺|漏|失|未|错)[^,;。()\d]{0,6}?[一1](?:项|处|个|种|次|件|条|份|人|户)[^,;。()扣得\d]{0,6}?)的?,?扣(\d+(?:\.\d+)?分)")


def either_of_two(source: str) -> str:
    """每少一种机构或少一项制度扣0.5分: each of the one, and each of the other."""
    return _EITHER.sub(r"每\1扣\3,每\2扣\3", source)


_SET_AMOUNT = Pattern(r"([^,;。()\d]{2,12}标准)(?:为)?(\d+(?:\.\d+)?万?元(?:/[^\W\d]{1,4})?),(?:符合|达到)(?:标准|要求|规定)?的?得(满分|\d+(?:\.\d+)?分)[,;](?:否则|不符合(?:标准|要求|规定)?的?|未达到(?:标准|要求)?的?)不得分")


def amount_set(source: str) -> str:
    """补助标准200元/人，符合标准得3分，不符合不得分: just this amount."""
    return _SET_AMOUNT.sub(r"\1=\2得\3,否则不得分", source)


_FALLING = Pattern(r"得分=\(1-(\d+)\*([^()*,;。]{2,16}率)\)\*分值(?:[,;。](?:其中[:,]?)?\2(?:>|≥|大于|超过)(\d+(?:\.\d+)?)(%?)的?,?不得分)?")


def falling(source: str) -> str:
    """得分=（1-10×调剂率）×分值: all the points at nothing, none at 10%."""
    return _FALLING.sub(_from_none, source)


def _from_none(said: re.Match[str]) -> str:
    ends = Decimal(100) / int(said[1])
    if ends != ends.quantize(Decimal("0.01")) or (said[3] and Decimal(said[3]) * (1 if said[4] else 100) != ends):
        return said[0]
    return f"得分=({said[2]}-{ends.normalize():f}%)/(0%-{ends.normalize():f}%)*分值"


_MULTIPLIED = Pattern(r"(?:计算方法)?(?:以|按)(?:该|其)?(?:比例|比重|比率)(?:值|数)?\*(\d+(?:\.\d+)?)(?:直接)?(?:计算)?(?:得分|计分)")


def shares_multiplied(source: str) -> str:
    """以比例值乘以8直接得分: eight points for the whole of it."""
    return _MULTIPLIED.sub(r"得分=该比例*\1", source)


_LEVERED = Pattern(r"撬动|带动|拉动|引导|放大|杠杆|投入产出|配套")  # the second number is what the first brings; of 师生比1:20 nobody knows which way is better
_TO_ONE = Pattern(r"(?<![\d.:])1:(\d+(?:\.\d+)?)(?![\d:])")


def multiples(source: str) -> str:
    """撬动社会投资达到1:3以上: three times as much."""
    return _TO_ONE.sub(r"\1倍", source) if _LEVERED.search(source) else source
