"""Fund blocks: lines of money under headings such as 年初预算数, 全年预算数, 全年执行数, 执行率, whatever their order and names."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from functools import lru_cache

from ziping.amounts import PERCENT, PLAIN, WAN_YUAN, YUAN, Figure, Unit
from ziping.evaluation import Datum, Fund, FundLine, Place
from ziping.forms.bands import Band, Head
from ziping.forms.grid import address, datum, number, raw, text
from ziping.forms.headings import MONEY, Role, caption_of, inline_caption, key, money_unit, part_of_year, role_of, squeezed
from ziping.forms.layout import Layout
from ziping.forms.reach import Reach
from ziping.forms.turned import grouped, inline_below, read_grouped, read_inline, read_turned

_FIELDS = {
    Role.INITIAL: "initial", Role.ADJUSTED: "adjusted", Role.BUDGET: "adjusted", Role.EXECUTED: "executed", Role.FORECAST: "expected",
    Role.RATE: "rate", Role.POINTS: "points", Role.SCORE: "score",
}  # fmt: skip
_ROLES = (
    (Fund.CARRYOVER, re.compile(r"结转|结余")),
    (Fund.BASIC, re.compile(r"基本支出")),
    (Fund.PROJECT, re.compile(r"项目支出")),
    (Fund.TOTAL, re.compile(r"资金总额|^总额$|^合计$|^总计$|预算总额|资金合计|支出合计|支出总额|^总数$|总预算|资金总计|^年度资金$|资金总量")),
    (Fund.FISCAL, re.compile(r"^(?:其中)?:?(?:当年|本年|本年度|年度|年初)?(?:一般公共预算|财政)(?:财政)?(?:拨款|资金|补助)|财政拨款")),
    (Fund.OTHER, re.compile(r"其[他它](?:资金|收入|来源)|^其[他它]$")),
)
_NOT_FISCAL = re.compile(r"非财政|专户")
_GOALS = re.compile(r"^(?:年度)?(?:总体|绩效|主要)?目标|^项目年度目标|^绩效指标|^总体目标|^分解目标")
_BEFORE_NAME = re.compile(r"^(?:其中[-:,，]?|[(]?[\d一二三四五六七八九十]{1,2}[)、.．,](?!\d)|[①-⑳])+")


@lru_cache(maxsize=4096)
def plain_label(label: str) -> str:
    """A line's name: `资金来源：（1）财政拨款` → 财政拨款, `其中：当年财政拨款` → 当年财政拨款, `年度资金总额：` → 年度资金总额."""
    words = squeezed(label).strip(":")
    head, _, tail = words.rpartition(":")
    words = tail if head and tail else words
    return _BEFORE_NAME.sub("", words) or words


def fund_role(label: str, known: set[Fund]) -> Fund | None:
    """Which of `Fund` a line's words name; each at most once in a block, for a second one is a part of something else."""
    role = _role_named(plain_label(label))
    return None if role in known else role


@lru_cache(maxsize=4096)
def _role_named(words: str) -> Fund | None:
    for role, pattern in _ROLES:
        if pattern.search(words) and not (role is Fund.FISCAL and _NOT_FISCAL.search(words)):
            return role
    return None


def read_funds(layout: Layout, band: Band, last: int, unit: Unit | None) -> tuple[list[FundLine], Unit | None]:
    """The lines below a band of fund headings, down to `last` (exclusive), and the unit of money printed for them.

    `unit`: what the form prints elsewhere; the block's own words win over it, and a column's over the block's.
    """
    if band.pairs:
        return _pairs(layout, band, last, unit)
    block = unit_near(layout, band) or unit
    across = _across(layout, band, last, block)
    if across is not None:
        return across, block
    lines: list[FundLine] = []
    units: dict[Role, Unit | None] = {}
    for heads in _groups(layout, band, last):
        if band.shape == "tasks":  # the first column under each heading is the sum of the others
            heads = {role: replace(head, right=layout.span(head.bottom + 1, head.left)[3]) for role, head in heads.items()}
        units |= {role: money_unit(head.text) or block for role, head in heads.items()}
        lines += _lines(layout, band, last, heads, units)
    if len(lines) == 1 and not lines[0].label:
        side = layout.seen(band.row, 0)
        lines[0].label, lines[0].printed, lines[0].role = plain_label(side), side, Fund.TOTAL
    if band.shape == "tasks":
        lines = [line for line in lines if _TASKS_TOTAL.search(line.label)][-1:]
    for line in lines:
        line.rate = as_rate(line.rate, line.executed, line.adjusted or line.initial)
    return lines, units.get(Role.ADJUSTED) or units.get(Role.EXECUTED) or block


