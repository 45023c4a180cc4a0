"""The open document and the person in front of it: copies, questions, progress. One of the modules that speak UNO.

Every question has a key. A caller that gives answers with the command (a macro, a test) is asked nothing and shown nothing.
"""

from __future__ import annotations

import tempfile
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path

import uno
from com.sun.star.awt.MessageBoxType import ERRORBOX, INFOBOX, QUERYBOX
from com.sun.star.beans import PropertyValue

from ziping import files
from ziping.calc import command, dialogs
from ziping.calc.command import Told
from ziping.refusal import Refusal
from ziping.surface import CATEGORY

XLSX = "Calc MS Excel 2007 XML"
WORKBOOKS = ("工作簿", ";".join(f"*{kind}" for kind in files.WORKBOOKS))
DOCUMENTS = ("报告", "*.docx;*.txt;*.md;*.html;*.htm")
_YES = 2
_OK, _YES_NO = 1, 3


class Cancelled(Exception):
    """The person chose not to go on."""


def properties(**named: object) -> tuple[PropertyValue, ...]:
    return tuple(PropertyValue(Name=name, Value=value) for name, value in named.items())


class Office:
    """One press of a button on one document."""

    def __init__(self, context: object, frame: object, answers: Mapping[str, object] | None = None) -> None:
        self.context, self.frame = context, frame
        self.answers = dict(answers or {})
        self.quiet = bool(self.answers.pop("Quiet", False))
        self.indicator = None

    def service(self, name: str) -> object:
        return self.context.ServiceManager.createInstanceWithContext(name, self.context)

    @property
    def document(self) -> object:
        """The spreadsheet; Refusal when there is none."""
        controller = self.frame.getController() if self.frame is not None else None
        model = controller.getModel() if controller is not None else None
        if model is None or not model.supportsService("com.sun.star.sheet.SpreadsheetDocument"):
            raise Refusal("当前窗口不是电子表格，请先打开自评工作簿，再点这个按钮。")
        return model

    @property
    def editable(self) -> object:
        """The spreadsheet, to be written to; Refusal when it is open for reading only."""
        document = self.document
        if document.isReadonly():
            raise Refusal("工作簿是以只读方式打开的，不能写入，请先改为可编辑或另存一份再打开，然后再点这个按钮。")
        return document

    @property
    def controller(self) -> object:
        return self.document.getCurrentController()

    @property
    def stem(self) -> str:
        """The document's name without folder and ending."""
        url = self.document.getURL()
        return Path(uno.fileUrlToSystemPath(url)).stem if url.startswith("file:") else "绩效自评"

    # -- telling and asking ------------------------------------------------------------------------------------------

    def tell(self, text: str, error: bool = False) -> None:
        if not self.quiet:
            self._box(ERRORBOX if error else INFOBOX, _OK, text)

    def agree(self, question: str, key: str = "agree", lines: Sequence[str] = ()) -> None:
        """Goes on after a yes to the question and to every line listed below it; Cancelled otherwise."""
        if key in self.answers:
            yes = bool(self.answers[key])
        else:
            self._only_with_a_person(key)
            yes = dialogs.agreed(self.context, self._window(), CATEGORY, question, lines) if lines else self._box(QUERYBOX, _YES_NO, question) == _YES
        if not yes:
            raise Cancelled

    def fields(self, title: str, asked: tuple[dialogs.Field, ...]) -> dict[str, str]:
        """One dialog with several fields; answers by their keys."""
        if any(field.key in self.answers for field in asked):
            return {field.key: str(self.answers.get(field.key, field.default)).strip() for field in asked}
        self._only_with_a_person(asked[0].key)
        given = dialogs.show(self.context, self._window(), title, asked)
        if given is None:
            raise Cancelled
        return given

    def source(self, title: str, kind: tuple[str, str], key: str = "source") -> Path:
        """An existing file that the person chooses."""
        return self._file(title, key, kind, "", 0)

    def target(self, title: str, name: str, kind: tuple[str, str], key: str = "target") -> Path:
        """Where a new file goes; the dialog itself asks before an existing one is replaced. Never the open document."""
        path = self._file(title, key, kind, name, 10)
        ending = kind[1].removeprefix("*")
        if path.suffix.lower() != ending:
            path = path.with_name(path.name + ending)
            if key not in self.answers and path.exists():
                self.agree(f"“{path.name}”已经存在，要替换它吗？", "replace")
        url = self.document.getURL()
        if url.startswith("file:") and path.exists() and path.samefile(uno.fileUrlToSystemPath(url)):
            raise Refusal(f"“{path.name}”就是当前打开的工作簿，原件不会被改写，请另取一个文件名。")
        return path

    def _file(self, title: str, key: str, kind: tuple[str, str], name: str, mode: int) -> Path:
        if key in self.answers:
            return Path(str(self.answers[key]))
        self._only_with_a_person(key)
        picker = self.context.ServiceManager.createInstanceWithArgumentsAndContext("com.sun.star.ui.dialogs.FilePicker", (mode,), self.context)
        picker.setTitle(title)
        picker.appendFilter(f"{kind[0]}（{kind[1]}）", kind[1])
        if name:
            picker.setDefaultName(name)
        folder = self.document.getURL().rpartition("/")[0]
        if folder.startswith("file:"):
            with suppress(Exception):  # a folder that is gone: the dialog opens elsewhere
                picker.setDisplayDirectory(folder)
        if picker.execute() != 1:
            raise Cancelled
        return Path(uno.fileUrlToSystemPath(picker.getSelectedFiles()[0]))

    def _only_with_a_person(self, key: str) -> None:
        if self.quiet:
            raise Refusal(f"缺少参数 {key}，请随命令给出。")

    def _window(self) -> object:
        return self.frame.getContainerWindow()

    def _box(self, kind: object, buttons: int, text: str) -> int:
        box = self.service("com.sun.star.awt.Toolkit").createMessageBox(self._window(), kind, buttons, CATEGORY, text)
        try:
            return box.execute()
        finally:
            box.dispose()

    # -- work --------------------------------------------------------------------------------------------------------

    def working(self, text: str) -> _Working:
        """Says in the status bar what is going on; the window takes no input meanwhile, so that what is worked on stays as it is."""
        return _Working(self, text)

    def run(self, *arguments: object) -> Told:
        """Runs a command of the installed program; the progress goes on."""
        toolkit = self.service("com.sun.star.awt.Toolkit")
        steps = 0

        def waiting() -> None:
            nonlocal steps
            steps += 1
            if self.indicator is not None:
                self.indicator.setValue(min(95, steps * 2))
            with suppress(Exception):
                toolkit.processEventsToIdle()

        return command.run(*arguments, waiting=waiting)

    def saved_copy(self) -> _SavedCopy:
        """The document as it stands, unsaved changes included, as a temporary .xlsx; the document itself is not saved."""
        return _SavedCopy(self)

    def open(self, path: Path, hidden: bool = False) -> object:
        """Opens a document in a window of its own; None where LibreOffice cannot."""
        desktop = self.service("com.sun.star.frame.Desktop")
        try:
            return desktop.loadComponentFromURL(uno.systemPathToFileUrl(str(path)), "_blank", 0, properties(Hidden=hidden))
        except Exception:  # no Writer installed, for one; the path is told anyway
            return None

    def one_step(self, title: str) -> _OneStep:
        """What is written in the block is undone in one step."""
        return _OneStep(self.document.getUndoManager(), title)


