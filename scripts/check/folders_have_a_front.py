"""Every folder with pages has an `index.md` that leads to them."""

from pathlib import PurePosixPath

from scripts.check.rule import Content, Faults, Page, error
from scripts.content.schema.front_matter import Section

# The front of a folder with pages of these kinds; any other has a plain one.
FRONTS = {"lesson": "lessons", "news": "newsroom"}


def check_page(page: Page, content: Content) -> Faults:
    """Yield an error for a page whose folder has no front in any language: readers get the nearest.

    A front of another kind hears of it itself.
    """
    folder = PurePosixPath(page.key).parent
    front = str(folder / "index.md")
    locales = content.settings.locales
    if folder.name and not any(_is_front(content, locale, front) for locale in locales):
        if page.key == front:
            yield error("kind", page.path, page.line("kind"), folder=folder, kind=page.meta.kind)
        elif not any(content.page(locale, front) for locale in locales):
            kind = FRONTS.get(page.meta.kind, "section")
            yield error("missing", page.path, folder=folder, front=front, locale=page.locale, kind=kind)


def _is_front(content: Content, locale: str, key: str) -> bool:
    page = content.page(locale, key)
    if page:
        return isinstance(page.meta, Section)
    return (content.settings.docs / locale / key).is_file()  # a front that cannot be read has its own finding
