"""From our content to MkDocs' pages: addresses, Markdown with its sources, and what templates may use."""

import re
from functools import partial
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemBytecodeCache, StrictUndefined
from jinja2.ext import Extension
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page as MkDocsPage

from scripts import content, formats
from scripts.build import assets, search
from scripts.build import pictures as shown_pictures
from scripts.build import text as article
from scripts.build.lessons import codes, linked_data
from scripts.build.timeline import long_date
from scripts.check import guide
from scripts.content import Content, Page, citations, lessons, navigation, settings, translations

COMPILED = ".cache/templates"
# Jinja takes what it kept for any environment; the name says for which it was made.
ESCAPED = "escaped-unindented-%s.cache"
INDENT = re.compile(r"(?<=\n)[ \t]+")


class Unindented(Extension):
    """Takes the indent off the lines of a template: it is there for who reads the template, and pages are lighter."""

    def preprocess(self, source: str, name: str | None, filename: str | None = None) -> str:
        """Return the `source` of a template as Jinja is to read it."""
        return INDENT.sub("", source)


def prepare(config: MkDocsConfig) -> MkDocsConfig:
    """Return `config` with the content in `extra`, read once per build, and footnotes in the current language.

    Raises `PluginError`, as MkDocs wants it, when MkDocs builds by itself and a page or list cannot be read.
    """
    settings.with_plain_html(config)
    if "content" not in config.extra:
        config.extra["content"], findings = content.read(settings.settings(config))
        if findings:
            raise PluginError(formats.as_text(findings, "nl"))
    # MkDocs looks through all of a theme for each language; this one brings thousands of icons, none of use here.
    config.theme.dirs = [str(config.theme.custom_dir)]
    words = content_of(config).words[locale_of(config)]
    config.mdx_configs["footnotes"] = {"BACKLINK_TITLE": words["footnote_back"], "BACKLINK_TEXT": "↑"}
    return config


def content_of(config: MkDocsConfig) -> Content:
    """Return the content that this build uses."""
    found: Content = config.extra["content"]
    return found


def locale_of(config: MkDocsConfig) -> str:
    """Return the language of the current round of the build."""
    plugin: Any = config.plugins["i18n"]
    return str(plugin.current_language)


def our_page(file: File, config: MkDocsConfig) -> Page:
    """Return our page for MkDocs' `file`."""
    locale, key = file.src_uri.split("/", 1)
    page = content_of(config).page(locale, key)
    if page is None:
        raise LookupError(f"{file.src_uri} is not a page of the site")
    return page


def place(files: Files, config: MkDocsConfig) -> Files:
    """Return `files` with localised addresses, without the files of the theme.

    With `only` in `extra`, other pages are known and not built; what all languages share, the default one builds.
    The i18n plugin knows pictures in one language only, and as they were added; here all languages get the clean ones.
    """
    only = config.extra.get("only")
    for file in files.documentation_pages():
        if only is not None and file.src_uri not in only:
            file.inclusion = InclusionLevel.EXCLUDED  # there to be linked to, but not built
        address = our_page(file, config).address
        file.dest_uri = f"{address}index.html"
        file.url = address or "./"
        file.abs_dest_path = f"{config.site_dir}/{file.dest_uri}"
    for file in list(files):
        if not file.is_documentation_page():
            files.remove(file)
    for address, data in shown_pictures.served(content_of(config).settings):
        files.append(File.generated(config, address, content=data))
    if locale_of(config) != content_of(config).settings.default_locale:
        for file in files:
            if not file.is_documentation_page():
                file.inclusion = InclusionLevel.EXCLUDED
    return files


def markdown(page: MkDocsPage, config: MkDocsConfig) -> str:
    """Return the Markdown that MkDocs renders for `page`; sets its title and the template of its kind."""
    ours = our_page(page.file, config)
    page.meta = {"template": f"kinds/{ours.meta.kind}.html", "title": ours.meta.title}
    return citations.with_sources(ours, article.written(ours, content_of(config)), content_of(config))


def text(html: str, page: MkDocsPage, config: MkDocsConfig) -> str:
    """Return the rendered text of `page` as readers get it."""
    return article.finished(html, our_page(page.file, config), content_of(config))


def strict(env: Environment, config: MkDocsConfig) -> Environment:
    """Return `env` escaping every value, stopping at unknown names, and knowing files, menus, sources and rules.

    It keeps the templates as Python, so that the next build need not compile them.
    """
    env.autoescape = True
    env.undefined = StrictUndefined
    env.add_extension(Unindented)
    env.policies["json.dumps_kwargs"] = {"ensure_ascii": False, "separators": (",", ":")}
    ours = content_of(config).settings
    kept = ours.root / COMPILED
    kept.mkdir(parents=True, exist_ok=True)
    env.bytecode_cache = FileSystemBytecodeCache(str(kept), ESCAPED)
    env.globals.update(
        asset=partial(assets.asset, ours.overrides, Path(config.site_dir)),
        navigation=navigation,
        translations=translations,
        guide=guide,
        reference=citations.reference,
        cited=citations.used,
        lessons=lessons,
        linked_data=linked_data,
        codes=codes,
        long_date=long_date,
        search=search,
    )
    return env


def shared_context(config: MkDocsConfig) -> dict[str, Any]:
    """Return what every template may use: the content, the languages, the default language's words."""
    ours = content_of(config)
    locale = ours.settings.default_locale
    return {
        "content": ours,
        "locales": ours.settings.locales,
        "locale": locale,
        "words": ours.words[locale],
        "policy": config.extra.get("policy"),
    }


def page_context(page: MkDocsPage, config: MkDocsConfig) -> dict[str, Any]:
    """Return what the template of `page` may use: all of the above in the language of the page, and the page itself."""
    ours = our_page(page.file, config)
    return shared_context(config) | {
        "current": ours,
        "locale": ours.locale,
        "words": content_of(config).words[ours.locale],
    }
