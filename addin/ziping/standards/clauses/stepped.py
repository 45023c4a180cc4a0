"""Clauses of steps: 每超过1个百分点扣0.5分, 超过的每…, 存在挪用情况的，每发现一例扣2分, and where the steps begin."""

from __future__ import annotations

import re
from decimal import Decimal

from ziping.amounts import PERCENT
from ziping.standards.cells.conversion import COUNTED, TIMES
from ziping.standards.clauses.awards import boundary, read_amount
from ziping.standards.clauses.edges import GROWTH, Edge, RawSpan, percent
from ziping.standards.clauses.every import Per, name_of, read_per, read_shared
from ziping.standards.clauses.guards import Guards
from ziping.standards.clauses.phrases import DANGER, FAULTS, trimmed
from ziping.standards.clauses.rule import FULL, ZERO, Award, Met, Word
from ziping.standards.words.goals import GOALS
from ziping.standards.words.tokens import Token
from ziping.standards.words.vocabulary import Pattern, words

__all__ = ["Stepped"]

_BASED = Pattern(r"[^\d,;。]{0,20}以[^\d,;。]{2,14}为(?:基数|基准|基期)")
_DENIED = Pattern(r"[未不没][^,;。]{1,8}的?$")
_DOING = words("完成 开展 举办 组织 召开 发生 查处 办理 办结 新增 培训 建成 引进 申报 获得 发表 采用 刊发")
_SPOTTED = Pattern(r"[^,;。\d]*的,每(?:发现|出现|发生)")
_OVERRUN = Pattern(r"(?:超过|超出)[^,;。\d]{0,6}(?:时限|期限|时间|范围)的?,每(?:人次|件次|项次|次|件|项|起|例|个)")
_ELSEWHERE = Pattern(r"上年|去年|同期|平均|基期|往年")
_SOME = Pattern(r"(?:重点|特殊|试点|省级|市级|县级|新建|在建|贫困|其他|个别)(?!.*[率度比例])")  # steps of a part
_THING = Pattern(r"专项(?:资金)?|项目|工程|单位|部门|乡镇|学校|企业|村")  # 未按进度下达的，每个专项扣1分: those that were not
_OF_ABOVE = Pattern(r"(?:不|未|没有)(?:符合|满足|达到)(?:以上|上述)(?:要求|条件|标准|情况|规定|内容)?的?,?")


