"""What pages tell catalogues is JSON-LD that says what it is, and `lessen.jsonld` tells the same of all lessons."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import PurePath
from typing import Any, NoReturn

from scripts import lessons
from scripts.checks.messages import finding
from scripts.report import Finding
from scripts.verify.pages import Site

PROMISE = "structured_data_is_valid"
# What catalogues of schools read: https://schema.org/LearningResource.
LESSON = "LearningResource"
CONTEXT = "https://schema.org"
ADDRESSES = frozenset(
    "@id @context url contentUrl embedUrl item license logo sameAs targetUrl thumbnailUrl image".split()
)
# The vocabulary, the terms of Dutch schools, and the licences that texts and pictures come under.
KNOWN = (
    "https://schema.org",
    "http://purl.edustandaard.nl/",
    "http://metadata.un.org/sdg/",
    "https://creativecommons.org/",
)
Data = dict[str, Any]


def check(site: Site) -> Iterator[Finding]:
    """Yield a finding for each page or file whose data cannot be read, says too little or names a strange address."""
    told = list[Data]()
    texts = [(page.name, text) for page in site.pages.values() for text in page.data]
    files = [(name, site.folder.text(name)) for name in sorted(site.folder.files) if name.endswith(".jsonld")]
    for name, text in texts + files:
        try:
            value = json.loads(text, parse_constant=_refuse)
        except ValueError as error:
            yield finding(PROMISE, "unreadable", PurePath(name), 1, problem=error)
            continue
        yield from dict.fromkeys(_wrong(site, name, value))
        if name in (page for page, _ in texts):
            told += [one for one in _several(value) if LESSON in _types(one)]
    yield from _collection(site, told)


def _refuse(name: str) -> NoReturn:
    raise ValueError(f"{name} is no JSON (RFC 8259)")


def _wrong(site: Site, name: str, value: object) -> Iterator[Finding]:
    path = PurePath(name)
    for one in _several(value):
        if not str(one.get("@context", "")).startswith(CONTEXT):
            yield finding(PROMISE, "context", path, 1)
    if not _several(value):
        yield finding(PROMISE, "context", path, 1)
    for node in _nodes(value):
        if not _types(node) and node.keys() != {"@id"}:
            yield finding(PROMISE, "type", path, 1, keys=", ".join(sorted(node)))
        for key in ADDRESSES & node.keys():
            for address in filter(lambda one: isinstance(one, str), _list(node[key])):
                if case := _strange(site, address):
                    yield finding(PROMISE, case, path, 1, key=key, address=address)


def _strange(site: Site, address: str) -> str:
    if address.startswith(site.folder.base):
        target = site.folder.target(address, "")
        return "" if target and site.folder.file(target.address) else "nowhere"
    return "" if address.startswith(KNOWN) else "address"


def _collection(site: Site, told: list[Data]) -> Iterator[Finding]:
    if not told and lessons.ALL not in site.folder.files:
        return
    try:
        value = json.loads(site.folder.text(lessons.ALL)) if lessons.ALL in site.folder.files else {}
    except ValueError:
        return  # said above
    parts = _list(value.get("hasPart", [])) if isinstance(value, dict) else []
    in_file = {one.get("@id"): one for one in _several(parts)}
    without = [{key: one for key, one in lesson.items() if key != "@context"} for lesson in told]
    different = sum(not _holds(in_file.get(lesson.get("@id")), lesson) for lesson in without)
    if different or len(parts) != len(told):
        count = different + abs(len(parts) - len(told))
        yield finding(PROMISE, "collection", PurePath(lessons.ALL), 1, count=count)


def _holds(whole: object, part: object) -> bool:
    """Tell whether `whole` says all that `part` says; of a thing it may say more."""
    if isinstance(whole, dict) and isinstance(part, dict):
        return all(name in whole and _holds(whole[name], value) for name, value in part.items())
    if isinstance(whole, list) and isinstance(part, list):
        return len(whole) == len(part) and all(map(_holds, whole, part))
    return whole == part


def _nodes(value: object) -> Iterator[Data]:
    if isinstance(value, dict):
        yield value
        for one in value.values():
            yield from _nodes(one)
    elif isinstance(value, list):
        for one in value:
            yield from _nodes(one)


def _several(value: object) -> list[Data]:
    return [one for one in _list(value) if isinstance(one, dict)]


def _types(node: Data) -> list[object]:
    return _list(node.get("@type", []))


def _list(value: object) -> list[Any]:
    return value if isinstance(value, list) else [value]
