"""What a proposal changes, in one file that a reviewer opens from disk: its pages as they will look, and the news."""

from __future__ import annotations

import base64
import hashlib
import posixpath
import re
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path, PurePath
from typing import NamedTuple

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template
from markupsafe import Markup
from pydantic import ValidationError

from scripts import content, files, pull_request, settings
from scripts.addresses import SlugTable, address
from scripts.build import build
from scripts.content import Content, Page
from scripts.formats import visible
from scripts.report import Finding, Language, Unable
from scripts.schema.data import SLUGS
from scripts.self_contained import Cutter
from scripts.strict_yaml import YamlProblem, load
from scripts.words import phrase

LINK = re.compile(r"\](?:\(|:)\s*<?([^)\s>]+)")
# Kinds of pages that show a list, and the one that shows the look.
SHOWN_ON: Mapping[str, tuple[str, ...]] = {"docs/data/timeline.yml": ("home", "timeline"), "overrides": ("home",)}
# What, outside the pages, decides how pages look.
SHARED = ("docs", "overrides", "scripts", "mkdocs.yml")


class News(NamedTuple):
    """A page to show: why it is there, and its new (`+`) and lost (`-`) lines."""

    page: Page
    why: str
    lines: list[str]


def preview(root: Path, base: str, output: Path, language: Language) -> list[Finding]:
    """Write to `output` the pages of the project in `root` that differ from `base`, and their list to GitHub's summary.

    Returns the warnings. Raises `Refused` when there are errors and `Unable` when there is nothing to compare with or
    no place to write; `output` is then as it was.
    """
    start = pull_request.start(root, base)
    if not start:
        raise Unable(phrase("preview.unknown", base=base))
    if output.is_dir() or not output.parent.is_dir():
        raise Unable(phrase("preview.no_place", output=output))
    with tempfile.TemporaryDirectory(prefix="preview-") as folder:
        findings = build(root, Path(folder) / "site", published=False)
        ours, _ = content.read(settings.settings(settings.load(root)))
        changes = _Changes(root, start, ours)
        news = changes.news()
        prefixes = {one.page.address: f"p{number}" for number, one in enumerate(news, 1)}
        values = {"content": ours, "news": news, "gone": list(changes.gone()), "others": changes.others()}
        html = _html(ours, Cutter(Path(folder) / "site", prefixes), values)
    files.write(output, html.encode())
    words = ours.words.get(language, ours.words[ours.settings.default_locale])
    summary = _template(ours, "preview_summary.html").render(values, words=words, name=output.name)
    pull_request.summarise(f"{summary}\n\n")
    return findings


def _html(ours: Content, cutter: Cutter, values: Mapping[str, object]) -> str:
    styles = _template(ours, "styles/sheets.css").render(content=ours, kind="preview", held="")
    digest = base64.b64encode(hashlib.sha256(styles.encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'sha256-{digest}'; img-src data:; base-uri 'none'; form-action 'none'"
    ready = Markup(styles)  # noqa: S704 the site's own style sheets
    return _template(ours, "preview.html").render(values, cutter=cutter, styles=ready, policy=policy)


def _template(ours: Content, name: str) -> Template:
    env = Environment(autoescape=True, undefined=StrictUndefined, loader=FileSystemLoader(ours.settings.overrides))
    env.filters["visible"] = lambda value: visible(str(value).expandtabs()).replace("\n", " ")
    return env.get_template(name)


class _Changes:
    """What differs between the commit `base` and the project as it is now, in terms of pages."""

    def __init__(self, root: Path, base: str, ours: Content) -> None:
        self.root, self.base, self.ours = root, base, ours
        self.files = pull_request.changed(root, base)

    def news(self) -> list[News]:
        """Return the pages to show, translations next to each other."""
        reasons, pages = self._reasons(), self.ours.pages
        keys = dict.fromkeys(page.key for page in pages if page.path in reasons)
        shown = (page for key in keys for page in self.ours.translations(key) if page.path in reasons)
        return [News(page, reasons[page.path], self._lines(page, reasons[page.path])) for page in shown]

    def _lines(self, page: Page, reason: str) -> list[str]:
        found = pull_request.lines(self.root, self.base, page.path) if reason == "changed" else []
        if reason == "new":
            found = [f"+{line}" for line in (self.root / page.path).read_text(encoding="utf-8-sig").split("\n")]
        return [line for line in found if line[1:].strip()]

    def gone(self) -> Iterator[tuple[PurePath, str, str]]:
        """Yield the file, the language and the former address of each page that is no more."""
        site, slugs = self.ours.settings, self._slugs()
        for path in sorted(path for path, status in self.files.items() if status == "D" and path.suffix == ".md"):
            for locale in site.locales:
                if path.is_relative_to(folder := site.relative(site.docs / locale)):
                    key = path.relative_to(folder).as_posix()
                    yield path, locale, address(key, locale, site.default_locale, slugs)

    def others(self) -> list[PurePath]:
        """Return the changed files that are no pages and can be seen in the site."""
        return sorted(path for path in self.files if path.parts[0] in SHARED and path.suffix != ".md")

    def _reasons(self) -> dict[PurePath, str]:
        # Why each page is shown: new, changed, picture, shared, or same for the translation of a new or changed one.
        found = {page.path: reason for page in self.ours.pages if (reason := self._reason(page))}
        edited = {page.key for page in self.ours.pages if found.get(page.path) in ("new", "changed")}
        return {page.path: "same" for page in self.ours.pages if page.key in edited} | found

    def _reason(self, page: Page) -> str:
        if page.path in self.files:
            return "new" if self.files[page.path] == "A" else "changed"
        links = (posixpath.normpath(page.path.parent / link) for link in LINK.findall(page.body))
        if any(PurePath(link) in self.files and not link.endswith(".md") for link in links):
            return "picture"
        sources = {part for path in self.files for part in (path.parts[0], path.as_posix())}
        return "shared" if any(page.meta.kind in SHOWN_ON.get(source, ()) for source in sources) else ""

    def _slugs(self) -> SlugTable:
        path = self.ours.settings.relative(self.ours.settings.data / "slugs.yml")
        try:
            return SLUGS.validate_python(load(pull_request.before(self.root, self.base, path)).value)
        except (YamlProblem, ValidationError):
            return self.ours.slugs
