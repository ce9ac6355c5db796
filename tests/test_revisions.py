"""Two revisions: what differs is read, what cannot matter is not, findings come and go."""

from __future__ import annotations

from collections.abc import Mapping
from hashlib import sha1

import pytest

from generator.diagnostics import Diagnostic, Severity, Span
from generator.narrowing import changed_folders, related_folders
from generator.revisions import compare_findings, read_revisions
from tests.trees import MemoryTree

ORGANIZATION = """\
기관: 가상시 보기구
누리집: {이름: 보기, 표제: 표제, 소개: 소개}
부서 목록:
  - {id: first, 이름: 첫째과}
  - {id: second, 이름: 둘째과, 전신: first}
  - {id: other, 이름: 딴과}
"""
SECTION = """\
제목: 추진실적
사업:
  - 사업명: 보기 사업
    id: sample
    예산현황:
      예산액: 100 (시 40, 구 60)
      집행액: 50 (시 20, 구 30)
"""


class Tree(MemoryTree):
    """Files in memory that count what is read of them."""

    reads: list[str]

    def identity(self, path: str) -> str | None:
        data = self.files.get(path)
        return None if data is None else sha1(data if isinstance(data, bytes) else data.encode()).hexdigest()

    def read(self, path: str) -> bytes | None:
        self.__dict__.setdefault("reads", []).append(path)
        return super().read(path)


def report(year: int, department: str) -> dict[str, str]:
    head = f"제목: {year}년 보고\n부서: {department}\n종류: 추진실적\n구성: [추진실적]\n"
    return {f"{year}/{department}/보고서.yml": head, f"{year}/{department}/추진실적.yml": SECTION}


FILES: Mapping[str, str] = {
    "organization.yml": ORGANIZATION,
    **report(2030, "first"),
    **report(2031, "second"),
    **report(2031, "other"),
    **report(2032, "second"),
    **report(2034, "second"),
}
PLACE = "2031/second/추진실적.yml"


def test_only_changed_reports_and_those_before_and_after_are_read() -> None:
    old, new = Tree(FILES), Tree({**FILES, PLACE: SECTION.replace("보기 사업", "보기 일")})
    found = read_revisions(old, new)
    assert found.changed == ("2031/second",)
    sections = {path for path in new.reads if path.endswith("추진실적.yml")}
    assert sections == {"2030/first/추진실적.yml", "2031/second/추진실적.yml", "2032/second/추진실적.yml"}


def test_a_change_of_settings_touches_all_reports() -> None:
    settings = {**FILES, "organization.yml": ORGANIZATION.replace("딴과", "다른과")}
    assert len(changed_folders(Tree(FILES), Tree(settings))) == 5
    guide = {**FILES, "guide/index.md": "# 안내"}
    assert not changed_folders(Tree(FILES), Tree(guide))


def test_a_report_that_came_or_went_is_changed() -> None:
    more = {**FILES, **report(2035, "first")}
    assert changed_folders(Tree(FILES), Tree(more)) == changed_folders(Tree(more), Tree(FILES)) == {"2035/first"}


@pytest.mark.parametrize(
    ("folder", "related"),
    [
        ("2030/first", {"2031/second"}),
        ("2031/second", {"2030/first", "2032/second"}),
        ("2031/other", set()),
        ("2034/second", set()),
    ],
)
def test_related_reports_are_those_that_rules_look_at_together(folder: str, related: set[str]) -> None:
    assert related_folders(Tree(FILES), {folder}) == related


def test_findings_come_and_go() -> None:
    broken = SECTION.replace("100 (시", "101 (시")
    before, after = Tree(FILES), Tree({**FILES, PLACE: broken})
    came = read_revisions(before, after).findings
    assert [(f.code, f.at.line) for f in came.new] == [("funding-sum", 6)] and not came.fixed
    went = read_revisions(after, before).findings
    assert [f.code for f in went.fixed] == ["funding-sum"] and not went.new
    moved = Tree({**FILES, PLACE: f"# 머리\n{broken}"})
    stayed = read_revisions(after, moved).findings
    assert [f.code for f in stayed.remaining if f.severity is Severity.ERROR] == ["funding-sum"]
    assert not stayed.new and not stayed.fixed


BROKEN = SECTION.replace("100 (시", "101 (시")
SILENCED = BROKEN.replace("구 60)", "구 60)  # 검사 제외: funding-sum, 원문대로")


