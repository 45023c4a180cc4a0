"""A weighted sum of rates (得分=（完成率×60%+及时率×40%）×分值): each rate is told by its name, and earns its share of the points."""

from __future__ import annotations

from decimal import Decimal

from ziping.amounts import EXACT, half_up
from ziping.standards.cells.values import Value, shown
from ziping.standards.cells.verbatim import printed
from ziping.standards.clauses.readings import HUNDRED
from ziping.standards.points.binding import Outcome
from ziping.standards.refusal import NotScorable, quoted
from ziping.standards.words.desirable import LACKING, LAPSES, better_when_higher
from ziping.standards.words.records import Record
from ziping.standards.words.vocabulary import Pattern

__all__ = ["Weighted", "weighted"]

_N = r"\d+(?:\.\d+)?"
_NAME = r"[^\W\d未不没无非]{1,14}?(?:率|度|比例|占比|覆盖面)"
_TERM = rf"(?:{_NAME}\*{_N}%?|{_N}%?\*{_NAME})"
_SUM = rf"{_TERM}(?:\+{_TERM})+"
_WORTH = rf"(?:分值|满分|{_N}分?)"
_FORMULA = Pattern(
    rf"(?:得分=)?(?:[(\[](?P<sum>{_SUM})[)\]]\*(?P<worth>{_WORTH})|(?P<before>{_WORTH})\*[(\[](?P<inner>{_SUM})[)\]])(?:计算得分|计算|计分|得分)?"
    rf"|(?:得分=|按照?|以)?(?P<open>{_SUM}),(?:再|然后)?\*(?P<times>{_WORTH})(?:计算得分|计算|计分|得分)?|得分=(?P<each>{_SUM})"
)
_EACH = Pattern(rf"(?P<one>{_NAME})\*(?P<behind>{_N}%?)|(?P<before>{_N}%?)\*(?P<other>{_NAME})")
_DEFINED = Pattern(r"(?:其中[:,]?)?[^=,;。()*/]{2,16}=\(?(?P<top>[^=;。()*/]+)/[^=;。()*/]+\)?(?:\*100%?)?")
_LACKING, _WHOLE = Pattern(rf"[{LACKING}失]|投诉"), Pattern(r"(?:年度|年初|全年)*(?:计划|目标|任务|应|总|全部)")
_ILL = Pattern(rf"{LAPSES}|空置|超|漏|违|偏差|偏离|结转|结余|调整|变动|增长|下降|降低")  # and of which way nobody knows; 预警发布及时率 and 退出完成率, though, are good
_WHOSE = Pattern(r"材料|设备|工程|项目|任务|资金|预算|群众|公众|社会|居民|村民|住户|用户|企业|学生|患者|职工|游客|(?:服务|受益)(?:对象|群众)")
_BUILT = Pattern(r"(?:项目|工程|任务)?(?:建成|完工)率")
_SENTENCES, _PIECES = Pattern(r"[;。\n]"), Pattern(r"[,;、。\n]")
_TOLD = Pattern(r"(?:实际)?(?P<name>[^\W\d]{1,20}?)(?:达到?|为|是|:|=)?(?P<rate>\d+(?:\.\d+)?)%")
_FIGURE = Pattern(r"(\d+(?:\.\d+)?)%")


