"""The icon as a picture: as large as asked, on the ground of a page, with room around it, kept."""

from io import BytesIO

import pytest
from PIL import Image, ImageChops

from scripts.build import icons
from scripts.content import Content
from tests.contrast import contrast


@pytest.mark.parametrize("size", [180, 512])
def test_the_icon_of_the_town_becomes_a_picture(town: Content, size: int) -> None:
    png = icons.png(town, size)
    image = Image.open(BytesIO(png)).convert("RGB")
    assert image.size == (size, size)
    ground = image.getpixel((0, 0))
    assert isinstance(ground, tuple)
    assert contrast(f"#{bytes(ground).hex()}", town.colours["paper"]) < 1.05
    drawn = ImageChops.difference(image, Image.new("RGB", image.size, ground)).getbbox()
    assert drawn, "something stands on it"
    left, top, right, bottom = drawn
    assert min(left, top, size - right, size - bottom) >= size / 10, "a device may cut off the corners"
    assert [path.read_bytes()[-len(png) :] for path in (town.settings.root / icons.CACHE).iterdir()] == [png]
    assert icons.png(town, size) == png
