"""serve: show the archive and make it anew whenever a file is saved."""

from __future__ import annotations

import argparse
import hashlib
import sys
from collections.abc import Callable
from pathlib import Path

from generator import mkdocs_plugin
from generator.document import Document, figures
from generator.outputs.pdf import render_pdf
from generator.site import PicturesOf, Print, Printed, Site, compose_site


def run(options: argparse.Namespace) -> int:
    """Serve until interrupted; 2 where the folder is missing or the port is taken."""
    content: Path = options.content
    if not content.is_dir():
        print(f"'{content}' 폴더가 없습니다. 보고서가 있는 content 폴더를 --content로 알려 주세요.", file=sys.stderr)
        return 2
    print(f"미리 보기: http://127.0.0.1:{options.port}/  (끝내려면 Ctrl+C)", file=sys.stderr)
    try:
        mkdocs_plugin.serve(_composer(content), content, port=options.port)
    except OSError:
        hint = f"다른 번호로 실행하세요: python3 build.py serve --port {options.port + 1}"
        print(f"{options.port}번 포트를 다른 프로그램이 쓰고 있습니다. {hint}", file=sys.stderr)
        return 2
    return 0


def _composer(content: Path) -> Callable[[], Site]:
    print_pdf = remembering(render_pdf)
    return lambda: compose_site(content, print_pdf, preview=True)


def remembering(print_pdf: Print, most: int = 64) -> Print:
    """Give a printer that prints a document again only when its content or pictures have changed."""
    kept: dict[tuple[Document, tuple[str, ...]], Printed] = {}

    def render(document: Document, pictures: PicturesOf) -> Printed:
        key = (document, tuple(_digest(figure.source, pictures) for figure in figures(document)))
        if key not in kept:
            while len(kept) >= most:
                kept.pop(next(iter(kept)))
            kept[key] = print_pdf(document, pictures)
        return kept[key]

    return render


def _digest(source: str, pictures: PicturesOf) -> str:
    try:
        return hashlib.sha256(pictures(source)).hexdigest() if source else ""
    except FileNotFoundError:
        return "missing"
