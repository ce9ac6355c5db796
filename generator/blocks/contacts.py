"""연락처: who is in charge, with telephone numbers that can be called from a phone or kept back."""

from __future__ import annotations

import re

from pydantic import Field

from generator.blocks.context import Context
from generator.blocks.options import Flag
from generator.document import Block, Cell, Column, Inlines, Link, Paragraph, Row, Table, Text, plain
from generator.fields import Line, Named, Node, Prose, Several
from generator.source import Scalar

_CALLABLE = re.compile(r"[0-9]{2,4}(?:-[0-9]{3,4}){1,2}")
_LAST_DIGITS = re.compile(r"[0-9](?=[^0-9]*(?:[0-9][^0-9]*){0,3}$)")


class Contact(Node):
    """One person."""

    name: Line = Field(alias="이름", description="담당자의 이름입니다.", examples=["홍길동"])
    phone: Line | None = Field(None, alias="전화", description="전화번호입니다.", examples=["02-123-4567"])


class Contacts(Node):
    """연락처. 사업 담당자의 소속과 이름, 전화번호를 표로 보여 줍니다."""

    affiliation: Named[Line] = Field(
        default_factory=dict,
        alias="소속",
        description="담당자의 소속입니다. 왼쪽에 머리글을, 오른쪽에 이름을 적습니다.",
        examples=["{실·국: 경제실, 부서명: 공정경제과}"],
    )
    people: Named[Contact] = Field(
        alias="담당자",
        description="직위를 적고 그 아래에 이름과 전화번호를 적습니다.",
        examples=["\n  과장: {이름: 홍길동, 전화: 02-123-4567}"],
    )
    phone_shown: Flag = Field(
        True,
        alias="전화 공개",
        description="전화번호를 모두 보일지 정합니다. '아니오'로 적으면 끝 네 자리를 가립니다.",
        examples=["예"],
    )
    notes: Several[Prose] = Field(
        (), alias="주", description="표 아래에 '※'로 적을 설명입니다.", examples=["부서명은 예산서 기준"]
    )


def compose(block: Contacts, context: Context) -> tuple[Block, ...]:
    """Draw the table: affiliation first, then a column for each position."""
    names = (*block.affiliation, *block.people)
    head = Row(tuple(Cell(context.cell(name), scope="col", at=name.at) for name in names))
    places = (Cell(context.cell(value), at=value.at) for value in block.affiliation.values())
    people = (_person(person, block.phone_shown, context) for person in block.people.values())
    notes = context.notes(block.notes)
    columns = tuple(Column() for _ in names)
    body = (Row((*places, *people)),)
    return (Table(context.caption or "담당자", columns, (head,), body, style="contacts", notes=notes, at=block.at),)


def _person(person: Contact, shown: bool, context: Context) -> Cell:
    lines = [Paragraph(context.line(person.name))]
    if person.phone is not None:
        lines.append(Paragraph(_phone(person.phone, shown, context)))
    return Cell(tuple(lines), at=person.at)


def _phone(phone: Scalar, shown: bool, context: Context) -> Inlines:
    written = context.line(phone)
    number = plain(written).strip()
    if not shown:
        return (Text(_LAST_DIGITS.sub("*", number)),)
    return (Link(f"tel:{number}", written),) if _CALLABLE.fullmatch(number) else written
