"""What an evaluation is: the domain objects between the sheets and everything that judges or tells.

Floor 2. `forms` makes these from a workbook and builds workbooks from them, `checks` judges them, `report` tells them; nothing
here knows a file format. Every figure is a `Datum`, which knows the cell it came from. Blank, zero, text and error cells are
four different things and stay so. A `Datum` that is None was not there at all; when a workbook is built, a derived cell (a sum, a
rate, a score) whose Datum is None becomes the form's own formula, and one that is given is written as it is typed.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

from ziping.amounts import PLAIN, WAN_YUAN, Figure, Unit, read_figure


class Place(NamedTuple):
    """A cell: the sheet's name and the A1 address of the (top left) cell."""

    sheet: str
    cell: str

    def __str__(self) -> str:
        return f"{self.sheet}!{self.cell}"


class Scaled(str):
    """What stands for the error value of a cell that shows another number than it holds (4030000 as 403.0, by a format that divides).

    Which of the two is meant nobody can tell, so the cell has no figure; formulas go on with what it holds.
    """

    held: Decimal
    shown: str

    @classmethod
    def of(cls, held: Decimal, shown: str) -> Scaled:
        made = cls(f"{held:f}（显示为 {shown}）")
        made.held, made.shown = held, shown
        return made


@dataclass(frozen=True, slots=True)
class Datum:
    """What one cell says.

    text: as a person reads it ("" blank); figure: the number and its unit, when the cell holds just that; formula: with its
    `=`, None for a typed cell; error: `#DIV/0!` and the like, or `Scaled`; label: the row and column headings as printed; textual: whether the cell holds its figure as a text;
    unresolved: whether the file holds no result of the formula, as a program that computes nothing saves it; a result that is blank is one.
    """

    text: str = ""
    figure: Figure | None = None
    place: Place | None = None
    formula: str | None = None
    error: str | None = None
    label: str = ""
    textual: bool = False
    unresolved: bool = False

    @property
    def blank(self) -> bool:
        return not self

    @property
    def value(self) -> Decimal | None:
        return self.figure.value if self.figure else None

    def __bool__(self) -> bool:
        return self.figure is not None or self.error is not None or bool(self.text.strip())


class FormKind(StrEnum):
    """The kinds of sheets; the first five are the forms that `ziping read` lists."""

    PROJECT = "project"
    OVERALL = "overall"
    BASE = "base"
    MONITOR = "monitor"
    SCORING = "scoring"
    LEDGER = "ledger"
    NARRATIVE = "narrative"
    SETTINGS = "settings"


class Fund(StrEnum):
    """What a line of a fund block holds; the line's own words are in `FundLine.label`."""

    TOTAL = "年度资金总额"
    FISCAL = "财政拨款"
    CARRYOVER = "上年结转"
    OTHER = "其他资金"
    BASIC = "基本支出"
    PROJECT = "项目支出"


@dataclass(slots=True)
class FundLine:
    """One line of a fund block. `role` is None where the words name none of `Fund`; then the label alone tells.

    `label` is without 其中 and numbering (当年财政拨款); `printed` is the cell's own words, "" when the form was not read from a sheet.
    """

    label: str
    role: Fund | None = None
    initial: Datum | None = None  # 年初预算数
    adjusted: Datum | None = None  # 全年预算数
    executed: Datum | None = None  # 全年执行数; in a monitoring form 1–6月执行数
    expected: Datum | None = None  # 全年预计执行数 (monitoring form)
    points: Datum | None = None
    rate: Datum | None = None
    score: Datum | None = None
    place: Place | None = None
    printed: str = ""


@dataclass(slots=True)
class Goal:
    """年度总体目标: what was planned and what came of it."""

    expected: Datum | None = None
    achieved: Datum | None = None


@dataclass(frozen=True, slots=True)
class Level:
    """A heading of the indicator tree: its name without the weight, and the weight printed with it or in its own column.

    `printed`: the cell's own words, weight and all (`产出指标(50分)`); "" when the form was not read from a sheet. `formula`: as in `Datum`.
    """

    name: str = ""
    weight: Datum | None = None
    place: Place | None = None
    printed: str = ""
    formula: str | None = None


