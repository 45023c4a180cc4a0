"""The grammar of standards: a sentence as raw clauses, each with the text it was read from.

A standard is a row of clauses. Each is a guard with an effect, an effect on what went before (steps, proportion, limits), or context that
changes no points (definitions of rates, labels). A clause that is none of these makes the whole standard unreadable.
"""

from __future__ import annotations

from decimal import Decimal

from ziping.standards.clauses.awards import Off, read_award
from ziping.standards.clauses.clauses import Clause
from ziping.standards.clauses.conclusions import conclude
from ziping.standards.clauses.contexts import Contexts
from ziping.standards.clauses.edges import RawSpan
from ziping.standards.clauses.every import Per, read_per
from ziping.standards.clauses.formulas import read_formula
from ziping.standards.clauses.limits import read_limit, read_ratio, read_rounding
from ziping.standards.clauses.official import official
from ziping.standards.clauses.phrases import full_at_most, met, trimmed
from ziping.standards.clauses.rule import FULL, Amount, Award, Else, Met, Ratio, Relative, Scaled
from ziping.standards.plain.plainly import plainly
from ziping.standards.refusal import NotScorable, quoted
from ziping.standards.words.spelling import squeeze
from ziping.standards.words.vocabulary import Pattern

__all__ = ["Clause", "read_clauses"]


def read_clauses(standard: str) -> tuple[list[Clause], Decimal | None, tuple[str, ...]]:
    """The clauses of a standard, the full points that it states and the circumstances that it names beside its numbers; NotScorable quotes the clause that could not be read."""
    source = plainly(squeeze(standard).removeprefix("理解为:"))
    if _LETTERS.search(source):
        raise NotScorable("评分标准自己说明了A、B的含义，请按它的公式计算，由填报人填写得分。")
    reader = _Reader(source)
    return reader.read(), reader.stated, tuple(reader.asides)


_AGES = Pattern(r"^\d{1,2}[-~至]\d{1,2}(?:周?岁|月龄)")
_LETTERS = Pattern(r"(?<![A-Za-z])[AB](?:为|是指|指|表示|代表)(?!\d)")


