"""What YAML allows and a report does not: one function for each finding."""

from __future__ import annotations

from generator.diagnostics import Diagnostic
from generator.source.alignment import Raw
from generator.source.findings import PLAIN_ADVICE, finding, shorten
from generator.source.text import SourceText


def properties(source: SourceText, start: int, text: str) -> Diagnostic:
    """Refuse an anchor `&`, an alias `*` or a tag `!` in front of a value."""
    mark = text[0]
    code = "tag" if mark == "!" else "anchor"
    message = f"'{mark}'로 시작하는 값은 글로 읽을 수 없습니다. '{mark}'에는 다른 뜻이 있습니다"
    hint = f"'{mark}'도 글이라면 {PLAIN_ADVICE} 다른 자리의 내용을 가져오려 했다면 그 내용을 여기에 그대로 쓰세요."
    return finding(source, code, (start, start + len(text.rstrip())), message, hint)


def merge_key(source: SourceText, start: int) -> Diagnostic:
    """Refuse `<<`."""
    return finding(
        source,
        "anchor",
        (start, start + 2),
        "'<<'로 다른 자리의 항목을 가져올 수 없습니다",
        "이 줄을 지우고, 가져오려던 항목을 여기에 그대로 쓰세요.",
    )


def directive(source: SourceText, start: int, end: int) -> Diagnostic:
    """Refuse `%YAML`, `%TAG` and whatever else begins with `%` at the start of a line."""
    hint = '이 줄을 지우세요. 값의 일부라면 값 전체를 따옴표(" ")로 감싸세요.'
    return finding(source, "directive", (start, end), "'%'로 시작하는 줄은 쓸 수 없습니다", hint)


def second_document(source: SourceText, start: int) -> Diagnostic:
    """Refuse a second document."""
    return finding(
        source,
        "several-documents",
        (start, start + 3),
        "한 파일에 문서가 둘 이상 있습니다",
        "이 '---' 줄을 지우거나, 그 아래 내용을 다른 파일로 옮기세요.",
    )


def too_large(source: SourceText, size: int, most: int) -> Diagnostic:
    """Refuse a file by its size in bytes."""
    return finding(
        source,
        "too-large",
        (0, 0),
        f"파일이 너무 큽니다: {size:,}바이트, 허용하는 크기 {most:,}바이트",
        "내용을 여러 파일로 나누세요. 그림이나 다른 문서를 붙여 넣었다면 빼세요.",
    )


def too_deep(source: SourceText, start: int, most: int) -> Diagnostic:
    """Refuse nesting beyond a depth."""
    return finding(
        source,
        "too-deep",
        (start, start + 1),
        f"항목 안의 항목이 너무 깊습니다: {most}단계까지 쓸 수 있습니다",
        "단계를 줄이세요. 대괄호 '['나 중괄호 '{'가 글이라면 따옴표로 감싸세요.",
    )


def too_many_nodes(source: SourceText, start: int, most: int) -> Diagnostic:
    """Refuse more values than a report can have."""
    return finding(
        source,
        "too-large",
        (start, start + 1),
        f"파일에 항목이 너무 많습니다: {most:,}개까지 쓸 수 있습니다",
        "내용을 여러 파일로 나누세요.",
    )


def empty_file(source: SourceText) -> Diagnostic:
    """Refuse a file without any content."""
    return finding(
        source,
        "empty-file",
        (0, 0),
        "파일에 내용이 없습니다",
        "'제목: 일반현황'처럼 '이름: 값' 꼴로 내용을 쓰거나, 쓰지 않는 파일이라면 지우세요.",
    )


def escaped_control(source: SourceText, start: int, end: int) -> Diagnostic:
    """Refuse a control character that an escape in double quotes makes."""
    return finding(
        source,
        "control-character",
        (start, end),
        "큰따옴표 안의 '\\' 표기가 눈에 보이지 않는 특수 문자를 만듭니다",
        "'\\'와 그 뒤의 표기를 지우고 글자를 그대로 쓰세요.",
    )


def key_not_text(source: SourceText, start: int, end: int) -> Diagnostic:
    """Refuse a list or a mapping as a key."""
    return finding(
        source,
        "key-not-text",
        (start, end),
        "쌍점(:) 앞의 이름 자리에 괄호나 목록이 있습니다",
        "'이름: 값' 꼴로 쓰세요. 이름에 괄호가 꼭 필요하면 이름을 따옴표(\" \")로 감싸세요.",
    )


def empty_key(source: SourceText, start: int, end: int) -> Diagnostic:
    """Refuse an entry without a name."""
    place = (start, max(end, start + 1))
    return finding(source, "missing-key", place, "쌍점(:) 앞에 이름이 없습니다", "'이름: 값' 꼴로 이름을 쓰세요.")


def missing_dash(source: SourceText, key: str, raw: Raw) -> Diagnostic:
    """Refuse an item that begins like the one above it, without the mark of a list."""
    return finding(
        source,
        "duplicate-key",
        (raw.start, raw.end),
        f"'{shorten(key)}' 항목을 두 번 썼습니다. 앞의 항목에 이어 새 항목이 시작되는 것으로 보입니다",
        f"목록의 다음 항목이라면 이 줄을 '- {shorten(key)}: …'처럼 '- '로 시작하고, 아니면 이 줄을 지우세요.",
    )


def duplicate_key(source: SourceText, key: str, raw: Raw, earlier: Raw) -> Diagnostic:
    """Refuse a key that its mapping has already."""
    line = source.span(earlier.start, earlier.end).line
    return finding(
        source,
        "duplicate-key",
        (raw.start, raw.end),
        f"'{shorten(key)}' 항목을 두 번 썼습니다",
        f"{line}번째 줄에 이미 있습니다. 둘 중 하나를 지우거나 이름을 고치세요. "
        "목록의 다음 항목이라면 그 첫 줄 앞에 '- '를 붙이세요.",
        (earlier.start, "처음 쓴 자리"),
    )
