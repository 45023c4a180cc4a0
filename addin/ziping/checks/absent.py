"""Sheets that the workbook's scheme has and that are not there: what was deleted leaves no cell to be checked. `sheets` knows those that formulas refer to.

Projects that are listed and have no form are the concern of `complete-project-forms`: many a published workbook has none of these forms.
"""

from __future__ import annotations

from collections.abc import Iterator

from ziping.checks.book import Book
from ziping.checks.catalogue import Event, Failed, Unknown, check, passed
from ziping.evaluation import Evaluation
from ziping.findings import Severity
from ziping.forms.headings import key
from ziping.schemes import Scheme

NAMES = {
    "settings": "设置", "overall": "整体自评表", "scoring": "指标评分表", "projects": "项目自评表", "base": "基础数据表", "monitor": "监控表", "ledger": "收支与资产",
    "narrative": "报告素材",
}  # fmt: skip
NUMBERED = frozenset({"projects", "monitor"})  # of which there may be several: 监控表1, 监控表2


@check(
    code="complete-sheets", title="评价方案的各张表都在", severity=Severity.WARNING,
    message="工作簿里没有{sheets}，其中的数和文字没有校验",
    cause="删除了工作表，或只复制了一部分工作表", repair="请恢复缺少的表（可从同一方案的空白表复制），确实没有这项内容的请确认", basis="评价方案所列的各张表")
def sheets(book: Book) -> Iterator[Event]:
    """All of them in one finding."""
    evaluation = book.evaluation
    due = [part for part in book.scheme.sheets if expected(evaluation, book.scheme, part)] if book.scheme is not None else []
    lacking = [part for part in due if not there(evaluation, part)]
    strange = next((sheet.place for sheet in evaluation.unread if not key(sheet.place.sheet).startswith(tuple(NAMES.values()))), None)
    if strange is not None and not {"narrative", "ledger"}.issuperset(lacking):
        yield Unknown("有像自评表的工作表没有读取，可能就是缺少的表", strange)
        return
    names = [NAMES[part] for part in lacking]
    if names:
        yield Failed(place=None, label="工作簿", args={"sheets": "、".join(f"“{name}”" for name in names)})
    yield from passed(len(due) - len(lacking))


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
