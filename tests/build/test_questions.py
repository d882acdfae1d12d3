"""The open questions: a few below the text of the page that they are about, and all of them on a page of their own."""

from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest

from scripts.build import build
from scripts.content import Content, navigation
from tests.build.conftest import parsed

FEW = 3
ENTRY = '- page: stad/brug.md\n  ask: Gemeente Proef\n  question: {{nl: "Vraag {0} & meer?", en: "Question {0}?"}}\n'


def test_a_page_shows_a_few_of_its_questions_and_where_to_tell_the_answer(small: Path) -> None:
    """Here no page has all of them, and no link leads there."""
    (small / "docs/data/questions.yml").write_text("".join(map(ENTRY.format, range(FEW + 2))), encoding="utf-8")
    build(small, small / "site")
    page = parsed(small / "site", "stad/brug/")
    assert [node.text() for node in page.css(".questions li")] == [f"Vraag {number} & meer?" for number in range(FEW)]
    [tell] = page.css(".questions a")
    asked = parse_qs(urlsplit(tell.attributes["href"] or "").query)
    assert asked == {"template": ["fout.yml"], "page": ["https://voorbeeldstad.example/stad/brug/"]}
    assert not parsed(small / "site", "stad/markt/").css(".questions")


@pytest.mark.parametrize("locale", ["nl", "en"])
def test_one_page_has_all_questions_below_the_names_of_their_pages(site: Path, content: Content, locale: str) -> None:
    ours = navigation.first_of_kind(content, locale, "questions")
    assert ours and content.questions
    page = parsed(site, ours.address)
    keys = [node.attributes["id"] for node in page.css("h2[id$='.md']")]
    shown = [(key, item.text()) for key in keys for item in page.css(f"[id='{key}'] + ul > li")]
    ask = content.words[locale]["questions_ask"]
    asked = [(one.page, f"{one.question[locale]} {ask.format(who=one.ask)}") for one in content.questions]
    assert sorted(shown, key=str) == sorted(asked)
    first = parsed(site, navigation.named(content, locale, [content.questions[0].page])[0].address)
    assert f"{ours.address.split('/')[-2]}/" in (first.css(".questions a")[-1].attributes["href"] or "")
