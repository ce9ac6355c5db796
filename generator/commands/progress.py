"""A line that shows how far a long work is, on a terminal only."""

from __future__ import annotations

from typing import TextIO

_WIDTH = 20


class Progress:
    """Shows what is in hand and how much is done; silent where the stream is no terminal."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self._shown = stream.isatty()

    def __call__(self, name: str, done: int, of: int) -> None:
        """Show that `done` of `of` are done, the last one being `name`."""
        if not self._shown:
            return
        filled = round(_WIDTH * done / of) if of else _WIDTH
        self._stream.write(f"\r\x1b[K[{'#' * filled}{'.' * (_WIDTH - filled)}] {done}/{of} {name}")
        if done == of:
            self._stream.write("\r\x1b[K")
        self._stream.flush()
