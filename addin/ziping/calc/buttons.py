"""The buttons: one function for each entry of `ziping.surface.BUTTONS`, under its handler's name; what it returns is what the officer is told.

Heavier work is a command of the installed `ziping` on a saved copy of the open document. No button saves or overwrites the document itself.
"""

from __future__ import annotations

import shutil
import tempfile
from datetime import date
from pathlib import Path

from ziping import __version__
from ziping.amounts import typed_number
from ziping.calc import command, explaining, marks, narrative
from ziping.calc.dialogs import Field
from ziping.calc.office import DOCUMENTS, WORKBOOKS, Cancelled, Office
from ziping.calc.rebinding import rebind
from ziping.files import replace_file
from ziping.findings import LABELS, Finding, unsent
from ziping.marks import MARKED
from ziping.refusal import Refusal
from ziping.surface import BUTTONS, FUNCTIONS, button, listed

XLSX = ("Excel 工作簿", "*.xlsx")
DOCX = ("Word 文档", "*.docx")


def new(office: Office) -> str:
    with office.working("正在读取评分方案……"):
        known = office.run("schemes", "--json").record
    choices = tuple((each["id"], f"{each['id']}  {each['title']}") for each in known)
    given = office.fields("新建自评表", (
        Field("scheme", "评分方案", choices[0][0], choices), Field("unit", "单位名称（全称）"), Field("year", "评价年度", str(date.today().year - 1))))
    if not given["year"].isdigit():
        raise Refusal(f"评价年度应为四位数的年份，实际为“{given['year']}”，请重新填写。")
    if not given["unit"]:
        raise Refusal("单位名称不能空缺，请写明单位全称。")
    target = office.target("新建自评表", f"{given['unit']}{given['year']}年度绩效自评.xlsx", XLSX)
    with office.working("正在新建自评表……"), _made(target) as made:
        office.run("new", made, "--scheme", given["scheme"], f"--unit={given['unit']}", "--year", given["year"])
    return _opened(office, target, "自评工作簿已建立")


def adopt(office: Office) -> str:
    form = office.source("选择财政部门下发的表格", WORKBOOKS)
    target = office.target("采用外来表", f"{form.stem}（自评）.xlsx", XLSX)
    with office.working(f"正在识别“{form.name}”……"), _made(target) as made:
        told = office.run("adopt", form, "-o", made, "--yes")
    return listed([line for line in told.lines if "工作簿已写入" not in line], _opened(office, target, "自评工作簿已建立"))


def add_project(office: Office) -> str:
    name = office.fields("新增项目", (Field("name", "项目名称"),))["name"]
    if not name:
        raise Refusal("项目名称不能空缺，请写明项目全称。")
    target = office.target("新增项目：另存为新的工作簿", f"{office.stem}（增{name}）.xlsx", XLSX)
    with office.working("正在增加项目表……"), office.saved_copy() as copy, _made(target) as made:
        told = office.run("add-project", copy, f"--name={name}", "-o", made)
    return _opened(office, target, f"{told.lines[0]}当前工作簿没有改动，新工作簿")


def carry_over(office: Office) -> str:
    return _filled(office, "carry-over", "--from", "选择上年的自评工作簿")


def import_accounts(office: Office) -> str:
    return _filled(office, "import-accounts", "--accounts", "选择部门决算导出文件")


def recalculate(office: Office) -> str:
    document = office.document
    with office.working("正在重新计算……"):
        told = "" if document.isReadonly() else rebind(document).told
        document.calculateAll()
    return f"已重新计算全部得分。{told}"


def explain(office: Office) -> str:
    cell = _selected(office)
    try:
        return explaining.explain(office.document, cell)
    except explaining.Unread:
        pass
    # An argument is a calculation: the question is put to Calc itself, in a copy.
    name, written = explaining.calls(cell.Formula)[0]
    if name != "PERF_SCORE":
        return explaining.told(cell, name, [])
    sheet, address = cell.getSpreadsheet().Name, cell.getCellAddress()
    with office.working("正在查找计分依据……"), office.saved_copy() as copy:
        other = office.open(copy, hidden=True)
        try:
            asked = other.Sheets.getByName(sheet).getCellByPosition(address.Column, address.Row)
            asked.setFormula(f"=PERF_EXPLAIN({';'.join(written)})")
            said = asked.String
        finally:
            other.close(True)
    return f"{explaining.place(cell)} 指标得分：{said or '分值、指标值或完成值还没有填写，所以没有得分。'}"


