"""A sheet's XML as nearly every program writes it, read without building a tree: values, merged cells, formulas, errors, formats.

The patterns of the usual way must account for every character of the cells, and what stands around the cells must be XML; a sheet written in any
other way is left to the readers of any XML.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence, Set
from functools import lru_cache
from typing import NamedTuple

from ziping.forms.grid import Details, Format, Raw, Span, position
from ziping.forms.shared import member
from ziping.forms.xmlparts import Broken, tree

SCANNED = 2**22  # bytes of a sheet whose values are read here; of larger ones most cells are somebody else's data
KEPT = 2**15  # bytes around a sheet's cells that are remembered
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
_TRAILING = re.compile(r"<t>[^<]*+(?:(?<=[ \t\n])|(?<=&#10;))</t>")
_BLANKS = (" ", "\t", "\n", "&#10;")  # that are kept around a text only where it says so
_OTHER = re.compile(rb"<(?:!|\w+:|si\b)|<[^<]*<[^<]*<")  # before the first text: anything but a declaration and the root

Found = list[str | None]


class Values(NamedTuple):
    """The rows of a sheet, "" for a blank cell; and of each row with a value the columns that have one, with it."""

    rows: list[list[Raw]]
    written: dict[int, list[tuple[int, Raw]]]


class UsualSheet(NamedTuple):
    """What a sheet holds that is written the usual way; `values` is None where a cell's is of an unusual kind, stands far away or before another one
    that is written first.
    """

    values: Values | None
    merges: tuple[Span, ...]
    details: Details


def usual_sheet(xml: bytes, strings: Sequence[str] | None, plain: Set[str], told: Mapping[str | None, Format]) -> UsualSheet | None:
    """The sheet, where it is written the usual way and is not large. `strings`: the shared texts, None where they are not known; `plain`: the styles of
    which a number is a number and no date; `told` as in `ooxml.Styles`.
    """
    apart = _apart(xml) if len(xml) <= SCANNED else None
    found = _found(apart[0]) if apart else None
    if apart is None or found is None:
        return None
    details = Details({}, {}, {}, found[1])
    values = None if strings is None else _values(found[0], strings, plain)
    try:
        _tell(found[0], told, details, {})
    except ValueError:  # a number that no character has
        return None
    return UsualSheet(values, apart[1], details)


def _values(found: Found, strings: Sequence[str], plain: Set[str]) -> Values | None:
    """The values of all cells from A1 to the last one that has any."""
    written: dict[int, list[tuple[int, Raw]]] = {}
    line: list[tuple[int, Raw]] = []
    bottom = right = last = -1
    count = len(strings)
    value: Raw
    for _, address, style, kind, _, _, _, stored, blanks, inline, empty in zip(*[iter(found)] * _GROUPS, strict=False):
        if kind == "s":
            if not stored:
                continue
            place = _place(stored)
            if not 0 <= place < count:
                return None
            value = strings[place]
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
        row, column = position(address)  # type: ignore[arg-type]
        if row != bottom:
            if row < bottom:
                return None
            line = written[row] = []
            bottom, last = row, -1
        if column <= last:
            return None
        last = column
        if column > right:
            right = column
        line.append((column, value))
    if bottom >= _NEAR[0] or right >= _NEAR[1]:
        return None
    rows: list[list[Raw]] = [[""] * (right + 1) for _ in range(bottom + 1)]
    for number, line in written.items():
        cells = rows[number]
        for column, value in line:
            cells[column] = value
    return Values(rows, written)


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
    trimmed = any(f"<t>{blank}" in text for blank in _BLANKS) or _TRAILING.search(text) is not None
    bare = text.replace('<si><t xml:space="preserve">', "<si><t>")
    words: list[str | None] = bare[7:-9].split("</t></si><si><t>")  # type: ignore[assignment]
    if trimmed or not (bare.startswith("<si><t>") and bare.endswith("</t></si>")) or bare.count("<") != 4 * len(words):
        return _formatted(text)
    if "&" in text:
        words = [_text(each) if "&" in each else each for each in words]  # type: ignore[operator, arg-type]
    return None if None in words else words  # type: ignore[return-value]


def _formatted(text: str) -> list[str] | None:
    """The same of texts of which some are in parts, or have blanks around them."""
    found = _STRING.split(text)
    if any(found[::4]):  # something between the texts
        return None
    words: list[str | None] = []
    for blanks, each, runs in zip(found[1::4], found[2::4], found[3::4], strict=True):
        told = [_told(part, keeps) for keeps, part in _RUN.findall(runs)] if runs else [_told(each, blanks)]
        words.append(None if None in told else "".join(told))  # type: ignore[arg-type]
    return None if None in words else words  # type: ignore[return-value]


def _apart(xml: bytes) -> tuple[str, tuple[Span, ...]] | None:
    """The cells of a sheet and its merged regions; None where what stands around them is unusual or no XML."""
    begins, ends = xml.find(b"<sheetData>"), xml.rfind(b"</sheetData>")
    if begins < 0:  # a sheet without rows
        begins = ends = xml.find(b"<sheetData/>")
    if not 0 <= begins <= ends:
        return None
    head, tail = xml[:begins], xml[ends + 12 :]
    merges = (_merges if len(head) + len(tail) <= KEPT else _merges.__wrapped__)(head, tail)
    text = None if merges is None else _decoded(xml[begins + 11 : ends])
    return None if text is None or merges is None else (text, merges)


@lru_cache(maxsize=128)
def _merges(head: bytes, tail: bytes) -> tuple[Span, ...] | None:
    """The merged regions of a sheet by what stands before and behind its cells. Kept: the forms of a scheme have the same widths and merges."""
    merged = _MERGED.search(tail)
    beside = tail[: merged.start()] + tail[merged.end() :] if merged else tail
    root = head.find(b"<w") + 1
    if not _BEGINS.match(head) or _ELSEWHERE.search(head, root) or _ELSEWHERE.search(beside) or b":sheetData" in head or b"mergeCell" in head + beside:
        return None
    if not _stands_around(head + beside, "worksheet"):
        return None
    regions = _REGION.findall(merged[1].decode()) if merged else ()
    return tuple((*position(first), *position(last)) for first, last in regions)


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
    for _, address, style, kind, way, group, formula, stored, _, _, empty in zip(*[iter(found)] * _GROUPS, strict=False):
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


@lru_cache(maxsize=8192)
def _place(text: str) -> int:
    """Which shared text a cell shows; -1 where that is not told by digits."""
    return int(text) if len(text) < 8 and text.isascii() and text.isdigit() else -1


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
