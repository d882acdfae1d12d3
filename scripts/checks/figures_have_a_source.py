"""An article with figures names where they come from: a year, an amount, a percentage, with no source on the page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import cache

from scripts.article import Article
from scripts.checks.messages import finding
from scripts.citations import MARKER
from scripts.drawings.mentions import mentions
from scripts.language import Sentence
from scripts.language.lexicon import Figures
from scripts.markdown import without_code
from scripts.report import Finding

RULE = "figures_have_a_source"
NUMBER = re.compile(
    r"(?P<sign>[€$£])?(?P<whole>[1-9]\d{0,2}(?:[.,\u202f\u00a0]\d{3})+|0|[1-9]\d{0,6})(?:[.,](?:\d{1,2}|-))?"
    r"(?:[-–/](?:\d{2}|\d{4}))?(?P<percent>%)?"
)
AROUND = "()[]{}‘’“”„«»\"'.,;:!?*…"
# The time of a day: the sentence announces something.
CLOCK = re.compile(r"(?<!\d)(?:[01]?\d|2[0-4])[.:][0-5]\d(?!\d)")
# All of something and none of it, help by telephone, days and degrees: nobody asks who counted them.
NEVER = frozenset({0, 112, 360, 365, 366})
ALL = 100
# A smaller number anyone can count.
MANY = 100
YEARS = range(1000, 2100)
SIGNS = frozenset("€$£")
POSTCODE = re.compile(r"[A-Z]{2}")


def check(article: Article) -> Iterator[Finding]:
    """Yield a warning for the first figure in `article`, when nothing on the page says where figures come from.

    A note of any kind, a drawing (which has sources) and a link to another site beside the figure do.
    """
    page, figures = article.page, article.prose.lexicon.figures
    if page.meta.kind != "article" or not figures or MARKER.search(without_code(page.body)) or any(mentions(page)):
        return
    for sentence in article.prose.sentences:
        if sentence.kind != "heading" and any(map(str.isdigit, sentence.text)):
            found = _figure(sentence, figures)
            place = article.place_of(sentence, _number(sentence, found)) if found else None
            if place and not _is_linked(article, found):
                yield finding(RULE, "figure", page.path, *place, level="warning", figure=found)
                return


def _is_linked(article: Article, figure: str) -> bool:
    links = article.body.css('a[href^="http"]')
    return any(link.parent is not None and figure in link.parent.text() for link in links)


def _number(sentence: Sentence, figure: str) -> int:
    return next((number for number, word in enumerate(sentence.words) if word in figure), 0)


def _figure(sentence: Sentence, figures: Figures) -> str:
    """Return the first figure in `sentence` that one could look up; empty when it has none, or is about taking part."""
    if sentence.small[0] in figures.orders or not figures.practical.isdisjoint(sentence.small):
        return ""
    if CLOCK.search(sentence.text):
        return ""
    tokens = [token.strip(AROUND) for token in sentence.text.split()]
    for number, token in enumerate(tokens):
        found = NUMBER.fullmatch(token)
        before, after = tokens[number - 1] if number else "", tokens[number + 1 : number + 3]
        if found and not _is_named(before, after, figures) and _is_figure(found, before, after, sentence, figures):
            return token
    return ""


def _is_figure(found: re.Match[str], before: str, after: list[str], sentence: Sentence, figures: Figures) -> bool:
    value, following = int(re.sub(r"\D", "", found["whole"])), {*after[:1], "".join(after)}
    if value in NEVER or not figures.measured.isdisjoint(following):
        return False
    if found["percent"] or "%" in following or not figures.percent.isdisjoint(following):
        return value != ALL
    if not found["whole"].isdigit() or not figures.amount.isdisjoint(following):
        return True
    if YEARS.start <= value < YEARS.stop:
        # What is still to come is a plan.
        return value < date.today().year and figures.days.isdisjoint(sentence.small)
    is_money = bool(found["sign"]) or before in SIGNS or not figures.money.isdisjoint(following)
    return sentence.kind != "step" and (is_money or value >= MANY)


def _is_named(before: str, after: list[str], figures: Figures) -> bool:
    """Tell whether a number is part of a name or an address: page 120, NEN 1010, Kerkstraat 112, 3431 AB."""
    return (
        before.lower() in figures.numbered
        or (len(before) > 1 and before.isupper())
        or before[-1:].isdigit()
        or bool(_street(figures.street).search(before.lower()))
        or bool(POSTCODE.fullmatch("".join(after[:1])))
    )


@cache
def _street(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)
