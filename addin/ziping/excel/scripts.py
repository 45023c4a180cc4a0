"""The buttons: one script for each entry of `ziping.surface.BUTTONS`, under its handler's name.

Each reads the open workbook, calls one core function and says what came of it. The last line of an action is what the officer is told.
"""

from __future__ import annotations

from contextlib import suppress
from datetime import date
from pathlib import Path

import xlwings as xw

from ziping import __version__, checks, documents, reports, schemes, workbooks
from ziping import doctor as room
from ziping.amounts import show
from ziping.checks.table import summary_line
from ziping.evaluation import Place
from ziping.excel import links, live, manual, marks, previous
from ziping.excel.asking import REPORTS, WORKBOOKS, Cancelled, asking
from ziping.excel.filling import fill
from ziping.excel.host import guarded, progress
from ziping.findings import unsent
from ziping.forms import read_workbook
from ziping.marks import MARKED
from ziping.prose import Verdict, check_prose
from ziping.refusal import Refusal, why
from ziping.surface import listed
from ziping.workbooks.explanation import explain as explanation


@xw.script
@guarded
def new(book: xw.Book) -> str:
    ask, known = asking(book), schemes.available()
    progress(book, "正在读取工作簿……")
    present = _evaluation_or_none(book)
    default = present.scheme if present is not None and present.scheme in known else (known[0] if len(known) == 1 else "")
    listed = "\n".join(f"{name}  {schemes.load(name).title}" for name in known)
    scheme = ask.text(f"评分方案编号：\n{listed}", default)
    unit = ask.text("单位名称（全称）", present.unit if present is not None else "")
    year = ask.text("评价年度", str(date.today().year - 1))
    if not year.isdigit():
        raise Refusal(f"评价年度应为四位数的年份，实际为“{year}”，请重新填写。")
    target = ask.save("新建自评表", f"{unit}{year}年度绩效自评.xlsx")
    progress(book, "正在新建自评表……")
    workbooks.new(scheme, unit, int(year), target)
    return _opened(book, target, "自评工作簿已建立")


@xw.script
@guarded
def adopt(book: xw.Book) -> str:
    ask = asking(book)
    form = ask.file("选择财政部门下发的表格", WORKBOOKS)
    progress(book, f"正在识别“{form.name}”……")
    plan = workbooks.plan_adoption(form)
    ask.agree(listed(list(plan.lines()), "是否据此建立自评工作簿？"))
    target = ask.save("采用外来表", f"{form.stem}（自评）.xlsx")
    workbooks.adopt(plan, target)
    return _opened(book, target, "自评工作簿已建立")


@xw.script
@guarded
def add_project(book: xw.Book) -> str:
    ask = asking(book)
    name = ask.text("新项目的名称")
    if not live.on_desktop(book):
        raise Refusal("网页版不能新增项目表，请在 Windows 版 Excel 中点这个按钮，或使用 ziping 命令。")
    target = ask.save("新增项目", f"{Path(book.name).stem}（增{name}）.xlsx")
    progress(book, "正在增加项目表……")
    with live.saved_copy(book) as copy:
        sheet = workbooks.add_project(copy, name, target)
    return _opened(book, target, f"{workbooks.project_added(target, sheet, name)}原工作簿没有改动，新工作簿")


@xw.script
@guarded
def carry_over(book: xw.Book) -> str:
    ask = asking(book)
    last = previous.read(book, ask.file("选择上年的自评工作簿", WORKBOOKS))
    evaluation = live.read(book)
    done = workbooks.carry_over(evaluation, last)
    previous.keep(evaluation, Path(last.file))
    return fill(book, done)


@xw.script
@guarded
def import_accounts(book: xw.Book) -> str:
    ask = asking(book)
    accounts = ask.file("选择部门决算导出文件", WORKBOOKS)
    progress(book, f"正在读取“{accounts.name}”……")
    return fill(book, workbooks.import_accounts(live.read(book), accounts))


