"""Forms as bureaus lay them out, read from real .xlsx files: rows and figures right, and hardly anything wrong instead of missing."""

from __future__ import annotations

import re
import shutil
import subprocess
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

import pytest
import xlsxwriter

from ziping.forms.listing import as_record

from .bureaus_counties import COUNTIES
from .bureaus_money import MONEY_BLOCKS
from .bureaus_odd import ODD
from .bureaus_plain import PLAIN
from .bureaus_provinces import PROVINCES
from .bureaus_rare import RARE
from .bureaus_sundry import LAST
from .bureaus_traps import TRAPS
from .bureaus_unfinished import ODDITIES
from .bureaus_wide import WIDE
from .sketch import sketch
from .told_apart import TOLD_APART

FORMS = PLAIN + ODD + RARE + TRAPS + WIDE + ODDITIES + LAST + TOLD_APART + PROVINCES + COUNTIES + MONEY_BLOCKS
ROW = ("level1", "level2", "level3", "target", "actual", "standard", "points", "score", "reason")
FUND = ("initial", "adjusted", "executed", "points", "rate", "score")
_NONE = ("—", "-", "/", "——", "无", "")


@dataclass
class Tally:
    rows: int = 0
    rows_right: int = 0
    figures: int = 0
    figures_right: int = 0
    values: int = 0
    wrong: int = 0

    def __add__(self, other: Tally) -> Tally:
        return Tally(*(getattr(self, name) + getattr(other, name) for name in self.__dataclass_fields__))


def write(path, text: str) -> None:
    """The sketch as a file with merged cells, numbers and percent formats."""
    sheet = sketch(text.replace("~", "'~"))
    with xlsxwriter.Workbook(path) as book:
        page = book.add_worksheet("Sheet1")
        covered = {(r, c): span for span in sheet.merges for r in range(span[0], span[2] + 1) for c in range(span[1], span[3] + 1)}
        for r, row in enumerate(sheet.rows):
            for c, value in enumerate(row):
                how = None
                if isinstance(value, str) and value.startswith("~"):
                    shown = value[1:-1]
                    places = len(shown.partition(".")[2])
                    value, how = float(shown) / 100, book.add_format({"num_format": "0" + ("." + "0" * places if places else "") + "%"})
                span = covered.get((r, c))
                if span is None:
                    if value != "":
                        page.write_string(r, c, value) if isinstance(value, str) else page.write_number(r, c, value, how)
                elif span[:2] == (r, c):
                    page.merge_range(*span, "", how)
                    page.write_string(r, c, value) if isinstance(value, str) else page.write_number(r, c, value, how)


def table(text: str, names: tuple[str, ...]) -> list[dict[str, str | None]]:
    rows: list[dict[str, str | None]] = []
    for line in (line.strip() for line in text.splitlines()):
        if not line:
            continue
        cells = [cell.strip().replace("\\n", "\n") for cell in line.split("|")]
        cells += [""] * (len(names) - len(cells))
        rows.append({name: rows[-1][name] if cell == '"' else cell or None for name, cell in zip(names, cells, strict=True)})
    return rows


def same(expected: str | None, actual: str | None, figure: bool) -> bool:
    one, two = ("" if v is None else re.sub(r"\s", "", v) for v in (expected, actual))
    if one == two or (one in _NONE and two in _NONE):
        return True
    try:
        return figure and Decimal(one.rstrip("%")) == Decimal(two.rstrip("%"))
    except InvalidOperation:
        return False


def aligned(expected: list[dict], actual: list[dict], likeness) -> list[tuple[dict | None, dict | None]]:
    """Pairs in order with the greatest likeness; what has no partner stands alone."""
    best = [[(0, 0)] * (len(actual) + 1) for _ in range(len(expected) + 1)]
    for i in range(len(expected) - 1, -1, -1):
        for j in range(len(actual) - 1, -1, -1):
            best[i][j] = max((best[i + 1][j][0], 1), (best[i][j + 1][0], 2), (best[i + 1][j + 1][0] + likeness(expected[i], actual[j]), 3))
    pairs: list[tuple[dict | None, dict | None]] = []
    i = j = 0
    while i < len(expected) and j < len(actual):
        step = best[i][j][1]
        pairs.append((expected[i] if step != 2 else None, actual[j] if step != 1 else None))
        i, j = i + (step != 2), j + (step != 1)
    return pairs + [(row, None) for row in expected[i:]] + [(None, row) for row in actual[j:]]


def judged(record: dict, funds: str, rows: str) -> tuple[Tally, list[str]]:
    tally, told = Tally(), []
    got_rows = [row for form in record["forms"] for row in form["indicators"]]
    got_funds = [line for form in record["forms"] for line in form["funds"]]
    for names, figures, want, got, of_rows in (
        (ROW, ("points", "score"), table(rows, ROW), got_rows, True),
        (FUND, FUND, table(funds, ("label", *FUND)), got_funds, False),
    ):

        def likeness(one: dict, two: dict, names=names, figures=figures) -> int:
            label = same(one.get("label"), two.get("label"), False) * 3 if "label" in one else same(one["level3"], two["level3"], False) * 3
            return label + sum(same(one[name], two[name], name in figures) for name in names if one[name])

        for one, two in aligned(want, got, likeness):
            bad = 0
            for name in names:
                expected, value = (one or {}).get(name), (two or {}).get(name)
                right = same(expected, value, name in figures)
                tally.values += expected is not None
                if not of_rows and expected is not None:
                    tally.figures += 1
                    tally.figures_right += right
                bad += not right
                if not right:
                    tally.wrong += value is not None
                    told.append(f"{'row' if of_rows else 'fund'} {(one or two or {}).get('level3') or (one or two or {}).get('label')}: {name} expected {expected!r} got {value!r}")
            if of_rows and one is not None:
                tally.rows += 1
                tally.rows_right += two is not None and not bad
    return tally, told


def read(tmp_path, text: str) -> dict:
    path = tmp_path / "form.xlsx"
    write(path, text)
    return as_record(path)


@pytest.mark.parametrize(("text", "funds", "rows"), [form[1:] for form in FORMS], ids=[form[0] for form in FORMS])
def test_form(tmp_path, text, funds, rows):
    _, told = judged(read(tmp_path, text), funds, rows)
    assert not told, "\n".join(told)


SOFFICE = shutil.which("soffice")


@pytest.mark.skipif(not SOFFICE, reason="LEFT OUT: LibreOffice is not installed, .xls and .ods files cannot be made")
@pytest.mark.parametrize("ending", ["xls", "ods"])
def test_forms_saved_by_libreoffice(tmp_path, ending):
    """A few of each kind, in one run of LibreOffice."""
    some = FORMS[::12]
    for number, (_, text, _, _) in enumerate(some):
        write(tmp_path / f"{number}.xlsx", text)
    command = [SOFFICE, f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--headless", "--convert-to", ending, "--outdir", tmp_path]
    subprocess.run([*command, *sorted(tmp_path.glob("*.xlsx"))], check=True, capture_output=True, timeout=180)
    for number, (name, _, funds, rows) in enumerate(some):
        _, told = judged(as_record(tmp_path / f"{number}.{ending}"), funds, rows)
        assert not told, name + "\n" + "\n".join(told)
