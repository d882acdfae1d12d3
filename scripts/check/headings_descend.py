"""Headings begin at level two, below the title of the page, and go down one level at a time (WCAG 1.3.1)."""

from scripts.check.rule import Content, Faults, Page, warning

FIRST = 2


def check_page(page: Page, _content: Content) -> Faults:
    """Yield a warning for each heading more than a level below the one before it, beside the title, or not meant."""
    before = FIRST - 1
    for heading in page.marked.outline.headings:
        wanted = min(max(heading.level, FIRST), before + 1)
        better = "#" * wanted
        if not heading.marks.startswith("#"):
            yield warning("underlined", page.path, *heading.place, better=better)
        elif heading.level != wanted:
            case = "beside" if heading.level < FIRST else "skips"
            yield warning(case, page.path, *heading.place, mend=(heading.marks, better), better=better)
        before = wanted
