"""Excel's own functions, as far as the forms use them, on exact decimals; and how Excel turns values into numbers, texts and truth."""

from __future__ import annotations

import operator
import re
from collections.abc import Callable
from dataclasses import dataclass
from decimal import ROUND_DOWN, ROUND_FLOOR, ROUND_UP, Decimal
from functools import cache, partial
from itertools import chain
from typing import NamedTuple

from ziping.amounts import half_up, read_number, show
from ziping.forms.formula_syntax import Unsupported


@dataclass(frozen=True, slots=True)
class ErrorValue:
    """`#DIV/0!` and the like as a value."""

    code: str


Value = None | Decimal | str | bool | ErrorValue


@dataclass(slots=True)
class Blocks:
    """A block of cells as an argument: texts and truth values in it are not numbers to SUM, unlike those typed into the formula."""

    rows: tuple[tuple[Value, ...], ...]

    @property
    def single(self) -> bool:
        return len(self.rows) == 1 and len(self.rows[0]) == 1

    @property
    def error(self) -> ErrorValue | None:
        for value in self.cells():
            if value.__class__ is ErrorValue:
                return value  # type: ignore[return-value]
        return None

    def cells(self) -> tuple[Value, ...]:
        return self.rows[0] if len(self.rows) == 1 else tuple(chain.from_iterable(self.rows))


VALUE = ErrorValue("#VALUE!")
_COMPARE = {"=": operator.eq, "<>": operator.ne, "<": operator.lt, ">": operator.gt, "<=": operator.le, ">=": operator.ge}


def number(value: Value) -> Decimal | ErrorValue:
    """A value in arithmetic: blank is 0, TRUE is 1, a text that is a number or a percentage counts, any other text is #VALUE!."""
    if isinstance(value, Decimal):
        return value
    if value is None:
        return Decimal(0)
    if isinstance(value, bool):
        return Decimal(int(value))
    if isinstance(value, ErrorValue):
        return value
    text = value.strip()
    found = read_number(text.removesuffix("%"))
    if found is None:
        return VALUE
    return found / 100 if text.endswith("%") else found


def general(value: Value) -> str:
    """A value in text: numbers without trailing zeros, blank as nothing."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, Decimal):
        return show(value.normalize()) if value else "0"
    return value.code if isinstance(value, ErrorValue) else value


def truth(value: Value) -> bool | ErrorValue:
    """A value as a condition; a text that is not TRUE or FALSE is #VALUE!."""
    if isinstance(value, bool):
        return value
    if isinstance(value, str):
        return {"TRUE": True, "FALSE": False}.get(value.strip().upper(), VALUE)
    return value if isinstance(value, ErrorValue) else bool(value)


@cache
def comparison(sign: str) -> Callable[[Value, Value], bool]:
    """Numbers come before texts, texts before truth values; a blank is whatever it is compared with; capitals do not matter."""
    compute = _COMPARE[sign]

    def compare(left: Value, right: Value) -> bool:
        if left.__class__ is Decimal:
            if right.__class__ is Decimal:
                return compute(left, right)
            if right.__class__ is str:
                return compute(0, 1)
        return compute(_rank(left, right), _rank(right, left))

    return compare


def _rank(value: Value, other: Value) -> tuple[int, object]:
    if value is None:
        value = "" if isinstance(other, str) else False if isinstance(other, bool) else Decimal(0)
    if isinstance(value, bool):
        return 2, value
    return (1, value.upper()) if isinstance(value, str) else (0, value)


def _numbers(values: list[Value | Blocks]) -> list[Decimal] | ErrorValue:
    found: list[Decimal] = []
    for value in values:
        if isinstance(value, Blocks):
            for cell in value.cells():
                if cell.__class__ is Decimal:
                    found.append(cell)
                elif cell.__class__ is ErrorValue:
                    return cell
        else:
            one = number(value)
            if isinstance(one, ErrorValue):
                return one
            found.append(one)
    return found


