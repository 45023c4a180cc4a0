"""Layouts of a rule that say the same as a plain sentence: grades before their conditions, a question with its answers in brackets, a list that is counted."""

from __future__ import annotations

import re
from decimal import Decimal

from ziping.standards.cells.values import shown
from ziping.standards.words.tokens import tokens
from ziping.standards.words.vocabulary import Pattern

__all__ = ["answered", "one_of_the_listed", "ungraded"]

_GRADE = Pattern(r"(?:^|(?<=[;。\n]))(?:(?:优秀?|良好?|好|中等?|差|较差|较好|一般|合格|基本合格|不合格)(?:等次|等|档)?|[A-E](?:档|等)):(?!得|计|\d+(?:\.\d+)?分)")
_EARNS = Pattern(r"[^;。\n]{2,}?(?:(?:得|计|记)(?!分率)[^;。\n]*|[,:]\d+(?:\.\d+)?分)")


def ungraded(source: str) -> str:
    """优：95%以上，得满分；良：…: the grade is only another name of what stands behind it."""
    source = _graded(source)
    labels = list(_GRADE.finditer(source))
    ends = [match.start() for match in labels[1:]] + [len(source)]
    if len(labels) < 3 or labels[0].start() or not all(_EARNS.fullmatch(source[m.end() : end].strip(";。\n")) for m, end in zip(labels, ends, strict=True)):
        return source
    return _GRADE.sub("", source)


_SO_MANY_GRADES = Pattern(r"^[^:,;。\d]{0,12}分为?(?:以下)?[二三四五]个?(?:档|级|等级|档次|等次)[:,](?=(?:优|好)[^:,;。]{0,2}\()")
_SHARE_OF_IT = Pattern(r"(?<=\))得(\d+(?:\.\d+)?%)(?=[,;。]|$)")
_IN_TURN = Pattern(r"^[^,;。\d]{0,10}?(?:分为?|按)(?P<names>(?:[^\W\d]{1,6}、)+[^\W\d]{1,6}?)[二三四五]个?(?:档|级|等级|档次|等次)(?:评价|评定)?,分别(?:按|得|计)(?:(?:该项|指标)?分值的|满分的)(?P<shares>(?:\d+(?:\.\d+)?%、)+(?:\d+(?:\.\d+)?%|0))(?:计分|得分|计算得分|计算)?[。;]?$")


def _graded(source: str) -> str:
    """完成情况分为四档：优（90%-100%）得满分，良（80%-89%）得80%: of the points; 按显著、一般、不显著三档，分别得分值的100%、60%、0: each grade its own share."""
    if (so_many := _SO_MANY_GRADES.match(source)) is not None:
        return _SHARE_OF_IT.sub(r"得分值的\1", source[so_many.end() :])
    said = _IN_TURN.match(source)
    if said is None:
        return source
    names, shares = said["names"].split("、"), said["shares"].split("、")
    if len(names) != len(shares):
        return source
    return ";".join(f"{name}得分值的{share}" if share.rstrip("%").strip("0.") else f"{name}不得分" for name, share in zip(names, shares, strict=True))


_QUESTIONS = Pattern(r"是否")
_ONE_QUESTION = Pattern(r"(?:^|(?<=[;。\n]))([^,;。:()\n]{0,16}?)是否([^,;。:()\n\d]{2,40})[:,]是的?,?(得[^,;。\n]+)[,;]否(?:则)?的?,?不得分(?=[。;]?$)")  # 是否建立公示制度，是得2分，否不得分
_HAD_OR_NOT = Pattern(r"[^(),;。:\n\d]{2,20}\(有[:,]?得?(\d+(?:\.\d+)?分)[,;、](?:无|没有)[:,]?(?:得)?(?:0分|不得分)\)[。;]?")  # 备份系统（有3分，无0分）
_ASKED = Pattern(r"(?P<asks>[^()\n]*是否[^()\n]*)\((?P<answers>[^()]+)\)[。;]?")
_ANSWER = Pattern(r"(?<=[^\W\d]):(?=\d+(?:\.\d+)?分)")


def answered(source: str) -> str:
    """目标是否合理（合理：3分，不合理：0分）: the answers to a question that gives no points itself are the rule."""
    if (had := _HAD_OR_NOT.fullmatch(source)) is not None:
        return f"有得{had[1]},无不得分"
    source = _ONE_QUESTION.sub(r"\1\2\3,否则不得分", source) if len(_QUESTIONS.findall(source)) == 1 else source
    match = _ASKED.fullmatch(source)
    if match is None or any(t.kind in ("NUM", "CMP", "AWARD", "DEDUCT", "ADD", "ZERO", "FULL", "EVERY") for t in tokens(match["asks"])) or len(re.findall(r"\d分", match["answers"])) < 2:
        return source
    return _ANSWER.sub("得", match["answers"])


_ONE_MET = Pattern(r"(?<=[;。\n])(?:每)?(符合|满足|具备|达到|做到)(?:其中|以上|上述)?(?:一|1)(?:项|条|个(?:得分)?(?:要素|要点|条件)?)(?:的)?,?得到?(?=\d|(?:该|本)?(?:项)?(?:指标)?分值的)")
_EACH_MET = Pattern(r"(符合|满足|达到)以上(?:要求的)?每(?:一)?项(?:要求|条件)?(?:的)?,?(?:各)?得(?=\d)")
_EACH_AHEAD = Pattern(
    r"^(?:[^:;。\d扣得]{0,30}[,:])?(?:以下|下列)?(?:内容|条件|要求|制度|要素|要点|事项|情形|材料|资料)?(?:中)?,?每(?P<does>具备|具有|符合|满足|达到|做到|建立|制定|完成|落实)(?:其中|以下|下列|上述)*(?:的)?(?:一|1)(?:项|个|条)(?:制度|要求|条件|内容|要素|要点)?(?:的)?,?得(?P<each>\d+(?:\.\d+)?)分"
    r"(?P<end>,(?:最高|最多|满分)(?:得)?(?P<most>\d+(?:\.\d+)?)分)?[:。](?=[①(])(?P<list>[^\n]+)$"
)
_MARK = Pattern(r"[①-⑳]|(?:^|(?<=[;。:\n]))\([1-9]\)")
_AWARDED = Pattern(r"(?<![取获所])得(?!分要)|扣|加\d|满分")


def one_of_the_listed(source: str) -> str:
    """①…；②…。具备一个得分要素，得到指标分值的20%: so much for each that is met."""
    if (said := _EACH_AHEAD.match(source)) is not None and len(_MARK.findall(said["list"])) > 1 and not _AWARDED.search(said["list"]):
        whole = Decimal(said["most"]) if said["most"] else Decimal(said["each"]) * len(_MARK.findall(said["list"]))
        return f"满分{shown(whole)}分。{said['list'].rstrip(';。')}。每{said['does']}一项得{said['each']}分{said['end'] or ''}"  # 每具备一项得1分：①…；②…
    source = _EACH_MET.sub(r"每\1一项得", source, count=1)
    return _ONE_MET.sub(r"每\1一项得", source, count=1) if len(_MARK.findall(source)) > 1 and len(_AWARDED.findall(source)) == 1 else source
