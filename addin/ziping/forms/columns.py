"""Which column of an indicator table holds what, read off its headings."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from decimal import Decimal

from ziping.forms.bands import GENERAL, Band
from ziping.forms.caption_words import name_and_weight
from ziping.forms.grid import number as figure
from ziping.forms.grid import raw
from ziping.forms.headings import CAUSES, LEVELS, LIKELIHOODS, Role, key, part_of_year, role_of, squeezed
from ziping.forms.layout import Layout
from ziping.forms.reach import Reach
from ziping.forms.stand_ins import settle


@dataclass(slots=True)
class Columns:
    """The columns of one band. `levels` and `weights` are by level 1, 2, 3; a target may stand in several columns."""

    levels: list[Reach | None] = field(default_factory=lambda: [None, None, None])
    weights: list[Reach | None] = field(default_factory=lambda: [None, None, None])
    operators: list[Reach] = field(default_factory=list)
    natures: list[Reach] = field(default_factory=list)
    values: list[Reach] = field(default_factory=list)
    measures: list[Reach] = field(default_factory=list)
    adjusted: Reach | None = None  # the target as adjusted in the course of the year, beside the one set at its beginning
    achieved_measure: Reach | None = None  # the unit in a column of its own under 实际完成值
    named: dict[Role, Reach] = field(default_factory=dict)
    causes: dict[str, Reach] = field(default_factory=dict)
    likelihoods: dict[str, Reach] = field(default_factory=dict)
    extra: dict[str, Reach] = field(default_factory=dict)
    headings: dict[Reach, str] = field(default_factory=dict)
    fields: list[tuple[str, Reach, str, bool]] = field(default_factory=list)  # of Indicator: its columns, `/heading`, whether merged cells are shared

    @property
    def first(self) -> int:
        """The first column of the levels; 0 without any."""
        return next((reach[0] for reach in self.levels if reach), 0)

    def heading(self, reach: Reach | None) -> str:
        return self.headings.get(reach, "") if reach else ""


_REVIEW = re.compile("复核|审核|复评|核定|评价组|专家|抽查|再评价|财政部门|主管部门")  # over columns that others than the unit fill in
_KINDS = ("定量", "定性")
_FIELDS = {
    Role.ACTUAL: ("actual", True), Role.STANDARD: ("standard", True), Role.POINTS: ("points", False), Role.SCORE: ("score", False),
    Role.REASON: ("reason", True), Role.EXPECTED: ("expected", True), Role.REMARK: ("remark", True),
}  # fmt: skip
_SINGLE = (Role.ACTUAL, Role.EXPECTED, Role.STANDARD, Role.REASON, Role.REMARK)


def columns_of(layout: Layout, band: Band) -> Columns:
    """The columns of a band of indicator headings, one or two rows deep."""
    tops, lows = _headings(layout, band)
    found = Columns()
    order: list[tuple[Role | None, Reach, str]] = []
    split: list[Reach] = []
    for reach, words, above in tops:
        role = role_of(words)
        below = [(low, text) for low, text in lows if reach[0] <= low[0] <= reach[1]]
        if below and not above:
            if role is Role.TARGET and any(
                _below(role, text) in (Role.OPERATOR, Role.MEASURE, Role.NATURE) or key(text) in _KINDS for _, text in below
            ):
                split = [low for low, _ in below]
            for low, text in below:
                if role is Role.ACTUAL and role_of(text) is Role.MEASURE:
                    found.achieved_measure = low
                    continue
                of_others = Role.EXTRA if _REVIEW.search(words) else _below(role, text)
                order.append((of_others, low, f"{key(words)}/{key(text)}" if _REVIEW.search(words) else text if role in (None, Role.TARGET) else f"{key(words)}/{key(text)}"))
            continue
        order.append((role or _summed(layout, band, reach), reach, words))
    _assign(found, order, split, layout, band)
    for role, (name, shared) in _FIELDS.items():
        reach = found.named.get(role)
        if reach:
            found.fields.append((name, reach, "/" + found.heading(reach), shared))
    return found


def _summed(layout: Layout, band: Band, reach: Reach) -> Role | None:
    """What a column holds whose heading is the sum of its figures: what the words above in the same column say (`自评得分`, over all blocks of a form)."""
    heading = figure(raw(layout.grid, band.row, reach[0]))
    if heading is None or not heading:
        return None
    total = Decimal(0)
    for row in range(band.bottom + 1, layout.last_row):
        total += figure(raw(layout.grid, row, reach[0])) or 0
        if total >= heading:
            break
    above = (layout.seen(row, reach[0]) for row in range(band.row - 1, -1, -1) if layout.anchor(row, reach[0]) == (row, reach[0]))
    words = next((words for words in above if role_of(words)), "")
    return role_of(words) if total == heading and role_of(words) in (Role.SCORE, Role.POINTS) else None


def _below(top: Role | None, text: str) -> Role | None:
    word = key(text)
    if top in LEVELS and word in _NAMED:
        return top
    if word in CAUSES or word in LIKELIHOODS or (word in _OTHER and top is Role.REASON):
        return Role.LIKELIHOOD if word in LIKELIHOODS else Role.EXTRA
    if word in ("完成", "实际", "全年完成", "年终", "完成数", "实际数"):
        return Role.ACTUAL
    return role_of(text) or top


def _headings(layout: Layout, band: Band) -> tuple[list[tuple[Reach, str, bool]], list[tuple[Reach, str]]]:
    """The headings of the first row with their reach, and those of the row below; a blank column belongs to the heading left of it."""
    tops: list[tuple[Reach, str, bool]] = []
    at = 0
    while at < layout.columns:
        top, left, bottom, right = layout.span(band.row, at)
        words = layout.seen(band.row, at)
        side = top < band.row or bottom > band.bottom
        if words and not side and tops and tops[-1][1] == words and tops[-1][0][1] == at - 1:
            tops[-1] = ((tops[-1][0][0], right), words, tops[-1][2])  # a table pasted without its merges repeats the heading
        elif words and not side:
            tops.append(((at, right), words, bottom > band.row and bottom >= band.bottom and band.bottom > band.row))
        elif tops and not side and tops[-1][1]:
            reach, before, above = tops[-1]
            tops[-1] = ((reach[0], max(reach[1], right)), before, above)
        at = max(right, at) + 1
    lows: list[tuple[Reach, str]] = []
    row = _second_row(layout, band, tops)
    if row is not None:
        band.bottom = max(band.bottom, row)
        for column, value in layout.nonblank(row):
            if isinstance(value, str):
                lows.append(((column, layout.span(row, column)[3]), value))
        if row < band.bottom:
            lows = [pair for low in lows for pair in _third_row(layout, row + 1, *low)]
        tops = [(reach, words, not any(reach[0] <= low[0] <= reach[1] for low, _ in lows)) for reach, words, _ in tops]
    return tops, lows


_NAMED = ("名称", "指标", "内容", "指标名称", "指标内容")


_OTHER = ("其他", "其它")  # under 偏差原因: 其他保障
_ADJUSTED = re.compile(r"^(?:年中|年度|全年)?(?:绩效)?(?:(?:指标|目标)(?:值)?)?调整后?的?(?:年度|绩效)?(?:指标值|目标值|指标|目标|值)$")


def _third_row(layout: Layout, row: int, reach: Reach, words: str) -> list[tuple[Reach, str]]:
    """A heading of the second row with the ones below it: 一级指标 over 名称 and 权重."""
    below = [(column, value) for column, value in layout.nonblank(row) if isinstance(value, str) and reach[0] <= column <= reach[1]]
    if len(below) < 2 or role_of(words) not in LEVELS or not all(key(value) in _NAMED or role_of(value) is Role.POINTS for _, value in below):
        return [(reach, words)]
    return [((column, layout.span(row, column)[3]), words if key(value) in _NAMED else value) for column, value in below]


def _second_row(layout: Layout, band: Band, tops: list[tuple[Reach, str, bool]]) -> int | None:
    """The row of headings below the first, where there is one: merged cells say so, or its words do."""
    row = band.row + 1
    cells = [(column, value.strip()) for column, value in layout.nonblank(row) if isinstance(value, str)]
    if not cells or len(cells) != len(layout.nonblank(row)):
        return None
    if band.bottom > band.row:
        return row
    known = [words for _, words in cells if role_of(words) or key(words) in (*CAUSES, *LIKELIHOODS, *_OTHER)]
    if layout.subheaded(band.row, max((reach[1] for reach, words, _ in tops if role_of(words) in LEVELS), default=layout.columns)):
        return row
    levels = {reach[0] for reach, words, _ in tops if role_of(words) in LEVELS and key(words) not in GENERAL}
    if len(known) >= 2 and len(known) == len(cells) and not any(column in levels for column, _ in cells):
        return row
    return None


def _assign(found: Columns, order: list[tuple[Role | None, Reach, str]], split: list[Reach], layout: Layout, band: Band) -> None:
    """`split`: the columns under one heading of targets, which hold the parts of one target."""
    _levels(found, order, layout, band)
    depth = -1
    points: list[tuple[int, Reach, str]] = []
    for role, reach, words in order:
        found.headings[reach] = squeezed(words)
        inside = [n for n, level in enumerate(found.levels) if level and reach[0] <= level[0] and level[1] <= reach[1]]
        if inside:
            depth = inside[-1]
            continue
        if depth < 0:
            continue
        name = key(words)
        last = name.rsplit("/", 1)[-1]
        if last in CAUSES or (last in _OTHER and role is Role.EXTRA):
            found.causes["其他保障" if last in _OTHER else last] = reach
        elif last in LIKELIHOODS:
            found.likelihoods[last] = reach
        elif role is Role.POINTS:
            points.append((depth, reach, name))
        elif role is Role.OPERATOR:
            found.operators.append(reach)
        elif role is Role.MEASURE:
            found.measures.append(reach)
            found.extra[words.strip()] = reach
        elif role is Role.NATURE:
            found.natures.append(reach)
            found.extra[words.strip()] = reach
        elif role is Role.TARGET:
            found.values.append(reach)
            if _ADJUSTED.match(name):
                found.adjusted = reach
        elif role in _SINGLE and role in found.named and _better(role, name, key(found.heading(found.named[role]))):
            found.extra[found.heading(found.named[role])] = found.named[role]
            found.named[role] = reach  # type: ignore[index]
        elif role in _SINGLE and role not in found.named:
            found.named[role] = reach  # type: ignore[index]
        elif role in (Role.EXECUTED, Role.SCORE, Role.FINAL_SCORE, Role.PLAIN_SCORE, Role.SHARE, Role.ACHIEVED):
            found.named.setdefault(role, reach)  # type: ignore[arg-type]
            if role in (Role.PLAIN_SCORE, Role.SHARE, Role.FINAL_SCORE):
                found.extra[words.strip()] = reach
        else:
            found.extra[words.strip()] = reach
    _points(found, points)
    settle(found, order, split)


_YEAR = re.compile(r"20\d\d(?=年)")


def _better(role: Role | None, name: str, taken: str) -> bool:
    """Whether a heading says better than the one before it what the column holds: the later year, the whole year, a reason rather than a remark on the score."""
    one, two = _YEAR.search(taken), _YEAR.search(name)
    if one and two:
        return two[0] > one[0]
    if part_of_year(taken) != part_of_year(name):
        return part_of_year(taken)
    return role is Role.REASON and "说明" in taken and "原因" not in taken and "原因" in name


def _levels(found: Columns, order: list[tuple[Role | None, Reach, str]], layout: Layout, band: Band) -> None:
    for number, role in enumerate(LEVELS):
        outer = max((level[1] for level in found.levels[:number] if level), default=-1)
        same = [(reach, key(words)) for r, reach, words in order if r is role and reach[0] > outer]
        if same:
            same.sort(key=lambda pair: (not pair[1].startswith(role.value), GENERAL.index(pair[1]) if pair[1] in GENERAL else -1))
            found.levels[number] = same[0][0]
    second = found.levels[1]
    if second and not found.levels[0]:  # 评价指标 or 指标类别 before 二级指标
        outer = [reach for role, reach, words in order if reach[1] == second[0] - 1 and key(words) in _OUTERMOST]
        named = [reach for role, reach, _ in order if role is None and reach[1] < second[0] and _FIRST.search(layout.seen(band.bottom + 1, reach[0]))]
        found.levels[0] = next(iter(outer or named), None)
    last = found.levels[2]
    if last and not found.levels[0] and not found.levels[1]:
        before = [reach for role, reach, words in order if _names_level(layout, band, role, reach) and reach[1] < last[0] and key(words) != "绩效指标" and not key(words).endswith(("名称", "单位"))][-2:]
        below = layout.span(band.bottom + 1, last[0])
        if not before and last[1] > last[0] and below[3] < last[1]:  # one heading over the columns of all levels
            columns = range(last[0], last[1] + 1)
            before, found.levels[2] = [(column, column) for column in columns[:-1]][:2], (columns[min(2, len(columns) - 1)], last[1])
        for number, reach in enumerate(before):
            found.levels[number] = reach


def _names_level(layout: Layout, band: Band, role: Role | None, reach: Reach) -> bool:
    """Whether a column left of the named level may hold another one: 项目权重 over 项目决策2分 holds names with their weights."""
    return role in (None, Role.LEVEL3) or (role in (Role.POINTS, Role.SHARE) and name_and_weight(layout.seen(band.bottom + 1, reach[0]))[1] is not None)


_FIRST = re.compile("^(?:投入|过程|决策|管理|产出|效益|效果|满意度|成本|履职|部门管理)[^，。]{0,6}(?:指标)?(?:$|[(（])")  # first levels, whatever their column is called
_OUTERMOST = (*GENERAL, "指标类别", "类别", "指标大类", "指标分类", "指标维度")


def _points(found: Columns, points: list[tuple[int, Reach, str]]) -> None:
    """A points column belongs to the level before it; behind the last level it is the indicator's own."""
    deepest = max((number for number, reach in enumerate(found.levels) if reach), default=0)
    own = []
    for depth, reach, name in points:
        if 0 <= depth < deepest:
            found.weights[depth] = found.weights[depth] or reach
        else:
            own.append((reach, name))
    own.sort(key=lambda pair: pair[1] != "分值")
    if own:
        found.named[Role.POINTS] = own[0][0]
        for reach, name in own[1:]:
            found.extra[name] = reach
