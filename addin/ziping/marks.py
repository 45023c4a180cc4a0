"""What 校验 leaves in an open workbook and 清除标记 takes away again, described once for every host: the sheet 校验结果, a note and a colour.

Floor 2: it travels inside the Calc extension. A host draws it with its own means; the colour is a conditional format on top of the officer's
own, known again by its formula, the note by its first characters, so that either host clears what the other left.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from ziping.evaluation import Place
from ziping.findings import LABELS, Finding, Severity
from ziping.refusal import Refusal

SHEET = "校验结果"
TITLE = "校验结果："
NOTE = "【自评】"
NOTHING = "没有发现问题。"
WHOLE = "（整本工作簿）"
HEAD = 3  # the row of the headings, counted from 1
FILLS = {Severity.ERROR: "#F8D7DA", Severity.WARNING: "#FFF3CD", Severity.INFO: "#E2EFF6"}
HEADING, LINKED, EDGE = "#D9E2F3", "#0563C1", "#BFBFBF"
SIGNATURE = '"ziping-'
RELATED = 6  # cells named in a row; of the others, their number


@dataclass(frozen=True, slots=True)
class Column:
    """width: in characters; figure: one to be set to the right; spare: left out where no finding fills it."""

    heading: str
    width: int
    text: Callable[[Finding], str]
    figure: bool = False
    spare: bool = False


def _related(finding: Finding) -> str:
    more = f" 等 {len(finding.related)} 处" if len(finding.related) > RELATED else ""
    return "、".join(str(each) for each in finding.related[:RELATED]) + more


def _apart(finding: Finding) -> str:
    """A difference of two rates is one of points: it is no rate itself."""
    shown = finding.shown_difference
    return f"{shown[:-1]} 个百分点" if shown.endswith("%") else shown


COLUMNS = (
    Column("级别", 6, lambda finding: LABELS[finding.severity]),
    Column("工作表", 14, lambda finding: finding.place.sheet if finding.place else WHOLE),
    Column("单元格", 8, lambda finding: finding.place.cell if finding.place else ""),
    Column("项目", 24, lambda finding: finding.label),
    Column("应为", 15, lambda finding: finding.bound + finding.shown_expected, figure=True),
    Column("实填", 15, lambda finding: finding.shown_actual, figure=True),
    Column("相差", 14, _apart, figure=True),
    Column("允许误差", 9, lambda finding: finding.shown_tolerance, figure=True),
    Column("问题", 60, lambda finding: finding.message),
    Column("依据", 40, lambda finding: finding.basis),
    Column("相关单元格", 30, _related, spare=True),
    Column("校验项", 28, lambda finding: finding.title),
)
LEVEL, CELL = 0, 2  # columns that a host paints and links, counted from 0


LISTED = frozenset({"级别", "工作表", "单元格", "问题", "校验项"})  # headings that every list of findings has, that of many workbooks too


def lists_findings(rows: Sequence[Sequence[object]]) -> bool:
    """Whether the first rows of a sheet head a list of findings, whose words are those of forms without being one."""
    return any("校验项" in row and LISTED.issubset(each for each in row if isinstance(each, str)) for row in rows[: HEAD + 1])


def columns(findings: Iterable[Finding]) -> tuple[Column, ...]:
    """The columns of the sheet for these findings."""
    findings = list(findings)
    return tuple(column for column in COLUMNS if not column.spare or any(map(column.text, findings)))


def by_sheet(findings: Iterable[Finding]) -> dict[str, list[Finding]]:
    """The findings of each sheet, the gravest first; sheets with the gravest first, else in the order in which they turn up."""
    order = list(Severity)
    found: dict[str, list[Finding]] = {}
    for finding in findings:
        found.setdefault(finding.place.sheet if finding.place else WHOLE, []).append(finding)
    groups = {sheet: sorted(group, key=lambda f: order.index(f.severity)) for sheet, group in found.items()}
    return dict(sorted(groups.items(), key=lambda each: order.index(each[1][0].severity)))


def rows(findings: Iterable[Finding]) -> list[Finding]:
    """The findings in the order of the sheet's rows."""
    return [finding for group in by_sheet(findings).values() for finding in group]


def by_cell(findings: Iterable[Finding]) -> dict[Place, list[Finding]]:
    """The findings of each cell, the gravest first: its colour is the first one's, its note tells all of them."""
    found: dict[Place, list[Finding]] = {}
    for finding in rows(findings):
        if finding.place is not None:
            found.setdefault(finding.place, []).append(finding)
    return found


def note(findings: Iterable[Finding]) -> str:
    """The text of a cell's note."""
    return NOTE + "\n".join(f"{LABELS[finding.severity]}：{finding.message}" for finding in findings)


def formula(severity: Severity) -> str:
    """The formula of the conditional format that colours a cell; always true, and known again."""
    return f'LEN("ziping-{severity}")>0'


MARKED = "工作簿里还有校验标记，送审版不应带着它们，请先点“清除标记”，再生成送审版。"


def own(title: object) -> bool:
    """Whether a sheet of the name 校验结果 is ours, by its first cell. Refused when it is not: somebody else's is never written over."""
    if not str(title or "").startswith(TITLE):
        raise Refusal(f"工作簿里已有一张不是自评插件写的“{SHEET}”表，请先给它改名，再点“校验”。")
    return True
