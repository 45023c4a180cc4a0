"""The cases that cost a whole indicator, read off a standard of several parts before anything of it is reworded: 未建立台账的，本项指标不得分 beside 建立台账得4分 and 质量合格得6分.

However many there are, and wherever they stand. A case that plainly costs everything is taken off the text, so that the parts are read without it; one that
may as well be of the part beside it (该项不得分, or 本项指标不得分 in the middle of a part) stays, and is handed on as unsure. Where one condition earns all the
points, as on a ladder, the case is its lowest rung and nothing is taken off.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache

from ziping.standards.refusal import NotScorable, quoted
from ziping.standards.words.records import Record
from ziping.standards.words.synonyms import canonical
from ziping.standards.words.vocabulary import Pattern

__all__ = ["Forfeit", "WithForfeits", "forfeits"]


class Forfeit(Record):
    """A case as it is printed, and whether it surely costs the points of every part."""

    __slots__ = ("case", "sure")
    case: str
    sure: bool


class WithForfeits(Record):
    """A rule as it is understood, and what surely costs it all."""

    __slots__ = ("rule", "cases")

    def words(self) -> str:
        return "；".join([self.rule.words(), *(f"{each.case}，本项指标得0分" for each in self.cases if each.sure)])  # type: ignore[attr-defined]

    def render(self) -> str:
        return f"理解为：{self.words()}"


_GLUE = r"(?:(?<!否)则|[即就均都也将应为]|直接|一律|视为|予以|给予|一次性|全额)*"
_NO_POINTS = r"不(?:予以?|能|可以?|再|给予|应予?)?[得计记给赋评打]分|一分(?:也|都)?不[得给计打]|无分(?![^\W\d])"
_NONE = rf"(?:{_NO_POINTS}|(?:最终|最后)?[得计记按评赋打给扣]?(?:分值?|得分|分数)?[为至到成以是]?(?:0|零)分?(?:计[算分]?|处理)?)"
_INDICATOR = r"(?:(?:[本该此这]|整个?|上述)[项个条]?(?:[一二三]级|考核|评价|绩效)?指标|(?<![^,的者则])指标)的?(?:全部|所有)?(?:得分|分[值数])?"
_BOTH_PARTS = rf"(?:上述|以上|前述|这)?(?:[两二三四五六七八九]|[2-9])[项个](?:指标|内容|得分)?{_GLUE}{_NONE}"
_ALL_POINTS = r"(?:全部|所有|全额|全)的?(?:分[值数]?|得分|权重分?)"
_TAKEN = rf"(?:扣[除完光减去掉尽]?(?:[本该此]项?)?的?{_ALL_POINTS}|(?:{_ALL_POINTS})?全部扣[除完光减掉]|分[值数]全部扣[除完光减掉]|全扣|不(?:予以?|能|再)?[得计给](?:任何|[一1])分)"
_EFFECT = Pattern(
    rf"(?P<case>.*?)(?:的话|的情况下?|的时候|[的者])?{_GLUE}"
    rf"(?:(?P<indicator>{_INDICATOR}{_GLUE}(?:{_NONE}|{_TAKEN})|扣[除完光减去掉尽]{_INDICATOR}(?:的?全部)?(?:分[值数]?|得分)?|不[得计给]{_INDICATOR})"
    rf"|(?P<both>{_BOTH_PARTS})|(?P<veto>(?:实行|采取)?一票否决制?)|(?P<taken>{_TAKEN})|扣[除减]?(?P<off>\d+(?:\.\d+)?)分|(?P<item>[本该此]项的?(?:得分|分[值数])?{_GLUE}(?:{_NONE}|{_TAKEN}))|(?P<bare>{_NONE}))"
)
_GIVES = Pattern(r"[得扣加计减记给][满\d零]|不[得计]分|\d分|满分|扣完|扣至|为止")
_BEHIND_POINTS = Pattern(r"[\s\S]*(?:\d分|不得分|满分)")
_MARK = r"(?:\(\d{1,2}\)|\([一二三四五六七八九十]\)|\d{1,2}[.、)]|[①-⑳]|[一二三四五六七八九十][、.])"
_MARKED = Pattern(_MARK)
_ITEM = Pattern(rf"\n|(?:^|(?<=[;。,\n:])){_MARK}")
_INTRO = Pattern(r"^(?:(?:另外|此外|同时|其中|备注|注|说明|其他|扣分项|否决项)(?:[:,]|$)|但是?|凡是?|若是?(?!干)|倘若|假如|一旦|如(?:果|有(?=[^\W\d]))?(?![期实何下因遇上同需])|对于?(?=[未不无没])|有(?=[未不]))+")
_VETO = Pattern(rf"{_GLUE}(?:实行|采取)?一票否决制?")
_UNTIL = Pattern(r"[,(](?:直至|直到)?(?:扣完|扣光)(?:为止|即止)?(?=[;。\n)]|$)")
_OF_EACH = Pattern(r"每|各|任[意一何]|逐|其中[一1]")
_STOPS, _CUTS = Pattern(r"[;。\n]"), Pattern(r",|\((?!(?:\d{1,2}|[一二三四五六七八九十])\))|(?<=[\d满得]分)(?=[未不没如若凡发存])")
_PARTS = 1  # more than that are several
_TAKES_ALL = ("指标", "否决", "全部", "全扣", "本项", "该项", "此项", "所有", "全额", "任何分", "项均不", "项都不", "项不")
_OF_ITS_OWN = Pattern(rf"(?:^|[;。,\n]){_MARK}[^;。\n得]{{2,60}}(?:{_NO_POINTS}|[得计记]?(?:0|零)分)")
_LOST = Pattern(r"(?:[本该此]|整个)项?(?:[一二三]级)?指标[^,;。\n]{0,8}?(?:不[予以能可再给]*[得计记]分|(?<!\d)(?:0|零)分(?!为止))")


class _Found(Record):
    """A case, where it stands in the source, the words that take its points, and whether these are plainly of the one part in which it stands."""

    __slots__ = ("forfeit", "start", "end", "kind", "of_one")
    forfeit: Forfeit
    start: int
    end: int
    kind: str
    of_one: bool


@lru_cache(maxsize=2048)
def forfeits(source: str, full: Decimal) -> tuple[str, tuple[Forfeit, ...]]:
    """The squeezed standard without what plainly costs all the points, and the cases that do or may; as it stands and () where it has not several parts."""
    if source.count("分") <= _PARTS or not any(word in source for word in (*_TAKES_ALL, f"{full:f}分")) and not _OF_ITS_OWN.search(source):
        return source, ()
    every = list(_cases(source, full))
    if not every or not _several(_without(source, every), full):
        return source, ()
    parts = len(_earned(others := _without(source, every), full))
    of_each = sum(each.kind == "item" for each in every) >= parts  # 未建立的，该项不得分, said of every part
    found = [each for each in every if not each.of_one and not (each.kind in ("item", "bare") and (of_each or others.count(each.forfeit.case[-2:]) >= parts))]  # 未公开的，该项不得分, where each of them is to be 公开
    rest = _without(source, [each for each in found if each.forfeit.sure])
    if (unread := _LOST.search(_without(source, every))) is not None and not _OF_EACH.search(source[: source.find(unread[0])]):
        raise NotScorable(f"评分标准中的{quoted(unread[0])}没有读懂是哪种情形，可能影响得分，请由填报人填写得分或改写该句。")
    return rest, tuple(each.forfeit for each in found)


def _without(source: str, found: list[_Found]) -> str:
    for each in reversed(found):
        before, behind = source[: each.start], source[each.end :]
        before = before.rstrip(",(") if behind[:1] in (*";。\n", "") else before
        source = before + (behind.lstrip(",;。\n") if not before or before[-1] in ",;。\n" else behind)
    return source


def _cases(source: str, full: Decimal) -> Iterator[_Found]:
    items = [0, *(match.start() for match in _ITEM.finditer(source) if match.start())]
    at = 0
    for segment in _STOPS.split(source):
        yield from _in_segment(source, at, segment, full, items)
        at += len(segment) + 1


def _in_segment(source: str, at: int, segment: str, full: Decimal, items: list[int]) -> Iterator[_Found]:
    """The cases between two stops: what stands before the words that take all, back to the words that gave the points before it."""
    cuts = [0, *(match.end() for match in _CUTS.finditer(segment)), len(segment) + 1]
    clauses = [(a, segment[a:b].rstrip(",(") if b <= len(segment) else segment[a:]) for a, b in zip(cuts, cuts[1:], strict=False)]
    for j, (begins, clause) in enumerate(clauses):
        told = _EFFECT.fullmatch(clause.rstrip(")"))
        if told is None or told["off"] and Decimal(told["off"]) != full or j + 1 < len(clauses) and (next_ := _EFFECT.fullmatch(clauses[j + 1][1].rstrip(")"))) is not None and not next_["case"] and not next_["off"]:
            continue
        first = j
        while first and not _GIVES.search(clauses[first - 1][1]):
            first -= 1
        words = [each for _, each in clauses[first:j] if not _VETO.fullmatch(each)] + [told["case"]]
        marked = _MARKED.match(clauses[first][1])
        words[0] = words[0].removeprefix(marked[0]) if marked else words[0]
        case = ",".join(each for word in words if (each := _INTRO.sub("", word))).removesuffix("的")
        if not case or _GIVES.search(case) or "每" in case and told["off"]:
            continue
        kind = next(name for name in ("indicator", "both", "veto", "taken", "off", "item", "bare") if told[name])
        start, end = at + clauses[first][0], at + begins + len(clause)
        end += len(until[0]) if (until := _UNTIL.match(source, end)) is not None else 0
        if kind != "bare" and _OF_EACH.search(case) and not any(word in told[0] for word in ("本指标", "本项指标", "整个")):
            continue
        item = max(i for i in items if i <= start)
        leads = source[item:start].strip("\n") == "" or bool(marked)
        last = item == items[-1]
        inside = not leads and (bool(first) or len(items) > 1 and not (last and source[start - 1] == "。"))
        own = leads and (bool(marked) or len(items) > 1)
        of_one = inside and kind in ("item", "bare", "taken") or kind == "bare" and not own or kind == "item" and not own and bool(_earned(source[end:], full))
        sure = not inside and (kind in ("indicator", "veto", "off") or kind == "taken" and (own or start == 0 or source[start - 1] == "。"))
        yield _Found(Forfeit(case, sure), start, end, kind, of_one)


# ---------------------------------------------------------------------------------------------------------------
# Whether there are parts at all

_EARNED = Pattern(r"(?<![扣加减不\d.])(?:(?P<all>得满分)|(?P<by>[得(:,])(?P<points>\d+(?:\.\d+)?)分|得分值的(?P<share>\d+(?:\.\d+)?)%)")
_BOTH = Pattern(r"(?:均|都|全部|[两二三四五]项|各项|同时|以上)[^,;。\n]{0,16},?得(?:满分|\d)")


def _earned(text: str, full: Decimal) -> list[Decimal]:
    """The points that the clauses earn, without the sum of them that is told in a heading (10分) or again: 两项均符合得10分."""
    found, headed = [], []
    for clause in _STOPS.split(canonical(text)):
        for each in _EARNED.finditer(clause):
            points = full if each["all"] else Decimal(each["points"]) if each["points"] else Decimal(each["share"]) * full / 100
            if points != full or not _BOTH.search(clause):
                (headed if points == full and each["by"] == "(" else found).append(points)
    return found if sum(found) == full else found + headed


def _several(rest: str, full: Decimal) -> bool:
    """Whether the points are those of several conditions, none of which earns all of them by itself."""
    worth = _earned(rest, full)
    return len(worth) > 1 and max(worth) < full
