"""Things listed together of which so many that are met earn so much, each of them the same: 每达到一个时点要求得1分; 两项均达标得6分，一项达标得3分; 三项均做到得3分，做到两项得2分，做到一项得1分; 三项各占1/3权重分.

Each of the listed is then a condition of its own, and the points add up; as it stands where the points are not the same for each of them.
"""

from __future__ import annotations

import re
from decimal import Decimal

from ziping.standards.cells.values import shown
from ziping.standards.refusal import NotScorable, quoted
from ziping.standards.words.desirable import better_when_higher, may_be_less
from ziping.standards.words.spelling import numeral
from ziping.standards.words.vocabulary import Pattern

__all__ = ["PAIRED", "evenly", "met_or_missed"]

_DID = r"(?:做到|达标|达到|符合|满足|完成|落实|具备|实现)(?:要求|标准|目标)?"
_DENIED = r"(?:不符合|未达到|不满足|未做到|不达标|达不到|不完善|缺失)(?:要求|标准)?"
_N = r"(?P<{0}>[两二三四五六2-6])项(?:指标|内容|条件|要求|工作)?"
_ALL = rf"{_N.format('all')}(?:均|都|全部)(?:{_DID})的?,?得(?P<whole>\d+(?:\.\d+)?)分"
_SOME = rf"(?:只|仅)?(?:{_DID})?(?:其中)?(?:[一二两三四五1-5]项)(?:{_DID})?的?,?得\d+(?:\.\d+)?分"
_NONE = rf"(?:[,;](?:均|都|全部)?(?:未|不|没有)(?:{_DID})?的?,?不得分)?"
_LIST = r"(?P<list>[^;。\n]{6,80}?)"
_BY_NUMBER = Pattern(rf"^(?:(?P<title>[^,;。:\n\d]{{2,16}}):)?{_LIST}[,;。:]{_ALL}(?P<some>(?:[,;]{_SOME})+){_NONE}[。;]?$")
_ONE_OF = Pattern(r"(?:只|仅)?(?:做到|达标|达到|符合|满足|完成|落实|具备|实现|其中)*([一二两三四五1-5])项[^,;\d]*?得(\d+(?:\.\d+)?)分")
_EACH = Pattern(rf"^{_LIST},每(?:达到|达标|完成|满足|符合|做到)(?:其中)?[一1](?:个|项)(?:时点|节点|指标|条件|时间节点)?(?:的)?(?:要求|目标|标准)?的?,?得(?P<each>\d+(?:\.\d+)?)分(?:,(?:满分|共计?|合计|最高)(?:得)?(?P<whole>\d+(?:\.\d+)?)分)?[。;]?$")
_WORTH = r"(?:该项|该|本项)?(?:指标)?(?:权重分值|权重分?|分值|标准分|满分)"
_SHARES = Pattern(
    rf"^{_LIST}[,;。:]?(?:以上|上述)?(?:(?P<all>[两二三四五六2-6])(?:项|者|点|个(?:方面|要素|要点|条件))(?:内容|要求|指标|条件)?)?(?:每项)?(?:各|均|分别)占(?:{_WORTH}的?)?(?:1/(?P<n>[2-6])|(?P<told>[二三四五六])分之一)的?(?:{_WORTH})?"
    rf"(?:,(?:其中)?(?:每?有?)[一1](?:项|个)(?:{_DENIED})(?:的)?,?(?:则)?扣除?(?:(?:相应|对应|该项|1/(?P=n))的?(?:{_WORTH}|分数)?)(?:,扣完为止)?)?[。;]?$"
)
_THRESHOLD = Pattern(r"(?P<name>[^\d≥≤<>=]*(?:\d{1,2}月(?:底|末)?|[一二三四]季度)?[^\d≥≤<>=]*?)(?P<sign>≥|≤|达到|不低于|不高于|不超过|>|<)(?P<bound>\d[\d.]*[^\W\d]{0,3}?%?)(?:(?<=%)及?以上)?")


