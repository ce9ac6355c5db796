"""인력표: posts and staff by job group and grade, with the difference computed."""

from __future__ import annotations

from dataclasses import replace

from pydantic import Field

from generator.blocks.context import Context
from generator.blocks.options import Flag
from generator.blocks.table import TableBlock, draw
from generator.document import Block
from generator.fields import Prose
from generator.sheet import Formula

TOTAL = Formula("계", "합계")
DIFFERENCE = Formula("과부족", "현원-정원", adds_row=True)
"""과부족 is staff less posts: a surplus is positive, a shortage △ (the custom of 정원·현원 tables)."""


class Personnel(TableBlock):
    """인력표. 직급별 정원과 현원을 적으면 과부족과 계를 계산합니다."""

    rows: Prose = Field(
        alias="표",
        description="직급을 머리글에, '정원'과 '현원'을 줄에 적습니다. '과부족'과 '계'는 비워 두면 계산합니다.",
        examples=["|\n| 구분 | 계 | 5급 | 6급 |\n|---|---|---|---|\n| 정원 | | 1 | 4 |\n| 현원 | | 1 | 3 |"],
    )
    difference: Flag = Field(
        True,
        alias="과부족",
        description="정원과 현원의 차이를 적은 줄을 넣을지 정합니다. '예' 또는 '아니오'.",
        examples=["아니오"],
    )


def compose(block: Personnel, context: Context) -> tuple[Block, ...]:
    """Draw the matrix; 과부족 and 계 are filled where they are not written."""
    difference = DIFFERENCE if block.difference else replace(DIFFERENCE, adds_row=False)
    table = draw(block, context, (TOTAL, difference), style="personnel")
    return (replace(table, caption=table.caption or "인력"),) if table else ()
