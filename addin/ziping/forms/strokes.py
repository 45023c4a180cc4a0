"""Frozen objects made at a stroke: a reading makes very many, and a frozen dataclass guards its fields one by one while it is made."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import MISSING, fields, is_dataclass
from inspect import Parameter, signature
from typing import Any

from ziping.amounts import Figure
from ziping.evaluation import Datum, Level

__all__ = ["at_a_stroke", "datum_of", "figure_of", "level_of"]


def at_a_stroke(kind: type) -> Callable[..., Any]:
    """The constructor of a frozen class with slots, several times as fast; what it makes is as frozen, for it is given its class last.

    Its constructor must do no more than keep what it is given: no `__post_init__`, no factories of defaults; what it works out later is None till then.
    """
    given = {name: parameter.default for name, parameter in signature(kind).parameters.items()}
    slots = tuple(kind.__slots__)  # type: ignore[attr-defined]
    own = fields(kind) if is_dataclass(kind) else ()
    if hasattr(kind, "__post_init__") or any(field.default_factory is not MISSING or not field.init and field.default is not None for field in own):
        raise TypeError(f"{kind.__name__} is more than its fields")
    spaces = {"kind": kind, "Open": type("Open", (), {"__slots__": slots})}
    spaces |= {f"_{name}": default for name, default in given.items()}
    taken = ", ".join(name if default is Parameter.empty else f"{name}=_{name}" for name, default in given.items())
    lines = ["made = Open()", *(f"made.{name} = {name if name in given else None}" for name in slots), "made.__class__ = kind", "return made"]
    exec(f"def make({taken}):\n    " + "\n    ".join(lines), spaces)  # noqa: S102 - of names of fields alone
    return spaces["make"]  # type: ignore[return-value]


datum_of: Callable[..., Datum] = at_a_stroke(Datum)
figure_of: Callable[..., Figure] = at_a_stroke(Figure)
level_of: Callable[..., Level] = at_a_stroke(Level)
