"""No text raises, and changing a digit of an understood claim makes it fail."""

from __future__ import annotations

import random
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ziping.prose import Claim, check_prose, figures, summary

sys.path.insert(0, str(Path(__file__).parent))
from sentences import ALL  # noqa: E402

PIECES = [
    "支出", "收入", "其中", "：", "，", "、", "；", "。", "\n", "（", "）", "(", ")", "占", "比上年", "增加", "下降", "完成", "年初预算", "的", "为", "各",
    "分别为", "合计", "100", "0", "12.5", "1,234.50", "１２", "-3", "万元", "元", "亿元", "%", "个", "人", "分", "=", "/", "×100%", "+", "2020年", "一、",
    "（一）", "1.", "约", "余", "≤", "原值", "折旧", "净值", "年末", "结转", "收支平衡", "等级为优", "\t", " ", "\x00", "🙂", "２０２１年", ".", ",", "..", "个科室",
]  # fmt: skip
TEXTS = st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=4)), max_size=60).map("".join)


@settings(max_examples=500, deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True)
@given(TEXTS)
def test_any_text_is_read_without_an_exception(text: str) -> None:
    result = check_prose(text)
    for claim in result.claims:
        assert text[claim.start : claim.end] == claim.quote
    assert "\n" not in summary(text)
    for one in figures(text):
        assert 0 <= one.start < one.end <= len(text)


@pytest.mark.parametrize("text", ["预算１２12.5万元１3万元", "\n12万元", "(", "1=", "=1", "年初预算12万元13万元", "占%", "0÷0=100%", "分别为、、、"])
def test_texts_that_are_hardly_texts(text: str) -> None:
    check_prose(text)


@settings(max_examples=400, deadline=None, derandomize=True)
@given(st.data())
def test_damaged_sentences_are_read_without_an_exception(data: st.DataObject) -> None:
    text = data.draw(st.sampled_from([row[1] for row in ALL]))
    for _ in range(data.draw(st.integers(1, 6))):
        at = data.draw(st.integers(0, len(text)))
        text = text[:at] + data.draw(st.sampled_from(PIECES)) + text[at + data.draw(st.integers(0, 5)) :]
    check_prose(text)


FAMILY = {"parts": "sum"}


def family(claim: Claim) -> str:
    return FAMILY.get(claim.kind, claim.kind)


def mutation_rate(texts: list[str], seed: int = 1) -> tuple[int, int, list[str]]:
    """(mutations beyond tolerance, of these noticed, the ones that were not) over every figure of every claim that holds."""
    chance = random.Random(seed)
    changed = noticed = 0
    missed = []
    for text in texts:
        for claim in check_prose(text).claims:
            if claim.verdict != "holds":
                continue
            places = {f.start for f in claim.figures}
            for figure in claim.figures:
                for at in range(figure.start, figure.end):
                    if text[at] not in "0123456789":
                        continue
                    digit = chance.choice([d for d in "0123456789" if d != text[at] and not (at == figure.start and d == "0")])
                    other = text[:at] + digit + text[at + 1 :]
                    claims = [c for c in check_prose(other).claims if family(c) == family(claim)]
                    if any(c.verdict == "holds" and {f.start for f in c.figures} == places for c in claims):
                        continue  # within the tolerance
                    changed += 1
                    if any(c.verdict == "fails" and len(places & {f.start for f in c.figures}) >= min(2, len(places)) for c in claims):
                        noticed += 1
                    else:
                        missed.append(f"{claim.kind}: {text[figure.start : figure.end]} → {digit} in {claim.quote[:60]}")
    return changed, noticed, missed


def test_a_wrong_digit_turns_an_understood_claim_to_fails(capsys: pytest.CaptureFixture[str]) -> None:
    """Over the sentences that state claims and have no error yet. The traps are left out: their lists of round numbers may be excerpts."""
    right = [row[1] for row in ALL if row[3] != "none" and not any(c.verdict == "fails" for c in check_prose(row[1]).claims)]
    changed, noticed, missed = mutation_rate(right)
    with capsys.disabled():
        print(f"\nmutated digits noticed: {noticed} of {changed} ({noticed / changed:.2%})")
    assert changed > 500
    assert noticed / changed >= 0.98, "\n".join(missed)
