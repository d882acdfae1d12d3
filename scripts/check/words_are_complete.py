"""Every word that a template asks for exists in every language."""

from jinja2 import Environment, TemplateSyntaxError, nodes

from scripts.check.rule import Content, Faults, error

TEMPLATES = ("**/*.html", "**/*.xml", "drawings/*.svg")


def check_content(content: Content) -> Faults:
    """Yield a finding for each word that one language lacks, and for each that a template uses and no language has."""
    settings = content.settings
    known = {word for words in content.words.values() for word in words}
    for locale, words in content.words.items():
        path = settings.relative(settings.overrides / "words" / f"{locale}.yml")
        for word in sorted(known - words.keys()):
            yield error("missing", path, word=word, locale=locale)
    for template in sorted(path for kind in TEMPLATES for path in settings.overrides.glob(kind)):
        path = settings.relative(template)
        try:
            for line, word in words_in(template.read_text(encoding="utf-8")):
                if word not in known:
                    yield error("unknown", path, line, word=word)
        except TemplateSyntaxError as problem:
            yield error("unreadable", path, problem.lineno, problem=problem.message)


def words_in(template: str) -> list[tuple[int, str]]:
    """Return line and word for each `words.<word>` in the text of a template. Raises jinja2's `TemplateSyntaxError`."""
    found = Environment(autoescape=True).parse(template).find_all(nodes.Getattr)
    return [
        (node.lineno, node.attr) for node in found if isinstance(node.node, nodes.Name) and node.node.name == "words"
    ]
