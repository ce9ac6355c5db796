"""Under which terms a report may be used: 공공누리 types, or the law where no type is set.

Types 1 to 4 stand since 2012; type 0 and the mark for AI training came with the revision of 공공저작물 자유이용허락
표시 기준 that 문화체육관광부 announced on 28 January 2026.
"""

from __future__ import annotations

from dataclasses import dataclass

TERMS = "https://www.kogl.or.kr/info/license.do"
"""Where 공공누리 explains its types; the page only links to it."""

_NAMES = {
    0: "제0유형",
    1: "제1유형: 출처표시",
    2: "제2유형: 출처표시, 상업적 이용금지",
    3: "제3유형: 출처표시, 변경금지",
    4: "제4유형: 출처표시, 상업적 이용금지, 변경금지",
}
_CONDITIONS = {
    0: "조건 없이 자유롭게 쓸 수 있습니다.",
    1: "출처를 밝히면 상업적으로도 쓰고 고쳐 쓸 수 있습니다.",
    2: "출처를 밝히면 고쳐 쓸 수 있으나 상업적으로는 쓸 수 없습니다.",
    3: "출처를 밝히면 상업적으로도 쓸 수 있으나 고쳐 쓸 수 없습니다.",
    4: "출처를 밝히고 써야 하며, 상업적으로 쓰거나 고쳐 쓸 수 없습니다.",
}
_TRAINING = "인공지능(AI) 학습에는 이 조건 없이 쓸 수 있습니다."
_BY_LAW = "국가나 지방자치단체가 업무상 작성해 펴낸 저작물은 저작권법 제24조의2에 따라 허락 없이 쓸 수 있습니다."


@dataclass(frozen=True, slots=True)
class Licence:
    """Terms of use. `type` is the 공공누리 type, None where only the law speaks; `name` is the mark's text,
    `conditions` one or two sentences, `href` the official explanation or empty; `training` tells whether the mark for
    AI training is set as well; `sentence` says it all in a line, for data and footers."""

    type: int | None
    name: str
    conditions: str
    href: str
    training: bool
    sentence: str


def licence_of(number: int | None, *, training: bool = False) -> Licence:
    """Give the terms of a 공공누리 type from 0 to 4, or the note of the law where no type is set."""
    if number is None:
        conditions = f"{_BY_LAW} 출처를 밝혀 주세요."
        return Licence(None, "자유이용", conditions, "", training=False, sentence=conditions)
    # Type 0 has no conditions that the mark for AI training could lift.
    training = training and number > 0
    conditions = " ".join([_CONDITIONS[number], *([_TRAINING] if training else [])])
    name = f"공공누리 {_NAMES[number]}"
    return Licence(number, name, conditions, TERMS, training, f"{name}. {conditions}")
