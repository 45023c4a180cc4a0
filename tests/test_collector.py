"""The collector is held while something is made, and always let go by whoever holds it."""

from __future__ import annotations

import gc

import pytest

from ziping.collector import held


@pytest.fixture(autouse=True)
def _running():
    gc.enable()
    yield
    gc.enable()


def test_it_is_held_within_and_let_go_behind() -> None:
    with held():
        assert not gc.isenabled()
    assert gc.isenabled()


def test_it_is_let_go_when_something_goes_wrong_within() -> None:
    with pytest.raises(ValueError, match="within"), held():
        raise ValueError("within")
    assert gc.isenabled()


def test_the_outermost_lets_it_go() -> None:
    with held():
        with held():
            pass
        assert not gc.isenabled()
    assert gc.isenabled()


def test_it_stays_held_where_somebody_else_holds_it() -> None:
    gc.disable()
    with held():
        pass
    assert not gc.isenabled()


def test_nothing_is_held_unless_it_is_wanted() -> None:
    with held(False):
        assert gc.isenabled()
