"""What .xlsx and .xlsm hold besides the values of their cells: the list of sheets; formulas, error cells, number formats, hidden rows."""

from __future__ import annotations

import posixpath
import re
import zipfile
from collections.abc import Mapping, Set
from dataclasses import dataclass
from functools import cached_property, lru_cache

from lxml import etree

from ziping.forms.formats import GENERAL, Format, format_of
from ziping.forms.grid import Details, address, position
from ziping.forms.shared import member
from ziping.forms.usual import SCANNED, usual_details
from ziping.forms.xmlparts import Broken, elements, read_part, tree
from ziping.packages import once

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
STRICT = "{http://purl.oclc.org/ooxml/spreadsheetml/main}"
_RELATION_ID = re.compile(r"\{[^}]*officeDocument/(?:2006/)?relationships\}id")
_IDENTITY = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_FAR = re.compile(rb" r=[\"'](?:[A-Z]{3}|[A-Z]{0,2}\d{5})")
_BUILT_IN = {
    1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%", 11: "0.00E+00", 14: "yyyy/m/d", 15: "d-mmm-yy", 16: "d-mmm",
    17: "mmm-yy", 20: "h:mm", 21: "h:mm:ss", 22: "yyyy-m-d h:mm", 31: 'yyyy"年"m"月"d"日"', 37: "#,##0", 38: "#,##0", 39: "#,##0.00",
    40: "#,##0.00", 41: "#,##0", 42: "#,##0", 43: "#,##0.00", 44: "#,##0.00", 57: 'yyyy"年"m"月"', 58: 'm"月"d"日"',
}  # fmt: skip

KEPT = 2**17  # bytes of the styles that are remembered; those of most workbooks are a tenth of it


def workbook_part(package: zipfile.ZipFile) -> str | None:
    """The part that the package's relations call its workbook; None when it is another kind of document. `Broken`, `Double` as below."""
    for _, words, target in _listed(read_part(package, "_rels/.rels")) if "_rels/.rels" in package.NameToInfo else ():
        target = target.lstrip("/")
        if words.endswith("/officeDocument") and "word/" not in target and "ppt/" not in target:
            return target
    return None


@dataclass(slots=True)
class Index:
    """What a workbook lists: each worksheet's part by its name, the part of the cell styles ("" without one), and in their order the names with
    whether they are hidden; `listed` is None where the list, or a part's place in the package, is unusual and programs may understand it differently.
    """

    parts: dict[str, str]
    styles: str
    listed: list[tuple[str, bool]] | None


WORKBOOK, STRINGS, STYLES = "xl/workbook.xml", "xl/sharedStrings.xml", "xl/styles.xml"
_SHEET_PART = re.compile(r"/?(?:xl/)?worksheets/\w[\w.-]*")
_STATES = {None: False, "visible": False, "hidden": True, "veryHidden": True}


def index_of(package: zipfile.ZipFile, workbook: str) -> Index:
    """The index of a package's workbook. `Broken` when it is none, `Double` when two relations have one id."""
    relations = _relations(package, workbook)
    parts, listed = {}, []
    xml = read_part(package, workbook)
    sheets, counted = _sheet_list(xml) if len(xml) <= KEPT else _sheet_list.__wrapped__(xml)
    usual = workbook == WORKBOOK and counted
    for identity, name, state in sheets:
        kind, target, plain = relations.get(identity, ("", "", False))
        if kind == "worksheet" and name:
            parts[name] = target
            listed.append((name, _STATES.get(state, False)))
        usual = usual and plain and state in _STATES
    usual = usual and len(parts) == len(listed) == len(sheets) and not any(map(_BLANK.search, parts))
    styles = next((target for kind, target, _ in relations.values() if kind == "styles"), "")
    found = {name.casefold(): name for name in package.namelist()}
    usual = usual and all(part.compress_type in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED) and _in_place(package, part) for part in package.infolist())
    usual = usual and found.get(STRINGS.casefold(), STRINGS) == STRINGS and found.get(STYLES, "") == styles
    return Index(parts, styles, listed if usual else None)


_BLANK = re.compile(r"[\t\r\n]")


@lru_cache(maxsize=64)
def _sheet_list(xml: bytes) -> tuple[tuple[tuple[str, str | None, str | None], ...], bool]:
    """Relation, name and state of each sheet of a workbook, and whether all that looks like one is among them. `Broken` as in `tree`."""
    root = tree(xml)
    sheets = []
    for element in root.iter(MAIN + "sheet", STRICT + "sheet"):
        identity = element.get(_IDENTITY) or next((value for key, value in element.attrib.items() if _RELATION_ID.fullmatch(key)), "")
        sheets.append((identity, element.get("name"), element.get("state")))
    references = xml[xml.find(b"<sheets>") : xml.find(b"</sheets>")].count(b' r:id="')
    return tuple(sheets), references == len(sheets) == sum(1 for _ in root.iter("{*}sheet"))


def _in_place(package: zipfile.ZipFile, part: zipfile.ZipInfo) -> bool:
    """Whether a part begins where the package's list says; behind lost bytes none does."""
    if part.header_offset < 0:
        return False
    package.fp.seek(part.header_offset)  # type: ignore[union-attr]
    return package.fp.read(4) == b"PK\3\4"  # type: ignore[union-attr]


