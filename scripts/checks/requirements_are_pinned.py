"""Every package that the program installs is one exact version from the public registry, known by its hash.

pip's rules for the file: "Requirements File Format" and "Secure installs" in its documentation. What pip would join,
decode or fill in, this rule refuses: a line is a comment, a requirement, or one of its hashes.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from itertools import islice
from pathlib import Path, PurePath
from typing import Any

from scripts.checks.messages import finding
from scripts.report import Finding

RULE = "requirements_are_pinned"
PINNED = (PurePath("requirements.txt"), PurePath("tests/requirements.txt"))
PROJECT = PurePath("pyproject.toml")
MOST_BYTES = 2_000_000
# Of a file that is something else altogether, this many findings say it.
ENOUGH = 50
# pip decodes the file as such a line says (PEP 263), and joins lines that end in a backslash.
COMMENT = re.compile(r"\s*(#(?!.*coding[:=])[ -~]*(?<!\\))?")
HASH = re.compile(r"\s*--hash=sha256:[0-9a-f]{64}(?P<goes_on>\s*\\)?")
NAMED = r"(?P<name>[A-Za-z0-9][\w.-]*)(\[[\w.,-]+\])?"
MARKER = r"(?P<marker>;[\w .'\"<>=!()~]+)"
EXACT = re.compile(
    rf"{NAMED}==[\w.!+]+ ?{MARKER}?(?P<hashes>( --hash=sha256:[0-9a-f]{{64}})*)(?P<goes_on> ?\\)?", re.ASCII
)
RANGE = re.compile(rf"{NAMED} ?(\(?[\w.!+*<>=~, -]+\)?)? ?{MARKER}?", re.ASCII)
# Longer than any name with its versions.
LONGEST = 200
# Why a line is not a pinned requirement: the first that matches says it.
REASONS = (
    (re.compile(r"\s*-"), "option"),
    (re.compile(r".*(@|://|/|\\.)|\s*\.|.*\.(whl|zip|tar|tgz|gz)\b"), "elsewhere"),
    (re.compile(r".*#"), "comment"),
)


def check(root: Path) -> Iterator[Finding]:
    """Yield a finding for each requirement in `root` that may bring something else than what was looked at."""
    for path in PINNED:
        text = _text(root / path)
        if text is None:
            yield finding(RULE, "unreadable", path, 1)
        else:
            yield from islice(_pinned(path, text), ENOUGH)
    yield from _project(root)


def _text(path: Path) -> str | None:
    """Return what the file holds; nothing when it is absent, None when it cannot be read."""
    try:
        return path.read_bytes().decode("utf-8") if path.stat().st_size <= MOST_BYTES else None
    except FileNotFoundError:
        return ""
    except (OSError, ValueError):
        return None


def _pinned(path: PurePath, text: str) -> Iterator[Finding]:
    seen = set[tuple[str, str]]()
    name, first, hashes, goes_on = "", 0, 0, False
    for number, line in enumerate([*text.splitlines(), ""], start=1):  # pip counts the same line ends
        if goes_on and (more := HASH.fullmatch(line)):
            hashes, goes_on = hashes + 1, bool(more["goes_on"])
            continue
        if (name and not hashes) or (goes_on and line.strip()):
            yield finding(RULE, "unhashed", path, first, name=name)
        name, hashes, goes_on = "", 0, False
        if COMMENT.fullmatch(line):
            continue
        found = EXACT.fullmatch(line)
        if not found:
            yield finding(RULE, _reason(line), path, number, shown=line.strip()[:60])
            continue
        name, first = found["name"][:80], number
        hashes, goes_on = found["hashes"].count("--hash"), bool(found["goes_on"])
        key = (normal(name), found["marker"] or "")
        if key in seen:
            yield finding(RULE, "twice", path, number, name=name)
        seen.add(key)


def _reason(line: str) -> str:
    return next((case for pattern, case in REASONS if pattern.match(line)), "unpinned")


def normal(name: str) -> str:
    """Return the one spelling of a package's name (PyPA, "Names and normalization")."""
    return re.sub(r"[-_.]+", "-", name).lower()


def _project(root: Path) -> Iterator[Finding]:
    """Yield a finding for each package that `make lock` would look for elsewhere than in the public registry."""
    text = _text(root / PROJECT)
    try:
        project = tomllib.loads(text or "")
    except (ValueError, RecursionError):
        text = None
    if text is None:
        yield finding(RULE, "unreadable", PROJECT, 1)
        return
    for wanted in _wanted(project):
        if len(wanted) > LONGEST or not RANGE.fullmatch(wanted):
            yield finding(RULE, "elsewhere", PROJECT, _line(text, wanted), shown=wanted[:60])
    if "uv" in _table(project, "tool"):
        yield finding(RULE, "source", PROJECT, _line(text, "tool.uv"))
    if (root / "uv.toml").exists():
        yield finding(RULE, "source", PurePath("uv.toml"), 1)


def _wanted(project: dict[str, Any]) -> Iterator[str]:
    main, build = _table(project, "project"), _table(project, "build-system")
    groups = _table(main, "optional-dependencies") | _table(project, "dependency-groups")
    for listed in (main.get("dependencies"), build.get("requires"), *groups.values()):
        yield from (item for item in listed if isinstance(item, str)) if isinstance(listed, list) else ()


def _table(parent: dict[str, Any], name: str) -> dict[str, Any]:
    found = parent.get(name)
    return found if isinstance(found, dict) else {}


def _line(text: str, needle: str) -> int:
    return text.count("\n", 0, max(text.find(needle), 0)) + 1
