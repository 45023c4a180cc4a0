"""The figures of a final account are found by the headings of its tables, however they are laid out, and never overwrite anything."""

from __future__ import annotations

import shutil
import subprocess
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest
from workbooks import final_accounts

from ziping.amounts import WAN_YUAN, YUAN, Unit
from ziping.evaluation import BaseData, BaseLine, Datum, Evaluation, Ledger, LedgerLine, Place, typed
from ziping.refusal import Refusal
from ziping.workbooks import fill_from_accounts, read_accounts
from ziping.workbooks.accounts import Account, Accounts


def told(accounts: Accounts) -> dict[tuple[str, str], Decimal]:
    return {name: account.figure.value for name, account in accounts.figures.items() if account.figure.value}


@pytest.mark.parametrize("seed", range(80))
def test_an_account_is_read_exactly_however_it_is_drawn(seed: int, tmp_path: Path) -> None:
    how = final_accounts.choice(seed)
    final_accounts.draw(how, tmp_path / "决算.xlsx")
    accounts = read_accounts(tmp_path / "决算.xlsx")
    read, wanted = told(accounts), final_accounts.expected(how)
    assert {name: read.get(name) for name in wanted} == wanted, how
    assert (accounts.unit, accounts.year, accounts.notes) == (final_accounts.BODY, final_accounts.YEAR, [])
    assert {account.figure.unit.text for account in accounts.figures.values()} == {how.unit}


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed: .xls accounts are not tried")
def test_an_xls_account_reads_like_the_xlsx(tmp_path: Path) -> None:
    seeds = range(4)
    for seed in seeds:
        final_accounts.draw(final_accounts.choice(seed), tmp_path / f"{seed}.xlsx")
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    made = [str(tmp_path / f"{seed}.xlsx") for seed in seeds]
    subprocess.run(["soffice", profile, "--headless", "--convert-to", "xls", "--outdir", str(tmp_path), *made], check=True, capture_output=True, timeout=240)
    for seed in seeds:
        assert told(read_accounts(tmp_path / f"{seed}.xls")) == told(read_accounts(tmp_path / f"{seed}.xlsx"))


def book(rows: list[list[object]], path: Path, name: str = "收入支出决算总表") -> Path:
    made = openpyxl.Workbook()
    made.active.title = name
    for row in rows:
        made.active.append(row)
    made.save(path)
    return path


HEAD = [["收入支出决算总表"], ["部门：某局", None, None, "金额单位：万元"], ["项目", "决算数", "项目", "决算数"]]
BODY = [["本年收入合计", 10.5, "本年支出合计", 10.25], ["年初结转和结余", 1, "年末结转和结余", 1.25]]


def test_a_table_without_a_unit_of_money_is_not_read(tmp_path: Path) -> None:
    assert told(read_accounts(book(HEAD + BODY, tmp_path / "有.xlsx")))["本年收入", "决算数"] == Decimal("10.5")
    with pytest.raises(Refusal, match="没有写明金额单位"):
        read_accounts(book([HEAD[0], ["部门：某局"], HEAD[2], *BODY], tmp_path / "无.xlsx"))


def test_a_workbook_without_such_tables_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Refusal, match="没有认出部门决算的表"):
        read_accounts(book([["通讯录"], ["姓名", "电话"]], tmp_path / "a.xlsx", "通讯录"))


@pytest.mark.parametrize("copies", [1, 2])
def test_a_figure_that_two_tables_give_differently_is_not_used(copies: int, tmp_path: Path) -> None:
    """Nor where a third table says the same as one of them."""
    path = book(HEAD + BODY, tmp_path / "a.xlsx")
    made = openpyxl.load_workbook(path)
    rows = [["支出决算表"], ["金额单位：万元"], ["项目", "本年支出合计", "基本支出", "项目支出"], ["合计", 10.27, 4, 6.27]]
    for _ in range(copies):
        sheet = made.create_sheet("支出决算表")
        for row in rows:
            sheet.append(row)
    made.save(path)
    accounts = read_accounts(path)
    assert accounts.get("本年支出") is None
    assert accounts.get("基本支出") is not None
    assert any("本年支出" in note and "不一致" in note for note in accounts.notes)


def test_a_table_that_names_two_units_is_not_read(tmp_path: Path) -> None:
    with pytest.raises(Refusal, match="不止一个"):
        read_accounts(book([HEAD[0], ["部门：某局", "单位：元", None, "金额单位：万元"], HEAD[2], *BODY], tmp_path / "a.xlsx"))


RECEPTIONS = [("the parts give the total", 6.03, True), ("within the rounding of four figures", 6.01, True), ("beyond it", 6.0, False)]


