"""The VBA project of the built add-in: as the specifications say, the same sources for every reader, and a checker that notices what is wrong."""

from __future__ import annotations

import re
import sys
from importlib import metadata
from pathlib import Path

import pytest
import xlwings
from inspection import faults
from oletools.olevba import VBA_Parser
from xlam import bridge, compound, compression, project
from xlam.package import NAME, modules
from xlam.project import Kind, Module

SOURCES = modules()
OWN = [module for module in SOURCES if module.name.startswith(("Ziping", "Ribbon"))]


def test_the_project_has_no_fault(parts: dict[str, bytes]) -> None:
    assert faults(parts["xl/vbaProject.bin"]) == []


def test_another_reader_finds_exactly_these_sources(parts: dict[str, bytes]) -> None:
    parser = VBA_Parser("vbaProject.bin", data=parts["xl/vbaProject.bin"])
    read = {stream.removeprefix("VBA/"): code for _, stream, _, code in parser.extract_macros()}
    assert {name: code.replace("\r\n", "\n") for name, code in read.items()} == {m.name: m.source.decode().replace("\r\n", "\n") for m in SOURCES}


def test_pyopenvba_finds_exactly_these_sources(xlam: Path) -> None:
    pyopenvba = pytest.importorskip("pyopenvba")
    report = pyopenvba.check_file(xlam)
    assert not report.issues
    with pyopenvba.ExcelFile(xlam) as file:
        read = {module.name: module.source.replace("\r\n", "\n") for module in file.vba_project().modules}
    assert read == {m.name: m.source.decode().replace("\r\n", "\n") for m in SOURCES}


def test_a_static_analysis_finds_no_error(xlam: Path) -> None:
    analysis = pytest.importorskip("pyvbaanalysis")
    found = analysis.analyze_workbook(str(xlam))
    assert [f"{module} {each}" for module, diagnostics in found.items() for each in diagnostics if each.severity == "error"] == []


@pytest.mark.parametrize("module", OWN, ids=lambda module: module.name)
def test_our_modules_declare_their_variables_and_parse(module: Module) -> None:
    assert "\nOption Explicit\n" in module.text
    interpreter = pytest.importorskip("pyopenvba.interpreter")
    text = module.text.replace("Public WithEvents App", "Public App")  # the one word that this parser does not know
    interpreter.parse_module(text, name=module.name, kind="standard" if module.kind is Kind.STANDARD else "class")


def test_public_names_are_unique_and_no_cell_addresses() -> None:
    names = [name.lower() for m in OWN for name in re.findall(r"^Public (?:Function|Sub) (\w+)", m.text, re.M)]
    names += [module.name.lower() for module in SOURCES]
    assert len(names) == len(set(names))
    assert not [name for name in names if re.fullmatch(r"[a-z]{1,3}\d+", name)]


# ---------------------------------------------------------------------------------------------------------------
# xlwings' own module


def _shipped() -> str:
    return (Path(xlwings.__file__).parent / "xlwings_custom_addin.bas").read_text(encoding="utf-8")


def test_xlwings_own_module_is_kept_but_for_the_lines_we_harden() -> None:
    ours = next(m for m in SOURCES if m.name == "xlwings").text.splitlines()
    theirs = _shipped().splitlines()
    assert len(ours) == len(theirs)
    changed = [(a, b) for a, b in zip(theirs, ours, strict=True) if a != b]
    assert len(changed) == sum(times for _, _, times in bridge._REPLACEMENTS)
    assert "Copyright (C) 2014-present, Zoomer Analytics LLC" in "\n".join(ours)


def test_its_version_is_the_installed_one() -> None:
    text = next(m for m in SOURCES if m.name == "xlwings").text
    assert f'XLWINGS_VERSION As String = "{metadata.version("xlwings")}"' in text
    assert set(re.findall(r"xlwings\d\d-([\d.]+)\.dll", text)) == {metadata.version("xlwings")}


# What a Windows Excel does not compile: the first branch of `#If Mac` (without an inner one).
WINDOWS_ONLY = re.compile(r"#If Mac Then(?:(?!#If|#Else|#End If).)*", re.S)

HOSTILE = [
    ("the active workbook's sheet chooses the interpreter", r"SheetExists\(ActiveWorkbook, PROJECT_NAME"),
    ("a file beside the active workbook chooses it", r"FileExists\(GetDirectoryConfigFilePath"),
    ("the active workbook's path is on a command line", r"ActiveWorkbook\.FullName"),
    ("its name is", r"ActiveWorkbook\.Name & \"\"\""),
    ("cmd.exe is looked for in the current folder", r"\"cmd\.exe"),
    ("Python modules are", r"\" -B -c \"\"import"),
    ("and by xlwings' own paths, one of which may be empty", r"prepare_sys_path\("),
    ("a sheet named *.py of the active workbook stops the buttons", r"^            Set wb = ActiveWorkbook"),
]


