"""Letters as people type them who have no other keyboard."""

import re
import unicodedata

from markdown.extensions.toc import slugify

# Those that Unicode does not take apart into a letter and a mark (UAX 15), and what stands for them (CLDR Latin-ASCII).
LETTERS = {
    "ł": "l", "ø": "o", "đ": "d", "ð": "d", "ħ": "h", "ŧ": "t", "ı": "i", "ĸ": "k", "ŋ": "n", "ß": "ss", "æ": "ae",
    "œ": "oe", "ĳ": "ij", "þ": "th",
}  # fmt: skip
_TABLE = str.maketrans(LETTERS)


def plain(text: str) -> str:
    """Return `text` in small letters without marks: `Łódź` is `lodz`, `Coördinaten` is `coordinaten`."""
    apart = unicodedata.normalize("NFD", text.lower().translate(_TABLE))
    return "".join(letter for letter in apart if not unicodedata.combining(letter))


def slug(text: str) -> str:
    """Return `text` as it can stand in an address: small letters, figures, hyphens: `Café 't Dal` is `cafe-t-dal`."""
    return re.sub(r"[^a-z0-9]+", "-", plain(text)).strip("-")


def anchor(text: str, separator: str) -> str:
    """Return the id of a heading as Markdown makes it, of letters that it would leave out too: `Łódź` is `lodz`."""
    return slugify(text.lower().translate(_TABLE), separator)
