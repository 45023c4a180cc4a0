"""The indicator rows of a form with their headings and the total below them."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ziping import standards
from ziping.amounts import PLAIN, POINTS, show
from ziping.evaluation import Datum, Form, FormKind, Fund, FundLine, Indicator, Level
from ziping.forms.build import phrases
from ziping.forms.build.canvas import CAPTION, DERIVED, INPUT, LABEL, LEFT, Book, Cell, Key, Write
from ziping.forms.build.content import PERCENTS
from ziping.forms.build.measure import broken, width
from ziping.forms.formula_syntax import address
from ziping.schemes import FormScheme

if TYPE_CHECKING:
    from ziping.forms.build.indicator_form import Frame

WIDTHS = {
    "level1": 11, "weight1": 6, "level2": 16, "weight2": 6, "level3": 28, "weight3": 6, "target": 22, "actual": 18, "standard": 30, "points": 7,
    "score": 9, "reason": 24, "expected": 14, "remark": 12,
}  # fmt: skip
CAUSES = ("经费保障", "制度保障", "人员保障", "硬件条件保障", "其他保障", "原因说明")
CHANCES = ("确定能", "有可能", "完全不可能")
LEVELS = ("level1", "level2", "level3")
TICK = "√"
HERS = ("得分由填报人填写", "本行的指标值写的是计算方法，没有写明应达到多少，也没有评分标准，不能自动计分，请按实际情况填写得分，不超过分值。")
_SIGN = re.compile(r"[≥≤＞＜><=＝≧≦]+")


@dataclass(frozen=True, slots=True)
class Slot:
    """One column of the table; `group` is the heading it shares with its neighbours."""

    key: str
    caption: str
    width: float
    group: str = ""


def slots_of(form: Form, scheme: FormScheme) -> list[Slot]:
    _claim(form, scheme)
    slots: list[Slot] = []
    for key, caption in scheme.columns:
        if key == "likelihood":
            causes = list(dict.fromkeys([*CAUSES, *(name for row in form.indicators for name in row.causes)]))
            slots += [Slot(f"cause:{name}", name, 12 if name == "原因说明" else 5.5, "偏差原因分析") for name in causes]
            slots += [Slot(f"chance:{name}", name, 6, caption) for name in CHANCES]
        else:
            slots.append(Slot(key, caption, WIDTHS[key]))
    extra = list(dict.fromkeys([*scheme.extra, *(name for row in form.indicators for name in row.extra)]))
    return slots + [Slot(f"extra:{name}", name, 14) for name in extra]


def _claim(form: Form, scheme: FormScheme) -> None:
    """A column that was read as one of the form's own headings, but is one of the scheme's, goes where it belongs.

    A sign (≥, ≤ …) from a column of its own, which the target begins with, is not said twice.
    """
    for item in form.indicators:
        target = item.target.text.strip() if item.target else ""
        for name in [name for name, cell in item.extra.items() if _SIGN.fullmatch(cell.text.strip()) and target.startswith(cell.text.strip())]:
            del item.extra[name]
        for key, caption in scheme.columns:
            if caption in item.extra and getattr(item, key, None) is None:
                setattr(item, key, item.extra.pop(caption))


def lay_rows(frame: Frame, slots: list[Slot], heading: str) -> None:
    page, form, side = frame.page, frame.form, frame.side
    rows = form.indicators or _linked(frame)
    if not rows:
        return
    if heading and not side:
        page.put(frame.row, 0, heading, replace(CAPTION, size=11), columns=frame.columns)
        frame.row += 1
    depth = 2 if any(slot.group for slot in slots) else 1
    if side:
        page.put(frame.row, 0, "\n".join(heading), LABEL, rows=depth + len(rows))
    _captions(frame, slots, depth)
    page.repeat = (frame.row, frame.row + depth - 1)
    first = frame.row + depth
    for offset, row in enumerate(rows):
        for column, slot in enumerate(slots, start=side):
            _cell(frame, slot, rows, offset, row, first + offset, column)
    frame.row = first + len(rows)
    if frame.scheme.total:
        _total(frame, slots, first, first + len(rows) - 1)


def _captions(frame: Frame, slots: list[Slot], depth: int) -> None:
    page, row = frame.page, frame.row
    for column, slot in enumerate(slots, start=frame.side):
        if not slot.group:
            phrases.put_dated(page, row, column, slot.caption, CAPTION, rows=depth)
            continue
        page.put(row + 1, column, slot.caption, replace(CAPTION, size=9))
        before = slots[column - frame.side - 1]
        if before.group != slot.group:
            page.put(row, column, slot.group, CAPTION, columns=sum(1 for s in slots if s.group == slot.group))


def _linked(frame: Frame) -> list[Indicator]:
    """The rows of a monitoring form that is not filled yet: those of its project form."""
    if frame.project is None:
        return []
    rows = [Indicator(replace(row.level1, weight=None), replace(row.level2, weight=None), Level()) for row in frame.project.indicators]
    frame.form.indicators.extend(rows)
    return rows


def _cell(frame: Frame, slot: Slot, rows: list[Indicator], offset: int, item: Indicator, row: int, column: int) -> None:
    page, key = frame.page, slot.key
    kind, _, name = key.partition(":")
    if kind in LEVELS:
        _level(frame, kind, rows, offset, row, column)
    elif kind in ("weight1", "weight2", "weight3"):
        level = f"level{kind[-1]}"
        if not _continues(rows, offset, level):
            cell = page.datum(row, column, getattr(item, level).weight, None, unit=POINTS, rows=_span(rows, offset, level))
            cell.style = replace(cell.style, fill=LABEL.fill)
    elif kind == "cause":
        tick = name != "原因说明"
        page.datum(row, column, item.causes.get(name), (item.causes, name), choices=(TICK,) if tick else (), align="" if tick else "left")
    elif kind == "chance":
        datum = Datum(TICK) if item.likelihood.strip() == name else None
        page.datum(row, column, datum, None, choices=(TICK,))
    elif kind == "extra":
        page.datum(row, column, item.extra.get(name), (item.extra, name), align="left")
    else:
        _figure(frame, key, offset, item, row, column)


def _figure(frame: Frame, key: str, offset: int, item: Indicator, row: int, column: int) -> None:
    page, me = frame.page, (*frame.key, "row", offset)
    write, number, hint = None, "", None
    if key == "score" and not item.standard and item.target and standards.states_method(item.target.text):
        hint = HERS
    elif key == "score":
        write = _score_formula(frame, me, item)
    elif key == "actual":
        write = _measured(frame, item)
        number = PERCENTS if write else ""
    elif key == "target" and frame.project_key and _same_row(frame, offset, item):
        write = phrases.link((*frame.project_key, "row", offset, "target"), page, PLAIN)
    textual = key in ("target", "actual", "expected", "standard", "reason", "remark") and not (number and item.actual is None)
    align = "left" if key in ("standard", "reason", "remark") else ""
    unit = POINTS if key in ("points", "score") else PLAIN
    cell = page.datum(row, column, getattr(item, key), (item, key), unit=unit, write=write, text=textual, align=align, number=number, hint=hint)
    frame.book.name((*me, key), page, cell, PLAIN)
    _watch(frame, key, cell, row)


def _measured(frame: Frame, item: Indicator) -> Write | None:
    """The formula of a 完成值 that follows from figures of the workbook; None for one that the officer types."""
    plan = next((p for p in frame.scheme.indicators if tuple(name for name in p.path if name) == item.path), None)
    kind, _, name = plan.actual.partition(":") if plan else ("", "", "")
    if not kind:
        return None
    if kind == "staff":
        return phrases.link(("staff_rate",), frame.page, PLAIN)
    if kind == "change":
        section, _, line = name.partition("/")
        current, last_year = (("ledger", section, line, column) for column in ("current", "last_year"))
        return phrases.rate(current, last_year, frame.page, change=True)

    def write(book: Book) -> str | None:
        keys = [[(*frame.key, "fund", label, column) for label in name.split(",")] for column in ("executed", "adjusted")]
        if not all(book.has(key) for column in keys for key in column):
            return None
        executed, budget = (",".join(str(book.ref(key, frame.page)) for key in column) for column in keys)
        return f'=IF(OR(COUNT({executed})=0,SUM({budget})=0),"",SUM({executed})/SUM({budget}))'

    return write


def _watch(frame: Frame, key: str, cell: Cell, row: int) -> None:
    """A typed score keeps within its points; a reason is asked for where points were lost."""
    at = {column: number for number, (column, _) in enumerate(frame.scheme.columns, start=frame.side)}
    if "points" not in at or "score" not in at or "likelihood" in at:
        return
    if key == "score":
        cell.most = (row, at["points"])
    elif key == "reason":
        points, score = address(row, at["points"]), address(row, at["score"])
        cell.alarm = f'AND(ISNUMBER({score}),ISNUMBER({points}),{score}<{points},{address(row, cell.column)}="")'


def _score_formula(frame: Frame, me: Key, item: Indicator) -> Write:
    """`=PERF_SCORE(分值, 指标值, 完成值, 评分标准)`; where the form has no column for the points they are the ones printed with the name.

    A form without a column for the target is scored by the standard alone: its score stays blank while the standard is.
    """
    page, columns = frame.page, dict(frame.scheme.columns)
    keys = [(*me, key) if key in columns else None for key in ("target", "actual", "standard")]
    if columns.get("standard") is None:
        del keys[2]

    def write(book: Book) -> str | None:
        printed = next((level.weight for level in (item.level3, item.level2, item.level1) if level.name and level.weight), None)
        points = book.ref((*me, "points"), page) or (show(printed.value) if printed and printed.value is not None else None)
        refs = [book.ref(key, page) if key else '""' for key in keys]
        if not points or not all(refs) or keys[0] is None and len(keys) < 3:
            return None
        needed = [ref for ref in (book.ref((*me, "points"), page), refs[1], refs[2] if keys[0] is None else None) if ref]
        tests = [f'{ref}=""' for ref in needed]
        blank = tests[0] if len(tests) == 1 else f"OR({','.join(tests)})"
        return f'=IF({blank},"",PERF_SCORE({",".join([points, *refs])}))'

    return write


def _same_row(frame: Frame, offset: int, item: Indicator) -> bool:
    """Whether a row of a monitoring form is the row of its project form: blank, or the same names."""
    if frame.project is None or offset >= len(frame.project.indicators):
        return False
    other = frame.project.indicators[offset]
    return (item.level1.name, item.level2.name) == (other.level1.name, other.level2.name) and item.level3.name in ("", other.level3.name)


def _level(frame: Frame, key: str, rows: list[Indicator], offset: int, row: int, column: int) -> None:
    page, item = frame.page, rows[offset]
    level: Level = getattr(item, key)
    if key == "level3" and frame.project_key and _same_row(frame, offset, item):
        cell = page.put(row, column, None, replace(DERIVED, align="left"), write=phrases.link((*frame.project_key, "row", offset, "name"), page, PLAIN), owner=(item, key))
        frame.book.name((*frame.key, "row", offset, "name"), page, cell)
        return
    if _continues(rows, offset, key):
        return
    printed = level.name
    if level.weight and f"weight{key[-1]}" not in dict(frame.scheme.columns):
        printed += f"（{level.weight.text.removesuffix('分')}分）"
        printed = broken(printed, LABEL.size, width(page, column))
    fixed = any(plan.path == item.path + ("",) * (3 - len(item.path)) and not plan.open for plan in frame.scheme.indicators)
    own = key == "level3" and not fixed and (frame.form.kind in (FormKind.PROJECT, FormKind.MONITOR) or not level.name)
    style = replace(INPUT, align="left") if own else LEFT if key == "level3" else LABEL
    cell = page.put(row, column, printed or None, style, rows=_span(rows, offset, key), owner=(item, key))
    if key == "level3":
        frame.book.name((*frame.key, "row", offset, "name"), page, cell)


def _path(item: Indicator, key: str) -> tuple[str, ...]:
    names = (item.level1.name, item.level2.name, item.level3.name)
    return names[: LEVELS.index(key) + 1]


def _continues(rows: list[Indicator], offset: int, key: str) -> bool:
    """Whether the cell above is merged down over this one; third levels never are."""
    if key == "level3" or offset == 0:
        return False
    path, own, above = _path(rows[offset], key), getattr(rows[offset], key), getattr(rows[offset - 1], key)
    merged = own.place is not None and own.place == above.place  # a heading that was read is filled down with its weight
    return bool(path[-1]) and path == _path(rows[offset - 1], key) and (merged or not own.weight)


def _span(rows: list[Indicator], offset: int, key: str) -> int:
    end = offset + 1
    while end < len(rows) and _continues(rows, end, key):
        end += 1
    return end - offset


def _total(frame: Frame, slots: list[Slot], first: int, last: int) -> None:
    page, book, form, scheme, key = frame.page, frame.book, frame.form, frame.scheme, frame.key
    places = {slot.key: column for column, slot in enumerate(slots, start=frame.side)}
    if "score" not in places:
        return
    points, score, row = places.get("points"), places["score"], frame.row
    summed = points if points is not None else places.get("weight1")
    label_end = min(c for c in (summed, score) if c is not None)
    page.put(row, 0, scheme.total, CAPTION, columns=label_end)
    execution = (*key, "total", "points"), (*key, "total", "score")
    line = form.fund(Fund.TOTAL) or next(iter(form.funds), None)
    scored = line is not None and line.score is not None and line.score.figure is not None and form.execution_counts
    with_execution = (scheme.execution is not None or scored) and not scheme.exclude_execution
    if summed is not None:

        def sum_points(book: Book) -> str:
            extra = book.ref(execution[0], page) if with_execution else None
            rows = _range(first, last, summed)
            parts = f"{rows},{extra}" if extra else rows
            return f'=IF(COUNT({rows})=0,"",SUM({parts}))'  # the points of the execution rate alone are no total

        cell = page.datum(row, summed, form.total_points, (form, "total_points"), unit=POINTS, write=sum_points)
        book.name((*key, "points"), page, cell)
        if scheme.total_points is not None:
            own = address(row, summed)
            cell.alarm = f"AND(COUNT({_range(first, last, summed)})>0,ISNUMBER({own}),{own}<>{show(scheme.total_points)})"
        if score > summed + 1:
            page.put(row, summed + 1, "", LABEL, columns=score - summed - 1)

    def sum_scores(book: Book) -> str:
        return _total_formula(frame, book, first, last, points, score, execution[1] if with_execution else None)

    cell = page.datum(row, score, form.total_score, (form, "total_score"), unit=POINTS, write=sum_scores)
    book.name((*key, "score"), page, cell)
    rest = frame.columns - max(c for c in (summed, score) if c is not None) - 1
    if scheme.grade or form.grade is not None:
        _grade(frame, row, frame.columns - rest, rest)
    elif rest:
        page.put(row, frame.columns - rest, "", LABEL, columns=rest)
    frame.row += 2 if (scheme.grade or form.grade is not None) and not rest else 1


def _grade(frame: Frame, row: int, column: int, columns: int) -> None:
    """等级 stands behind the total where there is room, else in a line of its own."""
    page, form = frame.page, frame.form

    def write(book: Book) -> str | None:
        total, scheme = book.ref((*frame.key, "score"), page), book.ref(phrases.SCHEME, page)
        return f'=IF({total}="","",PERF_GRADE({total}{"," + scheme if scheme else ""}))' if total else None

    if columns > 1:
        page.put(row, column, "等级", CAPTION)
        page.datum(row, column + 1, form.grade, (form, "grade"), write=write, columns=columns - 1)
        return
    if columns:
        page.put(row, column, "", LABEL)
    page.put(row + 1, 0, "等级", CAPTION, columns=max(1, frame.columns - 3))
    page.datum(row + 1, max(1, frame.columns - 3), form.grade, (form, "grade"), write=write, columns=min(3, frame.columns - 1))
    if columns:
        frame.row += 1


def _range(first: int, last: int, column: int) -> str:
    return f"{address(first, column)}:{address(last, column)}"


def _computes(line: FundLine | None) -> bool:
    """Whether a line's rate is a number or will be one: `/` is none."""
    return line is None or line.rate is None or line.rate.blank or line.rate.figure is not None or line.rate.formula is not None


