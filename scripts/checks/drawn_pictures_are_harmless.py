"""A drawing (SVG) only draws: it runs nothing, fetches nothing, moves nothing and keeps no device busy.

Read by an XML parser that refuses declarations, and judged by what a list allows (`scripts/pictures/vector.py`).
Elements and notes of drawing programs, and styles in CSS, do no harm: the build leaves them out or turns them into
attributes.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from scripts import pictures
from scripts.checks.messages import finding
from scripts.pictures import Unfit, vector
from scripts.pictures.vector import Problem
from scripts.report import Finding
from scripts.settings import Settings

RULE = "drawn_pictures_are_harmless"
# What to say of an element, where there is more to say than that it cannot be there.
ELEMENTS: Mapping[str, str] = {
    **dict.fromkeys(("script", "handler", "listener"), "script"),
    **dict.fromkeys(("image", "feImage"), "image"),
    **dict.fromkeys(("animate", "animateColor", "animateMotion", "animateTransform", "set", "discard"), "animation"),
    "foreignObject": "foreign",
    "a": "link",
}
# What the reader of drawings calls what it finds.
CASES = frozenset(
    (
        "element",
        "event",
        "reference",
        "style",
        "instruction",
        "doctype",
        "encoding",
        "no_svg",
        "broken",
        "endless",
        "large",
    )
)


def check(settings: Settings) -> Iterator[Finding]:
    """Yield an error for each sort of thing in a drawing in `docs/images/` that could do something, at its line."""
    for path in pictures.files(settings):
        if path.suffix == pictures.DRAWN:
            try:
                problems = vector.read(pictures.read(path)).problems
            except Unfit:
                problems = [Problem("large", 1, 1)]
            for case, line, column, name in problems:
                said = ELEMENTS.get(name, case) if case == "element" else case
                yield finding(RULE, said, settings.relative(path), line, column, name=name)
