"""Formulas of the forms, computed exactly: for the cached values of workbooks we build, and for checks that look for stale or wrong formulas.

Standard library and `amounts` only. A value is None (blank), Decimal, str, bool or `ErrorValue`. Blank, text and errors follow Excel: a blank
counts 0 in arithmetic and "" in text, SUM and its like pass over texts of cells, an error goes through whatever touches it. The
worksheet functions of the add-in come in as a mapping of names to Python functions (`ziping.functions.FUNCTIONS`); a cell is an
argument as its value, a block of cells as a tuple of rows.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal, getcontext, setcontext

from ziping.forms.formula_code import UNKNOWN, single, understood
from ziping.forms.formula_functions import Blocks, ErrorValue, Value
from ziping.forms.formula_syntax import Unsupported, parse
from ziping.refusal import Refusal

__all__ = ["Calculator", "Cycle", "ErrorValue", "Formula", "Unsupported", "Value", "parse"]


class Cycle(Unsupported):
    """Formulas that need each other."""


@dataclass(slots=True)
class Formula:
    """The content of a cell that computes; `text` with or without its `=`."""

    text: str


PRECISION = 60  # digits
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
        self.context = getcontext().copy()
        self.context.prec = PRECISION

    def value(self, sheet: str, row: int, column: int) -> Value:
        """What the cell shows. Unsupported for a formula outside of the language, Cycle for one that needs itself."""
        cell = (sheet, row, column)
        value = self.known.get(cell, UNKNOWN)
        return self.first(cell) if value is UNKNOWN else value

    def first(self, cell: tuple[str, int, int]) -> Value:
        """`value` of a cell that is not known yet; whoever asks for many looks into `known` himself."""
        sheet, row, column = cell
        content = self.lookup(sheet, row, column)
        if content.__class__ is not Formula:
            self.known[cell] = content
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
        around = getcontext()
        setcontext(self.context)
        try:
            value = understood(formula.removeprefix("="))(self, sheet)
        except RecursionError:
            raise Unsupported("formulas that build on each other too deeply") from None
        finally:
            setcontext(around)
        return Decimal(0) if value is None else value

    def outside(self, name: str, values: list[Value | Blocks]) -> Value:
        """The value of a function that comes in with the calculator."""
        if name not in self.functions:
            raise Unsupported(f"the function {name}")
        arguments: list[Value | tuple] = []
        for value in values:
            if value.__class__ is ErrorValue:
                return value  # type: ignore[return-value]
            if isinstance(value, Blocks):
                if (error := value.error) is not None:
                    return error
                value = single(value) if value.single else value.rows
            arguments.append(value)
        try:
            return self.functions[name](*arguments)
        except (Refusal, ValueError, ArithmeticError):  # cannot be scored: an error value, never a text that SUM would pass over
            return ErrorValue("#VALUE!")
        except TypeError:
            raise Unsupported(f"{name} with {len(values)} arguments") from None
