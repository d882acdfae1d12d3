"""Every translation says which text it follows, and that is the text as it is now."""

from collections.abc import Iterator
from difflib import get_close_matches

from scripts.content import Content, Page
from scripts.content.translations import digest, source, state
from scripts.report import Finding, Level
from scripts.words import finding

RULE = "translations_follow"
LEVELS: dict[str, Level] = {"stale": "warning", "unknown": "hint"}


def check_content(content: Content) -> Iterator[Finding]:
    """Yield a warning for each translation that is stale or stands alone, a hint for what is unknown or missing."""
    docs, (default, *others) = content.settings.relative(content.settings.docs), content.settings.locales
    for page in content.pages:
        if page.locale != default:
            yield from _translation(content, page)
            continue
        if page.meta.follows:
            yield finding(RULE, "misplaced", page.path, page.line("follows"), level="warning")
        for locale in (one for one in others if not content.page(one, page.key)):
            path = docs / locale / page.key
            yield finding(RULE, "missing", page.path, 1, level="hint", path=path, locale=locale)


def _translation(content: Content, page: Page) -> Iterator[Finding]:
    original, how = source(content, page), state(content, page.locale, page.key)
    if not original:
        docs, default = content.settings.relative(content.settings.docs), content.settings.default_locale
        keys = [other.key for other in content.pages if other.locale == default]
        close = [docs / page.locale / key for key in get_close_matches(page.key, keys, n=1, cutoff=0.85)]
        case, wanted = "moved" if close else "alone", docs / default / page.key
        yield finding(RULE, case, page.path, 1, level="warning", wanted=wanted, close=close[0] if close else "")
    elif how in LEVELS:
        line, now = page.line("follows"), digest(original)
        yield finding(RULE, how, page.path, line, level=LEVELS[how], original=original.path, now=now, path=page.path)
