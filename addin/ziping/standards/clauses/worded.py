"""Clauses guarded by a phrase: 制度健全得2分, 合格率、完好率均为100%得满分, 显著、较显著、一般分别得5分、4分、3分."""

from __future__ import annotations

import re

from ziping.standards.cells.conversion import COUNTED
from ziping.standards.clauses.awards import Off, read_amount, read_award, read_band, read_share
from ziping.standards.clauses.clauses import Clauses, RawGuard
from ziping.standards.clauses.every import read_per
from ziping.standards.clauses.formulas import read_formula
from ziping.standards.clauses.joint import together
from ziping.standards.clauses.limits import read_ratio
from ziping.standards.clauses.phrases import EXCUSE, FAULTS, NOTHING, SIGNED, TARDY, WORDED, bracketed_share, measured, met, trimmed
from ziping.standards.clauses.rule import FULL, ZERO, Absent, Award, Else, Met, Ratio, Relative, Word
from ziping.standards.words.tokens import Token
from ziping.standards.words.vocabulary import Pattern, in_order

__all__ = ["Worded"]

_IN_BANDS = Pattern(r"(?:基本|部分|未|没有)?(?:达成|完成|实现|达到)[^,;。%]{0,20}")  # how far the target was reached, on the officer's judgement
_MISSING = frozenset(["少报", "漏报", "缺报", "缺少", "缺交", "少填", "漏填"])
_BELOW_GOAL = Pattern(r"^[,;。\n]*[^,;。]{0,16}(?:低于|未完成|未达到|少于)(?:年度|全年|计划|目标|预期)*(?:任务|目标|指标|计划)[^。]*每")
_ASKED_FOR = Pattern(r"([^不未没无如若因但]{4,}),(?:未|没有|无)([^,;。\d]{2,8})")
_TASK = Pattern(r"[^,;。\d不未无没超]{2,14}(?:任务|目标|计划|数量?|人数|面积|里程|产量|规模)(?:完成情况)?")
_NO_CASE = Pattern(r"(?:另行?|另外|再|并|同时|一并|相应|直接|予以|给予|一次性|从中|还|也|要|应当?|需|须|可|统一|一律)+")  # 另行扣2分: when?
_BY_MEASURE = Pattern(r"(?<![未不])(?<!没有|未能|不能)按照?(?:实际|所)?(?:天|日|周|月|季度?|年|次|人|人次|户|项|个|处|件|起|例|家|份|进度|比例|差额|金额|数量|程度|幅度|情节)数?$")  # 逾期的按天扣0.1分: so much for each, whatever is measured
_OF_EACH = Pattern(r"(?P<things>[^,;。\d未不没无]{2,16}(?:[、和与及][^,;。\d未不没无]{2,12})+)(?:均|都)(?P<said>[^;。]{2,})")  # 预算、决算均按时公开的，各得1分
_THINGS = Pattern(r"[、和与及]")
_FAILS = Pattern(r"[不未没缺少]")


