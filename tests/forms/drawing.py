"""The sheet of a form as a bureau draws it: titles, captions, funds, goals, the heading and the rows, where the choice says they stand."""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from decimal import Decimal

from forms.variants import EXTRA_HEADINGS, FUND_HEADINGS, HEADINGS, NOTES, Choice, Data, data, printed
from ziping.forms.formats import Format, format_of
from ziping.forms.grid import Details, Sheet


@dataclass
class Canvas:
    """Cells, merges and formats being put together."""

    cells: dict[tuple[int, int], object] = field(default_factory=dict)
    merges: list[tuple[int, int, int, int]] = field(default_factory=list)
    formats: dict[tuple[int, int], str] = field(default_factory=dict)
    row: int = 0

    def put(self, row: int, column: int, value: object, code: str = "") -> None:
        if value is not None and value != "":
            self.cells[row, column] = value
            if code:
                self.formats[row, column] = code

    def merge(self, top: int, left: int, bottom: int, right: int) -> None:
        if (top, left) != (bottom, right):
            self.merges.append((top, left, bottom, right))

    def sheet(self, name: str) -> Sheet:
        height, width = max(r for r, _ in self.cells) + 1, max(c for _, c in self.cells) + 1
        width = max(width, *(m[3] + 1 for m in self.merges)) if self.merges else width
        rows = [[self.cells.get((r, c), "") for c in range(width)] for r in range(height)]
        rows = [[float(v) if isinstance(v, Decimal) else v for v in row] for row in rows]
        formats: dict[tuple[int, int], Format] = {at: format_of(code) for at, code in self.formats.items()}
        return Sheet(name, rows, self.merges, details=Details({}, {}, formats, frozenset()))


def number_cell(how: Choice, value: Decimal | None, code: str) -> tuple[object, str]:
    """A figure as a number with a format, or typed as a text."""
    if value is None:
        return "", ""
    if how.numbers:
        return (value / 100 if code.endswith("%") else value), code
    return f"{value}%" if code.endswith("%") else str(value), ""


def indicator_headings(how: Choice, pick: random.Random) -> list[tuple[str, str]]:
    """(key, heading) from left to right."""
    spelled = {name: pick.choice(words) for name, words in HEADINGS.items()}
    out = []
    for level in ("level1", "level2", "level3"):
        out.append((level, spelled[level]))
        if how.weights == "column" and level != "level3":
            out.append((f"weight{level[-1]}", pick.choice(("权重", "分值"))))
    if how.split == "columns":
        out += [("operator", pick.choice(("指标性质", "运算符号", "指标符号"))), ("value", pick.choice(("指标值", "目标值", "年度指标值"))), ("measure", pick.choice(("度量单位", "计量单位")))]
    elif how.split == "heading":
        out += [("operator", spelled["target"]), ("value", ""), ("measure", "")]
    else:
        out.append(("target", spelled["target"]))
    out.append(("actual", spelled["actual"]))
    if how.standard:
        out.insert(pick.choice((len(out), len(out) - 1)), ("standard", spelled["standard"]))
    if how.points_column:
        out.append(("points", spelled["points"] if how.weights != "column" else "分值"))
    out.append(("score", spelled["score"]))
    used = {heading for _, heading in out}
    for extra in how.extras:
        if extra not in used and not (extra == "指标性质" and how.split == "columns"):
            out.insert(pick.randrange(len(out) - 1, len(out) + 1), (f"extra:{extra}", extra))
    out.append(("reason", spelled["reason"]))
    return out


def draw(how: Choice) -> Sheet:
    """The whole sheet."""
    canvas = Canvas()
    for number in range(how.projects):
        draw_form(canvas, how, data(how, number))
        canvas.row += 2
    return moved(canvas, how).sheet("自评表")


def moved(canvas: Canvas, how: Choice) -> Canvas:
    """The canvas with its offset and its noise."""
    down, right = how.offset
    cells = {(r + down, c + right): value for (r, c), value in canvas.cells.items()}
    if how.noise:
        cells = {at: noisy(value) if isinstance(value, str) else value for at, value in cells.items()}
    merges = [(a + down, b + right, c + down, d + right) for a, b, c, d in canvas.merges]
    formats = {(r + down, c + right): code for (r, c), code in canvas.formats.items()}
    if how.pasted:
        for top, left, bottom, right_end in merges:
            for r in range(top, bottom + 1):
                for c in range(left, right_end + 1):
                    if (top, left) in cells:
                        cells[r, c] = cells[top, left]
        merges = []
    return Canvas(cells, merges, formats)


