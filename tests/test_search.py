"""What a search costs a reader: about the same for thousands of pages as for tens."""

from __future__ import annotations

import random
from itertools import accumulate
from pathlib import Path
from statistics import median

import pytest

from scripts import search
from scripts.report import Unable
from tests.conftest import ROOT

PAGE = '<!doctype html><html lang="nl"><title>{title}</title><article data-pagefind-body><h1>{title}</h1><p>{text}'
WORDS = 200
SHOWN = 10  # how many results a search page shows at first


def made(folder: Path, count: int) -> Path:
    """Write `count` pages of Dutch words, common ones often, into `folder`, and make them searchable."""
    words = sorted({line.partition("/")[0] for line in (ROOT / "scripts/dictionaries/nl.dic").open(encoding="utf-8")})
    rare = random.Random(7)  # noqa: S311 the same words each time
    rare.shuffle(words)
    weights = list(accumulate(1 / place for place in range(1, len(words) + 1)))
    for number in range(count):
        path = folder / f"blad-{number}/index.html"
        path.parent.mkdir(parents=True)
        path.write_text(
            PAGE.format(title=f"Blad {number}", text=" ".join(rare.choices(words, cum_weights=weights, k=WORDS)))
        )
    with search.written(folder):
        pass
    return folder / "pagefind"


def cost(folder: Path) -> int:
    """Return how many bytes a usual query for one word fetches: what every query needs, and the middle of the rest."""
    once = [
        folder / "wasm.nl.pagefind",
        folder / "pagefind-worker.js",
        *folder.glob("*.json"),
        *folder.glob("*.pf_meta"),
    ]
    words, results = (
        median(path.stat().st_size for path in (folder / name).iterdir()) for name in ("index", "fragment")
    )
    return round(sum(path.stat().st_size for path in once) + words + SHOWN * results)


def test_a_query_among_thousands_of_pages_costs_hardly_more_than_among_tens(tmp_path: Path) -> None:
    few, many = (cost(made(tmp_path / str(count), count)) for count in (80, 5_000))
    assert many <= 1.3 * few


def test_only_what_a_search_page_fetches_stays(tmp_path: Path) -> None:
    folder = made(tmp_path, 3)
    assert not [path.name for path in folder.iterdir() if "ui" in path.name or path.suffix == ".css"]
    assert {"pagefind.js", "pagefind-worker.js", "pagefind-entry.json"} <= {path.name for path in folder.iterdir()}


def test_what_pagefind_says_is_told_in_one_sentence(tmp_path: Path) -> None:
    words = "Pagefind cannot make the site searchable: "
    with pytest.raises(Unable, match=words), search.written(tmp_path / "nowhere"):
        pass


def test_when_the_rest_fails_pagefind_is_not_waited_for(tmp_path: Path) -> None:
    with pytest.raises(ZeroDivisionError), search.written(tmp_path):
        raise ZeroDivisionError
    assert not (tmp_path / "pagefind").exists()
