"""What the search page asks: an index of all pages per language, in small pieces, made by Pagefind."""

import json
import subprocess
import sys
from pathlib import Path

from scripts.report import Unable
from scripts.words import phrase

# Footnotes and samples of code are no answer to a reader's question.
NOT_SEARCHED = "sup, .footnote, pre"
# What a search page fetches; Pagefind's ready-made interfaces stay behind.
SEARCH_FILES = ("pagefind.js", "pagefind-worker.js", "pagefind-entry.json", "wasm.*", "*.pf_meta", "index", "fragment")


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
