"""Every language has the pages that each of its pages leads to."""

from collections import Counter
from collections.abc import Iterator

from scripts.content import Content
from scripts.report import Finding
from scripts.words import finding

RULE = "languages_have_their_pages"
NEEDED = ("home", "search", "sources")


def check_content(content: Content) -> Iterator[Finding]:
    """Yield a finding for each language that has not exactly one page of each kind in `NEEDED`."""
    count: Counter[tuple[str, str]] = Counter((page.locale, page.meta.kind) for page in content.pages)
    for locale in content.settings.locales:
        path = content.settings.relative(content.settings.docs / locale)
        for kind in NEEDED:
            if count[locale, kind] != 1:
                yield finding(RULE, "count", path, 1, locale=locale, kind=kind, number=count[locale, kind])
