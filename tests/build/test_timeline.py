"""The timeline as Markdown."""

import re
from pathlib import Path

import pytest

from scripts import check as checks
from scripts.build.timeline import as_markdown, long_date
from scripts.content import settings


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ("1991", ["1991", "1991", "1991"]),
        ("1994-03", ["maart 1994", "March 1994", "marzec 1994"]),
        ("1994-03-01", ["1 maart 1994", "1 March 1994", "1 marca 1994"]),
    ],
)
def test_dates_are_as_precise_as_the_source(value: str, said: list[str]) -> None:
    assert [long_date(value, locale) for locale in ("nl", "en", "pl")] == said


def listed(root: Path) -> str:
    content, findings = checks.run(settings.of(root))
    # What a title with marks says, it says as text; that is for its writer to know.
    assert {finding.rule for finding in findings if finding.level == "error"} <= {"marks_have_their_effect"}
    page = content.page("en", "tijdlijn.md")
    assert page
    return as_markdown(content, page)


def test_an_event_has_its_period_text_sources_and_link_and_a_title_is_text(small: Path) -> None:
    bridge = small / "docs/en/stad/brug.md"
    bridge.write_text(bridge.read_text().replace("title: The bridge", 'title: "The [bridge] #1"'))
    assert listed(small) == (
        '- **<time datetime="1880">1880</time> to <time datetime="1882-05">May 1882</time>**  \n    '
        "The bridge was built.[^brugboek] Read more: [The &#91;bridge&#93; &#35;1](stad/brug.md)."
    )


def test_a_text_that_is_not_there_yet_comes_from_another_language_and_says_so(small: Path) -> None:
    path = small / "docs/data/timeline.yml"
    path.write_text(re.sub("\n *en: .*", "", path.read_text()))
    assert '\n    <span lang="nl">De brug werd gebouwd.</span>[^brugboek]' in listed(small)


def test_events_stand_oldest_first_in_whatever_order_they_were_written(small: Path) -> None:
    event = '- when: "{}"\n  text: {{nl: Iets., en: Something.}}\n  sources: [brugboek]\n'
    written = "".join(event.format(when) for when in ("2001-05", "1990", "2001", "1990-01-02"))
    (small / "docs/data/timeline.yml").write_text(written)
    assert re.findall(r'datetime="([^"]+)"', listed(small)) == ["1990", "1990-01-02", "2001", "2001-05"]
