"""What MkDocs calls while it builds, and what becomes of its pages: our content, our addresses, our templates.

MkDocs reads pages loosely (broken front matter becomes text), escapes nothing in templates and passes over unknown
names; the i18n plugin puts English at `/en/<Dutch file name>/`. All of that is replaced.
"""

import logging
import re
import sys
from functools import cache, partial
from pathlib import Path
from typing import Any, cast

from babel.dates import format_date
from jinja2 import Environment, FileSystemBytecodeCache, StrictUndefined
from jinja2.ext import Extension
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.utils.templates import TemplateContext

# `mkdocs build`, typed as every user of MkDocs types it, knows only the folder of this file.
sys.path.insert(0, str(Path(__file__).parents[2]))

from scripts import content, formats, git
from scripts.build import assets, calendars, feeds, linked_data, listed, search, text
from scripts.build import kit as material
from scripts.build import pictures as shown_pictures
from scripts.build.lessons import sheets
from scripts.check import guide
from scripts.content import Content, Page, actions, citations, days, languages, lessons, navigation, news, translations
from scripts.content import kit as kits
from scripts.content.icons import icon
from scripts.content.look import scenes
from scripts.content.settings import settings, with_our_markdown

UNFINISHED = """
Deze site heeft geen zoekfunctie, geen werkbladen en geen beveiliging. Voor lezers maakt u hem met: make build
This site has no search, no worksheets and no policy. Make it for readers with: make build"""
COMPILED = ".cache/templates"
# What the title of a box is called among the words, when its writer gave it none, before its kind.
BOX = "box_"
# Jinja takes what it kept for any environment; the name says for which it was made.
ESCAPED = "escaped-unindented-%s.cache"
INDENT = re.compile(r"(?<=\n)[ \t]+")
_alone = False
log = logging.getLogger("mkdocs.hooks")


class Unindented(Extension):
    """Takes the indent off the lines of a template: it is there for who reads the template, and pages are lighter."""

    def preprocess(self, source: str, name: str | None, filename: str | None = None) -> str:
        """Return the `source` of a template as Jinja is to read it."""
        return INDENT.sub("", source)


@event_priority(-200)  # after the i18n plugin has chosen the language of this round
def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Make the content known to this build, read once, HTML text; footnotes and boxes speak the language of this round.

    Raises `PluginError`, as MkDocs wants it, when MkDocs builds by itself and a page or list cannot be read.
    """
    global _alone
    with_our_markdown(config)
    if "content" not in config.extra:  # our own build puts it there
        _alone = True
        config.extra["content"], findings = content.read(settings(config))
        if findings:
            raise PluginError(formats.as_text(findings, "nl"))
    ours = _content(config)
    config.extra.setdefault("commit", git.commit(ours.settings.root))
    # MkDocs looks through all of a theme for each language; this one brings thousands of icons, none of use here.
    config.theme.dirs = [str(config.theme.custom_dir)]
    words = ours.words[_locale(config)]
    titles = {word.removeprefix(BOX): title for word, title in words.items() if word.startswith(BOX)}
    plugin: Any = config.plugins["i18n"]
    plugin.current_language_config.admonition_translations = titles
    config.mdx_configs["footnotes"] = {"BACKLINK_TITLE": words["footnote_back"], "BACKLINK_TEXT": "↑"}
    return config


@event_priority(-200)  # after the i18n plugin has kept the files of this language
def on_files(files: Files, /, *, config: MkDocsConfig) -> Files:
    """Give every page its address in its own language, and leave the files of the theme out.

    With `only` in `extra`, other pages are known and not built; what all languages share, the default one builds.
    The i18n plugin knows pictures in one language only, and as they were added; here all languages get the clean ones.
    """
    only, ours, locale = config.extra.get("only"), _content(config).settings, _locale(config)
    for file in list(files):
        if not file.is_documentation_page():
            files.remove(file)
            continue
        if only is not None and file.src_uri not in only:
            file.inclusion = InclusionLevel.EXCLUDED  # there to be linked to, but not built
        address = _page(file, config).address
        file.dest_uri = f"{address}index.html"
        file.url = address or "./"
        file.abs_dest_path = f"{config.site_dir}/{file.dest_uri}"
    for address, data in shown_pictures.served(ours):
        picture = File.generated(config, address, content=data)
        if locale != ours.default_locale:
            picture.inclusion = InclusionLevel.EXCLUDED
        files.append(picture)
    for source, address, data in calendars.files(_content(config), locale, config.extra["commit"]):
        files.append(_made(config, f"{locale}/{source}", address, data))
    return files


def _made(config: MkDocsConfig, source: str, address: str, data: bytes) -> File:
    """Return a file with `data` in it that readers get at `address`, and texts may link to as `source`."""
    file = File.generated(config, source, content=data, inclusion=InclusionLevel.INCLUDED)
    file.dest_uri = file.url = address
    file.abs_dest_path = f"{config.site_dir}/{address}"
    return file


def _add_feed(files: Files, config: MkDocsConfig) -> None:
    """Add the feed of the language of this round to `files`, when all of its pages are built."""
    ours, locale = _content(config), _locale(config)
    front = navigation.first_of_kind(ours, locale, news.FRONT)
    if not front or "only" in config.extra:
        return
    built = [file.page for file in files.documentation_pages() if file.page]
    texts = {_page(page.file, config).key: page.content or "" for page in built}
    feed = feeds.atom(ours, front, texts, config.extra["commit"])
    files.append(_made(config, f"{locale}/{news.feed(front)}", news.feed(front), feed))


@event_priority(100)  # before the i18n plugin, which gives boxes a title in the language of the page
def on_page_markdown(markdown: str, /, *, page: MkDocsPage, config: MkDocsConfig, files: Files) -> str:
    """Replace MkDocs' reading of the file by ours: checked front matter, template by kind, sources as footnotes."""
    ours = _page(page.file, config)
    page.meta = {"template": f"kinds/{ours.meta.kind}.html", "title": ours.meta.title}
    return citations.with_sources(ours, text.written(ours, _content(config)), _content(config))