@xw.script
@guarded
def recalculate(book: xw.Book) -> str:
    progress(book, "正在重新计算……")
    if live.on_desktop(book):
        book.app.api.CalculateFullRebuild()  # cells that could not reach Python before are asked again
        result = checks.check(live.read(book))
        stated = "" if result.stated is None else f"表中总分 {show(result.stated)}，"
        computed = f"核算得分：{result.score.text}" if result.score.computed is not None or result.score.open else "没有能核算的得分"
        return f"已重新计算全部得分，{stated}{computed}。"
    book.app.calculate()
    return "已请 Excel 重新计算全部公式。"


@xw.script
@guarded
def explain(book: xw.Book) -> str:
    cell = book.app.selection
    if cell is None:
        raise Refusal("没有选中单元格，请先选中一个得分单元格，再点“解释得分”。")
    place = Place(cell.sheet.name, cell.get_address(False, False).split(":")[0])
    progress(book, "正在查找计分依据……")
    return explanation(live.read(book), place)


@xw.script
@guarded
def check(book: xw.Book) -> str:
    marks.present(book)  # a sheet of that name that is not ours is refused before the work
    progress(book, "正在读取工作簿……")
    evaluation = live.read(book)
    last = previous.wanted(book, evaluation)
    progress(book, "正在核对……")
    result = checks.check(evaluation, last)
    previous.keep_fitting(evaluation, last, result)
    progress(book, f"正在写入“{marks.SHEET}”……")
    marked = marks.write(book, result)
    left = f"“{'”“'.join(marked.protected)}”表受保护，没有在单元格上作标记。" if marked.protected else ""
    compared = f"上年数已与“{Path(last.file).name}”核对。" if last is not None else "没有与上年工作簿核对，要核对请先用“带入上年数据”选定它。"
    return f"校验完成：{summary_line(result)}{compared}结果见“{marks.SHEET}”表，可用“清除标记”去掉。{left}"


@xw.script
@guarded
def prose(book: xw.Book) -> str:
    if live.on_desktop(book):
        with suppress(Cancelled):
            return _prose_of_report(book, asking(book).file("选择报告文件；点“取消”则核对工作簿里的报告素材", REPORTS))
    progress(book, "正在核对报告素材……")
    evaluation = live.read(book)
    texts = [(entry.text.place, entry.text.text) for entry in evaluation.narrative if entry.text]
    if not texts:
        raise Refusal("工作簿里没有填写报告素材，没有可核对的文字，请先填写“报告素材”表，或核对导出的报告。")
    failing, holding = [], 0
    for place, text in texts:
        claims = check_prose(text).claims
        holding += sum(claim.verdict is Verdict.HOLDS for claim in claims)
        failing += [f"{place or ''}：{claim.explanation}" for claim in claims if claim.verdict is Verdict.FAILS]
    return listed(failing, f"核对了报告素材 {len(texts)} 段：相符 {holding} 处，不符 {len(failing)} 处。")


@xw.script
@guarded
def clear_marks(book: xw.Book) -> str:
    progress(book, "正在清除标记……")
    return "已清除校验留下的全部标记。" if marks.clear(book) else "工作簿里没有校验标记。"


@xw.script
@guarded
def report(book: xw.Book) -> str:
    progress(book, "正在生成报告……")
    evaluation = live.read(book)
    target = live.new_file(book, f"{evaluation.unit}{evaluation.year or ''}年度部门整体支出绩效自评报告.docx")
    findings = reports.report(evaluation, target)
    progress(book, "正在生成 PDF……")
    told = f"报告已写入 {target}{_pdf(book, target)}"
    _show(book, target)
    return listed([f.message for f in findings], f"{told}需要补充的地方有 {len(findings)} 处。" if findings else told)


