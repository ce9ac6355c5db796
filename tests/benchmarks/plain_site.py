"""The sites that somebody would build with MkDocs and Material alone: what builds.py compares our build with.

- `markdown`: each report as the Markdown of its twin, and MkDocs does the rest: navigation, contents, search. Nothing
  over the years, no data, no page to print.
- `pages`: the very pages of our archive, their bodies as HTML in Markdown files.

Both have the theme and the search plugin with their defaults.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from generator.outputs.discovery.twins import twin_path
from generator.site import Site

_SETTINGS = """\
site_name: 견줌
use_directory_urls: false
theme: {name: material, language: ko, font: false}
plugins: [search]
markdown_extensions: [tables, footnotes, attr_list]
"""
# The twin leads to files beside it, which MkDocs would miss.
_BESIDE = re.compile(r"^\[웹 쪽\].*\n", re.MULTILINE)


def write_markdown(site: Site, folder: Path) -> int:
    """Write the reports of a site as Markdown for MkDocs, and give how many pages that is."""
    twins = {twin_path(page.path) for page in site.pages}
    made = {asset.path: asset.data for asset in site.assets if asset.path in twins}
    names = ((path.removesuffix("/index.html.md"), data) for path, data in made.items())
    return _write(folder, ((f"{name}.md", _BESIDE.sub("", data.decode(), count=1)) for name, data in names))


def write_pages(site: Site, folder: Path) -> int:
    """Write all pages of a site for MkDocs, and give how many they are."""
    pages = ((page.path.removesuffix(".html"), page) for page in site.pages if page.path != "index.html")
    return _write(folder, ((f"{name}.md", f"# {page.title}\n\n<div>\n{page.body}\n</div>\n") for name, page in pages))


def _write(folder: Path, pages: Iterator[tuple[str, str]]) -> int:
    docs = folder / "docs"
    docs.mkdir(parents=True)
    (folder / "mkdocs.yml").write_text(_SETTINGS, encoding="utf-8")
    (docs / "index.md").write_text("# 처음\n", encoding="utf-8")
    count = 1
    for path, text in pages:
        count += 1
        place = docs / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text, encoding="utf-8")
    return count