@event_priority(-200)  # after any other change
def on_page_content(html: str, /, *, page: MkDocsPage, config: MkDocsConfig, files: Files) -> str:
    """Take out of the text what could harm a reader, and put the drawings in."""
    return text.finished(html, _page(page.file, config), _content(config))


def on_env(env: Environment, /, *, config: MkDocsConfig, files: Files) -> Environment:
    """Let templates escape every value, stop at unknown names, and know files, colours, menus, sources and rules.

    They are kept as Python, so that the next build need not compile them. All texts are rendered by now, for the feed.
    """
    _add_feed(files, config)
    env.autoescape = True
    env.undefined = StrictUndefined
    env.add_extension(Unindented)
    env.policies["json.dumps_kwargs"] = {"ensure_ascii": False, "separators": (",", ":")}
    ours = _content(config)
    kept = ours.settings.root / COMPILED
    kept.mkdir(parents=True, exist_ok=True)
    env.bytecode_cache = FileSystemBytecodeCache(str(kept), ESCAPED)
    env.globals.update(
        asset=partial(assets.asset, ours.settings.overrides, Path(config.site_dir)),
        colours=ours.colours,
        icon=icon,
        town_icon=cache(partial(assets.icon, ours)),
        navigation=navigation,
        translations=translations,
        guide=guide,
        reference=citations.reference,
        notes_apart=text.notes_apart,
        parts_of=text.parts,
        scenes=scenes,
        cited=citations.used,
        lessons=lessons,
        linked_data=linked_data,
        code=partial(sheets.code, ours),
        format_date=format_date,
        listed=listed,
        days=days,
        actions=actions,
        kit=kits,
        kit_size=partial(material.size, ours),
        news=news,
        search=search,
    )
    return env


def on_page_context(context: TemplateContext, /, *, page: MkDocsPage, config: MkDocsConfig, nav: Navigation) -> None:
    """Give a page's template the content and the words of its language, and the page itself as we know it."""
    ours = _page(page.file, config)
    _add(context, config, ours.locale, current=ours)


def on_post_page(output: str, /, *, page: MkDocsPage, config: MkDocsConfig) -> str:
    """Do to the whole page what texts, lists and templates alike need."""
    return text.sent(output)


def on_template_context(context: TemplateContext, /, *, template_name: str, config: MkDocsConfig) -> None:
    """Give the 404 page, the sitemap and the files for programs the content too, in the default language."""
    _add(context, config, _content(config).settings.default_locale)


def on_shutdown() -> None:
    """Say when MkDocs worked by itself, after all languages, what its site is without."""
    if _alone:
        log.info(UNFINISHED)


def _add(context: TemplateContext, config: MkDocsConfig, locale: str, **others: object) -> None:
    ours = _content(config)
    spoken = {
        "locale": locale,
        "words": ours.words[locale],
        "plurals": ours.plurals[locale],
        "counted": partial(languages.counted, locale),
        "said": partial(ours.said, locale=locale),
        "lang": partial(languages.lang, locale=locale),
        "language_name": partial(languages.name, locale=locale),
    }
    shared = {"content": ours, "locales": ours.settings.locales, "policy": config.extra.get("policy")}
    cast("dict[str, object]", context).update(shared | spoken | others)


def _content(config: MkDocsConfig) -> Content:
    found: Content = config.extra["content"]
    return found


def _locale(config: MkDocsConfig) -> str:
    """Return the language of the current round of the build."""
    plugin: Any = config.plugins["i18n"]
    return str(plugin.current_language)


def _page(file: File, config: MkDocsConfig) -> Page:
    """Return our page for MkDocs' `file`."""
    locale, key = file.src_uri.split("/", 1)
    page = _content(config).page(locale, key)
    if page is None:
        raise LookupError(f"{file.src_uri} is not a page of the site")
    return page
