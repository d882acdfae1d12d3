"""The whole list of steps: on the real site, again, in place, and on a folder that is no site."""

from __future__ import annotations

import shutil
from pathlib import Path

import brotli
from selectolax.lexbor import LexborHTMLParser, LexborNode

from scripts import optimise
from scripts.optimise import markup
from tests.conftest import ROOT
from tests.test_build import contents, run

# Only what is published has it.
POLICY = "[http-equiv=Content-Security-Policy], [name=referrer]"
SPACELESS = "pre, textarea, script, style"


def words(path: Path) -> list[str]:
    """Return the words of a page in order, those in attributes that people read too."""
    tree = LexborHTMLParser(path.read_text())
    for node in tree.css(POLICY):
        node.decompose()
    for node in tree.css(",".join(markup.BLOCKS)):
        if node.parent is not None and node.parent.is_element_node:
            node.insert_before(" ")
            node.insert_after(" ")
    read = [f"{node.attributes[name]}" for name in ("alt", "title", "content") for node in tree.css(f"[{name}]")]
    return (tree.root.text() if tree.root else "").split() + " ".join(read).split()


def shape(node: LexborNode) -> list[object]:
    """Return the elements of a page and their attributes, without the addresses of what is loaded."""
    return [
        (one.tag, {name: value or "" for name, value in one.attributes.items() if "assets/" not in (value or "")})
        for one in node.css(f"*:not({POLICY})")
        if (one.tag, one.attributes.get("rel")) != ("link", "stylesheet")
    ]


def test_every_page_keeps_its_words_and_its_tree(plain: Path, site: Path) -> None:
    every = sorted(path.relative_to(plain) for path in plain.rglob("*.html"))
    assert every == sorted(path.relative_to(site) for path in site.rglob("*.html"))
    for name in every:
        before, after = (LexborHTMLParser((folder / name).read_text()) for folder in (plain, site))
        assert before.root and after.root
        assert words(site / name) == words(plain / name), name
        assert shape(after.root) == shape(before.root), name
        for one, other in zip(before.css(SPACELESS), after.css(SPACELESS), strict=True):
            assert other.text() == one.text(), name


def test_what_people_keep_keeps_its_address(plain: Path, site: Path) -> None:
    kept = {name for name in contents(plain) if not name.startswith("assets/")}
    assert kept <= set(contents(site)) | {"sitemap.xml.gz"}


def test_a_light_site_stays_as_it_is(site: Path, tmp_path: Path) -> None:
    again = tmp_path / "site"
    shutil.copytree(site, again)
    optimise.optimise(again, ROOT / optimise.CACHE)
    assert contents(again) == contents(site)


def test_without_a_cache_the_bytes_are_the_same(small: Path, tmp_path: Path) -> None:
    run(small, "build")
    built = contents(small / "site")
    shutil.rmtree(small / ".cache/optimise")
    assert run(small, "build").returncode == 0
    assert contents(small / "site") == built


def test_twins_hold_the_same(site: Path) -> None:
    twins = sorted(site.rglob("*.br"))
    assert len(twins) > len(list(site.rglob("*.html"))) - 20
    for twin in twins:
        whole = twin.with_suffix("").read_bytes()
        assert brotli.decompress(twin.read_bytes()) == whole
        assert twin.stat().st_size < len(whole)
