"""Particles after a word."""

from __future__ import annotations

import pytest

from generator.notation.particle import Particle, with_particle


@pytest.mark.parametrize(
    ("word", "particle", "expected"),
    [
        ("구비", "은/는", "구비는"),
        ("기금", "은/는", "기금은"),
        ("시비", "이/가", "시비가"),
        ("728,991", "이/가", "728,991이"),
        ("5", "을/를", "5를"),
        ("100", "과/와", "100과"),
        ("서울", "으로/로", "서울로"),
        ("구", "으로/로", "구로"),
        ("국", "으로/로", "국으로"),
        ("8", "으로/로", "8로"),
        ("계(B)", "은/는", "계(B)는"),
        ("70%", "이/가", "70%가"),
        ("", "을/를", "를"),
    ],
)
def test_with_particle(word: str, particle: Particle, expected: str) -> None:
    assert with_particle(word, particle) == expected


def test_quotes_do_not_hide_the_last_sound() -> None:
    assert with_particle("기금", "은/는", quote=True) == "'기금'은"
