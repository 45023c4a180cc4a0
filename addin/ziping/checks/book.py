"""What the checks look at: the evaluation, last year's, and the look-ups several families share, worked out once and on demand."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Hashable, Iterator
from dataclasses import dataclass, field, replace
from decimal import Decimal
from functools import cached_property, lru_cache, wraps
from inspect import isgeneratorfunction
from itertools import chain
from typing import Any, ParamSpec, TypeVar, overload

from ziping import schemes, standards
from ziping.checks.cells import Cell, Content, cells
from ziping.checks.groups import Group, groups
from ziping.checks.measured import measured
from ziping.checks.parents import without_sums
from ziping.checks.ties import empty
from ziping.evaluation import BaseLine, Datum, Evaluation, Form, FormKind, Fund, FundLine, Indicator, LedgerLine, Place
from ziping.functions import Value
from ziping.names import names
from ziping.schemes import Scheme
from ziping.standards import NOT_APPLICABLE, FormRules, NotScorable, Score

TOTAL_SCORE, GRADE = re.compile("自评(总|得)分"), re.compile("等级$")  # as 设置 may state them
P = ParamSpec("P")
T = TypeVar("T")


@dataclass(frozen=True)
class Book:
    """Read only. last: the workbook of the year before, where one was given."""

    evaluation: Evaluation
    last: Evaluation | None = None
    facts: dict[Hashable, Any] = field(default_factory=dict, init=False, repr=False, compare=False)

    @cached_property
    def names(self) -> dict[str, Datum]:
        return names(self.evaluation)

    @cached_property
    def scored_forms(self) -> tuple[Form, ...]:
        """The year-end forms with points and scores: everything but the monitoring forms."""
        return tuple(form for form in self.evaluation.forms if form.kind is not FormKind.MONITOR)

    @cached_property
    def scored_rows(self) -> list[Indicator]:
        """Their indicator rows, those not in use too."""
        return [row for form in self.scored_forms for row in form.indicators]

    @cached_property
    def base_lines(self) -> dict[tuple[str, ...], BaseLine]:
        return {line.path: line for line in (self.evaluation.base.lines if self.evaluation.base else [])}

    @cached_property
    def cells(self) -> list[Cell]:
        """Every cell of the evaluation with what belongs into it."""
        return cells(self.evaluation)

    @cached_property
    def cell_at(self) -> dict[Place, Cell]:
        """Each of them by where it stands."""
        return {cell.datum.place: cell for cell in self.cells if cell.datum.place is not None}

    @cached_property
    def figure_cells(self) -> list[Cell]:
        """Those in which a figure belongs."""
        return [cell for cell in self.cells if cell.content is not Content.TEXT]

    @cached_property
    def computing_cells(self) -> list[Cell]:
        """Those that hold a formula or show an error."""
        return [cell for cell in self.cells if cell.datum.formula or cell.datum.error]

    @cached_property
    def failing_cells(self) -> list[Cell]:
        """Those that show an error: in most workbooks none."""
        return [cell for cell in self.computing_cells if cell.datum.error]

    @cached_property
    def scheme(self) -> Scheme | None:
        """The shipped scheme the workbook was made from, None for a form from elsewhere."""
        name = self.evaluation.scheme
        return schemes.load(name) if name and name in schemes.available() else None

    @cached_property
    def rules(self) -> FormRules:
        """The rules of the whole form that the workbook's scheme sets; those of 财预〔2020〕10号 without one."""
        return (self.scheme.rules if self.scheme else None) or FormRules()

    @cached_property
    def stated_score(self) -> Decimal | None:
        """总分 as stated; a blank one is blank, whatever another form says."""
        cell = self._stated("total_score", TOTAL_SCORE)
        return cell.value if cell is not None else None

    @cached_property
    def stated_grade(self) -> str:
        """等级 as stated, from where the total is looked for."""
        cell = self._stated("grade", GRADE)
        return cell.text.strip() if cell is not None and not cell.error else ""

    @cached_property
    def speaking(self) -> list[Form]:
        """The forms that speak for the body, before others the one that counts: a project form alone is one where it is the only one of a workbook
        without forms of the whole body."""
        evaluation = self.evaluation
        whole = [form for form in (evaluation.overall, evaluation.scoring) if form is not None]
        return whole or (evaluation.projects if len(evaluation.projects) == 1 else [])

    @cached_property
    def marked(self) -> Form | None:
        """The form of which the body's total is the sum: the one that states it, else the first that speaks for the body."""
        return next((form for form in self.speaking if form.total_score is not None), self.speaking[0] if self.speaking else None)

    def _stated(self, what: str, caption: re.Pattern[str]) -> Datum | None:
        """The whole body's own cell: of the overall form, else of the scoring form, else in 设置; a project form's where it speaks for the body."""
        cells = [getattr(form, what) for form in self.speaking]
        stated = [datum for name, datum in self.evaluation.settings.items() if caption.search(name)]
        alone = any(form.kind is FormKind.PROJECT for form in self.speaking)
        return next((cell for cell in (stated + cells if alone else cells + stated) if cell is not None), None)

    @cached_property
    def _leaves(self) -> dict[int, list[tuple[Indicator, Datum | None]]]:
        return {id(form): used_rows(form) for form in self.evaluation.forms}

    def leaf_points(self, form: Form) -> list[tuple[Indicator, Datum | None]]:
        """`pointed_rows` of one of the evaluation's forms, its rows in use."""
        return self._leaves[id(form)]

    def rows(self, form: Form) -> list[Indicator]:
        """The indicator rows in use."""
        return [row for row, _ in self._leaves[id(form)]]

    def scored(self, row: Indicator, points: Datum | None) -> Score | NotScorable | None:
        """What the row's own standard gives; the refusal where it cannot be scored, None while something it needs is blank."""
        key = id(row)
        if key not in self._scores:
            self._scores[key] = self._score(row, points)
        return self._scores[key]

    @cached_property
    def _scores(self) -> dict[int, Score | NotScorable | None]:
        return {}

    def _score(self, row: Indicator, points: Datum | None) -> Score | NotScorable | None:
        if points is None or points.value is None or empty(row.actual):
            return None
        target = row.target.text.strip() if row.target is not None else None
        standard = row.standard.text.strip() if row.standard is not None else None
        return self.by_standard(points.value, target, measured(row), standard)

    def by_standard(self, points: Value, target: Value, actual: Value, standard: Value = None) -> Score | NotScorable | None:
        """`standards.score`, its refusal returned; kept, because a row's own formula asks the same as the checks."""
        asked = points, target or None, actual, standard or None
        key = (*asked, *map(type, asked))  # 1 is no TRUE
        if key not in self._by_standard:
            try:
                self._by_standard[key] = standards.score(*asked)
            except NotScorable as refusal:
                self._by_standard[key] = NotScorable(str(refusal))  # the one that was raised holds on to everything that it came through
        return self._by_standard[key]

    @cached_property
    def _by_standard(self) -> dict[tuple[object, ...], Score | NotScorable | None]:
        return {}

    def base_line(self, *words: str) -> BaseLine | None:
        """The outermost line of 基础数据表 whose name holds one of the words; None without one."""
        return _outermost(self, *words)

    def base_children(self, path: tuple[str, ...]) -> list[BaseLine]:
        return self._base_children.get(path, [])

    @cached_property
    def _base_children(self) -> dict[tuple[str, ...], list[BaseLine]]:
        found: dict[tuple[str, ...], list[BaseLine]] = {}
        for line in self.base_lines.values():
            found.setdefault(line.path[:-1], []).append(line)
        return found

    @cached_property
    def ledger_groups(self) -> list[Group]:
        """Each line of 收支与资产 that others are part of, with those."""
        return list(groups(self.evaluation.ledger)) if self.evaluation.ledger else []

    def ledger_line(self, *spellings: tuple[str, str]) -> LedgerLine | None:
        """The first line there is of these (section, name)."""
        return next((self._ledger_lines[spelling] for spelling in spellings if spelling in self._ledger_lines), None)

    @cached_property
    def _ledger_lines(self) -> dict[tuple[str, str], LedgerLine]:
        found: dict[tuple[str, str], LedgerLine] = {}
        for line in self.evaluation.ledger.lines if self.evaluation.ledger else []:
            found.setdefault((line.section, line.name), line)
        return found


