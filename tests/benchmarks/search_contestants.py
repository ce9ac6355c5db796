"""The searches that search_scale.py compares, each made ready to be asked.

The texts that our search is given become one plain page for each report, with a heading for each section and topic and
a paragraph for each line; Material and Pagefind index these pages.

A search's script gives functions for its page: `cold(query)` begins, asks for the first time and gives the
milliseconds from the beginning to the first results; `ask(query)` is what a reader waits for; `paths(query)` gives the
reports found, best first, at least ten; `settle()` waits until everything is loaded.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from material.plugins.search.plugin import SearchIndex  # type: ignore[import-untyped]
from mkdocs.commands.build import build as build_with_mkdocs
from mkdocs.config import load_config

from generator.archive import Archive
from generator.lifelines import lifelines_of
from generator.outputs.search.index import search_assets
from generator.outputs.search.names import lifeline_entries
from generator.records import records_of

_TAB = "\t"
_OURS = """
const post = (query, enough) => new Promise(resolve => {
  const id = (self.last = (self.last ?? 0) + 1)
  self.worker.onmessage = ({ data }) => {
    if (data.id === id && enough(data)) resolve(data.answer.groups.map(({ report }) => report.path))
  }
  self.worker.postMessage({ type: "query", id, query, options: {} })
})
self.ask = query => post(query, ({ answer, waiting }) => answer.groups.length || !waiting)
self.paths = self.ask
self.settle = () => post("가", ({ waiting }) => !waiting)
self.cold = async query => {
  const begin = performance.now()
  self.worker = new Worker("assets/search/engine.js")
  await self.ask(query)
  return performance.now() - begin
}
"""
# Of the dialog's own messages the queries are left out: 1 is ready, 2 a query, 3 its result.
_MATERIAL = """
const first = new Promise(resolve => {
  const Original = self.Worker
  self.Worker = class extends Original {
    constructor(...given) {
      super(...given)
      self.worker = this
      this.addEventListener("message", async ({ data }) => {
        if (data.type === 1) resolve([await self.ask(self.firstQuery), performance.now()])
      })
    }
    postMessage(message) { if (message.type !== 2 || message.own) super.postMessage(message) }
  }
})
self.ask = query => new Promise(resolve => {
  self.worker.addEventListener("message", function take({ data }) {
    if (data.type !== 3) return
    self.worker.removeEventListener("message", take)
    resolve([...new Set(data.data.items.flat().map(({ location }) => location.split("#")[0]))])
  })
  self.worker.postMessage({ type: 2, data: query, own: true })
})
self.paths = self.ask
self.settle = () => first
self.cold = async () => {
  const [, end] = await first
  return end - performance.getEntriesByType("resource").find(({ name }) => name.includes("search_index")).startTime
}
"""
_PAGEFIND = """
const found = async (query, most) => {
  const { results } = await self.pagefind.search(query)
  const data = await Promise.all(results.slice(0, most).map(result => result.data()))
  return data.map(({ url }) => url.replace(/^[/]/, ""))
}
self.ask = query => found(query, 5)
self.paths = query => found(query, 10)
self.settle = async () => {}
self.cold = async query => {
  const begin = performance.now()
  self.pagefind = await import(new URL("pagefind/pagefind.js", location.href))
  await self.pagefind.init()
  await self.ask(query)
  return performance.now() - begin
}
"""
_MATERIAL_SITE = """\
site_name: 견줌
use_directory_urls: false
theme: {name: material, language: ko, font: false}
plugins: [search]
"""


@dataclass(frozen=True, slots=True)
class Contestant:
    """A search ready to be asked: its site's folder, which of its files belong to the search (a pattern), the script
    that gives `ask`, `paths`, `settle`, `cold`, and the processor's seconds for the index."""

    name: str
    folder: Path
    files: str
    script: str
    built_seconds: float

    def written(self) -> Iterator[tuple[str, bytes]]:
        """Give the search's files by name."""
        for path in sorted(self.folder.rglob("*")):
            name = path.relative_to(self.folder).as_posix()
            if path.is_file() and re.fullmatch(self.files, name):
                yield name, path.read_bytes()


