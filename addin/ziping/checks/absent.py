"""Sheets that the workbook's scheme has and that are not there: what was deleted leaves no cell to be checked. `sheets` knows those that formulas refer to.

Projects that are listed and have no form are the concern of `complete-project-forms`: many a published workbook has none of these forms.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ziping.checks.book import Book
from ziping.checks.catalogue import Event, Failed, Unknown, check, passed
from ziping.checks.monitored import this_year
from ziping.checks.projects import project_name
from ziping.checks.ties import empty
from ziping.evaluation import Evaluation
from ziping.findings import Severity
from ziping.forms.headings import key
from ziping.schemes import Scheme

NAMES = {
    "settings": "设置", "overall": "整体自评表", "scoring": "指标评分表", "projects": "项目自评表", "base": "基础数据表", "monitor": "监控表", "ledger": "收支与资产",
    "narrative": "报告素材",
}  # fmt: skip
NUMBERED = frozenset({"projects", "monitor"})  # of which there may be several: 监控表1, 监控表2


SETTINGS = NAMES["settings"]
OURS = ("封面", "使用说明", NAMES["ledger"], NAMES["narrative"])  # which no form but ours has
LEAST = 2  # of these make a workbook ours


@check(
    code="complete-sheets", title="评价方案的各张表都在", severity=Severity.WARNING,
    message="工作簿里没有{sheets}，{lost}",
    cause="删除了工作表，或只复制了一部分工作表", repair="请恢复缺少的表（可从同一方案的空白表复制），确实没有这项内容的请确认", basis="评价方案所列的各张表")
def scheme_sheets(book: Book) -> Iterator[Event]:
    """All of them in one finding."""
    evaluation = book.evaluation
    if book.scheme is None:
        if ours(evaluation) and not any(key(name) == SETTINGS for name in evaluation.sheets):
            yield Failed(
                place=None, label="工作簿", args={"sheets": f"“{SETTINGS}”", "lost": "不知道用的是哪个评价方案，按方案进行的校验都没有进行"},
                repair="请恢复“设置”表（可从旧文件或同一方案的空白表复制），填好单位名称、评价年度")
        return
    due = [part for part in book.scheme.sheets if expected(evaluation, book.scheme, part)]
    lacking = [part for part in due if not there(evaluation, part)]
    strange = next((sheet.place for sheet in evaluation.unread if not key(sheet.place.sheet).startswith(tuple(NAMES.values()))), None)
    if strange is not None and not {"narrative", "ledger"}.issuperset(lacking):
        yield Unknown("有像自评表的工作表没有读取，可能就是缺少的表", strange)
        return
    several = [part for part in due if part in NUMBERED and part not in lacking]
    single = [*(without_monitor(book) if "monitor" in several else []), *(without_form(evaluation) if "projects" in several else [])] if strange is None else []
    names = [NAMES[part] for part in lacking] + single
    if names:
        yield Failed(place=None, label="工作簿", args={"sheets": "、".join(f"“{name}”" for name in names), "lost": "其中的数和文字没有校验"})
    yield from passed(len(due) - len(lacking) - bool(single))


def ours(evaluation: Evaluation) -> bool:
    """Whether a workbook is one of those that we make: no other has sheets of these names."""
    return len({key(name) for name in evaluation.sheets}.intersection(OURS)) >= LEAST


def without_monitor(book: Book) -> list[str]:
    """The projects whose monitoring forms are not there where at least as many others' are, unless one is there that may be theirs."""
    forms, evaluation = list(this_year(book)), book.evaluation
    monitored = {project_name(form.project.text) for form in forms if not empty(form.project) and form.project.error is None}  # type: ignore[union-attr]
    projects = {project_name(form.project.text): form.project.text.strip() for form in evaluation.projects if not empty(form.project) and form.project.error is None}  # type: ignore[union-attr]
    if len(monitored) < len(forms) or not monitored <= projects.keys() or numbered(evaluation, "monitor") > len(evaluation.monitors):
        return []
    lacking = [f"{NAMES['monitor']}（{name}）" for project, name in projects.items() if project not in monitored]
    return lacking if len(lacking) <= len(monitored) else []


def without_form(evaluation: Evaluation) -> list[str]:
    """The sheets of projects that monitoring forms of the same number go with and that are not there, where each of the others is."""
    mine, theirs = ({match[1] for name in evaluation.sheets if (match := re.fullmatch(rf"{NAMES[part]}(\d+)", key(name)))} for part in ("projects", "monitor"))
    return [f"{NAMES['projects']}{number}" for number in sorted(theirs - mine)] if mine < theirs and len(mine) == len(evaluation.projects) else []


def numbered(evaluation: Evaluation, part: str) -> int:
    """How many sheets have the name of that part."""
    return sum(key(name).startswith(NAMES[part]) for name in evaluation.sheets)


def expected(evaluation: Evaluation, scheme: Scheme, part: str) -> bool:
    """Whether a workbook of the scheme has that part whatever the body does: a monitoring form goes with a project's, and a body of a scheme for whole
    bodies may have no project."""
    if part == "monitor":
        return there(evaluation, "projects")
    if part == "projects":
        return scheme.ledger is None or there(evaluation, "monitor")
    return True


def there(evaluation: Evaluation, part: str) -> bool:
    """Whether a part was read, or a sheet of its name stands in the workbook, be it blank."""
    if {"projects": evaluation.projects, "monitor": evaluation.monitors}.get(part) or part not in NUMBERED and getattr(evaluation, part):
        return True
    names = map(key, evaluation.sheets)
    return any(name.startswith(NAMES[part]) if part in NUMBERED else name == NAMES[part] for name in names)
