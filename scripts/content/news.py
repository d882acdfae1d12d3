"""News: the items of a language, newest first, and the feed in which people follow them (Atom, RFC 4287)."""

from scripts.content import Content, Page, navigation
from scripts.content.schema.front_matter import News

# The kind of the page that shows them all.
FRONT = "newsroom"
# So many of them are the newest.
FEW = 2


def items(content: Content, locale: str) -> list[Page]:
    """Return the news for readers of `locale`, newest first; none in a language without a page that shows them all."""
    front = navigation.first_of_kind(content, locale, FRONT)
    found = navigation.children(content, locale, front) if front else ()
    return [page for page in found if isinstance(page.meta, News)]


def feed(front: Page) -> str:
    """Return the address of the feed of the page `front`, which shows all news of its language."""
    return f"{front.address.removesuffix('/')}.atom"
