"""What the lists in `docs/data/` may hold: one model per file."""

from typing import Annotated, Literal

from pydantic import AfterValidator, Field, TypeAdapter

from scripts.content.schema.front_matter import PagePath, Part, real

Slug = Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
LocaleCode = Annotated[str, Field(pattern=r"^[a-z]{2}$")]
Year = Annotated[int, Field(ge=1000, le=2100)]

# YYYY, YYYY-MM or YYYY-MM-DD (ISO 8601), on the calendar.
Date = Annotated[str, Field(pattern=r"^(1\d|20)\d\d(-\d\d){0,2}$"), AfterValidator(real)]
Line = Annotated[str, Field(min_length=2)]
Texts = dict[LocaleCode, Line]


class Source(Part):
    """A publication that pages cite by its key.

    `year` is the year of publication, absent when none was seen. `language` is that of the publication (BCP 47).
    `url` is absent when the publication shows private data of people: then nothing links to it.
    """

    title: Line
    publisher: Line
    url: Annotated[str, Field(pattern=r"^https?://[^\s<>\"]+$")] | None = None
    language: LocaleCode
    year: Year | None = None


class Event(Part):
    """A moment on the timeline, or a period when it has `until`.

    Dates are as precise as the source: YYYY, YYYY-MM or YYYY-MM-DD. The front page shows the highlights.
    """

    when: Date
    until: Date | None = None
    text: Texts
    page: PagePath | None = None
    sources: Annotated[list[Slug], Field(min_length=1)]
    highlight: bool = False


class GoalColour(Part):
    """The colour of a goal as `#RRGGBB`, and the colour of text on it that has a contrast of at least 4.5."""

    number: Annotated[int, Field(ge=1, le=17)]
    colour: Annotated[str, Field(pattern=r"^#[0-9A-F]{6}$")]
    text: Literal["white", "black"]


class Question(Part):
    """What only `ask` can confirm: the sentence on the page that it would change, and what would become of it."""

    page: PagePath
    sentence: Line
    ask: Line
    question: Line
    change: Line


SOURCES: TypeAdapter[dict[Slug, Source]] = TypeAdapter(dict[Slug, Source])
TIMELINE: TypeAdapter[list[Event]] = TypeAdapter(list[Event])
GOALS: TypeAdapter[list[GoalColour]] = TypeAdapter(list[GoalColour])
SLUGS: TypeAdapter[dict[Slug, dict[LocaleCode, Slug]]] = TypeAdapter(dict[Slug, dict[LocaleCode, Slug]])
QUESTIONS: TypeAdapter[list[Question]] = TypeAdapter(list[Question])
# Words that no dictionary has: people, places, titles; each a word without spaces.
NAMES: TypeAdapter[list[str]] = TypeAdapter(list[Annotated[str, Field(pattern=r"^\S{2,40}$", strict=True)]])
WORDS: TypeAdapter[dict[str, str]] = TypeAdapter(
    dict[str, Annotated[str, Field(min_length=1)]], config={"strict": True}
)
