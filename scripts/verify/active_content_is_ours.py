"""Whatever can act on a finished page is what our own templates make, whatever made the page smaller since."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import PurePath

from scripts import allowed
from scripts.active_content import RULE, Attributes, foreign_in
from scripts.checks.messages import finding
from scripts.report import Finding
from scripts.verify import references
from scripts.verify.pages import Page

# A file of the look under a name that tells its content: assets/lesson.1a2b3c4d.js.
HASHED = re.compile(r"(?P<name>(?:^|.*/)assets/[\w-]+)\.[0-9a-f]{8,32}(?P<ending>\.(?:css|js|svg|png|webmanifest))")
ADDRESSES = frozenset({"href", "src"}) | references.LATER
# The forms of one picture, of which a browser takes what suits it.
PICTURES = ("img", "source")
FORMS = frozenset({"srcset", "sizes"})


def check(page: Page) -> Iterator[Finding]:
    """Yield a finding when `page` holds something active that no template of the repository makes."""
    folder = page.folder
    things = dict.fromkeys(foreign_in(page.document, folder.base, folder.root / "overrides", before))
    if things:
        yield finding(RULE, "foreign", PurePath(page.name), 1, things=", ".join(list(things)[:3]))


def before(element: str, attributes: Attributes) -> Attributes:
    """Return the `attributes` of `element` as a template makes them: files by their plain names, one form a picture.

    A form that lies on another host stays, and is foreign.
    """
    found = dict(attributes)
    for name in ADDRESSES & found.keys():
        found[name] = HASHED.sub(r"\g<name>\g<ending>", found[name] or "")
    forms = references.candidates(found.get("srcset") or "")
    if element in PICTURES and forms and all(map(allowed.is_inside, forms)):
        return {name: value for name, value in found.items() if name not in FORMS}
    return found
