"""How late an actual is, by its date or by its own words (延迟3天, 逾期2个月, 按时完成); what a standard's deadlines are is in `deadlines`."""

from __future__ import annotations

import re
from decimal import Decimal

from ziping.amounts import unit_named
from ziping.standards.cells.defaults import later
from ziping.standards.cells.values import Value, read_target
from ziping.standards.clauses.phrases import PUNCTUAL, timely
from ziping.standards.refusal import NotScorable, quoted
from ziping.standards.words.spelling import told_number
from ziping.standards.words.tokens import WORKDAY
from ziping.standards.words.vocabulary import Pattern

__all__ = ["AT_THE_END", "TIMED_DOINGS", "as_demanded", "delay", "done_late", "done_on", "last_day", "late_by", "named_late", "not_in_time", "punctual", "undecided"]

_LATE = Pattern(r"(?:已|实际|共)?(?:超过(?:规定|要求|约定)(?:时间|时限|期限|工期)?|超过计划(?:时间|时限|期限|工期)|延迟|推迟|逾期|延期|晚|滞后|迟|拖延|拖欠|滞留|超期|延误|延后|延长|超时|超(?=[\d一二两三四五六七八九十]))(?:完成|报送|到位|拨付|发放|支付|交|报|拨|发|付|了)?(\d+|[一二两三四五六七八九十]+)个?(天|日|工作日|个月|月|小时|周|季度|年)(?:完成|报送)?")
_EARLY = Pattern(r"(?:实际|已)?(?:比(?:计划|规定|预定)(?:时间|工期|期限)?)?提前了?(?:\d+|[一二两三四五六七八九十]+)个?(?:天|日|工作日|月|小时|周)(?:完成|报送|完工|竣工|交付|上报|办结)?")
_UNITS = {"日": "天", "天": "天", "工作日": "工作日", "月": "月", "小时": "小时", "周": "周", "季度": "季度", "年": "年"}


_DID = "报送|上报|提交|完工|竣工|开工|办结|拨付|下达|公开|交付|建成|验收|投产|投用|通车|发放|印发|支付|公示|备案|申报|缴纳|上缴|到位|执行(?=完毕|完成|到位)|完成"
_DID_ON = Pattern(rf"(?:已[在于]|[在于])?((?:\d{{4}}年)?\d{{1,2}}月\d{{1,2}}日)(?:已|全部)*((?:{_DID})+)(?:完毕)?")
TIMED_DOINGS = Pattern(_DID)


def done_on(source: str, actual: Value) -> Value:
    """4月8日报送 as the date, where 报送 is the one thing that the standard times; 11月28日发放到位 where it times 发放到位."""
    said = _DID_ON.fullmatch(actual.text.rstrip("。;")) if actual.kind == "text" else None
    if said is None or set(TIMED_DOINGS.findall(source.replace("转移支付", ""))) != set(TIMED_DOINGS.findall(said[0])):
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


def punctual(target: Value | None, actual: Value) -> bool | None:
    """Whether the actual keeps its deadline; None where that cannot be told."""
    text = actual.text.rstrip("。;")
    if text in PUNCTUAL or "," not in text and timely(text) or _EARLY.fullmatch(text):
        return True
    if _LATE.fullmatch(text) or text in {f"{no}{word}" for no in ("未", "不", "没有", "未能") for word in PUNCTUAL}:
        return False
    if target is not None and target.kind == actual.kind == "date":
        late = later(actual, target)
        return None if late is None else not late
    return None


_NAMED_LATE = Pattern(r"(?:延迟|推迟|晚|迟)(?P<does>到位|拨付|下达|发放|支付|报送|上报|提交)(?P<how>(?:\d+|[一二两三四五六七八九十]+)个?(?:天|日|工作日|月|周|季度))|((?:延迟|推迟|逾期|延期|滞后|超期|延误|延后|晚|迟)了?(?:\d+|[一二两三四五六七八九十]+)个?(?:天|日|工作日|月|小时|周|季度|年))([^\W\d未不没]{2,6})")


_PUT_OFF, _TIME = "延迟|推迟|逾期|延期|滞后|超期|延误|延后|晚|迟", "(?:天|日|工作日|月|小时|周|季度|年)"
_IN_MONTH = Pattern(rf"(?:[在于])?(?P<month>(?:\d{{4}}年)?(?:1[0-2]|[1-9])月)份?(?:已|全部)*(?P<does>{_DID})")