def noisy(words: str) -> str:
    """A heading as a typist spaces it, any text with blanks around it."""
    spaced = " ".join(words) if words in ("得分", "分值", "执行率", "年初预算数", "全年执行数", "实施单位", "总分") else words
    return f" {spaced}\u3000"


def draw_form(canvas: Canvas, how: Choice, form: Data) -> None:
    pick = random.Random(how.seed * 7 + 1)
    headings = indicator_headings(how, pick)
    left = 1 if how.side else 0
    width = left + len(headings)
    if how.wide:
        width += 1
    at = canvas.row
    canvas.put(at, 0, form.title)
    canvas.merge(at, 0, at, width - 1)
    at += 1
    if how.unit_at == "caption":
        canvas.put(at, width - 2, f"单位：{how.unit}" if pick.random() < 0.5 else f"金额单位：{how.unit}")
        at += 1
    at = draw_captions(canvas, how, form, at, pick)
    if how.kind != "scoring":
        at = draw_funds(canvas, how, form, at, pick)
        at = draw_goals(canvas, how, form, at, left)
    at = draw_indicators(canvas, how, form, at, headings, left, pick)
    for note in NOTES[: how.notes]:
        canvas.put(at, 0, note)
        canvas.merge(at, 0, at, width - 1)
        at += 1
    canvas.row = at


def draw_captions(canvas: Canvas, how: Choice, form: Data, at: int, pick: random.Random) -> int:
    if how.kind == "project":
        pairs = [("项目名称", form.project), ("主管部门", form.department), ("实施单位", form.unit)]
    else:
        pairs = [(pick.choice(("部门（单位）名称", "填报单位", "单位名称（盖章）")), form.unit)]
    if how.captions == "inline":
        for caption, value in pairs:
            canvas.put(at, 0, f"{caption}：{value}")
            at += 1
    elif how.captions == "above" and len(pairs) > 1:
        for n, (caption, value) in enumerate(pairs):
            canvas.put(at, n * 2, caption)
            canvas.put(at + 1, n * 2, value)
            if how.merged:
                canvas.merge(at, n * 2, at, n * 2 + 1)
                canvas.merge(at + 1, n * 2, at + 1, n * 2 + 1)
        at += 2
    else:
        canvas.put(at, 0, pairs[0][0])
        canvas.put(at, 2, pairs[0][1])
        if how.merged:
            canvas.merge(at, 0, at, 1)
            canvas.merge(at, 2, at, 7)
        at += 1
        if len(pairs) > 1:
            for n, (caption, value) in enumerate(pairs[1:]):
                canvas.put(at, n * 4, caption)
                canvas.put(at, n * 4 + 2, value)
            at += 1
    if how.contacts:
        canvas.put(at, 0, "项目负责人")
        canvas.put(at, 4, "联系电话")
        at += 1
    return at


def draw_funds(canvas: Canvas, how: Choice, form: Data, at: int, pick: random.Random) -> int:
    block = "项目资金" if how.kind == "project" else "整体支出规模"
    canvas.put(at, 0, f"{block}（{how.unit}）" if how.unit_at == "block" else block)
    first = 2
    order = [name for name in how.order if how.execution or name not in ("points", "score")]
    for n, name in enumerate(order):
        heading = pick.choice(FUND_HEADINGS[name])
        if how.unit_at == "column" and name in ("initial", "adjusted", "executed"):
            heading = f"{heading.split('（')[0].split('(')[0]}（{how.unit}）"
        canvas.put(at, first + n, heading)
    if how.merged:
        canvas.merge(at, 0, at + len(form.funds), 0)
    for line, (label, figures) in enumerate(form.funds, 1):
        canvas.put(at + line, 1, label)
        for n, name in enumerate(order):
            code = "0.00%" if name == "rate" else "0.00" if name in ("initial", "adjusted", "executed") else ""
            if how.dashes and line > 1 and name in ("points", "score"):
                canvas.put(at + line, first + n, "—")
            else:
                canvas.put(at + line, first + n, *number_cell(how, figures[name], code))
    return at + len(form.funds) + 1


def draw_goals(canvas: Canvas, how: Choice, form: Data, at: int, left: int) -> int:
    if not form.goals:
        return at
    canvas.put(at, 0, "年度总体目标")
    canvas.put(at, 1, "预期目标")
    canvas.put(at, 5, "实际完成情况")
    for n, (expected_goal, achieved) in enumerate(form.goals, 1):
        canvas.put(at + n, 1, expected_goal)
        canvas.put(at + n, 5, achieved)
    if how.merged:
        canvas.merge(at, 0, at + len(form.goals), 0)
        for row in range(at, at + len(form.goals) + 1):
            canvas.merge(row, 1, row, 4)
            canvas.merge(row, 5, row, 7 + left)
    return at + len(form.goals) + 1


