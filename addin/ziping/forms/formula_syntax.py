"""The text of a worksheet formula as a tree. What is not understood is refused with its place, never skipped.

The part of the language that the forms use: numbers, texts, references with sheets and quotes, ranges, `+ - * / ^ & %`, comparisons and
function calls. A function of an add-in comes in several spellings, depending on where the file was saved; all give the bare name:
`PERF_SCORE`, `[1]!PERF_SCORE`, `'C:\\…\\ziping.xlam'!PERF_SCORE`, `_xll.PERF_SCORE`, `_xldudf_PERF_SCORE`, and
`ZIPING.CALC.FUNCTIONS.PERFSCORE`, which LibreOffice before 25.2 writes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from ziping.surface import FUNCTIONS


class Unsupported(ValueError):
    """A formula outside of the language; the message names what was met and where (characters count from 1, after the `=`)."""


@dataclass(frozen=True, slots=True)
class Constant:
    value: Decimal | str | bool


@dataclass(frozen=True, slots=True)
class ErrorConstant:
    code: str


@dataclass(frozen=True, slots=True)
class Reference:
    """A block of cells; row and column count from 0, ends included. sheet "" is the formula's own sheet."""

    sheet: str
    top: int
    left: int
    bottom: int
    right: int

    @property
    def single(self) -> bool:
        return (self.top, self.left) == (self.bottom, self.right)

    @property
    def size(self) -> int:
        """How many cells it has."""
        return (self.bottom - self.top + 1) * (self.right - self.left + 1)

    def cells(self) -> Iterator[tuple[int, int]]:
        for row in range(self.top, self.bottom + 1):
            for column in range(self.left, self.right + 1):
                yield row, column


@dataclass(frozen=True, slots=True)
class Unary:
    sign: str  # "-", "+" or "%"
    operand: Node


@dataclass(frozen=True, slots=True)
class Binary:
    sign: str
    left: Node
    right: Node


@dataclass(frozen=True, slots=True)
class Call:
    """`name` is bare and in capitals; an argument left out between two commas is None."""

    name: str
    arguments: tuple[Node | None, ...]


Node = Constant | ErrorConstant | Reference | Unary | Binary | Call

_TOKEN = re.compile(
    r"""
    (?P<space>\s+)
  | (?P<error>\#(?:N/A|NULL!|DIV/0!|VALUE!|REF!|NAME\?|NUM!))
  | (?P<number>(?:\d+\.?\d*|\.\d+)(?:[Ee][+-]?\d+)?(?![\w.!(]))
  | (?P<text>"(?:[^"]|"")*")
  | (?P<quoted>'(?:[^']|'')+'!)
  | (?P<cell>\$?[A-Za-z]{1,3}\$?[1-9]\d{0,6}(?![\w.!(]))
  | (?P<index>\[\d+\])
  | (?P<name>[^\W\d][\w.\\]*!?)
  | (?P<sign><=|>=|<>|[-+*/^&=<>%(),:;!])
    """,
    re.X,
)
LONGEST = 8192  # characters Excel takes
_PREFIXES = ("_xlfn.", "_xlws.", "_xll.", "_xldudf_")
_METHODS = {f"ZIPING.CALC.FUNCTIONS.{function.name.replace('_', '')}": function.name for function in FUNCTIONS}
_STRENGTH = {sign: strength for strength, signs in enumerate(("= <> < > <= >=", "&", "+ -", "* /", "^")) for sign in signs.split()}


@lru_cache(maxsize=512)
def bare_name(name: str) -> str:
    """The name of a function without what a host puts before it: `_xll.PERF_SCORE` → `PERF_SCORE`."""
    for prefix in _PREFIXES:
        if name.lower().startswith(prefix):
            return bare_name(name[len(prefix) :])
    return _METHODS.get(name.upper(), name.upper())


def column_number(letters: str) -> int:
    """`A` → 0, `AA` → 26."""
    number = 0
    for letter in letters.upper():
        number = number * 26 + ord(letter) - 64
    return number - 1


def column_letters(number: int) -> str:
    """0 → `A`, 26 → `AA`."""
    letters = ""
    number += 1
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def address(row: int, column: int) -> str:
    """(0, 0) → `A1`."""
    return f"{column_letters(column)}{row + 1}"


@lru_cache(maxsize=4096)
def place(cell: str) -> tuple[int, int]:
    """`A1`, `$B$12` → (row, column), counted from 0."""
    match = re.fullmatch(r"\$?([A-Za-z]{1,3})\$?([1-9]\d*)", cell)
    if not match:
        raise ValueError(f"not a cell: {cell!r}")
    return int(match[2]) - 1, column_number(match[1])


def parse(formula: str) -> Node:
    """The tree of a formula, with or without its `=`; Unsupported names what is outside of the language."""
    return _parsed(formula.removeprefix("="))


@lru_cache(maxsize=4096)
def _parsed(formula: str) -> Node:
    """Kept: the workbooks of a scheme have the same formulas."""
    if len(formula) > LONGEST:
        raise Unsupported(f"a formula of {len(formula)} characters")
    try:
        return _Parser(formula).whole()
    except RecursionError:
        raise Unsupported("a formula nested too deeply") from None


