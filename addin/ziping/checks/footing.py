"""Sums within one form: every total agrees with its parts on every line and in every column.

合计 is equality, 其中 at most. What these checks cannot see: two slips that cancel, and any slip within the rounding of the figures.
"""

from __future__ import annotations

from collections.abc import Iterator

from ziping.amounts import Relation, decimals_of
from ziping.checks.book import Book, fact, roles, untouched
from ziping.checks.catalogue import PASSED, Event, Failed, Family, Unknown, check
from ziping.checks.cells import BASE_COLUMNS, COLUMNS, LIST_COLUMNS
from ziping.checks.ties import Tie, compared, empty, named, places, plain, unfilled, verdicts
from ziping.evaluation import BaseLine, Form, Fund
from ziping.findings import Severity

VEHICLES = ("公务用车购置和", "公务用车购置及", "公务用车费")
AMOUNTS = ("initial", "adjusted", "executed", "expected")
SUM = "{where}应等于各分项之和 {expected}（{parts}），实填 {actual}，{difference}"
PART_OF = "{where}不应小于其中各项之和 {expected}（{parts}），实填 {actual}，{difference}"
FOOTING = "表内勾稽：合计等于各分项之和；四舍五入的数按所示位数的半个单位计误差"
OF_WHICH = "表内勾稽：“其中”各项之和不大于其上级项目"


def tie(total: object, parts: list, column: str, label: str, relation: Relation = Relation.EQUAL) -> Tie:
    """Lines of one block tied in one column; `parts` are (line, name)."""
    there = [(cell, name) for line, name in parts if (cell := getattr(line, column)) is not None]
    cells, names = zip(*there, strict=True) if there else ((), ())
    return Tie(getattr(total, column), cells, label, relation=relation, names=names)


@fact
def fund_ties(book: Book, form: Form) -> Iterator[Tie]:  # noqa: ARG001 - the book keeps them
    """年度资金总额 against its sources; lines whose words are not known may be further sources, parts of one, or all there are."""
    total = form.fund(Fund.TOTAL)
    if total is None or untouched(form):
        return
    sources = [(line, line.label) for line in roles(form, Fund.FISCAL, Fund.CARRYOVER, Fund.OTHER)]
    others = [(line, line.label) for line in form.funds if line.role is None]
    for column in AMOUNTS:
        label = f"{total.label} {COLUMNS[column]}"
        ties = [tie(total, sources, column, label)]
        if others:
            ties += [tie(total, sources + others, column, label), tie(total, others, column, label)]
        holding = (each for each in ties if each.footing is not None and each.footing.holds)
        yield next(holding, ties[0])


@fact
def structure_ties(book: Book, form: Form) -> Iterator[Tie]:  # noqa: ARG001 - the book keeps them
    """年度资金总额 against what it is spent on."""
    total = form.fund(Fund.TOTAL)
    parts = [(line, line.label) for line in roles(form, Fund.BASIC, Fund.PROJECT)]
    if total is not None and len(parts) > 1 and not untouched(form):  # one of the two alone is not all that was spent
        for column in AMOUNTS:
            yield tie(total, parts, column, f"{total.label} {COLUMNS[column]}")


@fact
def base_ties(book: Book, *words: str) -> Iterator[Tie]:
    """A line of 基础数据表 named by the words against the lines below it."""
    line = book.base_line(*words)
    if line is not None and (parts := book.base_children(line.path)):
        yield from base_line_ties(line, without_parts_of_parts(parts), Relation.EQUAL)


def without_parts_of_parts(parts: list[BaseLine]) -> list[BaseLine]:
    """A flat form lists 公务用车购置和维护 and, beside it, the purchase and the upkeep it is made of: only the former counts."""
    whole = [part for part in parts if any(word in part.name for word in VEHICLES)]
    inner = [part for part in parts if part not in whole and any(word in part.name for word in ("车购置", "运行维护", "运行费"))]
    return [part for part in parts if part not in inner] if whole else parts


def base_line_ties(line: BaseLine, parts: list[BaseLine], relation: Relation) -> Iterator[Tie]:
    named_parts = [(part, part.name) for part in parts]
    for column, heading in BASE_COLUMNS.items():
        yield tie(line, named_parts, column, f"{line.name} {heading}", relation)


