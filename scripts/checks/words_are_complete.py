"""Every word that a template asks for exists in every language."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePath

from jinja2 import Environment, TemplateSyntaxError, nodes

from scripts.content import Content
from scripts.report import Finding, Text

RULE = "words_are_complete"
TEMPLATES = ("**/*.html", "**/*.xml", "drawings/*.svg")
_WHY = Text("Zonder dit woord staat er een gat op de pagina.", "Without this word the page has a hole in it.")


def check(content: Content) -> Iterator[Finding]:
    """Yield a finding for each word that one language lacks, and for each that a template uses and no language has."""
    settings = content.settings
    known = {word for words in content.words.values() for word in words}
    for locale, words in content.words.items():
        path = settings.relative(settings.overrides / "words" / f"{locale}.yml")
        for word in sorted(known - words.keys()):
            yield Finding(
                RULE,
                path,
                1,
                Text(
                    f"Het woord «{word}» ontbreekt in de taal «{locale}».",
                    f"Language '{locale}' lacks the word '{word}'.",
                ),
                _WHY,
                Text(f"Voeg een regel toe: {word}: …", f"Add a line: {word}: …"),
            )
    for template in sorted(path for kind in TEMPLATES for path in settings.overrides.glob(kind)):
        path = settings.relative(template)
        try:
            words_used = words_in(template.read_text(encoding="utf-8"))
        except TemplateSyntaxError as error:
            yield _unreadable(path, error.lineno, str(error.message))
            continue
        for line, word in words_used:
            if word not in known:
                yield _unknown(path, line, word)


def words_in(template: str) -> list[tuple[int, str]]:
    """Return line and word for each `words.<word>` in the text of a template. Raises jinja2's `TemplateSyntaxError`."""
    found = Environment(autoescape=True).parse(template).find_all(nodes.Getattr)
    return [
        (node.lineno, node.attr) for node in found if isinstance(node.node, nodes.Name) and node.node.name == "words"
    ]


def _unknown(path: PurePath, line: int, word: str) -> Finding:
    return Finding(
        RULE,
        path,
        line,
        Text(f"Geen enkele taal heeft het woord «{word}».", f"No language has the word '{word}'."),
        _WHY,
        Text(
            f"Zet in elk bestand in overrides/words/ een regel: {word}: …",
            f"Put a line in each file in overrides/words/: {word}: …",
        ),
    )


def _unreadable(path: PurePath, line: int, problem: str) -> Finding:
    return Finding(
        RULE,
        path,
        line,
        Text(f"Dit sjabloon is niet te lezen: {problem}", f"This template cannot be read: {problem}"),
        Text("Zonder sjabloon is er geen pagina te maken.", "No page can be made without its template."),
        Text("Herstel deze regel; zie de handleiding van Jinja.", "Mend this line; see Jinja's manual."),
    )
