"""What python-calamine leaves out of .xlsx and .xlsm: formulas, error cells, number formats, hidden rows.

No entity is ever resolved, no network asked, no part read beyond its declared size.
"""

from __future__ import annotations

import posixpath
import re
import zipfile
from collections.abc import Mapping
from functools import cached_property, lru_cache

from lxml import etree

from ziping.forms.grid import Details, Format, address, format_of, position
from ziping.forms.shared import member
from ziping.forms.usual import usual_details
from ziping.packages import once

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
STRICT = "{http://purl.oclc.org/ooxml/spreadsheetml/main}"
_RELATION_ID = re.compile(r"\{[^}]*officeDocument/(?:2006/)?relationships\}id")
_FAR = re.compile(rb" r=[\"'](?:[A-Z]{3}|[A-Z]{0,2}\d{5})")
_BUILT_IN = {
    1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%", 11: "0.00E+00", 14: "yyyy/m/d", 15: "d-mmm-yy", 16: "d-mmm",
    17: "mmm-yy", 20: "h:mm", 21: "h:mm:ss", 22: "yyyy-m-d h:mm", 31: 'yyyy"年"m"月"d"日"', 37: "#,##0", 38: "#,##0", 39: "#,##0.00",
    40: "#,##0.00", 41: "#,##0", 42: "#,##0", 43: "#,##0.00", 44: "#,##0.00", 57: 'yyyy"年"m"月"', 58: 'm"月"d"日"',
}  # fmt: skip

KEPT = 2**17  # bytes of the styles that are remembered; those of most workbooks are a tenth of it


class Broken(Exception):
    """A part that is missing or is no XML."""


def parser() -> etree.XMLParser:
    """One for each use: no entities, no DTD, no network, no look-up by id, text of any length (the parts' sizes are bounded already)."""
    return etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, collect_ids=False, huge_tree=True, remove_comments=True, remove_pis=True)


def read_part(package: zipfile.ZipFile, name: str) -> bytes:
    """A part's bytes, at most as many as the package declares."""
    try:
        info = package.getinfo(name)
        with package.open(info) as part:
            return part.read(info.file_size + 1)
    except (KeyError, zipfile.BadZipFile, EOFError, OSError, RuntimeError, NotImplementedError, ValueError) as error:
        raise Broken(name) from error
    except Exception as error:  # zlib.error and its kin have no common base
        raise Broken(name) from error


def tree(content: bytes) -> etree._Element:
    """The root of a part; `Broken` when it is no XML or declares entities."""
    try:
        root = etree.fromstring(content, parser())
    except etree.XMLSyntaxError as error:
        raise Broken("xml") from error
    if root.getroottree().docinfo.doctype:
        raise Broken("doctype")
    return root


def workbook_part(package: zipfile.ZipFile) -> str | None:
    """The part that the package's relations call its workbook; None when it is another kind of document. `Double` as below."""
    try:
        root = tree(read_part(package, "_rels/.rels"))
    except Broken:
        return None
    once(relation.get("Id") or "" for relation in root)
    for relation in root:
        target = (relation.get("Target") or "").lstrip("/")
        if (relation.get("Type") or "").endswith("/officeDocument") and "word/" not in target and "ppt/" not in target:
            return target
    return None


def _relations(package: zipfile.ZipFile, part: str) -> dict[str, tuple[str, str]]:
    """Relation id → (type's last word, target part). `Double` when two have one id."""
    folder, name = posixpath.split(part)
    root = tree(read_part(package, f"{folder}/_rels/{name}.rels" if folder else f"_rels/{name}.rels"))
    once(relation.get("Id") or "" for relation in root)
    found = {}
    for relation in root:
        target = relation.get("Target") or ""
        target = target.lstrip("/") if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
        found[relation.get("Id") or ""] = ((relation.get("Type") or "").rsplit("/", 1)[-1], target)
    return found


def sheet_parts(package: zipfile.ZipFile, workbook: str) -> tuple[dict[str, str], str]:
    """A worksheet's name → its part, and the part of the cell styles ("" without one)."""
    relations = _relations(package, workbook)
    parts = {}
    for element in tree(read_part(package, workbook)).iter(MAIN + "sheet", STRICT + "sheet"):
        identity = next((value for key, value in element.attrib.items() if _RELATION_ID.fullmatch(key)), "")
        kind, target = relations.get(identity, ("", ""))
        if kind == "worksheet" and element.get("name"):
            parts[element.get("name")] = target
    return parts, next((target for kind, target in relations.values() if kind == "styles"), "")


