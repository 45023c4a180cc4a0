"""The result workbook: summary with charts, bodies, ranking, departments, findings with links, what stands out, what could not be read."""

from __future__ import annotations

import io
from collections.abc import Iterator
from datetime import datetime
from decimal import Decimal
from functools import cache
from itertools import islice
from pathlib import Path

import xlsxwriter

from ziping import schemes
from ziping.amounts import WAN_YUAN, Figure, ratio, show, show_percent
from ziping.checks.table import LABELS
from ziping.files import replace_file
from ziping.findings import Severity
from ziping.rollup.charts import ROW, add_charts
from ziping.rollup.columns import BODIES, CHECKS, DEPARTMENTS, FINDINGS, OUTLIERS, RANKING, UNREADABLE
from ziping.rollup.record import Issue, Record
from ziping.rollup.sheet import Links, Look, put, put_link, put_row, start
from ziping.rollup.tables import Tables, title_of

ROWS = 60_000  # findings on one sheet: Excel holds 65,530 links on one
OPTIONS = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
ORDER = {str(severity): place for place, severity in enumerate(Severity)}


def write_book(tables: Tables, out: Path) -> None:
    """Write the workbook whole or not at all. OSError when there is no room or no permission."""
    buffer = io.BytesIO()  # XlsxWriter leaves an open archive behind when a disk is full
    with xlsxwriter.Workbook(buffer, OPTIONS) as book:
        _write(book, tables, Links(out))
    with replace_file(out) as temporary:
        temporary.write_bytes(buffer.getbuffer())


