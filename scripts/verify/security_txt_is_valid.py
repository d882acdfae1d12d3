"""`.well-known/security.txt` is there and as RFC 9116 wants it, says the library that internet.nl judges by."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import PurePath

from scripts import security_txt
from scripts.checks.messages import finding
from scripts.report import Finding
from scripts.verify.folder import Folder

PROMISE = "security_txt_is_valid"
# Time to build and publish the site anew.
SOON = timedelta(days=30)


def check(folder: Folder) -> Iterator[Finding]:
    """Yield a finding when the file is not there, for each mistake in it, and when it expires within 30 days."""
    path = PurePath(security_txt.PLACE)
    if security_txt.PLACE not in folder.files:
        yield finding(PROMISE, "absent", path, 1)
        return
    from sectxt import Parser  # here, as it takes long to load and only this needs it

    own = folder.base + security_txt.PLACE
    judge = Parser(folder.bytes(security_txt.PLACE), urls=[own])
    for error in judge.errors:
        yield finding(PROMISE, "wrong", path, error["line"] or 1, code=error["code"], problem=error["message"])
    if judge.is_valid():
        expires = min(datetime.fromisoformat(line["value"]) for line in judge.lines if line["field_name"] == "expires")
        if expires - datetime.now(UTC) < SOON:
            yield finding(PROMISE, "soon", path, 1, day=expires.date())
