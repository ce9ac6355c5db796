"""llms.txt (llmstxt.org): what the archive is, and where machines find its text and its data."""

from __future__ import annotations

from collections.abc import Sequence

from generator.document import programmes
from generator.outputs.artifacts import Asset
from generator.outputs.discovery.catalogue import CATALOGUE
from generator.outputs.discovery.feed import FEED
from generator.outputs.discovery.markdown_text import escaped, opened, place
from generator.outputs.discovery.published_files import DataFile
from generator.outputs.discovery.twins import twin_path
from generator.outputs.discovery.works import Work
from generator.outputs.pages.report_views import issuer
from generator.outputs.web.address import reference
from generator.outputs.web.shelf import Shelf

LLMS = "llms.txt"

_HOW = (
    "보고서마다 같은 글을 Markdown으로 옮긴 파일이 있습니다. 표의 합친 칸은 걸친 칸마다 되풀이해 적었고, "
    "기울인 값은 적힌 값에서 계산한 것입니다. 금액의 단위는 표마다 적혀 있습니다. "
    "인용할 때는 보고서의 기관, 부서, 제목, 연도를 밝혀 주세요."
)


def llms_assets(works: Sequence[Work], files: Sequence[DataFile], shelf: Shelf) -> list[Asset]:
    """Give llms.txt in the order that its specification sets: name, summary, how to read, lists of files."""
    lines = [f"# {opened(escaped(shelf.name))}", ""]
    if shelf.lead:
        lines += [f"> {opened(escaped(shelf.lead))}", ""]
    lines += [escaped(f"{_HOW} {shelf.licence.sentence}")]
    if works:
        lines += ["", "## 보고서", "", *(_report(work, shelf) for work in works)]
    if files:
        lines += ["", "## 데이터", "", *(_link(file.title, file.path, file.media_type, shelf) for file in files)]
    if works:
        lines += ["", "## Optional", ""]
        lines += [
            _link("새 보고서", FEED, "Atom 새 소식", shelf),
            _link("데이터 목록", CATALOGUE, "DCAT, JSON-LD", shelf),
        ]
    return [Asset(LLMS, ("\n".join(lines) + "\n").encode())]


def _report(work: Work, shelf: Shelf) -> str:
    document = work.document
    count = len(programmes(document))
    told = f"{issuer(document)}의 {document.year}년 {document.kind}" + (f", 사업 {count}개" if count else "")
    return _link(document.title, twin_path(work.page), told, shelf)


def _link(title: str, path: str, told: str, shelf: Shelf) -> str:
    note = f": {escaped(told)}" if told else ""
    return f"- [{escaped(title)}]({place(reference(shelf.address, path))}){note}"
