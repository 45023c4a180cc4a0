"""So many of them, all as they should be (三项均符合): whether so many are all that a standard speaks of."""

from __future__ import annotations

from ziping.standards.marks import MARKS
from ziping.standards.refusal import NotScorable, quoted
from ziping.standards.spelling import told_number
from ziping.standards.values import Value
from ziping.standards.vocabulary import Pattern

__all__ = ["of_them_all"]

_SO_MANY = Pattern(r"(?:以上|上述)?(\d+|[一二两三四五六七八九十]+)(?:项|条|点|个(?:要点|条件|方面))(?:条件|要求|内容|标准)?(?:均|都|全部?)(?!未|不|没|无)")
_PRINTED = Pattern(r"(\d+|[一二两三四五六七八九十]+)(?:项|条|点|个(?:要点|条件|方面))")
_SENTENCES, _CLAUSES, _MEMBERS = Pattern(r"[;。\n]"), Pattern(r"[,;。:\n]"), Pattern(r"、|且|和|及(?!时)|与")


def of_them_all(text: str, source: str, target: Value | None, parts: int) -> None:
    """NotScorable for 两项均符合 where the standard scores (parts), lists or counts another number of them, or none."""
    said = _SO_MANY.match(text)
    if said is None:
        return
    known = {parts} if parts else _counted(source)
    known.add(source.count("是否"))  # 是否设定了目标，是否细化、量化: so many questions
    if target is not None and target.kind == "number":
        known.add(int(target.low))
    if (number := _number(said[1])) < 2 or number not in known:
        raise NotScorable(f"完成值{quoted(text)}说的是{said[1]}项，评分标准所列的不是这个数，不能当作全部符合，请逐项写明。")


def _counted(source: str) -> set[int]:
    """How many there are by the marks of the source, the members of its lists, its sentences without points, and the numbers it prints."""
    asked = sum(1 for sentence in _SENTENCES.split(source) if sentence and "分" not in sentence)
    return {asked, len(set(MARKS.findall(source)))} | {len(_MEMBERS.split(clause)) for clause in _CLAUSES.split(source)} | {_number(match[1]) for match in _PRINTED.finditer(source)}


def _number(text: str) -> int:
    return int(told_number(text) or 0)
