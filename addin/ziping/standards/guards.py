"""Clauses of a guard and an effect: a span, the target, the other side of the threshold before, or a phrase, and what it earns."""

from __future__ import annotations

import re
from decimal import Decimal

from ziping.standards.awards import GRADES, Off, read_amount, read_award, read_band, read_share
from ziping.standards.conditions import ABSOLUTE, OF_TARGET, Cursor, RawSpan, read_span
from ziping.standards.every import Per, read_per
from ziping.standards.formulas import read_formula
from ziping.standards.goals import GOALS
from ziping.standards.limits import read_ratio
from ziping.standards.phrases import EXCUSE, FAULTS, NOTHING, SIGNED, TARDY, WORDED, bracketed_share, measured, met, named, trimmed
from ziping.standards.records import Record
from ziping.standards.rule import FULL, Absent, Amount, Award, Band, Else, Met, Ratio, Relative, Word
from ziping.standards.tokens import Token, tokens
from ziping.standards.vocabulary import Pattern

__all__ = ["Clause", "Guards"]

RawGuard = RawSpan | Relative | Met | Word | Absent | Else | None


class Clause(Record):
    """A guard (None: none printed) and an effect, as printed; `between` for 其间按比例; limits of steps are added as they are read."""

    __slots__ = ("guard", "effect", "text", "limits", "numbered", "between", "taking", "again", "up", "base")
    defaults = {"numbered": False, "between": False, "taking": False, "again": False, "up": False, "base": None}
    __setattr__ = object.__setattr__
    guard: RawGuard
    effect: Award | Off | Per | Ratio | Band
    text: str
    limits: dict[str, Amount | None]
    numbered: bool
    between: bool
    taking: bool
    again: bool
    up: bool
    base: Decimal | None


_TARGET_PROPER = Pattern(r"目标值|指标值|目标$|任务$|计划$")
_MOVES = ("UP", "DOWN", "LATE", "BOTH")
_DONE_THEN = Pattern(r"[^\W\d不未无没较基部仅只均]{2,8}")
_IN_BANDS = Pattern(r"(?:基本|部分|未|没有)?(?:达成|完成|实现|达到)[^,;。%]{0,20}")  # how far the target was reached, on the officer's judgement


