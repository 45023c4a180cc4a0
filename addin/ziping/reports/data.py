"""What a template may ask of an evaluation: its figures by name, its lists, its settings; everything ready to be printed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from decimal import Decimal

from ziping.amounts import PERCENT, PLAIN, POINTS, Figure, Unit, fold, unit_named
from ziping.evaluation import Datum, Evaluation, Form, Fund, FundLine
from ziping.names import BASE_COLUMNS, FUND_COLUMNS, LEDGER_COLUMNS, PROJECT_COLUMNS, names
from ziping.refusal import Refusal
from ziping.reports.catalogue import Gap, Notes, clean, gap_of
from ziping.reports.resting import Resting
from ziping.reports.values import Shown, Value, Words

COLUMNS = frozenset([*BASE_COLUMNS.values(), *LEDGER_COLUMNS.values(), *FUND_COLUMNS.values(), *PROJECT_COLUMNS.values()])
SETTINGS = ("单位名称", "评价年度", "填报日期", "填报人", "单位负责人", "联系电话", "单位简称")
HEADCOUNTS = ("编制数", "在职人数", "实际在职人数")
_IGNORED = re.compile(r"[\s“”\"‘’'「」《》]")
_BRACKETS = str.maketrans("（）〔〕【】", "()[][]")
_DATE = re.compile(r"((?:19|20)\d\d)[-/.](\d{1,2})[-/.](\d{1,2})(?:[ T].*)?")


class TemplateFault(Refusal):
    """A template that asks for what cannot exist: one Chinese sentence naming the template, the place and the word."""


def key_of(name: str) -> str:
    """A name without quotes, blanks and the width of brackets."""
    return _IGNORED.sub("", fold(name)).translate(_BRACKETS)


def misnamed(name: str) -> str | None:
    """Why no workbook can hold a figure of this name: its column is none of those that forms have. None: it can."""
    _, dot, column = key_of(name).rpartition(".")
    if dot and column not in COLUMNS:
        return f"列名“{column}”不存在"
    return None


class Row:
    """A row of a list: its cells by heading."""

    __slots__ = ("_cells",)

    def __init__(self, cells: dict[str, object]) -> None:
        self._cells = cells

    def __getitem__(self, heading: str) -> object:
        return self._cells[heading]

    def __str__(self) -> str:
        return str(self._cells.get("名称", ""))


class Rows(list):
    """A list with the name it has in a message."""

    def __init__(self, rows: Iterable[object], name: str) -> None:
        super().__init__(rows)
        self._name = name


class Line:
    """`三公经费` in `三公经费.本年决算数`."""

    __slots__ = ("_data", "_name")

    def __init__(self, data: Data, name: str) -> None:
        self._data, self._name = data, name

    def __getitem__(self, column: str) -> object:
        return self._data.figure(f"{self._name}.{column}")

    def __str__(self) -> str:
        return self._name


@dataclass(slots=True)
class Data:
    """An evaluation as templates see it; `notes` collects what was missing."""

    evaluation: Evaluation
    notes: Notes = field(default_factory=Notes)
    _cells: dict[str, tuple[str, Datum]] = field(init=False)
    _units: dict[str, Unit] = field(init=False)
    _resting: Resting = field(init=False)

    def __post_init__(self) -> None:
        self._cells = {}
        for name, datum in names(self.evaluation).items():
            self._cells.setdefault(key_of(name), (name, datum))
        self._resting = Resting(self.evaluation)
        self._units = {}
        for line in self.evaluation.ledger.lines if self.evaluation.ledger else ():
            for column in ("上年数", "年初预算数", "本年数"):
                for name in (line.name, f"{line.section}/{line.name}"):
                    self._units.setdefault(key_of(f"{name}.{column}"), line.unit)

    # figures -----------------------------------------------------------------------------------------------------

    def find(self, name: str) -> Datum | None:
        """The cell of this name; quotes, blanks and the width of brackets do not count."""
        found = self._cells.get(key_of(name))
        return found[1] if found else None

    def figure(self, name: str) -> Value | Words:
        """The figure of this name; the cell's own words where it holds text; a gap where it is blank, wrong or absent."""
        wrong = misnamed(name)
        if wrong:
            raise TemplateFault(f"{wrong}（{name}）")
        return self.shown(name, self.find(name), self._unit(name))

    def value(self, given: object) -> Value:
        """An argument of a function, by name or as a value, as something to compute with."""
        if isinstance(given, Shown | Gap):
            return given
        if isinstance(given, Words):
            return Gap(self.notes, "REPORT-NOT-A-NUMBER", str(given))
        if isinstance(given, str):
            found = self.figure(given)
            return gap_of(self.notes, given, self.find(given)) if isinstance(found, Words) else found
        if isinstance(given, int | Decimal) and not isinstance(given, bool):
            return Shown(Figure(Decimal(given)), str(given), self.notes)
        raise TemplateFault(f"“{type(given).__name__}”不是数，也不是数的名称")

    def shown(self, name: str, datum: Datum | None, unit: Unit = PLAIN) -> Value | Words:
        """A cell ready to be printed, a gap where what it is worked out from is not all there; `unit` where the cell's own figure has none."""
        if datum is None or datum.error:
            return gap_of(self.notes, name, datum)
        lacking = self._resting.lacks(datum)
        if lacking is not None:
            return Gap(self.notes, "REPORT-UNSETTLED", name, lacking.place)
        if datum.blank:
            return gap_of(self.notes, name, datum)
        figure = datum.figure
        if figure is None:
            return Words(_date(clean(datum.text.strip())))
        if figure.unit == PLAIN and unit != PLAIN:
            figure = Figure(figure.value, unit, figure.decimals)
        return Shown(figure, name, self.notes)

    def _unit(self, name: str) -> Unit:
        key = key_of(name)
        if key.rpartition("/")[2] in HEADCOUNTS:
            return unit_named("人")
        if key.endswith((".得分", "/总分")):
            return POINTS
        return self._units.get(key, PLAIN)

    def has(self, name: str) -> bool:
        wrong = misnamed(name)
        if wrong:
            raise TemplateFault(f"{wrong}（{name}）")
        datum = self.find(name)
        return datum is not None and not datum.blank

    def roots(self) -> Iterator[tuple[str, object]]:
        """The names a template can write without `数(…)`: lines, and cells without a column."""
        for key, (name, datum) in self._cells.items():
            line, dot, _ = key.rpartition(".")
            if dot and line.isidentifier():
                yield line, Line(self, line)
            elif not dot and key.isidentifier():
                yield key, self.shown(name, datum, self._unit(name))

    # the body, its score and its lists ---------------------------------------------------------------------------

    def setting(self, caption: str) -> Value | Words:
        return self.shown(caption, self.evaluation.settings.get(caption))

    @property
    def unit(self) -> str | Gap:
        name = clean(self.evaluation.unit.strip())
        return Words(name) if name else self.setting("单位名称")

    @property
    def year(self) -> int | Gap:
        return self.evaluation.year if self.evaluation.year is not None else Gap(self.notes, "REPORT-BLANK", "评价年度")

    @property
    def last_year(self) -> int | Gap:
        return self.year if isinstance(self.year, Gap) else self.year - 1

    @property
    def score(self) -> Value | Words:
        """The stated score of the whole body, from the overall form, the scoring form, or the settings."""
        return self.shown("自评得分", self._total_score, POINTS)

    @property
    def _total_score(self) -> Datum | None:
        """The cell of the stated score, the first form's that has one; a blank one stays blank, whatever another place says."""
        forms = [form for form in (self.evaluation.overall, self.evaluation.scoring) if form is not None]
        cells = [*(form.total_score for form in forms), self.evaluation.settings.get("自评得分")]
        return next((cell for cell in cells if cell is not None), None)

    @property
    def grade(self) -> Value | Words:
        """The stated grade; where none is stated, the one the score stands for."""
        for form in (self.evaluation.overall, self.evaluation.scoring):
            if form is not None and form.grade:
                return self.shown("等级", form.grade)
        stated = self.evaluation.settings.get("自评等级") or self.evaluation.settings.get("等级")
        if stated:
            return self.shown("等级", stated)
        score = self.score
        if not isinstance(score, Shown):
            return gap_of(self.notes, "等级", self._total_score)
        from ziping.standards import FormRules, NotScorable, grade

        try:
            return Words(grade(score.figure.value, FormRules()))
        except NotScorable:  # a total above the full points has no grade, and the checks say so
            return Gap(self.notes, "REPORT-BLANK", "等级", self._total_score.place if self._total_score is not None else None)

    @property
    def projects(self) -> Rows:
        """项目清单."""
        rows = []
        for line in self.evaluation.ledger.projects if self.evaluation.ledger else ():
            budget = self.shown(f"{line.name}.年初预算数", line.budget, self.money)
            adjusted = self.shown(f"{line.name}.全年预算数", line.adjusted, self.money)
            executed = self.shown(f"{line.name}.执行数", line.executed, self.money)
            amount = executed if line.executed else budget
            cells = {"名称": Words(clean(line.name)), "预算数": budget, "年初预算数": budget, "全年预算数": adjusted, "执行数": executed, "金额": amount}
            rows.append(Row(cells | {"类别": self.shown(f"{line.name}.类别", line.kind)}))
        return Rows(rows, "项目清单")

    @property
    def money(self) -> Unit:
        return self.evaluation.ledger.money_unit if self.evaluation.ledger else PLAIN

    @property
    def project_forms(self) -> Rows:
        rows = []
        for form in self.evaluation.projects:
            title = clean(form.project.text.strip() if form.project else form.sheet)
            line = form.fund(Fund.TOTAL) or (form.funds[0] if form.funds else FundLine(""))
            cells = {"名称": Words(title), "总分": self.shown(f"{title}/总分", form.total_score, POINTS)}
            for heading, datum, unit in (
                ("年初预算数", line.initial, form.money_unit), ("全年预算数", line.adjusted, form.money_unit), ("全年执行数", line.executed, form.money_unit),
                ("执行率", line.rate, PERCENT), ("得分", line.score, POINTS),
            ):  # fmt: skip
                cells[heading] = self.shown(f"{title}/{line.label}.{heading}", datum, unit)
            rows.append(Row(cells | {"金额": cells["全年执行数"]}))
        return Rows(rows, "项目表")

    def parts(self, name: str) -> Rows:
        """The ledger's lines that are part of the named one (`支出/基本支出` or, where unique, `基本支出`)."""
        section, _, parent = name.rpartition("/")
        rows = []
        for line in self.evaluation.ledger.lines if self.evaluation.ledger else ():
            if key_of(line.parent) == key_of(parent) and (not section or key_of(line.section) == key_of(section)):
                cells: dict[str, object] = {"名称": Words(clean(line.name))}
                for heading, datum in (("上年数", line.last_year), ("年初预算数", line.budget), ("本年数", line.current)):
                    cells[heading] = self.shown(f"{line.section}/{line.name}.{heading}", datum, line.unit)
                rows.append(Row(cells | {"金额": cells["本年数"]}))
        return Rows(rows, name)

    def indicators(self, form: Form | None, name: str, lost: bool = False) -> Rows:
        """The rows of a form; with `lost` only those scored below their points."""
        rows = []
        for row in form.indicators if form else ():
            points, score = (d.value if d else None for d in (row.points, row.score))
            if lost and (points is None or score is None or score >= points):
                continue
            cells: dict[str, object] = {"名称": Words(clean(row.name)), "一级": Words(clean(row.level1.name)), "二级": Words(clean(row.level2.name)), "三级": Words(clean(row.level3.name))}
            for heading, datum, unit in (
                ("指标值", row.target, PLAIN), ("完成值", row.actual, PLAIN), ("分值", row.points, POINTS), ("得分", row.score, POINTS), ("原因", row.reason, PLAIN)
            ):  # fmt: skip
                cells[heading] = self.shown(f"{name}/{row.name}.{heading}", datum, unit)
            rows.append(Row(cells | {"金额": cells["得分"]}))
        return Rows(rows, name)

    def unscored(self, form: Form | None) -> Gap | str:
        """The gap that the indicators with points and without a score are; "" where none lacks it, or none is scored yet."""
        scores = [row.score for row in form.indicators if row.score is not None and row.points and row.filled] if form else []
        lacking = [score for score in scores if score.value is None and score.text.strip() != "不适用"]
        return Gap(self.notes, "REPORT-UNSCORED", f"{len(lacking)}项指标的得分", lacking[0].place) if lacking and any(scores) else ""


def _date(text: str) -> str:
    """2022-05-18 as 2022年5月18日; any other text stays."""
    match = _DATE.fullmatch(text)
    return f"{match[1]}年{int(match[2])}月{int(match[3])}日" if match else text
