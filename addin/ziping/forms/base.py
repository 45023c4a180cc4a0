"""部门整体支出绩效自评基础数据表: head counts, and lines of money with last year's figure, this year's budget and this year's figure."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ziping.amounts import PLAIN, WAN_YUAN, Unit, unit_named
from ziping.evaluation import BaseData, BaseLine, Datum
from ziping.forms.caption_words import inline_caption
from ziping.forms.captions import captions_in, unit_in, year_in
from ziping.forms.grid import address, datum, text
from ziping.forms.headings import key, squeezed
from ziping.forms.layout import Layout
from ziping.forms.trail import Trail

_LAST = re.compile(r"上年.*(?:决算|执行|支出)|^上年数$")
_YEARED = re.compile(r"(20\d\d)年?度?.*?(决算|预算|执行|支出)")
_BUDGET = re.compile(r"(?:本年|年初|当年|全年)?预算")
_ACTUAL = re.compile(r"(?:本年|当年|全年)?(?:决算|执行数)")
_NUMBER = re.compile(r"^(?:\d{1,2}[、.．]|[(]\d{1,2}[)]|[(][一二三四五六七八九十]+[)]|[一二三四五六七八九十]+、|[①-⑳])")
_OUTER = re.compile(r"^(?:三公经费|“三公”经费|项目支出|公用经费|基本支出|人员经费|政府采购.{0,6}|部门整体支出.*|会议费|培训费|经费总额|支出总额|差旅费)$")


@dataclass(slots=True)
class _Table:
    """The band of the table of money: its row, the column of each field."""

    row: int
    columns: dict[str, int]


def is_base(words: set[str]) -> bool:
    """Whether the telling words of a sheet are those of this form."""
    return any("基础数据表" in word for word in words) or ("编制数" in words and "控制率" in words)


def read_base(layout: Layout, first: int, last: int, trail: Trail) -> BaseData | None:
    """The form in the rows `first` to `last` (exclusive); None when the table of money is missing."""
    grid = layout.grid
    table = _table(layout, first, last)
    title_at = next(((r, c) for r in range(first, last) for c, words in layout.telling.get(r, ()) if "基础数据表" in squeezed(words)), None)
    if table is None:
        heads = _without_results(layout, first, last)
        if heads:
            told = "、".join(address(*at) for at in heads)
            trail.skip(grid.name, f"经费各栏的标题（{told}）由公式得出，而文件里没有公式的结果", at=heads[0], uncomputed=True)
        else:
            trail.skip(grid.name, "有基础数据表的标题，但没有经费的标题行", "上年决算数", "本年预算数", "本年决算数", at=title_at)
        return None
    base = BaseData(grid.name, datum(grid, *title_at) if title_at else Datum())
    captions = captions_in(layout, range(first, table.row))
    base.unit = captions.get("单位名称") or captions.get("主管部门")
    base.money_unit = unit_in(layout, range(first, table.row + 1)) or WAN_YUAN
    headings = [text(grid, table.row, column) for column in table.columns.values()]
    years = [int(match[1]) for words in headings for match in [_YEARED.search(squeezed(words))] if match]
    base.year = year_in(base.title.text) or (max(years) if years else year_in(grid.name))
    base.posts, base.staff, base.staff_rate = (_count(layout, first, table.row, *words) for words in _STAFF)
    _lines(layout, table, last, base)
    trail.take_cell(base.title.place, "基础数据表", f"标题“{base.title.text}”")
    for name, column in table.columns.items():
        trail.take(grid.name, table.row, column, _NAMES[name], f"标题“{squeezed(text(grid, table.row, column))}”")
    return base


_NAMES = {"last_year": "上年决算数", "budget": "本年预算数", "executed": "本年决算数"}
_PEOPLE = unit_named("人")
_STAFF = (
    (re.compile(r"编制(?:数|人数)"), _PEOPLE), (re.compile(r"在职(?:人员|人)?(?:数|人数)|实有人数"), _PEOPLE), (re.compile(r"控制率"), PLAIN))


def _table(layout: Layout, first: int, last: int) -> _Table | None:
    for row in range(first, last):
        cells = [(column, squeezed(value)) for column, value in layout.nonblank(row) if isinstance(value, str)]
        columns = _money_columns(cells)
        if "executed" in columns and len(columns) > 1:
            return _Table(row, columns)
    return None


def _without_results(layout: Layout, first: int, last: int) -> list[tuple[int, int]]:
    """The texts as formulas without results that stand side by side in the first row that has two such: the headings of the years, as a program
    that computes nothing saves them."""
    blank = sorted(
        at for at, formula in layout.grid.details.formulas.items()
        if first <= at[0] < last and "年" in formula and "算" in formula and not text(layout.grid, *at))
    row = next((row for row, column in blank if (row, column + 1) in blank), None)
    return [at for at in blank if at[0] == row and ((row, at[1] + 1) in blank or (row, at[1] - 1) in blank)]


def _money_columns(cells: list[tuple[int, str]]) -> dict[str, int]:
    """Field → column. Years tell last year's figure from this year's where both are called 决算数."""
    yeared = [(column, int(match[1]), match[2]) for column, word in cells for match in [_YEARED.search(word)] if match]
    newest = max((year for _, year, _ in yeared), default=0)
    found: dict[str, int] = {}
    for column, year, kind in yeared:
        name = "budget" if kind == "预算" else "executed" if year == newest else "last_year"
        found.setdefault(name, column)
    for column, word in cells:
        if column in found.values() or len(word) > 12:
            continue
        name = "last_year" if _LAST.search(word) else "budget" if _BUDGET.match(word) else "executed" if _ACTUAL.match(word) else ""
        if name:
            found.setdefault(name, column)
    return found


def _count(layout: Layout, first: int, last: int, pattern: re.Pattern[str], unit: Unit) -> Datum | None:
    """A head count or its rate: below its heading, or beside it."""
    for row in range(first, last):
        for column, words in layout.telling.get(row, ()):
            word = key(words)
            if len(word) > 16 or not pattern.search(word) or "情况" in word:
                continue
            _, left, bottom, right = layout.span(row, column)
            for at in ((bottom + 1, left), (row, right + 1)):
                if at[0] < last and layout.anchor(*at) == at:
                    value = datum(layout.grid, *at, unit, word)
                    if any(heading.search(key(value.text)) for heading, _ in _STAFF):
                        continue  # the heading beside it
                    if value.figure is not None or value.formula or value.error:
                        return value
            return datum(layout.grid, bottom + 1, left, unit, word) if bottom + 1 < last else None
    return None


def _lines(layout: Layout, table: _Table, last: int, base: BaseData) -> None:
    first = min(table.columns.values())
    stack: list[tuple[int, str]] = []
    after_of_which = False
    for row in range(table.row + 1, last):
        cells = layout.nonblank(row)
        if not cells:
            continue
        label_at = next(((row, column) for column, value in reversed(cells) if column < first and isinstance(value, str)), None)
        if label_at is None:
            continue
        printed = str(layout.grid.rows[row][label_at[1]])
        word = squeezed(printed)
        if "节约" in word:
            base.measures = _text_beside(layout, *label_at)
            continue
        if word.startswith(("说明", "注")) or inline_caption(printed) or layout.span(*label_at)[3] >= first:
            break
        depth, of_which = _depth(word, [d for d, _ in stack], after_of_which, printed)
        after_of_which = of_which
        name = _NUMBER.sub("", _NUMBER.sub("", word).removeprefix("其中").lstrip(":,")).strip(":、,")
        while stack and stack[-1][0] >= depth:
            stack.pop()
        stack.append((depth, name))
        line = BaseLine(tuple(part for _, part in stack))
        for field, column in table.columns.items():
            setattr(line, field, datum(layout.grid, row, column, base.money_unit, f"{'/'.join(line.path)}/{_NAMES[field]}"))
        base.lines.append(line)


def _depth(word: str, depths: list[int], after_of_which: bool, printed: str) -> tuple[int, bool]:
    """How deep a line lies: numbered lines below the last plain one, 其中 below the line before, the lines behind a 其中 beside it."""
    bare = _NUMBER.sub("", word).strip(":")
    if word.startswith("其中"):
        return (depths[-1] + 1 if depths else 1), True
    if _NUMBER.match(word):
        return 1, False
    if _OUTER.match(bare) and not (after_of_which and printed[:1] in " \u3000"):
        return 0, False
    if after_of_which and depths:
        return depths[-1], True
    indented = printed[:1] in " \u3000" and bool(depths)
    return (1, False) if indented else (0, False)


def _text_beside(layout: Layout, row: int, column: int) -> Datum | None:
    at = layout.span(row, column)[3] + 1
    while at < layout.columns:
        value = datum(layout.grid, row, at, label="厉行节约保障措施")
        if value:
            return value
        at += 1
    return None
