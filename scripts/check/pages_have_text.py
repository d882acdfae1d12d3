"""A page has something to read below its title, unless its kind is made from lists."""

from itertools import pairwise

from scripts.check.rule import Content, Faults, Page, error
from scripts.content.markdown_tokens import words

# What such a page shows comes from elsewhere: its doors, a field to search in, the sources, the days, the rules.
MADE = frozenset({"agenda", "home", "lessons", "rules", "search", "sources", "timeline", "translations"})


def check_page(page: Page, _content: Content) -> Faults:
    """Yield an error when `page` has no word or picture outside its headings."""
    blocks = (token for before, token in pairwise(page.marked.tokens) if before.type != "heading_open")
    texts = (words(block.children or ()) for block in blocks if block.type == "inline")
    if page.meta.kind not in MADE and not any(texts):
        yield error("empty", page.path, page.body_line)
