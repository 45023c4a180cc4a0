"""Which column of a block of money holds which amount, read off its headings and what stands below them."""

from __future__ import annotations

import re

from ziping.forms.bands import Band, Head
from ziping.forms.grid import datum, number, raw, text
from ziping.forms.headings import MONEY, PLANNED, REVISED, SPENT, Role, key, part_of_year, role_of, squeezed
from ziping.forms.layout import Layout
from ziping.forms.lines import FIELDS, fund_role


def groups_of(layout: Layout, band: Band, last: int) -> list[dict[Role, Head]]:
    """The columns of the band's groups of headings: mostly one, two where lines with their amounts stand side by side.

    Of income beside expenditure the expenditure is meant.
    """
    groups: list[list[Head]] = [[]]
    for head in sorted(band.heads, key=lambda head: head.left):
        before = [other for other in groups[-1] if other.role in MONEY and not _heads_labels(layout, other, last)]
        if head.role in MONEY and before:
            repeated = any(head.role is other.role for other in before)
            if _names_before(layout, band, head, known=not repeated) or (repeated and name_above(layout, head) != name_above(layout, before[0])):
                groups.append([])
        groups[-1].append(head)
    if len(groups) > 1:
        groups = [group for group in groups if not _INCOME.search(_words_of(layout, band, group))] or groups
    return [_columns(layout, band, last, group, alone=len(groups) == 1) for group in groups]


def name_above(layout: Layout, head: Head) -> str:
    """The name of a line that stands over the headings of its amounts (`其中：财政拨款` over 预算数 and 执行数); "" where none does."""
    top, left, _, right = layout.span(head.row - 1, head.left)
    words = layout.seen(head.row - 1, head.left) if right > left and top == head.row - 1 else ""
    return words if words and fund_role(words, set()) is not None and role_of(words) is None else ""


_INCOME = re.compile(r"^(?=.*收入)(?!.*支出)", re.S)


def _names_before(layout: Layout, band: Band, head: Head, known: bool) -> bool:
    """Whether the column before a heading of money holds names of lines; `known`: one of them must be a name of ours."""
    names = []
    for row in range(band.bottom + 1, min(band.bottom + 9, layout.last_row)):
        at = layout.anchor(row, head.left - 1)
        words = text(layout.grid, *at) if at[0] > band.bottom else ""
        if not words or number(raw(layout.grid, *at)) is not None or _DIGITS.search(words):
            break
        names.append(words)
    return bool(names) and (not known or (head.left - 1 > min(other.left for other in band.heads) and any(fund_role(name, set()) for name in names)))


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
            if role not in FIELDS:
                role = role_of(key(words) + key(above.text))  # 年初 and 调整后 under 预算数
            if key(words) in _SUMS:
                role = above.role
                sums.add(column)
            if above in all_heads:  # what is divided has its figures below
                all_heads.remove(above)
        if role in FIELDS:
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
        if head.role in FIELDS and not (head.role in MONEY and band.shape != "tasks" and _heads_labels(layout, head, last)):
            other = heads.setdefault(head.role, head)
            if other is not head and head.role in MONEY and band.shape != "tasks" and rank(other) == rank(head) and not _alike(layout, other, head, last):
                doubtful.add(head.role)
    for role in doubtful:
        del heads[role]
    _by_context(layout, band, group, heads, alone)
    if Role.BUDGET in heads:
        budget = heads.pop(Role.BUDGET)
        if Role.ADJUSTED not in heads:
            heads[Role.ADJUSTED] = budget
        elif Role.INITIAL not in heads:
            heads[Role.INITIAL] = budget
    return heads


def _by_context(layout: Layout, band: Band, group: list[Head], heads: dict[Role, Head], alone: bool) -> None:
    """Words that head money only among headings of money (支出 beside 预算数), where nothing else heads the same and figures stand below."""
    if not alone or band.shape == "tasks":
        return
    first = min(head.left for head in group)
    for role, pattern in ((Role.EXECUTED, SPENT), (Role.ADJUSTED, REVISED), (Role.BUDGET, PLANNED)):
        if role in heads or any(head.role is role for head in group) or (role is Role.BUDGET and Role.ADJUSTED in heads):
            continue
        found = [column for column, words in layout.nonblank(band.row) if column >= first - 1 and isinstance(words, str) and pattern.match(key(words))]
        if len(found) == 1 and datum(layout.grid, band.bottom + 1, found[0]).figure is not None:
            heads[role] = Head(band.row, found[0], layout.span(band.row, found[0])[3], band.bottom, layout.seen(band.row, found[0]), role)


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
