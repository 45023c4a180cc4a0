"""Scores: none leaves its points, they add up, the grade follows, and what lies below full says why."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import Decimal
from typing import NamedTuple

from ziping.amounts import POINTS, Figure, Quantity, decimals_of, foots, half_place
from ziping.checks.actuals import actual_negative, beyond_whole, far_above, no_figure, target_repeated
from ziping.checks.book import Book, execution_line, fact
from ziping.checks.catalogue import PASSED, Event, Failed, Family, Unknown, check
from ziping.checks.reasons import NO_REASON, RULES, boilerplate, column_of, reasonless
from ziping.checks.ties import compared, empty, named, places, plain
from ziping.evaluation import Datum, Form, Indicator
from ziping.findings import Severity
from ziping.forms.uncomputed import UNKNOWN_NAME
from ziping.standards import NotScorable, Score


class ScoreCell(NamedTuple):
    """A cell that holds a score, of an indicator or (row None) of the execution rate. got, full: what it and the cell of its points state."""

    score: Datum
    points: Datum | None
    row: Indicator | None
    got: Decimal | None
    full: Decimal | None

    @property
    def label(self) -> str:
        return f"{self.row.name} 得分" if self.row is not None else "预算执行率 得分"


@fact
def score_cells(book: Book, form: Form) -> list[ScoreCell]:
    """Of the execution rate and of each indicator that has a score cell."""
    line = execution_line(form)
    found = [(line.score, line.points, None)] if line is not None and line.score is not None else []
    found += [(row.score, points, row) for row, points in book.leaf_points(form) if row.score is not None]
    return [ScoreCell(score, points, row, score.value, points.value if points is not None else None) for score, points, row in found]


@fact
def by_weight(book: Book, form: Form) -> bool:
    """Whether the rows are scored out of 100 and count by their points (单项得分 × 权重): the stated total is that sum and not the plain one."""
    cells = [(cell.got, cell.full) for cell in score_cells(book, form)]
    stated = form.total_score
    if stated is None or stated.figure is None or not cells or any(score is None or points is None for score, points in cells):
        return False
    plain_sum = sum(score for score, _ in cells)  # type: ignore[misc]
    weighted = Quantity(sum(score * points for score, points in cells) / 100)  # type: ignore[misc, operator]
    footing = foots(rounded_score(stated.figure), [weighted])
    return plain_sum > 100 and footing is not None and footing.holds


def rounded_score(score: Figure) -> Quantity:
    """A score as worked out and rounded to the decimals it shows; a whole one is what has no hundredths."""
    return Quantity(score.value, half_place(decimals_of(score.value) or 2))


def points_of(value: Decimal) -> Figure:
    return Figure(value, POINTS)


@check(
    code="score-above-points", title="得分不超过分值", severity=Severity.ERROR,
    message="{where}不应超过分值 {expected}，实填 {actual}，超出 {excess}",
    cause="分值调低后没有重算得分，或串行填写", repair="请核对得分与分值", basis=RULES)
def above_points(book: Book) -> Iterator[Event]:
    for form in book.scored_forms:
        full = Decimal(100) if by_weight(book, form) else None
        for cell in score_cells(book, form):
            score, points, _, got, most = cell
            if got is None or most is None:
                yield Unknown(f"{cell.label}或其分值空白", score.place, (points,))
            elif got <= (full or most):
                yield PASSED
            else:
                footing = foots(points_of(got), [points_of(most)])
                yield compared(score.place, named(score, cell.label), footing, POINTS, bound="≤", related=places(points))  # type: ignore[arg-type]


@check(
    code="score-negative", title="得分不为负数", severity=Severity.ERROR,
    message="{where}不应小于 0，实填 {actual}",
    cause="扣分超过了分值", repair="请核对扣分，扣完为止", basis=RULES)
def negative(book: Book) -> Iterator[Event]:
    for form in book.scored_forms:
        for cell in score_cells(book, form):
            score, got = cell.score, cell.got
            if got is None:
                yield Unknown(f"{cell.label}空白或不是数字", score.place)
            elif got >= 0:
                yield PASSED
            else:
                yield Failed(
                    place=score.place, label=named(score, cell.label), expected=Decimal(0), actual=got, difference=got,
                    shown_expected="0", shown_actual=plain(got), shown_difference=plain(got), bound="≥", unit="分")


@check(
    code="score-above-standard", title="得分不高于评分标准应得的分", severity=Severity.ERROR,
    message="{where}按本行评分标准应为 {expected}，实填 {actual}，高出 {excess}，且没有说明理由",
    cause="完成值变动后没有重新计分，或照填满分", repair="请按评分标准重新计分，确有理由的在偏差原因栏说明", basis="本行的评分标准")
def above_standard(book: Book) -> Iterator[Event]:
    """Rows that print a standard of their own and give no reason."""
    yield from above(book, lambda row: not empty(row.standard) and reasonless(row))


@check(
    code="score-refused", title="得分公式算得出得分", severity=Severity.ERROR,
    message="{where}显示 {text}，不能按公式计分：{reason}",
    cause="指标值写的是计算方法，或评分标准要酌情判断", repair="请照此补齐，或由填报人直接填写得分", basis="本行的指标值、完成值和评分标准")
def refused(book: Book) -> Iterator[Event]:
    for score, row, points in scored_by_formula(book):
        result = book.scored(row, points) if score.error else None
        if isinstance(result, NotScorable):
            reason = str(result).strip().rstrip("。").replace("。", "；")
            yield Failed(
                place=score.place, label=named(score, f"{row.name} 得分"), shown_actual=score.error or "", related=places(row.target, row.actual, row.standard),
                args={"text": score.error or "", "reason": reason})
        elif score.error:
            yield Unknown(f"{row.name}的得分公式不能重算", score.place)
        elif not empty(score):
            yield PASSED


@fact
def scored_by_formula(book: Book) -> Iterator[tuple[Datum, Indicator, Datum | None]]:
    for form in book.scored_forms:
        for score, points, row, _, _ in score_cells(book, form):
            if row is not None and "PERF_SCORE" in (score.formula or "") and score.error != UNKNOWN_NAME:
                yield score, row, points


@fact
def refused_cells(book: Book) -> frozenset[int]:
    """The score cells whose error has a reason that is told."""
    return frozenset(id(score) for score, row, points in scored_by_formula(book) if score.error and isinstance(book.scored(row, points), NotScorable))


@fact
def officers_scores(book: Book) -> frozenset[int]:
    """The score cells of rows that no formula can score: the officer is right to type there."""
    rows = ((score, row, points) for form in book.scored_forms for score, points, row, _, _ in score_cells(book, form) if row is not None)
    return frozenset(id(score) for score, row, points in rows if isinstance(book.scored(row, points), NotScorable))


@fact
def formulas_of_their_own(book: Book) -> dict[int, str]:
    """What to restore in the score cells whose formula is another than that of the rows in their column: the total and the execution rate."""
    found = {}
    for form in book.scored_forms:
        line = execution_line(form)
        if form.total_score is not None:
            found[id(form.total_score)] = "请恢复总分的公式（PERF_TOTAL，或各项得分之和），不要复制同列的得分公式，或确认手工数正确"
        if line is not None and line.score is not None:
            found[id(line.score)] = "请恢复预算执行率得分的公式（执行率 × 分值），不要复制同列的得分公式，或确认手工数正确"
    return found


@check(
    code="score-above-explained", title="得分高于评分标准应得的分，已说明理由", severity=Severity.WARNING,
    message="{where}按本行评分标准应为 {expected}，实填 {actual}，高出 {excess}，请复核所填理由",
    cause="按理由酌情加分", repair="请确认理由成立", basis="本行的评分标准")
def above_explained(book: Book) -> Iterator[Event]:
    yield from above(book, lambda row: not empty(row.standard) and not reasonless(row))


@check(
    code="score-above-default", title="得分不高于一般规则应得的分", severity=Severity.WARNING,
    message="{where}按一般规则（完成值与指标值的比例）应为 {expected}，实填 {actual}，高出 {excess}",
    cause="指标没有完成而照填满分", repair="请按完成比例计分，或在偏差原因栏说明", basis="财预〔2020〕10号：定量指标未完成的按完成值与指标值的比例计分")
def above_default(book: Book) -> Iterator[Event]:
    yield from above(book, lambda row: empty(row.standard))


def how(row: Indicator) -> str:
    return "完成比例" if empty(row.standard) else "评分标准"


def excuse(row: Indicator) -> str:
    """Where a reason belongs, or stands, in the words of the form's own column."""
    if not reasonless(row):
        return f"或确认“{column_of(row.reason)}”栏所填的理由成立"
    return f"确有理由的在“{column_of(row.reason)}”栏说明" if row.reason is not None else "确有理由的在报告中说明"


