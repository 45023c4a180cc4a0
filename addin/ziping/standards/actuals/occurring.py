"""What happened, or did not, told in few words: 未发生 and 发生1次 of 考场未发生舞弊现象, 均未发生 and 发生触电1起 of 发生坍塌、触电任一情形.

It is asked last. So many of them tell nothing where the standard speaks of grave cases alone, and no name but the standard's own names one of its list.
"""

from __future__ import annotations

from ziping.standards.actuals.affirming import GRAVE
from ziping.standards.cells.values import Value
from ziping.standards.clauses.phrases import FAULTS
from ziping.standards.clauses.rule import Arm, Award
from ziping.standards.points.binding import Bound, Outcome
from ziping.standards.points.earning import fixed
from ziping.standards.sayings.entailing import asks_nothing
from ziping.standards.words.vocabulary import Pattern

__all__ = ["occurring"]

_SORT = r"(?:的?(?:现象|情况|情形|行为|问题|事件))"
_N = r"(?:[1-9]\d*|[一二两三四五六七八九十])(?:起|次|例|件|宗|处|项|个)"
_FREE = Pattern(rf"(?P<whose>[^,;。\d未不没无]{{0,24}}?)(?:(?:未|没有|不)(?:发生|出现)过?|(?P<none>未发现|没有|无))(?P<what>[^,;。\d未不没无并且]{{2,16}}?){_SORT}?")
_YEARS, _THIS_YEAR = Pattern(r"[近连续两三四五六七八九十]年|年(?:以来|来|间)|以来|历年"), Pattern(r"全年|本年|当年|年内")
_IT = Pattern(rf"(?:发生|出现|存在|有)(?P<what>[^,;。\d未不没无]{{2,16}}?)?{_SORT}?")
_GLOSS = Pattern(r"\((?:含|包括)[^()\d未不没无]{2,12}\)")
_SOUND = Pattern(r"齐全|规范|完整|健全|完善|到位|及时|合[规理法格]|准确|有效|良好|达标|完成|符合")
_WHEN = r"(?:全年|本年度?|年度?内|当年|近?[一二两三四五]年(?:以来|来|内|间)?|汛期|定时|运行|监测|值守|期间|节假日|(?:项目|工程)?(?:建设|施工|实施|生产|执行|运行|使用|管理)(?:期间|过程中?|中))"
_WHERE = r"(?:全[省市县区校]|各|所有|辖区内?)?(?P<name>[^\W\d的各全]{0,4}?)(?:站|场|馆|库|院|所|校|园区|校区|辖区|街道|社区|学校|医院|部门|单位|项目|工程|企业|公司|机房|管网|工地|平台|系统)(?:内|中)?"
_SUBJECT = Pattern(rf"{_WHEN}*(?:{_WHERE})?{_WHEN}*")  # a body or a place, and when: nothing that is asked of it
_AMISS = Pattern(rf"异常|故障|缺|漏|错|误|断|失|损|污|超|违|弊|伤|亡|欠|延|{FAULTS.pattern}")
_NOTHING = Pattern(rf"(?:全年|本年度?|当年|年内|均|都|从)*(?:(?:未|没有|不)(?:发生|出现|发现|存在)过?(?P<what>[^,;。\d未不没无]{{2,40}}?)??|无(?P<thing>[^,;。\d未不没无]{{2,40}}?)??|没有){_SORT}?")
_SOME = Pattern(rf"(?:共|共计|累计|全年)?(?:(?P<verb>发生|出现|存在|发现)了?)?(?:{_N}(?P<behind>[^,;。\d未不没无]{{2,16}}?)?|(?P<before>[^,;。\d未不没无非]{{2,30}}?){_SORT}?{_N}){_SORT}?")
_NAMED = Pattern(rf"(?:发生|出现|存在)了?(?P<names>[^,;。\d未不没无非]{{2,40}}?){_SORT}?")
_ANY_OF = Pattern(r"(?:如|若)?(?:有|发生|出现|存在)?(?P<list>[^,;。\d未不没无]{2,16}(?:[、和或及][^,;。\d未不没无、]{2,16}?)+)等?(?:其?中?(?:的?任[一何意]|之一)(?:种|项|类|个)?(?:情形|情况|问题|事故|现象|行为|事件)?)的?")
_NONE_OF = Pattern(r"(?:以上|上述)?(?:情形|情况)?(?:均|都)?(?:(?:未|没有)(?:发生|出现|存在)|无(?:上述|以上|此类)(?:情形|情况))")
_NONE_OF_THESE, _ANY_OF_THEM = Pattern(r"(?:均|都)(?:未|没有)(?:发生|出现)(?P<list>[^,;。\d未不没无]{2,16}(?:[、和或及][^,;。\d未不没无、]{2,16}?)+)"), Pattern(r"(?:发生|出现|存在)(?:其中|上述|以上)?(?:的?任[一何意]|之一)(?:种|项|类|个)?(?:情形|情况|问题|事故|现象|行为|事件)?的?")
_JOINED = Pattern(r"[、和或及]")


