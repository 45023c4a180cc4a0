"""A workbook on the drawing board: pages of cells with styles, and the names by which cells of other pages find them.

A cell's content is a value, or a function that writes its formula once every page is laid out and all addresses are known. A derived cell
whose function finds nothing to link to (gives None) is an input cell.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import dataclass, field, replace
from decimal import Decimal

from ziping.amounts import PLAIN, Unit
from ziping.evaluation import Datum
from ziping.forms.build.content import content
from ziping.forms.formula_syntax import address

Key = tuple[Hashable, ...]
Write = Callable[["Book"], "str | None"]  # writes a formula (with its `=`), None where there is nothing to link to


@dataclass(frozen=True, slots=True)
class Style:
    font: str = "宋体"
    size: float = 10.5
    bold: bool = False
    align: str = "center"
    valign: str = "vcenter"
    border: bool = True
    fill: str = ""
    number: str = ""
    indent: int = 0
    upright: bool = False  # one character below the other
    color: str = ""
    hatched: bool = False
    locked: bool = True
    quoted: bool = False


TITLE = Style(font="方正小标宋简体", size=18, border=False)
SUBTITLE = Style(size=10.5, border=False, align="left")
CAPTION = Style(font="黑体", fill="EDF1F5")
LABEL = Style(fill="F7F8FA")
LEFT = replace(LABEL, align="left")
NOTE = Style(size=9, border=False, align="left", valign="top", color="595959")
INPUT = Style(fill="FFF9E3", locked=False)
DERIVED = Style(fill="F2F2F2")
ABSENT = Style(fill="F2F2F2", hatched=True)
PLAIN_CELL = Style()


@dataclass(slots=True)
class Cell:
    row: int
    column: int
    value: Decimal | str | None
    style: Style
    rows: int = 1
    columns: int = 1
    write: Write | None = None
    owner: tuple[object, str] | None = None  # the object and attribute (or key) of the evaluation that this cell is
    unit: Unit = PLAIN
    choices: tuple[str, ...] = ()
    numeric: str = ""  # what a person is told who types something else than a number here; "" anything goes
    most: tuple[int, int] | None = None  # the cell whose number this one must not exceed
    alarm: str = ""  # condition under which the cell is marked, as a formula
    hint: tuple[str, str] | None = None  # title and text of the input message
    typed: Datum | None = None
    formula: str | None = None  # once resolved
    grow: bool = True  # whether its text may make the row higher


@dataclass(slots=True)
class Page:
    """One sheet. widths in characters; print set-up as fields; `breaks`: rows before which a page ends."""

    name: str
    widths: list[float]
    landscape: bool = False
    cells: dict[tuple[int, int], Cell] = field(default_factory=dict)
    heights: dict[int, float] = field(default_factory=dict)  # rows of a given height, whatever they hold
    least: dict[int, float] = field(default_factory=dict)  # rows that are at least so high
    lowest: float = 21.0  # points of a row with one line of text
    repeat: tuple[int, int] | None = None
    freeze: tuple[int, int] | None = None
    breaks: list[int] = field(default_factory=list)
    printed: int | None = None  # number of columns that are printed; None: all
    printed_rows: int | None = None
    tab: str = ""
    header: str = ""
    zoom: int = 100

    def put(self, row: int, column: int, value: Decimal | str | None, style: Style, rows: int = 1, columns: int = 1, **more) -> Cell:
        """A cell that is no figure of the evaluation: captions, labels, notes."""
        cell = Cell(row, column, value, style, rows, columns, **more)
        assert (row, column) not in self.cells, f"{self.name}!{address(row, column)} is taken"
        self.cells[row, column] = cell
        return cell

    def datum(
        self, row: int, column: int, datum: Datum | None, owner: tuple[object, str] | None, *, unit: Unit = PLAIN, number: str = "",
        write: Write | None = None, rows: int = 1, columns: int = 1, text: bool = False, align: str = "", **more,
    ) -> Cell:  # fmt: skip
        """A cell of the evaluation: typed as given, or derived by `write`, or an input.

        Given and without formula of its own: written as typed. Otherwise the form's own formula, where it has one.
        text: the cell holds text whatever is typed (指标值, 完成值: `95%` must not become 0.95). number: format of the empty cell.
        """
        derived = write is not None and (datum is None or datum.formula is not None)
        value, shown = content(datum, unit, text) if not derived else (None, "")
        style = replace(DERIVED if derived else INPUT, number="@" if text and not derived else shown or number)
        if align:
            style = replace(style, align=align)
        if isinstance(value, str) and value[:1] in ("=", "+", "-", "@", "\t", "\r"):
            style = replace(style, quoted=True)
        return self.put(
            row, column, value, style, rows, columns, write=write if derived else None, owner=owner, unit=unit,
            typed=None if derived else datum, numeric=_told(unit) if unit.base and not text else "", **more,
        )  # fmt: skip

    @property
    def size(self) -> tuple[int, int]:
        """Rows and columns in use."""
        return (
            max((cell.row + cell.rows for cell in self.cells.values()), default=0),
            max((cell.column + cell.columns for cell in self.cells.values()), default=0),
        )


class Book:
    """All pages and the names of their cells."""

    def __init__(self) -> None:
        self.pages: list[Page] = []
        self.named: dict[Key, tuple[str, int, int, Unit]] = {}

    def page(self, name: str, widths: list[float], **more) -> Page:
        page = Page(name, widths, **more)
        self.pages.append(page)
        return page

    def name(self, key: Key, page: Page, cell: Cell, unit: Unit | None = None) -> None:
        """Give a cell a name; the first one keeps it."""
        self.named.setdefault(key, (page.name, cell.row, cell.column, unit or cell.unit))

    def has(self, key: Key) -> bool:
        return key in self.named

    def unit(self, key: Key) -> Unit:
        return self.named[key][3]

    def ref(self, key: Key, page: Page) -> str | None:
        """The address of the named cell as seen from a page; None when no page has it."""
        if key not in self.named:
            return None
        sheet, row, column, _ = self.named[key]
        return address(row, column) if sheet == page.name else quote(sheet) + absolute(row, column)

    def link(self, key: Key, page: Page, unit: Unit = PLAIN) -> str | None:
        """A formula that shows the named cell, in another unit where the units differ; blank stays blank."""
        ref = self.ref(key, page)
        if ref is None:
            return None
        return f'=IF({ref}="","",{converted(ref, self.unit(key), unit)})'

    def resolve(self) -> None:
        """Let every formula be written; a cell without one becomes an input cell."""
        for page in self.pages:
            for cell in page.cells.values():
                if cell.write is not None:
                    cell.formula = cell.write(self)
                    if cell.formula is None:
                        cell.style = replace(cell.style, fill=INPUT.fill, locked=False)


def _told(unit: Unit) -> str:
    return f"本栏只填数字，单位是{unit.text}，见表头；没有发生额的填 0。"


def converted(expression: str, source: Unit, target: Unit) -> str:
    """The expression in another unit of the same base: `E8*10000`, and to a greater unit `ROUND(E8/10000,2)`, as the forms print it."""
    shift = source.shift - target.shift
    if source.base != target.base or not shift:
        return expression
    return f"{expression}*{10**shift}" if shift > 0 else f"ROUND({expression}/{10**-shift},2)"


def quote(sheet: str) -> str:
    return "'" + sheet.replace("'", "''") + "'!"


def absolute(row: int, column: int) -> str:
    letters = address(row, column).rstrip("0123456789")
    return f"${letters}${row + 1}"
