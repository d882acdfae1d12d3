"""What can act on a page: our templates' own, and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest
from mkdocs.structure.pages import Page as MkDocsPage

from scripts import active_content, render
from scripts.active_content import check, foreign
from scripts.build import build
from scripts.report import Refused
from tests.conftest import ROOT, SITE_URL

OVERRIDES = ROOT / "overrides"
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


@pytest.mark.parametrize("html", HOSTILE)
def test_what_no_template_makes_is_named(html: str) -> None:
    assert list(foreign(f"<!doctype html><body>{html}", SITE_URL, OVERRIDES))


@pytest.mark.parametrize(
    "html",
    [
        '<link rel="stylesheet" href="../assets/style.css">',
        f'<link rel="canonical" href="{SITE_URL}rundu/">',
        '<button class="menu-button" type="button" popovertarget="_menu">Menu</button>',
        '<script type="module" src="../assets/search.js"></script>',
        '<form class="search" role="search" action="../zoeken/"></form>',
        '<a href="https://else.example/">x</a> <a href="mailto:a@b.example">y</a>',
        '<input id="_query" name="q" type="search" autocomplete="off" enterkeyhint="search">',
        '<img src="../images/x.png" alt="x">',
        "<details><summary>x</summary></details>",
    ],
)
def test_what_our_templates_make_and_what_only_leads_on_is_fine(html: str) -> None:
    assert list(foreign(f"<!doctype html><body>{html}", SITE_URL, OVERRIDES)) == []


def test_even_ours_is_foreign_inside_a_text() -> None:
    form = '<form class="search" role="search" action="../zoeken/"></form>'
    assert list(foreign(f'<div class="md-typeset"><p>{form}</p></div>', SITE_URL, OVERRIDES))


def test_every_page_of_the_site_is_ours(plain: Path) -> None:
    assert list(check(plain, SITE_URL, OVERRIDES)) == []


def test_a_build_stops_and_names_the_page(small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def careless(html: str, page: MkDocsPage, config: object) -> str:
        return f"{html}<img src=x onerror=alert(1)>" if "brug" in page.file.src_uri else html

    monkeypatch.setattr(render, "text", careless)  # as if sanitising had failed
    with pytest.raises(Refused) as refused:
        build(small, small / "site")
    assert {str(finding.path) for finding in refused.value.findings} == {
        "stad/brug/index.html",
        "en/town/bridge/index.html",
    }
    assert active_content.RULE in {finding.rule for finding in refused.value.findings}
    assert not (small / "site").exists()
    with pytest.raises(Refused) as refused:
        build(small, small / "site", published=False)
    assert {finding.rule for finding in refused.value.findings} == {active_content.RULE}
