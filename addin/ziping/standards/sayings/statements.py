"""An actual in words as statements (目标明确，未细化；部门预算、部门决算均按时公开): what each of them speaks of, and whether it affirms or denies it."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from ziping.standards.words.doings import DOINGS
from ziping.standards.words.records import Record
from ziping.standards.words.vocabulary import Pattern

__all__ = ["FAILED_ONES", "JOINED", "WITHOUT", "Statement", "pieces", "polarity"]


class Statement(Record):
    """One statement: its text, its content words, and whether it affirms them; `yes` is None where it says so in no plain way (not denied twice, no denial of 全部). chained: it stands in a list with 、, 和 or 并."""

    __slots__ = ("text", "content", "yes", "chained")
    defaults = {"chained": False}
    text: str
    content: str
    yes: bool | None
    chained: bool


JOINED = Pattern(r"、|以及|(?<!^)(?<![参])[和与](?![谐平解会])|(?<![涉普惠危])及(?![时早格其])")
_CLAUSE = Pattern(r"[,;。]|但是?|而(?!且)")
_AND = Pattern(r"并且|而且|同时|且|并(?!购|轨|网|联|发|行|入)")
_SPREAD = Pattern(r"(?P<things>[^,;。未不没无]+?)(?:均|都|全部)(?P<said>(?:(?!、|[和与]|及(?!时))[^,;。])+)")
_ANSWERED = Pattern(r"(?P<thing>[^:]{2,}):(?:(?P<yes>是|符合|满足|达到|√|✓)|否|不符合|不满足|未达到|×)")
_POINTS = Pattern(r"\((?:得|计)?\d+(?:\.\d+)?分\)")
_NO = Pattern(r"尚未|未能|未曾|没有|未|没|无|不")
_ONLY = Pattern(r"^(?:仅|只)(?!有)(?=[^\W\d]{2})")  # of what is listed, this and nothing else
_KEPT = "(?:台账|档案|名[单录册]|制度|办法|机制|清单|记录|报告)"
_MAKES = "建立|制定|制订|编制|公示|公开|报送|上报|提供|设立|印发|出台|完善|健全|登记|形成|整理|更新|保存|留存"
_KEPT_OF = "(?:人员|人口|儿童|学生|学员|问题|事项|案件|企业|项目|工程|单位|样品|产品|设备|材料|批次|户)"
FAILED_ONES = (  # of which a ledger is kept: no denial of its being kept
    rf"不合格(?=[^\W\d]{{1,12}}?{_KEPT})|(?:(?<={_MAKES})|(?<=[立定制][了有]))(?:[不未非无])[^\W\d未不没无的]{{2,10}}?(?={_KEPT})"
    rf"|(?:^|(?<=[,;。]))[不未非无](?!{_MAKES}|执行|落实|履行|遵守|使用|管理|开展|实施|检查|及时|按|能|形成|有|完成|见)[^\W\d未不没无的]{{1,8}}?{_KEPT_OF}(?={_KEPT})"
)
_NO_DENIAL = Pattern(rf"{FAILED_ONES}|不断|不定期|不动产|不锈钢|不仅|不但|不[低少高多超大小]|不得|不含|未来|未成年|无障碍|无害|无人机|无线|无纸|无偿|无公害|无缝|无关|有无|是否|能否|无论|不论|不管|不同|不可|不良")
WITHOUT = Pattern(rf"无(?:证|照|票据?|凭证|依据|预算|计划|合同|资质|审批|批复|手续|许可)(?!外)[^\W\d]{{0,6}}(?:支出|上岗|立项|付款|施工|列支|驾驶|经营|报销|入库|{'|'.join(sorted(DOINGS))})")  # done without it, not: nothing of the kind done
_OURS = Pattern(r"^(?:我|本|该)(?:单位|部门|局|县|市|区|镇|乡|街道|院|校|中心|委|厅|处|所|项目)")
_HELPING = Pattern(r"^(?:已经|已|均已|都已|均|都|能够|能)(?=[^\W\d]{2})")
_ALREADY = Pattern(r"(?<=[^\W\d平人月年日户首])(?:已经?|均|都)(?=[^\W\d]{2})(?!有|知)")
_HAS = Pattern(r"^(?:存在|发现|出现|发生(?!率)|有(?![效关序力利限益机偿害待所据理用]))过?(?=[^\W\d]{2})")
_SAID_BEFORE = Pattern(r"前述|上述|^以上")
_DID = Pattern(r"(?<=[^\W\d]{2})了(?=[^\W\d])")


def polarity(text: str) -> tuple[str, bool | None]:
    """The content and whether it is affirmed: 未细化 denies 细化, 目标不明确 denies 目标明确."""
    if WITHOUT.fullmatch(text):
        return plain(text), None
    masked = _NO_DENIAL.sub(lambda match: "\0" * len(match[0]), text)
    found = list(_NO.finditer(masked))
    if not found:
        return plain(text), True
    start, end = found[0].span()
    if len(found) > 1 or "\0" in masked or text[end : end + 1] in ("均", "都") or "或" in text[:start]:
        return plain(text), None
    return plain(plain(text[:start]) + plain(text[end:])), False


def plain(text: str) -> str:
    """The content without what changes nothing: 我单位已制定了制度 is 制定制度, 存在挪用 is 挪用."""
    text = _HELPING.sub("", _OURS.sub("", text))
    text = _SAID_BEFORE.sub("", text)
    text = _DID.sub("", _ALREADY.sub("", text)).removesuffix("的")
    return _HAS.sub("", text)


def _within(clause: str, known: Collection[str]) -> bool:
    return any(clause in phrase or polarity(clause)[0] in phrase for phrase in known)


def _clauses(text: str, known: Collection[str]) -> Iterator[tuple[str, bool]]:
    """The clauses, and whether a denial in one might reach over another: 未编制并印发."""
    for clause in filter(None, _CLAUSE.split(text)):
        parts = [clause] if _within(clause, known) else [part for part in _AND.split(clause) if part]
        yield from ((part, len(parts) > 1) for part in parts)


_ANY_JOINT = Pattern(r"、|以及|[和与及]")
_VERB = Pattern(r"(?:已经?)?((?:具有|具备|配备|建立|制定|设立|成立|开展|实行|完成|有)了?|)")


def _own_words(clause: str, known: Collection[str]) -> list[str]:
    """具有资金管理办法、内控制度, where 具有内控制度 is a phrase by itself: the verb is that of all; [] where a member is no phrase of the standard's."""
    verb = _VERB.match(clause)
    members = _ANY_JOINT.split(clause[verb.end() :])  # type: ignore[union-attr]
    told = [next((each for each in (verb[1] + member, member) if each in known), "") for member in members]  # type: ignore[index]
    return told if len(told) > 1 and all(told) and clause not in known else []


def pieces(text: str, known: Collection[str]) -> list[Statement]:
    """The statements of an actual; what is part of a phrase that is `known` is never taken apart."""
    found: list[Statement] = []
    text = text if any(_ONLY.match(phrase) for phrase in known) else _ONLY.sub("", text)
    for clause, joined in _clauses(_POINTS.sub("", text), known):
        answered = _ANSWERED.fullmatch(clause)
        if answered is not None:
            content, yes = polarity(answered["thing"])
            agreed = bool(answered["yes"])
            found.append(Statement(answered["thing"] if agreed else clause, content, None if yes is None else yes == agreed))
            continue
        content, yes = polarity(clause)
        if own := _own_words(clause, known):
            found += [Statement(part, *polarity(part), chained=True) for part in own]
            continue
        spread = _SPREAD.fullmatch(clause)
        if not JOINED.search(clause) or _within(clause, known):
            found.append(Statement(clause, content, yes, joined))
        elif spread is not None and JOINED.search(spread["things"]):
            said = [thing + spread["said"] for thing in JOINED.split(spread["things"]) if thing]
            found += [Statement(each, *polarity(each)) for each in said]
        else:
            found += [Statement(part, *polarity(part), chained=True) for part in JOINED.split(clause) if part]
    return found
