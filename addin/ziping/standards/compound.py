"""Several rules in one cell, each with points of its own (半年进度：…得2分…。前三季度进度：…得3分…): each is run by what the actual says of it, and the points add up.

A cell is taken apart only where every part is a rule by itself, with points printed in figures that together are the full points; an actual is taken
apart only where every statement belongs to one part and every part is told.
"""

from __future__ import annotations

from decimal import Decimal
from itertools import product

from ziping.standards.actuals.listing import ALL, BARS
from ziping.standards.assembly import assemble
from ziping.standards.cells.values import Value, read_actual, shown
from ziping.standards.cells.verbatim import printed
from ziping.standards.clauses.rule import ZERO, Amount, Award, Count, Met, Rule, Steps, Word
from ziping.standards.gainsaid import not_gainsaid
from ziping.standards.grammar import read_clauses
from ziping.standards.points.binding import Bound, Outcome, bind
from ziping.standards.refusal import NotScorable, quoted
from ziping.standards.running import run
from ziping.standards.sayings.marks import of_them_all
from ziping.standards.sayings.matching import alternatives
from ziping.standards.sayings.several import LISTED, bears_name
from ziping.standards.words.doings import asks_how
from ziping.standards.words.records import Record
from ziping.standards.words.spelling import told_number
from ziping.standards.words.vocabulary import Pattern

__all__ = ["Compound", "take_apart"]


