"""报告素材: what its sentences state against the workbook and against each other.

The arithmetic inside the text is that of `ziping.prose`; only claims that leave no other reading are errors. A figure of the text is held
against the workbook where the sentence names a line of the forms in full, for this year.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache
from itertools import chain

from ziping.amounts import Figure, decimals_of, foots
from ziping.checks.book import Book, fact, squeezed
from ziping.checks.catalogue import PASSED, Event, Failed, Family, Passed, Unknown, check
from ziping.checks.chapters import empty_chapter, numbering
from ziping.checks.texts import TEXT, filled_texts, placeholder, placeholder_blank, texts, title
from ziping.checks.ties import compared, places, plain
from ziping.evaluation import Datum, Entry, Form
from ziping.findings import Severity
from ziping.names import PROJECT_COLUMNS
from ziping.prose import Claim, Kind, Verdict
from ziping.prose.checker import claims_of
from ziping.prose.text.reading import read_sentence
from ziping.prose.text.said import Role, Said
from ziping.prose.text.sentences import Text, read_text
from ziping.prose.text.years import report_year
from ziping.standards import NotScorable, grade

KEPT = 4096  # characters of a text that is remembered; those of a cell are seldom a tenth of it
_FIGURE = re.compile(r"\d\s*(?:[%％‰元万亿人名个分]|百分点)")
_SCORED = re.compile(r"(?:自评|评价|综合|评分)(?:综合)?(?:得分|总分|评分|分数)(?:得分)?(?:为|是|：|:)?\s*(\d+(?:\.\d+)?)\s*分")
_TOTAL = re.compile(
    r"[。，,；;：:\s]*(?:20\d\d年度?|本年度?|全年|今年|当年|年度)?(?:我|本)?(?:单位|部门|局|中心|院|校)?(?:总(?P<of>收入|支出|资产)|(?P<side>收入|支出|资产)(?:合计|总计|总额))(?:为|是|共|达)?")
WHOLES = frozenset({"收入合计", "支出合计", "资产合计"})
_CLOSING = re.compile(r"(20\d\d)年(?:末|底|12月31日)")


@fact
def figured(book: Book) -> Iterator[tuple[Entry, str, Text, tuple[Claim, ...]]]:
    """The texts that state a figure, with their placeholders filled, as they are read, and what they claim."""
    for entry, text in filled_texts(book):
        if _FIGURE.search(text):
            yield entry, text, *(understood if len(text) <= KEPT else understood.__wrapped__)(text, book.evaluation.year)


@lru_cache(maxsize=64)
def understood(text: str, year: int | None) -> tuple[Text, tuple[Claim, ...]]:
    """A text as it is read and its claims. Kept: an officer checks her workbook again and again, and few of its texts have changed since."""
    read = read_text(text)
    return read, claims_of(read, text, year or report_year(text))


@check(
    code="text-arithmetic", title="文字中的合计、占比、增减重算相符", severity=Severity.ERROR,
    message="{where}写道“{quote}”，重算为 {recomputed}，写的是 {stated}",
    cause="改动数字后没有重算，或沿用了上年的文字", repair="请按重算的结果更正，或改用占位符由程序填数", basis=TEXT)
def arithmetic(book: Book) -> Iterator[Event]:
    for entry, _, _, claims in figured(book):
        for claim in claims:
            yield claim_event(entry, claim)


def claim_event(entry: Entry, claim: Claim) -> Event:
    if claim.verdict is Verdict.HOLDS:
        return PASSED
    if claim.verdict is Verdict.UNSURE:
        return Unknown("这句话的算术关系有不止一种读法", entry.text.place)
    return Failed(
        place=entry.text.place, label=title(entry), shown_expected=claim.recomputed, shown_actual=claim.stated, quote=claim.quote,
        args={"quote": claim.quote, "recomputed": claim.recomputed or "不符", "stated": claim.stated})


@check(
    code="text-figure", title="文字中的数与自评表一致", severity=Severity.ERROR,
    message="{where}写“{quote}”，自评表“{name}”为 {expected}，{difference}",
    cause="自评表改动后文字没有更新", repair="请更正文字，或改用占位符由程序填数", basis=TEXT)
def figures(book: Book) -> Iterator[Event]:
    """A figure fails only when it agrees with no cell of the line that its sentence names, in no column."""
    told = figured(book)
    projects = project_lines(book) if told else {}
    lines = named_lines(book) | projects if told else {}
    for entry, text, read, _ in told:
        for sentence in read.sentences:
            known = [
                (said, name, cells) for said in read_sentence(read, sentence)
                if (cells := lines.get(name := total_named(said) or squeezed(said.name))) and telling(said, book.evaluation.year, name in projects)
            ]
            words = squeezed(read.text[sentence.start : sentence.end]) if known else ""
            if any(name in WHOLES for _, name, _ in known) or known and any(name in words for name in chain((name for _, name, _ in known), lines)):
                for said, _, cells in known:
                    yield compared_with(entry, text, said, of_this_year(said, cells, book.evaluation.year))


def total_named(said: Said) -> str:
    """The line of the whole body's total that a clause begins with, "" where it is of something narrower: 2025年支出总额, 总收入; not 财政拨款支出合计."""
    match = _TOTAL.fullmatch(said.lead)
    return f"{match['side'] or match['of']}合计" if match else ""


