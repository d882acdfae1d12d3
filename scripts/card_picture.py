"""The picture of a social card: a title above a river with the sun in it, 1200 by 630 pixels.

The same card gives the same bytes, on every run. All measures are in pixels, from the top left corner.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache
from io import BytesIO
from itertools import combinations, pairwise
from math import pi, sin
from pathlib import Path

from PIL import Image, ImageColor, ImageDraw, ImageFont

# Nunito Sans ExtraBold from the npm package @expo-google-fonts/nunito-sans 0.4.2, cut down with fontTools to the
# letters of Latin and Latin Extended-A. Its kerning stands in a `kern` table, the only one that BASIC layout reads:
# Pillow's other layout engine leans on a library that not every computer has, and cards must be the same everywhere.
FONT = Path(__file__).parent / "fonts" / "nunito-sans.ttf"

WIDTH, HEIGHT = 1200, 630

# As in tokens.css: --deep, --river, --sun and --on-deep; the water that catches the light lies between two of them.
DEEP, RIVER, SUN, CREAM = "#0a3d4a", "#0b5d6b", "#f6b93b", "#fff6e3"
SHIMMER = "#b5a248"
RINGS = ("#5d6945", "#315348")  # the inner ring, the outer ring: the sun's colour fading into the evening

LEFT, COLUMN = 80, 740  # where text begins, and how wide it may be: the sun has the rest
SKY = (64, 424)  # the word and the title stand in the middle between these heights
BELOW_BASELINE = 597

WORD_SIZE, WORD_GAP = 38, 26  # the letters above and below the title; the space between word and title
TITLE_LARGEST, TITLE_WHOLE, TITLE_STEP = 104, 52, 2  # below TITLE_WHOLE a word may be broken
TITLE_LINES, LEADING = 4, 1.16  # a line is this many times as high as its letters
TITLE_HEIGHT = 310
ASCENT, DESCENT = 0.74, 0.22  # how far letters reach above and below their baseline, as a part of their size

SUN_CENTRE, SUN_RADIUS, RING_WIDTH = (1000, 440), 112, 4
RING_RADII = (146, 178)
SHIMMERS = ((1000, 474, 90), (1012, 498, 60), (994, 522, 32))  # centre and half the length of each stripe
SHIMMER_WIDTH = 8

BANK_TOP, BANK_BOTTOM = (452, 15, 620, 0.6), (546, 9, 480, 2.4)  # height, swing, length and phase of a wave

TILE_BOX, TILE_CORNER, TILE_EDGE = (915, 64, 1085, 234), 26, 5
TILE_SIZE = 104

OVERSAMPLE = 3  # shapes are drawn this many times too large and then made smaller: soft edges
SHADES = 24  # steps between two colours that touch
APART = 10  # of 255: Pillow looks colours up in steps of 4, and would take colours that are closer for one another
COMPRESSION = 8  # of 0 to 9; 9 takes more than twice the time for 4% fewer bytes


@dataclass(frozen=True)
class Tile:
    """The number of a goal on its own colour, both colours as `#RRGGBB` or a name."""

    number: int
    colour: str
    text: str


@dataclass(frozen=True)
class Card:
    """What a card says: the word above its title, the title, the words below; empty ones are left out."""

    title: str
    above: str
    below: str
    tile: Tile | None = None


@dataclass(frozen=True)
class Line:
    """A line of text: its letters begin at `x` and stand on `y`."""

    text: str
    size: int
    colour: str
    x: int
    y: int

    @property
    def box(self) -> tuple[float, float, float, float]:
        """What its ink covers: left, top, right, bottom."""
        left, top, right, bottom = face(self.size).getbbox(self.text, anchor="ls")
        return self.x + left, self.y + top, self.x + right, self.y + bottom


def draw(card: Card) -> bytes:
    """Return `card` as a PNG with a palette."""
    picture = _landscape().copy()
    pen = ImageDraw.Draw(picture)
    for line in lines(card):
        pen.text((line.x, line.y), line.text, fill=line.colour, font=face(line.size), anchor="ls")
    if card.tile:
        _place_tile(picture, card.tile)
    file = BytesIO()
    reduced = picture.quantize(palette=_palette(card.tile), dither=Image.Dither.NONE)
    reduced.save(file, "PNG", compress_level=COMPRESSION)
    return file.getvalue()


def lines(card: Card) -> list[Line]:
    """Return the lines of text on `card`, from top to bottom."""
    size, title = fitted(card.title, TITLE_LARGEST, TITLE_LINES)
    word_size, word = fitted(card.above, WORD_SIZE, 1)
    word_height = round(WORD_SIZE * ASCENT) + WORD_GAP if card.above else 0
    pitch = round(size * LEADING)
    height = word_height + pitch * (len(title) - 1) + round(size * (ASCENT + DESCENT))
    top = (SKY[0] + SKY[1] - height) // 2
    found = [Line(text, word_size, SUN, LEFT, top + round(WORD_SIZE * ASCENT)) for text in word]
    first = top + word_height + round(size * ASCENT)
    found += [Line(text, size, CREAM, LEFT, first + pitch * number) for number, text in enumerate(title)]
    below_size, below = fitted(card.below, WORD_SIZE, 1)
    return found + [Line(text, below_size, CREAM, LEFT, BELOW_BASELINE) for text in below]


def fitted(text: str, largest: int, most: int) -> tuple[int, list[str]]:
    """Return the largest size, from `largest` down, at which `text` fits in `most` lines, and those lines.

    Only small letters break a word: a word that is broken reads badly, one that is cut off reads worse.
    """
    for size in range(largest, TITLE_STEP, -TITLE_STEP):
        words = text.split()
        if size < TITLE_WHOLE:
            words = [piece for word in words for piece in _pieces(word, size)]
        found = _wrapped(words, size, COLUMN)
        fits = all(face(size).getlength(line) <= COLUMN for line in found)
        if fits and len(found) <= most and len(found) * size * LEADING <= TITLE_HEIGHT:
            return size, _balanced(words, size, len(found)) if found else []
    raise ValueError(f"no size is small enough for {text!r}")


def _wrapped(words: list[str], size: int, width: float) -> list[str]:
    found: list[str] = []
    for word in words:
        longer = f"{found[-1]} {word}" if found else ""
        if longer and face(size).getlength(longer) <= width:
            found[-1] = longer
        else:
            found.append(word)
    return found


def _balanced(words: list[str], size: int, count: int) -> list[str]:
    """Return `words` in `count` lines of about the same length, so that no short last word stands alone."""
    cuts = (pairwise((0, *cut, len(words))) for cut in combinations(range(1, len(words)), count - 1))
    divided = ([" ".join(words[start:end]) for start, end in cut] for cut in cuts)
    measured = (([face(size).getlength(line) for line in found], found) for found in divided)
    fitting = (pair for pair in measured if max(pair[0]) <= COLUMN)
    return min(fitting, key=lambda pair: sum(length**2 for length in pair[0]))[1]


def _pieces(word: str, size: int) -> list[str]:
    if face(size).getlength(word) <= COLUMN:
        return [word]
    end = max(1, sum(face(size).getlength(f"{word[:cut]}-") <= COLUMN for cut in range(1, len(word))))
    return [f"{word[:end]}-", *_pieces(word[end:], size)]


@cache
def face(size: int) -> ImageFont.FreeTypeFont:
    """Return the letters of the cards in this size."""
    return ImageFont.truetype(FONT, size, layout_engine=ImageFont.Layout.BASIC)


@lru_cache(maxsize=1)
def _landscape() -> Image.Image:
    """Return what all cards share: the evening, the sun, the river. It takes most of the time, so it is kept."""
    picture = Image.new("RGB", (WIDTH * OVERSAMPLE, HEIGHT * OVERSAMPLE), DEEP)
    pen = ImageDraw.Draw(picture)
    for radius, colour in zip(RING_RADII, RINGS, strict=True):
        pen.circle(_large(*SUN_CENTRE), radius * OVERSAMPLE, outline=colour, width=RING_WIDTH * OVERSAMPLE)
    pen.circle(_large(*SUN_CENTRE), SUN_RADIUS * OVERSAMPLE, fill=SUN)
    pen.polygon(_wave(*BANK_TOP) + _large(WIDTH, HEIGHT, 0, HEIGHT), fill=RIVER)
    for x, y, half in SHIMMERS:
        stripe = _large(x - half, y, x + half, y + SHIMMER_WIDTH)
        pen.rounded_rectangle(stripe, SHIMMER_WIDTH * OVERSAMPLE / 2, fill=SHIMMER)
    pen.polygon(_wave(*BANK_BOTTOM) + _large(WIDTH, HEIGHT, 0, HEIGHT), fill=DEEP)
    return picture.resize((WIDTH, HEIGHT), Image.Resampling.BOX)


def _wave(height: float, swing: float, length: float, phase: float) -> list[float]:
    points = ((x, height + swing * sin(2 * pi * x / length + phase)) for x in range(0, WIDTH + 1, 4))
    return _large(*(measure for point in points for measure in point))


def _large(*measures: float) -> list[float]:
    return [measure * OVERSAMPLE for measure in measures]


def _place_tile(picture: Image.Image, tile: Tile) -> None:
    left, top, right, bottom = TILE_BOX
    large = Image.new("RGB", ((right - left) * OVERSAMPLE, (bottom - top) * OVERSAMPLE), DEEP)
    # The edge keeps the darkest goals apart from the evening behind them.
    ImageDraw.Draw(large).rounded_rectangle(
        (0, 0, large.width - 1, large.height - 1),
        TILE_CORNER * OVERSAMPLE,
        fill=tile.colour,
        outline=CREAM,
        width=TILE_EDGE * OVERSAMPLE,
    )
    picture.paste(large.resize((right - left, bottom - top), Image.Resampling.BOX), (left, top))
    middle = ((left + right) // 2, (top + bottom) // 2 + round(TILE_SIZE * ASCENT / 2))
    ImageDraw.Draw(picture).text(middle, str(tile.number), fill=tile.text, font=face(TILE_SIZE), anchor="ms")


@lru_cache(maxsize=32)
def _palette(tile: Tile | None) -> Image.Image:
    """Return the colours of a card: those it is drawn with, unchanged, and shades between each two that touch."""
    pairs = [(DEEP, CREAM), (DEEP, RIVER), (DEEP, SUN), (RIVER, SUN), (RIVER, SHIMMER)]
    pairs += [(DEEP, ring) for ring in RINGS]
    if tile:
        pairs += [(tile.colour, tile.text), (tile.colour, CREAM)]
    colours: list[tuple[int, ...]] = list(dict.fromkeys(ImageColor.getrgb(end) for pair in pairs for end in pair))
    for shade in (shade for pair in pairs for shade in _shades(*pair)):
        if all(_apart(shade, colour) >= APART for colour in colours):
            colours.append(shade)
    picture = Image.new("P", (1, 1))
    picture.putpalette([part for colour in colours for part in colour])
    return picture


def _shades(first: str, second: str) -> list[tuple[int, ...]]:
    ends = list(zip(ImageColor.getrgb(first), ImageColor.getrgb(second), strict=True))
    return [tuple(round(a + (b - a) * step / SHADES) for a, b in ends) for step in range(1, SHADES)]


def _apart(one: tuple[int, ...], other: tuple[int, ...]) -> int:
    return max(abs(a - b) for a, b in zip(one, other, strict=True))
