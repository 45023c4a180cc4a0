"""The parts of a clause that give or take points: amounts, awards, steps, occurrences, limits."""

from __future__ import annotations

import re
from decimal import Decimal

from ziping.amounts import PERCENT, Unit
from ziping.standards.conditions import Cursor, percent
from ziping.standards.goals import GOALS
from ziping.standards.records import Record
from ziping.standards.rule import FULL, ZERO, Amount, Award, Count, Effect, Ratio, Steps
from ziping.standards.tokens import Token
from ziping.standards.values import TIMES
from ziping.standards.vocabulary import words

__all__ = ["GRADES", "Off", "boundary", "read_amount", "read_award", "read_limit", "read_per", "read_ratio", "read_rounding"]

_FULL_NAMES = words("分值 该项分值 本项分值 指标分值 该指标分值 本指标分值 标准分 标准分值 权重分 权重分值 权重 该项权重 该项权重分 指标权重 指标权重分 总分 总分值 基本分 分数 分 相应分值 应得分 该项分数 该项总分 此项分值 该项指标分值 该项标准分 该项满分 其分值 赋分 满分 满分值 本项权重分 该项 "
    "该指标权重 该指标权重分 指标标准分 全部分值 所赋分值 指标赋分 指标满分 该指标满分 本项满分 权重值 该项指标权重 本指标权重 指标总分 所占分值 单项分值 该指标所赋全部分值 所赋全部分值 指标所赋全部分值 该指标全部分值 指标全部分值 该项全部分值 该指标所赋分值 对应分值 指标分 指标值分值 该指标标准分值 全部得分 分值权重")
_FILLERS = words("该项 本项 此项 该指标 本指标 指标 则该项 全额 该项指标 本项指标 此指标 该项则 直接 视为 该分项 该要点 该小项 一次性 该指标所赋 指标所赋 所赋 该项所赋 其 该部分 每项 各项")
GRADES = words("优 良 中 差 优秀 良好 合格 不合格 一般 较好 好 较差 达标 不达标 中等 及格 不及格 基本合格")
_TAILS = words("计算 计分 计 处理 计入 计得分 计算得分 记分 给分 赋分")
_BOUNDARY = ("OVER", "SEP", "COMMA", "PAUSE", "END", "CLOSE", "OPEN", "ENUM", "FLOOR", "MOST", "ELSE", "CEIL")
HALF = Amount(Decimal("0.5"), True)


class Off(Record):
    """So many points off the full points, once."""

    __slots__ = ("amount",)
    amount: Amount

    def text(self) -> str:
        return f"扣{self.amount}"


def boundary(cursor: Cursor) -> bool:
    """Whether a clause may end here."""
    return cursor.kind() in _BOUNDARY


def _share_of(cursor: Cursor) -> bool:
    """（的）分值, （的）权重分 … after a percentage, or nothing at all before the clause's end."""
    start = cursor.at
    cursor.skip("GLUE", "PART")
    if cursor.kind() == "TEXT" and cursor.token().text in _FULL_NAMES or cursor.kind() == "FULL":
        cursor.take()
        return True
    cursor.at = start
    return False


def read_amount(cursor: Cursor) -> Amount | None:
    """5分, 满分, 分值的60%, 60%的分值, 一半分值, 满分的80%."""
    start = cursor.at
    if cursor.kind() == "FULL" or (cursor.kind() == "TEXT" and cursor.token().text in _FULL_NAMES):
        cursor.take()
        here = cursor.at
        cursor.skip("GLUE", "PART", "TIMES")
        number = cursor.accept("NUM")
        if number is not None and number.unit == PERCENT:
            return Amount(number.value.scaleb(-2), True)  # type: ignore[union-attr]
        if number is None and cursor.kind() == "TEXT" and cursor.token().text in ("一半", "半数"):
            cursor.take()
            return HALF
        cursor.at = here
        return FULL
    if cursor.kind() == "TEXT" and cursor.token().text.removesuffix("的") in {f"一半{n}" for n in ("", *_FULL_NAMES)}:
        cursor.take()
        _share_of(cursor)
        return HALF
    if cursor.kind() == "NUM" and cursor.kind(1) == "OVER" and cursor.kind(2) == "NUM" and cursor.token().unit is None:
        top, _, bottom = cursor.take(), cursor.take(), cursor.take()
        if 0 < top.value <= bottom.value and _share_of(cursor):  # type: ignore[operator]
            return Amount(top.value, True, bottom.value)  # type: ignore[arg-type]
        cursor.at = start
        return None
    if cursor.kind() == "NUM":
        number = cursor.take()
        if number.value < 0:  # type: ignore[operator]
            cursor.at = start
            return None
        if number.value == 0 and number.unit is None and boundary(cursor):
            return ZERO  # 得0
        if number.unit is not None and number.unit.base == "分":
            return Amount(number.value) if number.value else ZERO  # type: ignore[arg-type]
        if number.unit == PERCENT and number.text[-1] != "点" and (_share_of(cursor) or boundary(cursor)):
            return Amount(number.value.scaleb(-2), True) if number.value else ZERO  # type: ignore[union-attr]
    cursor.at = start
    return None


