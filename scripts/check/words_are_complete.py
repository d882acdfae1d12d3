"""Every word and colour that a template asks for exists, and the words of each language are its own and complete."""

from collections.abc import Sequence
from functools import lru_cache
from pathlib import PurePath

from jinja2 import Environment, TemplateSyntaxError, nodes

from scripts.check.rule import Content, Faults, error, hint, warning
from scripts.content import languages, look, strict_yaml, words

TEMPLATES = ("**/*.html", "**/*.svg", "**/*.webmanifest", "**/*.xml")


def check_content(content: Content) -> Faults:
    """Yield an error for each word that one language lacks, and for what a template uses and nobody has.

    A hint for each language in which the site has no name of its own: it may have one name in all of them.
    """
    for locale, line in content.settings.unnamed.items():
        name = content.settings.site_names[locale]
        about = {"own": languages.name(locale, locale).capitalize(), "name": name, "typed": strict_yaml.quoted(name)}
        yield hint("site_name", PurePath("mkdocs.yml"), line, locale=locale, **about)
    for locale in content.settings.locales:
        yield from _absent(content, locale)
        yield from _borrowed(content, locale)
    yield from _drawing(content)
    yield from _templates(content)


def _absent(content: Content, locale: str) -> Faults:
    """Yield an error for each word that `locale` lacks, and for each form of a word that it lacks or does not know."""
    path, forms = content.settings.relative(words.file(content.settings, locale)), languages.forms(locale)
    counted = {word for plurals in content.plurals.values() for word in plurals}
    for word in sorted({word for plain in content.words.values() for word in plain} - counted):
        if word not in content.words[locale]:
            yield error("missing", path, word=word, locale=locale)
    for word in sorted(counted):
        had, about = content.plurals[locale].get(word, {}), {"word": word, "locale": locale, "forms": ", ".join(forms)}
        if absent := [form for form in forms if form not in had]:
            yield error("form", path, _line(content, locale, word), **about, absent=", ".join(absent))
        for form in sorted(had.keys() - set(forms)):
            yield error("strange_form", path, _line(content, locale, word, form), **about, form=form)


def _borrowed(content: Content, locale: str) -> Faults:
    """Yield an error for a word that says in which language the site is, and names another than `locale`."""
    path, own = content.settings.relative(words.file(content.settings, locale)), languages.name(locale, locale)
    others = {languages.name(one, one).casefold() for one in {*content.settings.locales, "nl", "en"} - {locale}}
    said = content.words[locale]
    if said.get("language", "").casefold() in others:
        yield error("borrowed", path, _line(content, locale, "language"), word="language", locale=locale, own=own)
    if said.get("og_locale", locale).partition("_")[0] != locale:
        place, example = _line(content, locale, "og_locale"), f"{locale}_{locale.upper()}"
        yield error("borrowed", path, place, word="og_locale", locale=locale, own=example)


def _line(content: Content, locale: str, *key: str) -> int:
    return words.read(content.settings, locale).document.line(key)


def _drawing(content: Content) -> Faults:
    """Yield a warning for each language that does not tell what the drawing on the home page shows, an error for the
    default one."""
    path, locales = content.settings.relative(content.settings.overrides / look.HERO_WORDS), content.settings.locales
    for locale in (one for one in locales if one not in content.hero):
        other = content.said(content.hero, locale).locale
        if locale in (content.settings.default_locale, other):
            yield error("drawing", path, locale=locale)
        else:
            yield warning("drawing_yet", path, locale=locale, other=other)


def _templates(content: Content) -> Faults:
    """Yield an error for each word and colour that a template asks for in vain."""
    settings = content.settings
    plain, counted = ({word for own in one.values() for word in own} for one in (content.words, content.plurals))
    had = {"words": plain, "plurals": counted, "colours": content.colours.keys()}
    for template in sorted(path for kind in TEMPLATES for path in settings.overrides.glob(kind)):
        path = settings.relative(template)
        try:
            asked = _asked(template.read_text(encoding="utf-8"))
        except TemplateSyntaxError as problem:
            yield error("unreadable", path, problem.lineno, problem=problem.message)
            continue
        for table, name, line in asked:
            if table in had and name not in had[table]:
                yield error("colour" if table == "colours" else "unknown", path, line, word=name)


@lru_cache(maxsize=256)  # to parse them takes longer than all else in a check that follows another, as in `serve`
def _asked(template: str) -> Sequence[tuple[str, str, int]]:
    """Return each name that `template` asks of a table, `words.menu` or `colours['on-deep']`: table, name, line."""
    found = []
    for asked in Environment(autoescape=True).parse(template).find_all((nodes.Getattr, nodes.Getitem)):
        match asked:
            case (
                nodes.Getattr(node=nodes.Name(name=table), attr=name)
                | nodes.Getitem(node=nodes.Name(name=table), arg=nodes.Const(value=name))
            ):
                found.append((table, name, asked.lineno))
    return found
