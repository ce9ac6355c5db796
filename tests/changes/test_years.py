"""Two years of a department, and a plan beside its result."""

from __future__ import annotations

import dataclasses

from generator.changes.kinds import ChangeKind, Subject, folder_of
from generator.changes.wording import change_sentence
from generator.changes.years import compare_years, plans_against_results, plans_of, results_of
from generator.document import Document
from tests.changes.reading import document_of, real_documents


def programme(name: str, title: str, people: int, budget: str) -> str:
    return (
        f"  - 사업명: {title}\n    id: {name}\n    목적: 도움\n"
        f"    본문:\n      사업개요: |\n        ○ 참여인원: {people}명\n{budget}"
    )


def year(number: int, section: str, **changes: str) -> Document:
    return dataclasses.replace(document_of(section), year=number, **changes)


LAST = "제목: 추진실적\n사업:\n" + programme("counsel", "상담소 운영", 100, "    예산현황:\n      예산액: 1,000\n")
THIS = "제목: 추진실적\n사업:\n" + programme("advice", "열린 상담", 120, "    예산현황:\n      예산액: 1,200\n")
PLAN = "제목: 2030년 추진계획\n사업:\n" + programme("advice-plan", "열린 상담", 150, "    소요예산: 1,100천원\n")


def test_years_join_programmes_by_lineage() -> None:
    old, new = year(2029, LAST, basis="2029. 8. 31."), year(2030, THIS, basis="2030. 8. 31.")
    changes = compare_years(old, new, {"counsel": "counsel", "advice": "counsel"})
    assert [change_sentence(change) for change in changes.changes] == [
        "사업 이름을 ‘상담소 운영’에서 ‘열린 상담’으로 바꿨습니다.",
        "사업의 id를 ‘counsel’에서 ‘advice’로 바꿨습니다.",
        "‘참여인원’이 100명에서 120명으로 20명 늘었습니다(+20.0%).",
        "‘예산액’이 1,000천원에서 1,200천원으로 200천원 늘었습니다(+20.0%).",
    ]


def test_a_plan_goes_on_in_its_result_without_the_mark_of_a_plan() -> None:
    changes = compare_years(year(2029, PLAN), year(2030, THIS))
    whole = [c for c in changes.changes if c.subject is Subject.PROGRAMME]
    assert ChangeKind.ADDED not in {c.kind for c in whole}
    assert ChangeKind.REMOVED not in {c.kind for c in whole}


def test_an_empty_cell_and_a_dash_say_the_same() -> None:
    table = "제목: 일반현황\n본문:\n  예산: |\n      | 구분 | 예산액 |\n      |---|---:|\n      | 교육 | {} |\n"
    assert compare_years(year(2029, table.format("")), year(2030, table.format("-"))).changes == ()


def test_a_plan_beside_its_result() -> None:
    (pair,) = plans_against_results([year(2029, PLAN)], [year(2030, THIS, kind="추진실적")])
    assert pair.result is not None
    assert [(v.label, v.planned, v.result) for v in pair.lines] == [
        ("참여인원", "150명", "120명"),
        ("소요예산 → 예산액", "1,100천원", "1,200천원"),
    ]
    figures = [figure for line in pair.lines for figure in line.figures]
    assert [(f.difference, f.percent) for f in figures] == [("△30", "△20.0%"), ("+100", "+9.1%")]


def test_a_plan_without_a_result_is_told() -> None:
    (pair,) = plans_against_results([year(2029, PLAN)], [year(2030, LAST, kind="추진실적")])
    assert pair.result is None and pair.lines == ()


def test_plans_and_results_of_a_real_report() -> None:
    document = next(d for d in real_documents() if folder_of(d) == "2017/jobs-policy")
    plans, results = plans_of(document), results_of(document)
    assert {p.division.id for p in plans} >= {"stable-jobs-plan", "public-work-plan"}
    assert {p.division.id for p in results} >= {"stable-jobs", "public-work"}
    assert not {p.division.id for p in plans} & {p.division.id for p in results}
    # Set against its own results, as if they were those of the year planned for.
    pairs = {p.planned.division.id: p for p in plans_against_results([document], [document])}
    people = next(v for v in pairs["public-work-plan"].lines if "인원" in v.label)
    assert people.figures[0].old_text == "300명" and people.figures[0].new_text == "370명"
