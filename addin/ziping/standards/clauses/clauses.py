"""A raw clause: a guard with an effect, as printed, and how an effect follows a guard."""

from __future__ import annotations

from decimal import Decimal

from ziping.standards.clauses.awards import Off, read_award
from ziping.standards.clauses.edges import RawSpan
from ziping.standards.clauses.every import Per, read_per
from ziping.standards.clauses.formulas import read_formula
from ziping.standards.clauses.limits import read_ratio
from ziping.standards.clauses.rule import Absent, Amount, Award, Band, Else, Judged, Met, Ratio, Relative, Word
from ziping.standards.words.cursor import Cursor
from ziping.standards.words.goals import GOALS
from ziping.standards.words.records import Record
from ziping.standards.words.tokens import Token, tokens
from ziping.standards.words.vocabulary import Pattern

__all__ = ["Clause", "Clauses", "RawGuard"]

RawGuard = RawSpan | Relative | Met | Word | Absent | Else | None


class Clause(Record):
    """A guard (None: none printed) and an effect, as printed; `between` for 其间按比例; limits of steps are added as they are read.

    asked: its number is only demanded (不低于90%，每低…), and no points are printed for reaching it.
    """

    __slots__ = ("guard", "effect", "text", "limits", "numbered", "between", "taking", "again", "up", "base", "asked")
    defaults = {"numbered": False, "between": False, "taking": False, "again": False, "up": False, "base": None, "asked": False}
    __setattr__ = object.__setattr__
    guard: RawGuard
    effect: Award | Off | Per | Ratio | Band
    text: str
    limits: dict[str, Amount | None]
    numbered: bool
    between: bool
    taking: bool
    again: bool
    up: bool | str
    base: Decimal | None
    asked: bool


_LEAD = Pattern(r"(?:按照?|根据|依据|采用|用)?(?:下列|以下|如下|下述)?(?:计分|得分|计算)?(?:公式|方法|办法)(?:计算|计分|得分|计|赋分|评分)*(?:为|如下)?")
_BY_STEPS = Pattern(r"(?:则|即)?(?:按照?|根据|依据)?[^,;。\d]{2,30}(?:进行|予以)?(?:扣分|计分|评分|打分|扣减)")
_BY_PLACE = Pattern(r"(?:[^,;。\d]{0,8}按)?[^,;。\d]{0,12}(?:排序|排名|名次)(?:[由从]高到低|先后)?,?(?:分别|依次)[得计记][\d、.,分]+")  # among others, whom no cell tells


class Clauses:
    """A cursor over a standard and the clauses read so far."""

    def __init__(self, source: str) -> None:
        self.cursor = Cursor(tokens(source), source)
        self.clauses: list[Clause] = []
        self.numbered = False
        self.listed = False
        self.defined = ""
        self.stated: Decimal | None = None
        self.base: Decimal | None = None
        self.base_sign = ""
        self.printed = False
        self.required = ""
        self.promised: Token | None = None
        self.demanded: RawSpan | None = None
        self.asides: list[str] = []
        self.asking = False  # whether a requirement is read for the threshold that it names

    def _add(self, guard: RawGuard, effect: object, start: int, **more: object) -> bool:
        text = self.cursor.slice(start, self.cursor.at)
        self.clauses.append(Clause(guard, effect, text, {}, self.numbered, base=self.base, **more))  # type: ignore[arg-type]
        return True

    def _effect(self, guard: RawGuard, start: int, hint: int | None = None) -> bool:
        """An effect after a guard: award, steps, or proportion."""
        cursor = self.cursor
        cursor.accept("CLOSE")
        if cursor.kind() == "OPEN" and cursor.kind(1) == "NUM" and cursor.kind(2) == "CLOSE":
            cursor.take()
            award = read_award(cursor)
            if award is not None and cursor.accept("CLOSE"):
                return self._add(guard, award, start)
        cursor.skip("GLUE", "PART")
        cursor.accept("COMMA", "COLON", "PAUSE")
        cursor.skip("GLUE", "PART")
        comma = next((i for i in range(cursor.at, len(cursor.tokens)) if cursor.tokens[i].kind in ("COMMA", "SEP")), len(cursor.tokens))
        if comma + 1 < len(cursor.tokens) and cursor.tokens[comma + 1].kind == "EVERY" and _BY_STEPS.fullmatch(cursor.slice(cursor.at, comma)):
            cursor.at = comma + 1  # 按差距扣分，每差1个百分点扣…
        award = read_award(cursor)
        if award is not None:
            return self._add(guard, award, start)
        end = next((i for i in range(cursor.at, len(cursor.tokens)) if cursor.tokens[i].kind == "SEP"), len(cursor.tokens))
        if _BY_PLACE.fullmatch(cursor.slice(cursor.at, end)):
            cursor.at = end
            return self._add(guard, Judged(), start)
        if cursor.kind() == "EVERY" or (cursor.kind() == "DOWN" and cursor.kind(1) == "NUM"):
            per = read_per(cursor, hint)
            if per is not None:
                return self._add(guard, per, start)
        if cursor.kind() in ("CMP", "UP", "DOWN") and cursor.kind(1) in ("TEXT", "EVERY", "GLUE", "PART"):
            move = cursor.take()
            if cursor.kind() == "TEXT" and (cursor.token().text in ("此", "部分") or cursor.token().text in GOALS):
                cursor.take()
            cursor.skip("GLUE", "PART", "COMMA")
            wanted = 1 if move.kind == "UP" or (move.kind == "CMP" and str(move.value) in "≥>") else -1
            per = read_per(cursor, wanted) if cursor.kind() == "EVERY" else None
            if per is not None:
                per.side = per.side or wanted  # 未达到目标每偏离1个百分点扣…
                per.count_beyond(wanted)
                return self._add(guard, per, start)
        between = cursor.accept("BETWIXT") is not None
        ratio = read_ratio(cursor)
        if ratio is not None:
            return self._add(guard, ratio[0], start, taking=ratio[1], between=between)
        cursor.skip("COMMA")
        if cursor.kind() == "TEXT" and cursor.kind(1) in ("COLON", "COMMA") and cursor.kind(2) == "FORMULA" and _LEAD.fullmatch(cursor.token().text):
            cursor.at += 2  # 低于85%的，按公式计分：得分=…
        if cursor.kind() == "TEXT" and cursor.kind(-1) == "GLUE" and cursor.token(-1).text == "按":
            cursor.at -= 1  # 不足100%的按达成率计分
        formula = read_formula(cursor)
        return formula is not None and self._add(guard, formula, start)
