"""Points: what each indicator may earn adds up on every level of the tree and to the form's hundred."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from ziping.amounts import POINTS, ZERO, Figure, Footing, decimals_of, foots
from ziping.checks.book import Book, execution_line, fact, headings
from ziping.checks.catalogue import PASSED, Event, Failed, Family, Passed, Unknown, check
from ziping.checks.once import once
from ziping.checks.ties import compared, empty, named, places, plain
from ziping.evaluation import Datum, Form, FormKind, Indicator, Level
from ziping.findings import Severity

NATIONAL = "财预〔2020〕10号 项目支出绩效评价管理办法：指标权重合计 100，预算执行率 10、产出 50、效益 30、满意度 10（原则上）"
HUNDRED = Decimal(100)


@dataclass(eq=False)
class Weights:
    """A stated sum of points against the points below it; `total` None stands for the form's hundred."""

    total: Datum | None
    parts: tuple[Datum | None, ...]
    label: str
    sheet: str

    @property
    def values(self) -> list[Decimal]:
        """What the parts state, without those that state no number."""
        return [part.figure.value for part in self.parts if part is not None and part.figure is not None]

    @once
    def verdict(self) -> Event:
        """Points are exact; they are compared as plain numbers, whatever unit word (15分, 15) stands with them."""
        if self.total is not None and self.total.value is None:
            return Unknown(f"{self.label}空白或不是数字", self.total.place)
        stated = self.total.value if self.total is not None else HUNDRED
        values = self.values
        if not values or len(values) < len(self.parts):
            return Unknown(f"{self.label}之下有分值空白或不是数字", self.total.place if self.total else None, self.parts)
        footing = foots((stated, ZERO), [(value, ZERO) for value in values])
        if footing is not None:  # the heading and the hundred are what must be reached, the points are what is there
            footing = Footing(footing.holds, footing.actual, footing.expected, footing.tolerance)
        if footing is None or footing.holds:
            return Passed((self.total, *self.parts,))
        first = self.total or self.parts[0]
        place = first.place if first else None
        texts = " + ".join(plain(part.value, decimals_of(part.value)) for part in self.parts)  # type: ignore[union-attr, arg-type]
        return compared(
            place, named(self.total, self.label), footing, POINTS, related=tuple(p for p in places(*self.parts) if p != place), args={"parts": texts})

    def judged(self, form: Form) -> Event:
        """The verdict; a sum that falls short is nobody's error where the execution rate has a score and no points are told for it."""
        line = execution_line(form)
        scored = line is not None and line.score is not None and line.score.figure is not None
        stated = self.total.value if self.total is not None else HUNDRED
        if isinstance(self.verdict, Failed) and scored and not execution_points(form) and stated is not None and sum(self.values) < stated:
            return Unknown("预算执行率有得分，没有写明分值", line.score.place)  # type: ignore[union-attr]
        return self.verdict


def levels(row: Indicator) -> tuple[Level, Level, Level]:
    return row.level1, row.level2, row.level3


@fact
def paths(book: Book, form: Form) -> dict[int, tuple[tuple[str, ...], ...]]:  # noqa: ARG001 - the book keeps them
    """The headings of each row."""
    return {id(row): headings(row) for row in form.indicators}


@fact
def headings_of(book: Book, form: Form, depth: int) -> dict[tuple[str, ...], Level]:
    """The distinct headings of that depth in the form's order, with the Level that carries the weight."""
    found: dict[tuple[str, ...], Level] = {}
    above = paths(book, form)
    for row in form.indicators:
        level, key = levels(row)[depth - 1], above[id(row)][depth]
        if level.name and (key not in found or found[key].weight is None and level.weight is not None):
            found[key] = level
    return found


@fact
def heading_sums(book: Book, form: Form, depth: int) -> Iterator[Weights]:
    """Each heading of the depth that prints a weight against the points of the rows below it."""
    weighed = [(key, level) for key, level in headings_of(book, form, depth).items() if level.weight is not None]
    points: dict[tuple[str, ...], list[Datum | None]] = {}
    above = paths(book, form)
    for row, datum in book.leaf_points(form) if weighed else ():
        points.setdefault(above[id(row)][depth], []).append(datum)
    for key, level in weighed:
        below = points.get(key, [])
        if below == [level.weight]:
            continue
        yield Weights(level.weight, tuple(below), f"{level.name} 分值", form.sheet)


@fact
def heading_children(book: Book, form: Form) -> Iterator[Weights]:
    """Each first-level weight against the second-level weights printed below it."""
    seconds = headings_of(book, form, 2)
    for key, level in headings_of(book, form, 1).items():
        below = [second.weight for second_key, second in seconds.items() if second_key[:1] == key]
        if level.weight is not None and below and all(weight is not None for weight in below):
            yield Weights(level.weight, tuple(below), f"{level.name} 权重", form.sheet)


def failing(weights: Weights) -> bool:
    return isinstance(weights.verdict, Failed)


