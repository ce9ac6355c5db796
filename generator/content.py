"""What stands under a heading: text, a block, or a list of both.

일반현황: |            text
  ○ …
조직:
  조직도: {…}          a block
예산현황:
  - ○ 총괄             text and blocks in turn
  - 예산표: {…}
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, Any, TypeAlias

from pydantic import AfterValidator, Discriminator, Tag, create_model
from pydantic import Field as PydanticField
from pydantic_core import PydanticCustomError

from generator.blocks import BLOCKS, BlockKind
from generator.blocks.context import Context
from generator.document import Block, plain
from generator.fields import Node, Prose
from generator.markup import ProseTopic
from generator.source import Scalar


@dataclass(frozen=True, slots=True)
class BlockUse:
    """A block as it is used: its kind and what was written under its key."""

    kind: BlockKind
    model: Node


Piece: TypeAlias = Scalar | BlockUse


@dataclass(frozen=True, slots=True)
class Composed:
    """Content, finished: blocks before the first □, and the topics that □ lines open."""

    blocks: tuple[Block, ...]
    topics: tuple[ProseTopic, ...]


def compose_content(pieces: tuple[Piece, ...], context: Context) -> Composed:
    """Compose the pieces in order; a block that follows a □ line of the text before it belongs to that topic."""
    blocks: list[Block] = []
    topics: list[ProseTopic] = []
    for piece in pieces:
        here = context.under(plain(topics[-1].title)) if topics else context
        if isinstance(piece, Scalar):
            prose = context.prose(piece)
            _append(blocks, topics, prose.blocks)
            topics.extend(prose.topics)
        else:
            _append(blocks, topics, piece.kind.compose(piece.model, here))
    return Composed(tuple(blocks), tuple(topics))


def _append(blocks: list[Block], topics: list[ProseTopic], more: tuple[Block, ...]) -> None:
    if topics and more:
        last = topics[-1]
        topics[-1] = ProseTopic(last.title, last.suffix, (*last.blocks, *more), last.at)
    else:
        blocks.extend(more)


def _one_block(entry: Node) -> BlockUse:
    used = [kind for kind in BLOCKS if getattr(entry, _field_name(kind)) is not None]
    if len(used) != 1:
        listed = ", ".join(kind.key for kind in BLOCKS)
        raise PydanticCustomError(
            "one_block",
            "블록은 한 자리에 하나만 쓸 수 있습니다.",
            {"hint": f"여럿이면 '-'로 나누어 적으세요. 블록: {listed}"},
        )
    return BlockUse(used[0], getattr(entry, _field_name(used[0])))


def _field_name(kind: BlockKind) -> str:
    return kind.model.__name__.lower()


def _flat(value: Any) -> tuple[Piece, ...]:
    return tuple(value) if isinstance(value, list) else (value,)


def _shape_tag(value: Any) -> str:
    if isinstance(value, dict | Node):
        return "@block"
    return "@list" if isinstance(value, list) else "@text"


_FIELDS: dict[str, Any] = {
    _field_name(kind): (kind.model | None, PydanticField(None, alias=kind.key, description=kind.model.__doc__))
    for kind in BLOCKS
}

BlockEntry: type[Node] = create_model(
    "BlockEntry", __base__=Node, __doc__="블록 하나. 블록 이름을 적고 그 아래에 내용을 적습니다.", **_FIELDS
)

if TYPE_CHECKING:
    Content: TypeAlias = tuple[Piece, ...]
else:
    _Block = Annotated[BlockEntry, AfterValidator(_one_block), Tag("@block")]
    _Text = Annotated[Prose, Tag("@text")]
    _Piece = Annotated[_Block | _Text, Discriminator(_shape_tag)]
    Content = Annotated[
        _Block | _Text | Annotated[list[_Piece], Tag("@list")], Discriminator(_shape_tag), AfterValidator(_flat)
    ]
"""What a field of content holds: pieces in their order."""
