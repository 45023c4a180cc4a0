"""Number formats: what a cell's format makes of the number that it holds."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from operator import eq, ge, gt, le, lt, ne


@dataclass(frozen=True, slots=True)
class Section:
    """One of the parts of a format: for numbers that stand so to a bound (`sign` "": for all that are left), shown by that power of ten smaller."""

    sign: str
    bound: Decimal
    power: int
    decimals: int


@dataclass(frozen=True, slots=True)
class Format:
    """How a cell shows its number: `decimals` at most (None: as many as there are), `least` of them always (`0.00##` is 4 and 2).

    sections: those of a format that shows numbers scaled (`0.00,,`), for others none.
    """

    decimals: int | None = None
    least: int = 0
    percent: bool = False
    grouped: bool = False
    date: str = ""  # the code of a date format
    sections: tuple[Section, ...] = ()


GENERAL = Format()
_LITERAL = re.compile(r'"[^"]*"|[\\!_*].|\[[^\]]*\]')
_DIGITS = re.compile(r"[0#?](?:[0#?,]*[0#?])?(?:\.([0#?]+))?")
_PLAIN_CODE = re.compile(_LITERAL.pattern + "|;@")
_BOUND = re.compile(r"\[(<=|>=|<>|=|<|>)(-?\d+(?:\.\d+)?)\]")
_THOUSANDS = re.compile(r"[0#?](,+)(?![0#?,])")  # behind the last place for a digit, or before the point
_POINT = "\0"  # a point that is only a sign among the places for digits: 0!.0000 shows 4030000 as 403.0000
_BEHIND = re.compile(_POINT + r"([0#?]+)")
_STANDS = {"<=": le, ">=": ge, "<>": ne, "=": eq, "<": lt, ">": gt}
_NOUGHT = Decimal(0)
_UNBOUND = {1: ("",), 2: (">=", ""), 3: (">", "<", "")}  # what the sections of a code without conditions are for


@lru_cache(maxsize=512)
def format_of(code: str) -> Format:
    """A number format code (`#,##0.00_ ;-#,##0.00`, `0.00%`, `yyyy-m-d`) as far as it decides the text of a number."""
    parts = [part.replace("\1", ";") for part in _LITERAL.sub(lambda literal: literal[0].replace(";", "\1"), code).split(";")]
    section = _LITERAL.sub("", parts[0])
    if re.search(r"[ymdhs年月日]", section, re.I) and not re.search(r"[0#]", section):
        return Format(date=_PLAIN_CODE.sub(lambda m: m[0][1:-1] if m[0][0] == '"' else m[0][1:] if m[0][0] in "\\!" else "", parts[0]))
    sections = _sections(parts[:3])
    match = _DIGITS.search(section)
    if not match:
        return Format(sections=sections) if sections else GENERAL
    behind = match[1] or ""
    return Format(len(behind), behind.count("0"), "%" in section, "," in match[0], sections=sections)


def _sections(parts: list[str]) -> tuple[Section, ...]:
    bounds = [_BOUND.search(part) for part in parts]
    signs = ("",) * len(parts) if any(bounds) else _UNBOUND[len(parts)]
    made = [
        Section(bound[1] if bound else sign, Decimal(bound[2]) if bound else _NOUGHT, *_scale(part))
        for part, bound, sign in zip(parts, bounds, signs, strict=True)]
    return tuple(made) if any(section.power for section in made) else ()


def _scale(part: str) -> tuple[int, int]:
    """By which power of ten a section shows a number smaller, and with how many decimals."""
    bare = _LITERAL.sub(lambda literal: _POINT if literal[0].strip('"\\!') == "." else "", part)
    thousands, behind, digits = _THOUSANDS.search(bare), _BEHIND.search(bare), _DIGITS.search(bare.replace(_POINT, "").replace(",", ""))
    places = len(behind[1]) if behind and re.search(r"[0#?]", bare[: behind.start()]) else 0
    return (3 * len(thousands[1]) if thousands else 0) + places, places + len((digits and digits[1]) or "")


@lru_cache(maxsize=4096)
def scaled(sections: tuple[Section, ...], value: Decimal) -> Section | None:
    """The section that shows this number scaled; None where it is shown as it is. Nought is nought however it is shown."""
    section = next((each for each in sections if not each.sign or _STANDS[each.sign](value, each.bound)), None)
    return section if section is not None and section.power and value else None
