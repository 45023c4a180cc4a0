"""The lines of a block of money, made of its figures: groups side by side, names, units, rates."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from ziping.amounts import PERCENT, PLAIN, WAN_YUAN, YUAN, Figure, Unit, read_figure
from ziping.evaluation import Datum, Fund, FundLine, Place
from ziping.forms.caption_words import money_unit
from ziping.forms.grid import address, datum, raw
from ziping.forms.headings import MONEY, Role, key, squeezed, unspaced
from ziping.forms.layout import Layout
from ziping.forms.money_block import heads_of_block
from ziping.forms.money_cells import Label, is_figure
from ziping.forms.money_columns import chosen
from ziping.forms.money_rows import BESIDES, Block, Reading
from ziping.forms.money_words import FIELDS, SUMS, fund_role, name_and_amount, plain_label, says


def read_funds(layout: Layout, block: Block, unit: Unit | None) -> tuple[list[FundLine], Unit | None]:
    """The lines of a block and the unit of money printed for them.

    `unit`: what the form prints elsewhere; the block's own words win over it, and a column's over the block's.
    """
    own = _unit_near(layout, block) or unit
    groups = _groups(block)
    waiting = _waiting(block, groups)
    made = [_Lines(layout, block, group, heads, own) for group, heads in zip(groups, waiting, strict=True)]
    if len(made) > 1 and not made[0].roles & made[1].roles:
        lines = _matched([each.lines for each in made])
    else:
        lines = [line for each in made for line in each.lines]
    known: set[Fund] = set()
    for line in lines:
        line.role = line.role or fund_role(line.printed, known)
        if line.role:
            known.add(line.role)
    _nameless(made, lines)
    for line in lines:
        line.rate = as_rate(line.rate, line.executed, line.adjusted or line.initial)
    units = [each.units[role] for each in made for role in (Role.ADJUSTED, Role.BUDGET, Role.EXECUTED) if role in each.units]
    return lines, next((each for each in units if each), own)


def _groups(block: Block) -> list[list[Reading]]:
    """The figures by their columns: two groups where lines with their amounts stand side by side, each with names of its own. Of income beside
    expenditure the expenditure is meant."""
    columns: list[tuple[set[int], set[int]]] = []  # of names, and of the figures that they name
    sides = {reading.name.left for reading in block.readings if reading.name}
    for reading in block.readings if len(sides) > 1 else ():
        if reading.headed and reading.name:
            one = ({reading.name.left}, {reading.head.left})
            joined = [each for each in columns if each[0] & one[0] or each[1] & one[1]]
            columns = [each for each in columns if each not in joined]
            columns.append(tuple(set().union(*parts) for parts in zip(one, *joined, strict=True)))  # type: ignore[arg-type]
    if len(columns) < 2 or any(not reading.name for reading in block.readings if reading.head.role in MONEY):
        return [block.readings]
    groups = [[r for r in block.readings if r.headed and r.name and r.name.left in names] for names, _ in columns]
    groups = [group for group in groups if any(reading.head.role in MONEY for reading in group)]
    groups = [group for group in groups if not _INCOME.search(_words_of(group))] or groups
    groups[0] += [reading for reading in block.readings if not (reading.headed and reading.name)]
    return groups


def _waiting(block: Block, groups: list[list[Reading]]) -> list[list[Label]]:
    """For each group the headings whose column is still blank: of the group whose names stand nearest on the left."""
    used = {id(reading.head) for reading in block.readings}
    starts = [min((reading.head.left for reading in group if reading.headed), default=0) for group in groups]
    found: list[list[Label]] = [[] for _ in groups]
    for head in heads_of_block(block):
        if id(head) not in used:
            at = max((number for number, start in enumerate(starts) if start <= head.left), key=lambda number: starts[number], default=0)
            found[at].append(head)
    return found


_TASKS = re.compile(r"任务名称|主要内容|任务内容|工作内容")


def is_of_tasks(layout: Layout, block: Block) -> bool:
    """Whether a block lists tasks with what each costs: its sum is the money of the form only where that has no other."""
    rows = range(block.top, min(head.row for head in block.labels) + 1)
    return any(_TASKS.search(words) for row in rows for _, words in layout.telling.get(row, ()))


_INCOMING = re.compile(r"^(?:部门|单位|本年|年度|全年)?(?:总?收入)(?:情况|合计|总计)?$")
_INCOME = re.compile(r"^(?=.*收入)(?!.*支出)", re.S)


def _words_of(group: list[Reading]) -> str:
    return "\n".join(words for reading in group for words in (reading.head.text, reading.name.text if reading.name else ""))


class _Lines:
    """The lines of one group of figures. `pending`: rates, points and scores without a name."""

    def __init__(self, layout: Layout, block: Block, group: list[Reading], waiting: list[Label], unit: Unit | None) -> None:
        self.layout, self.block, self.unit = layout, block, unit
        heads = list({id(head): head for head in (*(reading.head for reading in group), *waiting)}.values())
        self.heads = chosen(heads, group)
        self.columns = [(head, self.heads[id(head)]) for head in heads if id(head) in self.heads]
        self.roles = {role for role in self.heads.values() if role in MONEY}
        self.units = {role: money_unit(head.text) or unit for head, role in self.columns}
        self.named = len({head.says.name for head, role in self.columns if role in MONEY}) > 1  # else the only name is that of the form's matter
        self.lines: list[FundLine] = []
        self.total = False  # whether there is a line without a name, which is the total
        self.pending: list[tuple[Role, Reading]] = []
        self._by: dict[tuple[int, str], FundLine] = {}
        summed = any(reading.over and reading.over.sum and reading.name for reading in group)
        doubtful: set[Role] = set()
        for reading in group:
            role = self.heads.get(id(reading.head))
            if role is None or (reading.over and _INCOMING.match(key(reading.over.text))) or (reading.over and reading.name and not reading.over.sum and (summed or reading.over.row > reading.head.row)):
                continue
            self._take(role, reading, doubtful)
        for role in doubtful:
            for line in self.lines:
                setattr(line, FIELDS[role], None)
        self._blanks(group)

    def _take(self, role: Role, reading: Reading, doubtful: set[Role]) -> None:
        line = self._line(reading, role)
        value = self.value(role, reading)
        if line is None:
            self.pending.append((role, reading))
            return
        before = getattr(line, FIELDS[role])
        if before is None:
            setattr(line, FIELDS[role], value)
        elif role in MONEY and before.figure != value.figure:
            doubtful.add(role)

    def _line(self, reading: Reading, role: Role) -> FundLine | None:
        """The line that a figure belongs to, by the cell of its name, else by the name over it; None for a rate without a name."""
        head, name = reading.head, reading.name
        if name is not None and reading.headed:
            known = (name.row, "" if reading.over is None or reading.over.sum else plain_label(reading.over.text))
        else:
            name = name or reading.over or (head if head.says.name and self.named else None)
            words = plain_label(name.says.name or name.text) if name else ""
            known = (reading.row if reading.headed and not name else -1, words)
            if not name and role in BESIDES and known not in self._by:
                return None
        line = self._by.get(known)
        if line is None:
            line = self._by[known] = self._new(reading, name)
        return line

    def _new(self, reading: Reading, name: Label | None) -> FundLine:
        head = reading.head
        printed = _printed(name) if name else _printed(head) if head.beside else ""
        place = (reading.row, reading.column) if name is head else ((name or head).row, (name or head).left)
        line = FundLine(plain_label(printed), None, place=Place(self.layout.grid.name, address(*place)), printed=printed)
        if name is None:
            first, self.total = not self.total, True
            line.role = Fund.TOTAL if first else None
            if not printed:
                line.printed = self.layout.seen(self.block.top, 0) if first else ""
                line.label, line.place = plain_label(line.printed), Place(self.layout.grid.name, address(reading.row, head.left))
        self.lines.append(line)
        return line

    def value(self, role: Role, reading: Reading) -> Datum:
        head = reading.head
        words = reading.name.text if reading.name else reading.over.text if reading.over else ""
        label = "/".join(unspaced(part) for part in (words, head.text) if part)
        whole = datum(self.layout.grid, reading.row, reading.column, self._measure(role, head), label)
        if not reading.amount:
            return whole
        return replace(whole, text=reading.amount, figure=read_figure(reading.amount, self._measure(role, head)), label=label)

    def _measure(self, role: Role, head: Label) -> Unit:
        if role in BESIDES:
            return PERCENT if role is Role.RATE and "%" in squeezed(head.text) else PLAIN
        return money_unit(head.text) or self.unit or WAN_YUAN

    def _blanks(self, group: list[Reading]) -> None:
        """The cells where figures of the lines will stand, and the lines without any figure."""
        columns = {role: head for head, role in reversed(self.columns) if not head.beside}
        if not columns:
            return
        first = min(head.bottom for head in columns.values())
        filled = {reading.row for reading in group}
        used = {id(reading.head) for reading in group if reading.headed}
        for row, name in sorted(self.block.named.items()):
            line = self._by.get((row, ""))
            figured = line is not None
            if line is None and row > first and row not in filled and (fund_role(name.text, set()) or self.lines):
                line = FundLine(plain_label(name.text), None, place=Place(self.layout.grid.name, address(row, name.left)), printed=name.text)
                self.lines.append(line)
            if line is None:
                continue
            for role, head in columns.items():
                if getattr(line, FIELDS[role]) is None and self.layout.anchor(row, head.left) == (row, head.left) and (
                    not self.layout.seen(row, head.left) or (figured and role in MONEY and self._mere_words(row, head, id(head) in used))):
                    setattr(line, FIELDS[role], datum(self.layout.grid, row, head.left, self._measure(role, head), f"{unspaced(name.text)}/{unspaced(head.text)}"))
        rows = {line.place.cell: number for number, line in enumerate(self.lines) if line.place}
        self.lines.sort(key=lambda line: _row_of(line, rows))

    def _mere_words(self, row: int, head: Label, used: bool) -> bool:
        """Whether words stand where an amount belongs (约291), and not the name or the heading of something. used: the column has figures elsewhere."""
        value = raw(self.layout.grid, row, head.left)
        if not isinstance(value, str) or is_figure(value) or not (used or any(map(str.isdigit, value))):
            return False
        told = says(value)
        return not (told.role or told.name)


def _printed(label: Label) -> str:
    """A label's words without the figure that shares its cell; of a heading that names its line, the name alone (`其中：基本支出` of 其中：基本支出预算)."""
    pair = name_and_amount(label.text) if label.says.amount else None
    words = pair[0] if pair else label.text
    if label.role and label.says.name in words:
        return words[: words.index(label.says.name) + len(label.says.name)] or words
    return words


