"""Doing again only what depends on something that changed.

A memory keeps, under a name, what was made and what it was made from. Asked again for the same name with the same
things given, it gives what it has. Where something is made anew and comes out alike, the former is given out still, so
that nothing that was made from it is made again either: a comment in a source file changes no page.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, fields, is_dataclass
from decimal import Decimal
from enum import Enum
from typing import TypeVar, cast

T = TypeVar("T")

_ATOMS = (str, bytes, int, bool, frozenset, Enum, type(None))


@dataclass(slots=True)
class _Kept:
    """What was made, what it was made from, and the round in which it was last asked for."""

    given: tuple[object, ...]
    made: object
    round: int


class Interrupted(Exception):
    """The work at hand is of no use any more. What was made of it up to here is kept."""


class Memory:
    """What was made, by name. It holds what the last finished round asked for, and nothing older."""

    def __init__(self) -> None:
        self._kept: dict[Hashable, _Kept] = {}
        self._round = 0
        self._useless: Callable[[], bool] = lambda: False

    def recall(self, name: Hashable, given: tuple[object, ...], make: Callable[[], T]) -> T:
        """Give what `make` makes from what is `given`, which must be all that it depends on. Things given are the same
        where they are one object or equal texts, bytes and numbers, also within tuples: comparing costs next to
        nothing, and no two things are taken for one. Raises Interrupted in a round that has become useless."""
        if self._useless():
            raise Interrupted
        kept = self._kept.get(name)
        if kept is not None and _same(kept.given, given):
            kept.round = self._round
            return cast(T, kept.made)
        made = make()
        if kept is not None and alike(kept.made, made):
            made = cast(T, kept.made)
        self._kept[name] = _Kept(given, made, self._round)
        return made

    def settle(self, name: Hashable, made: T) -> T:
        """Give the former thing of this name where the one just `made` is alike, so that others recognise it."""
        return self.recall(name, (object(),), lambda: made)

    @contextmanager
    def round(self, useless: Callable[[], bool] = lambda: False) -> Iterator[None]:
        """Do one piece of work from start to end; what it has not asked for is forgotten then. The work ends early,
        and nothing is forgotten, once `useless` tells so."""
        self._round += 1
        self._useless = useless
        try:
            yield
        finally:
            self._useless = lambda: False
        self._kept = {name: kept for name, kept in self._kept.items() if kept.round == self._round}


def alike(one: object, other: object) -> bool:
    """Tell whether two things can take each other's place in every respect.

    That is more than equality, which leaves places in the source out and takes 1.0 for 1.00; things of a kind that is
    not known here are alike only where they are one.
    """
    if one is other:
        return True
    if type(one) is not type(other):
        return False
    if isinstance(one, _ATOMS):
        return one == other
    if isinstance(one, Decimal):
        return one.as_tuple() == cast(Decimal, other).as_tuple()
    if isinstance(one, tuple | list):
        there = cast("tuple[object, ...]", other)
        return len(one) == len(there) and all(map(alike, one, there))
    if isinstance(one, dict):
        mapping = cast("dict[object, object]", other)
        return alike(list(one), list(mapping)) and alike(list(one.values()), list(mapping.values()))
    if is_dataclass(one):
        return all(alike(getattr(one, field.name), getattr(other, field.name)) for field in fields(one))
    return False


def _same(one: object, other: object) -> bool:
    if one is other:
        return True
    if type(one) is not type(other):
        return False
    if isinstance(one, tuple):
        there = cast("tuple[object, ...]", other)
        return len(one) == len(there) and all(map(_same, one, there))
    return isinstance(one, _ATOMS) and one == other
