"""schema: write the JSON Schemas that editors use."""

from __future__ import annotations

import argparse
from pathlib import Path

from generator.schema import render_schemas


def run(options: argparse.Namespace) -> int:
    """Write content/schema/*.json; always 0."""
    folder: Path = options.content / "schema"
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in render_schemas().items():
        (folder / name).write_text(text, encoding="utf-8")
        print(f"{folder / name}에 썼습니다.")
    return 0
