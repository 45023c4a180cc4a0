"""The result workbook: summary with charts, bodies, ranking, departments, findings with links, what stands out, what could not be read."""

from __future__ import annotations

import io
import zipfile
from datetime import datetime
from decimal import Decimal
from functools import cache
from pathlib import Path

import pandas as pd
import xlsxwriter

from ziping import schemes
from ziping.amounts import show
from ziping.checks.table import LABELS
from ziping.files import replace_file
from ziping.findings import Severity
from ziping.forms.xmlparts import Broken, read_part, tree
from ziping.rollup.columns import BODIES, CHECKS, DEPARTMENTS, FINDINGS, OUTLIERS, RANKING, ROSTER, UNREADABLE
from ziping.rollup.front import write_front
from ziping.rollup.outliers import UNSUPPORTED
from ziping.rollup.record import Issue, Record
from ziping.rollup.result import MISSING, OUTSIDE
from ziping.rollup.roster import told
from ziping.rollup.sheet import Links, Look, put, put_link, put_row, set_height, start
from ziping.rollup.tables import Tables, title_of
from ziping.rollup.telling import from_folder

ROWS = 1_000_000  # findings on one sheet, which holds 1,048,576 rows
OPTIONS = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
TITLE, PROPERTIES = "绩效自评汇总", "docProps/core.xml"  # by its title a result is known again
ORDER = {str(severity): place for place, severity in enumerate(Severity)}


def write_book(tables: Tables, out: Path) -> None:
    """Write the workbook whole or not at all. OSError when there is no room or no permission."""
    buffer = io.BytesIO()  # XlsxWriter leaves an open archive behind when a disk is full
    with xlsxwriter.Workbook(buffer, OPTIONS) as book:
        _write(book, tables, Links(out))
    with replace_file(out) as temporary:
        temporary.write_bytes(buffer.getbuffer())


def is_result(path: Path) -> bool:
    """Whether a file is the result of a rollup, however large, without reading its sheets."""
    try:
        with zipfile.ZipFile(path) as package:
            if package.getinfo(PROPERTIES).file_size > 2**20:
                return False
            properties = tree(read_part(package, PROPERTIES))
    except (zipfile.BadZipFile, KeyError, OSError, ValueError, Broken):
        return False
    return any(element.text == TITLE for element in properties.iter("{http://purl.org/dc/elements/1.1/}title"))