class Compound(Record):
    """The parts of a standard, each a rule bound to its own points."""

    __slots__ = ("parts",)
    parts: tuple[Bound, ...]

    def words(self) -> str:
        return "；".join(f"（{at}）{part.rule.words()}" for at, part in enumerate(self.parts, 1))

    def render(self) -> str:
        return printed("理解为：" + self.words())

    def run(self, target: Value | None, actual: Value) -> Outcome:
        """The sum of the parts' points; NotScorable where a part cannot be scored by what is said of it."""
        text = actual.text.rstrip("。;")
        of_them_all(text, "", None, len(self.parts))
        if ALL.fullmatch(text) and _AGREES.search(text) and not any(a.effect.gain for part in self.parts for a in part.counts):  # type: ignore[union-attr]
            full = sum((part.full for part in self.parts), Decimal(0))
            return full, lambda: f"完成值“{actual.text}”，各项均符合，得满分{shown(full)}分", len(self.parts)
        if (done := _ALL_DONE.fullmatch(text)) is not None and (not done[1] or told_number(done[1]) == len(self.parts)) and all(map(_done_or_not, self.parts)):
            full = sum((part.full for part in self.parts), Decimal(0))
            return full, lambda: f"完成值“{actual.text}”，各项均完成，得满分{shown(full)}分", len(self.parts)
        if (kept := _kept(self.parts, text)) is not None:
            points = sum((part.full for part, yes in zip(self.parts, kept, strict=True) if yes), Decimal(0))
            told = "；".join(f"“{part.rule.words()}”{'满足' if yes else '不满足'}" for part, yes in zip(self.parts, kept, strict=True))
            return points, lambda: f"完成值“{actual.text}”，{told}，合计得{shown(points)}分", sum(kept)
        outcomes = [_scored(part, said, target) for part, said in zip(self.parts, self._said(text, target), strict=True)]
        if any(o is None for o in outcomes):
            raise NotScorable(f"评分标准分{len(self.parts)}部分计分，完成值{quoted(actual.text)}不能逐部分计分，请用标准中的原词逐项写明。")
        points = sum((o[0] for o in outcomes), Decimal(0))  # type: ignore[index]
        return points, lambda: f"{'；'.join(o[1]() for o in outcomes)}；合计得{shown(points)}分", sum(o[2] for o in outcomes)  # type: ignore[index]

    def _said(self, text: str, target: Value | None) -> list[str]:
        """What the actual says of each part."""
        pieces = [each for piece in _PIECES.split(text) if piece for each in _each_named(piece)]
        if len(pieces) == 1 and all(_DIGIT.search(p) for p in text.split("、")):
            pieces = text.split("、")
        told: list[list[str]] = [[] for _ in self.parts]
        for piece in pieces:
            found = self._found(piece, target)
            if len(found) != 1:
                raise NotScorable(f"评分标准分{len(self.parts)}部分计分，完成值中的{quoted(piece)}不能对应到其中一部分，请用标准中的原词逐项写明。")
            told[found[0][0]].append(found[0][1])
        if not all(told):
            missing = next(part for part, said in zip(self.parts, told, strict=True) if not said)
            raise NotScorable(f"评分标准分{len(self.parts)}部分计分，完成值{quoted(text)}没有说明“{missing.rule.words()}”这一部分，请逐项写明。")
        for part, said in zip(self.parts, told, strict=True):
            not_gainsaid(part, said, lambda piece, part=part: _scored(part, piece, target))  # type: ignore[misc]
        return [",".join(said) for said in told]

    def _found(self, piece: str, target: Value | None) -> list[tuple[int, str]]:
        """The parts of which the piece tells, and what it says in their own terms."""
        return self._named_done(piece) or [(i, said) for i, part in enumerate(self.parts) if (said := _of_part(part, piece, target)) is not None] or self._all_of_it(piece, target) or self._in_its_words(piece, target)

    def _all_of_it(self, piece: str, target: Value | None) -> list[tuple[int, str]]:
        """全部申报, where one part asks that the goals be 全申报, and no other that all of something be so; [] elsewhere."""
        said = _ALL_SO.fullmatch(piece)
        asked = [(i, arm.guard.phrase) for i, part in enumerate(self.parts) for arm in part.words if _OF_THEM_ALL.search(arm.guard.phrase)] if said is not None else []  # type: ignore[union-attr]
        if len(asked) != 1 or not _ASKED_OF_ALL.fullmatch(asked[0][1]) or not asked[0][1].endswith(said["did"]):  # type: ignore[index]
            return []
        return asked if _scored(self.parts[asked[0][0]], asked[0][1], target) is not None else []

    def _in_its_words(self, piece: str, target: Value | None) -> list[tuple[int, str]]:
        """按规定时间报送, where one part asks that 各单位按规定时间报送申报材料: told in the words of the one condition to which it belongs; [] where it belongs to none, or might to two."""
        from ziping.standards.sayings.belonging import belongs  # most actuals are in the standard's own words

        asked = [(i, arm.guard.phrase) for i, part in enumerate(self.parts) for arm in part.words]  # type: ignore[union-attr]
        found = belongs([phrase for _, phrase in asked], piece)
        if found is not None:
            return [(asked[found[0]][0], found[2])] if _scored(self.parts[asked[found[0]][0]], found[2], target) is not None else []
        many = _SO_MANY.fullmatch(piece)
        faults = [(i, fault) for i, part in enumerate(self.parts) for arm in part.counts for fault in alternatives(arm.effect.what)] if many is not None else []  # type: ignore[union-attr]
        if many is None or len({i for i, _ in faults}) != 1:
            return []
        i = faults[0][0]
        fault = belongs([*(fault for _, fault in faults), *(phrase for at, phrase in asked if at != i)], many["what"])
        if fault is None or fault[0] >= len(faults) or not fault[1]:
            return []
        whole = f"{many['many']}{self.parts[i].counts[0].effect.what}"  # type: ignore[index, union-attr]
        return [(i, whole)] if len(self.parts[i].counts) == 1 and _scored(self.parts[i], whole, target) is not None else []

    def _named_done(self, piece: str) -> list[tuple[int, str]]:
        """道路项目未完成, where each part sets 未完成 against what it asks for: of the one part that speaks of such a thing; [] where none does, or two do."""
        said = _NAMED_DONE.fullmatch(piece)
        asked = [_done_or_not(part) for part in self.parts] if said is not None else []
        if said is None or sum(said["name"] in part.rule.source for part in self.parts) != 1:
            return []
        hits = [i for i, phrase in enumerate(asked) if (at := phrase.find(said["name"])) >= 0 and _NAMED_WHOLLY.match(phrase, at + len(said["name"])) and not _ONE_OF_TWO.search(phrase[:at])]
        return [(hits[0], f"{said['no'] or '已'}完成")] if len(hits) == 1 else []


