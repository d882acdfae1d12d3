"""What the front matter of a lesson may hold."""

from typing import Annotated, Literal

from pydantic import Field

from scripts.content.schema.meta import Day, GoalNumber, Part, Related, Word


class Step(Part):
    """A step of a lesson. `id` is its anchor, the same in every language; its title is the heading in the text."""

    id: Word
    minutes: Annotated[int, Field(ge=1, le=120)]
    form: Literal["class", "pair", "group", "alone", "outside"]


class Material(Part):
    """What to have ready. `file` is a file in `docs/images/` to hand out or show."""

    name: Annotated[str, Field(min_length=2, max_length=80)]
    quantity: Annotated[str, Field(min_length=1, max_length=60)] = ""
    file: Annotated[str, Field(pattern=r"^images/[a-z0-9/-]+\.[a-z]+$")] = ""


class Differentiation(Part):
    """For the teacher: how the lesson fits those who need help, most pupils, and those who want more."""

    support: Annotated[str, Field(min_length=10, max_length=250)]
    core: Annotated[str, Field(min_length=10, max_length=250)]
    extra: Annotated[str, Field(min_length=10, max_length=250)]


class Explained(Part):
    """A word that pupils may not know."""

    word: Annotated[str, Field(min_length=2, max_length=40)]
    meaning: Annotated[str, Field(min_length=5, max_length=160)]


class Change(Part):
    """A version of a lesson: a new first number when goals or steps change, a new second one for the rest."""

    version: Annotated[str, Field(pattern=r"^[1-9]\d?\.\d{1,2}$")]
    date: Day
    note: Annotated[str, Field(min_length=5, max_length=120)]


class Lesson(Related):
    """A lesson. `code` is its short address, `/l/<code>/`; groups, subjects and curriculum are keys of `Education`.

    The steps add up to `minutes` (rule `lessons_are_complete`). The last change comes first and gives version and date.
    A 0 or 1 in a code would be taken for a letter on a board far away.
    """

    kind: Literal["lesson"]
    code: Annotated[str, Field(pattern=r"^[a-z2-9]{3,12}$")]
    groups: Annotated[list[Word], Field(min_length=1, max_length=6)]
    minutes: Annotated[int, Field(ge=10, le=240, multiple_of=5)]
    preparation: Annotated[int, Field(ge=0, le=120)] = 0
    subjects: Annotated[list[Word], Field(min_length=1, max_length=5)]
    curriculum: Annotated[list[str], Field(min_length=1, max_length=6)]
    sdg: Annotated[list[GoalNumber], Field(min_length=1, max_length=17)]
    needs: Annotated[list[Literal["board", "printer", "devices", "internet", "sound", "nothing"]], Field(min_length=1)]
    sensitive: list[Literal["poverty", "child-labour", "conflict", "colonialism", "health"]] = Field(default=[])
    goals: Annotated[list[Annotated[str, Field(min_length=10, max_length=160)]], Field(min_length=1, max_length=5)]
    steps: Annotated[list[Step], Field(min_length=2, max_length=10)]
    materials: Annotated[list[Material], Field(max_length=12)] = Field(default=[])
    differentiation: Differentiation
    words: Annotated[list[Explained], Field(max_length=8)] = Field(default=[])
    changes: Annotated[list[Change], Field(min_length=1)]
