"""Whether the results of an .xls file are those of its formulas.

LibreOffice, saving as .xls a workbook whose formulas it did not have to run, writes a 0 for every result that is a text or blank. Such a 0 cannot
be told from a figure, except in a formula that joins texts: its result is never a number.
"""

from __future__ import annotations

import io
import struct
from collections.abc import Iterator

from xlrd.compdoc import CompDoc, CompDocError

_FORMULA = 0x0006
_HEAD = 22  # row, column, look, result (8), flags, one reserved number (4), length of the tokens
_NO_NUMBER = b"\xff\xff"  # the last two bytes of a result that is a text, blank, a truth value or an error
_JOIN, _WHOLE_NUMBER = 0x08, 0x1E  # tokens: the operator &, a constant


def texts_lost(content: bytes) -> bool:
    """Whether a formula that ends in & has a number as its result."""
    return any(result[6:8] != _NO_NUMBER and tokens[-1:] == bytes([_JOIN]) and tokens[0] != _WHOLE_NUMBER for result, tokens in _formulas(content))


def _formulas(content: bytes) -> Iterator[tuple[bytes, bytes]]:
    """The result and the tokens of every formula, in the order of the file."""
    try:
        memory, at, size = CompDoc(content, logfile=io.StringIO()).locate_named_stream("Workbook")
    except (CompDocError, AssertionError, IndexError, struct.error):
        return
    end = min(at + size, len(memory)) if memory is not None else 0
    while at + 4 <= end:
        kind, length = struct.unpack_from("<HH", memory, at)
        if kind == _FORMULA and length > _HEAD:
            record = bytes(memory[at + 4 : at + 4 + length])
            tokens = record[_HEAD : _HEAD + int.from_bytes(record[20:22], "little")]
            if tokens:
                yield record[6:14], tokens
        at += 4 + length
