"""The one kind of error that reaches an officer: a call refused with a reason.

Floor 1. Rooms subclass `Refusal`; hosts show its text and nothing else. Everything else that is raised is a fault of ours, which a host reports
as such, in one sentence too, with the place where the details were kept.
"""

from __future__ import annotations


class Refusal(Exception):
    """A refused call: one Chinese sentence saying where, what must hold, what was found and what to do."""
