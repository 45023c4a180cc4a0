"""报告素材: the text of the report, one entry a row, and below it the figures that the text may quote."""

from __future__ import annotations

from dataclasses import replace

from ziping.evaluation import Entry, Evaluation
from ziping.forms.build.canvas import CAPTION, DERIVED, INPUT, LABEL, LEFT, NOTE, SUBTITLE, TITLE, Book, Page
from ziping.forms.build.measure import HIGHEST, needed
from ziping.schemes import OutlineEntry, Scheme

LEVELS = ("一级标题", "二级标题", "三级标题", "四级标题", "五级标题")
LEVEL, BODY, HINT = 16.5, 92.0, 28.0  # widths
AUTHORS = {"template": "报告模板按表中数据成文，此处可不填。", "both": "报告模板写数据，此处补充文字。", "officer": ""}
FIGURES = "可引用的数据"


def lay(book: Book, evaluation: Evaluation, scheme: Scheme | None) -> Page:
    levels = min(len(LEVELS), max(4, *(len(entry.path) for entry in evaluation.narrative)))
    page = book.page("报告素材", [*[LEVEL] * levels, BODY, HINT], landscape=True)
    page.put(0, 0, "报告素材", TITLE, columns=levels + 2)
    page.heights[0] = 36
    page.put(
        1, 0, "一行一段素材，写在“正文”栏；换段用 Alt+Enter。文中的数字用下方“可引用的数据”所列的占位符代替，导出报告时自动填入，不必重复录入。",
        SUBTITLE, columns=levels + 2,
    )  # fmt: skip
    for column, caption in enumerate((*LEVELS[:levels], "正文", "填写说明")):
        page.put(2, column, caption, CAPTION)
    page.repeat, page.freeze = (2, 2), (3, 0)
    outline = {entry.path: entry for entry in scheme.narrative} if scheme else {}
    row = 3
    for number, entry in enumerate(evaluation.narrative):
        row = _entry(page, evaluation, number, entry, outline.get(entry.path), row)
    page.tab = "548235"
    return page


def _entry(page: Page, evaluation: Evaluation, number: int, entry: Entry, plan: OutlineEntry | None, row: int) -> int:
    hint = entry.note or ("".join(part for part in (AUTHORS[plan.by], plan.hint) if part) if plan else "")
    body = len(page.widths) - 2
    path = entry.path if len(entry.path) <= body else (*entry.path[: body - 1], "／".join(entry.path[body - 1 :]))
    last = len(path) - 1
    rows = _rows(entry.text.text)
    written = plan is not None and plan.by == "template" and entry.text.blank
    for column in range(body):
        name = path[column] if column <= last else None
        style = replace(LEFT, bold=column == last, color="" if column == last else "8C8C8C")
        page.put(row, column, name, style, rows=rows, owner=(evaluation.narrative, f"{number}") if column == last else None)
    cell = page.datum(row, body, entry.text, (entry, "text"), rows=rows, text=True, align="left")
    cell.style = replace(cell.style, fill=DERIVED.fill if written else INPUT.fill)
    if rows > 1:
        cell.grow = False
        height = needed(page, cell, entry.text.text) / rows
        page.heights |= dict.fromkeys(range(row, row + rows), height)
    page.put(row, body + 1, hint, replace(LEFT, size=9, color="595959"), rows=rows)
    return row + rows


def _rows(text: str) -> int:
    """How many sheet rows an entry needs: a text higher than a row can be is merged over several."""
    probe = Page("", [BODY])
    cell = probe.datum(0, 0, None, None, align="left")
    return int(needed(probe, cell, text) // HIGHEST) + 1


def list_figures(page: Page, figures: list[tuple[str, str, str]]) -> None:
    """The list below: name of the figure, the sheet and cell it stands in as a formula, its number format."""
    row, body = page.size[0] + 1, len(page.widths) - 2
    page.printed_rows = row - 1
    page.put(row, 0, FIGURES, replace(CAPTION, size=12), columns=body + 2)
    page.put(row + 1, 0, "把占位符连同花括号复制到正文中即可；“当前值”随各表自动更新，空白表示该数据尚未填写。", NOTE, columns=body + 2)
    page.put(row + 2, 0, "占位符", CAPTION, columns=body)
    page.put(row + 2, body, "当前值", CAPTION)
    page.put(row + 2, body + 1, "所在单元格", CAPTION)
    for offset, (name, ref, number) in enumerate(figures, start=row + 3):
        page.put(offset, 0, "{{" + name + "}}", LEFT, columns=body)
        formula = f'=IF({ref}="","",{ref})'
        page.put(offset, body, None, replace(DERIVED, align="left", number=number), write=lambda _book, formula=formula: formula)
        page.put(offset, body + 1, ref.replace("'", "").replace("$", ""), replace(LABEL, size=9, color="595959"))
