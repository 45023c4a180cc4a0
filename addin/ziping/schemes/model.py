"""What a scheme holds, frozen. The keys of the file and their meaning are on the package's page."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from ziping.amounts import WAN_YUAN, Relation, Unit
from ziping.evaluation import Fund
from ziping.standards import FormRules


@dataclass(frozen=True, slots=True)
class IndicatorScheme:
    """One indicator row; `path` is filled down, weights stand in the row where the heading begins."""

    path: tuple[str, str, str]
    weights: tuple[Decimal | None, Decimal | None, Decimal | None]
    source: str
    points: Decimal | None = None
    target: str = ""
    standard: str = ""
    open: bool = False
    actual: str = ""


@dataclass(frozen=True, slots=True)
class FundScheme:
    label: str
    role: Fund | None = None
    caption: str = ""
    parent: str = ""
    relation: Relation = Relation.EQUAL
    link: str = ""


@dataclass(frozen=True, slots=True)
class FormScheme:
    """A form with indicator rows. `columns` and `fund_columns`: key and caption in the order of the sheet."""

    title: str
    source: str
    money: Unit = WAN_YUAN
    execution: Decimal | None = None
    exclude_execution: bool = False
    goals: tuple[str, ...] | None = None
    heading: str | None = None
    funds_heading: str | None = None
    goals_heading: str | None = None
    total: str = "总分"
    total_points: Decimal | None = None
    grade: bool = False
    rows: int = 1
    signatures: tuple[str, ...] = ()
    note: str = ""
    fund_columns: tuple[tuple[str, str], ...] = ()
    funds: tuple[FundScheme, ...] = ()
    columns: tuple[tuple[str, str], ...] = ()
    extra: tuple[str, ...] = ()
    indicators: tuple[IndicatorScheme, ...] = ()

    def fund(self, label: str) -> FundScheme | None:
        return next((line for line in self.funds if line.label == label), None)


@dataclass(frozen=True, slots=True)
class BaseLineScheme:
    path: tuple[str, ...]
    caption: str = ""
    relation: Relation = Relation.EQUAL
    link: str = ""


@dataclass(frozen=True, slots=True)
class BaseScheme:
    title: str
    source: str
    money: Unit = WAN_YUAN
    staff: bool = True
    measures: str = ""
    note: str = ""
    lines: tuple[BaseLineScheme, ...] = ()

    def line(self, path: tuple[str, ...]) -> BaseLineScheme | None:
        return next((line for line in self.lines if line.path == path), None)


@dataclass(frozen=True, slots=True)
class LedgerLineScheme:
    section: str
    name: str
    unit: Unit
    caption: str = ""
    parent: str = ""
    relation: Relation = Relation.EQUAL
    sign: int = 1
    columns: tuple[str, ...] = ()
    total: bool = True
    link: str = ""
    hint: str = ""


@dataclass(frozen=True, slots=True)
class ProjectsScheme:
    title: str = "项目清单"
    kinds: tuple[str, ...] = ()
    rows: int = 6


@dataclass(frozen=True, slots=True)
class LedgerScheme:
    title: str
    source: str
    money: Unit = WAN_YUAN
    columns: tuple[tuple[str, str], ...] = ()
    lines: tuple[LedgerLineScheme, ...] = ()
    projects: ProjectsScheme | None = None

    def line(self, section: str, name: str) -> LedgerLineScheme | None:
        for line in self.lines:
            if line.name == name and line.section == section:
                return line
        return None


@dataclass(frozen=True, slots=True)
class OutlineEntry:
    """A heading of the report. by: "officer" (her text), "template" (written from figures) or "both"."""

    path: tuple[str, ...]
    by: str
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Scheme:
    """A scheme as loaded. `last_year` None: open. `rules` are the rules of the whole form."""

    id: str
    title: str
    first_year: int
    last_year: int | None
    source: str
    money: Unit
    sheets: tuple[str, ...]
    report: str = ""
    settings: tuple[str, ...] = ()
    rules: FormRules = FormRules()
    base: BaseScheme | None = None
    overall: FormScheme | None = None
    scoring: FormScheme | None = None
    project: FormScheme | None = None
    monitor: FormScheme | None = None
    ledger: LedgerScheme | None = None
    narrative: tuple[OutlineEntry, ...] = ()

    def covers(self, year: int) -> bool:
        """Whether the scheme is for that 评价年度."""
        return self.first_year <= year and (self.last_year is None or year <= self.last_year)
