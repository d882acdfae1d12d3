"""The last wall: whatever came through the others, a page on which it would act is named."""

from pathlib import Path

import pytest
import yaml
from selectolax.lexbor import LexborHTMLParser

from scripts.build import build, text
from scripts.content import Page
from scripts.report import Refused
from scripts.verify import harmless
from tests.conftest import SITE_URL

PIECES = yaml.safe_load(Path(__file__).with_name("harmless.yml").read_text())


def foreign(html: str, kind: str = "article") -> list[str]:
    page = f'<!doctype html><body class="kind-{kind}">{html}'.replace("SITE", SITE_URL.rstrip("/"))
    return list(harmless.foreign(LexborHTMLParser(page), SITE_URL))


@pytest.mark.parametrize("html", PIECES["in_a_text"])
def test_what_acts_in_a_text_is_named(html: str) -> None:
    assert foreign(f'<div class="md-typeset">{html}</div>', "lesson")


@pytest.mark.parametrize("html", PIECES["anywhere"])
def test_what_runs_by_itself_or_comes_from_elsewhere_is_named_anywhere(html: str) -> None:
    assert foreign(html, "lesson")


@pytest.mark.parametrize("html", PIECES["honest"])
def test_what_our_templates_make_and_what_only_leads_on_is_fine(html: str) -> None:
    assert foreign(html) == []


def test_only_pages_that_do_something_load_a_script() -> None:
    script = '<script src="../assets/lesson.js" defer></script>'
    assert foreign(script, "lesson") == []
    assert foreign(script, "article")


def test_a_build_stops_and_names_the_page(small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def careless(html: str, page: Page, content: object) -> str:
        return f"{html}<img src=x onerror=alert(1)>" if "brug" in page.key else html

    monkeypatch.setattr(text, "finished", careless)  # as if sanitising had failed
    for published in (True, False):
        with pytest.raises(Refused) as refused:
            build(small, small / "site", published=published)
        assert {str(found.path) for found in refused.value.findings if found.rule == harmless.RULE} == {
            "stad/brug/index.html",
            "en/town/bridge/index.html",
        }
        assert not (small / "site").exists()
