"""Particles that depend on the last sound of the word before them: `구비는`, `기금은`.

Messages name things that staff wrote, so the particle has to be chosen when the message is made.
"""

from __future__ import annotations

from typing import Literal

Particle = Literal["은/는", "이/가", "을/를", "과/와", "으로/로", "이라는/라는"]

_FIRST_SYLLABLE, _LAST_SYLLABLE, _FINALS = 0xAC00, 0xD7A3, 28
_FINAL_L = 8
# How the digits are read aloud: 영 일 이 삼 사 오 육 칠 팔 구.
_DIGIT_FINALS = dict(zip("0123456789", (21, 8, 0, 16, 0, 0, 1, 8, 8, 0), strict=True))


def with_particle(word: str, particle: Particle, quote: bool = False) -> str:
    """Attach the fitting form: `with_particle("기금", "은/는")` -> `기금은`; with `quote` `'기금'은`."""
    after_consonant, after_vowel = particle.split("/")
    final = _final_sound(word)
    softened = particle == "으로/로" and final == _FINAL_L
    shown = f"'{word}'" if quote else word
    return shown + (after_consonant if final and not softened else after_vowel)


def _final_sound(word: str) -> int:
    heard = [c for c in word if c.isalnum() or c == "%"]
    last = heard[-1] if heard else ""
    if last and _FIRST_SYLLABLE <= ord(last) <= _LAST_SYLLABLE:
        return (ord(last) - _FIRST_SYLLABLE) % _FINALS
    return _DIGIT_FINALS.get(last, 0)
