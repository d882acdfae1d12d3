"""The health check: what it asks, and what it does not accept."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from scripts.deploy import health
from scripts.report import Unable
from tests.deploy.conftest import HASHED, serving

HTML = "text/html"


def test_it_asks_one_of_each(site: Callable[..., Path]) -> None:
    folder = site("one", **{"assets/a.js": "1", "xyz/index.html": "no language"})
    asked = [(probe.address, probe.status) for probe in health.probes(folder)]
    missing = (health.MISSING, 404)
    others = [(path, 200) for path in (HASHED, ".well-known/security.txt", "version.json")]
    assert asked == [("", 200), ("en/", 200), missing, *others]


@pytest.mark.parametrize("end", ["", "/"])
def test_a_site_that_answers_is_well(site: Callable[..., Path], end: str) -> None:
    folder = site("one")
    with serving(folder) as address:
        assert health.failures(address + end, folder) is None


@pytest.mark.parametrize(
    ("address", "answer", "words"),
    [
        ("", (301, HTML, None), "/ answers 301, not 200"),
        ("en", (200, "text/plain", None), "/en/ has the type text/plain"),
        ("this-page-does-not-exist", (200, HTML, None), "answers 200, not 404"),
        ("this-page-does-not-exist", (404, HTML, b"nginx"), "is not that of this site"),
        (HASHED, (404, "text/css", None), f"{HASHED} answers 404"),
        (".well-known/security.txt", (403, "text/plain", None), "security.txt answers 403"),
        ("version.json", (200, "application/json", b"{}"), "version.json is not that of this site"),
        ("en", (200, HTML, b"slow"), "/en/ does not answer: "),
    ],
)
def test_every_other_answer_is_a_failure(
    site: Callable[..., Path],
    monkeypatch: pytest.MonkeyPatch,
    address: str,
    answer: tuple[int, str, bytes | None],
    words: str,
) -> None:
    monkeypatch.setattr(health, "SECONDS", 1)
    folder = site("one")
    with serving(folder, **{address: answer}) as base:
        found = health.failures(base, folder)
    assert found
    assert words in found.en
    assert ";" not in found.en


def test_a_host_that_is_silent_is_a_failure(site: Callable[..., Path]) -> None:
    found = health.failures("http://127.0.0.1:1/", site("one"))
    assert found
    assert "antwoordt niet" in found.nl


def test_what_is_no_address_is_refused(site: Callable[..., Path]) -> None:
    with pytest.raises(Unable, match="is no address"):
        health.failures("file:///etc", site("one"))
