"""What MkDocs calls while it builds. Each call goes straight into the program; here stands only when, and why.

MkDocs reads pages loosely (broken front matter becomes text), escapes nothing in templates and passes over unknown
names; the i18n plugin puts English at `/en/<Dutch file name>/`. All of that is replaced.
"""

import logging
import sys
from pathlib import Path
from typing import cast

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext

# `mkdocs build`, typed as every user of MkDocs types it, knows only the folder of this file.
sys.path.insert(0, str(Path(__file__).parents[2]))

from scripts.build import render

UNFINISHED = """
Deze site heeft geen zoekfunctie, geen werkbladen en geen beveiliging. Voor lezers maakt u hem met: make build
This site has no search, no worksheets and no policy. Make it for readers with: make build"""
_alone = False
log = logging.getLogger("mkdocs.hooks")


@event_priority(-200)  # after the i18n plugin has chosen the language of this round
def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Make the content known to this build, HTML text, and footnotes speak the language of this round."""
    global _alone
    _alone = _alone or "content" not in config.extra  # our own build puts it there
    return render.prepare(config)


@event_priority(-200)  # after the i18n plugin has kept the files of this language
def on_files(files: Files, /, *, config: MkDocsConfig) -> Files:
    """Give every page its address in its own language, and leave the files of the theme out."""
    return render.place(files, config)


@event_priority(100)  # before the i18n plugin, which gives boxes a title in the language of the page
def on_page_markdown(markdown: str, /, *, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Replace MkDocs' reading of the file by ours: checked front matter, template by kind, sources as footnotes."""
    return render.markdown(page, config)


@event_priority(-200)  # after any other change
def on_page_content(html: str, /, *, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Take out of the text what could harm a reader, and put the drawings in."""
    return render.text(html, page, config)


def on_env(env: Environment, /, *, config: MkDocsConfig, files: Files) -> Environment:
    """Make the template engine strict."""
    return render.strict(env, config)


def on_page_context(context: TemplateContext, /, *, page: Page, config: MkDocsConfig, nav: Navigation) -> None:
    """Give a page's template the content and the words of its language."""
    cast("dict[str, object]", context).update(render.page_context(page, config))


def on_template_context(context: TemplateContext, /, *, template_name: str, config: MkDocsConfig) -> None:
    """Give the 404 page, the sitemap and robots.txt the content too."""
    cast("dict[str, object]", context).update(render.shared_context(config))


def on_shutdown() -> None:
    """Say when MkDocs worked by itself, after all languages, what its site is without."""
    if _alone:
        log.info(UNFINISHED)
