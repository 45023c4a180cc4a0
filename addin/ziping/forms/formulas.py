"""Formulas of the forms, computed exactly: for the cached values of workbooks we build, and for checks that look for stale or wrong formulas.

Standard library and `amounts` only. A value is None (blank), Decimal, str, bool or `ErrorValue`. Blank, text and errors follow Excel: a blank
counts 0 in arithmetic and "" in text, SUM and its like pass over texts of cells, an error goes through whatever touches it. The
worksheet functions of the add-in come in as a mapping of names to Python functions (`ziping.functions.FUNCTIONS`); a cell is an
argument as its value, a block of cells as a tuple of rows.
"""

from __future__ import annotations

import operator
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal, DivisionByZero, InvalidOperation, localcontext

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
from ziping.refusal import Refusal

__all__ = ["Calculator", "Cycle", "ErrorValue", "Formula", "Unsupported", "Value", "parse"]


class Cycle(Unsupported):
    """Formulas that need each other."""


@dataclass(frozen=True, slots=True)
class Formula:
    """The content of a cell that computes; `text` with or without its `=`."""

    text: str


HIGHEST = 308  # power of ten that a spreadsheet's number no longer reaches
_ARITHMETIC = {"+": operator.add, "-": operator.sub, "*": operator.mul, "/": operator.truediv, "^": operator.pow}
_LAZY = frozenset({"IF", "IFERROR", "IFNA"})  # run only the arguments they need
LARGEST = 200_000  # cells in one block
Lookup = Callable[[str, int, int], "Value | Formula"]


class Calculator:
    """Values of cells, computed when asked for and remembered.

    lookup(sheet, row, column) gives a cell's content, rows and columns from 0; KeyError for a sheet that is not there (a #REF!).
    """

    def __init__(self, lookup: Lookup, functions: Mapping[str, Callable] | None = None) -> None:
        self.lookup = lookup
        self.functions = dict(functions or {})
        self.known: dict[tuple[str, int, int], Value] = {}
        self.running: list[tuple[str, int, int]] = []

    def value(self, sheet: str, row: int, column: int) -> Value:
        """What the cell shows. Unsupported for a formula outside of the language, Cycle for one that needs itself."""
        cell = (sheet, row, column)
        if cell in self.known:
            return self.known[cell]
        content = self.lookup(sheet, row, column)
        if not isinstance(content, Formula):
            return content
        if cell in self.running:
            raise Cycle(f"{sheet}: the formula in row {row + 1}, column {column + 1} needs itself")
        self.running.append(cell)
        try:
            value = self.known[cell] = self.evaluate(content.text, sheet)
        finally:
            self.running.pop()
        return value

    def evaluate(self, formula: str, sheet: str) -> Value:
        """The value of a formula standing on that sheet; a formula that gives a blank cell shows 0, as in Excel."""
        with localcontext() as context:
            context.prec = 60
            try:
                value = self._scalar(self._run(parse(formula), sheet))
            except RecursionError:
                raise Unsupported("formulas that build on each other too deeply") from None
        return Decimal(0) if value is None else value

    # Nodes ----------------------------------------------------------------------------------------------------

    def _run(self, node: Node | None, sheet: str) -> Value | Blocks:
        if node is None:
            return None
        if isinstance(node, Reference):
            return self._block(node, sheet)
        if isinstance(node, Call):
            return self._call(node, sheet)
        if isinstance(node, Constant):
            return node.value
        if isinstance(node, Unary):
            value = number(self._scalar(self._run(node.operand, sheet)))
            if isinstance(value, ErrorValue):
                return value
            return -value if node.sign == "-" else value / 100 if node.sign == "%" else value
        if isinstance(node, Binary):
            return _combine(node.sign, self._scalar(self._run(node.left, sheet)), self._scalar(self._run(node.right, sheet)))
        return ErrorValue(node.code)

    def _block(self, node: Reference, sheet: str) -> Value | Blocks:
        on = node.sheet or sheet
        if (node.bottom - node.top + 1) * (node.right - node.left + 1) > LARGEST:
            raise Unsupported("a block of more cells than a form has")
        try:
            if node.top == node.bottom and node.left == node.right:
                return Blocks(((self.value(on, node.top, node.left),),))
            columns = range(node.left, node.right + 1)
            return Blocks(tuple([tuple([self.value(on, row, column) for column in columns]) for row in range(node.top, node.bottom + 1)]))
        except KeyError:
            return ErrorValue("#REF!")

    @staticmethod
    def _scalar(value: Value | Blocks) -> Value:
        if isinstance(value, Blocks):
            return value.rows[0][0] if value.single else ErrorValue("#VALUE!")
        return value

    def _call(self, node: Call, sheet: str) -> Value | Blocks:
        count = len(node.arguments)
        if node.name not in _LAZY:
            return self._applied(node.name, [self._run(argument, sheet) for argument in node.arguments])
        run = lambda index: self._run(node.arguments[index], sheet) if index < count else None  # noqa: E731
        if node.name == "IF":
            if count not in (2, 3):
                raise Unsupported(f"IF with {count} arguments")
            test = native.truth(self._scalar(run(0)))
            if isinstance(test, ErrorValue):
                return test
            return run(1) if test else run(2) if count == 3 else False
        value = self._scalar(run(0))
        failed = isinstance(value, ErrorValue) and (node.name == "IFERROR" or value.code == "#N/A")
        return self._scalar(run(1)) if failed else value

    def _applied(self, name: str, values: list[Value | Blocks]) -> Value | Blocks:
        if name in native.FUNCTIONS:
            try:
                return native.call(name, values)
            except ArithmeticError:  # more digits than can be written
                return ErrorValue("#NUM!")
        if name in self.functions:
            return self._outside(name, values)
        raise Unsupported(f"the function {name}")

    def _outside(self, name: str, values: list[Value | Blocks]) -> Value:
        arguments: list[Value | tuple] = []
        for value in values:
            error = value.error if isinstance(value, Blocks) else value if isinstance(value, ErrorValue) else None
            if error:
                return error
            arguments.append((self._scalar(value) if value.single else value.rows) if isinstance(value, Blocks) else value)
        try:
            return self.functions[name](*arguments)
        except (Refusal, ValueError, ArithmeticError):  # cannot be scored: an error value, never a text that SUM would pass over
            return ErrorValue("#VALUE!")
        except TypeError:
            raise Unsupported(f"{name} with {len(values)} arguments") from None


def _combine(sign: str, left: Value, right: Value) -> Value:
    for side in (left, right):
        if isinstance(side, ErrorValue):
            return side
    if sign == "&":
        return general(left) + general(right)
    if sign in ("=", "<>", "<", ">", "<=", ">="):
        return native.compare(sign, left, right)
    a, b = number(left), number(right)
    for side in (a, b):
        if isinstance(side, ErrorValue):
            return side
    try:
        result = _ARITHMETIC[sign](a, b)
        return result if result.adjusted() < HIGHEST else ErrorValue("#NUM!")
    except DivisionByZero:
        return ErrorValue("#DIV/0!")
    except InvalidOperation:
        return ErrorValue("#DIV/0!" if sign == "/" else "#NUM!")
    except ArithmeticError:
        return ErrorValue("#NUM!")
