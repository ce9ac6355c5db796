"""Reading YAML: the tree, the findings of the case files, exact places, bounds."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.diagnostics import Diagnostic, Span
from generator.source import Comment, Entry, Mapping, Node, Scalar, Sequence, comments, read_yaml, source_lines
from tests.cases import Case, cases, mismatches
from tests.effort import calls_of

PATH = "2022/jobs/추진실적.yml"

REPORT = """\
# 검사 제외: table-sum, 원문대로
제목: 주요업무 추진실적
부서: "일자리\\t과"
사업:
  - 사업명: '구민의 ''희망'' 일자리'  # 메모
    목적: >-
      지역 내 좋은 일자리를
      발굴하여 제공

      둘째 문단
    본문:
      사업개요: |
        ○ 구인기업 발굴: 취업연계 확대
          - 적극 발굴 및 수요파악
      향후계획: ○ 계속
    예산현황: {단위: 천원, 예산액: "728,991", 비율: [1, 2, "3:4"]}
  - 사업명: 둘째 사업
    담당팀: 일자리창출팀
"""


def read(text: str) -> tuple[Node | None, tuple[Diagnostic, ...]]:
    return read_yaml(PATH, text.encode())


def tree(text: str) -> Node:
    root, findings = read(text)
    assert root is not None
    assert findings == ()
    return root


def at(text: str, span: Span) -> str:
    """Cut what a span shows out of the lines that it refers to."""
    lines = _lines(text)
    if span.line == span.end_line:
        return lines[span.line - 1][span.column - 1 : span.end_column - 1]
    inner = lines[span.line : span.end_line - 1]
    return "\n".join([lines[span.line - 1][span.column - 1 :], *inner, lines[span.end_line - 1][: span.end_column - 1]])


@lru_cache
def _lines(text: str) -> tuple[str, ...]:
    return source_lines(text.encode())


def scalars(node: Node | None) -> list[Scalar]:
    match node:
        case Scalar():
            return [node]
        case Sequence(items):
            return [scalar for item in items for scalar in scalars(item)]
        case Mapping(entries):
            return [scalar for entry in entries for part in (entry.key, entry.value) for scalar in scalars(part)]
    return []


@pytest.fixture(params=["fast parser", "slow parser"])
def parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Run with libyaml, and as on a machine where PyYAML came without it."""
    if request.param == "slow parser":
        monkeypatch.setattr("generator.source.composing._LOADER", yaml.Loader)


@pytest.mark.usefixtures("parser")
@pytest.mark.parametrize("case", cases("source"))
def test_findings(case: Case) -> None:
    block = case.blocks[0]
    _, findings = read_yaml(block.name, block.text.encode())
    assert mismatches(case, findings) == []
    for item in findings:
        assert_readable(item, block.text)


def test_a_tight_colon_between_brackets() -> None:
    _, findings = read("가: {나:[1], 다: 2}\n라: [마:, 바]\n")
    assert [(item.code, item.at.line, item.at.column) for item in findings][:1] == [("missing-space", 1, 6)]


def assert_readable(item: Diagnostic, text: str) -> None:
    """A finding lies in the file and speaks Korean; only names from a file, codes and units may be Latin."""
    lines = source_lines(text.encode(errors="surrogatepass"))
    assert 1 <= item.at.line <= item.at.end_line <= len(lines)
    assert 1 <= item.at.column <= len(lines[item.at.line - 1]) + 1
    assert 1 <= item.at.end_column <= len(lines[item.at.end_line - 1]) + 1
    assert (item.at.line, item.at.column) <= (item.at.end_line, item.at.end_column)
    for sentence in (item.message, item.hint):
        assert re.search("[가-힣]{2}", sentence)
        words = set(re.findall(r"[a-z]{3,}", re.sub(r"'[^']*'|\"[^\"]*\"", "", sentence), re.IGNORECASE))
        words -= set(re.findall(r"[a-z]{3,}", text, re.IGNORECASE))
        assert words <= {"Tab", "UTF", "HWP", "EUC", "ANSI", "CP"}


