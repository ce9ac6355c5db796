"""The door to MkDocs: pages and files of the archive become MkDocs files, and nothing more.

It is the only module that imports mkdocs, so that the pages can outlive it. The plugin is handed to MkDocs as an
object: a plugin named in mkdocs.yml would have to be an installed package with an entry point, and a hook file would be
read anew as a second module and could get the composed site only through a global.

In the preview nothing raises for bad content, because MkDocs would freeze every request until the file is mended
(mkdocs/livereload, `_build_loop`): the findings are logged, and the site shows them.
"""

from __future__ import annotations

import html
import json
import logging
import os
import tempfile
import traceback
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any, Protocol

from jinja2 import Environment
from mkdocs.commands.build import build as build_with_mkdocs
from mkdocs.config import load_config
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File, Files, InclusionLevel

from generator.diagnostics import Diagnostic, LinesOf, Severity, render_text
from generator.outputs.artifacts import Asset, Page
from generator.outputs.policy import content_policy, policy_element

ROOT = Path(__file__).resolve().parents[1]
GUIDE = "guide/"
"""The only folder of content/ whose files are published as they are."""

_ENCODING = '<meta charset="utf-8">'
_AS_IT_IS = ".file"

log = logging.getLogger("generator.preview")


class Composed(Protocol):
    """What MkDocs gets of a composed site."""

    @property
    def pages(self) -> Sequence[Page]: ...
    @property
    def assets(self) -> Sequence[Asset]: ...


class Previewed(Composed, Protocol):
    """What the preview needs beside: the findings, and their source lines to log them with."""

    @property
    def findings(self) -> Sequence[Diagnostic]: ...
    @property
    def lines_of(self) -> LinesOf: ...


class PageFile(File):
    """A page of ours in MkDocs' list of files; the theme asks for it by `page.file.shown`."""

    shown: Page


class NoOptions(Config):  # type: ignore[no-untyped-call]
    """The plugin is made by us and has nothing to set in mkdocs.yml."""


class ArchivePlugin(BasePlugin[NoOptions]):  # type: ignore[no-untyped-call]
    """Adds a composed site's pages and files to MkDocs' own, and each page's policy on what it may run.

    The `preview` is without policies: MkDocs puts a script of its own into every page that it serves, anew each time.
    """

    def __init__(self, site: Composed, *, preview: bool = False) -> None:
        super().__init__()
        self._site = site
        self._preview = preview

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Leave MkDocs' site map out: it dates every page with the day of the build, and ours comes with the files."""
        config.theme.static_templates.discard("sitemap.xml")
        return config

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Leave only the guide of content/ itself, and add what was made."""
        for file in list(files):
            if _is_kept_back(file, config):
                files.remove(file)
        for made in (*_page_files(self._site.pages, config), *_asset_files(self._site.assets, config)):
            present = files.get_file_from_path(made.src_uri)
            if present is not None:
                files.remove(present)
            files.append(made)
        return files

    def on_env(self, env: Environment, *, files: Files, **_: Any) -> Environment:
        """Tell the theme which files there are, so that it names none that was not made."""
        env.globals["made"] = frozenset(files.src_uris)
        return env

    def on_page_content(self, content: str, *, page: Any, **_: Any) -> str:
        """Put in the finished body; MkDocs has rendered a placeholder."""
        return page.file.shown.body if isinstance(page.file, PageFile) else content

    def on_post_page(self, output: str, *, page: Any, **_: Any) -> str:
        """Put in the page's policy. What content brought has no part in it."""
        return self._with_policy(output, output.replace(page.content, ""))

    def on_post_template(self, output_content: str, *, template_name: str, **_: Any) -> str:
        """Put the policy into the page for wrong addresses, which is no page to MkDocs."""
        return self._with_policy(output_content, output_content) if template_name == "404.html" else output_content

    def _with_policy(self, html: str, frame: str) -> str:
        if self._preview:
            return html
        # Behind the encoding, which browsers look for in the first kilobyte, and before anything that is loaded.
        return html.replace(_ENCODING, f"{_ENCODING}\n{policy_element(content_policy(frame))}", 1)


def build(site: Composed, content: Path, folder: Path) -> None:
    """Write the framed site of a content folder into `folder`, which is emptied first."""
    # MkDocs knows the day of the build and may print it; the same content must give the same bytes on any day.
    os.environ.setdefault("SOURCE_DATE_EPOCH", "0")
    build_with_mkdocs(_config(site, content, folder))


