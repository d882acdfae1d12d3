"""What the list `education`, the exercises in `docs/data/lessons/` and the quizzes in `docs/data/quizzes/` may hold."""

from typing import Annotated, Literal, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from scripts.content.schema.data import Keys, Line, LocaleCode, Slug, Texts
from scripts.content.schema.meta import GoalNumber, Part

Uuid = Annotated[str, Field(pattern=r"^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$")]
# An answer can be a figure.
Answer = dict[LocaleCode, Annotated[str, Field(min_length=1)]]
Age = Annotated[int, Field(ge=4, le=18)]
Row = Annotated[list[Annotated[str, Field(max_length=120)]], Field(min_length=2, max_length=5)]
Table = Annotated[list[Row], Field(min_length=2, max_length=12)]


class Subject(Part):
    """A subject, with its id in the Begrippenkader when that is known."""

    name: Texts
    uuid: Uuid | None = None


class Level(Subject):
    """A group of pupils: the years that they are from and to, its sector, and its id in the Begrippenkader."""

    sector: Literal["po", "vo"]
    youngest: Age
    oldest: Age


class Objective(Part):
    """A kerndoel: the set and number that it is known by, what it is about in our words, and its id at SLO."""

    set: Line
    about: Texts
    uuid: Uuid | None = None
    sources: Keys


class Education(Part):
    """The words of Dutch education that lessons are labelled with, each by its key."""

    levels: dict[Slug, Level] = Field(default={})
    subjects: dict[Slug, Subject] = Field(default={})
    curriculum: dict[Annotated[str, Field(pattern=r"^(PO|VO) \d{1,2}$")], Objective] = Field(default={})


class Choice(Part):
    """A possible answer, and what to tell who chose it."""

    text: Answer
    feedback: Texts
    right: bool = False


class Question(Part):
    """A question of a quiz. With one right answer one can be chosen, with more of them several."""

    question: Texts
    answers: Annotated[list[Choice], Field(min_length=2, max_length=5)]
    sources: list[Slug] = Field(default=[])

    @model_validator(mode="after")
    def _has_an_answer(self) -> Self:
        if not any(choice.right for choice in self.answers):
            raise PydanticCustomError("no_right_answer", "none of the answers is right")
        return self

    @property
    def has_one_answer(self) -> bool:
        """Tell whether exactly one answer is right."""
        return sum(choice.right for choice in self.answers) == 1


class FactQuestion(Question):
    """A question of a quiz for everyone: it is about a fact, which has a source, and belongs to a goal."""

    goal: GoalNumber
    sources: Keys


class Quiz(Part):
    """A quiz for everyone, in all languages side by side."""

    quiz: Annotated[list[FactQuestion], Field(min_length=1, max_length=12)]

    @property
    def goals(self) -> list[int]:
        """The goal of each question."""
        return [one.goal for one in self.quiz]


class Task(Part):
    """A task on the worksheet, with room to write (`lines`), to draw (`box`, in centimetres) or a table to fill in."""

    task: Texts
    answer: Answer
    lines: Annotated[int, Field(ge=1, le=12)] | None = None
    box: Annotated[int, Field(ge=2, le=14)] | None = None
    table: dict[LocaleCode, Table] = Field(default={})
    sources: list[Slug] = Field(default=[])


class Exercises(Part):
    """The quiz and the worksheet of a lesson, in all languages side by side."""

    quiz: Annotated[list[Question], Field(min_length=1, max_length=12)]
    worksheet: Annotated[list[Task], Field(min_length=1, max_length=12)]

    def sources(self, part: Literal["quiz", "worksheet"]) -> list[str]:
        """Return the keys of the sources of the figures in this `part`, each once, in order."""
        return list(dict.fromkeys(key for one in getattr(self, part) for key in one.sources))
