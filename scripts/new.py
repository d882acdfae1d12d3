"""A page to begin with: its front matter with a word about each line, and an example of what to type."""

from __future__ import annotations

import errno
import re
from collections.abc import Mapping
from itertools import chain, count
from pathlib import Path, PurePosixPath

from scripts import content, data, settings
from scripts.checks.files_have_their_place import LONGEST, NAME
from scripts.checks.languages_have_their_pages import NEEDED
from scripts.content import Content
from scripts.report import Language, Text, Unable
from scripts.schema.fields import Example, example, fields, kinds, says, typed

MADE = Text(
    "Gemaakt: {path}. Vervang de voorbeelden door uw eigen woorden en typ daarna: make check",
    "Made: {path}. Put your own words in place of the examples, then type: make check",
)
_OPTIONAL = Text(
    "Wat hieronder staat, hoeft niet. Haal het # weg om een regel te gebruiken.",
    "What stands below is not needed. Remove the # to use a line.",
)
_BODY = Text(
    "Schrijf hier uw tekst, in korte zinnen. Begin met wat de lezer het eerst wil weten.",
    "Write your text here, in short sentences. Begin with what readers want to know first.",
)
_KIND = Text(
    "De soort «{kind}» bestaat niet. Kies uit: {kinds}.", "There is no kind called '{kind}'. Choose from: {kinds}."
)
_PLACE = Text(
    "«{path}» ligt niet in de map van een taal. Begin met een van deze: {folders}",
    "'{path}' is not in the folder of a language. Begin with one of these: {folders}",
)
_NAME = Text(
    "«{path}» kan geen adres zijn. Gebruik alleen a-z, 0-9 en streepjes, en eindig op .md: nl/de-stad/de-markt.md",
    "'{path}' cannot be an address. Use only a-z, 0-9 and hyphens, and end with .md: nl/the-town/the-market.md",
)
_EXISTS = Text("{path} is er al. Kies een andere naam.", "{path} is already there. Choose another name.")
_FRONT = Text(
    "index.md is de voorkant van een map (section) of van een taal (home), en andere pagina's zijn dat niet.",
    "index.md is the front of a folder (section) or of a language (home), and other pages are not.",
)
_ONLY = Text(
    "Van de soort «{kind}» is er één per taal, en die is er al: {path}",
    "There is one page of kind '{kind}' in a language, and it is there already: {path}",
)
_GOALS = Text("Elk doel heeft al een pagina in deze taal.", "Every goal has a page in this language already.")
_UNWRITABLE = Text("{path} is niet te schrijven: {problem}", "{path} cannot be written: {problem}")


# What a new lesson asks and lets pupils do, in both languages side by side.
_EXERCISES = """\
# De quiz en het werkblad van de les met dezelfde naam, in elke taal. / The quiz and the worksheet of the lesson.
quiz:
  # Een vraag met twee tot vijf antwoorden. right: true staat bij wat goed is; feedback zegt waarom.
  # A question with two to five answers. right: true marks what is right; feedback says why.
  - question: {nl: "Waar koop je op de markt?", en: "Where do you buy things at the market?"}
    answers:
      - text: {nl: "Bij een kraam", en: "At a stall"}
        feedback: {nl: "Goed gekeken.", en: "Well seen."}
        right: true
      - text: {nl: "Bij een loket", en: "At a counter"}
        feedback: {nl: "Nee, loketten staan in een kantoor.", en: "No, counters are in an office."}
worksheet:
  # Een opdracht met ruimte: lines (regels), box (centimeters) of table. answer komt op het antwoordblad.
  # A task with room: lines, box (centimetres) or table. answer goes to the sheet with answers.
  - task: {nl: "Schrijf drie soorten fruit op.", en: "Write down three kinds of fruit."}
    lines: 3
    answer: {nl: "Elk soort fruit is goed.", en: "Any kind of fruit is right."}
"""


