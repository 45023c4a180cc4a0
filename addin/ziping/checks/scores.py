"""Scores: none leaves its points, they add up, the grade follows, and what lies below full says why."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from ziping.amounts import POINTS, Figure, Quantity, decimals_of, foots, half_up, ratio
from ziping.checks.book import Book, execution_line, leaf_points
from ziping.checks.catalogue import Event, Failed, Family, Passed, Unknown, check
from ziping.checks.ties import compared, empty, named, places, plain
from ziping.evaluation import Datum, Form, Indicator
from ziping.findings import Severity

RULES = "财预〔2020〕10号 项目支出绩效评价管理办法：得分不超过分值，未完成的说明原因"
BOILERPLATE = frozenset({"无", "暂无", "暂无。", "无。", "无偏差", "无偏差。", "/", "-", "—", "——", "没有"})


def score_cells(form: Form) -> Iterator[tuple[Datum, Datum | None, str, Indicator | None]]:
    """(score, points, label, row) of the execution rate and of each indicator that has a score cell."""
    line = execution_line(form)
    if line is not None and line.score is not None:
        yield line.score, line.points, "预算执行率 得分", None
    for row, points in leaf_points(form):
        if row.score is not None:
            yield row.score, points, f"{row.name} 得分", row


def points_of(value: Decimal) -> Figure:
    return Figure(value, POINTS)


@check(
    code="score-above-points", title="得分不超过分值", severity=Severity.ERROR,
    message="{where}不应超过分值 {expected}，实填 {actual}，超出 {difference}",
    cause="分值调低后没有重算得分，或串行填写", repair="请核对得分与分值", basis=RULES)
def above_points(book: Book) -> Iterator[Event]:
    for form in book.scored_forms:
        for score, points, label, _ in score_cells(form):
            if score.value is None or points is None or points.value is None:
                yield Unknown(f"{label}或其分值空白", score.place)
            elif score.value <= points.value:
                yield Passed(places(score, points))
            else:
                footing = foots(points_of(score.value), [points_of(points.value)])
                yield replace(compared(score.place, named(score, label), footing, POINTS), related=places(points))  # type: ignore[arg-type]


@check(
    code="score-negative", title="得分不为负数", severity=Severity.ERROR,
    message="{where}不应小于 0，实填 {actual}",
    cause="扣分超过了分值", repair="请核对扣分，扣完为止", basis=RULES)
def negative(book: Book) -> Iterator[Event]:
    for form in book.scored_forms:
        for score, _, label, _ in score_cells(form):
            if score.value is None:
                yield Unknown(f"{label}空白或不是数字", score.place)
            elif score.value >= 0:
                yield Passed(places(score))
            else:
                yield Failed(
                    place=score.place, label=named(score, label), expected=Decimal(0), actual=score.value, difference=score.value,
                    shown_expected="0", shown_actual=plain(score.value), shown_difference=plain(score.value), unit="分")


@check(
    code="score-total", title="总分等于各项得分之和", severity=Severity.ERROR,
    message="{where}应等于各项得分（含预算执行率得分）之和 {expected}，实填 {actual}，相差 {difference}",
    cause="改动得分后没有改总分，或漏计预算执行率得分", repair="请重算总分", basis=RULES)
def total(book: Book) -> Iterator[Event]:
    for form in book.scored_forms:
        cells = [score for score, _, _, _ in score_cells(form)]
        stated = form.total_score
        if stated is None or not cells:
            continue
        if stated.value is None:
            yield Unknown("总分空白或不是数字", stated.place)
            continue
        if any(cell.value is None for cell in cells):
            yield Unknown("有得分空白或不是数字", stated.place)
            continue
        footing = foots(points_of(stated.value), [points_of(cell.value) for cell in cells])  # type: ignore[arg-type]
        if footing is None or footing.holds:
            yield Passed(places(stated, *cells))
        else:
            yield replace(compared(stated.place, named(stated, "总分"), footing, POINTS), related=places(*cells))


@check(
    code="score-total-range", title="总分在 0 与满分之间", severity=Severity.ERROR,
    message="{where}应在 0 与 {expected} 之间，实填 {actual}",
    cause="总分填错，或加分没有封顶", repair="请核对总分", basis=RULES)
def total_range(book: Book) -> Iterator[Event]:
    for form in book.scored_forms:
        stated = form.total_score
        if stated is None:
            continue
        full = form.total_points.value if form.total_points is not None and form.total_points.value is not None else Decimal(100)
        if stated.value is None:
            yield Unknown("总分空白或不是数字", stated.place)
        elif 0 <= stated.value <= full:
            yield Passed(places(stated))
        else:
            yield Failed(
                place=stated.place, label=named(stated, "总分"), expected=full, actual=stated.value, shown_expected=plain(full),
                shown_actual=plain(stated.value), unit="分", related=places(form.total_points))


@check(
    code="score-execution", title="预算执行率得分等于执行率乘以分值", severity=Severity.ERROR,
    message="{where}应为执行率 × 分值且不超过满分，即 {expected}，实填 {actual}，相差 {difference}",
    cause="照填满分，没有按执行率折算", repair="请按执行率 × 分值重算，超过满分的按满分", basis="财预〔2020〕10号：预算执行率按执行率乘以分值计分")
def execution(book: Book) -> Iterator[Event]:
    """The score is taken as rounded where it shows decimals, as exact where it shows none.

    The amounts decide; where the stated rate agrees with them, a score worked out from the rounded rate is right as well.
    """
    for form in book.scored_forms:
        line = execution_line(form)
        if line is None or line.score is None:
            continue
        label = f"{line.label} 得分"
        bottom = line.adjusted if line.adjusted is not None else line.initial
        figures = [datum.figure if datum is not None else None for datum in (line.score, line.points, line.executed, bottom)]
        if None in figures:
            yield Unknown(f"{label}、分值、执行数或预算数空白", line.score.place)
            continue
        score, points, executed, budget = figures
        rate = ratio(executed, budget) if executed.unit.base == budget.unit.base else None  # type: ignore[union-attr, arg-type]
        if rate is None:
            yield Unknown(f"{label}的预算数为零，执行率没有意义", line.score.place)
            continue
        expected = min(max(rate.value, Decimal(0)) * points.value, points.value)  # type: ignore[union-attr]
        slack = Decimal(0) if expected == points.value and rate.value > 1 else rate.slack * points.value  # type: ignore[union-attr]
        stated = rounded_score(score)  # type: ignore[arg-type]
        footing = foots(stated, [Quantity(expected, slack)])
        cells = places(line.score, line.points, line.executed, bottom, line.rate)
        if footing is not None and footing.holds:
            yield Passed(cells)
        elif footing is not None:
            failed = compared(line.score.place, named(line.score, label), footing, POINTS)
            shown = plain(half_up(expected, 2))
            yield replace(failed, related=cells[1:], shown_expected=shown, shown_difference=plain(half_up(footing.difference, 2)))


def rounded_score(score: Figure) -> Quantity:
    """A score as worked out and rounded to the decimals it shows; a whole one is exact."""
    shown = decimals_of(score.value)
    return Quantity(score.value, Decimal(5).scaleb(-shown - 1) if shown else Decimal(0))


@check(
    code="score-reason", title="得分低于分值的说明原因", severity=Severity.WARNING,
    message="{where}为 {actual}，低于分值 {expected}，没有说明偏差原因",
    cause="扣了分而偏差原因栏空白或只写“无”", repair="请在偏差原因分析及改进措施栏说明原因和措施", basis=RULES)
def reason(book: Book) -> Iterator[Event]:
    for form in book.scored_forms:
        for score, points, label, row in score_cells(form):
            if row is None or row.reason is None:
                continue
            if score.value is None or points is None or points.value is None:
                yield Unknown(f"{label}或其分值空白", score.place)
            elif score.value >= points.value or row.reason.text.strip() not in BOILERPLATE | {""}:
                yield Passed(places(score, row.reason))
            else:
                yield Failed(
                    place=score.place, label=named(score, label), expected=points.value, actual=score.value, difference=score.value - points.value,
                    shown_expected=plain(points.value), shown_actual=plain(score.value), shown_difference=plain(score.value - points.value),
                    unit="分", related=places(row.reason, points))


@check(
    code="score-all-full", title="全部指标满分", severity=Severity.INFO,
    message="{where}所在的表 {count} 个指标全部得满分",
    cause="逐项照填满分", repair="请确认各项得分与实际完成情况相符", basis=RULES)
def all_full(book: Book) -> Iterator[Event]:
    for form in book.scored_forms:
        cells = [(score, points) for score, points, _, row in score_cells(form) if row is not None]
        known = [(s, p) for s, p in cells if s.value is not None and p is not None and p.value is not None]
        if not cells:
            continue
        if len(known) < len(cells):
            yield Unknown("有得分或分值空白", cells[0][0].place)
        elif len(known) > 1 and all(s.value == p.value for s, p in known):  # type: ignore[union-attr]
            first = form.total_score or known[0][0]
            yield Failed(place=first.place, label=named(first, "总分"), related=places(*(s for s, _ in known)), args={"count": str(len(known))})
        else:
            yield Passed()


@check(
    code="score-boilerplate", title="偏差原因不全是“无”“暂无”", severity=Severity.WARNING,
    message="{where}等 {count} 处偏差原因全部填“{text}”",
    cause="批量填写，没有逐项分析", repair="请逐项填写偏差原因和改进措施，没有偏差的留空", basis=RULES)
def boilerplate(book: Book) -> Iterator[Event]:
    for form in book.scored_forms:
        filled = [row.reason for row in form.indicators if row.reason is not None and row.reason.text.strip()]
        if not filled:
            continue
        if len(filled) > 1 and len({d.text.strip() for d in filled}) == 1 and filled[0].text.strip() in BOILERPLATE:
            yield Failed(
                place=filled[0].place, label=named(filled[0], "偏差原因"), shown_actual=filled[0].text.strip(), related=places(*filled[1:]),
                args={"count": str(len(filled)), "text": filled[0].text.strip()})
        else:
            yield Passed(places(*filled))


@check(
    code="score-target-repeated", title="完成值填的是实际数而不是指标值", severity=Severity.INFO,
    message="{where}照抄了指标值“{target}”，没有填实际完成数",
    cause="把指标值复制到完成值栏", repair="请填写实际完成的数值", basis=RULES)
def target_repeated(book: Book) -> Iterator[Event]:
    for form in book.scored_forms:
        for row in form.indicators:
            if empty(row.target) or row.actual is None:
                continue
            target = row.target.text.strip()  # type: ignore[union-attr]
            if empty(row.actual):
                yield Unknown(f"{row.name} 完成值空白", row.actual.place)
            elif target == row.actual.text.strip() and not target[0].isdigit() and any(c.isdigit() for c in target):
                yield Failed(
                    place=row.actual.place, label=named(row.actual, f"{row.name} 完成值"), shown_actual=target, related=places(row.target),
                    args={"target": target})
            else:
                yield Passed(places(row.target, row.actual))


FAMILY = Family("scores", "得分", (
    above_points, negative, total, total_range, execution, reason, all_full, boilerplate, target_repeated,
))
