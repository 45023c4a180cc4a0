"""The grammar of standards: a sentence as raw clauses, each with the text it was read from.

A standard is a row of clauses. Each is a guard with an effect, an effect on what went before (steps, proportion, limits), or context that
changes no points (definitions of rates, labels). A clause that is none of these makes the whole standard unreadable.
"""

from __future__ import annotations

import re
from decimal import Decimal

from ziping.amounts import PERCENT
from ziping.standards.awards import Off, boundary, read_amount, read_award
from ziping.standards.clauses import Clause
from ziping.standards.contexts import Contexts
from ziping.standards.edges import GROWTH, Edge, RawSpan, percent
from ziping.standards.every import Per, name_of, read_per, read_shared
from ziping.standards.formulas import read_formula
from ziping.standards.goals import GOALS
from ziping.standards.limits import read_limit, read_ratio, read_rounding
from ziping.standards.official import either_way, letters_told, official
from ziping.standards.phrases import DANGER, FAULTS, full_at_most, met, trimmed
from ziping.standards.refusal import NotScorable, quoted
from ziping.standards.rule import FULL, ZERO, Award, Else, Met, Ratio, Relative, Scaled, Word
from ziping.standards.sections import awarded_before, bare_points, bracketed_formula, by_the_piece, rule_of, whole_scales, without_glosses
from ziping.standards.tokens import Token, squeeze, tokens
from ziping.standards.values import COUNTED
from ziping.standards.vocabulary import Pattern, words

__all__ = ["Clause", "read_clauses"]


def read_clauses(standard: str) -> tuple[list[Clause], Decimal | None, tuple[str, ...]]:
    """The clauses of a standard, the full points that it states and the circumstances that it names beside its numbers; NotScorable quotes the clause that could not be read."""
    source = without_glosses(bare_points(bracketed_formula(by_the_piece(awarded_before(whole_scales(rule_of(either_way(letters_told(squeeze(standard).removeprefix("理解为:"))))))))))
    if _LETTERS.search(source):
        raise NotScorable("评分标准自己说明了A、B的含义，请按它的公式计算，由填报人填写得分。")
    reader = _Reader(source)
    return reader.read(), reader.stated, tuple(reader.asides)


_LETTERS = Pattern(r"(?<![A-Za-z])[AB](?:为|是指|指|表示|代表)(?!\d)")
_DENIED = Pattern(r"[未不没][^,;。]{1,8}的?$")
_BASED = Pattern(r"[^\d,;。]{0,20}以[^\d,;。]{2,14}为(?:基数|基准|基期)")
_COMPARED = Pattern(r"(?:如果|如|若|当)?([^\W\d]{2,20}?)(大于|超过|高于|多于|超出|小于|低于|少于)([^\W\d]{2,20})")
_DIVIDED = Pattern(r"=\(?([^=/()]+)(?:\([^()]*\))?/([^=/()*]+)")
_BARE_AMOUNT = Pattern(r"实际|计划|预算|执行|支出|金额|数额|额$|数$")
_PLANNED_AMOUNT = Pattern(r"计划|预算")
_DOING = words("完成 开展 举办 组织 召开 发生 查处 办理 办结 新增 培训 建成 引进 申报 获得 发表 采用 刊发")
_OF_POINTS = Pattern(r"符合|满足|具备|达到|全部|以上|齐全|项")
_OF_ABOVE = Pattern(r"(?:不|未|没有)(?:符合|满足|达到)(?:以上|上述)(?:要求|条件|标准|情况|规定|内容)?的?,?")
_ELSEWHERE = Pattern(r"上年|去年|同期|平均|基期|往年")


def _breach(clause: Clause) -> bool:
    """迟报一次扣0.2分, 每发现一处扣1分: what each breach of a requirement costs."""
    if isinstance(clause.effect, Per):
        return clause.effect.counted and not clause.effect.gain
    low = clause.guard.low if isinstance(clause.guard, RawSpan) and clause.guard.low == clause.guard.high else None
    return isinstance(clause.effect, Off) and low is not None and low.value == 1 and low.unit is not None and low.unit.text in COUNTED


