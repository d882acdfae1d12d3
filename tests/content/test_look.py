"""The look of a town: its colours by day."""

from pathlib import Path

from scripts.content import look, settings


def test_colours_are_those_of_the_day(small: Path) -> None:
    tokens = small / "overrides" / look.TOKENS
    tokens.write_text(":root {\n  --on-deep: #FFF6e3;\n  --small: 1rem;\n}\n@media x {\n  --on-deep: #000000;\n}\n")
    assert look.colours(settings.of(small)) == {"on-deep": "#FFF6e3"}
