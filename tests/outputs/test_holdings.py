"""Neighbours of reports and departments over the years."""

from __future__ import annotations

import pytest

from generator.document import Document
from generator.outputs.pages.holdings import (
    departments_of,
    earlier_departments,
    reports_after,
    reports_before,
    years_of,
)
from generator.outputs.web.shelf import ShelfDepartment
from tests.outputs.archive_example import LIGHTS, OLD, TREES, archive_shelf, documents, report_of


def named(found: tuple[Document, ...]) -> list[str]:
    return [f"{document.year}/{document.slug}" for document in found]


@pytest.mark.parametrize(
    ("folder", "before", "after"),
    [
        ("2017/old", [], ["2021/lights", "2022/trees"]),
        ("2021/lights", ["2017/old"], ["2022/lights"]),
        ("2022/lights", ["2021/lights"], []),
        ("2022/trees", ["2017/old"], []),
    ],
)
def test_the_same_department_comes_first_and_then_those_before_and_after_it(
    folder: str, before: list[str], after: list[str]
) -> None:
    document = next(d for d in documents() if f"{d.year}/{d.slug}" == folder)
    assert named(reports_before(document, documents(), archive_shelf())) == before
    assert sorted(named(reports_after(document, documents(), archive_shelf()))) == after


def test_a_department_without_reports_is_passed_over() -> None:
    middle = ShelfDepartment("middle", "중간과", "기관", ("old",), ("lights",))
    first = ShelfDepartment("old", "옛과", "기관", (), ("middle",))
    last = ShelfDepartment("lights", "가로등과", "기관", ("middle",))
    shelf = archive_shelf(departments=(first, middle, last))
    old, new = report_of(OLD, 2017), report_of(LIGHTS, 2022)
    assert reports_before(new, [old, new], shelf) == (old,)
    assert reports_after(old, [old, new], shelf) == (new,)
    assert earlier_departments("lights", shelf) == ("middle", "old")


def test_departments_that_follow_each_other_in_a_circle_do_not_hang() -> None:
    one = ShelfDepartment("one", "가과", "기관", ("two",), ("two",))
    two = ShelfDepartment("two", "나과", "기관", ("one",), ("one",))
    shelf = archive_shelf(departments=(one, two))
    alone = report_of(one, 2022)
    assert reports_before(alone, [alone], shelf) == ()
    assert earlier_departments("one", shelf) == ("two",)


def test_years_without_reports_are_there() -> None:
    assert years_of(documents()) == (2017, 2018, 2019, 2020, 2021, 2022)
    assert years_of([]) == ()


def test_a_department_that_nobody_listed_is_named_as_its_reports_do() -> None:
    shelf = archive_shelf(departments=(LIGHTS,))
    assert [d.name for d in departments_of(documents(), shelf)] == ["가로등과", "나무과", "옛과"]
    assert departments_of([], shelf) == (LIGHTS,)
    assert TREES not in departments_of(documents(), shelf), "it is known by its reports only, without its teams"