def above(book: Book, applies: Callable[[Indicator], bool]) -> Iterator[Event]:
    """Stated scores that exceed what `standards` gives for the row."""
    for form in book.scored_forms:
        for cell in score_cells(book, form):
            score, points, row, got, full = cell
            if row is None or got is None or not applies(row):
                continue
            if full is not None and got > full and not by_weight(book, form):
                yield Unknown(f"{cell.label}大于分值，已经指出", score.place)
                continue
            result = book.scored(row, points)
            if not isinstance(result, Score):
                yield Unknown(str(result) if result is not None else f"{cell.label}所需的指标值、完成值或分值空白", score.place, () if result is not None else (points, row.actual))
            elif got <= result.points:
                yield PASSED
            else:
                footing = foots(points_of(got), [points_of(result.points)])
                yield compared(
                    score.place, named(score, cell.label), footing, POINTS, bound="≤", related=places(row.target, row.actual, row.standard, points),  # type: ignore[arg-type]
                    repair=f"请按{how(row)}重新计分，{excuse(row)}")


@check(
    code="score-reason", title="得分低于分值的说明原因", severity=Severity.WARNING,
    message="{where}为 {actual}，低于分值 {full}，没有说明偏差原因",
    cause="扣了分而偏差原因栏空白或只写“无”", repair="请在偏差原因分析及改进措施栏说明原因和措施", basis=RULES)
