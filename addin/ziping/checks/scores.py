"""Scores: none leaves its points, they add up, the grade follows, and what lies below full says why."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from decimal import Decimal
from typing import NamedTuple

from ziping.amounts import PERCENT, POINTS, Figure, Quantity, decimals_of, foots
from ziping.checks.book import Book, execution_line, fact, squeezed
from ziping.checks.catalogue import PASSED, Event, Failed, Family, Unknown, check
from ziping.checks.ties import compared, empty, named, places, plain, told
from ziping.evaluation import Datum, Form, Indicator
from ziping.findings import Severity
from ziping.forms.uncomputed import UNKNOWN_NAME
from ziping.standards import FormRules, NotScorable, Score, over_achieved

RULES = "财预〔2020〕10号 项目支出绩效评价管理办法：得分不超过分值，未完成的说明原因"
BOILERPLATE = frozenset({"无", "暂无", "暂无。", "无。", "无偏差", "无偏差。", "/", "-", "—", "——", "没有"})
NO_REASON = BOILERPLATE | {""}
PART_OF_WHOLE = re.compile("(合格|达标|可用|准确|正确|正常|及时|覆盖|利用|使用|办结|知晓|好评|成功|通过|优良|入户|公开|满意)率$|满意度$")


MOVES = re.compile("变动|增长|增减|变化|下降|降低|减少|节约")

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
    """A score as worked out and rounded to the decimals it shows; a whole one is exact."""
    shown = decimals_of(score.value)
    return Quantity(score.value, Decimal(5).scaleb(-shown - 1) if shown else Decimal(0))


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
                yield Unknown(f"{cell.label}或其分值空白", score.place)
            elif got <= (full or most):
                yield PASSED
            else:
                footing = foots(points_of(got), [points_of(most)])
                yield compared(score.place, named(score, cell.label), footing, POINTS, related=places(points))  # type: ignore[arg-type]


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
                    shown_expected="0", shown_actual=plain(got), shown_difference=plain(got), unit="分")


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
    """Where a reason belongs, in the words of the form's own column."""
    return f"确有理由的在“{column_of(row.reason)}”栏说明" if row.reason is not None else "确有理由的在报告中说明"


def column_of(datum: Datum) -> str:
    return datum.label.rpartition("/")[2].rpartition(" ")[2] or "偏差原因"


def reasonless(row: Indicator) -> bool:
    return row.reason is None or row.reason.text.strip() in NO_REASON


def above(book: Book, applies: Callable[[Indicator], bool]) -> Iterator[Event]:
    """Stated scores that exceed what `standards` gives for the row."""
    for form in book.scored_forms:
        for cell in score_cells(book, form):
            score, points, row, got, _ = cell
            if row is None or got is None or not applies(row):
                continue
            result = book.scored(row, points)
            if not isinstance(result, Score):
                yield Unknown(str(result) if result is not None else f"{cell.label}所需的指标值、完成值或分值空白", score.place)
            elif got <= result.points:
                yield PASSED
            else:
                footing = foots(points_of(got), [points_of(result.points)])
                yield compared(
                    score.place, named(score, cell.label), footing, POINTS, related=places(row.target, row.actual, row.standard, points),  # type: ignore[arg-type]
                    repair=f"请按{how(row)}重新计分，{excuse(row)}")


@check(
    code="score-reason", title="得分低于分值的说明原因", severity=Severity.WARNING,
    message="{where}为 {actual}，低于分值 {expected}，没有说明偏差原因",
    cause="扣了分而偏差原因栏空白或只写“无”", repair="请在偏差原因分析及改进措施栏说明原因和措施", basis=RULES)
def reason(book: Book) -> Iterator[Event]:
    for form in book.scored_forms:
        for cell in score_cells(book, form):
            score, points, row, got, full = cell
            if row is None or row.reason is None:
                continue
            if got is None or full is None:
                yield Unknown(f"{cell.label}或其分值空白", score.place)
            elif got >= full or row.reason.text.strip() not in NO_REASON:
                yield PASSED
            else:
                yield Failed(
                    place=score.place, label=named(score, cell.label), expected=full, actual=got, difference=got - full,
                    shown_expected=plain(full), shown_actual=plain(got), shown_difference=plain(got - full),
                    unit="分", related=places(row.reason, points), repair=f"请在“{column_of(row.reason)}”栏说明原因和措施")


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
            yield Unknown("有得分或分值空白", cells[0].score.place)
        elif len(cells) > 1 and all(cell.got == cell.full for cell in cells):
            first = form.total_score or cells[0].score
            yield Failed(place=first.place, label=named(first, "总分"), related=places(*(cell.score for cell in cells)), args={"count": str(len(cells))})
        else:
            yield PASSED


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
            yield PASSED


