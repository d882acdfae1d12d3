"""Every word that a template asks for exists in every language."""

from jinja2 import Environment, TemplateSyntaxError, nodes

from scripts.check.rule import Content, Faults, error

TEMPLATES = ("**/*.html", "**/*.xml", "drawings/*.svg")


def check_content(content: Content) -> Faults:
    """Yield an error for each word that one language lacks, and for each that a template uses and no language has."""
    settings = content.settings
    known = {word for words in content.words.values() for word in words}
    for locale, words in content.words.items():
        path = settings.relative(settings.overrides / "words" / f"{locale}.yml")
        for word in sorted(known - words.keys()):
            yield error("missing", path, word=word, locale=locale)
    for template in sorted(path for kind in TEMPLATES for path in settings.overrides.glob(kind)):
        path = settings.relative(template)
        try:
            parsed = Environment(autoescape=True).parse(template.read_text(encoding="utf-8"))
        except TemplateSyntaxError as problem:
            yield error("unreadable", path, problem.lineno, problem=problem.message)
            continue
        for node in parsed.find_all(nodes.Getattr):
            if isinstance(node.node, nodes.Name) and node.node.name == "words" and node.attr not in known:
                yield error("unknown", path, node.lineno, word=node.attr)
