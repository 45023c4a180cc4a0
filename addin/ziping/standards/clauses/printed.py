"""Figures that a standard prints for a reader: the full points, the target that it repeats."""

from __future__ import annotations

from ziping.amounts import PERCENT
from ziping.standards.cells.conversion import COUNTED
from ziping.standards.clauses.stepped import Stepped
from ziping.standards.words.goals import GOALS
from ziping.standards.words.tokens import Token

__all__ = ["Printed"]


class Printed(Stepped):
    """Clauses of such figures."""

    def _stated(self) -> bool:
        """满分5分，目标设定（5分）：the full points, to be held against the indicator's."""
        cursor = self.cursor
        at = cursor.at
        if cursor.kind() == "TEXT" and cursor.kind(1) == "FULL" and cursor.token().text in ("本指标", "该指标", "本项", "该项", "此项", "本项指标", "该项指标", "指标"):
            cursor.take()
        if cursor.kind() in ("TEXT", "AWARD") and cursor.token().text in ("共计", "合计", "总计", "共") and cursor.kind(1) == "NUM" and cursor.kind(2) in ("COMMA", "SEP", "END"):
            cursor.tokens = (*cursor.tokens[: at], Token("FULL", cursor.tokens[at].text, start=cursor.tokens[at].start), *cursor.tokens[at + 1 :])  # as 满分10分
        if cursor.kind() == "TEXT" and cursor.kind(1) in ("REACH", "COLON", "NUM", "GLUE") and cursor.token().text in ("该项分值", "本项分值", "该指标分值", "该项分数", "指标分值", "此项分值", "本项分数", "总分值", "分值", "标准分值", "标准分", "权重", "本指标权重", "该指标权重", "指标权重", "本项权重", "该项权重"):
            cursor.tokens = (*cursor.tokens[: at], Token("FULL", cursor.tokens[at].text, start=cursor.tokens[at].start), *cursor.tokens[at + 1 :])
            cursor.tokens = (*cursor.tokens[: at + 1], *cursor.tokens[at + 2 :]) if cursor.kind(1) == "COLON" else cursor.tokens
        named = cursor.kind() == "TEXT" and cursor.kind(1) == "OPEN"
        if not named and cursor.kind() != "FULL":
            cursor.at = at
            return False
        cursor.at += 2 if named else 1
        cursor.skip("GLUE", "REACH")
        number = cursor.accept("NUM")
        closed = not named or (cursor.accept("CLOSE") is not None and (cursor.kind() == "COLON" or (at == 0 and cursor.kind() in ("SEP", "COMMA") and sum(t.kind == "OPEN" and u.unit is not None and u.unit.base == "分" for t, u in zip(cursor.tokens, cursor.tokens[1:], strict=False)) == 1)))
        if number is None or number.unit is None or number.unit.base != "分" or not closed or cursor.kind() not in ("COLON", "COMMA", "SEP", "END"):
            cursor.at = at
            return False
        if self.stated is not None and self.stated != number.value:
            cursor.at = at
            return False
        self.stated = number.value  # type: ignore[assignment]
        return True

    def _standard_base(self) -> bool:
        """以100%为标准。"""
        cursor = self.cursor
        if cursor.kind() == "TEXT" and cursor.token().text in GOALS and self._printed_goal():
            return True
        if cursor.kind() in ("TEXT", "GLUE") and (cursor.token().text == "以" or cursor.token().text.endswith(("率以", "比例以"))) and cursor.kind(1) == "NUM" and cursor.kind(2) == "TEXT" and cursor.token(2).text in ("为标准", "为基准", "为目标", "为准", "为目标值", "为标准值", "为满分标准"):
            number = cursor.token(1)
            self.base = number.value  # type: ignore[assignment]
            if number.unit is not None and number.unit != PERCENT:
                return False
            cursor.at += 3
            return True
        return False

    def _printed_goal(self) -> bool:
        """目标值90%, 目标值为≥90%: the target printed in the standard; steps that say no other base are counted from it."""
        cursor = self.cursor
        start = cursor.at
        cursor.take()
        cursor.skip("COLON")
        cursor.accept("REACH", "GLUE")
        sign = cursor.accept("CMP")
        number = cursor.accept("NUM")
        follows = cursor.kind(1) if cursor.kind() in ("COMMA", "SEP") else ""
        if number is not None and number.unit is not None and number.unit.text in COUNTED and not self.clauses and cursor.kind(1) == "EVERY" and follows == "EVERY":
            self.promised = number  # 目标值为30个，每完成1个得0.5分
            return True
        if number is None or number.unit != PERCENT or follows not in ("EVERY", "REACH", "CMP", "TEXT", "DOWN") or self.base is not None:
            cursor.at = start
            return False
        if (follows == "REACH" and cursor.kind(2) == "NUM") or (follows == "CMP" and cursor.kind(2) == "NUM" and cursor.token(2).value == number.value):
            cursor.at = start
            return False
        self.base = number.value  # type: ignore[assignment]
        self.printed = True
        self.base_sign = str(sign.value) if sign is not None else ""
        return True
