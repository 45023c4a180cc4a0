"""The shipped schemes hold together, and a scheme file that does not is refused with its file and key."""

from __future__ import annotations

from decimal import Decimal

import pytest

from ziping import schemes
from ziping.schemes import Scheme, SchemeError, parse

SMALL = """
id = "small"
title = "小方案"
from = 2021
to = "open"
source = "财预〔2020〕10号"
money = "万元"
sheets = ["settings", "overall", "base", "ledger", "narrative"]

[overall]
title = "{year}年表"
[overall.columns]
level1 = "一级指标"
level2 = "二级指标"
score = "得分"
[[overall.funds]]
label = "合计"
[[overall.funds]]
label = "财政拨款"
parent = "合计"
[[overall.indicators]]
level1 = "投入"
weight1 = 30
level2 = "预算"
points = "2.5"
[[overall.indicators]]
level2 = "决算"
[[overall.indicators]]
level1 = "产出"

[base]
title = "基础数据表"
[[base.lines]]
path = ["三公经费"]
[[base.lines]]
path = ["三公经费", "公务接待"]
caption = "3、公务接待"

[ledger]
title = "收支"
[ledger.columns]
current = "本年数"
[[ledger.lines]]
section = "支出"
name = "合计"
[[ledger.lines]]
section = "支出"
name = "基本支出"
parent = "合计"
[ledger.projects]
rows = 2

[[narrative]]
path = ["概况"]
by = "template"
[[narrative]]
path = ["概况", "职能"]
by = "officer"
"""

WRONG = [
    ("an unknown key", 'money = "万元"', 'money = "万元"\ncolour = "red"', "colour: unknown key"),
    ("an unknown key of a form", 'title = "{year}年表"', 'title = "{year}年表"\nsize = 3', "[overall]: size: unknown key"),
    ("an unknown key of a row", 'points = "2.5"', 'point = "2.5"', "[[indicators]] 1: point: unknown key"),
    ("no source", 'source = "财预〔2020〕10号"\n', "", "source: is missing"),
    ("an empty source", '"财预〔2020〕10号"', '" "', "source: is empty"),
    ("no first year", "from = 2021\n", "", "from: is missing"),
    ("no last year", 'to = "open"\n', "", "to: is missing"),
    ("a last year before the first", 'to = "open"', "to = 2020", "to: 2020"),
    ("a last year that is a word", 'to = "open"', 'to = "later"', "to: 'later'"),
    ("no unit of money", 'money = "万元"\n', "", "money: is missing"),
    ("a unit that is no money", 'money = "万元"', 'money = "人"', "money: '人'"),
    ("a name that is not the file's", 'id = "small"', 'id = "other"', "id: 'other'"),
    ("a sheet nobody knows", '"settings", ', '"settings", "cover", ', "sheets: 'cover'"),
    ("a sheet without its table", '"base", ', '"base", "monitor", ', "sheets: 'monitor'"),
    ("a table without its sheet", '"overall", "base"', '"overall"', "sheets: 'base'"),
    ("a float for points", 'points = "2.5"', "points = 2.5", "points: 2.5"),
    ("points that are no number", 'points = "2.5"', 'points = "多"', "points: '多'"),
    ("a column nobody knows", 'score = "得分"', 'mark = "得分"', "columns.mark: unknown key"),
    ("a part of a fund line that is not there", 'parent = "合计"\n[[overall.ind', 'parent = "总计"\n[[overall.ind', "no line '总计' before it"),
    ("a part of a ledger line that is not there", 'name = "基本支出"\nparent = "合计"', 'name = "基本支出"\nparent = "总计"', "is part of '总计'"),
    ("a base line without the one it belongs to", '"三公经费", "公务接待"', '"四公经费", "公务接待"', "四公经费 must stand before it"),
    ("a caption that the line is not found by", "3、公务接待", "3、接待费", "does not end with the name"),
    ("a base line twice", '["三公经费", "公务接待"]\ncaption = "3、公务接待"', '["三公经费"]', "stands there twice"),
    ("a heading whose outer one is missing", '["概况", "职能"]', '["概述", "职能"]', "path: at most four levels"),
    ("a heading written by nobody we know", '"officer"', '"lead"', "by: 'lead'"),
    ("a text where a number belongs", "rows = 2", 'rows = "2"', "rows: '2'"),
    ("a first row without a heading", 'level1 = "投入"\n', "", "level1: is missing in the first row"),
    ("a file that is no TOML", "[overall]", "[overall", "small.toml"),
]  # fmt: skip


def test_the_small_scheme_is_sound() -> None:
    scheme = parse(SMALL, "small.toml")
    assert scheme.last_year is None
    assert scheme.overall is not None
    assert [row.path for row in scheme.overall.indicators] == [("投入", "预算", ""), ("投入", "决算", ""), ("产出", "", "")]
    assert scheme.overall.indicators[0].points == Decimal("2.5")
    assert scheme.overall.indicators[1].points is None, "what the source does not give is absent"
    assert scheme.overall.indicators[1].source == "财预〔2020〕10号"


@pytest.mark.parametrize(("old", "new", "says"), [row[1:] for row in WRONG], ids=[row[0] for row in WRONG])
def test_a_wrong_scheme_is_refused_with_its_file_and_key(old: str, new: str, says: str) -> None:
    assert old in SMALL
    with pytest.raises(SchemeError) as caught:
        parse(SMALL.replace(old, new, 1), "small.toml")
    assert says in str(caught.value)
    assert str(caught.value).startswith("small.toml")


def test_an_unknown_id_is_a_key_error() -> None:
    with pytest.raises(KeyError):
        schemes.load("../loader")


@pytest.fixture(params=schemes.available())
def scheme(request: pytest.FixtureRequest) -> Scheme:
    return schemes.load(request.param)


def test_five_schemes_are_shipped() -> None:
    assert len(schemes.available()) == 5


def test_a_scheme_covers_its_own_years_and_not_the_year_before(scheme: Scheme) -> None:
    assert scheme.covers(scheme.first_year)
    assert not scheme.covers(scheme.first_year - 1)
    assert scheme.covers(2099) == (scheme.last_year is None)


def test_every_source_is_a_document_number_or_says_that_none_was_seen(scheme: Scheme) -> None:
    forms = [form for form in (scheme.overall, scheme.scoring, scheme.project, scheme.monitor, scheme.base) if form]
    rows = [row for form in forms for row in getattr(form, "indicators", ())]
    for source in [scheme.source, *(form.source for form in forms), *(row.source for row in rows)]:
        assert "〕" in source or "document not seen" in source or "the form is ours" in source, source


def test_weights_of_the_first_level_never_exceed_the_form(scheme: Scheme) -> None:
    for form in (scheme.overall, scheme.scoring, scheme.project):
        if form is None:
            continue
        weights = [row.weights[0] for row in form.indicators if row.weights[0] is not None]
        if weights:
            assert sum(weights) + (form.execution or 0) == 100, form.title