def _after_window(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """三年内无重大事故: how many years are looked back upon is no figure to be compared."""
    if len(tokens) > 2 and tokens[0].text in ("近", "前"):
        tokens = tokens[1:]
    for at in range(1, len(tokens) - 2):  # 结转两年以上资金全部清理
        if tokens[at].kind == "NUM" and tokens[at].unit is not None and tokens[at].unit.base == "年" and tokens[at + 1].kind == "SIDE" and tokens[at + 2].kind == "TEXT":
            return tokens[:at] + tokens[at + 2 :]
    return tokens[2:] if len(tokens) > 2 and tokens[0].kind == "NUM" and tokens[0].unit is not None and tokens[0].unit.base == "年" and tokens[1].kind == "SIDE" else tokens


class Worded(Clauses):
    """Phrases and what they earn."""

    def _joint(self) -> bool:
        """合格率、完好率均为100%得满分: a condition that the actual affirms or denies in words, or by the number of what fails."""
        cursor = self.cursor
        start = end = cursor.at
        while end < len(cursor.tokens) and cursor.tokens[end].kind not in ("AWARD", "FULL", "ZERO", "EVERY", "SEP", "DEDUCT", "ELSE", "OPEN"):
            end += 1
        if end >= len(cursor.tokens) or not together(text := cursor.slice(start, end).rstrip(",")):
            return False
        cursor.at = end
        if cursor.kind() == "EVERY":
            per = read_per(cursor)
            if per is not None and per.counted and (per.gain or _FAILS.search(per.what + per.lack)):
                return self._add(None, per, start)
        elif (award := read_award(cursor)) is not None:
            return self._add(Word(text.removesuffix("的")), award, start)
        cursor.at = start
        return False

    def _respectively(self, start: int, phrase: str, award: Award | Off) -> bool:
        """显著、较显著、一般分别得5分、4分、3分."""
        cursor = self.cursor
        effects: list[Award | Off] = [award]
        phrases = [p for p in re.split(r"[、,]", re.sub(r"^(?:定性指标|指标|评价结果)?(?:分为|按照|按|分)|[二三四五2-5]个?(?:等级|档次|档|级别|等次|级|情形|情况|层次)$", "", phrase)) if p]
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

    def _worded(self, start: int) -> bool:
        """A phrase in words up to its effect: 制度健全得2分, 明确3分, 未完成的按比例扣分, 没有政府采购项目的按满分计算."""
        cursor = self.cursor
        at = start
        while at < len(cursor.tokens):
            token = cursor.tokens[at]
            if token.kind == "ELSE" and at > start and cursor.tokens[at - 1].kind == "COMMA" and at + 1 < len(cursor.tokens) and cursor.tokens[at + 1].kind in ("TEXT", "CMP", "REACH"):
                at += 1
                continue  # 主要指标完全达到，其他基本达到
            if token.kind == "ELSE" and token.text in ("其他", "其它") and at > start and (cursor.tokens[at - 1].kind == "TEXT" or cursor.tokens[at - 1].text in ("与", "和")) and at + 1 < len(cursor.tokens) and cursor.tokens[at + 1].kind == "TEXT":
                at += 1
                continue  # 整合其他资金
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
        if at > start and at < len(cursor.tokens) and cursor.tokens[at].kind in ("RATIO", "EVERY", "FORMULA"):
            phrase = trimmed(cursor.slice(start, at))
            cursor.at = at
            reached = met(phrase)
            hint = None if reached is None else (1 if reached.sign == ">" else -1) if isinstance(reached, Relative) else None if reached.yes else -1
            if reached is not None and self._effect(reached, start, hint):
                return True
            if reached is None and cursor.kind() == "RATIO" and not self.clauses and _TASK.fullmatch(phrase) and (ratio := read_ratio(cursor)) is not None and not ratio[1]:
                return self._add(None, ratio[0], start)  # 培训任务按完成比例计分
            if reached is None and cursor.kind() == "RATIO" and self._denied_before(phrase) and (ratio := read_ratio(cursor)) is not None:
                return self._add(Else(), ratio[0], start, taking=ratio[1])  # 未按期完工的，按比例扣分
            if reached is None and cursor.kind() == "FORMULA" and self._denied_before(phrase) and isinstance(formula := read_formula(cursor), Ratio) and formula.of == "completion":
                return self._add(Else(), formula, start)  # 部分项目未按时完成的，得分=…
            if (TARDY.fullmatch(phrase) or any(t.kind == "LATE" for t in cursor.tokens[start:at])) and (per := read_per(cursor)) is not None and per.late and not per.counted:
                return self._add(None, per, start)
        cursor.at = start
        return False

    def _beside_goal(self, phrase: str, here: int) -> str:
        """建成面积完成年度任务、质量达到要求的得15分, before steps below the target alone: the number decides, the other condition is named."""
        parts = [p for p in re.split(r"[、,]|且|并且|同时", phrase) if p]
        reached = [p for p in parts if met(p) == Met(True)]
        after = self.cursor.source[self.cursor.tokens[here].start :] if here < len(self.cursor.tokens) else ""
        if len(parts) != 2 or len(reached) != 1 or not _BELOW_GOAL.search(after) or any(re.search(r"[未不没无]", p) for p in parts):
            return ""
        return next(p for p in parts if p not in reached)

    def _denied_before(self, phrase: str) -> bool:
        """未按期完工, after 任务全部按期完工得满分: the other side of the only phrase before."""
        only = self.clauses[0] if len(self.clauses) == 1 else None
        if only is None or not isinstance(only.guard, Word) or only.effect != Award(FULL) and not isinstance(only.effect, Award):
            return False
        plain = re.sub(r"^(?:部分|有|仍有)?([^,;不未没无]*)(?:未|没有|不)(?:能)?(?=[^,;不未没无]+$)", r"\1", phrase)
        plain = re.sub(r"^(?:足额|全额|全部|完全)(?=[^\W\d]{2})", "", plain) if only.guard.phrase.endswith("到位") else plain
        return plain != phrase and len(plain) >= 2 and in_order(plain, only.guard.phrase)

    def _phrase(self, start: int, end: int, award: Award | Off) -> bool:
        cursor = self.cursor
        here = cursor.at
        phrase = trimmed(cursor.slice(start, end)).replace("的,或", "或").removesuffix(",实行一票否决").removesuffix(",一票否决")
        phrase = phrase.removesuffix("的") if len(phrase) > 2 else phrase
        if (isinstance(award, Off) or award == Award(ZERO)) and (asked := _ASKED_FOR.fullmatch(phrase)) and asked[2] in asked[1] and not FAULTS.search(asked[1]):
            phrase = phrase[asked.end(1) + 1 :]  # 配备人员，落实职责，未落实的不得分
        said = _after_window(cursor.tokens[start:end])
        kinds = {t.kind for t in said}
        if any(a.kind == "CMP" and b.kind == "NUM" and not (b.unit and b.unit.base in ("年", "月")) for a, b in zip(said, said[1:], strict=False)):
            cursor.at = start
            return False
        if kinds & {"OFFICER", "AWARD", "FULL", "ZERO", "UNTOUCHED", "DEDUCT"} or {"NUM", "SIDE"} <= kinds or "的," in phrase.replace("的,或", "或"):
            cursor.at = start
            return False
        if not WORDED.search(phrase) or (isinstance(award, Off) and _BY_MEASURE.search(phrase)) or _NO_CASE.fullmatch(phrase) or SIGNED.search(phrase) or (EXCUSE.match(phrase) and not (isinstance(award, Off) or award == Award(ZERO))) or phrase.endswith(("计算", "折算")) or (phrase.endswith("核算") and "按" in phrase) or any(measured(t) for t in cursor.tokens[start:end]):
            cursor.at = start
            return False
        last = cursor.tokens[max((i + 1 for i in range(start, end) if cursor.tokens[i].kind == "COMMA"), default=start) : end]
        tail = next((t for t in reversed(cursor.tokens[start:end]) if t.kind not in ("GLUE", "PART", "COMMA")), None)
        if tail is not None and tail.kind == "NUM" and tail.unit is not None and tail.unit.text in COUNTED:
            cursor.at = start
            return False  # 按季开展督查，开展4次得4分: a number
        if isinstance(award, Off) and last and last is not cursor.tokens[start:end] and len(last) >= 2 and last[0].kind == "NUM" and last[0].value == 1 and last[0].unit is not None and last[0].unit.text in COUNTED and _FAILS.match(last[1].text):
            cursor.at = start
            return False  # 资料齐全，一项不符扣0.5分: a count of what fails
        if isinstance(award, Off) and any(t.kind == "DOWN" or t.text in _MISSING for t in last) and any(t.kind == "NUM" and t.value == 1 for t in last):
            cursor.at = start
            return False  # 每季度召开一次会议，少召开一次扣…: a count of what is missing
        again = any(t.kind == "AWARD" and "再" in t.text for t in cursor.tokens[end:here])
        if any(t.kind == "AWARD" and "分别" in t.text for t in cursor.tokens[end:here]):
            return self._respectively(start, phrase, award)
        if any(t.kind == "AWARD" and "各" in t.text for t in cursor.tokens[end:here]):
            spread = _OF_EACH.fullmatch(phrase)
            said = [thing + spread["said"] for thing in _THINGS.split(spread["things"])] if spread is not None else [p for p in re.split(r"[、,和]", phrase) if p]
            for each in said:
                self._add(Word(each), award, start)
            return len(said) > 1
        guard: RawGuard = met(phrase)
        if guard is None and not self.asides and (other := self._beside_goal(phrase, here)):
            guard, self.asides = Met(True), [other]
        if guard is None:
            nothing = NOTHING.fullmatch(phrase.removesuffix("按").removesuffix(",")) if isinstance(award, Award) else None
            nothing = nothing and not FAULTS.search(phrase)
            guard = Absent(phrase.removesuffix("按").removesuffix(",").removesuffix("的")) if nothing and award.amount.share else Word(phrase)
        return self._add(guard, award, start, again=again)
