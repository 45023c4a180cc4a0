"""A rule and what an honour adds to its points (完成任务得8分；在此基础上获省级表彰加2分，获市级表彰加1分，最高10分): an honour that is not told adds nothing.

What is added stands upon all the points of the rule: where less of them is earned and an honour is told, nobody says whether it is still added. Of several
honours nobody says whether they add up, unless that comes to the same.
"""

from __future__ import annotations

from decimal import Decimal

from ziping.standards.assembly import assemble
from ziping.standards.cells.values import Value, read_actual, shown
from ziping.standards.cells.verbatim import printed
from ziping.standards.grammar import read_clauses
from ziping.standards.levels import LEVEL, rank
from ziping.standards.points.binding import Bound, Outcome, bind
from ziping.standards.refusal import NotScorable, quoted
from ziping.standards.running import run
from ziping.standards.words.honouring import GOT, HONOURS, MEDIA, OFFICES
from ziping.standards.words.records import Record
from ziping.standards.words.spelling import told_number
from ziping.standards.words.vocabulary import Pattern

__all__ = ["Raised", "raised"]

_UP = r"(?:及其?以上|以上)"
_BODY = rf"(?:{OFFICES}|党委|领导|{MEDIA})"
_HONOUR = rf"(?:{HONOURS}|肯定性批示|批示肯定|批示|推广|推介|报道)"
_ADDS = Pattern(rf"(?:其中|若|如|每有?)?{GOT}(?P<level>{LEVEL})(?P<up>{_UP})?(?P<who>{_BODY})?(?P<over>{_UP})?的?(?P<what>{_HONOUR})(?:的|者)?,?(?:另|再|额外|各)?加(?P<points>\d+(?:\.\d+)?)分")
_UPON_IT = Pattern(rf"(?P<base>[\s\S]+?得[\s\S]*?)[;,。\n](?:(?:在此基础上|在满分基础上|此外|另外|另),?)?(?=(?:其中|若|如|每有?)?{GOT}[^,;。]{{2,16}}加\d)")
_MOST = Pattern(r"[,;。\n](?:(?:累计|合计|总分|得分|加分|本项|该项)*最[高多](?:得分)?(?:不超过|不得超过|得|为|加)?|(?:总分|得分|合计|累计)(?:不超过|不得超过))(?P<most>\d+(?:\.\d+)?)分(?:为止)?[。;]?$")
_TOLD = Pattern(rf"(?:全年|共|累计|并|且|同时)*{GOT}(?P<levels>(?:{LEVEL})(?:[、和及](?:{LEVEL}))*)(?P<who>{_BODY})?的?(?P<what>{_HONOUR})(?:(?P<many>\d{{1,2}}|[一两二三四五])[次项个])?")
_DENIED = Pattern(rf"(?:全年|均)*(?:未|没有|无){GOT}?(?:任何|相关|有关)?的?{_HONOUR}(?:情况)?")  # of one level or of one body it is no denial of the others
_BESIDE = Pattern(r"发生|出现|批评|事故|一票否决|通报|违[规纪法]|扣\d+(?:\.\d+)?分[,;。]?$")  # what an actual that speaks of honours may pass over
_PIECES = Pattern(r"[,;。]|(?:并且?|且|同时)(?=荣获|获|受|得到|取得|被)")
_OF_HONOURS = Pattern(rf"{_HONOUR}|奖|荣誉|先进|示范")
_JOINTS, _ENDS = Pattern(r"[、和及]"), Pattern(r"[,;。\n]+")


class Honour(Record):
    """A level, whether a higher one does as well, who honours, and what it adds."""

    __slots__ = ("level", "up", "who", "what", "points")
    level: str
    up: bool
    who: str
    what: str
    points: Decimal

    def text(self) -> str:
        return f"获{self.level}{'及以上' if self.up else ''}{self.who}{self.what}加{shown(self.points)}分"

    def holds(self, level: str) -> bool:
        return rank(level) == rank(self.level) or self.up and rank(level) < rank(self.level)


