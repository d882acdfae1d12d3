"""The last wall: whatever came through the others, a page on which it would act is named."""

from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from scripts.build import build, text
from scripts.content import Page
from scripts.report import Refused
from scripts.verify import harmless
from tests.conftest import SITE_URL

HOSTILE = [
    "<script>alert(1)</script>",
    '<script type="module" src="https://else.example/x.js"></script>',
    '<script src="assets/search.js"></script>',  # not as the template makes it
    "<style>body{display:none}</style>",
    '<link rel="stylesheet" href="https://else.example/x.css">',
    '<link rel="preload" href="x.css" as="style">',
    '<meta http-equiv="refresh" content="0;url=https://else.example">',
    '<base href="https://else.example/">',
    '<iframe src="x.html"></iframe>',
    '<object data="x.svg"></object>',
    '<embed src="x.svg">',
    '<form action="https://else.example/"><input name="q"></form>',
    '<form class="search" role="search" action="https://else.example/"></form>',
    '<button popovertarget="_menu">x</button>',
    '<p onclick="alert(1)">x</p>',
    '<p style="position:fixed">x</p>',
    '<a href="javascript:alert(1)">x</a>',
    '<a href="data:text/html,x">x</a>',
    '<img src="https://else.example/x.png" alt="">',
    '<img src="x.png" srcset="https://else.example/x.png 2x" alt="">',
    '<svg><a xlink:href="javascript:alert(1)"><text>x</text></a></svg>',
    '<svg><set attributeName="href" to="javascript:alert(1)"/></svg>',
    '<svg><image href="https://else.example/x.png"/></svg>',
    "<math><mtext>x</mtext></math>",
    '<div popover id="_menu">x</div>',
    "<template><p>x</p></template>",
    "<dialog open>x</dialog>",
    '<video src="x.mp4"></video>',
    '<p contenteditable="true">x</p>',
]
HOSTILE_EVEN_ON_A_LESSON = [
    "<script>alert(1)</script>",
    '<script src="//else.example/x.js"></script>',
    '<script src="\\\\else.example/x.js"></script>',
    '<script src=" https://else.example/x.js"></script>',
    '<link rel="stylesheet" href="ht\ntps://else.example/x.css">',
    f'<link rel="preload" href="{SITE_URL[:-1]}.else.example/x.css" as="style">',
    '<meta http-equiv="Content-Security-Policy" content="script-src \'unsafe-inline\'">',
    '<a href="java&#10;script:alert(1)">x</a>',
    '<a href="&#1;javascript:alert(1)">x</a>',
    '<a href="vbscript:x">x</a>',
    '<img src="x" srcset="x 1x, //else.example/x 2x" alt="">',
]
HONEST = [
    '<link rel="stylesheet" href="../assets/style.css">',
    f'<link rel="canonical" href="{SITE_URL}rundu/">',
    '<button class="menu-button" type="button" popovertarget="_menu">Menu</button>',
    '<form class="search" role="search" action="../zoeken/"></form>',
    '<a href="https://else.example/">x</a> <a href="mailto:a@b.example">y</a> <a href="rundu/#a:b">z</a>',
    '<input id="_query" name="q" type="search" autocomplete="off" enterkeyhint="search">',
    '<img src="../images/x.png" srcset="../x.webp 1x, ../y.webp 2x" alt="x">',
    "<details><summary>x</summary></details>",
    f'<meta http-equiv="refresh" content="0; url={SITE_URL}rundu/">',
]


def foreign(html: str, kind: str = "article") -> list[str]:
    return list(harmless.foreign(LexborHTMLParser(f'<!doctype html><body class="kind-{kind}">{html}'), SITE_URL))


@pytest.mark.parametrize("html", HOSTILE)
def test_what_acts_in_a_text_is_named(html: str) -> None:
    assert foreign(f'<div class="md-typeset">{html}</div>', "lesson")


@pytest.mark.parametrize("html", HOSTILE_EVEN_ON_A_LESSON)
def test_what_runs_by_itself_or_comes_from_elsewhere_is_named_anywhere(html: str) -> None:
    assert foreign(html, "lesson")


@pytest.mark.parametrize("html", HONEST)
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
