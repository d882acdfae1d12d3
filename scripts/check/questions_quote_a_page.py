"""Every open question quotes a sentence that is really on its page, so that the list stays true to the text."""

from scripts.check.rule import Content, Faults, warning
from scripts.content.citations import MARKER


def check_content(content: Content) -> Faults:
    """Yield a warning for each entry of `docs/data/questions.yml` whose sentence its page no longer holds."""
    for position, question in enumerate(content.questions):
        page = content.page(content.settings.default_locale, question.page)
        text = " ".join(MARKER.sub("", page.body).split()) if page else ""
        if " ".join(question.sentence.split()) not in text:
            yield warning("gone", *content.listed("questions", position, "sentence"), page=question.page)
