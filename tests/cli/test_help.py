"""The help pages are Chinese from the first word to the last."""

from __future__ import annotations

import re

import pytest

from ziping.cli.app import app
from ziping.cli.boundary import run

NAMES = ["", *sorted(command.name or command.callback.__name__.replace("_", "-") for command in app.registered_commands)]


def test_a_call_without_anything_shows_the_page(capsys: pytest.CaptureFixture[str]) -> None:
    assert run([]) == 0
    said = capsys.readouterr()
    assert said.out.startswith("用法：ziping")
    assert "rollup" in said.out
    assert said.err == ""


@pytest.mark.parametrize("name", NAMES)
def test_a_help_page_has_no_english_sentence(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run([*([name] if name else []), "--help"]) == 0
    page = capsys.readouterr().out
    assert page.startswith("用法：ziping")
    assert "显示本页" in page
    assert not re.search(r"Usage|Options|Arguments|Commands|Show this|required|default|<str>|<path>|<int", page)
