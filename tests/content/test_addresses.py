"""Addresses from file paths."""

import pytest

from scripts.content.addresses import address, relative

SLUGS = {"lessen": {"en": "lessons"}, "water": {"en": "water"}}


@pytest.mark.parametrize(
    ("key", "locale", "expected"),
    [
        ("index.md", "en", "en/"),
        ("lessen/index.md", "en", "en/lessons/"),
        ("lessen/water.md", "en", "en/lessons/water/"),
        ("lessen/onbekend.md", "en", "en/lessons/onbekend/"),
    ],
)
def test_address(key: str, locale: str, expected: str) -> None:
    assert address(key, locale, "nl", SLUGS) == expected


@pytest.mark.parametrize(
    ("target", "start", "link"),
    [
        ("lessen/water/", "lessen/", "water/"),
        ("", "en/lessons/", "../../"),
        ("", "", "./"),
        ("lessen/water/#raden", "oud/", "../lessen/water/#raden"),
        ("#raden", "oud/", "../#raden"),
        ("lessen/water.pdf", "lessen/", "water.pdf"),
    ],
)
def test_relative(target: str, start: str, link: str) -> None:
    assert relative(target, start) == link