def _kept(parts: tuple[Bound, ...], text: str) -> list[bool] | None:
    if _DIGIT.search(text) is None or "元" not in text:
        return None
    from ziping.standards.actuals.set_against import set_against  # few actuals need it

    return set_against([part.rule.source for part in parts], text)


_GIVEN = "申报|编报|填报|报送|上报|公开|公示|备案|归档"
_ALL_SO = Pattern(rf"已?(?:全部|均|都)已?(?P<did>{_GIVEN})")
_OF_THEM_ALL = Pattern("全|[均都各每]")
_ASKED_OF_ALL = Pattern(rf"[^\W\d未不没无按及]{{2,14}}?(?:全部?|均|都)已?(?:{_GIVEN})")
_ALL_DONE = Pattern(r"(?:(\d|[两二三四五六])项|各项)?(?:均|都|全部)已?完成")
_NAMED_DONE = Pattern(r"(?P<name>[^\W\d未不没无已均都]{4,20}?)(?:工作|任务)?(?:已|全部)*(?P<no>未)?完成")
_ONE_OF_TWO = Pattern(r"[和与及、][^\W\d]{0,3}$")  # 公园改制 of 林场和公园改制
_NAMED_WHOLLY = Pattern(r"$|[,按的]|完成|任务|达到|如期|在")  # the name ends here


def _done_or_not(part: Bound) -> str:
    """What a part asks to be done, where all that it sets against it is that it was not; empty elsewhere."""
    whole = [a for a in part.words if isinstance(a.effect, Award) and a.effect.amount.of(part.full) == part.full]
    rest = [a for a in part.rule.arms if a not in whole]
    undone = all(a.effect == Award(ZERO) and (a.guard == Met(False) or isinstance(a.guard, Word) and a.guard.phrase == "未完成") for a in rest)
    phrase = whole[0].guard.phrase if len(whole) == 1 else ""  # type: ignore[union-attr]
    return phrase if rest and undone and "完成" in phrase and not asks_how(_AS_USUAL.sub("", phrase)) else ""


_AS_USUAL = Pattern(r"^(?:(?:按照?|根据|依据)[^,;。]{0,16}(?:关于|政府|上级|[省市县][委级])[^,;。]{0,30}(?:要求|规定|部署|安排|通知|意见|精神),)?[本当]?年度?[内前底]?|[和与及、]|按照?(?:建设)?(?:标准|要求|规定)(?:[和及](?:标准|要求|规定))*|全部|全面")  # what is no more than its being done within the year
_PIECES = Pattern(r"[,;。\n]")
_DIGIT = Pattern(r"\d")
_AGREES = Pattern(r"符合|满足")
_FIGURE = Pattern(r"([^≥≤><=\d]*(?:\d{1,2}月[^≥≤><=\d]*)?)(?:达到了?|为|是|:|达)?(-?\d+(?:\.\d+)?(?:%|‰|[^\W\d]{0,4}))")
_OF_ALL = Pattern(r"(?P<names>[^\W\d]{2,12}(?:[、和及][^\W\d]{2,12}?)+?)(?:均|都|全部)(?:已)?(?:为|达到了?|达)?(?P<figure>\d[\d.]*%)")
_NAMES = Pattern(r"、|[和及](?!时)")


def _each_named(piece: str) -> list[str]:
    """开工率、完工率均为100%: of each of them."""
    said = _OF_ALL.fullmatch(piece)
    return [f"{name}{said['figure']}" for name in _NAMES.split(said["names"])] if said is not None else [piece]


