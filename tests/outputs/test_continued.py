"""Merged cells that go on over pages, cut where a page begins. Rows are written as `head:rows|cell|cell`."""

from __future__ import annotations

import re

import pytest

from generator.outputs.paper.continued import repeat_heads


def html(*rows: str) -> str:
    return f"<table>\n<thead>\n<tr><th>머리</th></tr>\n</thead>\n<tbody>\n{''.join(map(_row, rows))}</tbody>\n</table>"


def _row(row: str) -> str:
    return f"<tr>{''.join(map(_cell, row.split('|')))}</tr>\n"


def _cell(cell: str) -> str:
    words, colon, rows = cell.partition(":")
    return f'<th scope="rowgroup" rowspan="{rows}">{words}</th>' if colon else f"<td>{words}</td>"


def shown(made: str) -> list[str]:
    """Give the rows of the body as they were written."""
    body = made.partition("<tbody>")[2]
    rows = re.findall(r"<tr>(.*?)</tr>", body, re.DOTALL)
    return ["|".join(_words(cell) for cell in re.findall(r"<t[hd].*?</t[hd]>", row, re.DOTALL)) for row in rows]


def _words(cell: str) -> str:
    found = re.search(r'rowspan="(\d+)"', cell)
    return re.sub(r"<[^>]*>", "", cell) + (f":{found[1]}" if found else "")


@pytest.mark.parametrize(
    ("rows", "breaks", "expected"),
    [
        pytest.param(("가:3|1", "2", "3"), (2,), ["가|1", "가:2|2", "3"], id="after the first row"),
        pytest.param(("가:3|1", "2", "3"), (3,), ["가:2|1", "2", "가|3"], id="before the last row"),
        pytest.param(("가:4|1", "2", "3", "4"), (2, 4), ["가|1", "가:2|2", "3", "가|4"], id="over three pages"),
        pytest.param(
            ("가:4|나:2|1", "2", "다:2|3", "4"),
            (2,),
            ["가|나|1", "가:3|나|2", "다:2|3", "4"],
            id="outer and inner head, in their columns",
        ),
        pytest.param(("1|가:2", "2"), (2,), ["1|가", "2|가"], id="merged cells on the right"),
        pytest.param(("가:2|1", "2", "나:2|3", "4"), (3,), ["가:2|1", "2", "나:2|3", "4"], id="between groups"),
    ],
)
def test_cut(rows: tuple[str, ...], breaks: tuple[int, ...], expected: list[str]) -> None:
    assert shown(repeat_heads(html(*rows), {0: breaks})) == expected


def test_only_the_table_that_breaks_changes() -> None:
    one, two = html("가:2|1", "2"), html("나:2|1", "2")
    made = repeat_heads(f"{one}<p>사이</p>{two}", {1: (2,)})
    assert made.startswith(f"{one}<p>사이</p>")
    assert shown(made.removeprefix(one)) == ["나|1", "나|2"]


@pytest.mark.parametrize("words", ['<span class="footnote" data-number="1">주</span>', '<p id="a">이름</p>'])
def test_what_stands_once_is_not_repeated(words: str) -> None:
    whole = html(f"가{words}:2|1", "2")
    assert shown(repeat_heads(whole, {0: (2,)})) == shown(whole)


def test_nested_tables_stay_as_they_are() -> None:
    nested = html("가:2|<table><tr><td>1</td></tr></table>", "2")
    assert repeat_heads(nested, {0: (2,)}) == nested