class Weighted(Record):
    """The rates by name, each with its share of the full points."""

    __slots__ = ("full", "rates")
    full: Decimal
    rates: tuple[tuple[str, Decimal], ...]

    def words(self) -> str:
        return f"得分=（{'+'.join(f'{name}*{shown(share * HUNDRED)}%' for name, share in self.rates)}）*分值"

    def render(self) -> str:
        return printed("理解为：" + self.words())

    def run(self, target: Value | None, actual: Value) -> Outcome:
        """Each rate's share of the points; NotScorable where one is not told, is more than all, or may be meant of a target that is not all."""
        told = self._told(actual.text.rstrip("。;"))
        goals = {Decimal(goal) for goal in _FIGURE.findall(target.text)} if target is not None else set()
        if goals - {HUNDRED}:
            raise NotScorable(f"指标值{quoted(target.text)}不是100%，评分标准中的比率可按完成值本身或按与指标值之比理解，请由填报人填写得分。")  # type: ignore[union-attr]
        earned = sum((EXACT.multiply(told[name], share) for name, share in self.rates), Decimal(0))
        points = half_up(EXACT.multiply(self.full, earned).scaleb(-2), 2)
        return points, lambda: f"得分＝（{'＋'.join(f'{shown(told[name])}%×{shown(share * HUNDRED)}%' for name, share in self.rates)}）×{shown(self.full)}＝{shown(points)}分", 0

    def _told(self, text: str) -> dict[str, Decimal]:
        told: dict[str, Decimal] = {}
        for piece in (p for p in _PIECES.split(text) if p):
            said = _TOLD.fullmatch(piece)
            names = [name for name, _ in self.rates]
            hits = [] if said is None else [n for n in names if n == said["name"]] or [n for n in names if n.endswith(said["name"]) and _WHOSE.fullmatch(n.removesuffix(said["name"]))]
            if said is None or len(hits) != 1 or hits[0] in told:
                raise NotScorable(f"评分标准按{'、'.join(names)}加权计分，完成值中的{quoted(piece)}不能对应到其中一个，请逐一写明如“{names[0]}95%，{names[1]}90%”。")
            told[hits[0]] = Decimal(said["rate"])
            if 0 < told[hits[0]] <= 1:
                raise NotScorable(f"完成值中的{quoted(piece)}可能是百分之几，也可能是写成小数的比率，请写明如“{hits[0]}95%”。")
            if told[hits[0]] > HUNDRED:
                raise NotScorable(f"评分标准没有写明{hits[0]}超过100%时如何计分，完成值为{quoted(text)}，请由填报人填写得分。")
        missing = next((name for name, _ in self.rates if name not in told), "")
        if missing:
            raise NotScorable(f"评分标准按几个比率加权计分，完成值{quoted(text)}没有说明{missing}，请逐一写明。")
        return told


def _is_good(name: str) -> bool:
    """A rate of which more is better, as its name alone tells; of any other nobody knows which way it weighs."""
    return not _ILL.search(name) and (better_when_higher(name) or _BUILT.fullmatch(name) is not None)


def _defines(said: str) -> bool:
    """完成率=完成数/计划数×100%: what is done of what is planned; not what is lacking of it, and not the other way round."""
    told = _DEFINED.fullmatch(said)
    return told is not None and not _LACKING.search(told["top"]) and not _WHOLE.match(told["top"])


def weighted(text: str, full: Decimal) -> Weighted | None:
    """The standard as a weighted sum whose weights come to the whole; None where it is none."""
    rules = [said for said in _SENTENCES.split(text) if said and not _defines(said)]
    formula = _FORMULA.fullmatch(rules[0]) if len(rules) == 1 else None
    if formula is None:
        return None
    worth = formula["worth"] or formula["before"] or formula["times"]
    terms = [(m["one"] or m["other"], m["behind"] or m["before"]) for m in _EACH.finditer(formula["sum"] or formula["inner"] or formula["open"] or formula["each"])]
    names = {name for name, _ in terms}
    if worth and worth[0].isdecimal() and Decimal(worth.removesuffix("分")) != full or len(names) < len(terms) or not all(_is_good(name) for name in names):
        return None
    parts = [(name, Decimal(weight.removesuffix("%")).scaleb(-2 if weight.endswith("%") else 0)) for name, weight in terms]
    whole = Decimal(1) if worth else full
    if sum(weight for _, weight in parts) != whole or not worth and any(weight.endswith("%") for _, weight in terms):
        return None
    return Weighted(full, tuple((name, EXACT.divide(weight, whole)) for name, weight in parts))
