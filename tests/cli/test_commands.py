"""The command line as a person and a script meet it: exit codes, one sentence for every refusal, nothing written by a refused call."""

from __future__ import annotations

import json
import re
import sys
import zipfile
from pathlib import Path

import pytest

from ziping import resources
from ziping.cli.boundary import run
from ziping.refusal import Refusal

SAMPLES = {path.stem: path for path in resources.samples()}


def call(capsys: pytest.CaptureFixture[str], *arguments: object) -> tuple[int, str, str]:
    capsys.readouterr()
    code = run([str(a) for a in arguments])
    out, err = capsys.readouterr()
    return code, out, err


def sentence(err: str) -> str:
    """The one sentence a refusal consists of."""
    lines = [line for line in err.splitlines() if line.strip()]
    assert len(lines) == 1, err
    assert "Traceback" not in err
    assert re.search(r"[\u4e00-\u9fff]", err), err
    assert lines[0].endswith("。"), err
    return lines[0]


@pytest.fixture
def book(tmp_path: Path) -> Path:
    path = tmp_path / "自评表.xlsx"
    path.write_bytes(SAMPLES["liuyang-2021"].read_bytes())
    return path


# ---------------------------------------------------------------------------------------------------------------
# Bad input


def _locked(path: Path) -> None:
    """What Excel writes for a workbook with a password: a compound file with the stream EncryptedPackage."""
    from xlam import compound

    path.write_bytes(compound.write({"EncryptedPackage": b"\0" * 5000, "EncryptionInfo": b"\4\0\4\0" + b"\0" * 60}))


def _cut(path: Path) -> None:
    path.write_bytes(SAMPLES["liuyang-2021"].read_bytes()[:9000])


def _other_zip(path: Path) -> None:
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("readme.txt", "no workbook")


def _no_form(path: Path) -> None:
    import openpyxl

    book = openpyxl.Workbook()
    book.active["A1"] = "购物清单"
    book.save(path)


BAD_BOOKS = [
    ("a file that is not there", Path.exists, "找不到|不存在"),
    ("a text under the name of a workbook", lambda path: path.write_text("绩效", encoding="utf-8"), "工作簿"),
    ("an empty file", lambda path: path.write_bytes(b""), "工作簿|空"),
    ("a workbook with a password", _locked, "密码"),
    ("a workbook cut in the middle", _cut, "损坏|完好|工作簿"),
    ("a zip of something else", _other_zip, "工作簿"),
    ("a workbook without any known form", _no_form, "自评|表"),
    ("a folder", lambda path: path.mkdir(), "文件"),
]
COMMANDS = [("read", ["--json"]), ("check", ["--json"]), ("report", ["-o", "OUT.docx"]), ("finalize", ["-o", "OUT.xlsx"])]


@pytest.mark.parametrize(("command", "rest"), COMMANDS, ids=[row[0] for row in COMMANDS])
@pytest.mark.parametrize(("make", "words"), [row[1:] for row in BAD_BOOKS], ids=[row[0] for row in BAD_BOOKS])
def test_an_unusable_workbook_is_refused_in_one_sentence(command, rest, make, words, tmp_path, capsys, monkeypatch) -> None:
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "坏.xlsx"
    make(path)
    before = sorted(tmp_path.rglob("*"))
    code, out, err = call(capsys, command, path, *rest)
    assert code == 2
    assert out == ""
    assert re.search(words, sentence(err)), err
    assert sorted(tmp_path.rglob("*")) == before


def test_an_output_that_exists_is_kept_unless_forced(book, tmp_path, capsys) -> None:
    target = tmp_path / "报告.docx"
    target.write_text("mine")
    code, _, err = call(capsys, "report", book, "-o", target)
    assert (code, target.read_text()) == (2, "mine")
    assert "--force" in sentence(err)
    assert call(capsys, "report", book, "-o", target, "--force")[0] == 0
    assert zipfile.is_zipfile(target)


def test_the_input_is_never_the_output(book, capsys) -> None:
    before = book.read_bytes()
    for command in ("finalize", "report"):
        code, _, err = call(capsys, command, book, "-o", book, "--force")
        assert code == 2
        assert "原件" in sentence(err)
    assert book.read_bytes() == before


