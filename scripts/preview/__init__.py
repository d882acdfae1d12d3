"""What a proposal changes, in one file that a reviewer opens from disk: its pages as they will look, and the news."""

import base64
import hashlib
import posixpath
import re
import tempfile
from collections.abc import Mapping
from pathlib import Path, PurePath
from typing import Any, NamedTuple

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template
from markupsafe import Markup

from scripts import content, files, git
from scripts.build import build
from scripts.content import Content, Page, settings
from scripts.formats import summarise, visible
from scripts.preview.self_contained import Cutter
from scripts.report import Finding, Language, Unable
from scripts.words import phrase

LINK = re.compile(r"\](?:\(|:)\s*<?([^)\s>]+)")
# What decides how pages of these kinds look, besides their text.
SHOWN_ON: Mapping[str, tuple[str, ...]] = {
    "home": ("docs/data/timeline.yml", "overrides"),
    "timeline": ("docs/data/timeline.yml",),
}
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
    start = git.start(root, base)
    if not start:
        raise Unable(phrase("preview.unknown", base=base))
    if output.is_dir() or not output.parent.is_dir():
        raise Unable(phrase("preview.no_place", output=output))
    with tempfile.TemporaryDirectory(prefix="preview-") as folder:
        findings = build(root, Path(folder) / "site", published=False)
        ours, _ = content.read(settings.settings(settings.load(root)))
        values = _changes(root, start, ours)
        prefixes = {one.page.address: f"p{number}" for number, one in enumerate(values["news"], 1)}
        html = _html(ours, Cutter(Path(folder) / "site", prefixes), values)
    files.write(output, html.encode())
    words = ours.words.get(language, ours.words[ours.settings.default_locale])
    summary = _template(ours, "preview_summary.html").render(values, words=words, name=output.name)
    summarise(f"{summary}\n\n")
    return findings


def _html(ours: Content, cutter: Cutter, values: Mapping[str, Any]) -> str:
    styles = _template(ours, "styles/sheets.css").render(content=ours, kind="preview", held="")
    digest = base64.b64encode(hashlib.sha256(styles.encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'sha256-{digest}'; img-src data:; base-uri 'none'; form-action 'none'"
    ready = Markup(styles)  # noqa: S704 the site's own style sheets
    return _template(ours, "preview.html").render(values, cutter=cutter, styles=ready, policy=policy)


def _template(ours: Content, name: str) -> Template:
    env = Environment(autoescape=True, undefined=StrictUndefined, loader=FileSystemLoader(ours.settings.overrides))
    env.filters["visible"] = lambda value: visible(str(value).expandtabs()).replace("\n", " ")
    return env.get_template(name)


def _changes(root: Path, base: str, ours: Content) -> dict[str, Any]:
    """Return what the templates show of the changes since the commit `base`.

    Those are `news` of pages, translations next to each other; the file and the language of each page that is `gone`;
    and the `others`: changed files that are no pages and can be seen in the site.
    """
    changed, site = git.changed(root, base), ours.settings
    reasons = _reasons(ours, changed)
    keys = dict.fromkeys(page.key for page in ours.pages if page.path in reasons)
    pages = [page for key in keys for page in ours.translations(key) if page.path in reasons]
    folders = {site.relative(site.docs / locale): locale for locale in site.locales}
    gone = sorted(path for path, status in changed.items() if status == "D" and path.suffix == ".md")
    return {
        "content": ours,
        "news": [News(page, reasons[page.path], _lines(root, base, page, reasons[page.path])) for page in pages],
        "gone": [(path, folders[folder]) for path in gone for folder in path.parents if folder in folders],
        "others": sorted(path for path in changed if path.parts[0] in SHARED and path.suffix != ".md"),
    }


def _lines(root: Path, base: str, page: Page, reason: str) -> list[str]:
    found = git.lines(root, base, page.path) if reason == "changed" else []
    if reason == "new":
        found = [f"+{line}" for line in (root / page.path).read_text(encoding="utf-8-sig").split("\n")]
    return [line for line in found if line[1:].strip()]


def _reasons(ours: Content, changed: Mapping[PurePath, str]) -> dict[PurePath, str]:
    # Why each page is shown: new, changed, picture, shared, or same for the translation of a new or changed one.
    found = {page.path: reason for page in ours.pages if (reason := _reason(page, changed))}
    edited = {page.key for page in ours.pages if found.get(page.path) in ("new", "changed")}
    return {page.path: "same" for page in ours.pages if page.key in edited} | found


def _reason(page: Page, changed: Mapping[PurePath, str]) -> str:
    if page.path in changed:
        return "new" if changed[page.path] == "A" else "changed"
    links = (PurePath(posixpath.normpath(page.path.parent / link)) for link in LINK.findall(page.body))
    if any(link in changed and link.suffix != ".md" for link in links):
        return "picture"
    shown = SHOWN_ON.get(page.meta.kind, ())
    return "shared" if any(path.is_relative_to(source) for path in changed for source in shown) else ""
