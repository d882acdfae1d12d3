"""What `mkdocs.yml` says, read once by MkDocs itself."""

import logging
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path, PurePath
from typing import Any

from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import ConfigurationError, MkDocsException

from scripts.content import languages
from scripts.content.letters import anchor
from scripts.report import Finding, Refused
from scripts.today import today
from scripts.words import finding

RULE = "configuration_is_valid"
# The address in mkdocs.yml, which another one may overrule.
_WRITTEN = re.compile(r"^site_url:.*?(?P<address>https?://[^\s\"']+)", re.MULTILINE)
_GITHUB = re.compile(r"https://github\.com/(?P<owner>[\w-]+)/(?P<name>[\w.-]+?)(\.git)?/?")
# What each part of `contact` looks like, and what to type for it.
CONTACT = {
    "name": (re.compile(r"\S.{1,60}"), 'name: "Municipality of Example"'),
    "telephone": (re.compile(r"\+?\d([ ()-]{0,2}\d){2,14}"), 'telephone: "030 123 45 67"'),
    "email": (re.compile(r"[\w.+-]+@([\w-]+\.)+[a-z]{2,}", re.IGNORECASE), 'email: "info@example.org"'),
}
# HTML is text, and icons are known: before all others.
OURS = ("scripts.content.allowed:PlainHtml", "scripts.content.icons:Icons")


@dataclass(frozen=True)
class Contact:
    """Who publishes the site and how to reach them, as far as it is known: all that a text may show of people."""

    name: str = ""
    telephone: str = ""
    email: str = ""

    @property
    def dialled(self) -> str:
        """The telephone number as a link has it (RFC 3966)."""
        return re.sub(r"[^+\d]", "", self.telephone)


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
    contact: Contact = Contact()

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

    Raises `Refused` when `mkdocs.yml` is missing or cannot be used, or what it says cannot be.
    """
    try:
        config = load_config(str(root / "mkdocs.yml"), **changes)  # type: ignore[arg-type]
        if not config.site_url:
            raise ConfigurationError("site_url is empty")
    except MkDocsException as error:
        raise Refused([finding(RULE, "unusable", PurePath("mkdocs.yml"), 1, problem=error)]) from error
    if wrong := list(_wrong(config)):
        raise Refused(wrong)
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
    contact = config.extra.get("contact") or {}
    written = _WRITTEN.search(Path(config.config_file_path).read_text(encoding="utf-8"))
    addresses = [str(config.site_url), written and written["address"], _pages(str(config.extra.get("repository")))]
    return Settings(
        root=root,
        docs=Path(config.docs_dir),
        overrides=root / "overrides",
        site_url=str(config.site_url),
        site_urls=tuple(one.rstrip("/") + "/" for one in addresses if one),
        locales=tuple(language.locale for language in ordered),
        site_names={language.locale: language.site_name or config.site_name for language in ordered},
        unnamed={one.locale: _line(config, f"locale: {one.locale}") for one in ordered[1:] if not one.site_name},
        markdown_extensions=tuple(config.markdown_extensions),
        markdown_configs=config.mdx_configs,
        today=today(),
        contact=Contact(**{key: str(value) for key, value in contact.items() if value}),
    )


def _languages(config: MkDocsConfig) -> Any:  # noqa: ANN401 the plugin has no types
    return config.plugins["i18n"].config.languages


def _wrong(config: MkDocsConfig) -> Iterator[Finding]:
    """Yield a finding for each language that nobody knows, and each part of `contact` that leads no reader anywhere.

    `contacts` is what that was called before.
    """
    for code in (one.locale for one in _languages(config) if not languages.is_known(one.locale)):
        yield finding(RULE, "language", PurePath("mkdocs.yml"), _line(config, f"locale: {code}"), code=code)
    given = config.extra.get("contact", config.extra.get("contacts")) or {}
    for key, value in given.items() if isinstance(given, dict) else [("contact", given)]:
        shape, example = CONTACT.get(key, (None, ", ".join(example for _, example in CONTACT.values())))
        if not shape or (value and not (isinstance(value, str) and shape.fullmatch(value))):
            line = _line(config, "extra:", "contact", f"{key}:")
            yield finding(RULE, "contact", PurePath("mkdocs.yml"), line, key=key, value=value, example=example)


def _line(config: MkDocsConfig, *marks: str) -> int:
    """Return the line of `mkdocs.yml` on which the last of `marks` stands, each looked for from the one before."""
    text, at = Path(config.config_file_path).read_text(encoding="utf-8"), 0
    for mark in marks:
        found = re.compile(rf"\b{re.escape(mark)}").search(text, at)
        at = found.start() if found else at
    return text.count("\n", 0, at) + 1


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
