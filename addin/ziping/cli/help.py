"""The help pages in Chinese: Typer writes them, its few English words are replaced."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import typer
from typer.core import TyperCommand, TyperGroup

WORDS = (  # in columns, as wide as the words they replace
    (r"^Usage: ", "用法："), (r"\[OPTIONS\]", "[选项]"), (r"COMMAND \[ARGS\]\.\.\.", "命令 [参数]"), (r"^Arguments:", "参数："), (r"^Options:", "选项："),
    (r"^Commands:", "命令："), (r"Show this message and exit\.", "显示本页"), (r"\[required\]", "[必填]"), (r"\[default: ", "[缺省为 "),
    (r"<list\[str\]>", "<多个>     "), (r"<str>", "<字> "), (r"<path>", "<文件>"), (r"<folder>", "<文件夹>"), (r"<int>", "<数> "), (r"<int range>", "<数>       "),
)  # fmt: skip


def in_chinese(page: str) -> str:
    for words, ours in WORDS:
        page = re.sub(words, ours, page, flags=re.M)
    return page


class Command(TyperCommand):
    def get_help(self, ctx: Any) -> str:
        return in_chinese(super().get_help(ctx))


class Group(TyperGroup):
    def get_help(self, ctx: Any) -> str:
        return in_chinese(super().get_help(ctx))


class Commands(typer.Typer):
    """An application whose pages, and those of its commands, are in Chinese."""

    def __init__(self, **settings: Any) -> None:
        super().__init__(cls=Group, **settings)

    def command(self, name: str | None = None, **settings: Any) -> Callable:
        return super().command(name, cls=Command, **settings)
