"""The deadlines that a standard names (6月30日前完成得满分, 6月30日前得5分，7月31日前得3分, 以10月15日为截点), and the one that a date keeps."""

from __future__ import annotations

import re
from collections.abc import Iterable

from ziping.standards.cells.defaults import later
from ziping.standards.cells.values import Value, read_target
from ziping.standards.clauses.rule import Arm
from ziping.standards.refusal import NotScorable, quoted
from ziping.standards.sayings.lateness import AT_THE_END, TIMED_DOINGS, last_day
from ziping.standards.words.vocabulary import Pattern

__all__ = ["CUT_OFF", "afterwards", "cut_off", "deadline", "kept_deadline"]


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
        done.add(doings := frozenset(TIMED_DOINGS.findall(phrase)))
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
    return found if all((month, day) in ends or (month, day - 1) in ends or day == 1 and any(m == (month - 2) % 12 + 1 and d in (None, last_day(2001, m)) for m, d in ends) for month, day in opened) else []


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
    ends = [last_day(year, v.day[1]) if v.day[2] is None and AT_THE_END.search(v.text) else v.day[2] for v in (one, other)]  # type: ignore[index]
    return one.day[1] == other.day[1] and (one.day[2] == other.day[2] or ends[0] == ends[1])  # type: ignore[index]


def _is_next(last: Value, day: re.Match[str]) -> bool:
    """Whether what is printed (8月, 8月1日) begins with the day after the last deadline."""
    year, month, ends = last.day  # type: ignore[misc]
    final = last_day(year or 2001, month)
    ends = final if ends is None and AT_THE_END.search(last.text) else ends
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
