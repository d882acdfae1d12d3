"""What GitHub runs for this repository is sound: zizmor looks for holes, actionlint for mistakes.

Neither reads its own configuration or an excuse in a comment: both could come with the proposal.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path, PurePath
from typing import Any

from scripts.checks.messages import finding
from scripts.report import Finding, Text, Unable

RULE = "workflows_are_safe"
FOLDER = PurePath(".github")
WORKFLOWS = ("workflows/*.yml", "workflows/*.yaml")
OTHERS = ("dependabot.yml", "dependabot.yaml", "**/action.yml", "**/action.yaml")
ZIZMOR = ["--offline", "--persona=pedantic", "--no-config", "--no-ignores", "--strict-collection", "--no-progress"]
ACTIONLINT = ["-config-file", os.devnull, "-shellcheck=", "-pyflakes=", "-format", "{{json .}}"]
# How zizmor says that it cannot read a file, and why.
UNREAD = re.compile(r"failed to load file://(?P<path>[^\n]+?) as [^\n]+\s+Caused by:\s+(?:0: )?(?P<said>[^\n]+)")
SECONDS = 30
LONGEST = 240


def check(root: Path) -> Iterator[Finding]:
    """Yield a finding for each thing that either tool says of a workflow, an action or Dependabot's file in `root`."""
    workflows = _files(root, WORKFLOWS)
    files = sorted({*workflows, *_files(root, OTHERS)})
    if not files:
        return
    # The second looks while the first does.
    audit = _start("zizmor", [*ZIZMOR, "--no-exit-codes", "--quiet", "--format=json-v1", "--", *files], root)
    lint = _start("actionlint", [*ACTIONLINT, "--", *workflows], root) if workflows else None
    yield from _audited(*_said(audit), PurePath(files[0]))
    if lint:
        yield from _linted(*_said(lint), PurePath(workflows[0]))


def _files(root: Path, patterns: tuple[str, ...]) -> list[str]:
    return sorted(path.relative_to(root).as_posix() for name in patterns for path in (root / FOLDER).glob(name))


def _start(tool: str, words: list[str], root: Path) -> subprocess.Popen[str]:
    """Start `tool`, which was installed beside the Python that runs us, with nothing from the environment."""
    program = shutil.which(tool, path=Path(sys.executable).parent)
    if program is None:
        raise Unable(
            Text(
                f"Het programma {tool} ontbreekt. Zet alles opnieuw klaar met: make clean check",
                f"The program {tool} is missing. Set everything up anew with: make clean check",
            )
        )
    pipe = subprocess.PIPE
    return subprocess.Popen(
        [program, *words], cwd=root, env={}, stdin=subprocess.DEVNULL, stdout=pipe, stderr=pipe, encoding="utf-8"
    )


def _said(process: subprocess.Popen[str]) -> tuple[list[dict[str, Any]] | None, str]:
    """Return what a tool found, or None when it did not come to an end, and what it complained of."""
    try:
        out, complaint = process.communicate(timeout=SECONDS)
    except subprocess.TimeoutExpired:
        process.kill()
        process.communicate()
        return None, f"{SECONDS} s"
    try:
        found = json.loads(out)
    except ValueError:
        return None, complaint
    return (found if isinstance(found, list) else None), complaint


def _audited(found: list[dict[str, Any]] | None, complaint: str, otherwise: PurePath) -> Iterator[Finding]:
    if found is None:
        why = UNREAD.search(complaint)
        path = PurePath(why["path"]) if why else otherwise
        yield finding(RULE, "unread", path, 1, tool="zizmor", said=_short(why["said"] if why else complaint))
        return
    for one in found:
        places = one["locations"]
        place = next((part for part in places if part["symbolic"]["kind"] == "Primary"), places[0])
        path = PurePath(place["symbolic"]["key"]["Local"]["verbatim_path"])
        start = place["concrete"]["location"]["start_point"]
        said = f"{one['ident']}: {place['symbolic']['annotation']}"
        place_in_file = (path, start["row"] + 1, start["column"] + 1)
        yield finding(RULE, "zizmor", *place_in_file, said=_short(said), url=one["url"])


def _linted(found: list[dict[str, Any]] | None, complaint: str, otherwise: PurePath) -> Iterator[Finding]:
    if found is None:
        yield finding(RULE, "unread", otherwise, 1, tool="actionlint", said=_short(complaint))
        return
    for one in found:
        place = (PurePath(one["filepath"]), max(one["line"], 1), max(one["column"], 1))
        yield finding(RULE, "actionlint", *place, said=_short(one["message"]))


def _short(said: str) -> str:
    said = " ".join(said.split())
    return said if len(said) <= LONGEST else said[: LONGEST - 1] + "…"