@overload
def fact(make: Callable[P, Iterator[T]]) -> Callable[P, tuple[T, ...]]: ...
@overload
def fact(make: Callable[P, T]) -> Callable[P, T]: ...
def fact(make: Callable[..., Any]) -> Callable[..., Any]:
    """A fact of a book: `make(book, *arguments)` is worked out the first time a check asks for it, and the other checks judge the same.

    What is yielded is kept as a tuple. Parts of the evaluation stand among the arguments for themselves, not for others that equal them, and
    are kept as well, so that nothing else can come to lie where they lay.
    """
    yielding = isgeneratorfunction(make)

    @wraps(make)
    def known(book: Book, *arguments: object) -> Any:
        key = (make, *[each if each.__class__ is str else id(each) for each in arguments]) if arguments else make
        found = book.facts.get(key)
        if found is None:
            found = book.facts[key] = tuple(make(book, *arguments)) if yielding else make(book, *arguments), arguments
        return found[0]

    return known


@fact
def named_base_lines(book: Book) -> list[tuple[str, BaseLine]]:
    return [(line.name, line) for line in book.base_lines.values()]


@fact
def _outermost(book: Book, *words: str) -> BaseLine | None:
    found = [line for name, line in named_base_lines(book) if any(word in name for word in words)]
    return min(found, key=lambda line: len(line.path)) if found else None


