"""A small dialog: a few labelled fields, 确定 and 取消, laid out in the toolkit's own units."""

from __future__ import annotations

from dataclasses import dataclass

_ROW, _LABEL, _WIDTH, _MARGIN = 18, 60, 260, 6


@dataclass(frozen=True, slots=True)
class Field:
    """One field: choices makes it a list of (value, shown)."""

    key: str
    label: str
    default: str = ""
    choices: tuple[tuple[str, str], ...] = ()


def show(context: object, window: object, title: str, fields: tuple[Field, ...]) -> dict[str, str] | None:
    """What was filled in by the fields' keys; None when it was cancelled."""
    manager = context.ServiceManager
    model = manager.createInstanceWithContext("com.sun.star.awt.UnoControlDialogModel", context)
    height = _MARGIN * 3 + _ROW * (len(fields) + 1)
    _place(model, 60, 40, _WIDTH, height)
    model.Title = title
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
    for column, (name, kind, text) in enumerate((("ok", 1, "确定"), ("cancel", 2, "取消"))):
        button = model.createInstance("com.sun.star.awt.UnoControlButtonModel")
        _place(button, _WIDTH - (2 - column) * 54, height - _ROW - 1, 48, 15)
        button.Label, button.PushButtonType, button.DefaultButton = text, kind, name == "ok"
        model.insertByName(name, button)
    dialog = manager.createInstanceWithContext("com.sun.star.awt.UnoControlDialog", context)
    dialog.setModel(model)
    dialog.createPeer(manager.createInstanceWithContext("com.sun.star.awt.Toolkit", context), window)
    try:
        if dialog.execute() != 1:
            return None
        return {field.key: _given(dialog.getControl(field.key), field) for field in fields}
    finally:
        dialog.dispose()


def _given(control: object, field: Field) -> str:
    if field.choices:
        place = control.getSelectedItemPos()
        return field.choices[place][0] if place >= 0 else ""
    return control.getText().strip()


def _place(model: object, left: int, top: int, width: int, height: int) -> None:
    model.PositionX, model.PositionY, model.Width, model.Height = left, top, width, height
