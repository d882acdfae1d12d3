"""Every part of an address has a word in the language of the page."""

from collections.abc import Iterator

from scripts.content import Content
from scripts.content.addresses import segments
from scripts.report import Finding
from scripts.words import finding

RULE = "slugs_are_translated"


def check_content(content: Content) -> Iterator[Finding]:
    """Yield a finding for each page whose address holds a segment that `docs/data/slugs.yml` does not know."""
    default = content.settings.default_locale
    for page in content.pages:
        for slug in segments(page.key) if page.locale != default else ():
            if page.locale not in content.slugs.get(slug, {}):
                yield finding(RULE, "missing", page.path, 1, slug=slug, locale=page.locale)
