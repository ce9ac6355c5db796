"""The staff guide's examples are read by the program that they explain."""

from __future__ import annotations

import re
import textwrap
from pathlib import Path

import pytest

from generator.blocks import BLOCKS
from generator.compose import compose_library
from generator.library import read_library
from tests.trees import REPORT, archive_of

GUIDE = Path(__file__).resolve().parents[1] / "content" / "guide"
LINEAGES = GUIDE.parent / "programs.yml"
FENCE = re.compile(r"^```yaml\n(.*?)^```$", re.MULTILINE | re.DOTALL)
EXAMPLES = [
    pytest.param(textwrap.dedent(match[1]), id=f"{path.stem}-{number}")
    for path in sorted(GUIDE.glob("*.md"))
    for number, match in enumerate(FENCE.finditer(path.read_text(encoding="utf-8")), 1)
]
PROGRAMME = "제목: 부\n사업:\n  - 사업명: 가[^1]\n    id: a\n"


def _frames(text: str) -> list[str]:
    """The places of a section in which a fragment may stand: the whole, in a section, in a programme, under 본문."""
    return [
        text,
        f"제목: 부\n{text}",
        PROGRAMME + textwrap.indent(text, "    "),
        PROGRAMME + "    각주: {1: 나}\n    본문:\n" + textwrap.indent(text, "      "),
    ]


def _findings(files: dict[str, str]) -> list[str]:
    library = read_library(archive_of(files))
    found = [*library.findings, *(f for report in compose_library(library) for f in report.findings)]
    return [f"{item.at.line}: {item.message}" for item in found if item.code != "required-topic"]


@pytest.mark.parametrize("text", EXAMPLES)
def test_every_example_is_accepted_somewhere(text: str) -> None:
    if "구성:" in text:
        names = ("일반현황", "추진실적", "신규중점사업")
        report = text.replace("jobs-economy", "sample")
        assert not _findings({"보고서.yml": report} | {f"{name}.yml": "제목: 부\n" for name in names})
        return
    if text.lstrip().startswith("- id:"):
        assert text in textwrap.dedent(LINEAGES.read_text(encoding="utf-8").partition("사업 목록:\n")[2])
        return
    tried = [_findings({"보고서.yml": REPORT, "일반현황.yml": frame}) for frame in _frames(text)]
    assert [] in tried, tried


def test_there_are_examples() -> None:
    assert len(EXAMPLES) >= 5


def test_every_block_is_named_in_the_guide() -> None:
    text = (GUIDE / "writing.md").read_text(encoding="utf-8")
    assert [kind.key for kind in BLOCKS if f"| `{kind.key}` |" not in text] == []