@pytest.mark.parametrize(
    ("name", "text"),
    [
        (PLACE, SILENCED),
        ("organization.yml", f"{ORGANIZATION}검사:\n  funding-sum: 끄기\n"),
        (PLACE, BROKEN.replace("예산현황:", "예산현황: [")),
    ],
    ids=["silenced", "switched off", "unreadable"],
)
def test_what_nobody_mended_is_not_called_fixed(name: str, text: str) -> None:
    before = {**FILES, PLACE: BROKEN}
    found = read_revisions(Tree(before), Tree({**before, name: text})).findings
    assert not found.fixed


def test_what_a_comment_silences_since_is_told_with_its_reason() -> None:
    message = "(뺀 까닭: 원문대로)"
    for before in (FILES, {**FILES, PLACE: BROKEN}, {**FILES, PLACE: SILENCED.replace("원문대로", "까닭")}):
        found = read_revisions(Tree(before), Tree({**FILES, PLACE: SILENCED})).findings
        assert [(f.code, f.at.line) for f in found.silenced] == [("funding-sum", 6)]
        assert message in found.silenced[0].message
    again = read_revisions(Tree({**FILES, PLACE: SILENCED}), Tree({**FILES, PLACE: f"# 머리\n{SILENCED}"})).findings
    assert not again.silenced and not again.new and not again.fixed


LINEAGES = """\
사업 목록:
  - id: line
    이름: 보기
    까닭: 이름이 같습니다.
    실린 곳:
      - 보고서: 2034/second
        자리: sample
        값: {예산액: 예산액}
      - 보고서: 2031/second
        자리: sample
        값: {예산액: 예산액}
"""


def test_what_settings_say_of_reports_that_were_not_read_is_no_finding() -> None:
    files = {**FILES, "programs.yml": LINEAGES}
    reworded = Tree({**files, PLACE: SECTION.replace("보기 사업", "보기 일")})
    found = read_revisions(Tree(files), reworded).findings
    assert not [f for group in (found.new, found.fixed, found.remaining) for f in group if f.at.path == "programs.yml"]
    renamed = Tree({**files, PLACE: SECTION.replace("id: sample", "id: other")})
    lost = read_revisions(Tree(files), renamed).findings.new
    assert [f.at.path for f in lost if f.code.startswith("lineage")] == ["programs.yml"]


@pytest.mark.parametrize(
    ("old", "new"),
    [("2031/second/", "2031/renamed/"), ("추진실적", "주요실적")],
    ids=["folder", "file"],
)
def test_findings_go_with_what_was_renamed(old: str, new: str) -> None:
    before = {**FILES, PLACE: BROKEN}
    after = {path.replace(old, new) if path.startswith("2031/second/") else path: text for path, text in before.items()}
    head = "2031/second/보고서.yml".replace(old, new)
    after[head] = after[head].replace("[추진실적]", f"[{'추진실적'.replace(old, new)}]")
    assert before.keys() != after.keys()
    found = read_revisions(Tree(before), Tree(after)).findings
    assert "funding-sum" in [f.code for f in found.remaining] and not found.new and not found.fixed


def test_a_broken_report_mends_and_breaks_no_lineage() -> None:
    lineages = "사업 목록:\n  - {id: far, 이름: 보기, 까닭: 같음}\n"
    far = report(2034, "other")
    far["2034/other/추진실적.yml"] = SECTION.replace("id: sample", "id: far")
    files = {**FILES, **far, "programs.yml": lineages}
    broken = {**files, PLACE: SECTION.replace("예산현황:", "예산현황: [")}
    for before, after in ((files, broken), (broken, files)):
        found = read_revisions(Tree(before), Tree(after)).findings
        assert not [f for f in (*found.new, *found.fixed) if f.at.path == "programs.yml"]


def test_the_same_finding_twice_is_two() -> None:
    def finding(line: int) -> Diagnostic:
        return Diagnostic("sample", Severity.WARNING, "같은 말", Span("a.yml", line), "")

    found = compare_findings([finding(1)], [finding(3), finding(9)])
    assert len(found.new) == len(found.remaining) == 1 and not found.fixed
    found = compare_findings([finding(3), finding(9)], [finding(1)])
    assert len(found.fixed) == len(found.remaining) == 1 and not found.new
