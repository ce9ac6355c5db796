"""The program as on a machine that cannot print: `python -m tests.benchmarks.unprinted build …`.

For the benchmark of builds, where PDFs would hide everything else; printing.py measures those.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence

from generator import cli
from generator.commands import making
from generator.outputs.errors import PdfUnavailable
from generator.outputs.paper.pdf_result import PdfResult
from generator.press import Job, Press


class Unprinting(Press):
    """A press that prints nothing."""

    def print(self, jobs: Sequence[Job]) -> dict[str, PdfResult]:
        """Leave the PDFs out; no reason is given, since none is to be told."""
        raise PdfUnavailable("")


def main() -> int:
    """Run a verb; gives its exit status."""
    making.Press = Unprinting  # type: ignore[misc]
    return cli.main(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