def _row_of(line: FundLine, order: dict[str, int]) -> tuple[int, int]:
    from ziping.forms.grid import position

    return (position(line.place.cell)[0], order[line.place.cell]) if line.place else (0, 0)


def _matched(groups: list[list[FundLine]]) -> list[FundLine]:
    """The lines named alike in every group, where one holds what was planned and another what was spent."""
    first, *others = groups
    lines = []
    for line in first:
        same = [[other for other in group if other.label == line.label] for group in others]
        if all(len(found) == 1 for found in same):
            for found in same:
                for name in FIELDS.values():
                    setattr(line, name, getattr(line, name) or getattr(found[0], name))
            lines.append(line)
    return lines


def _nameless(made: list[_Lines], lines: list[FundLine]) -> None:
    """A rate, points or a score without a line's name is that of the total, or of the only line."""
    summing = [line for line in lines if line.role is Fund.TOTAL or line.label in SUMS]
    total = summing[0] if len(summing) == 1 else lines[0] if len(lines) == 1 else None
    for each in made:
        for role in BESIDES:
            told = [each.value(role, reading) for pending, reading in each.pending if pending is role]
            if total is not None and getattr(total, FIELDS[role]) is None and told and all(value.figure == told[0].figure for value in told):
                setattr(total, FIELDS[role], told[0])


