"""Every open question quotes a sentence that is really on its page, so that the list stays true to the text."""

from collections.abc import Iterator

from scripts.content import Content
from scripts.content.citations import MARKER
from scripts.report import Finding
from scripts.words import finding

RULE = "questions_quote_a_page"


def check_content(content: Content) -> Iterator[Finding]:
    """Yield a warning for each entry of `docs/data/questions.yml` whose sentence its page no longer holds."""
    for position, question in enumerate(content.questions):
        page = content.page(content.settings.default_locale, question.page)
        text = " ".join(MARKER.sub("", page.body).split()) if page else ""
        if " ".join(question.sentence.split()) not in text:
            place = content.listed("questions", position, "sentence")
            yield finding(RULE, "gone", *place, level="warning", page=question.page)
