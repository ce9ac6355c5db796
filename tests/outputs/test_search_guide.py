"""What the search knows of the staff guide: sections by heading, plain lines, the anchors of the site."""

from __future__ import annotations

import pytest

from generator.checks import RULES
from generator.guide import key_groups
from generator.outputs.pages.guide import guide_pages
from generator.outputs.search.guide import guide_aside, written_page
from tests.outputs.example import Markup


def lines_of(text: str) -> list[str]:
    return written_page("guide/a.md", f"# 제목\n{text}").sections[0].topics[0].lines.split("\n")


def test_a_page_is_cut_by_its_headings() -> None:
    page = written_page(
        "guide/new.md", "---\ntitle: 무엇\n---\n# 새 **보고서**\n\n첫 글\n\n## 만들기\n\n글\n\n### 더\n"
    )
    assert (page.path, page.title, page.group) == ("guide/new.html", "새 보고서", "작성 안내")
    assert [(s.id, s.title, s.topics[0].lines) for s in page.sections] == [
        ("", "새 보고서", "첫 글"),
        ("_2", "만들기", "글"),
        ("_3", "더", ""),
    ]


@pytest.mark.parametrize(
    ("line", "plain"),
    [
        ("- **굵게** 쓴 [글](a.md)과 `코드 **별** `", "굵게 쓴 글과 코드 **별**"),
        ("3. 셋째[^1]", "셋째"),
        ("> 옮긴 글", "옮긴 글"),
        ("| 적는 법 | `시 | 구` |", "적는 법\t시\t구"),
        ("![그림](a.png)", "그림"),
        ("2 * 3 * 4", "2 * 3 * 4"),
        ("!!! note 알림", "알림"),
    ],
)
def test_a_line_loses_its_marks(line: str, plain: str) -> None:
    assert lines_of(line) == [plain]


def test_rules_of_tables_are_no_text_and_code_is() -> None:
    assert lines_of("| 가 | 나 |\n| --- | :-: |\n```\n# 메모 **아님**\n  python3 build.py\n```\n") == [
        "가\t나",
        "# 메모 **아님**",
        "python3 build.py",
    ]


def test_of_a_sample_of_yaml_keys_and_comments_are_text_and_values_are_not() -> None:
    sample = "# 메모\n- 사업명: 나무 심기  # 검사 제외: weekday, 까닭\n  본문:\n    | 표 | 1 |\n    ○ 기간: 연중\n"
    assert lines_of(f"```yaml\n{sample}```\n") == ["# 메모", "사업명 # 검사 제외: weekday, 까닭", "본문", "○ 기간"]


@pytest.mark.parametrize(
    ("headings", "anchors"),
    [
        (["가", "나"], ["_2", "_3"]),
        (["YAML 쓰기", "YAML 쓰기"], ["yaml", "yaml_1"]),
        (["build.py check", "표 {#table}"], ["buildpy-check", "table"]),
    ],
)
def test_anchors_are_counted_up(headings: list[str], anchors: list[str]) -> None:
    page = written_page("guide/a.md", "# 제목\n" + "".join(f"## {heading}\n" for heading in headings))
    assert [section.id for section in page.sections[1:]] == anchors


def test_a_file_without_a_heading_is_found_by_its_path() -> None:
    page = written_page("guide/a.md", "글만\n")
    assert (page.title, page.sections[0].topics[0].lines) == ("guide/a.md", "글만")


def test_the_made_pages_have_every_key_and_rule_at_its_anchor() -> None:
    found = {page.path: page for page in guide_aside({}, RULES)}
    for made in guide_pages(RULES):
        anchors = {element.attributes.get("id") for element in Markup(made.body).elements}
        assert {section.id for section in found[made.path].sections[1:]} <= anchors
        assert found[made.path].title == made.title
    keys = "\n".join(section.topics[0].lines for section in found["guide/keys/index.html"].sections)
    assert all(f"{entry.key}: " in keys for group in key_groups() for entry in group.entries)
    assert {rule.code for rule in RULES} <= {section.id for section in found["guide/checks/index.html"].sections}
