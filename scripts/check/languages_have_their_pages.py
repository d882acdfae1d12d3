"""Every language has the pages that each of its pages leads to."""

from scripts.check.rule import Content, Faults, Page, error

NEEDED = ("home", "search", "sources")
# Of these kinds a language has one page at most.
SINGLE = (*NEEDED, "agenda", "archive", "newsroom", "actions", "questions")


def check_content(content: Content) -> Faults:
    """Yield an error for each page of a kind in `NEEDED` that a language lacks, and of `SINGLE` after the first."""
    first = dict[tuple[str, str], Page]()
    for page in content.pages:
        kind, other = page.meta.kind, first.setdefault((page.locale, page.meta.kind), page)
        if other is not page and kind in SINGLE:
            yield error("several", page.path, page.line("kind"), locale=page.locale, kind=kind, other=other.path)
    names = {known: page.key for (_, known), page in reversed(first.items())} | {"home": "index.md"}
    for locale in content.settings.locales:
        folder = content.settings.docs / locale
        for needed in NEEDED:
            key = names.get(needed, f"{needed}.md")
            # One that cannot be read has a finding of its own.
            is_unread = (folder / key).is_file() and not content.page(locale, key)
            if (locale, needed) not in first and not is_unread:
                yield error("none", content.settings.relative(folder), locale=locale, kind=needed, key=key)
