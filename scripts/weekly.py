"""What nobody's change breaks but time does: links to other sites, translations, the date of security.txt."""

import json
import shutil
import subprocess
import sys
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, NamedTuple

from scripts import commit, content
from scripts.content import Content, settings, translations
from scripts.report import Language, Text, Unable
from scripts.words import phrase

# Long enough for a volunteer to come across the report a few times.
SOON = timedelta(days=60)
# A page that is gone says so, or its host is no longer there. All else may be another answer for a program than for a
# person, or better tomorrow: a report that cries wolf is not read.
NOT_GONE = "100..=399,401..=403,405..=409,411..=599,999"
LYCHEE = [
    "--format=json",
    "--no-progress",
    "--scheme=https",
    "--scheme=http",
    "--exclude-private",
    "--exclude-link-local",
]
LYCHEE += ["--max-concurrency=8", "--timeout=20", "--max-retries=2", "--retry-wait-time=5", f"--accept={NOT_GONE}"]
SECONDS = 1200


class Link(NamedTuple):
    """A link that leads nowhere: its address, what came back, and the places in files where it stands."""

    url: str
    said: str
    places: list[str]


def report(root: Path, language: Language = "nl", offline: bool = False, now: datetime | None = None) -> str:
    """Return as Markdown what time has broken in the project at `root`; empty when there is nothing.

    With `offline`, no link is followed. Raises `Unable` when the links cannot be looked at.
    """
    ours, _ = content.read(settings.of(root))
    links = dead_links(root, offline)
    parts = (
        _part(phrase("weekly.links"), phrase("weekly.mend"), (_link_line(link) for link in links), language),
        _part(phrase("weekly.stale"), phrase("weekly.accept"), _stale_lines(ours, language), language),
        _part(phrase("weekly.expiry"), None, _expiry_lines(root, language, now or datetime.now(UTC)), language),
    )
    return "\n".join(part for part in parts if part)


def dead_links(root: Path, offline: bool = False) -> list[Link]:
    """Return the links in `docs/` to pages elsewhere that are gone, by address."""
    files = sorted(str(path.relative_to(root)) for path in (root / "docs").rglob("*") if path.suffix in (".md", ".yml"))
    found: dict[str, Link] = {}
    for source, problems in _lychee(root, [*(["--offline"] if offline else []), "--", *files])["error_map"].items():
        for one in problems:
            if not one["url"].startswith(("https:", "http:")):  # offline, lychee looks at files: so does our own check
                continue
            link = found.setdefault(one["url"], Link(one["url"], one["status"]["text"], []))
            link.places.append(f"{source}:{one['span']['line']}")
    return [found[url] for url in sorted(found)]


def _lychee(root: Path, words: list[str]) -> dict[str, Any]:
    program = shutil.which("lychee", path=Path(sys.executable).parent)
    if program is None:
        raise Unable(phrase("weekly.absent"))
    try:
        command = [program, *LYCHEE, *words]
        done = subprocess.run(
            command, cwd=root, env={}, capture_output=True, encoding="utf-8", timeout=SECONDS, check=False
        )
        found: dict[str, Any] = json.loads(done.stdout)
    except subprocess.TimeoutExpired as error:
        raise Unable(phrase("weekly.failed", said=f"{SECONDS} s")) from error
    except ValueError as error:
        raise Unable(phrase("weekly.failed", said=" ".join(done.stderr.split())[:200])) from error
    return found


def _link_line(link: Link) -> str:
    return f"{_code(link.url)} ({_code(link.said)}): {', '.join(_code(place) for place in link.places)}"


def _stale_lines(ours: Content, language: Language) -> Iterator[str]:
    for row in translations.states(ours):
        if row.state != "fresh":
            shown = str(row.translation.path) if row.translation else f"{row.locale}: {row.page.path}"
            yield f"{_code(shown)} {getattr(phrase(f'weekly.is_{row.state}'), language)}"


def _expiry_lines(root: Path, language: Language, now: datetime) -> Iterator[str]:
    expires = commit.of(root).expires
    if expires - now < SOON:
        yield getattr(phrase("weekly.renew", date=expires.date()), language)


def _part(title: Text, mend: Text | None, lines: Iterable[str], language: Language) -> str:
    listed = [f"- {line}" for line in lines]
    head = [f"## {getattr(title, language)}", "", *([getattr(mend, language), ""] if mend else [])]
    return "\n".join([*head, *listed, ""]) if listed else ""


def _code(text: str) -> str:
    # As code, so that nothing in it is a mention, a link or markup.
    return f"`{' '.join(text.replace('`', ' ').split())}`"
