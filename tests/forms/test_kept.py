"""What is kept is made once, and never grows beyond its limit."""

from __future__ import annotations

import pytest

from ziping.forms.kept import Kept


def test_what_a_key_gives_is_made_once() -> None:
    made = []
    kept = Kept(lambda key: made.append(key) or key * 2, 3)
    assert [kept["a"], kept["b"], kept["a"]] == ["aa", "bb", "aa"]
    assert made == ["a", "b"]


@pytest.mark.parametrize(("keys", "left"), [("abc", "abc"), ("abcd", "d"), ("abcda", "da")])
def test_all_is_forgotten_when_there_would_be_more_than_the_limit(keys: str, left: str) -> None:
    kept = Kept(str.upper, 3)
    assert [kept[key] for key in keys] == [key.upper() for key in keys]
    assert "".join(kept) == left


def test_what_cannot_be_made_is_not_kept() -> None:
    kept = Kept(int, 3)
    with pytest.raises(ValueError, match="x"):
        kept["x"]
    assert not kept
