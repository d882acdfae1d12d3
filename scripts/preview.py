"""What a proposal changes, in one file that a reviewer opens from disk: its pages as they will look, and the news."""

import base64
import hashlib
import mimetypes
import posixpath
import re
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path, PurePath
from typing import Any, NamedTuple
from urllib.parse import unquote, urljoin, urlsplit

from markupsafe import Markup
from selectolax.lexbor import LexborHTMLParser, LexborNode

from scripts import content, files, git, templates
from scripts.build import build
from scripts.content import Content, Page, actions, kit, settings
from scripts.formats import summarise
from scripts.report import Finding, Language, Unable
from scripts.verify.harmless import ATTRIBUTES, ELEMENTS, leads_on
from scripts.words import phrase

LINK = re.compile(r"\](?:\(|:)\s*<?([^)\s>]+)")
# What decides how pages of these kinds look, besides their text.
SHOWN_ON: Mapping[str, tuple[str, ...]] = {
    "home": ("docs/data/timeline.yml", "overrides"),
    "timeline": ("docs/data/timeline.yml",),
    "actions": ("docs/data/actions.yml",),
    "questions": ("docs/data/questions.yml",),
    "quiz": ("docs/data/quizzes",),
}
# What, outside the pages, decides how pages look.
SHARED = ("docs", "overrides", "scripts", "mkdocs.yml")
REGIONS = ("aside", "nav", "section")  # many regions of one name help nobody
# What the last wall lets stand in a text (`verify/harmless.py`), so nothing that acts comes along.
KEPT = ELEMENTS | {"article", "fieldset", "header", "legend", *REGIONS}
# One picture of each is enough, and it is there at once.
LEFT_OUT = ("decoding", "loading", "sizes", "srcset")
HERE = "https://here.invalid/"


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
        ours, _ = content.read(settings.of(root))
        values = _changes(root, start, ours)
        prefixes = {one.page.address: f"p{number}" for number, one in enumerate(values["news"], 1)}
        html = _html(ours, Cutter(Path(folder) / "site", prefixes), values)
    files.write(output, html.encode())
    words = ours.words.get(language, ours.words[ours.settings.default_locale])
    summary = templates.render(ours.settings.overrides, "preview_summary.html", **values, words=words, name=output.name)
    summarise(f"{summary}\n\n")
    return findings


def _html(ours: Content, cutter: "Cutter", values: Mapping[str, Any]) -> str:
    overrides = ours.settings.overrides
    styles = templates.render(overrides, "styles/sheets.css", content=ours, actions=actions, kind="preview", held="")
    digest = base64.b64encode(hashlib.sha256(styles.encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'sha256-{digest}'; img-src data:; base-uri 'none'; form-action 'none'"
    ready = Markup(styles)  # noqa: S704 the site's own style sheets
    return templates.render(overrides, "preview.html", **values, cutter=cutter, kit=kit, styles=ready, policy=policy)


def _changes(root: Path, base: str, ours: Content) -> dict[str, Any]:
    """Return what the templates show of the changes since the commit `base`.

    Those are `news` of pages, translations next to each other; the file and the language of each page that is `gone`;
    and the `others`: changed files that are no pages and can be seen in the site.
    """
    changed, site = git.changed(root, base), ours.settings
    reasons = {page.path: reason for page in ours.pages if (reason := _reason(page, changed))}
    edited = {page.key for page in ours.pages if reasons.get(page.path) in ("new", "changed")}
    reasons = {page.path: "same" for page in ours.pages if page.key in edited} | reasons
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


def _reason(page: Page, changed: Mapping[PurePath, str]) -> str:
    """Return why `page` is shown by itself, if it is: it is new or changed, or a picture or list on it has."""
    if page.path in changed:
        return "new" if changed[page.path] == "A" else "changed"
    links = (PurePath(posixpath.normpath(page.path.parent / link)) for link in LINK.findall(page.body))
    if any(link in changed and link.suffix != ".md" for link in links):
        return "picture"
    shown = SHOWN_ON.get(page.meta.kind, ())
    return "shared" if any(path.is_relative_to(source) for path in changed for source in shown) else ""


def _lines(root: Path, base: str, page: Page, reason: str) -> list[str]:
    found = git.lines(root, base, page.path) if reason == "changed" else []
    if reason == "new":
        found = [f"+{line}" for line in (root / page.path).read_text(encoding="utf-8-sig").split("\n")]
    return [line for line in found if line[1:].strip()]


@dataclass(frozen=True)
class Cutter:
    """Cuts pages loose from the built `site`, to stand together in one file: pictures inside, ids of their own, no
    controls. `prefixes` has, by address, what the ids of each page will begin with.
    """

    site: Path
    prefixes: Mapping[str, str]

    def page(self, address: str) -> Markup:
        """Return what stands in the page at `address` between header and footer, able to stand elsewhere."""
        tree = LexborHTMLParser((self.site / address / "index.html").read_text(encoding="utf-8"))
        main = tree.css("main")[0]
        while strange := next((node for node in main.css("*") if node != main and node.tag not in KEPT), None):
            strange.decompose()
        for node in main.css("*"):
            for name, value in self._attributes(node, address).items():
                node.attrs[name] = value or ""
                if value is None:
                    del node.attrs[name]
        return Markup(main.inner_html)  # noqa: S704 the build has escaped and sanitised it

    def _attributes(self, node: LexborNode, address: str) -> dict[str, str | None]:
        """Return the attributes of `node` on the page at `address` as they must be; None for those that go."""
        values = {name: value or "" for name, value in node.attributes.items()}
        found: dict[str, str | None] = {name: None for name in values if name not in ATTRIBUTES or name in LEFT_OUT}
        for name in [name for name in ("id", "aria-labelledby") if name in values]:
            found[name] = " ".join(f"{self.prefixes[address]}-{word}" for word in values[name].split())
        if "href" in values:
            found |= self._link(values["href"], address)
        if "src" in values:
            found["src"] = self.picture(values["src"], address)
        if node.tag in REGIONS:
            found |= {"aria-label": None, "aria-labelledby": None, "role": "none"}
        return found

    def _link(self, value: str, address: str) -> Mapping[str, str | None]:
        target = urljoin(HERE + address, value) if leads_on(value) else HERE
        if not target.startswith(HERE):
            # Written out: what begins with // is a folder of this computer for a page that is opened from disk.
            return {"href": target, "title": target}
        found = urlsplit(target)
        place = found.path.lstrip("/")
        if place in self.prefixes and leads_on(value):
            return {"href": f"#{self.prefixes[place]}" + (found.fragment and f"-{found.fragment}")}
        return {"href": None, "title": target.removeprefix(HERE[:-1])}

    def picture(self, value: str, address: str = "") -> str | None:
        """Return what holds the picture that the page at `address` calls `value`; None when that is not ours."""
        target = urljoin(HERE + address, value)
        path = (self.site / unquote(urlsplit(target).path).lstrip("/")).resolve()
        kind = mimetypes.guess_type(path.name, strict=False)[0]
        ours = target.startswith(HERE) and path.is_relative_to(self.site.resolve()) and path.is_file()
        return f"data:{kind};base64,{base64.b64encode(path.read_bytes()).decode()}" if ours and kind else None
