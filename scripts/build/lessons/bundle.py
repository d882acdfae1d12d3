"""A lesson to keep: its page, its sheets and what they need in one ZIP, for a classroom without internet."""

from pathlib import Path
from urllib.parse import urljoin

from selectolax.lexbor import LexborHTMLParser

from scripts.build.lessons import archive
from scripts.content import Content, lessons
from scripts.content.lessons import Lesson

# What leads nowhere without the site around it, what only search engines and phones read, and the policy: to a page in
# a folder, not every browser calls the files beside it its own.
LEFT_OUT = (
    ".site-header, .skip, link:not([rel=stylesheet]), meta[property], meta[http-equiv], "
    "script[type='application/ld+json']"
)

# The attributes with the address of what the page loads, at once or later on.
LOADED = ("href", "src", "data-script", "data-style")


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
    sheets = [path for address in (one.files.worksheet, one.files.answers) if (path := site / address).exists()]
    beside = {path.name: path.read_bytes() for path in sheets}
    for node in tree.css("a[href]"):
        address = node.attributes["href"] or ""
        if not address.startswith("#"):
            whole = urljoin(one.content.settings.site_url + one.page.address, address)
            name = whole.rpartition("/")[2]
            node.attrs["href"] = name if name in beside else whole
    for name in LOADED:
        for node in tree.css(f"[{name}]:not(a)"):
            path = site / one.page.address / (node.attributes[name] or "")
            beside[path.name] = path.read_bytes()
            node.attrs[name] = path.name
    return {"index.html": (tree.html or "").encode(), **beside}
