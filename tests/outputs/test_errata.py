"""Errata: what they say, where they stand, and how the report and the page of all errata show them."""

from __future__ import annotations

import re
from decimal import Decimal

import pytest

from generator.archive import Archive, check_library
from generator.checks.exclusion import Exclusion, Silenced
from generator.checks.relation import Comparison, Relation
from generator.checks.rule import Finding, Group, Rule
from generator.diagnostics import Diagnostic, Severity, Span
from generator.library import read_library
from generator.outputs.pages.overview import errata_page, report_page
from generator.outputs.paper.paper_html import render_paper
from generator.outputs.web.errata import Erratum, errata_of
from tests.cases import Case, cases
from tests.outputs.example import Markup, report, shelf
from tests.trees import archive_of

PATH = "2022/jobs-economy/추진실적.yml"


def read(case: Case) -> Archive:
    files = {block.name: block.text for block in case.blocks if block.language == "yaml"}
    return check_library(read_library(archive_of(files)))


def silenced(relation: Relation | None = None, group: Group = Group.ARITHMETIC, path: str = PATH) -> Silenced:
    at = Span(path, 1, 1, 1, 8)
    rule = Rule("sum", "합은 맞습니다.", "", "", group, Severity.ERROR)
    return Silenced(
        Finding(Diagnostic("sum", Severity.ERROR, "맞지 않습니다.", at), rule, relation), Exclusion("", "까닭", at)
    )


def errata(*found: Silenced) -> tuple[Erratum, ...]:
    return errata_of(report(), found, lambda path: ["가 <br>나 다"])


@pytest.mark.parametrize("case", cases("errata"))
def test_errata_and_their_marks(case: Case) -> None:
    archive = read(case)
    (composed,) = archive.reports
    lines_of = archive.library.lines_of
    found = errata_of(composed.document, archive.silenced, lines_of)
    page = report_page(composed.document, shelf(), pages={}, pdf=None, errata=found, lines_of=lines_of)
    marks = {e.attributes["id"]: e for e in Markup(page.body).classed("marked")}
    words = [marks[erratum.anchor].words.removesuffix("정오 설명") for erratum in found]
    shown = [
        f"[{word}] {e.number}. {e.place}: {', '.join(filter(None, (e.written, e.computed, e.difference)))} | {e.reason}"
        for word, e in zip(words, found, strict=True)
    ]
    assert shown == case.blocks[-1].text.splitlines()
    assert len(marks) == len(found)


@pytest.mark.parametrize("case", cases("errata"))
def test_paper_says_nothing_of_errata(case: Case) -> None:
    archive = read(case)
    assert "정오" not in render_paper(archive.reports[0].document)


@pytest.mark.parametrize(
    ("relation", "shown"),
    [
        (Relation("합", Decimal("51.8"), Decimal("51.90"), Span(PATH), unit="%"), ("51.8%", "51.9%", "△0.1%")),
        (Relation("합", Decimal(1200), Decimal(1100), Span(PATH)), ("1,200", "1,100", "100")),
        (
            Relation("합", Decimal(120), Decimal(100), Span(PATH), comparison=Comparison.AT_MOST),
            ("120", "100 이하", "20"),
        ),
        (None, ("가 나", "", "")),
    ],
)
def test_figures(relation: Relation | None, shown: tuple[str, str, str]) -> None:
    (erratum,) = errata(silenced(relation))
    assert (erratum.written, erratum.computed, erratum.difference) == shown


def test_notation_and_other_reports_are_left_out() -> None:
    assert not errata(silenced(group=Group.NOTATION), silenced(path="2022/other/추진실적.yml"))


def test_an_erratum_without_a_place_leads_to_the_report() -> None:
    (erratum,) = errata(silenced(path="2022/jobs-economy/보고서.yml"))
    assert (erratum.anchor, erratum.href) == ("", "2022/jobs-economy/index.html")


def test_the_page_lists_errata_by_report_and_counts_them() -> None:
    older = report(year=2019, slug="old")
    found = errata(silenced(), silenced(Relation("합", Decimal(2), Decimal(1), Span(PATH), "1 + 0")))
    markup = Markup(errata_page([older, report()], {"2022/jobs-economy": found, "2019/old": ()}).body)
    assert [re.sub(r"\s+", " ", e.words) for e in markup.classed("errata__count")] == ["2건 보고서 1건에서"]
    assert [e.attributes["href"] for e in markup.named("a")][:2] == ["../index.html", "../2022/jobs-economy/index.html"]
    assert [e.words for e in markup.classed("errata__written")] == [found[0].written, "2"]
    assert "계산: 1 + 0." in " ".join(e.words for e in markup.classed("errata__why"))


def test_without_errata_the_page_says_so() -> None:
    markup = Markup(errata_page([report()], {}).body)
    assert [e.words for e in markup.named("h2")] == ["정오가 없습니다"]
