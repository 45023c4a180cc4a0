"""A VBA project as source alone, MS-OVBA 2.3: the streams of vbaProject.bin from the text of its modules.

Without compiled code (version 0xFFFF, every module's text at offset 0) Excel compiles on loading. Sources are 7-bit ASCII, so the code page never
matters; Chinese texts are in the ribbon and in Python, or `ChrW` in VBA.
"""

from __future__ import annotations

import struct
from dataclasses import dataclass
from enum import StrEnum

from xlam.compound import write
from xlam.compression import compress
from xlam.encryption import encrypt

# Fixed, so that the same sources give the same bytes. The seeds ask for no filler bytes.
PROJECT_ID = "{5D0E3A54-7C51-4B0B-9C0E-2A6E1D9B7F31}"
_SEEDS = {"CMG": 0x08, "DPB": 0x10, "GC": 0x18}
_PROTECTION = {"CMG": b"\0\0\0\0", "DPB": b"\0", "GC": b"\xff"}

_REFERENCES = (
    ("stdole", r"*\G{00020430-0000-0000-C000-000000000046}#2.0#0#C:\Windows\System32\stdole2.tlb#OLE Automation"),
    # IRibbonControl lives in the Office library.
    (
        "Office",
        r"*\G{2DF8D04C-5BFA-101B-BDE5-00AA0044DE52}#2.0#0#C:\Program Files\Common Files\Microsoft Shared\OFFICE16\MSO.DLL"
        "#Microsoft Office 16.0 Object Library",
    ),
)


class Kind(StrEnum):
    """The kinds of modules; the value is the key of their lines in the PROJECT stream."""

    STANDARD = "Module"
    CLASS = "Class"
    DOCUMENT = "Document"


@dataclass(frozen=True)
class Module:
    """A module with its text, as the editor shows it, its attributes included."""

    name: str
    kind: Kind
    text: str

    def __post_init__(self) -> None:
        if not (0 < len(self.name) <= 31):
            raise ValueError(f"module name {self.name!r} is not 1 to 31 characters long")
        if not self.text.isascii():
            raise ValueError(f"module {self.name} holds characters that are not ASCII")
        long = [number for number, line in enumerate(self.text.splitlines(), 1) if len(line) > 1023]
        if long:
            raise ValueError(f"module {self.name}: line {long[0]} is longer than 1023 characters")
        if not self.text.startswith(f'Attribute VB_Name = "{self.name}"'):
            raise ValueError(f"module {self.name} does not begin with its VB_Name")

    @property
    def source(self) -> bytes:
        """The text as stored: CRLF, with a final line end."""
        return ("\r\n".join(self.text.splitlines()) + "\r\n").encode("ascii")


def document(name: str, code: str = "") -> Module:
    """The module of the workbook (`ThisWorkbook`) or of a sheet."""
    base = "{00020819-0000-0000-C000-000000000046}" if name == "ThisWorkbook" else "{00020820-0000-0000-C000-000000000046}"
    head = (
        f'Attribute VB_Name = "{name}"\nAttribute VB_Base = "0{base}"\nAttribute VB_GlobalNameSpace = False\nAttribute VB_Creatable = False\n'
        "Attribute VB_PredeclaredId = True\nAttribute VB_Exposed = True\nAttribute VB_TemplateDerived = False\nAttribute VB_Customizable = True\n"
    )
    return Module(name, Kind.DOCUMENT, head + code)


def class_module(name: str, exported: str) -> Module:
    """A class module from the text of an exported .cls: its preamble goes, the attributes of a stored class come."""
    lines = exported.splitlines()
    if lines and lines[0].startswith("VERSION"):
        lines = lines[lines.index("END") + 1 :] if "END" in lines else lines[next(i for i, s in enumerate(lines) if s.strip() == "End") + 1 :]
    kept = [line for line in lines if not line.startswith(("Attribute VB_Base", "Attribute VB_TemplateDerived", "Attribute VB_Customizable"))]
    at = next(i for i, line in enumerate(kept) if line.startswith("Attribute VB_Name")) + 1
    kept.insert(at, 'Attribute VB_Base = "0{FCFB3D2A-A0FA-1068-A738-08002B3371B5}"')
    last = max(i for i, line in enumerate(kept) if line.startswith("Attribute VB_")) + 1
    kept[last:last] = ["Attribute VB_TemplateDerived = False", "Attribute VB_Customizable = False"]
    return Module(name, Kind.CLASS, "\n".join(kept))


