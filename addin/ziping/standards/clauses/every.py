"""Clauses of steps and occurrences: so many points for every so much (每超过1个百分点扣0.5分), or each time (发现一处扣1分)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from ziping.amounts import PERCENT, PLAIN, Unit, unit_named
from ziping.standards.cells.conversion import COUNTED, TIMES
from ziping.standards.clauses.awards import FILLERS, FULL_NAMES, boundary, fill, read_amount
from ziping.standards.clauses.edges import percent
from ziping.standards.clauses.limits import read_rounding
from ziping.standards.clauses.phrases import AWAY
from ziping.standards.clauses.rule import FULL, ZERO, Amount, Count, Effect, Steps
from ziping.standards.words.cursor import Cursor
from ziping.standards.words.goals import GOALS
from ziping.standards.words.records import Record
from ziping.standards.words.tokens import Token
from ziping.standards.words.vocabulary import Pattern, words

__all__ = ["Per", "name_of", "read_per", "read_shared"]


class Per(Record):
    """`每超过1个百分点扣0.5分` as printed: side None when the clause does not say which way."""

    __slots__ = ("size", "unit", "amount", "side", "gain", "late", "counted", "lack", "what", "measure", "relative", "up", "base")
    defaults = {"base": None, "side": None, "gain": False, "late": False, "counted": False, "lack": "", "what": "", "measure": "", "relative": False, "up": False}
    __setattr__ = object.__setattr__  # the clauses after it may still change it
    size: Decimal
    unit: Unit
    amount: Amount
    side: int | None
    gain: bool
    late: bool
    counted: bool
    lack: str
    what: str
    measure: str
    relative: bool
    up: bool | str
    base: Decimal | None

    def count_beyond(self, side: int) -> None:
        """超出部分每件扣1分: what lies beyond a number or the target is counted, not how often it happened."""
        if self.counted and not (self.what or self.lack or self.gain):
            self.counted, self.side = False, side

    def effect(self) -> Effect:
        if self.counted:
            return Count(self.what, self.size, self.measure, self.amount, self.gain, lack=self.lack)
        return Steps(self.side or 0, self.size, percent(self.unit) or self.unit, self.amount, gain=self.gain, late=self.late)


_STOP = ("DEDUCT", "ADD", "AWARD", "ZERO")


def read_per(cursor: Cursor, hint: int | None = None) -> Per | None:
    """A clause of steps or occurrences at the cursor (`每…扣…`, `发现一处…扣…`, `缺一项扣…`); None leaves the cursor."""
    start = cursor.at
    if cursor.kind() == cursor.kind(2) == "EVERY" and cursor.kind(1) == cursor.kind(3) == "NUM" and cursor.token(1).text == "次" and cursor.token(3).value == 1 and cursor.kind(4) in ("DEDUCT", "TEXT"):
        cursor.at += 2  # 每次每处扣0.5分
    every = cursor.accept("EVERY")
    begin = cursor.at
    end = begin
    if every and cursor.kind() == "DEDUCT" and cursor.token().text == "减" and cursor.kind(1) == "NUM":
        end += 1  # 每减1个百分点
    while end < len(cursor.tokens) and cursor.tokens[end].kind not in (*_STOP, "SEP", "EVERY", "FULL", "FLOOR", "RATIO", "FORMULA"):
        end += 1
    if every and begin + 1 < len(cursor.tokens) and cursor.tokens[begin].kind == "NUM" and (cursor.tokens[begin + 1].kind == "NUM" or cursor.tokens[begin + 1].text in ("各占", "占", "各", "均占")):
        return _each(cursor, start)  # 每项1分
    rounding, inner = _inner_rounding(cursor, begin, end)
    numbers = [i for i, t in enumerate(inner) if t.kind == "NUM"]
    base = None
    if every and len(numbers) == 2 and inner[0].kind in ("CMP", "UP", "DOWN") and numbers == [1, len(inner) - 1] and all(t.kind in ("GLUE", "PART") for t in inner[2:-1]):
        first, second = inner[1], inner[-1]  # 每低于100%一个百分点
        if first.unit == PERCENT and percent(second.unit) == PERCENT and first.text[-1] == "%":
            base, inner, numbers = first.value, (inner[0], second), [1]
    if end >= len(cursor.tokens) or cursor.tokens[end].kind not in _STOP or len(numbers) != 1:
        cursor.at = start
        return None
    number = inner[numbers[0]]
    bare = number.unit is None and every is not None and any(t.kind in ("CMP", "UP", "DOWN", "BOTH") for t in inner)  # 每超0.01: in the threshold's unit
    if (number.unit is None and not bare) or number.value <= 0 or (number.unit is not None and number.unit.base == "分" and not (every is not None and inner[-1] is number and inner[0].kind in ("CMP", "UP", "DOWN"))):  # type: ignore[operator]
        cursor.at = start
        return None
    cursor.at = end
    per = _effect(cursor, number, inner, numbers[0], every is not None, hint)
    if per is not None and start and cursor.tokens[start - 1].text == "按" and cursor.kind() == "TEXT" and cursor.token().text in ("计算", "计", "计分", "计扣", "执行"):
        cursor.take()  # 低于95%的按每低1个百分点扣0.2分计算
    if per is None or not boundary(cursor) or (rounding is not None and rounding[1] != per.size):
        cursor.at = start
        return None
    per.up = rounding is not None and rounding[0]
    per.base = base  # type: ignore[assignment]
    return per


_SHARED = Pattern(r"(?:以上|上述|各|每个?|每项|[三四五六七八]项|评价|评分|\d项)*(?:要点|要素|内容|条件|指标|项|方面)?(?:各|分别|均)占")


def read_shared(cursor: Cursor) -> Per | None:
    """以上要点各占权重分的1/3: what each of the listed conditions earns."""
    start = cursor.at
    if cursor.kind() != "TEXT" or not (match := _SHARED.match(cursor.token().text)):
        return None
    named = cursor.take().text[match.end() :]
    cursor.skip("GLUE", "PART")
    top, over, bottom = cursor.accept("NUM"), cursor.accept("OVER"), cursor.accept("NUM")
    if named in FULL_NAMES and top is not None and over is not None and bottom is not None and 0 < top.value <= bottom.value and boundary(cursor):  # type: ignore[operator]
        return Per(Decimal(1), unit_named("项"), Amount(top.value, True, bottom.value), gain=True, counted=True, measure="项")  # type: ignore[arg-type]
    cursor.at = start
    return None


_JOINTS = words("、 或 和 及 与 以及")


def name_of(tokens: Sequence[Token], kinds: str = "") -> str:
    """What is counted, as its tokens (of these kinds, else all but connectors) say it: 截留、挪用, 未公开或公开不及时."""
    kept = [t for t in tokens if t.text in _JOINTS or (t.kind in kinds.split() if kinds else t.kind not in ("COMMA", "GLUE", "PART", "SIDE"))]
    while kept and kept[0].text in _JOINTS:
        kept.pop(0)
    while kept and kept[-1].text in _JOINTS:
        kept.pop()
    return "".join(t.text for t in kept)


def _each(cursor: Cursor, start: int) -> Per | None:
    number = cursor.take()
    if cursor.kind() == "TEXT" and cursor.token().text in ("各占", "占", "各", "均占"):
        cursor.take()  # 每项各占1/4权重分
    amount = read_amount(cursor)
    unit = number.unit
    if amount is None or (amount.share and amount.parts == 1) or unit is None or not unit.base or unit.text == "百分点" or unit.base in TIMES | {"元", "分"} or not boundary(cursor):
        cursor.at = start
        return None
    return Per(number.value, unit, amount, gain=True, counted=True, measure=unit.text)


def _inner_rounding(cursor: Cursor, begin: int, end: int) -> tuple[tuple[bool | str, Decimal] | None, tuple[Token, ...]]:
    """每降低1个百分点（不足1个百分点按1个百分点计）扣…: what the brackets say, and the clause without them."""
    opened = next((i for i in range(begin, end) if cursor.tokens[i].kind == "OPEN"), None)
    if opened is None:
        return None, cursor.tokens[begin:end]
    here = cursor.at
    cursor.at = opened + 1
    rounding = read_rounding(cursor)
    closed = cursor.at
    cursor.at = here
    if rounding is None or closed >= end or cursor.tokens[closed].kind != "CLOSE":
        return None, cursor.tokens[begin:end]
    return rounding, cursor.tokens[begin:opened] + cursor.tokens[closed + 1 : end]


def _effect(cursor: Cursor, number: Token, inner: tuple[Token, ...], at: int, every: bool, hint: int | None) -> Per | None:
    verb = cursor.take()
    if verb.kind == "ZERO":
        amount: Amount | None = FULL
    else:
        fill(cursor)
        amount = read_amount(cursor)
    if amount is None or amount == ZERO:
        return None
    unit, value = number.unit or PLAIN, number.value
    assert isinstance(value, Decimal)
    while len(inner) > at + 2 and inner[-1].kind in ("GLUE", "PART", "COMMA") and inner[at + 1].text in ("超过", "超出", "超标"):
        inner = inner[:-1]  # 每有一项超过的，扣1分
    if inner[-1].kind == "CMP" and at == len(inner) - 2 and inner[-1].text in ("超过", "超出", "超标") and verb.kind == "DEDUCT" and unit.text in COUNTED:
        inner = (*inner[:-1], Token("TEXT", inner[-1].text, start=inner[-1].start))  # 每有一项超过扣1分
    if inner[-1].kind == "CMP" and at < len(inner) - 1 and inner[-1].value != "<":
        return None  # 每发生1次至少扣2分: how much is left open
    if inner[-1].kind == "CMP" and at < len(inner) - 1 and verb.kind == "DEDUCT":
        inner = (*inner[:-1], Token("TEXT", inner[-1].text, start=inner[-1].start))  # 一项达不到扣1分
    inner = tuple(Token("TEXT", t.text, start=t.start) if t.kind == "CMP" and t.text in _UNREACHED and i + 1 < len(inner) and inner[i + 1].kind == "TEXT" and i > at else t for i, t in enumerate(inner))
    while len(inner) > at + 1 and inner[-1].kind == "TEXT" and inner[-1].text in FILLERS:
        inner = inner[:-1]  # 每超过1次该项扣0.5分: 该项 is nothing that is counted
    moves = [t for t in inner if t.kind in ("CMP", "UP", "DOWN", "LATE", "BOTH", "DEDUCT")]
    inner = inner[:-2] if len(inner) > at + 2 and inner[-2].kind == "COMMA" and inner[-1].text in FILLERS else inner  # 发现一项，本指标不得分
    others = [t for t in inner if t.kind in ("TEXT", "OCCUR")]
    gain = verb.kind in ("ADD", "AWARD")
    if any(t.kind == "ELSE" and (i <= at or inner[i - 1].kind == "COMMA") for i, t in enumerate(inner)) or any(t.kind not in ("ELSE", "CMP", "UP", "DOWN", "LATE", "BOTH", "TEXT", "OCCUR", "NUM", "GLUE", "PART", "COMMA", "REACH", "OPEN", "CLOSE", "PAUSE", "OVER", "DEDUCT") for t in inner):
        return None
    if unit.base == "" or unit.text == "百分点" or unit.base in TIMES or unit.base in ("元", "分") or unit.text == "名次" or _measures(unit):
        if verb.kind in ("ZERO", "AWARD") or not (every or (value == 1 and inner[0].kind in ("OCCUR", "DOWN") and at == 1)):
            return None
        if unit.base in ("月", "季度", "周") and value == 1 and not gain and len(moves) == 1 and moves[0].text in ("缺", "缺少") and not others:
            return Per(value, unit, amount, counted=True, lack="缺", measure="个月" if unit.text == "月" else unit.text)  # 缺一季度扣1分
        if unit.base in TIMES and not moves and not gain and _FAILED.match(said := "".join(t.text for t in inner[at + 1 :] if t.kind not in ("COMMA", "GLUE", "PART"))):
            return Per(value, unit, amount, counted=True, what=said, measure="个月" if unit.text == "月" else unit.text)  # 每有一个月未及时发放
        if unit.base in ("日", "天") and value == 1 and not gain and not moves and _IS_AWAY.search(said):
            return Per(value, unit, amount, counted=True, what=said, measure=unit.text)  # 每1天值守期间不出勤
        if unit.base in ("月", "周", "季度") and value == 1 and not gain and len(moves) == 1 and moves[0].kind == "LATE" and inner[at + 1 : at + 2] == (moves[0],):
            return Per(value, unit, amount, counted=True, what=name_of(inner[at + 1 :]), measure="个月" if unit.text == "月" else unit.text)  # 每有一个季度逾期支付
        if unit.base in ("月", "周", "季度", "年") and not moves and not gain and (lacking := next((t.text for t in others if t.text in ("少报", "漏报", "缺报", "少填", "漏填", "未报", "缺交", "未交")), "")):
            return Per(value, unit, amount, counted=True, what=lacking, measure="个月" if unit.text == "月" else unit.text)  # 每少报1个月报表
        if _measures(unit) and any(t.text == "差" for t in moves):
            return None  # short of the target or beyond it: of a concentration either may be meant
        return _steps(value, unit, amount, gain, moves, others, hint) if every else None
    measure = unit.text
    lately = max((i + 1 for i in range(at) if inner[i].kind == "COMMA"), default=0)
    lately = 0 if lately == at else lately
    names = name_of(inner[lately:at], "TEXT OCCUR LATE"), name_of(inner[at + 1 :])
    if not every and ((value != 1 and verb.kind != "ZERO") or any(t.kind == "CMP" for t in moves)):
        return None
    if every and moves and moves[0].text == "超标" and not unit.shift:
        return Per(value, unit, amount, gain=gain, counted=True, what=names[1] if "超标" in names[1] else "超标" + (names[1] or names[0]), measure=measure)  # 每超标1台
    if moves and not [t for t in others if t.text not in GOALS] and moves[0].kind in ("CMP", "UP", "BOTH") and not _lacks(moves[0]):
        return _steps(value, unit, amount, gain, moves, others, hint) if every else None
    if moves and moves[0].kind == "LATE" and every:
        return Per(value, unit, amount, gain=gain, counted=True, what=names[1] or names[0], measure=measure)
    if moves and moves[0].kind == "LATE" and value == 1 and names[1] and not gain:
        return Per(value, unit, amount, counted=True, what=names[1], measure=measure)  # 延误一个节点扣1分
    ahead = next((i for i in range(cursor.at, len(cursor.tokens)) if cursor.tokens[i].kind in ("MOSTGAIN", "CEIL", "SEP")), len(cursor.tokens))
    limited = cursor.kind() == "COMMA" and ahead < len(cursor.tokens) and cursor.tokens[ahead].kind != "SEP" and value == 1 and amount.parts == 1 and not amount.share  # 有一次会议记录得1分，最多得4分
    if not every and gain and not limited and not (verb.kind == "ADD" and value == 1):
        return None
    lack = next((t.text for t in inner[: at + 1] if t in moves and _lacks(t)), "") or next((t.text for t, after in zip(inner, (*inner[1:], None), strict=True) if t.text in ("缺少", "缺失", "缺漏", "遗漏") and not any(u.kind == "PAUSE" for u in inner[at:]) and not (after is not None and after.text in ("或", "或者"))), "")
    lack = lack or ("少" if names[1] and not gain and any(t.text in _UNREPORTED for t in inner[lately:at]) else "")  # 每少报一个项目
    if gain and (amount == FULL or (inner[0].kind == "TEXT" and _EACH_PERIOD.match(inner[0].text) and inner[-1].kind == "COMMA")):
        return None  # 每年开展1次得满分, 每季度通报一次，得2分 is no count
    what = names[1] or re.sub(r"^(?:缺少|缺失|缺漏|遗漏)", "", names[0]).removeprefix("发现").removeprefix("出现").removeprefix("发生").removeprefix("存在").removeprefix("有")
    if not gain and not lack and names[1] and names[0][:1] in ("漏", "错") and len(names[0]) == 2:
        what = names[0] + names[1]  # 每漏评1个项目
    what = what.removeprefix("认定") if len(what) > 2 else "" if what in ("认定", "查实", "核实") else what
    if lack in _IS_MISSING:
        what = what.removesuffix(lack)  # 每有一项程序缺失
    if lack and not names[1]:
        what = ""
    if _EXCEPT.search(what):
        return None  # 每发生1起（除自然灾害）事故: of a number nobody knows what it leaves out
    if not every and not (lack or "OCCUR" in {t.kind for t in inner} or (value == 1 and at == 0) or gain):
        return None
    verb_of_lack = "" if not lack else "缺" if lack in ("缺", "缺少", "欠", "缺失", "缺漏", "遗漏") else "少"
    return Per(value, unit, amount, gain=gain, counted=True, lack=verb_of_lack, what=what, measure=measure)


def _measures(unit: Unit) -> bool:
    """微克/立方米, 元/亩, 分贝: a size, of which there are no pieces to be counted."""
    of_what, each, _ = unit.base.partition("/")
    return unit.base in ("分贝", "dB") or bool(each) and of_what not in COUNTED


_IS_MISSING = words("缺少 缺失 缺漏 遗漏")
_UNREPORTED = words("少报 漏报 缺报 少填 漏填 缺交 少编报")
_EXCEPT = Pattern(r"除[^,;。]*外|\(除|不含|不包[含括]|剔除")


def _lacks(move: Token) -> bool:
    return move.kind == "DOWN" or (move.kind == "CMP" and move.value == "<")


_EACH_PERIOD = Pattern(r"年|半年|季|月|周|日|天")
_UNREACHED = words("未达到 没有达到 未达 达不到 没达到 不达")
_FAILED = Pattern(r"[未不没](?!低|少|高|超|足|满)")
_IS_AWAY = Pattern(rf"(?:{AWAY})$")
_DOINGS = words("到位 开放 举办 开展 组织 发放 完成 报送 支付 拨付 下达 公开 办理 上报 提交 验收 开工 竣工 完工 缴纳 实施 采购 交付")


def _steps(value: Decimal, unit: Unit, amount: Amount, gain: bool, moves: list[Token], others: list[Token], hint: int | None) -> Per | None:
    late = any(t.kind == "LATE" for t in moves)
    if not moves and len(others) == 1 and others[0].text.startswith("超") and others[0].text[1:] in GOALS:
        return Per(value, unit, amount, 1, gain, relative=True)  # 每超预算1%
    names = [t for t in others if t.text not in GOALS and not (t.text in _DOINGS and (late or {_side(m) for m in moves} == {-1} or [m.text for m in moves] in (["超额"], ["超"]))) and t.text not in ("部分", "标准部分")]
    if names or len(moves) > 2:
        return None
    relative = any(t.text in GOALS for t in others)
    sides = {_side(t) for t in moves}
    if sides == {1, -1}:
        sides = {0}
    if len(sides) > 1:
        return None
    side = sides.pop() if sides else hint
    if unit.text == "名次" and side and moves and moves[0].kind in ("UP", "DOWN"):
        side = -side  # the lower the place, the higher its number
    return Per(value, unit, amount, side, gain, late, relative=relative)


def _side(move: Token) -> int:
    if move.kind == "CMP":
        return 1 if str(move.value) in "≥>" else -1
    return {"UP": 1, "LATE": 1, "DOWN": -1, "DEDUCT": -1, "BOTH": 0}[move.kind]
