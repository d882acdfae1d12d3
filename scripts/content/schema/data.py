"""What an entry of each list may hold, in `docs/data/` and `scripts/national/`."""

import re
from collections.abc import Iterable
from typing import Annotated, Literal

from pydantic import AfterValidator, BeforeValidator, Field
from pydantic_core import PydanticCustomError

from scripts.content import allowed
from scripts.content.icons import IconName
from scripts.content.letters import slug
from scripts.content.schema import recurrence
from scripts.content.schema.meta import GoalNumber, PagePath, Part, real, shaped


def _address(typed: str) -> str:
    found = re.search(r"https?://[^\s<>\"()\[\]]+", re.sub(r"(?<=//)\s+", "", typed))
    return allowed.whole(typed) or (found[0] if found else f"https://{typed}")


Slug = Annotated[str, shaped("slug", re.compile(r"[a-z0-9]+(-[a-z0-9]+)*").fullmatch, slug)]
LocaleCode = Annotated[str, shaped("language", re.compile(r"[a-z]{2}").fullmatch)]
Address = Annotated[str, shaped("address", re.compile(r"https?://[^\s<>\"]+").fullmatch, _address)]
# YYYY, YYYY-MM or YYYY-MM-DD (ISO 8601), on the calendar.
Date = Annotated[str, shaped("moment", re.compile(r"(1\d|20)\d\d(-\d\d){0,2}").fullmatch), AfterValidator(real)]
Line = Annotated[str, Field(min_length=2)]
Texts = dict[LocaleCode, Line]
Keys = Annotated[list[Slug], Field(min_length=1)]
# Words that no dictionary has: people, places, titles; each a word without spaces.
Name = Annotated[str, Field(pattern=r"^\S{2,40}$")]
# Words that mean the same: letters and figures, with one space, hyphen or apostrophe between two.
Alike = Annotated[list[Annotated[str, Field(pattern=r"^[^\W_]+([ '’-][^\W_]+)*$")]], Field(min_length=2)]
# An address that was published, without a slash in front, and the page (or address) that took its place.
OldAddress = Annotated[str, Field(pattern=r"^[a-z0-9./-]+/?$")]
NewAddress = Annotated[str, Field(pattern=r"^[a-z0-9./-]*(#[a-z0-9-]+)?$")]


class Source(Part):
    """A publication that pages cite by its key.

    `year` is the year of publication, absent when none was seen. `language` is that of the publication (BCP 47).
    `url` is absent when the publication shows private data of people: then nothing links to it.
    """

    title: Line
    publisher: Line
    url: Address | None = None
    language: LocaleCode
    year: Annotated[int, Field(ge=1000, le=2100)] | None = None


class Event(Part):
    """A moment on the timeline, or a period when it has `until`.

    Dates are as precise as the source: YYYY, YYYY-MM or YYYY-MM-DD. The front page shows the highlights.
    """

    when: Date
    until: Date | None = None
    text: Texts
    page: PagePath | None = None
    sources: Keys
    highlight: bool = False


class Observance(Part):
    """A day that comes back every year: on a `rule`, typed as `05-21` or `second saturday of may` (`recurrence.py`).

    `since` is the year it began, only where a source says so. `about` tells what the day is about, `do` what one can
    do then, and `page` is where to read on: only a town's own day has one.
    """

    name: Texts
    rule: Annotated[str, AfterValidator(recurrence.read)]
    since: Annotated[int, Field(ge=1000, le=2100)] | None = None
    about: Texts
    goals: Annotated[list[GoalNumber], Field(min_length=1)]
    do: Texts
    page: PagePath | None = None
    sources: Keys


ActionTime = Literal["ten-minutes", "quarter", "evening", "every-week"]
ActionPlace = Literal["home", "class", "shop", "club", "work"]


class Action(Part):
    """Something to do: what it is in a few words, how in one or two sentences, and the `page` where to read on.

    `time` is how long it takes, or that it comes back every week; `icon` is the name of one of Material Design Icons.
    """

    name: Texts
    about: Texts
    time: ActionTime
    place: Annotated[list[ActionPlace], Field(min_length=1)]
    icon: IconName
    goals: Annotated[list[GoalNumber], Field(min_length=1)]
    page: PagePath


class GlobalGoal(Part):
    """A goal: official name, colour as `#RRGGBB`, that of text on it with a contrast of at least 4.5, our icon."""

    name: Texts
    colour: Annotated[str, Field(pattern=r"^#[0-9A-F]{6}$")]
    text: Literal["white", "black"]
    icon: IconName


class Question(Part):
    """What only `ask` can confirm. Readers see it below the text of the page, and with all others."""

    page: PagePath
    ask: Line
    question: Texts


class Place(Part):
    """A place on the globe, in degrees: north and east are positive. Of an area it is where its name stands."""

    name: Texts
    latitude: Annotated[float, Field(ge=-90, le=90)]
    longitude: Annotated[float, Field(ge=-180, le=180)]
    sources: Keys


def course(value: Iterable[Iterable[str]]) -> list[tuple[float, float]]:
    """Return a river as points of longitude and latitude, two or more; raise `PydanticCustomError` for what is none."""
    try:
        points = [(float(longitude), float(latitude)) for longitude, latitude in value]
    except (TypeError, ValueError):
        points = []
    if len(points) < 2 or not all(abs(east) <= 180 and abs(north) <= 90 for east, north in points):
        raise PydanticCustomError("river", "no river")
    return points


River = Annotated[list[tuple[float, float]], BeforeValidator(course)]


class Point(Part):
    """A figure in a drawing: what or when it is of, and its value in the unit of the drawing, never below nought.

    `label` is what the reader sees; without one that is `when` (YYYY, YYYY-MM or YYYY-MM-DD), written out. `about` says
    that the figure is no more than an estimate, `mark` that this is the one to look at.
    """

    label: Texts = Field(default={})
    when: Date | None = None
    value: Annotated[float, Field(ge=0, allow_inf_nan=False)]
    about: bool = False
    mark: bool = False


class Step(Part):
    """One of the steps of a drawing: its text, and the icon above that."""

    icon: IconName
    text: Texts


class Drawing(Part):
    """A picture. `summary` says in one or two sentences what one should see, for those who do not see it.

    `year` is the year or period (`2001/2002`) that the figures are of, when they are of the same: otherwise the title
    says which is of when. `icon` is the sign that is drawn as often as the figure says, `of` the whole of which the
    figures are part: so many signs, or 100 for percentages. `places` are dots on a map, `areas` names only, and the
    table has the distance of each of the `arcs`. What each shape needs is up to `drawings_are_sound`.
    """

    shape: Literal["globe", "line", "bars", "share", "wheel", "drops", "pair", "steps", "region"]
    title: Texts
    summary: Texts
    unit: Texts = Field(default={})
    year: Annotated[str, Field(pattern=r"^\d{4}([–/]\d{4})?$")] | None = None
    points: list[Point] = Field(default=[])
    icon: IconName | None = None
    of: Annotated[int, Field(ge=1, le=100)] | None = None
    steps: list[Step] = Field(default=[])
    places: list[Slug] = Field(default=[])
    arcs: list[Annotated[list[Slug], Field(min_length=2, max_length=2)]] = Field(default=[])
    areas: list[Slug] = Field(default=[])
    rivers: list[River] = Field(default=[])
    sources: Keys
