"""Faults between lines: names, colons and list marks. Those of indentation are in `indentation`."""

from __future__ import annotations

import re

from generator.source import refusals
from generator.source.faults.indentation import deeper_than_value, misaligned
from generator.source.faults.scene import Fault, Scene, indentation
from generator.source.faults.values import open_quote, unknown
from generator.source.findings import PLAIN_ADVICE, shorten
from generator.source.plain import tight_colon, tight_dash

_ENTRY = re.compile(r"(?:- +)*(?:[^\s:#\"'\[{][^:]*?|\"[^\"]*\"|'[^']*') *:(?= |$)")
_TIGHT = re.compile(r"(?:- +)*(?P<name>[^\s:#\"'\[{：][^:：]*?)(?P<colon>[:：])(?P<next>\S?)")


def second_colon(scene: Scene) -> Fault:
    """A colon where none can stand: in a value, or because a line above is no finished entry."""
    start = scene.text_start(scene.number)
    before = scene.parsed[start : scene.problem]
    if not before.strip():
        return _no_name(scene)
    above = scene.previous(scene.number)
    if above is None or _ENTRY.match(before) or before.startswith(("'", '"')):
        return _colon_in_text(scene)
    column = indentation(scene.line(scene.number))
    tight = _TIGHT.match(before)
    if tight and tight["next"] and not tight["name"][-1].isdigit():
        return _not_an_entry(scene, scene.number)
    value = _value_start(scene, above)
    if value is not None and indentation(scene.line(above)) < column:
        return deeper_than_value(scene, above, value)
    holder: int | None = above
    while holder is not None and indentation(scene.line(holder)) >= column and not _is_entry(scene, holder):
        holder = scene.previous(holder)
    if holder is not None and indentation(scene.line(holder)) < column and _value_start(scene, holder) is not None:
        return _colon_in_text(scene)
    return _not_an_entry(scene, above)


def missing_colon(scene: Scene) -> Fault:
    """A line that should be an entry but has no colon with a blank behind."""
    return _not_an_entry(scene, scene.source.line_of(scene.context))


def misplaced_item(scene: Scene) -> Fault:
    """A list mark behind a name on the same line, or below a value."""
    at = scene.problem
    if at == scene.text_start(scene.number):
        return misplaced_entry(scene)
    return scene.fault(
        "bad-indent",
        (at, at + 1),
        "이름과 같은 줄에서 '- ' 목록을 시작할 수 없습니다",
        "'- '부터 다음 줄로 내리고 두 칸 들여 쓰세요. '-'가 글이라면 값을 따옴표(\" \")로 감싸세요.",
        mend=(at, "_"),
    )


def misplaced_entry(scene: Scene) -> Fault:
    """Something that does not continue the collection it stands in."""
    at, start = scene.problem, scene.text_start(scene.number)
    if fault := _behind_quotes(scene):
        return fault
    if scene.parsed.startswith(":", at):
        return _no_name(scene)
    if at == start:
        return _tight_item(scene, scene.number) or misaligned(scene)
    before = scene.parsed[start:at].rstrip()
    if before.endswith(("]", "}")):
        opening = before.find("[" if before.endswith("]") else "{")
        return _after_brackets(scene, start + opening) if opening >= 0 else unknown(scene)
    return unknown(scene)


def stray_start(scene: Scene) -> Fault:
    """Content after the end of the document: after `...`, behind a text, or further left than its first line."""
    if fault := _behind_quotes(scene):
        return fault
    at, column = scene.problem, indentation(scene.line(scene.number))
    first, above = scene.following(-1), scene.previous(scene.number)
    if above is not None and scene.line(above).startswith("..."):
        return Fault(refusals.second_document(scene.source, scene.source.starts[above]), scene.source.starts[above])
    if first is None or indentation(scene.line(first)) <= column:
        return unknown(scene)
    return scene.fault(
        "bad-indent",
        (scene.source.starts[first], scene.text_start(first)),
        f"첫 항목을 {indentation(scene.line(first))}칸 들여 써서 아래의 항목과 맞지 않습니다",
        "같은 단계의 줄은 모두 같은 칸에서 시작하세요. 맨 바깥 항목은 들여 쓰지 않습니다.",
        (at, f"여기는 {column}칸 들여 썼습니다"),
    )


