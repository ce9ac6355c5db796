"""serve: show the archive and make it anew whenever a file is saved."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from generator import mkdocs_plugin
from generator.background import BackgroundPress, Worker
from generator.cache import Store
from generator.site.renewal import Renewal


def run(options: argparse.Namespace) -> int:
    """Serve until interrupted; 2 where the folder is missing or the port is taken."""
    content: Path = options.content
    if not content.is_dir():
        print(f"'{content}' 폴더가 없습니다. 보고서가 있는 content 폴더를 --content로 알려 주세요.", file=sys.stderr)
        return 2
    print(f"미리 보기: http://127.0.0.1:{options.port}/  (끝내려면 Ctrl+C)", file=sys.stderr)
    store = Store(options.cache)
    worker = Worker(store)
    press = BackgroundPress(store, worker)
    site = Renewal(content, press)

    def ready(server: mkdocs_plugin.PreviewServer) -> None:
        press.tell, site.outdated = server.ask, server.saved

    try:
        mkdocs_plugin.serve(site.compose, content, port=options.port, early=site.early, ready=ready)
    except OSError:
        hint = f"다른 번호로 실행하세요: python3 build.py serve --port {options.port + 1}"
        print(f"{options.port}번 포트를 다른 프로그램이 쓰고 있습니다. {hint}", file=sys.stderr)
        return 2
    finally:
        worker.close()
    return 0
