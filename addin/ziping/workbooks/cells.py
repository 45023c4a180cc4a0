"""Cells of a workbook file changed in place: the sheet's XML is spliced, everything else stays byte for byte.

Values that formulas show are computed anew, so that the file tells the same in every viewer; a formula of a kind we do not compute is left,
and Excel is asked to calculate on opening.
"""

from __future__ import annotations

import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from lxml import etree

from ziping import functions
from ziping.amounts import typed_number
from ziping.evaluation import Place
from ziping.forms.files import read_grids
from ziping.forms.formulas import Calculator, ErrorValue, Formula, Unsupported, Value
from ziping.forms.grid import Grid, address, number, position
from ziping.refusal import Refusal
from ziping.signs import LONGEST, plain
from ziping.workbooks.package import MAIN, Package, main

SPACE = "{http://www.w3.org/XML/1998/namespace}space"
SUFFIXES = (".xlsx", ".xlsm")


@dataclass(frozen=True, slots=True)
class Write:
    """What goes into a cell: a formula with its `=`, or a value as a person types it."""

    text: str
    formula: bool = False


def writable(path: Path, out: Path) -> None:
    """Refused for files that are not packages of XML, and for an output of another kind than the input."""
    if path.suffix.lower() not in SUFFIXES:
        raise Refusal(f"“{path.name}”不是 .xlsx 工作簿，不能就地改写，请先在 Excel、WPS 或 LibreOffice 中另存为 .xlsx 再试。")
    if out.suffix.lower() != path.suffix.lower():
        raise Refusal(f"输出文件“{out.name}”的类型应与“{path.name}”相同（{path.suffix.lower()}），请改正文件名。")


def fill(package: Package, writes: Mapping[Place, Write], *, overwrite: bool = False) -> None:
    """Writes cells. Refused for a sheet that is not there, a cell with a formula, and a filled cell unless `overwrite`."""
    parts = dict(package.sheets())
    by_sheet: dict[str, dict[str, Write]] = {}
    for place, write in writes.items():
        if place.sheet not in parts:
            raise Refusal(f"“{package.path.name}”中没有工作表“{place.sheet}”，无法写入，请核对文件。")
        by_sheet.setdefault(place.sheet, {})[place.cell] = write
    for sheet, cells in by_sheet.items():
        tree = package.tree(parts[sheet])
        for cell, write in cells.items():
            element = _cell(tree, cell)
            if not write.formula and element.find(main("f")) is not None:
                raise Refusal(f"“{sheet}”表 {cell} 是公式，不能写入数值，请核对后手工处理。")
            if not overwrite and not write.formula and _filled(element):
                raise Refusal(f"“{sheet}”表 {cell} 已有数据，没有覆盖，请核对后手工处理。")
            put(element, write)
        package.put(parts[sheet], tree)


def _filled(element: etree._Element) -> bool:
    return any((child.text or "").strip() or len(child) for child in element)


def put(element: etree._Element, write: Write) -> None:
    """One cell's content; its style stays."""
    for child in list(element):
        element.remove(child)
    for attribute in ("t", "cm", "vm"):
        element.attrib.pop(attribute, None)
    if write.formula:
        etree.SubElement(element, main("f")).text = write.text.removeprefix("=")
        return
    number = typed_number(write.text)
    if number is not None:
        etree.SubElement(element, main("v")).text = format(number, "f")
    elif len(write.text) > LONGEST:
        raise Refusal(f"{element.get('r')} 的文字有 {len(write.text)} 字，超过一个单元格 {LONGEST} 字的上限，请在来源表中拆成几段。")
    elif write.text:
        element.set("t", "inlineStr")
        words = etree.SubElement(etree.SubElement(element, main("is")), main("t"))
        words.text = plain(write.text)
        words.set(SPACE, "preserve")


def _cell(tree: etree._Element, cell: str) -> etree._Element:
    """The element of a cell, made where the sheet has none yet."""
    row, column = position(cell)
    data = tree.find(main("sheetData"))
    line = next((r for r in data if r.get("r") == str(row + 1)), None)
    if line is None:
        line = etree.Element(main("row"), {"r": str(row + 1)}, nsmap={None: MAIN})
        data.insert(sum(1 for r in data if int(r.get("r") or 0) <= row), line)
    found = next((c for c in line if c.get("r") == cell), None)
    if found is None:
        found = etree.Element(main("c"), {"r": cell}, nsmap={None: MAIN})
        line.insert(sum(1 for c in line if c.get("r") and position(c.get("r"))[1] < column), found)
    return found


# ---------------------------------------------------------------------------------------------------------------
# Values of formulas


def recalculate(package: Package) -> list[Place]:
    """Brings the shown values of all formulas up to date; the places of those that only a spreadsheet can compute."""
    grids = {grid.name: grid for grid in _written(package)}
    contents = {name: (grid.rows, grid.details) for name, grid in grids.items()}

    def lookup(sheet: str, row: int, column: int) -> Value | Formula:
        rows, details = contents[sheet]
        formula = details.formulas.get((row, column))
        return Formula(formula) if formula else _plain(rows, details.errors, row, column)

    calculator, beyond = Calculator(lookup, functions.FUNCTIONS), []
    for name, part in package.sheets():
        formulas = grids[name].details.formulas if name in grids else {}
        if not formulas:
            continue
        tree, changed = package.tree(part), False
        elements = {element.getparent().get("r"): element.getparent() for element in tree.iter(main("f"))}
        for row, column in formulas:
            place = Place(name, address(row, column))
            element = elements.get(place.cell)
            if element is None:
                continue
            try:
                changed |= _show(element, calculator.value(name, row, column))
            except (Unsupported, KeyError, RecursionError):
                beyond.append(place)
        if changed:
            package.put(part, tree)
    if beyond:
        _ask_for_calculation(package)
    return beyond


def _written(package: Package) -> list[Grid]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / package.path.name
        package.write(path)
        return list(read_grids(path))


def _plain(rows, errors: Mapping, row: int, column: int) -> Value:  # noqa: ANN001 - the rows of a grid
    if (row, column) in errors:
        return ErrorValue(errors[row, column])
    try:
        value = rows[row][column]
    except IndexError:
        return None
    if isinstance(value, bool):
        return value
    if isinstance(value, str):
        return value or None
    return number(value)


def _show(element: etree._Element, value: Value) -> bool:
    kind, text = _stored(value)
    shown = element.find(main("v"))
    if shown is not None and (element.get("t") or "n", shown.text or "") == (kind, text):
        return False
    if shown is not None and kind == "n" == (element.get("t") or "n") and _number_of(shown.text) == _number_of(text):
        return False
    if shown is None:
        shown = etree.SubElement(element, main("v"))
    shown.text = text
    if kind == "n":
        element.attrib.pop("t", None)
    else:
        element.set("t", kind)
    return True


def _number_of(text: str | None) -> float | None:
    try:
        return float(text or "")
    except ValueError:
        return None


def _stored(value: Value) -> tuple[str, str]:
    if isinstance(value, ErrorValue):
        return "e", value.code
    if isinstance(value, bool):
        return "b", "1" if value else "0"
    if isinstance(value, Decimal):
        return "n", repr(float(value)) if value != value.to_integral_value() else format(value.quantize(Decimal(1)), "f")
    return "str", plain(value or "")


def _ask_for_calculation(package: Package) -> None:
    book = package.workbook()
    tree = package.tree(book)
    calculation = tree.find(main("calcPr"))
    if calculation is not None:
        calculation.set("fullCalcOnLoad", "1")
        package.put(book, tree)
