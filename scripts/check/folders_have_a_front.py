"""Every folder with pages has an `index.md` that leads to them."""

from collections.abc import Iterator
from pathlib import PurePosixPath

from scripts.content import Content
from scripts.content.schema.front_matter import Section
from scripts.report import Finding
from scripts.words import finding

RULE = "folders_have_a_front"


def check_content(content: Content) -> Iterator[Finding]:
    """Yield a finding for each page whose folder has no front, in the language of the page or the default one."""
    for page in content.pages:
        folder = PurePosixPath(page.key).parent
        if str(folder) == ".":
            continue
        front = str(folder / "index.md")
        if not any(_is_front(content, locale, front) for locale in (page.locale, content.settings.default_locale)):
            yield finding(RULE, "missing", page.path, 1, folder=folder, front=front, locale=page.locale)


def _is_front(content: Content, locale: str, key: str) -> bool:
    page = content.page(locale, key)
    if page:
        return isinstance(page.meta, Section)
    return (content.settings.docs / locale / key).is_file()  # a front that cannot be read has its own finding
