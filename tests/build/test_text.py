"""A text as HTML: what readers get."""

from dataclasses import replace

import pytest
from markdown import Markdown

from scripts.build.text import finished, harmless, with_hosts
from scripts.content import Content
from scripts.content.markdown import apart


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
    shown = finished(html, town.pages[0], town)
    assert '<h2 id="a">A</h2>' in shown
    assert '<td class="align-right">1</td><td>2</td>' in shown


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("H<sub>2</sub>O, een<br>regel", "<p>H<sub>2</sub>O, een<br>regel</p>"),
        (
            "<abbr title=\"x\">VN</abbr> <span lang='de'>Markt</span>",
            '<p><abbr title="x">VN</abbr> <span lang="de">Markt</span></p>',
        ),
        ('<a href="https://a.example/b">x</a>', '<p><a href="https://a.example/b">x</a></p>'),
        ('<a href="b.md">x</a>', '<p>&lt;a href="b.md"&gt;x</p>'),
        ("<div>\n\n*x*\n\n</div>", "<p>&lt;div&gt;</p>\n<p><em>x</em></p>\n<p>&lt;/div&gt;</p>"),
        ("<b onclick=x()>x</b>", "<p>&lt;b onclick=x()&gt;x</p>"),
        ("a<b en x>y <naam>", "<p>a&lt;b en x&gt;y &lt;naam&gt;</p>"),
        ("<!-- een -->", "<p>&lt;!-- een --&gt;</p>"),
    ],
)
def test_html_is_text_but_for_a_few_tags(town: Content, text: str, html: str) -> None:
    settings = town.settings
    converter = Markdown(extensions=list(settings.markdown_extensions), extension_configs=settings.markdown_configs)
    assert harmless(converter.convert(text)) == html


@pytest.mark.parametrize(
    ("link", "shown"),
    [
        ('<a href="https://www.evil.example/x">het rapport</a>', '<span class="host"> (evil.example)</span>'),
        ('<a href="https://evil.example/"><cite>Het boek</cite></a>', '<span class="host"> (evil.example)</span>'),
        ('<a href="https://evil.example/">evil.example van vng.nl</a>', '<span class="host"> (evil.example)</span>'),
        ('<a href="https://www.evil.example/"><b>evil</b>.example</a>', ""),
        ('<a href="https://evil.example/a?b=1&amp;c">https://evil.example/a?b=1&amp;c</a>', ""),
        ('<a href="https://example.org/brug" hreflang="nl"><cite>Het boek</cite></a>', ""),
        ('<a href="brug.md#x">de brug</a>', ""),
    ],
)
def test_a_link_to_another_site_shows_its_host(town: Content, link: str, shown: str) -> None:
    there = replace(town, settings=replace(town.settings, site_url="https://ons.example/"))
    assert with_hosts(f"<p>{link}.</p>", there) == f"<p>{link}{shown}.</p>"


@pytest.mark.parametrize("words", ["vng.nl", "https://vոg.nl/x?a&amp;b"])
def test_letters_that_may_look_like_others_are_written_as_programs_do(town: Content, words: str) -> None:
    shown = with_hosts(f'<a title="vոg.nl>" href="https://vոg.nl/x?a&amp;b" lang="de">{words}</a>', town)
    link = f'<a title="vոg.nl>" href="https://xn--vg-ced.nl/x?a&amp;b" lang="de">{words}</a>'
    assert shown == f'{link}<span class="host"> (xn--vg-ced.nl)</span>'
