"""절차: the steps of a procedure in their order, with when and by whom each is taken."""

from __future__ import annotations

from pydantic import Field

from generator.blocks.context import Context
from generator.document import Block, Process, Step, plain
from generator.fields import Line, Node, Prose, words


class ProcessStep(Node):
    """One step."""

    content: Prose = Field(alias="내용", description="무엇을 하는지 적습니다.", examples=["사업 공모 및 신청 접수"])
    time: Line | None = Field(None, alias="시기", description="언제 하는지 적습니다.", examples=["11~12월"])
    actor: Line | None = Field(None, alias="주체", description="누가 하는지 적습니다.", examples=["영등포구"])


class ProcessBlock(Node):
    """절차. 일이 진행되는 순서를 화살표로 이은 그림으로 보여 줍니다."""

    title: Line | None = Field(None, alias="제목", description="그림의 제목입니다.", examples=["지정 절차"])
    steps: tuple[ProcessStep, ...] = Field(
        alias="단계",
        description="단계를 순서대로 적습니다.",
        examples=["\n  - {내용: 신청 접수, 시기: 1월, 주체: 구청}\n  - {내용: 심사, 시기: 2월, 주체: 위원회}"],
    )


def compose(block: ProcessBlock, context: Context) -> tuple[Block, ...]:
    """Draw the steps."""
    if not block.steps:
        context.error("empty-value", "'단계'에 적힌 것이 없습니다.", block.at, "단계를 '-'로 하나씩 적으세요.")
        return ()
    context.line(block.title)
    steps = tuple(
        Step(context.line(step.content), plain(context.line(step.time)), plain(context.line(step.actor)), step.at)
        for step in block.steps
    )
    return (Process(words(block.title) or context.caption or "절차", steps, block.title is not None, block.at),)
