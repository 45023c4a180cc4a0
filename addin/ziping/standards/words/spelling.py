"""One spelling for what is typed in many: signs, full-width forms and blanks; numbers written in words."""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache

from ziping.amounts import fold
from ziping.standards.words.vocabulary import Pattern

__all__ = ["numeral", "squeeze", "told_number"]

_SIGNS = str.maketrans({
    "≧": "≥", "⩾": "≥", "≮": "≥", "≦": "≤", "⩽": "≤", "≯": "≤", "═": "=", "〉": ">", "〈": "<", "﹥": ">", "﹤": "<", "﹦": "=", "＜": "<", "＞": ">",
    "—": "-", "–": "-", "−": "-", "―": "-", "～": "~", "∽": "~", "〜": "~", "﹣": "-", "﹪": "%", "×": "*", "✕": "*", "✖": "*", "·": "*", "÷": "/", "∕": "/", "∶": ":", "﹕": ":",
    "。": "。", "；": ";", "﹔": ";", "［": "[", "］": "]", "【": "[", "】": "]", "〔": "(", "〕": ")", "｛": "(", "｝": ")", "﹙": "(", "﹚": ")", "{": "(", "}": ")",
    "“": "", "”": "", "\"": "", "‘": "", "’": "", "'": "", "「": "", "」": "", "《": "", "》": "", "\u200b": "", "\ufeff": "", "\r": "\n", "｜": "\n",
})  # fmt: skip
_WIDE_LETTERS = str.maketrans({chr(0xFF21 + i): chr(65 + i) for i in range(26)} | {chr(0xFF41 + i): chr(97 + i) for i in range(26)})
_BLANKS = Pattern(r"[ \t\u3000\xa0]+")
_LINES = Pattern(r"\n+")
_STOPS = Pattern(r"(?<=[^\W\da-zA-Z_)%])\.(?=[^\d.]|$)")  # a full stop of another keyboard
_TIMES = Pattern(r"(?<=[率度例重值%)])[xX](?=\d)(?!(?!100%)\d+%)")  # 以好路率X120, with the letter for the sign
_DISTANCE = Pattern(r"[｜|](?=(?:[^｜|\n/÷／－−—–-]{2,20}[－−—–-][^｜|\n/÷／－−—–-]{2,20})[｜|][/÷／])([^｜|\n]+)[｜|]")  # ｜决算数－预算数｜÷预算数: no bars of a table
_TWO_SIGNS = (("大于(等于)", "≥"), ("小于(等于)", "≤"), ("大于(或等于)", "≥"), ("小于(或等于)", "≤"), ("大于(含等于)", "≥"), ("+/-", "±"), ("正负", "±"), ("乘以", "*"), ("除以", "/"), (">=", "≥"), ("=>", "≥"), ("≥=", "≥"), ("<=", "≤"), ("=<", "≤"), ("≤=", "≤"), ("--", "-"), ("%%", "%"), ("国(境)", "国"))


@lru_cache(maxsize=4096)
def squeeze(text: str) -> str:
    """Full-width forms, variant signs, quotation marks and blanks taken out of the way; lines stay apart."""
    text = _DISTANCE.sub(r"|\1|", text) if "｜" in text else text
    text = fold(text).translate(_SIGNS).translate(_WIDE_LETTERS)
    text = _STOPS.sub("。", _LINES.sub("\n", _BLANKS.sub("", text)).strip("\n"))
    for two, one in _TWO_SIGNS:
        text = text.replace(two, one)
    return _TIMES.sub("*", text) if "X" in text or "x" in text else text


# ---------------------------------------------------------------------------------------------------------------
# Numerals in words

_DIGITS = {c: i for i, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2, "壹": 1, "贰": 2, "叁": 3, "肆": 4, "伍": 5}
_POWERS = {"十": 10, "百": 100, "千": 1000, "拾": 10}


def numeral(text: str) -> Decimal | None:
    """九十 → 90, 一百零五 → 105, 两 → 2, 半 → 0.5, 十二点五 → 12.5; None for anything else."""
    if text == "半":
        return Decimal("0.5")
    whole, point, rest = text.partition("点")
    if point:
        head = numeral(whole)
        if head is None or not rest or any(c not in _DIGITS for c in rest):
            return None
        return head + Decimal("0." + "".join(str(_DIGITS[c]) for c in rest))
    value = pending = 0
    for c in text:
        if c in _DIGITS:
            pending = _DIGITS[c]
        elif c in _POWERS:
            value += (pending or 1) * _POWERS[c]
            pending = 0
        else:
            return None
    return Decimal(value + pending) if text else None


def told_number(text: str) -> Decimal | None:
    """A whole number in digits, or a numeral: 12 and 十二; None for anything else."""
    return Decimal(text) if text.isdecimal() else numeral(text)
