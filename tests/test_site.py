"""The whole archive: what is shown to readers, and what only to staff in the preview."""

from __future__ import annotations

import pytest

from generator.archive import Archive, check_library
from generator.checks import RULES
from generator.library import read_library
from generator.outputs.artifacts import Page
from generator.site import site_of
from tests.outputs.example import Markup
from tests.trees import archive_of

SECTION = """\
제목: 일반현황
본문:
  행사: |
    ○ 개막: 2030. 5. 1.(목)
    ○ 폐막: 2030. 5. 2.(수)  # 검사 제외: weekday, 원문의 요일입니다.
"""


@pytest.fixture(scope="module")
def archive() -> Archive:
    return check_library(read_library(archive_of({"일반현황.yml": SECTION})))


def page_at(archive: Archive, path: str, *, preview: bool = False) -> Page:
    (found,) = [page for page in site_of(archive, preview=preview).pages if page.path == path]
    return found


def marked(page: Page) -> list[str]:
    return [e.words.removesuffix(" 설명") for e in Markup(page.body).classed("marked")]


def test_readers_see_errata_and_staff_see_findings_too(archive: Archive) -> None:
    path = "2030/sample/index.html"
    assert marked(page_at(archive, path)) == ["2030. 5. 2.(수)정오"]
    assert marked(page_at(archive, path, preview=True)) == ["2030. 5. 1.(목)오류", "2030. 5. 2.(수)정오"]
    assert not Markup(page_at(archive, path).body).classed("findings")


def test_paper_and_data_are_the_report_alone(archive: Archive) -> None:
    files = {asset.path: asset.data.decode(errors="replace") for asset in site_of(archive, preview=True).assets}
    for name in ("2030/sample/report.html", "2030/sample/report.json"):
        assert "2030. 5. 2.(수)" in files[name]
        assert "정오" not in files[name]
        assert "원문의 요일" not in files[name]


def test_errata_are_collected_and_lead_to_the_figure(archive: Archive) -> None:
    links = [e.attributes["href"] for e in Markup(page_at(archive, "errata/index.html").body).named("a")]
    (anchor,) = [link.partition("#")[2] for link in links if "#" in link]
    report = Markup(page_at(archive, "2030/sample/index.html").body)
    assert [e.words for e in report.elements if e.attributes.get("id") == anchor] == ["2030. 5. 2.(수)정오 설명"]


def test_the_guide_explains_every_rule(archive: Archive) -> None:
    ids = {e.attributes.get("id") for e in Markup(page_at(archive, "guide/checks/index.html").body).named("h3")}
    assert ids == {rule.code for rule in RULES}