@fact
def wrong_headings(book: Book, form: Form) -> frozenset[int]:
    """The first-level weights that differ from the rows below them."""
    return frozenset(id(each.total) for each in heading_sums(book, form, 1) if failing(each))


@fact
def rows_are_right(book: Book, form: Form) -> bool:
    """A first-level weight is wrong and the rows make up the hundred: whatever else follows from that weight is told with it."""
    rows = (*execution_points(form), *(points for _, points in book.leaf_points(form)))
    return bool(wrong_headings(book, form)) and not failing(Weights(None, rows, "", form.sheet))


def told_by_rows(book: Book, form: Form) -> bool:
    """The form's total is a formula over weights of which one is already called wrong."""
    stated = form.total_points
    return stated is not None and bool(stated.formula) and bool(wrong_headings(book, form))


TOLD = "已在一级指标的权重处指出"


def execution_points(form: Form) -> list[Datum]:
    line = execution_line(form)
    return [line.points] if line is not None and line.points is not None and line.points.figure else []


@check(
    code="weight-level1", title="一级指标的权重等于其下各指标分值之和", severity=Severity.ERROR,
    message="{where}为 {expected}，其下各指标分值之和为 {actual}（{parts}），{difference}",
    cause="增删指标或改动分值后没有改标题里的权重", repair="请调整标题中的权重或其下各指标的分值，使两者相等", basis=NATIONAL)
def level1(book: Book) -> Iterator[Event]:
    for form in book.scored_forms:
        inner = {id(each.total) for each in heading_children(book, form) if not failing(each)}
        below = any(failing(each) for each in heading_sums(book, form, 2))
        for each in heading_sums(book, form, 1):
            if below and id(each.total) in inner and failing(each):
                yield Unknown("已在二级指标的分值处指出", each.total.place if each.total is not None else None)
            else:
                yield each.verdict


@check(
    code="weight-level2", title="二级指标的分值等于其下各指标分值之和", severity=Severity.ERROR,
    message="{where}为 {expected}，其下各指标分值之和为 {actual}（{parts}），{difference}",
    cause="增删三级指标或改动分值后没有改标题里的分值", repair="请调整标题中的分值或其下各指标的分值，使两者相等", basis=NATIONAL)
def level2(book: Book) -> Iterator[Event]:
    for form in book.scored_forms:
        for each in heading_sums(book, form, 2):
            yield each.verdict


@check(
    code="weight-level3", title="三级指标标题中的分值与分值栏一致", severity=Severity.ERROR,
    message="{where}标题中写 {expected}，分值栏为 {actual}，{difference}",
    cause="分值栏被改写，例如把扣分后的得分填进了分值栏", repair="请按评分方案恢复分值栏", basis=NATIONAL)
def level3(book: Book) -> Iterator[Event]:
    for form in book.scored_forms:
        for each in heading_sums(book, form, 3):
            yield each.verdict


@check(
    code="weight-children", title="二级指标分值之和等于一级指标权重", severity=Severity.ERROR,
    message="{where}为 {expected}，其下二级指标标题中的分值之和为 {actual}（{parts}），{difference}",
    cause="标题里的分值没有随方案更新", repair="请核对一级指标与二级指标标题中的分值", basis=NATIONAL)
def children(book: Book) -> Iterator[Event]:
    """Only where a second-level heading covers several rows: for single rows the sums of the rows say the same."""
    for form in book.scored_forms:
        counts = [headings(row)[2] for row in form.indicators]
        if len(set(counts)) < len(counts):
            for each in heading_children(book, form):
                if id(each.total) in wrong_headings(book, form):
                    yield Unknown(TOLD, each.total.place if each.total is not None else None)
                else:
                    yield each.verdict


@check(
    code="weight-headings-hundred", title="一级指标权重合计为满分", severity=Severity.ERROR,
    message="{where}起各一级指标权重之和为 {actual}（{parts}），应为 {expected}，{difference}",
    cause="一级指标的权重没有按方案分配", repair="请核对各一级指标的权重，预算执行率单独计分的一并计入", basis=NATIONAL)
def headings_hundred(book: Book) -> Iterator[Event]:
    for form in book.scored_forms:
        weights = [level.weight for level in headings_of(book, form, 1).values()]
        if rows_are_right(book, form):
            yield Unknown(TOLD, form.title.place)
        elif weights and all(weight is not None for weight in weights):
            yield Weights(None, (*weights, *execution_points(form)), "一级指标 权重", form.sheet).judged(form)


@check(
    code="weight-total", title="全部分值合计等于满分", severity=Severity.ERROR,
    message="{where}应为 {expected}，全部分值（含预算执行率）之和为 {actual}，{difference}",
    cause="多列或少列了指标，或预算执行率的 10 分没有从其他指标中让出", repair="请按评分方案核对各指标分值，使合计等于满分", basis=NATIONAL)
