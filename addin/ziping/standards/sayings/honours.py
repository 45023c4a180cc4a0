"""How often something was honoured (获省级表彰2次, 被国家级通报表扬1次, 未获表彰), where each honour of a level earns points."""

from __future__ import annotations

from decimal import Decimal

from ziping.standards.clauses.rule import Count
from ziping.standards.words.honouring import GOT, HONOURS, OFFICES
from ziping.standards.words.spelling import told_number
from ziping.standards.words.vocabulary import Pattern

__all__ = ["honoured"]

_LEVELS = (("国家级", "国家", "中央"), ("省部级", "省级", "省"), ("市级", "市"), ("县级", "区级", "县区级", "区县级", "县", "区"), ("乡镇级", "乡级", "镇级", "镇", "乡"))  # from the highest
_LEVEL = "|".join(sorted((word for same in _LEVELS for word in same), key=len, reverse=True))
_KIND = rf"(?:{HONOURS}|奖励)"
_WHO = rf"(?:{OFFICES})?"
_EARNED = Pattern(rf"{GOT}?(?P<level>{_LEVEL})?(?P<up>(?:及其?)?以上)?{_WHO}(?:的)?(?P<kind>{_KIND})")
_TOLD = Pattern(rf"(?:共|全年|累计)?{GOT}?(?P<before>\d{{1,2}}|[一两二三四五六])?(?P<unit>[次项个])?(?P<level>{_LEVEL}){_WHO}(?:的)?(?P<kind>{_KIND})(?P<behind>\d{{1,2}}|[一两二三四五六])?(?P<same>[次项个])?")
_ANY = Pattern(rf"(?:共|全年|累计)?{GOT}?(?P<kind>{_KIND})(?P<behind>\d{{1,2}}|[一两二三四五六])(?P<same>[次项个])")
_NONE = Pattern(rf"(?:均|全年)?(?:未|没有|无){GOT}?(?:任何)?(?:(?P<level>{_LEVEL})(?P<up>(?:及其?)?以上)?)?{_WHO}(?:的)?(?P<kind>{_KIND})(?:的)?(?:情况)?")


def honoured(text: str, effect: Count) -> Decimal | None:
    """How many honours of the level that is asked for the actual tells; None where it tells none, or leaves their level or kind open."""
    asked = _EARNED.fullmatch(effect.what)
    if asked is None:
        return None
    none = _NONE.fullmatch(text)
    if none is not None:
        covers = none["kind"] == asked["kind"] and (not none["level"] or (_rank(none["level"]) == _rank(asked["level"]) and bool(none["up"]) == bool(asked["up"])))
        return Decimal(0) if covers else None
    told = _TOLD.fullmatch(text) or (_ANY.fullmatch(text) if not asked["level"] else None)
    if told is None or told["kind"] != asked["kind"] or told["same"] not in (None, effect.measure):
        return None
    if asked["level"] and not (_rank(told["level"]) == _rank(asked["level"]) or asked["up"] and _rank(told["level"]) < _rank(asked["level"])):
        return None
    many = [told.group(name) for name in ("before", "behind") if name in told.groupdict() and told.group(name)]
    counted = told["same"] or ("unit" in told.groupdict() and told["unit"] == effect.measure)
    return told_number(many[0]) if len(many) == 1 and counted else None


def _rank(level: str) -> int:
    return next((at for at, same in enumerate(_LEVELS) if level in same), len(_LEVELS))