@dataclass(slots=True)
class Indicator:
    """One indicator row. Levels are filled down from merged cells; a form without a third level leaves it empty."""

    level1: Level = Level()
    level2: Level = Level()
    level3: Level = Level()
    target: Datum | None = None
    actual: Datum | None = None  # 实际完成值; in a monitoring form 1–6月执行情况
    standard: Datum | None = None
    points: Datum | None = None
    score: Datum | None = None
    reason: Datum | None = None
    expected: Datum | None = None  # 全年预计完成情况 (monitoring form)
    causes: dict[str, Datum] = field(default_factory=dict)  # 经费/制度/人员/硬件条件/其他保障, 原因说明
    likelihood: str = ""  # 确定能 / 有可能 / 完全不可能
    remark: Datum | None = None
    extra: dict[str, Datum] = field(default_factory=dict)  # 指标性质, 度量单位, 指标方向, 佐证材料 … by heading
    place: Place | None = None

    @property
    def name(self) -> str:
        """The most specific name the row has."""
        return self.level3.name or self.level2.name or self.level1.name

    @property
    def path(self) -> tuple[str, ...]:
        return tuple(level.name for level in (self.level1, self.level2, self.level3) if level.name)

    @property
    def filled(self) -> bool:
        """Whether the row holds anything but names."""
        return bool(self.target or self.actual or self.points or self.score or self.standard or self.reason or self.expected)


@dataclass(slots=True)
class Form:
    """A 项目支出绩效自评表, 部门整体支出绩效自评表, 执行监控表 or 指标评分表 (kind says which)."""

    kind: FormKind
    sheet: str
    title: Datum = Datum()
    unit: Datum | None = None
    year: int | None = None
    project: Datum | None = None
    department: Datum | None = None
    money_unit: Unit = WAN_YUAN
    funds: list[FundLine] = field(default_factory=list)
    goals: list[Goal] = field(default_factory=list)
    indicators: list[Indicator] = field(default_factory=list)
    total_points: Datum | None = None
    total_score: Datum | None = None
    grade: Datum | None = None
    notes: dict[str, Datum] = field(default_factory=dict)  # 填报人, 单位负责人, 填报日期 … by caption
    contrary: tuple[Datum, ...] = ()  # two cells that print different units of money, of which the second one counts
    idle: frozenset[int] = field(default=frozenset(), compare=False)  # rows of the sheet, from 0, within the table of indicators that hold nothing
    execution_points: Datum | None = None  # what the execution rate may earn, where only a heading tells it: 预算执行（20分）

    @property
    def execution_counts(self) -> bool:
        """Whether a score of the execution rate is part of the total: not where it has no points and the indicators alone make up the hundred,
        nor where the total is that of the indicators, which lack just its points to the hundred."""
        points = [row.points.figure.value for row in self.indicators if row.points is not None and row.points.figure is not None]
        if not points or len(points) < len(self.indicators):
            return True
        whole = sum(points)
        told = self.execution_points or next((line.points for line in self.funds if line.points is not None and line.points.figure), None)
        if told is None:
            return whole != 100
        stated = self.total_points.value if self.total_points is not None else None
        return told.value is None or stated != whole or whole + told.value != 100

    def fund(self, role: Fund) -> FundLine | None:
        """The line with this role, if the form has it."""
        return next((line for line in self.funds if line.role is role), None)


@dataclass(slots=True)
class BaseLine:
    """A line of 基础数据表; path leads from the outermost heading: ("三公经费", "公务接待")."""

    path: tuple[str, ...]
    last_year: Datum | None = None  # 上年决算数
    budget: Datum | None = None  # 本年预算数
    executed: Datum | None = None  # 本年决算数

    @property
    def name(self) -> str:
        return self.path[-1]


@dataclass(slots=True)
class BaseData:
    """部门整体支出绩效自评基础数据表."""

    sheet: str
    title: Datum = Datum()
    unit: Datum | None = None
    year: int | None = None
    money_unit: Unit = WAN_YUAN
    posts: Datum | None = None  # 编制数
    staff: Datum | None = None  # 实际在职人数
    staff_rate: Datum | None = None  # 控制率
    lines: list[BaseLine] = field(default_factory=list)
    measures: Datum | None = None  # 厉行节约保障措施


