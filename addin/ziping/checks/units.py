"""Units: 元 where 万元 was meant, and the other way round.

A factor of ten thousand between two figures that should agree is a slip of units, not of figures; the checks of footing and of the ties
between forms report the disagreement, these say what it comes from, and find the slip where no tie exists.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise
from operator import itemgetter
from typing import NamedTuple

from ziping.amounts import foots
from ziping.checks.book import Book, fact
from ziping.checks.catalogue import PASSED, Event, Failed, Family, Unknown, check, passed
from ziping.checks.shifted import SHIFTS, UNITS, amounts, holds_without, shifted, slipping, ties
from ziping.checks.sizes import size
from ziping.checks.ties import Tie, named, places
from ziping.checks.wholeforms import explained, whole_form
from ziping.evaluation import Datum, Place, Scaled
from ziping.findings import Severity


def suspects(tie: Tie) -> list[tuple[Datum, int]]:
    """The cells of a tie that fails which, a power of ten moved, make it hold; all of one kind of slip. A figure that the tie holds without as well
    was left out of the total and has not slipped."""
    for shift in SHIFTS:
        found = [(datum, shift) for datum in amounts(tie) if datum.place is not None and holds_without(tie, [datum], shift)]
        if found:
            return found
    return []


@fact
def standing(book: Book) -> Counter[Place | None]:
    """How often each cell stands in a tie that fails, less how often in one that holds: where two could have slipped, it is the one that others contradict."""
    found: Counter[Place | None] = Counter()
    for tie in ties(book):
        if tie.total is None or tie.problem or tie.footing is None:
            continue
        for datum in (tie.total, *tie.terms):
            if datum.value:
                found[datum.place] += -1 if tie.footing.holds else 1
    return found


@check(
    code="unit-factor", title="应当相符的数不恰好相差一万倍", severity=Severity.ERROR,
    message="{where}为 {actual}，比{other}{factor}，很可能是元与万元混用",
    cause="从以元为单位的表抄到以万元为单位的表，没有换算", repair="请核对该数的计量单位", basis=UNITS)
def factor(book: Book) -> Iterator[Event]:
    """A tie that holds once one cell is moved by a power of ten, or two amounts of one year in one line with just that between them."""
    seen: set[int] = set()
    off, right = {id(tie) for tie in slipping(book)}, 0
    for tie in ties(book):
        if tie.total is None:
            continue
        if tie.problem:
            yield Unknown(tie.problem, tie.total.place, tie.needs)
        else:
            right += tie.footing is not None and id(tie) not in off
    yield from passed(right)
    for tie in slipping(book):
        if explained(book, *amounts(tie)):
            continue
        found = suspects(tie)
        if not found:
            yield PASSED
            continue
        datum, shift = max(found, key=lambda each: standing(book)[each[0].place])
        if id(datum) not in seen:
            seen.add(id(datum))
            others = tuple(p for p in places(tie.total, *tie.terms) if p != datum.place)
            yield Failed(
                place=datum.place, label=named(datum, tie.label), actual=datum.value, shown_actual=str(datum.figure), related=others,
                args={"factor": SHIFTS[shift], "other": "与它勾稽的数"})
    for pair in neighbours(book)[0]:
        if pair.exact and id(pair.wrong) not in seen and not explained(book, pair.wrong, pair.right):
            seen.add(id(pair.wrong))
            larger = pair.wrong.figure.quantity.value > pair.right.figure.quantity.value  # type: ignore[union-attr]
            yield Failed(
                place=pair.wrong.place, label=named(pair.wrong, pair.line), actual=pair.wrong.value, shown_actual=str(pair.wrong.figure),
                related=places(pair.right), args={"factor": SHIFTS[4 if larger else -4], "other": f"同一行的“{named(pair.right, pair.line)}”"})


@check(
    code="unit-same-digits", title="同一个数不同时标元和万元", severity=Severity.ERROR,
    message="{where}为 {actual}，同一行的{other}为 {expected}，数字相同而单位相差一万倍",
    cause="同一个数抄了两次，其中一次标错了单位", repair="请核对两处的金额和单位", basis=UNITS)
def same_digits(book: Book) -> Iterator[Event]:
    """The same significant digits (five or more) in one line under units that differ by 10 000."""
    different = 0
    for name, cells, _ in lines(book):
        figures = [cell for cell in cells if cell.figure and cell.figure.unit.base == "元"]
        for index, mine in enumerate(figures):
            for other in figures[index + 1:]:
                a, b = mine.figure, other.figure
                if a.unit == b.unit or a.value != b.value or len(a.value.normalize().as_tuple().digits) < 5:  # type: ignore[union-attr]
                    different += 1
                else:
                    yield Failed(
                        place=other.place, label=named(other, name), expected=a.value, actual=b.value, shown_expected=str(a), shown_actual=str(b),  # type: ignore[union-attr]
                        related=places(mine), args={"other": f"“{named(mine, name)}”"})
    yield from passed(different)


@check(
    code="unit-mixed-line", title="同一行的金额用同一单位", severity=Severity.INFO,
    message="{where}以{actual}为单位，同一行的其他数以{expected}为单位",
    cause="各列取自不同的表", repair="请统一该行的计量单位", basis=UNITS)
def mixed_line(book: Book) -> Iterator[Event]:
    for name, cells, _ in lines(book):
        figures = [cell for cell in cells if cell.figure and cell.figure.value and cell.figure.unit.base == "元"]
        if len(figures) < 2:
            continue
        first = figures[0].figure.unit  # type: ignore[union-attr]
        other = next((cell for cell in figures if cell.figure.unit != first), None)  # type: ignore[union-attr]
        if other is None:
            yield PASSED
        else:
            yield Failed(
                place=other.place, label=named(other, name), shown_expected=first.text, shown_actual=other.figure.unit.text,  # type: ignore[union-attr]
                related=places(*(cell for cell in figures if cell is not other)))


@check(
    code="unit-magnitude", title="同一行的数不相差几千倍", severity=Severity.WARNING,
    message="{where}为 {actual}，同一行的{other}为 {expected}，相差悬殊，可能是元与万元混用",
    cause="一列填元，一列填万元", repair="请核对该行各数的计量单位", basis=UNITS)
def magnitude(book: Book) -> Iterator[Event]:
    """Neighbouring columns of a line between 5000 and 20 000 times apart: a factor of 10 000 with a change of up to twofold."""
    far, near = neighbours(book)
    yield from passed(near)
    for pair in far:
        if not pair.exact and not explained(book, pair.wrong, pair.right):
            yield Failed(
                place=pair.wrong.place, label=named(pair.wrong, pair.line), expected=pair.right.value, actual=pair.wrong.value,
                shown_expected=str(pair.right.figure), shown_actual=str(pair.wrong.figure), related=places(pair.right),
                args={"other": f"“{named(pair.right, pair.line)}”"})


LEAST, MOST = Decimal(5000), Decimal(20000)


class Apart(NamedTuple):
    """Two neighbours of a line that are about 10 000 times apart, the one that more speaks against first; exact: by just that, within one year."""

    line: str
    wrong: Datum
    right: Datum
    exact: bool


@fact
def neighbours(book: Book) -> tuple[list[Apart], int]:
    """The pairs of neighbouring amounts of a line that are far apart, and how many are not."""
    far, near = [], 0
    for name, cells, before in lines(book):
        figures = [(cell, cell.figure.quantity.value) for cell in cells if cell.figure and cell.figure.unit.base == "元" and cell.figure.value > 0]
        for one, other in pairwise(figures):
            if not apart(one[1], other[1]):
                near += 1
                continue
            low, high = sorted((one, other), key=itemgetter(1))
            wrong, right = (cell for cell, _ in sorted((high, low), key=lambda each: blame(book, *each, figures), reverse=True))
            footing = foots(shifted(high[0], 4), [low[0].figure])  # type: ignore[list-item]
            far.append(Apart(name, wrong, right, before not in (one[0], other[0]) and footing is not None and footing.holds))
    return far, near


def apart(one: Decimal, other: Decimal) -> bool:
    return LEAST <= (other / one if one < other else one / other) <= MOST


def blame(book: Book, cell: Datum, value: Decimal, line: list[tuple[Datum, Decimal]]) -> tuple[int, int]:
    """How much speaks against a cell: the other figures of its line that it is far from, then the ties that contradict it."""
    return sum(apart(value, other) for each, other in line if each is not cell), standing(book)[cell.place]


@fact
def lines(book: Book) -> Iterator[tuple[str, list[Datum], Datum | None]]:
    """The amounts of each line that belong together, and which of them is last year's."""
    evaluation = book.evaluation
    for form in evaluation.forms:
        for line in form.funds:
            yield line.label, there(line.initial, line.adjusted, line.executed, line.expected), None
    for base_line in book.base_lines.values():
        yield base_line.name, there(base_line.last_year, base_line.budget, base_line.executed), base_line.last_year
    for ledger_line in evaluation.ledger.lines if evaluation.ledger else []:
        yield ledger_line.name, there(ledger_line.last_year, ledger_line.budget, ledger_line.current), ledger_line.last_year
    for project in evaluation.ledger.projects if evaluation.ledger else []:
        yield project.name, there(project.budget, project.adjusted, project.executed), None


