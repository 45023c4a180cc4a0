"""Cases of several conditions each (覆盖率80%以上，平均15次以上，3分；…): one case holds where all of its conditions do, and the actual tells every one that decides.

A standard is read so only where each of its sentences is such a case; an actual is only where each of its statements tells a condition, just one case
holds, and every other is ruled out.
"""

from __future__ import annotations

import re
from decimal import Decimal
from os.path import commonprefix

from ziping.standards.cells.conversion import convertible
from ziping.standards.cells.values import Value, read_actual, shown
from ziping.standards.cells.verbatim import printed
from ziping.standards.clauses.awards import DEGREES, GRADES
from ziping.standards.clauses.conditions import read_span
from ziping.standards.clauses.edges import LAW, RawSpan, percent
from ziping.standards.clauses.phrases import DANGER
from ziping.standards.clauses.rule import Span
from ziping.standards.clauses.sections import without_glosses
from ziping.standards.points.binding import Outcome
from ziping.standards.refusal import NotScorable, quoted
from ziping.standards.words.cursor import Cursor
from ziping.standards.words.desirable import better_when_higher
from ziping.standards.words.records import Record
from ziping.standards.words.tokens import tokens
from ziping.standards.words.vocabulary import Pattern, in_order

__all__ = ["Cases", "several_conditions"]


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
        text = actual.text.rstrip("。;")
        figures, said = self._told(text)
        rest = [case for case in self.cases if not case.conditions]
        holds = [(case, self._holds(case, figures, said)) for case in self.cases if case.conditions]
        held = [case for case, yes in holds if yes]
        if held:
            best = max(held, key=lambda case: case.points)
            if all(case is best or self._stronger(best, case) for case in held) and not any(yes is None and not self._stronger(best, case) for case, yes in holds):
                return best.points, lambda: f"完成值“{text}”，适用“{best.text()}”，得{shown(best.points)}分", 0
        if rest and not held and all(yes is False for _, yes in holds):
            return rest[0].points, lambda: f"完成值“{text}”，不属于所列的各种情形，得{shown(rest[0].points)}分", 0
        raise NotScorable(f"评分标准的每一档都有几个条件，完成值{quoted(text)}没有说明属于哪一档，请按标准中的原词逐项写明。")

    def _stronger(self, best: Case, other: Case) -> bool:
        """Whether all that the one asks for is more than the other does: 95%以上且…, beside 85%以上且…."""
        if other.either and not best.either and best.conditions == other.conditions:
            return best.points > other.points  # both of them, and one at least
        if best.either or other.either or best.points <= other.points or len(best.conditions) != len(other.conditions):
            return False
        return all(any(_asks_more(c, d) and (isinstance(c, str) or self._of(c) == self._of(d)) for c in best.conditions) for d in other.conditions)  # type: ignore[arg-type]

    def _told(self, text: str) -> tuple[dict[str, Value], list[str]]:
        """The figures by what they are of, and what is said in words."""
        asked = self._measured()
        figures: dict[str, Value] = {}
        said = []
        for piece in (p for p in _PIECES.split(text) if p):
            figure = _FIGURE.fullmatch(piece)
            if figure is None:
                if _DIGIT.search(piece):
                    raise _unheard(text, piece)
                said.append(piece)
                continue
            value = read_actual(figure["figure"])
            mine = {self._of(c) for c in asked if value is not None and value.kind == "number" and not value.relation and _same_measure(c.span, value) and _is_named(figure["name"], c.name)}
            if value is None or len(mine) != 1 or mine & figures.keys():
                raise _unheard(text, piece)
            figures[mine.pop()] = value
        return figures, said

    def _measured(self) -> list[Measured]:
        return [c for case in self.cases for c in case.conditions if isinstance(c, Measured)]

    def _of(self, condition: Measured) -> str:
        """What the condition measures, in the words of the first that measures the same."""
        unit = _unit(condition.span)
        return unit + next(c.name for c in self._measured() if _unit(c.span) == unit and _alike(c.name, condition.name))

    def tells(self, _actual: Value) -> bool:
        """Whether such an actual can be held against the cases, which measure something."""
        return bool(self._measured())

    def _holds(self, case: Case, figures: dict[str, Value], said: list[str]) -> bool | None:
        told = [self._one(c, figures, said) for c in case.conditions]
        decisive = case.either
        if decisive in told:
            return decisive
        return None if None in told else not decisive

    def _one(self, condition: Measured | str, figures: dict[str, Value], said: list[str]) -> bool | None:
        if isinstance(condition, Measured):
            value = figures.get(self._of(condition))
            return None if value is None or _at_the_edge(condition, value) else _within(condition.span, value)
        from ziping.standards.sayings.entailing import relation  # most actuals never need it
        from ziping.standards.sayings.propositions import read

        asked = read(condition)
        told = set()
        for statement in said:
            spoken = read(statement)
            yes = True if statement == condition else relation(spoken, asked)[1] if spoken is not None and asked is not None else None
            others = [c for case in self.cases for c in case.conditions if isinstance(c, str) and c != condition]
            if yes is None and statement in others and _another_grade(statement, condition):
                yes = False  # 效果良好 rules 效果较差 out, where both are cases
            told.add(yes)
        told.discard(None)
        return told.pop() if len(told) == 1 else None


