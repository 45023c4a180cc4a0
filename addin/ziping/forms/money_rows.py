"""A block of money as labels and figures: every figure belongs to the heading of an amount and to the name of a line, whichever way they stand to it.

A heading of amounts has its figures below it or, where the next cell to the right is one, beside it; the names of lines stand left of the
figures, above them, between heading and figure, or in the same cell. A figure that two headings claim, or one whose column is headed by
words that are not understood, belongs to none.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field

from ziping.forms.grid import raw
from ziping.forms.headings import MONEY, Role, key, role_of, squeezed
from ziping.forms.layout import Layout
from ziping.forms.money_cells import YEAR, Cell, Label, is_figure
from ziping.forms.money_words import ADDED, Says, mark_of, numerator, plain_label, says

BESIDES = (Role.RATE, Role.POINTS, Role.SCORE)
MOST = 40  # parts below a heading beside its figure


@dataclass(slots=True)
class Reading:
    """A figure of the block: the heading of its amount, the cell that names its line, and the name over its column."""

    head: Label
    name: Label | None
    over: Label | None
    row: int
    column: int
    amount: str = ""  # where name or heading and figure share the cell
    headed: bool = False  # an amount stands below its heading in the row


@dataclass(slots=True)
class Block:
    """What the rows from `top` on hold, to the row where something else begins (`end`)."""

    top: int
    end: int = 0
    labels: list[Label] = field(default_factory=list)  # that head amounts
    readings: list[Reading] = field(default_factory=list)
    named: dict[int, Label] = field(default_factory=dict)  # row → what stands left of its figures
    first: int | None = None  # the leftmost column that is headed above
    amounts: set[int] = field(default_factory=set)  # the columns of amounts that are

    @property
    def bottom(self) -> int:
        return max((label.bottom for label in self.labels), default=self.top)


class Rows:
    """The rows of a block read from top to bottom: the labels above each column so far, and those that reach down beside the rows."""

    def __init__(self, layout: Layout, top: int) -> None:
        self.layout = layout
        self.block = Block(top)
        self.above: dict[int, list[Label]] = defaultdict(list)
        self.over: dict[int, tuple[Label, Label | None] | None] = {}  # column → its heading and the name with it, as long as nothing new stands above
        self.names: dict[tuple[int, int, int], Label | None] = {}
        self.sides: list[Label] = []
        self._seed()

    def _seed(self) -> None:
        """What heads the last figure of the first row a few rows higher up, last in its row too (得分 over all blocks of a form); years right above the row."""
        above = self.block.top - 1
        for column, value in self.layout.nonblank(above):
            if isinstance(value, str) and YEAR.fullmatch(squeezed(value)):
                _, left, bottom, right = self.layout.span(above, column)
                for at in range(left, right + 1):
                    self.above[at] = [Label(above, left, right, bottom, value, Says())]
        cells = self.layout.nonblank(self.block.top)
        last = cells[-1][0] if cells and is_figure(cells[-1][1]) else -1
        for row in range(self.block.top - 1, max(-1, self.block.top - 4) if last > 0 else self.block.top, -1):
            above = self.layout.nonblank(row)
            told = says(above[-1][1]) if above and above[-1][0] == last and isinstance(above[-1][1], str) else Says()
            if told.role in BESIDES and not told.amount:
                _, left, bottom, right = self.layout.span(row, last)
                self.above[last] = [Label(row, left, right, bottom, self.layout.seen(row, last), told, told.role)]
                return

    def read(self, row: int) -> bool:
        """Take the row in; whether it has anything to do with money."""
        cells = [Cell(self.layout, row, column, value) for column, value in self.layout.nonblank(row)]
        labels = [cell.label for cell in cells if cell.label]
        if labels and all(key(label.text) in _ORDINALS for label in labels):
            return False  # the columns numbered
        self._beside(row, cells, labels)
        sides = self.sides = [side for side in self.sides if side.bottom >= row]
        order = sorted((*sides, *labels), key=lambda label: label.left) if sides else labels
        chains = [[label for label in order if label.right < cell.left] for cell in cells]
        beside = any(label.beside and label.role in MONEY for label in labels)
        headed = any(self._headed(cell, chain, beside) for cell, chain in zip(cells, chains, strict=True))
        for label in labels if headed else ():
            if not (label.beside and label.role in BESIDES):
                label.role, label.beside = None, False  # a name, whatever it sounds like
        readings, inline = [], []
        for cell, chain in zip(cells, chains, strict=True):
            if cell.label and cell.label.says.amount:
                reading = self._inline(cell, cell.label, chain)
                (readings if cell.label.role else inline).append(reading)
            elif cell.value:
                readings.append(self._figure(cell, chain, headed))
        if len({plain_label(r.name.says.name) for r in inline if r and r.name}) < 2:
            readings += inline  # names that differ are no line of one name
        found = [reading for reading in readings if reading]
        self.block.readings += found
        self._push(row, labels, data=bool(found))
        return bool(found) or any(label.role for label in labels) or row in self.block.named

    def _beside(self, row: int, cells: list[Cell], labels: list[Label]) -> None:
        """Which headings have their figures to the right: those with a figure there, and with them those of the row that have a blank there."""
        heads = [label for label in labels if label.role and not label.says.amount]
        figures = {cell.left for cell in cells if cell.figure}
        blanks = []
        for label in heads:
            right = label.right + 1
            if right in figures:
                label.beside = True
            elif right < self.layout.columns and self.layout.anchor(row, right) == (row, right) and not self.layout.seen(row, right):
                blanks.append(label)
        if any(label.beside and label.role in MONEY for label in heads) or (len(blanks) == len(heads) > 1 and not figures and self._stacked(heads)):
            starts = {head.left for head in heads if head.beside}
            for label in heads:
                if not label.beside and label.role in MONEY and label.right + 1 in starts:
                    label.role = None  # 预算资金 | 预算数 | 90 | 执行数 | 88: the words before the headings are none
            for label in blanks:
                label.beside = not is_figure(raw(self.layout.grid, label.bottom + 1, label.left))

    def _stacked(self, heads: list[Label]) -> bool:
        """Whether the words below the headings of a row without figures name lines: what is headed stands beside then."""
        below = [self.layout.seen(label.bottom + 1, label.left) for label in heads]
        return all(words and says(words).name for words in below)

    def _headed(self, cell: Cell, chain: list[Label], beside: bool) -> bool:
        """Whether an amount stands below its heading in the row, or a rate where amounts will: then all words left of the figures are names."""
        head = self._above(cell) if cell.figure and not _own(cell, chain) else None
        if head is None or head[0].role in MONEY:
            return head is not None and not cell.percent(self.layout)
        return not beside and bool(self.block.amounts)

    def _above(self, cell: Cell) -> tuple[Label, Label | None] | None:
        """The heading over a cell's columns, with the name over or under it; None where there is none, or more than one."""
        if cell.left == cell.right:
            return self._over(cell.left)
        found = [head for column in range(cell.left, cell.right + 1) for head in [self._over(column)] if head]
        return found[0] if found and all(head[0].role is found[0][0].role for head in found) else None

    def _over(self, column: int) -> tuple[Label, Label | None] | None:
        if column not in self.over:
            self.over[column] = self._head_and_name(column)
        return self.over[column]

    def _head_and_name(self, column: int) -> tuple[Label, Label | None] | None:
        stack = self.above.get(column)
        if not stack:
            return None
        last, outer = stack[-1], stack[-2] if len(stack) > 1 else None
        if last.role:
            if last.beside:
                return None
            name = outer if outer and not outer.role and outer.says.name and outer.right > outer.left and outer.bottom == last.row - 1 else None
            return last, name
        if outer and outer.role and not outer.beside and outer.right > outer.left and outer.bottom == last.row - 1 and (last.says.name or last.sum):
            return outer, last
        return None

    def _figure(self, cell: Cell, chain: list[Label], headed: bool) -> Reading | None:
        above = None if _own(cell, chain) else self._above(cell)
        if above:
            head, over = above
            if head.role in MONEY and cell.percent(self.layout):
                return None
            if headed:
                name = self._name(cell.row, chain, head.bottom)
                told = name is not None and name.says.role in BESIDES  # a row of rates or scores is no line of amounts
                return None if told else Reading(head, name, over, cell.row, cell.left, headed=True)
            name = next((label for label in reversed(chain) if label.row > head.bottom and label.says.name and not label.role), None)
            return Reading(head, name, over, cell.row, cell.left)
        if headed and not _own(cell, chain):
            return None
        beside = next((at for at in range(len(chain) - 1, -1, -1) if chain[at].role and chain[at].beside and not chain[at].says.amount), None)
        if beside is not None:
            head, between = chain[beside], chain[beside + 1 :]
            if (head.role in MONEY and cell.percent(self.layout)) or any(not label.says.name for label in between):
                return None
            over = self._name_over(cell)
            if over is None and raw(self.layout.grid, *_before(self.layout, cell)) is not None and _before(self.layout, cell) != (chain[-1].row, chain[-1].left):
                return None  # a further figure behind the one that the heading has
            before = next((label for label in reversed(chain[:beside]) if label.says.name), None) if over is None else None
            return Reading(head, between[-1] if between else before, over, cell.row, cell.left)
        if chain and chain[-1].row == cell.row and chain[-1].says.name and not cell.percent(self.layout):
            head = self._continued(chain[-1])
            return Reading(head, chain[-1], None, cell.row, cell.left) if head else None
        return None

    def _name(self, row: int, chain: list[Label], below: int) -> Label | None:
        """The name that the words left of a figure tell, those of the headings left out; most figures of a row have the same ones."""
        last = chain[-1] if chain else None
        known = (row, last.left if last else -1, below)
        if known not in self.names:
            self.names = {known: self._named([label for label in chain if label.row > below])}
        return self.names[known]

    def _named(self, labels: list[Label]) -> Label | None:
        """The name of a row among the words left of its figures: what stands in the column that is headed as names, else the nearest that is no remark."""
        heads = {id(label): [head.text for head in self.above.get(label.left, ())[:2]] for label in labels}
        names = [label for label in labels if any(_NAMES.search(key(words)) for words in heads[id(label)])]
        names = names[:1] or [label for label in labels if all(role_of(words) is None or says(words).role for words in heads[id(label)])]
        return names[-1] if names else None

    def _name_over(self, cell: Cell) -> Label | None:
        stack = self.above.get(cell.left)
        return stack[-1] if stack and stack[-1].says.name and not (stack[-1].role or stack[-1].of_row) else None

    def _continued(self, name: Label) -> Label | None:
        """The heading further up in the column of names: `预算数 | 100`, below it `其中：财政拨款 | 80`."""
        for label in reversed(self.above.get(name.left, ())[-MOST:]):
            if label.role:
                return label if label.beside and label.role in MONEY else None
            if not label.says.name:
                return None
        return None

    def _inline(self, cell: Cell, label: Label, chain: list[Label]) -> Reading | None:
        if label.role:
            name = next((other for other in reversed(chain) if other.says.name and not other.role), None)
            return Reading(label, name, None, cell.row, cell.left, label.says.amount)
        for head in reversed(self.above.get(cell.left, ())[-MOST:]):
            if head.role:
                fits = head.left <= cell.left and cell.right <= head.right
                return Reading(head, label, None, cell.row, cell.left, label.says.amount) if fits and (not head.beside or head.says.amount) else None
            if not head.says.amount:
                return None
        return None

    def _push(self, row: int, labels: list[Label], data: bool) -> None:
        if not data and any(label.role or label.says.name for label in labels) and not self.layout.figures(row):
            self._widen(row, labels)
        if not data:
            _told_by_rate(labels)
        first = self.block.first
        amounts = [self._over(label.left) for label in labels]
        worded = not data and any(head is not None and head[0].role in MONEY for head in amounts)  # words where amounts should be
        for label in labels:
            stack = self.above.get(label.left)
            if stack and stack[-1].role and _UNIT.fullmatch(label.text):
                stack[-1].text += f"（{label.text.strip('()（）')}）"  # a row of units below the headings
                continue
            outer = stack[-1] if stack else None
            if label.role and outer is not None and outer.bottom == label.row - 1 and YEAR.fullmatch(squeezed(outer.text)):
                label.text = outer.text + label.text
            if not label.role and outer is not None and outer.role and outer.bottom == label.row - 1 and outer.right > outer.left and not data:
                self._divided(label, outer)
            if data and not label.role and self._over(label.left) is not None:
                continue  # a remark among the figures
            label.of_row = data
            if first is not None and label.right < first and label.row > self.block.top and not label.role and not worded:
                self.block.named[row] = label
            for column in range(label.left, label.right + 1):
                self.above[column].append(label)
                self.over.pop(column, None)
            if label.role:
                self.block.labels.append(label)
            if label.role and not label.beside:
                self.block.first = label.left if self.block.first is None else min(self.block.first, label.left)
                if label.role in MONEY:
                    self.block.amounts.add(label.left)
            if label.bottom > row:
                self.sides.append(label)

    def _divided(self, label: Label, outer: Label) -> None:
        """A heading below one that reaches over several columns: 年初 under 预算数, 合计 under 预算安排."""
        label.sum = label.says.sum
        if not label.sum and not label.says.name and not ADDED.search(key(label.text)):
            together = says(key(label.text) + key(outer.text))
            label.role = together.role

    def _widen(self, row: int, labels: list[Label]) -> None:
        """Headings over several columns although nothing is merged: the blank cells behind them belong to them where the row below heads them too."""
        wide = [label for label in labels if label.role or (label.says.name and self.block.first is None)]
        below = (says(words).role for _, words in self.layout.nonblank(row + 1) if isinstance(words, str))
        if not wide or not self.layout.subheaded(row, wide[0].left - 1) or not (any(label.role for label in labels) or any(below)):
            return
        for label in wide:
            if label.left == label.right and label.bottom == row:
                label.right = max((label.right, *self.layout.blanks(row, label.right + 1)))


