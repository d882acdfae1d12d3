"""What `docs/data/drawings.yml` and `docs/data/places.yml` may hold."""

from typing import Annotated, Literal

from pydantic import BeforeValidator, Field, TypeAdapter

from scripts.content.schema.data import Date, Slug, Texts
from scripts.content.schema.front_matter import Part

# People type a year as a number; it is kept as the text that it is on the page.
_as_text = BeforeValidator(lambda value: str(value) if type(value) is int else value)

Moment = Annotated[Date, _as_text]
Period = Annotated[str, Field(pattern=r"^\d{4}([–/]\d{4})?$"), _as_text]
Keys = Annotated[list[Slug], Field(min_length=1)]
Pair = Annotated[list[Slug], Field(min_length=2, max_length=2)]
Amount = Annotated[float, Field(ge=0, allow_inf_nan=False)]


class Place(Part):
    """A place on the globe, in degrees: north and east are positive."""

    name: Texts
    latitude: Annotated[float, Field(ge=-90, le=90)]
    longitude: Annotated[float, Field(ge=-180, le=180)]
    sources: Keys


class Point(Part):
    """A figure in a drawing: what or when it is of, and its value in the unit of the drawing, never below nought.

    `label` is what the reader sees; without one that is `when` (YYYY, YYYY-MM or YYYY-MM-DD), written out. `about` says
    that the figure is no more than an estimate, `mark` that this is the one to look at.
    """

    label: Texts = Field(default={})
    when: Moment | None = None
    value: Amount
    about: bool = False
    mark: bool = False


class Drawing(Part):
    """A picture. `summary` says in one or two sentences what one should see, for those who do not see it.

    `year` is the year or period (`2001/2002`) that the figures are of, when they are of the same: otherwise the title
    says which is of when. What each shape needs besides is up to the rule `drawings_are_sound`.
    """

    shape: Literal["globe", "line", "bars", "share", "wheel"]
    title: Texts
    summary: Texts
    unit: Texts = Field(default={})
    year: Period | None = None
    points: Annotated[list[Point], Field(default=[])]
    places: Annotated[list[Slug], Field(default=[])]
    arcs: Annotated[list[Pair], Field(default=[])]
    sources: Keys


DRAWINGS: TypeAdapter[dict[Slug, Drawing]] = TypeAdapter(dict[Slug, Drawing])
PLACES: TypeAdapter[dict[Slug, Place]] = TypeAdapter(dict[Slug, Place])
