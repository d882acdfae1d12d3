"""security.txt: judged by the library that judges it for internet.nl."""

import re
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

from sectxt import Parser

from scripts.commit import DAYS, Commit
from tests.conftest import SITE_URL

PLACE = ".well-known/security.txt"
NOW = datetime.now(UTC)


def judged(site: Path, moment: datetime) -> Parser:
    """Return what the judge says of the file, were its site made of a commit of `moment`."""
    text = (site / PLACE).read_text()
    line = f"Expires: {Commit('', moment).expires:%Y-%m-%dT%H:%M:%SZ}"
    changed = re.sub(r"^Expires: [\d-]+T00:00:00Z$", line, text, flags=re.MULTILINE)
    assert changed.count(line) == 1
    return Parser(changed.encode(), urls=[SITE_URL + PLACE])


def test_the_judge_finds_nothing(site: Path) -> None:
    judge = judged(site, NOW)
    assert judge.is_valid()
    assert judge.errors == []
    assert {one["code"] for one in judge.recommendations} <= {"not_signed", "no_encryption"}
    assert judge.preferred_languages == ["nl", "en"]
    old = judged(site, NOW - timedelta(days=DAYS + 1))
    assert [one["code"] for one in old.errors] == ["expired"]


def test_one_day_in_one_time_zone_makes_one_file() -> None:
    morning = datetime(2026, 11, 24, 1, tzinfo=UTC)
    evening = datetime(2026, 11, 24, 23, 59, tzinfo=UTC)
    far = datetime(2026, 11, 24, 9, tzinfo=timezone(timedelta(hours=9)))
    assert {Commit("", moment).expires for moment in (morning, evening, far)} == {datetime(2027, 5, 23, tzinfo=UTC)}
