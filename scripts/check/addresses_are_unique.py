"""No two pages live at the same address, and no page at one that the site needs for itself."""

from scripts.check.rule import Content, Faults, Page, error

RESERVED = ("assets", "pagefind", "g", "l")


def check_content(content: Content) -> Faults:
    """Yield an error for each page whose address is taken, naming both files."""
    first = dict[str, Page]()
    for page in content.pages:
        other = first.setdefault(page.address, page)
        if other is not page:
            yield error("shared", page.path, address=page.address, other=other.path, path=page.path)
        elif page.address.split("/")[0] in RESERVED:
            yield error("reserved", page.path, address=page.address)
