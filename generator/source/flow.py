"""Slips in `[ ]` and `{ }`, where a comma always separates.

`{예산액: 728,991}` is for YAML an entry 728 and a second key 991 without a value. The pieces are put together again, so
that the tree holds what was meant and only one finding speaks of it.
"""

from __future__ import annotations

import re
from itertools import pairwise

from generator.diagnostics import Diagnostic
from generator.source.alignment import Raw
from generator.source.findings import finding, shorten
from generator.source.text import SourceText
from generator.source.tree import Entry, Node, Scalar

_COLON = re.compile(r"\s*:")
_NUMBER_HEAD = re.compile(r"(?<![\d.])\d{1,3}$")
_NUMBER_TAIL = re.compile(r"\d{3}(?!\d)")


def tidy_flow_sequence(source: SourceText, items: list[Node], findings: list[Diagnostic]) -> list[Node]:
    """Join the pieces of numbers with commas in a `[ ]` list; a blank after the comma makes two items."""
    joined: list[Node] = []
    position = 0
    while position < len(items):
        run = [items[position]]
        while position + len(run) < len(items) and _is_one_number(run[-1], items[position + len(run)]):
            run.append(items[position + len(run)])
        position += len(run)
        if len(run) == 1:
            joined += run
            continue
        whole = _join(run[0], run[-1])
        joined.append(whole)
        findings.append(
            finding(
                source,
                "comma-number",
                (whole.raw.start, whole.raw.end),
                f"대괄호 안의 쉼표(,)가 '{shorten(whole.text)}' 값을 {len(run)}개로 나눕니다",
                f'하나의 수라면 "{shorten(whole.text)}"처럼 따옴표로 감싸고, '
                f"값이 {len(run)}개라면 쉼표 뒤를 한 칸 띄우세요.",
            )
        )
    return joined


def tidy_flow_mapping(source: SourceText, entries: list[Entry], findings: list[Diagnostic]) -> list[Entry]:
    """Join the pieces of values with commas in a `{ }` mapping, and find names without a value."""
    tidied: list[Entry] = []
    position = 0
    while position < len(entries):
        entry = entries[position]
        pieces: list[Node] = [entry.value]
        position += 1
        while position < len(entries) and not _has_colon(entries[position].key) and _is_plain(pieces[-1]):
            pieces.append(entries[position].key)
            position += 1
        if any(_is_one_number(a, b) for a, b in pairwise(pieces)):
            entry = Entry(entry.key, _join(pieces[0], pieces[-1]))
            findings.append(_split_value(source, entry))
        else:
            findings += [_without_colon(source, piece) for piece in pieces[1:] if isinstance(piece, Scalar)]
            if not _has_colon(entry.key):
                findings.append(_without_colon(source, entry.key))
        tidied.append(entry)
    return tidied


def _split_value(source: SourceText, entry: Entry) -> Diagnostic:
    assert isinstance(entry.value, Scalar)
    text = shorten(entry.value.text, 40)
    return finding(
        source,
        "comma-number",
        (entry.value.raw.start, entry.value.raw.end),
        f"중괄호 안의 쉼표(,)가 '{text}' 값을 여러 항목으로 나눕니다",
        f'값을 {shorten(entry.key.text)}: "{text}"처럼 따옴표로 감싸거나, 중괄호 없이 한 줄에 한 항목씩 쓰세요.',
    )


def _without_colon(source: SourceText, key: Scalar) -> Diagnostic:
    place = (key.raw.start, key.raw.end)
    name, colon, value = key.text.partition(":")
    if colon and name and value and key.raw.style == "":
        return finding(
            source,
            "missing-space",
            place,
            f"쌍점(:) 뒤를 띄우지 않아 '{shorten(key.text)}' 전체가 이름으로 읽힙니다",
            f"쌍점 뒤를 한 칸 띄워 '{shorten(name)}: {shorten(value)}'처럼 쓰세요.",
        )
    return finding(
        source,
        "missing-colon",
        place,
        f"중괄호 안의 '{shorten(key.text)}'에 값이 없습니다",
        "'{이름: 값, 이름: 값}' 꼴로 쓰세요. 중괄호도 글이라면 전체를 따옴표(\" \")로 감싸세요.",
    )


def _is_plain(node: Node) -> bool:
    return isinstance(node, Scalar) and node.raw.style == "" and node.text != ""


def _is_one_number(left: Node, right: Node) -> bool:
    if not (isinstance(left, Scalar) and isinstance(right, Scalar) and _is_plain(left) and _is_plain(right)):
        return False
    between = left.raw.parsed[left.raw.end : right.raw.start]
    return between == "," and bool(_NUMBER_HEAD.search(left.text)) and bool(_NUMBER_TAIL.match(right.text))


def _join(first: Node, last: Node) -> Scalar:
    assert isinstance(first, Scalar) and isinstance(last, Scalar)
    raw = Raw(first.raw.source, first.raw.parsed, first.raw.start, last.raw.end, "")
    return Scalar(" ".join(raw.parsed[raw.start : raw.end].split()), raw.source.span(raw.start, raw.end), raw)


def _has_colon(key: Scalar) -> bool:
    return bool(_COLON.match(key.raw.parsed, key.raw.end))
