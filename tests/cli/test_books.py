"""The commands that make workbooks out of workbooks, as a person and a script meet them."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from workbooks import final_accounts

from ziping import resources
from ziping.cli import output
from ziping.cli.boundary import run
from ziping.forms import blank, build_workbook, read_workbook
from ziping.surface import BUTTONS

SAMPLES = {path.stem: path for path in resources.samples()}


def call(capsys: pytest.CaptureFixture[str], *arguments: object) -> tuple[int, str, str]:
    capsys.readouterr()
    code = run([str(a) for a in arguments])
    out, err = capsys.readouterr()
    return code, out, err


@pytest.fixture
def book(tmp_path: Path) -> Path:
    path = tmp_path / "自评表.xlsx"
    build_workbook(blank("liuyang-2021", final_accounts.BODY, final_accounts.YEAR), path)
    return path


@pytest.fixture
def account(tmp_path: Path) -> Path:
    path = tmp_path / "决算.xlsx"
    final_accounts.draw(final_accounts.choice(1), path)
    return path


@pytest.fixture
def last(tmp_path: Path) -> Path:
    path = tmp_path / "上年.xlsx"
    evaluation = read_workbook(SAMPLES["liuyang-2020-corrected"])
    evaluation.unit = final_accounts.BODY
    build_workbook(evaluation, path)
    return path


def test_adopt_writes_a_workbook_and_says_what_it_recognised(capsys, tmp_path: Path) -> None:
    out = tmp_path / "自评.xlsx"
    code, said, err = call(capsys, "adopt", SAMPLES["liuyang-2021"], "-o", out, "--json")
    assert code == 0
    assert json.loads(said)["unit"] == read_workbook(SAMPLES["liuyang-2021"]).unit
    assert "整体自评表" in err
    assert out.exists()


def test_add_project(capsys, book: Path, tmp_path: Path) -> None:
    code, said, err = call(capsys, "add-project", book, "--name", "数据平台", "-o", tmp_path / "增.xlsx")
    assert (code, "数据平台" in [form.project.text for form in read_workbook(tmp_path / "增.xlsx").projects if form.project]) == (0, True)
    assert "项目自评表" in said
    assert "工作簿已写入" in err


def test_carry_over_fills_last_years_figures(capsys, book: Path, last: Path, tmp_path: Path) -> None:
    code, said, err = call(capsys, "carry-over", book, "--from", last, "-o", tmp_path / "带.xlsx", "--yes", "--json")
    assert (code, json.loads(said)["written"]) == (0, True)
    assert re.search(r"将写入 基础数据表!B\d+ ", err)
    posts = read_workbook(last).base.posts
    assert read_workbook(tmp_path / "带.xlsx").base.posts.value == posts.value


def test_import_accounts_fills_this_years_figures(capsys, book: Path, account: Path, tmp_path: Path) -> None:
    code, said, _ = call(capsys, "import-accounts", book, "--accounts", account, "-o", tmp_path / "带.xlsx", "--yes", "--json")
    assert (code, json.loads(said)["written"]) == (0, True)
    wanted = final_accounts.expected(final_accounts.choice(1))["公务接待费", "决算数"]
    line = next(line for line in read_workbook(tmp_path / "带.xlsx").base.lines if line.name == "公务接待")
    assert line.executed.figure.quantity.value == wanted * (1 if final_accounts.choice(1).unit == "元" else 10000)


def test_nothing_is_written_without_agreement(capsys, monkeypatch, book: Path, account: Path, tmp_path: Path) -> None:
    monkeypatch.setattr("typer.confirm", lambda *_, **__: False)
    code, _, err = call(capsys, "import-accounts", book, "--accounts", account, "-o", tmp_path / "带.xlsx")
    assert (code, (tmp_path / "带.xlsx").exists()) == (0, False)
    assert "没有写出文件" in err


def test_repair_links_without_anything_to_repair(capsys, book: Path, tmp_path: Path) -> None:
    code, said, err = call(capsys, "repair-links", book, "-o", tmp_path / "修.xlsx")
    assert (code, (tmp_path / "修.xlsx").exists()) == (0, False)
    assert (said.strip(), err.strip()) == ("没有需要修复的 PERF 公式。", "没有写出文件。")


# what follows the command, whether stdout is a terminal, and whether the list stands on stdout and beside the question on stderr
ASKED = [
    ("it asks, and the list goes into a file", [], False, True, True),
    ("it asks in the terminal where the list is", [], True, True, False),
    ("it does not ask", ["--yes"], False, True, False),
    ("the record is on stdout", ["--json"], False, False, True),
    ("the record is on stdout, and it does not ask", ["--json", "--yes"], False, False, True),
]


@pytest.mark.parametrize("command", ["import-accounts", "adopt"])
@pytest.mark.parametrize(("more", "terminal", "out", "beside"), [row[1:] for row in ASKED], ids=[row[0] for row in ASKED])
def test_nobody_is_asked_about_what_she_cannot_see(
    capsys, monkeypatch, book: Path, account: Path, tmp_path: Path, command: str, more: list[str], terminal: bool, out: bool, beside: bool,
) -> None:  # fmt: skip
    monkeypatch.setattr("typer.confirm", lambda *_, **__: True)
    monkeypatch.setattr(output.results, "_force_terminal", terminal)
    code, said, err = call(capsys, command, book, "--accounts", account, "-o", tmp_path / "带.xlsx", *more)
    listed = re.compile("将(?:写入|带入) ")
    assert (code, bool(listed.search(said)), bool(listed.search(err))) == (0, out, beside)


def test_that_there_is_nothing_to_carry_over_is_a_result(capsys, book: Path, tmp_path: Path) -> None:
    build_workbook(blank("liuyang-2021", final_accounts.BODY, final_accounts.YEAR - 1), tmp_path / "空.xlsx")
    code, said, err = call(capsys, "carry-over", book, "--from", tmp_path / "空.xlsx", "-o", tmp_path / "带.xlsx")
    assert code == 0
    assert "没有可以带入的数据。" in said
    assert err.strip() == "没有写出文件。"


REFUSED = [
    ("adopt", lambda _book, other: ["adopt", other, "-o"], "没有认出"),
    ("add-project", lambda _book, other: ["add-project", other, "-o"], "没有认出"),
    ("carry-over from another body", lambda book, _other: ["carry-over", book, "--from", SAMPLES["liuyang-2020"], "--yes", "-o"], "一致"),
    ("import-accounts from something else", lambda book, other: ["import-accounts", book, "--accounts", other, "--yes", "-o"], "决算"),
]


@pytest.mark.parametrize(("arguments", "words"), [row[1:] for row in REFUSED], ids=[row[0] for row in REFUSED])
def test_refusals_are_one_sentence_and_write_nothing(capsys, book: Path, tmp_path: Path, arguments, words: str) -> None:
    import openpyxl

    other = tmp_path / "通讯录.xlsx"
    made = openpyxl.Workbook()
    made.active.append(["姓名", "电话"])
    made.save(other)
    code, _, err = call(capsys, *arguments(book, other), tmp_path / "出.xlsx")
    lines = [line for line in err.splitlines() if line.strip()]
    assert (code, len(lines), (tmp_path / "出.xlsx").exists()) == (2, 1, False), err
    assert re.search(words, lines[0])
    assert lines[0].endswith("。")


@pytest.mark.parametrize("command", ["adopt", "add-project", "carry-over", "import-accounts", "finalize", "recalculate", "repair-links"])
def test_the_input_is_never_the_output(capsys, book: Path, account: Path, last: Path, command: str) -> None:
    more = {"carry-over": ["--from", last], "import-accounts": ["--accounts", account]}.get(command, [])
    before = book.read_bytes()
    code, _, err = call(capsys, command, book, *more, "-o", book, "--force")
    assert (code, book.read_bytes() == before) == (2, True)
    assert "输入文件" in err


def test_every_button_that_makes_a_workbook_has_its_command() -> None:
    from ziping.cli.books import COMMANDS

    commands = {name for _, name, _ in COMMANDS}
    assert commands == {button.command for button in BUTTONS if button.group in ("填报", "送审")} | {"recalculate"}
