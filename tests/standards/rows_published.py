"""Rows after rule phrases as they stand in published tables."""

from __future__ import annotations

PUBLISHED: list[tuple[str, int, str, str, str]] = []
