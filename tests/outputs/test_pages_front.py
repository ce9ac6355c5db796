"""What the front page shows over the years."""

from __future__ import annotations

import pytest

from generator.lifelines import LifeLine
from generator.outputs.pages.front import telling_thread
from generator.outputs.pages.overview import front_page
from tests.lifelines.archives import lines_of
from tests.outputs.example import report, shelf

PROGRAMME = """\
제목: 주요업무 추진실적
사업:
  - 사업명: {name}
    id: {id}
    목적: 구민을 도움
    예산현황: {{단위: 천원, 예산액: {budget}}}
"""


def lines(**budgets: tuple[tuple[int, str, str], ...]) -> tuple[LifeLine, ...]:
    """Give the life-lines of programmes by their ids: year, name and budget in thousand won."""
    return lines_of(
        {
            f"{year}/sample/{key}.yml": PROGRAMME.format(name=name, id=key, budget=budget)
            for key, years in budgets.items()
            for year, name, budget in years
        }
    )


RENAMED = ((2020, "나무 심기", "10"), (2022, "숲 가꾸기", "20"))
LONGER = ((2020, "책 읽기", "500"), (2021, "책 읽기", "600"), (2022, "책 읽기", "700"))
LARGER = ((2020, "길 닦기", "900"), (2022, "길 닦기", "1,000"))


@pytest.mark.parametrize(
    ("given", "chosen"),
    [
        ({"longer": LONGER, "renamed": RENAMED}, "숲 가꾸기"),
        ({"larger": LARGER, "longer": LONGER}, "책 읽기"),
        ({"smaller": ((2020, "밭 매기", "1"), (2022, "밭 매기", "2")), "larger": LARGER}, "길 닦기"),
    ],
    ids=["renamed before longer", "longer before larger", "larger"],
)
def test_the_programme_that_shows_most_is_chosen(
    given: dict[str, tuple[tuple[int, str, str], ...]], chosen: str
) -> None:
    thread = telling_thread(lines(**given))
    assert thread is not None and thread.line.name == chosen
    assert thread.chart.is_money


def test_without_money_over_years_there_is_none() -> None:
    assert telling_thread(lines(once=((2022, "한 해", "1"),))) is None
    assert telling_thread(()) is None


def test_the_front_page_shows_it() -> None:
    made = lines(renamed=RENAMED)
    body = front_page([], shelf(), lines=made).body
    assert "여러 해를 잇는 사업" not in body, "an empty archive has no band"
    body = front_page([report()], shelf(), lines=made).body
    assert f'href="{made[0].href}"' in body and "전 이름 나무 심기" in body
    assert 'aria-labelledby="thread-title thread-desc"' in body
    assert "여러 해를 잇는 사업" not in front_page([report()], shelf()).body