def _over_numbers(compute: Callable[[list[Decimal]], Value]) -> Callable[[list], Value]:
    def run(values: list) -> Value:
        numbers = _numbers(values)
        return numbers if isinstance(numbers, ErrorValue) else compute(numbers)

    return run


def _one(value: Value | Blocks) -> Value:
    if isinstance(value, Blocks):
        return value.rows[0][0] if value.single else VALUE
    return value


class Singles(NamedTuple):
    """A function of single values; an error among them is the result, unless it is one that tests for such."""

    fewest: int
    most: int
    compute: Callable[..., Value]
    tests: bool = False


def _rounded(rounding: str | None) -> Callable[..., Value]:
    def run(value: Value, digits: Value = None) -> Value:
        exact, places = number(value), number(digits)
        if isinstance(exact, ErrorValue) or isinstance(places, ErrorValue):
            return VALUE
        if rounding is None:
            return half_up(exact, int(places)) + Decimal(0)
        return exact.quantize(Decimal(1).scaleb(-int(places)), rounding) + Decimal(0)

    return run


def _all_of(values: list, combine: Callable[[list[bool]], bool]) -> Value:
    found: list[bool] = []
    for value in values:
        if value.__class__ is bool:
            found.append(value)
        elif isinstance(value, Blocks):
            if value.error:
                return value.error
            found += [bool(cell) for cell in value.cells() if isinstance(cell, (Decimal, bool))]
        else:
            one = truth(value)
            if isinstance(one, ErrorValue):
                return one
            found.append(one)
    return combine(found) if found else VALUE


def _counted(values: list, keep: Callable[[Value], bool]) -> Value:
    return Decimal(sum([keep(cell) for value in values for cell in (value.cells() if isinstance(value, Blocks) else (value,))]))


def _count(values: list) -> Value:
    """Of all functions the one that is asked most."""
    return Decimal(sum([cell.__class__ is Decimal for value in values for cell in (value.cells() if isinstance(value, Blocks) else (value,))]))


def _countif(values: list) -> Value:
    if len(values) == 2 and isinstance(values[0], Blocks) and _one(values[1]) == "?*":  # any text that is not empty
        return Decimal(sum(isinstance(cell, str) and bool(cell) for cell in values[0].cells()))
    picked = _meeting(values[0], values[1:]) if len(values) == 2 and isinstance(values[0], Blocks) else None
    if picked is None:
        raise Unsupported("COUNTIF without a block of cells")
    return Decimal(sum(picked))


def _sumif(values: list) -> Value:
    if len(values) not in (2, 3) or not all(isinstance(value, Blocks) for value in (values[0], *values[2:])):
        raise Unsupported("SUMIF without blocks of cells")
    tested, amounts = list(values[0].cells()), list(values[-1 if len(values) == 3 else 0].cells())
    if len(tested) != len(amounts):
        raise Unsupported("SUMIF with blocks of different size")
    picked = [amount for meets, amount in zip(_meeting(values[0], values[1:2]), amounts, strict=True) if meets]
    return next((a for a in picked if isinstance(a, ErrorValue)), None) or sum((a for a in picked if isinstance(a, Decimal)), Decimal(0))


def _meeting(tested: Blocks, condition: list[Value | Blocks]) -> list[bool]:
    """For every cell whether it meets a condition as SUMIF takes it: a value, or a comparison written as text."""
    wanted = _one(condition[0])
    sign, rest = re.fullmatch(r"(<=|>=|<>|=|<|>)?(.*)", general(wanted), re.S).groups()  # type: ignore[union-attr]
    if "*" in rest or "?" in rest:
        raise Unsupported("a condition with wildcards")
    limit = read_number(rest)
    wanted = rest if limit is None else limit

    def meets(cell: Value) -> bool:
        if isinstance(cell, ErrorValue) or (cell is None and wanted != ""):
            return False
        return isinstance(cell, Decimal) == isinstance(wanted, Decimal) and comparison(sign or "=")(cell, wanted)

    return [meets(cell) for cell in tested.cells()]


