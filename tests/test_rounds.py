"""The rounds of MkDocs, one for each language: together or one after another, they write the same."""

from __future__ import annotations

from pathlib import Path

import pytest

from scripts import processors, settings
from scripts.content import read
from scripts.rounds import write_pages
from tests.test_build import contents


def written(small: Path, name: str, pages: int) -> dict[str, bytes]:
    config = settings.load(small)
    config.extra["content"], _ = read(settings.settings(config))
    config.site_dir = str(small / name)
    write_pages(config, pages)
    return contents(small / name)


def test_rounds_at_the_same_time_write_what_one_after_another_writes(
    small: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(processors, "COUNT", 2)
    together = written(small, "together", processors.WORTH_SHARING)
    apart = written(small, "apart", 1)
    assert together == apart
    assert {"index.html", "en/index.html", "404.html", "sitemap.xml", "assets/style.css"} <= together.keys()
    assert not any(name.startswith("en/assets") for name in together)
    assert not list(small.glob("together-*"))