@pytest.mark.parametrize(("total", "used"), [row[1:] for row in RECEPTIONS], ids=[row[0] for row in RECEPTIONS])
def test_parts_and_total_that_do_not_agree_are_not_used(total: float, used: bool, tmp_path: Path) -> None:
    rows = [["三公经费支出决算表"], ["金额单位：万元"], ["项目", "预算数", "决算数"]]
    rows += [["合计", 6, total], ["因公出国（境）费", 1, 1.01], ["公务用车购置及运行费", 2, 2.01], ["公务接待费", 3, 3.01]]
    made = openpyxl.load_workbook(book(rows, tmp_path / "a.xlsx", "三公经费支出决算表"))
    for line in made.active["B4:C7"]:
        for cell in line:
            cell.number_format = "0.00"
    made.active["C4"].value = total
    made.save(tmp_path / "a.xlsx")
    accounts = read_accounts(tmp_path / "a.xlsx")
    assert (accounts.get("三公经费") is not None, accounts.get("公务接待费") is not None) == (used, used)
    assert accounts.get("公务接待费", "预算数").figure.value == 3
    assert bool(accounts.notes) is not used


TABLES = [
    ("a line", HEAD + BODY, "B4", "本年收入"),
    ("a column over 合计", [["支出决算表"], ["金额单位：万元"], ["项目", "本年支出合计", "基本支出", "项目支出"], ["合计", 10.25, 4, 6.25]], "C4", "基本支出"),
    ("a line of 三公经费", [["三公经费支出决算表"], ["金额单位：万元"], ["项目", "预算数", "决算数"], ["公务接待费", 3, 3.01]], "C4", "公务接待费"),
]


@pytest.mark.parametrize(("rows", "cell", "name"), [row[1:] for row in TABLES], ids=[row[0] for row in TABLES])
@pytest.mark.parametrize(("shows", "why"), [("0.00", ""), ("0.0,", "以哪个数为准无从判断"), ("#REF!", "显示错误值 #REF!")])
def test_a_figure_that_cannot_be_used_is_told(rows: list, cell: str, name: str, shows: str, why: str, tmp_path: Path) -> None:
    """A format that shows another number than the cell holds, and an error value."""
    made = openpyxl.load_workbook(book(rows, tmp_path / "a.xlsx", rows[0][0]))
    if shows.startswith("#"):
        made.active[cell].value = shows
    else:
        made.active[cell].number_format = shows
    made.save(tmp_path / "a.xlsx")
    accounts = read_accounts(tmp_path / "a.xlsx")
    assert (accounts.get(name) is None) is bool(why)
    assert [why in note and str(Place(rows[0][0], cell)) in note for note in accounts.notes] == [True] * bool(why)


def test_a_figure_that_another_table_gives_is_used(tmp_path: Path) -> None:
    made = openpyxl.load_workbook(book(HEAD + BODY, tmp_path / "a.xlsx"))
    made.active["D4"].number_format = "0.0,"
    sheet = made.create_sheet("支出决算表")
    for row in TABLES[1][1]:
        sheet.append(row)
    made.save(tmp_path / "a.xlsx")
    accounts = read_accounts(tmp_path / "a.xlsx")
    assert (accounts.get("本年支出").figure.value, accounts.notes) == (Decimal("10.25"), [])


# ---------------------------------------------------------------------------------------------------------------
# Into the workbook


def account(name: str, value: str, unit: Unit = WAN_YUAN, column: str = "决算数") -> Account:
    return Account(name, typed(value, unit).figure, Place("收入支出决算总表", "C9"), "收入支出决算总表", column)


def evaluation(present: Datum, unit: Unit = WAN_YUAN, section: str = "收入", name: str = "收入合计") -> Evaluation:
    return Evaluation(unit="某局", year=2021, ledger=Ledger("收支与资产", lines=[LedgerLine(section, name, current=present, unit=unit)]))


AT = Place("收支与资产", "F4")
FILLING = [
    ("a blank cell takes the figure", Datum(place=AT), account("本年收入", "10.50"), WAN_YUAN, "10.50", 1, 0),
    ("元 become 万元 with two decimals", Datum(place=AT), account("本年收入", "104965.00", YUAN), WAN_YUAN, "10.50", 1, 0),
    ("万元 become 元 exactly", Datum(place=AT), account("本年收入", "10.4965"), YUAN, "104965", 1, 0),
    ("the same within rounding is passed over", Datum("10.50", typed("10.50", WAN_YUAN).figure, AT), account("本年收入", "104950", YUAN), WAN_YUAN, "10.50", 0, 0),
    ("just beyond rounding is kept and listed", Datum("10.50", typed("10.50", WAN_YUAN).figure, AT), account("本年收入", "104949", YUAN), WAN_YUAN, "10.50", 0, 1),
    ("a zero is a figure", Datum("0", typed("0", WAN_YUAN).figure, AT), account("本年收入", "10.50"), WAN_YUAN, "0", 0, 1),
    ("a formula is left alone", Datum(place=AT, formula="=SUM(F5:F6)"), account("本年收入", "10.50"), WAN_YUAN, "", 0, 0),
]