def test_every_scalar_stays_text() -> None:
    root = tree("가: 010\n나: [on, 1.10, null, ~]\n다:\n라: ''\n")
    assert [scalar.text for scalar in scalars(root)] == [
        "가",
        "010",
        "나",
        "on",
        "1.10",
        "null",
        "~",
        "다",
        "",
        "라",
        "",
    ]


def test_tree_and_places() -> None:
    text = "제목: 추진실적\n사업:\n  - 이름: 하나\n    표: [1, 2]\n\n# 끝\n"
    root = tree(text)
    assert isinstance(root, Mapping)
    business = root.get("사업")
    assert isinstance(business, Sequence)
    assert at(text, root.at) == text.split("\n\n")[0]
    assert at(text, business.at) == "- 이름: 하나\n    표: [1, 2]"
    item = business.items[0]
    assert isinstance(item, Mapping)
    assert at(text, item.entries[1].value.at) == "[1, 2]"
    assert item.entries[0].value.at == Span(PATH, 3, 9, 3, 11)
    assert root.get("없음") is None


def test_equality_ignores_places() -> None:
    assert tree("가: 나\n") == tree("\n\n가:   '나'\n")
    assert tree("가: 나\n") == Mapping((Entry(Scalar("가", Span("")), Scalar("나", Span(""))),), Span(""))


def test_an_empty_value_stands_behind_its_colon() -> None:
    assert scalars(tree("가:\n나: 1\n"))[1].at == Span(PATH, 1, 3, 1, 3)


@pytest.mark.usefixtures("parser")
@pytest.mark.parametrize(
    "change",
    [
        lambda text: text.replace("\n", "\r\n"),
        lambda text: text.replace("\n", "\r"),
        lambda text: "\ufeff" + text,
        lambda text: unicodedata.normalize("NFD", text),
        lambda text: text.replace(": ", ":\t"),
    ],
    ids=["crlf", "cr", "byte order mark", "decomposed", "tab after the colon"],
)
def test_how_a_file_was_saved_changes_nothing(change: object) -> None:
    assert callable(change)
    plain, changed = tree('가나: 다라\n마: "바\n  사"\n'), tree(change('가나: 다라\n마: "바\n  사"\n'))
    assert changed == plain
    assert [scalar.at for scalar in scalars(changed)] == [scalar.at for scalar in scalars(plain)]


@pytest.mark.parametrize("codec", ["cp949", "utf-16"])
def test_another_encoding_is_named_and_the_rest_is_still_read(codec: str) -> None:
    data = "a: 1\n제목: 값\n제목: 둘\n".encode(codec)
    root, findings = read_yaml(PATH, data)
    assert [(item.code, item.at.line, item.at.column) for item in findings] == [
        ("encoding", 2, 1),
        ("duplicate-key", 3, 1),
    ]
    assert ("CP949" if codec == "cp949" else "UTF-16") in findings[0].message
    assert "UTF-8" in findings[0].hint
    assert root == Mapping(tree("a: 1\n제목: 값\n").entries, Span(""))  # type: ignore[union-attr]
    assert source_lines(data)[1] == "제목: 값"


def test_a_damaged_file_does_not_pile_up_findings() -> None:
    _, findings = read_yaml(PATH, bytes(range(128, 256)) + b"\n\xff: \xfe: [\n")
    assert [item.code for item in findings] == ["encoding"]


def test_a_damaged_character_is_found() -> None:
    _, findings = read("가: 나\ufffd다\n")
    assert [(item.code, item.at.column, item.at.end_column) for item in findings] == [("encoding", 5, 6)]


@pytest.mark.parametrize("data", [b"", b"\n\n", b"\xef\xbb\xbf"])
def test_an_empty_file(data: bytes) -> None:
    root, findings = read_yaml(PATH, data)
    assert root is None
    assert [(item.code, item.at) for item in findings] == [("empty-file", Span(PATH))]


