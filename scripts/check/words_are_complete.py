"""Every word and colour that a template asks for exists, the words and what the drawing shows in every language."""

from collections.abc import Iterator

from jinja2 import Environment, TemplateSyntaxError, nodes

from scripts.check.rule import Content, Faults, error
from scripts.content import look

TEMPLATES = ("**/*.html", "**/*.svg", "**/*.webmanifest", "**/*.xml")


def check_content(content: Content) -> Faults:
    """Yield an error for each word that one language lacks, and for what a template uses and nobody has."""
    settings = content.settings
    known = {word for words in content.words.values() for word in words}
    for locale, words in content.words.items():
        path = settings.relative(settings.overrides / "words" / f"{locale}.yml")
        for word in sorted(known - words.keys()):
            yield error("missing", path, word=word, locale=locale)
    for locale in (one for one in settings.locales if one not in content.hero):
        yield error("drawing", settings.relative(settings.overrides / look.HERO_WORDS), locale=locale)
    had = {"words": ("unknown", known), "colours": ("colour", content.colours.keys())}
    for template in sorted(path for kind in TEMPLATES for path in settings.overrides.glob(kind)):
        path = settings.relative(template)
        try:
            parsed = Environment(autoescape=True).parse(template.read_text(encoding="utf-8"))
        except TemplateSyntaxError as problem:
            yield error("unreadable", path, problem.lineno, problem=problem.message)
            continue
        for table, name, line in _asked(parsed):
            if table in had and name not in had[table][1]:
                yield error(had[table][0], path, line, word=name)


def _asked(template: nodes.Template) -> Iterator[tuple[str, str, int]]:
    """Yield each name that `template` asks of a table, `words.menu` or `colours['on-deep']`: table, name, line."""
    for attribute in template.find_all(nodes.Getattr):
        if isinstance(attribute.node, nodes.Name):
            yield attribute.node.name, attribute.attr, attribute.lineno
    for item in template.find_all(nodes.Getitem):
        if isinstance(item.node, nodes.Name) and isinstance(item.arg, nodes.Const):
            yield item.node.name, item.arg.value, item.lineno