def _write(book: xlsxwriter.Workbook, tables: Tables, links: Links) -> None:
    book.set_properties({"title": "绩效自评汇总", "subject": "绩效自评", "author": "", "created": datetime(2000, 1, 1)})
    look = Look(book)
    names = ["汇总", "单位一览", "排名", "部门合计"]
    findings = list(_findings(tables.records))
    names += ["问题清单" + (str(part) if part > 1 else "") for part in range(1, max(1, -(-len(findings) // ROWS)) + 1)]
    names += ["校验项统计", "异常情况", "未读取文件"]
    sheets = {name: book.add_worksheet(name) for name in names}
    _bodies(sheets["单位一览"], look, tables, links)
    _ranking(sheets["排名"], look, tables, links)
    _departments(sheets["部门合计"], look, tables)
    rows = iter(findings)
    for name in (name for name in names if name.startswith("问题清单")):
        _finding_sheet(sheets[name], look, list(islice(rows, ROWS)), links, len(findings))
    _checks(sheets["校验项统计"], look, tables)
    _outliers(sheets["异常情况"], look, tables, links)
    _unreadable(sheets["未读取文件"], look, tables, links)
    _summary(book, sheets["汇总"], look, tables)
    sheets["汇总"].activate()


def _bodies(sheet, look: Look, tables: Tables, links: Links) -> None:  # noqa: ANN001 - Worksheet
    bodies = tables.bodies
    row = start(sheet, look, "单位一览", f"每份工作簿一行，共 {len(bodies)} 份；空格表示表中没有该数或无法计算。", BODIES)
    for number, body in enumerate(bodies.itertuples(index=False), start=1):
        values = (number, body.unit, body.year, body.department, body.stated, body.computed, body.difference, body.grade, body.banded,
                  body.errors, body.warnings, body.budget, body.executed, body.rate, body.rank, body.money, _scheme(body.scheme))  # fmt: skip
        put_row(sheet, look, row, BODIES[:17], values)
        put_link(sheet, look, row, 17, links.to(body.file), Path(body.file).name)
        put(sheet, row, 18, _remark(body), look.cells["text"])
        row += 1
    sheet.autofilter(2, 0, max(row - 1, 2), len(BODIES) - 1)
    sheet.freeze_panes(3, 2)


@cache
def _scheme(name: str) -> str:
    return schemes.load(name).title if name in schemes.available() else "外来表格"


def _remark(body) -> str:  # noqa: ANN001 - a row of the frame
    if body.repeat:
        return f"与“{body.repeat}”内容相同，不计入排名和合计"
    if body.stated is None:
        return "没有总分，不参加排名"
    return f"{show(body.open)} 分的指标无法计算得分" if body.open else ""


def _ranking(sheet, look: Look, tables: Tables, links: Links) -> None:  # noqa: ANN001
    ranked = tables.bodies[tables.bodies["rank"].notna()].sort_values(["rank", "unit", "file"], kind="stable")
    without = len(tables.bodies) - len(ranked)
    note = "按自评总分由高到低，同分同名次；计算得分只在全部指标都能计算时给出。" + (f"另有 {without} 份没有总分或重复，未列入。" if without else "")
    row = start(sheet, look, "自评总分排名", note, RANKING)
    for body in ranked.itertuples(index=False):
        values = (body.rank, body.unit, body.department, body.stated, body.computed, body.grade or body.banded, body.rate, body.errors, body.warnings)
        put_row(sheet, look, row, RANKING[:9], values)
        put_link(sheet, look, row, 9, links.to(body.file), Path(body.file).name)
        row += 1
    sheet.autofilter(2, 0, max(row - 1, 2), len(RANKING) - 1)
    if row > 3:
        sheet.conditional_format(3, 3, row - 1, 3, {"type": "data_bar", "bar_color": "#DDEBF7", "bar_solid": True, "min_type": "num", "min_value": 0})


def _departments(sheet, look: Look, tables: Tables) -> None:  # noqa: ANN001
    frame = tables.departments
    row = start(sheet, look, "按主管部门合计", "金额只合计预算数和执行数都有的工作簿；执行率 = 执行数合计 ÷ 预算数合计。没有写明主管部门的列在单位自己名下；重复的工作簿不计。", DEPARTMENTS)
    for line in frame.itertuples(index=False):
        put_row(sheet, look, row, DEPARTMENTS, tuple(line))
        row += 1
    if len(frame):
        sheet.write_string(row, 0, "合计", look.sums["text"])
        for at, name in ((1, "books"), (2, "without"), (3, "budget"), (4, "executed"), (6, "scored"), (10, "errors"), (11, "warnings")):
            letter = chr(65 + at)
            total = sum((value for value in frame[name] if value is not None), Decimal(0))
            sheet.write_formula(row, at, f"=SUM({letter}4:{letter}{row})", look.sums[DEPARTMENTS[at].kind], float(total))
        budget, executed = (sum((v for v in frame[name] if v is not None), Decimal(0)) for name in ("budget", "executed"))
        whole = f'=IF(D{row + 1}=0,"",E{row + 1}/D{row + 1})'
        sheet.write_formula(row, 5, whole, look.sums["percent"], float(executed / budget) if budget else "")
        for at in (7, 8, 9):
            sheet.write_blank(row, at, None, look.sums["text"])


def _findings(records: list[Record]) -> Iterator[tuple[Record, Issue]]:
    for record in records:
        for issue in sorted(record.issues, key=lambda each: ORDER.get(each.severity, 9)):
            yield record, issue


def _finding_sheet(sheet, look: Look, rows: list[tuple[Record, Issue]], links: Links, total: int) -> None:  # noqa: ANN001
    row = start(sheet, look, "问题清单", f"全部工作簿共 {total} 处；点“单元格”打开原文件的该处。", FINDINGS)
    for record, issue in rows:
        put(sheet, row, 0, LABELS.get(Severity(issue.severity), ""), look.marks[issue.severity])
        put(sheet, row, 1, record.unit, look.cells["text"])
        put(sheet, row, 2, record.name, look.cells["text"])
        put(sheet, row, 3, issue.sheet or "（整本）", look.cells["text"])
        put_link(sheet, look, row, 4, links.to(record.file, issue.sheet, issue.cell), issue.cell or "打开")
        for at, words in ((5, issue.label), (6, issue.message), (7, title_of(issue.code))):
            put(sheet, row, at, words, look.cells[FINDINGS[at].kind])
        row += 1
    if not rows:
        sheet.write_string(row, 0, "没有发现问题。", look.note)
    sheet.autofilter(2, 0, max(row - 1, 2), len(FINDINGS) - 1)


def _checks(sheet, look: Look, tables: Tables) -> None:  # noqa: ANN001
    row = start(sheet, look, "校验项统计", "各校验项发现的问题数，错误多的在前。", CHECKS)
    for line in tables.checks.itertuples(index=False):
        put_row(sheet, look, row, CHECKS, (line.title, line.error, line.warning, line.info, line.books, line.code))
        row += 1


def _outliers(sheet, look: Look, tables: Tables, links: Links) -> None:  # noqa: ANN001
    row = start(sheet, look, "异常情况", "以下情况本身不是差错，供复核时留意。", OUTLIERS)
    for each in tables.outliers[:ROWS]:
        for at, words in ((0, each.kind), (1, each.record.unit), (2, each.message), (3, each.record.name), (4, each.sheet)):
            put(sheet, row, at, words, look.cells["words" if at == 2 else "text"])
        put_link(sheet, look, row, 5, links.to(each.record.file, each.sheet, each.cell), each.cell or "打开")
        row += 1
    if not tables.outliers:
        sheet.write_string(row, 0, "没有发现异常情况。", look.note)
    elif len(tables.outliers) > ROWS:
        sheet.write_string(row, 0, f"另有 {len(tables.outliers) - ROWS} 条未列出。", look.note)
    sheet.autofilter(2, 0, max(row - 1, 2), len(OUTLIERS) - 1)


def _unreadable(sheet, look: Look, tables: Tables, links: Links) -> None:  # noqa: ANN001
    row = start(sheet, look, "未读取的文件", "以下文件不在汇总之内，请逐一处理后重新汇总。", UNREADABLE)
    for file, reason, tried in tables.unreadable:
        if row < ROWS:
            put_link(sheet, look, row, 0, links.to(file), _beside(file, links))
        else:
            put(sheet, row, 0, file, look.cells["text"])
        put(sheet, row, 1, reason, look.cells["words"])
        put(sheet, row, 2, "不能读取" if tried else "不是工作簿", look.cells["text"])
        row += 1
    if not tables.unreadable:
        sheet.write_string(row, 0, "全部文件都已读取。", look.note)


def _beside(file: str, links: Links) -> str:
    return file[len(links.folder) + 1 :] if file.startswith(links.folder + "/") else file


# ---------------------------------------------------------------------------------------------------------------
# The first sheet


def _summary(book: xlsxwriter.Workbook, sheet, look: Look, tables: Tables) -> None:  # noqa: ANN001
    """Figures and charts on one page; the charts' own figures stand below them."""
    sheet.hide_gridlines(2)
    for at, width in enumerate((24, 14, 3, 22, 15, 3, 40, 10, 10)):
        sheet.set_column(at, at, width)
    sheet.set_default_row(ROW)
    sheet.set_row(0, 28)
    years = sorted({int(year) for year in tables.bodies["year"] if year is not None})
    shown = f"{years[0]}" + (f"–{years[-1]}" if len(years) > 1 else "") + " 年度" if years else ""
    sheet.write_string(0, 0, f"{shown}绩效自评汇总", look.title)
    words, number = look.cells["text"], look.cells["whole"]
    for row, line in enumerate(_facts(tables), start=2):
        for at, pair in zip((0, 3, 6), line, strict=False):
            if pair is not None:
                put(sheet, row, at, pair[0], words)
                value = pair[1]
                put(sheet, row, at + 1, value, number if isinstance(value, int) else look.cells["money"])
    add_charts(book, sheet, look, tables)
    sheet.set_paper(9)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 1)


def _facts(tables: Tables) -> list[list[tuple[str, object] | None]]:
    bodies, frame = tables.bodies, tables.departments
    budget, executed = (sum((value for value in frame[name] if value is not None), Decimal(0)) for name in ("budget", "executed"))
    rate = ratio(Figure(executed, WAN_YUAN), Figure(budget, WAN_YUAN)) if budget else None
    tried = sum(tried for _, _, tried in tables.unreadable)
    repeated = int((bodies["repeat"] != "").sum())
    first = [("工作簿（份）", len(bodies) + tried), ("其中：已读取", len(bodies)), ("不能读取", tried), ("其他文件（未读）", len(tables.unreadable) - tried),
             ("内容重复（不计入合计）", repeated)]  # fmt: skip
    second = [("单位（个）", bodies["unit"].nunique()), ("主管部门（个）", len(frame)), ("预算数合计（万元）", budget), ("执行数合计（万元）", executed),
              ("执行率", show_percent(rate.value) if rate is not None else "—")]  # fmt: skip
    third = [("错误（处）", int(bodies["errors"].sum())), ("警告（处）", int(bodies["warnings"].sum())), ("有错误的工作簿", int((bodies["errors"] > 0).sum())),
             ("缺预算数或执行数的工作簿", int(sum(frame["without"]))), ("异常情况（条）", len(tables.outliers))]  # fmt: skip
    return [list(line) for line in zip(first, second, third, strict=True)]


