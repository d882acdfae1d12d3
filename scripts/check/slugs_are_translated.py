"""Every part of an address has a word in the language of the page."""

from scripts.check.rule import Content, Faults, Page, error
from scripts.content.addresses import segments


def check_page(page: Page, content: Content) -> Faults:
    """Yield an error for each part of the address of `page` that `docs/data/slugs.yml` does not know."""
    for slug in segments(page.key) if page.locale != content.settings.default_locale else ():
        known = content.slugs.get(slug, {})
        if page.locale not in known:
            words = ", ".join(f"{locale}: {word}" for locale, word in {**known, page.locale: "…"}.items())
            case, (_, line) = "more" if slug in content.slugs else "missing", content.listed("slugs", slug)
            yield error(case, page.path, slug=slug, locale=page.locale, words=f"{{{words}}}", line=line)
