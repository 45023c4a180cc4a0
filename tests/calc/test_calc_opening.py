"""Formulas that a file holds under another spelling are bound on opening; the officer is told once and nothing waits for her."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from calc import spellings
from calc.office import Office, Person

ROWS = {name: number for number, name in enumerate(spellings.SPELLINGS, 1)}


@pytest.fixture(scope="module")
def book(person: Person, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("spellings") / "spellings.xlsx"
    spellings.write(path)
    return person.copy(path)


@pytest.mark.parametrize("name", spellings.SPELLINGS)
def test_every_spelling_computes_after_opening(name: str, book: Path, office: Office) -> None:
    office.open(str(book))
    office.recalculate()
    cell = office.get(spellings.SHEET, f"C{ROWS[name]}")
    assert (cell["text"], cell["error"]) == (spellings.POINTS, 0)
    assert "PERFSCORE(" in cell["formula"]


def test_the_officer_is_told_once_and_the_file_is_hers_to_save(book: Path, office: Office) -> None:
    before = book.read_bytes()
    office.open(str(book))
    assert office.infobar()
    assert office.modified()
    assert office.undo_titles() == ["绩效自评：修复公式链接"]
    assert office.press("repair-links") == "没有需要修复的 PERF 公式。"
    assert book.read_bytes() == before


def test_a_book_without_lost_formulas_opens_silently(person: Person, office: Office) -> None:
    from calc.conftest import SAMPLES

    office.open(str(person.copy(SAMPLES[0])))
    assert not office.infobar()
    assert not office.modified()


def test_saved_again_the_formulas_are_stored_by_their_names(book: Path, office: Office, person: Person) -> None:
    office.open(str(book))
    target = person.home / "rebound.xlsx"
    office.save_as(str(target))
    with zipfile.ZipFile(target) as archive:
        sheet = archive.read("xl/worksheets/sheet1.xml").decode()
    assert sheet.count("PERF_SCORE(") == len(spellings.SPELLINGS) + 1
    assert not [sign for sign in ("_xll", "_xldudf", "_xlfn.PERF", "[1]", ".xlam", "perf_score") if sign in sheet]


def test_formulas_survive_a_libreoffice_without_the_extension(book: Path, office: Office, person: Person) -> None:
    """An .ods written where nothing is bound, with the links lost on the way."""
    bare = Person(person.home.parent / "bare")
    source = bare.copy(book, "bare.xlsx")
    other = Office(bare, "--headless")
    try:
        other.open(str(source))
        other.save_as(str(bare.home / "bare.ods"), "calc8")
    finally:
        other.end()
    office.open(str(person.copy(bare.home / "bare.ods")))
    office.recalculate()
    for name, row in ROWS.items():
        assert office.get(spellings.SHEET, f"C{row}")["text"] == spellings.POINTS, name


def test_a_protected_sheet_is_left_alone_and_named(office: Office) -> None:
    office.open()
    sheet = office.sheets()[0]
    office.put(sheet, "A1", "=_xll.perf_score(10;1;1)")
    office.protect(sheet)
    said = office.press("repair-links")
    assert sheet in said
    assert "受保护" in said
    assert office.get(sheet, "A1")["error"]
