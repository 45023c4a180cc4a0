"""How many of the things that a standard lists are not there, as the actual names them: 管护制度、管护人员已落实，管护经费未落实; 未召开工作会议，其余三项已落实; 缺责任制度."""

from __future__ import annotations

import re

from ziping.standards.clauses.phrases import FAULTS
from ziping.standards.clauses.rule import Count
from ziping.standards.words.spelling import told_number
from ziping.standards.words.vocabulary import Pattern

__all__ = ["lacked", "listed_as_lacking", "missing", "things_listed"]

_DONE = r"(?:落实|到位|建立|制定|完成|成立|具备|健全|编制|做到)"
_GIVEN = r"(?:公开|公示|报送|上报|提交|归档)"  # done with papers: told only in the word that the standard has for it
_WHEN = r"(?:按时|及时|按期|如期|按规定|按要求)"
_TAIL = Pattern(rf"(?:等(?:各?方面|内容|制度)?|各?方面|[两三四五六]?项?(?:均|都|全部)?已?{_DONE})?的?(?:,?[得记计]\d+(?:\.\d+)?分)?$")
_GIVEN_OUT = Pattern(rf"(?:均|都|全部)?(?:{_WHEN})?{_GIVEN}的?$")
_LESS = Pattern(rf"(?:缺少?|少)({_GIVEN})?[1一]")
_GIVEN_TAIL = Pattern(rf"(?P<when>{_WHEN})?(?P<did>{_GIVEN})的?$")
_EARNS = Pattern(rf"^(?P<list>[^;。\n:]{{6,90}}?)(?:的)?,?[得记计](?:满分|\d+(?:\.\d+)?分)[,;](?:每|(?:缺少?|少)(?:{_GIVEN})?[1一][项个份])")
_DID = Pattern(r"^[^\W\d]{2}了[^\W\d]{2,16}$")
_PIECES, _NAMES = Pattern(r"[,;]|、(?=已?(?:具?有|无|没有))"), Pattern(r"[、和]")
_ALL = Pattern(rf"([两三四五六七八]|\d)项(?:内容|工作|制度)?(?:均|都|全部)已?{_DONE}")
_REST = Pattern(rf"(?:其余|其他|其它)(?:(?P<many>[一两二三四五六七八]|\d)项)?(?:工作|制度|内容)?(?:均|都)?已?(?:(?P<did>{_DONE})|(?P<when>{_WHEN})?(?P<given>{_GIVEN}))")
_LACKS = Pattern(r"(?:缺少?|缺失|没有|无|尚缺)(?P<names>[^\W\d未不没无缺]{2,30}(?:、[^\W\d未不没无缺]{2,16})*)")
_STATE = Pattern(rf"(?P<names>[^\W\d未不没无、]{{2,16}}?(?:[、和][^\W\d未不没无、]{{2,16}}?)*)(?:均|都)?(?P<no>未|没有)?已?(?:(?P<did>{_DONE})|(?P<when>{_WHEN})?(?P<given>{_GIVEN}))")
_DOING = Pattern(r"(?P<no>未|没有)?已?(?P<thing>[^\W\d未不没无]{4,18})")


_HAD = Pattern(r"^(?:具有|具备|备有|有)(?![效序关力利限益机偿害待所])")  # 有工作总结、自评表的: that they are there is asked of each
_HAS = Pattern(r"(?:已有|具有|具备|备有|有)(?![效序关力利限益机偿害待所])(?P<names>[^\W\d未不没无缺]{2,30}(?:、[^\W\d未不没无缺]{2,16})*)")


def things_listed(source: str) -> list[str]:
    """The things that the first sentence lists, and asks for together."""
    said = _EARNS.match(source)
    if said is None:
        return []
    clauses = said["list"].split(",")
    if len(clauses) > 1:
        clauses[-1] = clauses[-1].removesuffix("的")
        return [c.replace("了", "", 1) for c in clauses] if all(_DID.match(c) for c in clauses) else []
    items = [_TAIL.sub("", item) for item in _NAMES.split(_HAD.sub("", said["list"]))]
    items[-1] = _GIVEN_OUT.sub("", items[-1])
    return items if len(items) > 1 and all(len(item) > 1 for item in items) and len(set(items)) == len(items) else []


