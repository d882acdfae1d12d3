"""What `mkdocs.yml` may hold: what it holds now, and no more. A new setting is described here first."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter

from scripts.schema.data import LocaleCode, Slug

# Templates print these names; a pointed bracket or a brace has no business there.
Name = Annotated[str, Field(pattern=r"^[^<>\"{}\x00-\x1f]{2,70}$")]
Url = Annotated[str, Field(pattern=r"^https?://[^\s<>\"]+$")]
Template = Annotated[str, Field(pattern=r"^[a-z0-9-]+([/.][a-z0-9-]+)*$")]
Loudness = Literal["warn", "info", "ignore"]

# The settings that may come from outside, and the variable of each. Others hold secrets, such as GITHUB_TOKEN.
FROM_OUTSIDE: Mapping[tuple[str | int, ...], str] = {
    ("site_url",): "SITE_URL",
    ("extra", "repository"): "REPOSITORY_URL",
}
# Extensions of Markdown, and what may be set of each. The first keeps HTML from being HTML.
EXTENSIONS: Mapping[str, Mapping[str, object]] = {
    "scripts.plain_html": {},
    "admonition": {},
    "attr_list": {},
    "footnotes": {},
    "tables": {"use_align_attribute": True},
    "toc": {},
    "pymdownx.details": {},
    "pymdownx.highlight": {},
    "pymdownx.superfences": {},
}


class Part(BaseModel):
    """A block of settings: one that is not described is refused."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)


class SiteLanguage(Part):
    """A language of the site, and the title of each kind of box in it."""

    locale: LocaleCode
    name: Name
    default: bool = False
    admonition_translations: dict[Slug, Name] = Field(default={})


class I18n(Part):
    """A folder per language, and no page of one language in place of another's."""

    docs_structure: Literal["folder"]
    fallback_to_default: Literal[False]
    reconfigure_material: Literal[False]
    reconfigure_search: Literal[False]
    languages: Annotated[list[SiteLanguage], Field(min_length=1)]


class Plugin(Part):
    """The one plug-in: any other is code that runs while the site is built."""

    i18n: I18n


class Theme(Part):
    """The look is ours; of Material the pages load a style sheet. `font: false` keeps them from another host's."""

    name: Literal["material", None]
    custom_dir: Literal["overrides"]
    font: Literal[False]
    static_templates: list[Template]


class Contacts(Part):
    """What the site may show of people; an address that begins with `@` is a whole domain."""

    emails: list[Annotated[str, Field(pattern=r"^[^\s@<>]*@[^\s@<>]+$")]]
    phones: list[Annotated[str, Field(pattern=r"^[+\d][\d ()-]+$")]]


class Extra(Part):
    """What templates may know besides, and whom the site may name."""

    repository: Url
    contacts: Contacts = Contacts(emails=[], phones=[])


class Validation(Part):
    """What MkDocs itself says of links."""

    omitted_files: Loudness
    absolute_links: Loudness
    unrecognized_links: Loudness
    anchors: Loudness


class Configuration(Part):
    """All settings of the site. The extensions and hooks are compared with `EXTENSIONS` and `scripts/hooks/`."""

    site_name: Name
    site_url: Url
    strict: Literal[True]
    nav: list[Literal["index.md"]]
    exclude_docs: str = ""
    extra: Extra
    theme: Theme
    plugins: Annotated[list[Plugin], Field(min_length=1)]
    hooks: list[str]
    markdown_extensions: list[object]
    validation: Validation


CONFIGURATION: TypeAdapter[Configuration] = TypeAdapter(Configuration)
