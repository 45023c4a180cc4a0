"""A formula as a function of the calculator and the sheet it stands on, made once from its tree.

What a node asks is settled when its code is made: of a single cell, of a blank, of a truth. An error goes through whatever touches it.
"""

from __future__ import annotations

import operator
from collections.abc import Callable
from decimal import Decimal, DivisionByZero, InvalidOperation
from functools import lru_cache
from typing import TYPE_CHECKING

from ziping.forms import formula_functions as native
from ziping.forms.formula_functions import Blocks, ErrorValue, Value, general, number
from ziping.forms.formula_syntax import (
    Binary,
    Call,
    Constant,
    Node,
    Reference,
    Unary,
    Unsupported,
    parse,
)

if TYPE_CHECKING:
    from ziping.forms.formulas import Calculator

__all__ = ["UNKNOWN", "single", "understood"]

UNKNOWN = object()  # the value of a cell that was not asked for yet
HIGHEST = 308  # power of ten that a spreadsheet's number no longer reaches
LARGEST = 200_000  # cells in one block
_ARITHMETIC = {"+": operator.add, "-": operator.sub, "*": operator.mul, "/": operator.truediv, "^": operator.pow}
_NO_TEXT = Constant("")
_INSTEAD = frozenset({"IFERROR", "IFNA"})  # run their second argument only where the first fails
Code = Callable[["Calculator", str], "Value | Blocks"]


@lru_cache(maxsize=4096)
def understood(formula: str) -> Callable[[Calculator, str], Value]:
    """Kept: the workbooks of a scheme have the same formulas."""
    return _scalar(parse(formula))


def _code(node: Node | None) -> Code:
    """What a node gives: a value, or the block of cells it names."""
    if isinstance(node, Reference):
        return _block(node)
    if isinstance(node, Call):
        return _choice(node, _code) if node.name == "IF" else _call(node)
    if isinstance(node, Unary):
        return _signed(node.sign, _scalar(node.operand))
    if isinstance(node, Binary):
        return _blank(node) if node.right == _NO_TEXT and node.sign in ("=", "<>") else _combined(node.sign, _scalar(node.left), _scalar(node.right))
    value = None if node is None else node.value if isinstance(node, Constant) else ErrorValue(node.code)
    return lambda calculator, sheet: value  # noqa: ARG005


def _scalar(node: Node | None) -> Callable[[Calculator, str], Value]:
    """What a node gives where one value belongs."""
    if isinstance(node, Reference) and node.single:
        return _cell(node)
    if isinstance(node, Reference):
        block = _block(node)
        return lambda calculator, sheet: single(block(calculator, sheet))
    return _choice(node, _scalar) if isinstance(node, Call) and node.name == "IF" else _code(node)  # type: ignore[return-value]


def _cell(node: Reference) -> Callable[[Calculator, str], Value]:
    on, row, column = node.sheet, node.top, node.left

    def cell(calculator: Calculator, sheet: str) -> Value:
        at = (on or sheet, row, column)
        value = calculator.known.get(at, UNKNOWN)
        if value is not UNKNOWN:
            return value  # type: ignore[return-value]
        try:
            return calculator.first(at)
        except KeyError:
            return ErrorValue("#REF!")

    return cell


def single(value: Value | Blocks) -> Value:
    if isinstance(value, Blocks):
        return value.rows[0][0] if value.single else ErrorValue("#VALUE!")
    return value


def _block(node: Reference) -> Code:
    if node.single:
        cell = _cell(node)
        return lambda calculator, sheet: Blocks(((cell(calculator, sheet),),))
    rows, columns, on = range(node.top, node.bottom + 1), range(node.left, node.right + 1), node.sheet

    def block(calculator: Calculator, sheet: str) -> Value | Blocks:
        if len(rows) * len(columns) > LARGEST:
            raise Unsupported("a block of more cells than a form has")
        known, first, sheet = calculator.known, calculator.first, on or sheet
        found = []
        try:
            for row in rows:
                line = []
                for column in columns:
                    value = known.get((sheet, row, column), UNKNOWN)
                    line.append(first((sheet, row, column)) if value is UNKNOWN else value)
                found.append(tuple(line))
        except KeyError:
            return ErrorValue("#REF!")
        return Blocks(tuple(found))  # type: ignore[arg-type]

    return block


def _signed(sign: str, operand: Callable[[Calculator, str], Value]) -> Code:
    def signed(calculator: Calculator, sheet: str) -> Value:
        value = number(operand(calculator, sheet))
        if isinstance(value, ErrorValue):
            return value
        return -value if sign == "-" else value / 100 if sign == "%" else value

    return signed


