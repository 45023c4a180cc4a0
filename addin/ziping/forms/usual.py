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
from ziping.forms.kept import Kept
from ziping.forms.shared import member
from ziping.forms.xmlparts import Broken, tree

SCANNED = 2**17  # bytes of a sheet whose values are read here; most cells of a larger one are data that no form asks for
KEPT = 2**15  # bytes around a sheet's cells that are remembered
_PIECE = 2**20  # characters of a larger sheet's cells that are looked at together
_NEAR = (9_999, 702)  # rows and columns; a sheet with cells beyond is measured first

_CONTROLS = bytes({*range(32)} - {9, 10})  # a carriage return would be read as a line's end
_LOOSE = re.compile(r"&(?!(?:amp|lt|gt|quot|apos|#\d{1,7}|#x[0-9a-fA-F]{1,6});)", re.A)
_NUMBER = r"-?\d++(?:\.\d++)?+(?:[eE][-+]?\d++)?+"
_ADDRESS = r"[A-Z]{1,3}[1-9]\d{0,6}"
_BEGINS = re.compile(rb"""(?:<\?xml version=["']1\.0["'] encoding=["'](?:UTF-8|utf-8)["'](?: standalone=["']yes["'])?\?>\s*)?+<\w""")
_ELSEWHERE = re.compile(rb"<(?:[!?]|(?:c|v|f|row|sheetData|worksheet)[\s/>])")  # beside the cells: cells, remarks, declarations
_MERGED = re.compile(rb'<mergeCells(?: count="\d+")?>((?:<mergeCell ref="[A-Z]{1,3}[1-9]\d{0,6}:[A-Z]{1,3}[1-9]\d{0,6}" ?/>)*+)</mergeCells>')
_REGION = re.compile(r'"([A-Z]+\d+):([A-Z]+\d+)"')

_FILLED = re.compile(  # a cell with something in it: address, style, kind; attributes and text of its formula; its number, its words, the text in it, or that it is blank
    rf'<c r="({_ADDRESS})"(?: s="(\d++)")?+(?: t="([a-zA-Z]++)")?+>(?:<f((?: \w++="[^"<&]*+")*+)(?: ?/>|>([^<]*+)</f>))?+'
    rf'(?:<v>(?:({_NUMBER})</v>|([^<]*+)</v>)|<is>(<t(?: xml:space="preserve")?+>[^<]*+</t>)</is>|(<v ?/>))?+</c>', re.A)  # fmt: skip
_GROUPS = _FILLED.groups + 1
_REST = re.compile(  # what is left of the rows, each cell with something in it a zero character
    rf'(?:<row r="[1-9]\d{{0,6}}"(?: [A-Za-z0-9:]++="[^"<&\x00-\x1f]*+")*+(?: ?/>|>(?:\0|<c r="{_ADDRESS}"(?: s="\d++")?+(?: t="[a-zA-Z]++")?+ ?/>)*+</row>))*+', re.A)
_ROW = re.compile(r'<row r="(\d++)"([^>]*)>', re.A)
_ATTRIBUTE = re.compile(r' ([\w:]+)="([^"]*)"')
_REFERENCE = re.compile(r"&(#?\w+);", re.A)
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

_AT = Kept(position, 32768)

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
    except ValueError:  # a number that no character has, or an attribute that stands twice
        return None
    return UsualSheet(values, apart[1], details)


def _values(found: Found, strings: Sequence[str], plain: Set[str]) -> Values | None:
    """The values of all cells from A1 to the last one that has any."""
    written: dict[int, list[tuple[int, Raw]]] = {}
    line: list[tuple[int, Raw]] = []
    bottom = right = last = -1
    count = len(strings)
    value: Raw
    for _, address, style, kind, _, _, number, words, inline, empty in zip(*[iter(found)] * _GROUPS, strict=False):
        if kind == "s":
            if number is None:
                if words or inline is not None:
                    return None
                continue
            place = int(number) if number.isdigit() and len(number) < 8 else -1
            if not 0 <= place < count:
                return None
            value = strings[place]
        elif kind is None or kind == "n":
            if number is None:
                if words or inline is not None:
                    return None
                continue
            if not (style is None or style in plain):
                return None
            value = float(number)
        elif kind == "str":
            if number is None and words is None and not empty:
                if inline is not None:
                    return None
                continue
            value = _text(number or words or "")
        elif kind == "inlineStr":
            value = None if inline is None else _told(*_RUN.fullmatch(inline).group(2, 1))  # type: ignore[union-attr, misc]
        elif kind == "e":
            value = "" if words in _ERRORS else None
        else:
            value = {"0": False, "1": True}.get(number or "") if kind == "b" else None
        if value is None:
            return None
        row, column = _AT[address]  # type: ignore[index]
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
        try:
            _tell(found[0], told, details, groups)
        except ValueError:
            return None
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


@lru_cache(maxsize=4096)
def _group(attributes: str) -> str | None:
    """The group of cells that share a formula; None for one that is a cell's own. ValueError where an attribute stands twice."""
    pairs = _ATTRIBUTE.findall(attributes)
    told = dict(pairs)
    if len(told) < len(pairs):
        raise ValueError(attributes)
    return told.get("si", "") if told.get("t") == "shared" else None


def _tell(found: Found, told: Mapping[str | None, Format], details: Details, groups: dict[str, tuple[str, int, int]]) -> None:
    formulas, errors, formats = details.formulas, details.errors, details.formats
    for _, address, style, kind, attributes, formula, number, words, _, empty in zip(*[iter(found)] * _GROUPS, strict=False):
        if (kind is None or kind == "n") and style in told:
            if number is not None or words is not None or empty:
                formats[_AT[address]] = told[style]  # type: ignore[index]
        elif kind == "e" and (number is not None or words is not None or empty):
            errors[_AT[address]] = _plain(number or words or "") or "#VALUE!"  # type: ignore[index]
        if attributes is not None and (formula or attributes):
            at = _AT[address]  # type: ignore[index]
            formula, group = _plain(formula or ""), _group(attributes) if attributes else None
            if group is not None:
                formula = member(formula, group, *at, groups)
            if formula:
                formulas[at] = "=" + formula  # type: ignore[index]


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
    """A text as it reads, its references resolved. ValueError where a number is that of no character."""
    if "&" not in text:
        return text
    pieces = _REFERENCE.split(text)
    pieces[1::2] = map(_character, pieces[1::2])
    return "".join(pieces)


@lru_cache(maxsize=8192)
def _character(reference: str) -> str:
    """`amp` → &, `#24471` and `#x5F97` → 得."""
    if reference[0] != "#":
        return _NAMED[reference]
    return chr(int(reference[2:], 16) if reference[1] == "x" else int(reference[1:]))
