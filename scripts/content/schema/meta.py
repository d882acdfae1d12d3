"""What the front matter of every page may hold, and what its values are made of."""

import re
from collections.abc import Callable
from datetime import date
from typing import Annotated, ClassVar

from pydantic import AfterValidator, BaseModel, ConfigDict, Field
from pydantic_core import PydanticCustomError

from scripts.content import languages
from scripts.content.letters import slug


def shaped(kind: str, fits: Callable[[str], object], better: Callable[[str], str] = str) -> AfterValidator:
    """Return what refuses a text that does not fit: what is said of it stands under `kind` in `schema` of `words/`.

    `better` makes of such a text what to type instead. Raises `PydanticCustomError`.
    """

    def checked(value: str) -> str:
        if not fits(value):
            raise PydanticCustomError(kind, "no such text", {"better": better(value)})
        return value

    return AfterValidator(checked)


Word = Annotated[str, shaped("slug", re.compile(r"[a-z][a-z0-9-]{1,30}").fullmatch, slug)]
GoalNumber = Annotated[int, Field(ge=1, le=17)]
# That it leads to a page, and which one was meant if it does not, is up to the rule links_lead_somewhere.
PagePath = Annotated[str, Field(pattern=r"^\S{1,300}$")]


def real(value: str) -> str:
    """Return `value`, a date of one to three parts (`1994-03`). Raises `ValueError` when no calendar has it."""
    date.fromisoformat(value + "-01-01"[len(value) - 4 :])
    return value


def _day(typed: str) -> str:
    found = re.fullmatch(r"(\d{1,2})[-/.](\d{1,2})[-/.](20\d\d)", typed.strip())
    return "-".join(part.zfill(2) for part in found.groups()[::-1]) if found else "2026-01-31"


Day = Annotated[str, shaped("day", re.compile(r"20\d\d-\d\d-\d\d").fullmatch, _day), AfterValidator(real)]
Language = Annotated[str, shaped("language", languages.is_known)]


class Part(BaseModel):
    """What a page or a list is made of: a key that is not described is refused. Numbers and yes or no come as text."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Meta(Part):
    """What every page has.

    `description` is one or two sentences of 50 to 160 characters, for search engines and for the cards that lead here.
    `order` is the place among the pages of the same folder; pages without one come last, by title.
    `follows` stands in a translation: the digest of the text that it was made from (`scripts/content/translations.py`).
    What is `SHARED` is typed on the page in the default language alone, and is the same on its translations.
    """

    SHARED: ClassVar[tuple[str, ...]] = ()

    title: Annotated[str, Field(min_length=2, max_length=70)]
    description: Annotated[str, Field(min_length=50, max_length=160)]
    order: Annotated[int, Field(ge=1, le=999)] = 999
    follows: Annotated[str, Field(pattern=r"^([0-9a-f]{10})?$")] = ""

    @property
    def word(self) -> str:
        """What the page is called where there is little room."""
        return self.title


class Related(Meta):
    """A page that can name up to three others, by file path from the folder of its language."""

    related: Annotated[list[PagePath], Field(max_length=3)] = []
