"""Bytes of a source file as text with lines and places.

All places count in the same text: without a byte order mark, lines ended by one line feed, Hangul composed (NFC,
because macOS writes it decomposed). Editors show either as one character, so columns are those that staff see.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from generator.diagnostics import Diagnostic, Severity, Span

_UNPRINTABLE = (
    "\x00-\x08\x0b-\x1f\x7f-\x9f"  # YAML 1.1 section 5.1 refuses most of these, and XML, hence PDF metadata, the rest
    "\u00ad\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"  # invisible: search fails on them
    "\ud800-\udfff\ufffe\uffff"
)
UNPRINTABLE = re.compile(f"[{_UNPRINTABLE}]")
_UNPRINTABLE_RUN = re.compile(f"[{_UNPRINTABLE}]+")
_BREAK_LIKE = re.compile("[\x0b\x0c\x85\u2028\u2029]")
_INNER_TAB = re.compile(r"(?<=[^\s])[ \t]*\t[ \t]*")
WIDE_BLANK = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
_BLANK_AFTER_MARK = re.compile(f"(?<=[:-])[{WIDE_BLANK}]+")
SUPPRESSION = re.compile(r"[ \t]*(?P<comment>#[ \t]*검사 제외[ \t]*[:：][^\n]*)")
"""A comment that takes its line out of a check. It is one inside a text block too, where YAML knows no comments: the
figure that it speaks of stands there."""
_OTHER_FILE = "한글(HWP)이나 엑셀, PDF 파일의 이름만 바꾼 것으로 보입니다"
# The first bytes of OLE compound files (HWP 5, XLS), of ZIP (HWPX, XLSX) and of PDF.
_OTHER_FILES = (b"\xd0\xcf\x11\xe0", b"PK\x03\x04", b"%PDF-")
_COPY = "원래 프로그램에서 열어 글을 복사한 다음, 메모장에 붙여 넣고 'UTF-8'로 저장하세요."
_SAVE_AS = (
    "메모장에서 이 파일을 열고 '다른 이름으로 저장'을 누른 다음, 아래쪽 '인코딩'에서 'UTF-8'을 골라 저장하세요. "
    "한글(HWP)에서는 '텍스트 문서'로 저장할 때 '유니코드(UTF-8)'를 고르세요."
)
PLACEHOLDER = "\ufffd"
MOST_OF_A_KIND = 20
"""So many findings of one kind tell what is wrong with a file as a whole."""


@dataclass(frozen=True)
class SourceText:
    """The text of one file. `widened` gives, for a line (from 0), by how many characters its indentation was widened
    against the file, so that places still point into the file."""

    path: str
    text: str
    widened: Mapping[int, int] = field(default_factory=dict)

    @cached_property
    def starts(self) -> tuple[int, ...]:
        """The offset at which each line starts."""
        return (0, *(match.end() for match in re.finditer("\n", self.text)))

    def line_of(self, offset: int) -> int:
        """Give the line, counted from 0, that an offset lies in."""
        return bisect_right(self.starts, offset) - 1

    def line(self, number: int) -> str:
        """Give a line, counted from 0, without its end."""
        end = self.starts[number + 1] - 1 if number + 1 < len(self.starts) else len(self.text)
        return self.text[self.starts[number] : end]

    def span(self, start: int, end: int) -> Span:
        """Turn offsets into a place in the file."""
        line, column = self._place(min(start, len(self.text)))
        end_line, end_column = self._place(min(max(start, end), len(self.text)))
        return Span(self.path, line, column, end_line, end_column)

    def _place(self, offset: int) -> tuple[int, int]:
        line = self.line_of(offset)
        column = offset - self.starts[line] - self.widened.get(line, 0)
        return line + 1, max(0, column) + 1


def source_lines(data: bytes) -> tuple[str, ...]:
    """Give the lines that spans refer to, without line ends; a file that is not UTF-8 is shown as well as possible."""
    return tuple(_normalise(_decode(data)[0]).split("\n"))


def read_text(path: str, data: bytes) -> tuple[SourceText, tuple[Diagnostic, ...]]:
    """Decode a file, and find another encoding, damaged characters and invisible ones."""
    decoded, encoding = _decode(data)
    source = SourceText(path, _normalise(decoded))
    if encoding:
        return source, (_wrong_encoding(source, encoding),)
    return source, (*_damaged(source), *unprintable(source, source.text, 0))


def parseable(text: str) -> str:
    """Give text of equal length that every YAML parser reads alike.

    Unprintable characters become a placeholder. A tab within a line becomes a space: libyaml and PyYAML's own parser
    disagree about tabs after `:`, and no value of a report depends on one. So does another kind of blank behind `:`
    or `-`, where text copied from a web page or an HWP file often has one. Comments that take a line out of a check are
    blanked, so that they are no part of a text.
    """
    text = SUPPRESSION.sub(lambda match: " " * len(match[0]), text)
    text = _BREAK_LIKE.sub(" ", text)
    text = UNPRINTABLE.sub(PLACEHOLDER, text)
    text = _BLANK_AFTER_MARK.sub(lambda match: " " * len(match[0]), text)
    return _INNER_TAB.sub(lambda match: " " * len(match[0]), text)


def without_placeholders(text: str) -> str:
    """Take out what `parseable` and the decoder put in place of characters that nobody can read."""
    return text.replace(PLACEHOLDER, "")


def unprintable(source: SourceText, text: str, offset: int) -> list[Diagnostic]:
    """Find characters in `text`, which starts at `offset`, that nobody can see or that no output can carry."""
    found = []
    for match in _UNPRINTABLE_RUN.finditer(text):
        names = ", ".join(dict.fromkeys(f"U+{ord(character):04X}" for character in match[0][:3]))
        found.append(
            Diagnostic(
                "control-character",
                Severity.ERROR,
                f"눈에 보이지 않는 특수 문자가 들어 있습니다({names})",
                source.span(offset + match.start(), offset + match.end()),
                "이 자리의 앞뒤 글자를 함께 지우고 다시 입력하세요. "
                "한글 문서나 웹페이지에서 복사할 때 딸려 온 문자입니다.",
            )
        )
        if len(found) == MOST_OF_A_KIND:
            break
    return found


def _damaged(source: SourceText) -> Iterator[Diagnostic]:
    found = list(re.finditer(f"{PLACEHOLDER}+", source.text))
    for match in found[:MOST_OF_A_KIND]:
        yield Diagnostic(
            "encoding",
            Severity.ERROR,
            "깨진 글자(�)가 들어 있습니다",
            source.span(match.start(), match.end()),
            "원래 문서를 보고 이 글자를 다시 입력하세요. 다른 형식의 파일을 옮기다가 글자가 사라진 자리입니다.",
        )


def _wrong_encoding(source: SourceText, encoding: str) -> Diagnostic:
    first = re.search(r"[^\x00-\x7f]", source.text)
    start = first.start() if first else 0
    return Diagnostic(
        "encoding",
        Severity.ERROR,
        f"파일이 UTF-8이 아닙니다. {encoding}",
        source.span(start, start + 1),
        _COPY if encoding == _OTHER_FILE else _SAVE_AS,
    )


def _decode(data: bytes) -> tuple[str, str]:
    """Give the text, and a sentence about the encoding where it is not UTF-8."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", errors="replace"), "메모장의 '유니코드(UTF-16)'로 저장된 파일로 보입니다"
    if data.startswith(_OTHER_FILES):
        return data.decode("utf-8", errors="replace"), _OTHER_FILE
    try:
        return data.decode("utf-8"), ""
    except UnicodeDecodeError:
        pass
    try:
        return data.decode("cp949"), "한글이나 옛 메모장에서 CP949(EUC-KR, ANSI)로 저장된 파일로 보입니다"
    except UnicodeDecodeError:
        return data.decode("utf-8", errors="replace"), "파일의 일부가 깨졌거나 글자 파일이 아닌 것으로 보입니다"


def _normalise(text: str) -> str:
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    return unicodedata.normalize("NFC", text)
