"""Reading Markdown: code left out, lines kept, links and anchors as rendered."""

from __future__ import annotations

import pytest

from scripts import settings
from scripts.markdown import line_of, outliner, without_code
from tests.conftest import ROOT


@pytest.mark.parametrize(
    "code",
    [
        "`[^x]`",
        "``a ` [^x]``",
        "```\n[^x]\n```",
        "~~~ md\n[^x]\n~~~",
        "````\n```\n[^x]\n````",
        "```\n[^x] never closed",
    ],
)
def test_code_is_blanked_and_lines_stay(code: str) -> None:
    text = f"before\n\n{code}\n\nafter"
    blank = without_code(text)
    assert "[^x]" not in blank
    assert blank.count("\n") == text.count("\n")
    assert blank.startswith("before")


def test_text_around_code_stays() -> None:
    assert without_code("a `b` c [^x]") == "a     c [^x]"


def test_outline_lists_links_and_anchors_of_the_rendered_page() -> None:
    outline = outliner(settings.settings(settings.load(ROOT)))
    found = outline("## Een kop\n\n[a](b.md) ![c](d.png)\n\n[e]\n\n[e]: f.md\n\n{ #x }\n\n`[g](h.md)`")
    assert found.links == ("b.md", "d.png", "f.md")
    assert "een-kop" in found.anchors
    assert outline("tekst").anchors == frozenset()


def test_line_of_prefers_a_link_over_a_mention() -> None:
    assert line_of("x.md", "over x.md\n[a](x.md)", 10) == 11
    assert line_of("absent", "text", 10) == 10
