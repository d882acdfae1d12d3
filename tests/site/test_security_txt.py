"""security.txt: judged by the library that judges it for internet.nl."""

import re
from datetime import UTC, datetime, timedelta
from pathlib import Path

from sectxt import Parser

from scripts.content import Content
from scripts.git import DAYS, Commit
from tests.conftest import SITE_URL

PLACE = ".well-known/security.txt"


def judged(site: Path, age: int) -> Parser:
    """Return what the judge says of the file, were its site made of a commit of `age` days ago."""
    expires = Commit("", datetime.now(UTC) - timedelta(days=age)).expires
    text, count = re.subn("Expires: .*T00:00:00Z", f"Expires: {expires:%Y-%m-%dT%H:%M:%SZ}", (site / PLACE).read_text())
    assert count == 1
    return Parser(text.encode(), urls=[SITE_URL + PLACE])


def test_the_judge_finds_nothing_until_it_expires(content: Content, site: Path) -> None:
    judge = judged(site, 0)
    assert judge.is_valid()
    assert judge.errors == []
    assert {one["code"] for one in judge.recommendations} <= {"not_signed", "no_encryption"}
    assert judge.preferred_languages == list(content.settings.locales)
    assert [one["code"] for one in judged(site, DAYS + 1).errors] == ["expired"]
