"""The plugin that hands pages and files of the archive to MkDocs, and the settings that it is handed with."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Protocol

from jinja2 import Environment
from mkdocs.config import load_config
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation

from generator.outputs.artifacts import Asset, Findable, Page
from generator.outputs.web.policy import content_policy, policy_element

ROOT = Path(__file__).resolve().parents[2]
GUIDE = "guide/"
"""The only folder of content/ whose files are published as they are."""

_ENCODING = '<meta charset="utf-8">'
_AS_IT_IS = ".file"
_SEARCH = "material/search"


class Composed(Protocol):
    """What MkDocs gets of a composed site."""

    @property
    def pages(self) -> Sequence[Page]: ...
    @property
    def assets(self) -> Sequence[Asset]: ...
    @property
    def findables(self) -> Sequence[Findable]: ...


class PageFile(File):
    """A page of ours in MkDocs' list of files; the theme asks for it by `page.file.shown`."""

    shown: Page


class Made:
    """The names of all files, for the theme to ask for; it remembers what it was asked, and so what its answers
    decided."""

    def __init__(self, names: frozenset[str]) -> None:
        self._names = names
        self._asked: set[object] = set()

    def __contains__(self, name: object) -> bool:
        self._asked.add(name)
        return name in self._names

    def would_differ(self, names: frozenset[str]) -> bool:
        """Tell whether another set of files would have given another answer."""
        return any((name in self._names) != (name in names) for name in self._asked)


@dataclass(slots=True)
class Build:
    """What MkDocs worked out in a whole build and needs again to frame one page more."""

    config: MkDocsConfig
    files: Files
    nav: Navigation
    env: Environment
    made: Made


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
        self._nav: Navigation | None = None
        self.build: Build | None = None

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Leave MkDocs' site map out: it dates every page with the day of the build, and ours comes with the files."""
        config.theme.static_templates.discard("sitemap.xml")
        return config

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Leave only the guide of content/ itself, and add what was made."""
        for file in list(files):
            if _is_kept_back(file, config):
                files.remove(file)
        for made in (*page_files(self._site.pages, config), *_asset_files(self._site.assets, config)):
            present = files.get_file_from_path(made.src_uri)
            if present is not None:
                files.remove(present)
            files.append(made)
        return files

    def on_nav(self, nav: Navigation, **_: Any) -> Navigation:
        """Keep the navigation for later."""
        self._nav = nav
        return nav

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        """Tell the theme which files there are, so that it names none that was not made; and give its search the texts
        of the pages."""
        made = Made(frozenset(files.src_uris))
        env.globals["made"] = made
        if search := config.plugins.get(_SEARCH):
            search.search_index.entries += map(asdict, self._site.findables)
        if self._nav is not None:
            self.build = Build(config, files, self._nav, env, made)
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


def configured(
    site: Composed, content: Path, folder: Path, *, preview: bool = False
) -> tuple[MkDocsConfig, ArchivePlugin]:
    """Give the settings to frame a site with, and the plugin that is in them."""
    config = load_config(str(ROOT / "mkdocs.yml"), docs_dir=str(content.absolute()), site_dir=str(folder.absolute()))
    plugin = ArchivePlugin(site, preview=preview)
    config.plugins["archive"] = plugin
    if front := front_of(site.pages):
        config.site_name = front.title
        config.site_url = front.head.address or config.site_url
    return config, plugin


def front_of(pages: Sequence[Page]) -> Page | None:
    """Give the front page: it carries the archive's name and address, which are in content/organization.yml."""
    return next((page for page in pages if page.name == "front"), None)


def _is_kept_back(file: File, config: MkDocsConfig) -> bool:
    # The theme's own site map is a template; as it is none to be filled any more, it would be copied.
    return file.src_uri == "sitemap.xml" or (file.src_dir == config.docs_dir and not file.src_uri.startswith(GUIDE))


def page_files(pages: Sequence[Page], config: MkDocsConfig) -> Iterator[PageFile]:
    """Make MkDocs' files of pages. The theme's search does not read them: it is given their texts."""
    for page in pages:
        known = {"title": page.title, "description": page.description, "search": {"exclude": True}}
        meta = json.dumps(known, ensure_ascii=False)
        made = PageFile.generated(
            config,
            source_of(page.path),
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


def source_of(path: str) -> str:
    """Give the name under which MkDocs knows the page that stands at a path of the site."""
    return path.removesuffix(".html") + ".md"