def _lines(layout: Layout, band: Band, last: int, heads: dict[Role, Head], units: dict[Role, Unit | None]) -> list[FundLine]:
    """The lines under one group of headings, in the rows below the band."""
    lines: list[FundLine] = []
    first = min((head.left for head in heads.values()), default=0)
    known: set[Fund] = set()
    for row in range(band.bottom + 1, last if heads else 0):
        if not layout.nonblank(row):
            continue
        label, at = _label(layout, row, first, band)
        values = [(role, head) for role, head in heads.items() if _has(layout, row, head)]
        if _leaves(layout, row, values):
            break
        if not values and not (label and (fund_role(label, set()) or lines)):
            continue
        if not values and caption_of(label):
            break
        role = fund_role(label, known)
        line = FundLine(plain_label(label), role, place=Place(layout.grid.name, address(*(at or (row, first)))), printed=label)
        for name, head in heads.items():
            value = _value(layout, row, head, f"{squeezed(label)}/{squeezed(head.text)}", units[name] or WAN_YUAN)
            setattr(line, _FIELDS[name], value)
        if values and all(getattr(line, _FIELDS[name]) is None for name, _ in values):
            continue  # the row holds words throughout
        if role is not None:
            known.add(role)
        lines.append(line)
    return lines


_TASKS_TOTAL = re.compile(r"^(?:金额)?(?:合计|总计)$")


def _across(layout: Layout, band: Band, last: int, unit: Unit | None) -> list[FundLine] | None:
    """The lines of a block that is not headed by its columns; None for one that is."""
    if band.shape == "turned":
        lines = read_turned(layout, band, unit)
    elif band.shape == "inline" or inline_below(layout, band):
        lines = read_inline(layout, band, last, unit)
    elif band.shape != "tasks" and grouped(layout, band):
        lines = read_grouped(layout, band, unit)
    else:
        return None
    known: set[Fund] = set()
    for line in lines:
        line.label, line.role = plain_label(line.printed), fund_role(line.printed, known)
        if band.shape == "inline" and line is lines[0]:
            line.role = Fund.TOTAL
        if line.role:
            known.add(line.role)
        line.rate = as_rate(line.rate, line.executed, line.adjusted or line.initial)
    return lines


def unit_near(layout: Layout, band: Band) -> Unit | None:
    """The unit that the block's side heading or one of its headings prints."""
    for row in range(band.row, min(band.bottom + 2, layout.last_row)):
        for column in range(min(layout.columns, 3)):
            found = money_unit(layout.seen(row, column))
            if found:
                return found
    return next((found for found in (money_unit(head.text) for head in band.heads if head.role in MONEY) if found), None)


def _pairs(layout: Layout, band: Band, last: int, unit: Unit | None) -> tuple[list[FundLine], Unit | None]:
    """`预算数： | 13.5 | 执行数： | 13.5`, and the parts below in the same columns: `其中-财政拨款： | 13.5 | …`."""
    heads: dict[Role, Head] = {}
    for head in band.heads:
        if head.role in _FIELDS:
            heads.setdefault(Role.ADJUSTED if head.role is Role.BUDGET and Role.ADJUSTED not in heads else head.role, head)
    block = unit_near(layout, band) or unit
    lines: list[FundLine] = []
    known: set[Fund] = set()
    rates = _rates_above(layout, band) if Role.RATE not in heads else None
    for row in range(band.row, last):
        label, at = "", None
        line = FundLine("")
        for role, head in heads.items():
            words = layout.seen(row, head.left) if layout.anchor(row, head.left)[0] == row else ""
            right = layout.span(row, head.left)[3] + 1
            if not words or (row > band.row and (role_of(words) in _FIELDS) and fund_role(words, set()) is None):
                continue
            label, at = label or words, at or (row, head.left)
            measure = PERCENT if role is Role.RATE and "%" in words else PLAIN if role in (Role.POINTS, Role.SCORE) else block or WAN_YUAN
            if role is Role.RATE and measure is not PERCENT:
                measure = PLAIN
            value = datum(layout.grid, row, right, measure, squeezed(words)) if layout.anchor(row, right) == (row, right) else None
            if value is None or (value and value.figure is None and len(value.text) > 4):
                label = ""
                break
            setattr(line, _FIELDS[role], value)
        role_found = Fund.TOTAL if row == band.row else fund_role(label, known)
        if not label or (row > band.row and role_found is None and not squeezed(label).startswith("其中")):
            break
        if role_found:
            known.add(role_found)
        if rates is not None and layout.anchor(row, rates) == (row, rates):
            value = datum(layout.grid, row, rates, PLAIN, Role.RATE.value)
            line.rate = value if value.figure is not None else None
        line.label, line.printed, line.role = plain_label(label), label, role_found
        line.place = Place(layout.grid.name, address(*at))  # type: ignore[misc]
        lines.append(line)
    for line in lines[:1]:
        line.rate = line.rate or _rate_below(layout, band.row + 1)
    for line in lines:
        line.rate = as_rate(line.rate, line.executed, line.adjusted or line.initial)
    return lines, block