@pytest.mark.usefixtures("parser")
@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("가: " + "나" * 400_000, "too-large"),
        ("".join(f"{'  ' * depth}가:\n" for depth in range(40)), "too-deep"),
        ("가: " + "[" * 100_000, "too-deep"),
        ("- 가\n" * 50_001, "too-large"),
    ],
    ids=["bytes", "depth", "brackets", "nodes"],
)
def test_bounds(text: str, code: str) -> None:
    root, findings = read(text)
    assert root is None
    assert [item.code for item in findings] == [code]


@pytest.mark.parametrize(
    "text", ["가: " + "나" * 300_000, "".join(f"{'  ' * depth}가:\n" for depth in range(30)), "- 가\n" * 49_999]
)
def test_what_lies_within_the_bounds_is_read(text: str) -> None:
    root, findings = read(text)
    assert root is not None
    assert not findings


def test_a_duplicate_key_tells_the_first_place_and_leaves_the_first_value() -> None:
    root, (item,) = read("가: 1\n나: 2\n가: 3\n")
    assert isinstance(root, Mapping)
    assert root.get("가") == Scalar("1", Span(""))
    assert [entry.key.text for entry in root.entries] == ["가", "나"]
    assert item.at == Span(PATH, 3, 1, 3, 2)
    assert [related.at for related in item.related] == [Span(PATH, 1, 1, 1, 2)]


def test_a_number_with_commas_is_put_together_again() -> None:
    root, findings = read("가: {예산액: 728,991 (시 325,000, 구 403,991), 단위: 천원}\n나: [1,234, 5]\n")
    assert [item.code for item in findings] == ["comma-number", "comma-number"]
    texts = [scalar.text for scalar in scalars(root)]
    assert texts == ["가", "예산액", "728,991 (시 325,000, 구 403,991)", "단위", "천원", "나", "1,234", "5"]


def test_comments() -> None:
    text = (
        "# 첫째\n가: 나  # 검사 제외: table-sum, 원문대로\n다: '#아님' #둘\n라: | # 셋\n  # 글\n마: [1, # 넷\n  2]\n#\n"
    )
    found = comments(PATH, text.encode())
    assert found == (
        Comment("첫째", Span(""), False),
        Comment("검사 제외: table-sum, 원문대로", Span(""), True),
        Comment("둘", Span(""), True),
        Comment("셋", Span(""), True),
        Comment("넷", Span(""), True),
        Comment("", Span(""), False),
    )
    assert [at(text, comment.at)[1:].strip() for comment in found] == [comment.text for comment in found]


def test_a_suppression_is_a_comment_inside_a_text_block_and_no_part_of_the_text() -> None:
    text = (
        "가: |\n  | 계 | 12 |  # 검사 제외: table-sum, 원문대로\n  글 # 글\n"
        "나: >-\n  하나 # 검사 제외: percent, 까닭\n  둘\n"
    )
    root, findings = read(text)
    assert not findings
    values = [scalar.text.split() for scalar in scalars(root)]
    assert values == [["가"], ["|", "계", "|", "12", "|", "글", "#", "글"], ["나"], ["하나", "둘"]]
    found = [(comment.text, comment.at.line, comment.code_before) for comment in comments(PATH, text.encode())]
    assert found == [("검사 제외: table-sum, 원문대로", 2, True), ("검사 제외: percent, 까닭", 5, True)]


