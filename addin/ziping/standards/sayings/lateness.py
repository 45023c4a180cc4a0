"""Deadlines: how late an actual is, by its date or by its own words (延迟3天, 逾期2个月, 按时完成)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal

from ziping.amounts import unit_named
from ziping.standards.cells.defaults import later
from ziping.standards.cells.values import Value, read_target
from ziping.standards.clauses.phrases import PUNCTUAL, timely
from ziping.standards.clauses.rule import Arm
from ziping.standards.refusal import NotScorable, quoted
from ziping.standards.words.spelling import told_number
from ziping.standards.words.tokens import WORKDAY
from ziping.standards.words.vocabulary import Pattern

__all__ = ["CUT_OFF", "afterwards", "as_demanded", "cut_off", "deadline", "delay", "done_late", "done_on", "kept_deadline", "late_by", "named_late", "not_in_time", "punctual", "undecided"]

_LATE = Pattern(r"(?:已|实际|共)?(?:超过(?:规定|计划|要求|约定)(?:时间|时限|期限|工期)|延迟|推迟|逾期|延期|晚|滞后|迟|拖延|拖欠|滞留|超期|延误|延后|延长|超时|超(?=[\d一二两三四五六七八九十]))(?:完成|报送|到位|拨付|发放|支付|交|报|拨|发|付|了)?(\d+|[一二两三四五六七八九十]+)个?(天|日|工作日|个月|月|小时|周|季度|年)(?:完成|报送)?")
_EARLY = Pattern(r"(?:实际|已)?(?:比(?:计划|规定|预定)(?:时间|工期|期限)?)?提前了?(?:\d+|[一二两三四五六七八九十]+)个?(?:天|日|工作日|月|小时|周)(?:完成|报送|完工|竣工|交付|上报|办结)?")
_UNITS = {"日": "天", "天": "天", "工作日": "工作日", "月": "月", "小时": "小时", "周": "周", "季度": "季度", "年": "年"}


def _dated(arms: Iterable[Arm]) -> list[tuple[Arm, Value]]:
    """The arms whose phrases are deadlines, and the dates; none where another arm names a date in words that are not all read."""
    found, opened, named, others, done, timed = [], [], set(), set(), set(), set()
    later = [_NEXT_YEAR.search(arm.guard.phrase) is not None for arm in arms if _NAMES_A_DATE.search(arm.guard.phrase)]  # type: ignore[union-attr]
    if any(later) and not later[0]:
        return []  # 当年12月底前…，次年3月底前…: days of two years
    for arm in arms:
        phrase = _BY.sub(r"\g<day>前", _HALF_YEAR.sub("6月30日前", _INCLUDED.sub("", arm.guard.phrase)))  # type: ignore[union-attr]
        if (whose := _NAMED.match(phrase)) is not None:
            named.add(whose[0])
            phrase = phrase[whose.end() :]
        elif (other := _THING.match(phrase)) is not None and (thing := _ITS_YEAR.sub("", other[0])):
            others.add(thing)
        done.add(doings := frozenset(_DOINGS.findall(phrase)))
        if (window := _WINDOW.search(phrase)) is not None:
            opened.append((int(window[1]), int(window[2])))
            phrase = _WINDOW.sub(r"\3前", phrase)
        date = read_target(_DOES.sub(r"\1完成", _UNTIL.sub("", _THING.sub("", phrase))))
        if date is not None and date.kind == "date" and date.relation == "≤":
            found.append((arm, date))
            timed.add(doings)
        elif _NAMES_A_DATE.search(phrase) and not _AFTERWARDS.fullmatch(phrase):
            return []
    if len(named) > 1 or len(others) > 1 or named and others or not _alike(done if named else timed) or len({_WHOLLY.search(arm.guard.phrase) is None for arm, _ in found}) > 1:  # type: ignore[union-attr]
        return []  # 补贴6月底前发放，工程8月底前完工, 6月底前报送，8月底前公开: a deadline for each of two things
    ends = [date.day[1:] for _, date in found if date.day is not None]
    return found if all((month, day) in ends or (month, day - 1) in ends or day == 1 and any(m == (month - 2) % 12 + 1 and d in (None, _last(2001, m)) for m, d in ends) for month, day in opened) else []


def _alike(doings: set[frozenset[str]]) -> bool:
    """Whether one thing is done, in as many words or in fewer."""
    return all(each <= max(doings, key=len) for each in doings)


_THING = Pattern(r"^(?:每年|项目|主体|工程|工作|任务|资金|报告|建设|绩效|自评|预算|决算|部门|次年|当年)*(?:全部)?(?:于|在)?(?:次年|当年|每年)?(?=(?:\d{4}年)?\d{1,2}月)")
_NAMED = Pattern(r"^[^\W\d未不没无按自从到至于在由经将对除若如每]{1,8}(?:资金|补贴|补助|工资|款项?|经费|项目|工程|设备|物资|报告|报表|方案|任务|工作|作物|苗木|建设|目标|信息|预算|决算|清单|资料)(?=[在于]?(?:每年|当年)?\d{1,2}月)")  # 惠农补贴6月底前发放
_WINDOW = Pattern(r"^(?:\d{4}年)?(\d{1,2})月(\d{1,2})日(?:至|到|-|~)((?:\d{4}年)?\d{1,2}月\d{1,2}日)(?=[^\W\d]{0,6}$)")  # 4月1日至4月15日报送
_WHOLLY = Pattern(r"(?<=前)全部")
_INCLUDED = Pattern(r"(?<=[日底末])(?:\(含(?:当[日天])?\)|及)(?=前|以前|之前)|(?<=前)\(含(?:当[日天])?\)")  # a deadline's own day keeps it anyway
_HALF_YEAR = Pattern(r"^上半年(?:内|以内|底前|末前)?(?=[^\W\d]{2})")
_BY = Pattern(r"^不[晚迟]于(?P<day>(?:\d{4}年)?\d{1,2}月(?:\d{1,2}日|底|末))(?!前|以前|之前)")
_ITS_YEAR = Pattern(r"每年|次年|当年|全部|[在于]")
_DOES = Pattern(r"(月(?:\d{1,2}日|底|末)?(?:以前|之前|前))(?![^,;。]*(?:完整|规范|准确|合格|真实|齐全))(?:全部)?[^\W\d不未无没并且和及与或半部基仅只]{2,16}$")  # 11月30日前完成资金支付: what is done by then
_NEXT_YEAR = Pattern(r"次年|翌年|来年|下一?年|第二年")
_NAMES_A_DATE = Pattern(r"\d月|年[底末]")


_DID = "报送|上报|提交|完工|竣工|开工|办结|拨付|下达|公开|交付|建成|验收|投产|投用|通车|发放|印发|支付|公示|备案|申报|缴纳|上缴|到位|执行(?=完毕|完成|到位)|完成"
_DID_ON = Pattern(rf"(?:已[在于]|[在于])?((?:\d{{4}}年)?\d{{1,2}}月\d{{1,2}}日)(?:已|全部)*((?:{_DID})+)(?:完毕)?")
_DOINGS = Pattern(_DID)


def done_on(source: str, actual: Value) -> Value:
    """4月8日报送 as the date, where 报送 is the one thing that the standard times; 11月28日发放到位 where it times 发放到位."""
    said = _DID_ON.fullmatch(actual.text.rstrip("。;")) if actual.kind == "text" else None
    if said is None or set(_DOINGS.findall(source.replace("转移支付", ""))) != set(_DOINGS.findall(said[0])):
        return actual
    date = read_target(said[1])
    return actual if date is None or date.kind != "date" else date.but(text=actual.text)


_TIME_AND_MORE = Pattern(r"(?:^|(?<=[;。\n]))(?P<case>按照?规定的?(?:时间|时限)[和及、](?:有关|相关)?要求(?P<verb>[^\W\d未不没无]{2})(?P<what>[^,;。\d未不没无]{0,16}?))的?,?得[\d.]+分[,;](?:(?P=verb)不及时|不及时|(?:逾期|延迟|未按时|未及时)(?P=verb))的?,?[扣得][\d.]+分[,;]未(?P=verb)的?,?不得分[。;]?$")
_IN_TIME_SAID = Pattern(r"(?:均|都|全部)?已?(?:均|都|全部)?(?:按[时期]|及时|如期|准时|按照?规定的?(?:时间|时限)(?:和(?:有关|相关)?要求)?)(?P<verb>[^\W\d未不没无]{2})(?P<what>[^\W\d未不没无]{0,16})")


def as_demanded(source: str, text: str) -> str:
    """按规定时间和要求报送监控表 of 按规定时间和要求报送, not of 已按时报送, where the standard sets only lateness and nothing done against it; empty elsewhere."""
    asked = _TIME_AND_MORE.search(source) if "规定" in source else None
    told = _IN_TIME_SAID.fullmatch(text.rstrip("。;")) if asked is not None else None
    return "" if told is None or told["verb"] != asked["verb"] or told["what"] not in ("", asked["what"]) or "要求" not in told[0] else asked["case"]  # type: ignore[index]


def deadline(arms: Iterable[Arm], target: Value | None) -> tuple[Arm, Value] | None:
    """The arm whose phrase is a deadline (6月30日前完成得满分), if there is just one, and the date; its year is that of a target of the same day."""
    found = _dated(arms)
    if len(found) != 1:
        return None
    arm, date = found[0]
    same = target is not None and target.day is not None and date.day is not None and date.day[0] is None and date.day[1] == target.day[1] and (date.day[2] == target.day[2] or {date.day[2], target.day[2]} == {None, 31} or _one_day(target, date))
    return (arm, target) if same else (arm, date)  # type: ignore[return-value]


CUT_OFF = Pattern(r"(?:^|(?<=[,;，；。\n]))(?P<what>[^\W\d未不没无]{2,12}?)以(?:每年)?的?(?P<day>\d{1,2}月\d{1,2}日)为(?:截点|截止日期?|截止时间|期限|时限)")


def cut_off(source: str, target: Value | None) -> Value | None:
    """The target as the deadline where the standard names one for each of several things (秋季防疫以10月15日为截点); NotScorable where it is another."""
    named = {said["what"]: said["day"] for said in CUT_OFF.finditer(source)}
    if not named:
        return target
    if target is None:
        return read_target(f"{next(iter(named.values()))}前") if len(named) == 1 else None
    what = next((name for name in named if target.text.startswith(name)), "")
    date = read_target(target.text.removeprefix(what))
    days = [read_target(day).day[1:] for name, day in named.items() if what in ("", name)]  # type: ignore[union-attr, index]
    if date is None or date.kind != "date" or date.day is None:
        return target
    if date.day[1:] not in days:
        raise NotScorable(f"指标值{quoted(target.text)}不是评分标准所写的期限（{'、'.join(named.values())}），请核对指标值。")
    return date.but(text=target.text)


_UNTIL = Pattern(r"(?:\d{4}年)?\d{1,2}月(?:\d{1,2}日|底|末)?(?:(?:以后|之后|后)(?:[,、至到]|但在)*|(?:[,、至到]|但在)+)(?=(?:\d{4}年)?\d{1,2}月)")  # 6月30日以后、9月30日前 ends on the second day
_AFTERWARDS = Pattern(r"(?:(?:未能?|没有)[在于]?(?:\d{4}年)?\d{1,2}月(?:\d{1,2}日|底|末)(?:以|之)?前|(?:晚于|迟于|超过)(?:\d{4}年)?\d{1,2}月(?:\d{1,2}日|底|末))[^\d]*|(?:[在于]?(?:\d{4}年)?\d{1,2}月(?:\d{1,2}日|底|末)?)?(?:未按[时期]|未及时|未在(?:年度?内|当年|本年|规定(?:时间|期限)内?)|之后|其后|以后|此后|(?<=[日月底末])后|逾期|超期|超过|晚于|迟于|延迟|推迟|滞后)(?:(?!按[天日周月])[^\d])*")


def kept_deadline(words: Iterable[Arm], otherwise: Iterable[Arm], target: Value | None, actual: Value) -> Arm | None:
    """The arm of the first of several deadlines (6月30日前得5分，7月31日前得3分) that a date keeps, else the arm for what is later still."""
    found = _dated(words)
    years = {date.day[0] for _, date in found} - {None}  # type: ignore[index]
    if len(found) > 1 and actual.kind == "date" and actual.day[0] is not None and all(date.day[0] is not None for _, date in found):  # type: ignore[index]
        for arm, date in sorted(found, key=lambda row: (row[1].day[:2], row[1].day[2] or 31)):  # type: ignore[index]
            late = later(actual, date)
            if late is None or not late:
                return None if late is None else arm
        return afterwards(words, otherwise, actual, max(date.day[0] for _, date in found))  # type: ignore[index, type-var]
    dated = target is not None and target.day is not None
    if len(found) < 2 or actual.kind != "date" or len(years) > 1 or (years and dated and target.day[0] not in years):  # type: ignore[union-attr, index]
        return None
    if years and not dated:
        target = actual.but(day=(years.pop(), *found[0][1].day[1:])) if found[0][1].day[0] is not None else None  # type: ignore[index]  # the year is printed once, with the first of them
        if target is None:
            return None
    found = [(arm, date.but(day=(None, *date.day[1:]))) for arm, date in found]  # type: ignore[index]
    found.sort(key=lambda row: (row[1].day[1], row[1].day[2] or 31))  # type: ignore[index]
    year = actual.day[0] if target is None or target.day is None else target.day[0]  # type: ignore[index]
    if (target is None or target.day is None) and year is not None or target is not None and target.day is not None and not _one_day(target, found[0][1]):  # type: ignore[index]
        return None  # of which year, or which of them is the target's, is not said
    for arm, date in found:
        late = later(actual, date.but(day=(year, *date.day[1:])))  # type: ignore[index]
        if late is None:
            return None
        if not late:
            return arm
    return afterwards(words, otherwise, actual, year, found[-1][1].but(day=(year, *found[-1][1].day[1:])))  # type: ignore[index]


def _one_day(one: Value, other: Value) -> bool:
    """6月30日 is 6月底."""
    year = one.day[0] or other.day[0]  # type: ignore[index]
    if year is None and one.day[1] == 2:  # type: ignore[index]
        return one.day[1:] == other.day[1:]  # type: ignore[index]  # of which year, and so which day is the last, is not said
    year = year or 2001
    ends = [_last(year, v.day[1]) if v.day[2] is None and _AT_THE_END.search(v.text) else v.day[2] for v in (one, other)]  # type: ignore[index]
    return one.day[1] == other.day[1] and (one.day[2] == other.day[2] or ends[0] == ends[1])  # type: ignore[index]


def _is_next(last: Value, day: re.Match[str]) -> bool:
    """Whether what is printed (8月, 8月1日) begins with the day after the last deadline."""
    year, month, ends = last.day  # type: ignore[misc]
    final = _last(year or 2001, month)
    ends = final if ends is None and _AT_THE_END.search(last.text) else ends
    if day[0][-1] in "底末" or ends is None or day[1]:
        return False
    follows = (month + 1, 1) if ends == final else (month, ends + 1)
    return (int(day[2]), int(day[3] or 1)) == follows


_WITHIN_YEAR, _DAY = Pattern(r"年内|当年|本年"), Pattern(r"(?:(\d{4})年)?(\d{1,2})月(?:(\d{1,2})日|底|末)?")


def afterwards(words: Iterable[Arm], otherwise: Iterable[Arm], actual: Value, year: int | None, last: Value | None = None) -> Arm | None:
    """The arm for what is later than every deadline (逾期完成不得分, 否则不得分); None where it begins later itself (未在年内完成, 12月31日后完成) and the date lies between."""
    rest = [a for a in words if _AFTERWARDS.fullmatch(a.guard.phrase)] or list(otherwise)  # type: ignore[union-attr]
    phrase = getattr(rest[0].guard, "phrase", "") if len(rest) == 1 else ""
    if actual.day is not None and ((day := _DAY.search(phrase)) or _WITHIN_YEAR.search(phrase)):
        if (year is None) != (actual.day[0] is None):
            return None
        if last is not None and day is not None and _is_next(last, day):
            return rest[0]  # 7月底前, 8月以后: nothing lies between
        if actual.day[0] == year and (day is None or (actual.day[1], actual.day[2] or 1) <= (int(day[2]), int(day[3] or 31))):
            return None
    return rest[0] if len(rest) == 1 else None


def punctual(target: Value | None, actual: Value) -> bool | None:
    """Whether the actual keeps its deadline; None where that cannot be told."""
    text = actual.text.rstrip("。;")
    if text in PUNCTUAL or timely(text) or _EARLY.fullmatch(text):
        return True
    if _LATE.fullmatch(text) or text in {f"{no}{word}" for no in ("未", "不", "没有", "未能") for word in PUNCTUAL}:
        return False
    if target is not None and target.kind == actual.kind == "date":
        late = later(actual, target)
        return None if late is None else not late
    return None


_NAMED_LATE = Pattern(r"(?:延迟|推迟|晚|迟)(?P<does>到位|拨付|下达|发放|支付|报送|上报|提交)(?P<how>(?:\d+|[一二两三四五六七八九十]+)个?(?:天|日|工作日|月|周|季度))|((?:延迟|推迟|逾期|延期|滞后|超期|延误|延后|晚|迟)了?(?:\d+|[一二两三四五六七八九十]+)个?(?:天|日|工作日|月|小时|周|季度|年))([^\W\d未不没]{2,6})")


_IN_MONTH = Pattern(rf"(?:[在于])?(?P<month>(?:\d{{4}}年)?(?:1[0-2]|[1-9])月)份?(?:已|全部)*(?P<does>{_DID})")


def named_late(source: str, actual: Value) -> Value:
    """推迟2个月拨付 is 推迟2个月 where the standard itself says 每推迟1个月拨付, and 7月份到位 the month."""
    if (month := _IN_MONTH.fullmatch(actual.text.rstrip("。;"))) is not None and source.count(month["does"]) in (1, 2) and (date := read_target(month["month"])) is not None and date.kind == "date":
        return date.but(text=actual.text)  # 7月份到位
    match = _NAMED_LATE.fullmatch(actual.text.rstrip("。;"))
    if match is not None and match["how"]:
        return actual.but(text="推迟" + match["how"]) if actual.text.startswith(("迟", "晚")) or match["does"] in source else actual
    if match is None or not re.search(rf"每(?:延迟|推迟|逾期|延期|滞后|超期|延误|延后|晚|迟)(?:\d+|一)?个?(?:天|日|工作日|月|小时|周|季度|年){re.escape(match[4])}的?扣", source):
        return actual
    return actual.but(text=match[3])


_LATE_DOING = Pattern(rf"(?:已|实际)?(?:逾期|延迟|推迟|超期|滞后|延误)了?(?P<n>\d+(?:\.\d+)?|[一二两三四五六七八九十]+)个?(?P<unit>工作日|天|日|月|周|季度|小时)(?P<does>{_DID}|完成)")


def late_by(source: str, actual: Value) -> Value | None:
    """逾期20天完成: so late, where what was done late is what the standard is about."""
    said = _LATE_DOING.fullmatch(actual.text.rstrip("。;"))
    if said is None or said["does"] not in source:
        return None
    number = told_number(said["n"])
    return None if number is None else Value("number", actual.text, "", number, unit=WORKDAY if said["unit"] == "工作日" else unit_named(said["unit"]))


_TARDILY = r"(?:逾期|超期|延迟)"  # what is put off (推迟) may be so with leave
_DONE_LATE = Pattern(rf"(?P<of>[^\W\d,;。未不没无]{{0,12}}?)(?P<late>{_TARDILY})(?P<does>[^\W\d,;。未不没无]{{2,12}})")
_MERELY_LATE = Pattern(rf"{_TARDILY}|(?:未|没有|不)(?:按时|按期|及时|如期)")
_IN_TIME = r"(?:按时|按期|及时|如期|准时)"
_DUE = Pattern(rf"(?P<of>[^\W\d,;。未不没无]{{0,16}}?){_IN_TIME}(?P<does>[^\W\d,;。未不没无]{{2,16}})")


_WHEN_DUE = r"在?(?:规定|要求)的?(?:时间|时限|期限)(?:之|以)?内|按时|按期|及时|如期"
_SENT = "报送|上报|提交|申报|公开|公示"
_WORK_IN_TIME = Pattern(rf"(?P<no>未(?:能)?)?(?:{_WHEN_DUE})完成(?P<what>[^\W\d未不没无]{{0,10}}?)(?P<does>{_SENT})工作")
_SENT_IN_TIME = Pattern(rf"(?P<no>未(?:能)?)?(?:已|均)?(?:{_WHEN_DUE})(?:已|均)?(?P<does>{_SENT})(?P<what>[^\W\d未不没无]{{0,10}})")


def _work_done(phrases: list[str], text: str) -> str:
    """在规定时间内完成材料报送工作 of 已在规定时间内报送, where that and its contrary are all that is told; empty elsewhere."""
    said = _SENT_IN_TIME.fullmatch(text)
    due = [_WORK_IN_TIME.fullmatch(p) for p in phrases] if said is not None else []
    if len(due) != 2 or not all(due) or len({m["does"] for m in due}) > 1 or bool(due[0]["no"]) == bool(due[1]["no"]) or said["does"] != due[0]["does"]:  # type: ignore[index]
        return ""
    things = {m["what"] for m in due} - {""}  # type: ignore[index]
    if len(things) > 1 or said["what"] and said["what"] not in things:  # type: ignore[index]
        return ""
    return next(m[0] for m in due if bool(m["no"]) == bool(said["no"]))  # type: ignore[index]


def done_late(phrases: list[str], text: str) -> str:
    """逾期 of 逾期申报, where 按时申报绩效目标 is the one thing that was to be done in time; empty where it is not."""
    if work := _work_done(phrases, text.rstrip("。;")):
        return work
    said = _DONE_LATE.fullmatch(text.rstrip("。;"))
    late = [p for p in phrases if _MERELY_LATE.fullmatch(p)] if said is not None else []
    due = [m for p in phrases if (m := _DUE.fullmatch(p)) is not None] if late else []
    if len(late) != 1 or len(due) != 1 or not due[0]["does"].startswith(said["does"]) or said["of"] and not due[0]["of"].endswith(said["of"]):  # type: ignore[index]
        return ""
    return late[0]


_PHRASE_DUE = Pattern(rf"({_IN_TIME})({_DID})$")
_LATELY = Pattern(rf"(?<![未无没有不]){_TARDILY}(?P<does>{_DID}|(?=[,;、。]|$))")
_SO_MANY_IN_TIME = Pattern(rf"(?P<n>\d|[一二两三四五六])(?:项|个)(?:均|都)?(?P<no>未)?{_IN_TIME}(?:{_DID})")


def not_in_time(text: str, phrases: list[str]) -> str:
    """决算逾期公开 as 决算未按期公开, where 预算按期公开 and 决算按期公开 are asked for; 1项超期 as 1项不符合."""
    due = {(m[1], m[2]) for p in phrases if (m := _PHRASE_DUE.search(p)) is not None} if _TARDY_OR_DUE.search(text) else set()
    if len(due) != 1 or not all(_PHRASE_DUE.search(p) for p in phrases):
        return text
    how, does = due.pop()
    told = _LATELY.sub(lambda m: f"未{how}{does}" if m["does"] in ("", does) else m[0], text)
    return _SO_MANY_IN_TIME.sub(lambda m: f"{m['n']}项{'不' if m['no'] else ''}符合", told)


_TARDY_OR_DUE = Pattern(rf"{_TARDILY}|{_IN_TIME}")


def delay(target: Value | None, actual: Value, unit: str) -> list[Decimal]:
    """How many days (months …) late, 0 when in time; two bounds where days are said of months, whose length is not; nothing where it cannot be told."""
    match = _LATE.fullmatch(actual.text.rstrip("。;"))
    if match:
        number = told_number(match[1])
        return _in_units(number, _UNITS[match[2]], unit)  # type: ignore[arg-type]
    kept = punctual(target, actual)
    if kept:
        return [Decimal(0)]
    if kept is None or target is None or target.day is None or actual.day is None:
        return []
    (year, month, day), (limit_year, limit_month, limit_day) = actual.day, target.day
    if year is None or limit_year is None:
        if year is not limit_year or min(month, limit_month) < 3:
            return []  # without the year nobody knows how long February was
        year = limit_year = 2001
    if limit_day is None and _AT_THE_END.search(target.text):
        limit_day = _last(limit_year, limit_month)
    months = (year - limit_year) * 12 + month - limit_month
    if unit == "月" and day is None and limit_day is None:
        return [Decimal(months)]
    if day is None or limit_day is None or not _exist((year, month, day), (limit_year, limit_month, limit_day)):
        return [Decimal(months)] if unit == "月" and day is None else []
    if unit == "月":
        return _months(months, day - limit_day, day == _last(year, month))
    if unit in ("天", "周"):
        from datetime import date  # only a late date needs it

        return [Decimal((date(year, month, day) - date(limit_year, limit_month, limit_day)).days) / (7 if unit == "周" else 1)]
    return []


def undecided(limit: Value | None, actual: Value, words: str) -> NotScorable:
    """Why a date earns no points under a standard of these words."""
    if limit is None or limit.kind != "date":
        told = "没有写明期限" if limit is None else f"而指标值{quoted(limit.text)}不是期限"
        return NotScorable(f"完成值{quoted(actual.text)}是日期，{told}，评分标准“{words}”不能据此计分，请核对指标值，或由填报人填写得分。")
    kept = punctual(limit, actual)
    if kept is None:
        return NotScorable(f"完成值{quoted(actual.text)}与期限{quoted(limit.text)}没有都写全年月日，不能判断是否按时，评分标准“{words}”不能据此计分，请写明年月日。")
    if kept:
        return NotScorable(f"完成值{quoted(actual.text)}没有晚于期限{quoted(limit.text)}，评分标准“{words}”没有写明这时得多少分，请由填报人填写得分。")
    return NotScorable(f"完成值{quoted(actual.text)}晚于期限{quoted(limit.text)}，评分标准“{words}”不能由这两个日期定出得分，请写明延迟了多久（如“延迟5天”），或由填报人填写得分。")


_AT_THE_END = Pattern(r"月(?:底|末)")
_DAYS = {"月": (28, 31), "季度": (90, 92), "年": (365, 366), "周": (7, 7)}  # the shortest and the longest


def _in_units(number: Decimal, said: str, unit: str) -> list[Decimal]:
    if said == unit:
        return [number]
    if said == "天" and unit in _DAYS:
        return [number / days for days in _DAYS[unit]]
    if unit == "天" and said in _DAYS:
        return [number * days for days in _DAYS[said]]
    return []


def _months(months: int, days: int, month_end: bool) -> list[Decimal]:
    """Whole months by their days; the last day of a shorter month ends one (民法典 第二百零二条)."""
    if days == 0 or (days < 0 and month_end):
        return [Decimal(months)]
    whole, days = (months, days) if days > 0 else (months - 1, days + 30)
    return [Decimal(whole) + Decimal(min(days, length - 1)) / length for length in (28, 31)]


def _last(year: int, month: int) -> int:
    from calendar import monthrange

    return monthrange(year, month)[1]


def _exist(*days: tuple[int, int, int]) -> bool:
    return all(1 <= day <= _last(year, month) for year, month, day in days)