@fact
def public_ties(book: Book) -> Iterator[Tie]:
    """公用经费 against the items of which it is said to be made, among others."""
    line = book.base_line("公用经费")
    if line is not None and (parts := book.base_children(line.path)):
        yield from base_line_ties(line, parts, Relation.AT_MOST)


@fact
def list_ties(book: Book) -> Iterator[Tie]:
    ledger = book.evaluation.ledger
    if ledger is not None and ledger.projects_total is not None:
        for column, heading in LIST_COLUMNS.items():
            yield tie(ledger.projects_total, [(p, p.name or "未写名称的项目") for p in (*ledger.projects, *ledger.nameless)], column, f"项目清单合计 {heading}")


@check(
    code="footing-funds-total", title="资金总额等于各项来源之和", severity=Severity.ERROR, message=SUM,
    cause="改动一项资金来源后没有改总额，或总额按别的口径填写", repair="请核对资金总额和财政拨款、上年结转、其他资金各行", basis=FOOTING)
def funds_total(book: Book) -> Iterator[Event]:
    yield from verdicts(each for form in book.evaluation.forms for each in fund_ties(book, form))


@check(
    code="footing-funds-structure", title="资金总额等于基本支出与项目支出之和", severity=Severity.ERROR, message=SUM,
    cause="基本支出或项目支出漏填、多填", repair="请核对资金总额、基本支出和项目支出", basis=FOOTING)
def funds_structure(book: Book) -> Iterator[Event]:
    yield from verdicts(each for form in book.evaluation.forms for each in structure_ties(book, form))


@check(
    code="footing-sources-structure", title="资金来源合计等于资金结构合计", severity=Severity.ERROR,
    message="资金来源合计应等于资金结构合计，{where}应为 {expected}（{parts}），实填 {actual}，{difference}",
    cause="来源与结构取自不同时点或不同口径的数据", repair="请核对财政拨款、其他资金与基本支出、项目支出各行", basis=FOOTING)
def sources_structure(book: Book) -> Iterator[Event]:
    yield from verdicts(each for form in book.evaluation.forms for each in source_ties(form))


def source_ties(form: Form) -> Iterator[Tie]:
    """The sources together against the structure, where no line of the total stands between them.

    The first source is the total of the tie; the other sources are taken from the other side.
    """
    sources, structure = roles(form, Fund.FISCAL, Fund.CARRYOVER, Fund.OTHER), roles(form, Fund.BASIC, Fund.PROJECT)
    if form.fund(Fund.TOTAL) is not None or not sources or not structure:
        return
    for column in AMOUNTS:
        cells = [getattr(line, column) for line in sources]
        if cells[0] is None:
            continue
        parts = [(cell, line.label) for line in structure if (cell := getattr(line, column)) is not None]
        rest = [(cell, line.label) for line in sources[1:] if (cell := getattr(line, column)) is not None]
        yield Tie(
            cells[0], tuple(cell for cell, _ in parts), f"{sources[0].label} {COLUMNS[column]}", minus=tuple(cell for cell, _ in rest),
            names=tuple(name for _, name in parts + rest))


@check(
    code="footing-three-public", title="三公经费等于车辆、出国、接待三项之和", severity=Severity.ERROR, message=SUM,
    cause="分项改动后没有改合计，或车辆的购置与运行维护被重复计入", repair="请核对三公经费各分项", basis=FOOTING)
def three_public(book: Book) -> Iterator[Event]:
    yield from verdicts(base_ties(book, "三公"))


@check(
    code="footing-vehicles", title="公务用车费用等于购置与运行维护之和", severity=Severity.ERROR, message=SUM,
    cause="购置费或运行维护费漏填", repair="请核对公务用车购置与运行维护两行", basis=FOOTING)
def vehicles(book: Book) -> Iterator[Event]:
    yield from verdicts(base_ties(book, *VEHICLES))


@check(
    code="footing-base-projects", title="项目支出等于业务工作专项与运行维护专项之和", severity=Severity.ERROR, message=SUM,
    cause="分项抄错数字，或某一专项没有列出", repair="请核对项目支出及其各专项", basis=FOOTING)