def references(node: Node | None) -> Iterator[Reference]:
    """Every block of cells a formula names, in its order."""
    if isinstance(node, Reference):
        yield node
    elif isinstance(node, Unary):
        yield from references(node.operand)
    elif isinstance(node, Binary):
        yield from references(node.left)
        yield from references(node.right)
    elif isinstance(node, Call):
        for argument in node.arguments:
            yield from references(argument)


def calls(node: Node | None) -> Iterator[Call]:
    """Every function call of a formula, outermost first."""
    if isinstance(node, Call):
        yield node
        for argument in node.arguments:
            yield from calls(argument)
    elif isinstance(node, Unary):
        yield from calls(node.operand)
    elif isinstance(node, Binary):
        yield from calls(node.left)
        yield from calls(node.right)


class _Parser:
    """Reads the tokens of a formula from left to right: `kinds`, `texts` and `starts` tell the one at `at`."""

    __slots__ = ("at", "kinds", "starts", "texts")

    def __init__(self, text: str) -> None:
        self.at = 0
        self.kinds: list[str] = []
        self.texts: list[str] = []
        self.starts: list[int] = []
        end = 0
        for match in _TOKEN.finditer(text):
            if match.start() != end:
                break
            end = match.end()
            kind = match.lastgroup or ""
            if kind != "space":
                self.kinds.append(kind)
                self.texts.append(match[0])
                self.starts.append(match.start())
        if end < len(text):
            raise Unsupported(f"{text[end]!r} at {end + 1}")
        self.kinds.append("end")
        self.texts.append("")
        self.starts.append(end)

    @property
    def kind(self) -> str:
        return self.kinds[self.at]

    @property
    def token(self) -> str:
        return self.texts[self.at]

    def refuse(self, says: str = "") -> Unsupported:
        found = self.token or "the end"
        return Unsupported(f"{says or found} at {self.starts[self.at] + 1}")

    def take(self, token: str | None = None) -> str:
        value = self.texts[self.at]
        if token is not None and value != token:
            raise self.refuse(f"{token!r} is expected")
        self.at += 1
        return value

    def whole(self) -> Node:
        node = self.bound()
        if self.kinds[self.at] != "end":
            raise self.refuse()
        return node

    def bound(self, least: int = 0) -> Node:
        """What signs of at least that strength hold together; of equal ones the left one binds first."""
        node = self.signed()
        while (strength := _STRENGTH.get(sign := self.texts[self.at], -1)) >= least and self.kinds[self.at] == "sign":
            self.at += 1
            node = Binary(sign, node, self.bound(strength + 1))
        return node

    def signed(self) -> Node:
        """A sign binds closer than ^ in Excel: -2^2 is 4."""
        kind = self.kinds[self.at]
        if kind == "sign" and self.texts[self.at] in "+-":
            return Unary(self.take(), self.signed())
        node = self.reference("") if kind == "cell" else self.atom(kind, self.texts[self.at])
        while self.texts[self.at] == "%":
            node = Unary(self.take(), node)
        return node

    def atom(self, kind: str, token: str) -> Node:
        if kind == "number":
            self.at += 1
            return Constant(Decimal(token))
        if kind == "text":
            self.at += 1
            return Constant(token[1:-1].replace('""', '"'))
        if kind == "error":
            self.at += 1
            return ErrorConstant(token)
        if token == "(":
            self.at += 1
            node = self.bound()
            self.take(")")
            return node
        if kind in ("quoted", "index", "name"):
            return self.named()
        raise self.refuse()

    def named(self) -> Node:
        """A function, TRUE/FALSE, or cells of a named sheet."""
        if self.kind == "index":  # [1]!NAME: a function of the workbook or add-in that is linked first
            self.take()
            if self.token != "!":
                raise self.refuse("cells of another workbook")
            self.take()
            if self.kind != "name" or self.token.endswith("!"):
                raise self.refuse("cells of another workbook")
            return self.call(self.take())
        token = self.take()
        if token.endswith("!"):
            sheet = token[:-1]
            if sheet.startswith("'"):
                sheet = sheet[1:-1].replace("''", "'")
            if self.kind == "cell" and "[" not in sheet:
                return self.reference(sheet)
            if self.kind == "name" and not self.token.endswith("!"):
                return self.call(self.take())
            raise self.refuse("cells of another workbook" if "[" in sheet else "")
        if self.token == "(":
            return self.call(token)
        if token.upper() in ("TRUE", "FALSE"):
            return Constant(token.upper() == "TRUE")
        self.at -= 1
        raise self.refuse(f"the name {token}")

    def call(self, name: str) -> Node:
        self.take("(")
        arguments: list[Node | None] = []
        texts = self.texts
        if texts[self.at] != ")":
            while True:
                arguments.append(None if texts[self.at] in (",", ";", ")") else self.bound())
                if texts[self.at] not in (",", ";"):
                    break
                self.at += 1
        self.take(")")
        return Call(bare_name(name), tuple(arguments))

    def reference(self, sheet: str) -> Node:
        if ":" in sheet:
            raise self.refuse("cells of several sheets")
        top, left = place(self.take())
        bottom, right = top, left
        if self.texts[self.at] == ":":
            self.at += 1
            if self.kind != "cell":
                raise self.refuse()
            bottom, right = place(self.take())
        return Reference(sheet, min(top, bottom), min(left, right), max(top, bottom), max(left, right))
