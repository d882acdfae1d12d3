"""What tests of a build share."""

from pathlib import Path

from selectolax.lexbor import LexborHTMLParser

from scripts.content import Content, Page


def contents(folder: Path) -> dict[str, bytes]:
    """Return what is in every file below `folder`, by name."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def parsed(site: Path, address: str) -> LexborHTMLParser:
    """Return the page at `address` in the folder `site`."""
    return LexborHTMLParser((site / address / "index.html").read_text(encoding="utf-8"))


def dates(page: LexborHTMLParser, selector: str) -> list[str]:
    """Return the moments that `page` names within `selector`."""
    return [node.attributes.get("datetime") or "" for node in page.css(f"{selector} time")]


def page_of(content: Content, locale: str, key: str) -> Page:
    """Return the page `key` in `locale`, which is there."""
    page = content.page(locale, key)
    assert page
    return page


def text_of(kind: str, title: str, menu: str = "") -> str:
    """Return the text of a page of this `kind`, with which nothing is wrong, in a `menu` if it is to be in one."""
    about = f"Op deze pagina leest u alles wat er is over {title[0].lower()}{title[1:]}."
    more = f"menu: {menu}\n" if menu else ""
    return f"---\ntitle: {title}\ndescription: {about}\nkind: {kind}\n{more}---\n\nHier staat het.\n"
