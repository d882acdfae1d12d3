"""A lesson to keep: its page, its sheets and what they need in one ZIP, for a classroom without internet."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urljoin

from selectolax.lexbor import LexborHTMLParser, LexborNode

from scripts import lessons
from scripts.content import Content
from scripts.lessons import Lesson, archive

# What leads nowhere without the site around it, what only search engines and phones read, and the policy: to a page in
# a folder, not every browser calls the files beside it its own.
LEFT_OUT = (
    ".site-header, .skip, link:not([rel=stylesheet]), meta[property], meta[http-equiv], "
    "script[type='application/ld+json']"
)

# What the page loads, at once or later on, by the attribute that has its address.
LOADED = {
    "href": "link[href]",
    "src": "script[src], img[src]",
    "data-script": "[data-script]",
    "data-style": "[data-style]",
}


def write(content: Content, site: Path) -> None:
    """Write for each lesson the archive that goes with it; its page must be in `site`, and its sheets to come along."""
    for one in lessons.everything(content):
        archive.write(
            site / one.files.bundle, {f"{one.meta.code}/{name}": data for name, data in files(one, site).items()}
        )


def files(one: Lesson, site: Path) -> dict[str, bytes]:
    """Return the files of the lesson `one` by name: `index.html`, and beside it all that it loads."""
    tree = LexborHTMLParser((site / one.page.address / "index.html").read_text(encoding="utf-8"))
    for node in tree.css(LEFT_OUT):
        node.decompose()
    for image in tree.css("img[srcset]"):  # a picture comes along in one width
        del image.attrs["srcset"]
    sheets = {Path(address).name: site / address for address in (one.files.worksheet, one.files.answers)}
    beside = {name: path.read_bytes() for name, path in sheets.items() if path.exists()}
    for name, nodes in LOADED.items():
        for node in tree.css(nodes):
            path = _file(node.attributes[name] or "", one.page.address, site)
            beside[path.name] = path.read_bytes()
            node.attrs[name] = path.name
    for node in tree.css("a[href]"):
        _lead(node, one, set(beside) & set(sheets))
    return {"index.html": (tree.html or "").encode(), **beside}


def _file(address: str, start: str, site: Path) -> Path:
    return site / urljoin(f"https://here.invalid/{start}", address).removeprefix("https://here.invalid/")


def _lead(node: LexborNode, one: Lesson, beside: set[str]) -> None:
    """Make the link `node` lead to the file beside the page when there is one, and else to the site."""
    address = node.attributes["href"] or ""
    if not address.startswith("#"):
        whole = urljoin(one.content.settings.site_url + one.page.address, address)
        name = whole.rpartition("/")[2]
        node.attrs["href"] = name if name in beside else whole
