"""Faults within a value: what stands where the text of a value should begin, continue or end."""

from __future__ import annotations

from generator.source import refusals
from generator.source.faults.scene import Fault, Scene
from generator.source.findings import PLAIN_ADVICE

_CLOSING = {"[": "]", "{": "}"}


def forbidden_start(scene: Scene) -> Fault:
    """A value begins with a character that has a meaning of its own in YAML."""
    at = scene.problem
    character = scene.parsed[at : at + 1]
    if not character.strip():
        return unknown(scene)
    return scene.fault(
        "quote-needed",
        (at, at + 1),
        f"값이 '{character}'로 시작하면 글로 읽을 수 없습니다",
        PLAIN_ADVICE,
        mend=(at, "_"),
    )


def mark_before_value(scene: Scene) -> Fault:
    """`*`, `&` or `!` before a value, which YAML takes for an alias, an anchor or a tag."""
    at = scene.context
    if scene.parsed[at : at + 1] not in ("*", "&", "!"):
        return unknown(scene)
    return Fault(refusals.properties(scene.source, at, scene.parsed[at]), at, (at, "_"))


def directive(scene: Scene) -> Fault:
    """A line that begins with `%`."""
    at = scene.text_start(scene.source.line_of(scene.context))
    return Fault(refusals.directive(scene.source, at, scene.line_end(at)), at, (at, "#"))


def block_header(scene: Scene) -> Fault:
    """Text behind `|` or `>` on the same line."""
    at = scene.context
    mark = scene.parsed[at : at + 1]
    return scene.fault(
        "quote-needed",
        (at, max(at + 1, scene.line_end(at))),
        f"'{mark}' 뒤에 글이 이어집니다. '{mark}'는 여러 줄 글을 시작하는 표시라서 그 줄에 글을 쓸 수 없습니다",
        f"글이 '{mark}'로 시작한다면 값을 따옴표(\" \")로 감싸고, 여러 줄 글이라면 글을 다음 줄부터 두 칸 들여 쓰세요.",
        mend=(at, "_"),
    )


def bad_escape(scene: Scene) -> Fault:
    """A backslash in double quotes that makes no known escape."""
    at = scene.parsed.rfind("\\", scene.context, scene.problem + 2)
    if at < 0:
        return unknown(scene)
    return scene.fault(
        "bad-escape",
        (at, min(at + 2, scene.line_end(at))),
        "큰따옴표 안에서는 '\\'를 글자로 쓸 수 없습니다",
        "값을 작은따옴표(' ')로 감싸거나, '\\'를 두 번 겹쳐 '\\\\'로 쓰세요.",
        mend=(at, "_"),
    )


def unclosed_quote(scene: Scene) -> Fault:
    """A quote that nothing closes."""
    return open_quote(scene, scene.context)


def open_quote(scene: Scene, at: int) -> Fault:
    """Name the quote that opens at an offset as never closed, or closed by a quote meant for another value."""
    mark = scene.parsed[at : at + 1]
    end = max(at + 1, scene.line_end(at))
    return scene.fault(
        "unclosed-quote",
        (at, end),
        f"따옴표({mark})를 열고 닫지 않았습니다",
        f"값이 끝나는 자리에 같은 따옴표({mark})를 넣으세요. "
        "따옴표가 글의 일부라면 다른 종류의 따옴표로 값 전체를 감싸세요.",
        mend=(at, " " * (end - at)),
    )


def junk_in_brackets(scene: Scene) -> Fault:
    """A bracket that nothing closes, or something between brackets that no comma separates."""
    at = scene.context
    opening = scene.parsed[at : at + 1]
    closing = _CLOSING.get(opening)
    if closing is None:
        return unknown(scene)
    line_end = max(at + 1, scene.line_end(at))
    if scene.source.line_of(scene.problem) == scene.source.line_of(at) and scene.problem < line_end:
        return scene.fault(
            "quote-needed",
            (scene.problem, scene.problem + 1),
            f"괄호 '{opening} {closing}' 안에서 이 자리부터 읽을 수 없습니다",
            '값 사이에는 쉼표(,)를 쓰고, 쌍점(:)이나 괄호가 든 값은 따옴표(" ")로 감싸세요. '
            f"괄호도 글이라면 {PLAIN_ADVICE}",
            mend=(at, " " * (line_end - at)),
        )
    return scene.fault(
        "unclosed-bracket",
        (at, at + 1),
        f"괄호 '{opening}'를 열고 닫지 않았습니다",
        f"값이 끝나는 자리에 '{closing}'를 넣으세요. 괄호가 글의 일부라면 {PLAIN_ADVICE}",
        mend=(at, " " * (line_end - at)),
    )


def colon_in_brackets(scene: Scene) -> Fault:
    """A colon between brackets without a blank behind, which libyaml refuses where a bracket or comma follows."""
    at = scene.problem
    return scene.fault(
        "missing-space",
        (at, at + 1),
        "괄호 안의 쌍점(:) 뒤를 띄우지 않았습니다",
        "'{이름: 값}'처럼 쌍점 뒤를 한 칸 띄우세요. 쌍점이 글의 일부라면 값을 따옴표(\" \")로 감싸세요.",
        mend=(at, "_"),
    )


def unknown(scene: Scene) -> Fault:
    """Whatever no other fault explains: say where reading ended and what to look at."""
    at = scene.problem
    return scene.fault(
        "yaml-syntax",
        (at, at + 1),
        "이 자리부터 내용을 읽을 수 없습니다",
        "이 줄과 바로 윗줄에서 쌍점(:) 뒤의 빈칸, 따옴표와 괄호의 짝, 줄 앞의 칸 수를 확인하세요.",
    )
