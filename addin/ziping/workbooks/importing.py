"""导入决算: the figures of a final account as proposals for 收支与资产 and 基础数据表; nothing that stands there is overwritten."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

from ziping.amounts import Unit, foots
from ziping.evaluation import Datum, Evaluation, Ledger, LedgerLine, Place
from ziping.forms.formula_syntax import Unsupported, parse, references
from ziping.forms.grid import address
from ziping.refusal import Refusal
from ziping.workbooks.accounts import Account, Accounts, read_accounts
from ziping.workbooks.carry import Carried, CarryOver, in_unit, typed_as

# Words of our lines → the figure of the account. Sections keep lines of the same words apart.
_INCOME = {
    "收入合计": "本年收入", "本年收入": "本年收入", "本年收入合计": "本年收入", "财政拨款收入": "财政拨款收入", "财政补助收入": "财政拨款收入", "其他收入": "其他收入",
    "事业收入": "事业收入", "经营收入": "经营收入", "上级补助收入": "上级补助收入", "附属单位上缴收入": "附属单位上缴收入", "上年结转": "年初结转和结余", "年初结转和结余": "年初结转和结余",
}  # fmt: skip
_EXPENDITURE = {
    "支出合计": "本年支出", "本年支出": "本年支出", "本年支出合计": "本年支出", "基本支出": "基本支出", "项目支出": "项目支出", "人员经费": "人员经费",
    "日常公用经费": "日常公用经费", "公用经费": "日常公用经费", "结余分配": "结余分配", "年末结转和结余": "年末结转和结余", "经营支出": "经营支出",
}  # fmt: skip
_BALANCES = {"年初结转和结余": "年初结转和结余", "年末结转和结余": "年末结转和结余", "结余分配": "结余分配"}
_RECEPTIONS = {
    "三公经费": "三公经费", "三公经费合计": "三公经费", "因公出国（境）费": "因公出国（境）费", "因公出国费": "因公出国（境）费", "出国经费": "因公出国（境）费",
    "因公出国（境）费用": "因公出国（境）费", "公务用车购置及运行维护费": "公务用车购置及运行维护费", "公务用车购置和维护经费": "公务用车购置及运行维护费", "公务用车购置费": "公务用车购置费",
    "公车购置": "公务用车购置费", "公务用车运行维护费": "公务用车运行维护费", "公车运行维护": "公务用车运行维护费", "公务接待费": "公务接待费", "公务接待": "公务接待费",
}  # fmt: skip
_SECTIONS = {"收入": _INCOME, "支出": _EXPENDITURE, "三公经费": _RECEPTIONS, "预算执行": _BALANCES, "结转结余": _BALANCES}
_MADE = (
    ("收入", "收入合计", "本年收入", ""), ("收入", "财政拨款收入", "财政拨款收入", "收入合计"), ("收入", "上级补助收入", "上级补助收入", "收入合计"),
    ("收入", "事业收入", "事业收入", "收入合计"), ("收入", "经营收入", "经营收入", "收入合计"), ("收入", "附属单位上缴收入", "附属单位上缴收入", "收入合计"),
    ("收入", "其他收入", "其他收入", "收入合计"), ("支出", "支出合计", "本年支出", ""), ("支出", "基本支出", "基本支出", "支出合计"),
    ("支出", "人员经费", "人员经费", "基本支出"), ("支出", "日常公用经费", "日常公用经费", "基本支出"), ("支出", "项目支出", "项目支出", "支出合计"),
    ("结转结余", "年初结转和结余", "年初结转和结余", ""), ("结转结余", "年末结转和结余", "年末结转和结余", ""),
    ("三公经费", "三公经费合计", "三公经费", ""), ("三公经费", "因公出国（境）费", "因公出国（境）费", "三公经费合计"),
    ("三公经费", "公务用车购置及运行维护费", "公务用车购置及运行维护费", "三公经费合计"), ("三公经费", "公务用车购置费", "公务用车购置费", "公务用车购置及运行维护费"),
    ("三公经费", "公务用车运行维护费", "公务用车运行维护费", "公务用车购置及运行维护费"), ("三公经费", "公务接待费", "公务接待费", "三公经费合计"),
)  # fmt: skip


def import_accounts(evaluation: Evaluation, path: Path | str) -> CarryOver:
    """The figures of a final account for the blank cells of an open workbook: `carried` to be written, `kept` where something else stands."""
    return fill_from_accounts(evaluation, read_accounts(path))


def fill_from_accounts(evaluation: Evaluation, accounts: Accounts, make: bool = False) -> CarryOver:
    """Fills blank cells in place. With `make`, a workbook without 收支与资产 gets one of the account's lines.

    A cell with a formula is left to it, and told where it only shows another that is blank or says something else; one that says the same is passed over; one that says something else is kept and listed. Refused
    when the account is another body's or another year's.
    """
    _agree(evaluation, accounts)
    done = CarryOver(notes=list(accounts.notes))
    if evaluation.ledger is None and make:
        evaluation.ledger = _made(accounts, done)
    elif evaluation.ledger is not None:
        for line in evaluation.ledger.lines:
            _ledger_line(evaluation.ledger, line, accounts, done)
    if evaluation.base is not None:
        for line in evaluation.base.lines:
            if line.path[0] not in ("三公经费", "项目支出", "公用经费", "基本支出"):
                continue
            name = _RECEPTIONS.get(line.name) if line.path[0] == "三公经费" else _EXPENDITURE.get(line.name) if len(line.path) == 1 else None
            for attribute, column in (("budget", "预算数"), ("executed", "决算数")):
                account = accounts.get(name, column) if name else None
                what = f"基础数据表 {line.name} 本年{column}"
                setattr(line, attribute, _offer(done, what, account, getattr(line, attribute), evaluation.base.money_unit))
    return done


def _agree(evaluation: Evaluation, accounts: Accounts) -> None:
    ours, theirs = "".join(evaluation.unit.split()), "".join(accounts.unit.split())
    if ours and theirs and ours not in theirs and theirs not in ours:
        raise Refusal(f"决算文件“{accounts.file}”的单位是“{accounts.unit}”，工作簿的单位是“{evaluation.unit}”，两者应当一致，请核对所选的文件。")
    if evaluation.year and accounts.year and evaluation.year != accounts.year:
        raise Refusal(f"决算文件“{accounts.file}”的年度应为 {evaluation.year}，实际为 {accounts.year}，请核对所选的文件。")


def _ledger_line(ledger: Ledger, line: LedgerLine, accounts: Accounts, done: CarryOver) -> None:
    name = _SECTIONS.get(line.section, {}).get(line.name)
    if name is None or line.unit.base != "元":
        return
    if name == "本年收入" and any(other.parent == line.name and other.name.startswith(("上年结转", "年初结转")) for other in ledger.lines):
        name = "总计"  # this form counts what was brought forward as income
    line.current = _offer(done, f"收支与资产 {line.name} 本年数", accounts.get(name), line.current, line.unit)
    if line.section == "三公经费":
        line.budget = _offer(done, f"收支与资产 {line.name} 年初预算数", accounts.get(name, "预算数"), line.budget, line.unit)


def _offer(done: CarryOver, what: str, account: Account | None, present: Datum | None, unit: Unit) -> Datum | None:
    if account is None or present is None:
        return present
    figure = in_unit(account.figure, unit)
    if present.formula is not None:
        source = _shown(present)
        if source is not None and (present.blank or not _same(present, account)):
            done.notes.append(f"{what}由公式取自《{source.sheet}》{source.cell}，没有写入；决算为 {figure}（{account.place}），请照此填写或核对那一格")
        return present
    carried = Carried(f"{what}（{account.table}）", typed_as(figure), account.place, present.place, present.text)
    if present.blank:
        done.carried.append(carried)
        return Datum(carried.text, figure, present.place, label=present.label)
    if not _same(present, account):
        done.kept.append(carried)
    return present


def _same(present: Datum, account: Account) -> bool:
    footing = foots(present.figure, [account.figure]) if present.figure is not None and present.figure.unit.base == "元" else None
    return footing is not None and footing.holds


def _shown(present: Datum) -> Place | None:
    """The one cell that a formula shows, in whatever unit: there its figure is filled in. None for a formula over several."""
    try:
        blocks = set(references(parse(str(present.formula).removeprefix("="))))
    except (Unsupported, RecursionError):
        return None
    block = blocks.pop() if len(blocks) == 1 else None
    if block is None or not block.single or present.place is None:
        return None
    return Place(block.sheet or present.place.sheet, address(block.top, block.left))


def _made(accounts: Accounts, done: CarryOver) -> Ledger | None:
    """A 收支与资产 of the lines that the account has; zero lines are left out, totals stay."""
    unit = next(iter(accounts.figures.values())).figure.unit
    ledger = Ledger("收支与资产", unit)
    for section, name, source, parent in _MADE:
        final, budget = accounts.get(source), accounts.get(source, "预算数") if section == "三公经费" else None
        if final is None or (parent and not final.figure.value and not (budget and budget.figure.value)):
            continue
        kin = {line.name for line in ledger.lines}
        line = LedgerLine(section, name, unit=unit, parent=parent if parent in kin else "", relation="equal")
        for attribute, heading, account in (("current", "本年数", final), ("budget", "年初预算数", budget)):
            if account is not None:
                figure = in_unit(account.figure, unit)
                done.carried.append(Carried(f"收支与资产 {name} {heading}（{account.table}）", typed_as(figure), account.place))
                setattr(line, attribute, Datum(typed_as(figure), figure))
        ledger.lines.append(line)
    _relate(ledger)
    return ledger if ledger.lines else None


def _relate(ledger: Ledger) -> None:
    """Parts that do not add up to their total are 其中 of it."""
    for parent in ledger.lines:
        parts = [line for line in ledger.lines if line.parent == parent.name and line.section == parent.section]
        if parts and parent.current:
            total = sum((part.current.value or Decimal(0) for part in parts if part.current), Decimal(0))
            relation = "equal" if total == parent.current.value else "at_most"
            for part in parts:
                part.relation = relation
