"""The printed editions of a report: what each is called, the file that holds it, how much larger it is printed.

The standard one is made of every report. The others are made where 보고서.yml asks for them under 인쇄본.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Edition:
    """A printed edition. `name` is what staff and readers call it, empty for the standard one; `file` stands beside the
    report's page; `scale` is how many times as large as in the standard one everything is printed."""

    name: str
    file: str
    scale: float = 1.0

    @property
    def label(self) -> str:
        """What a download of it is called: `PDF`, `큰글자판 PDF`."""
        return f"{self.name} PDF".strip()

    @property
    def download_suffix(self) -> str:
        """What the name of a saved file ends with: `_큰글자판`; nothing for the standard one."""
        return f"_{self.name.replace(' ', '')}" if self.name else ""

    def title_of(self, title: str) -> str:
        """Give the title that the PDF bears: the report's, and which edition it is."""
        return f"{title} ({self.name})" if self.name else title

    def place_in(self, folder: str) -> str:
        """Give the name of a report's print in this edition: the report's folder for the standard one, else the place
        of its file."""
        return f"{folder}/{self.file}" if self.name else folder


STANDARD = Edition("", "report.pdf")
LARGE = Edition("큰글자판", "report-large.pdf", 1.3)
BRIEF = Edition("1장 요약", "brief.pdf")

FURTHER = (LARGE, BRIEF)
"""What a report may ask for beside the standard edition, in the order in which it is offered."""

EDITIONS = (STANDARD, *FURTHER)


def find_edition(name: str) -> Edition | None:
    """Find a further edition by the name that staff write, whatever spaces are in it."""
    bare = "".join(name.split())
    return next((edition for edition in FURTHER if "".join(edition.name.split()) == bare), None)