class Stepped(Guards):
    """Steps without a guard of their own, and what they are steps of."""

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
        if cursor.kind() == "TEXT" and cursor.kind(1) in ("EVERY", "COMMA") and cursor.token().text in ("在此基础上", "在此基数上", "在满分基础上", "从满分中", "在满分的基础上", "此基础上"):
            cursor.take()
            cursor.skip("COMMA")
        if cursor.kind() in ("UP", "DOWN", "LATE", "CMP") and cursor.kind(1) == "NUM" and cursor.token(1).value == 1 and cursor.kind(2) == "DEDUCT" and self._only_step() and (self._alone() or any(isinstance(c.effect, Award) and isinstance(c.guard, RawSpan | Met | Word if cursor.kind() == "LATE" else RawSpan | Met) for c in self.clauses)):
            token = cursor.token()
            cursor.tokens = (*cursor.tokens[: cursor.at], Token("EVERY", "", start=token.start), *cursor.tokens[cursor.at :])  # 少一天扣1分: each of them
        if cursor.kind() in ("CMP", "UP", "DOWN", "LATE") and cursor.kind(1) != "NUM":
            move = cursor.take()
            hint = 1 if move.kind in ("UP", "LATE") or (move.kind == "CMP" and str(move.value) in "≥>") else -1
            named = False
            if move.text in ("超额", "超") and cursor.kind() == "TEXT" and cursor.token().text in ("完成", "完成任务", "完成目标", "完成计划"):
                named = bool(cursor.take())
            if cursor.kind() == "TEXT" and (cursor.token().text in GOALS or cursor.token().text in ("此", "部分", "目标值部分", "标准部分", "的部分", "目标部分")):
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
            if move.kind == "LATE" and per.counted and not per.what:
                per.what = move.text  # 迟报每次扣1分
            per.relative = per.relative or named
            if named and per.side == 0 and not per.counted and "达" in move.text:
                return self._add(Met(False), per, start)  # 未达到目标值的，每偏离1微克扣…: whichever way the target looks
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
        if not per.counted and _SOME.match(subject):
            cursor.at = start
            return False
        if subject and not per.counted and any(isinstance(c.effect, Per) and not c.effect.counted for c in self.clauses) and subject not in cursor.source[: cursor.token(0).start if not cursor.done else None].rpartition(subject)[0]:
            cursor.at = start
            return False
        per.relative = per.relative or named
        return self._add(None, per, start)

    def _alone(self) -> bool:
        """超1天扣1分 and nothing else but how far: one of what is counted is no threshold."""
        cursor = self.cursor
        unit = cursor.token(1).unit
        counted = unit is not None and (unit.base in TIMES or unit.text in COUNTED or unit.text == "百分点")
        return counted and not self.clauses and all(t.kind != "NUM" or (t.unit is not None and t.unit.base == "分") for t in cursor.tokens[cursor.at + 3 :])

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
        denied = start < len(cursor.tokens) and (cursor.source.startswith(("未", "不", "没有"), cursor.tokens[start].start) or _OVERRUN.match(cursor.source, cursor.tokens[start].start) is not None)
        spotted = start < len(cursor.tokens) and _SPOTTED.match(cursor.source, cursor.tokens[start].start) is not None
        while end < len(cursor.tokens) and (cursor.tokens[end].kind in ("TEXT", "OCCUR", "GLUE", "PART", "PAUSE", "COMMA") or (spotted and cursor.tokens[end].kind in ("CMP", "LATE", "UP", "DOWN")) or (cursor.tokens[end].kind == "ELSE" and end > start) or (denied and end == start)):
            end += 1
        found = end < len(cursor.tokens) and cursor.tokens[end].kind == "EVERY" and cursor.kind(end + 1 - cursor.at) == "OCCUR" or (end > start + 1 and cursor.slice(end - 2, end) == "的,")
        faulty = denied or (end > start and (FAULTS.search(cursor.slice(start, end)) or _DENIED.search(cursor.slice(start, end).rstrip(","))))
        if end == start or not (cursor.tokens[end - 1].kind == "COMMA" or ((faulty or found) and cursor.tokens[end - 1].text == "的")) or end >= len(cursor.tokens) or not (cursor.tokens[end].kind == "EVERY" or ((denied or found) and self._one_costs(end))):
            return False
        phrase = trimmed(cursor.slice(start, end))
        cursor.at = end
        per = read_per(cursor)
        if per is None or not per.counted or (per.gain and (faulty or per.what)) or (per.lack and not denied) or DANGER.search(phrase) or ("," in phrase and not phrase.startswith("因")):
            cursor.at = start
            return False
        if per.lack:
            return self._add(None, per, start)  # 未按承诺配备人员，每缺少一人扣2分
        if not per.what or phrase.endswith(per.what) or (_DENIED.search(phrase) and not re.search("[,、]", phrase) and _THING.fullmatch(per.what) and not per.gain):
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
        if cursor.kind() == "ELSE" and cursor.kind(1) == "TEXT" and cursor.token().text in ("其他", "其它"):
            names.append(cursor.take().text)  # 其他不合规情况每发现一处扣1分
        while cursor.kind() in ("TEXT", "GLUE", "PART", "OCCUR", "PAUSE", "LATE"):
            token = cursor.take()
            if token.kind in ("TEXT", "OCCUR", "LATE"):
                names.append(token.text)
        if cursor.kind() == "COMMA" and names and names[-1].endswith(("相比", "相比较", "相较", "基础上", "为基准", "为基础")):
            cursor.take()
        if cursor.kind() != "EVERY" or not names or any(name.startswith(("但", "如", "若")) or _ELSEWHERE.search(name) for name in names):
            cursor.at = at
            return "", False
        return name_of(cursor.tokens[at : cursor.at], "ELSE TEXT OCCUR LATE"), any(name in GOALS or re.sub(r"^[较比与]|相比较?$", "", name) in GOALS for name in names)
