"""The type library: one UNO interface with a method for each worksheet function, compiled by LibreOffice's own `unoidl-write`.

Building needs the SDK's compiler (Debian: libreoffice-dev) and LibreOffice's type libraries; the finished extension needs neither.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from pathlib import Path

from oxt.names import IDL_MODULE, INTERFACE, method
from ziping.surface import FUNCTIONS, Argument

PROGRAMS = ("/usr/lib/libreoffice", "/usr/lib64/libreoffice", "/opt/libreoffice", "/Applications/LibreOffice.app/Contents", "C:/Program Files/LibreOffice")


def idl() -> str:
    """The interface in UNO's description language: the types decide what Calc hands over.

    One cell that must be given is a string: as a number, a blank cell would arrive as zero. A range is an array of numbers and texts, where
    blank cells stay blank. What may be left out is `any`, the one type that Calc lets be left out.
    """
    methods = []
    for function in FUNCTIONS:
        arguments = ", ".join(f"[in] {_type(argument)} {argument.name}" for argument in function.arguments)
        methods.append(f"    any {method(function.name)}({arguments});")
    body = "\n".join(methods)
    return f"module {IDL_MODULE} {{\n  interface {INTERFACE} {{\n{body}\n  }};\n}};\n"


def _type(argument: Argument) -> str:
    if argument.optional:
        return "any"
    return "sequence< sequence<any> >" if argument.many else "string"


def compiled() -> bytes:
    """The type library as LibreOffice reads it. FileNotFoundError where its compiler is not installed."""
    writer, types = _compiler()
    with tempfile.TemporaryDirectory() as name:
        source = Path(name) / "idl" / IDL_MODULE
        source.mkdir(parents=True)
        (source / f"{INTERFACE}.idl").write_text(idl(), encoding="ascii")
        out = Path(name) / "types.rdb"
        subprocess.run([writer, *types, source.parent, out], check=True, capture_output=True, timeout=60)
        return out.read_bytes()


def _compiler() -> tuple[Path, list[Path]]:
    named = os.environ.get("LIBREOFFICE_HOME")
    soffice = shutil.which("soffice")
    homes = [named] if named else []
    homes += [str(Path(soffice).resolve().parents[1])] if soffice else []
    for home in [Path(each) for each in (*homes, *PROGRAMS)]:
        writer = shutil.which("unoidl-write") or shutil.which("unoidl-write", path=str(home / "sdk" / "bin"))
        types = [path for path in (home / "program" / "types.rdb", home / "program" / "types" / "offapi.rdb") if path.is_file()]
        if writer and len(types) == 2:
            return Path(writer), types
    raise FileNotFoundError("unoidl-write and LibreOffice's type libraries are needed to build the extension (Debian: libreoffice-dev)")