def total(book: Book) -> Iterator[Event]:
    for form in book.scored_forms:
        rows = book.leaf_points(form)
        if not any(points is not None for _, points in rows):
            continue
        stated = form.total_points if form.total_points is not None and not empty(form.total_points) else None
        if told_by_rows(book, form) and rows_are_right(book, form):
            stated = None  # a formula over the wrong weight
        points = tuple(points for _, points in rows)
        execution = execution_points(form) if form.execution_counts else []
        event = Weights(stated, (*execution, *points), "分值合计", form.sheet).judged(form)
        if isinstance(event, Failed) and stated is not None and not failing(Weights(None, (*execution_points(form), *points), "", form.sheet)):
            event = Unknown("各指标分值之和是满分，合计栏的数已按“满分为 100”指出", stated.place)
        yield event


@check(
    code="weight-hundred", title="满分为 100", severity=Severity.ERROR,
    message="{where}应为 {expected}，实填 {actual}，{difference}",
    cause="合计栏沿用了别的方案", repair="请核对分值合计", basis=NATIONAL)
def hundred(book: Book) -> Iterator[Event]:
    for form in book.scored_forms:
        if not form.total_points:
            continue
        lacking = [row for row, points in book.leaf_points(form) if points is not None and points.value is None]
        if told_by_rows(book, form):
            yield Unknown(TOLD, form.total_points.place)
            continue
        if not form.total_points.value or (lacking and not scored_without(form, lacking)):
            yield Unknown("分值合计不是数字，或有指标没有分值", form.total_points.place)
            continue
        apart = [] if form.execution_counts else [points.value for points in execution_points(form) if points.value is not None]  # beside the indicators' total
        footing = foots(Figure(form.total_points.value + sum(apart), POINTS), [Figure(HUNDRED, POINTS)])
        if footing is not None and footing.holds:
            yield PASSED
        elif footing is not None:
            yield compared(form.total_points.place, named(form.total_points, "分值合计"), footing, POINTS)


def scored_without(form: Form, rows: list[Indicator]) -> bool:
    """Whether the form has a total score in which some of the rows have no part: then it is out of what the others' points add up to."""
    return form.total_score is not None and form.total_score.figure is not None and any(row.score is not None and row.score.figure is None for row in rows)


@check(
    code="weight-national", title="项目支出自评表按 10、50、30、10 分配权重", severity=Severity.INFO,
    message="{where}的权重为 {actual}，原则上为 {expected}",
    cause="本级财政部门另有规定，或满意度并入了效益指标", repair="请确认本级评分方案对权重另有规定", basis=NATIONAL)
def national(book: Book) -> Iterator[Event]:
    for form in book.evaluation.projects:
        points = book.leaf_points(form)
        for word, usual in (("产出", 50), ("满意度", 10)):
            rows = [(row, datum) for row, datum in points if word in row.level1.name or word == "满意度" and word in row.level2.name]
            if not rows:
                continue
            if any(id(level.weight) in wrong_headings(book, form) for row, _ in rows for level in (row.level1,) if level.weight is not None):
                yield Unknown(TOLD, form.title.place)  # the rows are not what the form prints for them
                continue
            if any(datum is None or datum.value is None for _, datum in rows):
                yield Unknown(f"{word}指标有分值空白", form.title.place, tuple(datum for _, datum in rows))
                continue
            sum_ = sum((datum.value for _, datum in rows), Decimal(0))  # type: ignore[misc, union-attr]
            if sum_ == usual:
                yield Passed((*(datum for _, datum in rows),))
                continue
            level = rows[0][0].level1 if word in rows[0][0].level1.name else rows[0][0].level2
            yield Failed(
                place=level.place or rows[0][0].place, label=level.name, expected=Decimal(usual), actual=sum_, difference=sum_ - usual,
                shown_expected=str(usual), shown_actual=plain(sum_), shown_difference=plain(sum_ - usual), unit="分",
                related=places(*(datum for _, datum in rows)))


@check(
    code="weight-missing", title="每个指标都有分值", severity=Severity.WARNING,
    message="{where}没有分值，同一张表的其他指标有分值",
    cause="新增指标后漏填分值，或分值不是数字", repair="请按评分方案补填分值", basis=NATIONAL)
def missing(book: Book) -> Iterator[Event]:
    for form in book.scored_forms:
        rows = book.leaf_points(form)
        if form.kind is FormKind.MONITOR or not any(points is not None and points.value is not None for _, points in rows):
            continue
        told = {id(points) for _, points in rows if points is not None}
        for row, points in rows:
            if points is not None:  # a row without a cell shares the points of a heading or of a merged cell
                yield PASSED if points.value is not None else Failed(place=points.place, label=f"{row.name} 分值")
        for depth in (1, 2):
            weights = [level for level in headings_of(book, form, depth).values() if level.weight is not None]
            if any(level.weight.value is not None for level in weights):  # type: ignore[union-attr]
                for level in weights:
                    if empty(level.weight) and id(level.weight) not in told:
                        yield Failed(place=level.weight.place, label=f"{level.name} 权重")  # type: ignore[union-attr]


FAMILY = Family("weights", "权重与分值", (
    level1, level2, level3, children, headings_hundred, total, hundred, national, missing,
))
