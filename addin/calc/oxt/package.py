"""ziping.oxt: the component, the type library, the configuration and the lower floors of `ziping`, the same bytes from the same sources."""

from __future__ import annotations

import zipfile
from pathlib import Path

from oxt import registry
from oxt.names import BUTTONS_SERVICE, FUNCTIONS_SERVICE, IDENTIFIER, OPENING_SERVICE
from oxt.typelibrary import compiled
from ziping import __version__
from ziping.surface import CATEGORY

SOURCES = Path(__file__).parents[1] / "src"
PACKAGE = Path(__file__).parents[2] / "ziping"
COMPONENT = "component.py"
# Floors 1 and 2, which need the standard library alone, and the Calc room. What stands above them runs as the installed `ziping`.
ROOMS = (
    "__init__.py", "amounts.py", "collector.py", "files.py", "refusal.py", "surface.py", "evaluation.py", "findings.py", "functions.py", "marks.py", "names.py",
    "standards", "schemes", "prose", "calc",
)  # fmt: skip
_CONFIGURATION = {
    "CalcAddIns.xcu": registry.calc_addins, "Addons.xcu": registry.addons, "ProtocolHandler.xcu": registry.protocol_handler,
    "Jobs.xcu": registry.jobs, "CalcWindowState.xcu": registry.window_state,
}  # fmt: skip
_TYPELIBRARY = "application/vnd.sun.star.uno-typelibrary;type=RDB"
_COMPONENTS = "application/vnd.sun.star.uno-components"
_SERVICES = {FUNCTIONS_SERVICE: "com.sun.star.sheet.AddIn", BUTTONS_SERVICE: "com.sun.star.frame.ProtocolHandler", OPENING_SERVICE: "com.sun.star.task.Job"}
_DATA = "application/vnd.sun.star.configuration-data"
_STAMP = (1980, 1, 1, 0, 0, 0)


def parts() -> dict[str, bytes]:
    """Every file of the extension by its path."""
    files = {"types.rdb": compiled(), COMPONENT: (SOURCES / COMPONENT).read_bytes(), "description.xml": _description().encode()}
    files |= {name: make().encode() for name, make in _CONFIGURATION.items()}
    files["description-zh.txt"] = "部门整体支出和项目支出绩效自评：按评分标准计分、校验、写报告。\n".encode()
    files["description-en.txt"] = b"Budget performance self-evaluation: scores by the standard as written, checks, reports.\n"
    files["ziping.components"] = _components().encode()
    files["META-INF/manifest.xml"] = _manifest().encode()
    for room in ROOMS:
        path = PACKAGE / room
        found = [path] if path.is_file() else sorted(p for p in path.rglob("*") if p.suffix in (".py", ".toml"))
        files |= {f"pythonpath/ziping/{each.relative_to(PACKAGE).as_posix()}": each.read_bytes() for each in found}
    files["pythonpath/ziping/calc/extension.txt"] = f"{__version__}\n".encode()  # by this the component knows its own package
    return files


def build(path: Path) -> None:
    """Writes the extension. FileNotFoundError where LibreOffice's type compiler is missing."""
    files = parts()
    path.parent.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in sorted(files):
            info = zipfile.ZipInfo(name, _STAMP)
            info.create_system = 0
            info.compress_type = zipfile.ZIP_STORED  # the same bytes whatever zlib is installed
            archive.writestr(info, files[name])


def _manifest() -> str:
    entries = [("types.rdb", _TYPELIBRARY), ("ziping.components", _COMPONENTS), *((name, _DATA) for name in _CONFIGURATION)]
    listed = "".join(f'<manifest:file-entry manifest:media-type="{kind}" manifest:full-path="{name}"/>\n' for name, kind in entries)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<manifest:manifest xmlns:manifest="http://openoffice.org/2001/manifest">\n{listed}</manifest:manifest>\n'


def _components() -> str:
    """What the component offers, told in advance: LibreOffice asks the component itself only otherwise, and would keep the answer when it is removed."""
    listed = "".join(
        f'<implementation name="{name}">\n<service name="{name}"/>\n<service name="{kind}"/>\n</implementation>\n' for name, kind in _SERVICES.items())
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<components xmlns="http://openoffice.org/2010/uno-components">\n'
        f'<component loader="com.sun.star.loader.Python" uri="{COMPONENT}">\n{listed}</component>\n</components>\n'
    )


def _description() -> str:
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<description xmlns="http://openoffice.org/extensions/description/2006" xmlns:xlink="http://www.w3.org/1999/xlink"'
        ' xmlns:l="http://libreoffice.org/extensions/description/2011">\n'
        f'<identifier value="{IDENTIFIER}"/>\n<version value="{__version__}"/>\n'
        f'<display-name><name lang="en">{CATEGORY} (ziping)</name><name lang="zh">{CATEGORY}</name></display-name>\n'
        '<extension-description><src lang="en" xlink:href="description-en.txt"/><src lang="zh" xlink:href="description-zh.txt"/></extension-description>\n'
        '<dependencies><l:LibreOffice-minimal-version value="7.4" l:name="LibreOffice 7.4"/></dependencies>\n'
        "</description>\n"
    )
