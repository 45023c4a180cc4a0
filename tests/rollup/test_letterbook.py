"""A further run writes the letters that changed, never over an officer's hand, and leaves none behind that no longer holds."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from ziping.rollup import letters as room
from ziping.rollup.letterbook import letterbook_path
from ziping.rollup.letters import write_letters
from ziping.rollup.record import Issue, Record
from ziping.rollup.result import Letters

FAULT = Issue("score-total", "error", "表", "B2", "", "总分应为 9 分。")


def record(unit: str, *issues: Issue) -> Record:
    return Record(f"/表/{unit}.xlsx", unit=unit, year=2021, stated="90", money="整体自评表", issues=issues, counts={"error": len(issues), "warning": 0})


def letter(unit: str) -> str:
    return f"{unit}反馈意见.docx"


@pytest.fixture
def run(tmp_path: Path) -> Callable[..., Letters]:
    (tmp_path / "意见").mkdir()

    def write(*records: Record, resume: bool = True) -> Letters:
        return write_letters(records, tmp_path / "意见", tmp_path / "汇总.xlsx", resume)

    write(record("甲"), record("乙"), resume=False)
    return write


def names(tmp_path: Path) -> set[str]:
    return {path.name for path in (tmp_path / "意见").iterdir()}


def test_what_did_not_change_is_not_written_again(run: Callable[..., Letters], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    written: list[str] = []
    render = room.letter
    monkeypatch.setattr(room, "letter", lambda work: written.append(work[0].unit) or render(work))
    done = run(record("甲"), record("乙", FAULT))
    assert written == ["乙"]
    assert done.unchanged == 1
    assert [path.name for path in done.files] == [letter("甲"), letter("乙")]
    assert "总分应为 9 分" in text(tmp_path / "意见" / letter("乙"))


def text(path: Path) -> str:
    import docx

    return "\n".join(paragraph.text for paragraph in docx.Document(str(path)).paragraphs)


def test_a_letter_that_is_no_longer_due_is_taken_away(run: Callable[..., Letters], tmp_path: Path) -> None:
    done = run(record("甲"))
    assert done.gone == (letter("乙"),)
    assert names(tmp_path) == {letter("甲")}


def test_an_officer_s_letter_stays_while_nothing_else_is_found(run: Callable[..., Letters], tmp_path: Path) -> None:
    hers = tmp_path / "意见" / letter("甲")
    hers.write_bytes(b"hers")
    assert run(record("甲"), record("乙")).unchanged == 2
    assert hers.read_bytes() == b"hers"


def test_a_new_letter_is_written_beside_an_officer_s_own(run: Callable[..., Letters], tmp_path: Path) -> None:
    hers = tmp_path / "意见" / letter("甲")
    hers.write_bytes(b"hers")
    done = run(record("甲", FAULT), record("乙"))
    assert hers.read_bytes() == b"hers"
    assert done.beside == ("甲反馈意见（新）.docx",)
    assert [path.name for path in done.files] == ["甲反馈意见（新）.docx", letter("乙")]
    assert done.outdated == ()
    again = run(record("甲", FAULT), record("乙"))
    assert (again.unchanged, again.beside, names(tmp_path)) == (2, (), {letter("甲"), letter("乙"), "甲反馈意见（新）.docx"})


def test_a_letter_of_a_stranger_is_not_written_over(run: Callable[..., Letters], tmp_path: Path) -> None:
    (tmp_path / "意见" / letter("丙")).write_bytes(b"strange")
    done = run(record("甲"), record("乙"), record("丙"))
    assert done.beside == ("丙反馈意见（新）.docx",)
    assert (tmp_path / "意见" / letter("丙")).read_bytes() == b"strange"


def test_an_officer_s_letter_that_is_no_longer_due_stays_and_is_told(run: Callable[..., Letters], tmp_path: Path) -> None:
    (tmp_path / "意见" / letter("乙")).write_bytes(b"hers")
    for _ in range(2):
        done = run(record("甲"))
        assert (done.gone, done.outdated) == ((), (letter("乙"),))
    assert names(tmp_path) == {letter("甲"), letter("乙")}


def test_a_second_workbook_of_a_body_leaves_no_letter_under_the_old_name(run: Callable[..., Letters], tmp_path: Path) -> None:
    twice = Record("/表/甲二.xlsx", unit="甲", year=2020, stated="80")
    run(record("甲"), twice, record("乙"))
    assert names(tmp_path) == {"甲（甲）反馈意见.docx", "甲（甲二）反馈意见.docx", letter("乙")}


def test_a_letter_noted_and_not_yet_written_is_written(run: Callable[..., Letters], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Killed between the two, a run leaves the letter before; it is still known as ours."""
    with monkeypatch.context() as patch:
        patch.setattr(room, "replace_file", killed)
        with pytest.raises(KeyboardInterrupt):
            run(record("甲", FAULT), record("乙"))
    assert "总分应为" not in text(tmp_path / "意见" / letter("甲"))
    assert run(record("甲", FAULT), record("乙")).beside == ()
    assert "总分应为" in text(tmp_path / "意见" / letter("甲"))


def killed(path: Path) -> None:
    raise KeyboardInterrupt(path)


BROKEN = [("another folder's", '{"folder": "/else"}\n'), ("nothing", ""), ("no JSON", "x}\n{"), ("a list", "[1]}\n"), ("lines without names", '{"folder": "F"}\n{"a": 1}\n')]


@pytest.mark.parametrize("content", [row[1] for row in BROKEN], ids=[row[0] for row in BROKEN])
def test_without_a_letterbook_every_letter_is_somebody_s(content: str, run: Callable[..., Letters], tmp_path: Path) -> None:
    letterbook_path(tmp_path / "汇总.xlsx").write_text(content.replace("F", str(tmp_path / "意见")), encoding="utf-8")
    done = run(record("甲"))
    assert done.beside == ("甲反馈意见（新）.docx",)
    assert names(tmp_path) == {letter("甲"), letter("乙"), "甲反馈意见（新）.docx"}


def test_without_resume_every_letter_is_written_anew(run: Callable[..., Letters], tmp_path: Path) -> None:
    (tmp_path / "意见" / letter("甲")).write_bytes(b"hers")
    done = run(record("甲"), record("乙"), resume=False)
    assert (done.unchanged, done.beside, done.gone) == (0, (), ())
    assert (tmp_path / "意见" / letter("甲")).read_bytes() != b"hers"


@pytest.mark.parametrize(("lying", "told"), [("丙反馈意见.docx", ("丙反馈意见.docx",)), ("丙反馈意见（新）.docx", ("丙反馈意见（新）.docx",)), ("通知.docx", ()), ("~$甲反馈意见.docx", ())])
def test_a_letter_of_another_run_that_lies_there_is_told(lying: str, told: tuple[str, ...], run: Callable[..., Letters], tmp_path: Path) -> None:
    (tmp_path / "意见" / lying).write_bytes(b"earlier")
    done = run(record("甲"), record("乙"), resume=False)
    assert done.others == told
    assert (tmp_path / "意见" / lying).read_bytes() == b"earlier"
