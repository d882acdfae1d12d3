"""What the search page asks: an index of all pages per language, made by Pagefind, and other words for a reader's."""

import json
import re
import subprocess
import sys
from pathlib import Path

from scripts.content import Content
from scripts.content.letters import LETTERS, plain
from scripts.report import Unable
from scripts.words import phrase

# Footnotes and samples of code are no answer to a reader's question.
NOT_SEARCHED = "sup, .footnote, pre"
# What a search page fetches; Pagefind's ready-made interfaces stay behind.
SEARCH_FILES = ("pagefind.js", "pagefind-worker.js", "pagefind-entry.json", "wasm.*", "*.pf_meta", "index", "fragment")

WORD = re.compile(r"[^\W\d_]+")


def alike(content: Content, locale: str) -> list[list[str]]:
    """Return rows of words that are one to who searches the pages of `locale`, the best to look for first.

    They come from `docs/data/search.yml`, and from the pages: Pagefind finds é by e, yet ł only by ł.
    """
    words = {word for page in content.pages if page.locale == locale for word in WORD.findall(page.body.lower())}
    hard = sorted(word for word in words if not LETTERS.keys().isdisjoint(word))
    return [
        *content.search.get(locale, ()),
        *([word, plain(word)] if plain(word) in words else [word] for word in hard),
    ]


def write(site: Path) -> None:
    """Make the pages in the folder `site` searchable. Raises `Unable` when Pagefind cannot."""
    command = [sys.executable, "-m", "pagefind", "--site", str(site), "--exclude-selectors", NOT_SEARCHED, "--quiet"]
    pagefind = subprocess.run(command, env={}, capture_output=True, text=True, check=False)
    if pagefind.returncode:
        said = f"{pagefind.stdout} {pagefind.stderr}".split()
        raise Unable(phrase("build.no_search", said=" ".join(said)[-300:]))
    for path in (site / "pagefind").iterdir():
        if not any(path.match(pattern) for pattern in SEARCH_FILES):
            path.unlink()
    # Pagefind writes its languages in no fixed order; two builds of one tree must be the same.
    entry = site / "pagefind/pagefind-entry.json"
    entry.write_text(json.dumps(json.loads(entry.read_text()), sort_keys=True))
