"""Which day it is on the site: something that goes in, like the texts, so that a build can be made again."""

import os
from datetime import date
from zoneinfo import ZoneInfo

from scripts import git
from scripts.report import Unable
from scripts.words import phrase

DAY = "DAY"
# The towns whose sites these are keep one time.
ZONE = ZoneInfo("Europe/Amsterdam")


def today() -> date:
    """Return the day that the variable DAY says (`2026-11-28`), or else that of the moment that git is asked for.

    Raises `Unable` when the variable holds something else than a day.
    """
    said = os.environ.get(DAY)
    if not said:
        return git.moment().astimezone(ZONE).date()
    try:
        return date.fromisoformat(said)
    except ValueError as error:
        raise Unable(phrase("build.no_day", variable=DAY, said=repr(said))) from error
