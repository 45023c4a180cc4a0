"""Thresholds that must hold together (合格率、完好率均为100%; 单价≤5万元且数量≥10台): one condition, which no single number can tell."""

from __future__ import annotations

from ziping.standards.words.vocabulary import Pattern

__all__ = ["together"]

_SIGN = r"(?:≥|≤|>|<|=|达到|达|不低于|不少于|不高于|不超过|大于等于|小于等于|大于|小于|高于|低于|为)"
_BOUND = r"-?\d+(?:\.\d+)?[^\W\d且并和同及均都]{0,4}%?(?:\((?:不?含)\))?(?:以上|以下|以内)?"
_NAME = r"[^,;。≥≤<>=、\n]{2,30}?"
_PIECE = Pattern(_NAME + _SIGN + _BOUND)
_BOTH = Pattern(r"(?:、|,?(?:且|并且|并|同时)(?:每)?)")
_ALIKE = Pattern(r"[^,;。、\d\n]{2,16}(?:[、和与及][^,;。、\d\n]{2,16})+(?:均|都)(?:应)?" + _SIGN + "?" + _BOUND + r"(?:的)?")


def together(text: str) -> bool:
    """Whether the text names several thresholds of different things at once."""
    if _ALIKE.fullmatch(text):
        return True
    names, at = [], 0
    while match := _PIECE.match(text, at):
        names.append(match[0][: _first_sign(match[0])])
        at = match.end()
        if at == len(text) or text[at:] == "的":
            return len(names) > 1 and len(set(names)) == len(names)
        joint = _BOTH.match(text, at)
        if joint is None:
            return False
        at = joint.end()
    return False


_SIGNS = Pattern(_SIGN)


def _first_sign(piece: str) -> int:
    match = _SIGNS.search(piece)
    return match.start() if match else len(piece)
