"""Names of figures that leave out words of the standard's own name: whether they can still only mean the same figure."""

from __future__ import annotations

from ziping.standards.vocabulary import Pattern, in_order

__all__ = ["shortens"]

_TELLS_APART = Pattern(
    r"按[期时]|及时|如期|准时|提前|一次|首次|有效|无效|新增|净增|新建|改建|扩建|续建|[国省市县乡镇区上本]级|高技能|高层次|高素质|优质|规上|规模以上|限上|重[大特]|较大|轻微|标准化|活跃|[^\W\d]均(?!衡)|平均|专职|持证|注册|在职|境外|国[内外]|自主|发明|核心|实际|累计|最[高低大小]|首|末|当年|本年(?!度?$)|历年"
)
_MEMBERS = Pattern(r"新建|改建|扩建|续建|新增|更新|维修|翻修")


def shortens(said: str, name: str, source: str) -> bool:
    """完工率 for 按期完工率, 示范村 for 省级示范村, 培训教师 for 培训教师和学生: what is left out tells this figure from another of the same kind."""
    if any(not in_order(match[0], said) for match in _TELLS_APART.finditer(name)):
        return True
    if len(members := set(_MEMBERS.findall(name))) > 1 and not members <= set(_MEMBERS.findall(said)):
        return True
    return any((before in said) != (behind in said) for before, behind in _LIST.findall(source) if before in name and behind in name)


_LIST = Pattern(r"(?=([^\W\d]{2})(?:和|与|、|及(?!时))([^\W\d]{2}))")  # 教师 and 学生 of 培训教师和学生人数