def draw_heading(canvas: Canvas, how: Choice, at: int, headings: list[tuple[str, str]], left: int) -> tuple[int, dict[str, int]]:
    """The heading row (two where a target's parts are named below it) and the column of each key."""
    if how.side:
        canvas.put(at, 0, "绩\n效\n指\n标")
    columns: dict[str, int] = {}
    column = left
    for name, heading in headings:
        columns[name] = column
        canvas.put(at, column, heading)
        column += 1
        if how.wide and name == "level3":
            canvas.merge(at, column - 1, at, column)
            column += 1
    bottom = at
    if how.split == "heading":
        canvas.merge(at, columns["operator"], at, columns["measure"])
    if how.two_rows and how.split == "heading" and how.merged:
        bottom = at + 1
        for name, words in (("operator", "符号"), ("value", "内容"), ("measure", "单位")):
            canvas.put(bottom, columns[name], words)
        for name, column in columns.items():
            if name not in ("operator", "value", "measure"):
                extra = 1 if how.wide and name == "level3" else 0
                if extra:
                    canvas.merges.remove((at, column, at, column + 1))
                canvas.merge(at, column, bottom, column + extra)
    return bottom + 1, columns


def draw_indicators(canvas: Canvas, how: Choice, form: Data, at: int, headings: list[tuple[str, str]], left: int, pick: random.Random) -> int:
    names = printed(how, form)
    heads = dict(headings)
    at, columns = draw_heading(canvas, how, at, headings, left)
    begun: dict[str, int] = {}
    before = ("", "")
    page = len(form.rows) // 2 if how.pages else -1
    for n, (row, words) in enumerate(zip(form.rows, names, strict=True)):
        fresh = n == page
        if fresh:
            close(canvas, how, begun, at, columns)
            begun.clear()
            at, columns = draw_heading(canvas, how, at, headings, left)
        for level, key in ((0, "level1"), (1, "level2")):
            new = words[: level + 1] != before[: level + 1]
            if new or (fresh and pick.random() < 0.5 and level == 0) or (fresh and how.merged):
                close(canvas, how, {key: begun.pop(key)} if key in begun else {}, at, columns)
                canvas.put(at, columns[key], words[level])
                begun[key] = at
                weight = f"weight{level + 1}"
                if weight in columns and new:
                    total = sum((r.points for r in form.rows if (r.level1, r.level2)[: level + 1] == (row.level1, row.level2)[: level + 1]), Decimal(0))
                    canvas.put(at, columns[weight], *number_cell(how, total, ""))
        before = words[:2]
        canvas.put(at, columns["level3"], words[2])
        if how.wide and how.merged:
            canvas.merge(at, columns["level3"], at, columns["level3"] + 1)
        if how.split == "no":
            canvas.put(at, columns["target"], row.operator + row.value + row.measure)
        else:
            canvas.put(at, columns["operator"], row.operator or ("定性" if heads["operator"] == "指标性质" else ""))
            is_number = row.value.isdigit() and how.numbers
            canvas.put(at, columns["value"], Decimal(row.value) if is_number else row.value)
            canvas.put(at, columns["measure"], row.measure or pick.choice(("", "/")))
        if row.actual.endswith("%") and how.numbers:
            code = "0.0%" if "." in row.actual else "0%"
            canvas.put(at, columns["actual"], Decimal(row.actual[:-1]) / 100, code)
        else:
            canvas.put(at, columns["actual"], row.actual)
        if "standard" in columns:
            canvas.put(at, columns["standard"], row.standard)
        if "points" in columns:
            canvas.put(at, columns["points"], *number_cell(how, row.points, ""))
        canvas.put(at, columns["score"], *number_cell(how, row.score, ""))
        canvas.put(at, columns["reason"], row.reason)
        for extra in how.extras:
            if f"extra:{extra}" in columns:
                canvas.put(at, columns[f"extra:{extra}"], EXTRA_HEADINGS[extra])
        at += 1
    close(canvas, how, begun, at, columns)
    canvas.put(at, 0 if not how.side or how.merged else 0, how.total)
    if how.merged:
        last = columns["points"] - 1 if "points" in columns else columns["level3"]
        canvas.merge(at, 0, at, last)
    if "points" in columns:
        canvas.put(at, columns["points"], *number_cell(how, form.total[0], ""))
    canvas.put(at, columns["score"], *number_cell(how, form.total[1], ""))
    return at + 1


def close(canvas: Canvas, how: Choice, begun: dict[str, int], at: int, columns: dict[str, int]) -> None:
    """Merge the headings of a level down to the row above."""
    for key, first in begun.items():
        if how.merged:
            canvas.merge(first, columns[key], at - 1, columns[key])
