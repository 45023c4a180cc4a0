"""The extension as a file: reproducible, complete, generated from the one description; installed and taken away without a trace."""

from __future__ import annotations

import ast
import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path
from xml.etree import ElementTree

import pytest

from calc.office import ADDIN, Office, Person, temporary_folder
from ziping.surface import BUTTONS, FUNCTIONS

sys.path.insert(0, str(ADDIN / "calc"))
from oxt import english, registry  # noqa: E402
from oxt.package import build  # noqa: E402

HOST = {"uno", "unohelper", "com", "zipingcalc"}


def test_the_same_sources_give_the_same_bytes(extension: Path, tmp_path: Path) -> None:
    build(tmp_path / "again.oxt")
    assert (tmp_path / "again.oxt").read_bytes() == extension.read_bytes()


def test_what_the_manifest_lists_is_there(extension: Path) -> None:
    with zipfile.ZipFile(extension) as archive:
        listed = re.findall(r'full-path="([^"]+)"', archive.read("META-INF/manifest.xml").decode())
        assert listed
        assert set(listed) <= set(archive.namelist())
        for name in archive.namelist():
            if name.endswith((".xcu", ".xml")):
                ElementTree.fromstring(archive.read(name))
        assert "pythonpath/ziping/schemes/liuyang-2021.toml" in archive.namelist()


def test_what_travels_needs_the_standard_library_alone(extension: Path, tmp_path: Path) -> None:
    """Every module inside imports only the standard library, modules inside, and UNO; the functions work from there with nothing else."""
    with zipfile.ZipFile(extension) as archive:
        archive.extractall(tmp_path)
    inside = tmp_path / "pythonpath"
    foreign = set()
    for path in inside.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            names = [a.name for a in node.names] if isinstance(node, ast.Import) else [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            foreign |= {name.split(".")[0] for name in names} - sys.stdlib_module_names - HOST - {"ziping"}
    assert not foreign
    code = "from ziping.calc.cells import compute; print(compute('PERF_SCORE','10','≥95%','90%',None), compute('PERF_GRADE','85','liuyang-2021'), compute('PERF_TEXT','共1人'))"
    ran = subprocess.run([sys.executable, "-I", "-S", "-c", f"import sys; sys.path.insert(0, {str(inside)!r}); {code}"], capture_output=True, text=True, timeout=60)
    assert ran.returncode == 0, ran.stderr
    assert ran.stdout.startswith("9.47 ")


def test_every_function_and_argument_is_described_in_both_languages() -> None:
    assert english.FUNCTIONS.keys() == {f.name for f in FUNCTIONS}
    assert english.ARGUMENTS.keys() == {a.name for f in FUNCTIONS for a in f.arguments}
    text = registry.calc_addins()
    for function in FUNCTIONS:
        assert f'<prop oor:name="CompatibilityName"><value xml:lang="en">{function.name}</value>' in text
        assert function.help.replace("<", "&lt;") in text


@pytest.mark.parametrize("button", BUTTONS, ids=lambda b: b.command)
def test_every_button_is_in_the_menu_and_the_toolbar_and_has_a_handler(button) -> None:  # noqa: ANN001
    text = registry.addons()
    assert text.count(f"<value>vnd.ziping:{button.command}</value>") == 2
    assert text.count(f"<value>{button.label}</value>") == 2
    handlers = ast.parse((ADDIN / "ziping" / "calc" / "buttons.py").read_text(encoding="utf-8"))
    assert button.handler in {node.name for node in handlers.body if isinstance(node, ast.FunctionDef)}


def traces(home: Path) -> list[str]:
    """The files of a profile that name us or lie under our name."""
    files = [path for path in sorted((home / "profile").rglob("*")) if path.is_file()]
    return [str(p.relative_to(home)) for p in files if "ziping" in str(p.relative_to(home)) or b"ziping" in p.read_bytes()]


def test_uninstalling_after_use_leaves_no_trace(extension: Path) -> None:
    folder = temporary_folder()
    try:
        person = Person(folder / "home")
        assert person.unopkg("list").returncode == 0
        assert person.unopkg("add", extension).returncode == 0
        assert "ziping.calc" in person.unopkg("list").stdout
        used = Office(person, "--headless")
        used.open()
        assert "PERF_SCORE" in used.press("help")
        used.end()
        assert traces(person.home)
        removed = person.unopkg("remove", "ziping.calc")
        assert removed.returncode == 0, removed.stderr
        assert "ziping.calc" not in person.unopkg("list").stdout
        Office(person, "--headless").end()  # LibreOffice empties its own folder of removed extensions when it starts
        assert not traces(person.home)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
