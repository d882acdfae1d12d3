"""Addresses are promises: what was published once is there for ever, or leads to what took its place.

`published.txt` holds every address, relative to that of the site, and the anchor of every step of a lesson. It only
grows; `docs/data/redirects.yml` says where readers of an address that is gone are taken.
"""

from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlsplit

from scripts import files, templates
from scripts.content import Content, data, days, kit, lessons, news
from scripts.content.addresses import relative

FILE = "published.txt"
RULES = "_redirects"
MAP = "redirects.map"


def addresses(content: Content) -> set[str]:
    """Return every address that people may keep: pages, steps, short ones, files of lessons, agendas and kit, feeds."""
    found = {address for page in content.pages for address in (page.address, kit.short(content, page))}
    found |= {piece.address for piece in kit.everything(content)}
    for lesson in lessons.everything(content):
        found |= {f"{lesson.page.address}#{step.id}" for step in lesson.meta.steps}
        found |= {lesson.short, *lesson.files}
    agendas = [page for page in content.pages if page.meta.kind == days.KIND]
    found |= {address(page) for page in agendas for address in (days.calendar, days.sheet)}
    found |= {news.feed(page) for page in content.pages if page.meta.kind == news.FRONT}
    return found.union(lessons.of_all(content))


def published(root: Path) -> list[str]:
    """Return the addresses that the site in `root` has published, in the order of the file; none without a file."""
    path = root / FILE
    lines = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
    return [line.removeprefix("/") for line in lines if line.startswith("/")]


def lost(content: Content) -> list[str]:
    """Return the published addresses that are there no longer and lead nowhere.

    An anchor is kept when its page leads to another: a browser takes the anchor along (RFC 9110, 10.2.2). As long as
    a page cannot be read, nobody knows what it keeps: then none is lost.
    """
    folders = (content.settings.docs / locale for locale in content.settings.locales)
    if sum(len(data.files(folder, ".md")) for folder in folders) > len(content.pages):
        return []
    there = addresses(content) | content.redirects.keys()
    return [
        address
        for address in published(content.settings.root)
        if address not in there and address.partition("#")[0] not in content.redirects
    ]


def promise(content: Content) -> int:
    """Add the addresses of the site to `published.txt`, and return how many were new. Nothing is taken out."""
    known = set(published(content.settings.root))
    every = known | addresses(content) | content.redirects.keys()
    files.write(content.settings.root / FILE, "".join(f"/{address}\n" for address in sorted(every)).encode())
    return len(every) - len(known)


def moves(content: Content) -> dict[str, list[str]]:
    """Return each address that leads on, in order, and where to: the first is where it leads by itself."""
    found = {old: [new] for old, new in content.redirects.items()}
    short = {lesson.short: lesson.page for lesson in lessons.everything(content)}
    short |= {address: page for page in content.pages if (address := kit.short(content, page)) != page.address}
    for address, page in short.items():
        others = [other.address for other in content.translations(page.key) if other != page]
        found[address] = [page.address, *others]
    return dict(sorted(found.items()))


def write(content: Content, site: Path, policy: Callable[[], str] | None = None) -> None:
    """Write into `site` a page for each address that leads on, and the same as rules for servers that read them.

    `policy` says what a browser may do with such a page. `_redirects` is what Netlify, Cloudflare Pages and others
    read, `redirects.map` an nginx map.
    """
    pages = {page.address: page for page in content.pages}
    rules, root = list[tuple[str, str]](), urlsplit(content.settings.site_url).path
    for old, targets in moves(content).items():
        rules.append((root + old, root + targets[0]))
        if old.endswith("/"):
            found = [pages.get(target.partition("#")[0]) for target in targets]
            locales = [page.locale if page else content.settings.default_locale for page in found]
            text = templates.render(
                content.settings.overrides,
                "moved.html",
                content=content,
                policy=policy,
                targets=list(zip(locales, (relative(target, old) for target in targets), strict=True)),
                canonical=content.settings.site_url + targets[0],
                title=found[0].meta.title if found[0] else targets[0],
            )
            (site / old).mkdir(parents=True, exist_ok=True)
            (site / old / "index.html").write_text(text, encoding="utf-8")
    (site / RULES).write_text("".join(f"{old} {new} 301\n" for old, new in rules), encoding="utf-8")
    # nginx finds no folder for `/l/KAART`, but its map pays no heed to capitals: so that has both forms.
    both = {old.removesuffix("/"): new for old, new in rules} | dict(rules)
    (site / MAP).write_text("".join(f"{old} {new};\n" for old, new in both.items()), encoding="utf-8")
