"""Speaks UNO with a running LibreOffice for the tests: one JSON command a line in, one JSON answer a line out.

Run by the Python that has `uno` (the system's), not by the one that runs the tests.

Every command is carried out in LibreOffice's main thread, where an officer's clicks are. Outside of it, a button and the drawing of the toolbar can
wait for each other for good: LibreOffice's bridge to Python drops a last reference while it holds the interpreter's lock. The main thread is reached
by asking it to call back, because what is asked from within a call is answered by the thread that waits for the call.
"""

from __future__ import annotations

import hashlib
import json
import sys
import threading
import time
import traceback

import uno
import unohelper
from com.sun.star.awt import XCallback
from com.sun.star.beans import NamedValue, PropertyValue

FORMULA = 16
MENU_BAR, SEPARATOR = 35, 53  # com.sun.star.accessibility.AccessibleRole
USE_CONFIG = 3  # com.sun.star.document.MacroExecMode


class Driver:
    def __init__(self, port: int) -> None:
        local = uno.getComponentContext()
        resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
        address = f"uno:socket,host=127.0.0.1,port={port};urp;StarOffice.ComponentContext"
        for attempt in range(240):
            try:
                self.context = resolver.resolve(address)
                break
            except Exception:
                if attempt == 239:
                    raise
                time.sleep(0.25)
        self.desktop = self.service("com.sun.star.frame.Desktop")
        self.doc = None

    def service(self, name):
        return self.context.ServiceManager.createInstanceWithContext(name, self.context)

    def open(self, path=None, hidden=False, macros=False, readonly=False):
        """macros: those of the document run as far as the profile's security allows them; otherwise none does."""
        url = uno.systemPathToFileUrl(path) if path else "private:factory/scalc"
        given = {"MacroExecutionMode": USE_CONFIG} if macros else {}
        self.doc = self.desktop.loadComponentFromURL(url, "_blank", 0, properties(Hidden=hidden, ReadOnly=readonly, **given))
        self.service("com.sun.star.awt.Toolkit").processEventsToIdle()  # the job on opening comes only after the document is there
        return self.doc is not None

    def recalculate(self):
        dispatcher = self.service("com.sun.star.frame.DispatchHelper")
        dispatcher.executeDispatch(self.doc.CurrentController.Frame, ".uno:CalculateHard", "", 0, ())

    def close(self):
        self.doc.close(True)
        self.doc = None

    def close_all(self):
        components = self.desktop.Components.createEnumeration()
        found = []
        while components.hasMoreElements():
            found.append(components.nextElement())
        for each in found:
            each.close(True)
        self.doc = None

    def current(self):
        """Takes the document in front, which a button may have opened."""
        component = self.desktop.getCurrentComponent()
        if component is not None and component.supportsService("com.sun.star.sheet.SpreadsheetDocument"):
            self.doc = component
        return component.getURL() if component is not None else ""

    def documents(self):
        found = []
        components = self.desktop.Components.createEnumeration()
        while components.hasMoreElements():
            each = components.nextElement()
            found.append(each.getURL() if hasattr(each, "getURL") else "")
        return found

    def close_others(self):
        components = self.desktop.Components.createEnumeration()
        found = []
        while components.hasMoreElements():
            found.append(components.nextElement())
        for each in found:
            if each.getURL() != self.doc.getURL():
                each.close(True)
        self.doc.CurrentController.Frame.activate()  # as the window is that a person comes back to; undo acts there

    def turn_to(self, ending):
        """Takes an open document, by how its address ends."""
        components = self.desktop.Components.createEnumeration()
        while components.hasMoreElements():
            each = components.nextElement()
            if each.getURL().endswith(ending):
                self.doc = each

    def sheets(self):
        return list(self.doc.Sheets.ElementNames)

    def sheet_cell(self, sheet, cell):
        return self.doc.Sheets.getByName(sheet).getCellRangeByName(cell)

    def get(self, sheet, cell):
        found = self.sheet_cell(sheet, cell)
        return {"formula": found.Formula, "text": found.String, "value": found.Value, "error": found.getError(), "type": found.Type.value,
                "colour": found.CellBackColor}

    def put(self, sheet, cell, formula):
        self.sheet_cell(sheet, cell).Formula = formula

    def put_value(self, sheet, cell, number):
        self.sheet_cell(sheet, cell).Value = number

    def put_text(self, sheet, cell, text):
        self.sheet_cell(sheet, cell).String = text

    def fill(self, sheet, cell, rows):
        self.sheet_cell(sheet, cell).setFormulaArray(tuple(tuple(row) for row in rows))

    def values(self, sheet, cell):
        return self.sheet_cell(sheet, cell).getDataArray()

    def formulas(self, containing="PERF"):
        """Every formula cell whose formula holds the text: [sheet, cell, formula, text, value, error]."""
        found = []
        for sheet in self.doc.Sheets:
            for area in sheet.queryContentCells(FORMULA).RangeAddresses:
                for row in range(area.StartRow, area.EndRow + 1):
                    for column in range(area.StartColumn, area.EndColumn + 1):
                        cell = sheet.getCellByPosition(column, row)
                        if containing.upper() in cell.Formula.upper():
                            name = cell.AbsoluteName.rsplit(".", 1)[1].replace("$", "")
                            found.append([sheet.Name, name, cell.Formula, cell.String, cell.Value, cell.getError()])
        return found

    def select(self, sheet, cell):
        self.doc.CurrentController.select(self.sheet_cell(sheet, cell))

    def press(self, command, **answers):
        """A button through its command address; what the officer would be told comes back."""
        dispatcher = self.service("com.sun.star.frame.DispatchHelper")
        given = properties(Quiet=True, **answers)
        event = dispatcher.executeDispatch(self.doc.CurrentController.Frame, f"vnd.ziping:{command}", "_self", 0, given)
        return getattr(event, "Result", None)

    def command_found(self, command):
        transformer = self.service("com.sun.star.util.URLTransformer")
        address = uno.createUnoStruct("com.sun.star.util.URL")
        address.Complete = f"vnd.ziping:{command}"
        _, address = transformer.parseStrict(address)
        return self.doc.CurrentController.Frame.queryDispatch(address, "_self", 0) is not None

    def annotations(self):
        found = []
        for sheet in self.doc.Sheets:
            for note in sheet.Annotations:
                address = note.Position
                cell = sheet.getCellByPosition(address.Column, address.Row)
                found.append([sheet.Name, cell.AbsoluteName.rsplit(".", 1)[1].replace("$", ""), note.String])
        return found

    def annotate(self, sheet, cell, text):
        address = self.sheet_cell(sheet, cell).CellAddress
        self.doc.Sheets.getByName(sheet).Annotations.insertNew(address, text)

    def rules(self):
        """Conditional formats: [sheet, ranges, first formula, style]."""
        found = []
        for sheet in self.doc.Sheets:
            for rule in sheet.ConditionalFormats.ConditionalFormats:
                entry = rule.getByIndex(0)
                found.append([sheet.Name, rule.Range.RangeAddressesAsString, getattr(entry, "Formula1", ""), getattr(entry, "StyleName", "")])
        return found

    def styles(self):
        return list(self.doc.StyleFamilies.getByName("CellStyles").ElementNames)

    def state(self):
        """What the document holds and shows, a sum a sheet and matter: two moments of it are alike when these are."""
        found = {"styles": sorted(self.styles()), "sheets": self.sheets()}
        notes, rules = self.annotations(), self.rules()
        for sheet in self.doc.Sheets:
            used = sheet.createCursor()
            used.gotoEndOfUsedArea(False)
            area = sheet.getCellRangeByPosition(0, 0, used.RangeAddress.EndColumn, used.RangeAddress.EndRow)
            looks = sorted((each.RangeAddressesAsString, each.CellBackColor, each.CharColor, each.CharWeight) for each in area.UniqueCellFormatRanges)
            for matter, held in (("formulas", area.getFormulaArray()), ("values", area.getDataArray()), ("looks", looks)):
                found[f"{sheet.Name}: {matter}"] = hashlib.sha256(repr(held).encode()).hexdigest()
            found[f"{sheet.Name}: notes"] = [note for note in notes if note[0] == sheet.Name]
            found[f"{sheet.Name}: rules"] = [rule for rule in rules if rule[0] == sheet.Name]
        return found

    def links(self, sheet):
        """Addresses that the cells of a sheet link to."""
        found = []
        cursor = self.doc.Sheets.getByName(sheet)
        used = cursor.createCursor()
        used.gotoEndOfUsedArea(False)
        for row in range(used.RangeAddress.EndRow + 1):
            for column in range(used.RangeAddress.EndColumn + 1):
                for field in cursor.getCellByPosition(column, row).TextFields:
                    found.append(field.URL)
        return found

    def save_as(self, path, filter="Calc MS Excel 2007 XML"):  # noqa: A002
        self.doc.storeToURL(uno.systemPathToFileUrl(path), properties(FilterName=filter))

    def modified(self):
        return self.doc.isModified()

    def set_modified(self, value):
        self.doc.setModified(value)

    def add_sheet(self, name):
        self.doc.Sheets.insertNewByName(name, self.doc.Sheets.Count)

    def activate(self, sheet):
        self.doc.CurrentController.setActiveSheet(self.doc.Sheets.getByName(sheet))

    def active_sheet(self):
        return self.doc.CurrentController.ActiveSheet.Name

    def protect(self, sheet):
        self.doc.Sheets.getByName(sheet).protect("x")

    def unprotect(self, sheet):
        self.doc.Sheets.getByName(sheet).unprotect("x")

    def lock(self, sheet):
        """Every cell of a sheet is one that protection closes."""
        every = self.doc.Sheets.getByName(sheet)
        protection = every.CellProtection
        protection.IsLocked = True
        every.CellProtection = protection

    def protect_structure(self):
        """No sheet can be added, removed or renamed."""
        self.doc.protect("x")

    def infobar(self):
        return self.doc.CurrentController.hasInfobar("ziping")

    def undo(self):
        self.doc.UndoManager.undo()

    def redo(self):
        self.doc.UndoManager.redo()

    def undo_titles(self):
        return list(self.doc.UndoManager.AllUndoActionTitles)

    def descriptions(self):
        """The functions of ours as the function wizard knows them."""
        known = self.service("com.sun.star.sheet.FunctionDescriptions")
        found = {}
        for index in range(known.Count):
            entry = {each.Name: each.Value for each in known.getByIndex(index)}
            if str(entry["Name"]).startswith("PERF_"):
                arguments = [[a.Name, a.Description, a.IsOptional] for a in entry["Arguments"]]
                found[entry["Name"]] = {"description": entry["Description"], "arguments": arguments}
        return found

    def seconds(self, sheet, cell, formula, rows, times=3):
        """How long a column of formulas takes to compute, the best of several runs; {row} stands for the row's number."""
        area = self.doc.Sheets.getByName(sheet).getCellRangeByName(cell)
        area.setFormulaArray(tuple((formula.replace("{row}", str(row)),) for row in range(1, rows + 1)))
        best = None
        for _ in range(times):
            began = time.perf_counter()
            self.doc.calculateAll()
            taken = time.perf_counter() - began
            best = taken if best is None or taken < best else best
        last = self.doc.Sheets.getByName(sheet).getCellByPosition(area.RangeAddress.StartColumn, rows - 1)
        shown = [last.String, last.getError()]
        area.clearContents(FORMULA)
        return [best, *shown]

    def configuration(self, path, name):
        provider = self.service("com.sun.star.configuration.ConfigurationProvider")
        node = provider.createInstanceWithArguments("com.sun.star.configuration.ConfigurationAccess", (NamedValue("nodepath", path),))
        return node.getByName(name)

    def button(self, label, toolbar="private:resource/toolbar/addon_ziping.calc.toolbar"):
        """Where a button of the toolbar lies on the screen: the middle of it."""
        bar = self.doc.CurrentController.Frame.LayoutManager.getElement(toolbar).getRealInterface()
        found = parts(bar.getAccessibleContext())
        return next((middle(each) for each in found if each.getAccessibleName() == label), [each.getAccessibleName() for each in found])

    def menu(self, label):
        """A menu of the menu bar and what it holds: [name, middle] each, the menu itself first; the entries lie somewhere once it is open."""
        window = self.doc.CurrentController.Frame.getContainerWindow().getAccessibleContext()
        bar = next(each for each in parts(window) if each.getAccessibleRole() == MENU_BAR)
        menu = next(each for each in parts(bar) if each.getAccessibleName() == label)
        return [[each.getAccessibleName(), *middle(each)] for each in (menu, *parts(menu)) if each.getAccessibleRole() != SEPARATOR]

    def quit(self):
        self.close_all()  # without the question whether to save
        self.desktop.terminate()


