"""How many of the things that a standard lists are not there, as the actual names them: 管护制度、管护人员已落实，管护经费未落实; 未召开工作会议，其余三项已落实; 缺责任制度."""

from __future__ import annotations

from ziping.standards.rule import Count
from ziping.standards.spelling import told_number
from ziping.standards.vocabulary import Pattern

__all__ = ["missing", "things_listed"]

_DONE = r"(?:落实|到位|建立|制定|完成|成立|具备|健全|编制|做到)"
_TAIL = Pattern(rf"(?:等(?:各?方面|内容|制度)?|各?方面|[两三四五六]?项?(?:均|都|全部)?已?{_DONE})?的?(?:,?[得记计]\d+(?:\.\d+)?分)?$")
_EARNS = Pattern(r"^(?P<list>[^;。\n:]{6,90}?)(?:的)?,?[得记计](?:满分|\d+(?:\.\d+)?分)[,;]每")
_DID = Pattern(r"^[^\W\d]{2}了[^\W\d]{2,16}$")
_PIECES, _NAMES = Pattern(r"[,;]"), Pattern(r"[、和]")
_ALL = Pattern(rf"([两三四五六七八]|\d)项(?:内容|工作|制度)?(?:均|都|全部)已?{_DONE}")
_REST = Pattern(rf"(?:其余|其他|其它)(?:(?P<many>[一两二三四五六七八]|\d)项)?(?:工作|制度|内容)?(?:均|都)?已?(?P<did>{_DONE})")
_LACKS = Pattern(r"(?:缺少?|缺失|没有|尚缺)(?P<names>[^\W\d未不没无缺]{2,30}(?:、[^\W\d未不没无缺]{2,16})*)")
_STATE = Pattern(rf"(?P<names>[^\W\d未不没无、]{{2,16}}?(?:[、和][^\W\d未不没无、]{{2,16}}?)*)(?:均|都)?(?P<no>未|没有)?已?(?P<did>{_DONE})")
_DOING = Pattern(r"(?P<no>未|没有)?已?(?P<thing>[^\W\d未不没无]{4,18})")


def things_listed(source: str) -> list[str]:
    """The things that the first sentence lists, and asks for together."""
    said = _EARNS.match(source)
    if said is None:
        return []
    clauses = said["list"].split(",")
    if len(clauses) > 1:
        clauses[-1] = clauses[-1].removesuffix("的")
        return [c.replace("了", "", 1) for c in clauses] if all(_DID.match(c) for c in clauses) else []
    items = [_TAIL.sub("", item) for item in _NAMES.split(said["list"])]
    return items if len(items) > 1 and all(len(item) > 1 for item in items) and len(set(items)) == len(items) else []


def missing(text: str, effect: Count, source: str) -> int | None:
    """How many of them are missing; None where the actual leaves one of them open beside others that it tells."""
    if effect.gain or not (effect.lack in ("缺", "少") or effect.what.startswith("未")):
        return None
    items = things_listed(source)
    done = effect.what.removeprefix("未") if not effect.lack else ""
    if (whole := _ALL.fullmatch(text)) is not None:
        return 0 if items and told_number(whole[1]) == len(items) and (not done or text.endswith(done)) else None
    told: dict[str, bool] = {}
    rest: int | None = None
    for piece in (p for p in _PIECES.split(text) if p):
        if (others := _REST.fullmatch(piece)) is not None and rest is None and (not done or others["did"] == done):
            rest = int(told_number(others["many"])) if others["many"] else -1  # type: ignore[arg-type]
            continue
        there = _named(piece, items, effect, done)
        if there is None or any(name in told for name in there):
            return None
        told |= there
    gone = sum(not yes for yes in told.values())
    left = len(items) - len(told)
    if not items or gone > len(items) or (rest is not None and rest not in (-1, left)) or (rest is None and left and (gone == 0 or gone < len(told))):
        return None
    return gone


def _named(piece: str, items: list[str], effect: Count, done: str) -> dict[str, bool] | None:
    """The listed things that a piece tells to be there, or not."""
    if (lacks := _LACKS.fullmatch(piece)) is not None and effect.lack:
        return _found(lacks["names"], items, effect, yes=False)
    state = _STATE.fullmatch(piece)
    if state is not None and (not done or state["did"] == done) and (found := _found(state["names"], items, effect, yes=state["no"] is None)) is not None:
        return found
    doing = _DOING.fullmatch(piece)
    return {doing["thing"]: doing["no"] is None} if doing is not None and effect.lack and doing["thing"] in items else None


def _found(names: str, items: list[str], effect: Count, yes: bool) -> dict[str, bool] | None:
    found = {}
    for name in _NAMES.split(names):
        hits = [item for item in items if name == item or name in (f"{item}度", f"{item}{effect.what}") or len(name) > 3 and item.endswith(name)]
        if len(hits) != 1 or hits[0] in found:
            return None
        found[hits[0]] = yes
    return found
