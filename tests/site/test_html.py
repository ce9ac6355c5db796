"""Every HTML file of the site conforms to HTML; and the rules that say so find what they are for."""

from __future__ import annotations

import pytest

from tests.site.conformance import faults_of
from tests.site.documents import HtmlFile, read_file

PAGE = (
    '<!doctype html><html lang="ko"><head><title>제목</title></head>'
    '<body><main><h1 id="_at">제목</h1>{}</main></body></html>'
)
SOUND = [
    "<p>글<br><b>글</b></p>",
    "<dl><div><dt>이름</dt><dd><p>글</p><ul><li>글</li></ul></dd></div></dl>",
    "<details><summary><h2>제목</h2></summary><p>글</p></details>",
    '<a href="#_at"><span>글</span><svg aria-hidden="true"><text>글</text></svg></a>',
    '<label>이름 <input type="text"></label><label for="x">이름</label><select id="x"></select>',
    "<article><header><h2>제목</h2></header><footer>글</footer></article>",
    "<table><thead><tr><th>가</th><th>나</th></tr></thead><tbody><tr><td>1</td><td>2</td></tr></tbody></table>",
    '<table><tr><th scope="row" rowspan="2">가</th><td>1</td></tr><tr><td>2</td></tr></table>',
    '<svg role="img" aria-label="그림"><linearGradient id="g"/><path fill="url(#g)"/><text>글</text></svg>',
]
FAULTY = {
    "<p><div>글</div></p>": "unexpected-end-tag",
    "<b><i>글</b></i>": "adoption-agency",
    "글 &amp 글": "named-entity-without-semicolon",
    '<p id="_at">글</p>': "stands 2 times",
    '<p id="두 낱말">글</p>': "has a space",
    "<span><div>글</div></span>": "<div> may not stand in <span>",
    '<p><a href="#_at"><section></section></a></p>': "unexpected-end-tag",
    "<span><a href='#_at'><div>글</div></a></span>": "<div> may not stand in <span>",
    "<ul><p>글</p></ul>": "<p> may not stand in <ul>",
    "<dl><dd>글</dd></dl>": "does not begin with dt",
    "<details><p>글</p></details>": "without one summary",
    "<details><p>글</p><summary>글</summary></details>": "not the first in <details>",
    '<a href="#_at"><label>이름 <input type="text"></label></a>': "<label> inside <a>",
    '<a href="#_at"><span tabindex="0">글</span></a>': "stop of the Tab key",
    "<table><tr><th scope='col'><h2>제목</h2></th></tr></table>": "<h2> inside <th>",
    "<header><header>글</header></header>": "<header> inside <header>",
    "<main>글</main>": "not one main",
    "<h2> </h2>": "an empty heading",
    "<center>글</center>": "no such element",
    '<p align="center">글</p>': "no such attribute here: align",
    '<p onclick="x()">글</p>': "event handler",
    '<img src="a.png">': "alt is missing",
    "<button>누르기</button>": "type is missing",
    '<input type="numeric">': "'numeric' is none of",
    '<p tabindex="2">글</p>': "tabindex above 0",
    '<p aria-describedby="nothing">글</p>': "is no id of the page",
    '<label for="_at">이름</label>': "a label of nothing",
    '<div aria-label="이름">글</div>': "cannot be named",
    '<p aria-label=" " role="note">글</p>': "an empty aria-label",
    '<p aria-hidden="true"><a href="#_at">글</a></p>': "a hidden part holds <a>",
    '<svg><path fill="url(#nothing)"/></svg>': "is no id of the page",
    "<svg><text>글</text></svg>": "neither named nor hidden",
    "<table><tr><td>1</td></tr></table>": "without a head",
    "<table><tr><th>가</th><td>1</td></tr></table>": "a head without a scope",
    '<table><tr><th scope="col" colspan="2">가</th></tr><tr><td>1</td></tr></table>': "rows of [1, 2] columns",
    '<table><tr><th scope="col" rowspan="2">가</th></tr></table>': "reaches 1 rows out",
    '<table><tr><th scope="col">가</th><td rowspan="2">1</td></tr><tr><td colspan="2">2</td></tr></table>': "overlap",
    '<table><colgroup><col><col></colgroup><tr><th scope="col">가</th></tr></table>': "2 <col> for 1 columns",
    '<table><tr><th scope="col" colspan="0">가</th></tr></table>': "is no number from 1",
}


def test_every_file_conforms(files: dict[str, HtmlFile]) -> None:
    faults = [fault for file in files.values() for fault in faults_of(file)]
    assert not faults, "\n".join(faults[:50])


def test_every_file_is_in_korean(files: dict[str, HtmlFile]) -> None:
    assert {file.root.get("lang") for file in files.values()} <= {"ko", "ko-KR"}


@pytest.mark.parametrize("markup", SOUND)
def test_sound_markup_has_no_fault(markup: str) -> None:
    assert faults_of(read_file("x.html", PAGE.format(markup))) == []


@pytest.mark.parametrize(("markup", "fault"), FAULTY.items())
def test_faulty_markup_is_found(markup: str, fault: str) -> None:
    found = faults_of(read_file("x.html", PAGE.format(markup)))
    assert any(fault in one for one in found), found
