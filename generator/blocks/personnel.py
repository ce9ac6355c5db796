"""인력표: posts and staff by job group and grade, with the difference computed."""

from __future__ import annotations

from dataclasses import replace

from generator.blocks.context import Context
from generator.blocks.table import TableBlock, draw
from generator.document import Block
from generator.sheet import Formula

FORMULAS = (Formula("계", "합계"), Formula("과부족", "현원-정원", adds_row=True))
"""과부족 is staff less posts: a surplus is positive, a shortage △ (the custom of 정원·현원 tables)."""


class Personnel(TableBlock):
    """인력표. 직급별 정원과 현원을 적으면 과부족과 계를 계산합니다."""


def compose(block: Personnel, context: Context) -> tuple[Block, ...]:
    """Draw the matrix; 과부족 and 계 are filled where they are not written."""
    table = draw(block, context, FORMULAS, style="personnel")
    return (replace(table, caption=table.caption or "인력"),) if table else ()