def _total_formula(frame: Frame, book: Book, first: int, last: int, points: int | None, score: int, execution: Key | None) -> str:
    """总分. The points of 预算执行率 stand apart from the rows, so they are added before the rules of the whole form are applied."""
    page = frame.page
    scores, full = _range(first, last, score), _range(first, last, points) if points is not None else ""
    missing = f"COUNT({scores})=0,COUNT({scores})<{f'COUNT({full})' if full else f'ROWS({scores})'}"
    told = [name for name in (Fund.TOTAL, Fund.FISCAL) if book.has((*frame.key, "fund", name, "rate")) and _computes(frame.form.fund(name))]
    rate = book.ref((*frame.key, "fund", told[0], "rate"), page) if told else None
    scheme = book.ref(phrases.SCHEME, page)
    extra = book.ref(execution, page) if execution else None
    if extra is None:
        tail = f",{full},{rate or ''},{scheme}" if scheme else f",{full}" if full else ""
        return f'=IF(OR({missing}),"",PERF_TOTAL({scores}{tail}))'
    plain = f"PERF_TOTAL({scores},{full})" if full else f"PERF_TOTAL({scores})"
    whole = f"PERF_TOTAL({plain}+{extra},,{rate or ''},{scheme})" if scheme else f"{plain}+{extra}"
    return f'=IF(OR({extra}="",{missing}),"",{whole})'
