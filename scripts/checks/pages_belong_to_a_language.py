"""Every page stands in the folder of a language of the site."""

from __future__ import annotations

from collections.abc import Iterator

from scripts.checks.messages import finding
from scripts.content import Content
from scripts.report import Finding

RULE = "pages_belong_to_a_language"


def check(content: Content) -> Iterator[Finding]:
    """Yield a finding for each Markdown file in `docs/` that is outside the folders of the languages."""
    settings = content.settings
    folders = ", ".join(f"docs/{locale}/" for locale in settings.locales)
    for path in sorted(settings.docs.rglob("*.md")):
        if path.relative_to(settings.docs).parts[0] not in (*settings.locales, settings.data.name):
            yield finding(RULE, "outside", settings.relative(path), 1, folders=folders)
