"""Rungs told by what happened at which level (省级媒体报道1篇，得3分；市级媒体报道2篇，得2分；县级媒体报道，得1分): the highest that is told earns its points.

Of a lower rung just so many must be told: of more nobody says whether they earn the same or again. Where several levels are told whose points together might
be meant, nobody knows either.
"""

from __future__ import annotations

from decimal import Decimal

from ziping.standards.cells.values import Value, shown
from ziping.standards.cells.verbatim import printed
from ziping.standards.plain.wordy import HIGHEST
from ziping.standards.points.binding import Outcome
from ziping.standards.refusal import NotScorable, quoted
from ziping.standards.words.honouring import MEDIA, OFFICES
from ziping.standards.words.records import Record
from ziping.standards.words.spelling import told_number
from ziping.standards.words.vocabulary import Pattern

__all__ = ["LEVEL", "Levels", "of_levels", "rank"]

_RANKS = (("国家级", "中央级", "中央", "国家"), ("省部级", "省级", "部级"), ("市级", "地市级"), ("县级", "区级", "县区级", "区县级"), ("乡镇级", "乡级", "镇级"))  # from the highest
LEVEL = "|".join(sorted((word for same in _RANKS for word in same), key=len, reverse=True))
_N = r"(?:\d{1,2}|[一两二三四五六七八九十])"
_WHERE = r"(?:及其?以上|及以上|以上)"
_BODIES = f"{OFFICES}|{MEDIA}|平台|报刊|刊物"
_RUNG = Pattern(
    rf"(?P<lead>[^,;。\d得扣未不没无每]{{0,16}}?)(?:获得|取得|得到)?(?P<level>{LEVEL})(?P<up>{_WHERE})?(?P<body>{_BODIES})?(?P<over>{_WHERE})?(?:的?(?P<done>[^,;。\d得扣未不没无每的]{{2,8}}?))?(?:(?P<many>{_N})(?P<measure>[篇次项个条件场期])(?P<more>及?以上)?)?的?,?得(?P<points>\d+(?:\.\d+)?)分"
)
_TOLD = Pattern(rf"(?:被|受到?|获得?|在|有|已)?(?P<level>{LEVEL})(?P<body>{_BODIES})?的?(?P<done>[^,;。\d得扣未不没无每]{{2,8}}?)了?(?:(?P<many>{_N})(?P<measure>[篇次项个条件场期]))?")
_DENIED = Pattern(rf"(?:均|全年)?(?:未|没有)(?:被|受|获得?|在|有)?(?P<body>{_BODIES})?(?P<done>[^,;。\d未不没无]{{2,8}})")
_BODY = Pattern(rf"^(?:{_BODIES})")
_NOTHING = Pattern(r"(?:否则|其他|其余|(?:均)?(?:未|没有|无)[^,;。\d扣得]{2,10})(?:情况)?的?,?不得分")
_CLAUSES, _PIECES = Pattern(r"[;。\n]|(?<=分),"), Pattern(r"[,;。、]")


class Rung(Record):
    """A level, whether a higher one does as well, what is done there, how often (0: however often), whether more often does as well, and what it earns."""

    __slots__ = ("level", "up", "what", "many", "measure", "more", "points")
    level: str
    up: bool
    what: str
    many: Decimal
    measure: str
    more: bool
    points: Decimal

    def text(self) -> str:
        return f"{self.level}{'以上' if self.up else ''}{self.what}{f'{shown(self.many)}{self.measure}' if self.many else ''}{'以上' if self.many and self.more else ''}得{shown(self.points)}分"


