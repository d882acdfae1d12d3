"""A visit asks no other host for anything: no font, picture, script, style, preview or ping."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import PurePath
from urllib.parse import urlsplit

from scripts.checks.messages import finding
from scripts.report import Finding
from scripts.verify.folder import Folder
from scripts.verify.references import Reference

PROMISE = "nothing_comes_from_other_hosts"
# What a file holds in itself.
WITHIN = ("data:", "blob:", "about:blank")
# Names in scripts that no browser fetches: a namespace of XML, and the base of an address that is only taken apart.
NAMES = frozenset({"www.w3.org", "example.com"})


def check(folder: Folder, name: str, start: str, found: Iterable[Reference]) -> Iterator[Finding]:
    """Yield a finding for each address among `found` in the file `name` that a browser fetches elsewhere."""
    for reference in found:
        if reference.fetches and _is_elsewhere(folder, reference, start):
            yield finding(PROMISE, "foreign", PurePath(name), 1, address=reference.value, place=reference.place)


def _is_elsewhere(folder: Folder, reference: Reference, start: str) -> bool:
    value = reference.value
    if value.lower().startswith(WITHIN) or (reference.place == "script" and urlsplit(value).hostname in NAMES):
        return False
    return folder.target(value, start) is None
