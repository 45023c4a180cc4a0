"""Lists of things to each of which the same was to be done (预算公开得1分，决算公开得1分，绩效目标随同预算公开得1分): what an actual says of all of them, of all but one, of so many.

Only things known by name count: what stands between a thing and its verb may say how, where or when it was to be done, and such a list is left to the other
readers. With what else a thing was made public is no matter unless the actual speaks of it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from ziping.standards.clauses.awards import Off
from ziping.standards.clauses.rule import Arm, Award, Word
from ziping.standards.refusal import NotScorable, quoted
from ziping.standards.words.records import Record
from ziping.standards.words.spelling import told_number
from ziping.standards.words.vocabulary import Pattern

__all__ = ["EVERYTHING", "doing_first", "done_alike", "time_left_open"]

EVERYTHING = "均符合"
_BESIDE = r"随同?(?:部门|本级|单位|年度)?(?:预算|决算|预决算)"
_NOUNS = (
    "预算|决算|预决算|绩效目标|自评报告|绩效自评|绩效自评报告|评价报告|评价结果|绩效评价报告|绩效评价结果|绩效报告|报告|工作报告|总结报告|报表|方案|实施方案|工作方案|制度|管理制度|管理办法|办法|台账|档案|计划|工作计划"
    "|年度计划|总结|工作总结|预案|应急预案|规划|标准|清单|目录|名单|合同|项目|工程|道路|桥梁|泵站|水闸|设备|物资|资金|补助|补贴|补助资金|建设资金|工资|津贴|奖金|工程款|问题|隐患|(?:国家|省|市|县|区|镇|乡|村)级"
)
_THING = Pattern(rf"(?:单位|部门|本级|本单位|本部门|年度|项目)?(?:{_NOUNS})已?")  # what it was done to, and nothing of how
_N = r"[\d两二三四五六七八九]"


def done_alike(did: str, arms: Sequence[Arm], text: str) -> tuple[list[Arm], str] | None:
    """The conditions without what each was done with, and the actual in the words of lists: 其余均已公开 as 其余均符合, 除自评报告外均已公开, 3项已公开，1项未公开; None where not each of the conditions is a thing of which that was done."""
    things = [re.sub(rf"{_BESIDE}$", "", arm.guard.phrase.removeprefix("已").removesuffix(did)) for arm in arms]  # type: ignore[union-attr]
    alike = all(arm.guard.phrase.endswith(did) and _THING.fullmatch(thing) for arm, thing in zip(arms, things, strict=True))  # type: ignore[union-attr]
    if not alike or len(set(things)) < len(things) or any(isinstance(arm.effect, Off) or not arm.effect.amount.value for arm in arms):  # type: ignore[union-attr]
        return None
    if "随" in text:  # with another thing, it may be, than the standard says
        return None
    done = rf"(?:按(?:规定|要求))?{did}"
    if re.fullmatch(rf"(?:以上|各项|所有|{_N}项)?已?(?:均|都|全部)已?{done}", text):
        text = EVERYTHING
    text = re.sub(rf"^除(?P<thing>[^\W\d未不没无]{{2,12}}?)(?:以|之)?外,?(?:其余|其他|其它)?(?P<many>各项|{_N}项)?(?:均|都|全部)已?{done}$", rf"\g<thing>未{did},其余\g<many>均符合", text)
    text = re.sub(rf"(?<=[,;])(?:其余|其他|其它)(?P<many>各项|{_N}项)?(?:均|都|全部)?已?{done}$", r"其余\g<many>均符合", text)
    both = re.fullmatch(rf"({_N})项已?{done}[,;]({_N})项未{done}", text)
    if both is not None and sum(told_number(many) or 0 for many in both.groups()) != len(arms):
        raise NotScorable(f"完成值{quoted(text)}一共说了{sum(told_number(many) or 0 for many in both.groups())}项，评分标准有{len(arms)}项，没有说明哪几项满足，请逐项写明。")
    text = re.sub(rf"(?:^|(?<=[,;]))(?P<many>{_N}项)(?P<no>未)?(?:已)?{done}(?=[,;]|$)", lambda said: f"{said['many']}{'不' if said['no'] else ''}符合", text)
    text = re.sub(rf"(?:^|(?<=[,;]))(?P<things>[^\W\d未不没无已均都]{{2,10}}(?:、[^\W\d未不没无已均都]{{2,10}})+)(?:(?:均|都|全部)?已?|(?P<no>(?:均|都)未)){done}(?=[,;]|$)", lambda said: ",".join(f"{thing}{'未' if said['no'] else ''}{did}" for thing in said["things"].split("、")), text)  # of 绩效目标、自评报告未公开 nobody knows how far the denial reaches
    return [arm.but(guard=Word(thing + did)) for arm, thing in zip(arms, things, strict=True)], text


_ON_TIME = r"按[时期]|如期|准时|在?规定的?(?:时间|时限|期限)内|按照?规定的?(?:时间|时限|期限)"
_DOING = r"公开|公示|报送|上报|报备|备案|印发|下达|提交"
_DOES_FIRST = Pattern(rf"(?P<when>{_ON_TIME}|及时)?(?P<does>{_DOING})(?P<thing>(?:单位|部门|本级|本单位|本部门|年度|项目)?(?:{_NOUNS}|[月季年]报|[月季年]度报告))")
_LATE = "逾期|延期|超期|滞后"
_TOLD_OF_ALL = Pattern(rf"(?:以上|各项|(?P<n>{_N})项)?(?:均|都|全部)(?:已)?(?P<no>未)?(?P<when>{_ON_TIME}|及时)?(?P<does>{_DOING})")
_TOLD = Pattern(rf"(?P<things>[^\W\d未不没无已均都除]{{2,30}}?(?:[、和与][^\W\d未不没无已均都除]{{2,16}}?)*)(?P<all>均|都)?已?(?P<no>未|没有)?(?P<when>{_ON_TIME}|及时|{_LATE})?(?P<does>{_DOING})")
_TOLD_FIRST = Pattern(rf"已?(?P<no>未|没有)?(?P<when>{_ON_TIME}|及时|{_LATE})?(?P<does>{_DOING})了?(?P<things>[^\W\d未不没无已均都除]{{2,30}}(?:[、和与][^\W\d未不没无已均都除]{{2,16}})*)")
_OTHERS = frozenset({"其余", "其他"})


class _Asked(Record):
    """What is done (公开) to each of the things, whether in time is asked for, in which word, and the case that takes the points of what is late."""

    __slots__ = ("does", "things", "timed", "prompt", "undone")
    does: str
    things: list[str]
    timed: bool
    prompt: bool
    undone: str


def _earns(arm: Arm) -> bool:
    return isinstance(arm.effect, Award) and bool(arm.effect.amount.value)


def _asked(arms: Sequence[Arm]) -> _Asked | None:
    """在规定时间内公开预算, 公开决算: one thing each; None where something else is asked, or nobody knows of which of them in time is."""
    asked = [_DOES_FIRST.fullmatch(arm.guard.phrase) for arm in arms if _earns(arm)]  # type: ignore[union-attr]
    against = [arm.guard.phrase for arm in arms if not _earns(arm)]  # type: ignore[union-attr]
    if len(asked) < 2 or not all(asked) or not all(isinstance(arm.effect, Award) for arm in arms):
        return None
    does, things, whens = asked[0]["does"], [said["thing"] for said in asked], [said["when"] for said in asked]  # type: ignore[index]
    undone = rf"未(?P<{{}}>{_ON_TIME}|及时)?{does}"
    denied = [re.fullmatch(rf"{undone.format('one')}(?:(?:、|或者?){undone.format('other')})?", phrase) for phrase in against]
    if any(said["does"] != does for said in asked) or len(set(things)) < len(things) or not all(denied):  # type: ignore[index]
        return None
    late = [when for said in denied for when in said.groups() if when]  # type: ignore[union-attr]
    prompt = {when == "及时" for when in (*whens, *late) if when}
    if any(whens) and not all(whens) and (any(whens[1:]) or not late) or len(prompt) > 1:
        return None
    return _Asked(does, things, bool(prompt), True in prompt, against[0] if late else "")


def doing_first(arms: Sequence[Arm], text: str) -> tuple[list[Arm], str] | None:
    """在规定时间内公开预算, 公开决算 as 预算公开, 决算公开, and 预算按时公开，决算未公开 in their words: in time where that is asked for; None where one of them is left out, told twice or told without its time."""
    asked = _asked(arms)
    held = _held(text, asked) if asked is not None else None
    if asked is None or held is None:
        return None
    put = [arm.but(guard=Word(thing + asked.does)) for arm, thing in zip(filter(_earns, arms), asked.things, strict=True)]
    return put, ",".join(f"{thing}{'' if yes else '未'}{asked.does}" for thing, yes in held.items())


def time_left_open(arms: Sequence[Arm], text: str) -> None:
    """NotScorable for 均已公开 where what is 未按时公开 earns nothing."""
    asked = _asked(arms)
    if asked is None or not asked.undone:
        return
    bare = next((piece for piece in re.split("[,;]", text) if asked.does in piece and not _SAYS_WHEN.search(piece)), "")
    if bare:
        raise NotScorable(f"评分标准规定“{asked.undone}”不得分，完成值{quoted(text)}中的“{bare}”没有写明是否按时，请写明如“{asked.things[0]}按时{asked.does}”。")


_SAYS_WHEN = Pattern(rf"[未不没]|{_ON_TIME}|及时|{_LATE}")


def _held(text: str, asked: _Asked) -> dict[str, bool] | None:
    """What is told of each of the things; None where that is not all."""
    things = asked.things
    if (whole := _TOLD_OF_ALL.fullmatch(text)) is not None:
        yes = _in_time(whole, asked)
        return dict.fromkeys(things, yes) if yes is not None and (whole["n"] is None or told_number(whole["n"]) == len(things)) else None
    held: dict[str, bool] = {}
    for piece in re.split("[,;]", text):
        said = _TOLD_FIRST.fullmatch(piece) or _TOLD.fullmatch(piece)
        yes = _in_time(said, asked) if said is not None else None
        if yes is None:
            return None
        names = re.split("[、和与]", said["things"])  # type: ignore[index]
        if len(names) == 1 and names[0] in _OTHERS and held:
            names = [thing for thing in things if thing not in held]
        if len(names) > 1 and not yes and not said.groupdict().get("all"):  # type: ignore[union-attr]
            return None  # of 决算、绩效目标未公开 nobody knows how far the denial reaches
        if not names or any(name not in things or name in held for name in names) or len(set(names)) < len(names):
            return None
        held |= dict.fromkeys(names, yes)
    return {thing: held[thing] for thing in things} if len(held) == len(things) else None


def _in_time(said: re.Match[str], asked: _Asked) -> bool | None:
    """Whether it was done as asked for; None where the time that is asked for is left out, or another is told than is asked for."""
    when = said["when"]
    if said["does"] != asked.does or when is not None and not asked.timed:
        return None
    if said["no"]:
        return None if when in _LATE.split("|") else False
    if when in _LATE.split("|"):
        return False
    return True if not asked.timed or when is not None and (when == "及时") == asked.prompt else None
