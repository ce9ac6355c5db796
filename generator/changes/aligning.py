"""Which member of an old sequence is which of a new one: by key, then by likeness; and which of them moved.

Nothing here compares everything with everything: equal keys are found by a dictionary, like texts through the words
that they share.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from generator.changes.words import tokens

Pair = tuple[int, int]

# A word that many lines have in common says nothing about which is which.
_COMMON_WORD = 30


@dataclass(frozen=True, slots=True)
class Alignment:
    """Pairs of positions in the order of the new sequence, and the positions that have no partner."""

    pairs: tuple[Pair, ...]
    removed: tuple[int, ...]
    added: tuple[int, ...]

    def steps(self) -> Iterator[tuple[int | None, int | None]]:
        """Give pairs and lone members in reading order: that of the new sequence, what is gone where it stood. A lone
        member has None on the other side."""
        partner = {k: i for i, k in self.pairs}
        moved = self.moved()
        gone = list(self.removed)
        last = -1
        for k in range(len(self.pairs) + len(self.added)):
            i = partner.get(k)
            in_place = i is not None and k not in moved
            while gone and (gone[0] < i if i is not None and in_place else gone[0] <= last + 1):
                last = gone.pop(0)
                yield last, None
            last = i if i is not None and in_place else last
            yield i, k
        yield from ((i, None) for i in gone)

    def moved(self) -> frozenset[int]:
        """Give the new positions of the fewest members whose moving explains the new order."""
        return moved_positions(self.pairs)


class Matching:
    """Pairs as they are found, one rule after the other; a paired member is out of the game."""

    def __init__(self, old: int, new: int) -> None:
        self.partner: dict[int, int] = {}
        self._old, self._new = old, new
        self._taken: set[int] = set()

    @property
    def old_left(self) -> list[int]:
        """Old positions without a partner."""
        return [i for i in range(self._old) if i not in self.partner]

    @property
    def new_left(self) -> list[int]:
        """New positions without a partner."""
        return [k for k in range(self._new) if k not in self._taken]

    def pair(self, i: int, k: int) -> None:
        """Pair an old and a new position, unless either has its partner already."""
        if i not in self.partner and k not in self._taken:
            self.partner[i] = k
            self._taken.add(k)

    def by_key(self, old: Sequence[object], new: Sequence[object]) -> None:
        """Pair what bears the same key, which is hashable; of several the first with the first. None is no key."""
        places: dict[object, list[int]] = defaultdict(list)
        for k in reversed(self.new_left):
            if new[k] is not None:
                places[new[k]].append(k)
        for i in self.old_left:
            if old[i] is not None and places.get(old[i]):
                self.pair(i, places[old[i]].pop())

    def in_order(self, old: Sequence[object], new: Sequence[object]) -> None:
        """Pair what is equal and stands in the same order."""
        ones, others = self.old_left, self.new_left
        matcher = SequenceMatcher[object](None, [old[i] for i in ones], [new[k] for k in others], autojunk=False)
        for block in matcher.get_matching_blocks():
            for step in range(block.size):
                self.pair(ones[block.a + step], others[block.b + step])

    def by_likeness(self, old: Sequence[str], new: Sequence[str], least: float) -> None:
        """Pair the texts that are most alike, the best first, none below `least` (0 to 1)."""
        for _, i, k in sorted(_likenesses(old, new, self.old_left, self.new_left, least)):
            self.pair(i, k)

    def in_gaps(self, old: Sequence[str], new: Sequence[str], least: float) -> None:
        """Pair what stands alone between the same neighbours, though less alike than `least` asks elsewhere."""
        taken = {k: i for i, k in self.partner.items()}
        for i in self.old_left:
            k = self.partner[i - 1] + 1 if i - 1 in self.partner else 0 if i == 0 else None
            if k is None or k >= self._new or k in taken:
                continue
            follows = (k + 1 >= self._new) if i + 1 >= self._old else self.partner.get(i + 1) == k + 1
            if follows and likeness(_bag(old[i]), _bag(new[k])) >= least:
                self.pair(i, k)

    def follows(self, i: int, k: int) -> bool:
        """Tell whether both stand right behind a pair, or both at the beginning."""
        return (i == 0 and k == 0) or (i > 0 and self.partner.get(i - 1) == k - 1)

    def result(self) -> Alignment:
        """Give the pairs found."""
        pairs = tuple(sorted(self.partner.items(), key=lambda pair: pair[1]))
        return Alignment(pairs, tuple(self.old_left), tuple(self.new_left))


def moved_positions(pairs: Sequence[Pair]) -> frozenset[int]:
    """Give the new positions that are outside a longest increasing run of old positions."""
    ordered = sorted(pairs, key=lambda pair: pair[1])
    tails: list[int] = []
    ends: list[int] = []
    before: list[int] = []
    for index, (i, _) in enumerate(ordered):
        length = bisect_left(tails, i)
        before.append(ends[length - 1] if length else -1)
        tails[length : length + 1] = [i]
        ends[length : length + 1] = [index]
    kept: set[int] = set()
    index = ends[-1] if ends else -1
    while index >= 0:
        kept.add(index)
        index = before[index]
    return frozenset(k for index, (_, k) in enumerate(ordered) if index not in kept)


def likeness(one: Mapping[str, int], other: Mapping[str, int]) -> float:
    """Give the share of words that two bags have in common, 0 to 1 (Sørensen–Dice)."""
    total = sum(one.values()) + sum(other.values())
    common = sum(min(count, other[word]) for word, count in one.items() if word in other)
    return 2 * common / total if total else 0.0


def text_likeness(one: str, other: str) -> float:
    """Give the share of words that two texts have in common, 0 to 1."""
    return likeness(_bag(one), _bag(other))


def _likenesses(
    old: Sequence[str], new: Sequence[str], ones: Sequence[int], others: Sequence[int], least: float
) -> Iterator[tuple[tuple[float, int], int, int]]:
    bags = {k: _bag(new[k]) for k in others}
    holders: dict[str, list[int]] = defaultdict(list)
    for k in others:
        for word in bags[k]:
            holders[word].append(k)
    for i in ones:
        bag = _bag(old[i])
        candidates = {k for word in bag if len(holders.get(word, ())) <= _COMMON_WORD for k in holders.get(word, ())}
        for k in sorted(candidates):
            if (like := likeness(bag, bags[k])) >= least:
                yield (-like, abs(i - k)), i, k


def _bag(text: str) -> Counter[str]:
    return Counter(token for token in tokens(text) if any(character.isalnum() for character in token))
