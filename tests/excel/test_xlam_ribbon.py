"""The ribbon against the Open XML SDK's description of customUI14, and each button's way down to its Python script."""

from __future__ import annotations

import importlib.resources
import inspect
import json
import re
from functools import cache

import pytest
from lxml import etree
from xlam.package import UI_PART, modules
from xlam.ribbon import NAMESPACE, ribbon

from ziping.excel import scripts
from ziping.surface import BUTTONS, GROUPS, Button

SCHEMA = "schemas_microsoft_com_office_2009_07_customui.json"
# The built-in pictures that the buttons use; each is in Office's published list of control identifiers for Excel.
PICTURES = {
    "FileNew", "ImportExcel", "SheetInsert", "DataRefreshAll", "GetExternalDataFromText", "CalculateNow", "FunctionWizard", "AcceptInvitation",
    "SpellingMenu", "ClearFormats", "ExportWord", "FileSaveAs", "EditLinks", "Help", "AddInManager", "Info",
}  # fmt: skip


@cache
def _types() -> dict[str, dict]:
    pytest.importorskip("openxml_audit", reason="openxml-audit is not installed: the ribbon is not checked against the schema")
    text = (importlib.resources.files("openxml_audit") / "data" / "openxml" / "schemas" / SCHEMA).read_text(encoding="utf-8")
    return {each["Name"]: each for each in json.loads(text)["Types"]}


def _attributes(name: str) -> dict[str, dict]:
    found: dict[str, dict] = {}
    for attribute in _types()[name].get("Attributes", ()):
        found[attribute["QName"].lstrip(":")] = attribute
    return found


def _faults(element: etree._Element, name: str) -> list[str]:
    """Unknown attributes, values too long, children that may not stand there; `name`: the element's type."""
    found, known = [], _attributes(name)
    for attribute, value in element.attrib.items():
        if attribute not in known:
            found.append(f"{name}: attribute {attribute}")
            continue
        for validator in known[attribute].get("Validators", ()):
            limits = {each["Name"]: each["Value"] for each in validator.get("Arguments", ())}
            if "MaxLength" in limits and not int(limits.get("MinLength", 0)) <= len(value) <= int(limits["MaxLength"]):
                found.append(f"{name}: {attribute} is {len(value)} characters long")
    children = {child["Name"].split("/")[1].split(":")[1]: child["Name"] for child in _types()[name].get("Children", ())}
    for child in element:
        tag = etree.QName(child)
        if tag.namespace != NAMESPACE or tag.localname not in children:
            found.append(f"{name}: child {tag.localname}")
        else:
            found += _faults(child, children[tag.localname])
    return found


def _checked(xml: bytes) -> list[str]:
    root = etree.fromstring(xml)
    found = [] if root.tag == f"{{{NAMESPACE}}}customUI" else ["root"]
    found += _faults(root, "mso14:CT_CustomUI/mso14:customUI")
    ids = [element.get("id") for element in root.iter() if element.get("id")]
    found += ["ids are not unique"] * (len(ids) != len(set(ids)))
    found += [f"{e.get('id')}: more than one picture" for e in root.iter() if sum(a in e.attrib for a in ("image", "imageMso", "getImage")) > 1]
    return found


def test_the_ribbon_is_as_the_schema_says(parts: dict[str, bytes]) -> None:
    assert parts[UI_PART] == ribbon()
    assert _checked(parts[UI_PART]) == []


BROKEN = [
    ("an unknown attribute", 'size="large"', 'sizes="large"'),
    ("an unknown element", "<button ", "<knob "),
    ("a doubled id", 'id="ziping_adopt"', 'id="ziping_new"'),
    ("two pictures", 'imageMso="FileNew"', 'imageMso="FileNew" image="x"'),
    ("a keytip of four signs", 'keytip="N"', 'keytip="NNNN"'),
    ("the first version's namespace", "2009/07", "2006/01"),
]


@pytest.mark.parametrize(("found", "instead"), [row[1:] for row in BROKEN], ids=[row[0] for row in BROKEN])
def test_a_fault_in_the_ribbon_is_noticed(found: str, instead: str) -> None:
    xml = ribbon().decode()
    assert found in xml
    changed = xml.replace(found, instead, 1)
    assert _checked(changed.encode())


def test_every_button_is_in_its_group_in_order() -> None:
    root = etree.fromstring(ribbon())
    shown = [(g.get("label"), b.get("label"), b.get("supertip"), b.get("size")) for g in root.iter(f"{{{NAMESPACE}}}group") for b in g]
    assert shown == [(g, b.label, b.help, "large" if b.large else "normal") for g in GROUPS for b in BUTTONS if b.group == g]


def test_keytips_are_letters_of_their_own() -> None:
    tips = [button.keytip for button in BUTTONS]
    assert len(tips) == len(set(tips))
    assert all(re.fullmatch(r"[A-Z]{1,3}", tip) for tip in tips)


def test_pictures_are_known_ones() -> None:
    assert {button.icon for button in BUTTONS} == PICTURES