def serve(
    compose: Callable[[], Previewed],
    content: Path,
    *,
    host: str = "127.0.0.1",
    port: int = 8000,
    watch: Sequence[Path] = (),
    open_in_browser: bool = False,
) -> None:
    """Show the site and make it anew whenever a file in `content` or `watch` changes, until interrupted.

    Raises OSError where the port is taken; never for bad content.
    """
    with tempfile.TemporaryDirectory(prefix="archive-preview-") as folder:

        def rebuild() -> None:
            config = _config(_tolerant(compose), content, Path(folder), preview=True)
            build_with_mkdocs(config, serve_url=f"http://{host}:{port}/")

        server = LiveReloadServer(builder=rebuild, host=host, port=port, root=folder)
        missing = Path(folder) / "404.html"
        server.error_handler = lambda code: missing.read_bytes() if code == 404 and missing.is_file() else None
        try:
            rebuild()
            for path in (content, *watch):
                server.watch(str(path))
            server.serve(open_in_browser=open_in_browser)  # type: ignore[no-untyped-call]
        except KeyboardInterrupt:
            pass
        finally:
            server.shutdown()


def _config(site: Composed, content: Path, folder: Path, *, preview: bool = False) -> MkDocsConfig:
    config = load_config(str(ROOT / "mkdocs.yml"), docs_dir=str(content.absolute()), site_dir=str(folder.absolute()))
    config.plugins["archive"] = ArchivePlugin(site, preview=preview)
    # The archive's name and address are in content/organization.yml; the front page carries them.
    front = next((page for page in site.pages if page.name == "front"), None)
    if front:
        config.site_name = front.title
        config.site_url = front.head.address or config.site_url
    return config


def _tolerant(compose: Callable[[], Previewed]) -> Composed:
    try:
        site = compose()
        for finding in site.findings:
            level = logging.INFO if finding.severity is Severity.NOTE else logging.WARNING
            log.log(level, "%s", render_text(finding, site.lines_of))
    except Exception:
        # A fault of the generator must not take the preview away either.
        trace = traceback.format_exc()
        log.warning("미리 보기를 만들지 못했습니다. 프로그램의 잘못이니 아래 내용을 관리자에게 알려 주세요.\n%s", trace)
        return _Failed(trace)
    return site


class _Failed:
    """A site that only says that it could not be made."""

    assets: Sequence[Asset] = ()

    def __init__(self, trace: str) -> None:
        title = "미리 보기를 만들지 못했습니다"
        self.pages: Sequence[Page] = (Page("index.html", "problem", title, _apology(title, trace)),)


def _apology(title: str, trace: str) -> str:
    # Not from a template: a template may be what is broken.
    advice = "프로그램의 잘못입니다. 아래 내용을 관리자에게 알려 주세요. 파일을 저장하면 다시 해 봅니다."
    return (
        f'<div class="wrap problem"><header class="page-head"><h1>{title}</h1><p class="lead">{advice}</p></header>'
        f'<pre class="finding__source" tabindex="0">{html.escape(trace)}</pre></div>'
    )


def _is_kept_back(file: File, config: MkDocsConfig) -> bool:
    # The theme's own site map is a template; as it is none to be filled any more, it would be copied.
    return file.src_uri == "sitemap.xml" or (file.src_dir == config.docs_dir and not file.src_uri.startswith(GUIDE))


def _page_files(pages: Sequence[Page], config: MkDocsConfig) -> Iterator[File]:
    for page in pages:
        meta = json.dumps({"title": page.title, "description": page.description}, ensure_ascii=False)
        made = PageFile.generated(
            config,
            page.path.removesuffix(".html") + ".md",
            content=f"---\n{meta}\n---\n",  # JSON is YAML too
            # MkDocs' navigation is the guide's; the archive's pages link to each other.
            inclusion=InclusionLevel.INCLUDED if page.path.startswith(GUIDE) else InclusionLevel.NOT_IN_NAV,
        )
        assert isinstance(made, PageFile)
        made.shown = page
        yield made


def _asset_files(assets: Sequence[Asset], config: MkDocsConfig) -> Iterator[File]:
    for asset in assets:
        # A Markdown twin is handed out as it is; under its own name MkDocs would make a page of it.
        listed = asset.path + _AS_IT_IS if asset.path.endswith(".md") else asset.path
        made = File.generated(config, listed, content=asset.data, inclusion=InclusionLevel.INCLUDED)
        made.dest_uri = asset.path
        yield made
