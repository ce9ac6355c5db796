"""Loanwords and words that are often spelled otherwise than the rule says."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.checks.notation.reading.masking import mask
from generator.checks.notation.reading.prose import prose, trouble
from generator.checks.rule import Group, Rule, Trouble
from generator.checks.subject import Subject
from generator.diagnostics import Severity
from generator.notation.particle import with_particle

_WORDS = {
    "트랜드": "트렌드",
    "컨텐츠": "콘텐츠",
    "콘텐트": "콘텐츠",
    "컨퍼런스": "콘퍼런스",
    "컨셉": "콘셉트",
    "컨테스트": "콘테스트",
    "컨소시움": "컨소시엄",
    "콘소시엄": "컨소시엄",
    "심포지움": "심포지엄",
    "워크샵": "워크숍",
    "메세지": "메시지",
    "리더쉽": "리더십",
    "멤버쉽": "멤버십",
    "파트너쉽": "파트너십",
    "인턴쉽": "인턴십",
    "스폰서쉽": "스폰서십",
    "네비게이션": "내비게이션",
    "악세사리": "액세서리",
    "악세서리": "액세서리",
    "스케쥴": "스케줄",
    "데이타": "데이터",
    "디지탈": "디지털",
    "팜플렛": "팸플릿",
    "팜플릿": "팸플릿",
    "팸플렛": "팸플릿",
    "리플렛": "리플릿",
    "카달로그": "카탈로그",
    "메뉴얼": "매뉴얼",
    "라이센스": "라이선스",
    "어플리케이션": "애플리케이션",
    "플랭카드": "플래카드",
    "플랜카드": "플래카드",
    "비지니스": "비즈니스",
    "플렛폼": "플랫폼",
    "앙케이트": "앙케트",
    "바베큐": "바비큐",
    "알콜": "알코올",
    "렌트카": "렌터카",
    "프리젠테이션": "프레젠테이션",
    "프레젠테이숀": "프레젠테이션",
    "쥬스": "주스",
    "텔레비젼": "텔레비전",
    "크라우드 펀딩": "크라우드펀딩",
    "역활": "역할",
    "촛점": "초점",
    "댓가": "대가",
    "갯수": "개수",
    "헛점": "허점",
    "잇점": "이점",
    "몇일": "며칠",
}
_SHAPE = re.compile("|".join(map(re.escape, _WORDS)))
_PARTICLE = r"(?:[은는이가을를의에와과도로]|으로|에서|까지|부터|만)?"
_ALONE_BEFORE = re.compile(r"(?:^|[\s(,/·])$")
_ALONE_AFTER = re.compile(rf"{_PARTICLE}(?:$|[\s),./·|:])")


def _look(subject: Subject) -> Iterator[Trouble]:
    for passage in prose(subject):
        masked = mask(passage.text)
        for found in _SHAPE.finditer(masked):
            right = _WORDS[found[0]]
            hint = (
                f"{with_particle(right, '으로/로', quote=True)} 적으세요. 기관이나 상품의 이름이면 따옴표로 묶으세요."
            )
            message = f"규정과 다르게 적은 말입니다: '{found[0]}'"
            # Within a longer word it may be a name, which its owner spells.
            alone = _ALONE_BEFORE.search(masked[: found.start()]) and _ALONE_AFTER.match(masked, found.end())
            yield trouble(passage, *found.span(), message, hint, right if alone else None)


RULE = Rule(
    code="loanword",
    title="외래어와 자주 틀리는 말은 규정대로 적습니다.",
    reason="같은 말을 여러 가지로 적으면 찾기에서 빠집니다.",
    source="외래어 표기법, 한글 맞춤법(표준국어대사전)",
    group=Group.NOTATION,
    severity=Severity.NOTE,
    report=_look,
    example="○ 청년 컨텐츠 제작 지원",
    corrected="○ 청년 콘텐츠 제작 지원",
)
