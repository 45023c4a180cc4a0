"""The total: what the execution rate earns, what the scores add up to, what the scheme makes of the sum, and the grade."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from decimal import Decimal
from itertools import chain

from ziping.amounts import POINTS, ZERO, Quantity, foots, half_up, ratio
from ziping.checks.book import Book, execution_line, fact
from ziping.checks.catalogue import PASSED, Event, Failed, Family, Passed, Unknown, check
from ziping.checks.reasons import RULES
from ziping.checks.scores import by_weight, points_of, rounded_score, score_cells
from ziping.checks.ties import compared, empty, named, places, plain, rate_footing, rate_readings, signed, told
from ziping.checks.weights import told_by_rows
from ziping.evaluation import Datum, Form, Fund
from ziping.findings import Severity
from ziping.standards import NOT_APPLICABLE, FormRules, NotScorable, grade, over_achieved
from ziping.standards import total as form_total


def transforms(rules: FormRules) -> bool:
    return bool(rules.caps or rules.rescale or rules.weighted or rules.over_ratio)


def counted(book: Book, form: Form) -> list[Datum]:
    """The scores that make the total: the scheme may leave the execution rate out."""
    plan = getattr(book.scheme, str(form.kind), None) if book.scheme is not None else None
    rows = score_cells(book, form)
    execution = form.execution_counts and (plan is None or not plan.exclude_execution)
    return [cell.score for cell in rows if cell.row is not None or execution]


@check(
    code="score-execution", title="预算执行率得分等于执行率乘以分值", severity=Severity.ERROR,
    message="{where}应为执行率 × 分值且不超过满分，即 {expected}，实填 {actual}，{difference}",
    cause="照填满分，没有按执行率折算", repair="请按执行率 × 分值重算，超过满分的按满分", basis="财预〔2020〕10号：预算执行率按执行率乘以分值计分")
def execution(book: Book) -> Iterator[Event]:
    """The score is taken as rounded where it shows decimals; a whole one within half a point is the concern of `rounded`.

    The amounts decide; where the stated rate agrees with them, a score worked out from the rounded rate is right as well.
    """
    yield from exactly(executions(book))


@fact
def executions(book: Book) -> Iterator[Event]:
    for form in book.scored_forms:
        line = execution_line(form)
        if line is None or line.score is None:
            continue
        label = f"{line.label} 得分"
        bottom = line.adjusted if line.adjusted is not None else line.initial
        figures = [datum.figure if datum is not None else None for datum in (line.score, line.points, line.executed, bottom)]
        if None in figures:
            yield Unknown(f"{label}、分值、执行数或预算数空白", line.score.place, (line.points, line.executed, bottom))
            continue
        score, points, executed, budget = figures
        rate = ratio(executed, budget) if executed.unit.base == budget.unit.base else None  # type: ignore[union-attr, arg-type]
        if rate is None:
            yield Unknown(f"{label}的预算数为零，执行率没有意义", line.score.place)
            continue
        expected = [capped(rate, points.value)]  # type: ignore[union-attr]
        if line.rate is not None and line.rate.figure is not None and rate_footing(line.rate.figure, rate).holds:
            rates = {value for reading in rate_readings(line.rate.figure) for value in (reading.value, half_up(reading.value, 2 + (line.rate.figure.decimals or 0)))}
            expected += [capped(Quantity(value), points.value) for value in sorted(rates)]  # type: ignore[union-attr]
        footings = [foots(rounded_score(score), [each]) for each in expected]  # type: ignore[arg-type]
        cells = (line.score, line.points, line.executed, bottom, line.rate)
        if any(footing is not None and footing.holds for footing in footings):
            yield Passed(cells)
            continue
        failed = compared(line.score.place, named(line.score, label), footings[0], POINTS)  # type: ignore[arg-type]
        yield replace(
            failed, related=places(*cells[1:]), shown_expected=plain(half_up(expected[0].value, 2)),
            shown_difference=signed(plain(half_up(abs(failed.difference), 2)), failed.difference))  # type: ignore[arg-type]


def capped(rate: Quantity, points: Decimal) -> Quantity:
    """rate × points, never below zero or above the points."""
    value = min(max(rate.value, Decimal(0)) * points, points)
    return Quantity(value, Decimal(0) if rate.value > 1 else rate.slack * points)


@check(
    code="score-total", title="总分等于各项得分之和", severity=Severity.ERROR,
    message="{where}应等于各项得分（含预算执行率得分）之和 {expected}，实填 {actual}，{difference}",
    cause="改动得分后没有改总分，或漏计预算执行率得分", repair="请重算总分", basis=RULES)
def total(book: Book) -> Iterator[Event]:
    """Where the scheme's rules do more than add up, they are checked instead."""
    yield from exactly(sums(book))


