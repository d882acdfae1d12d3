"""The words of a link say where it leads; a screen reader lists links without the text around them (WCAG 2.4.4)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from scripts.article import Article
from scripts.checks.messages import finding
from scripts.report import Finding

RULE = "links_say_where_they_go"
NO_WORD = re.compile(r"[\W_]+")
ADDRESS = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)
# Longer than the address of a site: nobody reads it, and a screen reader spells it.
LONGEST = 40


def check(article: Article) -> Iterator[Finding]:
    """Yield a hint for each link in `article` whose words are empty, or are a long address."""
    empty = article.prose.lexicon.empty_links
    for node in article.body.css("a[href]"):
        text, address = node.text().strip(), node.attributes["href"] or ""
        case = ""
        if NO_WORD.sub(" ", text).strip().casefold() in empty:
            case = "empty"
        elif len(text) > LONGEST and ADDRESS.fullmatch(text):
            case = "address"
        if case:
            place = article.place(f"[{text}]({address}", address, f"[{text}]", text)
            yield finding(RULE, case, article.page.path, *place, level="hint", text=text[:LONGEST])
