"""Every button on every sample, live: told what the core knows, the file untouched, the document as it was or as it was again after one undo."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from workbooks import final_accounts

from calc.conftest import SAMPLES
from calc.office import Office, Person
from ziping import __version__, checks, schemes
from ziping.evaluation import Evaluation
from ziping.forms import read_workbook
from ziping.prose import Verdict, check_prose
from ziping.refusal import Refusal
from ziping.surface import BUTTONS
from ziping.workbooks import carry_over_file, import_accounts_file, project_added


@dataclass(frozen=True, slots=True)
class Sample:
    """A sample open in Calc, the same of the year before, an account of the same body and year, and the state it was opened in."""

    original: Path
    path: Path
    last: Path
    accounts: Path
    office: Office
    before: dict[str, object]

    @property
    def evaluation(self) -> Evaluation:
        return read_workbook(self.original)

    def target(self, command: str) -> Path:
        return self.path.with_name(f"{self.path.stem}-{command}{'.docx' if command == 'report' else '.xlsx'}")


@pytest.fixture(scope="module")
def sample(request: pytest.FixtureRequest, running: Office, person: Person) -> Iterator[Sample]:
    original, evaluation = request.param, read_workbook(request.param)
    path, last, accounts = person.copy(original), person.home / "上年.xlsx", person.home / "决算.xlsx"
    place = evaluation.settings["评价年度"].place
    running.open(str(path))
    running.put_value(place.sheet, place.cell, evaluation.year - 1)
    running.save_as(str(last))
    running.close()
    final_accounts.draw(final_accounts.choice(1), accounts, evaluation.unit, evaluation.year)
    person.own(accounts)
    running.open(str(path))
    running.recalculate()  # a stored value may differ from Calc's own in the sixteenth digit
    running.set_modified(False)
    yield Sample(original, path, last, accounts, running, running.state())
    running.close_all()


def checked(sample: Sample) -> str:
    found = checks.check(sample.original)
    counts = "、".join(f"{label} {found.counts[key]}" for key, label in (("error", "错误"), ("warning", "警告"), ("info", "提示")))
    cells = {(finding.place.sheet, finding.place.cell) for finding in found.findings if finding.place and finding.place.cell}
    return f"校验完成：{counts}。结果见“校验结果”表，已标记 {len(cells)} 个单元格，可用“清除标记”去掉。"


def proven(sample: Sample) -> str:
    texts = [entry.text.text for entry in sample.evaluation.narrative if entry.text]
    verdicts = [claim.verdict for text in texts for claim in check_prose(text).claims]
    return f"核对了报告素材 {len(texts)} 段：相符 {verdicts.count(Verdict.HOLDS)} 处，不符 {verdicts.count(Verdict.FAILS)} 处。"


def added(sample: Sample) -> str:
    if schemes.load(sample.evaluation.scheme).project is None:
        return "工作簿里没有项目支出绩效自评表，"
    form = read_workbook(sample.target("add-project")).projects[-1]
    return project_added(sample.target("add-project"), form.sheet, "新项目")


def filled(done) -> str:  # noqa: ANN001 - what carries values
    try:
        count = len(done().carried)
    except Refusal as refusal:
        return str(refusal)
    return f"已写入 {count} 处。" if count else "没有可以带入的数据。"


MADE = "自评工作簿已建立：{}"
TOLD = {
    "new": lambda s: MADE.format(s.target("new")),
    "adopt": lambda s: MADE.format(s.target("adopt")),
    "add-project": added,
    "carry-over": lambda s: filled(lambda: carry_over_file(s.original, s.last)),
    "import-accounts": lambda s: filled(lambda: import_accounts_file(s.original, s.accounts)),
    "recalculate": lambda _: "已重新计算全部得分。",
    "explain": lambda _: "设置!A1 里没有 PERF 公式，",
    "check": checked,
    "prose": proven,
    "clear-marks": lambda _: "工作簿里没有校验标记。",
    "report": lambda s: f"报告已写入 {s.target('report')}",
    "finalize": lambda s: f"送审版已写入 {s.target('finalize')}",
    "repair-links": lambda _: "没有需要修复的 PERF 公式。",
    "help": lambda _: "",
    "doctor": lambda _: "安装完好。",
    "about": lambda _: f"绩效自评 ziping {__version__}",
}
ANSWERS = {
    "new": lambda _: {"scheme": "liuyang-2021", "unit": "某某局", "year": "2022"},
    "adopt": lambda s: {"source": str(s.path)},
    "add-project": lambda _: {"name": "新项目"},
    "carry-over": lambda s: {"source": str(s.last), "agree": True},
    "import-accounts": lambda s: {"source": str(s.accounts), "agree": True},
    "finalize": lambda _: {"force": True},
}
MAKING = {"new", "adopt", "add-project", "report", "finalize"}


def press(sample: Sample, command: str) -> str:
    answers = ANSWERS.get(command, lambda _: {})(sample)
    target = sample.target(command)
    target.unlink(missing_ok=True)
    sample.office.select("设置", "A1")
    said = sample.office.press(command, **answers, **({"target": str(target)} if command in MAKING else {}))
    sample.office.close_others()
    return said


WITHOUT_A_BOOK = {"new", "doctor", "about"}  # pressed on one sample: nothing of it reaches them
PRESSED = [(path, button.command) for path in SAMPLES for button in BUTTONS if button.command not in WITHOUT_A_BOOK or path == SAMPLES[0]]


@pytest.mark.parametrize(("sample", "command"), PRESSED, indirect=["sample"], ids=[f"{path.stem}-{command}" for path, command in PRESSED])
def test_a_button_says_what_the_core_knows_and_leaves_the_workbook_as_it_was(command: str, sample: Sample) -> None:
    said = press(sample, command)
    assert said.startswith(TOLD[command](sample))
    assert sample.path.read_bytes() == sample.original.read_bytes()
    assert sample.target(command).exists() == (str(sample.target(command)) in said)
    if sample.office.modified():
        while sample.office.undo_titles():
            sample.office.undo()
        assert sample.office.state() == sample.before
        sample.office.set_modified(False)


@pytest.mark.parametrize("sample", SAMPLES, indirect=True, ids=lambda path: path.stem)
def test_marks_are_undone_done_again_and_cleared_without_a_trace(sample: Sample) -> None:
    office = sample.office
    office.press("check")
    marked = office.state()
    office.undo()
    assert office.state() == sample.before
    office.redo()
    assert office.state() == marked
    assert office.press("clear-marks") == "已清除校验留下的全部标记。"
    assert office.state() == sample.before
    office.undo()
    assert office.state() == marked
    office.undo()
    assert office.undo_titles() == []