def project(name: str, modules: list[Module]) -> bytes:
    """vbaProject.bin of a project of these modules."""
    names = [module.name.lower() for module in modules]
    if len(set(names)) != len(names) or name.lower() in names:
        raise ValueError("module names must differ from each other and from the project's, whatever their case")
    streams = {
        "PROJECT": _text(name, modules),
        "PROJECTwm": b"".join(m.name.encode() + b"\0" + m.name.encode("utf-16-le") + b"\0\0" for m in modules) + b"\0\0",
        "VBA/_VBA_PROJECT": bytes.fromhex("CC61FFFF000000"),
        "VBA/dir": compress(_directory(name, modules)),
    }
    streams |= {f"VBA/{module.name}": compress(module.source) for module in modules}
    return write(streams)


def _record(number: int, data: bytes) -> bytes:
    return struct.pack("<HI", number, len(data)) + data


def _both(number: int, wide_number: int, text: str) -> bytes:
    """A string record, in the code page and in UTF-16."""
    return _record(number, text.encode("ascii")) + _record(wide_number, text.encode("utf-16-le"))


def _long(number: int, value: int) -> bytes:
    return _record(number, value.to_bytes(4, "little"))


def _short(number: int, value: int) -> bytes:
    return _record(number, value.to_bytes(2, "little"))


def _directory(name: str, modules: list[Module]) -> bytes:
    out = _long(0x01, 3) + _long(0x02, 0x409) + _long(0x14, 0x409) + _short(0x03, 1252) + _record(0x04, name.encode("ascii"))
    out += _both(0x05, 0x40, "") + _both(0x06, 0x3D, "") + _long(0x07, 0) + _long(0x08, 0)
    out += struct.pack("<HIIH", 0x09, 4, 1, 1) + _both(0x0C, 0x3C, "")
    for reference, libid in _REFERENCES:
        libid_bytes = libid.encode("ascii")
        out += _both(0x16, 0x3E, reference) + _record(0x0D, struct.pack("<I", len(libid_bytes)) + libid_bytes + b"\0" * 6)
    out += _short(0x0F, len(modules)) + _short(0x13, 0xFFFF)
    for module in modules:
        out += _both(0x19, 0x47, module.name) + _both(0x1A, 0x32, module.name) + _both(0x1C, 0x48, "")
        out += _long(0x31, 0) + _long(0x1E, 0) + _short(0x2C, 0xFFFF)
        out += _record(0x21 if module.kind is Kind.STANDARD else 0x22, b"") + _record(0x2B, b"")
    return out + _record(0x10, b"")


def _text(name: str, modules: list[Module]) -> bytes:
    lines = [f'ID="{PROJECT_ID}"']
    for kind in (Kind.DOCUMENT, Kind.CLASS, Kind.STANDARD):
        lines += [f"{kind}={m.name}" + ("/&H00000000" if kind is Kind.DOCUMENT else "") for m in modules if m.kind is kind]
    lines += [f'Name="{name}"', 'HelpContextID="0"', 'VersionCompatible32="393222000"']
    lines += [f'{key}="{encrypt(_PROTECTION[key], PROJECT_ID, seed)}"' for key, seed in _SEEDS.items()]
    lines += ["", "[Host Extender Info]", "&H00000001={3832D640-CF90-11CF-8E43-00A0C911005A};VBE;&H00000000", "", "[Workspace]"]
    lines += [f"{m.name}=0, 0, 0, 0, C" for m in modules]
    return ("\r\n".join(lines) + "\r\n").encode("ascii")
