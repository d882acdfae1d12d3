"""A text as HTML: what the checks see of it, and what readers get."""

from __future__ import annotations

from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from scripts import checks, markdown, settings
from scripts.article import Place, apart, finished, harmless, line_of, reader
from scripts.content import Content, Page
from scripts.markdown import TooHeavy


@pytest.fixture
def town(small: Path) -> Content:
    return checks.run(settings.settings(settings.load(small)))[0]


def page_with(town: Content, body: str) -> Page:
    page = town.page("nl", "stad/markt.md")
    assert page
    return Page(**{name: getattr(page, name) for name in Page.__dataclass_fields__} | {"body": body})


def test_the_outline_lists_what_others_need_to_know(town: Content) -> None:
    text = "## Een kop\n\n[a](b.md) ![c](d.png)\n\n[e]\n\n[e]: f.md\n\nx\n{ #x }\n\n`[g](h.md)`"
    outline = reader(town)(page_with(town, text)).outline
    assert outline.links == ("b.md", "f.md")
    assert outline.pictures == ("d.png",)
    assert [(heading.level, heading.text, heading.id) for heading in outline.headings] == [(2, "Een kop", "een-kop")]
    assert outline.anchors == {"een-kop", "x"}


def test_known_sources_are_left_out_and_own_notes_stay(town: Content) -> None:
    article = reader(town)(page_with(town, "Oud.[^brugboek] Nieuw.[^eigen]\n\n[^eigen]: Zelf gezien."))
    assert "brugboek" not in article.html
    assert "Zelf gezien" in article.html


def test_a_page_that_was_given_up_leaves_no_mark_on_the_next(town: Content, monkeypatch: pytest.MonkeyPatch) -> None:
    # Stopped inside a list, a converter goes on as if the next page stood in that list, and sees no tag in it.
    slow = "".join("    " * depth + "- x\n" for depth in range(200))
    text = "Tekst <script>alert(1)</script>\n\n## Kop\n\n- a\n- b\n"
    render = reader(town)
    before = render(page_with(town, text))
    with monkeypatch.context() as patch:
        patch.setattr(markdown, "SECONDS", 0.02)
        with pytest.raises(TooHeavy):
            render(page_with(town, slow))
    after = render(page_with(town, text))
    assert (after.html, after.tags) == (before.html, before.tags)
    assert "script" in {tag.name for tag in after.tags}


def test_a_place_is_a_line_and_a_column(town: Content) -> None:
    article = reader(town)(page_with(town, "Eerst x.md\n\nDan [x](x.md)"))
    assert article.place("x.md") == Place(article.page.body_line + 2, 9)
    assert article.place("nergens", "Eerst") == Place(article.page.body_line, 1)
    assert article.place("nergens") == Place(article.page.body_line, 1)


def test_line_of_prefers_a_link_over_a_mention() -> None:
    assert line_of("x.md", "over x.md\n[a](x.md)", 10) == 11
    assert line_of("absent", "text", 10) == 10


def test_a_picture_on_a_line_stands_apart_and_code_is_left_alone() -> None:
    text = "Kijk:\n![a](a.png)\nEn ![b](b.png) of\n\n```\n![c](c.png)\n```\n"
    assert apart(text) == "Kijk:\n\n![a](a.png)\n\nEn ![b](b.png) of\n\n```\n![c](c.png)\n```\n"


@pytest.mark.parametrize(
    ("html", "left"),
    [
        ("<p>x<script>alert(1)</script></p>", "<p>x</p>"),
        ('<p onclick="x" style="color:red" class="fact site-header">x</p>', '<p class="fact">x</p>'),
        ('<a href="javascript:x">x</a>', "<a>x</a>"),
        ('<a href="https://a@b.example/">x</a>', "<a>x</a>"),
        ('<img src="https://else.example/a.png" alt="x">', '<img alt="x">'),
        ('<p id="_menu">x</p><p id="eigen">y</p>', '<p>x</p><p id="eigen">y</p>'),
        ("<b>x</article></main>", "<b>x</b>"),
        ('<form action="/x"><input name="q"></form>', ""),
        ('<svg><animate attributeName="href"/></svg>', ""),
        ("<details><summary>x</summary>y", "<details><summary>x</summary>y</details>"),
    ],
)
def test_what_is_not_on_the_list_goes(html: str, left: str) -> None:
    assert harmless(html) == left


def test_readers_get_columns_by_class_and_one_top_heading(town: Content) -> None:
    html = '<h1 id="a">A</h1><table><tr><td align="right">1</td><td align="x">2</td></tr></table>'
    shown = finished(html, page_with(town, ""), town)
    assert '<h2 id="a">A</h2>' in shown
    assert '<td class="align-right">1</td><td>2</td>' in shown


def test_our_own_pages_lose_nothing(content: Content) -> None:
    render = reader(content)
    for page in content.pages:
        article = render(page)
        kept = LexborHTMLParser(f"<body>{harmless(article.html)}").body
        assert kept
        for selector in ("p, li, td, th, h2, h3", "a[href]", "[id]", "[class]", "code"):
            assert len(kept.css(selector)) == len(article.body.css(selector)), (page.path, selector)
        assert " ".join(kept.text().split()) == " ".join(article.body.text().split()), page.path