_SO_MANY = Pattern(r"(?:认定|发现|查出|存在|出现|有)?(?P<many>[1-9]\d*[项处次个件起条])(?P<what>[^\W\d]{4,})")
_VERB = Pattern(r"(?:实际|完成|达到了?|为|是|:|达)+$|(?<=[^\W\d]{4})的$")  # 整合资金占年度投资的


def _of_part(part: Bound, piece: str, target: Value | None) -> str | None:
    """What the piece says in the part's own terms; None where it does not speak of this part."""
    figure = _FIGURE.fullmatch(piece)
    name = _VERB.sub("", figure[1]) if figure else ""
    if figure and part.spans and part.rule.subject and len(name) > 1 and bears_name(name, part.rule.subject):
        return figure[2]
    if (value := read_actual(piece)) is None or value.kind in ("number", "date") and not name:
        return None
    return piece if _scored(part, piece, target) is not None else None


def _scored(part: Bound, said: str, target: Value | None) -> Outcome | None:
    actual = read_actual(said)
    try:
        outcome = run(part, None if target is not None and LISTED.search(target.text) else target, actual) if actual is not None else None
    except NotScorable:
        return None
    return None if outcome is not None and not outcome[0] and _exhausted(part, outcome) else outcome


def _exhausted(part: Bound, outcome: Outcome) -> bool:
    """Whether more was taken off than the part has, and the part does not say itself that this is the end."""
    takes = [a.effect for a in part.rule.arms if isinstance(a.effect, Count | Steps) and not a.effect.gain]
    return len(takes) == 1 and "扣完" not in part.rule.source and outcome[2] * takes[0].per.of(part.full) > part.full


# ---------------------------------------------------------------------------------------------------------------
# Taking a standard apart


def take_apart(text: str, full: Decimal) -> Compound | None:
    """The standard as parts whose points add up to the full ones, by lines, else by sentences, by clauses, by commas; None where it cannot be."""
    for stops in (_LINES, _SENTENCES, _CLAUSES, _COMMAS):
        pieces = [p for p in stops.split(text) if p]
        if len(pieces) > 2 and stops is _COMMAS:
            pieces = _for_each(pieces)
        if not 1 < len(pieces) <= _MOST:
            continue
        parts = _parts(pieces)
        fits = [] if len(parts) < 2 else [row for row in product(*parts) if sum(b.full for b in row) == full and (stops is not _COMMAS or _named_apart(row))]
        if len(fits) == 1:
            return Compound(fits[0])
    return _and_more(text, full)


_MORE = Pattern(r"(?P<base>[\s\S]+?)[,;。\n](?P<more>(?:[^,;。\n\d]*,)?[^,;。\n\d]*每[^,;。\n]{0,16}加\d+(?:\.\d+)?分,(?:累计)?最[高多](?:加|得)?(?P<most>\d+(?:\.\d+)?)分)[。;]?")


def _and_more(text: str, full: Decimal) -> Compound | None:
    """任务全部完成得8分，获得表彰的每次加1分，最高加2分, of ten: what is added is what the rule before it leaves of the points; None where both together are not the full points."""
    said = _MORE.fullmatch(text)
    if said is None:
        return None
    most = Decimal(said["most"])
    base = [bound for bound in _own(said["base"]) if bound.full == full - most]
    try:
        rule = assemble(*read_clauses(said["more"]), said["more"])
        again = assemble(*read_clauses(rule.words()), "") == rule
    except NotScorable:
        return None
    more = _bound(rule, most) if again and len(rule.arms) == 1 else None
    if len(base) != 1 or more is None or not all(a.effect.gain and a.effect.cap == Amount(most) for a in more.counts) or not more.counts:  # type: ignore[union-attr]
        return None
    return Compound((base[0], more))


_ENDS = ("扣完为止", "扣完即止")
_EACH_STEP = Pattern(r"(?:其中)?(?:任[意一何]一?项|每项|各项|任[意一何]一?个|每个|各)(?:指标)?(?:的)?,?(?=每(?:低|少|降低|下降|减少|高|超过?|降|增加?|差|相差)(?:于)?(?:目标值)?\d)")


