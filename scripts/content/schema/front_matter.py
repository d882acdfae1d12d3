"""What the front matter of a page may hold, per kind of page.

The kind chooses the template. A key that is not described here is refused.
"""

from datetime import date, datetime
from typing import Annotated, ClassVar, Literal, get_args

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, TypeAdapter
from pydantic_core import PydanticCustomError

from scripts.content import languages
from scripts.content.schema import moments

WORD, DAY = r"^[a-z][a-z0-9-]{1,30}$", r"^20\d\d-\d\d-\d\d$"
Word = Annotated[str, Field(pattern=WORD)]
GoalNumber = Annotated[int, Field(ge=1, le=17)]
# That it leads to a page, and which one was meant if it does not, is up to the rule links_lead_somewhere.
PagePath = Annotated[str, Field(pattern=r"^\S{1,300}$")]


def real(value: str) -> str:
    """Return `value`, a date of one to three parts (`1994-03`). Raises `ValueError` when no calendar has it."""
    date.fromisoformat(value + "-01-01"[len(value) - 4 :])
    return value


def known(code: str) -> str:
    """Return `code`, the two letters of a language. Raises `PydanticCustomError` when there is none of that name."""
    if not languages.is_known(code):
        raise PydanticCustomError("language", "no code of a language")
    return code


Day = Annotated[str, Field(pattern=DAY), AfterValidator(real)]
Language = Annotated[str, AfterValidator(known)]


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


class Button(Part):
    """A way in: what it invites to, and the page that it leads to."""

    text: Annotated[str, Field(min_length=2, max_length=32)]
    page: PagePath


class Home(Meta):
    """The front page of a language. Its title is the sentence that invites: the name of the site stands above it.

    `lead` is the one line below that, `buttons` are for who wants to begin at once, `doors` are the three pages that it
    leads to first. Of its text, the first part is shown large, the second as a band, and the others side by side.
    """

    kind: Literal["home"]
    lead: Annotated[str, Field(min_length=30, max_length=180)]
    buttons: Annotated[list[Button], Field(max_length=2)] = []
    doors: Annotated[list[PagePath], Field(min_length=1, max_length=3)]


class Related(Meta):
    """A page that can name up to three others, by file path from the folder of its language."""

    related: Annotated[list[PagePath], Field(max_length=3)] = []


class Number(Part):
    """A large number beside a text: `number` as it is shown, what it counts, and the key of the source that has it."""

    number: Annotated[str, Field(min_length=1, max_length=14)]
    text: Annotated[str, Field(min_length=3, max_length=90)]
    source: Annotated[str, Field(min_length=1, max_length=100)]


class Reading(Related):
    """A page to read, with one to three large numbers if it has any that one remembers."""

    numbers: Annotated[list[Number], Field(min_length=1, max_length=3)] = []


class Section(Reading):
    """The `index.md` of a folder: its cards are the pages of that folder.

    `menu` says where the section stands on every page, `short` is its word there (the title when absent). In the
    folder with lessons, `lessons`, teachers find one by group, subject, goal and minutes; `agenda` shows the days that
    come back, `newsroom` the news by year, `actions` what one can do.
    """

    kind: Literal["section", "lessons", "agenda", "newsroom", "actions"]
    menu: Literal["header", "footer"]
    short: Annotated[str, Field(min_length=2, max_length=24)] = ""

    @property
    def word(self) -> str:
        """The word of the section in menus."""
        return self.short or self.title


class Article(Reading):
    """A page with a text, or one that is computed.

    `timeline` shows `docs/data/timeline.yml`, `archive` the events that are over, `translations` how each translation
    is doing, `rules` what the check looks at and why, `questions` shows `docs/data/questions.yml`.
    """

    kind: Literal["article", "timeline", "archive", "translations", "rules", "questions"]


class News(Reading):
    """Something that happened, in the folder of a `newsroom`. `date` is the day of it, the same in every language."""

    kind: Literal["news"]
    date: Day

    @property
    def year(self) -> str:
        """The year of that day."""
        return self.date[:4]


class Goal(Reading):
    """A page about one of the 17 Global Goals; its colour comes from the list of goals."""

    kind: Literal["goal"]
    goal: GoalNumber


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
    sensitive: list[Literal["poverty", "child-labour", "conflict", "colonialism", "health"]] = []
    goals: Annotated[list[Annotated[str, Field(min_length=10, max_length=160)]], Field(min_length=1, max_length=5)]
    steps: Annotated[list[Step], Field(min_length=2, max_length=10)]
    materials: Annotated[list[Material], Field(max_length=12)] = []
    differentiation: Differentiation
    words: Annotated[list[Explained], Field(max_length=8)] = []
    changes: Annotated[list[Change], Field(min_length=1)]


class Event(Related):
    """Something to go to, from `start` to `end`: days, of which one has no `end`, or times in the Netherlands.

    `sign_up` is an address or says how, `spoken` are the languages spoken there. It is coming until its last day is
    over; then it is in the archive.
    """

    SHARED = ("start", "end", "spoken", "sdg")

    kind: Literal["event"]
    start: Annotated[str, AfterValidator(moments.start)]
    end: Annotated[str, Field(validate_default=True), AfterValidator(moments.end)] = ""
    place: Annotated[str, Field(min_length=2, max_length=120)]
    organiser: Annotated[str, Field(min_length=2, max_length=80)]
    cost: Annotated[str, Field(max_length=80)] = ""
    sign_up: Annotated[str, Field(max_length=200)] = ""
    spoken: Annotated[list[Language], Field(max_length=6)] = []
    sdg: Annotated[list[GoalNumber], Field(max_length=17)] = []

    @property
    def begins(self) -> date | datetime:
        """Its first day, or the moment at which it begins."""
        return moments.read(self.start)

    @property
    def ends(self) -> date | datetime:
        """Its last day, or the moment at which it is over."""
        return moments.read(self.end or self.start)

    def is_over(self, today: date) -> bool:
        """Tell whether its last day is before `today`."""
        return moments.day_of(self.ends) < today


class Finder(Meta):
    """A page on which to find things: every source that the site cites, or any page."""

    kind: Literal["sources", "search"]


FrontMatter = Annotated[Home | Section | Article | News | Goal | Lesson | Event | Finder, Field(discriminator="kind")]
FRONT_MATTER: TypeAdapter[FrontMatter] = TypeAdapter(FrontMatter)
# What a page of each kind may hold.
MODELS: dict[str, type[Meta]] = {
    kind: model
    for model in get_args(get_args(FrontMatter)[0])
    for kind in get_args(model.model_fields["kind"].annotation)
}
