"""Blocks: what they draw, and what they say about wrong input."""

from __future__ import annotations

from decimal import Decimal

import pytest

from generator.blocks import BLOCKS
from generator.blocks.estimate import Estimate, estimate_relations
from generator.blocks.estimate_line import calculate
from generator.document import Link, Operation, Process, Table, block_text
from generator.fields import Node, read_model
from generator.house import House
from generator.outputs.data.report_json import report_data
from generator.outputs.templating import environment
from generator.source import read_yaml
from tests.blocks.reading import compose_yaml, draw_table
from tests.cases import Case, cases, mismatches


@pytest.mark.parametrize("case", cases("blocks/drawn"))
def test_drawn(case: Case) -> None:
    blocks, findings = compose_yaml(case.text)
    assert not findings
    (table,) = blocks
    assert isinstance(table, Table)
    assert draw_table(table) == case.blocks[1].text


@pytest.mark.parametrize("case", cases("blocks/findings"))
def test_findings(case: Case) -> None:
    _, findings = compose_yaml(case.text)
    wrong = mismatches(case, findings)
    assert not wrong
    assert all(item.hint for item in findings)


@pytest.mark.parametrize("kind", BLOCKS, ids=[kind.key for kind in BLOCKS])
def test_a_block_of_junk_never_raises(kind: object) -> None:
    for junk in (
        "",
        "[]",
        "{}",
        "글",
        "|\n    |||\n    ^^^",
        "{내용: {}}",
        "{표: '|'}",
        "{단계: []}",
        "{갈래: [], 이름: 가}",
    ):
        _, findings = compose_yaml(f"제목: 현황\n내용:\n  {kind.key}: {junk}\n")  # type: ignore[attr-defined]
        assert all(item.hint and item.at.line <= 6 for item in findings), junk


def test_options_set_widths_and_decimals() -> None:
    (table,), findings = compose_yaml(
        "제목: 현황\n내용:\n  표:\n    너비: 40, 30, 20, 10\n    소수: 2\n"
        "    계산: {집행률: 집행액/예산액}\n    표: |\n"
        "      | 구분 | 예산액 | 집행액 | 집행률(%) |\n      |---|---|---|---|\n      | 가 | 3 | 1 | |\n"
    )
    assert not findings and isinstance(table, Table)
    assert [column.width for column in table.columns] == [40, 30, 20, 10]
    assert draw_table(table).splitlines()[1] == "plain: 가 | 3 | 1 | 33.33*"


def test_figures_of_indicators_are_values() -> None:
    (table,), _ = compose_yaml(
        "제목: 현황\n내용:\n  성과표:\n    표: |\n"
        "      | 지표 | 2020년 목표 | 2020년 실적 |\n      |---|---|---|\n"
        "      | 계약 | 100억원 | 101.5억원 |\n      | 운영 | 50회 | 928명 |\n      | 개최 | 3건 | - |\n"
    )
    assert isinstance(table, Table)
    values = [[cell.value for cell in row.cells[1:]] for row in table.body]
    assert values == [[100, Decimal("101.5")], [50, None], [3, 0]]


CALCULATIONS = (
    ("59,500,000원*2개소", 119_000_000),
    ("100천원*7명*4회", 2_800_000),
    ("(250,000원+50,000원)×4회", 1_200_000),
    ("50,500원 x 3개", 151_500),
    ("10천원/월*12월", 120_000),
    ("1,000천원*30%", 300_000),
    ("3,000천원(강사료)*2회(상·하반기)", 6_000_000),
    ("3,600,000원", 3_600_000),
    ("2백만원/2", 1_000_000),
    ("7명*4회", None),
    ("8년차 2개소 59,500,000원*2개소", None),
    ("1,478천원×지원요율/1인", None),
    ("1,00천원*2", None),
    ("100천원*(2", None),
)


@pytest.mark.parametrize(("text", "won"), CALCULATIONS, ids=[text for text, _ in CALCULATIONS])
def test_calculations_are_in_won(text: str, won: int | None) -> None:
    assert calculate(text) == won


ESTIMATE = """\
단위: 천원
내용:
  보상금: |
    ○ 운영 = 210천원
      - 수당 100천원*1명 = 100천원
      - 속기 100,400원*1회 = 100천원
"""


def test_written_results_are_compared_with_their_calculations() -> None:
    tree, _ = read_yaml("사례.yml", ESTIMATE.encode())
    assert tree is not None
    block, _ = read_model(Estimate, tree)
    assert block is not None
    found = estimate_relations(block, House())
    shown = [(r.label, int(r.written), int(r.computed), r.at.line if r.at else 0) for r in found]
    assert shown == [
        ("'보상금'의 '운영'", 210_000, 200_000, 4),
        ("'보상금'의 '수당 100천원*1명'", 100_000, 100_000, 5),
        ("'보상금'의 '속기 100,400원*1회'", 100_000, 100_000, 6),
    ]
    assert found[0].operands == "100,000원 + 100,000원"


def test_phone_numbers_can_be_called_or_kept_back() -> None:
    text = "제목: 현황\n내용:\n  연락처:\n    담당자: {과장: {이름: 홍길동, 전화: 02-123-4567}}\n"
    (table,), _ = compose_yaml(text)
    assert isinstance(table, Table)
    phone = table.body[0].cells[0].lines[1]
    assert isinstance(phone[0], Link) and phone[0].href == "tel:02-123-4567"
    (table,), _ = compose_yaml(f"{text}    전화 공개: 아니오\n")
    assert block_text(table).endswith("02-123-****") and "4567" not in repr(table)


DRAWINGS = """\
제목: 현황
내용:
  - 절차:
      단계:
        - {내용: "**신청** 접수", 시기: 1월, 주체: 구청}
        - 내용: 심사
  - 운영체계도:
      이름: 지원센터
      갈래:
        - {이름: 공간, 주체: 정책팀, 업무: "- 모집\\n- 관리"}
        - {이름: 교육}
      함께: {이름: 협력, 설명: 공공구매}
"""


@pytest.mark.parametrize("medium", ["web", "pdf", "browser"])
def test_drawings_print_all_their_text(medium: str) -> None:
    blocks, findings = compose_yaml(DRAWINGS)
    assert not findings
    process, operation = blocks
    assert isinstance(process, Process) and isinstance(operation, Operation)
    made = environment(medium)  # type: ignore[arg-type]
    for block in blocks:
        html = made.from_string("{{ block | draw }}").render(block=block)
        bare = html.replace("\u2060", "")
        assert all(word in bare for word in block_text(block).split())


def test_drawings_are_in_the_data() -> None:
    from generator.document import Division, Document, Role

    blocks, _ = compose_yaml(DRAWINGS)
    part = Division(Role.PART, "part-1", "Ⅰ", (), blocks=blocks)
    document = Document.__new__(Document)
    for name in Document.__dataclass_fields__:
        object.__setattr__(document, name, (part,) if name == "parts" else "")
    process, operation = report_data(document)["parts"][0]["blocks"]  # type: ignore[index]
    assert process["steps"][0] == {"text": "신청 접수", "time": "1월", "actor": "구청"}
    assert [unit["name"] for unit in operation["unit"]["units"]] == ["공간", "교육"]
    assert operation["shared"]["note"] == "공공구매"


def test_every_block_model_is_a_node_of_its_own() -> None:
    names = [kind.model.__name__.lower() for kind in BLOCKS]
    assert len(set(names)) == len(names) and all(issubclass(kind.model, Node) for kind in BLOCKS)
