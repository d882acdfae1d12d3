"""security.txt: judged by the library that judges it for internet.nl."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

import pytest
from sectxt import Parser

from scripts.build import security_txt
from scripts.content import settings
from scripts.content.settings import Settings
from tests.conftest import ROOT, SITE_URL

REPOSITORY = "https://github.com/town/site"
NOW = datetime.now(UTC)
# What stands there, what becomes of it, and what the judge says: it is awake.
BAD = [
    ("Contact: https", "Contact: http", "no_https"),
    ("Expires:", "Expired:", "no_expire"),
    ("Contact:", "Contacts:", "no_contact"),
]


@pytest.fixture(scope="module")
def ours() -> Settings:
    return replace(settings.of(ROOT), site_url=SITE_URL)


def judged(text: str) -> Parser:
    return Parser(text.encode(), urls=[SITE_URL + security_txt.PLACE])


def test_the_judge_finds_nothing(ours: Settings) -> None:
    judge = judged(security_txt.text(ours, REPOSITORY, NOW))
    assert judge.is_valid()
    assert judge.errors == []
    assert {one["code"] for one in judge.recommendations} <= {"not_signed", "no_encryption"}
    assert judge.preferred_languages == ["nl", "en"]


@pytest.mark.parametrize(("before", "after", "code"), BAD)
def test_the_judge_is_awake(ours: Settings, before: str, after: str, code: str) -> None:
    text = security_txt.text(ours, REPOSITORY, NOW)
    assert before in text
    assert code in {one["code"] for one in judged(text.replace(before, after)).errors}


def test_what_is_old_has_expired(ours: Settings) -> None:
    text = security_txt.text(ours, REPOSITORY, NOW - timedelta(days=security_txt.DAYS + 1))
    assert [one["code"] for one in judged(text).errors] == ["expired"]


def test_one_day_in_one_time_zone_makes_one_file(ours: Settings) -> None:
    morning = datetime(2026, 11, 24, 1, tzinfo=UTC)
    evening = datetime(2026, 11, 24, 23, 59, tzinfo=UTC)
    far = datetime(2026, 11, 24, 9, tzinfo=timezone(timedelta(hours=9)))
    texts = {security_txt.text(ours, REPOSITORY, moment) for moment in (morning, evening, far)}
    assert len(texts) == 1
    assert "Expires: 2027-05-23T00:00:00Z\n" in texts.pop()
