"""How far something has moved, told by both figures: 由54.2%降至53.9%; 上年460万元，本年427.8万元.

A rate moves by points where the standard counts points, an amount by its share of what it was; the names beside the two figures must be one, and the standard's own.
"""

from __future__ import annotations

from decimal import Decimal

from ziping.amounts import EXACT, PERCENT
from ziping.standards.cells.conversion import convertible
from ziping.standards.cells.values import Value, read_actual
from ziping.standards.clauses.edges import GROWTH
from ziping.standards.points.binding import Bound
from ziping.standards.refusal import NotScorable, quoted
from ziping.standards.sayings.several import bears_name
from ziping.standards.words.vocabulary import Pattern

__all__ = ["since"]

_FIGURE = r"\d[\d.,]*(?:%|[^\W\d降升增减]{0,3})"
_LAST, _NOW = r"(?:上一?年度?|去年|上年同期)", r"(?:本年度?|今年|当年|现在)"
_FROM_TO = Pattern(rf"(?P<name>[^\W\d]{{0,12}}?)(?:由|从)(?:{_LAST})?的?(?P<then>{_FIGURE})(?P<how>降低|下降|减少|降|上升|提高|增长|增加|升)(?:至|到|为){_NOW}?的?(?P<now>{_FIGURE})")
_BOTH = Pattern(rf"{_LAST}的?(?P<one>[^\W\d]{{0,12}}?)(?:为|是|:)?(?P<then>{_FIGURE})[,;]{_NOW}的?(?P<other>[^\W\d]{{0,12}}?)(?:为|是|:)?(?P<now>{_FIGURE})")
_FALLS, _RISES = Pattern(r"(?:下降|降低|减少|压减|压降|压缩|下浮)(?:率|幅度|比例)?$"), Pattern(r"(?:增长|提高|提升|上升|增加|变动|变化|增减)(?:率|幅度|比例)?$")
_BY_POINTS = Pattern(r"[\d.]个?百分点")
_WHEN = Pattern(rf"(?:较|比|与|同)?{_LAST}?(?:相比)?(?:下降|降低|减少|压减|压降|压缩|下浮|增长|提高|提升|上升|增加|变动|变化|增减)(?:率|幅度|比例)?$")


def since(bound: Bound, actual: Value) -> Value | None:
    """The change as the number that the standard asks for; None where the actual tells no two figures of it, NotScorable where they contradict their words."""
    text, subject = actual.text.rstrip("。;"), bound.rule.subject
    falls = _FALLS.search(subject) is not None
    if bound.rule.unit != PERCENT or not (falls or subject == GROWTH or _RISES.search(subject)):
        return None
    said = _FROM_TO.fullmatch(text) or _BOTH.fullmatch(text)
    then, now = (read_actual(said["then"]), read_actual(said["now"])) if said is not None else (None, None)
    if said is None or then is None or now is None or then.kind != "number" or now.kind != "number" or then.relation or now.relation:
        return None
    if "how" in said.re.groupindex and said["how"][0] in "降下减" and now.low >= then.low or "how" in said.re.groupindex and said["how"][0] in "上提增升" and now.low <= then.low:
        raise NotScorable(f"完成值{quoted(text)}中的增减与前后两个数不符，请核对完成值。")
    names = {said["name"]} if "name" in said.re.groupindex else {said["one"], said["other"]}
    if not all(_is_of(name, subject) for name in names if name):
        return None
    points = _BY_POINTS.search(bound.rule.source) is not None
    if then.unit == now.unit == PERCENT:
        moved = now.low - then.low if points else None
    else:
        moved = None if points else _share(then, now)
    if moved is None:
        return None
    return Value("number", text, "", -moved if falls else moved, unit=PERCENT)


def _is_of(name: str, subject: str) -> bool:
    whole = _WHEN.sub("", subject)
    return name == whole or (len(name) >= 2 and subject != GROWTH and bears_name(name, whole))


def _share(then: Value, now: Value) -> Decimal | None:
    times = convertible(now.unit, then.unit)
    if times is None or then.bare or now.bare or PERCENT in (then.unit, now.unit) or then.low <= 0:
        return None
    after = EXACT.multiply(now.low, times).scaleb(now.unit.shift - then.unit.shift)
    return EXACT.divide((after - then.low) * 100, then.low)