def _unit_near(layout: Layout, block: Block) -> Unit | None:
    """The unit that the block's side heading or one of its headings prints."""
    return next((found for words, _, _ in _headings(layout, block) if (found := money_unit(words))), None)


def heading_of(layout: Layout, block: Block, unit: Unit) -> tuple[int, int] | None:
    """Row and column of the first heading that prints this unit."""
    found = next(((row, column) for words, row, column in _headings(layout, block) if money_unit(words) == unit), None)
    return layout.anchor(*found) if found else None


def _headings(layout: Layout, block: Block) -> Iterator[tuple[str, int, int]]:
    """What may print the unit of a block: what is seen in the first columns of its rows, then its headings of money, with row and column."""
    for row in range(block.top, min(block.bottom + 2, layout.last_row)):
        for column in range(min(layout.columns, 3)):
            yield layout.seen(row, column), row, column
    yield from ((head.text, head.row, head.left) for head in block.labels if head.role in MONEY)


def as_rate(rate: Datum | None, executed: Datum | None, budget: Datum | None) -> Datum | None:
    """A rate typed as a plain number is a ratio or a percentage: whichever lies nearer to executed ÷ budget, else by its size."""
    if rate is None or rate.figure is None or rate.figure.unit.text == "%":
        return rate
    value = rate.figure.value
    percent = value > 2
    if executed and budget and executed.value is not None and budget.value and value:
        true = executed.value / budget.value
        percent = abs(value / 100 - true) < abs(value - true)
    if not percent:
        return rate
    return Datum(rate.text, Figure(value, PERCENT, rate.figure.decimals), rate.place, rate.formula, rate.error, rate.label)


def guessed_unit(lines: list[FundLine]) -> Unit:
    """The unit of a block that prints none: 元 where amounts run into hundreds of thousands with cents or full yuan, else 万元."""
    values = [d.value for line in lines for d in (line.initial, line.adjusted, line.executed) if d is not None and d.value is not None]
    return YUAN if values and max(values) >= Decimal(100_000) else WAN_YUAN
