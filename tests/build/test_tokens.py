"""The design tokens are the one place for colours, and can be read: text on its ground at 4.5 or more, graphics at 3 or
more, by day and by night."""

import re
from pathlib import Path

import pytest
from PIL import Image

from scripts.build import build
from tests.conftest import ROOT
from tests.contrast import contrast

OVERRIDES = ROOT / "overrides"
TOKENS = (OVERRIDES / "styles/tokens.css").read_text()
DAY, NIGHT, SHADES = TOKENS.split("@media")
COLOUR = re.compile(r"(--[\w-]+): (#[0-9a-f]{6});")
# A colour that is written down, in any file of the look; Typst's `rgb(…)` of a value is none.
WRITTEN = re.compile(
    r"#[0-9a-f]{6}\b|\b(?:rgb|hsl)a?\([\d\"]|(?:fill|stroke|color|background)[:=] ?\"?#", re.IGNORECASE
)
LOOK = (".css", ".html", ".js", ".svg", ".typ", ".webmanifest", ".xml")
# What the build makes of it.
MADE = (".css", ".html", ".js", ".json", ".svg", ".txt", ".webmanifest", ".xml")
TEXT = [
    *[(text, ground) for text in ("ink", "soft", "river", "soil") for ground in ("paper", "card")],
    ("on-deep", "deep"),
    ("on-deep", "clay"),
    ("sun", "deep"),
    ("on-sun", "sun"),
    ("paper", "river"),
    ("paper", "ink"),
    ("ink", "found"),
]
# Another colour for each: all in a purple that the look is far from.
CHANGED = {
    old: f"#{0xC0 + number:02x}0cd2" for number, old in enumerate(sorted({old for _, old in COLOUR.findall(TOKENS)}))
}
GRAPHICS = [("river", "paper"), ("soil", "paper"), ("soft", "paper"), ("river", "card")]


def colours(scheme: str) -> dict[str, str]:
    day, night = (dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", part)) for part in (DAY, NIGHT))
    return day | (night if scheme == "night" else {})


@pytest.mark.parametrize("scheme", ["day", "night"])
def test_colours_can_be_read(scheme: str) -> None:
    found = colours(scheme)
    assert found.keys() == colours("day").keys(), "night changes only tokens of the day"
    for pairs, least in ((TEXT, 4.5), (GRAPHICS, 3)):
        for mark, ground in pairs:
            assert contrast(found[mark], found[ground]) >= least, f"{mark} on {ground}"


def test_no_colour_is_written_anywhere_else() -> None:
    files = [path for path in OVERRIDES.rglob("*") if path.suffix in LOOK and path.name != "tokens.css"]
    ours = [path for path in files if path.parent.name != "town"]  # a town draws as it likes
    assert [(path.name, found) for path in ours for found in WRITTEN.findall(path.read_text())] == []


def test_another_colour_is_another_colour_everywhere(small: Path) -> None:
    tokens = COLOUR.sub(lambda found: f"{found[1]}: {CHANGED[found[2]]};", TOKENS)
    (small / "overrides/styles/tokens.css").write_text(tokens)
    build(small, small / "site")
    texts = {path: path.read_text().lower() for path in (small / "site").rglob("*") if path.suffix in MADE}
    assert [(path, old) for old in CHANGED for path, text in texts.items() if old in text] == []
    assert [new for new in CHANGED.values() if not any(new in text for text in texts.values())] == []
    for pattern in ("index.html", "404.html", "assets/style.*.css", "assets/icon.*.svg", "assets/*.webmanifest"):
        assert all("0cd2" in texts[path] for path in (small / "site").glob(pattern)), pattern
    pictures = [small / "site/card.png", *(small / "site/assets").glob("icon-*.png")]
    assert len(pictures) == 4
    for path in pictures:
        image = Image.open(path).convert("RGB")
        areas = [colour for count, colour in image.getcolors(1 << 20) or [] if count > image.width * image.height / 500]
        assert areas and all(is_purple(colour) for colour in areas), path


def is_purple(colour: object) -> bool:
    """Tell whether `colour` is one of the changed ones, apart from what a small palette makes of it."""
    assert isinstance(colour, tuple)
    return all(abs(part - meant) <= 12 for part, meant in zip(colour[1:], (0x0C, 0xD2), strict=True))