class Levels(Record):
    """A standard as rungs of levels, the best first; none: whether it says that what did not happen at all earns nothing; alone: that the highest earns its points alone."""

    __slots__ = ("rungs", "none", "alone")
    rungs: tuple[Rung, ...]
    none: bool
    alone: bool

    def words(self) -> str:
        return "；".join([*(rung.text() for rung in self.rungs), *(["其他得0分"] if self.none else []), *(["就高计分"] if self.alone else [])])

    def render(self) -> str:
        return printed("理解为：" + self.words())

    def run(self, _target: Value | None, actual: Value) -> Outcome:
        """The points of the highest rung that is told; NotScorable where a piece tells none, or several might be added up."""
        text, best = actual.text.rstrip("。;"), self._best(actual)
        if self._denies(text):
            return Decimal(0), lambda: f"完成值“{text}”，不属于所列的各档，得0分", 0
        if best is None:
            raise NotScorable(f"评分标准按级别分档计分，完成值{quoted(text)}没有说明属于哪一档，请按标准中的原词写明级别和次数。")
        return best.points, lambda: f"完成值“{text}”，适用“{best.text()}”，得{shown(best.points)}分", 0

    def tells(self, actual: Value) -> bool:
        return self._best(actual) is not None or self._denies(actual.text.rstrip("。;"))

    def _denies(self, text: str) -> bool:
        """未刊发, 未被媒体刊发, where what is told of is 刊发."""
        denied = _DENIED.fullmatch(text) if self.none else None
        what = self.rungs[0].what
        return denied is not None and (denied["body"] or "") + denied["done"] in (what, _BODY.sub("", what))

    def _best(self, actual: Value) -> Rung | None:
        held = [self._held(piece) for piece in _PIECES.split(actual.text.rstrip("。;")) if piece]
        found = [rung for rung in held if rung is not None]
        best = max(found, key=lambda rung: rung.points, default=None)
        return None if len(found) != len(held) or (len(found) > 1 and best is not self.rungs[0] and not self.alone) else best

    def _held(self, piece: str) -> Rung | None:
        told = _TOLD.fullmatch(piece)
        if told is None:
            return None
        number = told_number(told["many"]) if told["many"] else Decimal(1)
        hits = [r for r in self.rungs if r.what == (told["body"] or "") + told["done"] and (rank(r.level) == rank(told["level"]) or r.up and rank(told["level"]) < rank(r.level))]
        exact = [r for r in hits if rank(r.level) == rank(told["level"])] or hits
        if len(exact) != 1 or not number or exact[0].many and told["measure"] not in (None, exact[0].measure):
            return None
        enough = self.alone and not exact[0].many or number == (exact[0].many or 1) or not exact[0].many and any(rung.many for rung in self.rungs) or exact[0].many and number > exact[0].many and (exact[0].more or exact[0] is self.rungs[0])  # type: ignore[operator]
        return exact[0] if enough else None  # where no rung prints how often, several times may earn several times


def rank(level: str) -> int:
    return next(at for at, same in enumerate(_RANKS) if level in same)


def of_levels(text: str, full: Decimal) -> Levels | None:
    """The standard as such rungs, the best of which earns the full points and which together earn more; None where it is none."""
    alone = HIGHEST.search(text) is not None
    pieces = [piece for piece in _CLAUSES.split(HIGHEST.sub("", text)) if piece]
    none = len(pieces) > 2 and _NOTHING.fullmatch(pieces[-1]) is not None
    found = [_RUNG.fullmatch(piece) for piece in (pieces[:-1] if none else pieces)]
    if len(found) < 2 or not all(found) or any(match["lead"] for match in found[1:]) or not found[0]["done"]:  # type: ignore[index]
        return None
    first = (found[0]["body"] or "") + found[0]["done"]  # type: ignore[index]  # 国家级表彰得5分，省级得3分
    rungs = [Rung(m["level"], bool(m["up"] or m["over"]), (m["body"] or "") + m["done"] if m["done"] or m["body"] else first, told_number(m["many"]) if m["many"] else Decimal(0), m["measure"] or "", bool(m["more"]), Decimal(m["points"])) for m in found]  # type: ignore[index]
    ranks, points = [rank(r.level) for r in rungs], [r.points for r in rungs]
    falling = all(a < b for a, b in zip(ranks, ranks[1:], strict=False)) and all(a > b for a, b in zip(points, points[1:], strict=False))
    return Levels(tuple(rungs), none, alone) if falling and points[0] == full < sum(points) and len({r.what for r in rungs}) == 1 and points[-1] else None
