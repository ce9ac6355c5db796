"""What a reviewer asks: between revisions, between branches that parted, between two years; and what cannot be."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from generator.changes.kinds import ChangeKind
from generator.cli import main
from generator.git_tree import GitTrouble
from generator.reviewing import ReviewTrouble, between_reports, between_revisions, names_a_report
from tests.repositories import commit, git, write
from tests.test_revisions import ORGANIZATION, PLACE, SECTION, report

MORE = SECTION.replace("예산액: 100 (시 40, 구 60)", "예산액: 120 (시 60, 구 60)")


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A repository with two years of reports; the budget of one is changed on disk and not committed."""
    files = {"organization.yml": ORGANIZATION, **report(2030, "first"), **report(2031, "second")}
    commit(tmp_path, {f"content/{name}": text for name, text in files.items()})
    write(tmp_path, {f"content/{PLACE}": MORE})
    return tmp_path


def sentences(place: Path, base: str, head: str = "") -> list[tuple[str, ...]]:
    with between_revisions(place / "content", base, head) as compared:
        return [
            (figure.label, figure.old_text, figure.new_text)
            for changes in compared.review.changes.reports
            for change in changes.changes
            for figure in change.figures
        ]


FIGURES = [("예산액", "100", "120"), ("예산액 › 시비", "40", "60"), ("집행률(%)", "50.0", "41.7")]


def test_a_revision_is_compared_with_the_folder(place: Path) -> None:
    assert sentences(place, "HEAD") == FIGURES


def test_two_revisions_leave_the_folder_alone(place: Path) -> None:
    git(place, "commit", "-qam", "more")
    write(place, {f"content/{PLACE}": "깨진: ["})
    before = git(place, "status", "--porcelain")
    assert sentences(place, "HEAD~1", "HEAD") == FIGURES
    assert sentences(place, "HEAD~1..HEAD") == FIGURES
    assert git(place, "status", "--porcelain") == before


def test_a_branch_is_compared_with_where_it_parted(place: Path) -> None:
    git(place, "checkout", "-q", "-b", "mine")
    git(place, "commit", "-qam", "more")
    git(place, "checkout", "-q", "main")
    commit(place, {"content/2030/first/추진실적.yml": SECTION.replace("보기 사업", "남의 일")})
    assert sentences(place, "main...mine") == FIGURES
    assert len(sentences(place, "main", "mine")) == len(FIGURES)
    with between_revisions(place / "content", "main...mine") as compared:
        assert [c.folder for c in compared.review.changes.reports] == ["2031/second"]


def test_a_re_indented_file_is_no_change(place: Path) -> None:
    head, _, below = SECTION.partition("사업:\n")
    deeper = "".join(f"  {line}\n" for line in below.splitlines())
    write(place, {f"content/{PLACE}": f"# 머리말\n{head}사업:\n\n{deeper}"})
    with between_revisions(place / "content", "HEAD") as compared:
        review = compared.review
    assert review.changes.is_empty and not review.findings.new and not review.findings.fixed


def test_settings_are_told(place: Path) -> None:
    settings = ORGANIZATION.replace("딴과", "다른과") + "검사:\n  funding-sum: 끄기\n"
    head = "2031/second/보고서.yml"
    files = {f"content/{PLACE}": SECTION, f"content/{head}": f"{report(2031, 'second')[head]}발행일: 2031. 9. 1.\n"}
    write(place, {"content/organization.yml": settings, "content/programs.yml": "사업 목록: []\n", **files})
    with between_revisions(place / "content", "HEAD") as compared:
        changes = compared.review.changes
    assert [(c.kind, c.place.trail, c.name, c.new) for c in changes.settings] == [
        (ChangeKind.TEXT, ("기관 설정",), "부서 목록 › 다른과 › 이름", "다른과"),
        (ChangeKind.ADDED, ("기관 설정",), "검사", "funding-sum: 끄기"),
        (ChangeKind.ADDED, ("사업 이력",), "사업 목록", "사업 목록"),
    ]
    (only,) = changes.changed
    assert [(c.kind, c.name, c.new) for c in only.changes] == [(ChangeKind.ADDED, "발행일", "2031. 9. 1.")]


@pytest.mark.parametrize("words", [["2031/second"], ["HEAD", "2031/second"], ["2031/second", "HEAD"]])
def test_one_report_alone_is_no_comparison(place: Path, words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["diff", *words, "--content", str(place / "content")]) == 2
    assert "견줄 보고서를 적지 않았습니다" in capsys.readouterr().err


def test_two_years_are_compared_by_their_folders(place: Path) -> None:
    changes = between_reports(place / "content", "2030/first", "2031/second").changes
    figures = [f for c in changes.reports for change in c.changes for f in change.figures]
    assert ("예산액", "100", "120") in [(f.label, f.old_text, f.new_text) for f in figures]
    with pytest.raises(ReviewTrouble, match="2031/none") as trouble:
        between_reports(place / "content", "2030/first", "2031/none")
    assert "2031/second" in trouble.value.hint
    write(place, {"content/2031/second/보고서.yml": "제목: ["})
    with pytest.raises(ReviewTrouble, match="읽을 수 없습니다"):
        between_reports(place / "content", "2030/first", "2031/second")


@pytest.mark.parametrize(
    ("word", "is_report"), [("2022/jobs", True), ("main", False), ("feature/x", False), ("a..b", False), ("", False)]
)
def test_a_folder_is_told_from_a_revision(word: str, is_report: bool) -> None:
    assert names_a_report(word) is is_report


def test_the_command_shows_it_in_every_form(place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    content = str(place / "content")
    assert main(["diff", "HEAD", "--content", content]) == 0
    plain = capsys.readouterr().out
    assert "예산액: 100천원 → 120천원, +20천원 (+20.0%)" in plain and "\x1b" not in plain
    assert (
        main(["diff", "HEAD", "--content", content, "--format", "markdown", "--address", "https://example.org/"]) == 0
    )
    assert "| 예산액 | 100천원 | 120천원 | +20 (+20.0%) |" in capsys.readouterr().out
    assert main(["diff", "HEAD", "--content", content, "--format", "json"]) == 0
    (changed,) = json.loads(capsys.readouterr().out)["reports"]
    assert (changed["folder"], changed["changes"][0]["figures"][0]["new"]) == ("2031/second", "120")
    assert main(["diff", "2030/first", "2031/second", "--content", content]) == 0
    assert "예산액" in capsys.readouterr().out


def test_what_cannot_be_compared_is_said_in_korean(place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for words in (["mian"], ["HEAD", "none"], ["2030/first", "2031/none"]):
        assert main(["diff", *words, "--content", str(place / "content")]) == 2
        said = capsys.readouterr().err
        assert "습니다" in said and "Traceback" not in said


def test_outside_git_the_reason_is_said(tmp_path: Path) -> None:
    with pytest.raises(GitTrouble, match="Git으로 관리되지 않아"), between_revisions(tmp_path, "HEAD"):
        pass
