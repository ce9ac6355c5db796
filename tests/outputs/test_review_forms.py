"""A review on a terminal, as a comment, as data: one content in three forms."""

from __future__ import annotations

import json
import re
from decimal import Decimal

import pytest

from generator.changes.documents import compare_documents
from generator.changes.kinds import ArchiveChanges
from generator.diagnostics import Diagnostic, Severity, Span
from generator.outputs.review.data import render_review_json
from generator.outputs.review.kinds import Review
from generator.outputs.review.markdown import LIMIT, render_markdown
from generator.outputs.review.terminal import render_terminal
from generator.revisions import Findings
from tests.test_press import document
from tests.test_revisions import SECTION

NOTHING = Findings((), (), ())
OLD = SECTION.replace("    예산현황", "    목적: 협동조합을 지원\n    예산현황")
NEW = OLD.replace("협동조합을", "협동조합이").replace("예산액: 100 (시 40, 구 60)", "예산액: 120 (시 60, 구 60)")


def review(old: str = OLD, new: str = NEW, findings: Findings = NOTHING) -> Review:
    changes = compare_documents(document(old), document(new))
    found = ArchiveChanges(changed=(changes,) if changes.changes else ())
    return Review("main", "지금 폴더", found, findings, lambda _: (), lambda _: new.splitlines(), "content/")


def test_without_colour_marks_tell_what_went_and_came() -> None:
    shown = render_terminal(review(), colour=False)
    assert "협동조합[-을-]{+이+} 지원" in shown
    assert "예산액: 100천원 → 120천원, +20천원 (+20.0%)" in shown
    assert "계산한 값" in shown, "a rate that follows from others is marked"
    assert "\x1b" not in shown


def test_colour_adds_to_the_marks_and_takes_nothing_away() -> None:
    coloured = render_terminal(review(), colour=True)
    assert "\x1b[" in coloured
    assert re.sub(r"\x1b\[\d+m", "", coloured) == render_terminal(review(), colour=False)


def test_a_line_with_several_figures_names_each() -> None:
    old = OLD.replace("목적: 협동조합을 지원", "목적: 교육(강사 3명, 보조 2명) 실시")
    shown = render_terminal(review(old, old.replace("3명, 보조 2명", "5명, 보조 4명")), colour=False)
    assert "목적(강사): 3명 → 5명" in shown and "목적(보조): 2명 → 4명" in shown
    assert "목적(보조)" in render_markdown(review(old, old.replace("3명, 보조 2명", "5명, 보조 4명")))


def test_a_programme_that_came_is_told_once_and_indented() -> None:
    more = SECTION + "  - 사업명: 둘째 사업\n    id: second\n    목적: 구민을 도움\n"
    shown = render_terminal(review(SECTION, more), colour=False)
    assert "추가 사업: {+둘째 사업\n        구민을 도움+}" in shown


def test_programmes_and_their_sums_stand_first() -> None:
    more = NEW + "  - 사업명: 둘째 사업\n    id: second\n    예산현황:\n      예산액: 30\n"
    for shown in (render_terminal(review(OLD, more), colour=False), render_markdown(review(OLD, more))):
        assert "새 사업: Ⅰ-2 둘째 사업" in shown and "Ⅰ-1" not in shown[: shown.index("새 사업")]
        assert "사업 예산액 합계: 100천원 → 150천원, +50천원 (+50.0%) 계산한 값" in shown
        assert "사업 집행액 합계" not in shown, "what did not change is not said"


def test_no_change_is_said() -> None:
    for shown in (render_terminal(review(new=OLD), colour=False), render_markdown(review(new=OLD))):
        assert "달라진 내용이 없습니다" in shown


def test_new_findings_come_first_with_their_line_and_what_to_do() -> None:
    finding = Diagnostic("funding-sum", Severity.ERROR, "맞지 않습니다", Span("2030/a/추진실적.yml", 1), "고치세요.")
    shown = render_markdown(review(findings=Findings((finding,), (), ())))
    assert shown.index("맞지 않습니다") < shown.index("예산액")
    assert "`content/2030/a/추진실적.yml:1`" in shown and "제목: 추진실적" in shown and "고치세요." in shown
    assert "새로 생긴 것 1건" in render_terminal(review(findings=Findings((finding,), (), ())), colour=False)


def test_silenced_findings_are_told_in_every_form() -> None:
    silenced = Diagnostic("funding-sum", Severity.ERROR, "안 맞음 (뺀 까닭: 원문대로)", Span("2030/a/추진실적.yml", 1))
    made = review(findings=Findings((), (), (), (silenced,)))
    assert "사유를 적고 뺀 것 1건" in render_terminal(made, colour=False)
    assert "뺀 까닭: 원문대로" in render_terminal(made, colour=False)
    assert "뺀 까닭: 원문대로" in render_markdown(made)
    assert json.loads(render_review_json(made))["findings"]["silenced"][0]["code"] == "funding-sum"


@pytest.mark.parametrize(
    "text", ["@everyone", "#12", "<img src=x onerror=alert(1)>", "[누름](javascript:alert(1))", "`code` | $x$ **굵게**"]
)
def test_text_from_reports_cannot_mark_up_a_comment(text: str) -> None:
    safe = text.replace("[", "\\[").replace("<", "\\<").replace("*", "\\*").replace("`", "\\`")
    new = OLD.replace("협동조합을 지원", f"'{safe} 지원'")
    shown = render_markdown(review(new=new))
    for sign in "@#`|$*":
        if sign in text:
            assert f"&#{ord(sign)};" in shown
    assert "<img" not in shown and "](javascript" not in shown


def test_figures_stand_in_a_table_and_the_rest_is_folded() -> None:
    shown = render_markdown(review())
    table, _, folded = shown.partition("<details>")
    assert "| 예산액 | 100천원 | 120천원 | +20 (+20.0%) |" in table
    assert "협동조합<del>을</del><ins>이</ins> 지원" in folded
    assert "집행률" not in table and "집행률" in folded


def test_a_long_review_is_cut_where_a_host_would_refuse_it() -> None:
    programmes = "".join(
        f"  - 사업명: 사업 {number}\n    id: p-{number}\n    목적: {'가나다 ' * 200}{number}\n" for number in range(100)
    )
    long = review(
        old=f"제목: 추진실적\n사업:\n{programmes}",
        new=f"제목: 추진실적\n사업:\n{programmes.replace('가나다 ', '라마바 ')}",
    )
    shown = render_markdown(long, address="https://example.org/review/")
    assert len(shown) <= LIMIT
    assert "나머지는 [신구대조표](https://example.org/review/)에 있습니다" in shown
    assert shown.count("<details>") == shown.count("</details>")


def test_data_keep_figures_as_digits() -> None:
    data = json.loads(render_review_json(review()))
    figures = [figure for change in data["reports"][0]["changes"] for figure in change["figures"]]
    assert {(f["label"], Decimal(f["old"]), Decimal(f["new"])) for f in figures} >= {
        ("예산액", Decimal(100), Decimal(120))
    }
    assert [f["derived"] for f in figures if "집행률" in f["label"]] == [True]