def check(office: Office) -> str:
    document = office.editable
    marks.ready(document)  # refused before the work
    with office.working("正在核对……"), office.saved_copy() as copy:
        record = office.run("check", copy, "--json").record
    with office.one_step("校验"), office.working(f"正在写入“{marks.SHEET}”……"):
        marked = marks.write(document, record)
    office.controller.setActiveSheet(document.Sheets.getByName(marks.SHEET))
    counts = "、".join(f"{label} {record['counts'][key]}" for key, label in LABELS.items())
    return f"校验完成：{counts}。结果见“{marks.SHEET}”表，{_marked(marked)}"


def _marked(marked: marks.Marked) -> str:
    """What was marked, and what protection did not let us mark."""
    told = [f"已标记 {marked.cells} 个单元格，可用“清除标记”去掉" if marked.cells else "没有标记单元格"]
    if marked.protected:
        told.append(f"“{'”“'.join(marked.protected)}”表受保护，没有在单元格上作标记")
    if marked.cells and not marked.coloured:
        told.append("有工作表受保护时 Calc 不让增加底色，其余各表只加了批注")
    again = "请在“工具”中取消工作表保护，再点“校验”。" if marked.protected or not marked.coloured else ""
    return "；".join(told) + "。" + again


def prose(office: Office) -> str:
    try:
        report_file = office.source("选择报告文件；点“取消”则核对工作簿里的报告素材", DOCUMENTS) if not office.quiet or "source" in office.answers else None
    except Cancelled:
        report_file = None
    if report_file is None:
        return narrative.verdict(office.document)
    with office.working(f"正在核对“{report_file.name}”……"):
        told = office.run("prose", report_file)
    if told.code == 0:
        return told.lines[-1] if told.lines else "没有发现不符的数字。"
    said = listed(told.lines[:-1], told.lines[-1])
    try:
        office.agree(f"{said}\n\n是否把差错写成勘误表（.docx）？")
    except Cancelled:
        return ""
    target = office.target("勘误表", f"{report_file.stem}勘误表.docx", DOCX)
    with office.working("正在写勘误表……"), _made(target) as made:
        office.run("prose", report_file, "-o", made)
    office.open(target)
    return f"勘误表已写入 {target}。"


def clear_marks(office: Office) -> str:
    document = office.editable
    with office.one_step("清除标记"):
        cleared = marks.clear(document)
    if cleared.left:
        return f"“{'”“'.join(cleared.left)}”表受保护，其中的校验批注没有清除，其余标记已清除；请在“工具”中取消工作表保护，再点“清除标记”。"
    return "已清除校验留下的全部标记。" if cleared.found else "工作簿里没有校验标记。"


def report(office: Office) -> str:
    target = office.target("导出报告", f"{office.stem}绩效自评报告.docx", DOCX)
    with office.working("正在生成报告……"), office.saved_copy() as copy, _made(target) as made:
        told = office.run("report", copy, "-o", made)
    office.open(target)
    open_points = [line for line in told.lines if "报告已写入" not in line]
    return listed(open_points, f"报告已写入 {target}" + (f"，需要补充的地方有 {len(open_points)} 处。" if open_points else "。"))


def finalize(office: Office) -> str:
    if marks.present(office.document):
        raise Refusal(MARKED)
    with office.saved_copy() as copy:
        with office.working("正在核对……"):
            lacking = unsent(map(Finding.from_json, office.run("check", copy, "--json").record["findings"]))
        if lacking:
            office.agree(f"校验还有 {lacking}。仍要生成送审版吗？", "force")
        target = office.target("生成送审版", f"{office.stem}（送审版）.xlsx", XLSX)
        with office.working("正在生成送审版……"), _made(target) as made:
            office.run("finalize", copy, "-o", made, *(["--force"] if lacking else []))
    return f"送审版已写入 {target}：公式已转为数值，没有外部链接，已锁定。"


def repair_links(office: Office) -> str:
    return rebind(office.editable).told or "没有需要修复的 PERF 公式。"


def help(office: Office) -> str:  # noqa: A001 - the button's name
    sheets = office.document.Sheets
    if sheets.hasByName("使用说明"):
        office.controller.setActiveSheet(sheets.getByName("使用说明"))
        return ""
    functions = [f"{each.name}({', '.join(a.label for a in each.arguments)})  {each.label}" for each in FUNCTIONS]
    buttons = [f"{each.label}：{each.help}" for each in BUTTONS]
    return "\n".join(["公式", *functions, "", "按钮", *buttons])


