"""Cases of several conditions each (覆盖率80%以上，平均15次以上，3分；…): one case holds where all of its conditions do, and the actual tells every one that decides.

A standard is read so only where each of its sentences is such a case; how an actual is held against them is in `holding`.
"""

from __future__ import annotations

import re
from decimal import Decimal

from ziping.standards.cells.values import Value, shown
from ziping.standards.cells.verbatim import printed
from ziping.standards.clauses.conditions import read_span
from ziping.standards.clauses.edges import RawSpan, percent
from ziping.standards.clauses.phrases import DANGER
from ziping.standards.clauses.sections import without_glosses
from ziping.standards.points.binding import Outcome
from ziping.standards.words.cursor import Cursor
from ziping.standards.words.desirable import better_when_higher
from ziping.standards.words.records import Record
from ziping.standards.words.tokens import tokens
from ziping.standards.words.vocabulary import Pattern, in_order

__all__ = ["PER_HEAD", "Case", "Cases", "Measured", "alike", "several_conditions", "shorter", "unit_of"]


class Measured(Record):
    """A number of a name within a span."""

    __slots__ = ("name", "span", "text")
    name: str
    span: RawSpan
    text: str


class Case(Record):
    """Conditions that hold together, or of which one is enough (`either`), and the points; no conditions: whatever no other case covers."""

    __slots__ = ("conditions", "either", "points")
    conditions: tuple[Measured | str, ...]
    either: bool
    points: Decimal

    def text(self) -> str:
        joint = "或" if self.either else "且"
        said = joint.join(c.text if isinstance(c, Measured) else c for c in self.conditions) or "其他"
        return f"{said}得{shown(self.points)}分"


class Cases(Record):
    """A standard as cases."""

    __slots__ = ("cases",)
    cases: tuple[Case, ...]

    def words(self) -> str:
        return "；".join(case.text() for case in self.cases)

    def render(self) -> str:
        return printed("理解为：" + self.words())

    def run(self, _target: Value | None, actual: Value) -> Outcome:
        """The points of the one case that holds; NotScorable where a condition that decides is not told."""
        from ziping.standards.holding import the_one_case  # many standards are looked at as cases, few actuals are held against them

        return the_one_case(self, actual.text.rstrip("。;"))

    def measured(self) -> list[Measured]:
        return [c for case in self.cases for c in case.conditions if isinstance(c, Measured)]

    def tells(self, _actual: Value) -> bool:
        """Whether such an actual can be held against the cases, which measure something."""
        return bool(self.measured())


_HOW = Pattern(r"按|及时|如期|准时|提前|足额|一次|首|新|较|超|优|重[大点]|[未不没无非]|[上去往]年|季|月|周|旬")  # left out, another thing is told
PER_HEAD = Pattern(r"平均|[^\W\d]均|每")


def alike(one: str, other: str) -> bool:
    a, b = (PER_HEAD.sub("", name) for name in (one, other))
    return a == b or shorter(a, b) or shorter(b, a)


def shorter(said: str, name: str) -> bool:
    """Whether it is the name with words left out that do not tell how or when."""
    if len(said) < 2 or len(said) >= len(name) or not in_order(said, name):
        return False
    rest = iter(said)
    at = next(rest)
    left = ""
    for sign in name:
        if sign == at:
            at = next(rest, "")
        else:
            left += sign
    return not _HOW.search(left)


def unit_of(span: RawSpan) -> str:
    edge = span.low or span.high
    unit = percent(edge.unit)  # type: ignore[union-attr]
    return unit.base + ("%" if unit.text == "%" else "") if unit is not None else ""