def there(*data: Datum | None) -> list[Datum]:
    return [datum for datum in data if datum is not None]


@check(
    code="unit-scaled", title="数字格式不把数缩小显示", severity=Severity.ERROR,
    message="{where}的数字格式把格中的 {actual} 显示成 {shown}，以哪个数为准无从判断，没有读取",
    cause="单元格用了按千、按万缩小显示的数字格式，看到的数与格中的数不同", repair="请清除该格的数字格式，按表头的计量单位重新填数", basis=UNITS)
def scaled(book: Book) -> Iterator[Event]:
    """Whether the cell was meant in the form's unit, or its format was meant to bring it into that, its figure does not tell."""
    found = set()
    for cell in book.failing_cells:
        error = cell.datum.error
        if isinstance(error, Scaled):
            found.add(cell.datum.place.sheet if cell.datum.place is not None else "")
            yield Failed(
                place=cell.datum.place, label=named(cell.datum, cell.label), actual=error.held, shown_actual=format(error.held, "f"),
                args={"shown": error.shown})
    evaluation = book.evaluation
    read = filter(None, (evaluation.base, *evaluation.forms, evaluation.ledger))
    yield from (PASSED for form in read if form.sheet not in found)


@check(
    code="unit-lines", title="一张表的计量单位写法一致", severity=Severity.WARNING,
    message="{where}写“{one}”，同一张表{other}写“{two}”，{read}",
    cause="改了表头的计量单位，没有改栏目里的，或反过来", repair="请核对金额实际用的单位，把两处改为一致", basis=UNITS)
def lines_of_units(book: Book) -> Iterator[Event]:
    evaluation = book.evaluation
    for form in (*[form for form in evaluation.forms if form.funds], *filter(None, (evaluation.ledger,))):
        if not form.contrary:
            yield PASSED
            continue
        caption, heading = form.contrary
        one, two = ("".join(datum.text.split()) for datum in form.contrary)
        other = f"《{heading.place.sheet}》{heading.place.cell}"  # type: ignore[union-attr]
        read = "各行金额按后者读取，项目清单按前者读取" if form is evaluation.ledger else "表中金额按后者读取"
        yield Failed(place=caption.place, label="", shown_actual=one, related=places(heading), args={"one": one, "two": two, "other": other, "read": read})


FAMILY = Family("units", "计量单位", (lines_of_units, scaled, whole_form, factor, same_digits, mixed_line, magnitude, size))