def _write(book: xlsxwriter.Workbook, tables: Tables, links: Links) -> None:
    book.set_properties({"title": TITLE, "subject": "绩效自评", "author": "", "created": datetime(2000, 1, 1)})
    look = Look(book)
    names = ["汇总", *(["报送情况"] if tables.roster else []), "单位一览", "排名", "部门合计"]
    findings = _findings([record for record, repeat in zip(tables.records, tables.bodies["repeat"], strict=True) if not repeat])
    parts = ["问题清单" + (str(part) if part > 1 else "") for part in range(1, max(1, -(-len(findings) // ROWS)) + 1)]
    names += parts
    names += ["校验项统计", "异常情况", "未读取文件"]
    sheets = {name: book.add_worksheet(name) for name in names}
    if tables.roster:
        _roster(sheets["报送情况"], look, tables, links)
    _bodies(sheets["单位一览"], look, tables, links)
    _ranking(sheets["排名"], look, tables, links)
    _departments(sheets["部门合计"], look, tables)
    for number, name in enumerate(parts):
        _finding_sheet(sheets[name], look, findings, range(number * ROWS, min((number + 1) * ROWS, len(findings))), links)
    _checks(sheets["校验项统计"], look, tables)
    _outliers(sheets["异常情况"], look, tables, links)
    _unreadable(sheets["未读取文件"], look, tables, links)
    write_front(book, sheets["汇总"], look, tables)
    sheets["汇总"].activate()


def _roster(sheet, look: Look, tables: Tables, links: Links) -> None:  # noqa: ANN001
    row = start(sheet, look, "报送情况", f"{told(tables.roster)}按单位名称与名单对照，未报送的在前。", ROSTER)
    shades = {MISSING: look.marks["error"], OUTSIDE: look.marks["warning"]}
    for line in tables.roster:
        others = f"另有{'、'.join(f'“{record.name}”' for record in line.records[1:4])}{' 等' if len(line.records) > 4 else ''}" if len(line.records) > 1 else ""
        remark = "；".join(filter(None, (line.hint, others)))
        set_height(sheet, row, ROSTER[4:], (remark,))
        put(sheet, row, 0, line.state, shades.get(line.state, look.cells["mark"]))
        put(sheet, row, 1, line.unit, look.cells["text"])
        put(sheet, row, 2, len(line.records), look.cells["whole"])
        put_link(sheet, look, row, 3, links, links.to(line.records[0].file) if line.records else "", line.records[0].name if line.records else "")
        put(sheet, row, 4, remark, look.cells["words"])
        row += 1
    sheet.autofilter(2, 0, row - 1, len(ROSTER) - 1)


def _bodies(sheet, look: Look, tables: Tables, links: Links) -> None:  # noqa: ANN001 - Worksheet
    bodies = tables.bodies
    where = f"同名的文件从“{tables.base}”写起。" if tables.base and any(record.called for record in tables.records) else ""
    row = start(sheet, look, "单位一览", f"每份工作簿一行，共 {len(bodies)} 份；空格表示表中没有该数或无法计算。{where}", BODIES)
    for number, body in enumerate(bodies.itertuples(index=False), start=1):
        values = (number, body.unit, body.year, body.department, body.stated, body.computed, body.difference, body.grade, body.banded,
                  body.errors, body.warnings, body.budget, body.executed, body.rate, body.rank, body.money, _scheme(body.scheme))  # fmt: skip
        remark = _remark(body)
        set_height(sheet, row, BODIES[18:], (remark,))
        put_row(sheet, look, row, BODIES[:17], values)
        put_link(sheet, look, row, 17, links, links.to(body.file), body.name)
        put(sheet, row, 18, remark, look.cells["words"])
        row += 1
    sheet.autofilter(2, 0, max(row - 1, 2), len(BODIES) - 1)
    sheet.freeze_panes(3, 2)


@cache
def _scheme(name: str) -> str:
    return schemes.load(name).title if name in schemes.available() else "外来表格"


def _remark(body) -> str:  # noqa: ANN001 - a row of the frame
    if body.repeat:
        return f"与“{body.repeat}”内容相同，不计入排名和合计"
    remarks = ["公式没有结果，读不到总分和金额，请重算后再汇总" if body.uncomputed else "没有总分，不参加排名" if body.stated is None else UNSUPPORTED + "，不参加排名和平均" if body.unsupported else "总分不在 0 与满分之间，不参加排名和平均" if body.beyond else f"{show(body.open)} 分的指标无法计算得分" if body.open else ""]
    remarks.append(f"有 {body.unscored} 项指标没有得分" if body.unscored and body.stated is not None and not body.unsupported else "")
    remarks.append(f"各表金额不一致，{'，'.join(body.instead)}，取{body.money}的" if body.instead else "")
    remarks.append("资金行有空白格，金额可能不全" if body.gaps and (body.budget is not None or body.executed is not None) else "")
    blank = "和".join(name for name, value in (("预算数", body.budget), ("执行数", body.executed)) if value is None)
    remarks.append(f"{body.left or f'没有{blank}'}，{'不参加排名和平均，' if body.unranked else ''}金额未计入合计" if body.left or blank else "")
    remarks.append(f"{'' if body.rateless == body.left else body.rateless + '，'}执行率不列" if body.rateless else "")
    remarks.append(f"工作表{body.unread}像自评表而没有读取" if body.unread else "")
    return "；".join(filter(None, remarks))


def _ranking(sheet, look: Look, tables: Tables, links: Links) -> None:  # noqa: ANN001
    ranked = tables.bodies[tables.bodies["rank"].notna()].sort_values(["year", "rank", "unit", "file"], ascending=[False, True, True, True], kind="stable")
    without = len(tables.bodies) - len(ranked)
    note = ("按年度分别排名，" if len(tables.years) > 1 else "") + "按自评总分由高到低，同分同名次；计算得分只在全部指标都能计算时给出。"
    note += f"另有 {without} 份没有总分、总分没有得分支持、总分超出满分、重复或不能代表单位，未列入。" if without else ""
    row = start(sheet, look, "自评总分排名", note, RANKING)
    for body in ranked.itertuples(index=False):
        values = (body.year, body.rank, body.unit, body.department, body.stated, body.computed, body.grade or body.banded, body.rate, body.errors,
                  body.warnings)  # fmt: skip
        remark = "；".join(filter(None, (f"有 {body.unscored} 项指标没有得分" if body.unscored else "", f"{body.rateless}，执行率不列" if body.rateless else "")))
        set_height(sheet, row, RANKING[11:], (remark,))
        put_row(sheet, look, row, RANKING[:10], values)
        put_link(sheet, look, row, 10, links, links.to(body.file), body.name)
        put(sheet, row, 11, remark, look.cells["words"])
        row += 1
    sheet.autofilter(2, 0, max(row - 1, 2), len(RANKING) - 1)
    if row > 3:
        sheet.conditional_format(3, 4, row - 1, 4, {"type": "data_bar", "bar_color": "#DDEBF7", "bar_solid": True, "min_type": "num", "min_value": 0})


def _departments(sheet, look: Look, tables: Tables) -> None:  # noqa: ANN001
    frame = tables.departments
    note = "金额只合计预算数和执行数都有的工作簿，执行率 = 执行数合计 ÷ 预算数合计；内容重复的、同一单位分不清取哪一份的、计量单位不清楚的，金额不计（见“单位一览”的备注）。没有填写主管部门的合在一行。"
    row = start(sheet, look, "按主管部门合计", note, DEPARTMENTS)
    years = list(dict.fromkeys(None if pd.isna(year) else year for year in frame["year"]))
    for year in years:
        lines = frame[frame["year"].isna()] if year is None else frame[frame["year"] == year]
        for line in lines.itertuples(index=False):
            put_row(sheet, look, row, DEPARTMENTS, tuple(line))
            row += 1
        _sums(sheet, look, lines, row, "合计" if len(years) == 1 else f"{year} 年合计" if year is not None else "未写明年度合计")
        row += 1


def _sums(sheet, look: Look, lines: pd.DataFrame, row: int, called: str) -> None:  # noqa: ANN001
    """The line below the departments of one year."""
    sheet.write_blank(row, 0, None, look.sums["text"])
    sheet.write_string(row, 1, called, look.sums["text"])
    for at, name in ((2, "books"), (3, "without"), (4, "budget"), (5, "executed"), (7, "scored"), (11, "errors"), (12, "warnings")):
        letter, stated = chr(65 + at), [value for value in lines[name] if value is not None]
        form = look.sums[DEPARTMENTS[at].kind]
        if stated:
            sheet.write_formula(row, at, f"=SUM({letter}{row - len(lines) + 1}:{letter}{row})", form, float(sum(stated)))
        else:  # nothing is no nought
            sheet.write_blank(row, at, None, form)
    budget, executed = (sum((value for value in lines[name] if value is not None), Decimal(0)) for name in ("budget", "executed"))
    whole = f'=IF(E{row + 1}=0,"",F{row + 1}/E{row + 1})'
    sheet.write_formula(row, 6, whole, look.sums["percent"], float(executed / budget) if budget else "")
    for at in (8, 9, 10):
        sheet.write_blank(row, at, None, look.sums["text"])


def _findings(records: list[Record]) -> list[tuple[Record, Issue]]:
    """Errors of these workbooks first, then warnings, then hints; each in the order of the files."""
    found = [(record, issue) for record in records for issue in record.issues]
    return sorted(found, key=lambda each: ORDER.get(each[1].severity, len(ORDER)))


def _finding_sheet(sheet, look: Look, findings: list[tuple[Record, Issue]], span: range, links: Links) -> None:  # noqa: ANN001
    here = f"，本表是第 {span.start + 1}–{span.stop} 处" if len(span) < len(findings) else ""
    row = start(sheet, look, "问题清单", f"全部工作簿共 {len(findings)} 处{here}（内容重复的工作簿只列一份），错误在前；点“单元格”打开原文件的该处。", FINDINGS)
    for record, issue in (findings[at] for at in span):
        set_height(sheet, row, FINDINGS[5:7], (issue.label, issue.message))
        put(sheet, row, 0, LABELS.get(Severity(issue.severity), ""), look.marks[issue.severity])
        put(sheet, row, 1, record.unit, look.cells["text"])
        put(sheet, row, 2, record.name, look.cells["text"])
        put(sheet, row, 3, issue.sheet or "（整本）", look.cells["text"])
        put_link(sheet, look, row, 4, links, links.to(record.file, issue.sheet, issue.cell), issue.cell or "打开")
        for at, words in ((5, issue.label), (6, issue.message), (7, title_of(issue.code))):
            put(sheet, row, at, words, look.cells[FINDINGS[at].kind])
        row += 1
    if not findings:
        sheet.write_string(row, 0, "没有发现问题。", look.note)
    sheet.autofilter(2, 0, max(row - 1, 2), len(FINDINGS) - 1)


def _checks(sheet, look: Look, tables: Tables) -> None:  # noqa: ANN001
    row = start(sheet, look, "校验项统计", "各校验项发现的问题数，错误多的在前。", CHECKS)
    for line in tables.checks.itertuples(index=False):
        put_row(sheet, look, row, CHECKS, (line.title, line.error, line.warning, line.info, line.books))
        row += 1


def _outliers(sheet, look: Look, tables: Tables, links: Links) -> None:  # noqa: ANN001
    row = start(sheet, look, "异常情况", "以下情况本身不是差错，供复核时留意。", OUTLIERS)
    for each in tables.outliers[:ROWS]:
        set_height(sheet, row, OUTLIERS[2:3], (each.message,))
        for at, words in ((0, each.kind), (1, each.record.unit), (2, each.message), (3, each.record.name), (4, each.sheet)):
            put(sheet, row, at, words, look.cells["words" if at == 2 else "text"])
        put_link(sheet, look, row, 5, links, links.to(each.record.file, each.sheet, each.cell), each.cell or "打开")
        row += 1
    if not tables.outliers:
        sheet.write_string(row, 0, "没有发现异常情况。", look.note)
    elif len(tables.outliers) > ROWS:
        sheet.write_string(row, 0, f"另有 {len(tables.outliers) - ROWS} 条未列出。", look.note)
    sheet.autofilter(2, 0, max(row - 1, 2), len(OUTLIERS) - 1)


def _unreadable(sheet, look: Look, tables: Tables, links: Links) -> None:  # noqa: ANN001
    where = f"文件名从“{tables.base}”写起。" if tables.base and tables.unreadable else ""
    row = start(sheet, look, "未读取的文件", f"以下文件不在汇总之内，请逐一处理后重新汇总。{where}", UNREADABLE)
    for file, reason, tried in tables.unreadable:
        set_height(sheet, row, UNREADABLE[1:2], (reason,))
        put_link(sheet, look, row, 0, links, links.to(file), from_folder(file, tables.base))
        put(sheet, row, 1, reason, look.cells["words"])
        put(sheet, row, 2, "不能读取" if tried else "不是工作簿", look.cells["text"])
        row += 1
    if not tables.unreadable:
        sheet.write_string(row, 0, "全部文件都已读取。", look.note)