def reason(book: Book) -> Iterator[Event]:
    for form in book.scored_forms:
        for cell in score_cells(book, form):
            score, points, row, got, full = cell
            if row is None or row.reason is None:
                continue
            if got is None or full is None:
                yield Unknown(f"{cell.label}或其分值空白", score.place, (points,))
            elif got >= full or row.reason.text.strip() not in NO_REASON:
                yield PASSED
            else:
                yield Failed(  # the score is not called wrong: what lacks is the reason
                    place=score.place, label=named(score, cell.label), actual=got, shown_actual=plain(got), unit="分",
                    related=places(row.reason, points), repair=f"请在“{column_of(row.reason)}”栏说明原因和措施", args={"full": f"{plain(full)}分"})


@check(
    code="score-all-full", title="全部指标满分", severity=Severity.INFO,
    message="{where}所在的表 {count} 个指标全部得满分",
    cause="逐项照填满分", repair="请确认各项得分与实际完成情况相符", basis=RULES)
def all_full(book: Book) -> Iterator[Event]:
    for form in book.scored_forms:
        cells = [cell for cell in score_cells(book, form) if cell.row is not None]
        if not cells:
            continue
        if any(cell.got is None or cell.full is None for cell in cells):
            yield Unknown("有得分或分值空白", cells[0].score.place, tuple(each for cell in cells for each in (cell.score, cell.points)))
        elif len(cells) > 1 and all(cell.got == cell.full for cell in cells):
            first = form.total_score or cells[0].score
            yield Failed(place=first.place, label=named(first, "总分"), related=places(*(cell.score for cell in cells)), args={"count": str(len(cells))})
        else:
            yield PASSED


FAMILY = Family("scores", "得分", (
    above_points, negative, refused, above_standard, above_explained, above_default, reason, all_full, boilerplate, target_repeated, no_figure, far_above, beyond_whole, actual_negative,
))
