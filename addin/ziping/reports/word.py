"""Tables and paragraphs as Word has them."""

from __future__ import annotations

import copy
import re
from xml.sax.saxutils import escape

from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from lxml import etree

from ziping.reports.catalogue import CLOSE, OPEN
from ziping.reports.grid import Cell, Table
from ziping.reports.styles import HINT

BORDER = 'w:val="single" w:sz="4" w:space="0" w:color="000000"'
_MARKED = re.compile(f"{OPEN}([^{OPEN}{CLOSE}]*){CLOSE}")


def paragraph(style: str, text: str = "", page_break: bool = False, properties: str = "") -> etree._Element:
    """A paragraph in a style; line breaks in the text stay line breaks."""
    before = "<w:pageBreakBefore/>" if page_break else ""
    runs = "<w:br/>".join(f'<w:t xml:space="preserve">{escape(line)}</w:t>' for line in text.split("\n")) if text else ""
    run = f"<w:r><w:rPr>{HINT}</w:rPr>{runs}</w:r>" if runs else ""
    return parse_xml(f'<w:p {nsdecls("w")}><w:pPr><w:pStyle w:val="{style}"/>{before}{properties}</w:pPr>{run}</w:p>')


def like(model: etree._Element, text: str) -> etree._Element:
    """A paragraph with the properties of another one and its first run's, holding `text`."""
    new = OxmlElement("w:p")
    if model.pPr is not None:
        properties = copy.deepcopy(model.pPr)
        for section in properties.findall(qn("w:sectPr")):
            properties.remove(section)
        new.append(properties)
    run = OxmlElement("w:r")
    first = model.find(f"{qn('w:r')}/{qn('w:rPr')}")
    if first is not None:
        run.append(copy.deepcopy(first))
    for i, line in enumerate(text.split("\n")):
        if i:
            run.append(OxmlElement("w:br"))
        piece = OxmlElement("w:t")
        piece.text = line
        piece.set(qn("xml:space"), "preserve")
        run.append(piece)
    new.append(run)
    return new


def table_elements(table: Table, width: int, ids: dict[str, str]) -> list[etree._Element]:
    """A w:tbl of `width` twips: fixed columns, merged cells as in the sheet, heading rows repeated, rows kept whole unless they are long.

    Word repeats only the rows at the very top of a table: a form whose indicators stand below other blocks becomes two tables, with
    nothing but a hidden paragraph between them, which looks like one. The notes are rows of it without borders.
    """
    if not table.split:
        return [_rows(table, width, ids, range(table.height), table.repeat)]
    hidden = parse_xml(
        f'<w:p {nsdecls("w")}><w:pPr><w:pStyle w:val="{ids["ZpTableText"]}"/><w:keepNext/><w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>'
        "<w:rPr><w:vanish/><w:sz w:val=\"2\"/></w:rPr></w:pPr></w:p>"
    )
    return [_rows(table, width, ids, range(table.split), 0), hidden, _rows(table, width, ids, range(table.split, table.height), table.split + 1)]


PADDING = 57  # twips beside the words of a cell
KEPT = 2  # rows at the end of a table that stay on the page of the signatures below it
GROUP = 4  # rows beside one heading that stay on one page: so few that they leave no great gap

TALL = 20  # lines of a row that may break over pages: kept whole it would leave half a page blank
SIGN = 210  # twips that a sign of a table takes