def test_a_missing_output_folder_is_refused(book, tmp_path, capsys) -> None:
    code, _, err = call(capsys, "report", book, "-o", tmp_path / "没有" / "报告.docx")
    assert code == 2
    assert "没有" in sentence(err)


def test_a_template_with_an_unknown_variable_is_named_with_its_place(book, tmp_path, capsys) -> None:
    import docx

    template = docx.Document()
    template.add_paragraph("本单位{{ 没有这个名字 }}如下。")
    path = tmp_path / "模板.docx"
    template.save(path)
    code, _, err = call(capsys, "report", book, "-o", tmp_path / "报告.docx", "--template", path)
    assert code == 2
    assert "没有这个名字" in sentence(err)
    assert "本单位" in err
    assert not (tmp_path / "报告.docx").exists()


SUFFIXES = [
    ("report", "报告.pdf", ".docx"), ("report", "报告", ".docx"), ("finalize", "送审.xls", ".xlsx"), ("check", "校验.txt", ".xlsx"), ("recalculate", "新.csv", ".xlsx"),
]  # fmt: skip


@pytest.mark.parametrize(("command", "name", "right"), SUFFIXES)
def test_an_output_of_the_wrong_kind_is_refused(command, name, right, book, tmp_path, capsys) -> None:
    code, _, err = call(capsys, command, book, "-o", tmp_path / name)
    assert code == 2
    assert right in sentence(err)
    assert not (tmp_path / name).exists()


def test_a_report_lists_the_errors_of_its_workbook(tmp_path, capsys) -> None:
    code, out, err = call(capsys, "report", SAMPLES["changde-2016"], "-o", tmp_path / "报告.docx")
    assert code == 0
    assert "应等于各分项之和" in out
    assert "报告已写入" in sentence(err.strip() + "。")


def test_a_text_without_any_sentence_is_no_report(tmp_path, capsys) -> None:
    (tmp_path / "空.txt").write_bytes(b"")
    assert "没有读到" in sentence(call(capsys, "prose", tmp_path / "空.txt")[2])


USAGE = [
    ("an unknown command", ["judge"], "judge"),
    ("an unknown option", ["schemes", "--colour"], "--colour"),
    ("a missing argument", ["report"], "缺少.*ziping report --help"),
    ("a missing option", ["new", "OUT.xlsx"], "缺少参数 --scheme，请用 ziping new --help"),
    ("more projects than a workbook takes", ["new", "--scheme", "liuyang-2021", "--unit", "样例单位", "--projects", "100", "OUT.xlsx"], "--projects 的值不能用，应(不大于 99|为 1 至 99 的整数)"),
    ("an argument too many", ["schemes", "多余"], "写法有误，请用 ziping schemes --help"),
    ("a year that is no number", ["new", "--scheme", "liuyang-2021", "--unit", "样例单位", "--year", "去年", "OUT.xlsx"], "--year 的值不能用，应为整数，请用 ziping new --help"),
    ("an unknown scheme", ["new", "--scheme", "nowhere", "--unit", "样例单位", "--year", "2021", "OUT.xlsx"], "nowhere"),
    ("an impossible year", ["new", "--scheme", "liuyang-2021", "--unit", "样例单位", "--year", "1021", "OUT.xlsx"], "1021"),
    ("no name of the body", ["new", "--scheme", "liuyang-2021", "--unit", " ", "--year", "2021", "OUT.xlsx"], "单位名称"),
    ("blank points", ["score", "--points", "", "--target", "5", "--actual", "5"], "分值"),
]


@pytest.mark.parametrize(("arguments", "words"), [row[1:] for row in USAGE], ids=[row[0] for row in USAGE])
def test_a_wrong_call_is_refused_in_one_sentence(arguments, words, tmp_path, capsys, monkeypatch) -> None:
    monkeypatch.chdir(tmp_path)
    code, out, err = call(capsys, *arguments)
    assert code == 2
    assert out == ""
    assert re.search(words, sentence(err)), err
    assert not list(tmp_path.iterdir())