# Classes, not generators: an exception of UNO's takes no traceback, which `contextlib.contextmanager` would set.


class _Working:
    def __init__(self, office: Office, text: str) -> None:
        self.office, self.text = office, text

    def __enter__(self) -> None:
        office = self.office
        office.indicator = office.frame.createStatusIndicator()
        office.indicator.start(f"{CATEGORY}：{self.text}", 100)
        office.frame.getContainerWindow().setEnable(False)

    def __exit__(self, *error: object) -> None:
        self.office.frame.getContainerWindow().setEnable(True)
        self.office.indicator.end()
        self.office.indicator = None


class _SavedCopy:
    def __init__(self, office: Office) -> None:
        self.office = office
        self.folder = tempfile.TemporaryDirectory(prefix="ziping-")

    def __enter__(self) -> Path:
        path = Path(self.folder.name) / f"{self.office.stem}.xlsx"
        try:
            self.office.document.storeToURL(uno.systemPathToFileUrl(str(path)), properties(FilterName=XLSX))
        except BaseException:
            self.folder.cleanup()
            raise
        return path

    def __exit__(self, *error: object) -> None:
        self.folder.cleanup()


class _OneStep:
    def __init__(self, undo: object, title: str) -> None:
        self.undo, self.title = undo, title

    def __enter__(self) -> None:
        self.undo.enterUndoContext(f"{CATEGORY}：{self.title}")

    def __exit__(self, *error: object) -> None:
        self.undo.leaveUndoContext()
