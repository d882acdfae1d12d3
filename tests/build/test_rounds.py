"""The rounds of MkDocs, one for each language: together or one after another, they write the same."""

from pathlib import Path

import pytest

from scripts import pool
from scripts.build.rounds import write_pages
from scripts.content import read, settings
from tests.build.test_build import contents


@pytest.mark.parametrize("shared", [1, pool.WORTH_SHARING])
def test_what_languages_share_is_there_whichever_comes_first(small: Path, shared: int) -> None:
    settings_file = small / "mkdocs.yml"
    text = settings_file.read_text()
    dutch, english = text.index("        - locale: nl"), text.index("        - locale: en")
    end = text.index("\nhooks:")
    settings_file.write_text(
        f"{text[:dutch]}{text[english:end].rstrip()}\n{text[dutch:english].rstrip()}\n{text[end:]}"
    )
    found = written(small, "turned", shared)
    assert {"404.html", "sitemap.xml", "robots.txt", "index.html", "en/index.html"} <= found.keys()


def written(small: Path, name: str, pages: int) -> dict[str, bytes]:
    config = settings.load(small)
    config.extra["content"], _ = read(settings.settings(config))
    config.site_dir = str(small / name)
    write_pages(config, pages)
    return contents(small / name)


def test_rounds_at_the_same_time_write_what_one_after_another_writes(
    small: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pool, "COUNT", 2)
    together = written(small, "together", pool.WORTH_SHARING)
    apart = written(small, "apart", 1)
    assert together == apart
    assert {"index.html", "en/index.html", "404.html", "sitemap.xml"} <= together.keys()
    assert any(name.startswith("assets/style.") for name in together)
    assert not any(name.startswith("en/assets") for name in together)
    assert not list(small.glob("together-*"))
