"""What Git leaves in a file where two people changed the same lines: both versions between marks.

<<<<<<< HEAD
예산액: 728,991
=======
예산액: 738,991
>>>>>>> 고친-가지
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.diagnostics import Diagnostic
from generator.source.findings import finding
from generator.source.text import SourceText

_CONFLICT = re.compile(r"^<{7}(?: [^\n]*)?\n.*?^(?P<other>={7}\n.*?^>{7}(?: [^\n]*)?)$", re.MULTILINE | re.DOTALL)
_MARK = re.compile(r"^(?:<{7}|\|{7})(?: [^\n]*)?$", re.MULTILINE)


def find_conflicts(source: SourceText) -> Iterator[Diagnostic]:
    """Find the places that nobody has decided on, one finding for each."""
    for match in _CONFLICT.finditer(source.text):
        start = match.start()
        first, last = source.line_of(start) + 1, source.line_of(match.end()) + 1
        yield finding(
            source,
            "merge-conflict",
            (start, start + len(source.line(first - 1))),
            f"두 사람이 함께 고쳐 어긋난 곳이 남아 있습니다: {first}~{last}번째 줄",
            "'=======' 위와 아래의 내용을 견주어 맞는 것만 남기고, '<<<<<<<', '=======', '>>>>>>>' 줄을 모두 지우세요.",
        )


def without_conflicts(text: str) -> str:
    """Give text of equal length in which the first of the two versions stands alone, so that the rest can be read."""
    return _CONFLICT.sub(lambda match: _blank_marks(match[0], match.start("other") - match.start()), text)


def _blank_marks(conflict: str, other: int) -> str:
    return _MARK.sub(_blank, conflict[:other]) + re.sub(r"[^\n]", " ", conflict[other:])


def _blank(match: re.Match[str]) -> str:
    return " " * len(match[0])
