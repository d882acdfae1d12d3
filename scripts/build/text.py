"""The text of a page: the Markdown that is rendered, and the HTML that comes of it, made harmless for readers."""

import re
from functools import partial
from html import escape, unescape

import nh3

from scripts.build import listed
from scripts.build import pictures as shown_pictures
from scripts.build.drawings import figure
from scripts.content import Content, Page, allowed, icons
from scripts.content.marked import apart

DRAWING = re.compile(r'<p>\s*<img [^>]*\bsrc="drawing:(?P<key>[^"]*)"[^>]*>\s*</p>')
ALIGNED = re.compile(r'(<t[dh]\b[^>]*?) align="(left|center|right)"')
# As nh3 writes a link: every value between double quotes.
LINK = re.compile(
    r'<a(?: [\w-]+="[^"]*")*? href="(?P<address>[^"]*)"(?: [\w-]+="[^"]*")*>(?P<words>.*?)</a>', re.DOTALL
)
TAG = re.compile(r"<[^<>]*>")
# What people leave out of an address.
BEFORE = re.compile(r"\A(?:https?://)?(?:www\.)?", re.IGNORECASE)
CALENDAR = re.compile(r'(<a href="[^":]*\.ics")')
TABLE = re.compile(r"<table>.*?</table>", re.DOTALL)
# So many columns do not fit beside each other on a phone of 320 pixels.
WIDE = 4
# The list that Python-Markdown puts last, below the heading that `content/citations.py` gives it.
NOTES = re.compile(r'<h2\b[^>]*>[^<]*</h2>\s*<div class="footnote">.*', re.DOTALL)
PART = re.compile(r"(?=<h2\b)")
# The space between a number and its sign, before or behind it. What every match begins with stands first: that is
# found quickly in a whole page.
SIGN = re.compile(r" (?:(?<=\d )(?=[×%‰€°])|(?<=[×€] )(?=\d))")
# Before the beginning or the end of what no browser sets in a line with something else.
BETWEEN = re.compile(r"\n\n*(?=</?(?:d[dlt]|div|fieldset|figure|h\d|legend|li|link|meta|nav|ol|p|section|t[dhr]|ul)\b)")
TOP_HEADING = re.compile(r"(</?)h1\b")
CLEANER = nh3.Cleaner(
    tags=set(allowed.ELEMENTS),
    attributes={"*": set(allowed.EVERYWHERE)} | {tag: set(names) for tag, names in allowed.ATTRIBUTES.items()},
    attribute_filter=allowed.attribute,
    url_schemes=set(allowed.SCHEMES),
    link_rel=None,
)


def written(page: Page, content: Content) -> str:
    """Return the Markdown of `page`: what its author wrote, and what its kind adds.

    A picture on a line of its own is a paragraph of its own; without blank lines it would be a word of the next one.
    """
    body, made = apart(page.body), listed.KINDS.get(page.meta.kind)
    return f"{body}\n\n{made(content, page)}" if made else body


def finished(html: str, page: Page, content: Content) -> str:
    """Return the rendered text of `page` as readers get it: nothing that is not on the list, pictures in place."""
    html = harmless(html)
    html = ALIGNED.sub(r'\1 class="align-\2"', html)
    html = TOP_HEADING.sub(r"\1h2", html)  # the title is the one h1 of a page
    html = TABLE.sub(partial(_table, label=content.words[page.locale]["wide_table"]), html)
    html = CALENDAR.sub(r'\1 type="text/calendar"', html)
    html = icons.drawn(with_hosts(html, content))
    html = shown_pictures.placed(html, page, content)
    shown = content.drawings
    return DRAWING.sub(lambda found: figure.figure(content, found["key"], page) if found["key"] in shown else "", html)


def _table(table: re.Match[str], label: str) -> str:
    """Return `table`, when it is wide in a part of the page that a finger or an arrow key moves sideways."""
    if table[0].partition("</tr>")[0].count("</th>") < WIDE:
        return table[0]
    return f'<div class="wide" role="group" aria-label="{escape(label)}" tabindex="0">{table[0]}</div>'


def with_hosts(html: str, content: Content) -> str:
    """Return `html`, cleaned, with the host of another site behind the words of each link that leads to one.

    Letters that may look like others give way to the name as programs write it: so the link leads where it says.
    Not behind an entry of the list of sources, which names its publisher, nor where the words are that host or address.
    """
    own, known = allowed.host(content.settings.site_url), {source.url for source in content.sources.values()}

    def shown(link: re.Match[str]) -> str:
        address, words = unescape(link["address"]), unescape(TAG.sub("", link["words"])).strip()
        host, typed = allowed.host(address), allowed.OUTSIDE.fullmatch(address)
        if not host or not typed or host == own or (address in known and link["words"].startswith("<cite")):
            return link[0]
        plain = address if typed["host"].isascii() else address.replace(typed["host"], host, 1)
        if _bare(words) in (_bare(host), _bare(plain)):
            return link[0]
        start, end = (place - link.start() for place in link.span("address"))
        leads = link["address"] if plain == address else escape(plain)
        return f'{link[0][:start]}{leads}{link[0][end:]}<span class="host"> ({host.removeprefix("www.")})</span>'

    return LINK.sub(shown, html)


def _bare(address: str) -> str:
    return BEFORE.sub("", address).removesuffix("/")


def notes_apart(html: str) -> tuple[str, str]:
    """Return the rendered text of a page without its notes, and those with their heading: empty when it has none."""
    found = NOTES.search(html)
    return (html[: found.start()], found[0]) if found else (html, "")


def sent(html: str) -> str:
    """Return `html`, a whole page, without the ends of lines between its blocks, which only weigh.

    In a text no line ends between a number and its sign: `20 °C`, `€ 5`.
    """
    return SIGN.sub("\N{NO-BREAK SPACE}", BETWEEN.sub("", html))


def parts(html: str) -> list[str]:
    """Return the parts of the rendered text of a page, each from its heading on."""
    return [part for part in PART.split(html) if part.strip()]


def harmless(html: str) -> str:
    """Return `html` without the elements, attributes and addresses that a text cannot hold, every tag closed."""
    return CLEANER.clean(html)
