"""OpenDocument spreadsheets: values, merges, formulas, errors and number formats in one walk over content.xml.

Everything is read here, because the text that the document itself keeps for each cell is the text that the officer sees.
"""

from __future__ import annotations

import re
import zipfile
from decimal import Decimal, InvalidOperation

from lxml import etree

from ziping.amounts import half_up
from ziping.forms.formats import Format, Section
from ziping.forms.grid import Details, Raw, Sheet, Span, number
from ziping.forms.xmlparts import Broken, read_part, tree

__all__ = ["Broken", "Document", "encrypted"]

_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
_BLANKS = 1000  # at most in a row; the count is whatever a file says
_NUMBER = re.compile(r"-?[\d,]*\d(?:\.(\d+))?%?")
_SHOWN = re.compile(r"(\d[\d,]*(?:\.(\d+))?)(?![\d.]|[Ee][+-])")
_POWERS = range(1, 13)  # by which a text may show a number smaller
_REFERENCE = re.compile(r"\[(?:\$?'((?:[^']|'')*)'|\$?([^.\[\]':]*))?\.(\$?[A-Z]{1,3}\$?\d+)(?::(?:[^.\[\]]*)\.(\$?[A-Z]{1,3}\$?\d+))?\]")


def encrypted(package: zipfile.ZipFile) -> bool:
    """Whether the manifest says that the content is encrypted."""
    try:
        return b"encryption-data" in read_part(package, "META-INF/manifest.xml")
    except Broken:
        return False


class Document:
    """An .ods file; `oversized` names the sheet whose values reach too far."""

    def __init__(self, package: zipfile.ZipFile, cell_limit: int) -> None:
        self._root = tree(read_part(package, "content.xml"))
        self._limit = cell_limit
        self._invisible = {
            style.get(_STYLE + "name")
            for style in self._root.iter(_STYLE + "style")
            if any(properties.get(_TABLE + "display") == "false" for properties in style)
        }
        self.oversized = ""
        self._sheets: list[Sheet] = []
        body = self._root.find(f"{_OFFICE}body/{_OFFICE}spreadsheet")
        if body is None:
            raise Broken("spreadsheet")
        for table in body.findall(_TABLE + "table"):
            sheet = self._sheet(table)
            if sheet is None:
                self.oversized = table.get(_TABLE + "name") or "?"
                break
            self._sheets.append(sheet)

    def sheets(self) -> list[Sheet]:
        return self._sheets

    def _sheet(self, table: etree._Element) -> Sheet | None:
        rows: list[list[Raw]] = []
        merges: list[Span] = []
        found = Details({}, {}, {}, frozenset(), set())
        hidden: set[int] = set()
        number = cells = 0
        for element in table.iter(_TABLE + "table-row"):
            if next(element.iterancestors(_TABLE + "table")) is not table:
                continue
            repeated = int(element.get(_TABLE + "number-rows-repeated") or 1)
            values = self._row(element, number, merges, found)
            if values:
                cells += (len(values) + 1) * repeated
                if cells + number > self._limit:
                    return None
                rows.extend([] for _ in range(number - len(rows)))
                rows.extend(list(values) for _ in range(repeated))
                if element.get(_TABLE + "visibility") in ("collapse", "filter"):
                    hidden.update(range(number, number + repeated))
            number += repeated
        found.hidden_rows = frozenset(hidden)
        width = max(map(len, rows), default=0)
        if width * len(rows) > self._limit:
            return None
        for row in rows:
            row.extend([""] * (width - len(row)))
        return Sheet(table.get(_TABLE + "name") or "", rows, merges, hidden=table.get(_TABLE + "style-name") in self._invisible, details=found)

    def _row(self, element: etree._Element, row: int, merges: list[Span], found: Details) -> list[Raw]:
        values: list[Raw] = []
        column = 0
        for cell in element:
            if cell.tag not in (_TABLE + "table-cell", _TABLE + "covered-table-cell"):
                continue
            repeated = int(cell.get(_TABLE + "number-columns-repeated") or 1)
            down, right = int(cell.get(_TABLE + "number-rows-spanned") or 1), int(cell.get(_TABLE + "number-columns-spanned") or 1)
            if down > 1 or right > 1:
                merges.append((row, column, row + down - 1, column + right - 1))
            value, how, error = _value(cell)
            formula = cell.get(_TABLE + "formula")
            if value not in (None, "") or formula or error:
                if column + repeated > 16_384:
                    repeated = 1
                values.extend([""] * (column - len(values)))
                values.extend([value] * repeated)
                for at in range(column, column + repeated):
                    if how:
                        found.formats[row, at] = how  # type: ignore[index]
                    if formula:
                        found.formulas[row, at] = _formula(formula)  # type: ignore[index]
                    if error:
                        found.errors[row, at] = error  # type: ignore[index]
                    elif formula and not value and cell.get(_OFFICE + "value-type") is None:
                        found.unresolved.add((row, at))  # type: ignore[attr-defined]
            column += repeated
        return values


