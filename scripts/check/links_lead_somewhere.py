"""Every link inside the site leads to a page and an anchor that exist."""

import posixpath
from collections.abc import Iterable
from functools import lru_cache
from pathlib import PurePath, PurePosixPath
from urllib.parse import unquote

from scripts.check.rule import Content, Faults, Page, closest, error
from scripts.content import allowed, pictures
from scripts.content.addresses import below, split
from scripts.content.letters import slug
from scripts.content.marked import Link


def check_content(content: Content) -> Faults:
    """Yield an error for each link in a text, each related page and each page of a list that is not there."""
    for page in content.pages:
        for link in page.marked.outline.links:
            if not any(split(link.target)[:2]):
                yield from _link(content, page, link)
    for one in content.named_pages():
        if not _exists(content, content.settings.locales, one.key):
            yield from _nowhere(*one.place, one.key, _closest(content, one.locale, one.key), "no_page")


def _link(content: Content, page: Page, link: Link) -> Faults:
    place, folder = (page.path, *link.place), PurePosixPath(page.key).parent
    if link.target in ("", "#"):
        yield error("empty", *place, text=link.text[:80], link=link.target)
        return
    path, anchor = unquote(split(link.target).path), split(link.target).fragment
    key = posixpath.normpath(str(folder / path)) if path else page.key
    target = content.page(page.locale, key)
    if target and link.target not in page.body:  # typed with &#98; for b, which the build takes as it stands
        yield error("misspelt", *place, link=link.target, close=link.target)
    elif target is None and not _exists(content, [page.locale], key):
        outside = allowed.whole(link.target)
        twin = next((other for other in content.pages if key in (other.key, f"../{other.locale}/{other.key}")), None)
        if outside:
            yield error("part", *place, mend=(link.target, outside), link=link.target, close=outside)
        elif twin and content.page(page.locale, twin.key):
            yield error("language", *place, link=link.target, close=posixpath.relpath(twin.key, folder))
        elif twin:
            about = {"locale": page.locale, "other": twin.locale, "kind": twin.meta.kind, "key": twin.key}
            yield error("elsewhere", *place, link=link.target, **about)
        elif PurePosixPath(path).suffix.lower() in pictures.FORMATS:
            yield error("picture", *place, text=link.text[:80], link=link.target)
        else:
            close = _closest(content, page.locale, key)
            yield from _nowhere(*place, link.target, close and posixpath.relpath(close, folder))
    elif target and anchor and anchor not in target.marked.outline.anchors:
        anchors = sorted(target.marked.outline.anchors)
        near = closest(unquote(anchor), anchors) or next((one for one in anchors if not one.startswith("fn")), "")
        yield error("anchor" if near else "no_anchor", *place, link=link.target, close=near)


def _exists(content: Content, locales: Iterable[str], key: str) -> bool:
    if below(content.settings.site_urls, key) is not None:
        return True  # links_within_the_site_name_files says what to type
    # The file decides, not the page: a page that cannot be read has a finding of its own.
    if key.startswith(f"../{pictures.FOLDER}/"):
        return key.removeprefix("../") in pictures.files(content.settings)
    inside = not key.startswith(("/", "../")) and key == posixpath.normpath(key)
    return inside and any((content.settings.docs / locale / key).is_file() for locale in locales)


@lru_cache(maxsize=4096)  # the same mistake stands on many pages, and looking takes time
def _closest(content: Content, locale: str, key: str) -> str:
    """Return the one page that `key` can have meant: by its address, by its name, or by how it is spelt."""
    pages = {page.key: page.address.strip("/") for page in content.pages if page.locale == locale}
    # What every folder has says nothing of which page was meant.
    fronts = {known.replace("/index.md", ".md"): known for known in pages}
    wanted = key.strip("/").removesuffix(".md").removesuffix(".html").removesuffix("/index")
    exact = [known for known in (f"{wanted}.md", f"{wanted}/index.md") if known in pages]
    last = PurePosixPath(wanted).stem
    same_name = [
        known
        for short, known in fronts.items()
        if last and last in (PurePosixPath(pages[known]).name, PurePosixPath(short).stem)
    ]
    by_address = [known for known, address in pages.items() if address.endswith(wanted or "//")]
    found = closest(key.replace("/index.md", ".md"), fronts, exact, same_name, by_address, cutoff=0.85)
    found = fronts.get(found, found)
    # Of a file that must have another name first, that name.
    return found and "/".join(map(slug, found.removesuffix(".md").split("/"))) + ".md"


def _nowhere(path: PurePath, line: int, column: int, link: str, close: str, otherwise: str = "nowhere") -> Faults:
    file = link.partition("#")[0].partition("?")[0]
    if close and close != file:
        yield error("misspelt", path, line, column, mend=(file, close), link=link, close=close)
    elif not close:
        yield error(otherwise, path, line, column, link=link)
