"""Keep Korean words whole at line ends, for a printer without `word-break: keep-all`.

U+2060 WORD JOINER between two letters forbids a break there (UAX #14, class WJ) and prints nothing; text taken out of
the PDF does not contain it. Words beyond a length stay breakable, because they would leave half a line empty or, in a
table cell, stick out.
"""

from __future__ import annotations

import re

LONGEST_WHOLE = 16
"""A run of letters longer than this may break anywhere."""

LONGEST_WHOLE_IN_CELL = 10
"""The same in a table cell, where lines are short."""

_JOINER = "\N{WORD JOINER}"
_HANGUL = "가-힣"
_LETTERS = re.compile(rf"[{_HANGUL}\w]*[{_HANGUL}][{_HANGUL}\w]*")
_BETWEEN_LETTERS = re.compile(rf"(?<=[{_HANGUL}])(?=\w)|(?<=\w)(?=[{_HANGUL}])")
# Breaks that UAX #14 allows and Korean setting does not: before a middle dot, a percent or degree sign; between a
# closing mark and a particle (`(10시~17시)하여`); after the point of a date that a word follows (`8. 31.기준`); after a
# middle dot behind a single syllable (`중·소상공인`); before the tilde of an open range (`(11월~)`).
_BESIDE_MARKS = re.compile(
    rf"(?<=[{_HANGUL}\w])(?=[·․・%℃㎡㎥㎞㎏])"
    rf"|(?<=[)\]’”」』%])(?=[{_HANGUL}]{{1,2}}(?![{_HANGUL}\w]))"
    rf"|(?<=\d\.)(?=[{_HANGUL}])"
    rf"|(?<=(?<![{_HANGUL}\w])[{_HANGUL}][·․・])(?=[{_HANGUL}])"
    r"|(?<=\S)(?=[~～∼])"
)
# `(국 223, 시 111)`: a name and its number stay together. A joiner after a space forbids the break there.
_NAME_BEFORE_NUMBER = re.compile(rf"(?<=[(,\s])([{_HANGUL}]{{1,5}} )(?=[\d,.]+\s*[,)])")
_TAGS = re.compile(r"(<[^>]*>)")


def keep_words(html: str, longest_in_cell: int = LONGEST_WHOLE_IN_CELL) -> str:
    """Put word joiners into the text of the body; tags, attributes and the head stay as they are."""
    head, start, body = html.partition("<body>")
    pieces = _TAGS.split(body)
    depth = 0
    for index, piece in enumerate(pieces):
        if index % 2:
            depth += _cell_depth_change(piece)
        elif piece.strip():
            pieces[index] = join_letters(piece, longest_in_cell if depth else LONGEST_WHOLE)
    return head + start + "".join(pieces)


def join_letters(text: str, longest: int = LONGEST_WHOLE) -> str:
    """Put word joiners into a text, leaving runs of more than `longest` letters breakable."""

    def joined(found: re.Match[str]) -> str:
        run = found[0]
        return run if len(run) > longest else _BETWEEN_LETTERS.sub(_JOINER, run)

    # Marks first: a joiner inside a run of letters would hide how long the run is.
    marked = _NAME_BEFORE_NUMBER.sub(rf"\1{_JOINER}", _BESIDE_MARKS.sub(_JOINER, text))
    return _LETTERS.sub(joined, marked)


def _cell_depth_change(tag: str) -> int:
    name = re.match(r"</?([a-z0-9]+)", tag)
    if name is None or name[1] not in ("td", "th"):
        return 0
    return -1 if tag.startswith("</") else 1
