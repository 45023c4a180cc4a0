"""A real window: the menu and the toolbar are there, 校验 and 导出报告 are pressed with the mouse, what comes of it is photographed."""

from __future__ import annotations

import os
import time
import zipfile
from collections.abc import Iterator
from contextlib import ExitStack, suppress
from pathlib import Path

import pytest
from nameless import nameless
from workbooks import final_accounts

from calc import screen
from calc.office import OUTPUT, ROOT, Office, Person, wait_for
from calc.screen import Screen
from ziping.evaluation import Place
from ziping.forms import blank, build_workbook, read_workbook
from ziping.functions import perf_score
from ziping.standards import NotScorable
from ziping.surface import BUTTONS
from ziping.workbooks import import_accounts_file

SAMPLE = ROOT / "workbooks" / "samples" / "liuyang-2020-corrected.xlsx"


@pytest.fixture(scope="module")
def desk(person: Person) -> Iterator[tuple[Screen, Office]]:
    """A screen with the sample open in a window."""
    lacking = screen.missing()
    if lacking:
        if os.environ.get("CI"):
            pytest.fail(f"{lacking}: continuous integration leaves none of these tests out")
        pytest.skip(f"LEFT OUT: no {lacking}, the window of Calc is not tested here")
    sitting = Person(person.home.parent / "window")
    installed = sitting.unopkg("add", sitting.copy(person.home.parent / "ziping.oxt"))
    assert installed.returncode == 0, installed.stderr
    with ExitStack() as ended:
        shown = Screen()
        ended.callback(shown.end)
        office = Office(sitting, **shown.environment)
        ended.callback(office.end)
        office.open(str(sitting.own(nameless(SAMPLE, sitting.home))))  # the pictures name no body
        for place, points, target, actual in scored_rows():
            office.put(place.sheet, place.cell, f"=PERF_SCORE({points};{target};{actual})")  # the scores that the sample states as figures
        shown.fit(wait_for(lambda: shown.windows(SAMPLE.stem))[-1])
        shown.click(900, 700)  # the toolbars take their places with the first movement of the mouse
        yield shown, office


def scored_rows() -> Iterator[tuple[Place, str, str, str]]:
    """The project form's scores that the core gives from the words beside them: the score's cell, and the cells of its arguments."""
    for row in read_workbook(SAMPLE).projects[0].indicators:
        cells = (row.score, row.points, row.target, row.actual)
        if all(cell is not None and cell.place is not None for cell in cells) and row.points.value is not None:
            with suppress(NotScorable):
                if perf_score(row.points.value, row.target.text, row.actual.text) != "":
                    yield row.score.place, row.points.place.cell, row.target.place.cell, row.actual.place.cell


def place_of(office: Office, label: str) -> tuple[int, int]:
    """Where a button lies, once it lies still."""
    before = None
    for _ in range(20):
        found = office.button(label)
        if found == before and len(found) == 2 and isinstance(found[0], int):
            return found[0], found[1]
        before = found
        time.sleep(0.4)
    raise AssertionError(f"no button {label}: {before}")


def answer(shown: Screen, photograph: Path | None = None) -> None:
    """Waits for the box that tells or asks something, and takes its first answer."""
    box = wait_for(lambda: shown.windows("绩效自评"))[-1]
    if photograph is not None:
        time.sleep(1)
        shown.shot(photograph)
    shown.run("xdotool", "windowfocus", box)
    shown.keys("Return")
    wait_for(lambda: box not in shown.windows("绩效自评"))


def choose(shown: Screen, title: str, file: Path, photograph: Path | None = None) -> None:
    """Types a file into the dialog that asks for one; again where keys were lost on a busy machine and the dialog still asks."""
    picker = wait_for(lambda: shown.windows(title))[-1]
    for attempt in range(3):
        time.sleep(1 + 2 * attempt)
        shown.run("xdotool", "windowfocus", picker)
        shown.keys("ctrl+a")
        shown.type(str(file))
        if photograph is not None:
            shown.shot(photograph)
        shown.keys("Return")
        with suppress(AssertionError):
            wait_for(lambda: picker not in shown.windows(title), 15)
            return
    raise AssertionError(f"the dialog {title} still asks")