def new(root: Path, kind: str, name: str) -> Path:
    """Write a page of `kind` at `name`, a file as seen from `docs/`, and return its path.

    The site is that in `root`. Nothing is written over: raises `Unable` when the file is there, or cannot be.
    """
    if kind not in kinds():
        raise Unable(_KIND.format(kind=kind, kinds=", ".join(kinds())))
    ours, _ = content.read(settings.settings(settings.load(root)))
    key = _key(ours, name)
    locale = key.parts[0]
    _refuse_second(ours, kind, key)
    path = ours.settings.docs / key
    shown = ours.settings.relative(path)
    language: Language = "nl" if locale == "nl" else "en"
    values = {"title": _title(ours, key, language)} | _goal(ours, kind, locale) | _code(ours, kind, key)
    exercises = ours.settings.data / data.LESSONS / f"{key.stem}.yml"
    try:
        if not path.parent.resolve().is_relative_to((ours.settings.docs / locale).resolve()):
            raise OSError(errno.EXDEV, "buiten docs/ / outside docs/")
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(starter(kind, language, values))
        if kind == "lesson" and not exercises.exists():
            exercises.parent.mkdir(exist_ok=True)
            exercises.write_text(_EXERCISES, encoding="utf-8", newline="\n")
    except FileExistsError as error:
        raise Unable(_EXISTS.format(path=shown)) from error
    except OSError as error:
        raise Unable(_UNWRITABLE.format(path=shown, problem=error.strerror or error)) from error
    return path


def starter(kind: str, language: Language, values: Mapping[str, Example]) -> str:
    """Return a page of `kind` with comments and examples in `language`, and `values` in place of examples."""
    lines, optional = ["---"], list[str]()
    for name, field in fields(kind).items():
        value = kind if name == "kind" else values.get(name, example(name, language))
        line = typed(name, value if value is not None else "")
        comment = f"# {says(name, field, language)}"
        if field.is_required():
            lines += [comment, line]
        else:
            optional += [comment, *(f"# {part}" for part in line.split("\n"))]
    lines += ["", f"# {getattr(_OPTIONAL, language)}", *optional]
    steps = [f"## {step['id'].capitalize()} {{#{step['id']}}}\n" for step in _examples(kind, "steps", language)]
    return "\n".join([*lines, "---", "", getattr(_BODY, language), "", *steps]).rstrip() + "\n"


def _examples(kind: str, name: str, language: Language) -> list[dict[str, str]]:
    found = example(name, language) if name in fields(kind) else None
    return found if isinstance(found, list) else []


def _key(ours: Content, name: str) -> PurePosixPath:
    """Return `name` as a path from `docs/`, with or without which it may begin."""
    path = PurePosixPath(name)
    if path.parts[:1] == (ours.settings.docs.name,):
        path = path.relative_to(ours.settings.docs.name)
    if len(path.parts) < 2 or path.parts[0] not in ours.settings.locales:
        folders = ", ".join(f"{locale}/" for locale in ours.settings.locales)
        raise Unable(_PLACE.format(path=name[:LONGEST], folders=folders))
    words = [*path.parts[1:-1], path.stem]
    if path.suffix != ".md" or not all(NAME.fullmatch(word) and len(word) <= LONGEST for word in words):
        raise Unable(_NAME.format(path=name[:LONGEST]))
    return path


def _refuse_second(ours: Content, kind: str, key: PurePosixPath) -> None:
    front = {2: "home"}.get(len(key.parts), "section") if key.name == "index.md" else ""
    if (front or kind) != kind or (not front and kind in ("home", "section")):
        raise Unable(_FRONT)
    for page in ours.pages:
        if kind in NEEDED and page.meta.kind == kind and page.locale == key.parts[0]:
            raise Unable(_ONLY.format(kind=kind, path=page.path))


def _title(ours: Content, key: PurePosixPath, language: Language) -> str:
    """Return a title from the name of the file, or of its folder, that no page of the language has."""
    taken = {page.meta.title.casefold() for page in ours.pages if page.locale == key.parts[0]}
    names = [part.removesuffix(".md").replace("-", " ") for part in reversed(key.parts[1:]) if part != "index.md"]
    bare, *around = names or [str(example("title", language))]
    bare = bare.capitalize()[:60]
    others = (f"{bare} ({word})"[:70] for word in chain(around, count(2)))
    return next(title for title in chain([bare], others) if len(title) > 1 and title.casefold() not in taken)


def _code(ours: Content, kind: str, key: PurePosixPath) -> dict[str, Example]:
    """Return a short address from the name of the file of a lesson, that no other lesson has."""
    if kind != "lesson":
        return {}
    taken = {getattr(page.meta, "code", "") for page in ours.pages}
    bare = re.sub("[^a-z2-9]", "", key.stem)[:10].ljust(3, "x")
    return {
        "code": next(code for code in chain([bare], map(f"{bare}{{}}".format, range(22, 100))) if code not in taken)
    }


def _goal(ours: Content, kind: str, locale: str) -> dict[str, Example]:
    if kind != "goal":
        return {}
    taken = {getattr(page.meta, "goal", 0) for page in ours.pages if page.locale == locale}
    free = sorted(ours.goals.keys() - taken)
    if not free:
        raise Unable(_GOALS)
    return {"goal": free[0]}
