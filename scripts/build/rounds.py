"""The pages as MkDocs writes them: a round for each language, all rounds at the same time.

The i18n plugin builds its languages one after another, and each of them writes all files that languages share anew.
"""

import os
import shutil
from functools import partial
from pathlib import Path, PurePath
from typing import Any

from jinja2 import TemplateError
from mkdocs.commands import build as mkdocs_build
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import MkDocsException

from scripts import pool
from scripts.report import Refused
from scripts.words import finding

RULE = "site_can_be_built"


def write_pages(config: MkDocsConfig, pages: int) -> None:
    """Let MkDocs write `pages` pages, in all languages, into the empty `site_dir`. Raises `Refused` when it cannot."""
    site = Path(config.site_dir)
    languages = [language.locale for language in _plugin(config).config.languages]
    shared = config.theme.static_templates
    rounds = {locale: site.with_name(f"{site.name}-{locale}") for locale in languages}
    try:
        config.plugins.on_startup(command="build", dirty=False)
        jobs = [partial(_write, config, locale, folder, shared) for locale, folder in rounds.items()]
        pool.spread(jobs, pages)
    finally:
        config.plugins.on_shutdown()
    for folder in rounds.values():
        shutil.copytree(folder, site, dirs_exist_ok=True, copy_function=os.replace)
        shutil.rmtree(folder)


def _write(config: MkDocsConfig, locale: str, folder: Path, shared: set[str]) -> None:
    """Write the pages in the language `locale` into `folder`; with the default one, the templates `shared` by all."""
    plugin = _plugin(config)
    for language in plugin.config.languages:
        language.build = language.locale == locale
    plugin.current_language = locale
    folder.mkdir(parents=True)  # MkDocs makes none when there is nothing to write
    config.site_dir = str(folder)
    # Set in each round: without processes of their own, rounds follow each other with one configuration.
    config.theme.static_templates = shared if plugin.is_default_language_build else set()
    try:
        mkdocs_build.build(config)
    except (MkDocsException, TemplateError) as error:
        raise Refused([finding(RULE, "refused", PurePath("mkdocs.yml"), 1, problem=error)]) from error


def _plugin(config: MkDocsConfig) -> Any:  # noqa: ANN401 the plugin has no types
    return config.plugins["i18n"]
