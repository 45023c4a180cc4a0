"""Rules of the whole form: what becomes of the indicators' scores on their way to the total, and the grade.

Plain data that a scheme carries; nothing here reads a file. The default is the plain sum with the grades of 财预〔2020〕10号: 90 (incl.) and
above 优, 80 (incl.) to 90 良, 60 (incl.) to 80 中, below 60 差.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal, InvalidOperation
from typing import NamedTuple

from ziping.amounts import EXACT, half_up, show, show_percent
from ziping.standards.refusal import NotScorable

__all__ = ["DEFAULT", "FormRules", "NOT_APPLICABLE", "Total", "grade", "over_achieved", "total"]

NOT_APPLICABLE = "不适用"
_HUNDRED = Decimal(100)
_HIGHEST_RATE = Decimal(10)


class FormRules(NamedTuple):
    """What a scheme does to the whole form.

    full: points of the form; grades: (name, lowest total that earns it), best first; caps: (rate, cap): with an execution rate below the rate
    the total is at most the cap, the strictest holds; over_ratio: an actual of at least this share of its target (1.3) costs over_points of
    the total, for each such indicator, together at most over_limit; rescale: a not-applicable indicator drops out and the rest counts for
    the whole form; execution_points: the points of 预算执行率; weighted: a score is out of 100 and counts by its weight
    (单项得分 × 权重); source: where the rules stand.
    """

    full: Decimal = _HUNDRED
    grades: tuple[tuple[str, Decimal], ...] = (("优", Decimal(90)), ("良", Decimal(80)), ("中", Decimal(60)), ("差", Decimal(0)))
    caps: tuple[tuple[Decimal, Decimal], ...] = ()
    over_ratio: Decimal | None = None
    over_points: Decimal = Decimal(2)
    over_limit: Decimal | None = None
    rescale: bool = False
    execution_points: Decimal = Decimal(10)
    weighted: bool = False
    source: str = ""

    @classmethod
    def from_mapping(cls, mapping: Mapping[str, object]) -> FormRules:
        """The rules as a TOML table gives them; ValueError names the key that is unknown or wrong.

            full = 100                                       grades = { 优 = 90, 良 = 80, 中 = 60, 差 = 0 }
            caps = [{ below = "80%", cap = 89 }]             over = { ratio = "130%", points = 2, limit = 10 }
            rescale = true    weighted = false               execution_points = 20    source = "…"

        Numbers are integers, or texts where they have decimals or a percent sign.
        """
        given = dict(mapping)
        made: dict[str, object] = {}
        over = given.pop("over", None)
        if over is not None:
            table = _table("over", over, {"ratio", "points", "limit"}, {"ratio"})
            made |= {f"over_{key}": _number(f"over.{key}", value) for key, value in table.items()}
        for key in ("full", "execution_points"):
            if key in given:
                made[key] = _number(key, given.pop(key))
        for key in ("rescale", "weighted"):
            if key in given:
                made[key] = given.pop(key)
                if not isinstance(made[key], bool):
                    raise ValueError(f"{key}: true or false expected, not {made[key]!r}")
        if "source" in given:
            made["source"] = str(given.pop("source"))
        if "grades" in given:
            made["grades"] = _grades(given.pop("grades"))
        if "caps" in given:
            rows = given.pop("caps")
            if not isinstance(rows, list | tuple):
                raise ValueError("caps: a list of tables { below, cap } expected")
            tables = [_table("caps", row, {"below", "cap"}, {"below", "cap"}) for row in rows]
            made["caps"] = tuple(sorted((_number("caps.below", t["below"]), _number("caps.cap", t["cap"])) for t in tables))
        if given:
            known = set(cls._fields) - {"over_ratio", "over_points", "over_limit"} | {"over"}
            raise ValueError(f"unknown key {sorted(given)[0]!r} in the rules of the form; known: {', '.join(sorted(known))}")
        return cls(**made)  # type: ignore[arg-type]


DEFAULT = FormRules()


class Total(NamedTuple):
    """points: the total after all rules; full: out of how many; raw: the plain sum; applied: what was done, in Chinese sentences."""

    points: Decimal
    full: Decimal
    raw: Decimal
    applied: tuple[str, ...] = ()


def total(
    scores: Iterable[Decimal | int | str],
    points: Sequence[Decimal | int | None] | None = None,
    rate: Decimal | None = None,
    rules: FormRules = DEFAULT,
    over: Sequence[str] = (),
) -> Total:
    """The form's total from its indicators' scores (execution rate's included).

    scores: numbers, or `不适用`; points: the indicators' points (or weights), in the same order, where rescaling or weighting needs them;
    rate: execution rate as a ratio (0.85), where there are caps; over: names of the indicators far above their targets (`over_achieved`).
    NotScorable when a rule needs points or a rate that is not there.
    """
    rows = list(scores)
    applied: list[str] = []
    weights = _weights(rows, points, rules)
    kept = [(Decimal(score), weight) for score, weight in zip(rows, weights, strict=True) if score != NOT_APPLICABLE]
    if rules.weighted:
        raw = sum((EXACT.divide(score * weight, _HUNDRED) for score, weight in kept), Decimal(0))
        applied.append("各项得分按权重折算后相加。")
    else:
        raw = sum((score for score, _ in kept), Decimal(0))
    result = raw
    dropped = [weight for score, weight in zip(rows, weights, strict=True) if score == NOT_APPLICABLE]
    if dropped and rules.rescale:
        rest = sum((weight for _, weight in kept), Decimal(0))
        if rest <= 0:
            raise NotScorable("全部指标均填为“不适用”，无法计算总分，请至少填写一项得分。")
        result = EXACT.divide(raw * rules.full, rest)
        applied.append(f"{len(dropped)}项指标不适用，其余指标共{_plain(rest)}分，得分{_plain(half_up(raw, 2))}分按{_plain(rules.full)}分折算为{_plain(half_up(result, 2))}分。")
    elif dropped:
        applied.append(f"{len(dropped)}项指标填为不适用，方案没有规定折算，按未得分计。")
    if over and rules.over_ratio is not None:
        lost = rules.over_points * len(over)
        lost = min(lost, rules.over_limit) if rules.over_limit is not None else lost
        result = max(Decimal(0), result - lost)
        applied.append(f"{'、'.join(over)}的完成值达到指标值的{show_percent(rules.over_ratio, 0)}以上，从总分中扣{_plain(lost)}分。")
    result = _capped(result, rate, rules, applied)
    if result > rules.full:
        applied.append(f"得分合计{_plain(half_up(result, 2))}分，超过整表满分{_plain(rules.full)}分，请核对各项得分与分值。")
    return Total(half_up(result, 2), rules.full, half_up(raw, 2), tuple(applied))


def _weights(rows: list, points: Sequence[Decimal | int | None] | None, rules: FormRules) -> list[Decimal]:
    needed = rules.weighted or (rules.rescale and NOT_APPLICABLE in rows)
    if not needed:
        return [Decimal(0)] * len(rows)
    if points is None or len(points) != len(rows) or any(p is None for p in points):
        raise NotScorable("方案要求按分值折算总分，但分值与得分的个数不一致或有空缺，请逐项填写分值。")
    return [Decimal(p) for p in points]  # type: ignore[arg-type]


def _capped(result: Decimal, rate: Decimal | None, rules: FormRules, applied: list[str]) -> Decimal:
    if not rules.caps:
        return result
    if rate is None:
        raise NotScorable("方案规定总分按预算执行率封顶，但没有填写预算执行率，请填写。")
    if not 0 <= rate <= _HIGHEST_RATE:
        raise NotScorable(f"预算执行率应为比率（如 85%），实际为{_plain(rate)}，请核对是否缺少百分号。")
    hit = [(cap, below) for below, cap in rules.caps if rate < below]
    if not hit:
        return result
    cap, below = min(hit)
    if result <= cap:
        return result
    applied.append(f"预算执行率{show_percent(rate)}低于{show_percent(below, 0)}，总分最高{_plain(cap)}分，由{_plain(half_up(result, 2))}分调整为{_plain(cap)}分。")
    return cap


def grade(points: Decimal | int, rules: FormRules = DEFAULT) -> str:
    """The grade of a total; NotScorable for a total outside 0…full."""
    points = Decimal(points)
    if not 0 <= points <= rules.full:
        raise NotScorable(f"总分应在0到{_plain(rules.full)}分之间，实际为{_plain(points)}分，请核对。")
    return next(name for name, lowest in rules.grades if points >= lowest)


def over_achieved(target: str | Decimal | int | None, actual: str | Decimal | int | None, rules: FormRules = DEFAULT) -> bool:
    """Whether an actual lies so far above its target that the form's rule takes points off (actual ÷ target ≥ over_ratio).

    False where the form has no such rule, where either is blank or no number, and for targets that are upper limits.
    """
    if rules.over_ratio is None:
        return False
    from ziping.standards.cells.defaults import excess  # the form's rules alone do not need to read cells

    share = excess(target, actual)
    return share is not None and share >= rules.over_ratio


# ---------------------------------------------------------------------------------------------------------------
# Reading the table of a scheme


def _number(key: str, value: object) -> Decimal:
    if isinstance(value, bool | float) or not isinstance(value, int | str | Decimal):
        raise ValueError(f"{key}: a whole number or a text such as \"85.5%\" expected, not {value!r}")
    text = str(value).strip()
    try:
        return Decimal(text[:-1]).scaleb(-2) if text.endswith("%") else Decimal(text)
    except InvalidOperation:
        raise ValueError(f"{key}: not a number: {value!r}") from None


def _table(key: str, value: object, known: set[str], needed: set[str]) -> Mapping[str, object]:
    if not isinstance(value, Mapping):
        raise ValueError(f"{key}: a table expected, not {value!r}")
    wrong = set(value) - known or needed - set(value)
    if wrong:
        raise ValueError(f"{key}: {'unknown' if set(value) - known else 'missing'} key {sorted(wrong)[0]!r}")
    return value


def _grades(value: object) -> tuple[tuple[str, Decimal], ...]:
    if not isinstance(value, Mapping) or not value:
        raise ValueError("grades: a table of names and lowest totals expected")
    rows = tuple(sorted(((str(k), _number(f"grades.{k}", v)) for k, v in value.items()), key=lambda row: -row[1]))
    if rows[-1][1] != 0 or len({lowest for _, lowest in rows}) != len(rows):
        raise ValueError("grades: the lowest grade must begin at 0 and no two grades at the same total")
    return rows


def _plain(value: Decimal) -> str:
    text = show(value)
    return text.rstrip("0").rstrip(".") if "." in text else text
