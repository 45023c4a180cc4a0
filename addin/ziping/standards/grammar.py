"""The grammar of standards: a sentence as raw clauses, each with the text it was read from.

A standard is a row of clauses. Each is a guard with an effect, an effect on what went before (steps, proportion, limits), or context that
changes no points (definitions of rates, labels). A clause that is none of these makes the whole standard unreadable.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from decimal import Decimal

from ziping.amounts import PERCENT
from ziping.standards.clauses import GRADES, Off, Per, boundary, read_award, read_limit, read_per, read_ratio, read_rounding
from ziping.standards.conditions import Cursor, RawSpan, read_span
from ziping.standards.formulas import read_definition, read_formula
from ziping.standards.goals import GOALS
from ziping.standards.refusal import NotScorable, quoted
from ziping.standards.rule import ZERO, Absent, Amount, Award, Band, Else, Met, Ratio, Relative, Word
from ziping.standards.tokens import squeeze, tokens
from ziping.standards.vocabulary import words

__all__ = ["Clause", "read_clauses"]

RawGuard = RawSpan | Relative | Met | Word | Absent | Else | None


@dataclass(slots=True)
class Clause:
    """A guard (None: none printed) and an effect, as printed; `between` for 其间按比例; limits of steps are added as they are read."""

    guard: RawGuard
    effect: Award | Off | Per | Ratio | Band
    text: str
    numbered: bool = False
    between: bool = False
    taking: bool = False
    again: bool = False
    limits: dict[str, Amount | None] = field(default_factory=dict)
    up: bool = False
    base: Decimal | None = None


_LABELS = re.compile(
    r"(?:评分标准|计分标准|评分规则|计分规则|评分方法|计分方法|标准|评分细则|计算方法|扣分标准|评价标准|得分标准|评分办法|计分办法|考核标准|评分说明|计分依据|评分依据|评分要点|评价要点|评价规则|打分标准|赋分标准|计算标准|具体标准|分值标准|评分|计分|定量指标|定性指标|评分标准及说明|赋分规则|评分标准为|评分标准如下|标准如下|如下|注|说明|备注|得分|扣分|得分规则|扣分规则)"
)
_CONTEXT = re.compile(
    r"(?:用以|用于|主要)?(?:反映|考核|评价|考察|体现|衡量).*|(?:是指|指的是|指).*|.*(?:是指|指的是|用以反映|用于反映|反映和考核|为准|为标准|为基准|为依据)|(?:以|按|按照|根据|依据|对照).*(?:为准|为标准|为基准|为依据|进行评价|进行考核)|.*是否[^,]*|(?:超额完成|超过|超出)?(?:的)?(?:部分)?不(?:另|再)?加分|共\d项|(?:数据来源|佐证材料|资料来源).*"
)
_HARMLESS = re.compile(r"(?:共计?|总共|以上|共有)\d+(?:项|个|条|点|方面)(?:内容|指标|要点|要素)?|(?:超额完成|超过|超出)(?:的)?(?:部分)?(?:的)?(?:也)?不(?:另|再)?加分|满分\d+分")
_DANGER = re.compile(r"扣|加分|减分|满分|不得分|除外|剔除|视同|视为|但|如有|如果|若|特殊|不可抗|政策性|免|豁免|折半|减半|封顶|否决|取消|不纳入|不含|不适用")
_NOTHING = re.compile(r"(?:当年|本年|本年度|年度|如|若|如果|对于?|单位|部门)*(?:没有|无|未安排|不涉及|不存在|未发生|未涉及|不适用|未设置|未开展)[^得计按]{0,24}?(?:的|时|的单位|的部门|的项目|,|则|视为|视同|情况)*")
_WORDED = re.compile(r"[^\W\d_]")
_SIGNED = re.compile(r"[≥≤<>=*/+%\[\]:]")
_EXCUSE = re.compile(r"(?:但|并)?(?:如遇|如因|若因|若遇|确因|由于|因|遇到?|除|特殊|经批准)")
_REACHED = words("达到 达标 达成 完成 实现 达到目标 完成目标 达到目标值 完成目标值 完成任务 达到指标值 完成指标值 达到年度指标值 达到预期目标 完成年度目标 达到预期 全部完成 达成目标 达成预期目标 完成年度指标值 达到要求 达到标准 已完成 达到预期指标 完成预期目标 完成绩效目标 达到绩效目标 达到年度目标 完成计划 达到计划 达成指标值 达到预期值 完成既定目标 达到目标要求 完成年初目标 达成年度指标 完成计划目标 达到或超过目标值 完成或超额完成 达到或超过指标值 达成预期指标 完成率达到目标值 完成年度指标 达到计划数 完成计划数 达到预期目标值 完成值达到指标值 实际完成值达到指标值 达到规定要求 达到规定标准 完成全部任务 按计划完成 达到既定目标 完成预期指标 达到年初目标 达到年初目标值 达到设定目标")
_MISSED = frozenset(f"{no}{word}" for no in ("未", "没有", "没", "未能", "不") for word in _REACHED) | words("不达标 达不到 达不到目标 未达标准 达不到要求 未达目标 未达目标值 未达到的 未达 未达预期 未达预期目标 达不到目标值 未全部完成 低于指标值 未达指标值 未达年度指标值 未达要求 达不到指标值 未完成或未达到")


def read_clauses(standard: str) -> list[Clause]:
    """The clauses of a standard; NotScorable quotes the clause that could not be read."""
    source = squeeze(standard).removeprefix("理解为:")
    return _Reader(source).read()


class _Reader:
    def __init__(self, source: str) -> None:
        self.cursor = Cursor(tokens(source), source)
        self.clauses: list[Clause] = []
        self.numbered = False
        self.base: Decimal | None = None

    def read(self) -> list[Clause]:
        cursor = self.cursor
        bands = _official(cursor.source)
        if bands:
            return bands
        for token in cursor.tokens:
            if token.kind == "JUDGE" and token.text not in ("相应得分", "相应扣分", "相应分数"):
                raise NotScorable(f"评分标准中的{quoted(self._around(token.start))}需要人工判断，不能自动计分，请由填报人填写得分。")
        while not cursor.done:
            token = cursor.token()
            if token.kind in ("SEP", "COMMA", "PAUSE", "COLON", "CLOSE"):
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
        return self.clauses

    def _around(self, start: int) -> str:
        source = self.cursor.source
        left = max((source.rfind(c, 0, start) for c in ";。\n"), default=-1) + 1
        right = min((at for at in (source.find(c, start) for c in ";。\n") if at >= 0), default=len(source))
        return source[left:right]

    def _statement(self) -> bool:
        return self._context() or self._limit() or self._formula() or self._otherwise() or self._stepped() or self._proportion() or self._guarded() or self._listed()

    def _add(self, guard: RawGuard, effect: object, start: int, **more: object) -> bool:
        text = self.cursor.slice(start, self.cursor.at)
        self.clauses.append(Clause(guard, effect, text, self.numbered, base=self.base, **more))  # type: ignore[arg-type]
        return True

    # -- context: nothing that changes points

    def _context(self) -> bool:
        cursor = self.cursor
        start = cursor.at
        if cursor.kind() == "GLUE" and cursor.token().text in ("即", "其中"):
            cursor.take()
            return True
        if cursor.kind() in ("TEXT", "AWARD", "GLUE") and cursor.kind(1) in ("COLON", "SEP") and _LABELS.fullmatch(cursor.token().text):
            cursor.take()
            return True
        if self._standard_base():
            return True
        if read_definition(cursor):
            return True
        end = start
        while end < len(cursor.tokens) and cursor.tokens[end].kind not in ("SEP", "COMMA"):
            end += 1
        text = cursor.slice(start, end)
        kinds = {t.kind for t in cursor.tokens[start:end]}
        if _HARMLESS.fullmatch(text):
            cursor.at = end
            return True
        if not kinds & {"AWARD", "FULL", "ZERO", "DEDUCT", "ADD", "RATIO", "CMP", "EVERY", "FLOOR", "MOST", "FORMULA", "LEAST", "NUM"} and not _DANGER.search(text) and _CONTEXT.fullmatch(text):
            cursor.at = end
            return True
        return False

    def _standard_base(self) -> bool:
        """以100%为标准。"""
        cursor = self.cursor
        if cursor.kind() in ("TEXT", "GLUE") and cursor.token().text == "以" and cursor.kind(1) == "NUM" and cursor.kind(2) == "TEXT" and cursor.token(2).text in ("为标准", "为基准", "为目标", "为准", "为目标值", "为标准值", "为满分标准"):
            number = cursor.token(1)
            self.base = number.value  # type: ignore[assignment]
            if number.unit is not None and number.unit != PERCENT:
                return False
            cursor.at += 3
            return True
        return False

    def _listed(self) -> bool:
        """An enumerated point without an award (①目标明确；②目标细化), to which a later clause refers."""
        cursor = self.cursor
        if not self.numbered:
            return False
        end = cursor.at
        while end < len(cursor.tokens) and cursor.tokens[end].kind not in ("SEP", "ENUM"):
            end += 1
        text = cursor.slice(cursor.at, end)
        if {t.kind for t in cursor.tokens[cursor.at : end]} <= {"TEXT", "GLUE", "PART", "PAUSE", "COMMA", "OCCUR", "UP", "DOWN", "REACH", "OPEN", "CLOSE"} and not _DANGER.search(text):
            cursor.at = end
            return True
        return False

    # -- limits and rounding of the steps before

    def _limit(self) -> bool:
        cursor = self.cursor
        start = cursor.at
        if self.clauses and _full_at_most(cursor):
            return True
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
        effects = [c for c in self.clauses if isinstance(c.effect, Per)]
        if not effects:
            if limit[0] in ("floor", "ceil") and self.clauses:
                return True
            cursor.at = start
            return False
        targets = effects if limit[0] in ("floor", "ceil") else effects[-1:]
        for clause in targets:
            clause.limits[limit[0]] = limit[1]
        return True

    # -- effects

    def _formula(self) -> bool:
        start = self.cursor.at
        formula = read_formula(self.cursor)
        return formula is not None and self._add(None, formula, start)

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
            cursor.at = start
            return False
        return self._add(Else(), award, start)

    def _stepped(self) -> bool:
        """每…, 发现一处…扣…, 超过的每…, 比率每下降…: steps without a guard of their own."""
        cursor = self.cursor
        start = cursor.at
        hint = None
        cursor.skip("GLUE")
        if cursor.kind() == "TEXT" and cursor.kind(1) in ("EVERY", "COMMA") and cursor.token().text in ("在此基础上", "在满分基础上", "从满分中", "在满分的基础上", "此基础上"):
            cursor.take()
            cursor.skip("COMMA")
        if cursor.kind() in ("CMP", "UP", "DOWN", "LATE") and cursor.kind(1) != "NUM":
            move = cursor.take()
            hint = 1 if move.kind in ("UP", "LATE") or (move.kind == "CMP" and str(move.value) in "≥>") else -1
            named = False
            if cursor.kind() == "TEXT" and (cursor.token().text in GOALS or cursor.token().text in ("部分", "目标值部分", "标准部分", "的部分", "目标部分")):
                named = cursor.take().text in GOALS
            cursor.skip("GLUE", "PART")
            if cursor.kind() == "TEXT" and cursor.token().text == "部分":
                cursor.take()
            cursor.skip("COMMA", "GLUE", "PART")
            if cursor.kind() != "EVERY":
                cursor.at = start
                return False
            per = read_per(cursor, hint)
            if per is None:
                cursor.at = start
                return False
            per.relative = per.relative or named
            return self._add(None, per, start)
        subject = ""
        subject, named = self._before_every()
        per = read_per(cursor)
        if per is None:
            cursor.at = start
            return self._case_counted()
        if subject and per.counted and not per.what:
            per.what = subject
        per.relative = per.relative or named
        return self._add(None, per, start)

    def _case_counted(self) -> bool:
        """存在挪用情况的，每发现一例扣2分: what is counted stands before."""
        cursor = self.cursor
        start = end = cursor.at
        while end < len(cursor.tokens) and cursor.tokens[end].kind in ("TEXT", "OCCUR", "GLUE", "PART", "PAUSE", "COMMA"):
            end += 1
        if end == start or cursor.tokens[end - 1].kind != "COMMA" or end >= len(cursor.tokens) or cursor.tokens[end].kind != "EVERY":
            return False
        phrase = _trimmed(cursor.slice(start, end))
        cursor.at = end
        per = read_per(cursor)
        if per is None or not per.counted or per.gain or per.lack or _DANGER.search(phrase) or "," in phrase:
            cursor.at = start
            return False
        per.what = per.what or re.sub(r"^(?:存在|发现|出现|发生)|情况$", "", phrase)
        return self._add(None, per, start)

    def _before_every(self) -> tuple[str, bool]:
        """The name before 每 (支出进度每低…, 与计划每相差…), and whether it names the target; the cursor stays where there is none."""
        cursor = self.cursor
        at = cursor.at
        names: list[str] = []
        while cursor.kind() in ("TEXT", "GLUE", "PART"):
            token = cursor.take()
            if token.kind == "TEXT":
                names.append(token.text)
        if cursor.kind() == "COMMA" and names and names[-1].endswith(("相比", "相比较", "相较", "基础上", "为基准", "为基础")):
            cursor.take()
        if cursor.kind() != "EVERY" or not names or any(name.startswith(("但", "如", "若")) for name in names):
            cursor.at = at
            return "", False
        return "".join(names), any(name in GOALS or re.sub(r"^[较比与]|相比较?$", "", name) in GOALS for name in names)

    def _proportion(self) -> bool:
        cursor = self.cursor
        start = cursor.at
        between = cursor.accept("BETWIXT") is not None
        cursor.skip("GLUE", "PART", "COMMA")
        if not between:
            cursor.at = start
            cursor.skip("GLUE")
        ratio = read_ratio(cursor)
        if ratio is None:
            cursor.at = start
            return False
        return self._add(None, ratio[0], start, between=between, taking=ratio[1])

    def _guarded(self) -> bool:
        cursor = self.cursor
        start = cursor.at
        return self._spanned() or self._relative() or self._beyond() or self._worded(start)

    def _respectively(self, start: int, phrase: str, award: Award | Off) -> bool:
        """显著、较显著、一般分别得5分、4分、3分."""
        cursor = self.cursor
        effects: list[Award | Off] = [award]
        phrases = [p for p in re.split(r"[、,]", phrase) if p]
        while len(effects) < len(phrases) and cursor.accept("PAUSE", "COMMA", "GLUE"):
            more = read_award(cursor)
            if more is None:
                break
            effects.append(more)
        if len(effects) != len(phrases):
            cursor.at = start
            return False
        for said, effect in zip(phrases, effects, strict=True):
            self._add(_met(said) or Word(said), effect, start)
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
        cursor.skip("GLUE", "PART")
        cursor.accept("COMMA", "COLON", "PAUSE")
        cursor.skip("GLUE", "PART")
        award = read_award(cursor)
        if award is not None:
            return self._add(guard, award, start)
        if cursor.kind() in ("EVERY",):
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
        while cursor.kind() in ("TEXT", "OCCUR") and cursor.kind(1) in ("CMP", "REACH", "COLON", "NUM", "TEXT", "OPEN", "OPENSQ", "GLUE", "OCCUR", "COMMA"):
            if cursor.kind(1) == "COMMA" and not cursor.token().text.endswith(("率", "度", "比例")):
                break
            subject += cursor.take().text
            if cursor.kind() == "OPEN" and cursor.kind(1) == "TEXT" and cursor.kind(2) == "CLOSE" and cursor.kind(3) in ("COLON", "CMP", "SEP", "COMMA", "REACH"):
                cursor.at += 3
            cursor.accept("COLON", "COMMA")
            cursor.skip("GLUE")
        span = read_span(cursor)
        if span is None:
            cursor.at = start
            return False
        if cursor.kind() in ("GLUE", "PART") and cursor.kind(1) == "TEXT" and cursor.token(1).text == "部分":
            cursor.take()
        if cursor.kind() == "TEXT" and cursor.token().text in ("部分", "的部分", "区间"):
            cursor.take()
        if cursor.kind() == "OPEN" and cursor.kind(1) == "TEXT" and cursor.kind(2) == "CLOSE" and cursor.token(1).text in GRADES:
            cursor.at += 3
        hint = 1 if span.high is None else -1 if span.low is None else None
        guard = RawSpan(span.low, span.high, subject or span.subject)
        if _named(guard.subject) and self._effect(guard, start, hint):
            return True
        cursor.at = start
        return False

    def _relative(self) -> bool:
        """低于目标值的, 达到目标值, 未完成目标的."""
        cursor = self.cursor
        start = cursor.at
        cursor.skip("GLUE")
        if cursor.kind() == "TEXT" and cursor.kind(1) in ("CMP", "REACH") and cursor.token().text.endswith(("值", "数", "率", "量", "度", "比例", "成本", "时间", "金额", "支出", "投资")):
            cursor.take()
        sign = cursor.accept("CMP", "REACH")
        if sign is None or cursor.kind() != "TEXT" or cursor.token().text not in GOALS:
            cursor.at = start
            return False
        cursor.take()
        word = str(sign.value)
        guard: RawGuard = Met(True) if sign.kind == "REACH" else Met(False) if "达" in sign.text else Relative(word)
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
            if token.kind in ("SEP", "RATIO", "LINEAR", "FORMULA", "ELSE", "EVERY", "FLOOR", "MOST", "BETWIXT") or (token.kind == "ENUM" and at > start):
                break
            if at > start:
                cursor.at = at
                opened = cursor.accept("OPEN")
                award = _bracketed_share(cursor) if opened else None
                award = award or read_award(cursor)
                if award is not None:
                    if opened:
                        cursor.accept("CLOSE")
                    return self._phrase(start, at, award)
            at += 1
        if at > start and at < len(cursor.tokens) and cursor.tokens[at].kind in ("RATIO", "EVERY"):
            phrase = _trimmed(cursor.slice(start, at))
            cursor.at = at
            met = _met(phrase)
            if met is not None and self._effect(met, start, -1 if not met.yes else None):
                return True
        cursor.at = start
        return False

    def _phrase(self, start: int, end: int, award: Award | Off) -> bool:
        cursor = self.cursor
        here = cursor.at
        phrase = _trimmed(cursor.slice(start, end))
        if not _WORDED.search(phrase) or _SIGNED.search(phrase) or _EXCUSE.match(phrase) or phrase.endswith(("计算", "核算", "折算")) or any(_measured(t) for t in cursor.tokens[start:end]):
            cursor.at = start
            return False
        again = any(t.kind == "AWARD" and "再" in t.text for t in cursor.tokens[end:here])
        if any(t.kind == "AWARD" and "分别" in t.text for t in cursor.tokens[end:here]):
            return self._respectively(start, phrase, award)
        guard: RawGuard = _met(phrase)
        if guard is None:
            nothing = _NOTHING.fullmatch(phrase.removesuffix("按").removesuffix(",")) if isinstance(award, Award) else None
            guard = Absent(phrase.removesuffix("按").removesuffix(",").removesuffix("的")) if nothing and award.amount.share else Word(phrase)
        return self._add(guard, award, start, again=again)


def _measured(token: object) -> bool:
    """A figure that would have to be compared: a phrase with one is no phrase."""
    return token.kind == "NUM" and (token.unit is None or token.unit.base in ("", "百分点", "分", "元"))  # type: ignore[attr-defined]


def _bracketed_share(cursor: Cursor) -> Award | None:
    """显著（100%）: in brackets, of the points."""
    if cursor.kind() == "NUM" and cursor.token().unit == PERCENT and cursor.kind(1) == "CLOSE":
        value = cursor.take().value
        return Award(Amount(value.scaleb(-2), True) if value else ZERO)  # type: ignore[union-attr]
    return None


def _full_at_most(cursor: Cursor) -> bool:
    """超过100%的按100%计算: the points end at the full points anyway."""
    start = cursor.at
    cursor.skip("GLUE")
    sign = cursor.accept("CMP", "UP")
    first = cursor.accept("NUM") if sign is not None and sign.text in ("超过", "大于", "高于", "超出", ">") else None
    while first is not None and cursor.kind() in ("GLUE", "PART", "COMMA", "SIDE"):
        cursor.take()
    second = cursor.accept("NUM") if first is not None else None
    if second is None or first.value != 100 or second.value != 100 or first.unit != PERCENT:  # type: ignore[union-attr]
        cursor.at = start
        return False
    if cursor.kind() == "TEXT" and cursor.token().text in ("计算", "计", "计分", "记", "计入", "计得分", "算", "核算"):
        cursor.take()
    if boundary(cursor):
        return True
    cursor.at = start
    return False


def _named(subject: str) -> bool:
    """Whether a text before a number may be the name of what is measured; conditions in words may not be."""
    return len(subject) <= 30 and not _DANGER.search(subject) and not re.search(r"[,;。]", subject)


def _trimmed(phrase: str) -> str:
    phrase = phrase.strip(",、:;(")
    for tail in ("的则", "的可", "的", "则", "者"):
        if phrase.endswith(tail) and len(phrase) > len(tail) + 1:
            phrase = phrase.removesuffix(tail)
            break
    return phrase.strip(",、:;(")


def _met(phrase: str) -> Met | None:
    return Met(True) if phrase in _REACHED else Met(False) if phrase in _MISSED else None


# ---------------------------------------------------------------------------------------------------------------
# The three qualitative bands as printed


_BAND = r"(\d+)%?(?:\((不?含)\))?[-~至](\d+)%(?:\((不?含)[^)]*\))?"
_RANGES = re.compile(_BAND)
_TRIPLE = re.compile(
    r"(?:[^;。]*?)(?:根据指标完成情况分为)?(达成(?:年度|预期)?指标)、(部分达成(?:年度指标)?(?:并|且)具有一定效果)、(未达成(?:年度指标)?(?:且|并)效果较差)(?:三档|三个档次|三种情况)?,?(?:分别|依次)?(?:按照|按|对应)(?:该|本)?(?:指标)?(?:对应)?(?:分值)?(?:区间)?"
    + _BAND + "、" + _BAND + "、" + _BAND + r"(?:来)?(?:合理)?(?:确定|计算|计|赋)?(?:得分|分值|分)?[。;]?"
)  # fmt: skip
_EACH = re.compile(r"(达成(?:年度|预期)?指标)(?:的)?[,:]?(?:得|计|按)?(?:分值的|分值)?" + _BAND + r"(?:的?分值|计分|得分)?[,;。、](部分达成(?:年度指标)?(?:并|且)?具有一定效果)(?:的)?[,:]?(?:得|计|按)?(?:分值的|分值)?" + _BAND + r"(?:的?分值|计分|得分)?[,;。、](未达成(?:年度指标)?(?:且|并)?效果较差)(?:的)?[,:]?(?:得|计|按)?(?:分值的|分值)?" + _BAND + r"(?:的?分值|计分|得分)?[。;]?")


def _official(source: str) -> list[Clause] | None:
    """The three bands of 财预〔2020〕10号 with whatever edges the form prints."""
    match = _TRIPLE.fullmatch(source)
    if match:
        words, edges = match.group(1, 2, 3), [match.group(i, i + 2) for i in (4, 8, 12)]
    elif match := _EACH.fullmatch(source):
        words, edges = match.group(1, 6, 11), [match.group(i, i + 2) for i in (2, 7, 12)]
    else:
        return None
    bands = [sorted((Decimal(a).scaleb(-2), Decimal(b).scaleb(-2))) for a, b in edges]
    if not (bands[0][1] == 1 and bands[0][0] >= bands[1][1] and bands[1][0] >= bands[2][1] and bands[2][0] == 0):
        return None
    return [Clause(Word(word), Band(high, low), source) for word, (low, high) in zip(words, bands, strict=True)]
