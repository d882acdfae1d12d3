"""A page has something to read below its title, unless its kind is made from lists."""

from itertools import pairwise

from scripts.check.rule import Content, Faults, Page, error, warning
from scripts.content.markdown_tokens import words

# What such a page shows comes from elsewhere: its doors, a field to search in, sources, what is on, news, rules.
MADE = frozenset("agenda archive home lessons newsroom rules search sources timeline translations".split())


def check_page(page: Page, content: Content) -> Faults:
    """Yield an error when `page` has no word or picture outside its headings, a warning for a timeline of nothing.

    Of the same page in several languages the first has that warning.
    """
    blocks = (token for before, token in pairwise(page.marked.tokens) if before.type != "heading_open")
    texts = (words(block.children or ()) for block in blocks if block.type == "inline")
    if page.meta.kind not in MADE and not any(texts):
        yield error("empty", page.path, page.body_line)
    is_blank = "timeline" in content.documents and not content.timeline
    if page.meta.kind == "timeline" and is_blank and content.translations(page.key)[0].locale == page.locale:
        yield warning("no_events", page.path, page.line("kind"), list=content.listed("timeline")[0], locale=page.locale)
