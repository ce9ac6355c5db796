"""Failures of the machine that an output needs; problems in content are findings, never exceptions."""

from __future__ import annotations


class GeneratorError(Exception):
    """Something that the program needs is missing or broken. The text is Korean and says what to do."""


class PdfUnavailable(GeneratorError):
    """This machine cannot make PDFs; everything else can still be built."""


class FontsMissing(PdfUnavailable):
    """The fonts that the report is set in are not installed."""
