"""The forms with indicator rows: 项目支出绩效自评表, 部门整体支出绩效自评表, 指标评分表 and 执行监控表.

From top to bottom: title, unit of money, head (项目名称, 主管部门 …), block of funds, 年度总体目标, indicator rows, total, signatures, notes. Project forms
carry their block headings in a narrow first column; the whole body's forms do not.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from ziping.amounts import PLAIN, POINTS, Relation, Unit
from ziping.evaluation import Datum, Evaluation, Form, FormKind, Fund, FundLine, Goal
from ziping.forms.build import phrases
from ziping.forms.build.canvas import CAPTION, LABEL, LEFT, NOTE, PLAIN_CELL, SUBTITLE, TITLE, Book, Key, Page, Write, converted
from ziping.forms.build.content import PERCENTS, money
from ziping.forms.build.indicator_rows import lay_rows, slots_of
from ziping.forms.build.measure import lines, width
from ziping.schemes import FormScheme, FundScheme

HEADINGS = {
    FormKind.PROJECT: ("项目资金", "年度总体目标", "绩效指标"),
    FormKind.MONITOR: ("项目资金", "年度总体目标", "绩效指标"),
    FormKind.OVERALL: ("整体支出规模", "年度总体目标", "分解目标自评"),
    FormKind.SCORING: ("整体支出规模", "年度总体目标", ""),
}
SIGNATURES = ("填报人", "单位负责人", "填报日期", "联系电话", "审核人", "经办人", "部门负责人")
PROJECT_COLUMNS = {"initial": "budget", "adjusted": "adjusted", "executed": "executed"}


@dataclass(slots=True)
class Frame:
    """What the parts of one form share while it is laid out."""

    book: Book
    page: Page
    form: Form
    scheme: FormScheme
    evaluation: Evaluation
    key: Key
    side: int  # 1 where a first column carries the headings of the blocks
    columns: int
    row: int = 0
    project: Form | None = None  # the project form a monitoring form belongs to
    project_key: Key = ()


def lay(book: Book, evaluation: Evaluation, form: Form, scheme: FormScheme, key: Key, project: Form | None = None, project_key: Key = ()) -> Page:
    """Lay a form out on a page of its own, named `form.sheet`."""
    side = 1 if form.kind in (FormKind.PROJECT, FormKind.MONITOR) else 0
    if scheme.goals and not form.goals:
        form.goals = [Goal()]
    slots = slots_of(form, scheme)
    page = book.page(form.sheet, [7.0] * side + [slot.width for slot in slots], lowest=24.0)
    page.landscape = sum(page.widths) > 146  # a wider form would be printed too small on an upright page
    if page.landscape:
        page.lowest = 20.0  # its blank rows are to fit one page
    frame = Frame(book, page, form, scheme, evaluation, key, side, side + len(slots), project=project, project_key=project_key)
    phrases.put_title(page, 0, form.title, scheme.title, TITLE, frame.columns, form)
    page.heights[0] = 36
    page.put(1, 0, f"单位：{form.money_unit}" if form.funds else "", replace(SUBTITLE, align="right"), columns=frame.columns)
    frame.row = 2
    _head(frame)
    _funds(frame)
    _goals(frame)
    lay_rows(frame, slots, _heading(frame, 2))
    _signatures(frame)
    return page


def _heading(frame: Frame, index: int) -> str:
    own = (frame.scheme.funds_heading, frame.scheme.goals_heading, frame.scheme.heading)[index]
    return HEADINGS[frame.form.kind][index] if own is None else own


def _narrow(frame: Frame, heading: str) -> str:
    """A heading for the narrow first column, broken after every second character."""
    return "\n".join(heading[i : i + 2] for i in range(0, len(heading), 2)) if frame.side else heading


def halves(frame: Frame) -> tuple[tuple[int, int], tuple[int, int]]:
    """The columns behind the label column as two parts of about equal width: (first column, how many) each."""
    first, last = frame.side + (0 if frame.side else 1), frame.columns
    widths = frame.page.widths
    half = sum(widths[first:last]) / 2
    middle = min(range(first + 1, last), key=lambda c: abs(sum(widths[first:c]) - half))
    return (first, middle - first), (middle, last - middle)


def _head(frame: Frame) -> None:
    book, page, form, key = frame.book, frame.page, frame.form, frame.key
    named = "部门（单位）名称"
    label_columns = 2 if frame.side or lines(named, LABEL.size, width(page, 0)) > 1 else 1
    rest = frame.columns - label_columns
    unit = phrases.link(phrases.UNIT_NAME, page, PLAIN)
    if form.kind in (FormKind.PROJECT, FormKind.MONITOR):
        page.put(frame.row, 0, "项目名称", LABEL, columns=label_columns)
        project = phrases.link((*frame.project_key, "name"), page, PLAIN) if frame.project_key else None
        cell = page.datum(frame.row, label_columns, form.project, (form, "project"), write=project, columns=rest, align="left")
        book.name((*key, "name"), page, cell)
        frame.row += 1
        page.put(frame.row, 0, "主管部门", LABEL, columns=label_columns)
        split = _split(page, label_columns, frame.columns)
        department = phrases.first_of(
            phrases.link((*frame.project_key, "department"), page, PLAIN) if frame.project_key else None,
            phrases.link(("setting", "主管部门"), page, PLAIN),
        )
        cell = page.datum(frame.row, label_columns, form.department, (form, "department"), write=department, columns=split - label_columns, align="left")
        book.name((*key, "department"), page, cell)
        page.put(frame.row, split, "实施单位", LABEL)
        page.datum(frame.row, split + 1, form.unit, (form, "unit"), write=unit, columns=frame.columns - split - 1, align="left")
    else:
        page.put(frame.row, 0, named, LABEL, columns=label_columns)
        page.datum(frame.row, label_columns, form.unit, (form, "unit"), write=unit, columns=rest, align="left")
    frame.row += 1


def _split(page: Page, first: int, last: int) -> int:
    half = sum(page.widths[first:last]) / 2
    return min(range(first + 1, last - 1), key=lambda c: abs(sum(page.widths[first:c]) - half))


def spread(widths: list[float], shares: list[float]) -> list[int]:
    """Neighbouring columns dealt out to `len(shares)` cells so that every cell comes as near to its share of the width as it can."""
    whole, count = sum(widths), len(shares)
    targets = [share / sum(shares) * whole for share in shares]
    best: dict[tuple[int, int], tuple[float, tuple[int, ...]]] = {(0, 0): (0.0, ())}
    for cell in range(1, count + 1):
        for end in range(cell, len(widths) - (count - cell) + 1):
            options = [
                (cost + (sum(widths[start:end]) - targets[cell - 1]) ** 2, (*parts, end - start))
                for start in range(cell - 1, end)
                if (cell - 1, start) in best
                for cost, parts in (best[cell - 1, start],)
            ]
            if options:
                best[cell, end] = min(options)
    return list(best[count, len(widths)][1])


def _funds(frame: Frame) -> None:
    form, scheme, page = frame.form, frame.scheme, frame.page
    if not form.funds:
        return
    columns = [(key, caption) for key, caption in scheme.fund_columns]
    first = frame.side or 1
    shares = [2.0] + [1.0] * len(columns)
    spans = spread(page.widths[first:], shares)
    starts = [first + sum(spans[:i]) for i in range(len(spans))]
    top = frame.row
    heading = _heading(frame, 0)
    page.put(top, 0, f"{_narrow(frame, heading)}\n（{form.money_unit}）", LABEL, rows=len(form.funds) + 1, columns=first)
    page.put(top, starts[0], "", CAPTION, columns=spans[0])
    for (_, caption), start, span in zip(columns, starts[1:], spans[1:], strict=True):
        phrases.put_dated(page, top, start, caption, CAPTION, columns=span)
    schemes = [_scheme_of(scheme, line) for line in form.funds]
    for offset, (line, plan) in enumerate(zip(form.funds, schemes, strict=True)):
        row = top + 1 + offset
        page.put(row, starts[0], plan.caption or line.label, replace(LEFT, indent=1 if plan.parent else 0), columns=spans[0])
        for (key, _), start, span in zip(columns, starts[1:], spans[1:], strict=True):
            _fund_cell(frame, line, plan, schemes, key, row, start, span)
    frame.row = top + 1 + len(form.funds)


def _scheme_of(scheme: FormScheme, line: FundLine) -> FundScheme:
    """What the scheme says of a line, found by its label, its caption or its role."""
    for plan in scheme.funds:
        if line.label in (plan.label, plan.caption) or (line.role is not None and line.role is plan.role):
            return plan
    return FundScheme(line.label, line.role)


def _fund_cell(frame: Frame, line: FundLine, plan: FundScheme, plans: list[FundScheme], key: str, row: int, column: int, span: int) -> None:
    page, book, form = frame.page, frame.book, frame.form
    name: Key = (*frame.key, "fund", plan.label, key)
    budget = "adjusted" if any(k == "adjusted" for k, _ in frame.scheme.fund_columns) else "initial"
    me = lambda other: (*frame.key, "fund", plan.label, other)  # noqa: E731
    datum: Datum | None = getattr(line, key)
    if key in ("points", "score") and datum is None and not ((line.points and line.points.figure) or (frame.scheme.execution and line.role is Fund.TOTAL)):
        page.put(row, column, "", PLAIN_CELL, columns=span, owner=(line, key))
        return
    number, unit = money(form.money_unit), form.money_unit
    write = None
    if key == "rate":
        scored = any(column == "score" for column, _ in frame.scheme.fund_columns)  # elsewhere a rate is native: right without the add-in
        write = phrases.of_execution("PERF_RATE", me("executed"), me(budget), page) if scored else phrases.rate(me("executed"), me(budget), page)
        number, unit = PERCENTS, PLAIN
    elif key == "score":
        number, unit = "", POINTS
        write = phrases.of_execution("PERF_EXEC_SCORE", me("executed"), me(budget), page, me("points"))
    elif key == "points":
        number, unit = "", POINTS
    else:
        parts = [(*frame.key, "fund", child.label, key) for child in plans if child.parent == plan.label]
        summed = phrases.total_of(parts, page, unit) if parts and plan.relation is Relation.EQUAL else None
        write = phrases.first_of(_fund_link(frame, line, plan, key), summed)
    cell = page.datum(row, column, datum, (line, key), unit=unit, number=number, write=write, columns=span)
    book.name(name, page, cell, unit)
    if line.role is not None:
        book.name((*frame.key, "role", line.role, key), page, cell, unit)
    if line is (form.fund(Fund.TOTAL) or form.funds[0]):
        book.name((*frame.key, "total", key), page, cell, unit)


def _fund_link(frame: Frame, line: FundLine, plan: FundScheme, key: str) -> Write | None:
    if frame.project_key and key == "initial":
        return _project_fund(frame, line, plan)
    if plan.link.partition(":")[0] != "projects" or key not in PROJECT_COLUMNS:
        return None
    return projects_total(frame.evaluation, frame.page, PROJECT_COLUMNS[key], plan.link.partition(":")[2], frame.form.money_unit)


def _project_fund(frame: Frame, line: FundLine, plan: FundScheme) -> Write:
    """年初预算数 of a line of a monitoring form: that of the project form's line of the same kind, whatever either calls it.

    其他资金 also takes 上年结转 where the monitoring form has no line for it, so that the lines still add up to the total.
    """
    page, unit, project = frame.page, frame.form.money_unit, frame.project_key
    if line.role is None:
        return phrases.link((*project, "fund", plan.label, "initial"), page, unit)
    wanted = [line.role]
    if line.role is Fund.OTHER and frame.form.fund(Fund.CARRYOVER) is None:
        wanted.insert(0, Fund.CARRYOVER)
    keys: list[Key] = [(*project, "role", role, "initial") for role in wanted]

    def write(book: Book) -> str | None:
        known = [key for key in keys if book.has(key)]
        return book.link(known[0], page, unit) if len(known) == 1 else phrases.total_of(known, page, unit)(book)

    return write


def projects_total(evaluation: Evaluation, page: Page, column: str, kind: str, unit: Unit) -> Write:
    """All projects added up: from the 项目清单, else from the project forms themselves."""

    def write(book: Book) -> str | None:
        if kind:
            amounts, kinds = book.ref(("list", "range", column), page), book.ref(("list", "range", "kind"), page)
            if not amounts or not kinds:
                return None
            return _of_kind(book, page, column, kind, unit)
        total = book.link(("list", "total", column), page, unit)
        if total is not None:
            return total
        attribute = {"budget": "initial"}.get(column, column)
        keys = [("project", index, "total", attribute) for index in range(len(evaluation.projects))]
        return phrases.total_of(keys, page, unit)(book)

    return write


def _of_kind(book: Book, page: Page, column: str, kind: str, unit: Unit) -> str:
    """The projects of one 项目类别; blank until every named project has its amount and its kind, for it would be too little."""

    def block(name: str) -> str:
        start, end = book.ref(("list", "range", name), page), book.ref(("list", "range end", name), page)
        return f"{start}:{(end or '').rpartition('!')[2]}"

    kinds, amounts, named, total = block("kind"), block(column), block("name"), book.ref(("list", "total", column), page)
    summed = converted(f'SUMIF({kinds},"{kind}",{amounts})', book.unit(("list", "range", column)), unit)
    return f'=IF(OR({total}="",COUNTIF({kinds},"?*")<COUNTIF({named},"?*")),"",{summed})'


def _goals(frame: Frame) -> None:
    form, page, captions = frame.form, frame.page, frame.scheme.goals
    if not captions or not form.goals:
        return
    first = frame.side or 1
    if len(captions) == 1:
        goal = form.goals[0]
        page.put(frame.row, 0, _heading(frame, 1), replace(LABEL, upright=False), columns=first + (1 if frame.side else 0))
        start = first + (1 if frame.side else 0)
        linked = phrases.link((*frame.project_key, "goal", 0), page, PLAIN) if frame.project_key else None
        page.datum(frame.row, start, goal.expected, (goal, "expected"), write=linked, columns=frame.columns - start, align="left")
        page.least[frame.row] = 48
        frame.row += 1
        return
    page.put(frame.row, 0, _narrow(frame, _heading(frame, 1)), LABEL, rows=1 + len(form.goals), columns=first)
    parts = halves(frame)
    for caption, (start, span) in zip(captions, parts, strict=True):
        page.put(frame.row, start, caption, CAPTION, columns=span)
    for index, goal in enumerate(form.goals):
        row = frame.row + 1 + index
        page.least[row] = 48
        cell = page.datum(row, parts[0][0], goal.expected, (goal, "expected"), columns=parts[0][1], align="left")
        frame.book.name((*frame.key, "goal", index), page, cell)
        page.datum(row, parts[1][0], goal.achieved, (goal, "achieved"), columns=parts[1][1], align="left")
    frame.row += 1 + len(form.goals)


def _signatures(frame: Frame) -> None:
    form, page = frame.form, frame.page
    captions = list(dict.fromkeys([*frame.scheme.signatures, *(c for c in form.notes if c in SIGNATURES)]))
    if captions:
        spans = spread(page.widths, [1.0] * len(captions))
        for index, caption in enumerate(captions):
            note = form.notes.get(caption)
            typed = note.text if note and note.formula is None else ""
            page.put(frame.row, sum(spans[:index]), f"{caption}：{typed}", SUBTITLE, columns=spans[index], write=None if typed else _signed(page, caption))
        page.heights[frame.row] = 27
        frame.row += 1
    if frame.scheme.note:
        page.put(frame.row, 0, frame.scheme.note, NOTE, columns=frame.columns)
        frame.row += 1


def _signed(page: Page, caption: str) -> Write:
    def write(book: Book) -> str:
        ref = book.ref(("setting", caption), page)
        return f'="{caption}："&{ref}' if ref else f'="{caption}："'

    return write