def _value(cell: etree._Element) -> tuple[Raw, Format | None, str]:
    """A cell's raw value, how it is shown, and its error."""
    kind = cell.get(_OFFICE + "value-type")
    text = "\n".join(_paragraph(p) for p in cell.findall(_TEXT + "p"))
    if text.startswith("#") and cell.get(_TABLE + "formula") and (text.endswith(("!", "?")) or text == "#N/A"):
        return "", None, text
    if text.startswith("Err:"):
        return "", None, "#VALUE!"
    if kind is None:
        return text if cell.tag == _TABLE + "table-cell" else "", None, ""
    if kind in ("float", "percentage", "currency"):
        try:
            value: Raw = float(Decimal(cell.get(_OFFICE + "value") or "0"))
        except InvalidOperation:
            return text, None, ""
        match = _NUMBER.fullmatch(text.strip().lstrip("¥￥"))
        decimals = len(match[1] or "") if match else None
        return value, Format(decimals, decimals or 0, kind == "percentage" or text.endswith("%"), "," in text, sections=_sections(value, text)), ""
    if kind == "date":
        return text or cell.get(_OFFICE + "date-value") or "", None, ""
    if kind == "boolean":
        return cell.get(_OFFICE + "boolean-value") == "true", None, ""
    return text, None, ""


def _sections(value: float, text: str) -> tuple[Section, ...]:
    """The format of a cell whose text shows its number scaled."""
    shown, held = _SHOWN.search(text), number(value)
    if shown is None or held is None:
        return ()
    told, decimals = Decimal(shown[1].replace(",", "")), len(shown[2] or "")
    if told == half_up(abs(held), decimals):
        return ()
    power = next((power for power in _POWERS if half_up(abs(held).scaleb(-power), decimals) == told), 0)
    return (Section("", Decimal(0), power, decimals),) if power else ()


def _paragraph(element: etree._Element) -> str:
    """A paragraph's text with the blanks, tabs and breaks that are elements of their own."""
    pieces = [element.text or ""]
    for child in element:
        if child.tag == _TEXT + "s":
            pieces.append(" " * min(int(child.get(_TEXT + "c") or 1), _BLANKS))
        elif child.tag == _TEXT + "line-break":
            pieces.append("\n")
        elif child.tag == _TEXT + "tab":
            pieces.append("\t")
        elif not str(child.tag).startswith(_OFFICE):
            pieces.append(_paragraph(child))
        pieces.append(child.tail or "")
    return "".join(pieces)


def _formula(written: str) -> str:
    """An OpenFormula as Excel writes it: `of:=[.A1]+[$'表 1'.B2:.B3]` → `='表 1'!B2:B3` and so on; separators become commas."""
    body = written.split("=", 1)[1] if "=" in written else written

    def reference(match: re.Match[str]) -> str:
        quoted, plain, first, last = match.groups()
        sheet = f"'{quoted}'!" if quoted else f"{plain}!" if plain else ""
        return sheet + first + (f":{last}" if last else "")

    body = _REFERENCE.sub(reference, body)
    pieces = re.split(r'("(?:[^"]|"")*")', body)
    return "=" + "".join(piece if piece.startswith('"') else piece.replace(";", ",") for piece in pieces)
