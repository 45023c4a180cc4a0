"""What a standard leaves to the officer in so many words (酌情扣分, 视其情节, 视违规情况, 根据情节轻重): looked for in the text as it was written, before any turn of phrase or bracket is put aside."""

from __future__ import annotations

from ziping.standards.words.vocabulary import Pattern

__all__ = ["left_to_judgement"]

_SEEN = r"(?<![监巡重忽轻短电影透可歧注审检直藐漠敌正近远弱斜])视(?![频觉听力窗为同作察野])"
_BY = r"(?:根据|(?<!未)按照?(?![期时规要])|依据|依照?|结合|参照)"
_GRAVE = r"(?:情节|轻重|恶劣|严重程度)"
_GIVES = r"(?:扣|减|加|得|给|计|赋|打|评)"
_JUDGED = Pattern(
    r"酌(?!量计算)[^,;。，；\n]{0,2}"
    rf"|{_SEEN}[^,;。，；：:（()）\n]{{0,12}}?(?:情[况节形]?(?![绪感报怀愿景])|性质|轻重|程度|后果|影响)"
    rf"|{_BY}[^,;。，；：:（()）\n]{{0,8}}?{_GRAVE}"
    rf"|{_BY}[^,;。，；：:（()）\n\d]{{0,8}}?(?:性质|后果|影响)[^,;。，；：:（()）\n\d每的]{{0,8}}[,，]?{_GIVES}"
    rf"|{_BY}[^,;。，；：:（()）\n\d]{{0,8}}?情况[^;。；：:（()）\n\d]{{0,8}}{_GIVES}\d+(?:\.\d+)?分?(?:[-~—－～]|至|到)\d"
)
_CLAUSE = Pattern(r"[^;；。\n]+")
_BLANKS = Pattern(r"[ \t　]+")


def left_to_judgement(standard: str) -> str:
    """The clause that says so; empty where there is none."""
    text = _BLANKS.sub("", standard)
    said = _JUDGED.search(text)
    return next(clause[0].strip(",，") for clause in _CLAUSE.finditer(text) if clause.end() > said.start()) if said is not None else ""
