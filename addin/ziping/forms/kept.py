"""What a function gave, remembered by its argument, for the few look-ups that every cell of a workbook needs."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

Key, Value = TypeVar("Key"), TypeVar("Value")


class Kept(dict[Key, Value]):
    """`kept[key]` is what `make(key)` gives, made once; all is forgotten when there are `most` of them. A look-up through the bound `__getitem__` costs half of
    one in an `lru_cache`; a subscript goes through the class first.
    """

    __slots__ = ("make", "most")

    def __init__(self, make: Callable[[Key], Value], most: int) -> None:
        super().__init__()
        self.make, self.most = make, most

    def __missing__(self, key: Key) -> Value:
        value = self.make(key)
        if len(self) >= self.most:
            self.clear()
        self[key] = value
        return value
