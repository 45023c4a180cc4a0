"""What a report has to say about its own gaps: the findings of writing, their severities and sentences.

The report is always written; a gap is marked in it at its place and told once, however often it shows. Nothing here raises.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from ziping.evaluation import Datum, Entry, Place
from ziping.findings import Finding, Severity, Wording, by_code

# Around a mark in the rendered text; private characters that no workbook text keeps (see `clean`).
OPEN, CLOSE = "\ue000", "\ue001"

KINDS = by_code((
    Wording("REPORT-BLANK", "报告用到的数没有填", Severity.WARNING, "报告要用的“{name}”{place}还没有填写，报告中已标出。", "补填后重新导出报告。"),
    Wording("REPORT-ABSENT", "报告用到的数不在工作簿里", Severity.WARNING, "报告要用的“{name}”在工作簿里没有找到，报告中已标出。",
            "在相应的表里补上这一行，或在报告模板里改去这一处。"),
    Wording("REPORT-NOT-A-NUMBER", "报告用到的单元格不是数", Severity.WARNING, "报告要用“{name}”{place}计算，但那里不是一个数，报告中已标出。", "改填数字后重新导出报告。"),
    Wording("REPORT-UNSETTLED", "报告用到的数还算不出来", Severity.WARNING, "报告要用的“{name}”所依据的单元格{place}空白或不是数，算出的结果不完整，报告中已标出。",
            "补填数字，没有发生额的填 0，重新计算后再导出报告。"),
    Wording("REPORT-UNSCORED", "有指标还没有得分", Severity.WARNING, "报告要列出未得满分的指标，但“{name}”{place}还没有算出，报告中已标出。", "补齐得分后重新导出报告。"),
    Wording("REPORT-UNITS", "单位不同，不能计算", Severity.WARNING, "“{name}”的计量单位不同，不能放在一起计算，报告中已标出。", "核对各表的计量单位，或改报告模板。"),
    Wording("REPORT-ZERO-BASE", "分母为零", Severity.WARNING, "“{name}”的分母为零，算不出比率，报告中已标出。", "核对数据，或在报告模板里按没有基数的情形另写一句。"),
    Wording("REPORT-NO-TEXT", "报告素材没有填", Severity.WARNING, "报告要用的素材“{name}”{place}没有文字，报告中已标出。", "在“报告素材”表里补写后重新导出报告。"),
    Wording("REPORT-SAME-NAME", "报告素材重名", Severity.WARNING, "叫“{name}”的素材不止一条，不能确定用哪一条，报告中已标出。", "在报告模板里把上级标题写全。"),
    Wording("REPORT-PLACEHOLDER", "素材里的名称找不到", Severity.WARNING, "素材{place}里的“{name}”在工作簿里没有找到，报告中已标出。", "照“报告素材”表所列的名称改写。"),
    Wording("REPORT-NO-FORM", "附表不在工作簿里", Severity.WARNING, "报告要附的“{name}”在工作簿里没有找到，报告中已标出。", "在工作簿里补上这张表，或在报告模板里去掉它。"),
    Wording("REPORT-FORM-ERROR", "附表里有错误值", Severity.WARNING, "报告所附的“{name}”里有错误值，报告中已标出。", "按校验结果改正后重新导出报告。"),
    Wording("REPORT-FORM-UNSCORED", "附表里有得分空白", Severity.WARNING, "报告所附的“{name}”里有得分或总分空白，报告中已标出。", "补齐得分后重新导出报告。"),
    Wording("REPORT-EMPTY-LIST", "清单是空的", Severity.WARNING, "报告要列举的“{name}”一项也没有，报告中已标出。", "补填清单后重新导出报告。"),
    Wording("REPORT-UNUSED-TEXT", "报告素材没有用上", Severity.INFO, "素材“{name}”{place}有文字，但报告模板没有用到它，没有写进报告。", "改用包含这一节的模板，或手工补入报告。"),
))  # fmt: skip


@dataclass(slots=True)
class Notes:
    """The gaps met while one report is written, each once, in the order of the report."""

    findings: list[Finding] = field(default_factory=list)
    _seen: set[tuple[str, str]] = field(default_factory=set)

    def add(self, code: str, name: str, place: Place | None = None) -> None:
        if (code, name) in self._seen:
            return
        self._seen.add((code, name))
        given = {"name": name, "place": f"（《{place.sheet}》{place.cell}）" if place else ""}
        self.findings.append(KINDS[code].finding(given, place=place, label=name, args={"name": name}))


class Gap:
    """What stands where something is missing: printed, it is a visible mark and leaves a note; computed with, it stays itself."""

    __slots__ = ("_code", "_name", "_notes", "_place")

    def __init__(self, notes: Notes, code: str, name: str, place: Place | None = None) -> None:
        self._notes, self._code, self._name, self._place = notes, code, name, place

    def __str__(self) -> str:
        self._notes.add(self._code, self._name, self._place)
        return mark(self._name)

    def __bool__(self) -> bool:
        return False

    def __iter__(self):  # noqa: ANN204 - a loop over a gap still shows the mark once
        yield self

    def __getitem__(self, _key: object) -> Gap:
        return self

    def _never(self, _other: object) -> bool:
        return False

    __lt__ = __le__ = __gt__ = __ge__ = __eq__ = __ne__ = _never
    __hash__ = object.__hash__


def mark(name: str) -> str:
    return marked(f"缺：{name}")


def marked(words: str) -> str:
    return f"{OPEN}【{words}】{CLOSE}"


def gap_of(notes: Notes, name: str, datum: Datum | None) -> Gap:
    """The gap that a cell without a usable number is."""
    if datum is None:
        return Gap(notes, "REPORT-ABSENT", name)
    if datum.blank:
        return Gap(notes, "REPORT-BLANK", name, datum.place)
    return Gap(notes, "REPORT-NOT-A-NUMBER", name, datum.place)


def title_of(entry: Entry) -> str:
    return "/".join(entry.path)


_KEEP = {"\t", "\n"}


def clean(text: str) -> str:
    """Workbook text as a Word file can hold it: line ends as one sign, without control characters and the private characters above."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\x0b", "\n").replace("_x000D_", "")
    return "".join(c for c in text if c in _KEEP or (c >= " " and not 0x7F <= ord(c) <= 0x9F and not 0xD800 <= ord(c) <= 0xF8FF and c not in "\ufffe\uffff"))