def _is_entry(scene: Scene, number: int) -> bool:
    return bool(_ENTRY.match(scene.line(number).lstrip()))


def _value_start(scene: Scene, number: int) -> int | None:
    """Give the offset behind the colon of an entry that has its value on the same line."""
    text = scene.text_start(number)
    found = _ENTRY.match(scene.parsed, text, scene.line_end(text))
    return found.end() if found and found.end() < scene.line_end(text) else None


def _colon_in_text(scene: Scene) -> Fault:
    return scene.fault(
        "quote-needed",
        (scene.problem, scene.problem + 1),
        "값 안에 쌍점(:)과 빈칸이 있어 또 다른 항목으로 읽힙니다",
        PLAIN_ADVICE,
        mend=(scene.problem, "_"),
    )


def _no_name(scene: Scene) -> Fault:
    diagnostic = refusals.empty_key(scene.source, scene.problem, scene.problem)
    return Fault(diagnostic, scene.problem, None if scene.has_children(scene.number) else (scene.problem, "#"))


def _not_an_entry(scene: Scene, number: int) -> Fault:
    if tight := _tight_item(scene, number):
        return tight
    start, line = scene.text_start(number), scene.line(number).strip()
    end = start + len(line)
    if _is_entry(scene, number):
        return unknown(scene)
    found = _TIGHT.match(line)
    if found and (found["next"] or found["colon"] == "："):
        item = tight_colon(scene.source, start + found.start("name"), found["name"], found["colon"])
        colon = start + found.start("colon")
        return Fault(item, colon, (colon, ":" + " " * (end - colon - 1)))
    return scene.fault(
        "missing-colon",
        (start, end),
        f"'{shorten(line)}' 줄에 쌍점(:)이 없어 항목으로 읽을 수 없습니다",
        "항목이라면 '이름: 값' 꼴로 쓰세요. 윗줄에서 이어지는 글이라면 윗줄의 이름보다 두 칸 더 들여 쓰세요.",
        mend=(start + _name_end(line), ":") if scene.has_children(number) else (start, "#"),
    )


def _tight_item(scene: Scene, number: int) -> Fault | None:
    start, line = scene.text_start(number), scene.line(number).strip()
    if not line.startswith("-") or line.startswith("- ") or len(line) == 1:
        return None
    return Fault(tight_dash(scene.source, start, line), start, (start, "- "))


def _name_end(line: str) -> int:
    """Give the index of the last character of a name, before the mark of a text if there is one."""
    found = re.search(r"\S(?= +[|>][-+1-9]*$)", line)
    return found.start() if found else len(line) - 1


def _behind_quotes(scene: Scene) -> Fault | None:
    """Something on the line on which a quote was closed; if it was opened further up, it was meant to end there."""
    last = scene.last_scalar
    if not last or last[2] not in ("'", '"') or scene.source.line_of(last[1]) != scene.number:
        return None
    if scene.source.line_of(last[0]) < scene.number:
        return open_quote(scene, last[0])
    return _after_quotes(scene, last[0])


def _after_quotes(scene: Scene, opening: int) -> Fault:
    at, end = scene.problem, scene.line_end(scene.problem)
    mark = scene.parsed[opening]
    other = "작은따옴표(' ')" if mark == '"' else '큰따옴표(" ")'
    return scene.fault(
        "text-after-value",
        (at, end),
        f"닫은 따옴표({mark}) 뒤에 글이 더 있습니다: '{shorten(scene.parsed[at:end])}'",
        f"값의 처음부터 끝까지를 {other}로 한 번만 감싸세요.",
        mend=(opening, " " * (end - opening)),
    )


def _after_brackets(scene: Scene, opening: int) -> Fault:
    end = scene.line_end(scene.problem)
    mark = scene.parsed[opening]
    return scene.fault(
        "text-after-value",
        (opening, end),
        f"값이 '{mark}'로 시작해 목록이나 묶음으로 읽히는데, 닫은 괄호 뒤에 글이 더 있습니다",
        f"괄호도 글이라면 {PLAIN_ADVICE}",
        mend=(opening, " " * (end - opening)),
    )
