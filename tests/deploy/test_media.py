"""Types and how long files may be kept."""

from __future__ import annotations

import pytest

from scripts.deploy.media import cache_control, content_type, is_type

AN_HOUR, FOR_EVER, NEVER = "public, max-age=3600", "public, max-age=31536000, immutable", "no-cache"


@pytest.mark.parametrize(
    ("path", "media_type", "kept"),
    [
        ("index.html", "text/html; charset=utf-8", NEVER),
        ("version.json", "application/json", NEVER),
        ("assets/style.0a1b2c3d.css", "text/css; charset=utf-8", FOR_EVER),
        ("pagefind/fragment/en_ad1bdb4.pf_fragment", "application/octet-stream", FOR_EVER),
        ("assets/style.css", "text/css; charset=utf-8", AN_HOUR),
        ("report-20261123.pdf", "application/pdf", AN_HOUR),
        ("facade.png", "image/png", AN_HOUR),
        (".well-known/security.txt", "text/plain; charset=utf-8", AN_HOUR),
    ],
)
def test_each_kind_of_file_has_its_headers(path: str, media_type: str, kept: str) -> None:
    assert (content_type(path), cache_control(path)) == (media_type, kept)


@pytest.mark.parametrize(
    ("path", "sent", "right"),
    [
        ("a.js", "application/javascript", True),
        ("a.html", "Text/HTML;charset=UTF-8", True),
        ("a.html", "text/plain", False),
        ("a.css", "", False),
    ],
)
def test_types_are_compared_as_browsers_do(path: str, sent: str, right: bool) -> None:
    assert is_type(path, sent) is right
