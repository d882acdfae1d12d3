"""What the front matter of a page may hold, per kind of page.

The kind chooses the template. A key that is not described here is refused.
"""

from datetime import date, datetime
from typing import Annotated, Literal, get_args

from pydantic import AfterValidator, Field, TypeAdapter

from scripts.content.icons import IconName
from scripts.content.schema import moments
from scripts.content.schema.lesson_page import Lesson
from scripts.content.schema.meta import Day, GoalNumber, Language, Meta, PagePath, Part, Related


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
    buttons: Annotated[list[Button], Field(max_length=2)] = Field(default=[])
    doors: Annotated[list[PagePath], Field(min_length=1, max_length=3)]


class Number(Part):
    """A large number beside a text: `number` as it is shown, what it counts, and the key of the source that has it."""

    number: Annotated[str, Field(min_length=1, max_length=14)]
    text: Annotated[str, Field(min_length=3, max_length=90)]
    source: Annotated[str, Field(min_length=1, max_length=100)]


class Reading(Related):
    """A page to read, with one to three large numbers if it has any that one remembers."""

    numbers: Annotated[list[Number], Field(min_length=1, max_length=3)] = Field(default=[])


Form = Literal["poster", "flyer", "card", "square"]


class Kit(Part):
    """What the build makes of a page for the campaign: in which `forms`, and the sentence on them.

    `title` stands above that sentence, the title of the page when absent. `icon` is shown large in place of the first
    of the numbers of the page.
    """

    forms: Annotated[list[Form], Field(min_length=1, max_length=4)]
    text: Annotated[str, Field(min_length=10, max_length=90)]
    title: Annotated[str, Field(max_length=40)] = ""
    icon: IconName = ""


class Shown(Reading):
    """A page to read of which the build can make material for the campaign."""

    kit: Kit | None = None


class Section(Shown):
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


class Article(Shown):
    """A page with a text, or one that is computed.

    `timeline` shows `docs/data/timeline.yml`, `archive` the events that are over, `translations` how each translation
    is doing, `rules` what the check looks at and why, `questions` shows `docs/data/questions.yml`,
    `kit` what the build makes for the campaign, `quiz` the questions in the list of its name in `docs/data/quizzes/`.
    """

    kind: Literal["article", "timeline", "archive", "translations", "rules", "questions", "kit", "quiz"]


class News(Reading):
    """Something that happened, in the folder of a `newsroom`. `date` is the day of it, the same in every language."""

    kind: Literal["news"]
    date: Day

    @property
    def year(self) -> str:
        """The year of that day."""
        return self.date[:4]


class Goal(Shown):
    """A page about one of the 17 Global Goals; its colour comes from the list of goals."""

    kind: Literal["goal"]
    goal: GoalNumber


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
    spoken: Annotated[list[Language], Field(max_length=6)] = Field(default=[])
    sdg: Annotated[list[GoalNumber], Field(max_length=17)] = Field(default=[])

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