def _rates_above(layout: Layout, band: Band) -> int | None:
    """The column of the rates, where it is headed in the row above the pairs."""
    last = max(head.right for head in band.heads) + 1
    found = [layout.span(band.row - 1, column)[1] for column, words in layout.telling.get(band.row - 1, ()) if column > last and role_of(words) is Role.RATE]
    return found[0] if len(found) == 1 else None


def _rate_below(layout: Layout, row: int) -> Datum | None:
    """A rate that stands beside its word in the row below the amounts."""
    for column, words in layout.telling.get(row, ()):
        right = layout.span(row, column)[3] + 1
        if role_of(words) is Role.RATE and layout.anchor(row, right) == (row, right):
            value = datum(layout.grid, row, right, PERCENT if "%" in squeezed(words) else PLAIN, squeezed(words))
            return value if value.figure is not None else None
    return None


def _groups(layout: Layout, band: Band, last: int) -> list[dict[Role, Head]]:
    """The columns of the band's groups of headings: mostly one, two where lines with their amounts stand side by side.

    Of income beside expenditure the expenditure is meant.
    """
    groups: list[list[Head]] = [[]]
    for head in sorted(band.heads, key=lambda head: head.left):
        if head.role in MONEY and any(head.role is other.role for other in groups[-1]) and _names_before(layout, band, head):
            groups.append([])
        groups[-1].append(head)
    if len(groups) > 1:
        groups = [group for group in groups if not _INCOME.search(_words_of(layout, band, group))] or groups
    return [_columns(layout, band, last, group, alone=len(groups) == 1) for group in groups]


_INCOME = re.compile(r"^(?=.*收入)(?!.*支出)", re.S)


def _names_before(layout: Layout, band: Band, head: Head) -> bool:
    """Whether the column before a heading of money holds names of lines."""
    at = layout.anchor(band.bottom + 1, head.left - 1)
    return at[0] > band.bottom and bool(text(layout.grid, *at)) and number(raw(layout.grid, *at)) is None and not _DIGITS.search(text(layout.grid, *at))


_DIGITS = re.compile(r"\d")


def _words_of(layout: Layout, band: Band, group: list[Head]) -> str:
    """The headings of a group and the names of its first lines."""
    before = min(head.left for head in group) - 1
    return "\n".join([head.text for head in group] + [layout.seen(row, before) for row in range(band.row, min(band.bottom + 6, layout.last_row))])


def _columns(layout: Layout, band: Band, last: int, group: list[Head], alone: bool) -> dict[Role, Head]:
    heads: dict[Role, Head] = {}
    second = [(c, value) for c, value in layout.nonblank(band.row + 1) if isinstance(value, str)] if band.bottom > band.row else []
    if not alone:
        second = [(c, value) for c, value in second if group[0].left <= c <= group[-1].right]
    all_heads = list(group)
    sums = set()  # columns of a sum under their heading
    doubtful: set[Role] = set()  # headed twice, with nothing that says which column is meant
    for column, words in second:
        above = next((head for head in group if head.row == head.bottom == band.row and head.left <= column <= head.right), None)
        role = role_of(words)
        if above is not None and above.role in MONEY and above.right > above.left:
            if role not in _FIELDS:
                role = role_of(key(words) + key(above.text))  # 年初 and 调整后 under 预算数
            if key(words) in _SUMS:
                role = above.role
                sums.add(column)
            if above in all_heads:  # what is divided has its figures below
                all_heads.remove(above)
        if role in _FIELDS:
            if above in all_heads:
                all_heads.remove(above)
            all_heads.append(Head(band.row + 1, column, layout.span(band.row + 1, column)[3], band.row + 1, words, role))  # type: ignore[arg-type]
    newest = max((found[0] for head in all_heads if head.role in MONEY for found in [_YEAR.search(squeezed(head.text))] if found), default="")
    def rank(head: Head) -> tuple[bool, ...]:
        return head.left not in sums, key(head.text) in _DELTAS, part_of_year(head.text), head.role is Role.ADJUSTED and "调整" not in head.text

    for head in sorted(all_heads, key=lambda head: (rank(head), head.left)):
        year = _YEAR.search(squeezed(head.text))
        if year and year[0] < newest and head.role is not Role.BUDGET:
            continue  # last year's, beside this year's
        if head.role in _FIELDS and not (head.role in MONEY and band.shape != "tasks" and _heads_labels(layout, head, last)):
            other = heads.setdefault(head.role, head)
            if other is not head and head.role in MONEY and band.shape != "tasks" and rank(other) == rank(head) and not _alike(layout, other, head, last):
                doubtful.add(head.role)
    for role in doubtful:
        del heads[role]
    if Role.BUDGET in heads:
        budget = heads.pop(Role.BUDGET)
        if Role.ADJUSTED not in heads:
            heads[Role.ADJUSTED] = budget
        elif Role.INITIAL not in heads:
            heads[Role.INITIAL] = budget
    return heads