_DONE = "公开|报送|上报|提交|公示|完成|编报|批复|下达|拨付|申报|备案|验收"
PAIRED = rf"^(?P<a>[^、,;。\d]{{2,12}}?)[、和与](?P<b>[^、,;。\d]{{2,12}}?)(?:均|都|全部)已?(?P<ruled>按(?:照)?(?:规定|要求)|依法|依规)?(?P<when>(?:在|于)?[^,;。、]{{2,16}}?(?:内|前)|按期|按时|及时|如期)?(?:进行|予以)?(?P<does>{_DONE})的?,?得(?P<whole>\d+(?:\.\d+)?)分"  # 预算、决算均在批复后20日内公开得4分
_BOTH = Pattern(
    rf"{PAIRED}[,;。]"
    rf"(?:其中|若|如|每)*(?:有)?(?:任[意一何])?[一1]项(?P<late>超期|逾期|未按期|未按时|未及时|未(?=(?P=does)))(?:(?P=does))?的?,?(?:扣(?P<less>\d+(?:\.\d+)?)|得(?P<half>\d+(?:\.\d+)?))分(?:[,;。](?:两项|二者|两者)?(?:均|都)(?P=late)(?:(?P=does))?的?,?不得分)?[。;]?$"
)  # 预算、决算均在批复后20日内公开得4分；其中一项超期的扣2分；均超期的不得分
_ONE_GIVEN = Pattern(
    rf"{PAIRED}[,;。]"
    r"(?:若|如|只|仅|有|其中|任[意一何]?)*(?:(?P=does)(?:了)?(?:其中)?(?:的)?(?:任[意何]?)?(?:[一1](?:项|个)|之一)|(?:其中)?(?:[一1](?:项|个))(?:已)?(?P=does))的?,?得(?P<half>\d+(?:\.\d+)?)分[,;。]"
    r"(?:[两二2]项|[二两]者)?(?:均|都)(?:未|没有)(?P=does)的?,?(?:不得分|得0分)[。;]?$"
)  # 预算、决算均按规定公开得4分；只公开其中一项得2分；均未公开不得分
_OVER = r"超(?:出|过)?(?:预算|标准|概算|计划)"
_BOTH_WITHIN = Pattern(
    rf"^(?P<a>[^、,;。\d均都未不没无和与及或]{{2,12}}?)[、和与](?P<b>[^、,;。\d均都未不没无和与及或]{{2,12}}?)(?:[两二2]项(?:支出|经费|费用)?)?(?:均|都)(?:不|未)(?P<over>{_OVER})的?,?得(?P<whole>\d+(?:\.\d+)?)分[,;。]"
    r"(?:其中)?有?(?:任[意何]?)?[一1]项(?P=over)的?,?得(?P<half>\d+(?:\.\d+)?)分[,;。](?:[两二2]项|[二两]者)?(?:均|都)(?P=over)的?,?不得分[。;]?$"
)  # 会议费、培训费均不超预算得2分，一项超预算得1分，两项均超预算不得分
_MET = r"(?:具备|符合|满足|达到|做到|达标|完成|落实|有)(?:要求|标准|条件|规定)?"
_ONE_OF_TWO = Pattern(
    rf"^(?P<list>[^;。\n\d]{{6,60}}?)的?,?得(?P<whole>\d+(?:\.\d+)?)分[,;。]"
    rf"(?:若|如|只|仅)*(?:{_MET})?(?:其中)?(?:的)?有?(?:任[意何]?)?[一1]项(?:{_MET}|(?:未|不){_MET})?的?,?得(?P<half>\d+(?:\.\d+)?)分[,;。]"
    rf"(?:以上)?(?:[两二2]项|[二两]者)?(?:(?:均|都)(?:不|未|没有?)(?:{_MET})?|(?:均|都)无)的?,?(?:不得分|得0分)[。;]?$"
)  # 制度健全、执行有效得4分；具备其中一项得2分；均不具备不得分
_TWO_THINGS = Pattern(r"(?P<has>有|具有|具备)(?P<a>[^\W\d有未不没无]{2,10})[、和](?P<b>[^\W\d有未不没无]{2,10})")
_RATE = r"[^,;。:、\d和与及或且均都未不没无]{1,12}?(?:率|满意度|比例|占比)"
_MISSED = r"(?:未达到?|没有?达到?|未达标|不达标|达不到)(?:标准|要求|(?P<{0}>\d+(?:\.\d+)?%)(?:以上)?)?"
_TWO_RATES = Pattern(
    rf"^(?P<a>{_RATE})[、和](?P<b>{_RATE})(?:[两二2]项)?(?:指标)?(?:均|都)(?P<sign>达到?|≥|不低于|在)(?P<bound>\d+(?:\.\d+)?%)(?P<mark>及?以上|\(含\)以上)?的?,?得(?P<whole>\d+(?:\.\d+)?)分[,;。]"
    rf"(?:其中)?有?(?:任[意何]?)?[一1]项{_MISSED.format('one')}的?,?(?:得(?P<half>\d+(?:\.\d+)?)|扣(?P<less>\d+(?:\.\d+)?))分[,;。]"
    rf"(?:[两二2]项(?:指标)?|[二两]者)?(?:均|都){_MISSED.format('none')}的?,?(?:不得分|得0分)[。;]?$"
)  # 甲率、乙率均达95%以上得10分；其中一项未达到的得5分；两项均未达到的不得分
_SAID_OF_ALL = Pattern(r"(?P<thing>[^\W\d]{2,8}?)(?P<said>(?:均|都|全部)?(?:符合|满足|达到)(?:(?:相关|有关)?(?:规定|要求|标准|规范))?|(?:均|都)[^\W\d未不没无]{2,6})")
_SAYS_MORE = Pattern(r"规范|完整|齐全|准确|合规|合法|真实|及时|到位|明确|健全|合理|达标|符合|满足|达到|有效|清晰|完善|科学|可行|一致|落实|完成|建立|制定|开展|[有已未不无没按均都≥≤<>\d]")
_OF_WHAT = Pattern(r"^[^、\W\d]{2,14}的(?=[^\W\d]{2,6}$)")


