"""A report as staff write it: 보고서.yml, its sections, and the programmes in them."""

from __future__ import annotations

from typing import Annotated

from pydantic import AfterValidator, Field, WithJsonSchema
from pydantic_core import PydanticCustomError

from generator.blocks.budget import Budget
from generator.blocks.options import Flag
from generator.content import Content
from generator.editions import FURTHER, find_edition
from generator.fields import Line, Named, Node, Prose, Several, Slug, nearest
from generator.kinds import KINDS
from generator.notation.particle import with_particle
from generator.source import Scalar


def _kind(scalar: Scalar) -> Scalar:
    word = scalar.text.strip()
    if word not in KINDS:
        near = nearest(word, KINDS)
        meant = f"{with_particle(near, '을/를', quote=True)} 쓰려던 것입니까? " if near else ""
        raise PydanticCustomError(
            "kind",
            "'{word}' 종류는 없습니다.",
            {"word": word, "hint": f"{meant}쓸 수 있는 종류: {', '.join(KINDS)}"},
        )
    return scalar


Kind = Annotated[Line, AfterValidator(_kind)]


class Programme(Node):
    """사업 하나. 인쇄본에서는 새 쪽에서 시작합니다."""

    title: Line = Field(alias="사업명", description="사업의 이름입니다.", examples=["희망이 되는 안정적 일자리 지원"])
    id: Slug = Field(
        alias="id",
        description="해마다 똑같이 쓰는 사업의 고유 이름입니다. 영어 소문자, 숫자, 붙임표만 씁니다. "
        "누리집 주소와 사업 이력이 이 이름으로 이어집니다.",
        examples=["stable-jobs"],
    )
    team: Line | None = Field(
        None, alias="담당팀", description="제목 오른쪽에 적을 담당팀입니다.", examples=["일자리창출팀"]
    )
    purpose: Prose | None = Field(
        None,
        alias="목적",
        description="제목 아래 상자에 적을 목적입니다. 두세 줄이 알맞습니다.",
        examples=[">-\n지역 내 좋은 일자리 발굴을 통해 … 조성하고자 함"],
    )
    body: Named[Content] = Field(
        default_factory=dict,
        alias="본문",
        description="□ 제목과 그 아래 내용입니다. 제목마다 글이나 블록을 적습니다.",
        examples=["\n사업개요: |\n  ○ 사업기간: 2022. 1.~ 12."],
    )
    content: Content | None = Field(
        None,
        alias="내용",
        description="□ 제목 없이 바로 적을 내용입니다. □로 시작하는 줄을 적으면 그 줄이 제목이 됩니다.",
        examples=["|\n○ 추진기간: 연중"],
    )
    budget: Budget | None = Field(None, alias="예산현황", description="사업의 예산액과 집행액입니다.")
    required_budget: Budget | None = Field(None, alias="소요예산", description="사업에 드는 예산입니다.")
    footnotes: Named[Prose] = Field(
        default_factory=dict,
        alias="각주",
        description="본문이나 제목의 [^1] 자리에 달 설명입니다. 왼쪽에 번호를, 오른쪽에 설명을 적습니다.",
        examples=["{1: 실시간 방송으로 상품을 판매하는 통로}"],
    )


class Division(Node):
    """절. 번호가 붙는 제목 아래에 내용, 아래 절, 사업을 담습니다."""

    title: Line = Field(
        alias="제목", description="제목입니다. 번호는 자동으로 붙습니다.", examples=["주요업무 추진실적"]
    )
    body: Named[Content] = Field(
        default_factory=dict,
        alias="본문",
        description="작은 제목과 그 아래 내용입니다.",
        examples=["\n조직:\n  조직도:\n    이름: 일자리경제과"],
    )
    content: Content | None = Field(
        None,
        alias="내용",
        description="제목 바로 아래에, 작은 제목 없이 적을 내용입니다.",
        examples=["|\n○ 추진기간: 연중"],
    )
    divisions: tuple[Division, ...] = Field((), alias="절", description="아래에 두는 절입니다.")
    programmes: tuple[Programme, ...] = Field(
        (), alias="사업", description="이 자리에 실을 사업입니다. 적은 순서대로 번호가 붙습니다."
    )
    footnotes: Named[Prose] = Field(default_factory=dict, alias="각주", description="[^1] 자리에 달 설명입니다.")


class Section(Division):
    """보고서의 한 부(Ⅰ, Ⅱ, Ⅲ). 파일 하나가 한 부입니다."""

    kind: Kind | None = Field(
        None, alias="종류", description="이 부의 보고 종류가 보고서와 다를 때만 적습니다.", examples=["추진실적"]
    )
    contents: Flag = Field(
        True,
        alias="차례",
        description="사업이 있는 부의 첫머리에 사업 차례를 넣을지 정합니다. '예' 또는 '아니오'.",
        examples=["아니오"],
    )


class Cover(Node):
    """표지에 적을 내용. 적지 않은 것은 보고서의 제목과 부서로 채웁니다."""

    title: Line | None = Field(None, alias="제목", description="표지 제목입니다.", examples=["2022년 주요업무 보고"])
    subtitle: Line | None = Field(
        None, alias="부제", description="제목 위에 작게 적을 말입니다.", examples=["구의회 보고자료"]
    )
    date: Line | None = Field(None, alias="날짜", description="표지에 적을 날짜입니다.", examples=["2022. 9."])
    organization: Line | None = Field(
        None, alias="발행 기관", description="표지 아래에 적을 기관과 부서입니다.", examples=["일자리경제과"]
    )