def pointed_rows(form: Form) -> list[tuple[Indicator, Datum | None]]:
    """Each indicator row with the cell its points stand in: the points column, else the weight printed with its innermost heading.

    A heading's weight counts as a row's own only where no other row stands under the same heading.
    """
    above = [headings(row) for row in form.indicators]
    shared = Counter(chain.from_iterable(map(set, above)))
    rows = []
    for row, paths in zip(form.indicators, above, strict=True):
        points = row.points
        if points is None:
            for depth, level in ((3, row.level3), (2, row.level2), (1, row.level1)):
                if shared[paths[depth]] > 1 and paths[depth] != paths[depth - 1]:
                    break
                if level.weight is not None:
                    points = level.weight
                    break
        rows.append((row, points))
    return rows


DELETED = "#REF!"


def used_rows(form: Form) -> list[tuple[Indicator, Datum | None]]:
    """`pointed_rows` without those not in use and those that sum up others. A form with no row in use is one that is not filled yet: all of them are
    waited for."""
    rows = without_sums(pointed_rows(form))
    return [(row, points) for row, points in rows if not unused(row, points)] or rows


def unused(row: Indicator, points: Datum | None) -> bool:
    """A row that holds nothing beyond the headings of the form, and no points wait for it: no indicator is named, or the one that is is 不适用."""
    return empty(points) and not row.likelihood and all(map(nothing, row_data(row))) and (not row.level3.name.strip() or not_applicable(row))


def nothing(cell: Datum | None) -> bool:
    """Whether a cell is blank, or shows only that what it was linked to is not there any more."""
    return empty(cell) or cell.error == DELETED  # type: ignore[union-attr]


def not_applicable(row: Indicator) -> bool:
    """Whether one of a row's cells says 不适用."""
    return any(cell is not None and cell.text.strip() == NOT_APPLICABLE for cell in row_data(row))


def row_data(row: Indicator) -> list[Datum | None]:
    """What a row holds beside its headings and points."""
    cells = [row.target, row.actual, row.standard, row.points, row.score, row.reason, row.expected, row.remark]
    return [*cells, *row.causes.values(), *row.extra.values()]


def headings(row: Indicator) -> tuple[tuple[str, ...], ...]:
    """The names of a row's outermost levels: of none, of one, of two, of all three."""
    return _named(row.level1.name, row.level2.name, row.level3.name)


@lru_cache(maxsize=4096)
def _named(*names: str) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(filter(None, names[:depth])) for depth in range(len(names) + 1))


def execution_line(form: Form) -> FundLine | None:
    """The line of the fund block that 预算执行率 is scored in, None where the form does not score it there; its points may stand in a heading alone."""
    cells = [line for line in form.funds if line.points is not None or line.score is not None]
    filled = (line for line in cells if (line.points is not None and line.points.figure) or (line.score is not None and line.score.figure))
    line = next(filled, cells[0] if cells else None)
    if form.execution_points is None or (line is not None and line.points is not None):
        return line
    line = line or next((each for each in form.funds if each.role is Fund.TOTAL), form.funds[0] if form.funds else None)
    return replace(line, points=form.execution_points) if line is not None else None


def untouched(form: Form) -> bool:
    """A monitoring form that holds nothing of its own: what it shows is taken from the project form, and is checked there."""
    if form.kind is not FormKind.MONITOR:
        return False
    cells = [getattr(line, column) for line in form.funds for column in ("initial", "executed", "expected")]
    cells += [goal.expected for goal in form.goals]
    for row in form.indicators:
        cells += [row.target, row.actual, row.expected, row.remark, row.reason, *row.causes.values()]
    return not any(row.likelihood for row in form.indicators) and all(empty(cell) or cell.formula for cell in cells)


def roles(form: Form, *wanted: Fund) -> list[FundLine]:
    return [line for line in form.funds if line.role in wanted]


def values(data: list[Datum | None]) -> list[Decimal] | None:
    """The exact values of these, None while one of them is missing."""
    found = [datum.value for datum in data if datum is not None]
    return None if len(found) < len(data) or any(value is None for value in found) else found  # type: ignore[return-value]


TOTALS = {
    "支出": ("支出合计", "支出总计", "本年支出合计", "支出总额", "总支出", "本年支出", "本年支出总额"),
    "收入": ("收入合计", "收入总计", "本年收入合计", "收入总额", "总收入", "本年收入", "本年收入总额"),
}


def ledger_value(book: Book, column: str, section: str) -> Datum | None:
    """The total of a section of 收支与资产: the line named as one, else the only line that is part of nothing."""
    ledger = book.evaluation.ledger
    if ledger is None:
        return None
    lines = [line for line in ledger.lines if line.section == section]
    found = next((line for name in TOTALS.get(section, ()) for line in lines if line.name == name), None)
    tops = [line for line in lines if not line.parent and any(other.parent == line.name for other in lines)]
    line = found or (tops[0] if len(tops) == 1 else None)
    return getattr(line, column) if line is not None else None


@lru_cache(maxsize=4096)
def squeezed(text: str) -> str:
    """Without blanks and quotation marks: “三公经费”变 动率 → 三公经费变动率."""
    return re.sub(r"[\s“”\"'‘’]", "", text)
