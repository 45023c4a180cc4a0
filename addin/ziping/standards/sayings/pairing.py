"""Actuals that tell the conditions of a standard one after the other, as many statements as conditions and in their order: which of them hold.

A statement that stands where its condition stands may leave out what the condition is about (项目后续管护制度健全 → 管护制度健全), for no other condition can
be meant; never a demand (按时, 经批准), nothing that is to be done, and no number.
"""

from __future__ import annotations

from collections.abc import Sequence

from ziping.standards.clauses.phrases import FAULTS
from ziping.standards.sayings.another import MANNER, drops_manner
from ziping.standards.sayings.deciding import CALLED_FOR, LEVEL, NO_OCCASION, OBJECT, PARTS, SAYS, left_out, turned
from ziping.standards.sayings.narrowing import put_together, tells_apart
from ziping.standards.sayings.statements import JOINED, polarity
from ziping.standards.words.doings import DEMAND, DOINGS, does, is_verb
from ziping.standards.words.vocabulary import Pattern, words

__all__ = ["holds", "paired"]

_STATEMENTS = Pattern(r"[,;。]")
_LATER = Pattern(r"后续|部门|各类|独立核算|[省市县区境域]内")  # words that are no demand, though they hold a character of one
_NUMBER = Pattern(r"\d(?!\d{0,3}年)")
_LEAST = 4
_NAME = 2


def paired(conditions: Sequence[str], text: str) -> list[bool] | None:
    """For each condition whether it holds; None unless each part of each condition, or each condition as a whole, has its statement."""
    parts = [(i, part) for i, condition in enumerate(conditions) for part in PARTS.split(condition) if part]
    said = [clause for clause in _STATEMENTS.split(text) if clause]
    if polarity(text)[1] and len(joined := [clause for clause in PARTS.split(text) if clause]) == len(parts):
        said = joined  # 确定标准并按标准筹集; how far a denial would reach nobody knows
    if len({polarity(clause)[0] for clause in said}) < len(said):
        return None  # 完成采购，未完成采购: of which of two
    if 1 < len(said) == len(conditions) < len(parts):
        return _as_wholes(conditions, parts, said)
    if len(parts) < 2 or len(said) != len(parts):
        return None
    if any(LEVEL.search(part) and not LEVEL.search(clause) for clause, (_, part) in zip(said, parts, strict=True)) and sum(LEVEL.search(part) is not None for _, part in parts) > 1:
        return None  # 资金下达，资金到位, where 上级资金 and 县级配套资金 are told apart
    held = [holds(clause, part) for clause, (_, part) in zip(said, parts, strict=True)]
    if None in held or any(holds(clause, other) is not None for clause, (_, part) in zip(said, parts, strict=True) for _, other in parts if other != part):
        return None  # 培训已完成, where two trainings are asked for
    return [all(yes for yes, (i, _) in zip(held, parts, strict=True) if i == at) for at in range(len(conditions))]


def _as_wholes(conditions: Sequence[str], parts: list[tuple[int, str]], said: list[str]) -> list[bool] | None:
    """核算体系已建立，协调机制未建立, where 建立协调机制，明确职责 is the second: one part denied denies it, affirmed it leaves the others open."""
    each = []
    for at, clause in enumerate(said):
        hits = [(i, yes) for i, (_, part) in enumerate(parts) if (yes := holds(clause, part)) is not None]
        if len(hits) != 1 or parts[hits[0][0]][0] != at or hits[0][1] and conditions[at] != parts[hits[0][0]][1]:
            return None
        each.append(hits[0][1])
    return each


_HAPPENED = Pattern(r"(?:发生|出现|存在|有)了?(?P<kind>[^\W\d未不没无]{2,12}?)(?:现象|情况|行为|事件)?[1-9]\d*(?:起|例|次|件|人|户)")
_NOT_TO_HAPPEN = Pattern(r"(?:无|没有|未发生|未出现|未发现|不存在)(?P<kind>[^\W\d未不没无]{2,12}?)(?:现象|情况|行为|事件)?(?:发生|出现)?")
_DEED = Pattern(r"虚[领报列]|冒领|[骗套]取|截留|挤占|挪用|侵占|克扣|[迟漏瞒错谎误]报|[错漏重]发")  # which is amiss by itself, whatever it was done to
_ADORNS = Pattern(r"^(?:认真|积极|大力)(?=[^\W\d]{4})")
_ANY_NUMBER = Pattern(r"(?<=任务|目标|指标|计划)(?:完成)?(?:数|量|情况)$")
_RULES = r"[^,;。\d、和及与未不没无]{2,24}(?:规则|准则|制度|办法|规定)"
_KEPT_APART = Pattern(
    rf"(?:(?:专项|项目|补助|补贴|财政|奖补|配套|扶持)*(?:资金|经费))?按照?{_RULES}(?:[、和及与]{_RULES}){{0,3}}(?:的?(?:规定|要求))?(?:实行|做到|进行)?"
    r"(?P<how>专款专用|专[项账户]核算|专[账户]管理|专户存储|单独核算|独立核算|单独建账|封闭运行)"
)  # the rules by which money is kept apart are those of the one thing; no approval, and no time
_ACHIEVED = Pattern(r"(?:已|均)?(?P<no>未)?(?:完成|达标|达到目标)$")


