"""Score and grade: 得分92分, 等级为优."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from ziping.prose.judging.claims import Claim, ClaimKind, shown, verdict_of
from ziping.prose.text.figures import Kind
from ziping.prose.text.said import Said
from ziping.prose.text.sentences import Sentence, Text

__all__ = ["grade_claims", "told_ladder"]

Ladder = tuple[tuple[Decimal, str], ...]  # the least points and the grade, the highest first

# 财预〔2020〕10号: 90 (incl.)–100 优, 80 (incl.)–90 良, 60 (incl.)–80 中, below 60 差.
_LADDER = ((90, "优"), (80, "良"), (60, "中"), (0, "差"))
_GRADE = re.compile(r"(?:等级|等次|评价|评定|评级|结果|结论|绩效|档次)[^,，;；。]{0,8}?(?:为|是|达到|属于|:)[“\"'《\s]{0,2}(?P<grade>优秀|优|良好|良|中等|中|较差|差)(?=[”\"'》。,，;；)\s]|等|档|级|$)")
_OVERALL = re.compile(r"总体绩效(?:情况|水平|评价)?(?P<grade>优秀|良好|中等|较差)(?=[,，。;；]|$)")  # 得分83分,总体绩效良好
_STEP = re.compile(r"(?P<least>\d{2})分?(?:\(含\))?分?(?:至|到|-|—|~)\d{2,3}分?(?:\((?:不?含)\))?分?(?:的)?[,，]?(?:为|评为|等级为|属于)[“\"]?(?P<grade>优|良|中|一般|合格)")
_SCORED = re.compile(r"得分|评分|总分|综合|自评|分值|评价")


# Local ladders begin 良 at 75 instead of 80 and 优 at up to 95.
_LOWEST = {"优": 90, "良": 75, "中": 60, "差": 0}
_OWN = re.compile(r"\d分?(?:\(含\)|\(含\d+分?\))?以上[^。\n]{0,8}优")


def told_ladder(text: Text) -> Ladder:
    """The ladder that the text itself gives (90(含)至100分为优,80(含)至90分为良…), the highest grade first; () where it gives none."""
    steps = {match["grade"]: Decimal(match["least"]) for match in _STEP.finditer(text.text)}
    return tuple(sorted(((least, grade) for grade, least in steps.items()), reverse=True)) if len(steps) > 2 else ()


def _beyond_doubt(score: Decimal, stated: str) -> bool:
    """Whether the score is too low for the stated grade on every ladder in use."""
    return score < _LOWEST[stated.removeprefix("较")[:1]]


def grade_claims(text: Text, sentence: Sentence, said: Sequence[Said], told: Ladder) -> Iterator[Claim]:
    """One claim where a sentence states one score out of 100 and its grade.

    Held against the ladder that the text tells, else the national one (财预〔2020〕10号); a sentence that explains a ladder of its own (≥90分为优) states no claim.
    """
    scores = [s for s in said if s.mention.kind is Kind.SCORE]
    match = _GRADE.search(text.text, sentence.start, sentence.end) or _OVERALL.search(text.text, sentence.start, sentence.end)
    if match is None or len(scores) != 1 or scores[0].mention.loose or not _SCORED.search(scores[0].lead):
        return
    score = scores[0].mention
    if score.figure.value > 100 or score.start > match.start() or "满分" in scores[0].lead:
        return
    due = next((grade for least, grade in told or _LADDER if score.figure.value >= least), "差")
    stated = match["grade"]
    holds = stated.removeprefix("较").startswith(due[:1])
    bounds = "、".join(str(least) for least, _ in (told or _LADDER) if least)
    words = f"{shown(score)}按{bounds}分的界限为“{due}”，文中为“{stated}”" + ("，相符。" if holds else "；如当地另有等级标准请注明，否则请核对。")
    certain = not holds and (stated[:1] in {grade[:1] for _, grade in told} or _beyond_doubt(score.figure.value, stated) and not _OWN.search(text.text))
    verdict = verdict_of(holds, certain)
    yield Claim(ClaimKind.SCORE, "", score.start, match.end("grade"), (score,), stated, due, verdict, words)