def _lines(table: Table, columns: list[int]) -> dict[int, int]:
    """About how many lines each row is high."""
    found: dict[int, int] = {}
    for (top, left), cell in table.cells.items():
        fit = max(1, (sum(columns[left : left + cell.cols]) - 2 * PADDING) // SIGN)
        high = sum(max(1, -(-len(line) // fit)) for line in cell.text.split("\n"))
        found[top] = max(found.get(top, 0), -(-high // cell.rows))
    return found


def _together(table: Table) -> set[int]:
    """The rows that stay on the page of the next one."""
    rows = set(range(table.height - KEPT, table.height)) if table.notes else set()
    for (top, _), cell in table.cells.items():
        if 1 < cell.rows <= GROUP:
            rows.update(range(top, top + cell.rows - 1))
    return rows


def _rows(table: Table, width: int, ids: dict[str, str], span: range, repeat: int) -> etree._Element:
    """A w:tbl of some rows of the table, of which those before `repeat` head every page."""
    total = sum(table.columns)
    columns = [int(width * share / total) for share in table.columns]
    columns[-1] += width - sum(columns)
    small = len(table.widths) > 9
    grid = "".join(f'<w:gridCol w:w="{w}"/>' for w in columns)
    borders = "".join(f"<w:{side} {BORDER}/>" for side in ("top", "left", "bottom", "right", "insideH", "insideV"))
    margins = "".join(f'<w:{side} w:w="{w}" w:type="dxa"/>' for side, w in (("top", 17), ("left", PADDING), ("bottom", 17), ("right", PADDING)))
    lines = _lines(table, columns)
    rows, together = [], _together(table)
    for r in span:
        cells, c = [], 0
        while c < len(columns):
            top, cell = _covering(table, r, c)
            cells.append(_cell(cell, sum(columns[c : c + cell.cols]), top, ids, small, r in together))
            c += cell.cols
        flags = ("" if lines.get(r, 0) > TALL else "<w:cantSplit/>") + '<w:trHeight w:val="369" w:hRule="atLeast"/>' + ("<w:tblHeader/>" if r < repeat else "")
        rows.append(f"<w:tr><w:trPr>{flags}</w:trPr>{''.join(cells)}</w:tr>")
    if span.stop == table.height:
        rows += [_note(note, width, len(columns), ids, number < len(table.notes)) for number, note in enumerate(table.notes, start=1)]
    return parse_xml(
        f'<w:tbl {nsdecls("w")}><w:tblPr><w:tblW w:w="{width}" w:type="dxa"/><w:jc w:val="center"/><w:tblBorders>{borders}</w:tblBorders>'
        f'<w:tblLayout w:type="fixed"/><w:tblCellMar>{margins}</w:tblCellMar></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{"".join(rows)}</w:tbl>'
    )


def _note(text: str, width: int, columns: int, ids: dict[str, str], kept: bool) -> str:
    """A line below the table as a row without borders: no program leaves it on a page by itself, while some put a paragraph behind the table there."""
    borders = "".join(f'<w:{side} w:val="nil"/>' for side in ("left", "bottom", "right"))
    keep = "<w:keepNext/>" if kept else ""
    frame = f'<w:tcPr><w:tcW w:w="{width}" w:type="dxa"/><w:gridSpan w:val="{columns}"/><w:tcBorders>{borders}</w:tcBorders></w:tcPr>'
    words = f'<w:r><w:rPr>{HINT}</w:rPr><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'
    told = f'<w:p><w:pPr><w:pStyle w:val="{ids["ZpTableNote"]}"/>{keep}</w:pPr>{words}</w:p>'
    return f"<w:tr><w:trPr><w:cantSplit/></w:trPr><w:tc>{frame}{told}</w:tc></w:tr>"


def _covering(table: Table, r: int, c: int) -> tuple[bool, Cell]:
    """The cell over a place of the grid, and whether the place is in its top row."""
    for top in range(r, -1, -1):
        cell = table.cells.get((top, c))
        if cell is not None and top + cell.rows > r:
            return top == r, cell
    raise ValueError(f"nothing covers row {r}, column {c} of {table.title!r}")


def _cell(cell: Cell, width: int, top: bool, ids: dict[str, str], small: bool, kept: bool) -> str:
    keep = "<w:keepNext/>" if kept else ""
    span = f'<w:gridSpan w:val="{cell.cols}"/>' if cell.cols > 1 else ""
    merge = (f'<w:vMerge w:val="{"restart" if top else "continue"}"/>') if cell.rows > 1 else ""
    style = ids["ZpTableHead" if cell.head else "ZpTableText"]
    jc = "" if cell.align == "center" else f'<w:jc w:val="{cell.align}"/>'
    size = "<w:rPr>" + HINT + ('<w:sz w:val="18"/><w:szCs w:val="18"/>' if small else "") + "</w:rPr>"
    lines = cell.text.split("\n") if top else [""]
    texts = "".join(
        f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{keep}{jc}</w:pPr>' + (f'<w:r>{size}<w:t xml:space="preserve">{escape(line)}</w:t></w:r>' if line else "") + "</w:p>"
        for line in lines
    )
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{span}{merge}<w:vAlign w:val="center"/></w:tcPr>{texts}</w:tc>'


def highlight(root: etree._Element) -> None:
    """Turn the marks of gaps into highlighted runs of their own."""
    for text in list(root.iter(qn("w:t"))):
        if not text.text or OPEN not in text.text:
            continue
        run = text.getparent()
        pieces = _MARKED.split(text.text)
        after = list(text.itersiblings())
        for sibling in after:
            run.remove(sibling)
        run.remove(text)
        at = run
        for i, piece in enumerate(pieces):
            if piece:
                at = _insert(at, _run(run, piece, marked=bool(i % 2)))
        if after:
            rest = _run(run, None)
            rest.extend(after)
            _insert(at, rest)
        if not [child for child in run if child.tag != qn("w:rPr")]:
            run.getparent().remove(run)


def _insert(at: etree._Element, new: etree._Element) -> etree._Element:
    at.addnext(new)
    return new


def _run(model: etree._Element, text: str | None, marked: bool = False) -> etree._Element:
    run = OxmlElement("w:r")
    properties = model.find(qn("w:rPr"))
    if properties is not None:
        run.append(copy.deepcopy(properties))
    if marked:
        holder = run.find(qn("w:rPr"))
        if holder is None:
            holder = OxmlElement("w:rPr")
            run.append(holder)
        shade = OxmlElement("w:highlight")
        shade.set(qn("w:val"), "yellow")
        later = [qn(f"w:{t}") for t in ("u", "effect", "bdr", "shd", "fitText", "vertAlign", "rtl", "cs", "em", "lang", "eastAsianLayout", "specVanish", "oMath")]
        before = next((child for child in holder if child.tag in later), None)
        holder.append(shade) if before is None else before.addprevious(shade)
    if text is not None:
        piece = OxmlElement("w:t")
        piece.text = text
        piece.set(qn("xml:space"), "preserve")
        run.append(piece)
    return run
