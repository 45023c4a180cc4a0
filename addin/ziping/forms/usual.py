"""A sheet's XML as nearly every program writes it, read without building a tree: values, merged cells, formulas, errors, formats.

The patterns of the usual way must account for every character of the cells, and what stands around the cells must be XML; a sheet written in any
other way is left to the readers of any XML.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence, Set
from functools import lru_cache
from typing import NamedTuple

from ziping.forms.formats import Format
from ziping.forms.grid import Details, Raw, Span, position
from ziping.forms.kept import Kept
from ziping.forms.shared import member
from ziping.forms.usual_texts import ADDRESS, BEGINS, RUN, decoded, kept_text, stands_around, text_of, unescaped, unless_blank

SCANNED = 2**17  # bytes of a sheet whose values are read here; most cells of a larger one are data that no form asks for
KEPT = 2**15  # bytes around a sheet's cells that are remembered
_PIECE = 2**20  # bytes of a larger sheet's cells that are looked at together
_NEAR = (9_999, 702)  # rows and columns; a sheet with cells beyond is measured first

_ELSEWHERE = re.compile(rb"<(?:[!?]|(?:c|v|f|row|sheetData|worksheet)[\s/>])")  # beside the cells: cells, remarks, declarations
_MERGED = re.compile(rb'<mergeCells(?: count="\d+")?>((?:<mergeCell ref="[A-Z]{1,3}[1-9]\d{0,6}:[A-Z]{1,3}[1-9]\d{0,6}" ?/>)*+)</mergeCells>')
_REGION = re.compile(r'"([A-Z]+\d+):([A-Z]+\d+)"')

# Where an optional group would do, there is an empty second branch: it costs far less, and nothing is tried twice.
_FILLED = re.compile(  # a cell with something in it: address; style and kind; attributes and text of its formula; its value, the text in it, or that it is blank
    rb'<c r="([^"]*+)"([^>]*+)(?<!/)>(?:<f([^>/]*+)(?:/>|>([^<]*+)</f>)|)(?:<v>([^<]*+)</v>|<is>(<t(?: xml:space="preserve"|)>[^<]*+</t>)</is>|(<v ?/>)|)</c>')
_GROUPS = _FILLED.groups + 1
_REST = re.compile(  # what is left of the rows, each cell with something in it a zero character
    rb'(?:<row r="[1-9]\d{0,6}+"(?: [A-Za-z0-9:]++="[ !#-%\'-;=-~]*+")*+'
    rb'(?:>\0*+(?:<c r="' + ADDRESS.encode() + rb'"(?: s="\d++"/>| ?/>|(?: s="\d++"|)(?: t="[a-zA-Z]++"|) ?/>)\0*+)*+</row>| ?/>))*+')  # fmt: skip
_ROW, _ROW_LOOK = re.compile(rb'<row r="(\d++)"([^>]*)>'), re.compile(rb'<row r="\d++"([^>]*)>')
_SHOWN = re.compile(rb'(?: s="(\d++)")?+(?: t="([a-zA-Z]++)")?+')
_NUMBER = re.compile(rb"-?\d++(?:\.\d++)?+(?:[eE][-+]?\d++)?+")
_ATTRIBUTES = re.compile(rb'(?: \w++="[^"<&]*+")*+ ?')
_ATTRIBUTE = re.compile(r' ([\w:]+)="([^"]*)"')
_ERRORS = frozenset([b"#DIV/0!", b"#N/A", b"#NAME?", b"#NULL!", b"#NUM!", b"#REF!", b"#VALUE!"])
_TRUTHS = {b"0": False, b"1": True}
_BLANK = (None, "n", "str")  # kinds of which a cell without a value is a blank one


class Unusual(ValueError):
    """A cell that is written in another way."""


def _at(address: bytes) -> tuple[int, int]:
    if not re.fullmatch(ADDRESS.encode(), address):
        raise Unusual(address)
    return position(address.decode())


def _shown(attributes: bytes) -> tuple[str | None, str | None] | None:
    """Style and kind of a cell; None of one that holds a shared text, whose style tells nothing."""
    found = _SHOWN.fullmatch(attributes)
    if found is None:
        raise Unusual(attributes)
    style, kind = found.groups()
    return None if kind == b"s" else (style and style.decode(), kind and kind.decode())


def _number(written: bytes) -> float:
    if not _NUMBER.fullmatch(written):
        raise Unusual(written)
    return float(written)


def _index(written: bytes | None) -> int:
    if written is None or not written.isdigit() or len(written) > 7:
        raise Unusual(written)
    return int(written)


def _written(bytes_: bytes) -> str:
    text = decoded(bytes_)
    if text is None:
        raise Unusual(bytes_)
    return text


def _held(words: bytes) -> str | None:
    return unless_blank(text_of(_written(words)))


def _formula(formula: bytes) -> str:
    return unescaped(_written(formula))


# What a cell is written with, as it reads, remembered: the forms of a scheme hold the same again and again.
_AT, _SHOWS = Kept(_at, 32768).__getitem__, Kept(_shown, 4096).__getitem__
_NUMBERS, _INDICES = Kept(_number, 8192).__getitem__, Kept(_index, 32768).__getitem__
_HELD, _FORMULAS = Kept(_held, 4096).__getitem__, Kept(_formula, 4096).__getitem__
LONGEST = 1024  # bytes of a text that is remembered

Found = list[bytes | None]


class Values(NamedTuple):
    """The rows of a sheet, "" for a blank cell; and of each row with a value the columns that hold something besides blanks, with it."""

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
    details = Details({}, {}, {}, found[1], set())
    try:
        return UsualSheet(_read(found[0], strings, plain, told, details, {}), apart[1], details)
    except (ValueError, IndexError):  # a number that no character has, a text that is not there, an attribute that stands twice
        return None


class _Untold:
    """The shared texts where nobody asks for them."""

    def __getitem__(self, index: int) -> str:
        return ""


_UNTOLD = _Untold()


def _read(
    found: Found, strings: Sequence[str] | None, plain: Set[str], told: Mapping[str | None, Format], details: Details, groups: dict[str, tuple[str, int, int]],
) -> Values | None:  # fmt: skip
    """The values of all cells from A1 to the last one that has any, and what else there is to tell of them, in `details`."""
    written: dict[int, list[tuple[int, Raw]]] = {}
    line: list[tuple[int, Raw]] = []
    bottom = right = last = -1
    usual, texts = strings is not None, _UNTOLD if strings is None else strings
    value: Raw
    addresses, shown, *others = (found[group::_GROUPS] for group in range(1, _GROUPS))
    for at, look, attributes, formula, words, inline, empty in zip(map(_AT, addresses), map(_SHOWS, shown), *others, strict=True):  # type: ignore[arg-type]
        if attributes is not None and (formula or attributes):
            _compute(at, attributes, formula or b"", details, groups)
        if look is None:
            value = texts[_INDICES(words)]
        else:
            style, kind = look
            if inline is not None:
                if kind != "inlineStr":
                    raise Unusual(inline)
                value = unless_blank(kept_text(*RUN.fullmatch(_written(inline)).group(2, 1)))  # type: ignore[union-attr, misc]
            elif words is None and not empty:  # a formula without a result
                usual = usual and kind in _BLANK
                if at in details.formulas and kind in (None, "n"):
                    details.unresolved.add(at)  # type: ignore[attr-defined]
                continue
            elif kind is None or kind == "n":
                if style in told:
                    details.formats[at] = told[style]  # type: ignore[index]
                if not words:
                    if at in details.formulas:
                        details.unresolved.add(at)  # type: ignore[attr-defined]
                    continue
                value = _NUMBERS(words)
                if not (style is None or style in plain):
                    value = None
            elif kind == "str":
                words = words or b""
                value = (_HELD if len(words) <= LONGEST else _held)(words)
            elif kind == "e":
                details.errors[at] = _formula(words or b"") or "#VALUE!"  # type: ignore[index]
                value = "" if words in _ERRORS else None
            elif kind == "b" and words in _TRUTHS:
                value = _TRUTHS[words]
            else:
                raise Unusual(words)
        row, column = at
        if row != bottom:
            if row < bottom:
                usual = False
            if last > right:
                right = last
            line = written[row] = []
            bottom, last = row, -1
        if column <= last or value is None:
            usual = False
        last = column
        if value or type(value) is not str:  # nothing is told of a blank one
            line.append((column, value))
    right = max(right, last)
    if not usual or bottom >= _NEAR[0] or right >= _NEAR[1]:
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
    details, hidden, groups = Details({}, {}, {}, unresolved=set()), set(), {}
    for piece in _pieces(apart[0]):
        found = _found(piece)
        if found is None:
            return None
        try:
            _read(found[0], None, frozenset(), told, details, groups)
        except ValueError:
            return None
        hidden |= found[1]
    details.hidden_rows = frozenset(hidden)
    return details


def _apart(xml: bytes) -> tuple[bytes, tuple[Span, ...]] | None:
    """The cells of a sheet and its merged regions; None where what stands around them is unusual or no XML."""
    begins, ends = xml.find(b"<sheetData>"), xml.rfind(b"</sheetData>")
    if begins < 0:  # a sheet without rows
        begins = ends = xml.find(b"<sheetData/>")
    if not 0 <= begins <= ends:
        return None
    head, tail = xml[:begins], xml[ends + 12 :]
    merges = (_merges if len(head) + len(tail) <= KEPT else _merges.__wrapped__)(head, tail)
    return None if merges is None else (xml[begins + 11 : ends], merges)


@lru_cache(maxsize=128)
def _merges(head: bytes, tail: bytes) -> tuple[Span, ...] | None:
    """The merged regions of a sheet by what stands before and behind its cells. Kept: the forms of a scheme have the same widths and merges."""
    merged = _MERGED.search(tail)
    beside = tail[: merged.start()] + tail[merged.end() :] if merged else tail
    root = head.find(b"<w") + 1
    if not BEGINS.match(head) or _ELSEWHERE.search(head, root) or _ELSEWHERE.search(beside) or b":sheetData" in head or b"mergeCell" in head + beside:
        return None
    if not stands_around(head + beside, "worksheet"):
        return None
    regions = _REGION.findall(merged[1].decode()) if merged else ()
    return tuple((*position(first), *position(last)) for first, last in regions)


def _pieces(cells: bytes) -> Iterator[bytes]:
    """The cells in pieces of whole rows."""
    at = 0
    while at < len(cells):
        end = cells.find(b"</row>", at + _PIECE) + 6 if at + _PIECE < len(cells) else 0
        end = end if end > 5 else len(cells)
        yield cells[at:end]
        at = end


def _found(cells: bytes) -> tuple[Found, frozenset[int]] | None:
    """The groups of every cell with something in it, each behind what stands before the cell, and the hidden rows; None where the rest is unusual."""
    found = _FILLED.split(cells)
    rest = b"\0".join(found[::_GROUPS])
    if not _REST.fullmatch(rest) or b"\0" in cells:
        return None
    hides = {look: _LOOKS(look) for look in set(_ROW_LOOK.findall(rest))}
    if None in hides.values():
        return None
    hidden = frozenset([int(row) - 1 for row, look in _ROW.findall(rest) if hides[look]]) if True in hides.values() else frozenset()
    return found, hidden


def _look(attributes: bytes) -> bool | None:
    """Whether a row is hidden; None where an attribute stands twice."""
    pairs = _ATTRIBUTE.findall(attributes.decode())
    told = dict(pairs)
    return None if len(told) < len(pairs) or "r" in told else told.get("hidden") in ("1", "true")


_LOOKS = Kept(_look, 1024).__getitem__


def _compute(at: tuple[int, int], attributes: bytes, written: bytes, details: Details, groups: dict[str, tuple[str, int, int]]) -> None:
    """Take in the formula of a cell."""
    formula = (_FORMULAS if len(written) <= LONGEST else _formula)(written)
    group = _group(attributes) if attributes else None
    if group is not None:
        formula = member(formula, group, *at, groups)
    if formula:
        details.formulas[at] = "=" + formula  # type: ignore[index]


@lru_cache(maxsize=4096)
def _group(attributes: bytes) -> str | None:
    """The group of cells that share a formula; None for one that is a cell's own. ValueError where its attributes are unusual or one stands twice."""
    if not _ATTRIBUTES.fullmatch(attributes):
        raise Unusual(attributes)
    pairs = _ATTRIBUTE.findall(_written(attributes))
    told = dict(pairs)
    if len(told) < len(pairs):
        raise Unusual(attributes)
    return told.get("si", "") if told.get("t") == "shared" else None
