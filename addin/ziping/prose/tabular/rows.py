"""What the cells of one row of a table give: 数量×单价=金额, 执行率=执行÷预算, 占比, 预算−执行=结余, the parts of a row.

Which columns belong together is not taken from their heads alone: a relation counts when most rows of the table show it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import permutations

from ziping.amounts import PERCENT, Quantity, change, foots, half_up, ratio, show, show_percent
from ziping.prose.judging.claims import Claim, ClaimKind, Verdict, last_digit, verdict_of
from ziping.prose.text.tables import Cell, Table, label_of

__all__ = ["row_claims"]

ZERO, HALF = Decimal(0), Decimal("0.5")
MOST = 120  # rows of a table that are compared
_RATE = re.compile(r"率|进度")
_SHARE = re.compile(r"占比|比重|比例|占.{0,8}%")
_GROWN = re.compile(r"增[长减]|变动|变化|幅")
_DONE = re.compile(r"执行|支出|实际|支付|完成|得分|到位|拨付|决算|使用")
_DUE = re.compile(r"预算|下达|安排|计划|分值|权重|应|目标|满分|指标|到位|总额")
_WORTH = re.compile(r"额|价|费|资金|预算|补助|合计|小计|支出")
_EACH = re.compile(r"单价|标准|均|每")
_LEFT = re.compile(r"结余|结转|节约|差|增减|增加|减少|扣|未|余额|变动|变化|增长额")
_WHOLE = re.compile(r"合计|小计|总|共")
_BONUS = re.compile(r"加分|奖励")

Work = Callable[[Sequence[Quantity]], Quantity | None]


@dataclass(frozen=True, slots=True)
class _Relation:
    """What gives a column, by the columns it is worked out of. `expected`: the heads say so too."""

    kind: ClaimKind
    columns: tuple[int, ...]
    target: int
    work: Work
    sign: str
    expected: bool


def row_claims(table: Table) -> Iterator[Claim]:
    """One claim for every row of every column that is worked out of others."""
    rows = table.rows[:MOST]
    for target in range(len(table.heads)):
        best: tuple[int, list[tuple[Sequence[Cell], _Relation, bool]]] = (0, [])
        for relation in _relations(table, target):
            judged = _judged(rows, relation)
            score = _accepted(judged, relation)
            if score > best[0]:
                best = (score, judged)
        for row, relation, holds in best[1]:
            yield _claim(table, row, relation, holds)
    yield from _above(table)


def _judged(rows: Sequence[Sequence[Cell]], relation: _Relation) -> list[tuple[Sequence[Cell], _Relation, bool]]:
    """The rows that have all figures; nothing as soon as too many do not bear the relation out."""
    judged, misses = [], 0
    for row in rows:
        holds = _judge(row, relation)
        if holds is not None:
            judged.append((row, relation, holds))
            misses += not holds
            if misses > max(1, len(rows) // 4):
                return []
    return judged


def _accepted(judged: Sequence[tuple[Sequence[Cell], _Relation, bool]], relation: _Relation) -> int:
    """How well the rows bear the relation out; 0 where they may do so by accident."""
    shown = [row for row, _, holds in judged if holds and _telling(row, relation)]
    misses = sum(not holds for _, _, holds in judged)
    least = 2 if relation.expected else 3
    if len({row[relation.target].words for row in shown}) < least or misses > max(1, len(judged) // 4):
        return 0
    return 2 * len(shown) - 3 * misses + relation.expected


def _telling(row: Sequence[Cell], relation: _Relation) -> bool:
    """Whether a row tells one relation from another: nothing times one, and no part of nothing."""
    values = [figure.value if (figure := row[at].figure) else ZERO for at in (*relation.columns, relation.target)]
    if relation.kind is ClaimKind.SUM:
        return sum(bool(value) for value in values[:-1]) > 1
    return all(value and value != 1 for value in values) and (relation.kind is not ClaimKind.RATE or values[0] != values[1])


def _relations(table: Table, target: int) -> Iterator[_Relation]:
    heads, rows = table.heads, table.rows[:MOST]
    filled = [at for at in range(len(heads)) if sum(row[at].figure is not None for row in rows) > 1]
    if target not in filled:
        return
    percent = sum(_percent(row[target], heads[target]) for row in rows) > 1
    amounts = [at for at in filled if at != target and not _RATE.search(heads[at]) and not any(_percent(row[at], heads[at]) for row in rows)]
    head = heads[target]
    if percent:
        for a, b in permutations(amounts, 2):
            if not _GROWN.search(head) and not _SHARE.search(head):
                yield _Relation(ClaimKind.RATE, (a, b), target, lambda q: ratio(q[0], q[1]), "÷", bool(_DONE.search(heads[a]) and _DUE.search(heads[b])))
            if _GROWN.search(head):
                yield _Relation(ClaimKind.CHANGE, (a, b), target, lambda q: change(q[0], q[1]), "较", True)
        if _SHARE.search(head):
            yield from (_share(table, a, target) for a in amounts if _grand(table, a) is not None)
        return
    for a, b in permutations(amounts, 2):
        if a < b and (_EACH.search(heads[a] + heads[b]) or _WORTH.search(head)) and not _EACH.search(head):
            yield _Relation(ClaimKind.FORMULA, (a, b), target, _times, "×", bool(_EACH.search(heads[a] + heads[b])))
        if _EACH.search(head):
            yield _Relation(ClaimKind.FORMULA, (a, b), target, lambda q: ratio(q[0], q[1]), "÷", True)
        if _LEFT.search(head):
            yield _Relation(ClaimKind.BALANCE, (a, b), target, lambda q: _add(q[0], -q[1]), "-", True)
    if _WHOLE.search(head):
        for low in range(len(heads)):
            for high in range(low + 1, len(heads)):
                run = tuple(range(low, high + 1))
                if target not in run and set(run) <= set(amounts):
                    yield _Relation(ClaimKind.SUM, run, target, _sum, "+", target in (low - 1, high + 1))


def _percent(cell: Cell, head: str) -> bool:
    return cell.figure is not None and (cell.figure.unit == PERCENT or bool(re.search(r"[(（][%％][)）]|[%％]$", head)))


def _grand(table: Table, column: int) -> Cell | None:
    cells = [table.rows[at][column] for at in table.totals if "小计" not in label_of(table.rows[at])]
    return cells[0] if len(cells) == 1 and cells[0].figure is not None else None


def _share(table: Table, column: int, target: int) -> _Relation:
    whole = _grand(table, column)
    assert whole is not None
    return _Relation(ClaimKind.SHARE, (column,), target, lambda q: ratio(q[0], whole.bare), "占", True)


def _times(q: Sequence[Quantity]) -> Quantity:
    a, b = q
    return Quantity(a.value * b.value, abs(a.value) * b.slack + abs(b.value) * a.slack + a.slack * b.slack)


def _add(a: Quantity, b: Quantity) -> Quantity:
    return Quantity(a.value + b.value, a.slack + b.slack)


def _sum(q: Sequence[Quantity]) -> Quantity:
    return Quantity(sum(one.value for one in q), sum(one.slack for one in q))  # type: ignore[arg-type]


def _judge(row: Sequence[Cell], relation: _Relation) -> bool | None:
    """Whether the row bears the relation out; None where a figure is missing."""
    cells = [row[at] for at in (*relation.columns, relation.target)]
    if relation.kind is ClaimKind.SUM:
        given = [cell for cell in cells[:-1] if cell.figure is not None]
        if cells[-1].figure is None or len(given) < 2 or any(cell.words.strip("-—–/") for cell in cells[:-1] if cell.figure is None):
            return None
        footing = foots(cells[-1].bare, [cell.bare for cell in given])
        return footing is not None and footing.holds
    if any(cell.figure is None for cell in cells):
        return None
    worked = relation.work([cell.bare for cell in cells[:-1]])
    if worked is None:
        return None
    footing = foots(_stated(cells[-1], relation), [worked])
    return footing is not None and footing.holds


def _stated(cell: Cell, relation: _Relation) -> Quantity:
    """What the cell states; the product or quotient of two figures is rounded to its last place."""
    if relation.kind in (ClaimKind.RATE, ClaimKind.SHARE, ClaimKind.CHANGE):
        return cell.rate
    return Quantity(cell.bare.value, HALF) if relation.sign in "÷×" and not cell.bare.slack else cell.bare


def _claim(table: Table, row: Sequence[Cell], relation: _Relation, holds: bool) -> Claim:
    cells = [row[at] for at in relation.columns if row[at].figure is not None]
    stated = row[relation.target]
    worked = relation.work([cell.bare for cell in cells])
    assert worked is not None
    assert stated.figure is not None
    places = stated.figure.decimals or 0
    percent = relation.kind in (ClaimKind.RATE, ClaimKind.SHARE, ClaimKind.CHANGE)
    told = show_percent(worked.value, max(2, places)) if percent else show(half_up(worked.value, max(2, places) if relation.sign in "÷×" else places))
    formula = relation.sign.join(cell.words for cell in cells) if len(cells) > 1 else f"{cells[0].words}÷合计"
    words = f"表中“{label_of(row)}”行的“{table.heads[relation.target]}”：{formula}得{told}，" + (f"与表中{stated.words}相符。" if holds else f"表中为{stated.words}，请核对。")
    start = next(cell.start for cell in (cells if relation.kind is ClaimKind.SUM else row) if cell.words)  # not that of the column's total
    end = max(cell.end for cell in (*cells, stated))
    figures = (*(cell.mention for cell in cells), stated.mention)
    made = Claim(relation.kind, "", start, end, figures, stated.words, told, verdict_of(holds), words)
    return last_digit(made, worked) if percent else made


def _above(table: Table) -> Iterator[Claim]:
    """A score above its points, where both columns have but one of each."""
    points = [at for at, head in enumerate(table.heads) if re.fullmatch(r"(?:指标)?(?:分值|满分)(?:[(（]分[)）])?", head)]
    scores = [at for at, head in enumerate(table.heads) if re.fullmatch(r"(?:自评|评价|实际)?得分(?:[(（]分[)）])?", head)]
    if len(points) != 1 or len(scores) != 1:
        return
    for row in table.rows:
        most, got = row[points[0]], row[scores[0]]
        if most.figure is None or got.figure is None or got.figure.value <= most.figure.value or not most.figure.value or any(_BONUS.search(cell.words) for cell in row):
            continue
        words = f"表中“{label_of(row)}”行的得分{got.words}超过分值{most.words}，请核对。"
        start = next(cell.start for cell in row if cell.words)
        yield Claim(ClaimKind.SCORE, "", start, max(most.end, got.end), (most.mention, got.mention), got.words, f"不超过{most.words}", Verdict.FAILS, words)
