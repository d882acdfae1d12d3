"""A page or list holds nothing that leads to one person, unless the maintainers chose to show it.

The file is looked at as it was typed, with its front matter, code and comments, and so are the words that readers see,
where `06**12**345678` is one number. What the site may show stands in `mkdocs.yml`, under `extra`, `contacts`.
"""

from collections.abc import Iterator

from scripts.check.personal import found
from scripts.content import Content, Page, data
from scripts.content.markdown_tokens import words
from scripts.content.settings import Settings
from scripts.report import Finding
from scripts.words import finding

RULE = "personal_data_stays_private"


def check_files(settings: Settings) -> Iterator[Finding]:
    """Yield a finding for each personal thing that is typed in a page or list. None shows more than how it begins."""
    for path, marked in data.typed(settings):
        for kind, at in found(marked.text, settings.contacts):
            yield finding(RULE, kind, path, *marked.place(at), start=marked.text[at : at + 2])


def check_page(page: Page, content: Content) -> Iterator[Finding]:
    """Yield a finding for each line of `page` whose words hold something personal that its marks hide."""
    contacts, lines = content.settings.contacts, page.body.split("\n")
    for token in page.marked.tokens:
        if token.type == "inline" and token.map:
            text = words(token.children or ())
            for kind, at in found(text, contacts):
                if kind not in (other for other, _ in found("\n".join(lines[slice(*token.map)]), contacts)):
                    yield finding(RULE, kind, page.path, page.body_line + token.map[0], start=text[at : at + 2])
