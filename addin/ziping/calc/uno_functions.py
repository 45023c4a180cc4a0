"""The worksheet functions as a UNO object: one method for each entry of `ziping.surface.FUNCTIONS`, generated."""

from __future__ import annotations

from collections.abc import Callable

import unohelper
from com.sun.star.uno import RuntimeException
from zipingcalc import XFunctions

from ziping.calc.bindings import method
from ziping.calc.cells import published
from ziping.surface import FUNCTIONS


def _method(name: str) -> Callable[..., object]:
    compute = published(name)

    def call(self: object, *arguments: object) -> object:  # noqa: ARG001 - a method
        try:
            return compute(*arguments)
        except Exception as refused:  # Calc shows an error value for whatever is raised
            raise RuntimeException(str(refused), None) from None

    return call


class Functions(unohelper.Base, XFunctions):
    """Names, help and arguments are in the extension's configuration alone: with `XAddIn` here as well, Calc would not read the names for files."""

    def __init__(self, context: object) -> None:
        self.context = context


for _function in FUNCTIONS:
    setattr(Functions, method(_function.name), _method(_function.name))