_DIGIT = Pattern(r"\d")
_SENTENCES = Pattern(r"[;。\n]|,(?=否则|其[他它余](?:情况|情形)?(?:的)?,?(?:不?得))")
_MARK = Pattern(r"^(?:[①-⑳]|\(?\d{1,2}[)、.](?!\d)|\([一二三四五六七八九]\))")
_ENDS = Pattern(r"(?:的)?,?(?P<each>分别)?(?:得|\(|(?<=,)|(?<=的))(?P<points>\d+(?:\.\d+)?分(?:[、,和及]\d+(?:\.\d+)?分)*)\)?$|(?:的)?,?(?P<none>不得分)$|(?:的)?,?(?P<full>得满分)$")
_REST = Pattern(r"^(?:否则|其他|其余|其它)(?:情况|情形)?(?:的)?,?")
_AND, _OR = Pattern(r",?(?:并且|且|同时)|,"), Pattern(r",?或者?")
_NUMBERS = Pattern(r"(\d+(?:\.\d+)?%?)((?:[、和及]\d+(?:\.\d+)?%?)+)")
_NO_CASE = Pattern(r"扣|每[^,;。]*(?:扣|加)|加分|酌|其中|是否|公式|=")
_LATER = Pattern(r",?(?:并|同时)?按(?:有关|相关)规定处理$")


def several_conditions(text: str, full: Decimal) -> Cases | None:
    """The standard as cases of several conditions, the best of which earns the full points; None where it is none."""
    if (short := _ONE_SHORT.search(text)) is not None:
        return _one_of_two(text[: short.start()], Decimal(short["off"]), full)
    if (one := _ONLY_ONE.search(text)) is not None:
        return _one_of_two(text[: one.start()], full - Decimal(one["some"]), full)  # 仅满足其中一项得2分，均不满足不得分
    if _NO_CASE.search(text):
        return None
    pieces = [_LATER.sub("", _MARK.sub("", p)) for p in _SENTENCES.split(without_glosses(text)) if p]
    found: list[Case] = []
    for piece in pieces:
        read = _cases(piece, full, found)
        if read is None:
            return None
        found += read
    several = sum(len(case.conditions) > 1 for case in found)
    return Cases(tuple(found)) if len(found) > 1 and several and max(case.points for case in found) == full and len({case.points for case in found}) > 1 else None


_UNMET = r"(?:未|不|没有)(?:达到|达标|符合|满足|完成|实现)(?:要求|标准|目标|条件)?的?,?"
_ONE_SHORT = Pattern(rf"[,;。](?:其中)?每?(?:有|任一|任意)?[一1]?项{_UNMET}扣(?P<off>\d+(?:\.\d+)?)分[,;。](?:(?:两|二|2)项(?:均|都|全)?|均|都){_UNMET}不得分[。;]?$")


_DID = r"(?:达标|符合|满足|达到|做到|完成|实现)(?:要求|标准|目标|条件)?"
_ONLY_ONE = Pattern(
    rf"[,;。](?:(?:仅|只)?(?:符合|满足|达到|做到|具备)其?中?(?:任[意一何])?[一1]项(?:条件|要求)?|(?:仅|只)?(?:其中|有)?(?:任[意一何])?[一1]项{_DID})的?,?得(?P<some>\d+(?:\.\d+)?)分"
    rf"[,;。](?:(?:两|二|2)项)?(?:均|都|全)?{_UNMET}不得分[。;]?$"
)
_BOTH_DO = Pattern(rf"(?<=\d|%)[,;。](?:以上)?(?:(?:两|二|2)项)?(?:指标)?(?:均|都|同时){_DID}(?=的?,?得(?:满分|\d+(?:\.\d+)?分)$)")  # 出勤率≥90%、合格率≥95%，两项均达标得10分
_AND_ANOTHER = Pattern(r"(?<=[\d%])、(?=[^\d])")


def _one_of_two(both: str, off: Decimal, full: Decimal) -> Cases | None:
    """办结率100%且满意率90%以上得5分；有一项未达到扣2分，两项均未达到不得分: both of them, one of them, neither."""
    both = _BOTH_DO.sub("", both) if both.count("、") < 2 else both
    both = _AND_ANOTHER.sub("且", both) if both.count("、") == 1 else both
    read = None if _NO_CASE.search(both) else _cases(_MARK.sub("", both), full, [])
    if read is None or len(read) != 1 or read[0].either or len(read[0].conditions) != 2 or read[0].points != full or not 0 < off < full:
        return None
    return Cases((read[0], Case(read[0].conditions, True, full - off), Case((), False, Decimal(0))))


