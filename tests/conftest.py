"""The archive of this project's own content, built once for all tests, as the README's first command builds it; and the
browser that the tests share."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser

ROOT = Path(__file__).resolve().parents[1]
FINISHED = "ARCHIVE_UNDER_TEST"


def build_archive(site: Path, cwd: Path = ROOT, *options: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Build the archive of content/ into a folder, from another folder and environment where they are given. What is
    made is kept in a folder beside the site, and not in that of the checkout: a test is of what is made now."""
    command = [sys.executable, *options, "-X", "utf8", "-m", "generator.cli", "build", "--site", str(site)]
    command += ["--cache", str(site.with_name("cache"))]
    settings = {**os.environ, "PYTHONPATH": str(ROOT), **environment}
    return subprocess.run(command, cwd=cwd, env=settings, capture_output=True, encoding="utf-8", check=False)


@pytest.fixture(scope="session")
def built_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the folder of the built archive.

    Where the environment variable `ARCHIVE_UNDER_TEST` names a folder, nothing is built and that folder is tested, so
    that an office can hold the site it publishes to the same tests:
    `ARCHIVE_UNDER_TEST=site python3 build.py test tests/site`.
    """
    if finished := os.environ.get(FINISHED):
        folder = Path(finished).resolve()
        assert (folder / "index.html").is_file(), f"{FINISHED}: no site in {folder}"
        return folder
    site = tmp_path_factory.mktemp("archive") / "site"
    done = build_archive(site)
    assert done.returncode == 0, done.stdout + done.stderr
    return site


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Give a headless Chromium."""
    # Tests without a browser run where no driver is installed.
    from tests.browsing import running_browser

    yield from running_browser()