def _for_each(pieces: list[str]) -> list[str]:
    """A≥95%得5分，B≥95%得5分，未达到的按比例计分; A100%得5分，B100%得5分，任一项每低1个百分点扣0.5分: what is said last of either is said of each; how far it goes (扣完为止) may be of one or of all, and is left out."""
    last = next((at for at in range(len(pieces) - 1, 1, -1) if pieces[at] not in _ENDS), 0)
    if last and (step := _EACH_STEP.match(pieces[last])) is not None:
        return [f"{piece},{pieces[last][step.end():]}" for piece in pieces[:last]]
    return [f"{piece},{pieces[-1]}" for piece in pieces[:-1]] if _OF_EACH.match(pieces[-1]) else pieces


def _named_apart(parts: tuple[Bound, ...]) -> bool:
    """Whether each part is about a rate of its own: 明确得2分，较明确得1分 are rungs of one ladder."""
    names = {part.rule.subject for part in parts}
    return len(names) == len(parts) and all(names) and all(part.spans for part in parts)


_MOST = 12  # pieces: no indicator has so many rules
_LINES, _SENTENCES, _CLAUSES, _COMMAS = Pattern(r"\n"), Pattern(r"[。\n]"), Pattern(r"[;。\n]"), Pattern(r"[,;。\n]")
_OF_EACH = Pattern(r"(?:每项|各项)?(?:未达到|未达标|未完成|达不到)的?")  # A≥95%得5分，B≥95%得5分，未达到的按比例计分: either of them


def _parts(pieces: list[str]) -> list[list[Bound]]:
    """The rules of the pieces, each with the ways its points may be told; a piece that earns nothing belongs to the one before it."""
    found: list[tuple[str, list[Bound]]] = []
    for piece in pieces:
        own = _own(piece)
        if own:
            found.append((piece, own))
            continue
        if not found and _silent(piece):
            continue
        joined = f"{found[-1][0]};{piece}" if found and (len(found) == 1 or not _TAKES.search(piece)) and not (len(found) > 1 and (BARS.search(piece) or _MISDEED.match(piece))) else ""
        if not joined or not (own := _own(joined)):
            return []
        found[-1] = (joined, own)
    return [own for _, own in found]


_MISDEED = Pattern(r"\(?[\d一二三四五六七八九①-⑨]?[.、)]?(?:发生|出现|存在|发现|被|弄虚|虚[报列假]|伪造|违[规纪法]|挪用|截留|挤占|[套骗]取|冒领|侵占|贪污|资金被)[^,;。]{0,20}的?,?不得分")  # in a line of its own: of which part, or of all?
_TAKES = Pattern(r"扣(?!完|满|光)")


def _silent(piece: str) -> bool:
    """Whether a piece before the rules says nothing of points."""
    try:
        return not read_clauses(piece)[0]
    except NotScorable:
        return False


def _own(piece: str) -> list[Bound]:
    """The rule of a piece bound to the points that it prints: its best, or all of its conditions together."""
    try:
        rule = assemble(*read_clauses(piece), piece)
        if assemble(*read_clauses(rule.words()), "") != rule:
            return []
    except NotScorable:
        return []
    amounts = [a.effect.amount for a in rule.arms if isinstance(a.effect, Award) and a.effect.amount != ZERO]
    if rule.stated is None and (not amounts or any(m.share and m.value == 1 for m in amounts)):
        return []
    ways = {rule.stated} if rule.stated is not None else {max(m.value for m in amounts if not m.share), sum(m.value for m in amounts if not m.share)} if any(not m.share for m in amounts) else set()
    return [bound for points in sorted(ways) if (bound := _bound(rule, points)) is not None]  # type: ignore[type-var]


def _bound(rule: Rule, points: Decimal | None) -> Bound | None:
    try:
        return bind(rule, points) if points else None
    except NotScorable:
        return None