@pytest.mark.parametrize("pattern", [row[1] for row in HOSTILE], ids=[row[0] for row in HOSTILE])
def test_an_open_workbook_decides_nothing(pattern: str) -> None:
    shipped = _shipped()
    ours = next(m for m in SOURCES if m.name == "xlwings").text
    assert re.search(pattern, shipped, re.M), "xlwings has changed: look at what replaced this"
    assert not re.search(pattern, WINDOWS_ONLY.sub("", ours), re.M)


def test_the_empty_path_is_why_xlwings_own_paths_are_left_out() -> None:
    from xlwings.utils import prepare_sys_path

    before = list(sys.path)
    try:
        prepare_sys_path("False;C:/a.xlsx;C:/b.xlam;;;;")
        assert sys.path[0] == ""
    finally:
        sys.path[:] = before


def test_command_lines_are_whole() -> None:
    """What cmd.exe is given: quotes in pairs, isolated mode, the command itself."""
    text = next(m for m in SOURCES if m.name == "xlwings").text
    run = re.search(r"^        RunCommand = CondaCmd & PythonInterpreter & (.*)$", text, re.M)[1]
    assert run == '" -I -B -c """ & PythonCommand & """ "'
    tail = re.search(r"^        tail = (.*)$", text, re.M)[1]
    assert tail == '" -I -B -c ""import sys, os;" & LicenseKeyEnvString & "import xlwings; xlwings.serve(\'$(CLSID)\')"""'


def test_a_changed_xlwings_fails_the_build(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bridge, "_REPLACEMENTS", (*bridge._REPLACEMENTS, ("stands nowhere in it", "", 1)))
    with pytest.raises(ValueError, match="stands there 0 times, not 1"):
        bridge.xlwings_modules()


# ---------------------------------------------------------------------------------------------------------------
# Negative controls: each fault must be noticed


def _streams() -> dict[str, bytes]:
    made: dict[str, bytes] = {}

    def keep(streams: dict[str, bytes]) -> bytes:
        made.update(streams)
        return b""

    original, project.write = project.write, keep
    try:
        project.project(NAME, SOURCES)
    finally:
        project.write = original
    return made


def _in_text(found: str, instead: str):
    return lambda streams: streams | {"PROJECT": streams["PROJECT"].replace(found.encode(), instead.encode(), 1)}


def _in_dir(found: bytes, instead: bytes):
    def change(streams: dict[str, bytes]) -> dict[str, bytes]:
        plain = compression.decompress(streams["VBA/dir"])
        assert found in plain
        return streams | {"VBA/dir": compression.compress(plain.replace(found, instead, 1))}

    return change


FAULTS = [
    ("a module renamed in PROJECT only", _in_text("Module=ZipingHost", "Module=ZipingHosts")),
    ("a class listed as a standard module", _in_text("Class=ZipingEvents", "Module=ZipingEvents")),
    ("another project's id", _in_text(project.PROJECT_ID, "{00000000-0000-0000-0000-000000000001}")),
    ("a workspace line missing", _in_text("ZipingHost=0, 0, 0, 0, C\r\n", "")),
    ("a version that promises compiled code", lambda s: s | {"VBA/_VBA_PROJECT": bytes.fromhex("CC61B500000000")}),
    ("a stream of compiled code", lambda s: s | {"VBA/__SRP_0": b"x" * 70}),
    ("a gap in PROJECTwm", lambda s: s | {"PROJECTwm": s["PROJECTwm"][:-30]}),
    ("a module without its stream", lambda s: {k: v for k, v in s.items() if k != "VBA/ZipingLinks"}),
    ("a module under another name", lambda s: s | {"VBA/ZipingLinks": s["VBA/ZipingTexts"]}),
    ("text that does not begin at 0", _in_dir(b"\x31\0\4\0\0\0\0\0\0\0", b"\x31\0\4\0\0\0\1\0\0\0")),
    ("a wrong kind in dir", _in_dir(b"\x22\0\0\0\0\0\x2b", b"\x21\0\0\0\0\0\x2b")),
    ("a reference less", _in_dir(b"s\0t\0d\0o\0l\0e\0", b"s\0t\0d\0o\0l\0f\0")),
    ("a byte behind the end of dir", lambda s: s | {"VBA/dir": compression.compress(compression.decompress(s["VBA/dir"]) + b"\0")}),
]


def test_the_streams_alone_are_faultless() -> None:
    assert faults(compound.write(_streams())) == []


@pytest.mark.parametrize("change", [row[1] for row in FAULTS], ids=[row[0] for row in FAULTS])
def test_a_fault_in_the_project_is_noticed(change) -> None:  # noqa: ANN001 - a function of streams
    streams = _streams()
    changed = change(dict(streams))
    assert changed != streams
    assert faults(compound.write(changed))


BITS = [("a red node", 512 * 3 + 67), ("an unused FAT entry", -8), ("the byte order", 28), ("the mini cutoff", 57)]


@pytest.mark.parametrize("at", [row[1] for row in BITS[1:]], ids=[row[0] for row in BITS[1:]])
def test_a_flipped_bit_in_the_container_is_noticed(parts: dict[str, bytes], at: int) -> None:
    data = bytearray(parts["xl/vbaProject.bin"])
    data[at] ^= 1
    assert faults(bytes(data))