@pytest.mark.parametrize(("present", "offered", "unit", "after", "carried", "kept"), [row[1:] for row in FILLING], ids=[row[0] for row in FILLING])
def test_what_is_filled(present: Datum, offered: Account, unit: Unit, after: str, carried: int, kept: int) -> None:
    ours = evaluation(present, unit)
    accounts = Accounts("决算.xlsx", "某局", 2021, {("本年收入", "决算数"): offered})
    done = fill_from_accounts(ours, accounts)
    assert ours.ledger.lines[0].current.text == after
    assert (len(done.carried), len(done.kept)) == (carried, kept)
    assert all(entry.target == AT and entry.source == offered.place for entry in [*done.carried, *done.kept])


LINKS = [
    ("a blank cell that shows another is told with that one", Datum(place=AT, formula="=IF('整体'!$F$5=\"\",\"\",ROUND('整体'!$F$5/10000,2))"), True),
    ("one that shows something else, too", Datum("10.48", typed("10.48", WAN_YUAN).figure, AT, formula="='整体'!F5"), True),
    ("one that says the same is not", Datum("10.50", typed("10.50", WAN_YUAN).figure, AT, formula="='整体'!F5"), False),
    ("a sum gets its figure from its parts", Datum(place=AT, formula="=SUM(F5:F6)"), False),
]


@pytest.mark.parametrize(("present", "told"), [row[1:] for row in LINKS], ids=[row[0] for row in LINKS])
def test_what_a_formula_shows_is_told_where_it_is_filled_in(present: Datum, told: bool) -> None:
    done = fill_from_accounts(evaluation(present), Accounts("决算.xlsx", "某局", 2021, {("本年收入", "决算数"): account("本年收入", "10.50")}))
    assert [("《整体》F5" in note, "决算为 10.50万元" in note) for note in done.notes] == [(True, True)] * told


def test_income_with_the_balance_brought_forward_takes_the_grand_total() -> None:
    ours = evaluation(Datum(place=AT))
    ours.ledger.lines.append(LedgerLine("收入", "上年结转", parent="收入合计", current=Datum()))
    figures = {("本年收入", "决算数"): account("本年收入", "10"), ("总计", "决算数"): account("总计", "12"), ("年初结转和结余", "决算数"): account("年初结转和结余", "2")}
    fill_from_accounts(ours, Accounts("决算.xlsx", figures=figures))
    assert [line.current.text for line in ours.ledger.lines] == ["12", "2"]


def test_the_base_form_takes_budget_and_final_figures() -> None:
    line = BaseLine(("三公经费", "公务接待"), last_year=Datum(), budget=Datum(), executed=Datum())
    ours = Evaluation(unit="某局", base=BaseData("基础数据表", lines=[line]))
    figures = {("公务接待费", column): account("公务接待费", value, column=column) for column, value in (("预算数", "3"), ("决算数", "2.5"))}
    fill_from_accounts(ours, Accounts("决算.xlsx", figures=figures))
    assert (line.budget.text, line.executed.text, line.last_year.text) == ("3", "2.5", "")


@pytest.mark.parametrize(("unit", "year", "words"), [("另一局", 2021, "另一局"), ("某局", 2020, "2020")])
def test_another_bodys_account_is_refused(unit: str, year: int, words: str) -> None:
    with pytest.raises(Refusal, match=words):
        fill_from_accounts(evaluation(Datum(place=AT)), Accounts("决算.xlsx", unit, year, {("本年收入", "决算数"): account("本年收入", "1")}))


def test_a_workbook_without_a_ledger_gets_one_of_the_accounts_lines(tmp_path: Path) -> None:
    how = final_accounts.choice(1)
    final_accounts.draw(how, tmp_path / "决算.xlsx")
    ours = Evaluation(unit=final_accounts.BODY, year=final_accounts.YEAR)
    fill_from_accounts(ours, read_accounts(tmp_path / "决算.xlsx"), make=True)
    wanted = final_accounts.expected(how)
    assert ours.ledger.line("支出", "支出合计").current.value == wanted["本年支出", "决算数"]
    assert ours.ledger.line("支出", "项目支出").parent == "支出合计"