def ours(folder: Path, archive: Archive) -> Contestant:
    """Write our search."""
    lines = lifelines_of(archive, records_of(archive))
    begin = _processor_seconds()
    assets = search_assets([(report.document, {}) for report in archive.reports], lifelines=lifeline_entries(lines))
    built = _processor_seconds() - begin
    for asset in assets:
        _write(folder / asset.path, asset.data)
    _write(folder / "index.html", b"<!doctype html><title>1</title>")
    return Contestant("우리", folder, r"assets/search/engine\.js|search/.*", _OURS, built)


def material(folder: Path, years: Sequence[Mapping[str, Any]]) -> Contestant:
    """Build a site of one page, and give it the index of all of them."""
    _write(folder / "mkdocs.yml", _MATERIAL_SITE.encode())
    _write(folder / "docs" / "index.md", "# 처음\n".encode())
    site = folder / "site"
    build_with_mkdocs(load_config(str(folder / "mkdocs.yml"), site_dir=str(site)))
    made = site / "search" / "search_index.json"
    settings = json.loads(made.read_text(encoding="utf-8"))["config"]
    pages = [_plain_page(report) for report in _reports(years)]
    begin = _processor_seconds()
    index = SearchIndex(**settings)
    for path, title, body in pages:
        index.add_entry_from_context(SimpleNamespace(content=body, toc=[], url=path, title=title, meta={}))
    made.write_text(index.generate_search_index(None), encoding="utf-8")
    built = _processor_seconds() - begin
    return Contestant("Material", site, r"search/.*|.*/workers/search.*\.js", _MATERIAL, built)


def pagefind(folder: Path, years: Sequence[Mapping[str, Any]]) -> list[Contestant]:
    """Write the pages and index them; nothing where Pagefind cannot be had."""
    tools = folder / "tools"
    pip = [sys.executable, "-m", "pip", "install", "--quiet", "--target", str(tools), "pagefind[bin]"]
    if subprocess.run(pip, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False).returncode:
        print("Pagefind를 설치하지 못해 견주지 않습니다: pip install 'pagefind[bin]'", file=sys.stderr)
        return []
    site = folder / "site"
    for report in _reports(years):
        path, title, body = _plain_page(report)
        page = f'<!doctype html><html lang="ko"><meta charset="utf-8"><title>{escape(title)}</title><main>{body}</main>'
        _write(site / path, page.encode())
    _write(site / "index.html", b"<!doctype html><title>1</title>")
    index = [sys.executable, "-m", "pagefind", "--site", str(site), "--force-language", "ko", "--keep-index-url"]
    begin = _processor_seconds()
    subprocess.run([*index, "--silent"], env={**os.environ, "PYTHONPATH": str(tools)}, check=True)
    built = _processor_seconds() - begin
    return [Contestant("Pagefind", site, r"pagefind/(?!.*(ui|modular|component|playground)).*", _PAGEFIND, built)]


def _reports(years: Sequence[Mapping[str, Any]]) -> Iterator[Mapping[str, Any]]:
    for year in years:
        yield from year["reports"]


def _plain_page(report: Mapping[str, Any]) -> tuple[str, str, str]:
    """Give a report's path, title and body."""
    body = []
    for section in report["sections"]:
        body.append(f'<h2 id="{escape(section["id"])}">{escape(section["title"])}</h2>' if section["id"] else "")
        for topic in section["topics"]:
            body.append(f'<h3 id="{escape(topic["id"])}">{escape(topic["heading"])}</h3>' if topic["heading"] else "")
            body += (f"<p>{escape(line).replace(_TAB, ' ')}</p>" for line in topic["lines"].splitlines())
    return report["path"], report["title"], f"<h1>{escape(report['title'])}</h1>{''.join(body)}"


def _write(place: Path, data: bytes) -> None:
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_bytes(data)


def _processor_seconds() -> float:
    taken = os.times()
    return taken.user + taken.system + taken.children_user + taken.children_system