# ---------------------------------------------------------------------------------------------------------------
# The main commands


def test_score_gives_points_and_the_reason(capsys) -> None:
    code, out, err = call(capsys, "score", "--points", "10", "--target", "≥95", "--actual", "93")
    assert (code, out.split()[0], err) == (0, "9.79", "")
    assert "93" in out
    code, out, err = call(capsys, "score", "--points", "10", "--actual", "93%", "--standard", "≥95%得满分，每低1个百分点扣0.5分")
    assert (code, out.split()[0], err) == (0, "9.00", "")
    assert out.count("每低于1个百分点扣0.5分") == 1, "what was understood is told once"
    code, out, err = call(capsys, "score", "--points", "10", "--target", "7*24", "--actual", "7天*24小时")
    assert (code, out.split()[0], err) == (0, "10.00", "")
    code, out, _ = call(capsys, "score", "--points", "10", "--target", "≥95", "--actual", "93", "--json")
    record = json.loads(out)
    assert set(record) == {"points", "full", "explanation", "basis"}
    assert record["points"] == "9.79"


def test_a_refused_score_is_an_error_in_json_too(capsys) -> None:
    code, out, _ = call(capsys, "score", "--points", "5", "--actual", "完成", "--standard", "视完成情况酌情扣分", "--json")
    assert code == 2
    assert "酌情" in json.loads(out)["error"]


def test_read_lists_forms_with_their_cells(book, capsys) -> None:
    code, out, _ = call(capsys, "read", book, "--json")
    record = json.loads(out)
    assert code == 0
    assert {form["kind"] for form in record["forms"]} >= {"overall", "base"}
    overall = next(form for form in record["forms"] if form["kind"] == "overall")
    assert set(overall) >= {"kind", "sheet", "title", "unit", "year", "project", "money_unit", "funds", "indicators", "total"}
    assert overall["total"]["score"] == "97"


def test_check_counts_what_it_finds(capsys) -> None:
    code, out, _ = call(capsys, "check", SAMPLES["liuyang-2020"], "--json")
    record = json.loads(out)
    assert code == 1
    assert record["counts"]["error"] == sum(f["severity"] == "error" for f in record["findings"])
    assert set(record) >= {"file", "unit", "year", "scheme", "forms", "score", "counts", "findings"}
    assert call(capsys, "check", SAMPLES["liuyang-2021"], "--json")[0] == 0


def test_a_new_workbook_can_be_read_and_has_no_error(tmp_path, capsys) -> None:
    from ziping import schemes

    for scheme in schemes.available():
        target = tmp_path / f"{scheme}.xlsx"
        assert call(capsys, "new", "--scheme", scheme, "--unit", "样例单位", "--year", "2023", target)[0] == 0
        code, out, err = call(capsys, "check", target, "--json")
        assert (code, json.loads(out)["counts"]["error"]) == (0, 0), err
        assert json.loads(out)["unit"] == "样例单位"


def test_a_new_year_takes_last_year_with_it(tmp_path, capsys) -> None:
    target = tmp_path / "2021.xlsx"
    code, _, _ = call(
        capsys, "new", "--scheme", "liuyang-2021", "--unit", "浏阳市数据资源中心", "--year", "2021", "--from", SAMPLES["liuyang-2020-corrected"], target
    )
    assert code == 0
    from ziping.forms import read_workbook

    line = next(x for x in read_workbook(target).base.lines if x.path[-1] == "公务接待")
    assert line.last_year.text == "0.95"
    wrong = call(capsys, "new", "--scheme", "liuyang-2021", "--unit", "样例单位", "--year", "2021", "--from", SAMPLES["liuyang-2020-corrected"], tmp_path / "x.xlsx")
    assert wrong[0] == 2
    assert not (tmp_path / "x.xlsx").exists()


