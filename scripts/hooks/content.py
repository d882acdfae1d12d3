"""MkDocs reads pages loosely (broken front matter becomes text); here every page and list comes from our own reader."""

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

from scripts import render


@event_priority(-200)  # after the i18n plugin has chosen the language of this round
def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Make the content known to this build, and the footnotes speak the language of this round."""
    return render.prepare(config)


@event_priority(100)  # before the i18n plugin, which gives boxes a title in the language of the page
def on_page_markdown(markdown: str, /, *, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Replace MkDocs' reading of the file by ours: checked front matter, template by kind, sources as footnotes."""
    return render.markdown(page, config)


@event_priority(-200)  # after any other change
def on_page_content(html: str, /, *, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Take out of the text what could harm a reader, and put the drawings in."""
    return render.text(html, page, config)
