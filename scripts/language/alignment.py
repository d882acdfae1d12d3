"""Where the words of a rendered text stand in its Markdown."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left

from scripts.language.sentences import WORD
from scripts.markdown import without_code

# What Markdown has and a reader does not see. Bounded, so that it takes time in proportion to the text.
UNSEEN = re.compile(r"\]\([^)\s]{0,300}|\[\^[^\]\s]{0,100}\]|\{[:#.][^}\n]{0,200}\}|<[^<>\n]{1,300}>")
# So many words in a row are hardly ever in a text twice, and this far a word may be off without them.
RUN = 4
NEAR = 12


def places(words: list[str], source: str) -> list[int | None]:
    """Return for each of `words`, in order, where it begins in the Markdown `source`.

    None for a word that is not there, or that Markdown spells in another way. The words have their letters composed.
    """
    source = unicodedata.normalize("NFC", source)
    seen = UNSEEN.sub(lambda found: " " * len(found[0]), without_code(source))
    tokens = [(found[0], found.start()) for found in WORD.finditer(seen)]
    there = [token for token, _ in tokens]
    runs: dict[tuple[str, ...], list[int]] = {}
    for number in range(len(there) - RUN + 1):
        runs.setdefault(tuple(there[number : number + RUN]), []).append(number)
    result, here = list[int | None](), 0
    for number in range(len(words)):
        found = _next(words[number : number + RUN], there, here, runs)
        here = here if found is None else found + 1
        result.append(None if found is None else tokens[found][1])
    return result


def _next(words: list[str], there: list[str], here: int, runs: dict[tuple[str, ...], list[int]]) -> int | None:
    """Return the number of the token, at `here` or after it, where `words` begin: close by two of them are enough."""
    for number in range(here, here + NEAR):
        if there[number : number + 2] == words[:2]:
            return number
    further = runs.get(tuple(words), [])
    position = bisect_left(further, here)
    if position < len(further):
        return further[position]
    return here if there[here : here + 1] == words[:1] else None
