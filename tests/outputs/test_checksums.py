"""`SHA256SUMS`, held to what `sha256sum` itself says."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from generator.outputs.artifacts import Asset
from generator.outputs.data.checksums import checksums, read_checksums

FILES = (
    Asset("2022/jobs/report.pdf", b"%PDF"),
    Asset("data/표 하나.csv", b"a,b\n"),
    Asset("assets/archive.css", b"body {}"),
    Asset("2022/jobs/index.html", b"<p>"),
    Asset("data/archive.json", b"{}"),
)


def test_pdfs_and_data_are_listed_in_order() -> None:
    made = checksums(FILES)
    assert made.path == "SHA256SUMS"
    assert list(read_checksums(made.data)) == ["2022/jobs/report.pdf", "data/archive.json", "data/표 하나.csv"]
    assert checksums(reversed(FILES)) == made


def test_names_survive() -> None:
    odd = Asset("data/a\\b\nc.csv", b"x")
    assert list(read_checksums(checksums([odd]).data)) == [odd.path]


def test_other_lines_are_passed_over() -> None:
    assert read_checksums(b"\xff\n# note\nabc  file\n" + b"a" * 64 + b" *x.pdf\n") == {"x.pdf": "a" * 64}


def test_sha256sum_agrees(tmp_path: Path) -> None:
    if not shutil.which("sha256sum"):
        pytest.skip("sha256sum is not here")
    for asset in (*FILES, checksums(FILES)):
        (tmp_path / asset.path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / asset.path).write_bytes(asset.data)
    check = ["sha256sum", "-c", "--strict", "SHA256SUMS"]
    assert subprocess.run(check, cwd=tmp_path, capture_output=True, check=False).returncode == 0
    (tmp_path / FILES[0].path).write_bytes(b"other")
    assert subprocess.run(check, cwd=tmp_path, capture_output=True, check=False).returncode == 1
