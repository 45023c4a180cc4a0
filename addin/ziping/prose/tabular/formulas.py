"""Written-out formulas: a/b×100%=p%, a+b=c, (a-b)/b=p%."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from ziping.amounts import NUMBER, Figure, Quantity, decimals_of, foots, half_place, ratio, unit_named
from ziping.prose.judging.claims import Claim, ClaimKind, in_unit, show, verdict_of
from ziping.prose.text.figures import Kind, Mention
from ziping.prose.text.sentences import Text

__all__ = ["formula_claims"]

_LEFT = 160  # how far a formula is looked for before its equals sign
_UNITS = r"(?:[万亿]?元|人次|人|个|项|分|家|件|次|台|%|‰)?"
_NAME = r"(?:(?:(?:19|20)\d\d年)?(?:[^\W\d_]|[“”‘’《》])+)"  # what an amount of a formula is, written before it
_TOKEN = re.compile(rf"\s*(?:(?P<name>{_NAME})(?=\s*[\d(])|(?P<number>{NUMBER.pattern})\s*(?P<unit>{_UNITS})|(?P<sign>[-+−–/÷×xX*()\[\]]))")
_NAMED = re.compile(rf"[-+−–/÷×xX*(\[] *{_NAME}$")
_LAST_NAME = re.compile(rf"{_NAME}$")
_CHARS = frozenset("0123456789.,%‰ \n()[]+-−–/÷×xX*万亿元人次个项分家件台")
_RIGHT = re.compile(rf"\s*(?P<minus>[-−])?\s*(?P<number>{NUMBER.pattern})\s*(?P<unit>{_UNITS})")
_JOINS = frozenset("0123456789%)]+-−–/÷×xX*")
_HUNDRED = Decimal(100)


def formula_claims(text: Text) -> Iterator[Claim]:
    """One claim for every `expression = number` that is written in figures."""
    for equals in re.finditer("=", text.text):
        at = equals.start()
        begin = _begin(text.text, at)
        right = _RIGHT.match(text.text, at + 1)
        if begin == at or right is None or at - begin >= _LEFT or _goes_on(text.text, begin):
            continue
        written = text.text[begin:at].lstrip(" ,.人个项分家件次台元)\n")
        if written.count("(") > written.count(")"):
            written = written.partition("(")[2]  # the formula stands in brackets
        start = at - len(written)
        if written.count(")") > written.count("("):
            continue
        made = _read(text, start, at, right)
        if made is not None:
            yield made


def _begin(text: str, at: int) -> int:
    """Where the formula before an equals sign begins: amounts with names before them (支出数90/预算数100) belong to it as long as a sign joins them."""
    begin = at
    while True:
        while begin > max(0, at - _LEFT) and text[begin - 1] in _CHARS:
            begin -= 1
        named = _NAMED.search(text, max(0, at - _LEFT), begin)
        if named is None or begin == at:
            return begin
        begin = named.start()


def _goes_on(text: str, begin: int) -> bool:
    """Whether a figure or a sign stands before the name of a formula's first amount: then the formula begins further to the left."""
    name = _LAST_NAME.search(text, max(0, begin - _LEFT), begin)
    before = text[max(0, begin - _LEFT) : name.start() if name else begin].rstrip(" ")
    return before[-1:] in _JOINS