@xw.script
@guarded
def finalize(book: xw.Book) -> str:
    ask = asking(book)
    if not live.on_desktop(book):
        raise Refusal("网页版不能生成送审版，请在 Windows 版 Excel 中点这个按钮，或使用 ziping finalize 命令。")
    if marks.present(book):
        raise Refusal(MARKED)
    progress(book, "正在核对……")
    with live.saved_copy(book) as copy:
        evaluation = read_workbook(copy)
        lacking = unsent(checks.check(evaluation, previous.kept(book, evaluation)).findings)
        if lacking:
            ask.agree(f"校验还有 {lacking}。仍要生成送审版吗？")
        target = ask.save("生成送审版", f"{Path(book.name).stem}（送审版）.xlsx")
        progress(book, "正在生成送审版……")
        workbooks.finalize(copy, target, force=bool(lacking))
    return f"送审版已写入 {target}：公式已转为数值，没有外部链接，已锁定。"


@xw.script
@guarded
def repair_links(book: xw.Book) -> str:
    if not live.on_desktop(book):
        raise Refusal("网页版看不到公式，不能修复链接，请在 Windows 版 Excel 中点这个按钮。")
    progress(book, "正在检查公式……")
    repaired, left = links.repair(book)
    said = f"已修复 {repaired} 个公式。" if repaired else "没有需要修复的 PERF 公式。"
    return said + (f"“{'”“'.join(left)}”表受保护，没有改动，请撤销保护后再点一次。" if left else "")


@xw.script
@guarded
def help(book: xw.Book) -> str:  # noqa: A001 - the button's name
    sheet = next((each for each in book.sheets if each.name == "使用说明"), None)
    if sheet is not None:
        sheet.activate()
        return ""
    return manual.text()


@xw.script
@guarded
def doctor(book: xw.Book) -> str:
    progress(book, "正在检查安装……")
    results = room.examine()
    faults = sum(not result.ok for result in results)
    lines = [f"{'✓' if result.ok else '✗'} {result.what}：{result.detail}" for result in results]
    return "\n".join([f"有 {faults} 项需要处理：" if faults else "安装完好。", *lines])


@xw.script
@guarded
def about(book: xw.Book) -> str:  # noqa: ARG001
    return manual.about(__version__)


# ---------------------------------------------------------------------------------------------------------------


def _evaluation_or_none(book: xw.Book):  # noqa: ANN202 - an Evaluation or None
    try:
        return live.read(book)
    except Refusal:
        return None


def _pdf(book: xw.Book, report_file: Path) -> str:
    """Has the PDF written beside the report; the rest of the sentence that tells of both, or why there is none."""
    target = live.new_file(book, f"{report_file.stem}.pdf")
    try:
        reports.write_pdf(report_file, target)
    except Refusal as refusal:
        return f"。{refusal}"
    except OSError as error:  # the report itself is there and must be told
        return f"。PDF 没有写成（{why(error)}），请在 Word 中打开报告后另存为 PDF：{target}。"
    return f"，PDF 为 {target}。"


def _show(book: xw.Book, path: Path) -> None:
    """Opens a file that was made, where there is somebody to look at it."""
    if live.on_desktop(book):
        with suppress(OSError, AttributeError):  # no program for it: the path is told anyway
            import os

            os.startfile(path)  # type: ignore[attr-defined]


def _opened(book: xw.Book, path: Path, told: str) -> str:
    if live.on_desktop(book):
        book.app.books.open(str(path))
    return f"{told}：{path}"


def _prose_of_report(book: xw.Book, path: Path) -> str:
    progress(book, f"正在核对“{path.name}”……")
    result = documents.check_document(path)
    lines = list(documents.show(result))
    if result.failed:
        target = live.new_file(book, f"{path.stem}勘误表.docx")
        documents.write_errata(result, target)
        _show(book, target)
        return listed(lines[:-1], f"{lines[-1]}勘误表已写入 {target}。")
    return lines[-1]
