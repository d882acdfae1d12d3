"""Every picture has words that say what one sees, for who does not see it and for who waits for it to load.

Source: WCAG 2.2, 1.1.1 (text alternatives) and its failure F30 (a file name instead of words).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from scripts import allowed
from scripts.checks.messages import finding
from scripts.content import Content, Page
from scripts.report import Finding

RULE = "pictures_have_words"
LONGEST = 250
DRAWING = "drawing:"
# What phones, cameras and programs call a picture, with a number or a date; and words that say only that it is one.
NAMES = re.compile(
    r"(?:img|dsc[fn]?|pxl|mvimg|dji|gopr|p|screen ?shot|scherm(?:afbeelding|afdruk|opname)|whatsapp[ -]image|scan"
    r"|foto|fotootje|photo(?:graph)?|picture|pic|image|afbeelding|plaatje|beeld|illustratie|illustration|figuur|figure"
    r"|tekening|drawing|naamloos|untitled|unnamed|alt|alt[ -]te[kx]s?t|te[kx]s?t|beschrijving|description"
    r"|wat (?:men|u|je) ziet|what (?:one|you) sees?)(?:[\W\d_]|\b(?:at|om|am|pm|wa|mp)\b)*(?:wa\d+)?",
    re.IGNORECASE,
)
FILE = re.compile(r"[\w()%+.-]+\.(?:jpe?g|png|webp|svg|gif|heic|tiff?|bmp|avif)", re.IGNORECASE)
LETTERS = re.compile(r"[^\W\d_]{2}")


def check(page: Page, _content: Content) -> Iterator[Finding]:
    """Yield a finding for each picture in `page` without words, or with words that say nothing.

    A drawing of the site has a title and a table as well: without words it only gets a hint.
    """
    for picture in page.marked.outline.pictures:
        alt, source = picture.alt.strip(), picture.source
        place = (page.path, *picture.place)
        is_drawing = source.startswith(DRAWING)
        if not is_drawing and not allowed.is_inside(source):
            continue  # markup_is_harmless says so
        if not alt:
            yield finding(RULE, "missing", *place, level="hint" if is_drawing else "error", source=source[:80])
        elif NAMES.fullmatch(alt) or FILE.fullmatch(alt) or not LETTERS.search(alt):
            yield finding(RULE, "name", *place, level="warning", alt=alt[:40])
        elif len(alt) > LONGEST:
            yield finding(RULE, "long", *place, level="hint", length=len(alt), most=LONGEST)
