"""A text as HTML: what readers get."""

from dataclasses import replace
from pathlib import Path

import pytest
import yaml
from markdown import Markdown

from scripts.build.text import finished, harmless, sent, with_hosts
from scripts.content import Content, read, settings
from scripts.content.icons import icon
from scripts.content.marked import apart
from tests.conftest import small_project

TEXTS = yaml.safe_load(Path(__file__).with_name("text.yml").read_text())


@pytest.fixture(scope="module")
def town(tmp_path_factory: pytest.TempPathFactory) -> Content:
    """The content of the small project, which nothing here changes."""
    return read(settings.of(small_project(tmp_path_factory.mktemp("text") / "small")))[0]


def test_a_picture_on_a_line_stands_apart_and_code_is_left_alone() -> None:
    text = "Kijk:\n![a](a.png)\nEn ![b](b.png) of\n\n```\n![c](c.png)\n```\n"
    assert apart(text) == "Kijk:\n\n![a](a.png)\n\nEn ![b](b.png) of\n\n```\n![c](c.png)\n```\n"


@pytest.mark.parametrize(("html", "left"), TEXTS["cleaned"])
def test_what_is_not_on_the_list_goes(html: str, left: str) -> None:
    assert harmless(html) == left


@pytest.mark.parametrize(("html", "shown"), TEXTS["finished"])
def test_readers_get_columns_by_class_one_top_heading_and_icons_last(town: Content, html: str, shown: str) -> None:
    assert finished(html, town.pages[0], town) == shown.format(coffee=icon("coffee"))


@pytest.mark.parametrize(("text", "html"), TEXTS["markdown"])
def test_html_is_text_but_for_a_few_tags(town: Content, text: str, html: str) -> None:
    settings = town.settings
    converter = Markdown(extensions=list(settings.markdown_extensions), extension_configs=settings.markdown_configs)
    assert harmless(converter.convert(text)) == html


@pytest.mark.parametrize(("html", "page"), TEXTS["sent"])
def test_a_page_is_sent_without_the_ends_of_lines_that_only_weigh_or_part_a_sign(html: str, page: str) -> None:
    assert sent(html) == page


@pytest.mark.parametrize(("link", "shown"), TEXTS["links"])
def test_a_link_to_another_site_shows_its_host(town: Content, link: str, shown: str) -> None:
    there = replace(town, settings=replace(town.settings, site_url="https://ons.example/"))
    assert with_hosts(f"<p>{link}.</p>", there) == f"<p>{link}{shown}.</p>"


@pytest.mark.parametrize("words", ["vng.nl", "https://vոg.nl/x?a&amp;b"])
def test_letters_that_may_look_like_others_are_written_as_programs_do(town: Content, words: str) -> None:
    shown = with_hosts(f'<a title="vոg.nl>" href="https://vոg.nl/x?a&amp;b" lang="de">{words}</a>', town)
    link = f'<a title="vոg.nl>" href="https://xn--vg-ced.nl/x?a&amp;b" lang="de">{words}</a>'
    assert shown == f'{link}<span class="host"> (xn--vg-ced.nl)</span>'
