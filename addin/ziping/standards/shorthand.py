"""Ways of printing a rule that say the same as the plain way: grades before their conditions, a coefficient named first, a question with the answers in brackets."""

from __future__ import annotations

import re

from ziping.standards.tokens import numeral, tokens
from ziping.standards.vocabulary import Pattern

__all__ = ["answered", "bracket_points", "coefficients", "one_of_the_listed", "plainly_put", "tenths", "ungraded"]

_GRADE = Pattern(r"(?:^|(?<=[;。\n]))(?:优秀?|良好?|中等?|差|较差|较好|一般|合格|基本合格|不合格)(?:等|等次)?:(?!得|计|\d+(?:\.\d+)?分)")
_EARNS = Pattern(r"[^;。\n]{2,}?(?:得|计|记)(?!分率)[^;。\n]*")


def ungraded(source: str) -> str:
    """优：95%以上，得满分；良：…: the grade is only another name of what stands behind it."""
    labels = list(_GRADE.finditer(source))
    ends = [match.start() for match in labels[1:]] + [len(source)]
    if len(labels) < 3 or labels[0].start() or not all(_EARNS.fullmatch(source[m.end() : end].strip(";。\n")) for m, end in zip(labels, ends, strict=True)):
        return source
    return _GRADE.sub("", source)


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


_YES_OR_NO = Pattern(r"(?:^|(?<=[;。\n]))[^;。:()\n]*是否[^;。:()\n]*:(?=是(?:的)?,?(?:得|计|\d))")
_HAD_OR_NOT = Pattern(r"[^(),;。:\n\d]{2,20}\(有[:,]?得?(\d+(?:\.\d+)?分)[,;、](?:无|没有)[:,]?(?:得)?(?:0分|不得分)\)[。;]?")  # 备份系统（有3分，无0分）
_ASKED = Pattern(r"(?P<asks>[^()\n]*是否[^()\n]*)\((?P<answers>[^()]+)\)[。;]?")
_ANSWER = Pattern(r"(?<=[^\W\d]):(?=\d+(?:\.\d+)?分)")


def answered(source: str) -> str:
    """目标是否合理（合理：3分，不合理：0分）: the answers to a question that gives no points itself are the rule."""
    if (had := _HAD_OR_NOT.fullmatch(source)) is not None:
        return f"有得{had[1]},无不得分"
    source = _YES_OR_NO.sub("", source) if len(_YES_OR_NO.findall(source)) == 1 else source
    match = _ASKED.fullmatch(source)
    if match is None or any(t.kind in ("NUM", "CMP", "AWARD", "DEDUCT", "ADD", "ZERO", "FULL", "EVERY") for t in tokens(match["asks"])) or len(re.findall(r"\d分", match["answers"])) < 2:
        return source
    return _ANSWER.sub("得", match["answers"])


_BARE = Pattern(r"(?<=[^\W\d])\((\d(?:\.\d+)?)\)(?=[,;。\n]|$)")
_ANY_BRACKET = Pattern(r"\(\d+(?:\.\d+)?\)")


def bracket_points(source: str) -> str:
    """牵头（1），制定方案（1）: numbers in brackets behind every condition, where nothing else says points."""
    found = _BARE.findall(source)
    if len(found) < 2 or len(_ANY_BRACKET.findall(source)) != len(found) or re.search(r"\d分|[得扣加]\d|满分|\d(?![.、)])", _BARE.sub("", source)) or not re.search(r"\(\d(?:\.\d+)?\)[。;\n]*$", source):
        return source
    return _BARE.sub(r"(\1分)", source)


_ONE_MET = Pattern(r"(?<=[;。\n])(?:每)?(符合|满足|具备|达到|做到)(?:其中|以上|上述)?(?:一|1)(?:项|条|个(?:得分)?(?:要素|要点|条件)?)(?:的)?,?得到?(?=\d|(?:该|本)?(?:项)?(?:指标)?分值的)")
_EACH_MET = Pattern(r"(符合|满足|达到)以上(?:要求的)?每(?:一)?项(?:要求|条件)?(?:的)?,?(?:各)?得(?=\d)")
_MARK = Pattern(r"[①-⑳]|(?:^|(?<=[;。:\n]))\([1-9]\)")
_AWARDED = Pattern(r"(?<![取获所])得(?!分要)|扣|加\d|满分")


