"""A picture on a line of its own: `![말하는 소화기](소화기.jpg "영등포전통시장에 설치한 소화기")`.

Without a file, `![말하는 소화기]()`, it says that there was a picture which is lost.
"""

from __future__ import annotations

import re

from markdown_it.rules_block import StateBlock

from generator.diagnostics import Severity
from generator.markup.address import picture_trouble
from generator.markup.window import line_bounds, line_text, push, window_of

_PICTURE = re.compile(
    r"!\[(?P<alternative>[^\[\]]*)\]"
    r'\(\s*(?P<file>[^"()]*(?:\([^"()]*\)[^"()]*)*?)\s*(?:"(?P<caption>[^"]*)"\s*)?\)'
)


def picture(state: StateBlock, line: int, end_line: int, silent: bool) -> bool:
    """Match a line that is a picture and nothing else; one whose file is refused stays text."""
    found = _PICTURE.fullmatch(line_text(state, line))
    if found is None:
        return False
    if silent:
        return True
    window = window_of(state)
    begin, end = line_bounds(state, line)
    trouble = picture_trouble(found["file"].rstrip())
    if trouble is None:
        caption = "caption" if found["caption"] else "alternative"
        places = {name: _place(found, name, begin + window.base) for name in ("alternative", "file")}
        shown = [] if found["file"] and caption == "alternative" else [_place(found, caption, begin)]
        push(state, "picture", line, line + 1, begin, shown, end=end + window.base, **places)
        return True
    window.passage.report(
        "picture-path",
        Severity.ERROR,
        f"그림 파일 '{found['file'].rstrip()}'을(를) 쓸 수 없습니다: {trouble}",
        _place(found, "file", begin + window.base),
        "그림을 보고서 폴더 안에 두고 '사진.jpg'나 '그림/사진.jpg'처럼 파일 이름만 적으세요.",
    )
    push(state, "literal", line, line + 1, begin, [(begin, end)])
    return True


def _place(found: re.Match[str], name: str, base: int) -> tuple[int, int]:
    start = found.start(name)
    return start + base, start + len(found[name].rstrip()) + base