def named_late(source: str, actual: Value) -> Value:
    """推迟2个月拨付 is 推迟2个月 where the standard itself says 每推迟1个月拨付, and 7月份到位 the month."""
    if (month := _IN_MONTH.fullmatch(actual.text.rstrip("。;"))) is not None and source.count(month["does"]) in (1, 2) and (date := read_target(month["month"])) is not None and date.kind == "date":
        return date.but(text=actual.text)  # 7月份到位
    if (late := _late_with_it(source, actual)) is not actual:
        return late
    match = _NAMED_LATE.fullmatch(actual.text.rstrip("。;"))
    if match is not None and match["how"]:
        return actual.but(text="推迟" + match["how"]) if actual.text.startswith(("迟", "晚")) or match["does"] in source else actual
    if match is None:
        return actual
    each, does = f"每(?:{_PUT_OFF})", re.escape(match[4])
    behind, before = rf"{each}(?:\d+|一)?个?{_TIME}{does}的?扣", rf"{each}{does}(?:\d+|一)个?{_TIME}的?,?扣"  # 每延迟1天拨付, 每延迟拨付1天
    told = re.search(behind, source) or (len(re.findall(each, source)) == 1 and re.search(before, source))
    return actual.but(text=match[3]) if told else actual


_PUT_OFF_DOING = Pattern(rf"(?:已|实际)?(?P<late>延迟|推迟|逾期|延期|滞后|超期|延误|延后|晚|迟)了?(?:(?P<how>(?:\d+|[一二两三四五六七八九十]+)个?{_TIME})(?P<does>{_DID})|(?P<did>{_DID})(?P<much>(?:\d+|[一二两三四五六七八九十]+)个?{_TIME}))")


def _late_with_it(source: str, actual: Value) -> Value:
    """推迟1个月完工 and 推迟完工1个月 as 推迟1个月, where 完工 is the one thing that the standard times, by a day before which it earns the points."""
    said = _PUT_OFF_DOING.fullmatch(actual.text.rstrip("。;"))
    does = "" if said is None else said["does"] or said["did"]
    if said is None or set(TIMED_DOINGS.findall(source.replace("转移支付", ""))) != {does} or not re.search(rf"月(?:\d{{1,2}}日|底|末)?(?:以|之)?前(?:全部|全面)?{does}的?,?得", source):
        return actual
    return actual.but(text=f"推迟{said['how'] or said['much']}")


_LATE_DOING = Pattern(rf"(?:已|实际)?(?:逾期|延迟|推迟|延期|延后|超期|滞后|延误)了?(?P<n>\d+(?:\.\d+)?|[一二两三四五六七八九十]+)个?(?P<unit>工作日|天|日|月|周|季度|小时)(?P<does>{_DID}|完成)")


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
_WORK_IN_TIME = Pattern(rf"(?P<no>未(?:能)?)?(?:{_WHEN_DUE})完成(?P<what>[^\W\d未不没无及和与并或]{{0,10}}?)(?P<does>{_SENT})工作")
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
    by_its_end = limit_day is None and AT_THE_END.search(target.text) is not None
    if by_its_end:
        limit_day = last_day(limit_year, limit_month)
    months = (year - limit_year) * 12 + month - limit_month
    if unit == "月" and day is None and limit_day is None:
        return [Decimal(months)]
    if day is None or limit_day is None or not _exist((year, month, day), (limit_year, limit_month, limit_day)):
        return [Decimal(months)] if unit == "月" and day is None else []
    if unit == "月":
        ends = day == last_day(year, month)
        whole = [Decimal(months)] if ends and limit_day == last_day(limit_year, limit_month) else []  # from the end of a month to that of another
        return whole if by_its_end and whole else whole + _months(months, day - limit_day, ends)
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


AT_THE_END = Pattern(r"月(?:底|末)")
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


def last_day(year: int, month: int) -> int:
    from calendar import monthrange

    return monthrange(year, month)[1]


def _exist(*days: tuple[int, int, int]) -> bool:
    return all(1 <= day <= last_day(year, month) for year, month, day in days)
