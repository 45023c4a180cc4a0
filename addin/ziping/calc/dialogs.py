"""Small dialogs, laid out in the toolkit's own units: labelled fields to fill in, a list to agree to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

_ROW, _LABEL, _WIDTH, _MARGIN = 18, 60, 260, 6
_LIST_WIDTH, _LIST_HEIGHT = 360, 150
_OK = 1  # of PushButtonType, and what a dialog gives when it was pressed


@dataclass(frozen=True, slots=True)
class Field:
    """One field: choices makes it a list of (value, shown)."""

    key: str
    label: str
    default: str = ""
    choices: tuple[tuple[str, str], ...] = ()


def show(context: object, window: object, title: str, fields: tuple[Field, ...]) -> dict[str, str] | None:
    """What was filled in by the fields' keys; None when it was cancelled."""
    height = _MARGIN * 3 + _ROW * (len(fields) + 1)
    model = _model(context, title, _WIDTH, height)
    for row, field in enumerate(fields):
        top = _MARGIN + row * _ROW
        label = model.createInstance("com.sun.star.awt.UnoControlFixedTextModel")
        _place(label, _MARGIN, top + 2, _LABEL, 12)
        label.Label = field.label
        model.insertByName(f"label-{field.key}", label)
        kind = "ListBox" if field.choices else "Edit"
        entry = model.createInstance(f"com.sun.star.awt.UnoControl{kind}Model")
        _place(entry, _MARGIN + _LABEL, top, _WIDTH - _LABEL - 2 * _MARGIN, 14)
        if field.choices:
            entry.Dropdown = True
            entry.StringItemList = tuple(shown for _, shown in field.choices)
            values = [value for value, _ in field.choices]
            entry.SelectedItems = (values.index(field.default) if field.default in values else 0,)
        else:
            entry.Text = field.default
        model.insertByName(field.key, entry)
    _buttons(model, _WIDTH, height, "确定", "取消")
    dialog = _dialog(context, window, model)
    try:
        if dialog.execute() != _OK:
            return None
        return {field.key: _given(dialog.getControl(field.key), field) for field in fields}
    finally:
        dialog.dispose()


def agreed(context: object, window: object, title: str, question: str, lines: Sequence[str]) -> bool:
    """Whether the person agrees to all lines, every one of which can be read by scrolling."""
    height = _MARGIN * 3 + _ROW * 2 + _LIST_HEIGHT
    model = _model(context, title, _LIST_WIDTH, height)
    label = model.createInstance("com.sun.star.awt.UnoControlFixedTextModel")
    _place(label, _MARGIN, _MARGIN, _LIST_WIDTH - 2 * _MARGIN, 12)
    label.Label = question
    model.insertByName("question", label)
    listed = model.createInstance("com.sun.star.awt.UnoControlEditModel")
    _place(listed, _MARGIN, _MARGIN + _ROW, _LIST_WIDTH - 2 * _MARGIN, _LIST_HEIGHT)
    listed.MultiLine = listed.ReadOnly = listed.VScroll = listed.HScroll = True
    listed.Text = "\n".join(lines)
    model.insertByName("lines", listed)
    _buttons(model, _LIST_WIDTH, height, "是", "否")
    dialog = _dialog(context, window, model)
    try:
        return dialog.execute() == _OK
    finally:
        dialog.dispose()


def _model(context: object, title: str, width: int, height: int) -> object:
    model = context.ServiceManager.createInstanceWithContext("com.sun.star.awt.UnoControlDialogModel", context)
    _place(model, 60, 40, width, height)
    model.Title = title
    return model


def _buttons(model: object, width: int, height: int, yes: str, no: str) -> None:
    for column, (name, kind, text) in enumerate((("ok", _OK, yes), ("cancel", 2, no))):
        button = model.createInstance("com.sun.star.awt.UnoControlButtonModel")
        _place(button, width - (2 - column) * 54, height - _ROW - 1, 48, 15)
        button.Label, button.PushButtonType, button.DefaultButton = text, kind, name == "ok"
        model.insertByName(name, button)


def _dialog(context: object, window: object, model: object) -> object:
    manager = context.ServiceManager
    dialog = manager.createInstanceWithContext("com.sun.star.awt.UnoControlDialog", context)
    dialog.setModel(model)
    dialog.createPeer(manager.createInstanceWithContext("com.sun.star.awt.Toolkit", context), window)
    return dialog


def _given(control: object, field: Field) -> str:
    if field.choices:
        place = control.getSelectedItemPos()
        return field.choices[place][0] if place >= 0 else ""
    return control.getText().strip()


def _place(model: object, left: int, top: int, width: int, height: int) -> None:
    model.PositionX, model.PositionY, model.Width, model.Height = left, top, width, height
