"""Whether a total has the scores that it is to be the sum of: one of which not a single score is stated as a figure has no basis, whatever it says."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from ziping.checks.book import Book
from ziping.checks.catalogue import PASSED, Event, Failed, Unknown, check
from ziping.checks.reasons import RULES
from ziping.checks.ties import empty, named, no_result, plain
from ziping.checks.unresolved import awaited_places
from ziping.evaluation import Datum, Form
from ziping.findings import TOTAL_BASIS, Severity
from ziping.standards import NOT_APPLICABLE


class Scores(NamedTuple):
    """The score cells of the rows in use by what they say. open: an error value, or a formula whose result is still to come; what is 不适用 is none of these.

    Words count as scores beside a figure; where no row has one they are no more than blanks, and so is 不适用 in all rows.
    """

    stated: list[Datum]
    open: list[Datum]
    blank: list[Datum]


def scores_of(book: Book, form: Form) -> Scores:
    found, spared = Scores([], [], []), []
    for row, _ in book.leaf_points(form):
        cell = row.score
        if cell is None:
            continue
        if any(each is not None and each.text.strip() == NOT_APPLICABLE for each in (cell, row.actual)):
            spared.append(cell)
        elif cell.error is not None or cell.unresolved and cell.place in awaited_places(book):
            found.open.append(cell)
        else:
            (found.blank if empty(cell) else found.stated).append(cell)
    if found.open or any(cell.figure is not None for cell in found.stated):
        return found
    return Scores([], [], found.blank + found.stated or spared)


@check(
    code=TOTAL_BASIS, title="总分有各项得分作依据", severity=Severity.WARNING,
    message="{where}为 {actual}，而表中 {count} 项指标没有一项有得分，总分没有依据，也没有核对",
    cause="直接填了总分，没有逐项评分，或得分公式所需的数据没有填", repair="请补齐各项得分（由公式得出的补填完成值等数据），总分应由各项得分得出", basis=RULES)
def supported(book: Book) -> Iterator[Event]:
    for form in book.scored_forms:
        total, scores = form.total_score, scores_of(book, form)
        if total is None or total.value is None or not any(scores):
            continue
        if any(cell.figure is not None for cell in scores.stated):
            yield PASSED
        elif scores.open:
            first = scores.open[0]
            yield Unknown("得分显示错误值，还不知道是多少" if first.error is not None else no_result(first.place), total.place)
        else:
            yield Failed(
                place=total.place, label=named(total, "总分"), actual=total.value, shown_actual=plain(total.value), unit="分", args={"count": str(len(scores.blank))})
