"""Which of several cases an actual tells: each of its statements tells a condition, just one case holds, and every other is ruled out."""

from __future__ import annotations

from os.path import commonprefix

from ziping.standards.cases import PER_HEAD, Case, Cases, Measured, alike, shorter, unit_of
from ziping.standards.cells.conversion import convertible
from ziping.standards.cells.values import Value, read_actual, shown
from ziping.standards.clauses.awards import DEGREES, GRADES
from ziping.standards.clauses.edges import LAW, RawSpan, percent
from ziping.standards.clauses.rule import Span
from ziping.standards.points.binding import Outcome
from ziping.standards.refusal import NotScorable, quoted
from ziping.standards.words.vocabulary import Pattern

__all__ = ["the_one_case"]


def the_one_case(cases: Cases, text: str) -> Outcome:
    """The points of the case that holds, where every other is ruled out."""
    figures, said = _told(cases, text)
    rest = [case for case in cases.cases if not case.conditions]
    holds = [(case, _holds(cases, case, figures, said)) for case in cases.cases if case.conditions]
    held = [case for case, yes in holds if yes]
    if held:
        best = max(held, key=lambda case: case.points)
        if all(case is best or _stronger(cases, best, case) for case in held) and not any(yes is None and not _stronger(cases, best, case) for case, yes in holds):
            return best.points, lambda: f"完成值“{text}”，适用“{best.text()}”，得{shown(best.points)}分", 0
    if rest and not held and all(yes is False for _, yes in holds):
        return rest[0].points, lambda: f"完成值“{text}”，不属于所列的各种情形，得{shown(rest[0].points)}分", 0
    raise NotScorable(f"评分标准的每一档都有几个条件，完成值{quoted(text)}没有说明属于哪一档，请按标准中的原词逐项写明。")


def _stronger(cases: Cases, best: Case, other: Case) -> bool:
    """Whether all that the one asks for is more than the other does: 95%以上且…, beside 85%以上且…."""
    if other.either and not best.either and best.conditions == other.conditions:
        return best.points > other.points  # both of them, and one at least
    if best.either or other.either or best.points <= other.points or len(best.conditions) != len(other.conditions):
        return False
    return all(any(_asks_more(c, d) and (isinstance(c, str) or _of(cases, c) == _of(cases, d)) for c in best.conditions) for d in other.conditions)  # type: ignore[arg-type]


def _told(cases: Cases, text: str) -> tuple[dict[str, Value], list[str]]:
    """The figures by what they are of, and what is said in words."""
    asked = cases.measured()
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
        mine = {_of(cases, c) for c in asked if value is not None and value.kind == "number" and not value.relation and _same_measure(c.span, value) and _is_named(figure["name"], c.name)}
        if value is None or len(mine) != 1 or mine & figures.keys():
            raise _unheard(text, piece)
        figures[mine.pop()] = value
    return figures, said


def _of(cases: Cases, condition: Measured) -> str:
    """What the condition measures, in the words of the first that measures the same."""
    unit = unit_of(condition.span)
    return unit + next(c.name for c in cases.measured() if unit_of(c.span) == unit and alike(c.name, condition.name))


def _holds(cases: Cases, case: Case, figures: dict[str, Value], said: list[str]) -> bool | None:
    told = [_one(cases, c, figures, said) for c in case.conditions]
    decisive = case.either
    if decisive in told:
        return decisive
    return None if None in told else not decisive


def _one(cases: Cases, condition: Measured | str, figures: dict[str, Value], said: list[str]) -> bool | None:
    if isinstance(condition, Measured):
        value = figures.get(_of(cases, condition))
        return None if value is None or _at_the_edge(condition, value) else _within(condition.span, value)
    from ziping.standards.sayings.entailing import relation  # most actuals never need it
    from ziping.standards.sayings.propositions import read

    asked = read(condition)
    told = set()
    for statement in said:
        spoken = read(statement)
        yes = True if statement == condition else relation(spoken, asked)[1] if spoken is not None and asked is not None else None
        others = [c for case in cases.cases for c in case.conditions if isinstance(c, str) and c != condition]
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


def _asks_more(one: Measured | str, other: Measured | str) -> bool:
    if isinstance(one, str) or isinstance(other, str):
        return one == other
    low, lower = one.span.low, other.span.low
    return low is not None and lower is not None and one.span.high is None and other.span.high is None and low.value >= lower.value


def _unheard(text: str, piece: str) -> NotScorable:
    return NotScorable(f"评分标准的每一档都有几个条件，完成值{quoted(text)}中的{quoted(piece)}不能对应到其中一个条件，请按标准中的原词逐项写明。")


def _is_named(said: str, name: str) -> bool:
    """入户率 of 技术人员入户率, 人均指导 of 平均每年每名人员指导, 全年办结率 of 办结率; a total is no average, and 甲村办结率 or 办结率力争 no 办结率."""
    if not said or _ONLY_BESIDE.fullmatch(said):
        return True
    if bool(PER_HEAD.search(said)) != bool(PER_HEAD.search(name)):
        return False
    if said == name:
        return True
    said = said if _ASKED_OF.match(name) else _ASKED_OF.sub("", _LEADING.sub("", said))  # 群众满意率, where whose is not told
    plain, asked = (PER_HEAD.sub("", _BEHIND.sub("", _LEADING.sub("", each))) for each in (said, name))
    return plain == asked or shorter(plain, asked)


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
