"""What git leaves in a file where two people changed the same lines: both versions, between rows of marks."""

import re
from pathlib import PurePath

from scripts.report import Refused
from scripts.words import finding

RULE = "texts_have_one_version"
BEGINS = re.compile(r"^<{7}(?: .*)?$", re.MULTILINE)
# Someone may have removed one of the rows. A row of = alone is a heading.
LEFT = re.compile(r"^(?:>{7}|\|{7})(?: .*)?$", re.MULTILINE)


def chosen(text: str, shown: PurePath) -> str:
    """Return `text`, that of the file `shown`. Raises `Refused` when it holds two versions: then neither is read."""
    places = [found.start() for found in BEGINS.finditer(text)]
    places = places or [found.start() for found in LEFT.finditer(text)][:1]
    if places:
        raise Refused(finding(RULE, "two", shown, text.count("\n", 0, place) + 1) for place in places)
    return text
