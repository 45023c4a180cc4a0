"""Which of several conditions the statements of an actual affirm and deny, where every statement goes to one condition and to no other.

A condition may ask for several things (编制方案，并报县政府批准): each of them must be affirmed, and one denied denies it; of a fault any of its ways
(未建立或未更新) is the fault.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ziping.standards.sayings.another import SHOWN_BY
from ziping.standards.sayings.deciding import PARTS
from ziping.standards.sayings.entailing import EXACT, NEAR, concerns, relation
from ziping.standards.sayings.propositions import QUALITIES, Proposition, read
from ziping.standards.sayings.statements import JOINED
from ziping.standards.words.vocabulary import Pattern, in_order, words

__all__ = ["align", "sweeping"]

_CLAUSES = Pattern(r"[,;。]|但是?|而(?!且)|不过|同时")
_AND = Pattern(r"并且|而且|且|(?<![合一归兼])并(?![购轨网联发行入])")
_BASED_ON = Pattern(r"^[^,;。]{0,12}?(?:根据|依据|按照?)[^,;。]*?(?:要求|规定|通知|意见|办法|精神|部署),")
_BUT = Pattern(r"但是?|而(?!且)")
_EITHER = Pattern(r"或者?")
_ALL_BESIDES = Pattern(r"(?:其他|其余|其它)(?:方面|事项|情况)?(?:均|都)?(?:无问题|正常|无异常|没有问题)")

Part = tuple[int, Proposition]


def align(conditions: Sequence[str], text: str, faults: Sequence[bool] = (), apart: bool = True) -> list[bool | None] | None:
    """For each condition whether it holds, None where it is not told; None altogether where a statement goes to no condition, to several, or against another.

    faults: which of them take points off. apart: they are of different things; else of the same one (无结余, 有结余但不超过上年), and a statement may decide several.
    """
    faults = faults or [False] * len(conditions)
    holds = _aligned(conditions, text, faults, apart)
    plain = [SHOWN_BY.sub("", condition) for condition in conditions]
    return _aligned(plain, text, faults, apart) if (holds is None or None in holds) and plain != list(conditions) else holds


def _aligned(conditions: Sequence[str], text: str, faults: Sequence[bool], apart: bool) -> list[bool | None] | None:
    split = [_parts(condition, fault) for condition, fault in zip(conditions, faults, strict=True)]
    text = _trimmed(conditions, text)
    if any(each is None for each in split):
        return None
    parts = [(i, proposition) for i, each in enumerate(split) for proposition in each or ()]
    told: dict[int, bool] = {}
    for said in _statements(text, parts, faults, apart):
        hits = _hits(said, parts, faults, apart) if said is not None else []
        if not hits:
            return None
        for at, yes in hits:
            if told.setdefault(at, yes) != yes:
                return None
    holds = []
    for i, condition in enumerate(conditions):
        mine = _there(split[i] or [], [told.get(at) for at, (j, _) in enumerate(parts) if j == i]) if faults[i] else [told.get(at) for at, (j, _) in enumerate(parts) if j == i]
        holds.append(_together(mine, faults[i] and _EITHER.search(condition) is not None))
    return holds if told else None


_NOT_SET_UP = Pattern(r"(?:未|没有)(?:建立|设立|配置|配备|制定|制订|成立|设置|编制|出台)(?:[^\W\d]{2,8})?$")


def _there(asked: list[Proposition], told: list[bool | None]) -> list[bool | None]:
    """健全, where 机构未配置或不健全 is the fault: of what is sound, there is one."""
    sound = any(yes is False and not p.about and p.says and p.says <= QUALITIES for p, yes in zip(asked, told, strict=True))
    return [False if sound and yes is None and _NOT_SET_UP.search(p.text) else yes for p, yes in zip(asked, told, strict=True)]


def _together(mine: list[bool | None], either: bool) -> bool | None:
    decisive = either
    if decisive in mine:
        return decisive
    return None if None in mine else not decisive


def _parts(condition: str, fault: bool) -> list[Proposition] | None:
    """What a condition asks for, one by one; None where something of it cannot be read."""
    plain = _BASED_ON.sub("", condition)
    pieces = [piece for clause in _BUT.split(plain) for piece in PARTS.split(clause) if piece]
    if fault and len(pieces) == 1 and all((p := read(piece)) is not None and not p.yes for piece in _EITHER.split(plain)):
        pieces = _EITHER.split(plain)
    found = [read(piece) for piece in pieces]
    return None if None in found else found  # type: ignore[return-value]


def _statements(text: str, parts: list[Part], faults: Sequence[bool], apart: bool) -> Iterator[Proposition | None]:
    known = {asked.text for _, asked in parts}
    clauses = [clause for clause in _CLAUSES.split(text) if clause]
    for at, clause in enumerate(clauses):
        if at and _ALL_BESIDES.fullmatch(clause) and any(faults):
            continue
        pieces = [clause] if clause in known else [each for piece in _AND.split(clause) if piece for each in _listed(piece)]
        if len(pieces) > 1 and any((said := read(piece)) is None or not said.yes for piece in pieces):
            yield None  # 未编制并印发: how far does the denial reach?
            return
        for piece in pieces:
            yield from _several(piece, parts, faults, apart)


def _trimmed(conditions: Sequence[str], text: str) -> str:
    """未形成现场查看记录, where 定期现场查看，并形成记录 is asked for: what the record is of, as another part of the same condition says."""
    for condition in conditions:
        each = [part for part in PARTS.split(condition) if part]
        for part in each[1:]:
            verb, thing = part[:2], part[2:]
            said = re.search(rf"(?<=[未有没已]){re.escape(verb)}([^,;。]{{2,8}}){re.escape(thing)}(?=[,;。]|$)", text) if len(thing) > 1 else None
            if said is not None and any(said[1] in other for other in each if other is not part):
                text = text[: said.start(1)] + text[said.end(1) :]
    return text


def _listed(piece: str) -> list[str]:
    """程序合法、结果公正: two statements; 程序、结果公正 is one of two things."""
    each = [p for p in piece.split("、") if p]
    return each if len(each) > 1 and all((said := read(p)) is not None and said.about and said.says and said.yes for p in each) else [piece]


_NONE_OF_THEM = Pattern(r"(?:均|都)(?:未|没|不|无)")


def _several(piece: str, parts: list[Part], faults: Sequence[bool], apart: bool) -> Iterator[Proposition | None]:
    """预算、决算均已公开: the same of each; in one where the condition itself names them so."""
    said = read(piece)
    if said is None or not JOINED.search(said.about) or _hits(said, parts, faults, apart):
        yield said
        return
    if not said.yes and not _NONE_OF_THEM.search(piece):
        yield None  # 无台账和记录: either, or both together?
        return
    for name in filter(None, JOINED.split(said.about)):
        yield Proposition(piece + name, name, said.says, said.how - {"全"}, said.degree, said.yes, said.carried, said.aside, len(name) if said.front else 0)


def _hits(said: Proposition, parts: list[Part], faults: Sequence[bool], apart: bool) -> list[tuple[int, bool]]:
    """The parts that the statement decides: of one condition, and none where it might mean another."""
    found = [(*relation(said, asked, faults[i]), at) for at, (i, asked) in enumerate(parts)]
    if not apart:
        spoken = [(at, bool(yes)) for rank, yes, at in found if rank]
        names = sorted({parts[at][1].about for at, _ in spoken}, key=len)
        return spoken if said.about or all(in_order(name, names[-1]) for name in names) else []
    best = max((rank for rank, yes, at in found), default=0)
    hits = [(at, bool(yes)) for rank, yes, at in found if rank == best > 0]
    meant = {parts[at][0] for at, yes in hits if yes or not faults[parts[at][0]]}
    if len(meant) > 1 or not meant and len({parts[at][0] for at, _ in hits}) > 1 or len({parts[at][0] for at, _ in hits}) < len(hits) and best < EXACT:
        return []
    if best == NEAR and any(concerns(said, asked) and rank == 0 and asked.about != parts[hits[0][0]][1].about for (rank, _, _), (_, asked) in zip(found, parts, strict=True)):
        return []
    return hits


_ALL = Pattern(r"(?:以上|上述)?(?:各项|[两二三四五六\d]项)?(?:条件|要求|内容|工作|任务)?(?:均|都|全部)(?:均|都)?(?P<no>未|没有)?已?(?P<verb>[^\W\d未不没无]{2,4})(?:到位|要求|条件)?")
_ONE = Pattern(r"第?(?P<which>\d(?:[、和及]\d)*)[项条点]?(?:均|都)?(?P<no>未|没有)?已?(?P<verb>[^\W\d未不没无]{2,4})(?:要求|条件)?")
_MET, _DONE = words("符合 满足 达到 做到 具备 达标"), words("完成 落实 实施 落实到位 做好 执行 实现")


def sweeping(conditions: Sequence[str], text: str) -> list[bool] | None:
    """均已落实, 全部完成, 1、3已完成，2未完成: what is said of all of them, or of each by its number."""
    asked = [_parts(condition, fault=False) for condition in conditions]
    if any(each is None for each in asked):
        return None
    if (everything := _ALL.fullmatch(text)) is not None:
        said = everything["verb"]
        if everything["no"]:
            return None
        return [True] * len(conditions) if all(_fits(said, p) for each in asked for p in each or ()) else None
    told: dict[int, bool] = {}
    for clause in _CLAUSES.split(text):
        claim = _ONE.fullmatch(clause)
        for digit in (_DIGIT.findall(claim["which"]) if claim is not None else "0"):
            at = int(digit) - 1
            if at in told or not 0 <= at < len(conditions) or not all(_fits(claim["verb"], p) for p in asked[at] or ()):  # type: ignore[index]
                return None
            told[at] = not claim["no"]  # type: ignore[index]
    return [told[at] for at in range(len(conditions))] if len(told) == len(conditions) else None


_DIGIT = Pattern(r"\d")


def _fits(verb: str, asked: Proposition) -> bool:
    """Whether 完成 says all of what is asked: something done, and nothing of its time, its amount or its quality alone; 制定 only where just that is asked."""
    if verb in _MET:
        return True
    if not asked.yes or asked.how & {"时", "足"}:
        return False
    if verb in _DONE:
        return not asked.says or not asked.says <= QUALITIES
    said = read(verb)
    return said is not None and not said.about and said.yes and relation(said, asked)[1] is True
