"""A property that is worked out the first time it is asked for, and kept.

What `functools.cached_property` is without its lock, which until Python 3.12 costs more than most of what ties and rates work out by the hundred.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Generic, TypeVar

T = TypeVar("T")


class once(Generic[T]):  # noqa: N801 - it is written like a function
    """The value stands in the object's own dictionary from then on, where it is found before this is."""

    def __init__(self, make: Callable[[Any], T]) -> None:
        self.make, self.name, self.__doc__ = make, make.__name__, make.__doc__

    def __get__(self, instance: Any, owner: type | None = None) -> T:
        value = instance.__dict__[self.name] = self.make(instance)
        return value
