"""The verdict on one cell's text in one Chinese line."""

from __future__ import annotations

from ziping.prose.checker import check_prose
from ziping.prose.judging.claims import Verdict

__all__ = ["summary"]


def summary(text: str) -> str:
    """One line for a cell: what does not hold, else how much was recomputed; "" for a blank text.

    The first claim that fails is told in full; further ones are counted.
    """
    if not text.strip():
        return ""
    claims = check_prose(text).claims
    failing = [claim for claim in claims if claim.verdict is Verdict.FAILS]
    holding = sum(claim.verdict is Verdict.HOLDS for claim in claims)
    if failing:
        more = f"（另有{len(failing) - 1}处不符）" if len(failing) > 1 else ""
        return f"不符：{failing[0].explanation}{more}"
    if holding:
        return f"相符：核对了{holding}处数据关系。"
    return "未发现可核对的数据关系。"