def extent(xml: bytes) -> tuple[int, int]:
    """How far a sheet reaches: rows and columns of the rectangle that holds its values, (0, 0) for one that stays near its first cell.

    Looked up in the raw text; only a sheet with far cells is parsed, because styled blank ones do not count.
    """
    if not _FAR.search(xml):
        return 0, 0  # nothing beyond row 9999 and column ZZ
    bottom = right = 0
    for cell in tree(xml).iter(MAIN + "c", STRICT + "c"):
        if len(cell) and cell.get("r"):
            row, column = position(cell.get("r"))
            bottom, right = max(bottom, row + 1), max(right, column + 1)
    return bottom, right


class Styles:
    """Cell style number → Format; read when first asked."""

    def __init__(self, package: zipfile.ZipFile, part: str) -> None:
        self._package, self._part = package, part

    @cached_property
    def told(self) -> Mapping[str | None, Format]:
        """The formats that say more than General, by the number that a cell carries; none where the styles cannot be read."""
        try:
            xml = read_part(self._package, self._part)
            return _formats(xml) if len(xml) <= KEPT else _formats.__wrapped__(xml)
        except Broken:
            return {}


@lru_cache(maxsize=16)
def _formats(xml: bytes) -> Mapping[str | None, Format]:
    """`Styles.told`. Kept: the workbooks of a scheme have the same styles.

    Codes stand in `numFmts`; those that conditional formats carry have numbers of their own that may be the same.
    """
    root = tree(xml)
    codes = {int(e.get("numFmtId")): e.get("formatCode") or "" for holder in root.iter(MAIN + "numFmts", STRICT + "numFmts") for e in holder.iter(MAIN + "numFmt", STRICT + "numFmt")}
    styles = next(root.iter(MAIN + "cellXfs", STRICT + "cellXfs"), ())
    found = (codes.get(i, _BUILT_IN.get(i, "")) for i in (int(xf.get("numFmtId") or 0) for xf in styles))
    return {str(n): how for n, how in enumerate(map(format_of, found)) if how.decimals is not None or how.date}


def details(xml: bytes, styles: Styles) -> Details:
    """One pass over a sheet's XML: a scan where it is written as usual, else over its tree."""
    return usual_details(xml, styles.told) or tree_details(xml, styles)


def tree_details(xml: bytes, styles: Styles) -> Details:
    """The details of a sheet that may be written in any way. `Broken` as in `tree`."""
    root = tree(xml)
    space = root.tag[: root.tag.index("}") + 1] if "}" in root.tag else ""
    found = Details({}, {}, {}, frozenset())
    _addressed(root, space)
    told = styles.told
    for value in root.iter(space + "v"):
        cell = value.getparent()
        kind = cell.get("t")
        if kind is None or kind == "n":
            how = told.get(cell.get("s"))
            if how is not None:
                found.formats[position(cell.get("r"))] = how  # type: ignore[index]
        elif kind == "e":
            found.errors[position(cell.get("r"))] = value.text or "#VALUE!"  # type: ignore[index]
    shared: dict[str, tuple[str, int, int]] = {}
    for element in root.iter(space + "f"):
        at = position(element.getparent().get("r"))
        written = _formula(element, *at, shared)
        if written:
            found.formulas[at] = "=" + written  # type: ignore[index]
    hidden = (row for row in root.iter(space + "row") if row.get("hidden") in ("1", "true"))
    found.hidden_rows = frozenset(int(row.get("r")) - 1 for row in hidden)
    return found


def _addressed(root: etree._Element, space: str) -> None:
    """Give every cell its address where the writer left them out, as it may: a cell then follows the one before."""
    first = next(root.iter(space + "c"), None)
    if first is None or (first.get("r") and first.getparent().get("r")):
        return
    row = -1
    for element in root.iter(space + "row"):
        row = int(element.get("r")) - 1 if element.get("r") else row + 1
        element.set("r", str(row + 1))
        column = -1
        for cell in element.iter(space + "c"):
            column = position(cell.get("r"))[1] if cell.get("r") else column + 1
            cell.set("r", address(row, column))


def _formula(element: etree._Element, row: int, column: int, shared: dict[str, tuple[str, int, int]]) -> str:
    """A formula's text; a shared one is moved from the cell that wrote it."""
    text = element.text or ""
    return member(text, element.get("si") or "", row, column, shared) if element.get("t") == "shared" else text