def holds(clause: str, part: str) -> bool | None:
    """Whether the part holds, as the statement that stands in its place says; None where it may speak of something else."""
    if (happened := _HAPPENED.fullmatch(clause)) is not None and (absent := _NOT_TO_HAPPEN.fullmatch(part)) is not None:
        return False if happened["kind"] == absent["kind"] or absent["kind"].startswith(happened["kind"]) and _DEED.fullmatch(happened["kind"]) else None  # 冒领 of 冒领养老金; no 违规 of 违规操作, no 学生 of 学生辍学
    content, yes = polarity(clause)
    asked, affirmed = polarity(_ADORNS.sub("", part))
    content = content.replace("、", "")
    if yes is not None and (kept := _KEPT_APART.fullmatch(part)) is not None and kept["how"] == content:
        return yes
    if (asked := _as_one(_ANY_NUMBER.sub("", asked), content)) is None:
        return None
    if (achieved := _ACHIEVED.search(clause)) is not None and does(asked) is False and (name := clause[: achieved.start()]) and len(name) >= _LEAST and not SAYS.fullmatch(asked):
        content, yes = name, achieved["no"] is None  # 粮食产量完成, where 新增粮食产量 is one of the things to be reached
    if yes is None or affirmed is None or len(content) < _LEAST or FAULTS.search(asked) or not set(content) <= set(asked):
        return None
    asks = yes or not affirmed
    if yes and drops_manner(asked, content) or asks and put_together(content, asked):
        return None
    undone = yes is False and affirmed
    if undone and NO_OCCASION.search(content):
        return None
    if any(_only_about(left, said, undone) and _behind_a_verb(left, said, asked) and not (asks and tells_apart(left, said, asked)) for said in turned(content) for left in left_out(said, asked)):
        return yes == affirmed
    return None


def _as_one(asked: str, content: str) -> str | None:
    """统计监测报告体系 of 统计、监测、报告体系, where the statement names all of them; None where it may speak of one of them."""
    first, *rest = asked.split("、")
    if not rest:
        return asked
    return "".join((first, *rest)) if "".join((first[-_NAME:], *rest[:-1], rest[-1][:_NAME])) in content else None


def _behind_a_verb(left: list[str], said: str, asked: str) -> bool:
    """Whether words are left out in the middle only behind what is done (完成县内轮岗培训): 园区培训 is not 园区轮岗培训."""
    if not asked.startswith(left[0]):
        return False
    asked = asked[len(left[0]) :]
    if len(left) == 1:
        return not said and not asked
    runs = [at for at in range(1, len(said) + 1) if asked.startswith(said[:at])]
    return any((len(left) == 2 or left[1] in _LITTLE or is_verb(said[:at][-2:]) or said[:at][-2:] in _ALSO_DONE) and _behind_a_verb(left[1:], said[at:], asked[at:]) for at in runs)


def _only_about(left: list[str], said: str, undone: bool) -> bool:
    """Whether the words left out tell what the condition is about, and nothing of what it asks for; what was not done at all was not done as asked either."""
    *before, behind = left
    plain = [_LATER.sub("", chunk) for chunk in before]
    if any((not undone or at == len(plain)) and (DEMAND.search(chunk) or MANNER.search(chunk)) or _NUMBER.search(chunk) or "或" in chunk or JOINED.search(f",{chunk}" if at else chunk) for at, chunk in enumerate((*plain, behind))):
        return False
    if any(does(chunk) and not chunk.endswith("的") for chunk in plain):
        return False
    if behind in _LIGHT:
        return said.startswith(_CARRIES) or _CARRIED.search(said) is not None
    return not behind or (not CALLED_FOR.search(behind) and said[-2:] in DOINGS and OBJECT.fullmatch(behind) is not None)


_LITTLE, _ALSO_DONE = frozenset(["", "有", "相", "了", "的", "及", "工作"]), words("确定 核定 更新 购置 审核 填报 提供 储备")
_LIGHT, _CARRIES, _CARRIED = words("工作 活动"), ("开展", "组织", "举办"), Pattern(r"^(?:全面|深入|扎实)开展")