@check(
    code="score-target-repeated", title="完成值填的是实际数而不是指标值", severity=Severity.INFO,
    message="{where}照抄了指标值“{target}”，没有填实际完成数",
    cause="把指标值复制到完成值栏", repair="请填写实际完成的数值", basis=RULES)
def target_repeated(book: Book) -> Iterator[Event]:
    for row in book.scored_rows:
        if empty(row.target) or row.actual is None:
            continue
        target = told(row.target)
        if empty(row.actual):
            yield Unknown(f"{row.name} 完成值空白", row.actual.place)
        elif target == row.actual.text.strip() and not target[0].isdigit() and any(c.isdigit() for c in target):
            yield Failed(
                place=row.actual.place, label=named(row.actual, f"{row.name} 完成值"), shown_actual=target, related=places(row.target),
                args={"target": target})
        else:
            yield PASSED


@check(
    code="score-far-above", title="完成值远超指标值的说明原因", severity=Severity.INFO,
    message="{where}为“{actual}”，达到指标值“{target}”的 130% 以上，没有说明原因",
    cause="指标值定得过低，或完成值的小数点、单位有误", repair="请核对完成值，指标值偏低的说明原因",
    basis="财预〔2020〕10号：因指标值设定明显偏低而超额完成的，按偏离程度调减得分")
def far_above(book: Book) -> Iterator[Event]:
    usual = FormRules(over_ratio=Decimal("1.3"))
    for row in book.scored_rows:
        if row.target is None or row.actual is None:
            continue
        if empty(row.actual):
            yield Unknown(f"{row.name} 完成值空白", row.actual.place)
        elif reasonless(row) and not exceeds_whole(row) and over_achieved(row.target.text, row.actual.text, usual):
            yield Failed(
                place=row.actual.place, label=named(row.actual, f"{row.name} 完成值"), shown_actual=row.actual.text.strip(),
                related=places(row.target), args={"target": row.target.text.strip()})
        else:
            yield PASSED


@check(
    code="score-beyond-whole", title="占比类的完成值不超过100%", severity=Severity.WARNING,
    message="{where}为“{actual}”，这个比率以 100% 为限",
    cause="小数点错位，或分子、分母填反", repair="请核对完成值", basis="合格、及时、满意等比率是整体中的一部分")
def beyond_whole(book: Book) -> Iterator[Event]:
    """Rates of a part in its whole, by their names; what may be exceeded, like 完成率 and 增长率, is none."""
    for row in book.scored_rows:
        if row.actual is None or not PART_OF_WHOLE.search(squeezed(row.name)):
            continue
        if row.actual.figure is None or row.actual.figure.unit.base != "":
            yield Unknown(f"{row.name} 完成值空白或不是一个比率", row.actual.place)
        elif exceeds_whole(row):
            yield Failed(
                place=row.actual.place, label=named(row.actual, f"{row.name} 完成值"), actual=row.actual.value, shown_actual=row.actual.text.strip(),
                related=places(row.target))
        else:
            yield PASSED


def exceeds_whole(row: Indicator) -> bool:
    figure = row.actual.figure if row.actual is not None else None
    return figure is not None and figure.unit == PERCENT and figure.value > 100 and bool(PART_OF_WHOLE.search(squeezed(row.name)))


@check(
    code="score-actual-negative", title="完成值不为负数", severity=Severity.WARNING,
    message="{where}为负数 {actual}",
    cause="误加了负号", repair="请核对完成值的正负号", basis=RULES)
def actual_negative(book: Book) -> Iterator[Event]:
    """Growth and change may be negative, and so may what is held against a negative target."""
    for row in book.scored_rows:
        if row.actual is None or MOVES.search(row.name):
            continue
        if row.actual.figure is None:
            yield Unknown(f"{row.name} 完成值空白或不是数字", row.actual.place)
        elif row.actual.figure.value < 0 and "-" not in (row.target.text if row.target else ""):
            yield Failed(
                place=row.actual.place, label=named(row.actual, f"{row.name} 完成值"), actual=row.actual.value, shown_actual=row.actual.text.strip(),
                related=places(row.target))
        else:
            yield PASSED


FAMILY = Family("scores", "得分", (
    above_points, negative, refused, above_standard, above_explained, above_default, reason, all_full, boilerplate, target_repeated, far_above, beyond_whole, actual_negative,
))
