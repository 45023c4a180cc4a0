"""What the officer sees, described once: the worksheet functions and the buttons.

Floor 1, data only. The VBA wrappers, the ribbon, the Calc registration, menu and toolbar, the server's functions and the help
sheet are generated from these two tables, so that no two hosts can disagree. What a function computes is in
`ziping.functions` under the same name; what a button does is the command of the same name.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

CATEGORY = "绩效自评"
SHOWN = 12  # lines of a list that a message box can hold


@dataclass(frozen=True, slots=True)
class Argument:
    """name: ASCII, in code and in the VBA wrapper; label: in the function wizard. many: takes a range of cells."""

    name: str
    label: str
    help: str
    optional: bool = False
    many: bool = False


@dataclass(frozen=True, slots=True)
class Function:
    name: str
    label: str
    help: str
    arguments: tuple[Argument, ...]


@dataclass(frozen=True, slots=True)
class Button:
    """command: name on the command line and in code; icon: an imageMso; writes: whether it changes the open workbook (undo ends there)."""

    command: str
    label: str
    group: str
    help: str
    icon: str
    keytip: str
    large: bool = False
    writes: bool = False

    @property
    def handler(self) -> str:
        """The name as an identifier: add-project → add_project."""
        return self.command.replace("-", "_")


_POINTS = Argument("points", "分值", "指标的满分分值")
_TARGET = Argument("target", "指标值", "年度指标值，如 ≥95%、50个、7*24、2022年12月底前")
_ACTUAL = Argument("actual", "完成值", "全年实际完成值")
_STANDARD = Argument("standard", "评分标准", "评分标准原文；空缺时按财预〔2020〕10号的一般规则计分", optional=True)
_SCHEME = Argument("scheme", "方案", "评分方案编号，决定整表规则；空缺时只求和", optional=True)

FUNCTIONS = (
    Function("PERF_SCORE", "指标得分", "按评分标准计算指标得分；无法判定时返回错误值，不猜测", (_POINTS, _TARGET, _ACTUAL, _STANDARD)),
    Function("PERF_EXPLAIN", "得分说明", "用一句话说明得分的规则、数据和依据；不能计分时说明原因", (_POINTS, _TARGET, _ACTUAL, _STANDARD)),
    Function("PERF_RATE", "执行率", "执行数 ÷ 预算数；预算数为零或空白时返回空白", (
        Argument("executed", "执行数", "全年执行数或决算数"), Argument("budget", "预算数", "全年预算数"))),
    Function("PERF_CHANGE", "变动率", "（本年 − 上年）÷ 上年；上年为零或空白时返回空白", (
        Argument("current", "本年数", "本年数"), Argument("previous", "上年数", "上年数"))),
    Function("PERF_EXEC_SCORE", "执行率得分", "执行率 × 分值，不超过满分", (
        Argument("executed", "执行数", "全年执行数"), Argument("budget", "预算数", "全年预算数"),
        Argument("points", "分值", "预算执行率的分值，缺省 10", optional=True))),
    Function("PERF_TOTAL", "总分", "各项得分之和，并按方案的整表规则处理；有得分空缺时返回空白", (
        Argument("scores", "得分", "全部得分所在区域，含预算执行率得分", many=True),
        Argument("points", "分值", "对应的分值区域", optional=True, many=True),
        Argument("rate", "执行率", "预算执行率，用于按执行率封顶的方案", optional=True), _SCHEME)),
    Function("PERF_GRADE", "等级", "按总分判定优、良、中、差", (Argument("total", "总分", "自评总分"), _SCHEME)),
    Function("PERF_FOOTS", "勾稽", "合计与分项是否相符；相符返回 TRUE，否则说明差额", (
        Argument("total", "合计", "合计数"), Argument("parts", "分项", "分项所在区域", many=True),
        Argument("relation", "关系", "合计（缺省）或 其中", optional=True))),
    Function("PERF_TEXT", "核对文字", "核对单元格文字中的合计、占比、增减等算术关系", (Argument("text", "文字", "待核对的文字"),)),
)

GROUPS = ("填报", "计算", "校验", "报告", "送审", "帮助")

BUTTONS = (
    Button("new", "新建自评表", "填报", "按方案新建一份空白自评工作簿", "FileNew", "N", large=True),
    Button("adopt", "采用外来表", "填报", "把财政部门下发的表格转为可计分、可校验的自评工作簿", "ImportExcel", "A"),
    Button("add-project", "新增项目", "填报", "另存一份增加了项目支出绩效自评表的工作簿，并链接到用公式汇总它的表", "SheetInsert", "P"),
    Button("carry-over", "带入上年数据", "填报", "从上年工作簿带入名称和上年数", "DataRefreshAll", "L", writes=True),
    Button("import-accounts", "导入决算", "填报", "从部门决算导出文件读取收支数据，确认后写入", "GetExternalDataFromText", "I", writes=True),
    Button("recalculate", "重算得分", "计算", "重新计算全部得分", "CalculateNow", "R", large=True),
    Button("explain", "解释得分", "计算", "说明所选得分单元格的计分规则和依据", "FunctionWizard", "E"),
    Button("check", "校验", "校验", "核对表内、表间、文字与数据是否一致，结果写入“校验结果”表", "AcceptInvitation", "C", large=True, writes=True),
    Button("prose", "核对文字", "校验", "逐句核对报告文字中的数字", "SpellingMenu", "T"),
    Button("clear-marks", "清除标记", "校验", "删除“校验结果”表和校验留下的全部标记", "ClearFormats", "X", writes=True),
    Button("report", "导出报告", "报告", "按报告模板生成绩效自评报告（Word，能转换时还有 PDF）", "ExportWord", "W", large=True),
    Button("finalize", "生成送审版", "送审", "另存一份公式转为数值、无外部链接、已锁定的送审文件", "FileSaveAs", "F", large=True),
    Button("repair-links", "修复公式链接", "送审", "修复指向他处加载项的 PERF 公式", "EditLinks", "K", writes=True),
    Button("help", "使用说明", "帮助", "打开使用说明", "Help", "H"),
    Button("doctor", "诊断", "帮助", "检查安装是否完好", "AddInManager", "D"),
    Button("about", "关于", "帮助", "版本与许可", "Info", "B"),
)


def function(name: str) -> Function:
    """The description of a worksheet function; KeyError when there is none of that name."""
    return next((f for f in FUNCTIONS if f.name == name), None) or _missing(name)


def button(command: str) -> Button:
    """The description of a button by its command; KeyError when there is none of that name."""
    return next((b for b in BUTTONS if b.command == command), None) or _missing(command)


def _missing(name: str):  # noqa: ANN202 - never returns
    raise KeyError(name)


def listed(lines: Sequence[str], told: str) -> str:
    """What a button tells, and below it as many lines as a message box holds."""
    more = [f"……另有 {len(lines) - SHOWN} 条"] if len(lines) > SHOWN else []
    return "\n".join([told, *(f"· {line}" for line in lines[:SHOWN]), *more])
