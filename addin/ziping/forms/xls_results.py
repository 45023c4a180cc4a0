"""Whether the results of an .xls file are those of its formulas.

LibreOffice, saving a workbook as .xls, writes a 0 for results that are texts or blank: for all that it did not have to run, and for the blank ones
of cells with a format of numbers. Such a 0 cannot be told from a figure. Excel and WPS write what the formulas gave.
"""

from __future__ import annotations

import io
import struct
from collections.abc import Iterator

from xlrd.compdoc import CompDoc, CompDocError

_WRITER, _BEGIN, _FORMULA, _SHARED = 0x005C, 0x0809, 0x0006, 0x04BC  # records
_ELSEWHERE, _TWO, _JOIN, _ONE, _BRACKET, _MISSING, _TEXT, _CONTROL, _FIXED, _CALL = 0x01, range(0x03, 0x12), 0x08, range(0x12, 0x15), 0x15, 0x16, 0x17, 0x19, 0x21, 0x22
_VALUES = {  # tokens that stand for a value: their lengths
    _MISSING: 0, 0x1C: 1, 0x1D: 1, 0x1E: 2, 0x1F: 8, 0x20: 7, 0x23: 4, 0x24: 4, 0x25: 8, 0x2A: 4, 0x2B: 8, 0x2C: 4, 0x2D: 8, 0x39: 6, 0x3A: 6, 0x3B: 10, 0x3C: 6, 0x3D: 10,
}  # fmt: skip
_PAIRS = frozenset({27, 39, 212, 213})  # functions of two arguments whose number is not written: ROUND, MOD, ROUNDUP, ROUNDDOWN; of the others one is assumed
_IF, _CHOOSE = 1, 100


def texts_lost(content: bytes) -> bool:
    """Whether LibreOffice wrote the file with a 0 for a formula that may give a text: one that holds a text, or joins some."""
    records = list(_records(content))
    writer = next((body for kind, body in records if kind == _WRITER), b"")
    if not writer[3:].startswith(b"Calc"):
        return False
    return any(_zeros(records))


def _zeros(records: list[tuple[int, bytes]]) -> Iterator[bool]:
    """For each formula with a 0 as its result, whether it may give a text; those that share one of the sheet come with the sheet's end."""
    formulas: dict[tuple[int, int], bytes] = {}
    sharing: list[tuple[int, int]] = []
    for kind, body in [*records, (_BEGIN, b"")]:
        if kind == _BEGIN:
            yield from (_may_be_text(formulas[at]) for at in sharing if at in formulas)
            formulas, sharing = {}, []
        elif kind == _SHARED and len(body) > 10:
            formulas[struct.unpack_from("<H", body)[0], body[4]] = _tokens(body, 8)
        elif kind == _FORMULA and len(body) > 22 and not any(body[6:14]):
            tokens = _tokens(body, 20)
            if len(tokens) >= 5 and tokens[0] == _ELSEWHERE:
                sharing.append(struct.unpack_from("<HH", tokens, 1))
            else:
                yield _may_be_text(tokens)


def _records(content: bytes) -> Iterator[tuple[int, bytes]]:
    try:
        memory, at, size = CompDoc(content, logfile=io.StringIO()).locate_named_stream("Workbook")
    except (CompDocError, AssertionError, IndexError, struct.error):
        return
    end = min(at + size, len(memory)) if memory is not None else 0
    while at + 4 <= end:
        kind, length = struct.unpack_from("<HH", memory, at)
        if kind in (_WRITER, _BEGIN, _FORMULA, _SHARED):
            yield kind, bytes(memory[at + 4 : at + 4 + length])
        at += 4 + length


def _tokens(body: bytes, at: int) -> bytes:
    """The tokens that stand in a record behind their length."""
    return body[at + 2 : at + 2 + int.from_bytes(body[at : at + 2], "little")]


def _may_be_text(tokens: bytes) -> bool:
    """Whether the result may be a text by the formula's own words: "" in a branch of IF, or texts joined. Texts that it only compares with do not count."""
    texts: list[bool] = []  # of the values so far

    def take(count: int) -> list[bool]:
        taken = texts[len(texts) - count :] if count else []
        del texts[len(texts) - len(taken) :]
        return taken

    at = 0
    while at < len(tokens):
        token = tokens[at] if tokens[at] < 0x20 else tokens[at] & 0x1F | 0x20
        given, at = tokens[at + 1 : at + 9], at + 1
        number = int.from_bytes(given[1:3], "little")
        if token in _TWO:
            take(2)
            texts.append(token == _JOIN)
        elif token in _ONE:
            take(1)
            texts.append(False)
        elif token == _TEXT and len(given) > 1:
            texts.append(True)
            at += 2 + given[0] * (2 if given[1] & 1 else 1)
        elif token == _CONTROL and given:
            at += 3 + (2 * (number + 1) if given[0] & 0x04 else 0)
        elif token == _FIXED:
            take(2 if int.from_bytes(given[:2], "little") in _PAIRS else 1)
            texts.append(False)
            at += 2
        elif token == _CALL and given:
            arguments = take(given[0] & 0x7F)
            texts.append(number & 0x7FFF in (_IF, _CHOOSE) and any(arguments[1:]))
            at += 3
        elif token in _VALUES:
            texts.append(False)
            at += _VALUES[token]
        elif token != _BRACKET:
            return False
    return bool(texts) and texts[-1]
