"""Days that come back: their dates, for pages and calendars; and which of those, or which moment, somebody meant."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from types import ModuleType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scripts.content import Content, days
from scripts.content.schema import moments, recurrence
from scripts.report import Finding
from tests.conftest import begin_agenda

PIECES = [*recurrence.MONTHS, *recurrence.DUTCH_MONTHS, *recurrence.WEEKDAYS, *recurrence.RANKS, "fifth", "31", "0"]
PIECES += ["02-", "-", "2028", "25:00", "9.59"]


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
    assert recurrence.read(typed) == rule
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
    ("schema", "typed", "advised"),
    [
        (recurrence, "2nd sat may", "second saturday of may"),
        (recurrence, "Tweede zaterdag van mei", "second saturday of may"),
        (recurrence, "eerste maandag van mei", "first monday of may"),
        (recurrence, "5e vr in juni", "06-05"),
        (recurrence, "5e vrijdag in juni", "last friday of june"),
        (recurrence, "vijfde maandag van maart", "last monday of march"),
        (recurrence, "21 mei", "05-21"),
        (recurrence, "31 April", "04-30"),
        (recurrence, "04-00", "04-01"),
        (recurrence, "13-01", "01-13"),
        (recurrence, "5-6", "06-05"),
        (recurrence, "2026-05-06", "05-06"),
        (recurrence, "elke zaterdag", "second saturday of may"),
        (moments, "8 mei 2027", "2027-05-08"),
        (moments, "zaterdag 8 mei 2027, 14.00 uur", "2027-05-08 14:00"),
        (moments, "Saturday May 8 2027 9:30", "2027-05-08 09:30"),
        (moments, "8-5-2027", "2027-05-08"),
        (moments, "08.05.2027", "2027-05-08"),
        (moments, "2027-5-8 14:00", "2027-05-08 14:00"),
        (moments, "2027-05-08T14:00", "2027-05-08 14:00"),
        (moments, "2027-05-08 14:00:00", "2027-05-08 14:00"),
        (moments, "31 april 2027", "2027-04-30"),
        (moments, "2027-02-29", "2027-02-28"),
        (moments, "8 mei", moments.EXAMPLE),
        (moments, "2027-05-08 24:00", "2027-05-08"),
        (moments, "binnenkort", moments.EXAMPLE),
    ],
)
def test_what_somebody_meant_can_be_typed(schema: ModuleType, typed: str, advised: str) -> None:
    assert schema.meant(typed) == advised


@pytest.mark.parametrize("schema", [recurrence, moments])
@given(st.text() | st.lists(st.sampled_from(PIECES)).map(" ".join))
def test_whatever_is_advised_can_be_read(schema: ModuleType, typed: str) -> None:
    assert schema.read(schema.meant(typed))


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
