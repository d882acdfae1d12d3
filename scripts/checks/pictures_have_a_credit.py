"""Every picture says who made it and why the site may show it.

Sources: Auteurswet, articles 1 and 25 (maker's rights); CC BY 4.0, section 3(a) (name, licence).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from scripts import allowed
from scripts.checks.messages import finding
from scripts.checks.pictures_have_words import DRAWING
from scripts.content import Content, Page
from scripts.report import Finding

RULE = "pictures_have_a_credit"
# Ours, or nobody's: no name is needed.
FREE = re.compile(
    r"\b(?:eigen|own|zelf|ourselves|myself|cc[ -]?(?:0|zero)|publi(?:c|eke?) dom(?:ai|ei)n|pd|rechtenvrij"
    r"|royalty[ -]free|vrij(?:e)? van (?:auteurs)?rechten)\b",
    re.IGNORECASE,
)
LICENCE = re.compile(
    r"\bcc[ -]?by\b|creative commons|licen[cst]|toestemming|permission|unsplash|pexels|pixabay|gfdl|\bogl\b",
    re.IGNORECASE,
)
# What is left of a credit without these is a name.
NO_NAME = re.compile(
    r"\b(?:cc|by|sa|nc|nd|met|with|de|the|foto|photo|fotograaf|photographer|beeld|image|picture|tekening|drawing|bron"
    r"|source|maker|naam|name|door|van|from|gebruikt|used|onder|under|int|international|nl|creative|commons|\w*licen[cst]\w*"
    r"|toestemming|permission)\b",
    re.IGNORECASE,
)


def check(page: Page, _content: Content) -> Iterator[Finding]:
    """Yield a warning for each picture in `page` whose title lacks its maker or the right to show it.

    A drawing of the site has its sources.
    """
    for picture in page.marked.outline.pictures:
        source, credit = picture.source, picture.credit
        if source.startswith(DRAWING) or not allowed.is_inside(source) or FREE.search(credit):
            continue
        case = "" if re.search(r"[^\W\d_]", NO_NAME.sub("", credit)) else "maker"
        case = case if LICENCE.search(credit) else "licence"
        case = case if credit.strip() else "missing"
        if case:
            place, alt = picture.place, picture.alt
            yield finding(RULE, case, page.path, *place, level="warning", source=source[:80], alt=alt[:60])
