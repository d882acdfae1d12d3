"""The timeline as Markdown."""

import re
from pathlib import Path

import pytest

from scripts import check as checks
from scripts.build.timeline import as_markdown, long_date
from scripts.content import settings


@pytest.mark.parametrize(
    ("value", "nl", "en"),
    [("1991", "1991", "1991"), ("1994-03", "maart 1994", "March 1994"), ("1994-03-01", "1 maart 1994", "1 March 1994")],
)
def test_dates_are_as_precise_as_the_source(value: str, nl: str, en: str) -> None:
    assert (long_date(value, "nl"), long_date(value, "en")) == (nl, en)


def test_an_event_has_its_period_text_sources_and_link(small: Path) -> None:
    content, _ = checks.run(settings.of(small))
    page = content.page("en", "tijdlijn.md")
    assert page
    assert as_markdown(content, page) == (
        '- **<time datetime="1880">1880</time> to <time datetime="1882-05">May 1882</time>**  \n    '
        "The bridge was built.[^brugboek] Read more: [The bridge](stad/brug.md)."
    )


def test_events_stand_oldest_first_in_whatever_order_they_were_written(small: Path) -> None:
    path = small / "docs/data/timeline.yml"
    event = '- when: "{}"\n  text: {{nl: Iets., en: Something.}}\n  sources: [brugboek]\n'
    path.write_text("".join(event.format(when) for when in ("2001-05", "1990", "2001", "1990-01-02")))
    content, _ = checks.run(settings.of(small))
    page = content.page("en", "tijdlijn.md")
    assert page
    assert re.findall(r'datetime="([^"]+)"', as_markdown(content, page)) == ["1990", "1990-01-02", "2001", "2001-05"]


def test_a_title_is_text_in_the_timeline_too(small: Path) -> None:
    page = small / "docs/nl/stad/brug.md"
    page.write_text(page.read_text().replace("title: De brug", 'title: "De [brug](x) <b onclick=x> *en* meer"'))
    found = checks.run(settings.of(small))[1]
    assert [finding for finding in found if finding.level == "error"] == []
