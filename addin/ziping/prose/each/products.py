"""What comes of a price and a number: 每村每年0.44万元,全市832个村,资金366.08万元."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from ziping.amounts import Quantity, decimals_of, foots, half_place
from ziping.prose.each.paid import of_some
from ziping.prose.each.rounding import mean_place
from ziping.prose.judging.claims import Claim, ClaimKind, in_unit, recomputed, shown, verdict_of
from ziping.prose.judging.slips import UNITS, misplaced, moved_by, one_slip, printed, significant, slip_of
from ziping.prose.text.figures import Kind
from ziping.prose.text.said import Said
from ziping.prose.text.sentences import Text

__all__ = ["product_claims"]

TELLING = 3  # significant digits from which the same number in another unit is no accident
FINE = 2  # more decimals that a product is shown with where a point is out of place
_MONTHS = re.compile(r"(\d{1,2})个月")
_EACH = re.compile(r"(?:每(?P<each>[人生户村亩个所馆站只头株客]|名|位)|(?P<even>[人户村生]均))[^,，;；。]{0,12}$")
_BY = {"人": "人名", "名": "人名", "位": "人名", "生": "人名", "户": "户", "村": "个", "亩": "亩", "个": "个", "所": "所个", "馆": "个", "站": "个", "只": "只", "头": "头", "株": "株", "客": "客"}
_A_VISIT = re.compile("每人次|每人每月")  # of which 人次 may be the number: each came for a month
_PLANNED = re.compile(r"预算|计划|测算|控制|不超|概算")
_PAID = re.compile(r"[,，](?:累计|共|全年)*(?:发放|补助|补贴|救助|兑付|惠及|涉及)$")
_FOR_ALL = re.compile(r"资金|补助|金额|支出|共|计|经费|发放|兑付|合计")


def product_claims(text: Text, said: Sequence[Said]) -> Iterator[Claim]:
    """One claim for every price, number and amount in a row (the number may come first); a price a month is paid twelve times a year.

    It fails only where one wrong digit of one of the three explains it.
    """
    for first, second, third in zip(said, said[1:], said[2:], strict=False):
        ahead = second.price and first.mention.kind is Kind.MONEY and bool(_PAID.search(third.lead))  # 支出104万元,按每人每月150元标准,发放6948人次
        price, count, amount = (second, third, first) if ahead else (second, first, third) if second.price else (first, second, third)
        each = _EACH.search(price.lead)
        if each is None or _PLANNED.search(price.lead) or price.mention.kind is not Kind.MONEY or amount.mention.kind is not Kind.MONEY or count.mention.kind is not Kind.COUNT:
            continue
        if not all(one.amount and not one.mention.loose for one in (price, count, amount)) or amount.price or not _FOR_ALL.search(amount.lead):
            continue
        noun = each["each"] or each["even"][0]
        times = count.mention.figure.unit.base == "人次" and each["each"] == "人" and _A_VISIT.search(price.lead) is not None
        if not times and count.mention.figure.unit.base not in _BY[noun] or re.search("[;；。]", second.lead + third.lead):
            continue
        told = _MONTHS.search(amount.lead) or _MONTHS.search(count.lead) if "每月" in price.lead[-6:] else _MONTHS.search(amount.lead)
        months = int(told[1]) if told else 12 if "每月" in price.lead[-6:] and re.search("全年|年", amount.lead) and not times else 1
        number = count.mention.figure.quantity.value * months
        worth = Quantity(number * price.mention.figure.quantity.value)
        footing = foots(amount.mention.figure, [worth])
        if footing is None or not worth.value or not footing.holds and _of_another(text, price, count, amount, worth, number):
            continue
        if footing.holds or _slipped(price, count, amount, worth, months):
            verdict = verdict_of(footing.holds)
            exact = max(0, decimals_of(worth.value.scaleb(-amount.mention.figure.unit.shift).normalize()) - (amount.mention.figure.decimals or 0))
            worked = in_unit(worth.value, amount.mention, min(exact, FINE) if not footing.holds and misplaced(amount.mention.figure, worth.value) else 0)
            sum_ = f"{shown(price.mention)}×{shown(count.mention)}{f'×{months}' if months > 1 else ''}={worked}"
            yield recomputed(ClaimKind.FORMULA, [price.mention, count.mention, amount.mention], verdict, worked, sum_)


def _of_another(text: Text, price: Said, count: Said, amount: Said, worth: Quantity, number: Decimal) -> bool:
    """Whether the amount is no product of these two: a share of it, or what a mean was rounded of."""
    figure = amount.mention.figure
    if "均" in price.lead[-12:] and "每月" not in price.lead[-6:] and abs(worth.value - figure.quantity.value) <= mean_place(price.mention.figure) * number:
        return True
    return of_some(text, count, amount) and not misplaced(figure, worth.value, UNITS)


def _slipped(price: Said, count: Said, amount: Said, worth: Quantity, months: int) -> bool:
    """Whether one digit, or a point out of place, of the amount, or one digit of the number or of the price is all that is wrong."""
    figure = amount.mention.figure
    if slip_of(figure, worth.value) or printed(figure, worth.value).value in moved_by(figure.value) or significant(figure) >= TELLING and misplaced(figure, worth.value):
        return True
    total = figure.quantity.value / months
    for factor, other in ((count, price), (price, count)):
        stated, by = factor.mention.figure, other.mention.figure.quantity.value
        meant = printed(stated, total / by) if by else stated
        off = abs(meant.quantity.value * by - total) * months
        place = half_place(stated.decimals, stated.unit.shift)
        told = off <= figure.quantity.slack < place * by * months or not off  # the amount tells the factor to its last digit
        if meant.value > 0 and told and one_slip(meant, stated):
            return True
    return False
