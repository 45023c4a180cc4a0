"""A sheet's XML as nearly every program writes it, read without building a tree: values, merged cells, formulas, errors, formats.

The patterns of the usual way must account for every character of the cells, and what stands around the cells must be XML; a sheet written in any
other way is left to the readers of any XML.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence, Set
from functools import lru_cache

from ziping.forms.grid import Details, Format, Raw, Span, position
from ziping.forms.shared import member
from ziping.forms.xmlparts import Broken, tree

SCANNED = 2**22  # bytes of a sheet whose values are read here; of larger ones most cells are somebody else's data
_PIECE = 2**20  # characters of a larger sheet's cells that are looked at together
_NEAR = (9_999, 702)  # rows and columns; a sheet with cells beyond is measured first

_CONTROLS = bytes({*range(32)} - {9, 10})  # a carriage return would be read as a line's end
_LOOSE = re.compile(r"&(?!(?:amp|lt|gt|quot|apos|#\d{1,7}|#x[0-9a-fA-F]{1,6});)", re.A)
_ADDRESS = r"[A-Z]{1,3}[1-9]\d{0,6}"
_BEGINS = re.compile(rb"""(?:<\?xml version=["']1\.0["'] encoding=["'](?:UTF-8|utf-8)["'](?: standalone=["']yes["'])?\?>\s*)?+<\w""")
_ELSEWHERE = re.compile(rb"<(?:[!?]|(?:c|v|f|row|sheetData|worksheet)[\s/>])")  # beside the cells: cells, remarks, declarations
_MERGED = re.compile(rb'<mergeCells(?: count="\d+")?>((?:<mergeCell ref="[A-Z]{1,3}[1-9]\d{0,6}:[A-Z]{1,3}[1-9]\d{0,6}" ?/>)*+)</mergeCells>')
_REGION = re.compile(r'"([A-Z]+\d+):([A-Z]+\d+)"')

_FILLED = re.compile(  # a cell with something in it: address, style, kind; way, group and text of its formula; value, or whether blanks count and text
    rf'<c r="({_ADDRESS})"(?: s="(\d++)")?+(?: t="([a-zA-Z]++)")?+>(?:<f(?: t="([a-z]++)")?+(?: aca="\w++")?+(?: ref="[A-Z0-9:]++")?+(?: ca="1")?+(?: si="(\d++)")?+(?: ?/>|>([^<]*+)</f>))?+'
    rf'(?:<v>([^<]*+)</v>|<is><t(?: xml:space="(preserve)")?+>([^<]*+)</t></is>|(<v ?/>))?+</c>', re.A)  # fmt: skip
_GROUPS = _FILLED.groups + 1
_REST = re.compile(  # what is left of the rows, each cell with something in it a zero character
    rf'(?:<row r="[1-9]\d{{0,6}}"(?: [A-Za-z0-9:]++="[^"<&\x00-\x1f]*+")*+(?: ?/>|>(?:\0|<c r="{_ADDRESS}"(?: s="\d++")?+(?: t="[a-zA-Z]++")?+ ?/>)*+</row>))*+', re.A)
_ROW = re.compile(r'<row r="(\d++)"([^>]*)>', re.A)
_ATTRIBUTE = re.compile(r' ([\w:]+)="([^"]*)"')
_NUMBER = re.compile(r"-?\d+(?:\.\d+)?(?:[eE][-+]?\d+)?", re.A)
_REFERENCE = re.compile(r"&(?:(amp|lt|gt|quot|apos)|#(\d+)|#x([0-9a-fA-F]+));")
_NAMED = {"amp": "&", "lt": "<", "gt": ">", "quot": '"', "apos": "'"}
_ODD = re.compile("[\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]")
_ERRORS = frozenset(["#DIV/0!", "#N/A", "#NAME?", "#NULL!", "#NUM!", "#REF!", "#VALUE!"])

_LOOK = r'<rPr>(?:<\w++(?: \w++="[^"<&]*+")*+ ?/>)*+</rPr>'
_RUN = re.compile(r'<t(?: xml:space="(preserve)")?+>([^<]*+)</t>')
_STRING = re.compile(  # a shared text: whether blanks count and its words, or its runs
    rf'<si>(?:{_RUN.pattern}|((?:<r>(?:{_LOOK})?+<t(?: xml:space="preserve")?+>[^<]*+</t></r>)++))(?:<phoneticPr(?: \w++="[^"<&]*+")*+ ?/>)?+</si>')
_BLANKS = (" ", "\t", "\n", "&#10;")  # that are kept around a text only where it says so
_OTHER = re.compile(rb"<(?:!|\w+:|si\b)|<[^<]*<[^<]*<")  # before the first text: anything but a declaration and the root

Found = list[str | None]


class UsualSheet:
    """A sheet that is written the usual way: its cells as they were found, and the merged regions."""

    __slots__ = ("_found", "_hidden", "merges")

    def __init__(self, found: Found, hidden: frozenset[int], merges: list[Span]) -> None:
        self._found, self._hidden, self.merges = found, hidden, merges

    def values(self, strings: Sequence[str], plain: Set[str]) -> list[list[Raw]] | None:
        """The values of all cells from A1 to the last one that has any, "" for a blank one; None where one of them is of an unusual kind or stands
        far away. `strings`: the shared texts; `plain`: the styles of which a number is a number and no date.
        """
        found = self._found
        filled: list[tuple[int, int, Raw]] = []
        bottom = right = -1
        value: Raw
        for address, style, kind, stored, blanks, inline, empty in zip(*(found[group::_GROUPS] for group in (1, 2, 3, 7, 8, 9, 10)), strict=False):
            if kind == "s":
                if not stored:
                    continue
                if not (stored.isascii() and stored.isdigit() and len(stored) < 8 and int(stored) < len(strings)):
                    return None
                value = strings[int(stored)]
            elif kind is None or kind == "n":
                if not stored:
                    if inline is not None:
                        return None
                    continue
                value = _number(stored)
                if value is None or not (style is None or style in plain):
                    return None
            elif kind == "str":
                if stored is None and not empty:
                    if inline is not None:
                        return None
                    continue
                value = _text(stored or "")
            elif kind == "inlineStr":
                value = None if inline is None else _told(inline, blanks)
            elif kind == "e":
                value = "" if stored in _ERRORS else None
            else:
                value = {"0": False, "1": True}.get(stored or "") if kind == "b" else None
            if value is None:
                return None
            row, column = position(address)
            if row > bottom:
                bottom = row
            if column > right:
                right = column
            filled.append((row, column, value))
        if bottom >= _NEAR[0] or right >= _NEAR[1]:
            return None
        width = right + 1
        rows: list[list[Raw]] = [[""] * width for _ in range(bottom + 1)]
        for row, column, value in filled:
            rows[row][column] = value
        return rows

    def details(self, told: Mapping[str | None, Format]) -> Details:
        """What `ooxml.tree_details` tells of the same sheet. `told` as in `ooxml.Styles`."""
        details = Details({}, {}, {}, self._hidden)
        _tell(self._found, told, details, {})
        return details


def usual_sheet(xml: bytes) -> UsualSheet | None:
    """The sheet, where it is written the usual way and is not large."""
    apart = _apart(xml) if len(xml) <= SCANNED else None
    found = apart and _found(apart[0])
    return UsualSheet(*found, apart[1]) if apart and found else None


def usual_details(xml: bytes, told: Mapping[str | None, Format]) -> Details | None:
    """What `ooxml.tree_details` tells of the same sheet; None where it is written in another way. `told` as in `ooxml.Styles`."""
    apart = _apart(xml)
    if apart is None:
        return None
    details, hidden, groups = Details({}, {}, {}), set(), {}
    for piece in _pieces(apart[0]):
        found = _found(piece)
        if found is None:
            return None
        _tell(found[0], told, details, groups)
        hidden |= found[1]
    details.hidden_rows = frozenset(hidden)
    return details


def usual_strings(xml: bytes) -> list[str] | None:
    """The shared texts of a workbook in their order; None where one is written in another way."""
    head, begins, rest = xml.partition(b"<si>")
    strings, ends, tail = (begins + rest).rpartition(b"</sst>")
    if not (begins and ends) or not _BEGINS.match(head) or _OTHER.search(head) or not _stands_around(head + ends + tail, "sst"):
        return None
    text = _decoded(strings)
    if text is None or "_x" in text:
        return None
    found = _STRING.split(text)
    if any(found[::4]):  # something between the texts
        return None
    words: list[str | None] = found[2::4]
    if any(f"<t>{blank}" in text or f"{blank}</t>" in text for blank in _BLANKS):
        words = [each if each is None else _told(each, blanks) for each, blanks in zip(words, found[1::4], strict=True)]
    elif "&" in text:
        words = [_text(each) if each and "&" in each else each for each in words]
    for number, runs in enumerate(found[3::4]) if "<r>" in text else ():
        if runs:
            told = [_told(each, blanks) for blanks, each in _RUN.findall(runs)]
            words[number] = None if None in told else "".join(told)  # type: ignore[arg-type]
    return None if None in words else words  # type: ignore[return-value]


def _apart(xml: bytes) -> tuple[str, list[Span]] | None:
    """The cells of a sheet and its merged regions; None where what stands around them is unusual or no XML."""
    head, begins, rest = xml.partition(b"<sheetData>")
    cells, ends, tail = rest.rpartition(b"</sheetData>")
    if not begins:  # a sheet without rows
        head, begins, tail = xml.partition(b"<sheetData/>")
        ends = begins
    merged = _MERGED.search(tail)
    beside = tail[: merged.start()] + tail[merged.end() :] if merged else tail
    if not (begins and ends) or not _BEGINS.match(head) or _ELSEWHERE.search(head, head.index(b"<w") + 1 if b"<w" in head else 0) or _ELSEWHERE.search(beside) or b":sheetData" in head or b"mergeCell" in beside or b"mergeCell" in head:
        return None
    text = _decoded(cells)
    if text is None or not _stands_around(head + beside, "worksheet"):
        return None
    regions = _REGION.findall(merged[1].decode()) if merged else ()
    return text, [(*position(first), *position(last)) for first, last in regions]


def _decoded(xml: bytes) -> str | None:
    """Cells or texts as characters; None with one that XML does not have, or a sign of its own that stands alone."""
    if len(xml.translate(None, _CONTROLS)) < len(xml):
        return None
    try:
        text = xml.decode("utf-8")
    except UnicodeDecodeError:
        return None
    return None if _LOOSE.search(text) or "\ufffe" in text or "\uffff" in text else text


def _stands_around(xml: bytes, name: str) -> bool:
    """Whether the rest of a part, with its cells or texts left out, is XML of a workbook without a prefix for its names; a size of the cells that is told is one."""
    try:
        root = tree(xml)
    except Broken:
        return False
    space = root.tag.partition("}")[0][1:]
    if root.prefix is not None or root.tag != f"{{{space}}}{name}" or not re.fullmatch(r"http://(?:schemas\.openxmlformats\.org|purl\.oclc\.org)/[\w/]*main", space):
        return False
    return all(re.fullmatch(rf"{_ADDRESS}(?::{_ADDRESS})?", element.get("ref") or "", re.A) for element in root.iter("{*}dimension"))


def _pieces(cells: str) -> Iterator[str]:
    """The cells in pieces of whole rows."""
    at = 0
    while at < len(cells):
        end = cells.find("</row>", at + _PIECE) + 6 if at + _PIECE < len(cells) else 0
        end = end if end > 5 else len(cells)
        yield cells[at:end]
        at = end


def _found(cells: str) -> tuple[Found, frozenset[int]] | None:
    """The groups of every cell with something in it, each behind what stands before the cell, and the hidden rows; None where the rest is unusual."""
    found = _FILLED.split(cells)
    rest = "\0".join(found[::_GROUPS])  # type: ignore[arg-type]
    if not _REST.fullmatch(rest):
        return None
    hidden = []
    for row, attributes in _ROW.findall(rest):
        look = _look(attributes)
        if look is None:
            return None
        if look:
            hidden.append(int(row) - 1)
    return found, frozenset(hidden)


@lru_cache(maxsize=1024)
def _look(attributes: str) -> bool | None:
    """Whether a row is hidden; None where an attribute stands twice."""
    pairs = _ATTRIBUTE.findall(attributes)
    told = dict(pairs)
    return None if len(told) < len(pairs) or "r" in told else told.get("hidden") in ("1", "true")


def _tell(found: Found, told: Mapping[str | None, Format], details: Details, groups: dict[str, tuple[str, int, int]]) -> None:
    formulas, errors, formats = details.formulas, details.errors, details.formats
    for address, style, kind, way, group, formula, stored, empty in zip(*(found[each::_GROUPS] for each in (1, 2, 3, 4, 5, 6, 7, 10)), strict=False):
        if (kind is None or kind == "n") and style in told:
            if stored is not None or empty:
                formats[position(address)] = told[style]  # type: ignore[index]
        elif kind == "e" and (stored is not None or empty):
            errors[position(address)] = _plain(stored or "") or "#VALUE!"  # type: ignore[index]
        if formula or group:
            at = position(address)
            formula = _plain(formula or "")
            if way == "shared":
                formula = member(formula, group or "", *at, groups)
            if formula:
                formulas[at] = "=" + formula  # type: ignore[index]


@lru_cache(maxsize=4096)
def _number(text: str) -> float | None:
    return float(text) if _NUMBER.fullmatch(text) else None


def _text(words: str) -> str | None:
    """A text as a cell holds it; None with a character that is written in an old way or that no text has, which programs read differently."""
    try:
        told = _plain(words)
    except ValueError:  # a number that no character has
        return None
    return None if "_x" in told or ("&#" in words and _ODD.search(told)) else told


def _told(words: str, blanks: str | None) -> str | None:
    """The same of a text that is kept with the blanks around it only where it says so (`blanks`)."""
    told = _text(words)
    return None if told is None or (not blanks and told != told.strip(" \t\n")) else told


def _plain(text: str) -> str:
    """A text as it reads, its references resolved."""
    if "&" not in text:
        return text
    return _REFERENCE.sub(lambda match: _NAMED[match[1]] if match[1] else chr(int(match[2]) if match[2] else int(match[3], 16)), text)
