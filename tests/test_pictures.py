"""Pictures as readers get them: the same in every language, upright, in their own colours, and nothing else in them."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image, ImageCms
from selectolax.lexbor import LexborHTMLParser

from scripts import pictures, settings
from scripts.build import build
from scripts.pictures import SHOWN, WHOLE, Unfit
from scripts.pictures import facts as picture_facts
from scripts.pictures import parts as picture_parts
from scripts.report import Refused

ICC = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
BRIDGE = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 30 20"><path style="fill:red" d="M0 0h9z"/></svg>'
TEXT = """
![Een <vis> & "brood" op de markt](../../images/markt.jpg "Foto: Anna & <Bos>, CC BY 4.0")
![De brug als tekening](../../images/oud/brug.svg "Eigen tekening"){ width=15 }

Vis ![Een vis](../../images/markt.jpg "Foto: Anna Bos, CC BY 4.0") en [meer vis](../../images/markt.jpg).
"""


def saved(image: Image.Image, written_as: str, **options: object) -> bytes:
    stream = BytesIO()
    image.save(stream, written_as, **options)
    return stream.getvalue()


def drawn(size: tuple[int, int], mode: str = "RGB") -> Image.Image:
    return Image.radial_gradient("L").resize(size).convert(mode)


def opened(data: bytes) -> Image.Image:
    image = Image.open(BytesIO(data))
    image.load()
    return image


def turned(orientation: int) -> Image.Exif:
    exif = Image.Exif()
    exif[0x0112] = orientation
    return exif


@pytest.fixture
def town(small: Path) -> Path:
    """The small site with pictures on a page in both languages."""
    (small / "docs/images/oud").mkdir(parents=True)
    (small / "docs/images/oud/brug.svg").write_text(BRIDGE)
    photo = saved(drawn((2000, 1000)), "JPEG", exif=turned(6), icc_profile=ICC)
    (small / "docs/images/markt.jpg").write_bytes(photo)
    for locale in ("nl", "en"):
        page = small / "docs" / locale / "stad/brug.md"
        page.write_text(page.read_text() + TEXT)
    return small


def test_a_picture_alone_becomes_a_figure_in_every_language(town: Path) -> None:
    build(town, town / "site")
    for address in ("stad/brug", "en/town/bridge"):
        page = LexborHTMLParser((town / "site" / address / "index.html").read_text())
        photo, drawing = page.css("figure.picture")
        (image,), (caption,) = photo.css("img"), photo.css("figcaption")
        up = "../" * len(Path(address).parts)
        assert image.attributes == {
            "alt": 'Een <vis> & "brood" op de markt',
            "src": f"{up}images/markt.jpg",
            "width": "800",
            "height": "1600",
            "loading": "lazy",
        }
        assert caption.text() == "Foto: Anna & <Bos>, CC BY 4.0"
        (image,) = drawing.css("img")
        assert (image.attributes["width"], image.attributes["height"]) == ("15", "10")
        assert (town / "site" / address / (image.attributes["src"] or "")).resolve().is_file()
        (image,) = page.css("p img")
        assert (image.attributes["width"], image.attributes["title"]) == ("800", "Foto: Anna Bos, CC BY 4.0")
        assert page.css("main svg path[style]") == []


def test_no_byte_of_a_contributor_reaches_a_reader(town: Path) -> None:
    build(town, town / "site")
    published = (town / "site/images/markt.jpg").read_bytes()
    picture = picture_parts.anatomy(published)
    assert picture
    assert picture.behind == b""
    assert picture.names <= picture_parts.NEEDED["JPEG"]
    assert list(picture_facts.facts(picture)) == []
    assert opened(published).size == (800, 1600)
    assert opened(published).info["icc_profile"] == ICC
    assert b"style" not in (town / "site/images/oud/brug.svg").read_bytes()
    shown = sorted(path for path in (town / "site/images").rglob("*.*") if not path.name.startswith("brug.svg"))
    (original,) = (path for path in shown if path.name == "markt.jpg")
    copies = [path for path in shown if path != original]
    assert {path.suffix for path in copies} == {".avif", ".webp"}
    for path in copies:
        with Image.open(path) as copy:
            assert copy.info.keys() <= {"icc_profile", "loop", "background", "timestamp", "duration"}, path.name


def test_a_picture_that_is_not_fit_stops_the_build(town: Path) -> None:
    (town / "docs/images/markt.jpg").write_bytes(b"<html>")
    with pytest.raises(Refused):
        build(town, town / "site")
    ours = settings.settings(settings.load(town))
    assert [address for address, _ in pictures.served(ours)] == ["images/oud/brug.svg"]


@pytest.mark.parametrize("harm", ["cut off", "emptied", "changed"])
def test_a_picture_is_written_once_and_a_broken_copy_again(
    town: Path, monkeypatch: pytest.MonkeyPatch, harm: str
) -> None:
    source, kept = town / "docs/images/markt.jpg", town / "kept"
    first = pictures.shown(source, kept)
    (copy,) = kept.iterdir()
    whole = copy.read_bytes()
    monkeypatch.setattr(pictures, "cleaned", lambda *_: pytest.fail("written again"))
    assert pictures.shown(source, kept) == first
    monkeypatch.undo()
    copy.write_bytes({"cut off": whole[:-9], "emptied": b"", "changed": whole[:50] + b"!" + whole[51:]}[harm])
    assert pictures.shown(source, kept) == first
    assert copy.read_bytes() == whole


@pytest.mark.parametrize("orientation", range(1, 9))
@pytest.mark.parametrize("ending", ["jpg", "png", "webp"])
def test_every_turn_comes_out_upright(orientation: int, ending: str) -> None:
    image = Image.new("RGB", (64, 32), "white")
    image.paste("black", (0, 0, 16, 16))
    written_as = {"jpg": "JPEG", "png": "PNG", "webp": "WEBP"}[ending]
    data = saved(image, written_as, exif=turned(orientation))
    upright = opened(pictures.cleaned(data, f".{ending}", SHOWN)).convert("L")
    corners = [(8, 8), (upright.width - 8, 8), (upright.width - 8, upright.height - 8), (8, upright.height - 8)]
    dark = [corner for corner in corners if int(upright.getpixel(corner)) < 100]  # type: ignore[arg-type]
    assert dark == [corners[(0, 0, 1, 2, 3, 0, 1, 2, 3)[orientation]]]
    assert upright.size == ((64, 32) if orientation < 5 else (32, 64))


@pytest.mark.parametrize(
    ("mode", "written_as"),
    [(mode, "PNG") for mode in ("1", "L", "LA", "P", "RGB", "RGBA", "I;16")]
    + [(mode, "JPEG") for mode in ("L", "RGB", "CMYK")]
    + [(mode, "WEBP") for mode in ("RGB", "RGBA")],
)
@pytest.mark.parametrize("size", [(60, 40), (2000, 300)])
def test_every_kind_of_colour_can_be_written(mode: str, written_as: str, size: tuple[int, int]) -> None:
    image = Image.new("I;16", size, 40_000) if mode == "I;16" else drawn(size, mode)
    if mode in ("LA", "RGBA"):
        image.putalpha(90)
    data = saved(image, written_as, icc_profile=ICC, **({"transparency": 3} if mode == "P" else {}))
    ending = {"PNG": ".png", "JPEG": ".jpg", "WEBP": ".webp"}[written_as]
    first = pictures.cleaned(data, ending, SHOWN)
    assert pictures.cleaned(data, ending, SHOWN) == first
    shown = opened(first)
    assert shown.size == ((60, 40) if size[0] < SHOWN.side else (1600, 240))
    assert "icc_profile" in shown.info or mode not in ("RGB", "RGBA", "P")
    assert shown.has_transparency_data == (mode in ("LA", "P", "RGBA"))


def test_what_need_not_be_written_anew_loses_nothing() -> None:
    for written_as, ending in (("JPEG", ".jpg"), ("PNG", ".png"), ("WEBP", ".webp")):
        data = saved(drawn((90, 60)), written_as, icc_profile=ICC)
        whole = pictures.cleaned(data, ending, WHOLE)
        assert opened(whole).tobytes() == opened(data).tobytes()
        assert opened(whole).info["icc_profile"] == ICC


def test_a_drawing_that_cannot_be_read_is_no_picture() -> None:
    with pytest.raises(Unfit):
        pictures.cleaned(b"<svg", ".svg", SHOWN)