def parts(accessible):
    """What a part of the window consists of, as it is told to people who cannot see it."""
    return [accessible.getAccessibleChild(index).getAccessibleContext() for index in range(accessible.getAccessibleChildCount())]


def middle(accessible):
    corner, size = accessible.getLocationOnScreen(), accessible.getSize()
    return [corner.X + size.Width // 2, corner.Y + size.Height // 2]


def properties(**named):
    return tuple(PropertyValue(Name=name, Value=value) for name, value in named.items())


class InMainThread(unohelper.Base, XCallback):
    """A piece of work for the main thread, and what came of it."""

    def __init__(self, work):
        self.work, self.done, self.answer = work, threading.Event(), {"error": "the main thread did not call back"}

    def notify(self, _):
        try:
            self.answer = {"result": self.work()}
        except Exception:
            self.answer = {"error": traceback.format_exc()}
        finally:
            self.done.set()


def main() -> None:
    driver = Driver(int(sys.argv[1]))
    print(json.dumps({"result": "ready"}), flush=True)
    for line in sys.stdin:
        name, arguments, named = json.loads(line)
        call = InMainThread(lambda name=name, arguments=arguments, named=named: getattr(driver, name)(*arguments, **named))
        try:
            driver.service("com.sun.star.awt.AsyncCallback").addCallback(call, None)
            call.done.wait()
        except Exception:
            call.answer = {"error": traceback.format_exc()}
        print(json.dumps(call.answer, default=str), flush=True)


if __name__ == "__main__":
    main()
