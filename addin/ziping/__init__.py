"""ziping (自评): scoring, checking and telling the yearly budget performance self-evaluation of a Chinese public body."""

from __future__ import annotations

import importlib

__version__ = "0.1.0"

_WHERE = {
    "score": "ziping.standards",
    "Score": "ziping.standards",
    "NotScorable": "ziping.standards",
    "check": "ziping.checks",
    "report": "ziping.reports",
    "read_workbook": "ziping.forms",
    "check_prose": "ziping.prose",
}
__all__ = ["NotScorable", "Score", "check", "check_prose", "read_workbook", "report", "score"]


def __getattr__(name: str):  # noqa: ANN202 - whatever the room exports
    """Public names are fetched from their rooms on first use: scoring one cell must not import a Word writer."""
    if name not in _WHERE:
        raise AttributeError(f"module 'ziping' has no attribute {name!r}")
    return getattr(importlib.import_module(_WHERE[name]), name)
