"""Messages as an officer reads them: what stands in quotation marks is what stands in her cell, sign for sign.

Standards are read squeezed: without blanks, full-width signs made narrow, and in one word for what is said in many. A quoted clause is looked up
in the cell again; what is in our own words gets the signs of Chinese print.
"""

from __future__ import annotations

from functools import lru_cache

from ziping.standards.cells.values import Cell
from ziping.standards.refusal import quoted
from ziping.standards.words.spelling import squeeze
from ziping.standards.words.synonyms import answer, canonical
from ziping.standards.words.vocabulary import Pattern

__all__ = ["printed", "verbatim"]

_QUOTE = Pattern(r"(完成值|指标值)?为?“([^“”]*)”")
_PRINT = Pattern(r"[()]|(?<!\d)[,;]|[,;](?!\d)")
_WIDE = {"(": "（", ")": "）", ",": "，", ";": "；"}
_CLAUSES = Pattern(r"[;；。\n]")
_INNER = str.maketrans("“”", "‘’")
_NEAR = sorted(((a, b) for a in range(-6, 7) for b in range(-6, 7)), key=lambda each: abs(each[0]) + abs(each[1]))


def printed(text: str) -> str:
    """The signs of Chinese print for words of ours."""
    return _PRINT.sub(lambda sign: _WIDE[sign[0]], text)


@lru_cache(maxsize=1024)
def verbatim(message: str, standard: Cell, target: Cell, actual: Cell, words: str = "") -> str:
    """The message with its quotes as the cells have them; words: how the standard was understood, for which the standard itself is quoted."""
    cells = [cell for cell in (standard, target, actual) if isinstance(cell, str)]
    first = {"完成值": actual, "指标值": target}
    parts, end = [], 0
    for match in _QUOTE.finditer(message):
        said = match[2]
        start = match.start(2)
        own = first.get(match[1] or "")
        if words and said == words and isinstance(standard, str):
            said = quoted(standard.translate(_INNER))[1:-1]
        else:
            said = " ".join(own.translate(_INNER).split()).rstrip("。；;，,") if isinstance(own, str) and squeeze(own) != said == answer(squeeze(own)) else _as_typed(said, [own, *cells] if isinstance(own, str) else cells)
        parts += [printed(message[end:start]), said]
        end = start + len(match[2])
    return "".join([*parts, printed(message[end:])])


def _as_typed(said: str, cells: list[str]) -> str:
    """A clause as the first cell that holds it has it; each side of one that is shortened in its middle."""
    if any(said in cell for cell in cells):
        return said
    for cell in cells:
        pieces = [_slice(cell, piece) for piece in said.split("…")]
        if None not in pieces:
            return "…".join(pieces)  # type: ignore[arg-type]
    return next((" ".join(clause.translate(_INNER).split()) for cell in cells for clause in _CLAUSES.split(cell) if said in canonical(squeeze(clause))), None) or printed(said)


def _slice(cell: str, said: str) -> str | None:
    """The part of a cell that squeezes to this text; "…" may have been typed."""
    at = squeeze(cell).find(said)
    if at < 0 or not said:
        return None
    left, right = _place(cell, at), _place(cell, at + len(said))
    for before, after in _NEAR:
        part = cell[max(0, left + before) : max(0, right + after)]
        if squeeze.__wrapped__(part) == said:
            return " ".join(part.translate(_INNER).split())
    return None


def _place(cell: str, at: int) -> int:
    """The shortest beginning of the cell that squeezes to so many signs."""
    low, high = 0, len(cell)
    while low < high:
        middle = (low + high) // 2
        if len(squeeze.__wrapped__(cell[:middle])) < at:
            low = middle + 1
        else:
            high = middle
    return low