@fact
def sums(book: Book) -> Iterator[Event]:
    if transforms(book.rules):
        return
    for form in book.scored_forms:
        cells = counted(book, form)
        stated = form.total_score
        if stated is None or not cells:
            continue
        if stated.value is None:
            yield Unknown("总分空白或不是数字", stated.place)
            continue
        values = [cell.figure.value for cell in cells if cell.figure is not None]
        if len(values) < len(cells):
            yield Unknown("有得分空白或不是数字", stated.place, tuple(cells))
            continue
        footing = foots((stated.value, ZERO), [(value, ZERO) for value in values])
        line = execution_line(form)
        if footing is None or footing.holds or by_weight(book, form):
            yield Passed((stated, *cells,))
        elif form.execution_points is not None and line is not None and line.score is None:
            yield Unknown("预算执行率的得分没有单列", stated.place)
        else:
            yield compared(stated.place, named(stated, "总分"), footing, POINTS, related=places(*cells))


def whole_point(event: Failed) -> bool:
    """A whole number that differs by half a point at most: rounded to whole points, which scores are not."""
    if event.actual is None or event.difference is None or event.actual != half_up(event.actual, 0):
        return False
    footing = foots(Quantity(event.actual, Decimal("0.5")), [Quantity(event.actual - event.difference)])
    return footing is not None and footing.holds


def exactly(events: Iterable[Event]) -> Iterator[Event]:
    """The events without the scores that were only rounded to whole points, which have a check of their own."""
    return (event for event in events if not (isinstance(event, Failed) and whole_point(event)))


@check(
    code="score-rounded", title="得分、总分不四舍五入到整数", severity=Severity.WARNING,
    message="{where}取了整数 {actual}，应为 {expected}，{difference}",
    cause="把带小数的得分取整填写", repair="请保留两位小数", basis="财预〔2020〕10号：预算执行率按执行率乘以分值计分")
def rounded(book: Book) -> Iterator[Event]:
    for event in chain(executions(book), sums(book)):
        if isinstance(event, Failed):
            if whole_point(event):
                yield event
        else:
            yield PASSED if isinstance(event, Passed) else event


@check(
    code="score-form-rules", title="总分符合方案的整表规则", severity=Severity.ERROR,
    message="{where}按方案的整表规则应为 {expected}（{applied}），实填 {actual}，{difference}",
    cause="没有按执行率封顶，或没有计超额完成的扣分、不适用指标的折算", repair="请按方案的整表规则重算总分", basis="评分方案的整表规则")
def form_rules(book: Book) -> Iterator[Event]:
    """Only for schemes whose rules do more than add up."""
    rules = book.rules
    if not transforms(rules):
        return
    for form in book.scored_forms:
        rows = score_cells(book, form)
        stated, line = form.total_score, form.fund(Fund.TOTAL)
        if stated is None or not rows:
            continue
        scores = [NOT_APPLICABLE if cell.score.text.strip() == NOT_APPLICABLE else cell.got for cell in rows]
        if stated.value is None or None in scores:
            yield Unknown("总分或有得分空白", stated.place, tuple(cell.score for cell in rows))
            continue
        bottom = None if line is None else line.adjusted if line.adjusted is not None else line.initial
        known = line is not None and bool(line.executed) and line.executed.figure and bool(bottom) and bottom.figure  # type: ignore[union-attr]
        rate = ratio(line.executed.figure, bottom.figure) if known else None  # type: ignore[union-attr, arg-type]
        over = [row.name for _, _, row, _, _ in rows if row is not None and over_achieved(row.target and row.target.text, row.actual and row.actual.text, rules)]
        points = [cell.full for cell in rows]
        try:
            result = form_total(scores, points, rate.value if rate else None, rules, over)  # type: ignore[arg-type]
        except NotScorable as refusal:
            yield Unknown(str(refusal), stated.place)
            continue
        footing = foots(points_of(stated.value), [points_of(result.points)])
        if footing is None or footing.holds:
            yield PASSED
        else:
            yield compared(
                stated.place, named(stated, "总分"), footing, POINTS, related=places(*(cell.score for cell in rows)),
                args={"applied": "；".join(a.rstrip("。") for a in result.applied) or "各项之和"})