def _fill(cursor: Cursor) -> None:
    while cursor.kind() == "GLUE" or (cursor.kind() == "TEXT" and cursor.token().text in _FILLERS):
        cursor.take()


def read_award(cursor: Cursor, bare: bool = True) -> Award | Off | None:
    """得5分, 计满分, 不得分, 不扣分, 扣2分; with `bare` also a mere `5分` (明确3分)."""
    start = cursor.at
    _fill(cursor)
    effect: Award | Off | None = None
    verb = cursor.accept("AWARD")
    if verb is not None:
        _fill(cursor)
        amount = read_amount(cursor)
        effect = Award(amount) if amount is not None else None
    elif cursor.accept("ZERO"):
        effect = Award(ZERO)
    elif cursor.accept("UNTOUCHED"):
        effect = Award(FULL)
    elif cursor.kind() == "FULL":
        amount = read_amount(cursor)
        effect = Award(amount) if amount is not None else None
    elif cursor.accept("DEDUCT"):
        amount = read_amount(cursor)
        effect = Off(amount) if amount is not None else None
        if effect is not None and amount == FULL:
            effect = Award(ZERO)
    elif bare and cursor.kind() == "NUM" and cursor.token().unit is not None and cursor.token().unit.base == "分":  # type: ignore[union-attr]
        amount = read_amount(cursor)
        effect = Award(amount) if amount is not None else None
    if effect is not None:
        if cursor.kind() == "TEXT" and cursor.token().text in _TAILS:
            cursor.take()
        if cursor.kind() in ("GLUE", "PART") and cursor.token().text in ("的", "为") and cursor.kind(1) in _BOUNDARY:
            cursor.take()
        if boundary(cursor) or (cursor.kind() == "TEXT" and cursor.token().text.startswith(("否", "未", "不", "无", "没有"))):
            return effect
    cursor.at = start
    return None


# ---------------------------------------------------------------------------------------------------------------
# Every so much


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
    up: bool
    base: Decimal | None

    def effect(self) -> Effect:
        if self.counted:
            return Count(self.what, self.size, self.measure, self.amount, self.gain, lack=self.lack)
        return Steps(self.side or 0, self.size, percent(self.unit) or self.unit, self.amount, gain=self.gain, late=self.late)


_STOP = ("DEDUCT", "ADD", "AWARD", "ZERO")


def read_per(cursor: Cursor, hint: int | None = None) -> Per | None:
    """A clause of steps or occurrences at the cursor (`每…扣…`, `发现一处…扣…`, `缺一项扣…`); None leaves the cursor."""
    start = cursor.at
    every = cursor.accept("EVERY")
    begin = cursor.at
    end = begin
    if every and cursor.kind() == "DEDUCT" and cursor.token().text == "减" and cursor.kind(1) == "NUM":
        end += 1  # 每减1个百分点
    while end < len(cursor.tokens) and cursor.tokens[end].kind not in (*_STOP, "SEP", "EVERY", "FULL", "FLOOR", "RATIO", "FORMULA", "JUDGE"):
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
    if number.unit is None or number.value <= 0 or number.unit.base == "分":  # type: ignore[operator]
        cursor.at = start
        return None
    cursor.at = end
    per = _effect(cursor, number, inner, numbers[0], every is not None, hint)
    if per is None or not boundary(cursor) or (rounding is not None and rounding[1] != per.size):
        cursor.at = start
        return None
    per.up = rounding is not None and rounding[0]
    per.base = base  # type: ignore[assignment]
    return per


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


