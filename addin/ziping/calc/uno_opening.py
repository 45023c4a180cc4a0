"""The job on opening a document: formulas that did not bind are bound, and the officer is told once, in a bar that waits for nobody."""

from __future__ import annotations

from contextlib import suppress

import unohelper
from com.sun.star.task import XJob

from ziping.calc.rebinding import rebind

SERVICE = "ziping.calc.Opening"
BAR = "ziping"
_INFO = 0


class Opening(unohelper.Base, XJob):
    """Never raises: a document opens whatever is in it."""

    def __init__(self, context: object) -> None:
        self.context = context

    def execute(self, arguments: tuple) -> None:
        with suppress(Exception):
            environment = {each.Name: each.Value for given in arguments if given.Name == "Environment" for each in given.Value}
            document = environment.get("Model")
            if document is None or not document.supportsService("com.sun.star.sheet.SpreadsheetDocument") or document.isReadonly():
                return
            told = rebind(document).told
            controller = document.getCurrentController()
            if told and controller is not None:
                controller.appendInfobar(BAR, "绩效自评", told, _INFO, (), True)