def test_schemes_and_doctor_answer(capsys) -> None:
    code, out, _ = call(capsys, "schemes", "--json")
    assert code == 0
    reports = {scheme["id"]: scheme["report"] for scheme in json.loads(out)}
    assert reports["liuyang-2021"]
    assert not reports["national-project-2020"]
    _, out, err = call(capsys, "schemes")
    assert err == ""
    assert [line.split()[0] for line in out.splitlines() if "没有配套的报告模板" in line] == ["national-project-2020"]
    code, out, _ = call(capsys, "doctor", "--json")
    assert code == 0, out


def test_the_demo_makes_five_reports(tmp_path, capsys) -> None:
    code, out, err = call(capsys, "demo", "--out", tmp_path / "out")
    assert code == 0, err
    assert sorted(p.name for p in (tmp_path / "out").glob("*.docx")) == sorted(
        f"{name}.docx" for name in ("liuyang-2020", "liuyang-2021", "zhanjiang-2021", "changde-2016", "furong-2022")
    )
    for score in ("97", "96", "100", "92"):
        assert score in out


def test_the_demo_lays_the_workbooks_beside_and_keeps_one_that_was_worked_on(tmp_path, capsys) -> None:
    (tmp_path / "furong-2022.xlsx").write_bytes(b"worked on")
    (tmp_path / "furong-2022.docx").write_bytes(b"worked on")
    code, out, err = call(capsys, "demo", "--out", tmp_path)
    assert code == 0, err
    assert "没有改写" in out
    assert [(tmp_path / f"furong-2022.{kind}").read_bytes() for kind in ("xlsx", "docx")] == [b"worked on"] * 2
    for sample in resources.samples():
        assert sample.stem == "furong-2022" or (tmp_path / sample.name).read_bytes() == sample.read_bytes()


# ---------------------------------------------------------------------------------------------------------------
# Where what is said goes

# a command, what of it is on stdout, and what on stderr ("" for nothing); BOOK, TEXT, OUT, DIR stand for paths
SAID = [
    ("the findings of a check", ["check", "BOOK"], "错误 0、警告", ""),
    ("… whose findings are written as well", ["check", "BOOK", "-o", "OUT.xlsx"], "错误 0、警告", "校验结果已写入"),
    ("the outcomes of a check", ["check", "BOOK", "--explain"], "全部校验项", ""),
    ("a record, and what was written", ["check", "BOOK", "--json", "-o", "OUT.xlsx"], '"findings"', "校验结果已写入"),
    ("what was read", ["read", "BOOK"], "部门整体支出绩效自评表", ""),
    ("the points and their reason", ["score", "--points", "10", "--target", "≥95", "--actual", "93"], "9.79\n", ""),
    ("a passage that does not add up", ["prose", "TEXT"], "不符1处", ""),
    ("what was recognised in a form", ["adopt", "BOOK", "-o", "OUT.xlsx"], "整体自评表", "工作簿已写入"),
    ("… beside a record", ["adopt", "BOOK", "-o", "OUT.xlsx", "--json"], '"unit"', "整体自评表"),
    ("what a finished workbook lacks", ["finalize", "BOOK", "-o", "OUT.xlsx", "--force"], "警告", "送审版已写入"),
    ("the summary of a season", ["rollup", "DIR", "-o", "OUT.xlsx"], "汇总已写入", ""),
    ("… beside a record", ["rollup", "DIR", "-o", "OUT.xlsx", "--json"], '"counts"', "汇总已写入"),
    ("the schemes", ["schemes"], "liuyang-2021", ""),
    ("a refusal", ["check", "OUT.xlsx"], "", "OUT.xlsx"),
]


@pytest.mark.parametrize(("arguments", "out", "err"), [row[1:] for row in SAID], ids=[row[0] for row in SAID])
def test_results_are_on_stdout_and_notices_on_stderr(capsys, monkeypatch, tmp_path: Path, arguments: list[str], out: str, err: str) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "DIR").mkdir()
    for path in (tmp_path / "BOOK.xlsx", tmp_path / "DIR" / "BOOK.xlsx"):
        path.write_bytes(SAMPLES["liuyang-2021"].read_bytes())
    (tmp_path / "TEXT.txt").write_text("全年支出合计100万元，其中：基本支出60万元，项目支出50万元。", encoding="utf-8")
    paths = {"BOOK": "BOOK.xlsx", "TEXT": "TEXT.txt"}
    _, said, beside = call(capsys, *(paths.get(word, word) for word in arguments))
    for expected, there in ((out, said), (err, beside)):
        assert expected in there
        assert expected or not there.strip(), there
    if "--json" in arguments:
        json.loads(said)