def _each_says_it(items: list[str]) -> list[str]:
    """公开的内容、时限、范围符合规定: what is said behind the last of several bare names is said of each; as they stand where another says something itself."""
    last = _SAID_OF_ALL.fullmatch(items[-1])
    if last is None or any(_SAYS_MORE.search(name) for name in (*items[:-1], last["thing"])):
        return items
    names = [_OF_WHAT.sub("", items[0]), *items[1:-1], last["thing"]]
    said = last["said"].lstrip("均都").removeprefix("全部")
    return [name + said for name in names]


def evenly(source: str) -> str:
    """The source with a condition for each of the listed things."""
    if (said := _BY_NUMBER.match(source)) is not None:
        items = said["list"].split("、")
        number, whole = _number(said["all"]), Decimal(said["whole"])
        printed = {_number(n): Decimal(points) for n, points in _ONE_OF.findall(said["some"])}
        if len(items) == number == len(printed) + 1 and all(points * number == whole * n for n, points in printed.items()):
            return _told(items, shown(whole / number)) or source
    if (said := _BOTH.match(source)) is not None and 2 * Decimal(said["less"] or said["half"]) == Decimal(said["whole"]):
        how = "" if said["late"] == "未" else "按期" if said["late"] in ("超期", "逾期") else said["late"][1:]
        if bool(said["when"]) == bool(how) and not (how and said["ruled"]):
            fault = f"{said['late']}{said['does']}" if said["late"].startswith("未") else said["late"]
            return f"{said['a']}、{said['b']}均{how}{said['does']}得{said['whole']}分;每有1项{fault}扣{said['less'] or said['half']}分"
    if (said := _ONE_GIVEN.match(source)) is not None and not said["when"] and 2 * Decimal(said["half"]) == Decimal(said["whole"]):
        return f"{said['a']}、{said['b']}均{said['does']}得{said['whole']}分;每有1项未{said['does']}扣{said['half']}分"
    if (said := _BOTH_WITHIN.match(source)) is not None and 2 * Decimal(said["half"]) == Decimal(said["whole"]):
        return f"{said['a']}、{said['b']}均不{said['over']}得{said['whole']}分,每有1项{said['over']}扣{said['half']}分,均{said['over']}不得分"
    if (said := _ONE_OF_TWO.match(source)) is not None and 2 * Decimal(said["half"]) == Decimal(said["whole"]) and (items := _two(said["list"])):
        return _told(items, said["half"]) or source
    if (said := _TWO_RATES.match(source)) is not None and 2 * Decimal(said["half"] or said["less"]) == Decimal(said["whole"]) and {said["one"], said["none"]} <= {None, said["bound"]} and _at_least(said):
        return ";".join(f"{said[name]}≥{said['bound']}得{said['half'] or said['less']}分" for name in "ab")
    if (said := _EACH.match(source)) is not None:
        items = _each_says_it(said["list"].split("、"))
        if len(items) > 1 and (said["whole"] is None or Decimal(said["each"]) * len(items) == Decimal(said["whole"])):
            return _told(items, said["each"]) or source
    if (said := _SHARES.match(source)) is not None:
        n = int(said["n"] or numeral(said["told"]) or 0)
        items = _BETWEEN.split(said["list"]) if said["list"].count("、") == n - 2 else said["list"].split("、")
        if len(items) == n == (_number(said["all"]) if said["all"] else n) and not any(_MEASURED.search(item) for item in items):
            return _told(items, f"1/{n}分值", "") or source
    return source


