"""organization.yml: the archive's name, the departments, and the house style of the office."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Annotated

from pydantic import AfterValidator, Field, WithJsonSchema
from pydantic_core import PydanticCustomError

from generator.blocks.options import Flag
from generator.diagnostics import Diagnostic, Related, Severity
from generator.fields import Line, Named, Node, Prose, Several, Slug, words
from generator.house import House
from generator.markup import Marks
from generator.model import Licence
from generator.notation.money import DEFAULT_SOURCES, FundingSource
from generator.notation.particle import with_particle
from generator.notation.unit import find_unit
from generator.source import Scalar


def _unit(scalar: Scalar) -> Scalar:
    if find_unit(scalar.text.strip()) is None:
        raise PydanticCustomError(
            "unit",
            "'{word}'은(는) 돈의 단위가 아닙니다.",
            {"word": scalar.text.strip(), "hint": "원, 천원, 백만원, 억원 가운데 하나를 적으세요."},
        )
    return scalar


_ADDRESS = re.compile(r"https?://[^\s/]+\S*")
_PHONE = re.compile(r"(?:\+82-)?(?:\(?[0-9]{1,4}\)?[- ]?)?(?:[0-9]{3,4}-)?[0-9]{3,4}(?:~[0-9]{1,4})?")
_MOBILE = re.compile(r"(?:\+82-?)?\(?0?1[016789]\)?[- ]?[0-9]{3,4}-?[0-9]{4}")
_EMAIL = re.compile(r"[^@\s]+@[^@\s.]+(?:\.[^@\s.]+)+")


def _web_address(scalar: Scalar) -> Scalar:
    return _shaped(scalar, _ADDRESS, "인터넷 주소", "'https://'로 시작하는 주소를 적으세요. 보기: https://example.org/")


def _phone(scalar: Scalar) -> Scalar:
    if _MOBILE.fullmatch(scalar.text.strip()):
        hint = "누리집에 그대로 실립니다. 담당자의 휴대전화 대신 사무실 전화번호를 적으세요."
        raise PydanticCustomError("mobile", "휴대전화 번호는 적을 수 없습니다.", {"hint": hint})
    return _shaped(scalar, _PHONE, "전화번호", "숫자를 붙임표로 이어 적으세요. 보기: 02-123-4567")


def _email(scalar: Scalar) -> Scalar:
    return _shaped(scalar, _EMAIL, "전자우편 주소", "'@'가 든 주소 하나를 적으세요. 보기: office@example.org")


def _shaped(scalar: Scalar, shape: re.Pattern[str], name: str, hint: str) -> Scalar:
    word = scalar.text.strip()
    if not shape.fullmatch(word):
        raise PydanticCustomError(
            "shape", "'{word}'은(는) {name}가 아닙니다.", {"word": word, "name": name, "hint": hint}
        )
    return scalar


_OFF = "끄기"


def _grade(scalar: Scalar) -> Scalar:
    if scalar.text.strip() not in (_OFF, *Severity):
        raise PydanticCustomError(
            "grade",
            "'{word}'은(는) 쓸 수 없는 값입니다.",
            {"word": scalar.text.strip(), "hint": "끄기, 오류, 주의, 참고 가운데 하나를 적으세요."},
        )
    return scalar


if TYPE_CHECKING:
    Grade = Scalar
else:
    Grade = Annotated[
        Line, AfterValidator(_grade), WithJsonSchema({"type": "string", "enum": [_OFF, *map(str, Severity)]})
    ]


class Site(Node):
    """누리집 첫 화면에 적을 말."""

    name: Line = Field(alias="이름", description="누리집의 이름입니다.", examples=["주요업무 아카이브"])
    heading: Prose = Field(
        alias="표제", description="첫 화면에 크게 적을 말입니다.", examples=["무슨 일을 하고 얼마를 썼는지 찾아봅니다"]
    )
    lead: Prose = Field(
        alias="소개",
        description="이 누리집이 무엇인지 한 문장으로 적습니다.",
        examples=["해마다 내는 주요업무 보고를 한곳에 모았습니다."],
    )
    address: Annotated[Line, AfterValidator(_web_address)] | None = Field(
        None,
        alias="주소",
        description="누리집의 인터넷 주소입니다. 보고서를 인용할 때 쓸 주소를 여기서 만듭니다.",
        examples=["https://example.org/"],
    )
    searches: Several[Line] = Field(
        (),
        alias="찾기 보기",
        description="첫 화면의 찾기 칸 아래에 보기로 보일 말입니다.",
        examples=["\n  - 공공근로\n  - 전통시장"],
    )


class Funding(Node):
    """재원 하나."""

    name: Line = Field(alias="이름", description="재원의 이름입니다.", examples=["시비"])
    short: Line = Field(alias="약칭", description="줄여 쓰는 이름입니다.", examples=["시"])
    aliases: Several[Line] = Field(
        (), alias="다른 이름", description="같은 뜻으로 쓰는 다른 이름입니다.", examples=["광역시비"]
    )


class ContactPoint(Node):
    """부서의 연락처. 누리집에 그대로 실리므로 개인의 것은 적지 않습니다."""

    phone: Annotated[Line, AfterValidator(_phone)] | None = Field(
        None, alias="전화", description="부서의 대표 전화번호입니다.", examples=["02-123-4567"]
    )
    email: Annotated[Line, AfterValidator(_email)] | None = Field(
        None, alias="전자우편", description="부서가 함께 쓰는 전자우편 주소입니다.", examples=["office@example.org"]
    )
    address: Line | None = Field(None, alias="주소", description="사무실의 주소입니다.", examples=["당산로 123, 2층"])


class Team(Node):
    """부서에 딸린 팀 하나와, 그 일을 앞서 맡았던 팀."""

    name: Line = Field(alias="이름", description="팀의 이름입니다.", examples=["일자리창출팀"])
    predecessors: Several[Line] = Field(
        (),
        alias="전신",
        description="이 팀의 일을 앞서 맡았던 팀의 이름입니다. 이 부서의 전신에 있던 팀을 적습니다. "
        "같은 이름의 팀이 여러 부서에 있었으면 부서 이름을 앞에 붙입니다.",
        examples=["일자리정책과 일자리창출팀"],
    )
    inferred: Flag = Field(
        False,
        alias="추정",
        description="전신을 조직 개편 문서로 확인하지 않고 맡은 일을 견주어 미루어 본 것이면 '예'로 적습니다.",
        examples=["예"],
    )


class Department(Node):
    """보고서를 내는 부서 하나."""

    id: Slug = Field(
        alias="id", description="부서의 고유 이름입니다. 영어 소문자, 숫자, 붙임표만 씁니다.", examples=["jobs-economy"]
    )
    name: Line = Field(alias="이름", description="부서의 이름입니다.", examples=["일자리경제과"])
    institution: Line | None = Field(
        None, alias="기관", description="부서가 속한 기관이 위의 기관과 다를 때만 적습니다.", examples=["서울특별시"]
    )
    predecessors: Several[Slug] = Field(
        (), alias="전신", description="이 부서의 일을 앞서 맡았던 부서의 id입니다.", examples=["jobs-policy"]
    )
    start: Line | None = Field(
        None, alias="시작", description="부서가 생긴 때입니다. 아는 만큼 적습니다.", examples=["2019. 1. 1."]
    )
    end: Line | None = Field(
        None, alias="끝", description="부서가 없어진 때입니다. 지금도 있으면 적지 않습니다.", examples=["2022. 12."]
    )
    contact: ContactPoint | None = Field(None, alias="연락처", description="부서의 전화, 전자우편, 사무실 주소입니다.")
    teams: tuple[Team, ...] = Field(
        (),
        alias="팀",
        description="부서의 팀입니다. 앞선 팀을 함께 적으면 부서 쪽에 일이 어떻게 이어졌는지 그림으로 보여 줍니다.",
    )


class Organization(Node):
    """기관 설정. 누리집, 부서, 재원, 글머리 기호를 적는 organization.yml입니다."""

    institution: Line = Field(alias="기관", description="기관의 이름입니다.", examples=["영등포구"])
    site: Site = Field(alias="누리집", description="누리집의 이름과 소개입니다.")
    departments: tuple[Department, ...] = Field(alias="부서 목록", description="보고서를 내는 부서들입니다.")
    licence: Licence | None = Field(
        None,
        alias="공공누리",
        description="보고서를 어떤 조건으로 쓸 수 있는지입니다. 적지 않으면 저작권법 제24조의2를 알립니다.",
    )
    sources: tuple[Funding, ...] = Field(
        (),
        alias="재원",
        description="재원을 적는 순서대로 적습니다. 적지 않으면 국비, 도비, 시비, 군비, 구비, 기금 등을 씁니다.",
    )
    unit: Annotated[Line, AfterValidator(_unit)] | None = Field(
        None, alias="금액 단위", description="표에 단위를 적지 않았을 때의 단위입니다.", examples=["천원"]
    )
    marks: Several[Line] = Field(
        (),
        alias="글머리",
        description="글머리 기호를 큰 것부터 적습니다. 적지 않으면 □, ○, -, ·입니다.",
        examples=["['□', '○', '-', '·']"],
    )
    checks: Named[Grade] = Field(
        default_factory=dict,
        alias="검사",
        description="검사의 이름을 왼쪽에, 끄기·오류·주의·참고 가운데 하나를 오른쪽에 적습니다. "
        "적지 않은 검사는 정해진 대로 합니다.",
        examples=["\n  tilde-space: 끄기"],
    )

    @property
    def severities(self) -> Mapping[str, Severity | None]:
        """How grave the office takes rules, by their code; None for those that it does not want."""
        words = ((name.text.strip(), grade.text.strip()) for name, grade in self.checks.items())
        return {name: None if word == _OFF else Severity(word) for name, word in words}

    def department(self, slug: str) -> Department | None:
        """Find a department by its id."""
        return next((d for d in self.departments if d.id.text.strip() == slug), None)


def repeated_names(organization: Organization | None) -> Iterator[Diagnostic]:
    """Find names that must tell things apart and stand twice: ids of departments, a department's teams, and the names
    of funding sources, each of which may be said in several ways."""
    if organization is None:
        return
    yield from _repeated("부서 id", ((d.id,) for d in organization.departments))
    for department in organization.departments:
        yield from _repeated("팀 이름", ((team.name,) for team in department.teams))
    yield from _repeated("재원 이름", ((s.name, s.short, *s.aliases) for s in organization.sources))


def _repeated(what: str, things: Iterable[tuple[Scalar, ...]]) -> Iterator[Diagnostic]:
    first: dict[str, Scalar] = {}
    for names in things:
        again = next((name for name in names if words(name) in first), None)
        if again is not None:
            message = f"{what} {with_particle(words(again), '을/를', quote=True)} 두 번 적었습니다."
            hint = "하나를 지우거나, 서로 다른 것이면 다른 이름을 쓰세요."
            related = (Related(first[words(again)].at, "먼저 적은 곳입니다."),)
            yield Diagnostic("settings-twice", Severity.ERROR, message, again.at, hint, related)
        first |= {words(name): name for name in names if words(name) not in first}


def house_of(organization: Organization) -> House:
    """Give the house style that an organisation's settings ask for."""
    house = House()
    sources = tuple(_source(funding) for funding in organization.sources) or DEFAULT_SOURCES
    marks = Marks(levels=tuple(m.text.strip() for m in organization.marks)) if organization.marks else house.marks
    unit = organization.unit.text.strip() if organization.unit else house.unit
    return House(sources=sources, marks=marks, unit=unit, rate_decimals=house.rate_decimals)


def _source(funding: Funding) -> FundingSource:
    aliases = tuple(alias.text.strip() for alias in funding.aliases)
    return FundingSource(funding.name.text.strip(), funding.short.text.strip(), aliases)


def with_address(organization: Organization, address: str) -> Organization:
    """Give the same settings for a site at another address: a preview, or a copy on another host."""
    there = Scalar(address, organization.site.at) if address else organization.site.address
    return organization.model_copy(update={"site": organization.site.model_copy(update={"address": there})})