class _Reader(Contexts):
    """Reads clause after clause; what a guard and its effect look like is in `guards`."""

    def read(self) -> list[Clause]:
        cursor = self.cursor
        if found := official(cursor.source):
            bands, rest = found
            clauses = [Clause(word, band, cursor.source, {}) for word, band in bands]
            return clauses + (_Reader(rest).read() if rest.strip("。;\n") else [])
        for token in cursor.tokens:
            if token.kind == "JUDGE":  # 适当扣分, 综合评定, which `judging` does not look for; though it may not apply, the officer decides
                raise NotScorable(f"评分标准中的{quoted(self._around(token.start))}需要人工判断，不能自动计分，请由填报人填写得分。")
        while not cursor.done:
            token = cursor.token()
            if token.kind in ("SEP", "COMMA", "PAUSE", "COLON", "CLOSE", "OVER"):
                self.numbered = self.numbered and token.kind != "SEP"
                cursor.take()
            elif token.kind == "ENUM":
                self.numbered = True
                cursor.take()
            elif self._statement():
                continue
            elif token.kind == "OPEN":
                cursor.take()
            else:
                raise NotScorable(f"评分标准中的{quoted(self._around(token.start))}没有读懂，可能影响得分，请由填报人填写得分或改写该句。")
        conclude(self)
        return self.clauses

    def _around(self, start: int) -> str:
        source = self.cursor.source
        left = max((source.rfind(c, 0, start) for c in ";。\n"), default=-1) + 1
        right = min((at for at in (source.find(c, start) for c in ";。\n") if at >= 0), default=len(source))
        return source[left:right]

    def _statement(self) -> bool:
        return self._context() or self._limit() or self._formula() or self._otherwise() or self._stepped() or self._proportion() or self._guarded() or self._aside() or self._listed() or self._requirement()

    # -- limits and rounding of the steps before

    def _limit(self) -> bool:
        cursor = self.cursor
        start = cursor.at
        most = full_at_most(cursor) if self.clauses else False
        if most:
            return most is True or self._states(most, start)
        cursor.skip("GLUE", "PART")
        limit = read_limit(cursor)
        if limit is None:
            cursor.at = start
            rounding = read_rounding(cursor)
            if rounding is None:
                cursor.at = start
                return False
            changed = [c for c in self.clauses if isinstance(c.effect, Per) and c.effect.size == rounding[1]]
            if not changed:
                cursor.at = start
                return False
            for clause in changed:
                clause.up = rounding[0]
            return True
        if limit[0] == "stated":  # 1分扣完为止
            return self._states(limit[1].value, start)  # type: ignore[union-attr]
        effects = [c for c in self.clauses if isinstance(c.effect, Per)]
        if not effects and limit[0] == "cap" and not limit[1].share and any(isinstance(c.effect, Off) for c in self.clauses):  # type: ignore[union-attr]
            return self._states(limit[1].value, start)  # type: ignore[union-attr]  # 违规一次扣0.2分，累计扣分不超过1分
        if not effects:
            if limit[0] in ("floor", "ceil") and self.clauses:
                return True
            if limit[0] in ("most", "cap") and self.clauses and (isinstance(self.clauses[-1].effect, Ratio | Scaled) or self._one_of_them(limit[1])) and not limit[1].share:  # type: ignore[union-attr]
                return self._states(limit[1].value, start)  # type: ignore[union-attr]
            cursor.at = start
            return False
        if limit[0] == "ceil" and not any(c.effect.gain for c in effects):
            return True  # what is only taken from the full points never comes above them
        targets = effects if limit[0] in ("floor", "ceil") else effects[-1:]
        for clause in targets:
            clause.limits[limit[0]] = limit[1]
        return True

    def _one_of_them(self, most: Amount | None) -> bool:
        """≥90%得5分，…，最高5分: a number decides which of them holds, and the best of them earns no more."""
        return all(isinstance(c.guard, RawSpan | Met | Relative | Else) for c in self.clauses) and any(c.effect in (Award(FULL), Award(most)) for c in self.clauses)  # type: ignore[arg-type]

    def _states(self, points: Decimal, start: int) -> bool:
        """最高10分 after a formula: the full points, to be held against the indicator's."""
        if self.stated is not None and self.stated != points:
            self.cursor.at = start
            return False
        self.stated = points
        return True

    # -- effects

    def _formula(self) -> bool:
        start = self.cursor.at
        formula = read_formula(self.cursor)
        return formula is not None and self._add(None, formula, start) or self._worked_out(start)

    def _worked_out(self, start: int) -> bool:
        """管理率达到目标值（覆盖率/85%×10计算得分）: reaching the target is the end of the formula."""
        cursor = self.cursor
        opened = next((i for i in range(start, len(cursor.tokens)) if cursor.tokens[i].kind in ("OPEN", "SEP", "COMMA")), len(cursor.tokens))
        if opened >= len(cursor.tokens) or cursor.tokens[opened].kind != "OPEN" or met(_AGES.sub("", trimmed(cursor.slice(start, opened)))) != Met(True):
            return False
        cursor.at = opened + 1
        formula = read_formula(cursor)
        if isinstance(formula, Scaled) and cursor.accept("CLOSE"):
            return self._add(None, formula, start)
        cursor.at = start
        return False

    def _otherwise(self) -> bool:
        cursor = self.cursor
        start = cursor.at
        if not cursor.accept("ELSE"):
            return False
        cursor.skip("GLUE", "PART", "COMMA")
        award = read_award(cursor)
        if award is None:
            per = read_per(cursor)
            if per is not None:
                return self._add(Else(), per, start)
            ratio = read_ratio(cursor)
            if ratio is not None:
                return self._add(Else(), ratio[0], start, taking=ratio[1])
            cursor.at = start + 1
            cursor.skip("COMMA")
            formula = read_formula(cursor)
            if formula is not None:
                return self._add(Else(), formula, start)
            cursor.at = start
            return False
        return self._add(Else(), award, start)

    def _proportion(self) -> bool:
        cursor = self.cursor
        start = cursor.at
        between = cursor.accept("BETWIXT") is not None
        cursor.skip("GLUE", "PART", "COMMA")
        if not between:
            cursor.at = start
            cursor.skip("GLUE")
        ratio = read_ratio(cursor)
        if ratio is None or (between and isinstance(ratio[0], Scaled)):
            cursor.at = start
            return False
        return self._add(None, ratio[0], start, between=between, taking=ratio[1])
