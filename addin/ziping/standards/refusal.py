"""What cannot be scored is refused, with the reason in one Chinese sentence."""

from __future__ import annotations

from ziping.refusal import Refusal

__all__ = ["NotScorable", "quoted"]

_LONGEST = 60


class NotScorable(Refusal):
    """No points can be given without guessing; the message says what is missing or unread and quotes the clause."""


def quoted(text: str) -> str:
    """A clause in Chinese quotation marks, shortened in the middle when it would not fit into one sentence."""
    text = " ".join(text.split())
    if len(text) > _LONGEST:
        text = f"{text[: _LONGEST // 2]}…{text[-_LONGEST // 2 :]}"
    return f"“{text}”"
