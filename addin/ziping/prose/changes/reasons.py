"""The reason given for a change against the change itself: 比上年减少12万元,…增加的主要原因是…."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ziping.prose.judging.before import Before
from ziping.prose.judging.claims import Claim, ClaimKind, Verdict, shown
from ziping.prose.text.naming import bare, names_agree
from ziping.prose.text.said import Role, Said
from ziping.prose.text.sentences import Sentence, Text

__all__ = ["reason_claims"]

_REASON = re.compile(r"(?:^|[,，。;；:：\s])(?P<name>[^,，。;；:：\d\s]{0,24}?)(?P<way>增加|增长|上升|减少|下降|降低)的?(?:主要)?原因(?:主要)?(?:是|为|系|在于|:)")
_BOTH = re.compile(r"收入、?支出|收支")
_NOT = re.compile(r"[未不没无]有?$|较|比|以")
_WORD = {1: "增加", -1: "减少"}


def reason_claims(text: Text, sentence: Sentence, said: Sequence[Said], before: Before) -> Iterator[Claim]:
    """One claim where the last changes told all go the other way than the reason says; a reason that fits its change is no claim."""
    if "原因" not in text.text[sentence.start : sentence.end]:
        return
    for match in _REASON.finditer(text.text, max(0, sentence.start - 1), sentence.end):
        here = [one for one in said if one.mention.end <= match.start("way")]
        told = here or (before.previous if not before.silent and not said else [])
        changes = [one for one in told if one.role is Role.CHANGE and one.direction and one.mention.figure.value > 0]
        way = 1 if match["way"] in ("增加", "增长", "上升") else -1
        name = bare(match["name"])
        if not changes or _NOT.search(match["name"]) or any(one.direction == way for one in changes):
            continue
        last = changes[-1]
        subject = next((one for one in reversed(told[: told.index(last)]) if one.amount), None)
        meant = not name and bool(here) or bool(_BOTH.search(name)) or any(names_agree(name, one.name) for one in (*changes, *([subject] if subject else [])) if one.name)
        if meant and not any(one.amount and one.mention.figure.value for one in told[told.index(last) + 1 :]):
            words = f"前面是{_WORD[last.direction]}{shown(last.mention)}，后面说的是{match['way']}的原因，增减方向相反，请核对。"
            yield Claim(ClaimKind.CHANGE, "", last.mention.start, match.end(), (last.mention,), match["way"], _WORD[last.direction], Verdict.FAILS, words)