def _after_window(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """三年内无重大事故: how many years are looked back upon is no figure to be compared."""
    if len(tokens) > 2 and tokens[0].text in ("近", "前"):
        tokens = tokens[1:]
    for at in range(1, len(tokens) - 2):  # 结转两年以上资金全部清理
        if tokens[at].kind == "NUM" and tokens[at].unit is not None and tokens[at].unit.base == "年" and tokens[at + 1].kind == "SIDE" and tokens[at + 2].kind == "TEXT":
            return tokens[:at] + tokens[at + 2 :]
    return tokens[2:] if len(tokens) > 2 and tokens[0].kind == "NUM" and tokens[0].unit is not None and tokens[0].unit.base == "年" and tokens[1].kind == "SIDE" else tokens


class Guards:
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
        self.asides: list[str] = []

    def _add(self, guard: RawGuard, effect: object, start: int, **more: object) -> bool:
        text = self.cursor.slice(start, self.cursor.at)
        self.clauses.append(Clause(guard, effect, text, {}, self.numbered, base=self.base, **more))  # type: ignore[arg-type]
        return True

    def _guarded(self) -> bool:
        cursor = self.cursor
        start = cursor.at
        return self._graded() or self._spanned() or self._relative() or self._beyond() or self._worded(start)

    def _respectively(self, start: int, phrase: str, award: Award | Off) -> bool:
        """显著、较显著、一般分别得5分、4分、3分."""
        cursor = self.cursor
        effects: list[Award | Off] = [award]
        phrases = [p for p in re.split(r"[、,]", re.sub(r"^(?:定性指标|指标|评价结果)?(?:分为|按照|按|分)", "", phrase)) if p]
        while len(effects) < len(phrases) and cursor.accept("PAUSE", "COMMA", "GLUE"):
            more: Award | Off | None = read_award(cursor)
            if more is None and isinstance(award, Award) and (amount := read_amount(cursor)) is not None:
                more = Award(amount)
            if more is None:
                break
            effects.append(more)
        if len(effects) != len(phrases):
            cursor.at = start
            return False
        for said, effect in zip(phrases, effects, strict=True):
            self._add(met(said) or Word(said), effect, start)
        return True

    def _beyond(self) -> bool:
        """超过的不得分, 未达到的扣2分: the other side of the threshold before."""
        cursor = self.cursor
        start = cursor.at
        sign = cursor.accept("CMP")
        if sign is None or cursor.kind() not in ("GLUE", "PART", "COMMA", "ZERO", "AWARD", "DEDUCT", "RATIO"):
            cursor.at = start
            return False
        spans = [c.guard for c in self.clauses if isinstance(c.guard, RawSpan)]
        word = str(sign.value)
        if spans:
            last = spans[-1]
            if len(spans) > 1 or word not in ("<", ">") or (last.high is not None if word == "<" else last.low is not None):
                cursor.at = start
                return False
            guard: RawGuard = Else()
        else:
            guard = Met(False) if "达" in sign.text or sign.text == "不到" else Relative(word)
        if self._effect(guard, start, 1 if word == ">" else -1):
            return True
        cursor.at = start
        return False

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
        award = read_award(cursor)
        if award is not None:
            return self._add(guard, award, start)
        if cursor.kind() == "EVERY" or (cursor.kind() == "DOWN" and cursor.kind(1) == "NUM"):
            per = read_per(cursor, hint)
            if per is not None:
                return self._add(guard, per, start)
        if cursor.kind() in ("CMP", "UP", "DOWN") and cursor.kind(1) in ("TEXT", "EVERY", "GLUE", "PART"):
            move = cursor.take()
            if cursor.kind() == "TEXT" and cursor.token().text in ("部分", *GOALS):
                cursor.take()
            cursor.skip("GLUE", "PART", "COMMA")
            per = read_per(cursor, hint) if cursor.kind() == "EVERY" else None
            if per is not None:
                wanted = 1 if move.kind == "UP" or (move.kind == "CMP" and str(move.value) in "≥>") else -1
                per.side = wanted if per.side is None else per.side
                return self._add(guard, per, start)
        between = cursor.accept("BETWIXT") is not None
        ratio = read_ratio(cursor)
        if ratio is not None:
            return self._add(guard, ratio[0], start, taking=ratio[1], between=between)
        cursor.skip("COMMA")
        if cursor.kind() == "TEXT" and cursor.kind(-1) == "GLUE" and cursor.token(-1).text == "按":
            cursor.at -= 1  # 不足100%的按达成率计分
        formula = read_formula(cursor)
        return formula is not None and self._add(guard, formula, start)

    def _spanned(self) -> bool:
        cursor = self.cursor
        start = cursor.at
        subject = ""
        cursor.skip("GLUE")
        if cursor.kind() == "REACH" and cursor.kind(1) == "NUM" and cursor.token(1).unit is not None and cursor.token(1).unit.base == "分":  # type: ignore[union-attr]
            cursor.at = start
            return False  # 达到3分
        if cursor.kind() == "CMP" and cursor.token().text in ("不足", "不满") and cursor.kind(1) == "NUM" and "UNTOUCHED" in (cursor.kind(2), cursor.kind(3)):
            return False  # 不足1%不扣分 says how steps are rounded
        while True:
            if cursor.kind() == "NUM" and cursor.token().unit is not None and cursor.token().unit.base == "月" and cursor.kind(1) == "TEXT" and cursor.token(1).text.startswith(("底", "末")):  # type: ignore[union-attr]
                subject += cursor.take().text + cursor.take().text  # 6月底达到50%
                cursor.accept("COLON")
                continue
            if subject and cursor.kind() == "OPEN" and (closed := self._defined_here()):
                cursor.at = closed
                continue
            if not (cursor.kind() in ("TEXT", "OCCUR", *_MOVES) and cursor.kind(1) in ("CMP", "REACH", "COLON", "NUM", "TEXT", "OPEN", "OPENSQ", "GLUE", "OCCUR", "COMMA", "PAUSE", "EITHERWAY", "OVER", "SIGN", *_MOVES)):
                break
            if cursor.kind(1) == "PAUSE" and (cursor.kind(2) != "TEXT" or cursor.kind(3) not in ("CMP", "REACH", "GLUE", "NUM") or cursor.token(3).text in ("均", "都") or cursor.token().text.endswith(("率", "度", "比例", "数", "量"))):
                break  # 合格率、完好率均为100% are two; 会议费、培训费控制率 is one
            if cursor.kind(1) == "COMMA" and not cursor.token().text.endswith(("率", "度", "比例")):
                break
            subject += cursor.take().text
            if cursor.kind() in ("OVER", "PAUSE") and cursor.kind(1) == "TEXT":
                subject += cursor.take().text + cursor.take().text
                if cursor.kind() == "TIMES" and cursor.kind(1) == "NUM" and cursor.token(1).text == "100%":
                    cursor.at += 2  # 完成数/计划数×100%≥95%
            if cursor.kind() == "OPEN" and cursor.kind(1) == "TEXT" and cursor.kind(2) == "CLOSE" and cursor.kind(3) in ("COLON", "CMP", "SEP", "COMMA", "REACH", "TEXT", "NUM"):
                cursor.at += 3
            cursor.accept("COLON", "COMMA")
            cursor.skip("GLUE")
        span = read_span(cursor)
        if span is None:
            cursor.at = start
            return False
        side_said = cursor.kind(-1) == "SIDE"
        other = self._or_span()
        if cursor.kind() in ("GLUE", "PART") and cursor.kind(1) == "TEXT" and cursor.token(1).text == "部分":
            cursor.take()
        if cursor.kind() == "TEXT" and cursor.token().text in ("部分", "的部分", "区间"):
            cursor.take()
        if side_said and cursor.kind() == "TEXT" and _DONE_THEN.fullmatch(cursor.token().text) and (len(cursor.token().text) <= 4 or cursor.token(-1).text.endswith("内")) and cursor.kind(1) in ("AWARD", "FULL", "ZERO", "UNTOUCHED", "DEDUCT"):
            cursor.take()  # 24小时内处置得满分
        if cursor.kind() == "TEXT" and cursor.token().text in ("符合", "完工", "竣工", "交付", "完成", "达标", "完成任务", "合格", "办结", "报送", "拨付", "支付", "到位", "办理", "发放", "下达", "办理完毕", "响应", "到达现场", "问题", "违规问题", "不合规问题", "不合规", "违规", "投诉", "差错"):
            cursor.take()
        if cursor.kind() == "OPEN" and cursor.kind(1) == "TEXT" and cursor.kind(2) == "CLOSE" and cursor.token(1).text in GRADES:
            cursor.at += 3
        hint = 1 if span.high is None else -1 if span.low is None else None
        subject = re.sub(r"^(?:如果|若|如(?!期)|当(?![年地前日月期事天季]))", "", subject)
        subject = subject.removesuffix("在") if span.subject == ABSOLUTE else subject
        subject += span.subject if span.subject.startswith("占") else ""
        subject = "" if span.subject == OF_TARGET else subject
        guard = RawSpan(span.low, span.high, subject + ABSOLUTE if span.subject == ABSOLUTE and not subject.endswith(ABSOLUTE) else subject or span.subject)
        after = cursor.at
        if named(guard.subject) and self._effect(guard, start, hint):
            if other is None:
                return True
            if isinstance(self.clauses[-1].effect, Award):  # 低于90%或高于110%的不得分
                return self._add(RawSpan(other.low, other.high, guard.subject), self.clauses[-1].effect, start)
            self.clauses.pop()
        cursor.at = after
        if other is None and not self.clauses and named(guard.subject) and self._taken_off_beyond():
            return self._add(guard, Award(FULL), start)
        cursor.at = start
        return False

    def _defined_here(self) -> int:
        """完成率（实际完成/计划完成×100%）: where the bracket that defines the rate ends; 0 where it is something else."""
        cursor, at = self.cursor, self.cursor.at + 1
        while at < len(cursor.tokens) and (cursor.tokens[at].kind in ("TEXT", "GLUE", "OVER", "TIMES", "PLUS", "DASH", "OPEN") or cursor.tokens[at].text == "100%"):
            at += 1
        inner = {t.kind for t in cursor.tokens[cursor.at + 1 : at]}
        return at + 1 if at < len(cursor.tokens) and cursor.tokens[at].kind == "CLOSE" and "TEXT" in inner and inner & {"OVER", "TIMES"} else 0

    def _taken_off_beyond(self) -> bool:
        """成本控制在90万元以内。每超1万元扣…: what is demanded before the steps that take off earns all the points."""
        cursor = self.cursor
        ahead = 1
        while cursor.kind(ahead) in ("CMP", "UP", "DOWN", "GLUE", "PART", "COMMA"):
            ahead += 1
        if cursor.kind() != "SEP" or cursor.kind(ahead) != "EVERY":
            return False
        while cursor.kind(ahead) not in ("SEP", "END", "DEDUCT", "ADD", "AWARD"):
            ahead += 1
        return cursor.kind(ahead) == "DEDUCT"

    def _or_span(self) -> RawSpan | None:
        cursor = self.cursor
        here = cursor.at
        if cursor.kind() == "GLUE" and cursor.token().text in ("或", "或者"):
            cursor.take()
            span = read_span(cursor)
            if span is not None:
                return span
        cursor.at = here
        return None

    def _graded(self) -> bool:
        """优秀（≥90%）得10分: a grade's name and the numbers that earn it."""
        cursor = self.cursor
        start = cursor.at
        if cursor.kind() == "TEXT" and cursor.token().text in GRADES and cursor.kind(1) == "OPEN":
            cursor.at += 2
            span = read_span(cursor)
            if span is not None and cursor.accept("CLOSE") and self._effect(RawSpan(span.low, span.high), start):
                return True
        cursor.at = start
        return False

    def _relative(self) -> bool:
        """低于目标值的, 达到目标值, 未完成目标的."""
        cursor = self.cursor
        start = cursor.at
        cursor.skip("GLUE")
        if cursor.kind() == "TEXT" and cursor.kind(1) in ("CMP", "REACH") and cursor.token().text.endswith(("值", "数", "率", "量", "度", "比例", "成本", "时间", "金额", "支出", "投资", "决算", "费", "面积", "里程", "规模")) or (cursor.kind() == "TEXT" and cursor.kind(1) in ("CMP", "REACH") and cursor.kind(2) == "TEXT" and _TARGET_PROPER.search(cursor.token(2).text) and named(cursor.token().text)):
            cursor.take()
        sign = cursor.accept("CMP", "REACH")
        if sign is None or cursor.kind() != "TEXT" or cursor.token().text not in GOALS:
            cursor.at = start
            return False
        cursor.take()
        word = str(sign.value)
        guard: RawGuard = Met(True) if sign.kind == "REACH" or (word == "≥" and "达" in sign.text) else Met(False) if "达" in sign.text else Relative(word)
        if self._effect(guard, start, {"≥": 1, ">": 1, "≤": -1, "<": -1}.get(word)):
            return True
        cursor.at = start
        return False

    def _worded(self, start: int) -> bool:
        """A phrase in words up to its effect: 制度健全得2分, 明确3分, 未完成的按比例扣分, 没有政府采购项目的按满分计算."""
        cursor = self.cursor
        at = start
        while at < len(cursor.tokens):
            token = cursor.tokens[at]
            if token.kind == "ELSE" and at > start and cursor.tokens[at - 1].kind == "COMMA" and at + 1 < len(cursor.tokens) and cursor.tokens[at + 1].kind in ("TEXT", "CMP", "REACH"):
                at += 1
                continue  # 主要指标完全达到，其他基本达到
            if token.kind in ("SEP", "RATIO", "LINEAR", "FORMULA", "ELSE", "EVERY", "FLOOR", "MOST", "BETWIXT") or (token.kind == "ENUM" and at > start):
                break
            if at > start:
                cursor.at = at
                opened = cursor.accept("OPEN")
                award = bracketed_share(cursor) if opened else None
                award = award or read_award(cursor)
                if award is not None:
                    if opened:
                        cursor.accept("CLOSE")
                    return self._phrase(start, at, award)
                cursor.at = at
                if token.kind in ("GLUE", "AWARD", "COMMA", "COLON") and _IN_BANDS.fullmatch(said := trimmed(cursor.slice(start, at))) and (band := read_band(cursor)) is not None:
                    return self._add(Word(said), band, start)
                if token.kind == "GLUE" and token.text in ("按", "以"):
                    cursor.take()
                    if (share := read_share(cursor)) is not None:
                        return self._phrase(start, at, share)
                    cursor.at = at
                if token.kind == "GLUE" and token.text in ("按", "以") and isinstance(reached := met(trimmed(cursor.slice(start, at))), Met) and self._effect(reached, start):
                    return True  # 未完成目标按实际完成数/计划完成数*分值计分
            at += 1
        if at > start and at < len(cursor.tokens) and cursor.tokens[at].kind in ("RATIO", "EVERY"):
            phrase = trimmed(cursor.slice(start, at))
            cursor.at = at
            reached = met(phrase)
            hint = None if reached is None else (1 if reached.sign == ">" else -1) if isinstance(reached, Relative) else None if reached.yes else -1
            if reached is not None and self._effect(reached, start, hint):
                return True
            if (TARDY.fullmatch(phrase) or any(t.kind == "LATE" for t in cursor.tokens[start:at])) and (per := read_per(cursor)) is not None and per.late and not per.counted:
                return self._add(None, per, start)
        cursor.at = start
        return False

    def _phrase(self, start: int, end: int, award: Award | Off) -> bool:
        cursor = self.cursor
        here = cursor.at
        phrase = trimmed(cursor.slice(start, end))
        said = _after_window(cursor.tokens[start:end])
        kinds = {t.kind for t in said}
        if any(a.kind == "CMP" and b.kind == "NUM" and not (b.unit and b.unit.base in ("年", "月")) for a, b in zip(said, said[1:], strict=False)):
            cursor.at = start
            return False
        if kinds & {"AWARD", "FULL", "ZERO", "UNTOUCHED", "DEDUCT"} or {"NUM", "SIDE"} <= kinds or "的," in phrase:
            cursor.at = start
            return False
        if not WORDED.search(phrase) or SIGNED.search(phrase) or EXCUSE.match(phrase) or phrase.endswith(("计算", "折算")) or (phrase.endswith("核算") and "按" in phrase) or any(measured(t) for t in cursor.tokens[start:end]):
            cursor.at = start
            return False
        again = any(t.kind == "AWARD" and "再" in t.text for t in cursor.tokens[end:here])
        if any(t.kind == "AWARD" and "分别" in t.text for t in cursor.tokens[end:here]):
            return self._respectively(start, phrase, award)
        if any(t.kind == "AWARD" and "各" in t.text for t in cursor.tokens[end:here]):
            said = [p for p in re.split(r"[、,和]", phrase) if p]
            for each in said:
                self._add(Word(each), award, start)
            return len(said) > 1
        guard: RawGuard = met(phrase)
        if guard is None:
            nothing = NOTHING.fullmatch(phrase.removesuffix("按").removesuffix(",")) if isinstance(award, Award) else None
            nothing = nothing and not FAULTS.search(phrase)
            guard = Absent(phrase.removesuffix("按").removesuffix(",").removesuffix("的")) if nothing and award.amount.share else Word(phrase)
        return self._add(guard, award, start, again=again)