_YEAR = re.compile(r"20\d\d(?=年)")
_SUMS = ("合计", "小计", "总计", "总额", "总金额")
_DELTAS = ("预算调整数", "调整数", "预算调整")  # how much was added, where another column holds the adjusted budget


def _heads_labels(layout: Layout, head: Head, last: int) -> bool:
    """Whether the column under a heading of money holds the lines' names (`年度预算数（万元）` over 总额, 财政资金 …)."""
    below = [text(layout.grid, row, head.left) for row in range(head.bottom + 1, min(head.bottom + 3, last))]
    return any(fund_role(words, set()) is not None for words in below)


def _alike(layout: Layout, one: Head, two: Head, last: int) -> bool:
    """Whether two columns hold the same figures in the rows below."""
    rows = range(max(one.bottom, two.bottom) + 1, last)
    pairs = ((datum(layout.grid, row, one.left).value, datum(layout.grid, row, two.left).value) for row in rows)
    return all(first == second for first, second in pairs if first is not None and second is not None)


def _has(layout: Layout, row: int, head: Head) -> bool:
    return any(text(layout.grid, row, column) for column in range(head.left, head.right + 1))


def _label(layout: Layout, row: int, first: int, band: Band) -> tuple[str, tuple[int, int] | None]:
    """The words left of the figures: the nearest ones, but not the side heading of the whole block."""
    for column in range(first - 1, -1, -1):
        top, left = layout.anchor(row, column)
        words = text(layout.grid, top, left)
        if words and top > band.row and not (top < row and left != column) and number(raw(layout.grid, top, left)) is None:
            return words, (top, left)
    return "", None


def _leaves(layout: Layout, row: int, values: list[tuple[Role, Head]]) -> bool:
    """Whether the block ends above this row: a heading of goals, a caption, or text where figures should be."""
    column, value = layout.nonblank(row)[0]
    words = text(layout.grid, row, column)
    word = key(words)
    if _GOALS.match(word) or role_of(words) in (Role.GOAL, Role.ACHIEVED) or inline_caption(words):
        return True
    if caption_of(words) is not None and word not in ("项目", "单位") and fund_role(words, set()) is None:
        return True
    long = [head for role, head in values if role in MONEY and len(text(layout.grid, row, head.left)) > 20]
    return bool(long) or (isinstance(value, str) and word.startswith(("注", "说明")))


def _value(layout: Layout, row: int, head: Head, label: str, unit: Unit) -> Datum | None:
    reach: Reach = (head.left, head.right)
    columns = [c for c in range(reach[0], reach[1] + 1) if text(layout.grid, row, c)] or [reach[0]]
    top, left = layout.anchor(row, columns[0])
    if top != row or not reach[0] <= left <= reach[1]:
        return None
    if head.role is Role.RATE:
        unit = PERCENT if "%" in head.text or "％" in head.text else PLAIN
    elif head.role in (Role.POINTS, Role.SCORE):
        unit = PLAIN
    value = datum(layout.grid, row, left, unit, label)
    if value.figure is not None and not _WORDS.search(_MEASURE.sub("", value.text)):
        return value
    return value if value.figure is None and not _WORDS.search(value.text) else None


_MEASURE = re.compile(r"(?:百万|亿|万|千)?元$")
_WORDS = re.compile(r"[\u4e00-\u9fff]{2}")  # 按支出性质分 and other words under a heading of money are no amounts


def as_rate(rate: Datum | None, executed: Datum | None, budget: Datum | None) -> Datum | None:
    """A rate typed as a plain number is a ratio or a percentage: whichever lies nearer to executed ÷ budget, else by its size."""
    if rate is None or rate.figure is None or rate.figure.unit.text == "%":
        return rate
    value = rate.figure.value
    percent = value > 2
    if executed and budget and executed.value is not None and budget.value and value:
        true = executed.value / budget.value
        percent = abs(value / 100 - true) < abs(value - true)
    if not percent:
        return rate
    return Datum(rate.text, Figure(value, PERCENT, rate.figure.decimals), rate.place, rate.formula, rate.error, rate.label)


def guessed_unit(lines: list[FundLine]) -> Unit:
    """The unit of a block that prints none: 元 where amounts run into hundreds of thousands with cents or full yuan, else 万元."""
    values = [d.value for line in lines for d in (line.initial, line.adjusted, line.executed) if d is not None and d.value is not None]
    return YUAN if values and max(values) >= Decimal(100_000) else WAN_YUAN