def occurring(bound: Bound, actual: Value) -> Outcome | None:
    """The points of the arm that the words say; None where they do not tell it."""
    if bound.counts or bound.relative or bound.additive or bound.late or bound.absent:
        return None
    text = actual.text.rstrip("。;,")
    earning = [a for a in bound.words if isinstance(a.effect, Award) and a.effect.amount.value]
    if len(earning) != 1 or earning[0].effect.amount.of(bound.full) != bound.full:  # type: ignore[union-attr]
        return None
    held = _of_one(bound, earning[0], text) or (_of_a_list(bound, earning[0], text) if len(bound.words) == 2 and not bound.spans else None)
    return fixed(bound, held, actual) if held is not None else None


def _of_one(bound: Bound, free: Arm, text: str) -> Arm | None:
    """未发生, 发生1次 and 漏报1次, where 监测站未发生漏报 earns everything."""
    asked = _FREE.fullmatch(_GLOSS.sub("", free.guard.phrase))  # type: ignore[union-attr]
    if asked is None or _SOUND.search(asked["what"]) or not _nothing_more(asked["whose"], asked["what"]) or asked["none"] and not _AMISS.search(asked["what"]):
        return None
    if _YEARS.search(asked["whose"]) and _THIS_YEAR.match(text):
        return None  # 本年未发生, where 近三年未发生 is asked for
    faults = [a for a in bound.words if a is not free]
    if any((it := _IT.fullmatch(a.guard.phrase)) is None or it["what"] not in (None, asked["what"]) for a in faults):  # type: ignore[union-attr]
        return None
    if (none := _NOTHING.fullmatch(text)) is not None:
        named = none["what"] or none["thing"] or ""
        return free if not named or named == asked["what"] else None
    some, rest = _SOME.fullmatch(text), [*faults, *bound.otherwise]
    if some is None or len(rest) != 1 or bound.spans or not bound.costs_all(rest[0]):
        return None
    named = some["behind"] or some["before"] or ""
    if named != asked["what"] if named else not some["verb"] or GRAVE.search(asked["whose"] + asked["what"]):
        return None  # 投诉1起, where 集体投诉 is what must not happen
    return rest[0]


def _nothing_more(whose: str, what: str) -> bool:
    """Whether nothing is asked for beside the thing that must not happen: 考场, not 群众满意; and what is behind a fault belongs to its name."""
    subject = _SUBJECT.fullmatch(whose)
    faults = list(FAULTS.finditer(what))
    return subject is not None and (not subject["name"] or asks_nothing(subject["name"].replace("水质", "")) and not _SOUND.search(subject["name"])) and (not faults or len(what) - faults[-1].end() <= 1)


def _of_a_list(bound: Bound, whole: Arm, text: str) -> Arm | None:
    """均未发生, 发生触电1起 and 发生触电, where 发生坍塌、触电、火灾任一情形 earns nothing and 均未发生 everything."""
    fault = next(a for a in bound.words if a is not whole)
    asked, named_free = _ANY_OF.fullmatch(fault.guard.phrase), _NONE_OF_THESE.fullmatch(whole.guard.phrase)  # type: ignore[union-attr]
    if named_free is not None and _ANY_OF_THEM.fullmatch(fault.guard.phrase):  # type: ignore[union-attr]
        asked = named_free
    elif _NONE_OF.fullmatch(whole.guard.phrase) is None:  # type: ignore[union-attr]
        return None
    if asked is None or _SOUND.search(asked["list"]):
        return None
    if (none := _NOTHING.fullmatch(text)) is not None:
        named = none["what"] or none["thing"] or ""
        return whole if not named or _JOINED.split(named) == _JOINED.split(asked["list"]) else None
    items = _JOINED.split(asked["list"])
    kind = next((kind for kind in ("事故", "事件", "问题", "案件") if items[-1].endswith(kind) and not any(item.endswith(kind) for item in items[:-1])), "")
    known = {*items, *(item + kind for item in items), *(item.removesuffix(kind) for item in items)} if kind else set(items)
    some, named = _SOME.fullmatch(text), _NAMED.fullmatch(text)
    names = (some["behind"] or some["before"] or "") if some is not None else named["names"] if named is not None else None
    if names is None or not names and (not some["verb"] or GRAVE.search(asked["list"])):  # type: ignore[index]
        return None
    return fault if bound.costs_all(fault) and (not names or set(_JOINED.split(names)) <= known) else None