@dataclass(slots=True)
class LedgerLine:
    """A line of 收支与资产. `section` as on the sheet (收入, 支出, 三公经费, 资产, 人员 …), `name` unique within it.

    Columns: last_year 上年数, budget 年初预算数, current 本年数, share 占比, change 变动率. `parent` is the line it is part of
    ("" none); `relation` how all lines of that parent stand to it ("equal" | "at_most"); `sign` −1 for 累计折旧 and the like.
    """

    section: str
    name: str
    last_year: Datum | None = None
    budget: Datum | None = None
    current: Datum | None = None
    share: Datum | None = None
    change: Datum | None = None
    unit: Unit = WAN_YUAN
    parent: str = ""
    relation: str = "equal"
    sign: int = 1


@dataclass(slots=True)
class ProjectLine:
    """A line of 项目清单: a project with its amounts, whether or not its own form is attached.

    budget 年初预算数, adjusted 全年预算数, executed 执行数, rate 执行率; kind 项目类别 (业务工作专项 and the like, where the form knows kinds).
    """

    name: str
    budget: Datum | None = None
    executed: Datum | None = None
    place: Place | None = None
    adjusted: Datum | None = None
    kind: Datum | None = None
    rate: Datum | None = None


@dataclass(slots=True)
class Ledger:
    """收支与资产 with the 项目清单 below it."""

    sheet: str
    money_unit: Unit = WAN_YUAN
    lines: list[LedgerLine] = field(default_factory=list)
    projects: list[ProjectLine] = field(default_factory=list)
    projects_total: ProjectLine | None = None
    contrary: tuple[Datum, ...] = ()  # as in `Form`
    nameless: list[ProjectLine] = field(default_factory=list)  # amounts among the projects that stand under no name yet; the total adds them up

    def line(self, section: str, name: str) -> LedgerLine | None:
        return next((line for line in self.lines if line.name == name and line.section == section), None)


@dataclass(frozen=True, slots=True)
class Entry:
    """One text of 报告素材 under its headings, outermost first; paragraphs are separated by line breaks.

    The text may hold placeholders for figures of the workbook: `{{三公经费.本年决算}}`. A heading without text has an entry too.
    """

    path: tuple[str, ...]
    text: Datum = Datum()
    note: str = ""  # for whoever fills it in, shown beside the text when a workbook is built


@dataclass(frozen=True, slots=True)
class Unread:
    """A sheet, or a part of one, that has headings of a form and was read as none: where, why, and which headings it lacks.

    uncomputed: its headings are formulas that the file holds no results of.
    """

    place: Place
    why: str
    missing: tuple[str, ...] = ()
    uncomputed: bool = False


@dataclass(slots=True)
class Evaluation:
    """One body's evaluation of one year: everything a workbook holds."""

    file: str = ""
    unit: str = ""
    year: int | None = None
    scheme: str = ""  # id of a shipped scheme, "" for a form that came from elsewhere
    template: str = ""
    sample: bool = False
    macros: bool = False  # whether the file holds program code, which is never run
    settings: dict[str, Datum] = field(default_factory=dict)  # 单位名称, 评价年度, 填报日期, 填报人, 单位负责人 … by caption
    base: BaseData | None = None
    overall: Form | None = None
    scoring: Form | None = None
    projects: list[Form] = field(default_factory=list)
    monitors: list[Form] = field(default_factory=list)
    ledger: Ledger | None = None
    narrative: list[Entry] = field(default_factory=list)
    unread: list[Unread] = field(default_factory=list)
    abroad: list[Datum] = field(default_factory=list)  # cells, titles and headings too, whose formulas reach over other files
    sheets: tuple[str, ...] = field(default=(), compare=False)  # the names of all sheets of the workbook; none where it was not read from one
    broken: list[Datum] = field(default_factory=list)  # cells with an error value in the rows of titles, captions and headings

    @property
    def forms(self) -> Iterator[Form]:
        """All forms with indicator rows, the whole body's first."""
        for form in (self.overall, self.scoring):
            if form is not None:
                yield form
        yield from self.projects
        yield from self.monitors


def typed(value: str | int | Decimal | None, unit: Unit = PLAIN) -> Datum | None:
    """A Datum for something typed by a person, not yet in a cell: a number becomes a figure with the decimals it is written with."""
    if value is None:
        return None
    text = str(value)
    return Datum(text, read_figure(text, unit))
