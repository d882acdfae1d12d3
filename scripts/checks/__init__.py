"""The rules for what stands in `docs/`: one rule, one file, one name."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from scripts import data
from scripts.checks import (
    addresses_are_unique,
    drawings_are_sound,
    events_speak_every_language,
    folders_have_a_front,
    goals_have_a_page,
    languages_have_their_pages,
    links_lead_somewhere,
    pages_belong_to_a_language,
    questions_quote_a_page,
    slugs_are_translated,
    sources_are_known,
    titles_are_unique,
    words_are_complete,
)
from scripts.content import Content, read
from scripts.report import Finding
from scripts.settings import Settings

Rule = Callable[[Content], Iterator[Finding]]

# The other rules rely on these: while one of them finds something, the others wait.
FIRST: tuple[Rule, ...] = (events_speak_every_language.check,)
REST_ON = (data.RULE, events_speak_every_language.RULE)
RULES: tuple[Rule, ...] = (
    pages_belong_to_a_language.check,
    slugs_are_translated.check,
    addresses_are_unique.check,
    titles_are_unique.check,
    languages_have_their_pages.check,
    folders_have_a_front.check,
    goals_have_a_page.check,
    sources_are_known.check,
    drawings_are_sound.check,
    links_lead_somewhere.check,
    words_are_complete.check,
    questions_quote_a_page.check,
)


def run(settings: Settings) -> tuple[Content, list[Finding]]:
    """Return the content of the site and what is wrong with it, each thing once.

    A list or a file of words that cannot be read would make every rule cry out; then only the reading is reported.
    """
    content, findings = read(settings)
    for rules in (FIRST, RULES):
        if not any(finding.rule in REST_ON for finding in findings):
            findings += [finding for rule in rules for finding in rule(content)]
    return content, list(dict.fromkeys(findings))
