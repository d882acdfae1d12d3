"""Every page of a language has a title of its own."""

from collections.abc import Iterator

from scripts.content import Content, Page
from scripts.report import Finding
from scripts.words import finding

RULE = "titles_are_unique"


def check_content(content: Content) -> Iterator[Finding]:
    """Yield a finding for each page whose title another page of the same language has too."""
    first: dict[tuple[str, str], Page] = {}
    for page in content.pages:
        other = first.setdefault((page.locale, page.meta.title.casefold()), page)
        if other is not page:
            yield finding(RULE, "taken", page.path, page.line("title"), other=other.path)
