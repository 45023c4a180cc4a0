"""`score`: an indicator's points, target, actual and standard → points earned and the reason."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from functools import lru_cache
from importlib import import_module
from typing import TYPE_CHECKING

from ziping.amounts import read_number
from ziping.standards.assembly import assemble
from ziping.standards.cells.conversion import aligned, of_one_column
from ziping.standards.cells.defaults import BASIS, default, says_how
from ziping.standards.cells.values import Cell, Value, as_the_standard_has_it, by_its_name, read_actual, read_cell, read_target
from ziping.standards.cells.verbatim import verbatim
from ziping.standards.clauses.awards import Off
from ziping.standards.clauses.rule import Rule
from ziping.standards.gainsaid import agrees_with_itself
from ziping.standards.grammar import read_clauses
from ziping.standards.plain.passing import excepted, left_out, overshot
from ziping.standards.points.binding import Bound, Outcome, bind
from ziping.standards.refusal import NotScorable, quoted
from ziping.standards.reserved import Scored, reserved
from ziping.standards.running import run
from ziping.standards.words.forfeits import Forfeit, WithForfeits, forfeits
from ziping.standards.words.judging import left_to_judgement
from ziping.standards.words.synonyms import canonical, set_apart
from ziping.standards.words.vocabulary import Pattern

if TYPE_CHECKING:
    from ziping.standards.cases import Cases
    from ziping.standards.compound import Compound
    from ziping.standards.levels import Levels
    from ziping.standards.raised import Raised
    from ziping.standards.weighted import Weighted

    Composite = Compound | Cases | Levels | Raised | Weighted | WithForfeits  # what is more than one rule

__all__ = ["Score", "score", "states_method", "understand"]


_LONGEST = 3000
_SERIAL = 10_000  # from here on a bare number beside a deadline is a date without its form (20231120), or the days since 1900 that a spreadsheet keeps


class Score:
    """points earned out of full; explanation: one Chinese sentence; basis: the rule's source; steps: how many were counted."""

    __slots__ = ("_reason", "basis", "full", "points", "steps")

    def __init__(self, points: Decimal, full: Decimal, reason: str | Callable[[], str], basis: str, steps: int = 0) -> None:
        self.points, self.full, self.basis, self.steps, self._reason = points, full, basis, steps, reason

    @property
    def explanation(self) -> str:
        """Written on demand: most cells are scored, few are asked why."""
        if not isinstance(self._reason, str):
            self._reason = self._reason()
        return self._reason

    def _key(self) -> tuple[Decimal, Decimal, str, str, int]:
        return self.points, self.full, self.explanation, self.basis, self.steps

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Score) and self._key() == other._key()

    def __hash__(self) -> int:
        return hash((self.points, self.full, self.basis))

    def __repr__(self) -> str:
        return f"Score({self.points} / {self.full}: {self.explanation})"


def score(points: Cell, target: Cell, actual: Cell, standard: Cell = None) -> Score | None:
    """Points by the standard, or by the general rules where there is none; None while a needed argument is blank.

    points: the indicator's full points; target, actual, standard: as their cells give them. NotScorable with the reason otherwise.
    """
    try:
        return _scored(points, target, actual, standard)
    except NotScorable as refusal:
        raise NotScorable(_refused(refusal, standard, target, actual)) from None


def _told(message: str, *cells: Cell, words: str = "") -> str:
    return verbatim(message, *(cell if isinstance(cell, str) else None for cell in cells), words=words)


def _refused(refusal: NotScorable, standard: Cell, target: Cell = None, actual: Cell = None) -> str:
    """A refusal quotes the standard itself, not how it was understood."""
    text = _plain(standard) if isinstance(standard, str) else ""
    rule = _rule(text) if 0 < len(text) <= _LONGEST else None
    return _told(str(refusal), standard, target, actual, words=rule.words() if isinstance(rule, Rule) else "")


