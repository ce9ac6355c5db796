"""Faults of indentation: a line that begins where no line of its surroundings does."""

from __future__ import annotations

from generator.source.faults.scene import Fault, Scene, indentation


def deeper_than_value(scene: Scene, above: int, value: int) -> Fault:
    """The line above has a value, at the offset `value`, so nothing can stand below it."""
    start, text = scene.source.starts[scene.number], scene.text_start(above)
    columns = indentation(scene.line(above))
    deeper = indentation(scene.line(scene.number)) - columns
    return scene.fault(
        "bad-indent",
        (start, scene.text_start(scene.number)),
        f"윗줄보다 {deeper}칸 더 들여 썼는데, 윗줄에는 이미 값이 있어 그 아래에 항목을 둘 수 없습니다",
        "윗줄과 같은 단계라면 같은 칸에서 시작하고, 윗줄에 딸린 항목이라면 윗줄의 쌍점(:) 뒤에 있는 값을 지우세요. "
        "윗줄에서 이어지는 글이라면 '|'를 쓰세요.",
        (text, f"여기는 {columns}칸 들여 썼습니다"),
        mend=(value, " " * (scene.line_end(text) - value)),
    )


def misaligned(scene: Scene) -> Fault:
    """A line at a column where no open collection begins, or with the wrong kind of content."""
    last = scene.last_scalar
    column = indentation(scene.line(scene.number))
    if column in scene.composition.columns:
        return _mixed(scene)
    above = scene.previous(scene.number)
    if above is None:
        above = scene.source.line_of(scene.context)
    if last and last[2] in ("|", ">") and scene.source.line_of(last[1]) == above:
        return _outside_text(scene, last, above)
    columns = "칸이나 ".join(str(level) for level in _levels(scene, above, column))
    return _fault(
        scene,
        f"들여쓰기가 맞지 않습니다: 이 줄은 {column}칸인데 위의 줄들은 {columns}칸에서 시작합니다",
        "같은 단계의 줄은 모두 같은 칸에서 시작하세요. 아래 단계는 두 칸 더 들여 씁니다.",
        above,
        f"여기는 {indentation(scene.line(above))}칸 들여 썼습니다",
    )


def _mixed(scene: Scene) -> Fault:
    related = scene.source.line_of(scene.context)
    if scene.parsed.startswith("-", scene.problem):
        return _fault(
            scene,
            "항목들 사이에 '- ' 목록이 섞였습니다",
            "목록은 그 이름 아래에 두 칸 들여 쓰고, 이름의 쌍점(:) 뒤는 비워 두세요.",
            related,
            "항목들이 여기서 시작합니다",
        )
    return _fault(
        scene,
        "'- ' 목록 사이에 '- '가 없는 항목이 섞였습니다",
        "목록의 한 항목이라면 앞에 '- '를 붙이고, 윗항목에 이어지는 내용이라면 '- ' 뒤의 글과 같은 칸에서 시작하세요.",
        related,
        "목록이 여기서 시작합니다",
    )


def _outside_text(scene: Scene, text: tuple[int, int, str], above: int) -> Fault:
    column, wanted = indentation(scene.line(scene.number)), indentation(scene.line(above))
    return _fault(
        scene,
        f"'{text[2]}' 아래의 글에서 이 줄만 덜 들여 썼습니다: 이 줄은 {column}칸, 글의 윗줄은 {wanted}칸",
        "글에 딸린 줄이라면 글의 첫 줄과 같은 칸에서 시작하고, 새 항목이라면 그 단계의 항목과 같은 칸에서 시작하세요.",
        scene.source.line_of(text[0]),
        "글이 여기서 시작합니다",
    )


def _levels(scene: Scene, above: int, column: int) -> list[int]:
    """Give the columns next to `column` on both sides at which the lines above begin."""
    levels = {*scene.composition.columns, indentation(scene.line(above))}
    smaller = [level for level in levels if level < column]
    greater = [level for level in levels if level > column]
    return sorted([*([max(smaller)] if smaller else []), *([min(greater)] if greater else [])])


def _fault(scene: Scene, message: str, hint: str, related: int, remark: str) -> Fault:
    start = scene.text_start(scene.number)
    return scene.fault(
        "bad-indent",
        (start, scene.line_end(start)),
        message,
        hint,
        (scene.text_start(related), remark),
        mend=None if scene.has_children(scene.number) else (start, "#"),
    )
