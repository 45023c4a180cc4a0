"""The worksheet functions, pure: what Excel, Calc, the server and the builder of cached values all call.

Floor 2. Arguments are as a cell gives them: None or "" for blank, Decimal, int, bool or text; a range is a sequence of rows. Nothing
here takes a float (`amounts.from_float` at the host's door). A result is a Decimal, a bool or a text; "" is a blank cell. What cannot be
scored raises `NotScorable`, which a host shows as an error value, never as text: SUM would skip a text.
Names and arguments are described in `ziping.surface`; a test holds the two together.
"""

from __future__ import annotations

from decimal import Decimal

from ziping import standards
from ziping.amounts import PLAIN, POINTS, Figure, Relation, change, foots, half_up, ratio, read_figure, show
from ziping.standards import NOT_APPLICABLE, NotScorable

Value = None | str | Decimal | int | bool
Range = Value | tuple | list
BLANK = ""
_ROWS = (tuple, list)
_RELATIONS = {"": Relation.EQUAL, "合计": Relation.EQUAL, "其中": Relation.AT_MOST, "equal": Relation.EQUAL, "at_most": Relation.AT_MOST}


def perf_score(points: Value, target: Value, actual: Value, standard: Value = None) -> Decimal | str:
    """Points earned by one indicator, 2 decimals; blank while points or actual is blank, or the target and there is no standard."""
    return earned(standards.score(points, target, actual, standard))


def earned(result: standards.Score | None) -> Decimal | str:
    """What the cell of a score shows of it."""
    return BLANK if result is None else result.points


def perf_explain(points: Value, target: Value, actual: Value, standard: Value = None) -> str:
    """The reason for the points in one Chinese sentence; for what cannot be scored, why not."""
    try:
        result = standards.score(points, target, actual, standard)
    except NotScorable as refusal:
        return str(refusal)
    return BLANK if result is None else result.explanation


def perf_rate(executed: Value, budget: Value) -> Decimal | str:
    """执行率 = executed ÷ budget, a ratio; blank when either is blank or the budget is zero (never 100%)."""
    top, bottom = _measured(executed, "执行数", budget, "预算数")
    if top is None or bottom is None:
        return BLANK
    quotient = ratio(top, bottom)
    return BLANK if quotient is None else half_up(quotient.value, 12).normalize()


def perf_change(current: Value, previous: Value) -> Decimal | str:
    """变动率 = (current − previous) ÷ previous, a ratio; the same blanks as `perf_rate`."""
    now, before = _measured(current, "本年数", previous, "上年数")
    if now is None or before is None:
        return BLANK
    quotient = change(now, before)
    return BLANK if quotient is None else half_up(quotient.value, 12).normalize()


def perf_exec_score(executed: Value, budget: Value, points: Value = None) -> Decimal | str:
    """Points for 预算执行率: rate × points (10 unless given), half-up to 2 decimals, never below zero or above full."""
    full = _points(points, "分值")
    full_points = Decimal(10) if full is None else full.value
    top, bottom = _measured(executed, "执行数", budget, "预算数")
    if top is None or bottom is None:
        return BLANK
    quotient = ratio(top, bottom)
    if quotient is None:
        return BLANK
    return min(full_points, max(Decimal(0), half_up(quotient.value * full_points, 2)))


def perf_total(scores: Range, points: Range = None, rate: Value = None, scheme: Value = None) -> Decimal | str:
    """总分: the sum of the scores under the scheme's rules of the whole form; blank while a score is missing.

    A score of 不适用 drops out where the scheme rescales; elsewhere it is refused as no number.
    With `points`, a row without points and without a score is no indicator and is passed over; without, every blank cell is a missing score.
    """
    rules = _rules(scheme)
    got = [NOT_APPLICABLE if rules.rescale and _said(value) == NOT_APPLICABLE else _exact(value, "得分") for value in _cells(scores)]
    full = [_exact(value, "分值") for value in _cells(points)] if points is not None and points != "" else None
    if full is not None and len(full) == len(got):
        kept = [(s, p) for s, p in zip(got, full, strict=True) if s is not None or p is not None]
        got, full = [s for s, _ in kept], [p for _, p in kept]
    if not got or any(score is None for score in got):
        return BLANK
    known = [p for p in full if p is not None] if full else None
    executed = _number(rate, "执行率")
    result = standards.total(got, known, executed.quantity.value if executed else None, rules)
    return result.points


