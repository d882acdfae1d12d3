"""`.well-known/security.txt`: where to report a weak spot, for programs and people who look there (RFC 9116)."""

from datetime import UTC, datetime, time, timedelta
from pathlib import Path

from scripts.content.settings import Settings

PLACE = ".well-known/security.txt"
# Long enough for a quiet half-year, short of the year that the RFC sets (section 2.5.5).
DAYS = 180


def text(settings: Settings, repository: str, moment: datetime) -> str:
    """Return the file for the site in `settings`, whose files live at the address `repository`.

    It expires 180 days after the day of `moment`, which has a time zone; given the moment of a commit, every build of
    that commit makes the same file. The form for a private report and the policy are those of GitHub. Nobody looks for
    the file of a site below a path: RFC 9116 puts it at the root of a host.
    """
    return (
        f"Contact: {repository}/security/advisories/new\n"
        f"Expires: {expires(moment):%Y-%m-%dT%H:%M:%SZ}\n"
        f"Preferred-Languages: {', '.join(settings.locales)}\n"
        f"Canonical: {settings.site_url}{PLACE}\n"
        f"Policy: {repository}/security/policy\n"
    )


def write(settings: Settings, repository: str, moment: datetime, site: Path) -> None:
    """Write the file into the folder `site`; see `text`."""
    path = site / PLACE
    path.parent.mkdir()
    path.write_text(text(settings, repository, moment), encoding="utf-8")


def expires(moment: datetime) -> datetime:
    """Return when the file that is made of `moment` is no longer to be trusted: a midnight in UTC."""
    return datetime.combine(moment.astimezone(UTC).date() + timedelta(days=DAYS), time(), UTC)