def _another_grade(said: str, asked: str) -> bool:
    same = len(commonprefix([said, asked]))
    return same > 1 and {said[same:], asked[same:]} <= GRADES | DEGREES


_PIECES, _DIGIT = Pattern(r"[,;。]"), Pattern(r"\d")
_FIGURE = Pattern(r"(?P<name>[^\d≥≤<>=]*?)(?:达到了?|达|为|是|有|=|:)?(?P<figure>\d[\d.]*(?:%|[^\W\d]{0,3}))")
_BESIDE = r"(?:(?:我|本)单位|全年|本年度?|年度|当年|今年|目前|实际|累计|共计?|合计|已|均|的)"
_ASKED_OF = Pattern(r"^(?:群众|公众|社会公众|服务对象|受益(?:群众|对象)|居民|村民)(?=满意|知晓)")
_ONLY_BESIDE = Pattern(rf"{_BESIDE}+")
_LEADING, _BEHIND = Pattern(rf"^{_BESIDE}+(?=[^\W\d])"), Pattern(rf"(?<=[^\W\d]){_BESIDE}+$")
_HOW = Pattern(r"按|及时|如期|准时|提前|足额|一次|首|新|较|超|优|重[大点]|[未不没无非]|[上去往]年|季|月|周|旬")  # left out, another thing is told
_PER_HEAD = Pattern(r"平均|[^\W\d]均|每")


def _asks_more(one: Measured | str, other: Measured | str) -> bool:
    if isinstance(one, str) or isinstance(other, str):
        return one == other
    low, lower = one.span.low, other.span.low
    return low is not None and lower is not None and one.span.high is None and other.span.high is None and low.value >= lower.value


def _alike(one: str, other: str) -> bool:
    a, b = (_PER_HEAD.sub("", name) for name in (one, other))
    return a == b or _shorter(a, b) or _shorter(b, a)


def _unheard(text: str, piece: str) -> NotScorable:
    return NotScorable(f"评分标准的每一档都有几个条件，完成值{quoted(text)}中的{quoted(piece)}不能对应到其中一个条件，请按标准中的原词逐项写明。")


def _is_named(said: str, name: str) -> bool:
    """入户率 of 技术人员入户率, 人均指导 of 平均每年每名人员指导, 全年办结率 of 办结率; a total is no average, and 甲村办结率 or 办结率力争 no 办结率."""
    if not said or _ONLY_BESIDE.fullmatch(said):
        return True
    if bool(_PER_HEAD.search(said)) != bool(_PER_HEAD.search(name)):
        return False
    if said == name:
        return True
    said = said if _ASKED_OF.match(name) else _ASKED_OF.sub("", _LEADING.sub("", said))  # 群众满意率, where whose is not told
    plain, asked = (_PER_HEAD.sub("", _BEHIND.sub("", _LEADING.sub("", each))) for each in (said, name))
    return plain == asked or _shorter(plain, asked)


def _shorter(said: str, name: str) -> bool:
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


def _unit(span: RawSpan) -> str:
    edge = span.low or span.high
    unit = percent(edge.unit)  # type: ignore[union-attr]
    return unit.base + ("%" if unit.text == "%" else "") if unit is not None else ""


def _same_measure(span: RawSpan, value: Value) -> bool:
    unit = percent((span.low or span.high).unit)  # type: ignore[union-attr]
    return unit is not None and not value.bare and (unit.text == "%") == (value.unit.text == "%") and convertible(value.unit, unit) == 1 and value.unit.shift == unit.shift


def _at_the_edge(condition: Measured, value: Value) -> bool:
    """3起 of 3起以下: whether it is one of them is not said."""
    high = condition.span.high
    return high is not None and high.value == value.low and high.closed == LAW and condition.text.endswith("以下")


def _within(span: RawSpan, value: Value) -> bool:
    low, high = span.low, span.high
    bounds = Span(low.value if low else None, high.value if high else None, low.closed is not False if low else True, high.closed is not False if high else True)
    return bounds.holds(value.low)


# ---------------------------------------------------------------------------------------------------------------
# Reading a standard as cases

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
    return bool(pairs) and either or any(_unit(a.span) == _unit(b.span) and (not a.name or not b.name or _alike(a.name, b.name)) for a, b in pairs)


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
        name = cursor.slice(0, at).removesuffix("的") or next((c.name for case in before for c in case.conditions if isinstance(c, Measured) and _unit(c.span) == _unit(span)), "")
        if (held := _reached(span, name, text)) is None:
            return None
        before = cursor.slice(0, at)
        return Measured(name, held, text if held is span else f"{before}达到{text.removeprefix(before)}")
    return None
