"""The buttons as Calc calls them: a handler of the addresses `vnd.ziping:COMMAND` in menu, toolbar and macros.

A macro gets the answer of a command as the result of its dispatch, and may hand over what a person would be asked (`Quiet`, `source`, `target` …).
"""

from __future__ import annotations

import unohelper
from com.sun.star.frame import DispatchResultEvent, XDispatchProvider, XNotifyingDispatch
from com.sun.star.lang import XInitialization

from ziping.calc.office import Cancelled, Office
from ziping.refusal import sentence
from ziping.surface import BUTTONS

SERVICE = "ziping.calc.Buttons"
PROTOCOL = "vnd.ziping:"
_FAILURE, _SUCCESS = 0, 1
_COMMANDS = {button.command: button.handler for button in BUTTONS}
_busy = False


class Buttons(unohelper.Base, XDispatchProvider, XNotifyingDispatch, XInitialization):
    """One for each window; runs one command at a time."""

    def __init__(self, context: object) -> None:
        self.context, self.frame = context, None

    def initialize(self, arguments: tuple) -> None:
        if arguments:
            self.frame = arguments[0]

    def queryDispatch(self, address: object, target: str, flags: int) -> object:  # noqa: ARG002
        return self if _command(address) else None

    def queryDispatches(self, requests: tuple) -> tuple:
        return tuple(self.queryDispatch(each.FeatureURL, each.FrameName, each.SearchFlags) for each in requests)

    def dispatch(self, address: object, arguments: tuple) -> None:
        self._press(_command(address), arguments)

    def dispatchWithNotification(self, address: object, arguments: tuple, listener: object) -> None:
        said, state = self._press(_command(address), arguments)
        if listener is not None:
            listener.dispatchFinished(DispatchResultEvent(self, state, said))

    def addStatusListener(self, listener: object, address: object) -> None:
        pass

    def removeStatusListener(self, listener: object, address: object) -> None:
        pass

    def _press(self, command: str, arguments: tuple) -> tuple[str, int]:
        global _busy
        office = Office(self.context, self.frame, {each.Name: each.Value for each in arguments})
        if _busy:
            return "上一个操作还没有完成，请稍候。", _FAILURE
        _busy = True
        try:
            from ziping.calc import buttons  # a sheet of scores never needs it

            said = getattr(buttons, _COMMANDS[command])(office) or ""
            if said:
                office.tell(said)
            return said, _SUCCESS
        except Cancelled:
            return "已取消，没有改动。", _FAILURE
        except Exception as error:  # the last door: no traceback reaches an officer
            said = sentence(error)
        finally:
            _busy = False
        office.tell(said, error=True)
        return said, _FAILURE


def _command(address: object) -> str:
    """The command of an address, "" for one that is not ours."""
    protocol, _, path = str(address.Complete).partition(":")
    command = path.partition("?")[0]
    return command if f"{protocol}:" == PROTOCOL and command in _COMMANDS else ""
