"""What `mkdocs.yml` says, read once by MkDocs itself."""

import logging
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path, PurePath
from typing import Any

from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import ConfigurationError, MkDocsException

from scripts.content import languages
from scripts.content.letters import anchor
from scripts.report import Refused
from scripts.today import today
from scripts.words import finding

RULE = "configuration_is_valid"
# The address in mkdocs.yml, which another one may overrule.
_WRITTEN = re.compile(r"^site_url:.*?(?P<address>https?://[^\s\"']+)", re.MULTILINE)
_GITHUB = re.compile(r"https://github\.com/(?P<owner>[\w-]+)/(?P<name>[\w.-]+?)(\.git)?/?")
# HTML is text, and icons are known: before all others.
OURS = ("scripts.content.allowed:PlainHtml", "scripts.content.icons:Icons")


@dataclass(frozen=True)
class Contacts:
    """The addresses and numbers that the site may show. An address that begins with `@` is a whole domain."""

    emails: frozenset[str] = frozenset()
    phones: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Settings:
    """The part of the configuration that the program needs.

    `locales` are the languages of the site: the default one first, then in the order of `mkdocs.yml`, by which
    `content/languages.py` tells which is nearest to which. In each the site has its name, one of `site_names`;
    `unnamed` are those that have the name of the default one, each with its line of `mkdocs.yml`.
    Folders are absolute.
    `site_url` is absolute and ends with a slash; `site_urls` are all at which it may be known: after
    that one, those that are the same for whoever builds it. `today` is the day that its pages show.
    """

    root: Path
    docs: Path
    overrides: Path
    site_url: str
    site_urls: tuple[str, ...]
    locales: tuple[str, ...]
    site_names: Mapping[str, str]
    unnamed: Mapping[str, int]
    markdown_extensions: tuple[str, ...]
    markdown_configs: Mapping[str, Mapping[str, Any]]
    today: date
    contacts: Contacts = Contacts()

    @property
    def default_locale(self) -> str:
        """The language that is written first and lives at `/`."""
        return self.locales[0]

    @property
    def data(self) -> Path:
        """The folder with the lists that pages are made from."""
        return self.docs / "data"

    def relative(self, path: Path) -> PurePath:
        """Return `path` as a person would type it from the root of the repository."""
        return PurePath(path.relative_to(self.root))


def load(root: Path, **changes: object) -> MkDocsConfig:
    """Return MkDocs' own configuration of the site in `root`, with `changes` over it.

    Raises `Refused` when `mkdocs.yml` is missing or cannot be used.
    """
    try:
        config = load_config(str(root / "mkdocs.yml"), **changes)  # type: ignore[arg-type]
        if not config.site_url:
            raise ConfigurationError("site_url is empty")
    except MkDocsException as error:
        raise Refused([finding(RULE, "unusable", PurePath("mkdocs.yml"), 1, problem=error)]) from error
    unknown = [one.locale for one in _languages(config) if not languages.is_known(one.locale)]
    if unknown:
        line = _line(config, unknown[0])
        raise Refused([finding(RULE, "language", PurePath("mkdocs.yml"), line, code=unknown[0])])
    return with_our_markdown(config)


def with_our_markdown(config: MkDocsConfig) -> MkDocsConfig:
    """Return `config` with our extensions of Markdown before all others, and our ids."""
    config.markdown_extensions = list(dict.fromkeys([*OURS, *config.markdown_extensions]))
    config.mdx_configs.setdefault("toc", {})["slugify"] = anchor
    return config


def of(root: Path, **changes: object) -> Settings:
    """Return what the program needs of the site in `root`, with `changes` over it. Raises `Refused` as `load` does."""
    return settings(load(root, **changes))


def settings(config: MkDocsConfig) -> Settings:
    """Return what the program needs from `config`."""
    ordered = sorted(_languages(config), key=lambda language: not language.default)
    root = Path(config.config_file_path).absolute().parent
    contacts = config.extra.get("contacts") or {}
    written = _WRITTEN.search(Path(config.config_file_path).read_text(encoding="utf-8"))
    addresses = [
        str(config.site_url),
        written["address"] if written else "",
        _pages(str(config.extra.get("repository"))),
    ]
    emails, phones = (frozenset(str(one).lower() for one in contacts.get(key) or ()) for key in ("emails", "phones"))
    return Settings(
        root=root,
        docs=Path(config.docs_dir),
        overrides=root / "overrides",
        site_url=str(config.site_url),
        site_urls=tuple(one.rstrip("/") + "/" for one in addresses if one),
        locales=tuple(language.locale for language in ordered),
        site_names={language.locale: language.site_name or config.site_name for language in ordered},
        unnamed={one.locale: _line(config, one.locale) for one in ordered[1:] if not one.site_name},
        markdown_extensions=tuple(config.markdown_extensions),
        markdown_configs=config.mdx_configs,
        today=today(),
        contacts=Contacts(emails, phones),
    )


def _languages(config: MkDocsConfig) -> Any:  # noqa: ANN401 the plugin has no types
    return config.plugins["i18n"].config.languages


def _line(config: MkDocsConfig, code: str) -> int:
    """Return the line of `mkdocs.yml` where the language `code` is named."""
    before = Path(config.config_file_path).read_text(encoding="utf-8").partition(f"locale: {code}")[0]
    return before.count("\n") + 1


def _pages(repository: str) -> str:
    """Return where GitHub Pages shows what lives in `repository`; empty for another host."""
    found = _GITHUB.fullmatch(repository)
    if not found:
        return ""
    host = f"{found['owner'].lower()}.github.io"
    return f"https://{host}/" if found["name"].lower() == host else f"https://{host}/{found['name']}/"


def quiet() -> None:
    """Keep MkDocs to warnings, so that a person sees only what asks for action."""
    logging.getLogger("mkdocs").setLevel(logging.WARNING)