def one_of_the_listed(source: str) -> str:
    """①…；②…。具备一个得分要素，得到指标分值的20%: so much for each that is met."""
    source = _EACH_MET.sub(r"每\1一项得", source, count=1)
    return _ONE_MET.sub(r"每\1一项得", source, count=1) if len(_MARK.findall(source)) > 1 and len(_AWARDED.findall(source)) == 1 else source


_PAPERS = "(?:申报表|审批表|登记表|记录|文件|资料|报告|合同|台账|凭证|方案|材料|协议|批复|清单|图纸|证书)"
_SAID_SO = (
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
    (Pattern(r"(?<=[;。\n])有(?:缺项|缺失|遗漏|缺漏)的,(?=每缺)"), ""),
    (Pattern(r"以(\d+%)以下\(含\)为标准,?(?=计|得)"), r"≤\1,"),
    (Pattern(r"(?:^|(?<=[;。\n]))[^,;。\d]{0,6}未按(?:计划|规定|要求|合同)?(?:的)?(?:时间|期限|工期|进度)完成的,(?=每(?:延期|推迟|延迟|逾期))"), ""),
    (Pattern(r"(?:^|(?<=[;。\n]))查(?:看|阅)?(?![处办封获实明])[^,;。\d]{2,20}(?:情况|资料|记录|台账|凭证|报表),(?=[^\W\d得计扣加每][^,;。]{2,}?(?:得|扣))"), ""),
    (Pattern(r"((?:未|没有)(?:开展|组织|实施|完成|落实))(?:这|该|此|上述)项?(?:工作|任务|活动)(?=的)"), r"\1"),
    (Pattern(r"(?:^|(?<=[,;。\n]))(?!以上|上述|其中|如|若)([^\W\d,;。每]{2,40}?)有[一1](项|个|处|次|户|人|份|件)((?:不|未|没有)[^,;。\d得扣]{1,10}?)的?,?扣(?=\d)"), r"每有1\2\1\3扣"),
    (Pattern(r"每个?(子项|分项|子项目|单项|项目|任务)(\d+(?:\.\d+)?分),未完成(?:的\1|\1的|的)不得分"), r"每完成1个\1得\2"),
    (Pattern(r"(?:^|(?<=[;。\n]))[^\W\d,;。]{2,20}全部完成(?:的)?,?得(\d+(?:\.\d+)?)分,(?=每完成1个(?:子项|分项|子项目|单项|项目|任务)得)"), r"满分\1分,"),
    (Pattern(r"(?:^|(?<=[;。\n]))[^,;。\d]{0,8}超出?过?(?:编制?数?|核定编制数?)的,(?=每超)"), ""),
)
_OCCASION = Pattern(r"(?:无|没有|不涉及|未发生|未涉及)([^,;。\d]{0,10})(?:的|的单位|的部门),?(?=[^;。]*[;。])")
_WHERE_THERE_IS = Pattern(r"(?<=[;。\n])(?:涉及|有|发生)([^,;。\d]{0,10}?)(?:的|的单位|的部门),")
_OFF_BY = Pattern(r"(?<=[;。\n])未(?:达到|完成)(?:的|目标值的|指标值的),偏离度(?:在|为)?(?P<bands>\d[^;。]*)")


def plainly_put(source: str) -> str:
    """每迟到位一个月 is 每推迟1个月, 每多完成1项 每超过1项, what an indicator without occasion leaves (涉及的，…) the rule itself."""
    for printed, plain in _SAID_SO:
        source = printed.sub(plain, source)
    if (absent := _OCCASION.search(source)) and (there := _WHERE_THERE_IS.search(source, absent.end())) and there[1] in absent[1]:
        source = source[: there.start()] + source[there.end() :]
    return _OFF_BY.sub(lambda match: ",".join(f"低于目标值{band}" if band[0].isdecimal() else band for band in match["bands"].split(",")), source)