def test_the_toolbar_has_every_button_in_order(desk: tuple[Screen, Office]) -> None:
    shown, office = desk
    places = [place_of(office, button.label) for button in BUTTONS]
    assert places == sorted(places)
    rows = list(scored_rows())
    office.activate("项目自评表1")
    office.select("项目自评表1", rows[0][0].cell)
    time.sleep(1)
    assert len(rows) > 3
    assert not any(office.get(place.sheet, place.cell)["error"] for place, *_ in rows)
    shown.shot(OUTPUT / "scores.png")


def test_the_menu_opens_with_every_button_and_takes_a_click(desk: tuple[Screen, Office]) -> None:
    shown, office = desk
    title, *entries = office.menu("绩效自评")
    assert [name for name, *_ in entries] == [button.label for button in BUTTONS]
    shown.click(*title[1:])
    opened = wait_for(lambda: [each for each in office.menu("绩效自评")[1:] if each[2] > title[2]])
    shown.shot(OUTPUT / "menu.png")
    shown.click(*next(place for name, *place in opened if name == "关于"))
    answer(shown)


def test_check_pressed_with_the_mouse_writes_the_findings(desk: tuple[Screen, Office]) -> None:
    shown, office = desk
    shown.click(*place_of(office, "校验"))
    wait_for(lambda: "校验结果" in office.sheets(), 90)
    answer(shown, OUTPUT / "check-told.png")
    time.sleep(1)
    shown.shot(OUTPUT / "findings.png")
    assert office.active_sheet() == "校验结果"
    assert office.get("校验结果", "A1")["text"].startswith("校验结果：")


def test_report_pressed_with_the_mouse_is_written_and_opened(desk: tuple[Screen, Office]) -> None:
    shown, office = desk
    target = Path(office.person.home) / "mouse.docx"
    shown.click(*place_of(office, "导出报告"))
    choose(shown, "导出报告", target, OUTPUT / "report-asks.png")
    wait_for(target.exists, 90)
    wait_for(lambda: shown.windows("绩效自评"))
    assert zipfile.is_zipfile(target)
    assert any(url.endswith("mouse.docx") for url in office.documents())
    writer = wait_for(lambda: shown.windows("mouse"))[-1]
    answer(shown)
    shown.fit(writer)
    shown.run("xdotool", "windowraise", writer)
    time.sleep(2)
    shown.shot(OUTPUT / "report.png")


def test_accounts_are_chosen_agreed_to_and_written(desk: tuple[Screen, Office]) -> None:
    """导入决算 as a person does it: the file chosen, every figure shown before it is written, the file on disk as it was."""
    shown, office = desk
    book, accounts = office.person.home / "待填.xlsx", office.person.home / "accounts.xlsx"  # signs that a keyboard has: others are typed by changing its map, which a busy machine misses
    build_workbook(blank("liuyang-2021", final_accounts.BODY, final_accounts.YEAR), book)
    final_accounts.draw(final_accounts.choice(1), accounts)
    before, wanted = book.read_bytes(), import_accounts_file(book, office.person.own(accounts)).carried
    office.open(str(office.person.own(book)))
    window = wait_for(lambda: shown.windows(book.stem))[-1]
    shown.fit(window)
    shown.run("xdotool", "windowraise", window)
    shown.click(900, 700)
    shown.click(*place_of(office, "导入决算"))
    choose(shown, "选择部门决算导出文件", accounts)
    wait_for(lambda: shown.windows("绩效自评"))
    assert not office.modified()
    answer(shown, OUTPUT / "accounts-asked.png")  # the first answer is 是; what was done is told in a box of the same name
    answer(shown)
    office.activate("基础数据表")
    time.sleep(1)
    shown.shot(OUTPUT / "accounts.png")
    for entry in wanted:
        assert office.get(entry.target.sheet, entry.target.cell)["type"] == "VALUE", entry.target
    assert office.modified()
    assert book.read_bytes() == before
