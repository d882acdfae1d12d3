"""An article, a goal and news cite at least one source; pages about the site itself need none."""

from scripts.check.rule import Content, Faults, Page, warning
from scripts.content import navigation
from scripts.content.citations import MARKER

KINDS = frozenset({"article", "goal", "news"})
# The menu with what a site says of itself.
ITSELF = "footer"


def check_page(page: Page, content: Content) -> Faults:
    """Yield a warning for a page of facts without a note or a drawing, which has sources of its own."""
    has_drawing = any(picture.drawing for picture in page.marked.outline.pictures)
    if page.meta.kind not in KINDS or MARKER.search(page.marked.prose) or has_drawing:
        return
    section = navigation.section_of(content, page)
    if not section or section.meta.kind != "section" or section.meta.menu != ITSELF:
        yield warning("none", page.path, page.body_line)
