"""Reasons of deviations: what counts as one, and where a form asks for it."""

from __future__ import annotations

from collections.abc import Iterator

from ziping.checks.book import Book
from ziping.checks.catalogue import PASSED, Event, Failed, check
from ziping.checks.ties import named, places
from ziping.evaluation import Datum, Indicator
from ziping.findings import Severity

RULES = "财预〔2020〕10号 项目支出绩效评价管理办法：得分不超过分值，未完成的说明原因"
BOILERPLATE = frozenset({"无", "暂无", "暂无。", "无。", "无偏差", "无偏差。", "/", "-", "—", "——", "没有"})
NO_REASON = BOILERPLATE | {""}


def column_of(datum: Datum) -> str:
    return datum.label.rpartition("/")[2].rpartition(" ")[2] or "偏差原因"


def reasonless(row: Indicator) -> bool:
    return row.reason is None or row.reason.text.strip() in NO_REASON


@check(
    code="score-boilerplate", title="偏差原因不全是“无”“暂无”", severity=Severity.WARNING,
    message="{where}等 {count} 处偏差原因全部填“{text}”",
    cause="批量填写，没有逐项分析", repair="请逐项填写偏差原因和改进措施，没有偏差的留空", basis=RULES)
def boilerplate(book: Book) -> Iterator[Event]:
    for form in book.scored_forms:
        filled = [row.reason for row in form.indicators if row.reason is not None and row.reason.text.strip()]
        if not filled:
            continue
        if len(filled) > 1 and len({d.text.strip() for d in filled}) == 1 and filled[0].text.strip() in BOILERPLATE:
            yield Failed(
                place=filled[0].place, label=named(filled[0], "偏差原因"), shown_actual=filled[0].text.strip(), related=places(*filled[1:]),
                args={"count": str(len(filled)), "text": filled[0].text.strip()})
        else:
            yield PASSED
