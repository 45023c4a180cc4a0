"""How many there must be of something (召开2次以上专题会议; 每季度报送一次; 全年少于4次的，每少1次…), put as a number, from which what is missing is counted."""

from __future__ import annotations

import re

from ziping.standards.cells.values import shown
from ziping.standards.words.spelling import told_number
from ziping.standards.words.tokens import tokens
from ziping.standards.words.vocabulary import Pattern, Turns, reworded, words

__all__ = ["plainly_demanded"]

_WORDINGS: Turns = (  # 参加两次以上推介活动; 至少2种公示方式，否则…
    (Pattern(r"(?:^|(?<=[,;。\n]))(参加|召开|开展|举办|组织)(\d+|[一二两三四五六七八九十])(次|场|期)以上([^\W\d,;。得扣]{2,12})(?:的)?,?(?=得)"), r"\1\4\2\3以上,"),
    (Pattern(r"(?:^|(?<=[,;。\n]))(?:至少|不少于)(\d+|[一二两三四五六七八九])(种|个|项)([^\W\d,;。得]{2,8})(得(?:满分|\d+(?:\.\d+)?分))?,(?=否则)"), lambda said: f"{said[3]}数≥{said[1]}{said[2]}{said[4] or '得满分'},"),
)  # fmt: skip
_OR_NOTHING = Pattern(
    r"^(?:项目|指标|工作|任务|满分|本项)(?:满分|共)?(?P<points>\d+(?:\.\d+)?)分[,;。:](?P<name>(?:全年|年度|本年度?|当年|年内)?(?:新增|新建|建成|新引进|引进)(?:项目|企业)?)(?:\((?:经|[国省市县区]级(?:主管)?部门)?(?:[一二三]堂)?会审(?:合格|通过)\))?(?:低于|少于|不足|未达到?|达不到|<)(?P<number>\d+[个项家])(?P<of>(?:项目|企业)?)的?,?(?:(?:该|本)项)?不得分[;。]?$"
)
_FEWER = Pattern(r"(?:^|(?<=[,;。\n]))(全年|年度|每年)?(?:少于|不足|低于)(\d+)(次|场|期|篇|项|个)的?,每少[1一]\3(?=[^,;。]{0,3}扣)")


def plainly_demanded(source: str) -> str:
    """The standard with the number that it demands."""
    source = _OR_NOTHING.sub(r"\g<name>\g<of>≥\g<number>得\g<points>分,否则不得分", source)  # 项目4分，全年新增低于5个项目不得分
    source = _less_often(_at_least(_there_are(reworded(source, _WORDINGS))))
    return source if re.search(r"得\d|满分", source) else _FEWER.sub(r"\1不少于\2\3得满分,每少1\3", source)  # 全年少于4次的，每少1次扣1分


_N = r"(?:\d+|[一二两三四五六七八九十])"
_COUNTED = r"人员|[^人动满伤]员|医生|护士|教师|专家|干警|点|[泵库机厂用]房|[水涵]闸|站|[^之]所|室|[广市现会操农]场|场地|馆|库|中心|塔|井|桥|池|亭|车|船|设备|装置|基地|平台|窗口|电梯|厕|床|队|小组"  # what ends the name of a thing
_THERE_IS = Pattern(rf"(?:建|设|配|拥)?有(?P<n>{_N})(?P<measure>[座个处名人家所条台支辆间套])(?P<more>\(含\)以?上?|(?:及|或)?以上(?:\(含\))?)?(?:的)?(?P<thing>[^\W\d未不没无的得达率度比以及和与并或且、]{{0,12}}?(?:{_COUNTED}))?(?:的)?,?得(?P<points>满分|\d+(?:\.\d+)?分)[,;]")
_THERE_IS_NONE = Pattern(r"(?:(?:没有|无|未(?:建|设|配)有?)(?P<thing>[^\W\d未不没无的得]{2,14}?)?的?,?|(?P<other>否则|其[余他])的?,?)不得分[。;]?$")


def _there_are(source: str) -> str:
    """有1座以上水闸的得10分，没有的不得分: how many there are is the number that is scored, and none is none; as it stands where another thing is not there than is counted, or anything else is said."""
    found, at = [], 0
    while said := _THERE_IS.match(source, at):
        found.append(said)
        at = said.end()
    none = _THERE_IS_NONE.match(source, at) if found else None
    thing = next((said["thing"] for said in found if said["thing"]), "")
    if none is None or not thing or not any(said["more"] for said in found) or any(said["thing"] not in (None, thing) or said["measure"] != found[0]["measure"] for said in found) or not thing.endswith(none["thing"] or "") or none["thing"] and _SUITED.match(thing.removesuffix(none["thing"])):
        return source
    measure = found[0]["measure"]
    rungs = "".join(f"{thing}数{'≥' if said['more'] else '='}{shown(told_number(said['n']))}{measure}得{said['points']};" for said in found)  # type: ignore[arg-type]
    absent = f"没有{none['thing'] or thing}的不得分"
    return f"{rungs}{absent};否则不得分" if none["other"] else f"{rungs}{thing}数=0{measure}不得分;{absent}"


_SUITED = Pattern(r"持证|注册|合格|专业|全职|在编|执业|标准")  # of 没有医生 nobody knows whether another one was there


