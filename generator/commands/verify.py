"""verify: say whether a file is the published one, and from which content a PDF was made."""

from __future__ import annotations

import argparse
import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.file_tree import FolderTree, paths_under
from generator.notation.particle import with_particle
from generator.outputs.data.checksums import FILE, read_checksums
from generator.outputs.paper.archival.reading import FileOrigin, read_origin
from generator.outputs.web.revision import report_revision, revision_of


@dataclass(frozen=True, slots=True)
class Answer:
    """What is said of a file, line by line, and whether it is a published one."""

    lines: tuple[str, ...]
    published: bool


def run(options: argparse.Namespace) -> int:
    """Print what each file is; 1 where one is not published, 2 where a file or the list of digests is missing."""
    missing = [path for path in options.files if not path.is_file()]
    if missing:
        print(f"{with_particle(str(missing[0]), '이/가', quote=True)} 없습니다. 확인할 파일의 자리를 적으세요.")
        return 2
    sums = options.site if options.site.is_file() else options.site / FILE
    if not sums.is_file():
        print(
            f"'{sums}'에 펴낸 파일의 목록이 없습니다. python3 build.py로 누리집을 만들거나, "
            f"누리집에서 {FILE} 파일을 받아 --site로 알려 주세요."
        )
        return 2
    tree = FolderTree(options.content) if options.content.is_dir() else None
    published = read_checksums(sums.read_bytes())
    answers = [answer(path.read_bytes(), published, tree) for path in options.files]
    for path, said in zip(options.files, answers, strict=True):
        print("\n".join([f"{path}", *(f"  {line}" for line in said.lines)]))
    return 0 if all(said.published for said in answers) else 1


def answer(data: bytes, published: Mapping[str, str], tree: FolderTree | None) -> Answer:
    """Say what a file is. `published` are the digests of the published files by their places, `tree` the content folder
    as it is now, if there is one."""
    digest = hashlib.sha256(data).hexdigest()
    places = sorted(place for place, known in published.items() if known == digest)
    origin = read_origin(data)
    if places:
        lines = [f"펴낸 파일입니다: {', '.join(places)}"]
    elif origin is not None and _is_published(origin, published):
        lines = ["펴낸 파일과 다릅니다. 이 보고서의 PDF이지만 펴낸 뒤에 바뀌었거나 다른 판입니다."]
    elif origin is not None:
        lines = ["펴낸 파일의 목록에 없는 보고서의 PDF입니다."]
    else:
        lines = ["이 아카이브에서 펴낸 파일이 아닙니다."]
    if origin is not None:
        lines += _source_lines(origin, tree)
    return Answer((*lines, f"SHA-256: {digest}"), bool(places))


def _is_published(origin: FileOrigin, published: Mapping[str, str]) -> bool:
    return any(place.startswith(f"{origin.name}/") and place.endswith(".pdf") for place in published)


def _source_lines(origin: FileOrigin, tree: FolderTree | None) -> Iterator[str]:
    yield f"보고서: {origin.title} ({origin.name}, {origin.author})"
    if not origin.sources:
        yield "원본 파일이 들어 있지 않아 어떤 내용으로 만들었는지 확인할 수 없습니다."
        return
    held = revision_of(origin.sources)
    if origin.revision and held != origin.revision:
        yield (
            f"적힌 판은 {origin.revision}인데 들어 있는 원본의 판은 {held}입니다. "
            "누군가 원본이나 판 번호를 바꾸었습니다."
        )
    else:
        yield f"판: {held} (들어 있는 원본 {len(origin.sources)}개 파일에서 다시 셈한 값과 같습니다.)"
    yield from _content_lines(origin, held, tree)


def _content_lines(origin: FileOrigin, held: str, tree: FolderTree | None) -> Iterator[str]:
    if tree is None or not (paths := paths_under(tree, origin.name)):
        yield f"지금 내용 폴더에는 {origin.name} 보고서가 없습니다."
        return
    now = report_revision(tree, origin.name)
    if now == held:
        yield "지금 내용 폴더의 내용과 같은 판입니다."
        return
    files = {path.removeprefix(f"{origin.name}/"): tree.read(path) for path in paths}
    changed = sorted(name for name in {*files, *origin.sources} if files.get(name) != origin.sources.get(name))
    yield f"지금 내용 폴더의 판은 {now}입니다. 다른 파일: {', '.join(changed)}"
