"""A link to a page of this site names its file, not the address that a browser shows.

A site moves, has an address for each place that it is built for, and the build follows only files: of a full address,
nobody would know that it leads nowhere until the site was published.
"""

import posixpath
from pathlib import PurePath, PurePosixPath

from scripts.check.rule import Content, Faults, Page, closest, error, warning
from scripts.content import lessons, pictures
from scripts.content.addresses import below


def check_content(content: Content) -> Faults:
    """Yield what is said of each full address of the site itself, with the file to type if there is one."""
    for page in content.pages:
        for link in page.marked.outline.links:
            place, folder = (page.path, *link.place), posixpath.dirname(page.key) or "."
            yield from _address(content, place, page.locale, link.target, link.text, folder)
    for one in content.named_pages():
        yield from _address(content, one.place, one.locale, one.key)
    for key, source in content.sources.items():
        if source.url and below(content.settings.site_urls, source.url) is not None:
            yield error("source", *content.listed("sources", key, "url"), key=key, link=source.url)


def _address(
    content: Content, place: tuple[PurePath, int, int], locale: str, address: str, words: str = "", folder: str = "."
) -> Faults:
    """Yield what is said of `address`, which somebody typed behind `words` in a text in `folder`."""
    there = below(content.settings.site_urls, address)
    if there is not None:
        is_certain, file = _file(content, locale, there)
        file = file and posixpath.relpath(file, folder)
        # An address that is its own words would leave those behind, in which nobody reads where it leads.
        is_bare = words.rstrip("/") == address.rstrip("/")
        mend = {"mend": (address, file)} if is_certain and not is_bare else {}
        shown = f"[…]({file})" if is_bare else file
        case = "file" if is_certain else "close" if file else "nowhere"
        # What only this build knows as its own address, nobody could be told of before.
        is_known = case != "file" or below(content.settings.site_urls[1:], address) is not None
        yield (error if is_known else warning)(case, *place, **mend, link=address, close=shown)


def _file(content: Content, locale: str, there: str) -> tuple[bool, str]:
    """Return the file, from the folder of `locale`, of what is `there` below the site; and whether that is certain."""
    path, _, anchor = there.partition("#")
    if path in pictures.files(content.settings):
        return True, f"../{path}"
    wanted = path.lower().removesuffix("index.html").strip("/")
    pages = _pages(content)
    # Of what goes with a page, such as its worksheet, that page is the nearest.
    near = closest(wanted, pages, cutoff=0.85) or str(PurePosixPath(wanted).parent)
    page, close = pages.get(wanted), pages.get(near)
    known = page or close
    target = content.page(locale, known.key) if known else None
    if not target:
        return False, ""
    kept = f"#{anchor}" if anchor in target.marked.outline.anchors else ""
    return page is not None and bool(kept) is bool(anchor), target.key + kept


def _pages(content: Content) -> dict[str, Page]:
    """Return every page by its address, by that where it was before, and a lesson by the short one."""
    found = {page.address.strip("/"): page for page in content.pages}
    found |= {lesson.short.strip("/"): lesson.page for lesson in reversed(list(lessons.everything(content)))}
    moved = ((old.strip("/"), new.partition("#")[0].strip("/")) for old, new in content.redirects.items())
    return {old: found[new] for old, new in moved if new in found} | found
