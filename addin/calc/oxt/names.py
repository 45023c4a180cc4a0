"""The names under which LibreOffice knows the parts of the extension; a formula saved by an old version holds the first of them."""

from __future__ import annotations

from ziping.calc.bindings import SERVICE as FUNCTIONS_SERVICE
from ziping.calc.bindings import method

__all__ = ["BUTTONS_SERVICE", "FUNCTIONS_SERVICE", "IDENTIFIER", "IDL_MODULE", "INTERFACE", "MENU", "OPENING_SERVICE", "PROTOCOL", "TOOLBAR", "method"]

BUTTONS_SERVICE = "ziping.calc.Buttons"
OPENING_SERVICE = "ziping.calc.Opening"
IDL_MODULE = "zipingcalc"
INTERFACE = "XFunctions"
PROTOCOL = "vnd.ziping:"
IDENTIFIER = "ziping.calc"
TOOLBAR = "ziping.calc.toolbar"
MENU = "ziping.calc.menu"
