"""Texts from outside as cells and terminals hold them."""

from __future__ import annotations

import pytest

from ziping.signs import LONGEST, listed, plain, shown

ROWS = [
    ("words stay as they are", "预算 12.5 万元，占 10%。", "预算 12.5 万元，占 10%。", "预算 12.5 万元，占 10%。"),
    ("line ends stay, tabs stay in a cell", "a\n\tb", "a\n\tb", "a\n b"),
    ("control characters become blanks", "a\0b\x1b[31m", "a b [31m", "a b [31m"),
    ("the controls beyond the first thirty-two do not reach a terminal", "a\x9b1m\x7f", "a\x9b1m\x7f", "a 1m "),
    ("half a surrogate pair becomes a question mark", "a\ud800b", "a?b", "a?b"),
    ("signs that are none", "a\ufffeb\uffff", "a b ", "a\ufffeb\uffff"),
    ("marks that turn the direction stay in a form and are not shown", "a\u202eb\u2066c\u200f", "a\u202eb\u2066c\u200f", "abc"),
    ("signs beyond the basic plane", "𠮷👨\u200d👩", "𠮷👨\u200d👩", "𠮷👨\u200d👩"),
    ("as long as a cell", "长" * LONGEST, "长" * LONGEST, "长" * LONGEST),
    ("longer than a cell", "长" * (LONGEST + 1), "长" * (LONGEST - 1) + "…", "长" * (LONGEST + 1)),
]


@pytest.mark.parametrize(("text", "cell", "terminal"), [row[1:] for row in ROWS], ids=[row[0] for row in ROWS])
def test_a_text(text: str, cell: str, terminal: str) -> None:
    assert plain(text) == cell
    assert shown(text) == terminal
    assert listed(text) == plain(terminal)
