"""LibreOffice as an independent reader: it opens the add-in, lists every module with its code, compiles our own and runs the wrappers in cells."""

from __future__ import annotations

import shutil
import subprocess
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from xml.etree import ElementTree

import basic
import pytest
from calc.office import SYSTEM_PYTHON, Office, Person, temporary_folder
from xlam.package import modules
from xlam.wrappers import TEXTS

SOFFICE = shutil.which("soffice")
pytestmark = pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not installed: the add-in is not opened by it")
FILTER = "Calc MS Excel 2007 VBA XML"


def _convert(source: Path, folder: Path, kind: str) -> Path:
    profile = (folder / "profile").as_uri()
    subprocess.run([SOFFICE, f"-env:UserInstallation={profile}", "--headless", f"--infilter={FILTER}", "--convert-to", kind, "--outdir", str(folder), str(source)],
                   check=True, capture_output=True, timeout=120)  # fmt: skip
    return folder / f"{source.stem}.{kind.split(':')[0]}"


def test_it_lists_every_module_with_the_same_code(xlam: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(_convert(xlam, tmp_path, "ods")) as package:
        texts = {Path(name).stem: ElementTree.fromstring(package.read(name)).text or "" for name in package.namelist() if name.startswith("Basic/Ziping/")}
    for module in modules():
        assert module.name in texts
        code = [line.strip() for line in module.text.splitlines() if line.strip() and not line.startswith("Attribute ")]
        read = [line.strip() for line in texts[module.name].splitlines()]
        assert [line for line in code if line not in read] == [], module.name


# ---------------------------------------------------------------------------------------------------------------
# The wrappers in LibreOffice's Basic: all our modules compiled, a stand-in where xlwings' would call Python

SECURITY = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="MacroSecurityLevel" oor:op="fuse"><value>{level}</value></prop></item>
</oor:items>"""
LOW, VERY_HIGH = 0, 3
Started = Callable[[int], Office]


@pytest.fixture(scope="module")
def started() -> Iterator[Started]:
    """LibreOffice with a profile of its own and this level of macro security."""
    if subprocess.run([SYSTEM_PYTHON, "-c", "import uno"], capture_output=True, timeout=60).returncode:
        pytest.skip("python3-uno is not installed: the wrappers do not run in LibreOffice")
    folder, running = temporary_folder(), {}

    def started(level: int) -> Office:
        if level not in running:
            person = Person(folder / f"home{level}")
            user = person.profile / "user"
            user.mkdir(parents=True)
            settings = user / "registrymodifications.xcu"
            settings.write_text(SECURITY.format(level=level), encoding="utf-8")
            for path in (person.profile, user, settings):
                person.own(path)
            running[level] = Office(person, "--headless")
        return running[level]

    yield started
    for office in running.values():
        office.end()
    shutil.rmtree(folder, ignore_errors=True)


CELLS = {"G1": "=1/0", "A1": 10, "A2": 5, "B1": "≥95%", "B2": "乱写", "C1": "96%", "E1": 1.5, "E2": "x", "F1": True}
UDF = "ziping.excel.udfs"
RUNS = [
    ("numbers and texts", 'PERF_SCORE(10,"50","40","x")', f"{UDF}.PERF_SCORE | Double 10 | String 50 | String 40 | String x"),
    ("what was left out arrives as left out", 'PERF_SCORE(10,"50","40")', f"{UDF}.PERF_SCORE | Double 10 | String 50 | String 40 | left out"),
    ("cells arrive as ranges", "PERF_SCORE(A1,B1,C1)", f"{UDF}.PERF_SCORE | $A$1 | $B$1 | $C$1 | left out"),
    ("a blank cell arrives as its range, not as zero", "PERF_RATE(A1,D1)", f"{UDF}.PERF_RATE | $A$1 | $D$1"),
    ("a range arrives whole", "PERF_TOTAL(A1:A2)", f"{UDF}.PERF_TOTAL | $A$1:$A$2 | left out | left out | left out"),
    ("a whole column ends with the last row in use", "PERF_SCORE(A:A,B:B,C:C)", f"{UDF}.PERF_SCORE | $A$1:$A${{last}} | $B$1:$B${{last}} | $C$1:$C${{last}} | left out"),
    ("the other three", "PERF_EXPLAIN(A1,B1,C1)", f"{UDF}.PERF_EXPLAIN | $A$1 | $B$1 | $C$1 | left out"),
    ("a change", "PERF_CHANGE(1,2)", f"{UDF}.PERF_CHANGE | Double 1 | Double 2"),
    ("points of the execution", "PERF_EXEC_SCORE(1,2)", f"{UDF}.PERF_EXEC_SCORE | Double 1 | Double 2 | left out"),
    ("a grade", "PERF_GRADE(A1)", f"{UDF}.PERF_GRADE | $A$1 | left out"),
    ("a footing", "PERF_FOOTS(A1,E1:E2)", f"{UDF}.PERF_FOOTS | $A$1 | $E$1:$E$2 | left out"),
    ("a text", 'PERF_TEXT("甲")', f"{UDF}.PERF_TEXT | String 甲"),
    ("a number that comes back is a number", 'PERF_SCORE("number",1,1)', 9.5),
    ("SUM counts it", 'SUM(PERF_SCORE("number",1,1),1)', 10.5),
    ("a blank that comes back is blank", 'PERF_SCORE("blank",1,1)', ""),
    ("what Python raises is an error value", 'FAILS("raise")', 1.0),
    ("and that value is #N/A", 'IS_NA("raise")', 1.0),
    ("a result that is none is no error", 'FAILS("number")', 0.0),
    ("a table with one row that failed", 'SECOND_FAILS("table")', 1.0),
    ("a sentence in Chinese", 'ZipingText("undo")', TEXTS["undo"]),
    ("the name of a linked file", r'ZipingFileName("C:\用户\a.b\ziping.xlam")', "ziping.xlam"),
    ("this is not WPS", "ZipingIsWps()", 0.0),
]


@pytest.fixture(scope="module")
def shown(started: Started, tmp_path_factory: pytest.TempPathFactory) -> dict[str, object]:
    """What each formula's cell shows."""
    return _shown(started(LOW), tmp_path_factory.mktemp("basic") / "probe.xlsm", [formula for _, formula, _ in RUNS])


def _shown(office: Office, path: Path, formulas: list[str], *more: basic.Module) -> dict[str, object]:
    basic.workbook(path, CELLS, formulas, *more)
    office.open(str(office.person.copy(path)), macros=True)
    try:
        office.recalculate()
        found = {formula: office.get("表", f"H{row}") for row, formula in enumerate(formulas, 1)}
    finally:
        office.close()
    return {formula: f"error {cell['error']}" if cell["error"] else cell["value"] if cell["value"] or _number(cell["text"]) else cell["text"] for formula, cell in found.items()}


def _number(text: str) -> bool:
    return text in ("0", "FALSE")


@pytest.mark.parametrize(("formula", "result"), [row[1:] for row in RUNS], ids=[row[0] for row in RUNS])
def test_wrappers_run_in_cells(shown: dict[str, object], formula: str, result: object) -> None:
    assert shown[formula] == (result.replace("{last}", str(len(RUNS))) if isinstance(result, str) else result)


BASIC_ALONE = [
    ("an error value of a function, which Excel shows as #N/A, is shown as its number", 'PERF_SCORE("raise",1,1)', "Error 2042"),
    ("two areas reach no function", "PERF_TOTAL((A1,E1))", "error 504"),
    ("Basic is not told that a cell holds an error: here only Python's side refuses it", "PERF_RATE(G1,1)", f"{UDF}.PERF_RATE | $G$1 | Double 1"),
    ("an error in an argument is the cell's before any function runs", "PERF_RATE(1/0,1)", "error 532"),
]


@pytest.mark.parametrize(("formula", "result"), [row[1:] for row in BASIC_ALONE], ids=[row[0] for row in BASIC_ALONE])
def test_where_libreoffice_differs_from_excel(started: Started, tmp_path: Path, formula: str, result: str) -> None:
    assert _shown(started(LOW), tmp_path / "probe.xlsm", [formula]) == {formula: result}


def test_one_module_that_does_not_compile_would_stop_them_all(started: Started, tmp_path: Path) -> None:
    """So that the runs above say: every module of ours compiles."""
    formula = 'PERF_SCORE("number",1,1)'
    assert _shown(started(LOW), tmp_path / "broken.xlsm", [formula], basic.BROKEN)[formula] != 9.5


def test_without_leave_for_macros_nothing_runs(started: Started, tmp_path: Path) -> None:
    formula = 'PERF_SCORE("number",1,1)'
    assert _shown(started(VERY_HIGH), tmp_path / "closed.xlsm", [formula]) == {formula: "error 519"}