def missing(text: str, effect: Count, source: str) -> int | None:
    """How many of them are missing; None where the actual leaves one of them open beside others that it tells."""
    if effect.gain or not (effect.lack in ("缺", "少") or effect.what.startswith("未")):
        return None
    if (unmade := _unmade(text, effect, source)) is not None:
        return unmade
    items, given = things_listed(source), _given(source)
    noun = _one_noun(items) if given is not None else ""
    items = [item.removesuffix(noun) for item in items]
    done = effect.what.removeprefix("未") if not effect.lack else ""
    if (whole := _ALL.fullmatch(text)) is not None:
        return 0 if items and told_number(whole[1]) == len(items) and (not done or text.endswith(done)) else None
    told: dict[str, bool] = {}
    rest: int | None = None
    for piece in (p for p in _PIECES.split(text) if p):
        if (others := _REST.fullmatch(piece)) is not None and rest is None and _told_so(others, given, done):
            rest = int(told_number(others["many"])) if others["many"] else -1  # type: ignore[arg-type]
            continue
        there = _named(piece, items, effect, done, given, noun)
        if there is None or any(name in told for name in there):
            return None
        told |= there
    gone = sum(not yes for yes in told.values())
    left = len(items) - len(told)
    if given is not None and given["when"] and rest is None and left:
        return None  # of the others nobody says that they were in time
    if not items or gone > len(items) or (rest is not None and rest not in (-1, left)) or (rest is None and left and (gone == 0 or gone < len(told))):
        return None
    return gone


_KINDS_MADE = r"体系|制度|机制|预案|方案|台账|档案|队伍|平台"
_TO_BE_MADE = Pattern(rf"^(?:按照?(?:要求|规定|标准))?(?P<made>建立|制定|制订|编制|设立|成立|配备)(?:了|健全)?(?P<list>[^\W\d未不没无、]{{2,12}}(?:、[^\W\d未不没无、]{{2,12}}?)+?)(?:等|[2-9二两三四五六七八]项)*(?:工作|管理)?(?P<kind>{_KINDS_MADE})(?:的?,?得\d+(?:\.\d+)?分)?[,;。]")
_UNMADE = Pattern(r"(?P<no>未|没有)?已?(?P<made>[^\W\d未不没无]{2})(?P<names>[^\W\d未不没无]{2,16}(?:[、和][^\W\d未不没无]{2,16})*)")


def _unmade(text: str, effect: Count, source: str) -> int | None:
    """未建立协同联动体系，其余已建立, where 组织领导、方案预案、协同联动等体系 are to be 建立 and each that is lacking costs some: so many as are named; None where one is left open."""
    asked = _TO_BE_MADE.match(source)
    if asked is None or effect.gain or effect.lack not in ("少", "缺"):
        return None
    items = asked["list"].split("、")
    told: dict[str, bool] = {}
    rest: int | None = None
    for piece in (p for p in re.split("[,;]", text) if p):
        if rest is None and (others := _REST.fullmatch(piece)) is not None:
            if others["did"] != asked["made"]:
                return None
            rest = int(told_number(others["many"])) if others["many"] else -1  # type: ignore[arg-type]
            continue
        said = _UNMADE.fullmatch(piece)
        if said is None or said["made"] != asked["made"]:
            return None
        for name in _NAMES.split(said["names"]):
            hits = [item for item in items if name in (item, item + asked["kind"])]
            if len(hits) != 1 or hits[0] in told:
                return None
            told[hits[0]] = said["no"] is None
    gone, left = sum(not there for there in told.values()), len(items) - len(told)
    if not gone or rest is not None and rest not in (-1, left) or rest is None and left and gone < len(told):
        return None
    return gone


def _given(source: str) -> re.Match[str] | None:
    """全部按时公开, what is done with the things that are listed, and when; None where they only have to be there, or less of something else is counted."""
    said, less = _EARNS.match(source), _LESS.findall(source)
    given = _GIVEN_TAIL.search(said["list"]) if said is not None else None
    return given if given is not None and all(verb in ("", given["did"]) for verb in less) else None


def _told_so(said: re.Match[str], given: re.Match[str] | None, done: str) -> bool:
    """Whether a piece tells what the standard asks for in its own word, and in time where that is asked; not in time is not the same as not done."""
    if given is None:
        return said["given"] is None and (not done or said["did"] == done)
    if said["given"] != given["did"] or done and done != given["did"]:
        return False
    return not said["when"] if "no" in said.groupdict() and said["no"] else given["when"] in (None, said["when"])


_NOUN = Pattern(r"(?:信息|资料|报告|材料|报表|情况)$")


def _one_noun(items: list[str]) -> str:
    """信息 of 预算、决算、绩效信息: what is said behind the last of them is said of each; empty where another of them has one of its own."""
    noun = _NOUN.search(items[-1]) if items else None
    return noun[0] if noun is not None and not any(_NOUN.search(item) for item in items[:-1]) else ""


def _named(piece: str, items: list[str], effect: Count, done: str, given: re.Match[str] | None, noun: str) -> dict[str, bool] | None:
    """The listed things that a piece tells to be there, or not."""
    if (lacks := _LACKS.fullmatch(piece)) is not None and effect.lack:
        return _found(lacks["names"], items, effect, yes=False)
    if (has := _HAS.fullmatch(piece)) is not None and effect.lack and given is None and (found := _found(has["names"], items, effect, yes=True)) is not None:
        return found
    state = _STATE.fullmatch(piece)
    if state is not None and _told_so(state, given, done) and (found := _found(state["names"], items, effect, yes=state["no"] is None, noun=noun)) is not None:
        return found
    doing = _DOING.fullmatch(piece)
    return {doing["thing"]: doing["no"] is None} if doing is not None and effect.lack and doing["thing"] in items else None


