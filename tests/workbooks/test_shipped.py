"""The shipped workbooks are what their sources say, and reading a sample gives back every figure at its place."""

from __future__ import annotations

import sys
import zipfile
from decimal import Context
from pathlib import Path

import pytest

from ziping.checks.belonging import FILE
from ziping.evaluation import Datum, Evaluation
from ziping.forms import read_workbook
from ziping.forms.build import build_workbook, completed
from ziping.names import names

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "workbooks"
sys.path.insert(0, str(FOLDER))

import build as workbooks  # noqa: E402  - the script that makes them
from source import entries, read  # noqa: E402

SOURCES = sorted((FOLDER / "samples" / "source").glob("*.toml"))
FLOAT = Context(prec=12)  # what a spreadsheet's number surely keeps


def told(datum: Datum) -> tuple[object, object]:
    shown = FLOAT.plus(datum.value).normalize() if datum.figure else "".join(datum.text.split())
    return shown, datum.place


@pytest.fixture(scope="module", params=SOURCES, ids=lambda path: path.stem)
def sample(request: pytest.FixtureRequest) -> tuple[Evaluation, Evaluation]:
    return completed(read(request.param)), read_workbook(FOLDER / "samples" / f"{request.param.stem}.xlsx")


def test_every_named_figure_is_read_back_at_its_place(sample: tuple[Evaluation, Evaluation]) -> None:
    wanted, found = (names(evaluation) for evaluation in sample)
    for name, datum in wanted.items():
        if datum.blank or not name.rpartition(".")[0].strip("/"):
            continue
        assert name in found, name
        assert told(found[name]) == told(datum), name


def test_indicator_rows_are_read_back(sample: tuple[Evaluation, Evaluation]) -> None:
    wanted, found = sample
    for form, again in zip(wanted.forms, found.forms, strict=True):
        rows = [row for row in form.indicators if row.actual or row.score]
        assert [row.path for row in again.indicators if row.actual or row.score] == [row.path for row in rows]
        for row, same in zip(rows, [r for r in again.indicators if r.actual or r.score], strict=True):
            for cell in ("target", "actual", "score"):
                datum = getattr(row, cell)
                if datum:
                    assert getattr(same, cell).text == datum.text, (row.path, cell)
                    assert getattr(same, cell).place == datum.place


def test_the_narrative_is_read_back(sample: tuple[Evaluation, Evaluation]) -> None:
    wanted, found = sample
    assert [(entry.path, entry.text.text) for entry in found.narrative] == [(entry.path, entry.text.text) for entry in wanted.narrative]


def test_a_sample_is_marked(sample: tuple[Evaluation, Evaluation]) -> None:
    assert sample[1].sample


def test_a_sample_that_is_read_and_built_again_says_the_same(sample: tuple[Evaluation, Evaluation], tmp_path: Path) -> None:
    build_workbook(sample[1], tmp_path / "again.xlsx")
    before, after = names(sample[1]), names(read_workbook(tmp_path / "again.xlsx"))
    for name, datum in before.items():
        if not datum.blank:
            assert told(after[name]) == told(datum), name
            assert (after[name].formula is None) == (datum.formula is None), name


def test_forms_of_no_scheme_are_built_from_what_was_read(sample: tuple[Evaluation, Evaluation], tmp_path: Path) -> None:
    foreign = read_workbook(FOLDER / "samples" / f"{Path(sample[1].file).stem}.xlsx")
    foreign.scheme = ""
    build_workbook(foreign, tmp_path / "again.xlsx")
    after = names(read_workbook(tmp_path / "again.xlsx"))
    for name, datum in names(foreign).items():
        if not datum.blank and name not in ("方案", "依据", "评价方案"):
            assert told(after[name])[0] == told(datum)[0], name


def parts(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as package:
        return {name: package.read(name) for name in package.namelist()}


@pytest.fixture(scope="module")
def rebuilt(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("workbooks")
    (folder / "samples").mkdir()
    workbooks.blanks(folder)
    workbooks.formulas(folder)
    workbooks.samples(folder / "samples")
    return folder


def test_the_committed_workbooks_are_the_built_ones(rebuilt: Path) -> None:
    made = sorted(path.relative_to(rebuilt) for path in rebuilt.rglob("*.xlsx"))
    assert made == sorted(path.relative_to(FOLDER) for path in FOLDER.rglob("*.xlsx") if not path.name.startswith("~$"))
    for path in made:
        assert parts(rebuilt / path) == parts(FOLDER / path), f"{path} is out of date: run python workbooks/build.py"


def test_what_the_blank_workbooks_work_out_is_told_as_it_is(rebuilt: Path) -> None:
    assert (rebuilt / FILE).read_bytes() == (FOLDER / FILE).read_bytes(), f"{FILE} is out of date: run python workbooks/build.py"


MARKDOWN = [
    ("a heading without text has an entry", "# 一\n## 二\n文", [(("一",), ""), (("一", "二"), "文")]),
    ("a line is a paragraph, blank lines are not", "# 一\n甲\n\n乙\n", [(("一",), "甲\n乙")]),
    ("a comment is left out", "# 一\n<!-- 不要 -->甲\n", [(("一",), "甲")]),
    ("a second heading of a level ends the first", "# 一\n## 二\n# 三\n文", [(("一",), ""), (("一", "二"), ""), (("三",), "文")]),
]


@pytest.mark.parametrize(("text", "expected"), [row[1:] for row in MARKDOWN], ids=[row[0] for row in MARKDOWN])
def test_narrative_source(text: str, expected: list) -> None:
    assert entries(text) == expected


@pytest.mark.parametrize("text", ["文在前", "# 一\n### 三"], ids=["text before a heading", "a level skipped"])
def test_a_wrong_narrative_source_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="heading"):
        entries(text)


def test_a_float_in_a_source_is_refused(tmp_path: Path) -> None:
    source = tmp_path / "x.toml"
    source.write_text('scheme = "liuyang-2021"\nunit = "某"\nyear = 2021\n[base]\nposts = 1.5\n', encoding="utf-8")
    with pytest.raises(ValueError, match="float"):
        read(source)
