"""Whether an amount is all that was paid at a price to all who were counted, or a share of it, or more: 县级补助15万元; 共支出147万元,含资料费1万元; 年末2680人."""

from __future__ import annotations

import re

from ziping.prose.text.said import Said
from ziping.prose.text.sentences import Text

__all__ = ["of_some"]

_SOME = re.compile(
    "[省市县区镇乡村]级|中央|地方|配套|首批|首期|预拨|贴息|自筹|本级|社会|捐[助赠款]|承担|其余|含|另|调整|扣除|剔除|[两二三四五六]年|[一二三四]季度|[两二三四]次|[两二三]批|第[一二三四]批|部分"
)
_IN_THE_END = re.compile("[年月季期]末|[年月]底|在册")  # how many there were in the end is not how many were paid
_STOP = re.compile(r"[;；。!?！？\n]")


def of_some(text: Text, count: Said, amount: Said) -> bool:
    """Whether the words before an amount or behind it, up to the next stop, say that it is a share or more than all, or the number is that of one day."""
    stop = _STOP.search(text.text, amount.mention.end)
    behind = text.text[amount.mention.end : stop.start() if stop else len(text.text)]
    return any(_SOME.search(words) for words in (amount.lead, behind)) or _IN_THE_END.search(count.lead) is not None
