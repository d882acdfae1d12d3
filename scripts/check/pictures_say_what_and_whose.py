"""Every picture has words that say what one sees, and a credit: who made it, and why the site may show it.

Sources: WCAG 2.2, 1.1.1 (text alternatives) and its failure F30 (a file name instead of words); Auteurswet, articles 1
and 25 (maker's rights); CC BY 4.0, section 3(a) (name, licence).
"""

import re

from scripts.check.rule import Content, Faults, Page, error, hint, warning
from scripts.content import allowed

LONGEST = 250
# What phones, cameras and programs call a picture, with a number or a date, and words that say only that it is one.
NO_WORDS = re.compile(
    r"((img|dsc[fn]?|pxl|mvimg|dji|gopr|p|screen ?shot|scherm(afbeelding|afdruk|opname)|whatsapp[ -]image|scan"
    r"|foto|fotootje|photo(graph)?|picture|pic|image|afbeelding|plaatje|beeld|illustrati(e|on)|figuu?re?"
    r"|tekening|drawing|naamloos|untitled|unnamed|alt|(alt[ -])?te[kx]s?t|beschrijving|description"
    r"|wat (men|u|je) ziet|what (one|you) sees?)([\W\d_]|\b(at|om|am|pm|wa|mp)\b)*(wa\d+)?"
    r"|[\w()%+.-]+\.(jpe?g|png|webp|svg|gif|heic|tiff?|bmp|avif))",
    re.IGNORECASE,
)
LETTERS = re.compile(r"[^\W\d_]{2}")
# «Foto: NAAM, LICENTIE», or a picture of the writer's own.
CREDIT = re.compile(
    r"(eigen|own) \w+|\w+: (?!(cc|met|with)\b)\w.*, "
    r"((cc|creative commons)[ -]?(by|0|zero)\b.*|publi(c|ek) dom(ai|ei)n|(\w+ )?(met toestemming|with permission)\b.*"
    r"|\w+[- ]?licen[cst].*|unsplash|pexels|pixabay)",
    re.IGNORECASE,
)


def check_page(page: Page, _content: Content) -> Faults:
    """Yield findings for each picture in `page` whose words say nothing, or whose title is no credit.

    A drawing of the site has a title, a table and its sources: without words it only gets a hint.
    """
    for picture in page.marked.outline.pictures:
        alt, source, credit = picture.alt.strip(), picture.source, picture.credit.strip()
        place = (page.path, *picture.place)
        is_drawing = picture.drawing is not None
        if not is_drawing and not allowed.is_inside(source):
            continue  # markup_is_harmless says so
        if not alt:
            yield (hint if is_drawing else error)("missing", *place, source=source[:80])
        elif NO_WORDS.fullmatch(alt) or not LETTERS.search(alt):
            yield warning("name", *place, alt=alt[:40])
        elif len(alt) > LONGEST:
            yield hint("long", *place, length=len(alt), most=LONGEST)
        if not is_drawing and not CREDIT.fullmatch(credit):
            yield warning("credit", *place, source=source[:80], alt=alt[:60])
