"""The rounds of MkDocs, one for each language: together or one after another, they write the same."""

import re
from pathlib import Path

import pytest

from scripts import pool
from scripts.build.rounds import write_pages
from scripts.content import read, settings
from tests.build.conftest import contents


def written(small: Path, name: str, pages: int) -> dict[str, bytes]:
    config = settings.load(small)
    config.extra["content"], _ = read(settings.settings(config))
    config.site_dir = str(small / name)
    write_pages(config, pages)
    assert not list(small.glob(f"{name}-*"))
    return contents(small / name)


@pytest.mark.parametrize("turned", [False, True])
def test_rounds_write_the_same_together_apart_and_whichever_comes_first(
    small: Path, monkeypatch: pytest.MonkeyPatch, turned: bool
) -> None:
    if turned:
        path = small / "mkdocs.yml"
        head, dutch, english, rest = re.split(r"(?=        - locale: )|(?=\nhooks:)", path.read_text())
        path.write_text(f"{head}{english.rstrip()}\n{dutch.rstrip()}\n{rest}")
    monkeypatch.setattr(pool, "COUNT", 2)
    together = written(small, "together", pool.WORTH_SHARING)
    assert together == written(small, "apart", 1)
    assert {"index.html", "en/index.html", "404.html", "sitemap.xml", "robots.txt"} <= together.keys()
    assert any(name.startswith("assets/style.") for name in together)
    assert not any(name.startswith("en/assets") for name in together)