_PAPER = Pattern(r"总结|方案|计划|报告|制度|台账|记录|预案|清单|档案|名单|合同|纪要|通知|细则")


def _found(names: str, items: list[str], effect: Count, yes: bool, noun: str = "") -> dict[str, bool] | None:
    found = {}
    for name in _NAMES.split(names):
        hits = [item for item in items if item in (name, name.removesuffix(noun)) or name in (f"{item}度", f"{item}{effect.what}") or item.endswith(name) and (len(name) > 3 or _PAPER.fullmatch(name) and sum(name in other for other in items) == 1)]
        if len(hits) != 1 or hits[0] in found:
            return None
        found[hits[0]] = yes
    return found


_MADE = r"(?:建立|制定|制订|编制|设立|成立|配备|签订|提供|报送|上报|收集|归档|开展|召开|举办)"
_NOT_THERE = rf"(?:无|没有|缺少?|缺失|(?:尚)?未(?:{_MADE}))"
_EACH_LACKED = Pattern(rf"(?:^|(?<=[,;。:\n])){_NOT_THERE}(?P<list>[^,;。:\d未不没无缺]{{2,24}}?(?:[、和及][^,;。:\d未不没无缺]{{2,24}}?)+)(?:等)?的?,(?:每(?:缺少?|少|有)?[1一]?|(?:缺少?|少|有)?[1一])(?:项|个|份|种|样)(?:的?,)?扣")
_AND = Pattern(r"以及|[、和]|及(?!时)")
_GONE = Pattern(rf"{_NOT_THERE}(?P<names>[^\W\d未不没无缺]{{2,30}}(?:、[^\W\d未不没无缺]{{2,24}})*)")
_THERE = Pattern(rf"(?:已?有|已?{_MADE})(?P<names>[^\W\d未不没无缺]{{2,30}}(?:、[^\W\d未不没无缺]{{2,24}})*)|(?P<said>[^\W\d未不没无缺]{{2,30}}(?:、[^\W\d未不没无缺]{{2,24}})*?)(?:均|都|全部)?(?:已?{_MADE}|齐全|齐备|完备|具备)")
_SO_MANY_GONE = Pattern(r"(?:缺少?|缺失|少)了?(\d|[一二两三四五六七八九])[项个份种]")
_ALL_THERE = Pattern(rf"(?:以上|上述)?(?:(?P<many>\d|[两二三四五六七八九])[项个份种]|各项|资料|材料)?(?P<each>均|都|全部|全)?(?:已?有|已?{_MADE}|齐全|齐备|完备|具备)")


def listed_as_lacking(source: str) -> bool:
    """Whether so many of a list that are not there take points off (无计划、总结的，每一项扣1分)."""
    return _EACH_LACKED.search(source) is not None


def lacked(text: str, source: str) -> int | None:
    """无总结 where 无计划、总结和台账的，每一项扣1分: so many as are named, each of them just one of the list; None where it is told otherwise."""
    asked = list(_EACH_LACKED.finditer(source))
    items = _AND.split(asked[0]["list"]) if len(asked) == 1 else []
    if len(set(items)) < 2 or len(set(items)) != len(items) or any(FAULTS.search(item) for item in items):
        return None
    if (many := _SO_MANY_GONE.fullmatch(text)) is not None:
        return int(told_number(many[1])) if told_number(many[1]) <= len(items) else None  # type: ignore[arg-type, operator]
    whole = _ALL_THERE.fullmatch(text)
    if whole is not None and (whole["many"] or whole["each"] or "齐" in text or "备" in text):
        return 0 if not whole["many"] or told_number(whole["many"]) == len(items) else None
    gone, there = set(), set()
    for piece in (p for p in _PIECES.split(text) if p):
        told, at = (_GONE.fullmatch(piece), gone) if _GONE.fullmatch(piece) else (_THERE.fullmatch(piece), there)
        found = [_only(name, items) for name in _AND.split(told["names"] or told["said"] if at is there else told["names"])] if told is not None else [""]
        if "" in found or len(set(found)) != len(found) or (gone | there) & set(found):
            return None
        at |= set(found)
    return len(gone) if gone and not there or gone | there == set(items) else None


def _only(name: str, items: list[str]) -> str:
    """年度计划 of 协管年度计划; the one that is just called so comes before any that ends so."""
    name = name.removeprefix("有")
    hits = [item for item in items if item == name] or [item for item in items if item.endswith(name)]
    return hits[0] if len(hits) == 1 else ""
