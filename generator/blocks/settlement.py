"""결산표: settlements of several years, with what was at disposal and what is left computed.

The identities are those of the settlement statements of local finance: 예산현액 is the final budget with what was
carried over and moved in, and what is neither spent nor carried over again is left (집행잔액, 불용액).
"""

from __future__ import annotations

from dataclasses import replace

from pydantic import Field

from generator.blocks.context import Context
from generator.blocks.table import TableBlock, compute, read_table
from generator.document import Block, Table
from generator.fields import Prose
from generator.sheet import Formula, examine

_AVAILABLE = (
    "최종예산+전년이월+예산변경",
    "예산액+전년이월+예산변경",
    "예산액+전년도이월액+예비비+이용전용이체",
    "예산액+전년도이월액+예비비",
    "예산액+전년도이월액",
    "예산액+전년이월",
)
_LEFT = (
    "예산현액-집행액-차년이월",
    "예산현액-집행액-다음연도이월액",
    "예산현액-지출액-다음연도이월액",
    "예산현액-지출액-이월액",
    "예산현액-집행액-이월액",
    "예산현액-집행액",
    "예산현액-지출액",
)
_RULES = (
    ("예산현액", _AVAILABLE),
    ("집행잔액", _LEFT),
    ("불용액", _LEFT),
    ("집행률", ("집행액/예산현액", "지출액/예산현액")),
)


class Settlement(TableBlock):
    """결산표. 연도별 예산과 집행액을 적으면 예산현액과 집행잔액을 계산합니다."""

    rows: Prose = Field(
        alias="표",
        description="연도를 한 줄에 하나씩 적습니다. '예산현액', '집행잔액', '집행률'은 비워 두면 계산합니다.",
        examples=[
            "|\n| 연도 | 최종예산 | 전년이월 | 예산변경 | 예산현액 | 집행액 | 차년이월 | 집행잔액 |\n"
            "|---|---|---|---|---|---|---|---|\n| 2020 | 4,680 | 0 | 39 | | 4,208 | 0 | |"
        ],
    )


def compose(block: Settlement, context: Context) -> tuple[Block, ...]:
    """Draw the table; the unit is the office's own where none is written."""
    table = read_table(block, context, "settlement")
    if table is None:
        return ()
    table = compute(table, block, context, _rules_for(table))
    return (replace(table, unit=table.unit or f"단위: {context.house.unit}"),)


def _rules_for(table: Table) -> tuple[Formula, ...]:
    """Choose for each figure the first rule whose columns the table has."""
    chosen = []
    for target, expressions in _RULES:
        candidates = (Formula(target, expression) for expression in expressions)
        chosen += [formula for formula in candidates if examine(table, formula) is None][:1]
    return tuple(chosen)
