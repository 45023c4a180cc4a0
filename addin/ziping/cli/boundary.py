"""The door of the command line: whatever goes wrong leaves here as one Chinese sentence and exit code 2, never as a traceback."""

from __future__ import annotations

import re
import sys
from types import TracebackType

import typer
from typer.main import get_command

from ziping.cli.interrupt import INTERRUPT, Interrupted
from ziping.refusal import sentence
from ziping.signs import shown

UNFINISHED = "已中断，没有做完，请重新运行这条命令。"

# Typer's own copy of the usage errors is private and has moved before, so they are told apart by their names.
UsageError = typer.BadParameter.__mro__[1]
_USAGE = {
    "NoSuchOption": lambda e: f"没有选项 {e.option_name}，请用 {_page(e)} 查看可用的选项。",
    "MissingParameter": lambda e: f"缺少参数 {_parameter(e)}，请用 {_page(e)} 查看用法。",
    "BadParameter": lambda e: f"参数 {_parameter(e)} 的值不能用{_wanted(e)}，请用 {_page(e)} 查看用法。",
}


def _parameter(error: Exception) -> str:
    hint, parameter = getattr(error, "param_hint", None), getattr(error, "param", None)
    if hint:
        return str(hint).strip("'")
    return parameter.opts[0] if parameter is not None else ""


def _page(error: Exception) -> str:
    """The help page of the command that was called."""
    context = getattr(error, "ctx", None)
    return f"{context.command_path if context is not None else 'ziping'} --help"


# What Typer's messages about a value say in English, and its Chinese; any other is left to the help page.
_VALUES = (
    (r"range (\d+)<=x<=(\d+)", r"，应为 \1 至 \2 的整数"), (r"less than or equal to (\d+)", r"，应不大于 \1"), (r"greater than or equal to (\d+)", r"，应不小于 \1"),
    (r"integer", "，应为整数"),
)


def _wanted(error: Exception) -> str:
    return next((match.expand(words) for pattern, words in _VALUES if (match := re.search(pattern, str(error)))), "")


def _usage(error: Exception) -> str:
    for kind in type(error).__mro__:
        if kind.__name__ in _USAGE:
            return _USAGE[kind.__name__](error)
    message = str(error)
    if "No such command" in message:
        return f"没有命令“{message.split(chr(39))[1]}”，请用 ziping --help 查看全部命令。"
    return f"命令写法有误，请用 {_page(error)} 查看用法。"


class _Hooks:
    """Python's hooks for what a library cannot hand on: lxml, which has no memory left for its own list of errors, has a traceback printed by them.

    starved: whether that happened; whatever the command says of the file then is not to be trusted.
    """

    def __init__(self) -> None:
        self.starved = False
        self.before = sys.excepthook, sys.unraisablehook

    def __enter__(self) -> _Hooks:
        sys.excepthook, sys.unraisablehook = self._uncaught, self._unraisable
        return self

    def __exit__(self, *_: object) -> None:
        sys.excepthook, sys.unraisablehook = self.before

    def _uncaught(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, MemoryError):
            self.starved = True
        else:
            self.before[0](kind, error, trace)

    def _unraisable(self, told: sys.UnraisableHookArgs) -> None:
        if issubclass(told.exc_type, MemoryError):
            self.starved = True
        else:
            self.before[1](told)


def run(arguments: list[str] | None = None) -> int:
    """Run one command line and return its exit code; see the package's page."""
    with _Hooks() as hooks:
        return _run(arguments, hooks)


def _run(arguments: list[str] | None, hooks: _Hooks) -> int:
    from ziping.cli.app import app

    try:
        code = int(get_command(app)(args=arguments, standalone_mode=False, prog_name="ziping") or 0)  # not `app()`, which puts a hook of its own in place of ours
        if code == INTERRUPT:  # as Typer passes Ctrl-C on, without a word
            print(UNFINISHED, file=sys.stderr)
        return code
    except Interrupted as told:
        print(shown(str(told)), file=sys.stderr)
        return INTERRUPT
    except typer.Exit as leave:
        return leave.exit_code
    except UsageError as error:
        if type(error).__name__ == "NoArgsIsHelpError":  # nothing was asked for: the page itself says what can be
            print(error)
            return 0
        message = _usage(error)
    except (typer.Abort, KeyboardInterrupt):
        message = "已按要求中止，没有写出任何文件。"
    except Exception as error:  # the last door: no traceback reaches an officer
        message = sentence(MemoryError() if hooks.starved else error)
    print(shown(message).replace("\n", " "), file=sys.stderr)
    return 2


def main() -> None:
    """The entry point of the console script."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    sys.exit(run())