_BARE = Pattern(r"=?(?:(?:完成|为|共计?|有|达到|累计|合计|总计|已)*(?:\d+(?:\.0+)?|[一二两三四五零])(?:项|个)?\(?(?:均|都|全部|(?:达[到标]|完成|符合|做到))?\)?|无|没有|未发生)")


def met_or_missed(source: str, text: str) -> None:
    """NotScorable for 0项 and 无 beside 只公开其中一项得2分: so many that were met, or that were missed?"""
    if _BARE.fullmatch(text.rstrip("。;")) is None:
        return
    both, two = _BOTH.match(source) or _ONE_GIVEN.match(source), _ONE_OF_TWO.match(source)
    if both is not None and both["half"] or two is not None and (_AMISS.search(source) or not _SO_MANY.fullmatch(text)):
        raise NotScorable(f"完成值{quoted(text)}没有写明是做到的还是没有做到的，请逐项写明（用标准中的原词）。")


_SO_MANY = Pattern(r"\d(?:项|个)?")
_AMISS = Pattern(r"[一1]项(?:未|不)")


def _two(listed: str) -> list[str]:
    """制度健全 and 执行有效, 有方案 and 有总结: two conditions that each say something of their own; empty where it is not two of them."""
    if (things := _TWO_THINGS.fullmatch(listed)) is not None:
        return [things["has"] + things[name] for name in "ab"]
    items = re.split(r"[、,]|且|并且", listed)
    whole = len(items) == 2 and all((len(item) > 3 or item is items[1] and _SO_IT_IS.fullmatch(item)) and _SAYS_MORE.search(item) and not _NOT_ITS_OWN.search(item) for item in items)
    return items if whole else []


_SO_IT_IS = Pattern("准确|完整|规范|全面|真实|细化|有效|齐全")  # 公开及时、准确: said of the same
_NOT_ITS_OWN = Pattern(r"[均都各每和与或未不没无]|及(?!时)|率|[≥≤<>%]")


def _at_least(said: re.Match[str]) -> bool:
    """Whether the number is the least that both rates must reach: by what is said of it, or by their names; not where less may be better of one."""
    names = (said["a"], said["b"])
    return not any(may_be_less(name) for name in names) and bool(said["mark"] or said["sign"] in ("≥", "不低于") or all(better_when_higher(name) for name in names))


_MEASURED = Pattern(r"(?:[率额数比例]|满意度|数量|质量|时效|成本)$")  # the name of a figure is no condition
_BETWEEN = Pattern(r"、|(?<=[^\W\d]{2})[和及与](?=[^\W\d]{2})(?!时)")


def _number(said: str) -> int:
    return int(said) if said.isdigit() else int(numeral(said) or 0)


def _told(items: list[str], each: str, unit: str = "分") -> str:
    """Each condition with its points: all of them thresholds, the later ones of what the first is of, or all of them in words."""
    found = [_THRESHOLD.fullmatch(item) for item in items]
    if all(found):
        first = re.sub(r"^(?:\d{1,2}月(?:底|末)?|[一二三四]季度末?)", "", found[0]["name"])  # type: ignore[index]
        names = [m["name"] if i == 0 or not _WHEN.fullmatch(m["name"]) else m["name"] + first for i, m in enumerate(found)]  # type: ignore[index]
        return ";".join(f"{name}{m['sign']}{m['bound']}得{each}{unit}" for name, m in zip(names, found, strict=True))  # type: ignore[index]
    if any(re.search(r"[≥≤<>%]", item) or "," in item for item in items):
        return ""
    return ";".join(f"{item}得{each}{unit}" for item in items)


_WHEN = Pattern(r"\d{1,2}月(?:底|末)?|[一二三四]季度末?")
