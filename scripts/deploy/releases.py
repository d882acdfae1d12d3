"""Releases: each a folder `releases/<time>-<digest>`, and a symlink `current` to the one that readers see.

They stand in order of time. One that is newer than the current release was taken back or never shown: the next
deployment removes it, so that the one before the current release is always the way back.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from contextlib import AbstractContextManager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import NamedTuple, Protocol

from scripts.deploy import health
from scripts.digest import Version
from scripts.report import Text, Unable

KEPT = 5
TIME = "%Y%m%dT%H%M%SZ"
NAME = re.compile(r"\d{8}T\d{6}Z-[0-9a-f]{12}")
BUSY = Text(
    "{target}: een andere deploy is hier bezig; wacht tot die klaar is.",
    "{target}: another deployment is at work here; wait until it is done.",
)
DIFFERS = Text(
    "{target}: de kopie is niet gelijk aan de site en is niet getoond; probeer het opnieuw.",
    "{target}: the copy is not the same as the site and was not shown; try again.",
)
NO_EARLIER = Text(
    "{target}: er is geen eerdere release om naar terug te gaan.",
    "{target}: there is no earlier release to go back to.",
)
TAKEN_BACK = Text(
    "De nieuwe release is niet goed ({failures}); lezers zien weer {name}.",
    "The new release fails ({failures}); readers see {name} again.",
)
FIRST_FAILS = Text(
    "De eerste release is niet goed ({failures}); er is geen eerdere om naar terug te gaan.",
    "The first release fails ({failures}); there is no earlier one to go back to.",
)


class State(NamedTuple):
    """Which release readers see, if any, and all that are there, in order of time."""

    current: str | None
    releases: tuple[str, ...]


class Place(Protocol):
    """Where releases are kept. Every method raises `Unable` or `OSError` when it cannot be done."""

    target: str

    def lock(self) -> AbstractContextManager[None]:
        """Keep all others from deploying here meanwhile, and make the folders; `Unable` when another is at it."""

    def state(self) -> State:
        """Return what is there; nothing, when the folder does not exist."""

    def version(self) -> str:
        """Return the version.json that readers see."""

    def receive(self, site: Path, digests: Mapping[str, str], name: str, earlier: str | None) -> None:
        """Make the release `name` of `site`, whose files are `digests`: verified and whole, or not at all.

        Files that the release `earlier` has too are shared with it.
        """

    def point(self, name: str) -> None:
        """Let readers see the release `name`, from one moment to the next."""

    def discard(self, names: Iterable[str]) -> None:
        """Remove the releases `names`, and what an interrupted deployment left behind."""


def deploy(place: Place, site: Path, digests: Mapping[str, str], version: Version, check: str | None) -> None:
    """Let readers of `place` see `site`, which is `version` with the files `digests`.

    When there is an address to `check` and it does not answer as it should, readers see the earlier release again,
    and `Unable` says what is wrong.
    """
    with place.lock():
        before = place.state()
        shown = [name for name in before.releases if before.current is None or name <= before.current]
        place.discard(set(before.releases) - set(shown))
        name = new_name(datetime.now(UTC), version.digest, shown[-1] if shown else None)
        place.receive(site, digests, name, before.current)
        place.point(name)
        failures = health.failures(check, site) if check else None
        if failures:
            _take_back(place, before.current, failures)
        place.discard([*shown, name][:-KEPT])


def rollback(place: Place) -> None:
    """Let readers of `place` see the release before the current one. Raises `Unable` when there is none."""
    with place.lock():
        state = place.state()
        earlier = [name for name in state.releases if state.current and name < state.current]
        if not earlier:
            raise Unable(NO_EARLIER.format(target=place.target))
        place.point(earlier[-1])


def new_name(now: datetime, digest: str, last: str | None) -> str:
    """Return a name that comes after that of `last`, also within one second or where a clock was set back."""
    if last:
        after = datetime.strptime(last.partition("-")[0], TIME).replace(tzinfo=UTC) + timedelta(seconds=1)
        now = max(now, after)
    return f"{now.strftime(TIME)}-{digest[:12]}"


def in_order(names: Iterable[str]) -> tuple[str, ...]:
    """Return those of `names` that are releases, in order of time."""
    return tuple(sorted(name for name in names if NAME.fullmatch(name)))


def _take_back(place: Place, earlier: str | None, failures: Text) -> None:
    if earlier:
        place.point(earlier)
    raise Unable(health.told(TAKEN_BACK if earlier else FIRST_FAILS, failures, name=earlier))
