"""年度总体目标 against the indicators below it: a count that the text repeats is the indicator's.

A clause is held against an indicator when it states one count, in the indicator's unit, and says nearly all of the indicator's name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from ziping.amounts import Figure, fold, foots
from ziping.checks.book import Book, squeezed
from ziping.checks.catalogue import PASSED, Event, Failed, Family, Unknown, check
from ziping.checks.ties import empty, named, places, told
from ziping.evaluation import Datum, Form, Indicator
from ziping.findings import Severity

NEARLY = Decimal("0.8")  # of the pairs of characters of an indicator's name
_CLAUSE = re.compile(r"[^，。；、,;\n]+")
_COUNT = re.compile(r"(\d+(?:\.\d+)?)\s*(%|[个台套次项条件场期人家处份篇户名座站点批亩吨]|万元)")
_EMPTY = re.compile(r"(数量|数|额|次数|人数|情况)$")


@check(
    code="goal-indicator", title="总体目标中的数与指标一致", severity=Severity.WARNING,
    message="{where}写“{quote}”，指标“{name}”的{column}为“{expected}”",
    cause="改了指标没有改总体目标，或反过来", repair="请核对两处的数", basis="总体目标由各项指标支撑，同一个数在两处一致")
def indicator(book: Book) -> Iterator[Event]:
    for form in book.scored_forms:
        for goal in form.goals:
            for text, attribute, column in ((goal.expected, "target", "指标值"), (goal.achieved, "actual", "完成值")):
                if text is not None and not empty(text):
                    yield from compared(book, form, text, attribute, column)


def compared(book: Book, form: Form, text: Datum, attribute: str, column: str) -> Iterator[Event]:
    rows = book.rows(form)
    for clause in _CLAUSE.findall(fold(text.text)):
        counts = _COUNT.findall(clause)
        if len(counts) != 1:
            continue
        row = meant(clause, rows)
        if row is None:
            continue
        cell: Datum | None = getattr(row, attribute)
        stated = _COUNT.findall(fold(cell.text)) if cell is not None else []
        if len(stated) != 1 or stated[0][1] != counts[0][1]:
            yield Unknown(f"{row.name}的{column}空白或单位不同", text.place, (cell,))
            continue
        footing = foots(Figure(Decimal(counts[0][0])), [Figure(Decimal(stated[0][0]))])
        if footing is not None and footing.holds:
            yield PASSED
        else:
            yield Failed(
                place=text.place, label=named(text, "年度总体目标"), shown_expected=told(cell), shown_actual="".join(counts[0]), related=places(cell),
                quote=clause.strip(), args={"quote": clause.strip(), "name": row.name, "column": column})


def meant(clause: str, rows: list[Indicator]) -> Indicator | None:
    """The one indicator of which the clause says nearly all."""
    words = squeezed(clause)
    found = [row for row in rows if said(words, _EMPTY.sub("", squeezed(row.name)))]
    return found[0] if len(found) == 1 else None


def said(words: str, name: str) -> bool:
    wanted = {a + b for a, b in pairwise(name)}
    return len(wanted) >= 3 and sum(each in words for each in wanted) >= NEARLY * len(wanted)


FAMILY = Family("goals", "年度总体目标", (indicator,))
