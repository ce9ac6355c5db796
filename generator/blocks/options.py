"""Values of block options: a small number, yes or no."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Annotated

from pydantic import AfterValidator, WithJsonSchema
from pydantic_core import PydanticCustomError

from generator.fields import Line
from generator.notation.number import fold_width
from generator.source import Scalar

_MOST_DECIMALS = 6
_YES = {"예": True, "아니오": False, "아니요": False, "함": True, "하지 않음": False}


def _count(scalar: Scalar) -> int:
    text = fold_width(scalar.text).strip()
    if not re.fullmatch(r"[0-9]", text):
        hint = "0부터 9까지의 숫자 하나를 적으세요."
        raise PydanticCustomError("count", "'{text}'은(는) 쓸 수 없는 값입니다.", {"text": text, "hint": hint})
    return int(text)


def _decimals(scalar: Scalar) -> int:
    count = _count(scalar)
    if count > _MOST_DECIMALS:
        hint = f"0부터 {_MOST_DECIMALS}까지 적을 수 있습니다."
        raise PydanticCustomError("decimals", "소수 {count}자리는 너무 많습니다.", {"count": count, "hint": hint})
    return count


def _flag(scalar: Scalar) -> bool:
    word = scalar.text.strip()
    if word not in _YES:
        hint = "'예' 또는 '아니오'로 적으세요."
        raise PydanticCustomError("flag", "'{word}'은(는) 쓸 수 없는 값입니다.", {"word": word, "hint": hint})
    return _YES[word]


_NUMBER = WithJsonSchema({"type": ["integer", "string"]})

if TYPE_CHECKING:
    Count = int
    Decimals = int
    Flag = bool
else:
    Count = Annotated[Line, AfterValidator(_count), _NUMBER]
    Decimals = Annotated[Line, AfterValidator(_decimals), _NUMBER]
    Flag = Annotated[Line, AfterValidator(_flag)]