def _cases(piece: str, full: Decimal, before: list[Case]) -> list[Case] | None:
    end = _ENDS.search(piece)
    if end is None or not end.start():
        return None
    points = [Decimal(0)] if end["none"] else [full] if end["full"] else [Decimal(p) for p in re.findall(r"\d+(?:\.\d+)?", end["points"])]
    said = piece[: end.start()]
    if (rest := _REST.match(piece)) is not None:
        return [Case((), False, points[0])] if rest.end() >= end.start() and len(points) == 1 else None
    either = _OR.search(said) is not None
    parts = [p for p in (_OR if either else _AND).split(said) if p]
    if either and any(_AND.search(p) for p in parts):
        return None
    listed = [_NUMBERS.search(p) for p in parts]
    many = [m for m in listed if m is not None]
    if len(many) != (len(points) > 1) or (len(points) > 1 and not end["each"]):
        return None
    found = []
    for at, amount in enumerate(points):
        row = [p if m is None else p.replace(m[0], re.findall(r"\d+(?:\.\d+)?%?", m[0])[at]) if len(re.findall(r"\d+(?:\.\d+)?%?", m[0])) == len(points) else "" for p, m in zip(parts, listed, strict=True)]
        conditions = [_condition(p, before) for p in row]
        if any(c is None for c in conditions) or _entangled([c for c in conditions if isinstance(c, Measured)], either):
            return None
        found.append(Case(tuple(conditions), either, amount))  # type: ignore[arg-type]
    return found


def _entangled(measured: list[Measured], either: bool) -> bool:
    """Whether a figure may be of two of the conditions, or one number would have to be told for another: 达到90%或比上年提高5个百分点."""
    pairs = [(a, b) for at, a in enumerate(measured) for b in measured[:at]]
    return bool(pairs) and either or any(unit_of(a.span) == unit_of(b.span) and (not a.name or not b.name or alike(a.name, b.name)) for a, b in pairs)


_JUST = Pattern(r"=|等于")


def _reached(span: RawSpan, name: str, text: str) -> RawSpan | None:
    """完成率90%, 培训5次: so much is reached by more as well; None where nobody knows whether more of it is better."""
    if span.low is None or span.low != span.high or _JUST.search(text) or not span.low.value:
        return span
    return RawSpan(span.low, None, span.subject) if better_when_higher(name) else None


_WORDS = Pattern(r"[^\W\d]{3,30}")
_LINKS = frozenset(["TEXT", "GLUE", "PART", "OCCUR", "EVERY", "UP", "DOWN", "BOTH"])


def _condition(text: str, before: list[Case]) -> Measured | str | None:
    if not _DIGIT.search(text):
        return None if DANGER.search(text) or not _WORDS.fullmatch(text.removesuffix("的")) else text.removesuffix("的")
    row = tokens(text)
    for at in range(len(row)):
        if row[at].kind == "NUM" and at and row[at - 1].kind not in _LINKS | {"CMP", "REACH", "DASH"}:
            return None
        cursor = Cursor(row, text)
        cursor.at = at
        span = read_span(cursor)
        if span is None or not cursor.done or (at and row[at].kind == "NUM" and row[at - 1].kind in ("CMP", "REACH")):
            continue
        if not all(t.kind in _LINKS or (t.kind == "NUM" and row[i - 1].kind == "EVERY") for i, t in enumerate(row[:at])) or DANGER.search(cursor.slice(0, at)):
            return None
        name = cursor.slice(0, at).removesuffix("的") or next((c.name for case in before for c in case.conditions if isinstance(c, Measured) and unit_of(c.span) == unit_of(span)), "")
        if (held := _reached(span, name, text)) is None:
            return None
        before = cursor.slice(0, at)
        return Measured(name, held, text if held is span else f"{before}达到{text.removeprefix(before)}")
    return None
