"""MkDocs' templates escape nothing and pass over unknown names; ours escape everything and stop at what is missing."""

from typing import cast

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext

from scripts import render


def on_env(env: Environment, /, *, config: MkDocsConfig, files: Files) -> Environment:
    """Make the template engine strict."""
    return render.strict(env, render.content_of(config).settings.root)


def on_page_context(context: TemplateContext, /, *, page: Page, config: MkDocsConfig, nav: Navigation) -> None:
    """Give a page's template the content and the words of its language."""
    cast("dict[str, object]", context).update(render.page_context(page, config))


def on_template_context(context: TemplateContext, /, *, template_name: str, config: MkDocsConfig) -> None:
    """Give the 404 page, the sitemap, robots.txt and the style sheet of the goals the content too."""
    cast("dict[str, object]", context).update(render.shared_context(config))
