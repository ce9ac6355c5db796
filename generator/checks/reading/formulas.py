"""What a row or column of a table follows from, told by the names of its neighbours.

    과부족 = 현원 - 정원                              예산현액 = 최종예산 + 전년이월 + 예산변경
    증감 = 올해 - 지난해                              집행잔액 = 예산현액 - 집행액 - 차년이월

The names are those of the forms of local-government budgets and settlements (「지방회계법 시행규칙」 결산 서식) with
the spellings that reports use. A formula is used only where the table has all that it needs.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

_YEAR = re.compile(r"(?:(?:19|20)\d\d|[’'‘]\d\d)")
_LETTER = re.compile(r"\(([A-Z])(?:=[^()]*)?\)")
_LETTER_FORMULA = re.compile(r"(?<![A-Za-z가-힣])[A-Z](?:[-−–+][A-Z])+(?![A-Za-z가-힣])")

_QUOTIENT = re.compile(r"[*/×÷%]|[률율]$")

_CHANGE = re.compile(r"(?:전년(?:도)?대비)?(?:증감|증\(?△?\)?감|증·?감)(?:금?액)?")
_OLD = re.compile(r"전년|작년|지난해|직전|당초|기정|변경전")
_TERMS: tuple[tuple[str, tuple[tuple[int, str, bool], ...]], ...] = (
    (
        r"과부족|과\(?부\)?족|결원",
        ((1, r"현원", True), (-1, r"정원", True)),
    ),
    (
        r"예산현액",
        (
            (1, r"최종예산(?:액)?|예산액|예산", True),
            (1, r"전년(?:도)?이월(?:액)?|이월액\(전년\)", False),
            (1, r"예산변경|이용·?전용|전용|예비비(?:사용)?", False),
        ),
    ),
    (
        r"집행잔액|예산잔액|불용액|잔액",
        (
            (1, r"예산현액|예산액|예산", True),
            (-1, r"집행액|지출액|집행|지출", True),
            (-1, r"차년(?:도)?이월(?:액)?|다음연도이월(?:액)?|이월(?:액)?|명시이월(?:액)?", False),
            (-1, r"사고이월(?:액)?|계속비이월(?:액)?", False),
            (-1, r"보조금반납(?:금)?|반납액", False),
        ),
    ),
)
"""A name, and the terms that make it: sign, names, and whether it must be there. 결원 counts the other way round."""


@dataclass(frozen=True, slots=True)
class Formula:
    """A line of a table (row or column, by number) as a sum of others with signs."""

    target: int
    terms: tuple[tuple[int, int], ...]


def named_formulas(names: Sequence[str]) -> list[Formula]:
    """Find the lines whose names say what they follow from; names are without spaces and brackets."""
    made = []
    for target, name in enumerate(names):
        for shape, terms in _TERMS:
            if re.fullmatch(shape, name):
                signs = -1 if name == "결원" else 1
                found = _resolve(names, target, terms, signs)
                if found:
                    made.append(found)
    return made


def change_formula(names: Sequence[str], target: int, candidates: Sequence[int]) -> Formula | None:
    """Find what a change is the difference of. `names` are full head texts; `candidates` the lines that may be meant.

    Letters in the heads tell (`(B-A)` with `(A)` and `(B)`), else words for the year before, else the years themselves.
    None where nothing tells.
    """
    plain = ["".join(name.split()) for name in names]
    letters = {letter: index for index in candidates for letter in _LETTER.findall(plain[index])}
    if _QUOTIENT.search(plain[target]):
        return None
    if written := _LETTER_FORMULA.search(plain[target]):
        return _of_letters(target, written[0], letters)
    if not _CHANGE.fullmatch(re.sub(r"\([^)△]*\)", "", plain[target])):
        return None
    near = [index for index in candidates if index < target][-2:]
    if len(near) < 2:
        return None
    old = [index for index in near if _OLD.search(plain[index])]
    if len(old) == 1:
        new = next(index for index in near if index != old[0])
        return Formula(target, ((1, new), (-1, old[0])))
    years = [_year(plain[index]) for index in near]
    if None not in years and years[0] != years[1]:
        later = max(range(2), key=lambda i: years[i] or 0)
        return Formula(target, ((1, near[later]), (-1, near[1 - later])))
    return None


def has_letter_formula(name: str) -> bool:
    """Tell whether a head says itself what it is computed from: `불용액(D=A-B-C)`."""
    plain = "".join(name.split())
    return bool(_LETTER_FORMULA.search(plain)) and not _QUOTIENT.search(plain)


def _of_letters(target: int, written: str, letters: Mapping[str, int]) -> Formula | None:
    signs = re.findall(r"([-−–+]?)([A-Z])", written)
    if any(letter not in letters or letters[letter] == target for _, letter in signs):
        return None
    return Formula(target, tuple((1 if sign in ("", "+") else -1, letters[letter]) for sign, letter in signs))


def _resolve(names: Sequence[str], target: int, terms: Sequence[tuple[int, str, bool]], signs: int) -> Formula | None:
    found: list[tuple[int, int]] = []
    for sign, shape, needed in terms:
        # A form may offer two spellings of one thing; the first named in the shape is the one that is meant.
        spellings = shape.split("|")
        index = next(
            (i for s in spellings for i, name in enumerate(names) if i != target and re.fullmatch(s, name)), None
        )
        if index is None and needed:
            return None
        if index is not None:
            found.append((sign * signs, index))
    return Formula(target, tuple(found)) if len(found) > 1 else None


def _year(name: str) -> int | None:
    found = _YEAR.search(name)
    if not found:
        return None
    digits = found[0].lstrip("’'‘")
    return int(digits) if len(digits) == 4 else 2000 + int(digits)
