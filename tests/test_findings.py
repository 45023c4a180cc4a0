"""A code of a catalogue means one thing."""

from __future__ import annotations

import pytest

from ziping.findings import Severity, Wording, by_code

ONE = Wording("a-one", "一", Severity.INFO, "一。", "请看。")


def test_entries_are_found_by_their_codes() -> None:
    other = Wording("a-two", "二", Severity.INFO, "二。", "请看。")
    assert by_code([ONE, other]) == {"a-one": ONE, "a-two": other}


def test_no_two_entries_have_one_code() -> None:
    with pytest.raises(ValueError, match="a-one"):
        by_code([ONE, Wording("a-one", "别的", Severity.ERROR, "别的。", "请看。")])
