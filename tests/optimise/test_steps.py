"""Markup, names, pictures, twins and what nobody needs: each step on a small site of its own."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest
from PIL import Image, ImageFilter
from selectolax.lexbor import LexborHTMLParser

from scripts import optimise
from scripts.optimise import markup, names, pages, pictures, twins, unneeded
from scripts.optimise.pages import Page, Site
from scripts.report import Unable


def write(site: Path, **files: str) -> Site:
    """Write `files` into `site`; `__` in a name is a `/` and the last `_` a dot."""
    for name, text in files.items():
        path = site / ".".join(name.replace("__", "/").rsplit("_", 1))
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    return Site(site, site.parent / ".cache")


BODIES = {
    "between blocks": ("<ul>\n <li> a </li>\n <li>b</li>\n</ul>\n", "<ul><li>a</li><li>b</li></ul>"),
    "between links": ("<p><a>x</a> <a>y</a>\n<a>z</a></p>", "<p><a>x</a> <a>y</a> <a>z</a></p>"),
    "in a sentence": ("<p>\n a\n  <b> c </b> d\n</p>", "<p>a <b> c </b> d</p>"),
    "around a button": ("<p>a</p>\n<button>b</button> <i>c</i>", "<p>a</p><button>b</button> <i>c</i>"),
    "a space that stays together": ("<p>10\u00a0 km</p>", "<p>10&nbsp; km</p>"),
    "code": ("<pre>\n\n a\n  b </pre> <p>c</p>", "<pre>\n\n a\n  b </pre><p>c</p>"),
    "a field": ("<textarea>\n\n a </textarea>", "<textarea>\n\n a </textarea>"),
    "comments": ("<p>a <!-- b --> c<!-- d --></p>", "<p>a c</p>"),
    "signs": (
        '<p title="&quot;a&quot; &amp; > b">&lt;b&gt; &amp;amp;</p>',
        '<p title="&quot;a&quot; &amp; &gt; b">&lt;b&gt; &amp;amp;</p>',
    ),
    "data": ('<script type="text/x">{"a":  "b"}</script>', '<script type="text/x">{"a":  "b"}</script>'),
    "a drawing": ("<svg viewBox='0 0 1 1'>\n<text> a </text></svg>", '<svg viewBox="0 0 1 1">\n<text> a </text></svg>'),
}  # fmt: skip


@pytest.mark.parametrize("name", BODIES)
def test_markup(tmp_path: Path, name: str) -> None:
    before, after = BODIES[name]
    site = write(
        tmp_path,
        index_html=f"<!doctype html>\n<html lang=nl>\n<head>\n<title>x</title>\n</head>\n<body>{before}</body></html>",
    )
    whole = f'<!doctype html><html lang="nl"><head><title>x</title></head><body>{after}</body></html>'
    for _ in range(2):
        pages.rewrite(site, [markup.step(site)])
        assert (tmp_path / "index.html").read_text().replace(" \n", "").rstrip() == whole


def small_site(folder: Path) -> Site:
    return write(
        folder,
        index_html="<link rel=icon href='assets/icon.svg#x'><script src='assets/one.js'></script>",
        a__b__index_html="<link rel=stylesheet href='../../assets/s.css?v=1'>",
        en__404_html="<link rel=stylesheet href='/base/path/assets/s.css'><a href='https://else.example/assets/s.css'>x</a>",
        assets__icon_svg="<svg/>",
        assets__s_css="p{background:url(icon.svg)}p{background:url('data:image/svg+xml,x')}",
        assets__one_js="import './two.js'; import('../pagefind/pagefind.js'); 'icon.svg'",
        assets__two_js="1",
        assets__old_js="1",
        assets__folder__old_css="",
        pagefind__pagefind_js="",
    )


def test_names_follow_from_what_is_in_the_files(tmp_path: Path) -> None:
    site = small_site(tmp_path)
    for _ in range(2):
        pages.rewrite(site, [names.step(site)])
        found = {path.name.partition(".")[0] + path.suffix: path for path in (tmp_path / "assets").iterdir()}
        icon, style, one, two = (found[name].name for name in ("icon.svg", "s.css", "one.js", "two.js"))
        assert names.HASHED.search(icon)
        assert f"url({icon})" in found["s.css"].read_text()
        assert found["one.js"].read_text() == f"import './{two}'; import('../pagefind/pagefind.js'); '{icon}'"
        index, deep, missing = (
            (tmp_path / name).read_text() for name in ("index.html", "a/b/index.html", "en/404.html")
        )
        assert f'href="assets/{icon}#x"' in index and f'src="assets/{one}"' in index
        assert f'href="../../assets/{style}?v=1"' in deep
        assert f'href="/base/path/assets/{style}"' in missing
        assert 'href="https://else.example/assets/s.css"' in missing
    assert (tmp_path / "pagefind/pagefind.js").exists()


def test_another_text_has_another_name(tmp_path: Path) -> None:
    for number in (1, 2):
        write(tmp_path / str(number), assets__a_js="import './b.js'", assets__b_js=str(number))
    one, two = (names.renamed(tmp_path / number) for number in ("1", "2"))
    assert one["assets/b.js"] != two["assets/b.js"]
    assert one["assets/a.js"] != two["assets/a.js"], "it refers to another"


def test_files_in_a_circle_are_said(tmp_path: Path) -> None:
    write(tmp_path, assets__a_js="import './b.js'", assets__b_js="import './a.js'")
    with pytest.raises(Unable, match=r"assets/a\.js"):
        names.renamed(tmp_path)


def test_what_nothing_refers_to_goes(tmp_path: Path) -> None:
    unneeded.step(small_site(tmp_path))
    left = {path.relative_to(tmp_path).as_posix() for path in (tmp_path / "assets").rglob("*")}
    assert left == {"assets/icon.svg", "assets/s.css", "assets/one.js", "assets/two.js"}
    assert (tmp_path / "pagefind/pagefind.js").exists()


def test_twins(tmp_path: Path) -> None:
    text = "waar komt de koffie vandaan? " * 20
    site = write(tmp_path, a_html=text, b_html="short", c_png=text, d_svg=text, e_html="x" + text)
    for stale in ("b.html.br", "b.html.gz", "a.html.gz"):
        (tmp_path / stale).write_bytes(b"from before")
    twins.step(site)
    found = {path.name for path in tmp_path.iterdir() if path.suffix in (".br", ".gz")}
    assert found == {f"{name}{suffix}" for name in ("a.html", "d.svg", "e.html") for suffix in (".br", ".gz")}
    packed = (tmp_path / "a.html.gz").read_bytes()
    assert gzip.decompress(packed).decode() == text
    assert packed[4:8] == bytes(4), "no time of the build"
    for kept in (site.cache / "twins").iterdir():
        kept.write_bytes(kept.read_bytes()[:-1])
    twins.step(site)
    assert (tmp_path / "a.html.gz").read_bytes() == packed, "half a file is no file"


@pytest.fixture
def photos(tmp_path: Path) -> Site:
    """A site with a large photo, a small one with holes, one that moves, and a drawing."""
    site = write(
        tmp_path / "site",
        index_html="<p><img src='images/large.jpg' alt='a &quot;b&quot;' loading=lazy> "
        "<img src='images/small.png' alt='c' width=100 height=50>"
        "<img src='images/moves.webp' alt=''><img src='images/drawn.svg' alt=''></p>",
        deep__er__index_html="<img src='../../images/large.jpg' alt='a' width=300 height=200>",
    )
    folder = site.folder / "images"
    folder.mkdir()
    noise = Image.effect_noise((1600, 1066), 60).convert("RGB").filter(ImageFilter.GaussianBlur(3))
    noise.save(folder / "large.jpg", quality=82)
    small = noise.resize((600, 300)).convert("RGBA")
    small.paste((0, 0, 0, 0), (0, 0, 99, 99))
    small.save(folder / "small.png")
    frames = [Image.new("RGB", (9, 9), colour) for colour in ("red", "blue")]
    frames[0].save(folder / "moves.webp", save_all=True, append_images=frames[1:])
    (folder / "drawn.svg").write_text("<svg/>")
    return site


def test_photos_are_offered_light(photos: Site) -> None:
    original = (photos.folder / "images/large.jpg").read_bytes()
    for _ in range(2):
        optimise.optimise(photos.folder, photos.cache)
        tree = LexborHTMLParser((photos.folder / "index.html").read_text())
        first, second, moving, drawn = tree.css("img")
        assert [node.attributes.get("loading") for node in (first, second, moving)] == ["lazy", None, None]
        assert (first.attributes["width"], first.attributes["height"]) == ("1600", "1066")
        assert first.attributes["alt"] == 'a "b"' and first.attributes["src"] == "images/large.jpg"
        assert (second.attributes["width"], second.attributes["height"]) == ("100", "50")
        assert [node.parent.tag for node in (moving, drawn) if node.parent] == ["p", "p"]
        assert [node.attributes["type"] for node in tree.css("picture source")] == ["image/avif", "image/webp"] * 2
        assert "</picture> <picture>" in (tree.html or "")
    assert (photos.folder / "images/large.jpg").read_bytes() == original


def test_copies_are_smaller_and_what_they_say(photos: Site) -> None:
    optimise.optimise(photos.folder, photos.cache)
    for path in sorted(photos.folder.rglob("*.html")):
        page = Page(photos, path, path.read_text())
        for source in page.tree.css("source"):
            image = source.parent and source.parent.css_first("img")
            assert image
            original = photos.folder / (page.inside(image.attributes["src"] or "") or "")
            for part in (source.attributes["srcset"] or "").split(", "):
                address, width = part.split()
                copy = photos.folder / (page.inside(address) or "gone")
                with Image.open(copy) as opened, Image.open(original) as whole:
                    assert f"{opened.width}w" == width and opened.width <= whole.width
                    assert f"image/{(opened.format or '').lower()}" == source.attributes["type"]
                    assert opened.has_transparency_data == whole.has_transparency_data
                assert copy.stat().st_size < original.stat().st_size
    deep = (photos.folder / "deep/er/index.html").read_text()
    assert 'srcset="../../images/large.480.' in deep and 'sizes="(min-width: 300px) 300px, 100vw"' in deep
    widths = [width for _, width in pictures._photo(photos, "images/large.jpg").copies[0].names]
    assert widths == [480, 960, 1440]
