"""What a teacher takes along: a lesson to keep, for a classroom without internet, and links for a learning platform.

A copy is a ZIP with the page, its sheets and what they need. Links are in the form that Moodle, Canvas and others read,
IMS Common Cartridge 1.1: links only, so a class always sees the lesson as it is now.
"""

from collections.abc import Mapping
from pathlib import Path
from urllib.parse import urljoin
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from selectolax.lexbor import LexborHTMLParser

from scripts import templates
from scripts.content import Content, lessons, navigation
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
    """Write below `site` the links to each lesson, and those to all of a language, and the copies to keep.

    The pages of lessons must be there, and their sheets to come along.
    """
    for locale in content.settings.locales:
        found = lessons.lessons(content, locale)
        for one in found:
            pack(site / one.files.cartridge, cartridge(f"lesson-{one.meta.code}", one.meta.title, [one]))
            files = copy(one, site)
            pack(site / one.files.bundle, {f"{one.meta.code}/{name}": data for name, data in files.items()})
        front = navigation.first_of_kind(content, locale, "lessons")
        if found and front:
            links = cartridge(f"lessons-{locale}", front.meta.title, found)
            pack(site / lessons.cartridge_of_all(content, locale), links)


def pack(path: Path, files: Mapping[str, bytes]) -> None:
    """Write a ZIP of `files`, contents by name, at `path`: its bytes depend on what is in it and on nothing else."""
    with ZipFile(path, "w") as archive:
        for name in sorted(files):
            entry = ZipInfo(name)  # of 1980: the first moment that the format knows
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, files[name], ZIP_DEFLATED)


def copy(one: Lesson, site: Path) -> dict[str, bytes]:
    """Return the files of the lesson `one` by name: `index.html`, and beside it all that it loads."""
    tree = LexborHTMLParser((site / one.page.address / "index.html").read_text(encoding="utf-8"))
    for node in tree.css(LEFT_OUT):
        node.decompose()
    for image in tree.css("img[srcset]"):  # a picture comes along in one width
        del image.attrs["srcset"]
    sheets = (site / one.files.worksheet, site / one.files.answers)
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


def cartridge(name: str, title: str, found: list[Lesson]) -> dict[str, bytes]:
    """Return the files of a cartridge with a link to each lesson in `found`, at least one, all in one language."""

    def made(template: str, **values: object) -> bytes:
        overrides = found[0].content.settings.overrides
        return f"{templates.render(overrides, f'cartridge/{template}', **values)}\n".encode()

    files = {
        f"wl/{number}.xml": made("link.xml", title=one.meta.title, address=one.content.settings.site_url + one.short)
        for number, one in enumerate(found, 1)
    }
    manifest = made("manifest.xml", name=name, title=title, locale=found[0].page.locale, lessons=found)
    return {"imsmanifest.xml": manifest, **files}