_SHORT = Pattern(r"[,;。](?:[^\W\d,;。每扣]{0,6}?每)?(?:有)?少(?:召开|开展|组织|举办|报送|完成|发布|公示|检查)?[1一](次|场|期|篇|个|份|名|人|户|件|种)[^\W\d,;。扣得]{0,8}的?,?扣减?(\d+(?:\.\d+)?)分")
_MORE = words("AWARD FULL ZERO DEDUCT ADD RATIO LINEAR EVERY FORMULA UNTOUCHED JUDGE ELSE NUM")  # what may score the same number again
_PERIOD = Pattern(r"每(年度?|半年|季度?|月|周)")
_AWARD_ENDS = Pattern(r"的?[,;。]?(?:[得计记]为?)?(\d+(?:\.\d+)?分|满分)[,;。]?$")
_NO_PLAIN_DEMAND = Pattern(r"上年|去年|[每扣加各如若%]|满分|否则|不得分|其中|以内|不超过|不高于")
_ASKED_BESIDE = Pattern(r"(?P<beside>有[^,;。\n\d未不没无如若每率度达]{2,24}?(?:、[^,;。\n\d未不没无如若每率度达]{2,12}?(?:齐全|完整|健全|完备|规范)?)*)(?:的,?)?(?P<points>[得计](?:\d+(?:\.\d+)?分|满分))[,;。](?:(?:全年|每年|一年|年度)内?)?(?P<name>[^,;。\n\d未不没无每扣得]{2,12}?)(?:次数|数量)?(?:至少|不得?少于|不得?低于|≥)(?P<number>\d+|[一二两三四五六七八九十])(?P<measure>[次场期篇个份名人户件种])")  # 有方案、记录齐全得1分，全年排查不少于4次
_LAST_CLAUSE, _FIRST_CLAUSE = Pattern(r"[^,;。\n]*$"), Pattern(r"[^,;。\n]*")
_SHORT_NAME = Pattern(r"(?:[^\W\d或和与并及且的]){2,12}")


def _at_least(source: str) -> str:
    """召开2次以上专题会议，少一次扣2分: how many there must be, from which what is missing is counted."""
    short = _SHORT.search(source)
    if short is None:
        return source
    before, behind, measure = source[: short.start()], source[short.end() :], short[1]
    if (beside := _ASKED_BESIDE.fullmatch(before)) is not None and beside["measure"] == measure and not {t.kind for t in tokens(behind)} & _MORE:
        name = beside["name"] if _SHORT_NAME.fullmatch(beside["name"]) else "数量"
        return f"{beside['beside']},{name}≥{shown(told_number(beside['number']))}{measure}{beside['points']},每少1{measure}扣{short[2]}分{behind}"  # type: ignore[arg-type]
    award = _AWARD_ENDS.search(before)
    asked = before[: award.start()] if award is not None else before
    periods = _PERIOD.findall(asked)
    plain = _PERIOD.sub("", asked)
    numbers = list(re.finditer(rf"(\d+|[一二两三四五六七八九十]+){measure}(以上)?", plain))
    if len(numbers) != 1 or any(p[0] != "年" for p in periods) or _NO_PLAIN_DEMAND.search(plain) or re.search(r"\d", plain[: numbers[0].start()] + plain[numbers[0].end() :]) or {t.kind for t in tokens(behind)} & _MORE:
        return source
    found = numbers[0]
    if award is not None and award[1] == "满分" and not re.search(r"(?:全部|所有)$", plain[: found.start()]):
        return source
    if not found[2] and not re.search(r"(?:至少|不少于|不低于|≥|全部|所有)[^,;。]{0,10}$", plain[: found.start()]):
        return source
    number = told_number(found[1])
    name = re.sub(r"至少|不少于|不低于|≥|为|全部|所有|的", "", _LAST_CLAUSE.search(plain[: found.start()])[0] + _FIRST_CLAUSE.match(plain, found.end())[0])  # type: ignore[index]
    name = name if _SHORT_NAME.fullmatch(name) else "数量"
    return f"{name}≥{shown(number)}{measure}{'得' + award[1] + ',' if award is not None else '。'}每少1{measure}扣{short[2]}分{behind}"  # type: ignore[operator]


_ASKED = Pattern(r"(?:^|(?<=[;。\n]))(每(?:半?年|季度?|月|周)(?:度)?)(?:至少)?(报送|上报|提交|报告|开展|召开|组织|举办|公布|公示|发布)[1一](次|份|期|篇)([^,;。\d得扣不未没无]{0,16})[,。;](?=每?(?:少|缺|漏)(?:报送?|交|开展|召开|组织|举办)?[1一](次|份|期|篇)的?,?扣)")
_LESS = Pattern(r"(?<=[,;。])每?(?:少|缺|漏)(?:报送?|交|开展|召开|组织|举办)?[1一](?=(?:次|份|期|篇)的?,?扣)")


def _less_often(source: str) -> str:
    """每季度报送一次报告，每少报1次扣0.5分: one fewer than asked for."""
    asked = _ASKED.match(source)
    if asked is None or asked[3] != asked[5]:
        return source
    return f"{asked[1]}{asked[2]}1{asked[5]}{source[asked.end(4) : asked.end()]}" + _LESS.sub("每少1", source[asked.end() - 1 :], count=1)[1:]
