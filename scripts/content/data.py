"""What people type: every file in `docs/` as it lies there, the lists read, and what to say of what is amiss."""

from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import Path, PurePath
from typing import Any, TypeVar, get_type_hints

from pydantic import TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from scripts.content import national, starters, versions
from scripts.content.marked import Marked
from scripts.content.schema import data as models
from scripts.content.schema.data import Slug
from scripts.content.schema.lessons import Education, Exercises, Quiz
from scripts.content.schema.meta import GoalNumber
from scripts.content.settings import Settings
from scripts.content.strict_yaml import Document, Key, YamlProblem, load, quoted
from scripts.files import own_yaml
from scripts.report import Refused, Text
from scripts.words import complaint, knows, pair, phrase

T = TypeVar("T")

RULE = "data_is_valid"
# Nothing larger is read: files_have_their_place refuses it.
MOST_BYTES = 500_000
# The folder with a list for each lesson, its quiz and its worksheet, and the one with the questions of each quiz.
LESSONS, QUIZZES = "lessons", "quizzes"
WORDS = own_yaml(Path(__file__).with_suffix(".yml"))
# Where pydantic has several names for what is one thing to a person.
SAME: dict[str, str] = {other: kind for kind, others in WORDS["same"].items() for other in others.split()}
DUTCH: dict[str, str] = {dutch: word for word, names in WORDS["dutch"].items() for dutch in names.split()}


@dataclass(frozen=True, eq=False, kw_only=True)
class Lists:
    """The lists of the site, each by the name of its file in `docs/data/`; one that cannot be read is empty."""

    sources: dict[Slug, models.Source] = field(default_factory=dict)
    slugs: dict[Slug, dict[models.LocaleCode, Slug]] = field(default_factory=dict)
    timeline: list[models.Event] = field(default_factory=list)
    days: dict[Slug, models.Observance] = field(default_factory=dict)
    actions: dict[Slug, models.Action] = field(default_factory=dict)
    goals: dict[GoalNumber, models.GlobalGoal] = field(default_factory=dict)
    places: dict[Slug, models.Place] = field(default_factory=dict)
    drawings: dict[Slug, models.Drawing] = field(default_factory=dict)
    questions: list[models.Question] = field(default_factory=list)
    names: frozenset[models.Name] = frozenset()
    education: Education = field(default_factory=Education)
    redirects: dict[models.OldAddress, models.NewAddress] = field(default_factory=dict)
    search: dict[models.LocaleCode, list[models.Alike]] = field(default_factory=dict)


LISTS: dict[str, TypeAdapter[Any]] = {
    name: TypeAdapter(kind) for name, kind in get_type_hints(Lists, include_extras=True).items()
}
# What each list is when nobody has put anything in it yet.
EMPTY = {name: list if isinstance(of, list | frozenset) else dict for name, of in vars(Lists()).items()}
# By kind of page, the folder with a list for each, which has the name of the page, and what that list may hold.
OWN: dict[str, tuple[str, TypeAdapter[Any]]] = {
    "lesson": (LESSONS, TypeAdapter(Exercises)),
    "quiz": (QUIZZES, TypeAdapter(Quiz)),
}


def paths(folder: Path) -> Iterator[Path]:
    """Yield everything below `folder` that is no folder, in order; what a link leads to is not looked at."""
    yield from (path for path in sorted(folder.rglob("*")) if path.is_symlink() or not path.is_dir())


def files(folder: Path, *endings: str) -> list[Path]:
    """Return the plain files below `folder` with these `endings`, in order: what a link leads to is not ours."""
    return [path for path in paths(folder) if path.suffix in endings and path.is_file() and not path.is_symlink()]


def typed(settings: Settings) -> Iterator[tuple[PurePath, Marked]]:
    """Yield the path and the text of each page and list in `docs/`, line ends as they are, in order of their paths.

    What is no file, too large or not UTF-8 is left to the rules that say so; a byte order mark at the start is no text.
    """
    for path in files(settings.docs, ".md", ".yml"):
        with suppress(OSError, UnicodeDecodeError):
            if path.stat().st_size <= MOST_BYTES:
                yield settings.relative(path), Marked(path.read_bytes().decode().removeprefix("\ufeff"))


def text_of(path: Path, shown: PurePath, rule: str = RULE) -> str:
    """Return the text of the file `path`, with plain line ends.

    Raises `Refused`, naming the file as `shown`, when it is absent, unreadable, not UTF-8, or in two versions.
    """
    try:
        return versions.chosen(path.read_text(encoding="utf-8-sig"), shown)
    except (OSError, UnicodeDecodeError) as error:
        said = pair("files.missing" if isinstance(error, FileNotFoundError) else "files.unreadable")
        raise Refused([complaint(rule, shown, 1, *said)]) from error


