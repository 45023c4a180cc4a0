"""Names from outside in every place a command takes one: of files and folders, of bodies, projects, templates and schemes, and as figures.

Every command ends with 0, 1 or 2 and without a traceback, writes nothing when it refuses and nothing outside its folder, and what it shows
does not speak to the terminal. What it writes holds the name as a text.
"""

from __future__ import annotations

import shutil
import zipfile
from pathlib import Path

import openpyxl
import pytest
from hostile.commands import digest, listing, run_all
from hostile.inputs import SAMPLE

NAMES = [
    ("a call of a program", "=cmd|'/C calc'!A0"),
    ("a sum", "@SUM(1+1)"),
    ("a minus", "-1+1"),
    ("a reference to another file", "[1]表!A1"),
    ("a path upwards", "../../../x"),
    ("a path of Windows", "C:\\..\\x"),
    ("a device of Windows", "CON"),
    ("an address", "https://127.0.0.1/?a=1#b"),
    ("a shell's signs", "$(touch x);`id`|&"),
    ("quotes and brackets", "'a\"b'[c]{d}%s"),
    ("line ends and tabs", "a\nb\rc\td"),
    ("a terminal's commands", "a\x1b[31m\x1b]0;x\x07\x9bb"),
    ("marks of the reading direction", "表\u202e\u2066\u200f格"),
    ("signs without width", "表\u200b\ufeff\u00ad格"),
    ("a hundred accents on one letter", "e" + "\u0301" * 100),
    ("signs beyond the basic plane", "𠮷👨‍👩‍👧"),
    ("bytes that are no text", "表\udcff\udcfe"),
    ("template language", "{{ 7*7 }}{% raw %}"),
    ("colours of the terminal's language", "[red]x[/red][link=x]"),
    ("Excel's escapes", "_x0000__x000D_"),
    ("blanks at the ends", " 表 "),
    ("eighty signs", "长" * 80),
]
SENTENCE = "全年支出合计812.40万元，其中：基本支出300.15万元，项目支出521.25万元。"


def commands(name: str, place: Path, out: Path) -> list[list[str]]:
    """`place` holds a workbook, a broken one and a text, each under the name as far as a file system takes it."""
    file = name.replace("/", "／")
    book, broken, text = place / f"{file}.xlsx", place / f"{file}坏.xlsx", place / f"{file}.txt"
    shutil.copy(SAMPLE, book)
    broken.write_bytes(b"x")
    text.write_text(f"一、{name}\n{SENTENCE}", encoding="utf-8", errors="replace")
    return [[str(word) for word in words] for words in (
        ["rollup", place, "-o", out / "汇总.xlsx", "--letters", out / "意见", "--json"], ["rollup", name, "-o", out / "无.xlsx"],
        ["read", book, "--json"], ["read", book, "--explain"], ["read", name], ["check", book, "--json", "-o", out / "校验.xlsx"], ["check", book, "--explain"],
        ["check", broken], ["check", book, "--last", broken], ["report", book, "-o", out / f"{file}.docx"],
        ["report", book, "-o", out / "无.docx", "--template", name], ["prose", text, "-o", out / "勘误.docx"],
        ["adopt", book, "-o", out / f"{file}采用.xlsx", "--yes"], ["finalize", book, "-o", out / f"{file}送审.xlsx", "--force"],
        ["new", out / f"{file}新.xlsx", "--scheme", "liuyang-2021", "--unit", name, "--year", "2022"],
        ["new", out / "无.xlsx", "--scheme", name, "--unit", name, "--year", "2022"], ["add-project", book, "-o", out / "加.xlsx", "--name", name],
        ["recalculate", book, "-o", out / "重算.xlsx"], ["repair-links", book, "-o", out / "修复.xlsx"],
        ["carry-over", book, "--from", book, "-o", out / "带入.xlsx", "--yes"], ["import-accounts", book, "--accounts", text, "-o", out / "决算.xlsx", "--yes"],
        ["score", "--points", name, "--target", name, "--actual", name, "--standard", name],
        ["score", "--points", "5", "--target", name, "--actual", name, "--standard", name, "--json"], [name], ["check", book, f"--{name}"],
    )]  # fmt: skip


@pytest.mark.parametrize("name", [row[1] for row in NAMES], ids=[row[0] for row in NAMES])
def test_every_command_with(name: str, tmp_path: Path) -> None:
    place, out = tmp_path / "in", tmp_path / "out"
    place.mkdir()
    out.mkdir()
    wanted = commands(name, place, out)
    before = {path: digest(path) for path in place.iterdir()}
    for words, said in zip(wanted, run_all(wanted, tmp_path), strict=True):
        assert said.code in (0, 1, 2), (words[0], said.err)
        assert "Traceback" not in said.err + said.out, words[0]
        assert "程序内部出错" not in said.err, words[0]
        for sign in "\x1b\x07\x9b\r\u202e\u2066":
            assert sign not in said.err, (words[0], sign)
        assert all(path.startswith("out/") for path in said.written), said.written
        if said.code == 2:
            assert said.written == [], words[0]
            assert words[0] == "score" or len([line for line in said.err.splitlines() if line.strip()]) == 1, (words[0], said.err)
    assert {path: digest(path) for path in place.iterdir()} == before
    assert {path.split("/")[0] for path in listing(str(tmp_path))} <= {"in", "out"}
    for made in out.glob("*.xlsx"):
        book = openpyxl.load_workbook(made)
        formulas = [cell.value for sheet in book for row in sheet.iter_rows() for cell in row if cell.data_type == "f"]
        assert not [formula for formula in formulas if "calc" in str(formula)], made.name
    for made in out.rglob("*.docx"):
        with zipfile.ZipFile(made) as archive:
            assert b">49<" not in archive.read("word/document.xml")
