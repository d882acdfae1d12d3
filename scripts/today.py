"""Which moment and which day it is: something that goes in, like the texts, so that a build can be made again."""

import os
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from scripts.report import Unable
from scripts.words import phrase

DAY = "DAY"
# A moment in seconds since 1970: https://reproducible-builds.org/specs/source-date-epoch/
EPOCH = "SOURCE_DATE_EPOCH"
# The towns whose sites these are keep one time.
ZONE = ZoneInfo("Europe/Amsterdam")


def today() -> date:
    """Return the day that the variable DAY says (`2026-11-28`), or else that of the `moment`.

    Raises `Unable` when the variable holds something else than a day.
    """
    said = os.environ.get(DAY)
    try:
        return date.fromisoformat(said) if said else moment().astimezone(ZONE).date()
    except ValueError as error:
        raise Unable(phrase("build.no_day", variable=DAY, said=repr(said))) from error


def moment() -> datetime:
    """Return the moment in SOURCE_DATE_EPOCH, or else now. Raises `Unable` when that variable holds something else."""
    said = os.environ.get(EPOCH)
    try:
        return datetime.now(UTC) if said is None else datetime.fromtimestamp(int(said), UTC)
    except (ValueError, OverflowError, OSError) as error:
        raise Unable(phrase("build.no_moment", variable=EPOCH, said=repr(said))) from error
