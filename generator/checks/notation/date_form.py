"""Dates in the official form: `2022. 1. 1.`, a space after each full stop, no leading zero, a full stop at the end."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.checks.notation.reading.masking import DOT_MARK, MASK, mask
from generator.checks.notation.reading.prose import prose, trouble
from generator.checks.rule import Group, Rule, Trouble
from generator.checks.subject import Passage, Subject
from generator.diagnostics import Severity
from generator.notation.date import WEEKDAYS, Date, When, find_dates, is_possible
from generator.notation.particle import with_particle

_APOSTROPHE = "’'‘`´′‛"
_YEAR = rf"(?:[{_APOSTROPHE}]\s?\d\d|(?:19|20)\d\d)"
_BARRED = re.compile(r"(?P<year>(?:19|20)\d\d)(?P<bar>[-/])(?P<month>\d{1,2})(?P=bar)(?P<day>\d{1,2})")
_DOT = re.compile(r"(?<=\d)[^\S\n]*\.[^\S\n]*(?=\d)")
_ZERO = re.compile(rf"(?<![\d{_APOSTROPHE}])0(?=\d(?!\d))")
_WEEKDAY = re.compile(rf"(?<=\d)\.?[^\S\n]*(\(\s*[{WEEKDAYS}](?:요일)?\s*\))")
_SIDE = re.compile(rf"(?P<date>(?:{_YEAR}|\d{{1,2}})(?:\. ?\d{{1,2}})+)(?P<rest>\.?(?:\([^()]*\))?)")
_CENTURY = re.compile(rf"[{_APOSTROPHE}](?=\s?\d\d(?!\d))|^(?=\d\d\. \d{{1,2}}\. \d)")
_TILDE = re.compile(r"(\s*[~∼〜˜]\s*)")
_LINE = re.compile(rf"[^\n|{MASK}{DOT_MARK}]+")
_TELLS_YEAR = re.compile(_YEAR)
_BARE_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d\.(?P<month>\d\d?)")
_BARE_CENTURY = re.compile(r"~?\d\d\.\d{1,2}\.\d{1,2}")
_MARKED_AFTER = re.compile(r"\s*(?:말일?\s*)?(?:기준|현재|까지|부터|이후|이전)")
_MARKED_BEFORE = re.compile(r"(?:기\s?간|일\s?시|일\s?자|기\s?한|접\s?수|시\s?기|날\s?짜|개관|개소|설립)[^\n|]{0,12}$")
_RULE = "날짜는 연·월·일 자리에 마침표를 찍고 한 칸씩 띄우며, 앞에 0을 붙이지 않고 끝에도 마침표를 찍습니다."


def _look(subject: Subject) -> Iterator[Trouble]:
    for passage in prose(subject):
        masked = mask(passage.text)
        for line in _LINE.finditer(masked):
            for start, end, when in find_dates(line[0]):
                first, last = line.start() + start, line.start() + end
                if _is_sound(when) and not _may_be_number(masked, first, last):
                    yield from _judge(passage, masked, first, last)


def _judge(passage: Passage, masked: str, start: int, end: int) -> Iterator[Trouble]:
    written = masked[start:end]
    stop = end + (masked[end : end + 1] == "." and not written.endswith("."))
    right = official(masked[start:stop])
    if right == masked[start:stop]:
        return
    # A lone 2012.06 may be a decimal number after all, and 20.12.1. a section's: nothing is changed there.
    is_doubtful = bool(_BARE_YEAR.fullmatch(written) or _BARE_CENTURY.match(written))
    message = f"날짜 {with_particle(written.strip(), '이/가', quote=True)} 공문서의 날짜 모양이 아닙니다."
    hint = f"{with_particle(right, '으로/로', quote=True)} 적으세요. {_RULE}"
    yield trouble(passage, start, stop, message, hint, None if is_doubtful else right)


def official(written: str) -> str:
    """Give a date or period with spaces, zeros and full stops put right; months and days named by a word stay.

    The wave dash and the mark of a year without its century have rules of their own: what is right but for them is
    given back as it is.
    """
    spelled = _BARRED.sub(lambda d: f"{d['year']}. {int(d['month'])}. {int(d['day'])}.", written)
    sides = _TILDE.split(spelled)
    right = [side if index % 2 else _side(side) for index, side in enumerate(sides)]
    if "".join(right) == written:
        return written
    return "".join("~" if index % 2 else _CENTURY.sub("’", side) for index, side in enumerate(right))


def _side(side: str) -> str:
    if not re.search(r"\d\s*\.", side):
        return side
    spaced = _ZERO.sub("", _DOT.sub(". ", side))
    spaced = _WEEKDAY.sub(r".\1", spaced)
    found = _SIDE.match(spaced)
    if not found:
        return spaced
    rest = spaced[found.end("date") :]
    return found["date"] + (rest if rest[:1] == "." or (rest[:1] in "월일년" and rest) else f".{rest}")


def _is_sound(when: When) -> bool:
    dates = (when,) if isinstance(when, Date) else (when.start, when.end)
    return all(date is None or is_possible(date) for date in dates)


def _may_be_number(masked: str, start: int, end: int) -> bool:
    """Tell whether what was read as a date could as well be decimals, a section's number or a part of a name."""
    written, before, after = masked[start:end], masked[:start], masked[end:]
    if re.match(r"\.?\d|[A-Za-z]", after) or re.search(r"[A-Za-z제]$", before):
        return True
    marked = bool(_MARKED_AFTER.match(after) or _MARKED_BEFORE.search(before) or written.endswith("까지"))
    if bare := _BARE_YEAR.fullmatch(written):
        is_whole = before.rstrip(" ")[-1:] in ("|", "", "\n") and after.lstrip(" ")[:1] in ("|", "", "\n")
        return is_whole or not (marked or bare["month"].startswith("0"))
    if _TELLS_YEAR.search(written) or "(" in written or marked:
        return False
    if not re.search(r"[~∼〜˜]", written):
        # In brackets, before the place of an event, or with a zero that no decimal begins with: (11.03.), 5.12./구청
        return not (before.endswith("(") or after.startswith("/") or re.match(r"0", written))
    return not written.rstrip().endswith(".") and not re.search(r"\.\s*[~∼〜˜]", written)


RULE = Rule(
    code="date-form",
    title="날짜는 '2022. 1. 1.'처럼 적습니다.",
    reason="날짜의 모양이 같아야 찾고 견주기 쉽고, 날짜가 소수로 읽히지 않습니다.",
    source="「행정업무의 운영 및 혁신에 관한 규정」 제7조제5항, 행정업무운영 편람, 문장 부호 마침표 (2)",
    group=Group.NOTATION,
    severity=Severity.WARNING,
    report=_look,
    example="○ 개관일: 2015.04.28.",
    corrected="○ 개관일: 2015. 4. 28.",
)
