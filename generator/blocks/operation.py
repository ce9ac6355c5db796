"""운영체계도: how something is run together: its name, the branches with who does what, and what all of them share."""

from __future__ import annotations

from pydantic import Field

from generator.blocks.context import Context
from generator.blocks.organization import duty_lines
from generator.document import Block, Operation, Unit, plain
from generator.fields import Line, Node, Prose


class Shared(Node):
    """The bar below the branches."""

    name: Line = Field(alias="이름", description="함께 하는 일의 이름입니다.", examples=["민관 협력 사업 추진"])
    note: Line | None = Field(None, alias="설명", description="덧붙일 말입니다.", examples=["공공구매 활성화 등"])


class Branch(Node):
    """One branch."""

    name: Line = Field(alias="이름", description="갈래의 이름입니다.", examples=["공간지원·시설관리"])
    actor: Line | None = Field(None, alias="주체", description="맡은 곳입니다.", examples=["사회적경제팀"])
    duties: Prose | None = Field(
        None, alias="업무", description="맡은 일입니다. 한 줄에 하나씩 적습니다.", examples=["|\n- 입주기업 모집"]
    )


class OperationBlock(Node):
    """운영체계도. 기관 하나를 여러 곳이 나누어 맡아 운영하는 모습을 상자 그림으로 보여 줍니다."""

    name: Line = Field(alias="이름", description="운영하는 기관의 이름입니다.", examples=["사회적경제지원센터"])
    branches: tuple[Branch, ...] = Field(
        alias="갈래",
        description="나누어 맡은 일을 하나씩 적습니다.",
        examples=["\n  - {이름: 공간지원, 주체: 사회적경제팀, 업무: 입주기업 모집}\n  - {이름: 교육, 주체: 민간위탁}"],
    )
    shared: Shared | None = Field(
        None,
        alias="함께",
        description="모두 함께 하는 일을 그림 아래에 적습니다.",
        examples=["{이름: 민관 협력 사업 추진, 설명: 공공구매 활성화 등}"],
    )


def compose(block: OperationBlock, context: Context) -> tuple[Block, ...]:
    """Draw the diagram."""
    branches = tuple(
        Unit(plain(context.line(it.name)), plain(context.line(it.actor)), duty_lines(it.duties, context))
        for it in block.branches
    )
    name = plain(context.line(block.name))
    shared = block.shared
    base = Unit(plain(context.line(shared.name)), plain(context.line(shared.note))) if shared else None
    return (Operation(f"{name} 운영체계", Unit(name, units=branches), base, block.at),)
