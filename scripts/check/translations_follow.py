"""Every translation says which text it follows, and that is the text as it is now."""

from scripts.check.rule import Content, Faults, Page, closest, hint, warning
from scripts.content.translations import digest, source, state


def check_page(page: Page, content: Content) -> Faults:
    """Yield a warning for a translation that is stale or stands alone, a hint for what is unknown or missing."""
    docs, (default, *others) = content.settings.relative(content.settings.docs), content.settings.locales
    original, how = source(content, page), state(content, page.locale, page.key)
    if page.locale == default:
        if page.meta.follows:
            yield warning("misplaced", page.path, page.line("follows"))
        for locale in (one for one in others if not content.page(one, page.key)):
            yield hint("missing", page.path, path=docs / locale / page.key, locale=locale)
    elif not original:
        keys = [other.key for other in content.pages if other.locale == default]
        close = closest(page.key, keys, cutoff=0.85)
        wanted = docs / default / page.key
        yield warning("moved" if close else "alone", page.path, wanted=wanted, close=docs / page.locale / close)
    elif how in ("stale", "unknown"):
        says = warning if how == "stale" else hint
        line, now = page.line("follows"), digest(original)
        yield says(how, page.path, line, original=original.path, now=now, path=page.path)
