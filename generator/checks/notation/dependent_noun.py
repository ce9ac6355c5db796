"""Dependent nouns stand apart: `지원 중`, `12월 중`, `지역 내`, `신청 시`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.checks.notation.reading.prose import misspellings
from generator.checks.rule import Group, Rule, Trouble
from generator.checks.subject import Subject
from generator.diagnostics import Severity

# Closed lists: 연중, 관내, 이내, 유사시 and many others are words of their own.
_DOING = (
    "지원|추진|진행|운영|시행|모집|선정|검토|협의|공사|건립|조성|준비|접수|심사|사용|이용|근무|재직|재학|휴직|휴학|"
    "활동|개발|구축|제작|설치|설계|발주|공고|공모|실시|수행|참여|가동|판매|영업|입주|이전|정비|점검|조사|작성|수립|"
    "신청|상담|수강|출장|소송|협상|논의|임대|대기|보완|수리|시공|착공|철거|집행|편성|변경|확대|계획|교육"
)
_SPAN = "기간|상반기|하반기|분기|회기|방학|학기|올해|금년|내년|당일|평일|회계연도"
_PLACE = (
    "지역|구역|기간|기한|예산|범위|한도|센터|사업장|건물|청사|단지|시설|기관|부서|조직|학교|시장|매장|공원|마을|"
    "아파트|사업비|권역|반경|공간|부지|국가|기업|업체|온라인 몰"
)
_OCCASION = (
    "신청|참여|이용|발생|선정|방문|사용|계약|채용|위반|접수|제출|변경|초과|미달|추진|시행|구매|입찰|평가|심사|가입|"
    "등록|취업|퇴사|입주|납품|판매|입금|취소|탈락|동점|미제출|미이행|협약|체결|작성"
)
_END = (
    r"(?=[\s()\]}.,:;/|<…’”」』\ue000]|$|[인임](?![가-힣])|이며|이고|이나|이던|이었|입니다"
    r"|에(?:는|도|서|만)?(?![가-힣]))"
)
_SHAPE = re.compile(
    rf"(?P<word>(?<![가-힣])\d{{1,2}}월|(?:{_DOING})|(?:{_SPAN}))(?P<during>중){_END}"
    rf"|(?P<place>{_PLACE}|(?<=\d)(?:년|개월|일|주|시간|분|㎞|km))(?P<inside>내){_END}"
    rf"|(?P<occasion>{_OCCASION})(?P<when>시)(?=[\s),.:;/|]|$|에(?:는|도|만)?(?![가-힣]))",
    re.MULTILINE,
)


def _look(subject: Subject) -> Iterator[Trouble]:
    rule = "'중', '내', '시'는 의존 명사이므로 앞말과 띄어 씁니다."
    yield from misspellings(subject, _SHAPE, _parted, "의존 명사를 앞말에 붙여 썼습니다: '{}'", rule)


def _parted(found: re.Match[str]) -> str:
    return f"{found[0][:-1]} {found[0][-1]}"


RULE = Rule(
    code="dependent-noun",
    title="의존 명사 '중', '내', '시'는 앞말과 띄어 적습니다.",
    reason="띄어쓰기가 같아야 같은 말로 찾아집니다.",
    source="한글 맞춤법 제42항",
    group=Group.NOTATION,
    severity=Severity.WARNING,
    report=_look,
    example="○ 20개 기업 지원중",
    corrected="○ 20개 기업 지원 중",
)
