"""Every open question quotes a sentence that is really on its page, so that the list stays true to the text."""

from __future__ import annotations

from collections.abc import Iterator

from scripts.citations import MARKER
from scripts.content import Content
from scripts.report import Finding, Text

RULE = "questions_quote_a_page"


def check(content: Content) -> Iterator[Finding]:
    """Yield a warning for each entry of `docs/data/questions.yml` whose sentence its page no longer holds."""
    path = content.settings.relative(content.settings.data / "questions.yml")
    for position, question in enumerate(content.questions):
        page = content.page(content.settings.default_locale, question.page)
        text = " ".join(MARKER.sub("", page.body).split()) if page else ""
        if " ".join(question.sentence.split()) not in text:
            yield Finding(
                RULE,
                path,
                content.documents["questions"].line((position, "sentence")),
                Text(
                    f"Deze zin staat niet (meer) op {question.page}.",
                    f"This sentence is not (or no longer) on {question.page}.",
                ),
                Text(
                    "Wie het antwoord krijgt, moet de zin kunnen vinden die verandert.",
                    "Whoever gets the answer must find the sentence that changes.",
                ),
                Text(
                    "Neem de zin over zoals die nu op de pagina staat, of haal de vraag weg als die beantwoord is.",
                    "Copy the sentence as it is on the page now, or remove the question when it is answered.",
                ),
                level="warning",
            )