@pytest.mark.parametrize("button", BUTTONS, ids=lambda button: button.command)
def test_a_button_calls_a_procedure_that_takes_one_control(button: Button) -> None:
    element = next(e for e in etree.fromstring(ribbon()).iter() if e.get("id") == f"ziping_{button.handler}")
    module, procedure = element.get("onAction").split(".")
    text = next(each.text for each in modules() if each.name == module)
    assert re.search(rf"^Public Sub {procedure}\(control As IRibbonControl\)$", text, re.M)


@pytest.mark.parametrize("button", BUTTONS, ids=lambda button: button.command)
def test_a_button_reaches_its_script(button: Button) -> None:
    vba = pytest.importorskip("vba")
    asked: list[str] = []
    app = vba.excel(vba.StandIn(run=lambda command: asked.append(command) or 0), active=vba.Linked(None))
    module, procedure = f"RibbonZiping.On{''.join(map(str.capitalize, button.handler.split('_')))}".split(".")
    app.interpreter.run(procedure, [vba.NOTHING], module=module)
    assert asked == [f"from ziping.excel import host; host.run('{button.handler}')"]
    told = [prompt for kind, prompt, *_ in app.interpreter.dialogs]
    assert len(told) == (1 if button.writes else 0), "a button that writes says first that undo ends there"
    script = getattr(scripts, button.handler)
    assert list(inspect.signature(script).parameters) == ["book"]


def test_the_warning_comes_once_a_workbook_and_cancelling_stops_the_button() -> None:
    vba = pytest.importorskip("vba")
    asked: list[str] = []
    front = vba.Linked(None)
    app = vba.excel(vba.StandIn(run=lambda command: asked.append(command) or 0), active=front)
    app.interpreter.answers = [2]  # vbCancel
    app.interpreter.run("OnCheck", [vba.NOTHING], module="RibbonZiping")
    assert asked == []
    app.interpreter.answers = [1]
    app.interpreter.run("OnCheck", [vba.NOTHING], module="RibbonZiping")
    app.interpreter.run("OnClearMarks", [vba.NOTHING], module="RibbonZiping")
    assert len(asked) == 2
    assert len(app.interpreter.dialogs) == 2
    for name, warnings in (("b.xlsx", 3), ("b.xlsx", 3), ("a.xlsx", 3)):
        front.name = name  # another workbook comes to the front
        app.interpreter.answers = [1]
        app.interpreter.run("OnCheck", [vba.NOTHING], module="RibbonZiping")
        assert len(app.interpreter.dialogs) == warnings


TROUBLES = [
    ("Python fails", {}, {"run": lambda _: -1}, "自评程序没有启动成功"),
    ("Python is gone", {}, {"run": lambda _: 0, "interpreter": r"D:\gone\pythonw.exe"}, "自评程序没有启动成功"),
    ("no interpreter was written down", {}, {"run": lambda _: 0, "interpreter": ""}, "自评程序没有启动成功"),
    ("no workbook is open", {"books": False}, {"run": lambda _: 0}, "没有打开的工作簿"),
    ("WPS by its name", {"name": "WPS Spreadsheets"}, {"run": lambda _: 0}, "这里是 WPS 表格"),
    ("WPS that calls itself Excel", {"path": r"C:\Kingsoft\WPS Office\office6"}, {"run": lambda _: 0}, "这里是 WPS 表格"),
]


@pytest.mark.parametrize(("host", "python", "said"), [row[1:] for row in TROUBLES], ids=[row[0] for row in TROUBLES])
def test_trouble_is_told_in_one_sentence(host: dict, python: dict, said: str) -> None:
    vba = pytest.importorskip("vba")
    app = vba.excel(vba.StandIn(**python), **host)
    app.interpreter.run("OnDoctor", [vba.NOTHING], module="RibbonZiping")
    (dialog,) = app.interpreter.dialogs
    assert dialog[1].startswith(said)
    assert dialog[2] == "绩效自评"


HERE = r"C:\Users\z\AppData\Roaming\Microsoft\Excel\XLSTART\ziping.xlam"
LINKS = [
    ("no links", None, {}, None, 0),
    ("a link to the add-in of another computer", [r"D:\old\Ziping.XLAM"], {}, [HERE], 1),
    ("a link by an address of the web", ["https://x/y/ziping.xlam"], {}, [HERE], 1),
    ("a link to this add-in", [HERE], {}, [HERE], 0),
    ("links to other files stay", [r"D:\a.xlsx", r"D:\old\ziping.xlam", r"D:\notziping.xlam"], {}, [r"D:\a.xlsx", HERE, r"D:\notziping.xlam"], 1),
    ("a protected workbook is left", [r"D:\old\ziping.xlam"], {"refuses": True}, [r"D:\old\ziping.xlam"], 0),
    ("an add-in is left", [r"D:\old\ziping.xlam"], {"addin": True}, [r"D:\old\ziping.xlam"], 0),
]


@pytest.mark.parametrize(("links", "how", "after", "count"), [row[1:] for row in LINKS], ids=[row[0] for row in LINKS])
def test_links_to_our_add_in_are_turned_to_this_one(links: list[str] | None, how: dict, after: list[str] | None, count: int) -> None:
    vba = pytest.importorskip("vba")
    book = vba.Linked(links, **how)
    app = vba.excel(vba.StandIn())
    assert int(app.interpreter.run("ZipingRepairLinks", [book])) == count
    assert book.links == after
    assert app.application.vba_get("DisplayAlerts") is True