def _relations(package: zipfile.ZipFile, part: str) -> dict[str, tuple[str, str, bool]]:
    """Relation id → (type's last word, target part, whether that is a worksheet's part in its usual place). `Double` when two have one id."""
    folder, name = posixpath.split(part)
    found = {}
    for identity, words, written in _listed(read_part(package, f"{folder}/_rels/{name}.rels" if folder else f"_rels/{name}.rels")):
        target = written.lstrip("/") if written.startswith("/") else posixpath.normpath(posixpath.join(folder, written))
        kind = words.rsplit("/", 1)[-1]
        found[identity] = (kind, target, kind == "worksheet" and target.startswith("xl/worksheets/") and bool(_SHEET_PART.fullmatch(written)))
    return found


def _listed(xml: bytes) -> tuple[tuple[str, str, str], ...]:
    """Id, type and target of each relation. `Broken`, `Double` as above. Kept: packages of one program have the same ones."""
    return _relation_list(xml) if len(xml) <= KEPT else _relation_list.__wrapped__(xml)


@lru_cache(maxsize=64)
def _relation_list(xml: bytes) -> tuple[tuple[str, str, str], ...]:
    relations = tuple((relation.get("Id") or "", relation.get("Type") or "", relation.get("Target") or "") for relation in tree(xml))
    once(identity for identity, _, _ in relations)
    return relations


def extent(xml: bytes) -> tuple[int, int]:
    """How far a sheet reaches: rows and columns of the rectangle that holds its values, (0, 0) for one that stays near its first cell. `Broken` as in `tree`.

    Looked up in the raw text; only a sheet with far cells is parsed, row by row, because styled blank ones do not count.
    """
    if not _FAR.search(xml):
        return 0, 0  # nothing beyond row 9999 and column ZZ
    bottom = right = 0
    for row in elements(xml, MAIN + "row", STRICT + "row"):
        for cell in row.iter(MAIN + "c", STRICT + "c"):
            if len(cell) and cell.get("r"):
                at = position(cell.get("r"))
                bottom, right = max(bottom, at[0] + 1), max(right, at[1] + 1)
    return bottom, right


class Styles:
    """Cell style number → Format; read when first asked."""

    def __init__(self, package: zipfile.ZipFile, part: str) -> None:
        self._package, self._part = package, part

    @property
    def told(self) -> Mapping[str | None, Format]:
        """The formats that say more than General, by the number that a cell carries; none where the styles cannot be read."""
        return self._read[0]

    @property
    def plain(self) -> Set[str] | None:
        """The styles of which a number is a number, for every program, and never a date; None where the styles cannot be read."""
        try:
            return self._read[1]
        except ValueError:
            return None

    @cached_property
    def _read(self) -> tuple[Mapping[str | None, Format], Set[str] | None]:
        if not self._part:
            return {}, frozenset()
        try:
            xml = read_part(self._package, self._part)
            return _formats(xml) if len(xml) <= KEPT else _formats.__wrapped__(xml)
        except Broken:
            return {}, None


@lru_cache(maxsize=16)
def _formats(xml: bytes) -> tuple[Mapping[str | None, Format], Set[str]]:
    """`told` and `plain`. Kept: the workbooks of a scheme have the same styles.

    Codes stand in `numFmts`; those that conditional formats carry have numbers of their own that may be the same.
    """
    root = tree(xml)
    coded = [e for holder in root.iter(MAIN + "numFmts", STRICT + "numFmts") for e in holder.iter(MAIN + "numFmt", STRICT + "numFmt")]
    codes = {int(e.get("numFmtId")): e.get("formatCode") or "" for e in coded}
    styles = next(root.iter(MAIN + "cellXfs", STRICT + "cellXfs"), ())
    numbers = [int(xf.get("numFmtId") or 0) for xf in styles]
    found = (codes.get(i, _BUILT_IN.get(i, "")) for i in numbers)
    told = {str(n): how for n, how in enumerate(map(format_of, found)) if how is not GENERAL}
    usual = len(codes) == len(coded) and all(e.get("numFmtId") == str(int(e.get("numFmtId"))) for e in coded) and all(
        xf.get("numFmtId") in (None, str(number)) for xf, number in zip(styles, numbers, strict=True)) and sum(1 for _ in root.iter("{*}cellXfs")) == 1
    plain = {number for number in numbers if (_PLAIN.fullmatch(codes[number]) if number in codes else number in _NUMERIC)} if usual else set()
    return told, frozenset(str(n) for n, number in enumerate(numbers) if number in plain)


_NUMERIC = frozenset([*range(14), *range(37, 45), 48, 49])  # of the codes that are built in
_PLAIN = re.compile(  # its first section: digits and signs, words without a letter that dates are written with, paddings, colours and languages
    r'(?:[0#?.,%+\-()¥$￥/ Ee@]|"[^"AaDdMmHhYySsPp&\[\]_\\*;]*"|[\\_*][^A-Za-z"&]|\[(?![hmsHMS])[^\]\[";&_\\*]*\])++(?:;.*)?|General|GENERAL|G/通用格式', re.S)


def details(xml: bytes, styles: Styles) -> Details:
    """One pass over the XML of a sheet that was not scanned for its values: a scan where it is large and written as usual, else over its tree."""
    return (usual_details(xml, styles.told) if len(xml) > SCANNED else None) or tree_details(xml, styles)


def tree_details(xml: bytes, styles: Styles) -> Details:
    """The details of a sheet that may be written in any way. `Broken` as in `tree`."""
    root = tree(xml)
    space = root.tag[: root.tag.index("}") + 1] if "}" in root.tag else ""
    found = Details({}, {}, {}, frozenset(), set())
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
        cell = element.getparent()
        at = position(cell.get("r"))
        written = _formula(element, *at, shared)
        if written:
            found.formulas[at] = "=" + written  # type: ignore[index]
            if cell.get("t") in (None, "n") and not cell.findtext(space + "v"):
                found.unresolved.add(at)  # type: ignore[attr-defined]
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
