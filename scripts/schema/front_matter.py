"""What the front matter of a page may hold, per kind of page.

The kind chooses the template. A key that is not described here is refused.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter

Title = Annotated[str, Field(min_length=2, max_length=70)]
Description = Annotated[str, Field(min_length=50, max_length=160)]
Order = Annotated[int, Field(ge=1, le=999)]
PagePath = Annotated[str, Field(pattern=r"^[a-z0-9-]+(/[a-z0-9-]+)*\.md$")]


class Meta(BaseModel):
    """What every page has.

    `description` is one or two sentences of 50 to 160 characters, for search engines and for the cards that lead here.
    `order` is the place among the pages of the same folder; pages without one come last, by title.
    `follows` stands in a translation: the digest of the text that it was made from (`scripts/translations.py`).
    """

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)

    title: Title
    description: Description
    order: Order = 999
    follows: Annotated[str, Field(pattern=r"^([0-9a-f]{10})?$")] = ""


class Home(Meta):
    """The front page of a language.

    `lead` is the one sentence that says what the site is. `doors` are the three pages it leads to first, `more` are
    pages for those who want to do something.
    """

    kind: Literal["home"]
    lead: Annotated[str, Field(min_length=30, max_length=180)]
    doors: Annotated[list[PagePath], Field(min_length=1, max_length=3)]
    more: Annotated[list[PagePath], Field(max_length=3)] = []


class Related(Meta):
    """A page that can name up to four others, by file path from the folder of its language."""

    related: Annotated[list[PagePath], Field(max_length=4)] = []


class Section(Related):
    """The `index.md` of a folder: its cards are the pages of that folder.

    `menu` says where the section stands on every page, `short` is its word there (the title when absent).
    """

    kind: Literal["section"]
    menu: Literal["header", "footer"]
    short: Annotated[str, Field(min_length=2, max_length=24)] = ""


class Article(Related):
    """A page to read."""

    kind: Literal["article"]


class Goal(Related):
    """A page about one of the 17 Global Goals; its colour comes from `docs/data/goals.yml`."""

    kind: Literal["goal"]
    goal: Annotated[int, Field(ge=1, le=17)]


class Timeline(Related):
    """The page that shows `docs/data/timeline.yml`."""

    kind: Literal["timeline"]


class Sources(Meta):
    """The page that lists every source the site cites."""

    kind: Literal["sources"]


class Translations(Related):
    """The page that says how each translation is doing."""

    kind: Literal["translations"]


class Rules(Related):
    """The page that says what the check looks at, and why."""

    kind: Literal["rules"]


class Search(Meta):
    """The page with the search form and the list of all pages."""

    kind: Literal["search"]


FrontMatter = Annotated[
    Home | Section | Article | Goal | Timeline | Translations | Rules | Sources | Search,
    Field(discriminator="kind"),
]
FRONT_MATTER: TypeAdapter[FrontMatter] = TypeAdapter(FrontMatter)