def test_a_comment_between_texts_belongs_to_none() -> None:
    text = "가: |\n  글\n# 사이\n나: >-\n  글\n\n# 끝\n"
    assert [(c.text, c.at.line) for c in comments(PATH, text.encode())] == [("사이", 3), ("끝", 7)]


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("가: 희망 일자리\n", "일자리"),
        ("가: 희망\n  일자리\n", "일자리"),
        ("가: '희망 ''일자리'''\n", "일자리"),
        ('가: "희망\\t\\"일자리\\""\n', "일자리"),
        ('가: "희망 \\\n   일자리"\n', "일자리"),
        ("가: |\n    희망\n      일자리\n    끝\n", "일자리"),
        ("가: |2\n    희망\n  일자리\n", "일자리"),
        ("가: >-\n  희망\n\n  일자리\n", "일자리"),
        ("가: >\n  희망\n    - 일자리\n  끝\n", "일자리"),
        ("가:\n  - - |+\n      희망\n\n      일자리\n\n", "일자리"),
    ],
)
def test_locate(text: str, part: str) -> None:
    scalar = scalars(tree(text))[1]
    start = scalar.text.index(part)
    assert at(text, scalar.locate(start, start + len(part))) == part


def test_locate_outside_the_text() -> None:
    scalar = scalars(tree("가: 나다\n"))[1]
    assert scalar.locate(2, 2) == Span(PATH, 1, 6, 1, 6)
    assert scalar.locate(0, 99) == scalar.at
    assert Scalar("가", Span(PATH, 3, 1, 3, 2)).locate(0, 1) == Span(PATH, 3, 1, 3, 2)


_TEXT = st.text("가나힣a1 \n\t:#-'\"\\,[]{}&*!|>%@`?·○😀é", max_size=30)
_TREE = st.recursive(_TEXT, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(_TEXT, inner, max_size=3))


class _PlainDumper(yaml.SafeDumper):
    def ignore_aliases(self, data: object) -> bool:
        return True


@settings(deadline=None, max_examples=200)
@given(_TREE, st.sampled_from([None, "'", '"', "|", ">"]), st.integers(10, 60), st.booleans())
def test_every_character_is_located(value: object, style: str | None, width: int, flow: bool) -> None:
    options = {"default_style": style, "width": width, "default_flow_style": flow, "allow_unicode": True}
    text = yaml.dump(value, Dumper=_PlainDumper, **options)
    root, _ = read(text)
    for scalar in scalars(root):
        for offset, character in enumerate(scalar.text):
            shown = at(text, scalar.locate(offset, offset + 1))
            if re.fullmatch(r"\\(?s:.)[0-9A-Fa-f]*|''", shown):  # an escape is located as a whole
                assert yaml.safe_load(f'"{shown}"' if shown[0] == "\\" else f"'{shown}'") == character
            else:
                assert shown == character if character.strip() else not shown.strip()


@settings(deadline=None, max_examples=500)
@given(st.data())
def test_a_slip_never_breaks_reading(data: st.DataObject) -> None:
    text = REPORT
    for _ in range(data.draw(st.integers(1, 4))):
        place = data.draw(st.integers(0, len(text)))
        cut = data.draw(st.integers(0, 3))
        new = data.draw(st.text(" \n\t:-'\"[]{},#&*!|>%@`?\\가a1\0\u200b\u2028：", max_size=2))
        text = text[:place] + new + text[place + cut :]
    root, findings = read(text)
    for item in findings:
        assert_readable(item, text)
    assert len({(item.code, item.at) for item in findings}) == len(findings)
    assert root is not None or findings
    comments(PATH, text.encode())
    for scalar in scalars(root):
        scalar.locate(0, len(scalar.text))


@settings(deadline=None, max_examples=200)
@given(st.binary(max_size=60))
def test_any_bytes_are_read(data: bytes) -> None:
    root, findings = read_yaml(PATH, data)
    assert root is not None or findings
    assert len(source_lines(data)) >= max((item.at.end_line for item in findings), default=1)


def test_reading_grows_with_the_length_of_the_file() -> None:
    def effort(lines: int) -> int:
        data = (REPORT + "".join(f"항목{number}: 값 {number}\n" for number in range(lines))).encode()
        return calls_of(lambda: read_yaml(PATH, data))

    assert effort(1600) < 5 * effort(400)
