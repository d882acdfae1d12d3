"""The look of a town: its colours by day, and what is said when its files are not there."""

from pathlib import Path

import pytest

from scripts import check as checks
from scripts.content import look, settings


def test_colours_are_those_of_the_day(small: Path) -> None:
    tokens = small / "overrides" / look.TOKENS
    tokens.write_text(":root {\n  --on-deep: #FFF6e3;\n  --small: 1rem;\n}\n@media x {\n  --on-deep: #000000;\n}\n")
    assert look.colours(settings.of(small)) == {"on-deep": "#FFF6e3"}


@pytest.mark.parametrize(
    ("name", "text", "line", "says"),
    [
        *((name, None, 1, "ontbreekt") for name in (look.TOKENS, look.HERO, look.HERO_WORDS, look.ICON)),
        (look.HERO_WORDS, "nl: De brug\nen:\n", 2, "en"),
        (look.HERO, "<svg>\n<path></svg>\n", 2, "niet te lezen als SVG: mismatched tag"),
        (look.ICON, "", 1, "niet te lezen als SVG"),
    ],
)
def test_a_file_that_cannot_be_read_is_said(small: Path, name: str, text: str | None, line: int, says: str) -> None:
    path = small / "overrides" / name
    path.unlink() if text is None else path.write_text(text)
    (found,) = (finding for finding in checks.run(settings.of(small))[1] if finding.level == "error")
    assert (str(found.path), found.line) == (f"overrides/{name}", line)
    assert says in found.message.nl