def of_this_year(said: Said, cells: list[tuple[str, Datum]], year: int | None) -> list[tuple[str, Datum]]:
    """The cells that a figure may be: where the sentence says that it is this year's, none of last year's columns."""
    this = [cell for cell in cells if "上年" not in cell[0].rpartition(".")[2]]
    return this if this and said.year is not None and said.year in (0, year) else cells


def telling(said: Said, year: int | None, project: bool) -> bool:
    """A plain, exact amount of this year's accounts; budgets, changes and other years may stand in no form.

    What 其中 introduces may be a part of another line of the same name, a project is the same project.
    """
    if said.role is not Role.AMOUNT or said.mention.kind not in (Kind.MONEY, Kind.COUNT) or said.mention.loose or said.serial or (said.marker and not project):
        return False
    return said.year in (None, 0, year) and said.stage in ("", "executed") and said.direction == 0


def named_lines(book: Book) -> dict[str, list[tuple[str, Datum]]]:
    """The amounts of each line of the forms by the line's name, blanks and quotation marks apart."""
    found: dict[str, list[tuple[str, Datum]]] = {}
    for name, datum in book.names.items():
        line = line_named(name, datum.figure.unit.base) if datum.figure is not None else ""
        if line:
            found.setdefault(line, []).append((name, datum))
    return found


@lru_cache(maxsize=4096)
def line_named(name: str, base: str) -> str:
    """The line in the name of an amount, as sentences have it; "" for what is no amount, and for a short one: that is a word of many meanings."""
    if base not in ("元", "人") or "." not in name:
        return ""
    line = squeezed(name.rpartition(".")[0].rpartition("/")[2])
    if base == "人":
        line = line.removesuffix("数")
    return line if len(line) >= (3 if base == "人" else 4) else ""


def project_lines(book: Book) -> dict[str, list[tuple[str, Datum]]]:
    """The amounts of each project of 项目清单 by its name, which sentences lengthen by 支出."""
    found: dict[str, list[tuple[str, Datum]]] = {}
    for project in book.evaluation.ledger.projects if book.evaluation.ledger else []:
        line = squeezed(project.name)
        if len(line) >= 6:
            columns = ((f"{project.name}.{heading}", getattr(project, column)) for column, heading in PROJECT_COLUMNS.items())
            cells = [(name, datum) for name, datum in columns if datum is not None and datum.figure is not None]
            found |= {line: cells, f"{line}支出": cells}
    return found


def compared_with(entry: Entry, text: str, said: Said, cells: list[tuple[str, Datum]]) -> Event:
    stated = said.mention.figure
    footings = [(name, datum, foots(stated, [datum.figure])) for name, datum in cells if datum.figure and datum.figure.unit.base == stated.unit.base]
    if any(footing is not None and footing.holds for _, _, footing in footings) or not footings:
        return PASSED
    year_end = [each for each in footings if re.search("本年决算数|本年数|全年执行数|执行数$", each[0])]
    name, datum, footing = (year_end or footings)[0]
    failed = compared(entry.text.place, title(entry), footing, stated.unit, decimals_of(stated.value))  # type: ignore[arg-type]
    begin = max(text.rfind(mark, 0, said.mention.start) for mark in "，。；：\n、,;")
    quote = text[max(begin + 1, said.mention.start - 40) : said.mention.end].strip()
    return Failed(
        place=failed.place, label=failed.label, expected=failed.expected, actual=failed.actual, difference=failed.difference,
        tolerance=failed.tolerance, shown_expected=failed.shown_expected, shown_actual=failed.shown_actual,
        shown_difference=failed.shown_difference, shown_tolerance=failed.shown_tolerance, unit=failed.unit,
        related=places(*(d for _, d, _ in footings)), quote=quote, args={"quote": quote, "name": name})


