"""Small frozen values without generated code: scoring one cell in a fresh interpreter must not wait for twenty classes to be compiled."""

from __future__ import annotations

__all__ = ["Record"]


class Record:
    """A value with named fields, given in order or by name; equal to another of its class with the same fields.

    A class names its fields in `__slots__` and the values of those that may be left out in `defaults`; fields in `silent` do not count
    for equality.
    """

    __slots__ = ()
    names: tuple[str, ...] = ()
    defaults: dict[str, object] = {}
    silent: frozenset[str] = frozenset()

    def __init_subclass__(cls) -> None:
        inherited = cls.__mro__[1].names  # type: ignore[attr-defined]
        cls.names = inherited + tuple(cls.__slots__)
        cls.defaults = cls.__mro__[1].defaults | cls.defaults  # type: ignore[attr-defined]

    def __init__(self, *values: object, **named: object) -> None:
        names = self.names
        if len(values) > len(names):
            raise TypeError(f"{type(self).__name__} has {len(names)} fields, not {len(values)}")
        for name, value in zip(names, values, strict=False):
            object.__setattr__(self, name, value)
        for name in names[len(values) :]:
            if name in named:
                object.__setattr__(self, name, named.pop(name))
            elif name in self.defaults:
                object.__setattr__(self, name, self.defaults[name])
            else:
                raise TypeError(f"{type(self).__name__} lacks {name}")
        if named:
            raise TypeError(f"{type(self).__name__} has no {', '.join(named)}")

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(f"{type(self).__name__} is frozen")

    def but(self, **changes: object):  # noqa: ANN201 - its own class
        """The same with some fields changed."""
        return type(self)(**{name: changes.pop(name, getattr(self, name)) for name in self.names}, **changes)

    def _key(self) -> tuple[object, ...]:
        return tuple(getattr(self, name) for name in self.names if name not in self.silent)

    def __eq__(self, other: object) -> bool:
        return type(other) is type(self) and self._key() == other._key()  # type: ignore[attr-defined]

    def __hash__(self) -> int:
        return hash((type(self), self._key()))

    def __repr__(self) -> str:
        return f"{type(self).__name__}({', '.join(f'{name}={getattr(self, name)!r}' for name in self.names)})"
