"""One workbook of a rollup: read, checked, and boiled down to what the tables need; it travels between processes and into the state file."""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from decimal import Decimal
from pathlib import Path

from ziping.amounts import half_up, ratio, show, show_percent
from ziping.checks import check
from ziping.checks.book import Book, pointed_rows
from ziping.checks.projects import project_name
from ziping.checks.run import CheckResult
from ziping.checks.supported import scores_of
from ziping.evaluation import Datum, Evaluation
from ziping.forms.files import FILE_LIMIT
from ziping.forms.reading import read_workbook
from ziping.functions import perf_grade
from ziping.refusal import Refusal, unopened
from ziping.rollup.bodies import named
from ziping.rollup.money import budget_of, money, summed
from ziping.standards import NotScorable

HIGH_RATE = Decimal("1.2")  # an execution rate above this stands out
UNCOMPUTED = frozenset({"formula-no-result", "formula-not-computed"})  # the checks that tell of formulas without results
LEAST_ROWS = 5  # rows from which full marks throughout stand out
LEAST_TEXT = 40  # characters from which the same text in several bodies is no accident


@dataclass(frozen=True, slots=True)
class Issue:
    """A finding as the rollup lists it."""

    code: str
    severity: str
    sheet: str
    cell: str
    label: str
    message: str


@dataclass(frozen=True, slots=True)
class Text:
    """A longer text of the workbook by its fingerprint, with its beginning and place."""

    print: str
    start: str
    sheet: str
    cell: str


@dataclass(frozen=True, slots=True)
class Rate:
    """An execution rate above `HIGH_RATE`."""

    label: str
    shown: str
    sheet: str
    cell: str


@dataclass(frozen=True, slots=True)
class Record:
    """What a rollup keeps of a workbook. Amounts are decimals in 万元 as texts, "" for what is not there; `reason`: why it could not be read.

    grade: as the workbook states it; banded: as its scheme's bands give it for the stated score; money: the form that budget and executed come from; instead: what other forms say that disagrees; projects: the names of the project forms, each once; full: whether every row has full marks; scored, unscored: how many rows in use say something for a score, be it an error value or a formula without a result, and how many nothing; unread: sheets that look like forms and were not read, each with what it lacks; size, hash: of the content as it was read; called: its name among the others, where the file's own is not enough.
    """

    file: str
    size: int = 0
    hash: str = ""
    reason: str = ""
    unit: str = ""
    year: int | None = None
    department: str = ""
    scheme: str = ""
    forms: tuple[str, ...] = ()
    stated: str = ""
    computed: str = ""
    open: str = ""
    grade: str = ""
    banded: str = ""
    budget: str = ""
    executed: str = ""
    rate: str = ""
    money: str = ""
    instead: tuple[str, ...] = ()
    projects: tuple[str, ...] = ()
    full: bool = False
    scored: int = 0
    unscored: int = 0
    issues: tuple[Issue, ...] = ()
    texts: tuple[Text, ...] = ()
    rates: tuple[Rate, ...] = ()
    unread: tuple[str, ...] = ()
    counts: dict[str, int] = field(default_factory=dict)
    called: str = ""

    @property
    def readable(self) -> bool:
        return not self.reason

    @property
    def silent(self) -> bool:
        """Whether a workbook that was read states neither a total nor an amount of its total."""
        return self.readable and not (self.stated or self.budget or self.executed)

    @property
    def uncomputed(self) -> bool:
        """Whether it is silent because its formulas have no results, whatever was filled in."""
        return self.silent and any(issue.code in UNCOMPUTED for issue in self.issues)

    @property
    def unfilled(self) -> bool:
        return self.silent and not self.uncomputed

    @property
    def source(self) -> str:
        """The form that the amounts come from, "" where there are none."""
        return self.money if self.budget or self.executed else ""

    @property
    def unsupported(self) -> bool:
        """Whether a total is stated though not one of the rows has a score that it could be the sum of."""
        return bool(self.stated and self.unscored and not self.scored)

    @property
    def name(self) -> str:
        return self.called or Path(self.file).name

    def as_json(self) -> dict[str, object]:
        return asdict(self)

    @classmethod
    def from_json(cls, record: dict) -> Record:
        """The record that `as_json` was made of; TypeError for anything else."""
        made = dict(record)
        for name, kind in (("issues", Issue), ("texts", Text), ("rates", Rate)):
            made[name] = tuple(kind(**each) for each in made[name])
        for name in ("forms", "instead", "projects", "unread"):
            made[name] = tuple(made[name])
        return cls(**made)


def fingerprint(path: Path) -> tuple[int, str]:
    """Size and SHA-256 of a file's content; (0, "") for one that cannot be read."""
    digest, size = hashlib.sha256(), 0
    try:
        if not path.is_file():  # a pipe or a device never ends
            return 0, ""
        with path.open("rb") as file:
            while size <= FILE_LIMIT and (block := file.read(2**20)):  # a larger file is refused unread
                digest.update(block)
                size += len(block)
    except (OSError, ValueError):
        return 0, ""
    return size, digest.hexdigest()


def is_evaluation(path: Path) -> bool:
    """Whether a file is a workbook with forms, which no output may replace."""
    try:
        read_workbook(path)
    except Refusal:
        return False
    return True