def base_projects(book: Book) -> Iterator[Event]:
    yield from verdicts(base_ties(book, "项目支出"))


@check(
    code="footing-base-public-funds", title="公用经费不小于其中各项之和", severity=Severity.ERROR, message=PART_OF,
    cause="其中项包含了不属于公用经费的支出，或公用经费漏计", repair="请核对公用经费及其中的办公、水电差旅、会议培训各行", basis=OF_WHICH)
def base_public_funds(book: Book) -> Iterator[Event]:
    yield from verdicts(public_ties(book))


KNOWN = ("三公", *VEHICLES, "项目支出", "公用经费")


@check(
    code="footing-base-other", title="基础数据表其他合计不小于其分项之和", severity=Severity.ERROR, message=PART_OF,
    cause="分项抄错数字，或合计漏计", repair="请核对该行及其下各行", basis=OF_WHICH)
def base_other(book: Book) -> Iterator[Event]:
    for line in book.base_lines.values():
        parts = book.base_children(line.path)
        if not parts or any(word in line.name for word in KNOWN):
            continue
        for each in base_line_ties(line, parts, Relation.AT_MOST):
            if each.parts:
                yield from verdicts([each])


@check(
    code="footing-project-list", title="项目清单合计等于各项目之和", severity=Severity.ERROR, message=SUM,
    cause="增减项目后没有改合计", repair="请核对项目清单的合计行和各项目金额", basis=FOOTING)
def project_list(book: Book) -> Iterator[Event]:
    yield from verdicts(list_ties(book))


@check(
    code="footing-blank-part", title="合计有数而分项空白", severity=Severity.ERROR,
    message="{where}{unfilled}，而{total}为 {whole}，其余分项之和为 {sum}，尚差 {expected}",
    cause="合计填了，分项漏填；没有发生额的应填 0", repair="请补填该分项，没有发生额的填 0", basis=FOOTING)
def blank_part(book: Book) -> Iterator[Event]:
    yield from gaps(book)


@fact
def gaps(book: Book) -> Iterator[Event]:
    for each in equal_ties(book):
        yield from gap(each)


def gap(each: Tie) -> Iterator[Event]:
    """A blank part under a total that the stated parts do not reach. With every part blank nothing is said."""
    footing, blanks = each.footing, each.unfigured
    if each.total is None:
        return
    if footing is None or not all(map(empty, blanks)):
        yield Unknown(each.problem or f"{each.label}不能核对", each.total.place, each.needs)
        return
    fitting = [part for part in blanks if (footing.difference < 0) == any(part is minus for minus in each.minus)]
    if footing.holds or not fitting:
        yield PASSED
        return
    first, unit = fitting[0], each.total.figure.unit  # type: ignore[union-attr]
    name = each.names[next(i for i, part in enumerate(each.terms) if part is first)] if each.names else ""
    label = named(first, f"{name} {each.label.rpartition(' ')[2]}")
    least = decimals_of(each.total.figure.value)  # type: ignore[union-attr]
    shown = compared(None, label, footing, unit, least)
    missing = abs(footing.difference).scaleb(-unit.shift)
    yield Failed(
        place=first.place, label=label, expected=missing, shown_expected=plain(missing, least), shown_actual="", unit=shown.unit,
        related=places(each.total, *(part for part in each.terms if part is not first)),
        args={"unfilled": unfilled(first), "total": f"“{named(each.total, each.label)}”", "whole": shown.shown_actual + shown.unit, "sum": shown.shown_expected + shown.unit},
    )


@fact
def equal_ties(book: Book) -> Iterator[Tie]:
    """Every 合计 of the forms above."""
    for form in book.evaluation.forms:
        yield from fund_ties(book, form)
        yield from structure_ties(book, form)
    for words in (("三公",), VEHICLES, ("项目支出",)):
        yield from base_ties(book, *words)
    yield from list_ties(book)


FAMILY = Family("footing", "表内合计", (
    funds_total, funds_structure, sources_structure, three_public, vehicles, base_projects, base_public_funds, base_other, project_list,
    blank_part,
))
