"""A page to begin with, a word about each line and an example of what to type; for a lesson or a quiz, its list too."""

import os.path
import re
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path, PurePosixPath

from scripts import files
from scripts.check import CONTENT_RULES, PAGE_RULES, said
from scripts.check.files_have_their_place import LONGEST, NAME
from scripts.check.lessons_are_alike_in_every_language import SAME
from scripts.content import Content, data, read, settings, starters, strict_yaml
from scripts.content.schema.front_matter import MODELS, Goal
from scripts.content.schema.lesson_page import Lesson
from scripts.content.settings import Settings
from scripts.report import Finding, Refused, Unable, has_errors
from scripts.words import phrase

# What a person still has to do, and check says where.
LATER = frozenset({"examples_are_replaced", "slugs_are_translated", "sources_are_known"})
# What a page has as it stands in another language.
KEPT = (*SAME, "order", "menu", "doors", "related", "date", "goal", "steps", "place", "organiser")
LONGEST_TITLE = 70


def new(root: Path, kind: str, name: str) -> Path:
    """Write a page of `kind`, one of `MODELS`, at `name`, a file as seen from `docs/`, and return its path.

    A lesson gets a quiz and a worksheet to fill in too, a quiz its questions. The site is that in `root`. Raises
    `Unable` when the name cannot be an address, the file is there or every goal has a page, and `Refused` when check
    would not take such a page there: nothing is written over, outside the folder of a language, or left behind.
    """
    ours = settings.of(root)
    locale, key = _place(ours, name)
    content, findings = read(ours)
    _stop_at(one for one in findings if one.path.suffix != ".md")
    if kind == "goal" and not _goals_left(content, locale):
        raise Unable(phrase("new.goals", locale=locale, count=len(content.goals)))
    path = ours.docs / locale / key
    made = {path: _page(content, kind, locale, key)}
    folder = data.OWN[kind][0] if kind in data.OWN else None
    if folder and not (own := ours.data / folder / f"{path.stem}.yml").exists():
        there = {ours.default_locale, locale, *(page.locale for page in content.pages if page.meta.kind == kind)}
        made[own] = starters.own_list(kind, tuple(one for one in ours.locales if one in there))
    for one in made:
        if os.path.lexists(one) or not one.parent.resolve().is_relative_to(ours.docs.resolve()):
            raise Unable(phrase("new.exists", path=ours.relative(one)))
    with files.adding({one: text.encode() for one, text in made.items()}):
        paths = {ours.relative(one) for one in made}
        _stop_at(one for one in _found(ours, locale, key) if one.path in paths and one.rule not in LATER)
    return path


def _place(ours: Settings, name: str) -> tuple[str, str]:
    """Return the language and the key of the page `name`, a path from `docs/`, with or without which it may begin."""
    parts = PurePosixPath(name).parts
    locale, *inside = (parts[1:] if parts[:1] == (ours.docs.name,) else parts) or ("",)
    if not inside or locale not in ours.locales:
        folders = ", ".join(f"{one}/" for one in ours.locales)
        raise Unable(phrase("new.place", path=name[:LONGEST], folders=folders))
    key = PurePosixPath(*inside)
    words = [*inside[:-1], key.stem]
    if key.suffix != ".md" or not all(NAME.fullmatch(word) and len(word) <= LONGEST for word in words):
        raise Unable(phrase("new.name", path=name[:LONGEST]))
    return locale, str(key)


def _goals_left(content: Content, locale: str) -> set[int]:
    """Return the goals that have no page in `locale` yet."""
    return content.goals.keys() - {
        page.meta.goal for page in content.pages if page.locale == locale and isinstance(page.meta, Goal)
    }


def _found(ours: Settings, locale: str, key: str) -> list[Finding]:
    """Return what check has against the page `key`, and against all pages together."""
    content, findings = read(ours)
    page = content.page(locale, key)
    if page:
        for rule in PAGE_RULES:
            findings += said(rule, page, content)
        # Of two pages that cannot both be, the last one hears of it.
        content = replace(content, pages=(*(one for one in content.pages if one is not page), page))
    for rule in CONTENT_RULES:
        findings += said(rule, content)
    return findings


def _stop_at(findings: Iterable[Finding]) -> None:
    errors = [one for one in findings if has_errors([one])]
    if errors:
        raise Refused(errors)


def _page(content: Content, kind: str, locale: str, key: str) -> str:
    """Return the text of a page: the words that its kind needs, those that it may have, and something to read."""
    starter, model = starters.of(locale), MODELS[kind]
    own = {word: f"{word}:{value}\n" for word, value in _own(content, locale, key).items()}
    own |= _kept(content, key) | {"kind": f"kind: {kind}\n"}
    needed, others = "", ""
    shared = model.SHARED if locale != content.settings.default_locale else ()
    for word, field in model.model_fields.items():
        about, example = starter.words[word]
        if word in shared:
            continue
        if field.is_required() or field.validate_default or word in own:
            needed += about + own.get(word, example)
        else:
            others += about + re.sub("^(?=.)", "# ", example, flags=re.MULTILINE)
    text = starter.text
    for step in _steps(needed) if model is Lesson else ():
        text += starter.step.replace("{id}", step).replace("{title}", _title(step))
    return f"---\n{needed}\n{starter.optional}{others}---\n{text}"


def _own(content: Content, locale: str, key: str) -> dict[str, str]:
    """Return what the name of a page, the lists and the other pages say of words in its block, by word."""
    path, pages = PurePosixPath(key), [page for page in content.pages if page.locale == locale]
    title = _title(path.parent.name if path.stem == "index" else path.stem)
    is_new = title.casefold() not in {page.meta.title.casefold() for page in pages}
    goal = min(_goals_left(content, locale), default=None)
    slug = content.slugs.get(path.stem, {}).get(locale, path.stem)
    own = {
        "title": f" {strict_yaml.quoted(title)}" if is_new and 1 < len(title) <= LONGEST_TITLE else "",
        "date": f' "{content.settings.today}"',
        "goal": f" {goal}" if goal else "",
        "code": f" {_code(content, slug)}",
    }
    return {word: typed for word, typed in own.items() if typed}


def _code(content: Content, slug: str) -> str:
    """Return the code of a lesson with that word in its address: letters and digits, with a number if it is taken."""
    code = re.sub("[^a-z2-9]", "", slug)[:11].ljust(3, "x")
    taken = {page.meta.code for page in content.pages if isinstance(page.meta, Lesson)}
    return next((one for one in (code, *(f"{code}{number}" for number in "23456789")) if one not in taken), code)


def _kept(content: Content, key: str) -> dict[str, str]:
    """Return the lines that the page `key` has in another language, and that are the same in each."""
    pages = content.translations(key)
    words = starters.words("\n".join(pages[0].document.typed)) if pages else {}
    return {word: typed for word, (_, typed) in words.items() if word in KEPT}


def _steps(block: str) -> list[str]:
    """Return the ids of the steps in `block`."""
    return [value for place, value in strict_yaml.load(block).values() if place[:1] + place[2:] == ("steps", "id")]


def _title(stem: str) -> str:
    return stem.replace("-", " ").capitalize()
