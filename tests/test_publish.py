"""Swapping a finished folder in: the old one stays whole whenever the new one is not finished."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from generator.publish import published


def test_the_new_folder_takes_the_place_of_the_old(tmp_path: Path) -> None:
    site = tmp_path / "site"
    for text in ("first", "second"):
        with published(site) as folder:
            assert not list(folder.iterdir())
            (folder / "index.html").write_text(text)
    assert (site / "index.html").read_text() == "second"
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


@pytest.mark.parametrize("trouble", [ValueError, KeyboardInterrupt, SystemExit])
def test_trouble_leaves_the_old_folder(tmp_path: Path, trouble: type[BaseException]) -> None:
    site = tmp_path / "site"
    with published(site) as folder:
        (folder / "index.html").write_text("good")
    with pytest.raises(trouble), published(site) as folder:
        (folder / "index.html").write_text("half")
        raise trouble
    assert (site / "index.html").read_text() == "good"
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_what_a_killed_build_left_is_cleared(tmp_path: Path) -> None:
    site = tmp_path / "site"
    with published(site) as folder:
        (folder / "index.html").write_text("good")
    code = (
        "import os, sys; from pathlib import Path; from generator.publish import published\n"
        "with published(Path(sys.argv[1])) as folder:\n"
        "    (folder / 'index.html').write_text('half'); os._exit(9)"
    )
    assert subprocess.run([sys.executable, "-c", code, site], check=False).returncode == 9
    assert len(list(tmp_path.iterdir())) == 2
    assert (site / "index.html").read_text() == "good"
    with published(site) as folder:
        (folder / "index.html").write_text("better")
    assert [path.name for path in tmp_path.iterdir()] == ["site"]
    assert (site / "index.html").read_text() == "better"


def test_a_build_killed_between_the_two_renames_is_put_back(tmp_path: Path) -> None:
    dead = subprocess.run([sys.executable, "-c", "import os; print(os.getpid())"], capture_output=True, check=True)
    old = tmp_path / f"site.old-{int(dead.stdout)}"
    old.mkdir()
    (old / "index.html").write_text("good")
    site = tmp_path / "site"
    with pytest.raises(ValueError), published(site):
        assert (site / "index.html").read_text() == "good"
        raise ValueError
    assert (site / "index.html").read_text() == "good"
