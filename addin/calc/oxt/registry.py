"""The configuration files of the extension, generated from `ziping.surface`: functions, menu, toolbar, commands, the job on opening."""

from __future__ import annotations

from xml.sax.saxutils import escape, quoteattr

from oxt import english
from oxt.names import BUTTONS_SERVICE, FUNCTIONS_SERVICE, MENU, OPENING_SERVICE, PROTOCOL, TOOLBAR, method
from ziping.surface import BUTTONS, CATEGORY, FUNCTIONS, Button, Function

CALC = "com.sun.star.sheet.SpreadsheetDocument"
_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
_DATA = (
    '<oor:component-data xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema"'
    ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" oor:name="{name}" oor:package="{package}">\n{body}</oor:component-data>\n'
)


def component(name: str, body: str, package: str = "org.openoffice.Office") -> str:
    return _HEAD + _DATA.format(name=name, package=package, body=body)


def node(name: str, *children: str, replace: bool = False, fuse: bool = False) -> str:
    """A node; replace: ours alone, fuse: others may add to it too."""
    operation = ' oor:op="replace"' if replace else ' oor:op="fuse"' if fuse else ""
    return f"<node oor:name={quoteattr(name)}{operation}>\n{''.join(children)}</node>\n"


def prop(name: str, text: str, kind: str = "xs:string") -> str:
    return f'<prop oor:name="{name}" oor:type="{kind}"><value>{escape(text)}</value></prop>\n'


def spoken(name: str, english_text: str, chinese: str) -> str:
    """A text for people: `en` first, it is also what other locales fall back to."""
    return (
        f'<prop oor:name="{name}"><value xml:lang="en">{escape(english_text)}</value>'
        f'<value xml:lang="zh-CN">{escape(chinese)}</value><value xml:lang="zh">{escape(chinese)}</value></prop>\n'
    )


def calc_addins() -> str:
    """Names, help and arguments of the functions.

    The name is the same in every language: the formula of a file does not depend on who opens it. CompatibilityName in `en` is the name
    under which the function is looked up in and written to .xlsx. An argument is found by its name in the interface.
    """
    return component("CalcAddIns", node("AddInInfo", node(FUNCTIONS_SERVICE, node("AddInFunctions", *map(_function, FUNCTIONS)), replace=True)))


def _function(function: Function) -> str:
    arguments = []
    for argument in function.arguments:
        name, help_text = english.ARGUMENTS[argument.name]
        arguments.append(node(
            argument.name,
            spoken("DisplayName", name, argument.label),
            spoken("Description", help_text, argument.help + ("（可省略）" if argument.optional else "")),
            replace=True))
    return node(
        method(function.name),
        spoken("DisplayName", function.name, function.name),
        spoken("Description", english.FUNCTIONS[function.name], f"{function.label}：{function.help}"),
        prop("Category", "Add-In"),
        spoken("CompatibilityName", function.name, function.name),
        node("Parameters", *arguments),
        replace=True)


def addons() -> str:
    """The menu 绩效自评 and the toolbar: every button, groups apart."""
    entries = list(_entries())
    title = f'<prop oor:name="Title" oor:type="xs:string"><value>{CATEGORY}</value></prop>\n'
    menu = node(MENU, prop("Context", CALC), title, node("Submenu", *entries), replace=True)
    toolbar = node(TOOLBAR, *_entries(context=True), replace=True)
    return component("Addons", node("AddonUI", node("OfficeMenuBar", menu), node("OfficeToolBar", toolbar)))


def _entries(context: bool = False):  # noqa: ANN202 - texts
    group, number = BUTTONS[0].group, 0
    for button in BUTTONS:
        if button.group != group:
            group = button.group
            number += 1
            yield node(f"m{number:02}", prop("URL", "private:separator"), replace=True)
        number += 1
        yield node(f"m{number:02}", *_entry(button, context), replace=True)


def _entry(button: Button, context: bool):  # noqa: ANN202 - texts
    if context:
        yield prop("Context", CALC)
    yield prop("URL", PROTOCOL + button.command)
    yield prop("Title", button.label)
    yield prop("Target", "_self")


def protocol_handler() -> str:
    protocols = f'<prop oor:name="Protocols" oor:type="oor:string-list"><value>{PROTOCOL}*</value></prop>\n'
    return component("ProtocolHandler", node("HandlerSet", node(BUTTONS_SERVICE, protocols, replace=True)))


def jobs() -> str:
    """On opening a document its PERF formulas are looked after."""
    job = node("Jobs", node(OPENING_SERVICE, prop("Service", OPENING_SERVICE), replace=True))
    event = node("Events", node("onDocumentOpened", node("JobList", node(OPENING_SERVICE, replace=True)), fuse=True))
    return component("Jobs", job + event)


def window_state() -> str:
    """The toolbar's name, its buttons as words, docked below the others."""
    state = node(
        f"private:resource/toolbar/addon_{TOOLBAR}",
        prop("UIName", CATEGORY), prop("Docked", "true", "xs:boolean"), prop("DockingArea", "0", "xs:int"), prop("DockPos", "0,9"), prop("Style", "1", "xs:int"),
        prop("Visible", "true", "xs:boolean"), replace=True)
    return component("CalcWindowState", node("UIElements", node("States", state)), "org.openoffice.Office.UI")
