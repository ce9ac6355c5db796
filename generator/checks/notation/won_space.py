"""Money units are written together or apart, but in one way: `100만원` or `100만 원`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.checks.notation.reading.masking import mask
from generator.checks.notation.reading.prose import prose, trouble
from generator.checks.rule import Group, Rule, Trouble
from generator.checks.subject import Passage, Subject
from generator.diagnostics import Severity
from generator.notation.particle import with_particle

_B = r"[^\S\n]"
_MONEY = re.compile(rf"(?<![\d,.])\d[\d,.]*(?P<gap>{_B}?)(?P<stem>[십백천만억]{{0,3}})(?P<inner>{_B}?)원(?![가-힣])")


def _look(subject: Subject) -> Iterator[Trouble]:
    found = [(passage, money) for passage in prose(subject) for money in _MONEY.finditer(mask(passage.text))]
    apart = [item for item in found if _is_apart(item[1])]
    together = [item for item in found if not _is_apart(item[1])]
    if not apart or not together:
        return
    if len(apart) > len(together):
        yield from (_trouble(passage, money, _part(money), "띄어") for passage, money in together)
    else:
        yield from (_trouble(passage, money, "".join(money[0].split()), "붙여") for passage, money in apart)


def _is_apart(money: re.Match[str]) -> bool:
    return bool(money["gap"] or money["inner"])


def _part(money: re.Match[str]) -> str:
    return f"{money[0][:-1].rstrip()} 원"


def _trouble(passage: Passage, money: re.Match[str], right: str, usual: str) -> Trouble:
    message = f"이 보고서의 다른 금액은 단위를 {usual} 썼는데 여기는 다릅니다: '{money[0]}'"
    hint = f"{with_particle(right, '으로/로', quote=True)} 적어 한 가지로 맞추세요. 숫자 뒤의 단위는 붙여도 됩니다."
    return trouble(passage, *money.span(), message, hint, right)


RULE = Rule(
    code="won-space",
    title="금액의 단위는 한 보고서에서 붙이거나 띄우거나 한 가지로 씁니다.",
    reason="'100만원'과 '100만 원'이 섞이면 찾기에서 한쪽이 빠집니다.",
    source="한글 맞춤법 제43항(단위 명사는 띄어 쓰되 숫자 뒤에서는 붙일 수 있음)",
    group=Group.NOTATION,
    severity=Severity.NOTE,
    report=_look,
    example="○ 지원금: 100만원\n○ 보조금: 200만원\n○ 사업비: 300만 원",
    corrected="○ 지원금: 100만원\n○ 보조금: 200만원\n○ 사업비: 300만원",
)