def read_list(settings: Settings, name: str) -> tuple[Any, Document]:
    """Return the list `name`, one of `LISTS`, with what it has for every town, and the lines of the town's own file.

    An empty file, or one with only remarks, is an empty list; so is none, when the program has such a list.
    Raises `Refused` with a finding per problem; of another list that is not there, with what it is for.
    """
    path, model, empty = settings.data / f"{name}.yml", LISTS[name], EMPTY[name]
    shown, everywhere = settings.relative(path), national.of(name, model)
    if everywhere is None and not path.exists():
        said = pair("files.no_list", purpose=phrase(f"lists.{name}"), empty=empty())
        raise Refused([complaint(RULE, shown, 1, *said)])
    own, document = fitting(text_of(path, shown) if path.exists() else "", shown, model, empty=empty)
    whole, twice = national.added(everywhere, own)
    if twice:
        raise Refused(complaint(RULE, shown, document.line(key), *pair("files.national", key=key[-1])) for key in twice)
    return whole, document


def read(settings: Settings, path: Path, model: TypeAdapter[T]) -> tuple[T, Document]:
    """Return what the YAML file `path` holds, checked against `model`, and its lines; else raise `Refused`."""
    shown = settings.relative(path)
    return fitting(text_of(path, shown), shown, model)


def fitting(
    text: str,
    shown: PurePath,
    model: TypeAdapter[T],
    rule: str = RULE,
    first_line: int = 1,
    skip: int = 0,
    empty: Callable[[], object] = dict,
    whole: Callable[[Document], object] = lambda document: document.value,
) -> tuple[T, Document]:
    """Return what the YAML in `text` holds, checked against `model`, and its lines, of which the first has a number.

    Raises `Refused` with a finding of `rule` per problem; `skip` is the number of leading parts of its place that
    are not in the file (the kind of page), `empty` makes what stands for no text at all, and `whole` adds to what was
    typed what was not.
    """
    try:
        document = load(text, first_line)
        return model.validate_python(empty() if document.value is None else whole(document)), document
    except YamlProblem as problem:
        raise Refused([complaint(rule, shown, problem.line, problem.message, problem.fix)]) from problem
    except ValidationError as error:
        problems = error.errors(include_url=False)
        # What is there by its Dutch name is not missing as well.
        named = {_english(str(one["loc"][-1])) for one in problems if one["type"] == "extra_forbidden"}
        problems = [one for one in problems if one["type"] != "missing" or one["loc"][-1] not in named]
        raise Refused(complaint(rule, shown, *_explained(one, document, skip)) for one in problems) from error


def _explained(detail: ErrorDetails, document: Document, skip: int) -> tuple[int, Text, Text]:
    """Return the line of the problem that `detail` tells of, what is wrong there, and what to type instead."""
    path: Key = tuple(part for part in detail["loc"][skip:] if not str(part).startswith("["))
    value, line = detail["input"], document.line(path)
    context = {name: str(part) for name, part in detail.get("ctx", {}).items()}
    key = str(next((part for part in reversed(path) if isinstance(part, str)), "title" if skip else "…"))
    typed = document.typed[line - 1].strip()
    is_item = path and isinstance(path[-1], int) and typed.startswith("- ")
    shown = value if isinstance(value, str) else typed[2:] if is_item else typed.partition(":")[2].strip()
    if detail["type"].startswith("union_tag"):
        key, path, shown, line = "kind", ("kind",), context.get("tag", ""), document.line(("kind",))
    kind = _kind(detail["type"], key, value)
    kind = kind if path or skip else WORDS["whole"].get(kind, kind)
    values = {
        "key": key,
        "value": shown[:80],
        "length": str(len(value)) if isinstance(value, str | list | dict) else "",
        "example": WORDS["examples"].get(key, "") * (not skip) or starters.examples().get(key, f"{key}: …"),
        "better": f'{{nl: {quoted(shown)}, en: "…"}}' if kind == "texts" else quoted(shown),
        "meant": _english(key),
    }
    return line, *pair(f"schema.{kind if knows(f'schema.{kind}') else 'other'}", **(values | context))


def _kind(kind: str, key: str, value: object) -> str:
    """Return under which words pydantic's `kind` of problem with `value` is told of."""
    if value is None and kind != "missing":
        return "empty"
    if kind == "extra_forbidden" and key in WORDS["hiding"].split():
        return "hiding"
    if kind == "extra_forbidden" and _english(key):
        return "dutch"
    if kind == "dict_type" and isinstance(value, str):
        return "texts"
    return SAME.get(kind, kind)


def _english(key: str) -> str:
    """Return which key somebody meant who typed another one: in Dutch, in capitals, or with a slip."""
    known = DUTCH.get(key.lower()) or next(iter(get_close_matches(key.lower(), starters.examples(), 1, 0.85)), "")
    return known if known != key else ""
