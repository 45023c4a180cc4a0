"""How many of a number lie on each step of a ladder: 14个市中,执行率95%以上的8个、90%至95%的4个、90%以下的2个."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ziping.prose.judging.claims import Claim, ClaimKind, verdict_of
from ziping.prose.text.figures import counted
from ziping.prose.text.sentences import Text

__all__ = ["ladder_claims"]

_BOUND = r"\d[\d.,]*(?:%|分|人|万?元|个|户|亩)?(?:\([含不]*\))?"
_TOP = rf"(?:{_BOUND}(?:及)?以上|(?:超过|高于|大于|达到|达){_BOUND}|{_BOUND})"
_MIDDLE = rf"(?:{_BOUND}(?:至|到|-|—|~|～){_BOUND}(?:之间)?)"
_LOW = rf"(?:{_BOUND}以下|(?:低于|不足|不到|小于|未达到?){_BOUND})"
_STEPS = re.compile(
    rf"(?:(?P<whole>\d{{1,4}})(?P<by>个|家|项|所|户)[^,，。;；:：\d]{{1,14}}中[,，]|[,，。;；\n])[^,，。;；、\d]{{0,16}}"
    rf"(?P<top>{_TOP})(?:的)?(?:有|共|为)?(?P<a>\d{{1,4}})(?P<unit>个|家|项|所|户)[、,，]"
    rf"(?P<middle>(?:[^,，。;；、\d]{{0,8}}{_MIDDLE}(?:的)?(?:有|共|为)?\d{{1,4}}(?P=unit)[、,，]){{0,4}})[^,，。;；、\d]{{0,8}}{_LOW}(?:的)?(?:有|共|为)?(?P<z>\d{{1,4}})(?P=unit)"
)
_ONE = re.compile(rf"{_MIDDLE}(?:的)?(?:有|共|为)?(\d{{1,4}})")


def ladder_claims(text: Text) -> Iterator[Claim]:
    """One claim for every ladder from its top to its lowest step that stands behind the number that it divides."""
    for match in _STEPS.finditer(text.text):
        if match["whole"] is None:
            continue
        middles = [(one.start(1) + match.start("middle"), one[1]) for one in _ONE.finditer(match["middle"])]
        figures = [counted(match.start("a"), match["a"]), *(counted(at, digits) for at, digits in middles), counted(match.start("z"), match["z"])]
        whole = counted(match.start("whole"), match["whole"])
        given = sum(int(one.figure.value) for one in figures)
        holds = given == whole.figure.value
        words = f"各档合计{given}{match['unit']}，" + (f"与文中{match['whole']}{match['by']}相符。" if holds else f"文中共{match['whole']}{match['by']}，请核对。")
        yield Claim(ClaimKind.COUNT, "", match.start("whole"), match.end("z"), (*figures, whole), match["whole"] + match["by"], f"{given}{match['unit']}", verdict_of(holds), words)