def _call(node: Call) -> Code:
    name = node.name
    if name in _INSTEAD:
        return _instead(node)
    if name in native.SINGLES:
        return _of_singles(node, native.SINGLES[name])
    compute = native.FUNCTIONS.get(name)
    if compute is None:
        values = [_cell(each) if isinstance(each, Reference) and each.single else _code(each) for each in node.arguments]
        return lambda calculator, sheet: calculator.outside(name, [value(calculator, sheet) for value in values])
    arguments = [_code(argument) for argument in node.arguments]

    def call(calculator: Calculator, sheet: str) -> Value:
        values = [argument(calculator, sheet) for argument in arguments]
        try:
            return compute(values)
        except ArithmeticError:  # more digits than can be written
            return ErrorValue("#NUM!")

    return call


def _of_singles(node: Call, function: native.Singles) -> Code:
    """A function whose arguments are single values."""
    codes, compute, tests = [_scalar(argument) for argument in node.arguments], function.compute, function.tests
    if not function.fewest <= len(codes) <= function.most:
        return _refused(f"{node.name} with {len(codes)} arguments")

    def call(calculator: Calculator, sheet: str) -> Value:
        values = [code(calculator, sheet) for code in codes]
        if not tests:
            for value in values:
                if value.__class__ is ErrorValue:
                    return value
        try:
            return compute(*values)
        except ArithmeticError:  # more digits than can be written
            return ErrorValue("#NUM!")

    return call


def _choice(node: Call, branch: Callable[[Node], Code]) -> Code:
    """IF runs only the branch it takes."""
    count = len(node.arguments)
    if count not in (2, 3):
        return _refused(f"IF with {count} arguments")
    test, met = _scalar(node.arguments[0]), branch(node.arguments[1])
    otherwise = branch(node.arguments[2] if count == 3 else Constant(False))

    def choice(calculator: Calculator, sheet: str) -> Value | Blocks:
        truth = test(calculator, sheet)
        if truth.__class__ is not bool:
            truth = native.truth(truth)
            if isinstance(truth, ErrorValue):
                return truth
        return met(calculator, sheet) if truth else otherwise(calculator, sheet)

    return choice


def _refused(what: str) -> Code:
    """What is outside of the language, told where it is run: a branch that is not taken does no harm."""

    def refused(calculator: Calculator, sheet: str) -> Value:  # noqa: ARG001
        raise Unsupported(what)

    return refused


def _instead(node: Call) -> Code:
    """IFERROR and IFNA run their second argument only where the first gives an error."""
    first, second = (_scalar(node.arguments[index] if index < len(node.arguments) else None) for index in (0, 1))

    def instead(calculator: Calculator, sheet: str) -> Value:
        value = first(calculator, sheet)
        failed = isinstance(value, ErrorValue) and (node.name == "IFERROR" or value.code == "#N/A")
        return second(calculator, sheet) if failed else value

    return instead


def _blank(node: Binary) -> Code:
    """`F30=""`, `F30<>""`: most formulas of the forms ask this first."""
    code, equal = _scalar(node.left), node.sign == "="

    def blank(calculator: Calculator, sheet: str) -> Value:
        value = code(calculator, sheet)
        if value.__class__ is ErrorValue:
            return value
        return (value is None or (value.__class__ is str and not value)) is equal

    return blank


def _combined(sign: str, left: Callable[[Calculator, str], Value], right: Callable[[Calculator, str], Value]) -> Code:
    """Two values under a sign; an error among them is the result."""
    if sign == "&":
        combine: Callable[[Value, Value], Value] = lambda a, b: general(a) + general(b)  # noqa: E731
    elif sign in _ARITHMETIC:
        combine = _arithmetic(sign)
    else:
        combine = native.comparison(sign)

    def combined(calculator: Calculator, sheet: str) -> Value:
        a, b = left(calculator, sheet), right(calculator, sheet)
        if a.__class__ is ErrorValue:
            return a
        return b if b.__class__ is ErrorValue else combine(a, b)

    return combined


def _arithmetic(sign: str) -> Callable[[Value, Value], Value]:
    compute = _ARITHMETIC[sign]

    def combine(left: Value, right: Value) -> Value:
        a, b = number(left), number(right)
        if isinstance(a, ErrorValue):
            return a
        return b if isinstance(b, ErrorValue) else _computed(compute, sign, a, b)

    return combine


def _computed(compute: Callable[[Decimal, Decimal], Decimal], sign: str, a: Decimal, b: Decimal) -> Value:
    try:
        result = compute(a, b)
        return result if result.adjusted() < HIGHEST else ErrorValue("#NUM!")
    except DivisionByZero:
        return ErrorValue("#DIV/0!")
    except InvalidOperation:
        return ErrorValue("#DIV/0!" if sign == "/" else "#NUM!")
    except ArithmeticError:
        return ErrorValue("#NUM!")
