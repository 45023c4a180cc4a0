"""The names under which LibreOffice knows the parts of the extension; a formula saved by an old version holds the first of them."""

from __future__ import annotations

FUNCTIONS_SERVICE = "ziping.calc.Functions"
BUTTONS_SERVICE = "ziping.calc.Buttons"
OPENING_SERVICE = "ziping.calc.Opening"
IDL_MODULE = "zipingcalc"
INTERFACE = "XFunctions"
PROTOCOL = "vnd.ziping:"
IDENTIFIER = "ziping.calc"
TOOLBAR = "ziping.calc.toolbar"
MENU = "ziping.calc.menu"


def method(function: str) -> str:
    """The method of a worksheet function: PERF_EXEC_SCORE → perfExecScore."""
    first, *rest = function.lower().split("_")
    return first + "".join(word.capitalize() for word in rest)