class _Reader(Contexts):
    """Reads clause after clause; what a guard and its effect look like is in `guards`."""

    def read(self) -> list[Clause]:
        cursor = self.cursor
        if found := official(cursor.source):
            bands, rest = found
            clauses = [Clause(word, band, cursor.source, {}) for word, band in bands]
            return clauses + (_Reader(rest).read() if rest.strip("。;\n") else [])
        for token in cursor.tokens:
            if token.kind == "JUDGE":  # though it may not apply: the officer decides
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
        if self.listed and not any(isinstance(c.effect, Per) and c.effect.counted or (isinstance(c.guard, Word) and _OF_POINTS.search(c.guard.phrase)) for c in self.clauses):
            raise NotScorable(f"评分标准{quoted(cursor.source)}列出了条件，但没有写明如何计分，请由填报人填写得分或补充标准。")
        if self.listed and any(c.numbered and isinstance(c.guard, Word) and isinstance(c.effect, Award) for c in self.clauses):
            raise NotScorable(f"评分标准{quoted(cursor.source)}中有的条件没有写明得分，请由填报人填写得分或补充标准。")
        if self.required and not self._restating() and not self._stepping_out() and not self._demanding() and not (self.clauses and all(_breach(c) for c in self.clauses)):
            raise NotScorable(f"评分标准中的{quoted(self.required)}没有读懂，可能影响得分，请由填报人填写得分或改写该句。")
        if self.promised is not None:
            self._kept_promise()
        if self.printed:
            self._anchored()
        self._made_of()
        return self.clauses

    def _restating(self) -> bool:
        """办结率90%以上。达到90%以上的得5分: the requirement is said again by the rule."""
        asked = {(t.value, percent(t.unit)) for text in self.required.split("\n") for t in tokens(text) if t.kind == "NUM"}
        edges = {(e.value, percent(e.unit)) for c in self.clauses if isinstance(c.guard, RawSpan) for e in (c.guard.low, c.guard.high) if e is not None}
        return bool(asked) and asked <= edges

    def _stepping_out(self) -> bool:
        """每年学法不少于6次。每少一次扣0.3分: the requirement is where the steps begin, and earns all the points."""
        steps = [c.effect for c in self.clauses if isinstance(c.effect, Per)]
        asked = self.demanded
        if asked is None or "\n" in self.required or len(steps) != 1 or any(isinstance(c.guard, RawSpan | Met | Relative) for c in self.clauses):
            return False
        per, edge = steps[0], asked.low or asked.high
        if per.counted and per.what in ("少报", "缺报", "漏报"):
            per.lack, per.what = "少", ""
        side = -1 if per.lack else per.side
        same = percent(edge.unit) == percent(per.unit) if not per.lack else edge.unit is not None and edge.unit.base == per.unit.base  # type: ignore[union-attr]
        if per.gain or not same or side != (-1 if asked.low is not None else 1):
            return False
        self.clauses.insert(0, Clause(asked, Award(FULL), self.required, {}, asked=True))
        return True

    def _kept_promise(self) -> None:
        """目标值为30个，每完成1个得0.5分: the target earns the full points, 15."""
        per, goal = self.clauses[0].effect if len(self.clauses) == 1 else None, self.promised
        if not isinstance(per, Per) or not per.counted or not per.gain or per.amount.share or per.unit != goal.unit:  # type: ignore[union-attr]
            raise NotScorable(f"评分标准{quoted(self.cursor.source)}中的目标值没有读懂，可能影响得分，请由填报人填写得分或改写该句。")
        worth = goal.value / per.size * per.amount.value  # type: ignore[union-attr, operator]
        if self.stated is not None and self.stated != worth:
            raise NotScorable(f"评分标准写明满分{self.stated}分，按目标值计算为{worth}分，两者不符，请核对标准。")
        self.stated = worth

    def _demanding(self) -> bool:
        """辍学率控制在1%以内。达不到要求不得分: what is asked for earns all the points, and nothing else is scored."""
        rest = self.clauses[0] if len(self.clauses) == 1 else None
        if self.demanded is None or "\n" in self.required or rest is None or rest.guard not in (Met(False), Else()) or not isinstance(rest.effect, Award | Off):
            return False
        if isinstance(rest.effect, Award) and rest.effect.amount == FULL:
            return False
        rest.guard = Else()
        self.clauses.insert(0, Clause(self.demanded, Award(FULL), self.required, {}))
        return True

    def _made_of(self) -> None:
        """采购金额大于计划金额的得0分, where 执行率=采购金额/计划金额: a rate above 100%."""
        for clause in self.clauses:
            said = _COMPARED.fullmatch(clause.guard.phrase) if isinstance(clause.guard, Word) else None
            if said and clause.effect == Award(ZERO) and self._rate_of(said[1], said[3]):
                whole = Edge(Decimal(100), PERCENT, False)
                clause.guard = RawSpan(whole, None) if said[2] in ("大于", "超过", "高于", "多于", "超出") else RawSpan(None, whole)
                continue
            for top, bottom in _DIVIDED.findall(self.defined) if said else ():
                upward = said[2] in ("大于", "超过", "高于", "多于", "超出")  # type: ignore[index]
                if said[1] in top and said[3] in bottom:  # type: ignore[index]
                    whole = Edge(Decimal(100), PERCENT, False)
                    clause.guard = RawSpan(whole, None) if upward else RawSpan(None, whole)

    def _rate_of(self, actual: str, planned: str) -> bool:
        """实际采购金额 over 采购计划金额 is 政府采购执行率, which alone is scored."""
        rates = [c.effect.name for c in self.clauses if isinstance(c.effect, Ratio) and c.effect.of == "value"]
        top, bottom = _BARE_AMOUNT.sub("", actual), _BARE_AMOUNT.sub("", planned)
        return len(rates) == 1 and top == bottom and len(top) >= 2 and "实际" in actual and bool(_PLANNED_AMOUNT.search(planned)) and top in rates[0] and rates[0].endswith(("执行率", "完成率"))

    def _anchored(self) -> None:
        """达到 and 未达到 beside a printed target (目标值≥90%，达到得满分) mean that figure."""
        sides = {c.effect.side for c in self.clauses if isinstance(c.effect, Per) and c.effect.side}
        sign = self.base_sign or ("≥" if sides == {-1} else "≤" if sides == {1} else "")
        edge = Edge(self.base, PERCENT, sign in ("≥", "≤"))  # type: ignore[arg-type]
        for clause in self.clauses:
            if not isinstance(clause.guard, Met):
                continue
            if sign in ("", "="):
                raise NotScorable(f"评分标准中的{quoted(clause.text)}没有写明是不低于还是不高于目标值，请由填报人填写得分。")
            upward = (sign in ("≥", ">")) == clause.guard.yes
            own = edge if clause.guard.yes else Edge(edge.value, PERCENT, not edge.closed)
            clause.guard = RawSpan(own, None) if upward else RawSpan(None, own)
            clause.asked = clause.effect == Award(FULL)

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
            return bool(self.clauses) and self._states(limit[1].value, start)  # type: ignore[union-attr]
        effects = [c for c in self.clauses if isinstance(c.effect, Per)]
        if not effects:
            if limit[0] in ("floor", "ceil") and self.clauses:
                return True
            if limit[0] in ("most", "cap") and self.clauses and isinstance(self.clauses[-1].effect, Ratio | Scaled) and not limit[1].share:  # type: ignore[union-attr]
                return self._states(limit[1].value, start)  # type: ignore[union-attr]
            cursor.at = start
            return False
        targets = effects if limit[0] in ("floor", "ceil") else effects[-1:]
        for clause in targets:
            clause.limits[limit[0]] = limit[1]
        return True

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
        if opened >= len(cursor.tokens) or cursor.tokens[opened].kind != "OPEN" or met(trimmed(cursor.slice(start, opened))) != Met(True):
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

    def _stepped(self) -> bool:
        """每…, 发现一处…扣…, 超过的每…, 比率每下降…: steps without a guard of their own."""
        cursor = self.cursor
        start = cursor.at
        if self._from_nothing():
            return True
        if (every := self._from_another()) is not None:
            cursor.at = every
        hint = None
        cursor.skip("GLUE")
        self._window()
        if not cursor.done and (above := _OF_ABOVE.match(cursor.source, cursor.token().start)):
            every = next((i for i in range(cursor.at, len(cursor.tokens)) if cursor.tokens[i].start >= above.end()), 0)
            cursor.at = every if every and cursor.tokens[every].kind == "EVERY" else cursor.at
        if cursor.kind() == "TEXT" and cursor.kind(1) in ("EVERY", "COMMA") and cursor.token().text in ("在此基础上", "在满分基础上", "从满分中", "在满分的基础上", "此基础上"):
            cursor.take()
            cursor.skip("COMMA")
        if cursor.kind() in ("UP", "DOWN", "LATE", "CMP") and cursor.kind(1) == "NUM" and cursor.token(1).value == 1 and cursor.kind(2) == "DEDUCT" and self._only_step() and any(isinstance(c.effect, Award) and isinstance(c.guard, RawSpan | Met | Word if cursor.kind() == "LATE" else RawSpan | Met) for c in self.clauses):
            token = cursor.token()
            cursor.tokens = (*cursor.tokens[: cursor.at], Token("EVERY", "", start=token.start), *cursor.tokens[cursor.at :])  # 少一天扣1分: each of them
        if cursor.kind() in ("CMP", "UP", "DOWN", "LATE") and cursor.kind(1) != "NUM":
            move = cursor.take()
            hint = 1 if move.kind in ("UP", "LATE") or (move.kind == "CMP" and str(move.value) in "≥>") else -1
            named = False
            if move.text in ("超额", "超") and cursor.kind() == "TEXT" and cursor.token().text in ("完成", "完成任务", "完成目标", "完成计划"):
                named = bool(cursor.take())
            if cursor.kind() == "TEXT" and (cursor.token().text in GOALS or cursor.token().text in ("部分", "目标值部分", "标准部分", "的部分", "目标部分")):
                named = cursor.take().text in GOALS
            cursor.skip("GLUE", "PART")
            if cursor.kind() == "TEXT" and cursor.token().text == "部分":
                cursor.take()
            cursor.skip("COMMA", "GLUE", "PART")
            if cursor.kind() != "EVERY":
                cursor.at = start
                return self._case_counted()
            per = read_per(cursor, hint)
            if per is None:
                cursor.at = start
                return False
            if move.kind != "LATE" and move.text != "超标":
                per.count_beyond(hint)
            per.relative = per.relative or named
            return self._add(None, per, start)
        subject = ""
        if self.listed and (shared := read_shared(cursor)) is not None:
            return self._add(None, shared, start)
        subject, named = self._before_every()
        over = subject.startswith("超") and subject[1:] in GOALS
        per = read_per(cursor, 1 if over else None)
        named = named or over
        if per is None:
            cursor.at = start
            return self._case_counted()
        if subject and per.counted and (not per.what or (per.gain and per.what in _DOING)):
            per.what = subject  # 纠纷案件每完成1件得5分
        per.relative = per.relative or named
        return self._add(None, per, start)

    def _only_step(self) -> bool:
        """Whether no other clause says so much for so much more: 超1天扣1分，超2天扣2分 are tiers."""
        got = self.cursor.tokens
        return sum(a.kind in ("UP", "DOWN", "LATE", "CMP") and b.kind == "NUM" and c.kind in ("DEDUCT", "ZERO") for a, b, c in zip(got, got[1:], got[2:], strict=False)) == 1

    def _window(self) -> None:
        """近三年内，每发生一起…: how far one looks back, passed over."""
        cursor, ahead = self.cursor, 0
        while cursor.kind(ahead) == "TEXT" and cursor.token(ahead).text in ("连续", "近", "最近", "前"):
            ahead += 1
        if cursor.kind(ahead) != "NUM" or not ahead or cursor.token(ahead).unit is None or cursor.token(ahead).unit.base not in ("年", "月"):  # type: ignore[union-attr]
            return
        ahead += 1
        while cursor.kind(ahead) in ("SIDE", "COMMA"):
            ahead += 1
        cursor.at += ahead if cursor.kind(ahead) == "EVERY" else 0

    def _from_nothing(self) -> bool:
        """较上年每提高1个百分点得0.5分, 占比每达到10%得1分: earned step by step, from nothing."""
        cursor = self.cursor
        start = cursor.at
        while cursor.kind() in ("TEXT", "GLUE"):
            cursor.take()
        name = cursor.slice(start, cursor.at)
        move = cursor.token(1).kind if cursor.kind() == "EVERY" and cursor.kind(1) in ("UP", "REACH") else ""
        size = cursor.token(2) if move and cursor.kind(2) == "NUM" and cursor.kind(3) == "AWARD" else None
        if self.clauses or size is None or percent(size.unit) != PERCENT or (move == "REACH" and not name.endswith(("率", "比", "度", "比例"))) or (move == "UP" and not _ELSEWHERE.search(name)) or DANGER.search(name):
            cursor.at = start
            return False
        cursor.at += 4
        amount = read_amount(cursor)
        if amount is None or amount.share or amount == ZERO or not boundary(cursor):
            cursor.at = start
            return False
        subject = GROWTH if move == "UP" else name
        zero = Edge(Decimal(0), PERCENT, True)
        self._add(RawSpan(zero, None, subject), Per(size.value, size.unit, amount, 1, gain=True), start)  # type: ignore[arg-type]
        return self._add(RawSpan(None, Edge(Decimal(0), PERCENT, False), subject), Award(ZERO), start)

    def _from_another(self) -> int | None:
        """面积以前三年平均值为基数，每减少1%减3分: where the steps begin; no change earns all the points."""
        cursor = self.cursor
        comma = next((i for i in range(cursor.at, len(cursor.tokens)) if cursor.tokens[i].kind in ("COMMA", "SEP")), len(cursor.tokens))
        if self.clauses or comma + 1 >= len(cursor.tokens) or cursor.tokens[comma + 1].kind != "EVERY" or not _BASED.fullmatch(cursor.slice(cursor.at, comma)):
            return None
        steps = {t.kind for t in cursor.tokens[comma:] if t.kind in ("UP", "DOWN")}
        fall = any(t.kind == "DEDUCT" for t in cursor.tokens[comma:]) and "DOWN" in steps
        zero = Edge(Decimal(0), PERCENT, True)
        self._add(RawSpan(zero, None, GROWTH) if fall else RawSpan(None, zero, GROWTH), Award(FULL), cursor.at)
        return comma + 1

    def _case_counted(self) -> bool:
        """存在挪用情况的，每发现一例扣2分: what is counted stands before."""
        cursor = self.cursor
        start = end = cursor.at
        denied = cursor.source.startswith(("未", "不", "没有"), cursor.tokens[start].start) if start < len(cursor.tokens) else False
        while end < len(cursor.tokens) and (cursor.tokens[end].kind in ("TEXT", "OCCUR", "GLUE", "PART", "PAUSE", "COMMA") or (cursor.tokens[end].kind == "ELSE" and end > start) or (denied and end == start)):
            end += 1
        faulty = denied or (end > start and (FAULTS.search(cursor.slice(start, end)) or _DENIED.search(cursor.slice(start, end).rstrip(","))))
        if end == start or not (cursor.tokens[end - 1].kind == "COMMA" or (faulty and cursor.tokens[end - 1].text == "的")) or end >= len(cursor.tokens) or not (cursor.tokens[end].kind == "EVERY" or (denied and self._one_costs(end))):
            return False
        phrase = trimmed(cursor.slice(start, end))
        cursor.at = end
        per = read_per(cursor)
        if per is None or not per.counted or (per.gain and (faulty or per.what)) or (per.lack and not denied) or DANGER.search(phrase) or ("," in phrase and not phrase.startswith("因")):
            cursor.at = start
            return False
        if per.lack:
            return self._add(None, per, start)  # 未按承诺配备人员，每缺少一人扣2分
        if not per.what or phrase.endswith(per.what):
            start = max((i + 1 for i in range(start, end - 1) if cursor.tokens[i].kind == "COMMA"), default=start)
            per.what = re.sub(r"^(?:对|凡)?(?:存在|发现|出现|发生)?|情况$", "", name_of(cursor.tokens[start:end]).removesuffix("的"))
        return self._add(None, per, start)

    def _one_costs(self, at: int) -> bool:
        """1次扣4.5分."""
        got = self.cursor.tokens[at : at + 2]
        return len(got) == 2 and got[0].kind == "NUM" and got[0].value == 1 and got[0].unit is not None and got[0].unit.text in COUNTED and got[1].kind == "DEDUCT"

    def _before_every(self) -> tuple[str, bool]:
        """The name before 每 (支出进度每低…, 与计划每相差…), and whether it names the target; the cursor stays where there is none."""
        cursor = self.cursor
        at = cursor.at
        names: list[str] = []
        while cursor.kind() in ("TEXT", "GLUE", "PART", "OCCUR", "PAUSE", "LATE"):
            token = cursor.take()
            if token.kind in ("TEXT", "OCCUR", "LATE"):
                names.append(token.text)
        if cursor.kind() == "COMMA" and names and names[-1].endswith(("相比", "相比较", "相较", "基础上", "为基准", "为基础")):
            cursor.take()
        if cursor.kind() != "EVERY" or not names or any(name.startswith(("但", "如", "若")) or _ELSEWHERE.search(name) for name in names):
            cursor.at = at
            return "", False
        return name_of(cursor.tokens[at : cursor.at], "TEXT OCCUR LATE"), any(name in GOALS or re.sub(r"^[较比与]|相比较?$", "", name) in GOALS for name in names)

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