def _read(text: Text, start: int, at: int, right: re.Match[str]) -> Claim | None:
    parser = _Parser(text.text[start:at])
    value = parser.read()
    if value is None or parser.signs == 0:
        return None
    after = text.text[right.end() : right.end() + 2].lstrip()
    if after[:1] in tuple("+-−/÷×xX*") and after[:1]:
        return None  # the other side goes on
    number = Decimal(right["number"].replace(",", ""))
    figure = Figure(-number if right["minus"] else number, unit_named(right["unit"] or ""), decimals_of(number))
    rate = right["unit"] == "%"
    readings = [value]
    if rate:
        readings.append(Quantity(value.value / _HUNDRED, value.slack / _HUNDRED))
    elif not right["unit"]:
        figure = Figure(figure.value, parser.unit, figure.decimals)
        readings.append(Quantity(value.value * _HUNDRED, value.slack * _HUNDRED))
    footings = [footing for footing in (foots(_rounded(figure), [reading]) for reading in readings) if footing]
    holds = any(footing.holds for footing in footings)
    stated = Mention(right.start("number"), right.end(), figure, Kind.RATE if rate else Kind.PLAIN)
    worked = in_unit(value.value, stated) if rate else show(value.value.scaleb(-figure.unit.shift), max(figure.decimals or 0, 2)) + figure.unit.text
    written = re.sub(r"\s", "", text.text[start:at])
    printed = text.text[right.start() : right.end()].strip()
    words = f"算式{written}={worked}" + ("，与文中相符。" if holds else f"，文中为{printed}，请核对。")
    verdict = verdict_of(holds)
    figures = tuple(Mention(start + m.start, start + m.end, m.figure, m.kind) for m in parser.mentions)
    return Claim(ClaimKind.FORMULA, "", start, right.end(), (*figures, stated), printed, worked, verdict, words)


def _rounded(figure: Figure) -> Quantity:
    """The result of a written formula is rounded in whatever unit it is shown."""
    quantity = figure.quantity
    if quantity.slack or figure.decimals is None:
        return quantity
    return Quantity(quantity.value, half_place(figure.decimals, figure.unit.shift)) if figure.decimals else quantity


class _Parser:
    """Sums, products and quotients of figures by recursive descent; None for anything that is not just that."""

    def __init__(self, text: str) -> None:
        self.tokens: list[Figure | str] = []
        self.mentions: list[Mention] = []
        self.unit = unit_named("")
        self.at = self.signs = 0
        self.broken = False
        position = 0
        text = text.rstrip()
        while position < len(text):
            token = _TOKEN.match(text, position)
            if not token:
                self.broken = True
                return
            if token["number"]:
                value = Decimal(token["number"].replace(",", ""))
                figure = Figure(value, unit_named(token["unit"] or ""), decimals_of(value))
                self.tokens.append(figure)
                self.unit = figure.unit if figure.unit.base else self.unit
                kind = Kind.RATE if token["unit"] == "%" else Kind.PLAIN
                self.mentions.append(Mention(token.start("number"), token.end(), figure, kind))
            elif token["sign"]:
                self.tokens.append({"[": "(", "]": ")", "−": "-", "–": "-", "÷": "/", "x": "×", "X": "×", "*": "×"}.get(token["sign"], token["sign"]))
                self.signs += token["sign"] not in "()[]"
            position = token.end()

    def read(self) -> Quantity | None:
        value = None if self.broken else self._sum()
        return value if self.at == len(self.tokens) else None

    def _next(self) -> Figure | str | None:
        return self.tokens[self.at] if self.at < len(self.tokens) else None

    def _sum(self) -> Quantity | None:
        value = self._product()
        while value is not None and self._next() in ("+", "-"):
            sign = self._next()
            self.at += 1
            other = self._product()
            if other is None:
                return None
            value = Quantity(value.value + other.value if sign == "+" else value.value - other.value, value.slack + other.slack)
        return value

    def _product(self) -> Quantity | None:
        value = self._one()
        while value is not None and self._next() in ("×", "/"):
            sign = self._next()
            self.at += 1
            other = self._one()
            if other is None:
                return None
            if sign == "/":
                value = ratio(value, other)
            else:
                slack = abs(value.value) * other.slack + abs(other.value) * value.slack + value.slack * other.slack
                value = Quantity(value.value * other.value, slack)
        return value

    def _one(self) -> Quantity | None:
        token = self._next()
        self.at += 1
        if isinstance(token, Figure):
            return Quantity(Decimal(1)) if token.unit.text == "%" and token.value == _HUNDRED else token.quantity
        if token == "(":
            value = self._sum()
            if self._next() != ")":
                return None
            self.at += 1
            return value
        return None
