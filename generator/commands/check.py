"""check: read and compose all reports and say what is wrong. Imports neither WeasyPrint nor MkDocs."""

from __future__ import annotations

import argparse
import json
import unicodedata
from collections.abc import Callable
from pathlib import Path

from generator.archive import Archive, check_library, read_archive
from generator.commands.findings import content_root, summary
from generator.commands.statistics import statistics_json, statistics_text
from generator.diagnostics import Diagnostic, has_errors, render_github, render_text, to_code_quality, to_json
from generator.file_tree import FolderTree
from generator.fixing import Corrected, correct
from generator.git_tree import GitTrouble, Repository
from generator.library import read_library
from generator.narrowing import NarrowTree, changed_folders, folder_of_path, related_folders, settings_changed


def run(options: argparse.Namespace) -> int:
    """Print the findings under the given paths; 1 where there is an error, 2 where a path does not exist."""
    content: Path = options.content
    if not content.is_dir():
        print(f"'{content}' 폴더가 없습니다. 보고서가 있는 content 폴더를 --content로 알려 주세요.")
        return 2
    if options.staged:
        return _check_staged(content)
    archive = read_archive(content)
    wanted = [_relative(path, content) for path in options.paths]
    unknown = [given for given, path in zip(options.paths, wanted, strict=True) if not _exists(path, archive)]
    if unknown:
        print(f"'{unknown[0]}'에 해당하는 보고서나 파일이 없습니다. 보기: python3 build.py check 2022/jobs-economy")
        return 2
    if options.fix:
        done = _fix(content, lambda path: not wanted or any(_is_under(path, folder) for folder in wanted))
        if options.format == "text":
            _print_corrections(done, content_root(content))
        archive = read_archive(content)

    def inside(path: str) -> bool:
        return not wanted or any(_is_under(path, folder) or _is_under(folder, path) for folder in wanted)

    findings = [f for f in archive.findings if not wanted or any(_is_under(f.at.path, path) for path in wanted)]
    if options.format == "json" and options.stats:
        print(
            _json(
                {"findings": [to_json(finding) for finding in findings], "statistics": statistics_json(archive, inside)}
            )
        )
    else:
        _print(findings, archive, content_root(content), options.format)
    if options.format == "text" and options.stats:
        print(f"\n{statistics_text(archive, inside)}")
    return 1 if has_errors(findings) else 0


def _check_staged(content: Path) -> int:
    """Check what the next commit will hold, not what stands in the folder: only the reports that it changes."""
    try:
        with Repository(content) as repository:
            last, staged = repository.last(), repository.staged()
            changed = changed_folders(last, staged)
            library = read_library(NarrowTree(staged, changed | related_folders(staged, changed)))
            archive = check_library(library)
            # Settings speak of reports that are not read here, unless they were changed themselves: then all are.
            settings = settings_changed(last, staged)
            findings = [
                f for f in archive.findings if (settings if not (own := folder_of_path(f.at.path)) else own in changed)
            ]
            if not changed and not settings:
                print("바뀐 보고서가 없어 검사할 것이 없습니다.")
                return 0
            _print(findings, archive, content_root(content), "text")
    except GitTrouble as trouble:
        print(f"{trouble}\n{trouble.hint}")
        return 2
    return 1 if has_errors(findings) else 0


def _fix(content: Path, wanted: Callable[[str], bool]) -> Corrected:
    tree = FolderTree(content)
    done = correct(tree, wanted)
    for path, data in done.files.items():
        tree.place(path).write_bytes(data)
    return done


def _print_corrections(done: Corrected, root: str) -> None:
    for correction in done.corrections:
        print(f"{root}{correction.path}:{correction.line}: 고침")
        print(f"  전: {correction.before}\n  후: {correction.after}\n")
    if done.corrections:
        print(f"파일 {len(done.files)}개에서 {len(done.corrections)}줄을 고쳤습니다. 고친 줄을 읽어 보세요.\n")
    else:
        print("고칠 곳이 없습니다.\n")


def _print(findings: list[Diagnostic], archive: Archive, root: str, form: str) -> None:
    if form == "json":
        print(_json([to_json(finding) for finding in findings]))
        return
    if form == "gitlab":
        print(_json([to_code_quality(finding, root) for finding in findings]))
        return
    for finding in findings:
        if form == "github":
            print(render_github(finding, root))
        else:
            print(render_text(finding, archive.library.lines_of, root), end="\n\n")
    if form == "text":
        print(summary(findings, len(archive.library.reports)))


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1)


def _relative(given: str, content: Path) -> str:
    """A path as staff type it: from here, from the content folder, or just `2022/jobs-economy`."""
    typed = Path(unicodedata.normalize("NFC", given))
    place = typed.resolve()
    inside = place.relative_to(content.resolve()) if place.is_relative_to(content.resolve()) else typed
    return inside.as_posix().strip("/")


def _exists(path: str, archive: Archive) -> bool:
    return path in {"", "."} or any(_is_under(known, path) for known in archive.library.tree.paths)


def _is_under(path: str, folder: str) -> bool:
    return folder in {"", "."} or path == folder or path.startswith(f"{folder}/")
