"""Bounds of numbers put in one wording: 超过（含）90% and 达到不低于90% are ≥90%, 未突破100% 不超过100%, 75%（含）以上-85%以下 75%（含）-85%（不含）."""

from __future__ import annotations

from ziping.standards.vocabulary import Pattern, Turns, reworded

__all__ = ["plainly_bounded"]

_N = r"-?\d+(?:\.\d+)?(?:%|‰)?"
_WORDINGS: Turns = (
    (Pattern(rf"(?:超过|大于|高于|多于|达到)\((?:含|包含)\)(?={_N})"), "≥"),
    (Pattern(rf"(?:小于|低于|少于)\((?:含|包含)\)(?={_N})"), "≤"),
    (Pattern(rf"(?:达到|应|须|需|必须)+(?:不低于|不少于|不小于)(?={_N})"), "≥"),
    (Pattern(r"(大于|小于|高于|低于)[、和或,]等于(?=-?\d)"), r"\1等于"),
    (Pattern(rf"(?:不突破|未突破|未超出|不超出|不得突破|没有突破|不得超出)(?={_N})"), "不超过"),
    (Pattern(rf"(控制在{_N})的?范围之?内"), r"\1以内"),
    (Pattern(rf"(?:超过|大于|高于|在)?({_N})(?:以上\(不含[^()]*\)|\(不含[^()]*\)以上)(?=的?,?(?:按|以)100%)"), r"超过\1"),
    (Pattern(rf"(?<=[过于出]){_N}(?:以上)?\(不含[^()]*\)(?=的?,?(?:按|以)100%)"), lambda match: match[0].partition("(")[0].removesuffix("以上")),
    (Pattern(rf"(?:未能达到|不能达到|没能达到)(?={_N})"), "未达到"),
    (Pattern(rf"(?:低至|降至|降到|跌至)({_N})(?=以下)"), r"\1"),
    (Pattern(rf"(达到|达)({_N})的?(?:水平|标准|目标|比例|要求)(?=(?:的|者|时)?,?(?:得|计|记|不扣|满分|\d))"), r"\1\2"),
    (Pattern(rf"({_N}(?:\(含(?:{_N})?\)))以上[-至到]({_N})以下"), r"\1-\2(不含)"),
    (Pattern(rf"({_N})以上(\(含(?:{_N})?\))[-至到~]({_N})(?=[,得计的(])"), r"\1\2-\3"),
    (Pattern(r"(?<=\d|%|\))而(?=小于|低于|不足|未|不到|<)"), "且"),
    (Pattern(r"(?<=[(,、])(不?)包括(?=-?\d)"), r"\1含"),
)  # fmt: skip


def plainly_bounded(source: str) -> str:
    """The source with its bounds in that wording."""
    return reworded(source, _WORDINGS)
