"""What nobody's change breaks but time does: links to other sites, translations, the date of security.txt."""

import json
import subprocess
import sys
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

from scripts import content, git
from scripts.content import Content, data, settings, translations
from scripts.report import Language, Unable
from scripts.words import phrase

# Long enough for a volunteer to come across the report a few times.
SOON = timedelta(days=60)
# A page that is gone says so, or its host is no longer there. All else may be another answer for a program than for a
# person, or better tomorrow: a report that cries wolf is not read.
NOT_GONE = "100..=399,401..=403,405..=409,411..=599,999"
LYCHEE = f"--format=json --no-progress --scheme=https --scheme=http --exclude-private --exclude-link-local \
--max-concurrency=8 --timeout=20 --max-retries=2 --retry-wait-time=5 --accept={NOT_GONE}".split()
SECONDS = 1200


def report(root: Path, language: Language = "nl", offline: bool = False, now: datetime | None = None) -> str:
    """Return as Markdown what time has broken in the project at `root`; empty when there is nothing.

    With `offline`, no link is followed. Raises `Unable` when the links cannot be looked at.
    """
    ours, _ = content.read(settings.of(root))
    expires = git.commit(root).expires
    is_near = expires - (now or datetime.now(UTC)) < SOON
    renew = [getattr(phrase("weekly.renew", date=expires.date()), language)] if is_near else []
    parts = (
        (("weekly.links", "weekly.mend"), dead_links(root, offline)),
        (("weekly.stale", "weekly.accept"), _stale(ours, language)),
        (("weekly.expiry",), renew),
    )
    return "\n".join(text for keys, lines in parts if (text := _part(keys, lines, language)))


def dead_links(root: Path, offline: bool = False) -> list[str]:
    """Return a line for each link in `docs/` to a page elsewhere that is gone: its address, why, and where it stands.

    With `offline`, no link is followed. Raises `Unable` when lychee is not there or fails.
    """
    files = [str(path.relative_to(root)) for path in data.files(root / "docs", ".md", ".yml")]
    program = Path(sys.executable).with_name("lychee")
    if not program.exists():
        raise Unable(phrase("weekly.absent"))
    command = [str(program), *LYCHEE, *(["--offline"] if offline else []), "--", *files]
    try:
        done = subprocess.run(
            command, cwd=root, env={}, capture_output=True, encoding="utf-8", timeout=SECONDS, check=False
        )
        problems = [(file, one) for file, found in json.loads(done.stdout)["error_map"].items() for one in found]
    except subprocess.TimeoutExpired as error:
        raise Unable(phrase("weekly.failed", said=f"{SECONDS} s")) from error
    except ValueError as error:
        raise Unable(phrase("weekly.failed", said=" ".join(done.stderr.split())[:200])) from error
    gone: dict[str, tuple[str, list[str]]] = {}
    for file, one in problems:
        if one["url"].startswith(("https:", "http:")):  # offline, lychee looks at files: so does our own check
            _, places = gone.setdefault(one["url"], (one["status"]["text"], []))
            places.append(_code(f"{file}:{one['span']['line']}"))
    return [
        f"{_code(url)} ({_code(said)}): {', '.join(sorted(places))}" for url, (said, places) in sorted(gone.items())
    ]


def _stale(ours: Content, language: Language) -> Iterator[str]:
    """Yield a line for each translation that does not follow its text, and one for each language that lacks pages."""
    rows = translations.states(ours)
    for row in rows:
        for page in ours.translations(row.page.key):
            if (state := row.states.get(page.locale, "fresh")) != "fresh":
                yield f"{_code(str(page.path))} {getattr(phrase(f'weekly.is_{state}'), language)}"
    for locale in ours.settings.locales[1:]:
        # A language that has only begun is no list of tasks.
        if count := sum(row.states[locale] == "missing" for row in rows):
            yield getattr(phrase("weekly.missing", locale=locale, count=count, all=len(rows)), language)


def _part(keys: Iterable[str], lines: Iterable[str], language: Language) -> str:
    """Return, when there are `lines`, a heading and what else the phrases under `keys` say, and a list of them."""
    listed = [f"- {line}" for line in lines]
    title, *others = (getattr(phrase(key), language) for key in keys)
    return "\n".join([f"## {title}", "", *(f"{other}\n" for other in others), *listed, ""]) if listed else ""


def _code(text: str) -> str:
    # As code, so that nothing in it is a mention, a link or markup.
    return f"`{' '.join(text.replace('`', ' ').split())}`"