def _text(value: Value, pattern: Value) -> Value:
    if isinstance(value, str):
        return value
    match = re.fullmatch(r"(#,##)?0(?:\.(0+))?(%)?", general(pattern))
    if not match:
        raise Unsupported(f"TEXT with the format {general(pattern)!r}")
    exact, places = number(value), len(match[2] or "")
    if match[3]:
        exact = exact * 100
    rounded = half_up(exact, places)
    return (f"{rounded:,f}" if match[1] else show(rounded)) + (match[3] or "")


def _absolute(value: Value) -> Value:
    one = number(value)
    return one if isinstance(one, ErrorValue) else abs(one)


def _integer(value: Value) -> Value:
    one = number(value)
    return one if isinstance(one, ErrorValue) else one.to_integral_value(ROUND_FLOOR)


def _not(value: Value) -> Value:
    one = truth(value)
    return one if isinstance(one, ErrorValue) else not one


# Each takes the values of its arguments, and raises Unsupported for arguments it does not take.
FUNCTIONS: dict[str, Callable[[list], Value]] = {
    "SUM": _over_numbers(lambda numbers: sum(numbers, Decimal(0))),
    "MIN": _over_numbers(lambda numbers: min(numbers, default=Decimal(0))),
    "MAX": _over_numbers(lambda numbers: max(numbers, default=Decimal(0))),
    "AVERAGE": _over_numbers(lambda numbers: sum(numbers, Decimal(0)) / len(numbers) if numbers else ErrorValue("#DIV/0!")),
    "COUNT": _count,
    "COUNTA": lambda values: _counted(values, lambda cell: cell is not None),
    "COUNTBLANK": lambda values: _counted(values, lambda cell: cell is None or cell == ""),
    "ROWS": lambda values: Decimal(len(values[0].rows)) if len(values) == 1 and isinstance(values[0], Blocks) else VALUE,
    "SUMIF": _sumif,
    "COUNTIF": _countif,
    "AND": partial(_all_of, combine=all),
    "OR": partial(_all_of, combine=any),
    "NA": lambda values: ErrorValue("#N/A") if not values else VALUE,
}

SINGLES: dict[str, Singles] = {
    "ROUND": Singles(2, 2, _rounded(None)),
    "ROUNDUP": Singles(2, 2, _rounded(ROUND_UP)),
    "ROUNDDOWN": Singles(2, 2, _rounded(ROUND_DOWN)),
    "TRUNC": Singles(1, 2, _rounded(ROUND_DOWN)),
    "INT": Singles(1, 1, _integer),
    "ABS": Singles(1, 1, _absolute),
    "N": Singles(1, 1, lambda value: Decimal(int(value)) if isinstance(value, bool) else value if isinstance(value, Decimal) else Decimal(0)),
    "T": Singles(1, 1, lambda value: value if isinstance(value, str) else ""),
    "VALUE": Singles(1, 1, number),
    "TEXT": Singles(2, 2, _text),
    "LEN": Singles(1, 1, lambda value: Decimal(len(general(value)))),
    "TRIM": Singles(1, 1, lambda value: re.sub(" +", " ", general(value).strip(" "))),
    "CONCATENATE": Singles(1, 255, lambda *values: "".join(map(general, values))),
    "NOT": Singles(1, 1, _not),
    "ISNUMBER": Singles(1, 1, lambda value: isinstance(value, Decimal), tests=True),
    "ISTEXT": Singles(1, 1, lambda value: isinstance(value, str), tests=True),
    "ISBLANK": Singles(1, 1, lambda value: value is None, tests=True),
    "ISERROR": Singles(1, 1, lambda value: isinstance(value, ErrorValue), tests=True),
}