_ORDINALS = ("列次", "栏次", "行次")
_NAMES = re.compile("(?:任务|项目|内容)名称$|^任务$")
_UNIT = re.compile(r"[(（]?(?:金额)?(?:单位[:：]?)?(?:百万元|亿元|万元|千元|元|%|％|分)[)）]?")


def _told_by_rate(labels: list[Label]) -> None:
    """A rate that says of which columns it is made (`⑥=⑤/④`) tells which one was spent, where that one's own words do not. What it is divided by may be
    the budget or what arrived of it."""
    for rate in (label for label in labels if label.role is Role.RATE):
        marked = [label for label in labels if label is not rate and mark_of(label.text) and mark_of(label.text) == numerator(rate.text)]
        if len(marked) == 1 and not (marked[0].role or marked[0].says.sum or marked[0].says.name):
            marked[0].role = Role.EXECUTED


def _before(layout: Layout, cell: Cell) -> tuple[int, int]:
    """The cell left of a cell, a blank one passed over."""
    column = cell.left - 1
    while column > 0 and not layout.seen(cell.row, column):
        column -= 1
    return layout.anchor(cell.row, column)


def _own(cell: Cell, chain: list[Label]) -> bool:
    """Whether the heading of a rate, of points or a score stands right before the figure."""
    last = chain[-1] if chain else None
    return last is not None and last.row == cell.row and last.right + 1 == cell.left and last.beside and last.role in BESIDES
