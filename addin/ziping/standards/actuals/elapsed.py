"""How long something took after what the standard counts from: 季度结束后12日拨付; 2023年2月10日批复，2月24日公开."""

from __future__ import annotations

from decimal import Decimal

from ziping.amounts import unit_named
from ziping.standards.cells.values import Value, read_actual
from ziping.standards.points.binding import Bound
from ziping.standards.refusal import NotScorable, quoted
from ziping.standards.words.vocabulary import Pattern

__all__ = ["elapsed"]

_DAY = r"(?:(?:\d{4})年)?\d{1,2}月\d{1,2}日"
_BOTH = Pattern(rf"(?P<from>{_DAY})(?P<event>[^\W\d]{{2,6}})[,;](?P<to>{_DAY})(?P<does>[^\W\d]{{2,4}})")
_AFTER = Pattern(r"(?P<event>[^\W\d]{2,10}后)(?P<time>\d+个?(?:天|日|工作日|小时))(?:内)?(?P<does>[^\W\d]{2,4})")


def elapsed(bound: Bound, actual: Value) -> Value | None:
    """The days since the event that the rule's subject ends with, where the actual names that event and what was done; None elsewhere."""
    text, subject, unit = actual.text.rstrip("。;"), bound.rule.subject, bound.rule.unit
    if not subject.endswith("后") or not unit.base:
        return None
    if (said := _AFTER.fullmatch(text)) is not None:
        time = read_actual(said["time"])
        same = subject.endswith(said["event"]) and f"内{said['does']}" in _UNTO.sub("内", bound.rule.source)
        return time.but(text=text) if same and time is not None and time.kind == "number" else None
    said = _BOTH.fullmatch(text)
    if said is None or unit != unit_named("天") or not subject.endswith(f"{said['event']}后") or f"内{said['does']}" not in _UNTO.sub("内", bound.rule.source):
        return None
    first, last = read_actual(said["from"]), read_actual(said["to"])
    if first is None or last is None or first.day is None or last.day is None or first.day[0] is None or None in first.day[1:] or None in last.day[1:]:
        return None
    from datetime import date  # only two dates need it

    try:
        days = (date(last.day[0] or first.day[0], *last.day[1:]) - date(*first.day)).days  # type: ignore[arg-type]
    except ValueError:
        return None
    if days < 0:
        raise NotScorable(f"完成值{quoted(text)}中的{said['does']}早于{said['event']}，请核对日期。")
    return Value("number", text, "", Decimal(days), unit=unit)


_UNTO = Pattern(r"内(?:向社会|向公众|予以|及时|完成)")
