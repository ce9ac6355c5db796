"""programs.yml: which programmes of different reports are one, and where else a programme is told of.

    사업 목록:
      - id: public-work
        이름: 안심일자리
        전 이름: 공공근로사업
        같은 사업: public-work-plan                 ids that differ but mean the same programme
        까닭: 계획과 실적의 이름이 같습니다.
        실린 곳:                                     reports in which it is a part of another programme
          - 보고서: 2022/jobs-economy
            자리: public-jobs
            열: 안심일자리
            값: {예산액: 예산, 선발인원: 선발인원}   measure: where it stands

Programmes with the same id in several reports are joined without an entry.
"""

from __future__ import annotations

import re
from typing import Annotated, Any

from pydantic import AfterValidator, Field, model_validator
from pydantic_core import PydanticCustomError

from generator.blocks.options import Flag
from generator.fields import Line, Named, Node, Several, Slug
from generator.source import Scalar

_UNIT = re.compile(r"^(?P<name>.+?)\s*\((?P<unit>[^()]{1,6})\)$")


def _year(scalar: Scalar) -> Scalar:
    word = scalar.text.strip()
    if not re.fullmatch(r"(19|20)\d{2}", word):
        hint = "네 자리 숫자로 적으세요. 보기: 2020"
        raise PydanticCustomError("year", "'{word}'은(는) 연도가 아닙니다.", {"word": word, "hint": hint})
    return scalar


class Place(Node):
    """사업이 다른 사업의 한 부분이나 표의 한 줄로 실린 곳."""

    report: Line = Field(alias="보고서", description="보고서의 폴더입니다.", examples=["2022/jobs-economy"])
    division: Line = Field(
        alias="자리",
        description="그 보고서에서 찾을 곳입니다. 사업의 id나 제목, 또는 절의 제목을 적습니다.",
        examples=["public-jobs"],
    )
    year: Annotated[Line, AfterValidator(_year)] | None = Field(
        None,
        alias="연도",
        description="보고서와 다른 해의 값일 때 그 해를 적습니다. 지난 해의 결산이나 전년도 예산이 그렇습니다.",
        examples=["2020"],
    )
    name: Line | None = Field(
        None, alias="이름", description="그 보고서에서 쓴 이름이 위의 이름과 다를 때 적습니다.", examples=["안심일자리"]
    )
    column: Line | None = Field(
        None,
        alias="열",
        description="표에서 이 사업을 적은 열의 이름입니다. '값'의 오른쪽에는 행의 이름을 적습니다.",
        examples=["안심일자리"],
    )
    row: Line | None = Field(
        None,
        alias="행",
        description="표에서 이 사업을 적은 행의 이름입니다. '값'의 오른쪽에는 열의 이름을 적습니다. '열'과 함께 쓰지 "
        "않습니다.",
    )
    item: Line | None = Field(
        None,
        alias="항목",
        description="이 사업을 적은 ○ 항목의 첫머리입니다. 그 항목의 글을 사업 이력에 싣습니다.",
    )
    values: Named[Line] = Field(
        default_factory=dict,
        alias="값",
        description="왼쪽에 값의 이름을, 오른쪽에 그 값이 적힌 행이나 열, 항목의 이름을 적습니다. 값 자체는 적지 않고 "
        "보고서에서 읽습니다. 한 곳에 숫자가 여럿이면 왼쪽 이름에 단위를 붙입니다. 보기: '취업 인원(명)'",
        examples=["{예산액: 예산, 선발인원: 선발인원}"],
    )

    @model_validator(mode="before")
    @classmethod
    def _one_way_into_the_table(cls, data: Any) -> Any:
        if isinstance(data, dict) and "열" in data and "행" in data:
            hint = "사업이 표의 한 열이면 '열'만, 한 행이면 '행'만 남기세요. 다른 쪽의 이름은 '값'에 적습니다."
            raise PydanticCustomError("one_way", "'열'과 '행'을 함께 적었습니다.", {"hint": hint})
        return data


class Lineage(Node):
    """여러 보고서에 걸쳐 이어지는 사업 하나."""

    id: Slug = Field(
        alias="id",
        description="사업의 고유 이름이며 사업 이력의 주소가 됩니다. 보고서에 이 id의 사업이 있으면 이어집니다.",
        examples=["public-work"],
    )
    name: Line = Field(alias="이름", description="지금 쓰는 이름입니다.", examples=["안심일자리"])
    former: Several[Line] = Field(
        (),
        alias="전 이름",
        description="예전에 쓰던 이름입니다. 여럿이면 목록으로 적습니다.",
        examples=["공공근로사업"],
    )
    joined: Several[Slug] = Field(
        (),
        alias="같은 사업",
        description="id는 다르지만 같은 사업인 것의 id입니다. 여럿이면 목록으로 적습니다.",
        examples=["public-work-plan"],
    )
    reason: Line = Field(
        alias="까닭",
        description="왜 같은 사업으로 보는지 한 문장으로 적습니다. 사업 이력에 그대로 나옵니다.",
        examples=["계획과 실적의 이름이 같습니다."],
    )
    inferred: Flag = Field(
        False,
        alias="추정",
        description="보고서에 이어진다고 적혀 있지 않아 미루어 이은 것이면 '예'로 적습니다.",
        examples=["예"],
    )
    institution: Line | None = Field(
        None,
        alias="기관",
        description="organization.yml의 기관이 아니라 다른 기관의 사업일 때만 적습니다.",
        examples=["서울특별시"],
    )
    places: tuple[Place, ...] = Field(
        (), alias="실린 곳", description="사업이 다른 사업의 한 부분이나 표의 한 줄로 실린 곳들입니다."
    )


class Lineages(Node):
    """사업 이력. 이름이나 id가 달라도 같은 사업인 것을 잇는 programs.yml입니다."""

    programmes: tuple[Lineage, ...] = Field(alias="사업 목록", description="이력을 이을 사업들입니다.")


def name_and_unit(measure: str) -> tuple[str, str]:
    """Split a measure's name from its unit: `취업 인원(명)` is 취업 인원 in 명; no unit is empty."""
    matched = _UNIT.match(" ".join(measure.split()))
    return (matched["name"], matched["unit"]) if matched else (" ".join(measure.split()), "")