def _scored(points: Cell, target: Cell, actual: Cell, standard: Cell) -> Score | None:
    full = _full(points)
    got = read_actual(actual)
    if full is None or got is None:
        return None
    text, cases = _apart_from_forfeits(standard, full)
    aim = as_the_standard_has_it(read_target(target), text)
    if aim is not None and aim.kind == "text":
        aim, text = by_its_name(aim, text)
    got = of_one_column(aim, got)
    wanted = aligned(aim, got)
    if wanted is not None and wanted.kind == "date" and got.kind == "number" and got.bare and got.low >= _SERIAL:
        raise NotScorable(f"指标值{quoted(wanted.text)}是期限，完成值“{got.text}”不是写成年月日的日期，请写成如“2023年11月20日”的样子。")
    if text:
        _readable(text)
        rule, (gained, reason, steps) = _ruled(text, cases, full, wanted, got)
        if isinstance(rule, Bound) and got.kind == "text" and isinstance(actual, str) and _APART.search(actual) is not None and _IN_A_WORD.search(actual) is None:
            agrees_with_itself(rule, wanted, read_actual(_APART.sub(",", actual)) or got, gained)  # 质量合格 不合格2处: a space for the comma
        reserved(Scored(text, rule, wanted, got, actual, gained, full))
        said = lambda: f"按评分标准（{WithForfeits(rule.rule, cases).words()}），{reason()}{_beside(rule, got)}。" if isinstance(rule, Bound) else f"按评分标准（{WithForfeits(rule, cases).words()}），{reason()}{_not_told([left_out(text)])}。"  # noqa: E731 - written on demand
        return Score(gained, full, lambda: _told(said(), standard, target, actual), f"评分标准：{' '.join(str(standard).split())}", steps)
    if wanted is None:
        return None
    gained, told = default(full, wanted, got)
    return Score(gained, full, lambda: _told(told if isinstance(told, str) else told(), None, target, actual), BASIS)


_IN_A_WORD = Pattern(r"[不未没无][ \u3000\t]")  # 不 合格
_APART = Pattern(r"(?<=[^\W_])[ \u3000\t]+(?=[^\W\d_])")


def _ruled(text: str, cases: tuple[Forfeit, ...], full: Decimal, wanted: Value | None, got: Value) -> tuple[Bound | Composite, Outcome]:
    """The rule and what it gives, nothing where a case is told that costs it all."""
    if not cases:
        return _run(text, full, wanted, got)
    from ziping.standards.actuals.forfeited import or_forfeited  # few standards have such a case

    return _bound(text, full), or_forfeited(cases, text, lambda told: _run(text, full, wanted, told)[1], full, got)


def _run(text: str, full: Decimal, wanted: Value | None, got: Value) -> tuple[Bound | Composite, Outcome]:
    """The rule by which such an actual is scored, and what it gives."""
    rule = _bound(text, full)
    try:
        outcome = run(rule, wanted, got) if isinstance(rule, Bound) else rule.run(wanted, got)
    except NotScorable:
        rooms = () if not isinstance(rule, Bound) or got.kind != "text" else ("cases", "levels") if "," in got.text else ("levels",)
        told = next((other for room in rooms if (other := _composite(text, full, room)) is not None and other.tells(got)), None)  # type: ignore[union-attr]
        if told is None:
            raise
        return told, told.run(wanted, got)
    if isinstance(rule, Bound):
        agrees_with_itself(rule, wanted, got, outcome[0])
    return rule, outcome


def _beside(bound: Bound, actual: Value) -> str:
    """What no number tells: what a standard asks for beside it, and the cases that take points off beside it."""
    off = [a.text(bound.rule.unit, "") for a in bound.words if isinstance(a.effect, Off)] if actual.kind == "number" else []
    told = [*bound.rule.asides, *off, *filter(None, [excepted(bound.rule.source), overshot(bound.rule.source)])]
    return _not_told(told)


def _not_told(told: list[str]) -> str:
    return f"；“{'、'.join(told)}”不由数值判断，请填报人核对" if any(told) else ""


def _plain(standard: Cell) -> str:
    """The standard in the words that the grammar reads; in none nothing is looked for."""
    if standard is None:
        return ""
    return _worded(standard) if isinstance(standard, str) else canonical(read_cell(standard))


@lru_cache(maxsize=2048)
def _apart_from_forfeits(standard: Cell, full: Decimal | None) -> tuple[str, tuple[Forfeit, ...]]:
    """The standard in the words that the grammar reads without the cases that cost it all, and these."""
    text = _plain(standard)
    if not isinstance(standard, str) or full is None or len(text) > _LONGEST or left_to_judgement(text):
        return text, ()
    rest, cases = forfeits(_printed(standard), full)
    return canonical(rest) if cases else text, cases


@lru_cache(maxsize=2048)
def _printed(standard: str) -> str:
    return read_cell(set_apart(standard)) if standard.strip() else ""


@lru_cache(maxsize=2048)
def _worded(standard: str) -> str:
    printed = _printed(standard)
    return printed if left_to_judgement(printed) else canonical(printed)  # what is left to judgement stays as it is printed


