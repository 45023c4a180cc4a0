"""A position in the tokens of a standard: each reader either moves it past what it read or leaves it where it was."""

from __future__ import annotations

from ziping.standards.words.tokens import Token

__all__ = ["Cursor"]


class Cursor:
    """A position in the tokens of a standard, and the text they were read from."""

    __slots__ = ("at", "source", "tokens")

    def __init__(self, tokens: tuple[Token, ...], source: str) -> None:
        self.tokens, self.source, self.at = tokens, source, 0

    def kind(self, ahead: int = 0) -> str:
        at = self.at + ahead
        return self.tokens[at].kind if 0 <= at < len(self.tokens) else "END"

    def token(self, ahead: int = 0) -> Token:
        return self.tokens[self.at + ahead]

    def take(self) -> Token:
        self.at += 1
        return self.tokens[self.at - 1]

    def accept(self, *kinds: str) -> Token | None:
        return self.take() if self.kind() in kinds else None

    def skip(self, *kinds: str) -> None:
        while self.kind() in kinds:
            self.at += 1

    @property
    def done(self) -> bool:
        return self.at >= len(self.tokens)

    def slice(self, start: int, end: int) -> str:
        """The text of the tokens start…end−1."""
        if start >= end:
            return ""
        last = self.tokens[end - 1]
        return self.source[self.tokens[start].start : last.start + len(last.text)]
