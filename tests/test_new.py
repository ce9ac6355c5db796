"""New reports: an example that builds, and last year's report carried into a new year."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from generator.archive import read_archive
from generator.carry import Carried, carry_file
from generator.cli import main
from generator.diagnostics import Severity
from generator.kinds import KINDS
from generator.library import TO_WRITE
from tests.trees import ORGANIZATION

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture
def content(tmp_path: Path) -> Path:
    (tmp_path / "organization.yml").write_text(f"# 우리 기관\n{ORGANIZATION}", encoding="utf-8")
    return tmp_path


def new(content: Path, *words: str) -> int:
    return main(["new", "--content", str(content), *words])


def test_a_new_department_has_a_report_without_findings(content: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert new(content, "2031/some-department") == 0
    archive = read_archive(content)
    assert [finding.message for finding in archive.findings] == []
    (report,) = archive.reports
    assert (report.document.year, report.document.department) == (2031, "새 부서")
    text = (content / "organization.yml").read_text(encoding="utf-8")
    assert text.startswith("# 우리 기관\n") and "  - id: some-department\n    이름: 새 부서\n" in text
    assert "부서 목록" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("place", "part"),
    [("2031", "연도/부서"), ("2031/부서", "쓸 수 없는 이름"), ("31/a", "연도/부서"), ("2031/../x", "알아들을 수 없")],
)
def test_what_cannot_be_made_is_refused(
    content: Path, capsys: pytest.CaptureFixture[str], place: str, part: str
) -> None:
    before = sorted(content.rglob("*"))
    assert new(content, place) == 2
    assert part in capsys.readouterr().out
    assert sorted(content.rglob("*")) == before


def test_an_existing_report_is_not_overwritten(content: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert new(content, "2031/a") == 0
    (content / "2031" / "a" / "추진실적.yml").write_text("제목: 내가 쓴 것\n", encoding="utf-8")
    assert new(content, "2031/a") == 2
    assert (content / "2031" / "a" / "추진실적.yml").read_text(encoding="utf-8") == "제목: 내가 쓴 것\n"
    assert "이미 있습니다" in capsys.readouterr().out


@pytest.fixture
def carried(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> tuple[Path, str]:
    content = tmp_path / "content"
    shutil.copytree(ROOT / "content", content)
    assert new(content, "2023/jobs-economy", "--from", "2022/jobs-economy") == 0
    return content, capsys.readouterr().out


def test_a_carried_report_builds_and_points_at_what_is_to_be_written(carried: tuple[Path, str]) -> None:
    content, said = carried
    found = [f for f in read_archive(content).findings if f.at.path.startswith("2023/")]
    assert not [f for f in found if f.severity is Severity.ERROR]
    to_write = {(f.at.path.rsplit("/", 1)[1], f.at.line) for f in found if f.code == "to-write"}
    assert len(to_write) == 2 + 1 + 9 * 4, "the head, the table of the budget, and four places of each programme"
    for name, line in to_write:
        assert f"{name}:{line}:" in said


def test_what_excused_the_old_report_and_figures_to_be_written_give_no_findings(carried: tuple[Path, str]) -> None:
    content, _ = carried
    folder = content / "2023" / "jobs-economy"
    assert not [path for path in folder.glob("*.yml") if "검사 제외" in path.read_text(encoding="utf-8")]
    codes = {f.code for f in read_archive(content).findings if f.at.path.startswith("2023/")}
    assert not codes & {"exclusion-unused", "programme-amount", "unit-budget"}


def test_pictures_that_are_still_shown_come_along(content: Path) -> None:
    assert new(content, "2031/a") == 0
    old = content / "2031" / "a"
    (old / "kept.png").write_bytes(b"k")
    (old / "gone.png").write_bytes(b"g")
    section = old / "추진실적.yml"
    text = section.read_text(encoding="utf-8")
    text = text.replace("        ○ 사업대상: 보기 구민\n", "        ○ 사업대상: 보기 구민\n        ![상담](kept.png)\n")
    text = text.replace("        ※ 설명은", "        ![표](gone.png)\n        ※ 설명은")
    section.write_text(text, encoding="utf-8")
    assert new(content, "2032/a", "--from", "2031/a") == 0
    assert sorted(path.name for path in (content / "2032" / "a").glob("*.png")) == ["kept.png"]
    assert "picture-missing" not in {finding.code for finding in read_archive(content).findings}


def test_a_report_goes_into_a_later_year_only_and_a_new_department_is_listed(
    content: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert new(content, "2031/a") == 0
    assert new(content, "2030/a", "--from", "2031/a") == 2
    assert "뒤가 아닙니다" in capsys.readouterr().out and not (content / "2030").exists()
    assert new(content, "2032/b", "--from", "2031/a") == 0
    assert "unknown-department" not in {finding.code for finding in read_archive(content).findings}


def test_ids_purposes_and_staff_stay_and_results_go(carried: tuple[Path, str]) -> None:
    content, _ = carried
    old = {r.folder: r.document for r in read_archive(content).reports}
    before, after = old["2022/jobs-economy"], old["2023/jobs-economy"]
    assert after.title == "2023년 주요업무 보고"
    assert after.parts[0] != before.parts[0], "the amounts of the unit budget are emptied"
    assert after.parts[0].children[:3] == before.parts[0].children[:3]
    for one, other in zip(before.parts[1].children, after.parts[1].children, strict=True):
        assert (one.id, one.title, one.programme.team, one.programme.purpose) == (  # type: ignore[union-attr]
            other.id,
            other.title,
            other.programme.team,  # type: ignore[union-attr]
            other.programme.purpose,  # type: ignore[union-attr]
        )
        assert one.children[0] == other.children[0]
        assert other.programme.budget.amounts[0].value == 0  # type: ignore[union-attr]


def _carry(text: str, kind: str = "추진실적") -> tuple[str, Carried]:
    carried = Carried()
    carry_file("부.yml", text.encode(), 2030, 2031, KINDS[kind], carried)
    return carried.files["부.yml"], carried


def test_comments_and_layout_stay() -> None:
    text = (
        "# 머리\n제목: 2030년 일 # 꼬리\n사업:\n  - 사업명: 가  # 이름\n    id: a\n"
        "    본문:\n      추진실적: 나  # 옛것\n\n# 끝\n"
    )
    made, _ = _carry(text)
    assert made == text.replace("2030년 일", "2031년 일").replace("추진실적: 나", f"추진실적: ○ {TO_WRITE}")


def test_last_years_budget_moves_to_its_column() -> None:
    text = (
        "제목: 현황\n본문:\n  예산:\n    예산표:\n      표: |\n"
        "        | 단위사업명 | 예산액 | 전년도 예산액 | 증(△)감 |\n        |---|---:|---:|---:|\n"
        "        | 가 | 1,000 | 900 | 100 |\n"
    )
    made, carried = _carry(text, "추진계획")
    assert [cell.strip() for cell in made.splitlines()[-1].split("|")] == ["", "가", "", "1,000", "", ""]
    assert carried.to_fill == [("부.yml:5", "예산표의 금액을 새로 적으세요.")]


def test_other_years_are_listed_and_kept() -> None:
    text = (
        "제목: 일\n사업:\n  - 사업명: 가\n    id: a\n    본문:\n      추진실적: |\n        ○ 하나\n        ○ 둘\n"
        "      사업개요: |\n        ○ 기간: 2030. 1.~12.\n"
    )
    made, carried = _carry(text)
    assert "2030. 1.~12." in made
    ((place, what),) = carried.to_check
    assert made.splitlines()[int(place.split(":")[1]) - 1].strip() == "○ 기간: 2030. 1.~12."
    assert "2030" in what