def _readable(text: str) -> None:
    if len(text) > _LONGEST:
        raise NotScorable(f"评分标准有{len(text)}字，超过{_LONGEST}字，不是一条评分标准，请核对单元格内容。")


def _judged(text: str) -> NotScorable | None:
    """Why nobody but the officer scores this: words of judgement anywhere in it, in a bracket or in a case that may not apply too."""
    found = left_to_judgement(text)
    return NotScorable(f"评分标准中的{quoted(found)}需要人工判断，不能自动计分，请由填报人填写得分。") if found else None


@lru_cache(maxsize=2048)
def _rule(text: str) -> Rule | NotScorable:
    """A rule that its own rendering does not give back was not understood: the officer would check something else than what runs."""
    if (left := _judged(text)) is not None:
        return left
    try:
        rule = assemble(*read_clauses(text), text)
        if _again(rule) != rule:
            raise NotScorable(f"评分标准{quoted(text)}没有完全读懂，请由填报人填写得分或改写标准。")
    except NotScorable as refusal:
        return NotScorable(str(refusal))  # one that was never raised: the other holds on to everything that it came through
    return rule


def _again(rule: Rule) -> Rule | None:
    try:
        return assemble(*read_clauses(rule.words()), "")
    except NotScorable:
        return None


@lru_cache(maxsize=2048)
def _bind(text: str, full: Decimal) -> Bound | Composite | NotScorable:
    if (left := _judged(text)) is not None:
        return left
    if (more := _composite(text, full, "raised")) is not None:
        return more
    rule = _rule(text)
    if isinstance(rule, NotScorable):
        return _apart(text, full) or rule
    try:
        return bind(rule, full)
    except NotScorable as refusal:
        return _apart(text, full) or NotScorable(str(refusal))


_COMPOSITES = {  # room: the signs without which nothing in it applies, and its reader
    "raised": ("级加", "raised"),
    "compound": ("", "take_apart"),
    "cases": ("", "several_conditions"),
    "levels": ("级", "of_levels"),
    "weighted": ("+*", "weighted"),
}


def _composite(text: str, full: Decimal, *rooms: str) -> Composite | None:
    """The standard as the first of these that it is, None where it is none; a room is loaded where its signs are there, for few standards need one."""
    for room in rooms:
        signs, reader = _COMPOSITES[room]
        if all(sign in text for sign in signs) and (found := getattr(import_module(f"ziping.standards.{room}"), reader)(text, full)) is not None:
            return found
    return None


def _apart(text: str, full: Decimal) -> Composite | None:
    """A standard that is no one rule."""
    return _composite(text, full, "compound", "cases", "levels", "weighted")


def _bound(text: str, full: Decimal) -> Bound | Composite:
    bound = _bind(text, full)
    if isinstance(bound, NotScorable):
        raise NotScorable(str(bound))
    return bound


def states_method(target: Cell) -> bool:
    """Whether a target only says how something is measured (在职人员数÷编制数×100%): without a standard beside it the score is the officer's to give."""
    try:
        return says_how(read_target(target))
    except NotScorable:
        return False


def understand(standard: Cell, points: Cell = None) -> Rule | Composite:
    """What a standard says; NotScorable when it cannot be read, or (with points) contradicts the indicator's points."""
    try:
        return _understood(standard, points)
    except NotScorable as refusal:
        raise NotScorable(_refused(refusal, standard)) from None


def _understood(standard: Cell, points: Cell) -> Rule | Composite:
    full = _full(points)
    text, cases = _apart_from_forfeits(standard, full)
    _readable(text)
    if not text:
        raise NotScorable("评分标准为空，没有可以理解的规则。")
    if full is not None:
        bound = _bound(text, full)
        rule = bound.rule if isinstance(bound, Bound) else bound
        return WithForfeits(rule, cases) if cases else rule
    rule = _rule(text)
    if isinstance(rule, NotScorable):
        raise NotScorable(str(rule))
    return rule


@lru_cache(maxsize=512)
def _points(text: str) -> Decimal:
    number = read_number(text.removesuffix("分"))
    if number is None or number < 0:
        raise NotScorable(f"分值应为不小于0的数，实际为{quoted(text)}，请改正。")
    return number


def _full(points: Cell) -> Decimal | None:
    if isinstance(points, Decimal) and not isinstance(points, bool):
        if not points.is_finite() or points < 0:
            raise NotScorable(f"分值应为不小于0的数，实际为“{points}”，请改正。")
        return points
    text = read_cell(points)
    return _points(text) if text else None