def _inner_rounding(cursor: Cursor, begin: int, end: int) -> tuple[tuple[bool, Decimal] | None, tuple[Token, ...]]:
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
        amount = read_amount(cursor)
    if amount is None or amount == ZERO:
        return None
    unit, value = number.unit, number.value
    assert unit is not None
    assert isinstance(value, Decimal)
    moves = [t for t in inner if t.kind in ("CMP", "UP", "DOWN", "LATE", "BOTH", "DEDUCT")]
    others = [t for t in inner if t.kind in ("TEXT", "OCCUR")]
    gain = verb.kind in ("ADD", "AWARD")
    if any(t.kind not in ("CMP", "UP", "DOWN", "LATE", "BOTH", "TEXT", "OCCUR", "NUM", "GLUE", "PART", "COMMA", "REACH", "OPEN", "CLOSE", "PAUSE", "OVER", "DEDUCT") for t in inner):
        return None
    if unit.base == "" or unit.text == "百分点" or unit.base in TIMES or unit.base == "元":
        if verb.kind in ("ZERO", "AWARD") or not every:
            return None
        return _steps(value, unit, amount, gain, moves, others, hint)
    measure = unit.text
    names = "".join(t.text for t in inner[:at] if t.kind in ("TEXT", "OCCUR", "LATE")), "".join(t.text for t in inner[at + 1 :] if t.kind not in ("COMMA", "GLUE", "PART", "SIDE"))
    if not every and ((value != 1 and verb.kind != "ZERO") or any(t.kind == "CMP" for t in moves)):
        return None
    if moves and not [t for t in others if t.text not in GOALS] and moves[0].kind in ("CMP", "UP", "BOTH") and not _lacks(moves[0]):
        return _steps(value, unit, amount, gain, moves, others, hint) if every else None
    if moves and moves[0].kind == "LATE" and every:
        return Per(value, unit, amount, gain=gain, counted=True, what=names[1] or names[0], measure=measure)
    if not every and gain:
        return None
    lack = next((t.text for t in moves if _lacks(t)), "") or next((t.text for t in inner if t.text in ("缺少", "缺失", "缺漏", "遗漏")), "")
    what = names[1] or re.sub(r"^(?:缺少|缺失|缺漏|遗漏)", "", names[0]).removeprefix("发现").removeprefix("出现").removeprefix("发生").removeprefix("存在").removeprefix("有")
    if lack and not names[1]:
        what = ""
    if not every and not (lack or "OCCUR" in {t.kind for t in inner} or (value == 1 and at == 0)):
        return None
    verb_of_lack = "" if not lack else "缺" if lack in ("缺", "缺少", "欠", "缺失", "缺漏", "遗漏") else "少"
    return Per(value, unit, amount, gain=gain, counted=True, lack=verb_of_lack, what=what, measure=measure)


def _lacks(move: Token) -> bool:
    return move.kind == "DOWN" or (move.kind == "CMP" and move.value == "<")


_DOINGS = words("开放 举办 开展 组织 发放 完成 报送 支付 拨付 下达 公开 办理 上报 提交 验收 开工 竣工 完工 缴纳 实施 采购 交付")


def _steps(value: Decimal, unit: Unit, amount: Amount, gain: bool, moves: list[Token], others: list[Token], hint: int | None) -> Per | None:
    late = any(t.kind == "LATE" for t in moves)
    names = [t for t in others if t.text not in GOALS and not (t.text in _DOINGS and (late or {_side(m) for m in moves} == {-1})) and t.text not in ("部分", "标准部分")]
    if names or len(moves) > 2:
        return None
    relative = any(t.text in GOALS for t in others)
    sides = {_side(t) for t in moves}
    if sides == {1, -1}:
        sides = {0}
    if len(sides) > 1:
        return None
    side = sides.pop() if sides else hint
    return Per(value, unit, amount, side, gain, late, relative=relative)


def _side(move: Token) -> int:
    if move.kind == "CMP":
        return 1 if str(move.value) in "≥>" else -1
    return {"UP": 1, "LATE": 1, "DOWN": -1, "DEDUCT": -1, "BOTH": 0}[move.kind]


# ---------------------------------------------------------------------------------------------------------------
# Limits, rounding, proportion


