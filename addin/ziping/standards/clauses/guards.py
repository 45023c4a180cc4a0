"""Clauses of a guard and an effect: a span, the target, the other side of the threshold before, or a phrase, and what it earns."""

from __future__ import annotations

import re
from decimal import Decimal

from ziping.amounts import PERCENT
from ziping.standards.cells.conversion import COUNTED, TIMES
from ziping.standards.clauses.awards import DEGREES, GRADES, boundary, read_amount
from ziping.standards.clauses.clauses import Clause, RawGuard
from ziping.standards.clauses.conditions import read_span
from ziping.standards.clauses.edges import ABSOLUTE, GROWTH, OF_TARGET, OFF_GOAL, Edge, RawSpan
from ziping.standards.clauses.every import Per
from ziping.standards.clauses.phrases import DANGER, FAULTS, RECKONED, SAMPLED, TURNS, named
from ziping.standards.clauses.rule import FULL, Award, Else, Met, Relative, Word
from ziping.standards.clauses.worded import Worded
from ziping.standards.refusal import NotScorable, quoted
from ziping.standards.words.goals import GOALS, LAST_YEAR, PRICED
from ziping.standards.words.vocabulary import Pattern, words

__all__ = ["Guards", "PERIODS"]

_TARGET_PROPER = Pattern(r"目标值|指标值|目标$|任务$|计划$")
_MOVES = ("UP", "DOWN", "LATE", "BOTH")
_DONE_IN_TIME = Pattern(r"[^\W\d不未无没较基仅只]{0,20}(?:通知|告知|传达|转发|报送|下达|完成|公开|拨付|提交|上报|支付|办理|整改|处置|编制|制定|印发|公示|备案|反馈|答复|回复|分解|发放)[^\W\d不未无没较基仅只]{0,14}")
_BY_STANDARD = Pattern(r"的?标准(?:安排|落实|筹集|拨付|发放|配套|补助|投入)[^\W\d不未无没]{0,8}")
_DONE_BY = Pattern(r"(?:拨付|支付|发放|兑付|下达|到账|入账|到位|到达|抵达|到场|送达|办结|办理|处置|响应|报送|上报|公开|完成|缴纳|验收|整改)(?:到位|完毕|完成|现场)?")
_DONE_THEN = Pattern(r"[^\W\d不未无没较基部仅只均]{2,8}")


_SET_NUMBERS = words("核定数 编制数 控制数 预算数 计划数 下达数 核定编制 核定编制数 定额 概算 批复概算 预算")
_DOWN_TO = words("降至 降到 下降至 下降到 降低至 降低到")
_NOT_OVER = words("未超 未超过 未高于 没有超过")
_WITHIN = Pattern(r"(?:范围|[以之])?内$")
_SAID, _ITS_SIGN = r"[^,;。、\d≥≤<>=]", r"(?=[≥≤<>=\d]|达|不[高低大小超]|[高低大小少]于|超|未达|在|为|控制)"
_AND_A_NAME = Pattern(rf"(?P<said>[^,;。\d≥≤<>=]{{2,30}}?)(?:并且|而且|且|并(?={_SAID}{{0,10}}[率度]))(?P<own>[^,;。、\d≥≤<>=且]{{2,16}}?){_ITS_SIGN}")
_LISTED_WITH_IT = Pattern(rf"(?P<said>(?:加强|按要求|按规定|严格|规范|开展|完善|健全|落实|建立|强化|做好|制定|及时){_SAID}{{2,16}}|{_SAID}{{2,16}}(?:健全|齐全|完整|规范|到位|及时|完善|有效|通过))、(?P<own>{_SAID}{{2,12}}?(?:率|度|比例|比重)){_ITS_SIGN}")
_ONE_OF_BOTH = Pattern(r"[一1]项|[两二2]项|[两二]者")
_EACH_OF_THEM = Pattern(r"[^\W\d](?:各|分别)(?![项类级地单部乡村县市区科种方个条])[^\W\d]{0,4}$")  # 上下半年各开展1次: of each of them
_EACH_PERIOD = Pattern(r"每(年度?|半年度?|季度?|月度?|周)")
_ISSUED = words("期 篇 版 讲 课 批 册 班 部 轮 堂 节 趟 幅 套 张 车次 班次 场次 课时 学时 单 封 则 台次 站次")
PERIODS = {"年": 1, "半": 2, "季": 4, "月": 12, "周": 52}


