"""Every folder with pages has an `index.md` that leads to them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath

from scripts.content import Content
from scripts.report import Finding, Text

RULE = "folders_have_a_front"


def check(content: Content) -> Iterator[Finding]:
    """Yield a finding for each page whose folder has no front, in the language of the page or the default one."""
    for page in content.pages:
        folder = PurePosixPath(page.key).parent
        if str(folder) == ".":
            continue
        front = str(folder / "index.md")
        if not any(_is_front(content, locale, front) for locale in (page.locale, content.settings.default_locale)):
            yield Finding(
                RULE,
                page.path,
                1,
                Text(
                    f"De map {folder} heeft geen voorpagina: {front} met kind: section ontbreekt.",
                    f"The folder {folder} has no front page: {front} with kind: section is missing.",
                ),
                Text("Zonder voorpagina leidt geen enkel menu hierheen.", "Without a front page no menu leads here."),
                Text(
                    f"Maak docs/{page.locale}/{front} met kind: section, of zet deze pagina in een bestaande map.",
                    f"Make docs/{page.locale}/{front} with kind: section, or move this page to an existing folder.",
                ),
            )


def _is_front(content: Content, locale: str, key: str) -> bool:
    page = content.page(locale, key)
    if page:
        return page.meta.kind == "section"
    return (content.settings.docs / locale / key).is_file()  # a front that cannot be read has its own finding
