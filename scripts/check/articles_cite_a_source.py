"""An article, a goal and news cite at least one source; pages about the site itself need none."""

from scripts.check.rule import Content, Faults, Page, warning
from scripts.content import navigation
from scripts.content.citations import MARKER, numbers

KINDS = frozenset({"article", "goal", "news"})


def check_page(page: Page, content: Content) -> Faults:
    """Yield a warning for a page of facts without a note, a number or a drawing, which have sources of their own."""
    has_others = numbers(page) or any(picture.drawing for picture in page.marked.outline.pictures)
    if page.meta.kind not in KINDS or MARKER.search(page.marked.prose) or has_others:
        return
    about = navigation.about_site(content, page.locale)
    if not about or navigation.section_of(content, page) != about.page:
        yield warning("none", page.path, page.body_line)