def _yearly(guard: RawSpan) -> RawSpan:
    """检查次数每季度不少于1次: four in the year, told from a figure of one quarter by its name (see `readings`)."""
    found, low = _EACH_PERIOD.search(guard.subject), guard.low
    if found is None or low is None or guard.high not in (None, low) or low.unit is None or low.unit.text not in COUNTED | _ISSUED:
        return guard
    period = found[1][0]
    name, times = guard.subject[: found.start()] + guard.subject[found.end() :], PERIODS[period]
    return RawSpan(Edge(low.value * times, low.unit, low.closed), None, name if times == 1 else f"逐{'半年' if times == 2 else period}{name}")


class Guards(Worded):
    """Clauses guarded by a number, the target, or a phrase."""

    def _guarded(self) -> bool:
        cursor = self.cursor
        start = cursor.at
        return self._graded() or self._joint() or self._spanned() or self._relative() or self._beyond() or self._worded(start)

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

    def _spanned(self) -> bool:
        """A condition on a number and what it earns; what is joined to its name (制度健全且合格率≥90%) no number tells."""
        cursor, start, read = self.cursor, self.cursor.at, len(self.clauses)
        if not self._numbered():
            return False
        both = next((m for p in (_AND_A_NAME, _LISTED_WITH_IT) if (m := p.match(cursor.source, cursor.tokens[start].start)) is not None), None)
        if both is not None and both["own"][:2] not in both["said"]:
            for clause in self.clauses[read:]:
                self._apart(clause, both["said"], both["own"])
        return True

    def _apart(self, clause: Clause, said: str, own: str) -> None:
        """The clause with the number's own name, the rest as an aside; NotScorable where it is more than that."""
        span = clause.guard
        if not isinstance(span, RawSpan) or span.subject == own or not span.subject.endswith(own):
            return
        if self.asides not in ([], [said]) or not isinstance(clause.effect, Award) or not clause.effect.amount.value or DANGER.search(said) or FAULTS.search(said) or _ONE_OF_BOTH.search(self.cursor.source):
            raise NotScorable(f"评分标准中的{quoted(said)}与{quoted(own)}是两项，一个完成值不能同时说明两者，请由填报人填写得分。")
        clause.guard, self.asides = RawSpan(span.low, span.high, own), [said]

    def _numbered(self) -> bool:
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
            if cursor.kind() == "NUM" and cursor.token().unit is not None and cursor.token().unit.base in ("月", "季度") and cursor.kind(1) == "TEXT" and cursor.token(1).text.startswith(("底", "末")):  # type: ignore[union-attr]
                subject += cursor.take().text + cursor.take().text  # 6月底达到50%
                cursor.accept("COLON")
                continue
            if subject and cursor.kind() == "OPEN" and (closed := self._defined_here()):
                cursor.at = closed
                continue
            if not (cursor.kind() in ("TEXT", "OCCUR", *_MOVES) and cursor.kind(1) in ("CMP", "REACH", "COLON", "NUM", "TEXT", "OPEN", "OPENSQ", "GLUE", "OCCUR", "COMMA", "PAUSE", "EITHERWAY", "OVER", "SIGN", *_MOVES)):
                break
            if cursor.kind(1) == "PAUSE" and (cursor.kind(2) != "TEXT" or cursor.kind(3) not in ("CMP", "REACH", "GLUE", "NUM", "PAUSE", "OCCUR") or cursor.token(3).text in ("均", "都") or cursor.token().text.endswith(("率", "度", "比例", "数", "量"))):
                break  # 合格率、完好率均为100% are two; 会议费、培训费控制率 is one
            if cursor.kind(1) == "COMMA" and not cursor.token().text.endswith(("率", "度", "比例")):
                break
            subject += cursor.take().text
            while cursor.kind() == "PAUSE" and cursor.kind(1) == "TEXT" and cursor.kind(2) == "PAUSE":
                subject += cursor.take().text + cursor.take().text
            if cursor.kind() in ("OVER", "PAUSE") and cursor.kind(1) == "TEXT":
                subject += cursor.take().text + cursor.take().text
                if cursor.kind() == "TIMES" and cursor.kind(1) == "NUM" and cursor.token(1).text == "100%":
                    cursor.at += 2  # 完成数/计划数×100%≥95%
            if cursor.kind() == "OPEN" and cursor.kind(1) == "TEXT" and cursor.kind(2) == "CLOSE" and cursor.kind(3) in ("COLON", "CMP", "SEP", "COMMA", "REACH", "TEXT", "NUM") and not any(p.search(cursor.token(1).text) for p in (DANGER, RECKONED, TURNS)):
                cursor.at += 3
            if cursor.kind() == "COMMA" and not subject.endswith(("率", "度", "比例")):
                break
            cursor.accept("COLON", "COMMA")
            cursor.skip("GLUE")
        if cursor.kind() == "NUM" and cursor.token().unit is not None and ((cursor.token().unit.text in COUNTED and SAMPLED.search(subject) and cursor.kind(1) != "SIDE") or (cursor.token().unit.base in ("年", "月") and subject in ("连续", "近", "最近", "前"))):  # type: ignore[union-attr]
            cursor.at = start
            return False  # 抽查草地5处, 连续3年: where one looked
        span = read_span(cursor)
        if span is None or (_EACH_OF_THEM.search(subject) and (span.low or span.high).unit is not None and (span.low or span.high).unit.text in COUNTED):  # type: ignore[union-attr]
            cursor.at = start
            return False
        side_said = cursor.kind(-1) == "SIDE"
        if cursor.kind() == "REACH" and cursor.kind(1) == "TEXT" and cursor.token(1).text in GOALS and cursor.kind(2) in ("COMMA", "GLUE", "AWARD"):
            cursor.at += 2  # 有90%达到计划指标
        if cursor.kind() == "GLUE" and cursor.token().text in ("均", "都") and cursor.kind(1) == "TEXT":
            cursor.at = start
            return False  # 全年12次均按时报送
        other = self._or_span(span)
        if cursor.kind() in ("GLUE", "PART") and cursor.kind(1) == "TEXT" and cursor.token(1).text == "部分":
            cursor.take()
        if cursor.kind() == "TEXT" and cursor.token().text in ("部分", "的部分", "区间"):
            cursor.take()
        if cursor.kind() == "TEXT" and cursor.kind(1) in ("COMMA", "GLUE", "AWARD") and _BY_STANDARD.fullmatch(cursor.token().text) and (span.low is None) != (span.high is None) and (span.low or span.high).unit is not None and (span.low or span.high).unit.base == "元":  # type: ignore[union-attr]
            cursor.take()  # 按人均不低于8元标准安排资金
        if side_said and cursor.kind() == "TEXT" and cursor.kind(1) in ("COMMA", "GLUE", "AWARD", "FULL") and _DONE_IN_TIME.fullmatch(cursor.token().text) and (span.low or span.high).unit is not None and (span.low or span.high).unit.base in TIMES:  # type: ignore[union-attr]
            cursor.take()  # 30日内向本级政府报送方案
        if side_said and cursor.kind() == "TEXT" and _DONE_THEN.fullmatch(cursor.token().text) and (len(cursor.token().text) <= 4 or cursor.token(-1).text.endswith("内")) and cursor.kind(1) in ("AWARD", "FULL", "ZERO", "UNTOUCHED", "DEDUCT"):
            cursor.take()  # 24小时内处置得满分
        if cursor.kind() == "TEXT" and _DONE_BY.fullmatch(cursor.token().text) and (span.low or span.high).unit is not None and (span.low or span.high).unit.base in TIMES:  # type: ignore[union-attr]
            cursor.take()  # 31-60日拨付得2分
        if cursor.kind() == "TEXT" and cursor.token().text in ("符合", "完工", "竣工", "交付", "完成", "达标", "完成任务", "合格", "办结", "报送", "拨付", "支付", "到位", "办理", "发放", "下达", "办理完毕", "响应", "到达现场", "问题", "违规问题", "不合规问题", "不合规", "违规", "投诉", "差错"):
            cursor.take()
        if cursor.kind() == "GLUE" and cursor.token().text == "为" and cursor.kind(1) == "TEXT" and cursor.token(1).text in GRADES:
            cursor.at += 2  # 95%以上为优秀得10分
        if cursor.kind() == "OPEN" and cursor.kind(1) == "TEXT" and cursor.kind(2) == "CLOSE" and cursor.token(1).text in GRADES:
            cursor.at += 3
        hint = 1 if span.high is None else -1 if span.low is None else None
        subject = re.sub(r"^(?:如果|若|如(?!期)|当(?![年地前日月期事天季]))", "", subject)
        subject = re.sub(r"(?<=[率度例量数额])(?:应当?|须|需|要)$", "", subject)
        subject = subject.removesuffix("在") if span.subject == ABSOLUTE else "" if subject in _DOWN_TO else subject
        subject += span.subject if span.subject.startswith("占") else ""
        subject = "" if span.subject == OF_TARGET else subject
        subject = subject + OFF_GOAL if span.subject == OFF_GOAL else subject
        guard = RawSpan(span.low, span.high, subject + ABSOLUTE if span.subject == ABSOLUTE and not subject.endswith(ABSOLUTE) else subject or span.subject)
        guard = _yearly(guard)
        after = cursor.at
        if other is None and named(guard.subject) and self._each_its_own(span, guard.subject, start):
            return True
        if named(guard.subject) and self._effect(guard, start, hint):
            if other is None:
                return True
            per = self.clauses[-1].effect
            if isinstance(per, Per) and not per.counted and not per.gain and per.side in (0, None) and (span.low is None) != (other.low is None) and None in (span.low, span.high) and None in (other.low, other.high):
                one, two = (-1, 1) if span.low is None else (1, -1)  # 低于90%或高于110%的，每偏离1个百分点扣…
                self.clauses[-1].effect = per.but(side=one)
                return self._add(RawSpan(other.low, other.high, guard.subject), per.but(side=two), start)
            if isinstance(self.clauses[-1].effect, Award):  # 低于90%或高于110%的不得分
                return self._add(RawSpan(other.low, other.high, guard.subject), self.clauses[-1].effect, start)
            self.clauses.pop()
        cursor.at = after
        if other is None and named(guard.subject) and [cursor.kind(i) for i in range(4)] == ["COMMA", "TEXT", "COMMA", "EVERY"] and not DANGER.search(said := cursor.token(1).text) and not self.asides:
            cursor.at += 3  # 1000公斤以上，提供正式发票，每少100公斤扣…
            if self._effect(guard, start, hint):
                self.asides = [said]
                return True
            cursor.at = after
        if other is None and not self.clauses and named(guard.subject) and self._taken_off_beyond():
            return self._add(guard, Award(FULL), start, asked=True)
        cursor.at = start
        return False

    def _each_its_own(self, span: RawSpan, subject: str, start: int) -> bool:
        """30%以上、20%以上和10%以上，分别得6分、4分和2分; 达到90%、80%、70%的分别得…: the first number's sign is that of all."""
        cursor, here, spans = self.cursor, self.cursor.at, [span]
        while cursor.accept("PAUSE", "COMMA") or (cursor.kind() == "GLUE" and cursor.token().text in ("和", "与", "及", "以及") and cursor.take()):
            following = read_span(cursor)
            number = cursor.accept("NUM") if following is None else None
            if number is not None and (span.low is None) != (span.high is None):
                edge = (span.low or span.high).but(value=number.value, unit=number.unit)  # type: ignore[union-attr]
                following = RawSpan(edge, None) if span.high is None else RawSpan(None, edge)
            if following is None:
                break
            if following.low == following.high and (span.low is None) != (span.high is None):  # 达到90%、80%
                following = RawSpan(span.low.but(value=following.low.value, unit=following.low.unit), None) if span.low else RawSpan(None, span.high.but(value=following.high.value, unit=following.high.unit))  # type: ignore[union-attr]
            spans.append(following)
        cursor.skip("GLUE", "PART", "COMMA")
        if len(spans) < 2 or cursor.kind() != "AWARD" or "分别" not in cursor.token().text:
            cursor.at = here
            return False
        cursor.take()
        amounts = [read_amount(cursor)]
        while cursor.accept("PAUSE", "COMMA") or (cursor.kind() == "GLUE" and cursor.take()):
            amounts.append(read_amount(cursor))
            if amounts[-1] is None:
                break
        if len(amounts) != len(spans) or None in amounts or not boundary(cursor):
            cursor.at = here
            return False
        for one, amount in zip(spans, amounts, strict=True):
            self._add(RawSpan(one.low, one.high, subject), Award(amount), start)
        return True

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

    def _or_span(self, first: RawSpan) -> RawSpan | None:
        """低于90%或高于110%; another number that takes points off (超过0.1%或连片抛荒在2亩以上的不得分) is left to the officer, one that earns them is refused."""
        cursor = self.cursor
        here = cursor.at
        if cursor.kind() == "GLUE" and cursor.token().text in ("或", "或者"):
            cursor.take()
            span = read_span(cursor)
            if span is not None:
                return span
            other = cursor.at
            while cursor.kind() in ("TEXT", *_MOVES):
                cursor.take()
            cursor.skip("GLUE")
            span = read_span(cursor) if cursor.at > other else None
            if span is not None and not self.asides and not DANGER.search(said := cursor.slice(other, cursor.at)):
                here = cursor.at
                cursor.skip("GLUE", "PART", "COMMA")
                alike = (first.low or first.high).unit == (span.low or span.high).unit  # type: ignore[union-attr]
                if alike or cursor.kind() not in ("ZERO", "DEDUCT"):
                    raise NotScorable("评分标准规定两个数中有一个达到即可，一个完成值不能说明另一个，请由填报人填写得分。")
                cursor.at = here
                self.asides = [said]
                return None
        cursor.at = here
        return None

    def _graded(self) -> bool:
        """优秀（≥90%）得10分: a grade's name and the numbers that earn it."""
        cursor = self.cursor
        start = cursor.at
        if cursor.kind() == "TEXT" and cursor.kind(1) == "GLUE" and cursor.token(1).text == "为" and cursor.kind(2) == "TEXT" and cursor.token(2).text in GRADES and cursor.kind(3) == "OPEN":
            cursor.at += 2  # 验收等级为优秀（≥90分）
        if cursor.kind() == "TEXT" and (cursor.token().text in GRADES or cursor.token().text in DEGREES) and cursor.kind(1) == "OPEN":
            grade = cursor.take().text
            cursor.take()
            span = read_span(cursor)
            if span is not None and cursor.accept("CLOSE") and self._effect(RawSpan(span.low, span.high), start):
                if isinstance(self.clauses[-1].effect, Award):
                    self._add(Word(grade), self.clauses[-1].effect, start)  # the grade itself may be the actual
                return True
        cursor.at = start
        return False

    def _relative(self) -> bool:
        """低于目标值的, 达到目标值, 未完成目标的."""
        cursor = self.cursor
        start = cursor.at
        cursor.skip("GLUE")
        if [cursor.kind(i) for i in range(5)] == ["TEXT", "OCCUR", "TEXT", "CMP", "TEXT"] and cursor.token(4).text in LAST_YEAR:
            cursor.at += 2  # 事故发生率低于上年
        if cursor.kind() == "TEXT" and cursor.kind(1) in ("CMP", "REACH") and not cursor.token().text.endswith(("质量", "保量", "力量")) and cursor.token().text.endswith(("值", "数", "率", "量", "度", "比例", "成本", "时间", "金额", "支出", "投资", "决算", "费", "面积", "里程", "规模", "价", "价格", "造价")) or (cursor.kind(1) == "CMP" and cursor.kind(2) == "TEXT" and (cursor.token(2).text in LAST_YEAR or cursor.token(1).text == "控制在")) or (cursor.kind() == "TEXT" and cursor.kind(1) == "CMP" and cursor.kind(2) == "TEXT" and cursor.token(2).text in _SET_NUMBERS and named(cursor.token().text)) or (cursor.kind() == "TEXT" and cursor.kind(1) in ("CMP", "REACH") and cursor.kind(2) == "TEXT" and _TARGET_PROPER.search(cursor.token(2).text) and named(cursor.token().text)):
            cursor.take()
        sign = cursor.accept("CMP", "REACH")
        if sign is not None and sign.kind == "CMP" and cursor.kind() == "TEXT" and cursor.token().text in LAST_YEAR:
            cursor.take()
            edge = Edge(Decimal(0), PERCENT, str(sign.value) in "≥≤=")
            grown = RawSpan(None if str(sign.value) in "≤<" else edge, None if str(sign.value) in "≥>" else edge, GROWTH)
            if self._effect(grown, start, None if sign.value == "=" else 1 if grown.high is None else -1):
                return True
            cursor.at = start
            return False
        if sign is None or cursor.kind() != "TEXT" or cursor.token().text not in GOALS and not (sign.kind == "CMP" and PRICED.fullmatch(cursor.token().text)) and not (sign.text == "控制在" and _WITHIN.sub("", cursor.token().text) in GOALS):
            cursor.at = start
            return False
        cursor.take()
        word = str(sign.value)
        if word == "≤" and cursor.kind() == "SIDE" and cursor.token().text in ("内", "以内", "之内", "范围内"):
            cursor.take()  # 控制在预算以内
        if sign.text in _NOT_OVER:
            word = "≤"
        guard: RawGuard = Met(True) if sign.kind == "REACH" or (word == "≥" and "达" in sign.text) else Met(False) if "达" in sign.text and word != "≤" else Relative(word)
        if self._effect(guard, start, {"≥": 1, ">": 1, "≤": -1, "<": -1}.get(word)):
            return True
        cursor.at = start
        return False