_LICENCE_TYPES = ("0", "1", "2", "3", "4")


def _licence_type(scalar: Scalar) -> Scalar:
    if scalar.text.strip() not in _LICENCE_TYPES:
        raise PydanticCustomError(
            "licence",
            "'{word}'은(는) 공공누리 유형이 아닙니다.",
            {"word": scalar.text.strip(), "hint": "0부터 4까지의 숫자 하나를 적으세요."},
        )
    return scalar


class Licence(Node):
    """공공누리(공공저작물 자유이용허락 표시). 유형마다 이용 조건이 정해져 있습니다."""

    type: Annotated[Line, AfterValidator(_licence_type)] = Field(
        alias="유형",
        description="공공누리 유형입니다. 0은 조건 없음, 1은 출처표시, 2는 출처표시와 상업적 이용금지, "
        "3은 출처표시와 변경금지, 4는 출처표시와 상업적 이용금지와 변경금지입니다.",
        examples=["1"],
        json_schema_extra={"type": ["integer", "string"], "pattern": "^[0-4]$", "minimum": 0, "maximum": 4},
    )
    training: Flag = Field(
        False,
        alias="인공지능 학습",
        description="공공누리 인공지능(AI) 유형을 함께 표시하는지입니다. '예'면 인공지능 학습에는 유형의 조건 없이 "
        "쓸 수 있습니다.",
        examples=["예"],
    )


def _edition(scalar: Scalar) -> Scalar:
    if find_edition(scalar.text) is None:
        raise PydanticCustomError(
            "edition",
            "{word} 인쇄본은 없습니다.",
            {
                "word": with_particle(scalar.text.strip(), "이라는/라는", quote=True),
                "hint": f"쓸 수 있는 인쇄본: {_EDITION_NAMES}",
            },
        )
    return scalar


def _distinct(scalars: tuple[Scalar, ...]) -> tuple[Scalar, ...]:
    names = [edition.name for scalar in scalars if (edition := find_edition(scalar.text))]
    if twice := next((name for name in names if names.count(name) > 1), None):
        raise PydanticCustomError(
            "edition_twice",
            "{word} 두 번 적었습니다.",
            {"word": with_particle(twice, "을/를", quote=True), "hint": "한 번만 남기고 지우세요."},
        )
    return scalars


_EDITION_NAMES = ", ".join(edition.name for edition in FURTHER)
EditionName = Annotated[
    Line, AfterValidator(_edition), WithJsonSchema({"type": "string", "enum": [it.name for it in FURTHER]})
]


class Report(Node):
    """보고서의 기본 정보. 보고서 폴더마다 하나씩 있는 보고서.yml입니다."""

    title: Line = Field(alias="제목", description="보고서의 제목입니다.", examples=["2022년 주요업무 보고"])
    department: Slug = Field(
        alias="부서",
        description="organization.yml에 적은 부서의 id입니다.",
        examples=["jobs-economy"],
    )
    kind: Kind = Field(
        alias="종류", description=f"보고 종류입니다. 쓸 수 있는 값: {', '.join(KINDS)}", examples=["추진실적"]
    )
    basis: Line | None = Field(
        None, alias="기준일", description="실적과 집행액의 기준일입니다.", examples=["2022. 8. 31."]
    )
    published: Line | None = Field(
        None, alias="발행일", description="보고서를 펴낸 날입니다.", examples=["2022. 9. 15."]
    )
    licence: Licence | None = Field(
        None, alias="공공누리", description="이 보고서의 이용 조건이 organization.yml에 적은 것과 다를 때만 적습니다."
    )
    sections: Several[Line] = Field(
        alias="구성",
        description="부의 파일 이름을 싣는 순서대로 적습니다. '.yml'은 빼고 적습니다.",
        examples=["\n- 일반현황\n- 추진실적"],
    )
    part_number: Line | None = Field(
        None, alias="부 번호", description="부 번호의 모양입니다. 적지 않으면 보고 종류를 따릅니다.", examples=["Ⅰ."]
    )
    cover: Cover | None = Field(None, alias="표지", description="표지에 적을 내용입니다.")
    editions: Annotated[Several[EditionName], AfterValidator(_distinct)] = Field(
        (),
        alias="인쇄본",
        description="기본 PDF에 더해 만들 인쇄본입니다. '큰글자판'은 모든 글자를 130%로 키운 것이고, '1장 요약'은 "
        "사업마다 목적, 예산, 주요 실적이나 계획을 A4 한 장에 담은 것입니다. 둘 다 만들려면 목록으로 적습니다.",
        examples=["\n- 큰글자판\n- 1장 요약"],
    )
    origin: Prose | None = Field(
        None,
        alias="출처",
        description="이 자료의 원문이 무엇인지 적습니다. 누리집에만 나옵니다.",
        examples=["2022년 가을 구의회 보고"],
    )
    notation_check: Flag = Field(
        True,
        alias="표기 검사",
        description="이미 펴낸 보고서를 그대로 옮긴 것이면 '하지 않음'으로 적습니다. 띄어쓰기와 부호, 날짜의 모양을 "
        "검사하지 않고 'check --fix'로 고치지도 않습니다. 숫자는 그대로 검사합니다.",
        examples=["하지 않음"],
    )