OUTCOMES = [("asked for", ["--explain"], True), ("not asked for", [], False)]


@pytest.mark.parametrize(("more", "there"), [row[1:] for row in OUTCOMES], ids=[row[0] for row in OUTCOMES])
def test_the_record_of_a_check_tells_how_each_ended(capsys, more: list[str], there: bool) -> None:
    from ziping.checks import CHECKS

    record = json.loads(call(capsys, "check", SAMPLES["liuyang-2020"], "--json", *more)[1])
    assert ("checks" in record) == there
    outcomes = record.get("checks", [])
    assert [outcome["code"] for outcome in outcomes] == list(CHECKS) * there
    assert {outcome["outcome"] for outcome in outcomes} == {"passed", "failed", "not applicable", "not evaluated"} if there else not outcomes
    for outcome in outcomes:
        assert set(outcome) == {"code", "outcome", "reason", "passed", "failed", "not_evaluated"}
        assert bool(outcome["reason"]) == bool(outcome["not_evaluated"]), outcome
        assert (outcome["outcome"] == "failed") == (outcome["failed"] > 0)


# ---------------------------------------------------------------------------------------------------------------
# Ctrl-C

INTERRUPTED = [
    ("what can go on says how", "ziping.rollup.rollup", ["rollup", "IN", "-o", "OUT"], "已中断，加 --resume 接着做。"),
    ("anything else is to be run again", "ziping.checks.check", ["check", "IN"], "已中断，没有做完，请重新运行这条命令。"),
]


@pytest.mark.parametrize(("what", "arguments", "told"), [row[1:] for row in INTERRUPTED], ids=[row[0] for row in INTERRUPTED])
def test_ctrl_c_is_one_sentence(capsys, monkeypatch, book: Path, tmp_path: Path, what: str, arguments: list[str], told: str) -> None:
    def interrupted(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(what, interrupted)
    paths = {"IN": book, "OUT": tmp_path / "汇总.xlsx"}
    code, out, err = call(capsys, *(paths.get(word, word) for word in arguments))
    assert (code, out, sentence(err), (tmp_path / "汇总.xlsx").exists()) == (130, "", told, False)


# what a library could not hand on, and what is told of the file that it then refused
UNHEARD = [
    ("memory was lacking: the file may be sound", MemoryError, "内存不足", False),
    ("anything else is told as ever", ValueError, "不是完好的 XML", True),
]


@pytest.mark.parametrize(("kind", "told", "printed"), [row[1:] for row in UNHEARD], ids=[row[0] for row in UNHEARD])
def test_what_a_library_prints_for_want_of_memory_is_no_word_of_the_file(kind, told, printed, capsys, monkeypatch) -> None:
    heard = []

    def refused(**_: object) -> int:
        sys.excepthook(kind, kind(), None)
        raise Refusal("部件不是完好的 XML。")

    monkeypatch.setattr(sys, "excepthook", lambda *_: heard.append(True))
    monkeypatch.setattr("ziping.cli.boundary.get_command", lambda _: refused)
    code, _, err = call(capsys, "check")
    assert (code, bool(heard)) == (2, printed)
    assert told in sentence(err)


def test_a_command_runs_under_the_hooks_of_the_door(capsys, monkeypatch) -> None:
    """Typer, called as it usually is, would put its own there, which prints tracebacks."""
    hooks = []
    monkeypatch.setattr("ziping.cli.boundary._Hooks._uncaught", lambda *_: hooks.append(True))
    monkeypatch.setattr("ziping.cli.boundary.shown", lambda text: (sys.excepthook(MemoryError, MemoryError(), None), text)[1])
    assert call(capsys, "check", "nowhere.xlsx")[0] == 2
    assert hooks == [True]