@check(
    code="text-score", title="文字中的自评得分与自评表一致", severity=Severity.ERROR,
    message="{where}写“{quote}”，自评表总分为 {expected}",
    cause="改分以后没有改文字", repair="请更正文字中的得分", basis=TEXT)
def score(book: Book) -> Iterator[Event]:
    """Sentences that give the result of the self-evaluation; the score of a single project must be that project's."""
    totals = [form.total_score for form in book.scored_forms if form.total_score is not None and form.total_score.value is not None]
    for entry, text in filled_texts(book):
        for match in _SCORED.finditer(text):
            if not totals:
                yield Unknown("自评表没有总分", entry.text.place)
                continue
            stated = Figure(Decimal(match[1]))
            if any(footing.holds for cell in totals if (footing := foots(stated, [Figure(cell.value)])) is not None):  # type: ignore[arg-type]
                yield Passed((entry.text, *totals,))
            else:
                first = totals[0]
                yield Failed(
                    place=entry.text.place, label=title(entry), expected=first.value, actual=stated.value, shown_expected=plain(first.value),  # type: ignore[arg-type]
                    shown_actual=match[1], unit="分", related=places(*totals), quote=match[0], args={"quote": match[0]})


_GRADE = r"(优|良|中|差)(?:秀|好|等)?[”\"]?(?=[，。；、,.;）)\s]|$)"
_NAMES_GRADE = re.compile(_GRADE)  # in every text that tells one, and in few others
_GRADED = re.compile(r"(?:(?:自评|评价|评定|绩效)(?:结果)?(?:等级|等次|为)|(?P<bare>(?<=[，,；;、])(?:等级|等次)))(?:为|是|：|:)?[“\"]?" + _GRADE)


def graded(text: str) -> Iterator[re.Match[str]]:
    """What the text says of the grade; a bare 等级 counts where its sentence has told a score of the evaluation before it."""
    for match in _GRADED.finditer(text) if _NAMES_GRADE.search(text) else ():
        begin = max(text.rfind(mark, 0, match.start()) for mark in "。\n；") + 1
        if not match["bare"] or re.search(r"(?:自评|评价|综合)\S{0,4}分", text[begin : match.start()]):
            yield match


@check(
    code="text-grade", title="文字中的评价等级与自评表一致", severity=Severity.ERROR,
    message="{where}写“{quote}”，按自评表应为“{expected}”",
    cause="改分以后没有改文字", repair="请更正文字中的等级", basis=TEXT)
def grade_told(book: Book) -> Iterator[Event]:
    """The grades that the forms state or, where they state none, that their totals earn."""
    grades = {word[:1] for word in (book.stated_grade, *(grade_of(book, form) for form in book.scored_forms)) if word}
    for entry in texts(book):
        for match in graded(entry.text.text):
            if not grades:
                yield Unknown("自评表没有等级和总分", entry.text.place)
            elif match[2] in grades:
                yield PASSED
            else:
                due = book.stated_grade or "、".join(sorted(grades))
                yield Failed(place=entry.text.place, label=title(entry), shown_expected=due, shown_actual=match[2], quote=match[0], args={"quote": match[0].strip("“\"")})


def grade_of(book: Book, form: Form) -> str:
    if form.grade:
        return form.grade.text.strip()
    if form.total_score is None or form.total_score.value is None:
        return ""
    try:
        return grade(form.total_score.value, book.rules)
    except NotScorable:
        return ""


@check(
    code="text-year", title="文字中的年末、年初数属于评价年度", severity=Severity.INFO,
    message="{where}提到“{quote}”，评价年度是 {expected}年",
    cause="沿用了上年的文字", repair="请确认年份", basis=TEXT)
def year(book: Book) -> Iterator[Event]:
    """A closing balance of another year: 2019年末 in a report on 2020. Other years stand in comparisons and are no sign of anything."""
    due = book.evaluation.year
    for entry in texts(book):
        for match in _CLOSING.finditer(entry.text.text):
            if due is None:
                yield Unknown("没有评价年度", entry.text.place)
            elif int(match[1]) == due:
                yield PASSED
            else:
                yield Failed(
                    place=entry.text.place, label=title(entry), shown_expected=str(due), shown_actual=match[1], quote=match[0], args={"quote": match[0]})


FAMILY = Family("narrative", "报告素材", (
    arithmetic, figures, score, grade_told, placeholder, placeholder_blank, empty_chapter, numbering, year,
))