def examine(file: str) -> Record:
    """Read and check one workbook. Never raises for what the file holds: an unreadable one is a record with its reason."""
    path = Path(file)
    size, digest = fingerprint(path)
    try:
        evaluation = read_workbook(path)
        return _record(file, size, digest, evaluation, check(evaluation))
    except Refusal as refusal:
        reason = str(refusal)
    except MemoryError:
        reason = f"“{path.name}”太大，内存不足，没有读完，请删去无关内容后再试。"
    except OSError as error:
        reason = unopened(path.name, error)
    except Exception as error:  # one workbook must never stop the others
        reason = f"“{path.name}”读取时程序内部出错（{type(error).__name__}），请把该文件转给技术人员。"
    return Record(file, size, digest, reason)


def _record(file: str, size: int, digest: str, evaluation: Evaluation, result: CheckResult) -> Record:
    found, book = money(evaluation), Book(evaluation)
    budget, executed = summed(found.budget), summed(found.executed)
    rate = ratio(executed, budget) if budget is not None and executed is not None else None
    score = result.score
    complete = score.computed is not None and not score.open
    return Record(
        file, size, digest, "", named(evaluation.unit), evaluation.year, named(_department(evaluation)), evaluation.scheme, result.forms,
        _text(score.stated), _text(score.computed) if complete else "", _text(score.open), score.grade, _banded(score.stated, result.scheme),
        _text(budget.value if budget else None), _text(executed.value if executed else None),
        _text(half_up(rate.value, 6)) if rate is not None else "", found.name, found.others, _projects(evaluation), _full_marks(book), *_marks(book),
        tuple(_issue(finding) for finding in result.findings), tuple(_texts(evaluation)), tuple(_high_rates(evaluation)), tuple(_unread(evaluation)), result.counts,
    )  # fmt: skip


def _banded(stated: Decimal | None, scheme: str) -> str:
    try:
        return perf_grade(stated, scheme) if stated is not None else ""
    except NotScorable:  # a score beyond every band
        return ""


def _text(value: Decimal | None) -> str:
    return "" if value is None else show(value)


def _issue(finding) -> Issue:  # noqa: ANN001 - Finding
    place = finding.place
    return Issue(finding.code, str(finding.severity), place.sheet if place else "", place.cell if place else "", finding.label, finding.message)


def _unread(evaluation: Evaluation) -> Iterator[str]:
    for sheet in evaluation.unread:
        yield f"“{sheet.place.sheet}”（{'缺少标题' + '、'.join(sheet.missing) if sheet.missing else sheet.why}）"


def _department(evaluation: Evaluation) -> str:
    """主管部门 as the forms name it, "" where none does."""
    for caption in ("主管部门", "主管部门名称"):
        if evaluation.settings.get(caption):
            return evaluation.settings[caption].text.strip()
    stated = [form.department.text.strip() for form in evaluation.forms if form.department]
    return next(filter(None, stated), "")


def _projects(evaluation: Evaluation) -> tuple[str, ...]:
    return tuple(dict.fromkeys(filter(None, (project_name(form.project.text) for form in evaluation.projects if form.project))))


# ---------------------------------------------------------------------------------------------------------------
# What may stand out


def _marks(book: Book) -> tuple[int, int]:
    """How many of the rows in use say something for a score, and how many have nothing in their cell for it."""
    scores = scores_of(book, book.marked) if book.marked is not None else None
    return (len(scores.stated) + len(scores.open), len(scores.blank)) if scores else (0, 0)


def _full_marks(book: Book) -> bool:
    form = book.marked
    if form is None:
        return False
    rows = [(row.score.value if row.score else None, points.value if points else None) for row, points in pointed_rows(form)]
    rows = [row for row in rows if row != (None, None)]
    return len(rows) >= LEAST_ROWS and all(score is not None and score == points for score, points in rows)


def _high_rates(evaluation: Evaluation) -> Iterator[Rate]:
    for form in (evaluation.overall, evaluation.scoring, *evaluation.projects):
        for line in form.funds if form is not None else ():
            budget, executed = budget_of(line), line.executed
            if budget is None or executed is None or budget.figure is None or executed.figure is None or budget.figure.value <= 0:
                continue
            rate = ratio(executed.figure, budget.figure)
            if rate is not None and rate.value > HIGH_RATE:
                place = executed.place
                what = (form.project.text.strip() + " " if form.project else "") + line.label
                yield Rate(what, show_percent(rate.value), place.sheet if place else form.sheet, place.cell if place else "")


def _texts(evaluation: Evaluation) -> Iterator[Text]:
    """Longer texts that a body writes itself; a paragraph a text."""
    data: list[Datum | None] = [entry.text for entry in evaluation.narrative]
    data += [evaluation.base.measures] if evaluation.base else []
    for form in evaluation.forms:
        data += [goal.achieved for goal in form.goals] + [row.reason for row in form.indicators]
    seen = set()
    for datum in data:
        for paragraph in (datum.text.splitlines() if datum is not None else ()):
            words = "".join(unicodedata.normalize("NFKC", paragraph).split())
            if len(words) >= LEAST_TEXT:
                key = hashlib.sha256(words.encode("utf-8", "replace")).hexdigest()[:16]
                if key not in seen:
                    seen.add(key)
                    place = datum.place  # type: ignore[union-attr]
                    yield Text(key, paragraph.strip()[:60], place.sheet if place else "", place.cell if place else "")
