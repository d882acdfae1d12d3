"""Every language has the pages that each of its pages leads to."""

from collections import Counter

from scripts.check.rule import Content, Faults, error

NEEDED = ("home", "search", "sources")


def check_content(content: Content) -> Faults:
    """Yield an error for each language that has not exactly one page of each kind in `NEEDED`."""
    count = Counter[tuple[str, str]]((page.locale, page.meta.kind) for page in content.pages)
    for locale in content.settings.locales:
        path = content.settings.relative(content.settings.docs / locale)
        for kind in NEEDED:
            if count[locale, kind] != 1:
                yield error("count", path, locale=locale, kind=kind, number=count[locale, kind])