def read_limit(cursor: Cursor) -> tuple[str, Amount | None] | None:
    """扣完为止 → ("floor", None); 最多扣6分 → ("cap", 6分); 最低得1分 → ("least", 1分); 最高得5分 → ("most", 5分); 加满为止 → ("ceil", None)."""
    start = cursor.at
    if cursor.kind() == "TEXT" and cursor.token().text in _FILLERS | _FULL_NAMES and cursor.kind(1) in ("FLOOR", "MOST", "LEAST", "CEIL"):
        cursor.take()
    found: tuple[str, Amount | None] | None = None
    if cursor.accept("FLOOR"):
        found = ("floor", None)
    elif cursor.accept("CEIL"):
        found = ("ceil", None)
    elif cursor.kind() == "UNTIL":
        token = cursor.take()
        amount = read_amount(cursor)
        if amount is not None and cursor.kind() == "TEXT" and cursor.token().text == "为止":
            cursor.take()
        if amount is not None:
            found = ("floor", None) if amount == ZERO else (str(token.value), amount)
    else:
        token = cursor.accept("MOST", "LEAST", "MOSTGAIN")
        if token is not None:
            amount = read_amount(cursor)
            if amount is not None:
                found = ({"MOST": "cap", "LEAST": "least", "MOSTGAIN": "most"}[token.kind], amount)
                if cursor.kind() == "TEXT" and cursor.token().text in ("为止", "为限", "为上限"):
                    cursor.take()
    if found is not None and cursor.kind() == "TEXT" and cursor.token().text in ("为止",):
        cursor.take()
    if found is None or not boundary(cursor):
        cursor.at = start
        return None
    return found


_COUNTED = ("计", "计算", "计扣", "扣分", "扣", "处理", "计分", "算", "扣减", "执行", "核算", "折算", "统计")
_DROPPED = ("不计", "不计算", "不予扣分", "不扣分", "不予计算", "忽略不计", "舍去", "不计扣分", "不予计扣")


def read_rounding(cursor: Cursor) -> tuple[bool, Decimal] | None:
    """`不足1个百分点按1个百分点计` → (True, 1), `不足1个百分点不扣分` → (False, 1)."""
    start = cursor.at
    cursor.skip("GLUE")
    if not (cursor.kind() == "CMP" and cursor.token().text in ("不足", "不满", "不到", "未满", "小于", "低于")):
        cursor.at = start
        return None
    cursor.take()
    number = cursor.accept("NUM")
    if number is None:
        cursor.at = start
        return None
    while cursor.kind() in ("GLUE", "PART", "COMMA", "TEXT") and cursor.token().text in ("的", ",", "部分", "部分按", "时", "按", "也按", "均按", "以", "则按", "仍按", "视同", "视为", "的部分"):
        cursor.take()
    if cursor.kind() == "UNTOUCHED" or cursor.kind() == "ZERO" or (cursor.kind() == "TEXT" and cursor.token().text in _DROPPED):
        cursor.take()
        if boundary(cursor):
            return False, number.value  # type: ignore[return-value]
    same = cursor.accept("NUM")
    if same is not None and same.value == number.value and same.unit == number.unit:
        tail = cursor.kind() == "TEXT" and cursor.token().text in _COUNTED or (cursor.kind() == "DEDUCT")
        if tail:
            cursor.take()
        if boundary(cursor):
            return True, number.value  # type: ignore[return-value]
    cursor.at = start
    return None


_RATIO_TAILS = words("计分 得分 扣分 给分 计算 计算得分 折算 折算得分 赋分 计得分 记分 计算分值 计算分数 计 递减 计算扣分 确定得分 计算得分值 评分 扣减得分 扣减分值 扣减分数 扣减相应分值 扣除相应分值 扣除分值 扣除相应分数 计算分 核算得分 得相应分 得相应分值 相应计分 相应得分 相应扣分 给予相应分值 分配分值 计算相应得分 扣相应分值 计算得相应分值 换算 换算得分 "
    "计算该项得分 计算指标得分 给分值 折算分值 相应扣减分值 得分值 打分 计分值 减分 赋值 得相应分数 计入得分 扣除 扣减 折算计分 计取")


def read_ratio(cursor: Cursor) -> tuple[Ratio, bool] | None:
    """按比例计分 → (ratio of completion, False), 按比例扣分 → (…, True)."""
    start = cursor.at
    token = cursor.accept("RATIO", "LINEAR")
    if token is None:
        return None
    taking = "未完成" in token.text
    while cursor.kind() in ("TEXT", "DEDUCT", "GLUE", "AWARD", "PART", "JUDGE"):
        word = cursor.token().text
        if cursor.kind() == "AWARD":
            cursor.take()
            amount = read_amount(cursor)
            if amount != FULL:
                cursor.at = start
                return None
            continue
        if cursor.kind() == "TEXT" and word not in _RATIO_TAILS and word not in _FULL_NAMES:
            break
        if cursor.kind() == "JUDGE" and word not in ("相应得分", "相应扣分", "相应分数"):
            break
        taking = taking or cursor.kind() == "DEDUCT" or "扣" in word or "减" in word
        cursor.take()
    if not boundary(cursor):
        cursor.at = start
        return None
    return Ratio("linear" if token.kind == "LINEAR" else "completion", token.text), taking