def _without_points(form: Form) -> bool:
    """Whether rows that are scored have no points: a formula that adds up the points does not give the full marks then."""
    return any(row.score is not None and row.score.figure and (row.points is None or row.points.figure is None) for row in form.indicators)


def _points_to_come(book: Book, form: Form) -> bool:
    """Whether the sum of the points is short of what blank cells for points are still to bring: it is no bound of the total yet."""
    total = form.total_points
    blank = any(points is not None and empty(points) for _, points in book.leaf_points(form))
    return blank and total is not None and total.value is not None and total.value < 100


@check(
    code="score-total-range", title="总分在 0 与满分之间", severity=Severity.ERROR,
    message="{where}应在 0 与 {expected} 之间，实填 {actual}",
    cause="总分填错，或加分没有封顶", repair="请核对总分", basis=RULES)
def total_range(book: Book) -> Iterator[Event]:
    for form in book.scored_forms:
        stated = form.total_score
        if stated is None:
            continue
        added = form.total_points is not None and not told_by_rows(book, form) and not (form.total_points.formula and _without_points(form))
        full = (form.total_points.value if added else None) or Decimal(100)
        if stated.value is None:
            yield Unknown("总分空白或不是数字", stated.place)
        elif 0 <= stated.value <= full:
            yield PASSED
        elif added and stated.value > full and _points_to_come(book, form):
            yield Unknown("有分值空白，满分还不能确定", stated.place)
        elif stated.formula and stated.value - full <= _too_much(book, form, full):
            yield Unknown("得分大于分值，或分值之和大于满分，已经指出", stated.place)
        else:
            yield Failed(
                place=stated.place, label=named(stated, "总分"), expected=full, actual=stated.value, shown_expected=plain(full),
                shown_actual=plain(stated.value), bound="0–", unit="分", related=places(form.total_points))


def _too_much(book: Book, form: Form, full: Decimal) -> Decimal:
    """By how much the scores exceed their points, and these the full marks: a sum of the scores is beyond them by no more."""
    cells = [cell for cell in score_cells(book, form) if cell.full is not None]
    points = sum((cell.full for cell in cells), ZERO)  # type: ignore[misc]
    return sum((max(cell.got - cell.full, ZERO) for cell in cells if cell.got is not None), ZERO) + max(points - full, ZERO)  # type: ignore[operator, type-var]


@fact
def ungraded_cells(book: Book) -> frozenset[int]:
    """The grade cells whose error comes of a total beyond every band, which is told of the total."""
    return frozenset(id(form.grade) for form in book.scored_forms if form.grade is not None and form.grade.error and not _in_a_band(book, form.total_score))


def _in_a_band(book: Book, stated: Datum | None) -> bool:
    try:
        return stated is None or stated.value is None or bool(grade(stated.value, book.rules))
    except NotScorable:
        return False


@check(
    code="score-grade", title="等级与总分相符", severity=Severity.ERROR,
    message="{where}应为“{expected}”（总分 {total}），实填“{actual}”",
    cause="改分以后没有改等级，或用了别的等级标准", repair="请按总分所在的档次填写等级", basis="财预〔2020〕10号：90（含）–100 优，80（含）–90 良，60（含）–80 中，60 以下差")
def grade_follows(book: Book) -> Iterator[Event]:
    for form in book.scored_forms:
        cells = [(form.grade, form.total_score)] if form.grade is not None else []
        for stated, total_ in cells:
            if empty(stated) or total_ is None or total_.value is None:
                yield Unknown("等级或总分空白", stated.place, (total_,))
                continue
            try:
                due = grade(total_.value, book.rules)
            except NotScorable as refusal:
                yield Unknown(str(refusal), stated.place)
                continue
            word = told(stated)
            if word[:1] == due[:1]:
                yield Passed((stated, total_,))
            else:
                yield Failed(
                    place=stated.place, label=named(stated, "等级"), shown_expected=due, shown_actual=word, related=places(total_),
                    args={"total": plain(total_.value)})


FAMILY = Family("totals", "总分与等级", (execution, total, rounded, form_rules, total_range, grade_follows))
