"""Markup, names, twins and what nobody needs: each step on a small site of its own."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from scripts.optimise import markup, names, pages, twins, unneeded
from scripts.optimise.pages import Site
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