def perf_grade(total: Value, scheme: Value = None) -> str:
    """优 / 良 / 中 / 差 by the scheme's bands (财预〔2020〕10号 unless given); blank for a blank total."""
    number = _points(total, "总分")
    return BLANK if number is None else standards.grade(number.value, _rules(scheme))


def perf_foots(total: Value, parts: Range, relation: Value = None) -> bool | str:
    """True when total and parts agree, else the difference in words; blank when there is nothing to compare."""
    word = str(relation or "").strip()
    if word not in _RELATIONS:
        raise NotScorable(f"关系应为“合计”或“其中”，实际为“{word}”，请改正。")
    stated = _number(total, "合计")
    figures = [figure for part in _cells(parts) if (figure := _measured(total, "合计", part, "分项")[1]) is not None]
    footing = foots(stated, figures, _RELATIONS[word]) if stated is not None else None
    if footing is None:
        return BLANK
    if footing.holds:
        return True
    direction = "多" if footing.difference > 0 else "少"
    return f"合计 {show(footing.actual)} 比分项之和 {show(footing.expected)} {direction} {show(abs(footing.difference))}"


def perf_text(text: Value) -> str:
    """The verdict of the prose checker on one text, in one line; blank for a blank cell."""
    from ziping import prose  # the largest room of floors 1 and 2; a sheet of scores never needs it

    return BLANK if text is None or not str(text).strip() else prose.summary(str(text))


def _rules(scheme: Value) -> standards.FormRules:
    name = str(scheme or "").strip()
    if not name:
        return standards.FormRules()
    from ziping import schemes

    if name not in schemes.available():
        raise NotScorable(f"没有编号为“{name}”的评分方案，请在“设置”表中核对方案编号。")
    return schemes.load(name).rules or standards.FormRules()


def _cells(values: Range) -> list[Value]:
    if not isinstance(values, _ROWS):
        return [values]
    return [cell for row in values for cell in (row if isinstance(row, _ROWS) else (row,))]


def _said(value: Value) -> str:
    return value.strip() if isinstance(value, str) else ""


def _number(value: Value, what: str) -> Figure | None:
    """A cell as a figure; None when blank. Text that is a number (`403.00`, `98%`) counts; any other text is refused."""
    if value is None or (isinstance(value, str) and not value.strip()):
        return None
    if isinstance(value, bool):
        raise NotScorable(f"{what}应为数字，实际为逻辑值，请改正。")
    if isinstance(value, str):
        figure = read_figure(value)
        if figure is None:
            raise NotScorable(f"{what}应为数字，实际为“{value.strip()}”，请改正。")
        return figure
    return Figure(Decimal(value))


def _points(value: Value, what: str) -> Figure | None:
    """A number of points: `15` or `15分`, never `15%`."""
    figure = _number(value, what)
    if figure is not None and figure.unit not in (PLAIN, POINTS):
        raise NotScorable(f"{what}应为分数，实际为“{str(value).strip()}”，请改正。")
    return figure


def _exact(value: Value, what: str) -> Decimal | None:
    """A number of points as such; most cells hold nothing else."""
    if value.__class__ is Decimal:
        return value  # type: ignore[return-value]
    figure = _points(value, what)
    return None if figure is None else figure.value


def _measured(one: Value, what: str, other: Value, what_other: str) -> tuple[Figure | None, Figure | None]:
    """Two figures to be compared. Where a text has a unit and the other has none (`291.2万元` or `291.2万`, and 320), how they compare is not known."""
    first, second = _number(one, what), _number(other, what_other)
    if first is not None and second is not None and _counts(first) != _counts(second):
        told = "，".join(f"{name}“{str(value).strip()}”" for name, value in ((what, one), (what_other, other)))
        raise NotScorable(f"{told}的计量单位不同或有一个没有写，不能比较，请都只填数字。")
    return first, second


def _counts(figure: Figure) -> tuple[str, bool]:
    """What a figure measures, and whether it says of how many (万) without saying of what."""
    unit = figure.unit
    return unit.base, not unit.base and unit.shift > 0


FUNCTIONS = {
    "PERF_SCORE": perf_score,
    "PERF_EXPLAIN": perf_explain,
    "PERF_RATE": perf_rate,
    "PERF_CHANGE": perf_change,
    "PERF_EXEC_SCORE": perf_exec_score,
    "PERF_TOTAL": perf_total,
    "PERF_GRADE": perf_grade,
    "PERF_FOOTS": perf_foots,
    "PERF_TEXT": perf_text,
}
