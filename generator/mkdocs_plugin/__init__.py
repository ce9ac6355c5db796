"""The door to MkDocs: pages and files of the archive become MkDocs files, and nothing more.

It is the only package that imports mkdocs, so that the pages can outlive it. The plugin is handed to MkDocs as an
object: a plugin named in mkdocs.yml would have to be an installed package with an entry point, and a hook file would be
read anew as a second module and could get the composed site only through a global.

In the preview nothing raises for bad content, because MkDocs would freeze every request until the file is mended: the
findings are logged, and the site shows them.
"""

from __future__ import annotations

import os
from pathlib import Path

from mkdocs.commands.build import build as build_with_mkdocs

from generator.mkdocs_plugin.plugin import ArchivePlugin, Composed, configured
from generator.mkdocs_plugin.preview import Preview, serve
from generator.mkdocs_plugin.server import PreviewServer

__all__ = ["ArchivePlugin", "Composed", "Preview", "PreviewServer", "build", "serve"]


def build(site: Composed, content: Path, folder: Path) -> None:
    """Write the framed site of a content folder into `folder`, which is emptied first."""
    # MkDocs knows the day of the build and may print it; the same content must give the same bytes on any day.
    os.environ.setdefault("SOURCE_DATE_EPOCH", "0")
    config, _ = configured(site, content, folder)
    build_with_mkdocs(config)
