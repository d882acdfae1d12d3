"""The rules for what stands in the repository: one rule, one file, one name, its words in a file beside it."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from itertools import islice
from pathlib import Path, PurePath

from scripts import data, processors
from scripts.checks import (
    addresses_are_kept,
    addresses_are_unique,
    articles_cite_a_source,
    characters_are_visible,
    drawings_are_sound,
    events_speak_every_language,
    files_have_their_place,
    folders_have_a_front,
    goals_have_a_page,
    headings_descend,
    languages_have_their_pages,
    lessons_are_alike_in_every_language,
    lessons_are_complete,
    links_go_where_they_say,
    links_lead_somewhere,
    links_say_where_they_go,
    markup_is_harmless,
    personal_data_stays_private,
    pictures_are_clean,
    pictures_exist,
    pictures_say_what_and_whose,
    proposals_stay_in_docs,
    questions_quote_a_page,
    sentences_are_short,
    slugs_are_translated,
    sources_are_known,
    the_site_shows_what_you_wrote,
    titles_are_unique,
    translations_follow,
    translations_have_the_same_parts,
    words_are_complete,
    words_are_plain,
    words_are_spelt,
)
from scripts.content import Content, Page, read
from scripts.marked import Outline
from scripts.report import Finding, Refused
from scripts.settings import Settings, load
from scripts.settings import settings as load_settings

# What a rule looks at: the files in docs/ as they lie there, all content, one page, or how the pages hang together.
Outlines = Mapping[PurePath, Outline]
Part = tuple[dict[PurePath, Outline], list[Finding]]
FILE_RULES: tuple[Callable[[Settings], Iterator[Finding]], ...] = (
    files_have_their_place.check,
    characters_are_visible.check,
    personal_data_stays_private.check,
    pictures_are_clean.check,
)
# The other rules rely on these: while one of them finds something, the others wait.
FIRST: tuple[Callable[[Content], Iterator[Finding]], ...] = (events_speak_every_language.check,)
REST_ON = (data.RULE, events_speak_every_language.RULE)
CONTENT_RULES: tuple[Callable[[Content], Iterator[Finding]], ...] = (
    slugs_are_translated.check,
    addresses_are_unique.check,
    addresses_are_kept.check,
    lessons_are_complete.check,
    lessons_are_alike_in_every_language.check,
    titles_are_unique.check,
    languages_have_their_pages.check,
    folders_have_a_front.check,
    goals_have_a_page.check,
    sources_are_known.check,
    drawings_are_sound.check,
    words_are_complete.check,
    questions_quote_a_page.check,
    translations_follow.check,
    characters_are_visible.check_values,
    links_go_where_they_say.check_sources,
    markup_is_harmless.check_events,
)
PAGE_RULES: tuple[Callable[[Page, Content], Iterator[Finding]], ...] = (
    the_site_shows_what_you_wrote.check,
    markup_is_harmless.check,
    links_go_where_they_say.check,
    characters_are_visible.check_entities,
    personal_data_stays_private.check_words,
    articles_cite_a_source.check,
    headings_descend.check,
    links_say_where_they_go.check,
    sentences_are_short.check,
    words_are_plain.check,
    words_are_spelt.check,
    pictures_say_what_and_whose.check,
)
OUTLINE_RULES: tuple[Callable[[Content, Outlines], Iterator[Finding]], ...] = (
    links_lead_somewhere.check,
    translations_have_the_same_parts.check,
    pictures_exist.check,
)
# For each processor: enough that none waits long for the others.
SHARES = 10
# Nobody reads more of one rule about one page.
MOST = 100


def everything(root: Path, base: str | None = None) -> list[Finding]:
    """Return all that is wrong in the project at `root`, and what else its proposal changes since the commit `base`."""
    findings = list(proposals_stay_in_docs.check(root, base)) if base else []
    try:
        return findings + run(load_settings(load(root)))[1]
    except Refused as refused:
        return findings + refused.findings


def run(settings: Settings) -> tuple[Content, list[Finding]]:
    """Return the content of the site and what is wrong with it, each thing once.

    A list or a file of words that cannot be read would make every rule cry out; then only the reading is reported.
    """
    content, findings = read(settings)
    if _is_whole(findings):
        findings += [finding for rule in FIRST for finding in rule(content)]
    outlines: dict[PurePath, Outline] = {}
    for found, said in _shared(content, _is_whole(findings)):
        outlines |= found
        findings += said
    if _is_whole(findings):
        findings += [finding for rule in OUTLINE_RULES for finding in rule(content, outlines)]
    return content, list(dict.fromkeys(findings))


def _is_whole(findings: list[Finding]) -> bool:
    return not any(finding.rule in REST_ON for finding in findings)


def _shared(content: Content, with_pages: bool) -> list[Part]:
    pages = content.pages
    jobs = [partial(_aside, work) for work in _aside_works(content, with_pages)]
    if with_pages:
        jobs += [partial(_pages, content, share) for share in processors.shares(pages, SHARES)]
    return processors.spread(jobs, shared=processors.many(len(pages)))


def _aside(work: Callable[[], Iterator[Finding]]) -> Part:
    return {}, list(work())


def _aside_works(content: Content, with_content: bool) -> list[Callable[[], Iterator[Finding]]]:
    works: list[Callable[[], Iterator[Finding]]] = [partial(rule, content.settings) for rule in FILE_RULES]
    return works + ([partial(rule, content) for rule in CONTENT_RULES] if with_content else [])


def _pages(content: Content, pages: Sequence[Page]) -> Part:
    # Pages of one language lie together: few processes read the dictionaries of both.
    outlines = {page.path: page.marked.outline for page in pages}
    return outlines, [finding for page in pages for rule in PAGE_RULES for finding in islice(rule(page, content), MOST)]


def select(findings: list[Finding], root: Path, paths: list[Path]) -> list[Finding]:
    """Return those of `findings` that are about one of `paths`, files or folders; all when there are none."""
    wanted = [PurePath(os.path.relpath(path, root)) for path in paths]
    return [finding for finding in findings if not wanted or any(finding.path.is_relative_to(one) for one in wanted)]