def doctor(office: Office) -> str:
    lines = [f"✓ Calc 插件：{__version__}"]
    try:
        with office.working("正在检查安装……"):
            results = office.run("doctor", "--json").record
        lines += [f"✓ 自评程序：{' '.join(command.program())}"]
        lines += [f"{'✓' if each['ok'] else '✗'} {each['what']}：{each['detail']}" for each in results]
        versions = {each["detail"] for each in results if each["what"] == "ziping"}
        if versions and __version__ not in versions:
            lines.append(f"✗ 版本：插件 {__version__} 与自评程序 {'、'.join(versions)} 不同，请把两者更新到同一版本")
    except Refusal as refusal:
        lines.append(f"✗ 自评程序：{refusal}")
    faults = sum(line.startswith("✗") for line in lines)
    return "\n".join([f"有 {faults} 项需要处理：" if faults else "安装完好。", *lines])


def about(office: Office) -> str:  # noqa: ARG001
    return f"绩效自评 ziping {__version__}\n{button('about').help}：随软件附带的 LICENSE 文件。\n公式在本机计算，工作簿不会发送到任何地方。"


# ---------------------------------------------------------------------------------------------------------------


def _selected(office: Office) -> object:
    selection = office.controller.getSelection()
    if selection is None or not hasattr(selection, "getCellByPosition"):
        raise Refusal("没有选中单元格，请先选中一个得分单元格，再点“解释得分”。")
    return selection.getCellByPosition(0, 0)


class _made:  # noqa: N801 - reads as a phrase
    """A path for a command to write to; what it wrote replaces the target in one step, whose replacement the person has agreed to."""

    def __init__(self, target: Path) -> None:
        self.target = target
        self.folder = tempfile.TemporaryDirectory(prefix="ziping-")
        self.path = Path(self.folder.name) / target.name

    def __enter__(self) -> Path:
        return self.path

    def __exit__(self, kind: object, *error: object) -> None:
        try:
            if kind is None:
                with replace_file(self.target) as temporary:
                    shutil.copyfile(self.path, temporary)
        finally:
            self.folder.cleanup()


def _opened(office: Office, path: Path, told: str) -> str:
    office.open(path)
    return f"{told}：{path}"


def _filled(office: Office, action: str, option: str, asked: str) -> str:
    """Writes values into the blank cells they belong to, after the officer has seen them; a cell that holds anything is left alone."""
    document, source = office.editable, office.source(asked, WORKBOOKS)
    with office.working(f"正在读取“{source.name}”……"), office.saved_copy() as copy, tempfile.TemporaryDirectory(prefix="ziping-") as folder:
        record = office.run(action, copy, option, source, "-o", Path(folder) / "filled.xlsx", "--yes", "--json").record
    other = [f"{item['sheet']}!{item['cell']}  {item['what']}：表中 {item['old']}，来源 {item['new']}" for item in record["kept"] if item["old"] and not item.get("same")]
    kept = f"另有 {len(other)} 处已填有不同的内容，保持不动。" if other else ""
    more = [*other, *record["notes"]]
    placed, locked = [], 0
    for item in record["carried"]:
        if item["sheet"] and document.Sheets.hasByName(item["sheet"]):
            sheet = document.Sheets.getByName(item["sheet"])
            cell = sheet.getCellRangeByName(item["cell"])
            if sheet.isProtected() and cell.CellProtection.IsLocked:
                locked += 1
            elif cell.Type.value == "EMPTY":
                placed.append((cell, item))
    if locked:
        kept += f"另有 {locked} 处在受保护的单元格里，没有写入，请取消工作表保护后再点一次。"
    if not placed:
        return listed(more, f"没有可以带入的数据。{kept}")
    lines = [f"{item['sheet']}!{item['cell']}  {item['what']}：{item['new']}" for _, item in placed]
    office.agree(f"将写入 {len(placed)} 处空白单元格，是否继续？", lines=lines)
    with office.one_step(button(action).label):
        for cell, item in placed:
            _type(cell, item["new"])
    return listed(more, f"已写入 {len(placed)} 处。{kept}")


def _type(cell: object, text: str) -> None:
    """A text as it is typed into a cell: a number as a number, anything else as the text it is."""
    number = typed_number(text)
    if number is None:
        cell.setString(text)
    else:
        cell.setValue(float(number))

