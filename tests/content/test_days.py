"""Days that come back: their dates, for pages and calendars, and which day somebody meant."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scripts.content import Content, days
from scripts.content.schema.recurrence import MONTHS, RANKS, WEEKDAYS, meant, read
from scripts.report import Finding
from tests.conftest import begin_agenda


@pytest.mark.parametrize(
    ("typed", "rule", "dates"),
    [
        ("05-21", "FREQ=YEARLY;BYMONTH=5;BYMONTHDAY=21", ["2026-05-21", "2027-05-21"]),
        ("first monday of june", "FREQ=YEARLY;BYMONTH=6;BYDAY=1MO", ["2026-06-01", "2027-06-07"]),
        ("second saturday of may", "FREQ=YEARLY;BYMONTH=5;BYDAY=2SA", ["2026-05-09", "2027-05-08"]),
        ("last friday of november", "FREQ=YEARLY;BYMONTH=11;BYDAY=-1FR", ["2026-11-27", "2027-11-26"]),
    ],
)
def test_a_rule_is_said_as_calendars_do(typed: str, rule: str, dates: list[str]) -> None:
    assert read(typed) == rule
    assert [days.on(rule, year).isoformat() for year in (2026, 2027)] == dates


def test_each_day_comes_once_and_goes_on_in_the_next_year(town: Content) -> None:
    chosen = {key: town.days[key] for key in ("dag-van-de-rechten-van-de-mens", "wereldfairtradedag", "brugdag")}
    found = days.following(chosen, date(2026, 12, 10))
    assert [(when.isoformat(), key) for when, key, _ in found] == [
        ("2026-12-10", "dag-van-de-rechten-van-de-mens"),
        ("2027-05-08", "wereldfairtradedag"),
        ("2027-05-08", "brugdag"),
    ]
    assert found[1][2] is town.days["wereldfairtradedag"]
    # Two second Saturdays of May can be less than a year apart, and more.
    for today in (date(2026, 5, 9), date(2027, 5, 9)):
        assert [key for _, key, _ in days.following(chosen, today)].count("brugdag") == 1
    assert days.following(chosen, date(2027, 5, 9))[-1][0] == date(2028, 5, 13)


@pytest.mark.parametrize(
    ("typed", "rule"),
    [
        ("2nd sat may", "second saturday of may"),
        ("Tweede zaterdag van mei", "second saturday of may"),
        ("eerste maandag van mei", "first monday of may"),
        ("5e vr in juni", "06-05"),
        ("5e vrijdag in juni", "last friday of june"),
        ("vijfde maandag van maart", "last monday of march"),
        ("21 mei", "05-21"),
        ("31 April", "04-30"),
        ("04-00", "04-01"),
        ("13-01", "01-13"),
        ("5-6", "06-05"),
        ("2026-05-06", "05-06"),
        ("elke zaterdag", "second saturday of may"),
    ],
)
def test_what_somebody_meant_can_be_typed(typed: str, rule: str) -> None:
    assert meant(typed) == rule


@given(st.text() | st.lists(st.sampled_from([*MONTHS, *WEEKDAYS, *RANKS, "31", "0", "02-", "fifth"])).map(" ".join))
def test_whatever_is_advised_is_a_rule(typed: str) -> None:
    assert read(meant(typed))


def test_a_day_may_be_all_that_cites_a_source_and_leads_to_a_page(
    small: Path, findings: Callable[[], list[Finding]]
) -> None:
    begin_agenda(small)
    (small / "docs/data/sources.yml").open("a").write(
        "feest: {title: Het feest, publisher: Gemeente Proef, language: nl}\n"
    )
    path = small / "docs/data/days.yml"
    path.write_text(path.read_text().replace("[brugboek]", "[feest]").replace("stad/brug.md", "stad/burg.md"))
    (found,) = (one for one in findings() if one.level != "hint")
    assert (found.rule, str(found.path), found.line) == ("links_lead_somewhere", "docs/data/days.yml", 11)
    assert "stad/brug.md" in found.fix.nl
