"""Every family of claims on sentences of our own: recomputed, judged, and left alone where there is another reading."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from ziping.prose import check_prose

sys.path.insert(0, str(Path(__file__).parent))
from sentences import ALL  # noqa: E402


@pytest.mark.parametrize(("text", "kind", "verdict", "stated", "recomputed"), [row[1:] for row in ALL], ids=[row[0] for row in ALL])
def test_sentence(text: str, kind: str, verdict: str, stated: str, recomputed: str) -> None:
    claims = check_prose(text).claims
    told = [(str(c.kind), str(c.verdict), c.stated, c.recomputed) for c in claims]
    if verdict == "none":
        assert not [c for c in claims if c.verdict == "fails"], told
    else:
        assert (kind, verdict, stated, recomputed) in told
        if verdict == "holds":
            assert not [c for c in claims if c.verdict == "fails"], told


@pytest.mark.parametrize("text", [row[1] for row in ALL], ids=[row[0] for row in ALL])
def test_a_quote_is_what_stands_at_its_position(text: str) -> None:
    for claim in check_prose(text).claims:
        assert text[claim.start : claim.end] == claim.quote
        assert claim.explanation.endswith("。")
        for figure in claim.figures:
            assert text[figure.start : figure.end].strip()