class Raised(Record):
    """The rule below and the honours, the highest first."""

    __slots__ = ("base", "honours", "full")
    base: Bound
    honours: tuple[Honour, ...]
    full: Decimal

    def words(self) -> str:
        return f"{self.base.rule.words()}；在此基础上{'，'.join(each.text() for each in self.honours)}，最高{shown(self.full)}分"

    def render(self) -> str:
        return printed("理解为：" + self.words())

    def run(self, target: Value | None, actual: Value) -> Outcome:
        """The rule's points and what is added to them."""
        text = actual.text.rstrip("。;")
        rest, added = [], []
        for piece in (p for p in _PIECES.split(text) if p):
            if _DENIED.fullmatch(piece):
                continue
            if (told := _TOLD.fullmatch(piece)) is None or (more := self._adds(told["levels"], told["who"] or "", told["what"])) is None:
                if _OF_HONOURS.search(piece):
                    raise NotScorable(f"完成值{quoted(text)}中的{quoted(piece)}不能对应到评分标准规定的一种加分情形，请由填报人填写得分。")
                rest.append(piece)
                continue
            added += [each for each in more for _ in range(int(told_number(told["many"] or "1") or 1))]
        said = actual if len(rest) == 1 and rest[0] == text else read_actual(",".join(rest))
        if said is None:
            raise NotScorable(f"完成值{quoted(text)}只说明了加分情形，没有说明“{self.base.rule.words()}”，请逐项写明。")
        points, why, steps = run(self.base, target, said)
        if added and points != self.base.full:
            raise NotScorable(f"完成值{quoted(text)}没有得到“{self.base.rule.words()}”的全部分值，评分标准没有写明这时是否加分，请由填报人填写得分。")
        fewest, most = min(self.full, points + max(added, default=Decimal(0))), min(self.full, points + sum(added, Decimal(0)))
        if fewest != most:
            raise NotScorable(f"完成值{quoted(text)}有几种加分情形，评分标准没有写明是否累计，请由填报人填写得分。")
        return most, lambda: f"{why()}；{f'加{shown(most - points)}分' if added else '没有写明加分情形，不加分'}，得{shown(most)}分", steps

    def _adds(self, levels: str, who: str, what: str) -> list[Decimal] | None:
        """What each of the levels adds; None where one of them is none of the standard's."""
        found = []
        for level in _JOINTS.split(levels):
            hits = [h for h in self.honours if h.who == who and h.what == what and h.holds(level)]
            if not hits:
                return None
            found.append(max(h.points for h in hits))
        return found


def raised(text: str, full: Decimal) -> Raised | None:
    """The standard as a rule and honours that add to its points, the best of which makes them the full ones; None where it is none."""
    upon = _UPON_IT.match(text)
    if upon is None or "加" in upon["base"] or _BESIDE.search(upon["base"]):
        return None
    end = _MOST.search(text)
    pieces = [p for p in _ENDS.split(text[upon.end() : end.start() if end is not None else len(text)]) if p]
    found = [_ADDS.fullmatch(piece) for piece in pieces]
    if not found or not all(found):
        return None
    honours = tuple(Honour(m["level"], bool(m["up"] or m["over"]), m["who"] or "", m["what"], Decimal(m["points"])) for m in found)  # type: ignore[index]
    ranks, points = [rank(h.level) for h in honours], [h.points for h in honours]
    falling = all(a < b for a, b in zip(ranks, ranks[1:], strict=False)) and all(a > b for a, b in zip(points, points[1:], strict=False))
    if not falling or len({h.what for h in honours}) > 1 or not 0 < points[0] < full or end is not None and Decimal(end["most"]) not in (full, points[0]):
        return None
    try:
        rule = assemble(*read_clauses(upon["base"]), upon["base"])
        base = bind(rule, full - points[0]) if assemble(*read_clauses(rule.words()), "") == rule else None
    except NotScorable:
        return None
    return Raised(base, honours, full) if base is not None else None
